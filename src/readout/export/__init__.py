# SPDX-License-Identifier: Apache-2.0
"""The loading dock: records in the forms that other programs read, one module for each. Nothing is decided or added here."""

from __future__ import annotations

from readout.export.icews import ICEWS_COLUMNS, icews_rows
from readout.export.plover import plover_events

__all__ = ["ICEWS_COLUMNS", "icews_rows", "plover_events"]

# SPDX-License-Identifier: Apache-2.0
"""What a report is: its text as it was given, where it came from, and in which language it is written."""

from __future__ import annotations

from readout.report.language import UNKNOWN_LANGUAGE, language_of
from readout.report.report import Published, Report

__all__ = ["UNKNOWN_LANGUAGE", "Published", "Report", "language_of"]

# SPDX-License-Identifier: Apache-2.0
"""Loads what `readout add` loads, so that a process forked after this starts at once; see `killing`."""

from __future__ import annotations

from readout import pipeline

pipeline._packaged_model()

# SPDX-License-Identifier: Apache-2.0
"""A number that a report gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from readout.reading.figures.comparisons import Comparison
from readout.text import Span

__all__ = ["Figure", "FigureKind"]

FigureKind = Literal["count", "money", "percentage", "measure", "ratio"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the report gives, as `readout.record.Figure` states it.

    `statement` is the index, among the report's statements, of the innermost one whose content holds the figure.
    """

    span: Span
    words: str
    low: float
    high: float | None
    modifier: str | None
    unit: str | None
    of: str | None
    of_span: Span | None
    kind: FigureKind
    comparison: Comparison | None = None
    per: str | None = None
    per_span: Span | None = None
    statement: int | None = None

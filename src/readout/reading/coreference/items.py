# SPDX-License-Identifier: Apache-2.0
"""The items of a digest: each opens with a dateline, and of whom it speaks by pronouns and descriptions, it names itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from readout.reading.encoding import Encoding
from readout.text import Span

__all__ = ["item_starts", "number_of_item"]

_LONGEST_HEADING = 14  # words


def item_starts(encoding: Encoding, datelines: Sequence[Span]) -> list[int]:
    """Return the first words of the items of a report with several datelines, headings included; none of other reports.

    Args:
        encoding: The report's words.
        datelines: Where its datelines are, in text order.
    """
    lines = encoding.lines
    firsts = [encoding.spans[start].start for start, _ in lines]
    numbers = {start: number for number, start in enumerate(firsts)}
    found = [numbers[dateline.start] for dateline in datelines if dateline.start in numbers]
    if len(found) < 2:
        return []
    return [lines[line - _has_heading(encoding, line)][0] for line in found]


def _has_heading(encoding: Encoding, line: int) -> bool:
    """Tell whether the line above is short and has no full stop, as headings have none."""
    if line == 0:
        return False
    start, end = encoding.lines[line - 1]
    return end - start <= _LONGEST_HEADING and encoding.words[end - 1] not in {".", "”", '"'}


def number_of_item(starts: Sequence[int], word: int) -> int:
    """Return the number of the item that a word stands in; 0 in front of the first."""
    return bisect_right(starts, word)

# SPDX-License-Identifier: Apache-2.0
"""Timetables: a line that ends in a colon heads the items of a list behind it, whose clock times are of its day."""

from __future__ import annotations

from bisect import bisect_left

from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax

__all__ = ["is_heading", "is_listed"]

_HEADING, _ITEM = 8, 25  # words from a time to the end of a heading, of an item of its list

_AGAINST = frozenset({"v", "vs", "vs."})


def is_heading(encoding: Encoding, last: int) -> bool:
    """Tell whether an expression, of which this is the word behind it, is near the colon that ends its line: "On Sunday:"."""
    end = _end_of_line(encoding, last - 1, last + _HEADING)
    return end is not None and end > last and encoding.lower[end - 1] == ":"


def is_listed(encoding: Encoding, syntax: Syntax, last: int) -> bool:
    """Tell whether the line of an expression, of which this is the word behind it, ends like an item of a list, without a stop."""
    end = _end_of_line(encoding, last - 1, last + _ITEM)
    if end is None or encoding.lower[end - 1][0] in '.!?”"':
        return False
    if not encoding.lower[end - 1].endswith("."):
        return True
    start = bisect_left(
        encoding.line_numbers, encoding.line_numbers[last - 1]
    )  # "He left at 3 p.m." has both stops in one
    return not any(syntax.upos[w] in {"VERB", "AUX"} and encoding.lower[w] not in _AGAINST for w in range(start, end))


def _end_of_line(encoding: Encoding, word: int, most: int) -> int | None:
    """Return the word behind the last of a word's line, None if that is farther than most."""
    end, lines = word + 1, encoding.line_numbers
    while end < len(lines) and lines[end] == lines[word]:
        if end >= most:
            return None
        end += 1
    return end

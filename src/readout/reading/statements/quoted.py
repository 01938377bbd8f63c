# SPDX-License-Identifier: Apache-2.0
"""The quotations of a report as ranges of words, and ranges that are found by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.attributions.quotes import Quotation
from readout.reading.encoding import Encoding

__all__ = ["ALONE", "OPENING_MARKS", "SHORTEST", "Quoted", "Ranges", "merged"]

SHORTEST = 4  # words: a shorter quotation alone in a paragraph is a title or a slogan
OPENING_MARKS = frozenset({'"', "“", "‘", "'", "«"})  # words that may begin a quotation
ALONE = 0.6  # confidence of a quotation that has no cue of its own; not measured, below most that have one

_DEEPEST = 3  # levels of quotation within quotation that print has marks for; deeper ones are chaff


class Ranges:
    """Ranges that do not overlap, to be found by place without looking at all of them."""

    def __init__(self, ranges: Iterable[WordRange]) -> None:
        self._all = sorted(ranges)
        self._starts = [start for start, _ in self._all]
        self._ends = [end for _, end in self._all]

    def at(self, start: int, end: int) -> list[WordRange]:
        """Return those that overlap a range, in text order."""
        return self._all[bisect_right(self._ends, start) : bisect_left(self._starts, end)]


class Quoted:
    """The quotations of a report as ranges of words, marks included."""

    def __init__(self, encoding: Encoding, quotations: Sequence[Quotation]) -> None:
        """Find the words of each quotation."""
        starts = [span.start for span in encoding.spans]
        levels: list[list[WordRange]] = [[] for _ in range(_DEEPEST)]
        loose: list[WordRange] = []
        for quotation, is_whole in zip(quotations, _are_whole(quotations), strict=True):
            found = bisect_left(starts, quotation.span.start), bisect_left(starts, quotation.span.end)
            if found[0] < found[1] and not is_whole:
                loose.append(found)
            elif found[0] < found[1] and quotation.depth < _DEEPEST:
                levels[quotation.depth].append(found)
        self._levels = [Ranges(level) for level in levels]
        self._loose = Ranges(merged(loose))

    def at(self, start: int, end: int) -> list[WordRange]:
        """Return the quotations that share a word with a range, in text order, the outer before the inner."""
        found = [quotation for level in self._levels for quotation in level.at(start, end)]
        return sorted(found, key=lambda quotation: (quotation[0], -quotation[1]))

    def marked(self, start: int, end: int) -> set[int]:
        """Return the words of a range that stand behind an opening mark, whether it is closed or not."""
        found = [*self.at(start, end), *self._loose.at(start, end)]
        return {word for low, high in found for word in range(max(low, start), min(high, end))}

    def outermost(self, start: int, end: int) -> list[WordRange]:
        """Return the quotations that share a word with a range and stand in no other."""
        return self._levels[0].at(start, end)

    def covers(self, words: WordRange) -> bool:
        """Tell whether one quotation holds all of a range but for a word at either end."""
        return any(low <= words[0] + 1 and words[1] - 1 <= high for low, high in self.at(*words))


def _are_whole(quotations: Sequence[Quotation]) -> list[bool]:
    """Tell which quotations end where their span does: those with a closing mark, and those that the next paragraph goes on.

    Where a mark was forgotten, nobody knows how far the quotation goes.
    """
    found = [quotation.closed for quotation in quotations]
    last_open = -1
    for number, quotation in enumerate(quotations):
        if quotation.continued and last_open >= 0:
            found[last_open] = True
        if not quotation.closed and quotation.depth == 0:
            last_open = number
    return found


def merged(ranges: Iterable[WordRange]) -> list[WordRange]:
    """Join ranges that meet."""
    found: list[WordRange] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found

# SPDX-License-Identifier: Apache-2.0
"""Cut a text at every edge of its marks, so that marks which overlap can be shown together.

An element of a page cannot end inside another, but a statement can end inside the next. So the text is cut
into segments, none of which has an edge of a mark within it, and each segment knows every mark that it is
part of.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from readout.text import Span

__all__ = ["Mark", "Segment", "segments_of", "segments_within"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A span, the part it plays (`content`, `cue`, `figure`, …), the number of its statement, 0 for none, and its fact's."""

    span: Span
    role: str
    number: int = 0
    fact: int | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text and the marks over it, the shortest first: a reader means the innermost."""

    span: Span
    marks: tuple[Mark, ...]


def segments_of(marks: Iterable[Mark]) -> list[Segment]:
    """Cut the marked stretches of a text at every edge of a mark; what no mark covers is left out.

    A sweep over the edges: the cost grows with their number and with how many marks lie over one another.
    """
    starting: dict[int, list[Mark]] = {}
    for mark in marks:
        starting.setdefault(mark.span.start, []).append(mark)
    edges = sorted({*starting, *(mark.span.end for found in starting.values() for mark in found)})
    segments: list[Segment] = []
    active: list[Mark] = []
    for start, end in pairwise(edges):
        active = [mark for mark in active if mark.span.end > start] + starting.get(start, [])
        if active:
            inner_first = sorted(active, key=lambda mark: mark.span.end - mark.span.start)
            segments.append(Segment(Span(start, end), tuple(inner_first)))
    return segments


def segments_within(block: Span, segments: Sequence[Segment]) -> Iterator[Segment]:
    """Cover a block of the text without a gap: its segments, cut to its bounds, and what lies between."""
    position = block.start
    first = max(0, bisect_right(segments, block.start, key=lambda segment: segment.span.start) - 1)
    for index in range(first, len(segments)):
        found = segments[index]
        start, end = max(found.span.start, block.start), min(found.span.end, block.end)
        if found.span.start >= block.end:
            break
        if start >= end:
            continue
        if position < start:
            yield Segment(Span(position, start), ())
        yield Segment(Span(start, end), found.marks)
        position = end
    if position < block.end:
        yield Segment(Span(position, block.end), ())

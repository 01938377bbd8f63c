# SPDX-License-Identifier: Apache-2.0
"""Which statement holds some words: the innermost one, whose content is the shortest."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from readout.reading.statements.statements import Statement
from readout.text import Span

__all__ = ["Holding"]


class Holding:
    """The contents of a report's statements, by place: a report may have thousands, and they are asked of each finding."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        """Sort the contents; O(statements x log statements)."""
        self._spans = sorted(
            (span.start, span.end, sum(part.end - part.start for part in statement.content), index)
            for index, statement in enumerate(statements)
            for span in statement.content
        )
        self._starts = [start for start, _, _, _ in self._spans]
        self._reach = list(accumulate((end for _, end, _, _ in self._spans), max))  # how far those up to each reach

    def innermost(self, span: Span) -> int | None:
        """Return the index of the statement with the shortest content that holds a span."""
        found: tuple[int, int] | None = None
        at = bisect_right(self._starts, span.start) - 1
        while at >= 0 and self._reach[at] >= span.end:
            _, end, size, index = self._spans[at]
            if end >= span.end and (found is None or (size, index) < found):
                found = (size, index)
            at -= 1
        return found[1] if found is not None else None

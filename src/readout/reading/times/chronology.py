# SPDX-License-Identifier: Apache-2.0
"""The layer that dates a report: its publication, its time expressions and its statements.

One layer, because each needs the other: the day of a statement is a time expression beside its cue, and a time expression
inside a statement is counted from the day of the statement: "On Monday he said: “We will meet tomorrow.”"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from readout.reading.encoding import Encoding
from readout.reading.page.parts import Part
from readout.reading.reading import Reading
from readout.reading.statements.statements import Statement
from readout.reading.times.sayings import Saying, find_sayings
from readout.reading.times.times import Time, Viewpoint, day_of, find_times, publication_stated
from readout.reading.times.timex import find_timexes
from readout.reading.trees.syntax import Syntax
from readout.report import Published

__all__ = ["Times", "viewpoints_of"]


class Times:
    """Finds times and their values, the day of publication where the text states it, and when statements were made."""

    name = "times"
    requires: tuple[type, ...] = (Encoding, Syntax, Part, Statement)
    provides: tuple[type, ...] = (Time, Published, Saying)

    def __call__(self, reading: Reading) -> Reading:
        """Read."""
        encoding, syntax, statements = reading.the(Encoding), reading.the(Syntax), reading.of(Statement)
        timexes = find_timexes(reading.report.text)
        published = reading.report.published or publication_stated(timexes, reading.of(Part))
        datelines = [part.span for part in reading.of(Part) if part.kind in {"dateline", "byline"}]
        times = find_times(encoding, syntax, timexes, published, datelines=datelines)
        sayings = find_sayings(encoding, syntax, statements, times)
        if viewpoints := viewpoints_of(statements, sayings, published):
            times = find_times(encoding, syntax, timexes, published, viewpoints, datelines=datelines)
            sayings = find_sayings(encoding, syntax, statements, times)
        return reading.adding(Time, times).adding(Published, [published] if published else []).adding(Saying, sayings)


def viewpoints_of(
    statements: Sequence[Statement], sayings: Sequence[Saying], published: Published | None
) -> list[Viewpoint]:
    """Return what was said on a known day other than that of publication, with what is said inside of it; empty if nothing."""
    days = {each.statement: each for each in sayings if re.fullmatch(r"\d{4}-\d\d-\d\d", each.value)}
    home = day_of(published)
    if all(date.fromisoformat(each.value) == home for each in days.values()):
        return []
    return [view for index, of in enumerate(statements) for view in _views(of, days.get(index), home)]


def _views(statement: Statement, saying: Saying | None, home: date | None) -> Iterator[Viewpoint]:
    day = date.fromisoformat(saying.value) if saying else None
    for span in statement.content:
        if saying and day != home:
            yield Viewpoint(span, day, saying.spans, statement.kind == "direct")
        else:
            yield Viewpoint(span, None)

# SPDX-License-Identifier: Apache-2.0
"""Days that head the lines of a timeline: "[Nov. 10, 2020]: Lind and Rau sign a truce. Chad sends 200 peacekeepers.".

What such a line tells was done on its day, unless its clause has another day, or the perfect, which tells of what had been.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from readout.reading.clauses.clauses import Clause
from readout.reading.clauses.scene import Scene
from readout.reading.happenings.happening import Happening
from readout.reading.times.times import Time
from readout.text import Span

__all__ = ["day_of_line", "heading_days"]

_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_BULLETS = frozenset("*-–—•·>")
_BEHIND = frozenset({":", "-", "–", "—", "--"})


def heading_days(scene: Scene, times: Sequence[Time]) -> dict[int, Time]:
    """Return the day that heads each line that has one, by the number of the line."""
    words, lines = scene.encoding.words, scene.encoding.lines
    found: dict[int, Time] = {}
    for time in times:
        start, end = time.words
        line = scene.lines[start]
        leads = all(word in _BULLETS for word in words[lines[line][0] : start])
        follows = end < lines[line][1] - 1 and words[end] in _BEHIND
        if leads and follows and time.type == "DATE" and _DAY.fullmatch(str(time.value)):
            found[line] = time
    return found


def day_of_line(
    scene: Scene, happening: Happening, headed: Mapping[int, Time], here: Sequence[Time]
) -> tuple[str, Span] | None:
    """Return the day of a happening by the head of its line, with its words; None where its own sentence tells another."""
    heading = headed.get(scene.lines[happening.word])
    verb = happening.word if happening.verb is None else happening.verb
    if heading is None or any(t is not heading and t.type in {"DATE", "TIME"} for t in here):
        return None
    if Clause(scene.encoding, scene.syntax, verb).tense not in {"present", "past"}:
        return None
    return str(heading.value), heading.span

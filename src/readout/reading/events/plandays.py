# SPDX-License-Identifier: Apache-2.0
"""The day of what is expected: "are due to hold a summit in Tarsk [on April 11]", whichever verb the tree hangs the day on."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import Scene
from readout.reading.happenings.happening import Happening
from readout.reading.times.times import Time

__all__ = ["day_of_plan"]

_PLANNED = frozenset("expected due scheduled set slated planned supposed likely".split())


def day_of_plan(scene: Scene, happening: Happening, days: Sequence[Time]) -> Time | None:
    """Return the day that hangs on what plans an infinitive and stands behind it, where there is just one.

    Args:
        scene: Words and trees.
        happening: What is planned.
        days: The days of its sentence.
    """
    verb = happening.word if happening.verb is None else happening.verb
    above = scene.syntax.heads[verb]
    if not scene.syntax.is_relation(verb, "xcomp") or scene.lower(above) not in _PLANNED:
        return None
    behind = [t for t in days if t.words[0] > verb and _hangs_on(scene, t, above)]
    return behind[0] if len(behind) == 1 else None


def _hangs_on(scene: Scene, time: Time, word: int) -> bool:
    return any(scene.syntax.heads[w] == word for w in range(*time.words))

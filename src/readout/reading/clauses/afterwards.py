# SPDX-License-Identifier: Apache-2.0
"""Talks after which something is agreed or offered: "proposed to send an envoy [after a call] with the president".

The tree hangs them on what is to be done, and they would be to come with it. They were held before it was agreed.
"""

from __future__ import annotations

from readout.reading.clauses.clauses import Clause
from readout.reading.clauses.scene import Scene

__all__ = ["led_to_plan"]

_AFTER = frozenset({"after", "following"})
_PLANS = frozenset(
    "agreed proposed pledged promised vowed offered decided undertook refused threatened volunteered resolved".split()
)
_STEPS = 3  # from talks to the infinitive: "reopen embassies within months after talks"


def led_to_plan(scene: Scene, word: int) -> bool:
    """Tell whether talks stand behind "after" in what somebody agreed or offered to do, with no day to come of their own.

    Args:
        scene: Words and trees.
        word: The noun, or the verb in -ing.
    """
    syntax, clause = scene.syntax, Clause(scene.encoding, scene.syntax, word)
    if clause.mark_in(_AFTER) is None or clause.time_to_come() is not None:
        return False
    at = word
    for _ in range(_STEPS):
        at = syntax.heads[at]
        if syntax.upos[at] == "VERB":
            break
    above = syntax.heads[at]
    planned = syntax.is_relation(at, "xcomp") and Clause(scene.encoding, syntax, at).is_infinitive()
    return (
        planned and scene.lower(above) in _PLANS and Clause(scene.encoding, syntax, above).tense in {"past", "perfect"}
    )

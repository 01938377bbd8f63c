# SPDX-License-Identifier: Apache-2.0
"""Talks that came to their end: "the two ministers ended talks in Geneva without a deal" held them, and broke off nothing."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.arguments import agents
from readout.reading.clauses.pairphrases import is_pair
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.facts import singular_of

__all__ = ["is_concluded"]

_ENDED = frozenset({"end", "ends", "ended", "ending"})
_TALKS = frozenset("talk negotiation summit meeting conversation discussion".split())
_FRUITLESS = frozenset("without with".split())
_FRUIT = frozenset(
    "deal agreement breakthrough accord result progress statement communique communiqué handshake".split()
)


def is_concluded(scene: Scene, verb: int, things: Sequence[int]) -> bool:
    """Tell whether a verb and its objects say how talks of those who act went to their end.

    Args:
        scene: Words and trees.
        verb: The verb.
        things: What is ended.
    """
    if scene.lower(verb) not in _ENDED or not any(singular_of(scene.lower(w)) in _TALKS for w in things):
        return False
    sides = agents(scene, verb)
    are_two = len(sides) > 1 or any(is_pair(scene, w) for w in sides)
    came_of_it = any(
        singular_of(scene.lower(w)) in _FRUIT and scene.case_of(w) in _FRUITLESS
        for head in (verb, *things)
        for w in scene.syntax.children(head, "obl", "nmod")
    )
    return are_two or came_of_it

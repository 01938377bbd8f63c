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
_TALKS = frozenset("talk summit meeting conversation discussion".split())  # each a contact, however it went
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
    behind = [w for head in (verb, *things) for w in scene.syntax.children(head, "obl", "nmod")]
    fruit = [w for w in behind if singular_of(scene.lower(w)) in _FRUIT and scene.case_of(w) in _FRUITLESS]
    third = any(
        scene.case_of(w) == "with" and w not in fruit for w in behind
    )  # "ended talks with Iran": with no more words
    are_two = len(sides) > 1 or any(is_pair(scene, w) for w in sides)
    return bool(fruit) or (are_two and not third)

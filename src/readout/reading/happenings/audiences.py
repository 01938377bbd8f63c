# SPDX-License-Identifier: Apache-2.0
"""Who "saw" somebody in office, and where or when, has met him: "the envoy saw the premier in Tarsk on Monday"."""

from __future__ import annotations

from readout.reading.clauses.arguments import agents
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.entities import Entity
from readout.reading.trees.slips import DAYS

__all__ = ["SEES", "is_audience"]

SEES = frozenset({"saw", "seeing"})
_CLAUSES = ("xcomp", "ccomp", "advcl", "acl")
_OFFICES = frozenset({"GOV", "IGO", "MIL", "REB", "LEG", "OPP"})
_WHERE = frozenset({"in", "at"})
_DENIES = frozenset("not n't n’t never without".split())
_DEALS = frozenset("speak speaking talk talking meet meeting converse exchange shake".split())
_SOON = 4  # words from "not" to what was not done
_SCREENS = frozenset("television tv screen video stage pictures".split())


def is_audience(scene: Scene, verb: int) -> bool:
    """Tell whether both who sees and who is seen hold an office, and it is told where or on which day, and nothing else is seen.

    Args:
        scene: Words and trees.
        verb: "Saw" or "seeing".
    """
    objects = scene.syntax.children(verb, "obj")
    seers = agents(scene, verb)
    if len(objects) != 1 or not seers or scene.syntax.children(verb, "xcomp", "ccomp", "iobj"):
        return False
    seen = objects[0]
    if any(child > seen for child in scene.syntax.children(seen, *_CLAUSES)):
        return False  # "saw the minister leave", "saw the minister sitting"
    below = [*scene.syntax.children(verb, "obl"), *scene.syntax.children(seen, "nmod")]
    if any(scene.lower(c) in _SCREENS or scene.case_of(c) == "as" for c in below):
        return False
    where = [c for c in below if c > seen and scene.case_of(c) in _WHERE]
    if any(scene.syntax.upos[c] != "PROPN" for c in where) or _is_all_there_was(scene, verb):
        return False  # "in the crowd", "at the opening ceremony", "in a new light"
    placed = bool(where) or any(c > seen and scene.lower(c) in DAYS for c in below)
    return placed and all(_holds_office(scene.entity_of(w)) for w in (seen, seers[0]))


def _is_all_there_was(scene: Scene, verb: int) -> bool:
    """Tell whether it is denied behind that they dealt with each other: "saw him in Tarsk but did not speak to him"."""
    lower, end = scene.encoding.lower, scene.syntax.sentences[scene.syntax.sentence_of[verb]].end
    return any(lower[w] in _DENIES and _DEALS.intersection(lower[w : min(w + _SOON, end)]) for w in range(verb, end))


def _holds_office(entity: Entity | None) -> bool:
    return entity is not None and entity.type == "person" and (bool(entity.roles) or entity.sector in _OFFICES)

# SPDX-License-Identifier: Apache-2.0
"""Where somebody came to do something: "flew to [Nairobi] and met the president", "travelled to [Oslo] to sign the accord"."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import Scene
from readout.reading.happenings.happening import Happening
from readout.reading.places.places import Place

__all__ = ["JOURNEYS", "is_goal", "place_of_journey"]

JOURNEYS = frozenset(
    "travel travels travelled traveled travelling traveling fly flies flew go goes went come comes came arrive arrives arrived "
    "return returns returned visit visits visited".split()
)
_THERE = frozenset({"to", "in", "at"})
_LATER = frozenset("later then afterwards subsequently earlier".split())
_APART = frozenset({"phone", "visit", "video"})


def place_of_journey(scene: Scene, happening: Happening, places: Sequence[Place]) -> Place | None:
    """Return the place that the verb in front came to, if what is told is joined to it, or is what the journey is made for."""
    verb, syntax = happening.word, scene.syntax
    if happening.verb is not None and happening.verb < verb and scene.case_of(happening.verb) == "in":
        # "is [in Tarsk] for talks with"
        return next((p for p in places if p.kind == "location" and p.start <= happening.verb < p.end), None)
    journey = syntax.heads[verb]
    if happening.trigger.type not in {"CONSULT", "SUPPORT"} or happening.trigger.mode in _APART or journey >= verb:
        return None
    if scene.lower(journey) not in JOURNEYS or not _is_done_there(scene, verb):
        return None
    before = [p for p in places if p.kind == "location" and journey < p.start and p.end <= verb]
    led = [p for p in before if _leads_there(scene, journey, p)]
    return led[0] if len(led) == 1 else None


def is_goal(scene: Scene, happening: Happening, place: Place) -> bool:
    """Tell whether a place is where a visit led to that is told of somebody there: "flew to [Washington] for talks with"."""
    heads = [w for w in range(place.start, place.end) if scene.syntax.heads[w] == happening.word]
    own = scene.directory.at_head(heads[0]) if heads else None
    is_party = own is not None and any(p.id == own.id for p in happening.recipients)
    return happening.trigger.mode == "visit" and bool(heads) and scene.case_of(heads[0]) == "to" and not is_party


def _is_done_there(scene: Scene, verb: int) -> bool:
    """Tell whether a verb is joined to the one in front by a plain "and" without a subject of its own, or is its purpose."""
    syntax = scene.syntax
    if syntax.children(verb, "nsubj", "nsubj:pass") or any(
        scene.lower(w) in _LATER for w in syntax.children(verb, "advmod")
    ):
        return False
    if syntax.is_relation(verb, "conj"):
        return any(scene.lower(w) == "and" for w in syntax.children(verb, "cc"))
    return syntax.is_relation(verb, "advcl", "xcomp") and any(
        scene.lower(w) == "to" for w in syntax.children(verb, "mark")
    )


def _leads_there(scene: Scene, journey: int, place: Place) -> bool:
    """Tell whether a place is where a journey goes, or the object of "visited"."""
    head = place.end - 1
    for at in range(place.start, place.end):
        if not place.start <= scene.syntax.heads[at] < place.end:
            head = at
    if scene.syntax.heads[head] != journey:
        return False
    return scene.case_of(head) in _THERE or scene.syntax.is_relation(head, "obj")

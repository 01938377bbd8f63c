# SPDX-License-Identifier: Apache-2.0
"""Who is somewhere for talks is on a visit: "a Norlandic delegation is in Tarsk for talks with the army"."""

from __future__ import annotations

from readout.reading.clauses.arguments import conjuncts, phrases
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.entities import Entity
from readout.reading.happenings.happening import Happening
from readout.reading.happenings.meetings import sense_of_meeting, told
from readout.reading.happenings.parties import Parties, Party
from readout.resources import office_named

__all__ = ["at_stay"]

_AIMS = frozenset("talks negotiations consultations meeting meetings visit summit discussions".split())
_PUBLIC = frozenset("GOV MIL LEG IGO OPP REB PTY COP JUD SPY".split())
_SENT = frozenset("delegation team mission envoy envoys officials diplomats negotiators".split())


def at_stay(scene: Scene, parties: Parties, noun: int) -> Happening | None:
    """Return the visit of somebody of another country who is at a place "for talks" or "on a visit", with whom these are, or where.

    Args:
        scene: Words and trees.
        parties: Who words stand for.
        noun: The talks.
    """
    where = scene.syntax.heads[noun]
    on_visit = scene.case_of(noun) == "on" and scene.lower(noun) in {"visit", "trip"}
    is_aim = on_visit or (scene.lower(noun) in _AIMS and scene.case_of(noun) == "for")
    if not is_aim or scene.case_of(where) != "in" or not scene.syntax.children(where, "cop"):
        return None
    place = parties.entity_at(where)
    subjects = scene.syntax.children(where, "nsubj")
    if [scene.lower(s) for s in subjects] == ["who"]:
        subjects = [scene.syntax.heads[where]]  # "Lind, who was in Tarsk for talks"
    actors = parties.of([w for s in subjects for w in conjuncts(scene, s)], owned=False)
    visitor = parties.entity(actors[0].id) if actors else None
    if place is None or place.type != "place" or place.country is None or visitor is None:
        return None
    is_guest = visitor.type in {"person", "group", "organisation"} and visitor.country not in {None, place.country}
    if not is_guest or not _comes_for_many(visitor, scene.lower(actors[0].word)):
        return None
    others = parties.of(phrases(scene, noun, "with"), owned=False) or [Party(place.id, where, "where to")]
    ids = {p.id for p in actors}
    others = [p for p in others if p.id not in ids]
    return told(sense_of_meeting("be in", "visit"), (noun, noun + 1), where, actors, others) if others else None


def _comes_for_many(visitor: Entity, noun: str) -> bool:
    """Tell whether a visitor holds an office or is of a state or a body: no striker, and no actor."""
    offices = (office_named(role.title) for role in visitor.roles)
    is_office = any(office is not None and office.kind == "office" for office in offices)
    return is_office or visitor.sector in _PUBLIC or noun in _SENT

# SPDX-License-Identifier: Apache-2.0
"""Visits that are only told as expected: "the envoy is expected in Kyiv on Monday", "Lind was due in Lima"."""

from __future__ import annotations

from readout.reading.clauses.arguments import conjuncts
from readout.reading.clauses.scene import Scene
from readout.reading.happenings.happening import Happening
from readout.reading.happenings.meetings import sense_of_meeting, told
from readout.reading.happenings.parties import Parties, Party
from readout.reading.happenings.sides import is_official

__all__ = ["EXPECTED", "at_expected", "is_expected_visit"]

EXPECTED = frozenset({"expected", "due", "awaited"})
_BE = frozenset("is are was were be been being".split())
_LEMMA = "expect"


def at_expected(scene: Scene, parties: Parties, word: int) -> Happening | None:
    """Return the visit for which somebody of office is expected somewhere abroad."""
    if scene.lower(word) not in EXPECTED or scene.lower(word + 1) != "in":
        return None
    if not any(scene.lower(w) in _BE for w in range(max(0, word - 3), word)):
        return None
    article = scene.lower(word + 2) == "the"
    where = scene.mention_at(word + 2 + article) or scene.mention_at(word + 2)
    if where is None or where[1].type != "place" or where[1].country is None:
        return None
    if scene.lower(where[0][1]) in {"'s", "’s"}:
        return None  # "due in London's High Court"
    visitors = [
        p for p in _who_comes(scene, parties, word, where[0][1] - 1) if _may_visit(parties, p, where[1].country)
    ]
    if not visitors:
        return None
    goal = Party(where[1].id, where[0][1] - 1, "where to")
    return told(sense_of_meeting(_LEMMA, "visit"), (word, word + 1), word, visitors, [goal])


def is_expected_visit(happening: Happening) -> bool:
    """Tell whether a visit is only expected."""
    return happening.trigger.lemma == _LEMMA and happening.trigger.type == "CONSULT"


def _who_comes(scene: Scene, parties: Parties, word: int, goal: int) -> list[Party]:
    """Return whose subject the expectation has, be it the adjective, the place or what it hangs on that the tree gives it to."""
    syntax = scene.syntax
    for at in (word, syntax.heads[word], goal):
        for subject in syntax.children(at, "nsubj", "nsubj:pass"):
            if subject >= word:
                continue
            is_relative = scene.lower(subject) in {"who", "which"}
            heads = [syntax.heads[at]] if is_relative else list(conjuncts(scene, subject))
            found = [p for p in parties.of(heads, owned=False) if scene.lower(p.word + 1) not in {"'s", "’s"}]
            if found:  # not whose letter is due
                return found
    return []


def _may_visit(parties: Parties, party: Party, land: str) -> bool:
    """Tell whether somebody's coming to a land is a visit: of a person or mission with an office, from elsewhere."""
    entity = parties.entity(party.id)
    if entity is None or entity.type not in {"person", "group"} or entity.country == land:
        return False
    return is_official(entity) and (bool(entity.roles) or entity.sector not in {None, "CVL", "MED", "BUS"})

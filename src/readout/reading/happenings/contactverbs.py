# SPDX-License-Identifier: Apache-2.0
"""Contacts that a verb tells of with its other side beside it, and journeys to another country that are visits."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.arguments import conjuncts, patients, phrases
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.facts import singular_of
from readout.reading.happenings.contactframes import FRAMES, WRITINGS, Frame, fits, next_word
from readout.reading.happenings.happening import Happening
from readout.reading.happenings.lostparties import FARTHEST, doers, person_after, person_behind
from readout.reading.happenings.meetings import LINES, is_both, is_by_phone, sense_of_meeting, told
from readout.reading.happenings.parties import Parties, Party
from readout.reading.trees.slips import DAYS

__all__ = ["VERBS", "at_verb", "carries_writing", "is_called_in", "writers"]

_TRAVELS = frozenset("flew flown travelled traveled arrived landed went came visited".split())
VERBS = _TRAVELS.union(*(frame.verbs for frame in FRAMES))
_PURPOSES = frozenset(
    "visit talks summit meeting meetings negotiations meet met meets received welcomed greeted hosted discuss official state "
    "consultations counterpart audience invitation see".split()
)


def at_verb(scene: Scene, parties: Parties, verb: int) -> Happening | None:
    """Return the contact that a verb tells of by its frame, or the visit that it is the journey to."""
    lower = scene.lower(verb)
    if lower not in VERBS or scene.syntax.upos[verb] != "VERB":
        return None
    if scene.syntax.is_relation(verb, "amod", "compound", "case", "mark"):
        return None
    if lower == "briefed" and scene.syntax.is_relation(verb, "acl"):
        return None  # "two diplomats briefed on the meeting": nobody says by whom
    if is_called_in(scene, verb):
        return None  # an envoy who is "called in" is summoned
    actors = doers(scene, parties, verb)
    if not actors:
        return None
    for frame in FRAMES:
        if lower in frame.verbs and fits(scene, frame, verb):
            happening = _by_frame(scene, parties, frame, verb, actors)
            if happening is not None:
                return happening
    return _journey(scene, parties, verb, actors) if lower in _TRAVELS else None


def is_called_in(scene: Scene, verb: int) -> bool:
    """Tell whether somebody is "called in", and not called in October or in Lima."""
    behind = verb + 2
    if scene.lower(verb) != "called" or scene.lower(verb + 1) != "in" or behind >= len(scene.encoding.words):
        return False
    entity = scene.entity_of(behind)
    is_place = entity is not None and entity.type == "place" and scene.lower(behind + 1) not in {"'s", "’s"}
    return not (is_place or scene.syntax.upos[behind] == "NUM" or scene.lower(behind) in DAYS)


def _by_frame(scene: Scene, parties: Parties, frame: Frame, verb: int, actors: Sequence[Party]) -> Happening | None:
    ids = {p.id for p in actors}
    others: list[Party] = []
    for slot in frame.slots:
        others = [p for p in _in_slot(scene, parties, verb, slot, frame.near) if p.id not in ids]
        if others:
            break
    line = any(scene.lower(c) in LINES for c in scene.syntax.children(verb, "obl"))
    if not others and not (frame.mutual and is_both(scene, actors, pair=frame.pair and not line)):
        return None
    if not others and _has_other_object(scene, verb) and "obj" in frame.slots:
        return None  # "met criticism"
    if frame.things and "from" not in frame.slots:
        actors = writers(scene, parties, verb) or actors
    mode = frame.mode or ("phone" if is_by_phone(scene, verb) else None)
    return _happening(frame.lemma, verb, mode, actors, others)


def _has_other_object(scene: Scene, verb: int) -> bool:
    return any(scene.lower(thing) not in {"other", "another"} for thing in scene.syntax.children(verb, "obj"))


def _in_slot(scene: Scene, parties: Parties, verb: int, slot: str, near: frozenset[str]) -> list[Party]:
    if slot == "obj":
        # "Welcomed it": what was done, whichever country the pronoun was taken for.
        is_deed = scene.lower(verb).startswith("welcom")
        found = parties.of([w for w in patients(scene, verb) if not (is_deed and scene.lower(w) == "it")], owned=False)
        if found or scene.syntax.children(verb, "aux:pass"):
            return found
        return person_behind(scene, parties, verb + 2 if next_word(scene, verb) in near else verb + 1)
    if slot == "iobj":
        found = parties.of([j for c in scene.syntax.children(verb, "iobj") for j in conjuncts(scene, c)], owned=False)
        return found
    heads = phrases(scene, verb, slot)
    for thing in patients(scene, verb):
        heads = heads or phrases(scene, thing, slot)
    return _who(parties, parties.of(heads, owned=False)) or person_after(scene, parties, verb, slot)


def _who(parties: Parties, found: Sequence[Party]) -> list[Party]:
    """Leave out a country that only stands in front of a title: "with U.S. President Donald Trump"."""
    return [p for p in found if p.direct and not (parties.is_kind(p, "place") and _has_title(parties, p))]


def _has_title(parties: Parties, place: Party) -> bool:
    scene = parties.scene
    after = scene.directory.at_head(place.word)
    ahead = person_behind(scene, parties, place.word + 1)
    return after is not None and bool(ahead) and ahead[0].word - place.word < FARTHEST


def _journey(scene: Scene, parties: Parties, verb: int, actors: Sequence[Party]) -> Happening | None:
    """Read "flew to Pyongyang", "arrived in Riyadh" as a visit, if somebody by name or office goes to another country."""
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[verb]]
    if not _PURPOSES & set(scene.encoding.lower[verb : sentence.end]) and scene.lower(verb) != "visited":
        return None
    visitor = parties.entity(actors[0].id)
    heads = [*patients(scene, verb), *phrases(scene, verb, "to", "in")]
    for head in heads:
        place = parties.entity_at(head)
        if place is None or place.type != "place" or place.country is None or visitor is None:
            continue
        known = visitor.name is not None or bool(visitor.roles)
        if visitor.type in {"person", "group"} and known and visitor.country != place.country:
            return _happening("travel", verb, "visit", actors, [Party(place.id, head, "where to")])
    return None


def _happening(lemma: str, verb: int, mode: str | None, actors: Sequence[Party], others: Sequence[Party]) -> Happening:
    return told(sense_of_meeting(lemma, mode), (verb, verb + 1), verb, actors, others)


def writers(scene: Scene, parties: Parties, verb: int) -> list[Party]:
    """Return whose letter it is that somebody else hands over: "a letter from the president"."""
    things = patients(scene, verb)
    behind = [w for w in phrases(scene, verb, "from") if any(c - 1 in things for c in scene.syntax.children(w, "case"))]
    return parties.of([*(w for thing in things for w in phrases(scene, thing, "from")), *behind], owned=False)


def carries_writing(scene: Scene, verb: int) -> bool:
    """Tell whether what a verb hands over is a letter or the like."""
    return any(singular_of(scene.lower(w)) in WRITINGS for w in patients(scene, verb))

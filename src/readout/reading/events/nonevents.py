# SPDX-License-Identifier: Apache-2.0
"""Happenings that are no events: habits, opinions, private visits, and what is only laid to a charge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readout.reading.clauses.arguments import complement, is_passive, patients, phrases
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.entities import Entity
from readout.reading.events.event import Event
from readout.reading.happenings.happening import Happening
from readout.reading.happenings.parties import Parties
from readout.reading.page.parts import Part
from readout.reading.statements.statements import Statement
from readout.reading.trees.verbforms import SAME_IN_PRESENT
from readout.resources import country

__all__ = ["is_charge", "is_habit", "is_worth_telling", "not_twice"]

_SAID = frozenset(
    {"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "CONCEDE"}
)  # said now, in news: "the minister rejects"
_SHORT = frozenset({"headline", "standfirst", "caption"})  # parts that tell of the past in the present tense
_SAME_IN_PAST = SAME_IN_PRESENT | {"beat"}
_GOES = frozenset({"visit", "travel", "fly", "go", "come", "trip", "surprise trip"})  # people travel for many reasons
_ADDRESSED = frozenset(
    {"SUPPORT", "SANCTION", "CONCEDE", "REJECT"}
)  # told without the other side only of those in office
_RATES = frozenset("every each annually yearly monthly daily weekly per regularly routinely usually often".split())
_ALLOWS = frozenset({"allow", "permit", "let", "concede", "give", "grant"})
_OFTEN = frozenset("always usually often sometimes rarely regularly routinely frequently typically seldom".split())
_POWERS = frozenset("power powers right rights authority ability capacity capability".split())
_CHARGES = frozenset("accused blamed suspected charged".split())
_MAY = frozenset({"willing", "ready", "prepared"})
_SPEAKS = frozenset({"speak", "talk"})
_COUNTERPARTS = frozenset({"counterpart", "counterparts"})
_PASSED = frozenset("adopted passed approved signed issued endorsed enacted".split())
_COMPELS = frozenset({"force", "compel", "coerce"})
_GREETS = frozenset("welcome welcomes welcomed greet greets greeted".split())
_OPINIONS = frozenset({"support", "back", "defend"})
_NOT_SURE = frozenset({"hypothetical", "conditional", "denied", "requested", "attempted"})


def is_habit(scene: Scene, parts: Sequence[Part], happening: Happening, event: Event) -> bool:
    """Tell whether the plain present tense says that something is done again and again: "the government offers loans"."""
    verb = happening.verb
    if verb is not None and _is_mere_power(scene, verb):
        return True
    if verb is not None and _is_rated(scene, verb):
        return True
    if (
        (event.type in _SAID and happening.trigger.lemma not in _ALLOWS)
        or event.date is not None
        or verb is None
        or scene.syntax.children(verb, "cop")
        or event.status not in {"occurred", "ongoing"}
    ):
        return False
    form, lemma = scene.lower(verb), happening.trigger.lemma if verb == happening.word else None
    if _is_counted(scene, verb) or _is_of_act(scene, verb):
        return False
    plain = (form == lemma and lemma not in _SAME_IN_PAST) or (
        lemma is not None and form in {lemma + "s", lemma + "es", lemma[:-1] + "ies"}
    )
    if not plain or is_passive(scene, verb) or scene.syntax.children(verb, "aux", "mark"):
        return False
    if any(part.span.contains(event.triggers[0]) for part in parts if part.kind in _SHORT):
        return False
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[verb]]
    return scene.syntax.upos[sentence.end - 1] == "PUNCT"  # a line without a stop is a headline


def _is_of_act(scene: Scene, verb: int) -> bool:
    """Tell whether an act does in its words what is told, once it is passed: "adopted a resolution that [imposes] a ban"."""
    noun = scene.syntax.heads[verb]
    if not scene.syntax.is_relation(verb, "acl:relcl") or not scene.syntax.is_relation(noun, "obj"):
        return False
    return scene.lower(scene.syntax.heads[noun]) in _PASSED


def _is_rated(scene: Scene, verb: int) -> bool:
    """Tell whether a verb in the present says how often something is done: "does not always reject", "often demands"."""
    helped = {scene.lower(c) for c in scene.syntax.children(verb, "aux", "aux:pass")}
    often = any(scene.lower(c) in _OFTEN for c in scene.syntax.children(verb, "advmod"))
    past = not helped <= {"do", "does"} or scene.lower(verb).endswith(("ed", "ing"))
    return often and not past and scene.syntax.upos[verb] == "VERB"


def _is_mere_power(scene: Scene, verb: int) -> bool:
    """Tell whether a verb only says what somebody might always do: "its power to take witnesses into custody"."""
    before = scene.encoding.lower[max(verb - 2, 0) : verb]
    return before[1:] == ("to",) and before[0] in _POWERS


def _is_counted(scene: Scene, verb: int) -> bool:
    """Tell whether a verb's object is so and so many, and not at every time: "frees [40] prisoners", but not "every year"."""
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[verb]]
    if _RATES & set(scene.encoding.lower[verb : sentence.end]):
        return False
    things = patients(scene, verb)
    return any(
        (scene.syntax.children(w, "nummod") and not scene.syntax.children(w, "det"))
        or scene.lower(w) in {"dozens", "hundreds", "thousands"}
        for w in things
    )


def is_charge(scene: Scene, statements: Sequence[Statement], happening: Happening, event: Event) -> bool:
    """Tell whether something is only laid to somebody's charge, by nobody that is named: "was blamed for the killing"."""
    speaker = None if event.according_to is None else statements[event.according_to].speaker
    if speaker is not None:
        # "Norland rejected a report accusing it of arming rebels": of that it gives no word.
        return scene.lower(scene.syntax.heads[happening.word]) == "accusing" and speaker in event.actors
    below = happening.word if happening.verb is None else happening.verb
    if happening.trigger.type == "REJECT" and scene.syntax.is_relation(below, "acl:relcl"):
        return False  # "accused it of spying, a charge that Norland denied": who is accused answers
    for above in scene.syntax.ancestors(below):
        if scene.syntax.is_relation(below, "advcl", "obl", "ccomp", "xcomp") and scene.lower(above) in _CHARGES:
            marks = {scene.lower(c) for c in scene.syntax.children(below, "case", "mark")}
            own = scene.syntax.children(below, "nsubj", "nsubj:pass")
            bare = not (own or marks or scene.syntax.is_relation(below, "obl"))  # ", an allegation that Togo denied"
            return bool(marks & {"of", "for", "with"}) or bare
        below = above
    return False


def not_twice(scene: Scene, dated: Sequence[tuple[Happening, Event]]) -> list[tuple[Happening, Event]]:
    """Leave out the meeting that a word in another sense seems to tell of: demands that are "met"."""
    given = {h.word for h, _ in dated if h.trigger.type == "CONCEDE"}
    kept = [(h, e) for h, e in dated if h.trigger.type != "CONSULT" or h.word not in given]
    failed = {h.word for h, _ in kept if h.trigger.lemma == "fail"}  # "failed to reach a deal" is one refusal
    kept = [(h, e) for h, e in kept if e.status != "denied" or scene.syntax.heads[h.word] not in failed]
    met = {h.word for h, _ in kept if h.trigger.type == "CONSULT"}
    # Who "welcomed the premier at the airport" praised nobody; who "welcomed him to mediate" did not receive him.
    welcomes = [h for h, _ in kept if h.trigger.lemma == "welcome" and h.trigger.type == "SUPPORT" and h.word in met]
    both = {h.word for h in welcomes}
    owned = {h.word for h in welcomes if any(not p.direct for p in h.recipients)}
    praised = {word for word in both if word in owned or complement(scene, word) is not None}
    return [(h, e) for h, e in kept if h.word not in both or (h.trigger.type == "SUPPORT") == (h.word in praised)]


def is_worth_telling(parties: Parties, happening: Happening, event: Event, lands: Mapping[str, str]) -> bool:
    """Tell whether an event is one: no opinion, no private visit; and what may not happen only of a party that is known.

    Args:
        parties: Who words stand for.
        happening: What the words tell.
        event: What was made of it.
        lands: The countries in which towns lie, by their entities' ids.
    """
    sides = (*event.actors, *event.recipients)
    if happening.again:
        return not any(map(parties.is_press, sides))
    if happening.trigger.lemma in _OPINIONS and not _are_known(parties, event):
        return False  # "respondents who support charter schools"
    if event.type == "CONSULT" and not (any(map(parties.is_public, sides)) or all(map(parties.is_known, sides))):
        return False  # friends meet too
    if event.type == "CONSULT" and len(sides) > 1 and all(_is_club(parties, id) for id in sides):
        return False  # "Rovers meet United on Saturday"
    if event.type == "CONSULT" and parties.scene.lower(happening.word) in _GREETS:
        return any(map(parties.is_official, event.actors))  # crowds greet too
    if (
        event.type in {"CONSULT", "REQUEST"}
        and any(map(parties.is_press, sides))
        and not _is_asked_of_press(parties, happening)
    ):
        return False  # interviews and press questions are statements
    if happening.trigger.lemma in _COMPELS and event.type == "COERCE" and event.mode is None:
        return all(_has_force(parties, id) for id in event.actors)  # lawmakers force a premier by votes
    if happening.trigger.lemma == "evacuate" and event.type == "AID":
        return not any(map(parties.is_building, event.recipients))  # "evacuated embassies in Norland"
    if happening.trigger.lemma == "invite" and happening.trigger.type == "AGREE":
        return all(parties.is_public(id) or parties.is_known(id) for id in event.recipients)  # not 3,000 guests
    goes = event.mode == "visit" and happening.trigger.lemma in _GOES
    met = any(parties.scene.lower(p.word) in _COUNTERPARTS for p in happening.recipients)  # who has one is abroad
    away = met or _is_abroad(parties, happening, event, lands) or _goes_abroad(parties, happening, event, lands)
    if goes and not (all(map(parties.is_official, event.actors)) and away):
        return False
    if (
        event.type in _ADDRESSED
        and not event.recipients
        and not any(_speaks_for_many(parties, id) for id in event.actors)
    ):
        return False
    if event.status == "denied" and _is_who_began(parties.scene, happening):
        return False
    if happening.trigger.lemma in _MAY and not all(map(parties.is_official, event.actors)):
        return False
    speaks = happening.trigger.lemma in _SPEAKS and happening.trigger.part == "verb"
    if speaks and not all(parties.is_known(id) or parties.is_official(id) for id in event.recipients):
        return False  # a speech to veterans
    if event.type == "CONSULT" and len(sides) == 1 and not (happening.again or parties.is_official(sides[0])):
        return False
    if _is_of_one(parties, happening, event):
        return False
    if event.type in _SAID and event.status == "planned":
        return bool(event.recipients)
    if event.status not in _NOT_SURE:
        return True
    if event.actors and not event.recipients and _needs_no_other(parties, happening):
        return all(map(parties.is_official, event.actors))
    if not event.actors or not event.recipients:
        return False
    others = parties.is_known if event.status in {"hypothetical", "conditional"} else bool
    is_tried = event.status in {"denied", "attempted"}
    by_known = parties.is_known(event.actors[0]) or (
        is_tried and (parties.is_public(event.actors[0]) or parties.is_armed(event.actors[0]))
    )
    return by_known and (others(event.recipients[0]) or parties.is_public(event.recipients[0]))


def _is_who_began(scene: Scene, happening: Happening) -> bool:
    """Tell whether it is only denied to have begun what went on: "both sides denied having started the fighting"."""
    begun = scene.lower(scene.syntax.heads[happening.word]) in _BEGINS
    return begun and happening.trigger.part == "noun" and happening.trigger.lemma in _FIGHTS


_BEGINS = frozenset("started starting begun beginning began provoked provoking".split())
_FIGHTS = frozenset("fighting war clash conflict hostility hostilities".split())


def _are_known(parties: Parties, event: Event) -> bool:
    """Tell whether both sides are known; whom a state backs need only bear arms: "Rwanda denies backing the rebels"."""
    doers = [parties.entity(id) for id in event.actors]
    by_state = all(doer is not None and doer.sector in {"GOV", "MIL"} for doer in doers)
    known = all(map(parties.is_known, event.actors))
    return known and all(parties.is_known(id) or (by_state and parties.is_armed(id)) for id in event.recipients)


def _has_force(parties: Parties, id: str) -> bool:
    """Tell whether somebody is a state or its government, or bears arms."""
    entity = parties.entity(id)
    return parties.is_armed(id) or (entity is not None and (entity.sector == "GOV" or entity.type == "place"))


def _is_club(parties: Parties, id: str) -> bool:
    """Tell whether somebody is a body of no sector and no country: such play each other."""
    entity = parties.entity(id)
    return (
        entity is not None
        and entity.type == "organisation"
        and entity.sector in {None, "CVL"}
        and entity.country is None
    )


def _speaks_for_many(parties: Parties, id: str) -> bool:
    """Tell whether somebody is in office, or a body with a name: a union that calls off a strike."""
    entity = parties.entity(id)
    named = entity is not None and entity.type == "organisation" and (entity.name is not None or entity.sector == "LAB")
    return parties.is_official(id) or named


def _is_asked_of_press(parties: Parties, happening: Happening) -> bool:
    """Tell whether somebody else asks the press for something: "told reporters to leave the town"."""
    trigger = happening.trigger
    asked = trigger.type == "REQUEST" and trigger.part == "verb" and all(p.direct for p in happening.recipients)
    return asked and not any(parties.is_press(p.id) for p in happening.actors)


def _needs_no_other(parties: Parties, happening: Happening) -> bool:
    """Tell whether one side is all there is: "the two presidents did not speak", "has no intention of resigning"."""
    trigger = happening.trigger
    both = trigger.mutual and trigger.type in {"CONSULT", "AGREE"} and parties.are_several(happening.actors)
    return both or trigger.mode == "resign" or "power" in trigger.objects  # "tried to seize power"


def _is_of_one(parties: Parties, happening: Happening, event: Event) -> bool:
    """Tell whether "they" who did what takes two are one body: who "they had discussed it" were is not known."""
    if (
        event.type != "CONSULT"
        or happening.trigger.part != "verb"
        or len(happening.actors) + len(happening.recipients) != 1
    ):
        return False
    (party,) = (*happening.actors, *happening.recipients)
    entity = parties.entity(party.id)
    return (
        parties.scene.lower(party.word) == "they"
        and entity is not None
        and entity.type in {"person", "organisation", "place"}
    )


def _is_abroad(parties: Parties, happening: Happening, event: Event, lands: Mapping[str, str]) -> bool:
    """Tell whether a journey leads to another country than the traveller's: "travelled to Moscow"."""
    own, there = (
        {_land_of(e, lands) for id in side if (e := parties.entity(id)) is not None}
        for side in (event.actors, event.recipients)
    )
    if own == {None}:  # "the president visited Togo": whose president is not said, but nobody visits his own country
        is_sent = all(_is_envoy(parties, id) for id in event.actors)
        return bool(event.recipients) and all(
            _is_land(parties, id) or (is_sent and (None not in there or id in lands)) for id in event.recipients
        )
    if not there:  # "visited [Lyon]", a town that stands for nobody
        towns = (parties.entity_at(w) for w in patients(parties.scene, happening.word))
        there = {_land_of(town, lands) for town in towns if town is not None and town.type == "place"}
    return None not in own | there and not own & there


def _land_of(entity: Entity, known: Mapping[str, str]) -> str | None:
    """Return the country of somebody or somewhere; of a territory, which may be the traveller's own, none."""
    code = entity.country or known.get(entity.id)
    land = None if code is None else country(code)
    return None if land is not None and land.status == "territory" else code


def _goes_abroad(parties: Parties, happening: Happening, event: Event, known: Mapping[str, str]) -> bool:
    """Tell whether a journey leads to a place of another country, to whomever it is made: "flew to Washington for talks with"."""
    own = {_land_of(e, known) for id in event.actors if (e := parties.entity(id)) is not None}
    towns = [parties.entity_at(w) for w in phrases(parties.scene, happening.word, "to")]
    lands = {_land_of(town, known) for town in towns if town is not None and town.type == "place"}
    return bool(lands) and bool(own) and None not in own | lands and not own & lands


def _is_envoy(parties: Parties, id: str) -> bool:
    """Tell whether somebody is sent to others, whoever sends, or of no state: "special envoy Lind visited Nairobi"."""
    entity = parties.entity(id)
    if entity is not None and entity.type == "person" and entity.sector == "IGO":
        return True
    titles = [] if entity is None else [role.title.lower().split()[-1] for role in entity.roles if role.title]
    return not _SENT.isdisjoint(titles)


_SENT = frozenset({"envoy", "emissary", "mediator"})


def _is_land(parties: Parties, id: str) -> bool:
    """Tell whether somewhere is a country, named as a whole."""
    entity = parties.entity(id)
    return entity is not None and entity.type == "place" and entity.sector == "GOV"

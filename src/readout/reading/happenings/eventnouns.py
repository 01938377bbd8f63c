# SPDX-License-Identifier: Apache-2.0
"""Nouns and compounds that tell of an event, with the light verb that lends them its subject: "held talks", "a raid on Tarsk"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from readout.reading.clauses.arguments import agents, conjuncts, is_passive, owners, phrases
from readout.reading.clauses.bystanders import without_hosts
from readout.reading.clauses.clauses import Clause
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.coreference.facts import singular_of
from readout.reading.happenings.chairs import are_of_one_body, is_chaired
from readout.reading.happenings.claims import claim_of
from readout.reading.happenings.happening import Happening, sides_of_mutual
from readout.reading.happenings.leavings import as_leaving
from readout.reading.happenings.parties import Parties, Party
from readout.reading.happenings.senses import is_fought
from readout.reading.happenings.slots import DEPTHS
from readout.reading.happenings.strikes import on_strike
from readout.reading.happenings.tellers import teller_in_front
from readout.resources import Trigger, find_office, is_light_verb, noun_triggers_at, verb_triggers

__all__ = ["at_noun", "event_nouns", "is_joined", "is_known_to_source", "is_nobodys", "noun_sources", "of_noun"]

_NOMINAL = frozenset({"NOUN", "PROPN"})
_NEAR = 5  # words between talks and what is done with them
_TOLD_AT = frozenset("in during at after on following".split())
_JOINED_IN = frozenset(
    {"participate", "engage", "take", "join", "enter", "attend", "participated", "engaged", "took", "joined"}
)
_ORDERS = frozenset({"order", "orders", "ordered", "ordering"})
_GETS = frozenset("receive receives received receiving get gets got face faces faced".split())
# Who does this is not of those who meet: "hosts a meeting of ministers", "announced the deployment of troops".
_HOSTS = frozenset(
    "host hosts hosted hosting convene convenes convened convening chair chairs chaired attend attends attended announce announces "
    "announced announcing order orders ordered ordering".split()
)
_ARRANGED = frozenset("organised organized arranged sponsored convened".split())
_ANSWERS = frozenset(
    "responded respond responds retaliated retaliate retaliates replied reacted".split()
)  # "with air strikes"
_TOLD_IN = frozenset("video statement message interview post broadcast recording tape letter audio communique".split())
_MOVES = frozenset({"RETREAT", "MOBILIZE"})
_REVIEWS = frozenset(
    "review reviews reviewed reviewing reconsider reconsiders reconsidered reconsidering reassess reassesses reassessed "
    "reassessing rethink rethinking evaluate evaluating examine examines examined examining assess assesses assessed "
    "assessing".split()
)
_KNOWING = frozenset({("familiar",), ("briefed",), ("informed",), ("aware",), ("privy",), ("knowledge",), ("close",)})
_BEASTS = frozenset("animal asthma bear bee cardiac crocodile dog elephant heart lion panic shark tiger wolf".split())
_CRAFT = frozenset("aircraft helicopter helicopters submarine submarines jet jets drone drones plane planes".split())
_ENTERS = frozenset("enter enters entered entering".split())
_MEASURES = frozenset("minutes hours hour days day weeks".split())
_OFF = frozenset(
    "suspended suspend suspends suspending cancelled canceled cancels cancel postponed postpone postpones scrapped boycotted "
    "boycott boycotts abandoned skipped rejected refused".split()
)
_BRINGS = frozenset("bring brings brought bringing take takes took taking taken".split())
_PUT_OFF = frozenset("called calls calling broke breaks broken put puts cut".split())


def event_nouns(scene: Scene, readable: Sequence[bool]) -> Iterator[tuple[tuple[Trigger, ...], int, int]]:
    """Yield the nouns of events: their senses and words."""
    at = 0
    while at < len(scene.encoding.words):
        found = noun_triggers_at(scene.encoding.words, at) if readable[at] else None
        if found is None or not _is_noun(scene, found[1] - 1):
            at += 1
            continue
        yield found[0], at, found[1]
        at = found[1]


def _is_noun(scene: Scene, word: int) -> bool:
    """Tell whether a word is a noun; "offensive" behind an article or owner is one whatever the tagger says."""
    upos = scene.syntax.upos
    return upos[word] in _NOMINAL or (upos[word] == "ADJ" and word > 0 and upos[word - 1] in {"DET", "PRON", "PART"})


def at_noun(scene: Scene, parties: Parties, triggers: Sequence[Trigger], start: int, end: int) -> Iterator[Happening]:
    """Yield what a noun tells of in the first of its senses that has its parties; nothing if it tells of none."""
    noun = end - 1
    strike = on_strike(scene, parties, noun)
    if strike is not None:
        yield strike
        return
    if scene.encoding.lower[max(start - 1, 0) : end + 1] == ("in", "exchange", "for"):
        return
    if (
        _is_reviewed(scene, noun)
        or is_nobodys(scene, noun)
        or is_known_to_source(scene, start)
        or (scene.lower(noun) == "attack" and _CRAFT & set(scene.encoding.lower[end : end + 1]))
    ):
        return  # "attack helicopters"
    if scene.syntax.is_relation(noun, "compound", "flat", "nmod:poss", "amod") or _is_of_office(scene, noun):
        return
    lent, claim = _light_verb(scene, noun), claim_of(scene, noun)
    off = _is_called_off(scene, start)
    for trigger in triggers:
        if trigger.type == "CONSULT" and (off or is_joined(scene, noun)):
            continue
        claimed = claim is not None and trigger.type == "ASSAULT"
        light = claim if claimed else lent
        actors = parties.of(noun_sources(scene, trigger, noun, light), owned=True)
        if not actors and "adj" in trigger.sources:
            named = parties.of_adjective(noun)
            actors = [named] if named is not None else []
        happening = of_noun(scene, parties, trigger, (start, end), actors, light)
        if light is not None and scene.lower(light) in _GETS and trigger.type != "CONSULT":
            if _is_light_actor(parties, scene, happening, light):
                continue  # "received a warning": somebody else gave it
            happening = _received(scene, parties, happening, light)
        if (
            trigger.lemma == "blockade"
            and happening.actors
            and not any(parties.is_armed(p.id) for p in happening.actors)
        ):
            crowd = not any(parties.is_official(p.id) for p in happening.actors)
            held = replace(trigger, type="PROTEST", mode="obstruct") if crowd else trigger
            happening = replace(happening, trigger=held)  # "farmers joined a blockade of the bridge"
        # Who orders or claims an attack means no words.
        ordered = claimed or (light is not None and scene.lower(light) in _ORDERS)
        if (
            trigger.martial
            and not ordered
            and not is_fought(scene, parties, happening.actors, happening.recipients, happening.arguments, None)
        ):
            continue
        told = _is_told_by_noun(happening, light) or _is_murder(scene, parties, happening)
        if told and not _is_beside_the_talks(scene, happening, light):
            yield happening
            return


def _is_reviewed(scene: Scene, noun: int) -> bool:
    """Tell whether what a noun names is only thought over: "is reviewing its cooperation with the junta"."""
    return scene.syntax.is_relation(noun, "obj", "nsubj:pass") and scene.lower(scene.syntax.heads[noun]) in _REVIEWS


def is_known_to_source(scene: Scene, start: int) -> bool:
    """Tell whether a noun names what an unnamed source knows of: "people familiar with the [discussions]"."""
    lower = scene.encoding.lower
    at = next((w for w in range(start - 1, max(start - 4, 0), -1) if lower[w] in {"with", "on", "of", "to"}), 0)
    return lower[at - 1 : at] in _KNOWING


def is_nobodys(scene: Scene, noun: int) -> bool:
    """Tell whether an attack or an arrest is a beast's or the body's own: "a shark attack", "a cardiac arrest"."""
    return any(scene.lower(c) in _BEASTS for c in scene.syntax.children(noun, "compound", "amod"))


def _is_of_office(scene: Scene, noun: int) -> bool:
    """Tell whether a noun only says what somebody holds an office of: "the director general of military operations"."""
    above = scene.syntax.heads[noun]
    return (
        scene.case_of(noun) == "of"
        and scene.syntax.is_relation(noun, "nmod")
        and find_office(scene.encoding.words, above + 1) is not None
    )


def _is_called_off(scene: Scene, start: int) -> bool:
    """Tell by the words right before talks that they are not held, whatever the tree says: "suspended truce talks"."""
    upos = scene.syntax.upos
    at = start - 1
    pair = scene.encoding.lower[max(0, start - 3) : start]
    if any(one in _PUT_OFF and two == "off" for one, two in pairwise(pair)):  # but "kicked off talks"
        return True
    while at > 0 and start - at < _NEAR and (upos[at] in {"NOUN", "ADJ", "PROPN", "DET", "PRON"}):
        if scene.lower(at) in _OFF:
            return True
        at -= 1
    return at >= 0 and scene.lower(at) in _OFF


def _light_verb(scene: Scene, noun: int) -> int | None:
    """Return the light verb that a noun is the object, or the passive subject, of."""
    if scene.case_of(noun) == "of" and scene.lower(scene.syntax.heads[noun]) in _MEASURES:
        noun = scene.syntax.heads[noun]  # "hosted two [hours] of talks"
    above = scene.syntax.heads[noun]
    if scene.lower(above) in _ANSWERS and scene.case_of(noun) == "with" and scene.syntax.is_relation(noun, "obl"):
        return above
    if (
        not scene.syntax.is_relation(noun, "obj", "nsubj:pass", "obl", "xcomp")
        or scene.syntax.upos[above] not in VERBAL
    ):
        return None
    if scene.syntax.is_relation(noun, "obl") and (scene.lower(above) not in _JOINED_IN or scene.case_of(noun) != "in"):
        return None
    is_told = scene.lower(above) in _BRINGS and scene.lower(above + 1) == "up"
    if is_told:
        return None  # "to bring up the abduction of tourists" is to speak of it
    return above if is_light_verb(scene.encoding.words[above]) else None


def noun_sources(scene: Scene, trigger: Trigger, noun: int, light: int | None) -> list[int]:
    """Return whose a noun's event is: its owner, who stands behind "by" or "of", the subject of its light verb."""
    found: list[int] = []
    hosted = light is not None and scene.lower(light) in _HOSTS and bool(agents(scene, light))
    for slot in trigger.sources:
        if slot == "of" and (hosted or (trigger.type in _MOVES and light is not None and agents(scene, light))):
            continue  # "Norland completed the withdrawal of forces"
        if slot == "poss" or (slot == "poss_of" and _behind(scene, noun, "of")):  # "Norland's killing of an exile"
            found = [w for c in scene.syntax.children(noun, "nmod:poss") if c < noun for w in conjuncts(scene, c)]
            if trigger.type == "CONSULT" and [scene.lower(w) for w in found] == ["their"]:
                found = _two_of_clause(scene, noun) or found
        elif slot in {"by", "from", "between", "of", "among"}:
            found = _behind(scene, noun, slot)
            if not found and slot == "by":  # "the expulsion of two envoys by Norland", whatever the tree hangs it on
                found = [w for of in _behind(scene, noun, "of") for w in phrases(scene, of, slot)]
        if trigger.type == "CONSULT":
            found = without_hosts(scene, found)
        if found:
            return found
    if light is not None:
        if trigger.type == "CONSULT" and scene.lower(light) in _ARRANGED and is_passive(scene, light):
            return []  # "the meeting was organised by the bloc"
        found = agents(scene, light)
        return without_hosts(scene, found) if trigger.type == "CONSULT" else found
    told = _verb_around(scene, noun) if trigger.type == "CONSULT" else None
    return agents(scene, told) if told is not None and not _is_unmet(scene, noun, told) else []


def _is_unmet(scene: Scene, noun: int, verb: int) -> bool:
    """Tell whether it is said that some did not speak where both were: "the two did not [meet] during the summit"."""
    meets = any(trigger.type == "CONSULT" for trigger in verb_triggers(scene.encoding.words[verb]))
    apart = meets and Clause(scene.encoding, scene.syntax, verb).negation() is not None
    return apart and not phrases(scene, noun, "with", "between")


def _behind(scene: Scene, noun: int, preposition: str) -> list[int]:
    """Return the heads of a noun's phrase with a preposition; right behind the noun it counts wherever the tree hangs it."""
    found = phrases(scene, noun, preposition, steps=DEPTHS.get(preposition, 1))
    is_behind = scene.encoding.lower[noun + 1 : noun + 2] == (preposition,)
    if not found and is_behind and scene.syntax.sentence_of[noun] == scene.syntax.sentence_of[noun + 1]:
        head = scene.syntax.heads[noun + 1]
        found = conjuncts(scene, head) if head > noun + 1 and scene.syntax.is_relation(noun + 1, "case") else []
    return found


def _verb_around(scene: Scene, noun: int) -> int | None:
    """Return the verb whose subject takes part in what a noun names: "urged restraint in a call with", "said after talks with"."""
    syntax, above = scene.syntax, teller_in_front(scene, noun)
    case = scene.case_of(noun)
    if (
        syntax.is_relation(noun, "nmod")
        and case in {"in", "during"}
        and syntax.is_relation(above, "obj", "xcomp", "ccomp")
    ):
        above = above if syntax.upos[above] in VERBAL else syntax.heads[above]
    elif not syntax.is_relation(noun, "obl", "ccomp", "advcl") or case not in _TOLD_AT:
        return None
    return above if syntax.upos[above] in VERBAL and not is_passive(scene, above) else None


def of_noun(
    scene: Scene,
    parties: Parties,
    trigger: Trigger,
    words: tuple[int, int],
    actors: Sequence[Party],
    light: int | None,
) -> Happening:
    """Return what a noun tells of, with whom it is done to at the places that its sense names."""
    noun = words[1] - 1
    ids = {party.id for party in actors}
    recipients: list[Party] = []
    places: list[int] = []
    beside = False
    hosted = light is not None and scene.lower(light) in _HOSTS and trigger.type == "CONSULT"
    for slot in (*trigger.targets, "of") if hosted else trigger.targets:
        if slot == "poss":
            at = owners(scene, noun, frozenset())
        else:
            moved = [
                w for w in _behind(scene, noun, "of") if trigger.type in _MOVES
            ]  # "its withdrawal of troops from Norland"
            at = (
                _behind(scene, noun, slot)
                or [w for m in moved for w in phrases(scene, m, slot)]
                or (phrases(scene, light, slot, steps=DEPTHS.get(slot, 1)) if light is not None else [])
            )
            at = [w for w in at if singular_of(scene.lower(w)) not in _TOLD_IN]
        hosted = trigger.type == "CONSULT" and light is not None and scene.lower(light) in _HOSTS
        if not at and slot == "between" and (trigger.mode == "third-party" or hosted):
            at = _quarrelling(scene, noun)  # "hosted talks at his residence between [A] and [B]"
        at = without_hosts(scene, at) if trigger.type == "CONSULT" else at
        places += at
        found = [p for p in parties.of(at, owned=True) if p.id not in ids]
        if not found and slot == "of" and actors:  # "the seizure of two Greek tankers by Iran"
            lands = (parties.of_adjective(w, named=False) for w in at)
            found = [p for p in lands if p is not None and p.id not in ids]
        beside = beside or (slot == "with" and not recipients and bool(found))
        recipients = recipients or found
    # Whom somebody cooperates with are not the two sides: "measures in cooperation with Norland and Tarsk".
    sides = (tuple(actors), tuple(recipients)) if beside else sides_of_mutual(trigger, actors, recipients)
    heads = [*(p.word for p in actors), *places]
    pair = trigger.mutual and not sides[1] and bool(_behind(scene, noun, "between"))
    again = pair and bool(sides[0])
    trigger = as_leaving(parties, trigger, sides[1])
    return Happening(trigger, noun, words, light, *sides, tuple(dict.fromkeys(heads)), again)


def _quarrelling(scene: Scene, noun: int) -> list[int]:
    """Return between whom somebody mediates, farther behind: "a mediation effort to end the rift between [Togo] and [Benin]"."""
    end = scene.syntax.sentences[scene.syntax.sentence_of[noun]].end
    between = next((w for w in range(noun + 1, end) if scene.lower(w) == "between"), None)
    if between is None or not scene.syntax.is_relation(between, "case"):
        return []
    return conjuncts(scene, scene.syntax.heads[between])


def is_joined(scene: Scene, noun: int) -> bool:
    """Tell whether several only take part in a talk that has been told of: "Lind and Rau also joined [the call]"."""
    verb = scene.syntax.heads[noun]
    if scene.lower(verb) != "joined" or not scene.syntax.is_relation(noun, "obj") or phrases(scene, noun, "with"):
        return False
    several = len([w for s in scene.syntax.children(verb, "nsubj") for w in conjuncts(scene, s)]) > 1
    return several and scene.lower(scene.phrase(noun)[0]) == "the"


def _is_told_by_noun(happening: Happening, light: int | None) -> bool:
    """A noun is an event if a light verb tells it of somebody, or if it names both its sides."""
    both = bool(happening.actors and happening.recipients)
    return both or happening.again or (light is not None and bool(happening.actors) and not happening.trigger.weak)


def _two_of_clause(scene: Scene, noun: int) -> list[int]:
    """Return the two who did something in "their" call or meeting: "reached by [Lind] and [Rau] in their call"."""
    above = scene.syntax.heads[noun]
    if scene.syntax.upos[above] != "VERB" or not scene.syntax.is_relation(noun, "obl"):
        return []
    doers = agents(scene, above)
    entities = {e.id for w in doers if (e := scene.entity_of(w)) is not None and e.name is not None}
    return doers if len(doers) == len(entities) == 2 else []


def _is_murder(scene: Scene, parties: Parties, happening: Happening) -> bool:
    """Tell whether a noun names the murder of somebody known as a fact: "the assassination of President Jovenel Moïse"."""
    if happening.trigger.mode != "assassinate" or not happening.recipients:
        return False
    certain = any(scene.lower(c) == "the" for c in scene.syntax.children(happening.word, "det"))
    return certain and all(
        p.direct and parties.is_kind(p, "person") and parties.is_known(p.id) for p in happening.recipients
    )


def _is_light_actor(parties: Parties, scene: Scene, happening: Happening, light: int) -> bool:
    """Tell whether the actor of a noun is only the subject of its light verb."""
    ids = {p.id for p in parties.of(agents(scene, light), owned=True)}
    return any(p.id in ids for p in happening.actors)


def _received(scene: Scene, parties: Parties, happening: Happening, light: int) -> Happening:
    """Return what somebody "received from" another with the receiver as its recipient."""
    if happening.recipients or not happening.actors:
        return happening
    ids = {p.id for p in happening.actors}
    return replace(
        happening, recipients=tuple(p for p in parties.of(agents(scene, light), owned=True) if p.id not in ids)
    )


def _is_beside_the_talks(scene: Scene, happening: Happening, light: int | None) -> bool:
    """Tell whether only somebody's coming or chair is told: "as he entered the talks" says of nobody with whom he spoke."""
    if light is None:
        return False
    chairs = is_chaired(scene, happening.word, light)
    if happening.recipients:
        sides = [scene.directory.entity(p.id) for p in (*happening.actors, *happening.recipients)]
        return chairs and are_of_one_body(sides)  # "who chaired the meeting with EU envoy Rau"
    return chairs or scene.lower(light) in _ENTERS

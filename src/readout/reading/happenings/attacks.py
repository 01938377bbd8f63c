# SPDX-License-Identifier: Apache-2.0
"""Attacks and mishaps: what a weapon did, whose attack it was, and harm that is done by nobody's hand.

"A car bomb killed twelve" is an attack without a doer, told at the noun. An explosion may be either: it is one only where the
report tells of bombs, attackers or the like, and not where gas, a mine or a factory is what exploded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from readout.reading.clauses.arguments import agents, is_passive, phrases
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.facts import singular_of
from readout.reading.happenings.eventnouns import is_nobodys, noun_sources, of_noun
from readout.reading.happenings.happening import Happening
from readout.reading.happenings.parties import Parties, Party
from readout.reading.happenings.senses import nouns_of
from readout.resources import Trigger, is_in_set, noun_triggers_at

__all__ = ["attack_around", "is_by_weapon", "is_mishap", "of_attack", "raiders"]

_WEAPONS = frozenset("airstrike bomb bombing bullet gunfire grenade mine mortar shell shelling shot".split())
_CONFLICTS = frozenset({"conflict", "violence", "battle", "insurgency"})
_LAID = frozenset("mine landmine bomb grenade ied roadside".split())
_BLASTS = frozenset("explosion blast detonation".split())
_RAIDS = frozenset("raid operation crackdown sweep swoop incursion ambush search".split())
_COMES = frozenset("come comes came coming".split())
_HURT = frozenset("kill injure wound maim leave".split())
_ATTACKED = frozenset(
    "bomb bombs bomber bombers bombing bombings attack attacks attacked attacker attackers assailants militant militants insurgent "
    "insurgents rebel rebels terrorist terrorists terrorism explosives landmine landmines ied grenade grenades rocket rockets "
    "missile missiles shelling drone drones airstrike airstrikes responsibility".split()
)


def is_by_weapon(scene: Scene, trigger: Trigger, verb: int) -> bool:
    """Tell whether a weapon or an attack does it, whoever's it is: "a car bomb killed twelve"."""
    found = agents(scene, verb) if trigger.type == "ASSAULT" else []
    if trigger.mode == "cyber":  # "a cyberattack hit the ministry"
        return any(singular_of(scene.lower(w)) in trigger.subjects for w in agents(scene, verb))
    return any(_is_weapon(scene, w) or (trigger.lemma in _HURT and any(_senses_at(scene, w))) for w in found)


def of_attack(scene: Scene, parties: Parties, happening: Happening) -> Happening:
    """Tell of the attack itself where it is named and nobody with it: of "the bombing of the town killed ten" the bombing."""
    verb = happening.word
    if happening.actors or happening.trigger.type != "ASSAULT" or is_passive(scene, verb):
        return happening
    for noun in agents(scene, verb):
        found = _attack_at(scene, noun)
        if found is not None:
            trigger, start = found
            attack = of_noun(scene, parties, trigger, (start, noun + 1), (), None)
            whom = {p.id: p for p in (*attack.recipients, *happening.recipients)}
            words = tuple(dict.fromkeys((*attack.arguments, *happening.arguments)))
            return replace(attack, verb=verb, recipients=tuple(whom.values()), arguments=words)
    return happening


def _attack_at(scene: Scene, noun: int) -> tuple[Trigger, int] | None:
    """Return the sense of a noun that tells of an attack, and its first word: "car bomb", "shelling"."""
    for trigger, at in _senses_at(scene, noun):
        if not trigger.martial and trigger.lemma != "explosion":
            return trigger, at
    return None


def _senses_at(scene: Scene, noun: int) -> Iterator[tuple[Trigger, int]]:
    """Yield the senses in which a noun or compound is an assault, each with its first word."""
    for at in range(max(0, noun - 1), noun + 1):
        found = noun_triggers_at(scene.encoding.words, at)
        if found is not None and found[1] == noun + 1:
            yield from ((trigger, at) for trigger in found[0] if trigger.type == "ASSAULT")


def _is_weapon(scene: Scene, noun: int) -> bool:
    word = singular_of(scene.lower(noun))
    return is_in_set("weapons", word) or word in _WEAPONS | _BLASTS or _attack_at(scene, noun) is not None


def attack_around(scene: Scene, parties: Parties, verb: int) -> tuple[list[int], list[Party]]:
    """Return the attack in which something happened to somebody, and whose it was: "were killed in an ambush by the rebels"."""
    under = phrases(scene, verb, "under") if scene.lower(verb) in _COMES else []
    if under:  # "came under fire from the rebels"
        return under, parties.of([w for at in (*under, verb) for w in phrases(scene, at, "from", "by")], owned=True)
    for noun in phrases(scene, verb, "in", "by", "during"):
        trigger = next((trigger for trigger, _ in _senses_at(scene, noun)), None)
        if _is_where_fought(scene, noun):
            return [noun], []
        if trigger is None or is_nobodys(scene, noun):
            continue
        found = parties.of(noun_sources(scene, trigger, noun, None), owned=True)
        named = parties.of_adjective(noun) if not found and "adj" in trigger.sources else None
        if not found and named is None and trigger.mutual:  # "in a clash with militants"
            found = parties.of(phrases(scene, noun, "with"), owned=True)
        return [noun], found or ([named] if named is not None else [])
    return [], []


def raiders(scene: Scene, parties: Parties, verb: int) -> list[Party]:
    """Return whose raid it is in which somebody was seized: "were detained in a [US] raid", "in an operation by the police"."""
    for noun in phrases(scene, verb, "in", "during"):
        if singular_of(scene.lower(noun)) in _RAIDS:
            found = parties.of(phrases(scene, noun, "by"), owned=True)
            named = parties.of_adjective(noun) if not found else None
            return found or ([named] if named is not None else [])
    return []


def _is_where_fought(scene: Scene, noun: int) -> bool:
    """Tell whether a noun names a conflict and not who fights it: "died in the conflict", "killed in Togo's civil war"."""
    word, whose = singular_of(scene.lower(noun)), phrases(scene, noun, "between", "on", "against", "with")
    return not whose and (word in _CONFLICTS or (word == "war" and not phrases(scene, noun, "in")))


def is_mishap(scene: Scene, trigger: Trigger, verb: int) -> bool:
    """Tell whether somebody is hurt by no one's hand: "killed in a landslide", "when a bus fell", "crashed, killing two"."""
    if trigger.lemma not in _HURT:
        return False
    blasts = list(_blasts_at(scene, verb))
    if any(_LAID.intersection(_said_before(scene, blast)) for blast in blasts):
        return False  # "a mine blast" is somebody's, whoever laid it
    if blasts:
        return any(_is_of_things(scene, blast) for blast in blasts) or _ATTACKED.isdisjoint(scene.encoding.vocabulary)
    if is_passive(scene, verb) and agents(scene, verb):
        return False
    above = scene.syntax.heads[verb]
    if scene.syntax.is_relation(verb, "advcl") and is_in_set("mishap_verbs", scene.lower(above)):
        return True
    clauses = (verb, above) if scene.syntax.is_relation(verb, "advcl") else (verb,)
    around = [w for at in clauses for w in scene.syntax.children(at, "obl", "advcl", "nsubj")]
    if any(is_in_set("weapons", singular_of(scene.lower(w))) for w in agents(scene, verb)):
        return False
    return any(is_in_set("mishap_verbs", scene.lower(w)) for w in around) or any(
        is_in_set("mishaps", noun) for w in around for noun in nouns_of(scene, w)
    )


def _blasts_at(scene: Scene, verb: int) -> Iterator[int]:
    """Yield the explosions that hurt somebody: "the [blast] killed ten", "were killed in an [explosion]"."""
    for noun in (*agents(scene, verb), *phrases(scene, verb, "in", "by", "from")):
        if singular_of(scene.lower(noun)) in _BLASTS:
            yield noun


def _said_before(scene: Scene, blast: int) -> list[str]:
    """Return the words in front of an explosion that say of what it is, singular."""
    return [singular_of(scene.lower(w)) for w in scene.syntax.children(blast, "compound", "amod")]


def _is_of_things(scene: Scene, blast: int) -> bool:
    """Tell whether what exploded explodes by accident: "a gas explosion", "a blast at a fireworks factory"."""
    before = _said_before(scene, blast)
    if any(is_in_set("hazards", word) and word != "mine" for word in before):  # "a mine blast" is a weapon's
        return True
    behind = phrases(scene, blast, "at", "in", "of", "inside")
    return any(is_in_set("hazards", noun) for w in behind for noun in nouns_of(scene, w))

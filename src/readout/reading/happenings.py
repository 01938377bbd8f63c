# SPDX-License-Identifier: Apache-2.0
"""Find the triggers of events in the trees, each in the sense that its sentence gives it, with its parties.

One happening is one trigger at one place; `readout.reading.events` makes events of them. Nothing is one without somebody in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from readout.reading.arguments import agents, complement, conjuncts, is_passive, owners, patients, phrases
from readout.reading.draft import VERBAL, Scene
from readout.reading.facts import singular_of
from readout.reading.parties import Parties, Party
from readout.reading.senses import fits, is_fought, is_general, is_mishap, mode_told, nouns_of
from readout.resources import Trigger, find_office, is_in_set, is_light_verb, noun_triggers_at, verb_triggers

__all__ = ["Happening", "find_happenings", "without_purposes"]

_NOMINAL = frozenset({"NOUN", "PROPN"})
_TAKES_TWO = frozenset({"AID", "COOPERATE"})  # PLOVER codes them with a recipient only
# Prepositions that tell a side even where they hang some steps below: "held talks in Oslo with Dahl", "sent tonnes of aid to Chad".
_DEPTHS = {"with": 3, "against": 3, "between": 3, "to": 3, "for": 2}
_ADJECTIVES = frozenset({"willing", "ready", "prepared"})  # "Moscow is ready to sign"
_TOLD_AT = frozenset("in during at after on following".split())
_REACH = 7  # words behind a verb
_LONGEST_TRIGGER = 5  # words between a verb and the noun that makes its sense
_JOINED_IN = frozenset(
    {"participate", "engage", "take", "join", "enter", "attend", "participated", "engaged", "took", "joined"}
)
_SAYS_WHAT = frozenset({"AGREE", "REJECT", "THREATEN"})
_ABOUT = frozenset("on of to from for against with".split())
_DEEPEST = 3  # phrases from what is promised to whom it concerns
_PERSONAL = frozenset("they he she who them their".split())
_WEAPONS = frozenset("airstrike bomb bombing bullet gunfire grenade mine mortar shell shelling shot".split())
_GETS = frozenset("receive receives received receiving get gets got face faces faced".split())
_BELOW = {"on": 2, "against": 2}  # "tariffs of 20 percent on Norland": steps from a thing to whom it concerns
# Who does this is not of those who meet: "hosts a meeting of ministers", "announced the deployment of troops".
_HOSTS = frozenset(
    "host hosts hosted hosting convene convenes convened convening chair chairs chaired attend attends attended announce announces "
    "announced announcing order orders ordered ordering".split()
)
_EXPELS = frozenset({"expel", "deport"})
_ENTERS = frozenset("enter enters entered entering".split())
_MATERIAL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "AID"})
# What is done for its own kind is one act: "gave flour to feed", "telephoned to brief".
_ONE_ACT = (frozenset({"AID", "SUPPORT", "COOPERATE"}), frozenset({"CONSULT"}))
_DONE_TO = frozenset({"ASSAULT", "COERCE"})  # told without their doer: "Two activists were arrested"


@dataclass(frozen=True, slots=True)
class Happening:
    """A trigger at one place.

    Attributes:
        trigger: Its sense.
        word: Its head word.
        words: Its words, half-open.
        verb: The verb of its clause: itself, or the light verb that a noun depends on.
        actors: Who does it.
        recipients: To whom or with whom.
        arguments: Head words of all that belongs to it, parties or not.
        again: Whether it only speaks of a pair that must be named before: "the meeting between the two ministers".
    """

    trigger: Trigger
    word: int
    words: tuple[int, int]
    verb: int | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    arguments: tuple[int, ...]
    again: bool = False


_WHERE = frozenset({"in", "at"})
_PLACES = frozenset({"in", "at", "outside"})


def find_happenings(scene: Scene, parties: Parties, readable: Sequence[bool]) -> list[Happening]:
    """Find the happenings of a report, in text order.

    Args:
        scene: Words and trees.
        parties: Who words stand for.
        readable: Whether each word stands in a part of the report that tells something.
    """
    found = [h for w in range(len(scene.encoding.words)) if readable[w] for h in _at_verb(scene, parties, w)]
    told = {h.word for h in found}
    nouns = [noun for noun in _nouns(scene, readable) if noun[2] - 1 not in told]
    found += [h for noun in nouns for h in _at_noun(scene, parties, *noun)]
    kept = _joined(scene, _unspent(_untested(scene, found)))
    return sorted(without_purposes(scene, kept), key=lambda h: h.words)


def without_purposes(scene: Scene, found: Sequence[Happening]) -> list[Happening]:
    """Leave out what is only the purpose of another happening of its kind."""
    return [h for h in found if not _is_purpose(scene, h, found)]


def _is_purpose(scene: Scene, aim: Happening, found: Sequence[Happening]) -> bool:
    """Tell whether a happening is only what another one is for: "gave a million to help Norland" is one gift."""
    alike = next((types for types in _ONE_ACT if aim.trigger.type in types), None)
    if aim.word != aim.verb or alike is None or not _is_infinitive(scene, aim.word):
        return False
    above, whom = scene.syntax.heads[aim.word], {p.id for p in aim.recipients}
    return any(
        h.trigger.type in alike and above in {h.word, *h.arguments} and whom <= {p.id for p in h.recipients}
        for h in found
        if h is not aim
    )


def _untested(scene: Scene, found: Sequence[Happening]) -> list[Happening]:
    """Leave out the launch of weapons that are told to have struck: "fired [rockets that hit a school]" is one assault."""
    struck = {scene.syntax.heads[h.word] for h in found if h.trigger.type == "ASSAULT" and _is_clause(scene, h.word)}
    return [h for h in found if h.trigger.type != "MOBILIZE" or not struck & set(h.arguments)]


def _is_clause(scene: Scene, word: int) -> bool:
    return scene.syntax.is_relation(word, "acl", "acl:relcl")


def _unspent(found: Sequence[Happening]) -> list[Happening]:
    """Leave out nouns that only say what a verb's event is about: of "lifted its sanctions" the lifting is what happened."""
    spent = {w for h in found if h.trigger.objects and h.word == h.verb for w in h.arguments}
    return [
        h
        for h in found
        if h.trigger.part == "verb" or h.trigger.type == "CONSULT" or h.word not in spent or _is_twin(h, found)
    ]


def _is_twin(noun: Happening, found: Sequence[Happening]) -> bool:
    return any(h.trigger.type == noun.trigger.type and noun.word in h.arguments for h in found if h is not noun)


# Verbs


def _at_verb(scene: Scene, parties: Parties, verb: int) -> Iterator[Happening]:
    if scene.syntax.upos[verb] not in {"VERB", "ADJ"} or scene.syntax.is_relation(
        verb, "amod", "compound", "aux", "case", "mark"
    ):
        return
    if bool(scene.syntax.children(verb, "cop")) != (
        scene.encoding.lower[verb] in _ADJECTIVES
    ):  # "is honoured" tells nothing
        return
    for trigger in verb_triggers(scene.encoding.words[verb]):
        if fits(scene, parties, trigger, verb):
            happening = _of_verb(scene, parties, trigger, verb)
            if trigger.martial and not is_fought(
                scene, parties, happening.actors, happening.recipients, happening.arguments, verb
            ):
                continue
            sides = happening.actors or happening.recipients
            told = _is_told(
                happening,
                passive=is_passive(scene, verb) or _is_by_weapon(scene, trigger, verb),
                doer=bool(agents(scene, verb)) and not _is_by_weapon(scene, trigger, verb),
                several=parties.are_several(happening.actors),
            )
            if is_mishap(scene, trigger, verb):
                return
            if told and not is_general(scene, parties, sides, verb, trigger.lemma):
                yield _of_attack(scene, parties, _without_where(scene, parties, happening))
                return


def _is_by_weapon(scene: Scene, trigger: Trigger, verb: int) -> bool:
    """Tell whether a weapon or an attack does it, whoever's it is: "a car bomb killed twelve"."""
    return trigger.type == "ASSAULT" and any(_is_weapon(scene, w) for w in agents(scene, verb))


def _of_attack(scene: Scene, parties: Parties, happening: Happening) -> Happening:
    """Tell of the attack itself where it is named and nobody with it: of "the bombing of the town killed ten" the bombing."""
    verb = happening.word
    if happening.actors or happening.trigger.type != "ASSAULT" or is_passive(scene, verb):
        return happening
    for noun in agents(scene, verb):
        found = _attack_at(scene, noun)
        if found is not None:
            trigger, start = found
            attack = _of_noun(scene, parties, trigger, (start, noun + 1), (), None)
            whom = {p.id: p for p in (*attack.recipients, *happening.recipients)}
            words = tuple(dict.fromkeys((*attack.arguments, *happening.arguments)))
            return replace(attack, verb=verb, recipients=tuple(whom.values()), arguments=words)
    return happening


def _attack_at(scene: Scene, noun: int) -> tuple[Trigger, int] | None:
    """Return the sense of a noun that tells of an attack, and its first word: "car bomb", "shelling"."""
    for at in range(max(0, noun - 1), noun + 1):
        found = noun_triggers_at(scene.encoding.words, at)
        if found is not None and found[1] == noun + 1:
            for trigger in found[0]:
                if trigger.type == "ASSAULT" and not trigger.martial and trigger.lemma != "explosion":
                    return trigger, at
    return None


def _is_weapon(scene: Scene, noun: int) -> bool:
    if is_in_set("weapons", singular_of(scene.lower(noun))) or singular_of(scene.lower(noun)) in _WEAPONS:
        return True
    return _attack_at(scene, noun) is not None


def _without_where(scene: Scene, parties: Parties, happening: Happening) -> Happening:
    """Leave out of the sides of what is mutual where it took place: "the two had last met in Hawaii", "agreed in Cairo"."""
    if happening.trigger.type not in {"CONSULT", "AGREE"} or not _WHERE & set(happening.trigger.targets):
        return happening
    others = tuple(p for p in happening.recipients if not _is_where(scene, parties, p))
    actors, recipients = _mutual(happening.trigger, happening.actors, others)
    return replace(happening, actors=actors, recipients=recipients)


def _is_where(scene: Scene, parties: Parties, party: Party) -> bool:
    """Tell whether a party is the place in which something is done."""
    return parties.is_place(party) and scene.case_of(party.word) in _WHERE


def _of_verb(scene: Scene, parties: Parties, trigger: Trigger, verb: int) -> Happening:
    sources = agents(scene, verb)
    actors = parties.of(sources, owned=trigger.mode != "visit")  # "a Norlandic plane flying to Tarsk" visits nobody
    if not actors and trigger.mode in _EXPELS and is_passive(scene, verb):  # "were expelled from Norland": by Norland
        actors = [p for p in parties.of(phrases(scene, verb, "from"), owned=False) if parties.is_place(p)]
    if not actors and sources:
        sources = [*sources, *_users(scene, sources)]
        actors = parties.of(sources, owned=trigger.mode != "visit")
    if trigger.type in {"ASSAULT", "ACCUSE"}:  # "the home of a man who killed two": no building kills
        actors = [p for p in actors if not _is_thing(scene, parties, p)]
    ids = {party.id for party in actors}
    recipients: list[Party] = []
    arguments = [*sources, *patients(scene, verb)]
    for slot in trigger.targets:
        if trigger.type == "PROTEST" and slot in _PLACES and patients(scene, verb):
            continue  # "at the school, parents protested the system": not against the school
        words = _slot(scene, slot, verb, trigger.type)
        arguments += words
        found = [p for p in _at_slot(parties, slot, words, owned=trigger.type != "CONSULT") if p.id not in ids]
        if slot == "clause":
            both = trigger.mutual and len(actors) > 1
            found = [] if both else [p for p in found if not (_is_own(scene, p) or _is_sent(scene, p))]
        if slot == "owner":
            found = [p for p in found if not _is_own(scene, p)]
        if slot == "with":  # "with the approval of the cabinet, Norland agreed"
            found = [p for p in found if p.direct or (p.argument or 0) > verb]
        if slot == "obj" and trigger.type == "RETREAT" and trigger.mode == "withdraw":  # "left two civilians dead"
            found = [p for p in found if parties.is_kind(p, "place", "organisation")]
        if trigger.type not in _MATERIAL:
            found = [p for p in found if not parties.is_mere_place(p)]
        recipients = recipients or found
    if not recipients and trigger.type in _SAYS_WHAT and not (trigger.mutual and len(actors) > 1):
        recipients = [p for p in _concerned(scene, parties, verb) if p.id not in ids][:1]
    moves = trigger.type == "MOBILIZE" or "peacekeeping" in trigger.contexts
    if moves and not actors and is_passive(scene, verb):  # "Riot police were deployed"
        actors = parties.of(patients(scene, verb), owned=True)
    if trigger.type == "ASSAULT" and not actors and is_passive(scene, verb):
        attack, attackers = _attack_around(scene, parties, verb)
        actors = [p for p in attackers if p.id not in {r.id for r in recipients}]
        arguments += attack
    sides = _mutual(trigger, actors, recipients)
    trigger = replace(trigger, mode=mode_told(scene, trigger, verb))
    return Happening(trigger, verb, _trigger_words(scene, trigger, verb), verb, *sides, tuple(dict.fromkeys(arguments)))


def _attack_around(scene: Scene, parties: Parties, verb: int) -> tuple[list[int], list[Party]]:
    """Return the attack in which something happened to somebody, and whose it was: "were killed in an ambush by the rebels"."""
    for noun in phrases(scene, verb, "in", "by", "during"):
        known = noun_triggers_at(scene.encoding.words, noun)
        for trigger in known[0] if known is not None else ():
            if trigger.type == "ASSAULT":
                found = parties.of(_noun_sources(scene, trigger, noun, None), owned=True)
                named = parties.of_adjective(noun) if not found and "adj" in trigger.sources else None
                return [noun], found or ([named] if named is not None else [])
    return [], []


def _is_own(scene: Scene, party: Party) -> bool:
    """Tell whether a party is the actor's own: "pledged to withdraw [its troops]" is pledged to nobody."""
    return any(scene.lower(c) in {"its", "their", "his", "her"} for c in scene.syntax.children(party.word, "nmod:poss"))


def _is_thing(scene: Scene, parties: Parties, party: Party) -> bool:
    """Tell whether a party is a building or a spot, or one that a pronoun of persons has been taken for."""
    entity = parties.entity(party.id)
    unnamed = entity is not None and entity.name is None
    return parties.is_mere_place(party) and (unnamed or scene.lower(party.word) in _PERSONAL)


def _is_sent(scene: Scene, party: Party) -> bool:
    """Tell whether a party is only what is sent to another: "offered to send [troops] to [Norland]"."""
    thing = party.direct and any(is_in_set(s, singular_of(scene.lower(party.word))) for s in _SENT)
    above = scene.syntax.heads[party.word]
    return thing and scene.syntax.is_relation(party.word, "obj") and scene.lower(above) in _SENDING


def _users(scene: Scene, things: Sequence[int]) -> list[int]:
    """Return who has things act: "[Norland] fired rockets that hit a school", "sent jets to bomb", "issued a note backing"."""
    verbs = [scene.syntax.heads[w] for w in things if scene.syntax.is_relation(w, "obj")]
    return [w for v in verbs if scene.lower(v) in _USING for w in agents(scene, v)]


_SENT = ("troops", "envoys", "arms_aid")
_SENDING = frozenset(
    "send sending deploy deploying provide providing contribute contributing dispatch dispatching".split()
)
_USING = frozenset(
    "use uses used using fire fires fired firing launch launches launched launching send sends sent sending deploy deploys "
    "deployed drop drops dropped dropping dispatch dispatched scramble scrambled issue issues issued issuing sign signs signed "
    "signing release released publish published write wrote written adopt adopted pass passed put puts".split()
)


def _trigger_words(scene: Scene, trigger: Trigger, verb: int) -> tuple[int, int]:
    """Return a verb's words, with the noun or particle that makes its sense, if that is near: "declared a curfew"."""
    made = [w for w in patients(scene, verb) if trigger.objects & set(nouns_of(scene, w))]
    made += [w for w in range(verb + 1, min(verb + 3, len(scene.encoding.words))) if scene.lower(w) in trigger.next]
    near = [w for w in made if abs(w - verb) <= _LONGEST_TRIGGER]
    return verb, max([verb, *near]) + 1


def _at_slot(parties: Parties, slot: str, words: Sequence[int], *, owned: bool) -> list[Party]:
    """Return the parties at the words of a place; of things only their owners, where the place asks for these."""
    if slot == "owner":
        return [replace(p, argument=word) for word in words for p in parties.owner_of(word)]
    return parties.of(words, owned=owned)


def _slot(scene: Scene, slot: str, verb: int, event_type: str) -> list[int]:
    things = patients(scene, verb)
    if slot == "obj":
        return things
    if slot == "iobj":
        return [w for c in scene.syntax.children(verb, "iobj") for w in conjuncts(scene, c)]
    if slot == "owner":
        return things
    if slot == "clause":
        return _helped(scene, verb) if event_type == "AID" else _of_clause(scene, verb, or_whom=event_type != "REQUEST")
    found = phrases(scene, verb, slot, steps=_DEPTHS.get(slot, 1))
    for thing in things:  # "lifted the sanctions on Norland", "… the sanctions imposed on Norland"
        for head in (thing, *scene.syntax.children(thing, "acl")):
            found += [w for w in phrases(scene, head, slot, steps=_BELOW.get(slot, 1)) if w not in found]
    below = complement(scene, verb)
    found = found or ([] if below is None else phrases(scene, below, slot))
    return found or (_nearby(scene, verb, slot) if slot in _DEPTHS else [])


def _helped(scene: Scene, verb: int) -> list[int]:
    """Return whom what is given is to help: "sent 40 tonnes of flour to feed [refugees]", "pledged money to rebuild [towns]"."""
    below = complement(scene, verb)
    aims = [
        c for thing in patients(scene, verb) for c in scene.syntax.children(thing, "acl") if _is_infinitive(scene, c)
    ]
    return [
        w for aim in ([] if below is None else [below]) + aims if not _is_harm(scene, aim) for w in patients(scene, aim)
    ]


def _is_harm(scene: Scene, verb: int) -> bool:
    """Tell whether a verb tells of harm: who "sent jets to bomb" a town did not help it."""
    return any(trigger.type in _DONE_TO for trigger in verb_triggers(scene.encoding.words[verb]))


def _concerned(scene: Scene, parties: Parties, verb: int) -> list[Party]:
    """Return whom what is promised or refused concerns, deep in its words: "agreed to lift a ban on imports of [Irish] beef"."""
    below = complement(scene, verb)
    level = [] if below is None else patients(scene, below)
    for _ in range(_DEEPEST):
        level = [w for head in level for w in scene.syntax.children(head, "nmod") if scene.case_of(w) in _ABOUT]
        for word in level:
            found = [p for p in parties.of([word], owned=True) if parties.is_known(p.id) and not _is_own(scene, p)]
            if found:
                return found
    return []


def _is_infinitive(scene: Scene, verb: int) -> bool:
    return any(scene.lower(c) == "to" for c in scene.syntax.children(verb, "mark"))


def _nearby(scene: Scene, verb: int, preposition: str) -> list[int]:
    """Return the head of the phrase that a preposition begins soon behind a verb, wherever the tree hangs it."""
    syntax = scene.syntax
    for at in range(verb + 1, min(verb + 1 + _REACH, len(scene.encoding.words))):
        if syntax.upos[at] in {"PUNCT", "VERB", "AUX", "SCONJ"}:
            return []
        if scene.lower(at) == preposition and syntax.is_relation(at, "case") and syntax.heads[at] > at:
            return conjuncts(scene, syntax.heads[at])
    return []


def _of_clause(scene: Scene, verb: int, *, or_whom: bool) -> list[int]:
    """Return who is to act in the clause that depends on a verb, else, if wanted, whom the act is to concern."""
    below = complement(scene, verb)
    if below is None:
        return []
    own = set(agents(scene, verb))
    others = [w for w in agents(scene, below) if w not in own]
    oblique = [w for c in scene.syntax.children(below, "obl") for w in conjuncts(scene, c)]
    return others or ([*patients(scene, below), *oblique] if or_whom else [])


def _mutual(
    trigger: Trigger, actors: Sequence[Party], recipients: Sequence[Party]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Part the sides of what both do: in "the two met" and "Kyiv and Moscow agreed" the first is put down as the actor."""
    if trigger.mutual and not recipients and len(actors) > 1:
        return tuple(actors[:1]), tuple(actors[1:])
    if trigger.mutual and not actors and len(recipients) > 1:
        return tuple(recipients[:1]), tuple(recipients[1:])
    return tuple(actors), tuple(recipients)


def _is_told(happening: Happening, *, passive: bool, doer: bool, several: bool) -> bool:
    """Tell whether enough is said for an event: who did it, or to whom something was done by nobody that is named.

    Args:
        happening: The happening.
        passive: Whether it stands in a passive clause.
        doer: Whether the words name what did it: "intimidated by the language" was nobody's act.
        several: Whether the actor is several by itself: "the leaders of Armenia and Russia signed".
    """
    if happening.trigger.mutual and happening.actors and several:
        return True
    if happening.trigger.weak or happening.trigger.type in _TAKES_TWO:
        return bool(happening.actors and happening.recipients)
    if happening.actors:
        return True
    moved = happening.trigger.mode in {"expel", "release"} and bool(happening.trigger.objects | happening.trigger.near)
    return passive and not doer and (happening.trigger.type in _DONE_TO or moved) and bool(happening.recipients)


# Nouns


def _nouns(scene: Scene, readable: Sequence[bool]) -> Iterator[tuple[tuple[Trigger, ...], int, int]]:
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


def _at_noun(scene: Scene, parties: Parties, triggers: Sequence[Trigger], start: int, end: int) -> Iterator[Happening]:
    noun = end - 1
    if scene.encoding.lower[max(start - 1, 0) : end + 1] == ("in", "exchange", "for"):
        return
    if scene.syntax.is_relation(noun, "compound", "flat", "nmod:poss", "amod") or _is_of_office(scene, noun):
        return
    light = _light_verb(scene, noun)
    off = _is_called_off(scene, start)
    for trigger in triggers:
        if off and trigger.type == "CONSULT":
            continue
        actors = parties.of(_noun_sources(scene, trigger, noun, light), owned=True)
        if not actors and "adj" in trigger.sources:
            named = parties.of_adjective(noun)
            actors = [named] if named is not None else []
        happening = _of_noun(scene, parties, trigger, (start, end), actors, light)
        if light is not None and scene.lower(light) in _GETS and trigger.type != "CONSULT":
            if _is_light_actor(parties, scene, happening, light):
                continue  # "received a warning": somebody else gave it
            happening = _received(scene, parties, happening, light)
        if trigger.martial and not is_fought(
            scene, parties, happening.actors, happening.recipients, happening.arguments, None
        ):
            continue
        if _is_told_by_noun(happening, light) and not _is_arrival(scene, happening, light):
            yield happening
            return


def _is_of_office(scene: Scene, noun: int) -> bool:
    """Tell whether a noun only says what somebody holds an office of: "the director general of military operations"."""
    above = scene.syntax.heads[noun]
    return (
        scene.case_of(noun) == "of"
        and scene.syntax.is_relation(noun, "nmod")
        and find_office(scene.encoding.words, above + 1) is not None
    )


_OFF = frozenset(
    "suspended suspend suspends suspending cancelled canceled cancels cancel postponed postpone postpones scrapped boycotted "
    "boycott boycotts abandoned skipped rejected refused".split()
)


_PUT_OFF = frozenset("called calls calling broke breaks broken put puts cut".split())


def _is_called_off(scene: Scene, start: int) -> bool:
    """Tell by the words right before talks that they are not held, whatever the tree says: "suspended truce talks"."""
    upos = scene.syntax.upos
    at = start - 1
    pair = scene.encoding.lower[max(0, start - 3) : start]
    if any(one in _PUT_OFF and two == "off" for one, two in pairwise(pair)):  # but "kicked off talks"
        return True
    while at > 0 and start - at < _LONGEST_TRIGGER and (upos[at] in {"NOUN", "ADJ", "PROPN", "DET", "PRON"}):
        if scene.lower(at) in _OFF:
            return True
        at -= 1
    return at >= 0 and scene.lower(at) in _OFF


def _light_verb(scene: Scene, noun: int) -> int | None:
    """Return the light verb that a noun is the object, or the passive subject, of."""
    above = scene.syntax.heads[noun]
    if (
        not scene.syntax.is_relation(noun, "obj", "nsubj:pass", "obl", "xcomp")
        or scene.syntax.upos[above] not in VERBAL
    ):
        return None
    if scene.syntax.is_relation(noun, "obl") and (scene.lower(above) not in _JOINED_IN or scene.case_of(noun) != "in"):
        return None
    return above if is_light_verb(scene.encoding.words[above]) else None


def _noun_sources(scene: Scene, trigger: Trigger, noun: int, light: int | None) -> list[int]:
    found: list[int] = []
    hosted = light is not None and scene.lower(light) in _HOSTS and bool(agents(scene, light))
    for slot in trigger.sources:
        if slot == "of" and hosted:
            continue
        if slot == "poss":
            found = [w for c in scene.syntax.children(noun, "nmod:poss") if c < noun for w in conjuncts(scene, c)]
        elif slot in {"by", "from", "between", "of", "among"}:
            found = _behind(scene, noun, slot)
        if found:
            return found
    if light is not None:
        return agents(scene, light)
    told = _verb_around(scene, noun) if trigger.type == "CONSULT" else None
    return agents(scene, told) if told is not None else []


def _behind(scene: Scene, noun: int, preposition: str) -> list[int]:
    """Return the heads of a noun's phrase with a preposition; right behind the noun it counts wherever the tree hangs it."""
    found = phrases(scene, noun, preposition, steps=_DEPTHS.get(preposition, 1))
    if not found and scene.encoding.lower[noun + 1 : noun + 2] == (preposition,):
        head = scene.syntax.heads[noun + 1]
        found = conjuncts(scene, head) if head > noun + 1 and scene.syntax.is_relation(noun + 1, "case") else []
    return found


def _verb_around(scene: Scene, noun: int) -> int | None:
    """Return the verb whose subject takes part in what a noun names: "urged restraint in a call with", "said after talks with"."""
    syntax, above = scene.syntax, scene.syntax.heads[noun]
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


def _of_noun(
    scene: Scene,
    parties: Parties,
    trigger: Trigger,
    words: tuple[int, int],
    actors: Sequence[Party],
    light: int | None,
) -> Happening:
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
            at = _behind(scene, noun, slot) or (
                phrases(scene, light, slot, steps=_DEPTHS.get(slot, 1)) if light is not None else []
            )
        places += at
        found = [p for p in parties.of(at, owned=True) if p.id not in ids]
        beside = beside or (slot == "with" and not recipients and bool(found))
        recipients = recipients or found
    # Whom somebody cooperates with are not the two sides: "measures in cooperation with Norland and Tarsk".
    sides = (tuple(actors), tuple(recipients)) if beside else _mutual(trigger, actors, recipients)
    heads = [*(p.word for p in actors), *places]
    pair = trigger.mutual and not sides[1] and bool(_behind(scene, noun, "between"))
    again = pair and bool(sides[0])
    return Happening(trigger, noun, words, light, *sides, tuple(dict.fromkeys(heads)), again)


def _is_told_by_noun(happening: Happening, light: int | None) -> bool:
    """A noun is an event if a light verb tells it of somebody, or if it names both its sides."""
    both = bool(happening.actors and happening.recipients)
    return both or happening.again or (light is not None and bool(happening.actors) and not happening.trigger.weak)


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


def _is_arrival(scene: Scene, happening: Happening, light: int | None) -> bool:
    """Tell whether only somebody's coming is told: "as he entered the talks" says of nobody with whom he spoke."""
    return light is not None and scene.lower(light) in _ENTERS and not happening.recipients


# Both


def _joined(scene: Scene, found: Sequence[Happening]) -> list[Happening]:
    """Put happenings of one type together that stand in one clause, one as the other's argument: "The air strike killed …"."""
    kept: list[Happening] = []
    for happening in found:
        other = next((i for i, k in enumerate(kept) if _is_one(scene, k, happening)), None)
        if other is None:
            kept.append(happening)
        else:
            kept[other] = _both(kept[other], happening)
    return kept


def _is_one(scene: Scene, verb: Happening, noun: Happening) -> bool:
    if verb.trigger.type != noun.trigger.type or noun.trigger.part != "noun":
        return False
    return noun.word in verb.arguments or verb.word == noun.verb


def _both(verb: Happening, noun: Happening) -> Happening:
    trigger = (
        verb.trigger if verb.trigger.mode or not noun.trigger.mode else replace(verb.trigger, mode=noun.trigger.mode)
    )
    actors = verb.actors or noun.actors
    ids = {p.id for p in actors}
    others = tuple(p for p in noun.recipients if p.id not in ids | {r.id for r in verb.recipients})
    # Of "an attack on a convoy killed ten" both the convoy and the ten were attacked.
    recipients = (*verb.recipients, *others) if verb.trigger.type == "ASSAULT" else verb.recipients or others
    arguments = tuple(dict.fromkeys((*verb.arguments, *noun.arguments, noun.word)))
    return replace(verb, trigger=trigger, actors=actors, recipients=recipients, arguments=arguments)

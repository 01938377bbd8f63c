# SPDX-License-Identifier: Apache-2.0
"""Verbs that tell of an event, each in the first of its senses whose conditions its sentence meets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from readout.reading.clauses.arguments import agents, complement, is_outcome_of_passive, is_passive, patients, phrases
from readout.reading.clauses.others import is_each_the_other
from readout.reading.clauses.scene import Scene
from readout.reading.clauses.status import status_of
from readout.reading.coreference.facts import singular_of
from readout.reading.happenings.attacks import attack_around, is_by_weapon, is_mishap, of_attack, raiders
from readout.reading.happenings.happening import Happening, sides_of_mutual
from readout.reading.happenings.leavings import as_leaving, is_union
from readout.reading.happenings.parties import THE_TWO, Parties, Party
from readout.reading.happenings.senses import fits, is_fought, is_general, mode_told, nouns_of
from readout.reading.happenings.slots import (
    CALLS,
    at_slot,
    concerned,
    is_against,
    is_deed,
    is_founded,
    is_infinitive,
    is_lacking,
    is_means,
    is_own,
    is_sent,
    is_what_is_asked,
    on_condition,
    words_at,
)
from readout.reading.happenings.sufferers import is_sufferer
from readout.resources import Trigger, is_in_set, verb_triggers

__all__ = ["at_verb"]

_TAKES_TWO = frozenset({"AID", "COOPERATE"})  # PLOVER codes them with a recipient only
_ADJECTIVES = frozenset({"willing", "ready", "prepared"})  # "Moscow is ready to sign"
_LONGEST_TRIGGER = 5  # words between a verb and the noun that makes its sense
_EACH_OTHER = (
    8  # words behind a verb in which it is said to be mutual: "recalled their envoys from each other's capital"
)
_SAYS_WHAT = frozenset({"AGREE", "REJECT", "THREATEN"})
_PERSONAL = frozenset("they he she who them their".split())
_EXPELS = frozenset({"expel", "deport"})
_MATERIAL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "AID"})
_TOLD_BY_SOMEBODY = frozenset({"ASSAULT", "ACCUSE"})
_NOT_BY_PLACES = frozenset({"ASSAULT", "ACCUSE", "THREATEN"})
_DONE_TO = frozenset({"ASSAULT", "COERCE"})  # told without their doer: "Two activists were arrested"
_LEVIED = frozenset("impose reimpose levy slap".split())
_TOLD_OF_NOBODY = frozenset({"summon"})  # "the envoy was summoned": by his host
_WHERE = frozenset({"in", "at"})
_COURTS = frozenset("court tribunal commission prosecutor police council".split())
_PLACES = frozenset({"in", "at", "outside"})
_SWAPS = frozenset({"swap", "swaps", "exchange"})
_ARMS = frozenset("axe bow chain club fist knife machete pole rod spear stave stick stone sword".split())
_CHARGES = frozenset({"charge", "indict"})
_OFFICES = frozenset({"GOV", "LEG", "MIL", "OPP", "REB", "JUD"})
_CRIMES = frozenset(
    "spying espionage treason terrorism terrorist sedition subversion secession separatism rebellion insurrection mutiny coup "
    "genocide crimes massacre plotting inciting incitement blasphemy unrest sabotage".split()
)
_USING = frozenset(
    "use uses used using fire fires fired firing launch launches launched launching send sends sent sending deploy deploys "
    "deployed drop drops dropped dropping dispatch dispatched scramble scrambled issue issues issued issuing sign signs signed "
    "signing release released publish published write wrote written adopt adopted pass passed put puts".split()
)


def at_verb(scene: Scene, parties: Parties, verb: int) -> Iterator[Happening]:
    """Yield what a verb tells of in the first of its senses that fits; nothing if it tells of none."""
    if scene.syntax.upos[verb] not in {"VERB", "ADJ"}:
        return
    triggers = verb_triggers(scene.encoding.words[verb])
    if not triggers or scene.syntax.is_relation(verb, "amod", "compound", "aux", "case", "mark"):
        return
    is_state = bool(scene.syntax.children(verb, "cop")) and not is_infinitive(scene, verb)  # but "[is to] withdraw"
    if is_state != (scene.encoding.lower[verb] in _ADJECTIVES):  # "is honoured" tells nothing
        return
    for trigger in triggers:
        if fits(scene, parties, trigger, verb):
            happening = _of_verb(scene, parties, trigger, verb)
            if trigger.martial and not is_fought(
                scene, parties, happening.actors, happening.recipients, happening.arguments, verb
            ):
                continue
            sides = happening.actors or happening.recipients
            suffered = "subj" in trigger.targets
            told = _is_told(
                happening,
                passive=suffered
                or is_passive(scene, verb)
                or is_by_weapon(scene, trigger, verb)
                or is_outcome_of_passive(scene, verb),
                doer=not suffered and bool(agents(scene, verb)) and not is_by_weapon(scene, trigger, verb),
                several=parties.are_several(happening.actors),
                levied=trigger.type == "SANCTION"
                and trigger.lemma in _LEVIED
                and all(p.direct for p in happening.recipients)  # not "a duty was imposed on Chinese cars"
                and not scene.syntax.is_relation(verb, "acl"),
                charged=trigger.lemma in _CHARGES and _is_charge_of_state(scene, parties, happening),
            )
            if is_mishap(scene, trigger, verb):
                return
            if suffered and trigger.type == "COERCE" and not _is_charge_of_state(scene, parties, happening):
                return  # a thief's trial is no news of states
            if told and not is_general(scene, parties, sides, verb, trigger.lemma):
                yield of_attack(scene, parties, _without_where(scene, parties, happening))
                return


def _without_where(scene: Scene, parties: Parties, happening: Happening) -> Happening:
    """Leave out of the sides of what is mutual where it took place: "the two had last met in Hawaii", "agreed in Cairo"."""
    if happening.trigger.type not in {"CONSULT", "AGREE"} or not _WHERE & set(happening.trigger.targets):
        return happening
    others = tuple(p for p in happening.recipients if not _is_where(scene, parties, p))
    actors, recipients = sides_of_mutual(happening.trigger, happening.actors, others)
    return replace(happening, actors=actors, recipients=recipients)


def _is_where(scene: Scene, parties: Parties, party: Party) -> bool:
    """Tell whether a party is the place in which something is done, or the house at which some meet."""
    return scene.case_of(party.word) in _WHERE and (parties.is_place(party) or scene.case_of(party.word) == "at")


def _of_verb(scene: Scene, parties: Parties, trigger: Trigger, verb: int) -> Happening:
    suffered = "subj" in trigger.targets  # who "died in an ambush" did nothing
    sources, actors = ([], []) if suffered else _actors(scene, parties, trigger, verb)
    recipients, places = _recipients(scene, parties, trigger, verb, actors)
    arguments = [*sources, *patients(scene, verb), *places]
    withdrawn = trigger.type == "RETREAT" and trigger.mode == "withdraw"  # "soldiers were withdrawn from Tarsk"
    moves = trigger.type == "MOBILIZE" or "peacekeeping" in trigger.contexts or withdrawn
    if moves and not actors and is_passive(scene, verb):  # "Riot police were deployed"
        actors = parties.of(patients(scene, verb), owned=True)
    if trigger.type == "ASSAULT" and not actors and (suffered or is_passive(scene, verb)):
        attack, attackers = attack_around(scene, parties, verb)
        actors = [p for p in attackers if p.id not in {r.id for r in recipients}]
        arguments += attack
        recipients = recipients if attack or not suffered else []  # "died of a heart attack"
    if trigger.lemma == "summon" and not actors and is_passive(scene, verb):  # "was summoned to the foreign ministry"
        ids = {r.id for r in recipients}
        to = parties.of(phrases(scene, verb, "to"), owned=False)
        actors = [p for p in to if p.direct and p.id not in ids and not parties.is_place(p)]  # not home to Washington
    if trigger.type == "COERCE" and not actors and is_passive(scene, verb):
        actors = [p for p in raiders(scene, parties, verb) if p.id not in {r.id for r in recipients}]
    beside = any(scene.case_of(p.word) == "with" for p in recipients)
    unknown = (bool(sources) or beside) and not actors  # "They spoke with Holm and Berg", who are no two sides
    sides = ((), tuple(recipients)) if unknown else sides_of_mutual(trigger, actors, recipients)
    known = any(parties.is_kind(p, "place", "person") for p in recipients)
    if len(actors) > 1 and not known and _is_mutual(scene, trigger, verb, actors):  # "accused each other"
        sides = tuple(actors[:1]), tuple(actors[1:])
    if not recipients and _is_text_unsigned(scene, trigger, verb):
        sides = tuple(actors), ()  # "Peru and Mexico did not sign the text": not with each other
    if trigger.type == "PROTEST" and trigger.mutual and _are_armed(parties, sides[0]):
        sides = sides[1], sides[0]  # "police clashed with protesters": these rioted
    trigger = as_leaving(parties, replace(trigger, mode=mode_told(scene, trigger, verb)), sides[1])
    return Happening(trigger, verb, _trigger_words(scene, trigger, verb), verb, *sides, tuple(dict.fromkeys(arguments)))


def _is_text_unsigned(scene: Scene, trigger: Trigger, verb: int) -> bool:
    """Tell whether several do not sign a text of many, which is no pact of theirs; a treaty or a truce may be one."""
    things = {singular_of(scene.lower(w)) for w in patients(scene, verb)}
    is_text = trigger.lemma == "sign" and trigger.mutual and not things.isdisjoint(_TEXTS)
    return is_text and status_of(scene.encoding, scene.syntax, verb).value == "denied"


_TEXTS = frozenset("statement declaration text communique communiqué document letter resolution convention".split())


def _is_mutual(scene: Scene, trigger: Trigger, verb: int, actors: Sequence[Party]) -> bool:
    """Tell whether several do to each other what a verb says: "accused each other", "the two neighbours recalled their envoys"."""
    if trigger.mode == "withdraw" and trigger.objects and all(party.rule == THE_TWO for party in actors):
        return True
    if is_each_the_other(scene, verb):
        return True
    behind = scene.encoding.lower[verb + 1 : verb + _EACH_OTHER]
    stop = next((n for n, word in enumerate(behind) if word in {",", ".", ";", "and"}), len(behind))
    return any(pair in {("each", "other"), ("one", "another")} for pair in pairwise(behind[:stop]))


def _are_armed(parties: Parties, side: Sequence[Party]) -> bool:
    """Tell whether those of a side are police or soldiers."""
    found = [parties.entity(party.id) for party in side]
    return bool(found) and all(entity is not None and entity.sector in {"COP", "MIL"} for entity in found)


def _actors(scene: Scene, parties: Parties, trigger: Trigger, verb: int) -> tuple[list[int], list[Party]]:
    """Return the head words of what does it, and who these stand for."""
    sources = agents(scene, verb)
    owned = trigger.mode != "visit"  # "a Norlandic plane flying to Tarsk" visits nobody
    actors = parties.of(sources, owned=owned)
    if not actors and trigger.mode in _EXPELS and is_passive(scene, verb):  # "were expelled from Norland": by Norland
        left = parties.of(phrases(scene, verb, "from"), owned=False)
        actors = [p for p in left if parties.is_place(p) and not parties.is_mere_place(p)]  # not "from his residence"
    if not actors and sources:
        sources = [*sources, *_users(scene, sources)]
        actors = parties.of(sources, owned=owned)
    return sources, [p for p in actors if not _is_no_doer(scene, parties, trigger, p)]


def _is_no_doer(scene: Scene, parties: Parties, trigger: Trigger, party: Party) -> bool:
    """Tell whether a party is only where it happened or what is spoken of: "a bomb in Tarsk", "fighting in the east threatened"."""
    if trigger.type in _TOLD_BY_SOMEBODY and _is_thing(scene, parties, party):
        return True  # "the barn of a man who killed two": no building kills
    there = not party.direct and scene.case_of(party.word) in _WHERE and parties.is_place(party)
    return there and trigger.type in _NOT_BY_PLACES


def _recipients(
    scene: Scene, parties: Parties, trigger: Trigger, verb: int, actors: Sequence[Party]
) -> tuple[list[Party], list[int]]:
    """Return whom the first of a sense's places names besides who acts, and the head words of all its places."""
    ids = {party.id for party in actors}
    # "The two neighbours recalled [their] envoys": these are the two, whom the words call so, once more.
    ids |= {e.id for p in actors if (e := parties.entity_at(p.word)) is not None}
    # "The front, an [offshoot] of the army, broke off talks, accusing it": whoever "it" is, they are not that.
    named = (w for p in actors for w in scene.syntax.children(p.word, "appos"))
    ids |= {e.id for w in named if (e := scene.directory.at_head(w)) is not None and e.type != "person"}
    found: list[Party] = []
    places: list[int] = []
    for slot in trigger.targets:
        if trigger.type == "PROTEST" and slot in _PLACES and patients(scene, verb):
            continue  # "at the school, parents protested the system": not against the school
        words = words_at(scene, slot, verb, trigger.type)
        places += words
        others = [p for p in at_slot(parties, slot, words, owned=trigger.type != "CONSULT") if p.id not in ids]
        others = [p for p in others if not is_lacking(scene, p, verb)]
        found = found or _of_slot(scene, parties, trigger, verb, slot, others, actors)
    if not found and trigger.type == "THREATEN":
        found = [p for p in parties.of(on_condition(scene, verb), owned=True) if p.id not in ids]
    asked = trigger.type == "REJECT" and any(singular_of(scene.lower(w)) in CALLS for w in patients(scene, verb))
    on_what = trigger.lemma == "agree" and scene.lower(verb + 1) == "on"  # "agreed on a response to Togo": not with it
    if trigger.type == "AGREE" and (on_what or is_against(scene, verb)):
        return [p for p in found if p.argument is not None and scene.case_of(p.argument) == "with"], places
    aim = complement(scene, verb)
    avenges = trigger.type == "THREATEN" and aim is not None and scene.lower(aim) == "avenge"  # not those avenged
    is_left_out = asked or avenges or (trigger.mutual and len(actors) > 1)
    if not found and trigger.type in _SAYS_WHAT and not is_left_out:
        found = [p for p in concerned(scene, parties, verb) if p.id not in ids][:1]
    return found, places


def _of_slot(
    scene: Scene,
    parties: Parties,
    trigger: Trigger,
    verb: int,
    slot: str,
    others: Sequence[Party],
    actors: Sequence[Party],
) -> list[Party]:
    """Leave out of those at one place of a sense the actor's own, what is sent, and what is only a place."""
    if slot == "in" and "political_institutions" in trigger.contexts:
        others = [p for p in others if not parties.is_town(p)]  # "took power in Naypyidaw"
    found = list(others)
    if trigger.mode == "restrict":  # "broke up a rally in Kampala"
        found = [p for p in found if p.direct or not parties.is_town(p)]
    if slot == "clause":
        found = [p for p in found if not (is_own(scene, p) or is_sent(scene, p) or parties.is_state_of(p, actors))]
        found = [p for p in found if not is_founded(scene, p)]
        found = [] if trigger.mutual and len(actors) > 1 else found
    elif trigger.type == "ACCUSE" and trigger.mode == "disapprove" and slot in {"over", "about", "at"}:
        found = [p for p in found if p.direct or scene.case_of(p.word) != "in"]  # "concern over the clashes in Tarsk"
    elif trigger.type in {"ACCUSE", "SUPPORT"} and slot in {"obj", "owner", "of"}:
        found = [p for p in found if not (trigger.lemma in _OF_DEEDS and is_deed(scene, p))]
        found = [p for p in found if not is_sufferer(scene, parties, p)]
        if slot == "owner" or trigger.type == "SUPPORT":
            found = [p for p in found if not is_own(scene, p)]
    elif trigger.type == "REJECT" and slot in {"owner", "of"}:  # "rejected a swap of prisoners": not theirs
        found = [p for p in found if scene.lower(scene.syntax.heads[p.word]) not in _SWAPS and not is_own(scene, p)]
    elif slot == "owner" or (slot == "obj" and trigger.type == "SUPPORT"):  # "honoured its side of the deal"
        found = [p for p in found if not is_own(scene, p)]
        if trigger.mode == "withdraw":  # "recalled the French ambassadors": his own
            found = [p for p in found if not parties.is_state_of(p, actors)]
        if trigger.type == "SANCTION":  # "closed the country's borders": their own
            found = [p for p in found if p.direct or scene.lower(p.word) not in {"country", "nation"}]
            missions = [p for p in found if not p.direct and scene.lower(p.word) in {"its", "their"}]
            found = [p for p in found if p not in missions or _thing_of(scene, p) not in _MISSIONS]
    elif slot == "with" and trigger.type == "CONSULT":  # "negotiated with Norland and Tarsk as guarantors"
        found = [p for p in found if not _is_onlooker(scene, p)]
    elif slot == "with" and trigger.type == "ASSAULT":  # "fought with stones and clubs"
        found = [p for p in found if not _is_arm(scene, p)]
    elif slot == "with":  # "with the consent of parliament, Norland agreed"
        found = [p for p in found if (p.direct or (p.argument or 0) > verb) and not is_means(scene, p.word)]
    elif trigger.mode == "withdraw" and trigger.type == "RETREAT":  # "Damascus must pull out its troops": Syria's
        lands = {e.country for a in actors if (e := parties.entity(a.id)) is not None and e.type == "place"}
        whose = ((p, parties.entity(p.id)) for p in found)
        found = [p for p, e in whose if e is None or p.direct or e.country is None or e.country not in lands]
    if (
        slot == "obj" and trigger.type == "RETREAT" and trigger.mode in {"withdraw", "access"}
    ):  # "left two civilians dead"
        kept = (p for p in found if parties.is_kind(p, "place", "organisation"))
        found = [p for p in kept if p.direct and not is_own(scene, p) and not is_founded(scene, p)]
    if trigger.type == "ACCUSE":  # "called the strike a violation of [Norland's] airspace": not to blame
        description = trigger.near if trigger.mode == "disapprove" else frozenset()
        found = [p for p in found if p.argument is None or scene.lower(p.argument) not in description]
    if trigger.type == "THREATEN" and slot == "clause":  # "threatened to challenge the law in [the court]"
        found = [p for p in found if scene.case_of(p.word) != "in" or parties.is_place(p)]
    if trigger.type == "ACCUSE":  # "said drones were responsible"
        found = [p for p in found if not (p.direct and is_in_set("weapons", singular_of(scene.lower(p.word))))]
    if trigger.type == "ACCUSE" and slot == "with":  # "filed a petition with the court": not against it
        found = [p for p in found if singular_of(scene.lower(p.word)) not in _COURTS and not is_union(parties, p)]
    if trigger.type == "REQUEST":  # "demanded the release of the leader": not from him
        found = [p for p in found if not (is_what_is_asked(scene, p) or _is_to_be_freed(scene, parties, p))]
    if trigger.type == "MOBILIZE":  # "to its border": its own
        found = [p for p in found if not is_own(scene, p) and (p.direct or scene.lower(p.word) not in {"its", "their"})]
        found = [p for p in found if not (trigger.mode == "weapons" and parties.is_mere_place(p))]  # "into the sea"
    if trigger.type == "MOBILIZE" and slot == "on":  # "troops stationed on a warship"
        found = [p for p in found if not (p.direct and is_in_set("troops", singular_of(scene.lower(p.word))))]
    if trigger.type == "PROTEST" and slot in _WHERE:
        found = [p for p in found if not parties.is_place(p)]
    return found if trigger.type in _MATERIAL else [p for p in found if not parties.is_mere_place(p)]


def _thing_of(scene: Scene, party: Party) -> str:
    """Return the noun that stands for a party: "closed [its] consulate" is the closer's own, whoever else was named."""
    return singular_of(scene.lower(scene.syntax.heads[party.word]))


_OF_DEEDS = frozenset("welcome hail praise applaud condemn denounce criticise criticize deplore".split())
_MISSIONS = frozenset("embassy consulate mission border airspace frontier ambassador envoy diplomat staff port".split())


def _is_onlooker(scene: Scene, party: Party) -> bool:
    """Tell whether a party only stands by: "with Norland and [Tarsk] as guarantors"."""
    first = party.word
    while scene.syntax.is_relation(first, "conj", "flat", "compound"):
        first = scene.syntax.heads[first]
    behind = scene.phrase(max((first, *scene.syntax.children(first, "conj"))))[1]
    return scene.encoding.lower[behind : behind + 1] == ("as",)


def _is_arm(scene: Scene, party: Party) -> bool:
    """Tell whether a party is only what somebody fights with."""
    noun = singular_of(scene.lower(party.word))
    return noun in _ARMS or is_in_set("weapons", noun)


def _is_to_be_freed(scene: Scene, parties: Parties, party: Party) -> bool:
    """Tell whether a person is only what something is asked for: "demanded that [the bishop] be freed"."""
    verb = scene.syntax.heads[party.word]
    return (
        parties.is_kind(party, "person")
        and scene.syntax.is_relation(party.word, "nsubj:pass")
        and is_passive(scene, verb)
    )


def _is_thing(scene: Scene, parties: Parties, party: Party) -> bool:
    """Tell whether a party is a building or a spot, or one that a pronoun of persons has been taken for."""
    entity = parties.entity(party.id)
    unnamed = entity is not None and entity.name is None
    return parties.is_mere_place(party) and (unnamed or scene.lower(party.word) in _PERSONAL)


def _users(scene: Scene, things: Sequence[int]) -> list[int]:
    """Return who has things act: "[Norland] fired rockets that hit a school", "sent jets to bomb", "issued a note backing"."""
    verbs = [scene.syntax.heads[w] for w in things if scene.syntax.is_relation(w, "obj")]
    used = [v for v in verbs if scene.lower(v) in _USING]
    done = [v for v in used if status_of(scene.encoding, scene.syntax, v).value != "denied"]
    return [w for v in done for w in agents(scene, v)]  # who "refused to sign a text that condemned" condemned nobody


def _trigger_words(scene: Scene, trigger: Trigger, verb: int) -> tuple[int, int]:
    """Return a verb's words, with the noun or particle that makes its sense, if that is near: "declared a curfew"."""
    made = [w for w in patients(scene, verb) if trigger.objects & set(nouns_of(scene, w))]
    made += [w for w in range(verb + 1, min(verb + 3, len(scene.encoding.words))) if scene.lower(w) in trigger.next]
    near = [w for w in made if abs(w - verb) <= _LONGEST_TRIGGER]
    return verb, max([verb, *near]) + 1


def _is_charge_of_state(scene: Scene, parties: Parties, happening: Happening) -> bool:
    """Tell whether somebody in office is charged, or anybody with a crime against a state: "were charged with spying"."""
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[happening.word]]
    behind = scene.encoding.lower[happening.word : sentence.end]
    public = (parties.entity(p.id) for p in happening.recipients)
    return not _CRIMES.isdisjoint(behind) or any(e is not None and (e.roles or e.sector in _OFFICES) for e in public)


def _is_told(happening: Happening, *, passive: bool, doer: bool, several: bool, levied: bool, charged: bool) -> bool:
    """Tell whether enough is said for an event: who did it, or to whom something was done by nobody that is named.

    Args:
        happening: The happening.
        passive: Whether it stands in a passive clause.
        doer: Whether the words name what did it: "intimidated by the language" was nobody's act.
        several: Whether the actor is several by itself: "the leaders of Armenia and Russia signed".
        levied: Whether it is told that something was imposed, and not what: "lifted the tariffs imposed on Norland".
        charged: Whether it is a charge that is told without the one who brings it.
    """
    if happening.trigger.mutual and happening.actors and several:
        return True
    undone = passive and not doer and bool(happening.recipients)
    if undone and happening.trigger.mode == "release" and happening.trigger.party:  # "five drivers were later released"
        return True
    if happening.trigger.weak or happening.trigger.type in _TAKES_TWO:
        return bool(happening.actors and happening.recipients)
    if happening.actors:
        return True
    moved = happening.trigger.mode in {"expel", "release"} and bool(happening.trigger.objects | happening.trigger.near)
    told = levied or happening.trigger.lemma in _TOLD_OF_NOBODY or happening.trigger.type in _DONE_TO
    return undone and (told or charged or moved or happening.trigger.mode == "convict")

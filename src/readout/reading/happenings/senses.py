# SPDX-License-Identifier: Apache-2.0
"""Tell in which sense a verb stands in its sentence, and whether it tells of something that happened to somebody at all.

"released prisoners" is not "released a report"; "attacked Trump" between candidates is no assault; "people who attack their wives"
are nobody's act.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readout.reading.clauses.arguments import agents, complement, is_passive, owners, patients, phrases
from readout.reading.clauses.clauses import Clause
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.facts import singular_of
from readout.reading.happenings.faiths import is_of_faith
from readout.reading.happenings.falsefriends import is_false_friend
from readout.reading.happenings.meetings import is_by_phone
from readout.reading.happenings.parties import ARMED, Parties, Party
from readout.reading.happenings.takenup import taken_up
from readout.reading.trees.verbforms import SAME_IN_PRESENT, is_past
from readout.resources import Trigger, is_in_family, is_in_set, mode_by_complement, noun_triggers_at

__all__ = ["fits", "is_fought", "is_general", "mode_told", "nouns_of"]

_FORCE = frozenset({"ASSAULT", "COERCE"})
_QUANTITIES = frozenset("group number crowd handful dozen hundred thousand score".split())
_FIGHTS = frozenset({"soldier", "police"})
_SLOTS = frozenset({"obj", "iobj", "owner", "clause"})
_AIRCRAFT = frozenset("jet plane aircraft warplane helicopter bomber airforce".split())
_COSTS = frozenset("tax price duty bill cost tariff rate fee bond".split())  # "cut fuel taxes" cuts no fuel
# "raised the issue of tariffs" raised none, "ending four years of talks" ends no talks
_ONLY_OF = frozenset("issue matter question topic prospect year month week day decade hour".split())
_BOMBERS = frozenset("suicide car truck letter serial teenage".split())
_TIMED = frozenset({"after", "before", "since", "upon"})
_IS = frozenset("is are be being am get gets".split())
_HARMING = frozenset("killing wounding injuring destroying".split())  # "attacked the ship, killing 17"
_PLOTS = frozenset(
    "plot plots plotted plotting conspire conspired conspiring".split()
)  # with nobody does one plot words
_VOWS = frozenset("vow vows vowed vowing threaten threatens threatened threatening swore".split())
_YIELDS = {("give", "in"), ("give", "up"), ("give", "way")}  # which gives nobody anything
_NOBODY = frozenset(
    "figure body list head number".split()
)  # nouns that are seldom persons where something is done to them
_PRESS = frozenset("comment interview question anonymity".split())  # what reporters ask for and are refused is no event
_REFLEXIVE = frozenset("himself herself itself themselves myself yourself ourselves oneself".split())
_ANYBODY = frozenset(
    "people person anyone anybody everyone everybody someone somebody nobody voter man woman one some many most others other "
    "american americans those you we guy folk kid child user consumer reader viewer parent public majority".split()
)


def fits(scene: Scene, parties: Parties, trigger: Trigger, verb: int) -> bool:
    """Tell whether a sense's conditions are met."""
    if not _has_clause(scene, trigger, verb):
        return False
    if trigger.next and not trigger.next & set(scene.encoding.lower[verb + 1 : verb + 3]):
        return False
    if trigger.near and trigger.near.isdisjoint(_beside(scene, verb)):
        return False
    if trigger.mode == "meet" and trigger.near and trigger.next and not _is_of_meeting(scene, trigger, verb):
        return False
    if trigger.subjects and not any(_is_among(parties, trigger, w) for w in agents(scene, verb)):
        return False
    if trigger.official and not (_is_of_state(parties, agents(scene, verb)) or _is_told_to_go(scene, trigger, verb)):
        return False
    if trigger.type == "THREATEN" and trigger.lemma == "warn" and _is_of_third(scene, parties, verb):
        return False
    things = patients(scene, verb)
    meant = [taken_up(scene, w) for w in things]
    if is_false_friend(scene, parties, trigger, verb, meant):
        return False
    if any(scene.lower(w) in _REFLEXIVE or _is_private(parties, trigger, w) for w in things):
        return False
    if trigger.type in {"REJECT", "REQUEST"} and any(
        _PRESS & set(_words_below(scene, w)) for w in (verb, *things, complement(scene, verb) or verb)
    ):
        return False
    if trigger.targets[:1] == ("obj",) and not things and not trigger.mutual and not trigger.clause:
        return False
    if trigger.objects and all(trigger.objects.isdisjoint(_kinds_of(parties, w)) for w in meant):
        return False
    if meant and trigger.mode == "resign" and trigger.lemma in {"leave", "quit", "vacate"}:
        return any(_noun(scene, w) in trigger.objects for w in meant)  # not "left a government meeting"
    if not trigger.party:
        return True
    things = [*things, *scene.syntax.children(verb, "iobj")]  # "fined [Hungary] 200 million euros"
    behind = [w for slot in trigger.targets if slot not in _SLOTS for w in phrases(scene, verb, slot)]
    return any(_is_somebody(parties, w) for w in (*things, *behind))


def _is_of_meeting(scene: Scene, trigger: Trigger, verb: int) -> bool:
    """Tell whether it is a meeting that is left or asked for: "pulled out of talks", not "pulled out of Tarsk after talks"."""
    lower, at = scene.encoding.lower, verb + 1
    at += lower[at] not in trigger.next
    at += lower[at + 1 : at + 2] == ("of",)  # "out of"
    for word in range(at + 1, min(at + _SOON, len(lower))):
        if trigger.near & {lower[word], _noun(scene, word)}:
            return True
        ends = scene.syntax.upos[word] in _PHRASE_ENDS and not scene.syntax.is_relation(word, "amod")
        if ends and lower[word] not in {"of", "'s", "’s"}:
            return False
    return False


def _is_private(parties: Parties, trigger: Trigger, word: int) -> bool:
    """Tell whether what is done to somebody is a family's matter: not the arrest of "the sons of President Sarr"."""
    if not is_in_family(_noun(parties.scene, word)):
        return False
    if trigger.type == "SUPPORT" and parties.scene.syntax.children(
        word, "appos"
    ):  # "congratulated his brother, the president"
        return False
    held_or_freed = trigger.type == "COERCE" or trigger.mode == "release"
    if held_or_freed and any(
        parties.scene.syntax.upos[c] == "PROPN" for c in parties.scene.syntax.children(word, "appos")
    ):  # "his wife, Sofia Lind, was detained"
        return False
    named = (o for o in owners(parties.scene, word) if parties.scene.syntax.upos[o] == "PROPN")
    known = (parties.entity_at(o) for o in named)
    return trigger.type not in _FORCE or not any(e is not None and parties.is_official(e.id) for e in known)


def _is_among(parties: Parties, trigger: Trigger, word: int) -> bool:
    """Tell whether a subject is one of those that a sense asks for, by its noun, or because it bears arms."""
    entity = parties.entity_at(word)
    # Who bears arms is one of those who fight, and none of a crowd.
    armed = entity is not None and entity.sector in ARMED and bool(trigger.subjects & _FIGHTS)
    return armed or bool(trigger.subjects & set(nouns_of(parties.scene, word)))


def _is_of_third(scene: Scene, parties: Parties, verb: int) -> bool:
    """Tell whether it is of somebody else's doing that one warns: "warned Norland that the rebels could attack".

    Who is warned that he himself, his warner or nobody that is named will do or suffer something is threatened.
    """
    below = complement(scene, verb)
    if below is None or is_passive(scene, below) or scene.lower(below) in _SUFFERS:
        return False
    sides = [parties.entity(p.id) for p in parties.of([*agents(scene, verb), *patients(scene, verb)], owned=True)]
    lands = {e.country for e in sides if e is not None} - {None}
    doers = parties.of(agents(scene, below), owned=False)
    found = [parties.entity(p.id) for p in doers]
    return bool(found) and all(
        e is not None
        and e not in sides
        and e.country not in lands
        and not (e.name is None and (e.sector in _ONES_OWN or (e.country is None and e.sector not in ARMED)))
        and scene.syntax.upos[p.word] != "PRON"
        for e, p in zip(found, doers, strict=True)
    )


_ONES_OWN = frozenset({"MIL", "GOV", "COP", "JUD", "LEG", "SPY"})  # "the army", "police", unless others' are named
_SUFFERS = frozenset("burn die face fall lose pay perish suffer".split())


def _is_of_state(parties: Parties, words: Sequence[int]) -> bool:
    """Tell whether all who act are states, or bodies and holders of their offices."""
    found = [parties.entity(party.id) for party in parties.of(words, owned=True)]
    return bool(found) and all(
        e is not None and ((e.type == "place" and e.country is not None) or e.sector in {"GOV", "IGO", "LEG", "MIL"})
        for e in found
    )


def _is_told_to_go(scene: Scene, trigger: Trigger, verb: int) -> bool:
    """Tell whether envoys are told to leave, which only a state does: "the ambassador was ordered out", by whomever."""
    return trigger.mode == "expel" and is_passive(scene, verb) and not agents(scene, verb)


def _words_below(scene: Scene, word: int) -> Iterator[str]:
    """Yield the words right below one: its object, its complement, its phrases."""
    for child in scene.syntax.children(word, "obj", "xcomp", "nmod", "obl"):
        made = scene.syntax.children(child, "nmod:poss") or scene.lower(child + 1) == "about"
        if _noun(scene, child) != "comment" or not made:  # "apologise for his comments", "for comments about women"
            yield _noun(scene, child)


def _is_somebody(parties: Parties, word: int) -> bool:
    entity = parties.entity_at(word)
    is_body = entity is not None and (entity.sector is not None or entity.name is not None)
    return (is_body or singular_of(parties.scene.lower(word)) not in _NOBODY) and bool(parties.of([word], owned=False))


def _kinds_of(parties: Parties, word: int) -> Iterator[str]:
    """Yield the nouns of a thing, and of a state that it is a country."""
    nouns = list(nouns_of(parties.scene, word))
    yield from nouns
    if "commissioner" in nouns and "high" in parties.scene.encoding.lower[max(0, word - 4) : word + 1]:
        yield "envoy"  # what the countries of the Commonwealth send to each other
    entity = parties.entity_at(word)
    if entity is not None and entity.type == "place" and entity.sector == "GOV":
        yield "country"
    if entity is None or entity.type != "person":  # "seized the Ocean Star, a cargo [ship]"
        yield from (_noun(parties.scene, c) for c in parties.scene.syntax.children(word, "appos"))


def _noun(scene: Scene, word: int) -> str:
    return singular_of(scene.lower(word))


def nouns_of(scene: Scene, word: int) -> Iterator[str]:
    """Yield a noun and what it is made up of: "cease", "fire"; "dozens of prisoners"; "asylum_seeker" as one."""
    yield _noun(scene, word)
    yield scene.lower(word)
    if _noun(scene, word) in _ONLY_OF:
        return
    for child in scene.syntax.children(word, "compound", "nmod", "amod"):
        if scene.case_of(child) in {"", "of"} and _noun(scene, word) not in _COSTS:
            yield _noun(scene, child)
        if child == word - 1:
            yield f"{_noun(scene, child)}_{_noun(scene, word)}"


def _beside(scene: Scene, verb: int) -> Iterator[str]:
    """Yield the words that say more of a verb: particles, prepositions, the nouns behind them, what it asks for."""
    for child in scene.syntax.children(verb):
        if child < verb and scene.case_of(child) == "under":
            continue  # "Under the pact Norland will withdraw its troops": not from the pact
        if scene.syntax.is_relation(
            child, "compound:prt", "advmod", "obl", "xcomp", "ccomp", "obj", "advcl", "conj", "nsubj:pass"
        ):
            yield scene.lower(child)
            yield _noun(scene, child)
            if _noun(scene, child) in _QUANTITIES:  # "with a group of protesters"
                yield from (_noun(scene, c) for c in scene.syntax.children(child, "nmod") if scene.case_of(c) == "of")
            yield from (scene.lower(c) for c in scene.syntax.children(child, "case", "mark", "compound", "amod"))
            if scene.syntax.is_relation(child, "obj"):  # "charged the envoy with spying"
                yield from (
                    _noun(scene, c) for c in scene.syntax.children(child, "appos")
                )  # "took the pilot, a guest, hostage"
                for clause in scene.syntax.children(child, "acl"):
                    yield from (scene.lower(c) for c in scene.syntax.children(clause, "case", "mark"))
            if scene.syntax.is_relation(child, "xcomp"):  # "failed to reach a deal"
                yield from (_noun(scene, c) for c in scene.syntax.children(child, "obj"))
    yield from scene.encoding.lower[verb + 1 : verb + 2]


def _has_clause(scene: Scene, trigger: Trigger, verb: int) -> bool:
    """Tell whether the clauses that depend on a verb are those that its sense asks for."""
    if not trigger.clause:
        return True
    below = complement(scene, verb)
    if trigger.clause == "none":
        return below is None
    if trigger.clause == "has":
        return below is not None
    if trigger.clause == "asked":  # "insisted that aid be sent": not "that it was sent"
        return below is not None and (
            Clause(scene.encoding, scene.syntax, below).is_subjunctive()
            or bool({"must", "should"} & {scene.lower(c) for c in scene.syntax.children(below, "aux")})
        )
    if trigger.clause == "held":  # "said that rebels were responsible": not "were not", "would be"
        helped = (
            {scene.lower(c) for c in scene.syntax.children(below, "aux", "advmod", "det")}
            if below is not None
            else _UNHELD
        )
        return not helped & _UNHELD
    if trigger.clause == "must":  # "said that Norland must withdraw"
        return below is not None and "must" in {scene.lower(c) for c in scene.syntax.children(below, "aux")}
    if trigger.clause == "will":  # "agreed that the border would open"
        helped = set() if below is None else {scene.lower(c) for c in scene.syntax.children(below, "aux")}
        return bool({"will", "would", "shall", "should", "must"} & helped)
    if trigger.clause == "ahead":
        # Neither "warned the minister that the contract was flawed" threatens anybody nor "warned the farmers about the flood".
        if below is None:
            return "about" not in scene.encoding.lower[verb + 1 : verb + _SOON]
        return bool(_TO_COME & {scene.lower(c) for c in scene.syntax.children(below, "aux", "mark")})
    if below is not None and ":" in scene.encoding.words[verb:below]:  # 'told reporters: "To give money means war"'
        return False
    if below is not None and below < verb and scene.syntax.children(below, "nsubj"):
        return False  # "Togo is to send troops, the president told parliament"
    return below is not None and any(scene.lower(c) == "to" for c in scene.syntax.children(below, "mark"))


_UNHELD = frozenset("not n't never no may might could would will should can".split())
_SOON = 8  # words behind a verb
_PHRASE_ENDS = frozenset("ADP VERB AUX SCONJ CCONJ PUNCT".split())
_TO_COME = frozenset("will would 'll ’ll could can may might must should shall to against".split())


def mode_told(scene: Scene, trigger: Trigger, verb: int) -> str | None:
    """Return the mode of a verb's event: its sense's own, or what its complement or its subject says."""
    if trigger.lemma == "deny":  # "denied having asked for money": what is denied is not what is refused
        return trigger.mode
    if trigger.type == "THREATEN" and trigger.lemma == "give":
        return None  # "gave him 48 hours to leave": what he is to do is not what is threatened
    if trigger.type in {"REQUEST", "REJECT", "THREATEN"} and trigger.mode is None:
        found = (mode_by_complement(trigger.type, word) for word in _asked(scene, verb))
        return next((mode for mode in found if mode is not None), None)
    if trigger.type == "CONSULT" and trigger.mode is None:
        return "phone" if is_by_phone(scene, verb) else None
    if trigger.type == "ASSAULT" and trigger.mode in {None, "heavy-weapons"}:
        men = [w for w in agents(scene, verb) if _is_man(scene, w)]
        if any(scene.lower(c) == "suicide" for w in men for c in scene.syntax.children(w, "compound")):
            return "suicide-attack"
        doers = {_noun(scene, w) for w in agents(scene, verb) if w not in men}
        return "drone" if "drone" in doers else "aerial" if doers & _AIRCRAFT else trigger.mode
    return trigger.mode


def _is_man(scene: Scene, word: int) -> bool:
    """Tell a suicide bomber from an aircraft."""
    return any(scene.lower(c) in _BOMBERS for c in scene.syntax.children(word, "compound", "amod"))


def _asked(scene: Scene, verb: int) -> Iterator[str]:
    """Yield the words that say what is asked for: its object, then the verb of the complement with its objects, then phrases."""
    below = complement(scene, verb)
    yield from _with_parts(scene, scene.syntax.children(verb, "obj"))
    if below is not None:
        if (scene.lower(below), scene.lower(below + 1)) not in _YIELDS:
            yield scene.lower(below)
        yield from _with_parts(scene, scene.syntax.children(below, "obj", "obl"))
    yield from _with_parts(scene, scene.syntax.children(verb, "obl"))


def _with_parts(scene: Scene, heads: Sequence[int]) -> Iterator[str]:
    for head in heads:
        if _noun(scene, head) == "offer":  # an offer to talk, and not of help
            aims = scene.syntax.children(head, "acl")
            yield from (_noun(scene, c) for at in (head, *aims) for c in scene.syntax.children(at, "nmod", "obj"))
        yield _noun(scene, head)
        yield from (_noun(scene, c) for c in scene.syntax.children(head, "compound", "nmod"))


def is_fought(
    scene: Scene,
    parties: Parties,
    actors: Sequence[Party],
    recipients: Sequence[Party],
    arguments: Sequence[int],
    verb: int | None,
) -> bool:
    """Tell whether those who act, what they act on, or what they act with, belong to fighting."""
    if any(is_in_set(name, _noun(scene, w)) for w in arguments for name in ("fighters", "land", "weapons", "troops")):
        return True
    if verb is not None and any(is_in_set("weapons", _noun(scene, w)) for w in phrases(scene, verb, "with", "using")):
        return True
    if verb is not None and scene.lower(scene.syntax.heads[verb]) in _PLOTS:
        return True
    if verb is not None and any(scene.lower(c) in _HARMING for c in scene.syntax.children(verb, "advcl", "conj")):
        return True
    lands = (parties.entity(p.id) for p in recipients)
    vowed = verb is not None and scene.lower(scene.syntax.heads[verb]) in _VOWS
    vowed = vowed and not _is_in_words(scene, parties, actors, verb)
    if vowed and any(e is not None and e.type == "place" and e.country is not None for e in lands):
        return True  # "vowed to attack Norland"
    found = [entity for p in actors if (entity := parties.entity(p.id)) is not None]
    if any(entity.sector in ARMED - {"SPY"} for entity in found):  # operatives of a party attack with words
        return True
    behind = [entity for p in recipients if (entity := parties.entity(p.id)) is not None]
    others = behind + [e for w in arguments if (e := parties.entity_at(w)) is not None and e not in found]
    state = bool(found) and all(entity.type == "place" for entity in found)
    state = state or (bool(actors) and all(is_of_faith(scene.lower(p.word)) for p in actors))
    if state and any(entity.type == "group" and entity.name is None for entity in others):
        return True  # "Norland attacked people who were returning": states do not attack these with words
    if any(entity.sector in ARMED or entity.type == "place" for entity in others):
        return not found or any(entity.type in {"place", "group"} or entity.sector in ARMED for entity in found)
    return not found and verb is not None and is_passive(scene, verb)


def _is_in_words(scene: Scene, parties: Parties, actors: Sequence[Party], verb: int | None) -> bool:
    """Tell whether an attack that is vowed is one with words: "vowed to attack Norland over trade", or an opposition's."""
    above = () if verb is None else (verb, scene.syntax.heads[verb])
    topics = [w for at in above for w in phrases(scene, at, "over", "about", steps=2)]
    if topics and not any(_is_force(scene, w) for w in topics):  # not "over the killing of its general"
        return True
    return any(e is not None and e.sector in {"OPP", "PTY"} for e in (parties.entity(p.id) for p in actors))


def _is_force(scene: Scene, noun: int) -> bool:
    known = noun_triggers_at(scene.encoding.words, noun)
    return known is not None and any(t.type in _FORCE for t in known[0])


def is_general(scene: Scene, parties: Parties, sides: Sequence[Party], verb: int, lemma: str) -> bool:
    """Tell whether it is said of anybody at any time: the present tense of people as such.

    Args:
        scene: Words and trees.
        parties: Who words stand for.
        sides: Those who act, or if none are named, those acted on.
        verb: The verb.
        lemma: Its base form.
    """
    helped = {scene.lower(h) for h in scene.syntax.children(verb, "aux", "aux:pass")}
    dated = not _TIMED.isdisjoint(scene.lower(c) for c in scene.syntax.children(verb, "mark", "case"))
    if sides and helped == {"being"} and not dated:  # "a debate about police being shot", not "died after being shot"
        return all(_is_bare(scene, parties, p) for p in sides)
    if not sides or not all(_is_anybody(scene, parties, p) for p in sides):
        return False
    form = scene.lower(verb)
    if form.endswith("ing") and _is_told_above(scene, verb):
        return False  # "ten men stormed the village, killing an officer"
    present = form in {lemma, lemma + "s", lemma + "es", lemma[:-1] + "ies"} or form.endswith("ing")
    return (present or bool(helped & _IS)) and not helped & {"was", "were", "had", "have", "has"}


def _is_told_above(scene: Scene, verb: int) -> bool:
    """Tell whether a participle says what came of what a verb in the past tells."""
    above = scene.syntax.heads[verb]
    if scene.syntax.is_relation(verb, "acl") and scene.lower(verb - 1) == ",":  # "shot in a blast, killing ten"
        above = next((w for w in scene.syntax.ancestors(verb) if scene.syntax.upos[w] == "VERB"), above)
    elif not scene.syntax.is_relation(verb, "advcl"):
        return False
    told = scene.lower(above)
    return above < verb and (is_past(told) or told in SAME_IN_PRESENT)  # "hit a bus, killing two"


def _is_bare(scene: Scene, parties: Parties, party: Party) -> bool:
    """Tell whether a party is a noun by itself, without name, article, owner or number."""
    entity = parties.entity(party.id)
    return (entity is None or entity.name is None) and not scene.syntax.children(
        party.word, "det", "nummod", "nmod:poss", "amod"
    )


def _is_anybody(scene: Scene, parties: Parties, party: Party) -> bool:
    entity = parties.entity(party.id)
    if entity is None or entity.name is not None or party.rule == "speaker":
        return False
    if scene.lower(party.word) in {"we", "i"} and entity.country is not None:
        return False  # "We, the foreign ministers of Togo and Benin, … We urge": known to be somebody
    said = {singular_of(alias.split()[-1].lower()) for alias in entity.aliases if alias}
    return bool({_noun(scene, party.word), *said} & _ANYBODY)

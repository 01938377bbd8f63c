# SPDX-License-Identifier: Apache-2.0
"""False friends: verbs that stand in a sense of the table by their words, and mean something else by what is around them.

"Flew the prisoners out" is no visit, "kept the airport shut" no arrest, "met with opposition" no meeting.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from readout.reading.clauses.arguments import agents, complement, is_passive, phrases
from readout.reading.clauses.courtesycalls import is_courtesy_call
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.facts import singular_of
from readout.reading.happenings.concludedtalks import is_concluded
from readout.reading.happenings.contactframes import RECEPTIONS, WRITINGS
from readout.reading.happenings.leavings import is_union
from readout.reading.happenings.parties import ARMED, Parties
from readout.reading.happenings.slots import is_own
from readout.reading.trees.verbforms import is_past
from readout.resources import Trigger, is_in_set

__all__ = ["is_false_friend"]

_SHOOTS = frozenset({"fire", "launch", "shoot"})
_NOWHERE = frozenset("sea ocean water waters air sky space gulf".split())
_POSTS = frozenset({"embassy", "consulate", "mission"})
_UNHURT = frozenset("target dawn dusk noon midnight night speed altitude site range centre center".split())
_CRAFT = (("helicopter",), ("helicopters",), ("aircraft",), ("jets",), ("submarine",), ("submarines",), ("drones",))
_PUBLISHED = frozenset(
    "website video film song album book report statement app ad clip document list single game trailer".split()
)
_OVER = frozenset("over dead void null ended finished".split())
_SAYS_MORE = frozenset("discuss respond say name identify elaborate specify disclose".split())
_DETAILS = frozenset("figure detail number name reason date comment explanation".split())
_TRAVELS = frozenset({"travel", "fly", "go", "come"})
_FELLS = frozenset({"topple", "pull", "tear", "fell", "oust"})
_FIGURES = frozenset("statue bust monument portrait effigy picture poster photograph".split())
_LEAVES = frozenset({"leave", "quit", "exit"})
_VESSELS = frozenset(
    "ship vessel boat convoy fleet flotilla frigate destroyer carrier tanker submarine aircraft jet".split()
)
_GAMES = frozenset(
    "final semifinal semi-final match game round cup league poll election elections vote primary race".split()
)
_TO_ACCOUNT = frozenset({"accountable", "responsible", "account"})
_SPARED = frozenset({"essential", "nonessential", "non-essential", "non-emergency", "emergency"})
_BEYOND_HIM = frozenset(
    "humanitarian catastrophic devastating disastrous economic unintended unforeseen tragic".split()
)
_DRILLS = frozenset("drill exercise manoeuvre maneuver fence wall law".split())
_AT_RISK = frozenset(
    "ceasefire cease-fire truce peace process stability economy survival livelihood recovery deal agreement accord".split()
)  # what is in danger by what happens
_DRAWS = frozenset(
    "drew sparked prompted triggered provoked faced received brought met raised heard ignored rejected dismissed resisted "
    "defied encountered".split()
)  # what draws calls of others
_SOON = 8  # words from "hold" to "accountable"
_REACH = 12  # words from a verb to what somebody is called
_OPENING = frozenset({"“", '"', "‘"})
_TIMES = frozenset("day week month hour minute year time days weeks months hours minutes years times later".split())


_ONLY_HIT = frozenset("ground floor road headlines airwaves record low high target brakes trail".split())
_WHOM = frozenset("him her them me us you it".split())


def is_false_friend(scene: Scene, parties: Parties, trigger: Trigger, verb: int, things: Sequence[int]) -> bool:
    """Tell whether a verb only looks like a sense of the table; `things` are what it is done to."""
    if _is_ruling_nothing_out(scene, trigger, verb) or _is_to_own(scene, trigger, things):
        return True
    if trigger.mode == "expel" and trigger.lemma == "suspend":
        posts = (p for w in things for p in (w, *phrases(scene, w, "of")) if _noun(scene, p) in _POSTS)
        return any(_is_owned(scene, p) for p in posts)  # "suspended the work of its embassy"
    if trigger.type == "SANCTION" and trigger.lemma == "end" and is_concluded(scene, verb, things):
        return True
    if scene.lower(verb) == "close" and scene.encoding.lower[verb + 1 : verb + 2] == ("to",):
        return True  # "a website close to the government"
    if trigger.type == "ASSAULT" and trigger.lemma == "hit" and any(scene.lower(w) in _ONLY_HIT for w in things):
        return True  # "hit the ground", "hit the road"
    if trigger.type == "REQUEST" and trigger.lemma == "call":
        is_phoned = bool(trigger.next) and scene.lower(verb + 1) in _WHOM  # "called her on Tuesday"
        if "for" in trigger.next and scene.lower(verb + 1) != "for" and _upos(scene, verb + 1) == "NOUN":
            return True  # "what it called revenge for the raid"
        return is_phoned or is_courtesy_call(scene, verb) or _is_noun_in_list(scene, parties, verb)
    if trigger.mode == "resign" and trigger.lemma == "quit" and not trigger.objects:
        return bool(things)  # "quit the capital"
    if trigger.lemma in _LEAVES and trigger.type == "RETREAT" and trigger.party:
        return _is_setting_out(scene, parties, verb)
    if trigger.lemma == "evacuate" and trigger.type == "AID":
        return any(_is_owned(scene, w) for w in things)  # "evacuated its ambassador"
    if trigger.lemma in _LEAVES and trigger.type == "SANCTION" and trigger.party:
        return not all(is_union(parties, p) for p in parties.of(things, owned=False))  # "left Geneva"
    if trigger.type == "THREATEN" and trigger.lemma in {"pledge", "promise", "swear", "vow"} and trigger.clause:
        below = complement(scene, verb)
        negations = {"not", "never"} & {scene.lower(c) for c in scene.syntax.children(below or verb, "advmod")}
        return below is not None and (bool(negations) or scene.lower(verb + 1) in {"not", "never"})
    if trigger.type == "THREATEN" and trigger.lemma == "threaten" and not trigger.clause:
        doers = agents(scene, verb)
        if doers and all(scene.syntax.upos[w] == "NOUN" and scene.entity_of(w) is None for w in doers):
            return True  # "its pursuit of weapons threatens the region", in which nobody threatens anybody
        by_somebody = bool(parties.of(doers, owned=False)) and not scene.lower(verb).endswith("ing")
        return not by_somebody and any(_noun(scene, w) in _AT_RISK for w in things)  # "killed, threatening the truce"
    if trigger.type == "CONSULT":
        return _is_no_contact(scene, trigger, verb, things)
    if trigger.type in {"ASSAULT", "COERCE", "PROTEST"}:
        return _is_no_force(scene, parties, trigger, verb, things)
    if trigger.type == "MOBILIZE" and trigger.lemma in _SHOOTS and any(_noun(scene, w) == "rocket" for w in things):
        return any(
            _noun(scene, w) not in _UNHURT for w in phrases(scene, verb, "at")
        )  # "fired rockets at posts": no test
    if trigger.mode == "ceasefire" and trigger.lemma == "declare":
        return _is_over(scene, things)
    if trigger.mode == "ceasefire" and any(_noun(scene, w) == "operation" for w in things):
        return _is_business(parties, agents(scene, verb))
    if trigger.lemma == "blast":  # "blasted three boats": with water, not with words
        return any(is_in_set(name, _noun(scene, w)) for w in things for name in ("assets", "land", "weapons"))
    if trigger.lemma == "blame":  # on whom nothing is laid
        return not things
    if trigger.type == "CONCEDE" and trigger.lemma != "waive" and any(_noun(scene, w) == "immunity" for w in things):
        return True  # whose immunity is lifted is to be tried
    if trigger.type == "AGREE" and _is_holding_to_account(scene, verb):
        return True
    if trigger.type == "CONCEDE" and any(_noun(scene, w) == "regret" for w in things):
        return not any(phrases(scene, w, "for") for w in (verb, *things))  # over what another did
    if trigger.lemma == "hand" and trigger.type == "AID":
        return any(_is_owned(scene, w) for w in things)  # "handed their arms to": they laid them down
    if trigger.mode == "release":
        return any(_noun(scene, w) in _PUBLISHED for w in things)
    if trigger.lemma == "decline":
        more = complement(scene, verb)
        told = () if more is None else scene.syntax.children(more, "obj")
        return scene.lower(more or verb) in _SAYS_MORE or any(_noun(scene, w) in _DETAILS for w in told)  # to the press
    if trigger.lemma == "warn" and "consequence" in trigger.near:  # which he would not bring about
        return not _BEYOND_HIM.isdisjoint(scene.encoding.lower[verb : verb + _SOON])
    warns = trigger.lemma == "warn" and trigger.type == "THREATEN"
    return warns and not things and _is_of_another(scene, parties, verb)


def _is_ruling_nothing_out(scene: Scene, trigger: Trigger, verb: int) -> bool:
    """Tell whether somebody only keeps something open: "refused to rule out the use of force"."""
    below = complement(scene, verb) if trigger.type == "REJECT" else None
    return below is not None and scene.lower(below) == "rule" and scene.lower(below + 1) == "out"


def _is_to_own(scene: Scene, trigger: Trigger, things: Sequence[int]) -> bool:
    """Tell whether those who are told to leave are sent home by their own: "ordered [staff] out of the country"."""
    if trigger.mode != "expel" or trigger.lemma not in {"order", "tell", "ask"}:
        return False
    return any(
        _is_owned(scene, w) or any(scene.lower(c) in _SPARED for c in scene.syntax.children(w, "amod")) for w in things
    )


def _is_business(parties: Parties, words: Sequence[int]) -> bool:
    """Tell whether all who act are of no army and no state: a company that halts its operations makes no truce."""
    found = [parties.entity_at(word) for word in words]
    return bool(found) and all(
        e is not None and e.type == "organisation" and e.sector in {None, "BUS", "MNC", "CVL", "NGO"} for e in found
    )


def _is_holding_to_account(scene: Scene, verb: int) -> bool:
    """Tell whether somebody promises no good: "vowed to hold Norland accountable", "pledged to hold them to their promises"."""
    below = complement(scene, verb)
    if below is None or scene.lower(below) != "hold":
        return False
    behind = scene.encoding.lower[below + 1 : below + _SOON]
    return not _TO_ACCOUNT.isdisjoint(behind) or any(
        one == "to" and two in {"its", "their", "his", "her"} for one, two in pairwise(behind)
    )


def _is_no_contact(scene: Scene, trigger: Trigger, verb: int, things: Sequence[int]) -> bool:
    if trigger.lemma == "call" and trigger.mode == "phone":
        return _is_naming(scene, verb) or _is_calling_for(scene, verb)
    if trigger.lemma == "meet":  # "was met with opposition", "met with fierce opposition"
        return is_passive(scene, verb) or any(_noun(scene, w) in RECEPTIONS for w in phrases(scene, verb, "with"))
    if trigger.mode == "visit" and any(_noun(scene, w) in WRITINGS for w in things):
        return True  # "received a letter from the premier": not him
    if trigger.mode != "visit" or trigger.lemma not in _TRAVELS:
        return False
    return bool(things) or _is_future(scene, verb)  # "flew the prisoners to Tarsk"


def _is_future(scene: Scene, verb: int) -> bool:
    """Tell whether "going to" only says what will be done, wherever the tree hangs it: "is first going [to meet] the envoy"."""
    return (
        scene.lower(verb) == "going"
        and scene.lower(verb + 1) == "to"
        and scene.syntax.upos[verb + 2 : verb + 3] in (("VERB",), ("AUX",))
    )


def _upos(scene: Scene, word: int) -> str | None:
    """Return a word's part of speech; None behind the end of the report."""
    return scene.syntax.upos[word] if word < len(scene.syntax.upos) else None


def _is_judged(scene: Scene, verb: int, behind: int) -> bool:
    """Tell whether what is called something is told behind it: "a mistake" and "illegal", but not "last week", "a day later"."""
    if scene.lower(behind) in {"a", "an"}:
        return scene.lower(behind + 1) not in _SPANS
    return scene.syntax.upos[behind : behind + 1] == ("ADJ",) and scene.syntax.heads[behind] == verb


_SPANS = frozenset("minute hour day week fortnight month year decade".split())


def _is_no_force(scene: Scene, parties: Parties, trigger: Trigger, verb: int, things: Sequence[int]) -> bool:
    if trigger.lemma == "come":
        return _is_criticised(scene, parties, verb)
    shot = trigger.lemma == "fire" and trigger.mode == "firearms" and not is_passive(scene, verb)
    fired = [w for thing in things for w in (thing, *phrases(scene, thing, "of"))]  # "hundreds of rounds"
    if shot and fired and not any(_noun(scene, w) in _SHOTS for w in fired):
        return True  # "fired his cabinet on Monday": out of office; "fired mortars": with more than a rifle
    if trigger.type == "ASSAULT" and _is_of_drills(scene, verb):
        return True
    if trigger.lemma in _SHOOTS and trigger.type == "ASSAULT":  # "fired a missile into the sea"
        return any(_noun(scene, w) in _NOWHERE for w in phrases(scene, verb, "into", "in"))
    if trigger.lemma == "call" and trigger.mode == "strike":  # "called the strike a mistake", "called it illegal"
        return any(_is_judged(scene, verb, w + 1) for w in things)
    if trigger.lemma == "attack":  # "attack helicopters", whatever the tree makes of them
        return scene.encoding.lower[verb + 1 : verb + 2] in _CRAFT
    if trigger.lemma == "beat" and not trigger.subjects:  # "were beaten by Rovers", "beat them in the final"
        around = {scene.lower(c) for c in scene.syntax.children(verb, "obl", "nmod", "advmod")}
        return not is_passive(scene, verb) or bool(agents(scene, verb)) or not _GAMES.isdisjoint(around)
    if trigger.lemma in _FELLS and any(_noun(scene, w) in _FIGURES for w in things):
        return True  # "toppled a statue of the president": not him
    if trigger.lemma == "surround":  # "seated on a sofa, surrounded by soldiers"
        return not things or any(_is_person(parties, w) for w in things)
    if trigger.mode == "arrest":  # "kept the airport shut"
        return bool(things) and all(_is_spot(parties, w) for w in things)
    return trigger.mode == "obstruct" and _are_armed(parties, agents(scene, verb))  # no crowd


_SHOTS = frozenset(
    "shot round bullet pellet volley salvo burst ammunition gun pistol rifle weapon flare "
    "arrow canister projectile tear gas cannon catapult slingshot stone firework".split()
)


def _is_of_drills(scene: Scene, verb: int) -> bool:
    """Tell whether what is done is done by drills or a fence alone: "drills encircling the island"."""
    hung = scene.lower(verb).endswith("ing") and scene.syntax.is_relation(verb, "acl")
    doers = [*agents(scene, verb), *([scene.syntax.heads[verb]] if hung else [])]
    return any(_noun(scene, w) in _DRILLS for w in doers)


def _is_setting_out(scene: Scene, parties: Parties, verb: int) -> bool:
    """Tell whether a ship leaves a port for another: "the frigate left Malta for Gaza"; troops who do so retreat."""
    there = (parties.entity_at(w) for w in phrases(scene, verb, "for"))
    sails = any(_noun(scene, w) in _VESSELS for w in agents(scene, verb))
    return sails and any(entity is not None and entity.type == "place" for entity in there)


def _is_criticised(scene: Scene, parties: Parties, verb: int) -> bool:
    """Tell whether somebody "came under fire" with words: for something, or from others than those who bear arms."""
    if phrases(scene, verb, "for", "over"):
        return True
    fire = phrases(scene, verb, "under")
    doers = [parties.entity_at(d) for at in (verb, *fire) for d in phrases(scene, at, "from", "by")]
    return any(e is not None and e.type != "place" and e.sector not in ARMED for e in doers)


def _is_person(parties: Parties, word: int) -> bool:
    """Tell whether a word stands for one person."""
    entity = parties.entity_at(word)
    return entity is not None and entity.type == "person"


def _is_noun_in_list(scene: Scene, parties: Parties, verb: int) -> bool:
    """Tell whether the tree makes a verb of a plural joined to a noun: "drew condemnation and [calls] for sanctions"."""
    above = scene.syntax.heads[verb]
    joined = scene.lower(verb) == "calls" and scene.syntax.is_relation(verb, "conj")
    # Who is "shocked by the strike and calls for restraint" calls for it; what "drew condemnation and calls" does not.
    drew = is_past(scene.lower(above)) and any(c < verb for c in scene.syntax.children(above, "obj"))
    drew = drew and (scene.lower(above) in _DRAWS or not parties.of(agents(scene, above), owned=False))
    beside = drew or scene.lower(above).endswith("ing") or scene.syntax.upos[above] == "NOUN"
    return joined and beside and not scene.syntax.children(verb, "nsubj")


def _is_over(scene: Scene, truces: Sequence[int]) -> bool:
    """Tell whether a truce is declared to be no more: "declared the truce over"."""
    return any(not _OVER.isdisjoint(scene.encoding.lower[w + 1 : w + 3]) for w in truces)


def _is_of_another(scene: Scene, parties: Parties, verb: int) -> bool:
    """Tell whether what somebody warns of would be a third one's doing: "US officials warned that Norland may strike"."""
    below = complement(scene, verb)
    if below is None or scene.syntax.upos[below] != "VERB" or is_passive(scene, below):
        return False
    own = parties.of(agents(scene, verb), owned=True)
    doers = parties.of(agents(scene, below), owned=True)
    mine = {p.id for p in own}
    harms = is_in_set("threat_verbs", scene.lower(below))
    return (
        harms
        and bool(doers)
        and not any(p.id in mine or is_own(scene, p) or parties.is_state_of(p, own) for p in doers)
    )


def _is_owned(scene: Scene, word: int) -> bool:
    """Tell whether a thing is its giver's own: "handed [their] arms to the peacekeepers"."""
    return any(scene.lower(c) in {"its", "their", "his", "her"} for c in scene.syntax.children(word, "nmod:poss"))


def _is_naming(scene: Scene, verb: int) -> bool:
    """Tell whether a verb says what somebody is: "called the senator a traitor", not "called the senator a day later"."""
    if len(scene.syntax.children(verb, "obj", "iobj", "xcomp")) > 1:
        return True
    lower, upos = scene.encoding.lower, scene.syntax.upos
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[verb]]
    for word in range(verb + 2, min(verb + _REACH, sentence.end - 1)):
        if upos[word] in {"ADP", "VERB", "AUX", "CCONJ", "SCONJ", "PUNCT"} and lower[word] not in _OPENING:
            return False
        if upos[word - 1] in {"PROPN", "NOUN", "PRON"} and lower[word] in {"a", "an", *_OPENING}:
            behind = scene.phrase(scene.syntax.noun_of(word, min(word + _REACH, sentence.end)))[1]
            said = set(lower[word + 1 : max(behind, word + 3)])
            return "to" not in lower[word + 1 : word + 2] and not said & _TIMES
    return False


def _is_calling_for(scene: Scene, verb: int) -> bool:
    """Tell whether a verb calls for something or on somebody, whatever else is told: "called for a vote and urged them"."""
    return scene.encoding.lower[verb + 1 : verb + 2] in (("for",), ("on",), ("upon",))


def _is_spot(parties: Parties, word: int) -> bool:
    """Tell whether a thing is a place that nobody can take into custody."""
    entity = parties.entity_at(word)
    return entity is not None and entity.type == "place"


def _are_armed(parties: Parties, words: Sequence[int]) -> bool:
    """Tell whether all who act bear arms."""
    found = [parties.entity_at(word) for word in words]
    return bool(found) and all(entity is not None and entity.sector in ARMED for entity in found)


def _noun(scene: Scene, word: int) -> str:
    return singular_of(scene.lower(word))

# SPDX-License-Identifier: Apache-2.0
"""Where a trigger's parties stand: the words at each of its slots, and in the clause or purpose that depends on it.

A slot is a place that the table of triggers names: object, indirect object, owner, clause, or behind a preposition.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readout.reading.clauses.arguments import PROMISING, agents, complement, conjuncts, is_passive, patients, phrases
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.facts import singular_of
from readout.reading.happenings.parties import Parties, Party
from readout.reading.happenings.takenup import taken_up
from readout.resources import is_in_set, is_light_verb, noun_triggers_at, verb_triggers

__all__ = [
    "CALLS",
    "DEPTHS",
    "at_slot",
    "concerned",
    "is_against",
    "is_deed",
    "is_founded",
    "is_infinitive",
    "is_lacking",
    "is_means",
    "is_own",
    "is_sent",
    "is_what_is_asked",
    "on_condition",
    "words_at",
]

# Prepositions that tell a side even where they hang some steps below: "held talks in Oslo with Dahl", "sent tonnes of aid to Chad".
DEPTHS = {"with": 3, "against": 3, "between": 3, "to": 3, "for": 2}
_REACH = 7  # words behind a verb
_BELOW = {"on": 2, "against": 2}  # "tariffs of 20 percent on Norland": steps from a thing to whom it concerns
_HARMS = frozenset({"ASSAULT", "COERCE"})
_OTHER_TIMES = frozenset("after before following during".split())  # "signed it after talks [with] the mediator"
_ABOUT = frozenset("on of to from for against with".split())
_TOPICS = frozenset({"over", "about"})  # "a protest over attacks against a convoy": not against the convoy
_WHERE = frozenset("at outside inside near".split())
_DEEPEST = 3  # phrases from what is promised to whom it concerns
_DENIES = frozenset({"not", "n't", "n’t"})
_FOUNDING = frozenset(
    "open reopen create establish re-establish restore form found set launch build appoint name convene".split()
)
_LEADING = frozenset({"lead", "head", "command"})
_FAILS = frozenset("fail fails failed refuse refuses refused".split())
_FREED = frozenset(
    "release freedom return extradition reinstatement restoration dissolution protection arrest prosecution".split()
)
_RESPECT = frozenset({"respect", "support"})  # "urged respect for Norland's sovereignty"
CALLS = frozenset({"call", "demand", "appeal", "request", "plea"})
_SENT = ("troops", "envoys", "arms_aid")
_SENDING = frozenset(
    "send sending deploy deploying provide providing contribute contributing dispatch dispatching".split()
)


def at_slot(parties: Parties, slot: str, words: Sequence[int], *, owned: bool) -> list[Party]:
    """Return the parties at the words of a place; of things only their owners, where the place asks for these."""
    if slot == "owner":
        return [replace(p, argument=word) for word in words for p in parties.owner_of(word)]
    return parties.of(words, owned=owned)


def words_at(scene: Scene, slot: str, verb: int, event_type: str) -> list[int]:
    """Return the words that stand at a slot of a verb: its object, its owner, a clause, what is behind a preposition."""
    things = patients(scene, verb)
    if slot == "obj":
        return things
    if slot == "iobj":
        return [w for c in (*scene.syntax.children(verb, "iobj"), *_promised(scene, verb)) for w in conjuncts(scene, c)]
    if slot == "owner":
        return things
    if slot == "subj":
        return agents(scene, verb)
    if slot == "clause" and event_type == "AGREE" and is_against(scene, verb):
        return []
    if slot == "clause":
        # Who asks for something to be done names who is to do it; who "asked to join NATO" asked NATO.
        or_whom = event_type != "REQUEST" or not (things or is_passive(scene, verb))
        if event_type == "AID":
            return _helped(scene, verb)
        found = _of_clause(scene, verb, or_whom=or_whom)
        return found or (_helped(scene, verb) if event_type == "AGREE" else [])  # "announced aid to help [refugees]"
    found = phrases(scene, verb, slot, steps=DEPTHS.get(slot, 1))
    if event_type == "ACCUSE" and slot == "against":
        found = [w for w in found if scene.case_of(scene.syntax.heads[w]) not in _TOPICS]
    if slot == "between" and not found:  # "the truce between the two came into force"
        things = [*things, *agents(scene, verb)]
    judged = event_type == "ACCUSE" and not is_light_verb(scene.encoding.words[verb])  # not "launched an attack on him"
    if judged and slot in {"of", "on", "against"}:  # "condemned the arrest of a bishop": not him
        things = [thing for thing in things if not _is_done_to(scene, thing, slot)]
    for thing in (taken_up(scene, w) for w in things):  # "lifted the sanctions on Norland", "… imposed on Norland"
        for head in (thing, *(c for c in scene.syntax.children(thing, "acl") if not _does_itself(scene, c))):
            found += [w for w in phrases(scene, head, slot, steps=_BELOW.get(slot, 1)) if w not in found]
    below = complement(scene, verb)
    if event_type == "REQUEST" and slot == "from" and below is not None and scene.syntax.children(below, "nsubj"):
        below = None  # "demanded that Norland withdraw from [Tarsk]": not from Tarsk
    found = found or ([] if below is None else phrases(scene, below, slot))
    found = [who for w in found for who in _to_be_seized(scene, w)]
    return found or (_nearby(scene, verb, slot) if slot in DEPTHS else [])


def _promised(scene: Scene, verb: int) -> list[int]:
    """Return who is promised that something be done: "promised [Norland] to free them", not "promised troops to help"."""
    if scene.lower(verb) not in PROMISING or not any(
        is_infinitive(scene, c) for c in scene.syntax.children(verb, "xcomp", "ccomp")
    ):
        return []
    whom = [w for w in scene.syntax.children(verb, "obj") if scene.entity_of(w) is not None]
    return [w for w in whom if not any(is_in_set(name, singular_of(scene.lower(w))) for name in _SENT)]


def _does_itself(scene: Scene, clause: int) -> bool:
    """Tell whether a relative clause says what a thing does: "the vessel, [which had been carrying] coal from Norland"."""
    subjects = (scene.lower(c) for c in scene.syntax.children(clause, "nsubj"))
    return any(word in {"which", "that", "who"} for word in subjects)


def _to_be_seized(scene: Scene, word: int) -> list[int]:
    """Return whose arrest is meant: "a warrant for the arrest of [the president]"; of any other word itself."""
    return (phrases(scene, word, "of") if scene.lower(word) in {"arrest", "detention", "extradition"} else []) or [word]


def _helped(scene: Scene, verb: int) -> list[int]:
    """Return whom what is given is to help: "sent 40 tonnes of flour to feed [refugees]", "pledged money to rebuild [towns]"."""
    below = complement(scene, verb)
    aims = [
        c for thing in patients(scene, verb) for c in scene.syntax.children(thing, "acl") if is_infinitive(scene, c)
    ]
    return [
        w for aim in ([] if below is None else [below]) + aims if not _is_harm(scene, aim) for w in patients(scene, aim)
    ]


def _is_done_to(scene: Scene, noun: int, preposition: str) -> bool:
    """Tell whether a noun's preposition says to whom harm was done: "the arrest of", "the killing of", "the strike on"."""
    known = noun_triggers_at(scene.encoding.words, noun)
    return known is not None and any(t.type in _HARMS and preposition in t.targets for t in known[0])


def _is_harm(scene: Scene, verb: int) -> bool:
    """Tell whether a verb tells of harm: who "sent jets to bomb" a town did not help it."""
    return any(trigger.type in _HARMS for trigger in verb_triggers(scene.encoding.words[verb]))


def concerned(scene: Scene, parties: Parties, verb: int) -> list[Party]:
    """Return whom what is promised or refused concerns, deep in its words: "agreed to end a levy on sales of [Irish] wool"."""
    below = complement(scene, verb)
    level = [] if below is None else patients(scene, below)
    for _ in range(_DEEPEST):
        level = [w for head in level for w in scene.syntax.children(head, "nmod") if scene.case_of(w) in _ABOUT]
        for word in level:
            found = [p for p in parties.of([word], owned=True) if parties.is_known(p.id) and not is_own(scene, p)]
            if found:
                return found
    return []


def is_against(scene: Scene, verb: int) -> bool:
    """Tell whether what is agreed to is done against somebody, who is promised nothing: "agreed to ban [Irish] ships"."""
    below = complement(scene, verb)
    if below is None:
        return False
    denied = any(scene.lower(c) in _DENIES for c in scene.syntax.children(below, "advmod"))
    denied = denied or scene.lower(max(verb + 1, 0)) in _DENIES
    return scene.lower(below) in _HOSTILE or (denied and scene.lower(below) in _LETS)


_HOSTILE = frozenset(
    "arrest attack ban blacklist bomb boycott deport embargo exclude expel fight fine isolate jail kill prosecute punish sanction "
    "target".split()
)
_LETS = frozenset("let allow permit harbour harbor shelter support back help assist aid arm fund finance".split())


def on_condition(scene: Scene, verb: int) -> list[int]:
    """Return who must do something lest a threat be carried out: "threatened to strike if [the junta] did not yield"."""
    below = complement(scene, verb)
    for above in (verb, *([] if below is None else [below])):
        for clause in scene.syntax.children(above, "advcl"):
            marks = {scene.lower(c) for c in scene.syntax.children(clause, "mark")}
            negated = _DENIES & {scene.lower(c) for c in scene.syntax.children(clause, "advmod", "aux")}
            if "unless" in marks or ("if" in marks and (negated or scene.lower(clause) in _FAILS)):
                return agents(scene, clause)
    return []


def is_infinitive(scene: Scene, verb: int) -> bool:
    """Tell whether a verb has its "to"."""
    return any(scene.lower(c) == "to" for c in scene.syntax.children(verb, "mark"))


def _nearby(scene: Scene, verb: int, preposition: str) -> list[int]:
    """Return the head of the phrase that a preposition begins soon behind a verb, wherever the tree hangs it."""
    syntax = scene.syntax
    for at in range(verb + 1, min(verb + 1 + _REACH, len(scene.encoding.words))):
        if syntax.upos[at] in {"PUNCT", "VERB", "AUX", "SCONJ"} or scene.lower(at) in _OTHER_TIMES:
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
    whom = [c for c in scene.syntax.children(below, "obl") if scene.case_of(c) not in _WHERE | _OTHER_TIMES | {"as"}]
    whom = [c for c in whom if not (scene.case_of(c) == "with" and is_means(scene, c))]
    oblique = [w for c in whom for w in conjuncts(scene, c)]
    made = scene.lower(below) in _FOUNDING | _LEADING  # "agreed to set up [a commission]", "to lead [the mission]"
    acted_on = [] if made else patients(scene, below)
    return others or ([*acted_on, *oblique] if or_whom else [])


def is_means(scene: Scene, word: int) -> bool:
    """Tell whether a word is only what something is done with: "offered to lead the force with [4,500 troops]"."""
    counted = bool(scene.syntax.children(word, "nummod"))
    return counted and any(is_in_set(name, singular_of(scene.lower(word))) for name in (*_SENT, "weapons"))


def is_own(scene: Scene, party: Party) -> bool:
    """Tell whether a party is the actor's own: "pledged to withdraw [its troops]" is pledged to nobody."""
    return any(
        scene.lower(c) in {"its", "their", "his", "her", "our", "my"}
        for c in scene.syntax.children(party.word, "nmod:poss")
    )


def is_sent(scene: Scene, party: Party) -> bool:
    """Tell whether a party is only what is sent to another: "offered to send [troops] to [Norland]"."""
    first = party.word
    while scene.syntax.is_relation(first, "conj"):  # "send 200 troops and 70 [officers]"
        first = scene.syntax.heads[first]
    thing = party.direct and any(is_in_set(s, singular_of(scene.lower(party.word))) for s in _SENT)
    above = scene.syntax.heads[first]
    return thing and scene.syntax.is_relation(first, "obj") and scene.lower(above) in _SENDING


def is_founded(scene: Scene, party: Party) -> bool:
    """Tell whether a party is only what is to be set up, opened again or led: "agreed to open [a liaison office]"."""
    syntax, word = scene.syntax, party.word
    founding = syntax.is_relation(word, "obj", "conj") and any(
        scene.lower(w) in _FOUNDING | _LEADING for w in (syntax.heads[word], syntax.heads[syntax.heads[word]])
    )
    return founding and party.direct and syntax.upos[word] == "NOUN"


def is_what_is_asked(scene: Scene, party: Party) -> bool:
    """Tell whether somebody only stands in what is asked for: "the release of [the crew]", "sanctions against [the envoys]"."""
    syntax, first = scene.syntax, party.word
    while syntax.is_relation(first, "conj"):
        first = syntax.heads[first]
    above = syntax.heads[first]
    freed = scene.lower(above) in _FREED and syntax.upos[above] == "NOUN"
    freed = freed or (scene.lower(syntax.heads[above]) in _RESPECT and syntax.is_relation(above, "nmod"))
    if is_infinitive(scene, above) and syntax.is_relation(first, "obj"):  # "rejected calls to sack [the premier]"
        beside = (syntax.heads[above], *syntax.children(syntax.heads[above], "obj"))
        freed = freed or any(singular_of(scene.lower(w)) in CALLS and syntax.upos[w] == "NOUN" for w in beside)
    return freed or (scene.case_of(first) == "against" and syntax.is_relation(first, "nmod"))


def is_deed(scene: Scene, party: Party) -> bool:
    """Tell whether a party is only called "it", which may be a deed: "condemned [it]", but not "condemned it for the raid"."""
    return scene.lower(party.word) == "it" and scene.lower(party.word + 1) not in {"for", "as", "of"}


def is_lacking(scene: Scene, party: Party, verb: int) -> bool:
    """Tell whether a party stands in what there is not: "refused to free him without word from [his family]"."""
    behind = [w for w in range(verb + 1, party.word) if scene.lower(w) == "without"]
    return bool(behind) and not any(scene.syntax.upos[w] in _CLOSES for w in range(behind[-1], party.word))


_CLOSES = frozenset({"PUNCT", "VERB", "AUX", "CCONJ", "SCONJ"})

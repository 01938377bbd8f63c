# SPDX-License-Identifier: Apache-2.0
"""Find the triggers of events in the trees, each in the sense that its sentence gives it, with its parties.

One happening is one trigger at one place; `readout.reading.events` makes events of them. Nothing is one without somebody in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from readout.reading.clauses.arguments import patients
from readout.reading.clauses.scene import Scene
from readout.reading.happenings.eventnouns import at_noun, event_nouns
from readout.reading.happenings.eventverbs import at_verb
from readout.reading.happenings.happening import Happening
from readout.reading.happenings.parties import Parties
from readout.reading.happenings.slots import is_infinitive

__all__ = ["find_happenings", "without_purposes"]

# What is done for its own kind is one act: "gave flour to feed", "telephoned to brief", "fired tear gas to disperse".
_ONE_ACT = (
    frozenset({"AID", "SUPPORT", "COOPERATE"}),
    frozenset({"CONSULT"}),
    frozenset({"PROTEST"}),
    frozenset({"MOBILIZE"}),
    frozenset({"ASSAULT", "COERCE"}),
)

_FORCE = frozenset({"ASSAULT", "COERCE"})
_OUTCOMES = frozenset({"kill", "wound", "injure", "destroy"})


def find_happenings(scene: Scene, parties: Parties, readable: Sequence[bool]) -> list[Happening]:
    """Find the happenings of a report, in text order.

    Args:
        scene: Words and trees.
        parties: Who words stand for.
        readable: Whether each word stands in a part of the report that tells something.
    """
    found = [h for w in range(len(scene.encoding.words)) if readable[w] for h in at_verb(scene, parties, w)]
    told = {h.word for h in found}
    nouns = [noun for noun in event_nouns(scene, readable) if noun[2] - 1 not in told]
    found += [h for noun in nouns for h in at_noun(scene, parties, *noun)]
    kept = [_with_talkers(scene, h, found) for h in _joined(scene, _unspent(_untested(scene, found)))]
    return sorted(without_purposes(scene, kept), key=lambda h: h.words)


def _with_talkers(scene: Scene, happening: Happening, found: Sequence[Happening]) -> Happening:
    """Return a mediation with those whose talks are mediated: "[Togo and Benin] held talks mediated by Ghana"."""
    if happening.trigger.mode != "third-party" or happening.recipients or happening.trigger.part != "verb":
        return happening
    things = patients(scene, happening.word)
    above = {scene.syntax.heads[w] for w in things}  # "held talks [in Luanda] mediated by", by a slip of the tree
    others = (h for h in found if h is not happening and h.trigger.type == "CONSULT" and h.trigger.part == "noun")
    talks = next((h for h in others if h.word in things or {h.word, h.verb} & above), None)
    own = {p.id for p in happening.actors}
    sides = () if talks is None else (*talks.actors, *talks.recipients)
    return replace(happening, recipients=tuple(p for p in sides if p.id not in own))


def without_purposes(scene: Scene, found: Sequence[Happening]) -> list[Happening]:
    """Leave out what is only the purpose of another happening of its kind; to whom that was done the purpose may tell."""
    acts = {id(aim): act for aim in found if (act := _act_for(scene, aim, found)) is not None}
    aims = {id(act): aim for aim in found if (act := acts.get(id(aim))) is not None}
    return [_with_whom(h, aims.get(id(h))) for h in found if id(h) not in acts]


def _with_whom(act: Happening, aim: Happening | None) -> Happening:
    """Return an act with those whom its purpose names: "fired tear gas to disperse [the crowd]"."""
    lent = aim is not None and act.trigger.type in _FORCE and not act.recipients
    return replace(act, recipients=aim.recipients) if aim is not None and lent else act


def _act_for(scene: Scene, aim: Happening, found: Sequence[Happening]) -> Happening | None:
    """Return the happening that another one is only the purpose of: "gave a million to help Norland" is one gift."""
    alike = next((types for types in _ONE_ACT if aim.trigger.type in types), None)
    if aim.word != aim.verb or alike is None or not is_infinitive(scene, aim.word):
        return None
    # What a crowd protests against in its purpose is nobody's answer to: "blocked a road to protest against the dam".
    above, whom = (
        scene.syntax.heads[aim.word],
        set() if aim.trigger.type == "PROTEST" else {p.id for p in aim.recipients},
    )
    for act in found:
        whose = {p.id for p in act.recipients}
        unsaid = act.trigger.type in _FORCE and not whose
        if (
            act is not aim
            and act.trigger.type in alike
            and above in {act.word, *act.arguments}
            and (unsaid or whom <= whose)
        ):
            return act
    return None


def _untested(scene: Scene, found: Sequence[Happening]) -> list[Happening]:
    """Leave out the launch of weapons that are told to have struck, which is one assault.

    "Fired [rockets that hit a school]", "the rockets [fired by the militia] hit a school".
    """
    heads, assaults = scene.syntax.heads, [h for h in found if h.trigger.type == "ASSAULT"]
    struck = {heads[h.word] for h in assaults if _is_clause(scene, h.word)}
    hitting = {w for h in assaults for w in scene.syntax.children(h.word, "nsubj")}

    def is_of_blow(launch: Happening) -> bool:
        fired = heads[launch.word] if _is_clause(scene, launch.word) else None
        is_fired = (
            launch.trigger.mode == "weapons" and fired in hitting
        )  # "the troops deployed there shelled it" are two
        return is_fired or not struck.isdisjoint(launch.arguments)

    return [h for h in found if h.trigger.type != "MOBILIZE" or not is_of_blow(h)]


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


def _joined(scene: Scene, found: Sequence[Happening]) -> list[Happening]:
    """Put happenings of one type together that stand in one clause, one as the other's argument: "The air strike killed …"."""
    kept: list[Happening] = []
    in_sentence: dict[int, list[int]] = defaultdict(list)  # places in `kept`
    for happening in found:
        beside = in_sentence[scene.syntax.sentence_of[happening.word]]
        other = next((i for i in beside if _is_one(scene, kept[i], happening)), None)
        if other is None:
            beside.append(len(kept))
            kept.append(happening)
        else:
            kept[other] = _both(scene, kept[other], happening)
    return kept


def _is_one(scene: Scene, verb: Happening, noun: Happening) -> bool:
    if verb.trigger.type != noun.trigger.type:
        return False
    if noun.trigger.part != "noun":
        return noun.trigger.lemma in _OUTCOMES and _is_outcome(scene, noun.word, verb)
    return noun.word in verb.arguments or verb.word == noun.verb


def _is_outcome(scene: Scene, verb: int, act: Happening) -> bool:
    """Tell whether a clause says what came of an act: "shelled the market, [killing] ten and [wounding] two"."""
    syntax = scene.syntax
    joined = syntax.is_relation(verb, "advcl", "conj") and not syntax.children(verb, "mark", "nsubj")
    if not joined:
        return False
    if not scene.lower(verb).endswith("ing"):  # a headline's "strikes a base, [kills] three"
        listed = syntax.is_relation(verb, "conj") and not syntax.children(verb, "cc") and scene.lower(verb - 1) == ","
        return listed and syntax.heads[verb] == act.word
    beside = scene.lower(act.word).endswith("ing") and syntax.heads[act.word] == syntax.heads[verb]
    return beside or syntax.heads[verb] in {act.word, *act.arguments}


def _both(scene: Scene, verb: Happening, noun: Happening) -> Happening:
    trigger = (
        verb.trigger if verb.trigger.mode or not noun.trigger.mode else replace(verb.trigger, mode=noun.trigger.mode)
    )
    actors = verb.actors or noun.actors
    ids = {p.id for p in actors}
    others = tuple(p for p in noun.recipients if p.id not in ids | {r.id for r in verb.recipients})
    # Of "an attack on a convoy killed ten" both the convoy and the ten were attacked.
    if verb.recipients:  # who "was killed in a strike in Tarsk" was hit, and not the town
        others = tuple(p for p in others if scene.case_of(p.word) != "in")
    recipients = (*verb.recipients, *others) if verb.trigger.type == "ASSAULT" else verb.recipients or others
    arguments = tuple(dict.fromkeys((*verb.arguments, *noun.arguments, noun.word)))
    return replace(verb, trigger=trigger, actors=actors, recipients=recipients, arguments=arguments)

# SPDX-License-Identifier: Apache-2.0
"""What the model says of events beside the rules: how likely a type is, and to whom something was done.

The rules speak first, since they name the words of their reasons, and their types stand; the probability that the model gives them
stands in `because`. Learned from sentences that all tell of an event, it finds many too many in other news, so no event is told
of on its word alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from readout.reading.clauses.arguments import conjuncts, patients
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.facts import singular_of
from readout.reading.events.eventscores import EventScores
from readout.reading.happenings.happening import Happening
from readout.reading.happenings.parties import BEHIND_BORDER, Parties, Party
from readout.reading.happenings.slots import (
    is_against,
    is_deed,
    is_founded,
    is_lacking,
    is_own,
    is_sent,
    is_what_is_asked,
)
from readout.reading.happenings.sufferers import is_sufferer
from readout.resources import noun_triggers_at

__all__ = ["BY_MODEL", "Opinion", "second_opinion"]


BY_MODEL = "layers for pairs"  # the rule of a party that the model found
_ARGUMENTS = ("obj", "iobj", "obl", "xcomp", "nsubj:pass")
_BELOW = ("nmod", "nmod:poss", "obj", "obl", "xcomp")
_YIELDING = ("CONCEDE", "RETREAT")  # PLV has both as YIELD
_SOMEWHERE = frozenset({"PROTEST", "AGREE", "CONSULT"})
_FREED = frozenset("release return freedom reinstatement rights".split())
_FOR_WHOM = frozenset(
    "support solidarity retaliation response revenge honour honor defence defense favour favor".split()
)
_GIVEN = frozenset({"SUPPORT", "AID", "AGREE"})
_THERE = frozenset({"in", "through", "across", "into"})
_STREETS = frozenset({"street", "square", "road", "avenue"})
_BESIDE = frozenset({"near", "along", "outside", "around"})
_AIMED = frozenset({"on", "against", "of"})
_DEEP = 3  # steps from a verb to a party: "issued [an arrest warrant] [for the actor]"
_THEIR = frozenset({"its", "their", "his", "her"})
_ASKED = 4  # parties of a verb about which the model is asked
_SURE = 0.7  # probability from which on the model tells to whom something was done


@dataclass(frozen=True, slots=True)
class Opinion:
    """A happening with what the model says of it; None where it was not asked.

    Attributes:
        happening: The happening.
        chance: Probability of its type.
    """

    happening: Happening
    chance: float | None = None


def second_opinion(
    scene: Scene,
    parties: Parties,
    found: Sequence[Happening],
    scores: EventScores,
) -> list[Opinion]:
    """Ask the model about the happenings that the rules found, and for the party that they lack."""
    return [_judged(scene, _completed(scene, parties, happening, scores), scores) for happening in found]


def _completed(scene: Scene, parties: Parties, happening: Happening, scores: EventScores) -> Happening:
    """Return a happening with the recipient that the model is sure of, if the rules found none."""
    verb = happening.verb
    if verb is None or happening.again or happening.recipients or not happening.actors:
        return happening
    # Nobody is resigned to; and of several leaders who signed something each has the others.
    if happening.trigger.mode == "resign" or (happening.trigger.mutual and parties.are_several(happening.actors)):
        return happening
    if (
        happening.trigger.lemma == "deny" and not happening.trigger.targets
    ):  # "denied a role in the killing of a bishop"
        return happening
    if happening.trigger.type == "AGREE" and is_against(scene, verb):
        return happening
    own = {p.id for p in happening.actors}
    sent = happening.trigger.objects if "obj" not in happening.trigger.targets else frozenset()
    for other in parties.of(_objects(scene, verb), owned=True)[:_ASKED]:
        if "according" in scene.encoding.lower[verb + 1 : other.word]:
            continue  # "rejected it, according to a statement released by his office"
        if parties.is_press(other.id):
            break  # "rejected a newspaper's request to open the file on Trump"
        if other.id in own or parties.is_mere_place(other):
            continue
        if "political_institutions" in happening.trigger.contexts and parties.is_town(other):
            continue  # "took power in Naypyidaw"
        if happening.trigger.type == "ASSAULT" and parties.is_place(other) and scene.case_of(other.word) in _BESIDE:
            continue  # "opened fire on them near the border"
        numbers = any(scene.syntax.upos[w] == "NUM" for w in patients(scene, verb))
        if happening.trigger.type == "ASSAULT" and numbers and scene.case_of(other.word) == "in":
            continue  # "killed ten in North Kivu"
        if (
            "truce" in happening.trigger.objects
            and parties.is_place(other)
            and scene.case_of(other.word) in {"in", "at"}
        ):
            continue  # "violated the truce in Tarsk"
        if happening.words[0] < other.word < happening.words[1]:
            continue  # "declared the state of siege"
        if scene.lower(other.word) in _THEIR:
            continue  # "closed its border": its own, whoever the pronoun was taken for
        if happening.trigger.type in {"REQUEST", "REJECT"} and is_what_is_asked(scene, other):
            continue  # "demanded sanctions against the rebels": not from them
        if happening.trigger.type == "THREATEN" and scene.case_of(other.word) == "in" and not parties.is_place(other):
            continue  # "threatened to challenge the law in the court"
        if happening.trigger.type == "THREATEN" and "avenge" in scene.encoding.lower[verb + 1 : other.word]:
            continue  # "vowed to avenge the killing of a bishop": no threat to him
        if happening.trigger.type in {"ACCUSE", "SUPPORT"} and is_deed(scene, other):
            continue  # "welcomed it": a deed
        if happening.trigger.type == "ACCUSE" and _is_victim(scene, other):
            continue  # "condemned the attack on a church": not the church
        if happening.trigger.type == "ACCUSE" and scene.case_of(other.word) == "in" and parties.is_city(other):
            continue  # "condemned the attack in Kyiv"
        spot = {other.word, scene.syntax.heads[other.word]}  # "took to the streets of Tarsk"
        there = _case_of_list(scene, other.word) in _THERE or any(singular_of(scene.lower(w)) in _STREETS for w in spot)
        somewhere = happening.trigger.type in _SOMEWHERE or happening.trigger.mode == "restrict"
        if somewhere and parties.is_place(other) and there:
            continue  # "marched through Tarsk": not against it
        if is_sent(scene, other) or (other.direct and singular_of(scene.lower(other.word)) in sent):
            continue  # "mobilised troops": not against them
        if happening.trigger.type == "PROTEST" and scene.lower(scene.syntax.heads[other.word]) in _FREED:
            continue  # "rallied to demand the release of the leader": not against him
        if not other.direct and other.argument is not None and scene.case_of(other.argument) in {"in", "at", "during"}:
            continue  # "promised to raise it at an EU summit"
        if happening.trigger.type == "CONSULT" and (not other.direct or scene.case_of(other.word) in _THERE_MET):
            continue  # "met to consider a French text", "met at the White House": not with France, nor with the house
        if happening.trigger.type in {"ACCUSE", "SUPPORT"} and is_sufferer(scene, parties, other):
            continue  # "welcomed Assad's fall": no praise of him
        if is_lacking(scene, other, verb):
            continue  # "refused to free him without word from his family"
        if scene.case_of(other.word) in _BY_WAY_OF and not parties.is_place(other):
            continue  # "offered help through mediators": not to them
        if happening.trigger.type in {"SUPPORT", "REJECT"} and scene.lower(scene.syntax.heads[other.word]) in _SWAPS:
            continue  # "rejected a swap of prisoners": not theirs to reject
        if is_founded(scene, other):
            continue  # "agreed to open a liaison office"
        if is_own(scene, other) and scene.case_of(other.word) in {"in", "at"}:
            continue  # "suspended visas at its embassy"
        if happening.trigger.type == "MOBILIZE" and (is_own(scene, other) or other.rule == BEHIND_BORDER):
            continue  # "put its forces on alert", "sent troops to search the hills on the border with Norland"
        if happening.trigger.type in _GIVEN and scene.syntax.is_relation(other.word, "nmod:poss"):
            continue  # "reaffirmed Norland's support": not for Norland
        chances = scores.of_pair(_sentence(scene, verb), _words(scene, happening.actors), _words(scene, [other]))
        if _chance_of(happening, chances) >= _SURE:
            return replace(happening, recipients=(replace(other, rule=BY_MODEL),))
    return happening


def _case_of_list(scene: Scene, word: int) -> str:
    """Return the preposition of a phrase, also where it stands before the first of several: "in Tarsk, Orm and [Brell]"."""
    while scene.syntax.is_relation(word, "conj") and not scene.case_of(word):
        word = scene.syntax.heads[word]
    return scene.case_of(word)


_OTHER_TIMES = frozenset({"after", "before", "during", "following"})
_BY_WAY_OF = frozenset({"through", "via"})
_SWAPS = frozenset({"swap", "swaps", "exchange"})
_THERE_MET = frozenset({"at", "in", "inside", "outside", "near"})


def _is_victim(scene: Scene, party: Party) -> bool:
    """Tell whether a party stands in what an attack or an arrest was aimed at: "the raid on [the bank]"."""
    at = party.word if party.argument is None else party.argument
    for _ in range(_DEEP):
        above, case = scene.syntax.heads[at], scene.case_of(at)
        known = noun_triggers_at(scene.encoding.words, above) if case in _AIMED else None
        if known is not None and any(t.type in {"ASSAULT", "COERCE"} and case in t.targets for t in known[0]):
            return True
        at = above
    return False


def _judged(scene: Scene, happening: Happening, scores: EventScores) -> Opinion:
    """Return a happening with what the model says of it, if both its sides are there to be asked about."""
    if not happening.actors or not happening.recipients or happening.again:
        return Opinion(happening)
    source, target = _words(scene, happening.actors), _words(scene, happening.recipients)
    chances = scores.of_pair(_sentence(scene, happening.word), source, target)
    return Opinion(happening, _chance_of(happening, chances))


def _chance_of(happening: Happening, chances: Mapping[str, float]) -> float:
    """Return the probability of a happening's type. Giving way in words and in deeds, one type to the model, are summed."""
    kind = happening.trigger.type
    return sum(chances.get(each, 0.0) for each in (_YIELDING if kind in _YIELDING else (kind,)))


def _sentence(scene: Scene, word: int) -> tuple[int, int]:
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[word]]
    return sentence.start, sentence.end


def _words(scene: Scene, sides: Sequence[Party]) -> list[int]:
    """Return the words of the phrases of some parties."""
    return [w for p in sides for w in range(*scene.phrase(p.word if p.argument is None else p.argument))]


def _objects(scene: Scene, verb: int) -> list[int]:
    """Return the heads of the verb's objects and phrases, nearest first, then of the phrases and clauses of these.

    So "agreed to accept [refugees] from [camps] in [Norland]", "gave money to help [Norland]".
    """
    found = []
    at = [c for c in scene.syntax.children(verb) if scene.syntax.is_relation(c, *_ARGUMENTS) or _is_purpose(scene, c)]
    for _ in range(_DEEP):
        at = [head for head in at if scene.case_of(head) not in _OTHER_TIMES]  # "pledged help after talks with [Togo]"
        heads = [each for head in at for each in conjuncts(scene, head) if scene.lower(each) not in _FOR_WHOM]
        found += heads
        at = [c for head in heads for c in scene.syntax.children(head, *_BELOW)]
    return list(dict.fromkeys(found))


def _is_purpose(scene: Scene, word: int) -> bool:
    """Tell whether a word heads a clause that says what something is done for: "to help Norland"."""
    marks = (scene.lower(mark) for mark in scene.syntax.children(word, "mark"))
    return scene.syntax.is_relation(word, "advcl") and "to" in marks

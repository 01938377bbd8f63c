# SPDX-License-Identifier: Apache-2.0
"""Slips that trees make in joining clauses, and their mending: what "and" joins to what, and what belongs to the telling."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.trees.slips import REACH, SPEECH_ACTS, has_subject, places

__all__ = ["give_asides", "join_by_and", "join_leftward", "join_sayings", "join_told", "part_clauses"]

_IN_DOING = frozenset(
    "breaching breaking defying ending forcing killing leaving prompting raising sparking triggering violating wounding".split()
)
_WHEN = frozenset({"as", "after", "while", "when"})
_HARMING = frozenset("killing wounding injuring destroying".split())

_IN_TELLING = frozenset(
    "accusing adding blaming calling citing condemning demanding insisting saying threatening urging vowing warning".split()
)


def part_clauses(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give a clause behind "as" or "after" its own subject, and what came of it: "as [rebels] advanced on Goma, [killing] two"."""
    for mark in places(relations, "mark"):
        verb = heads[mark]
        first = heads[verb]
        if lower[mark] not in _WHEN or not first < mark < verb or upos[verb] != "VERB":
            continue
        own = [w for w in range(mark + 1, verb) if heads[w] == first and relations[w] == "nsubj"]
        if own and not has_subject(verb, heads, relations):
            heads[own[-1]], relations[verb] = verb, "advcl"
        if relations[verb] == "advcl" and upos[first] == "VERB":
            behind = range(verb + 1, min(verb + REACH, len(heads)))
            harm = next(
                (w for w in behind if heads[w] == first and lower[w] in _HARMING and relations[w] == "advcl"), None
            )
            if harm is not None and lower[harm - 1] == "," and "VERB" not in upos[verb + 1 : harm]:
                heads[harm] = verb


def join_sayings(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Join a verb to the one of saying, where the tree joins it to what is said to be so: "said he was glad and [thanked] her".

    A verb of the past without a subject goes with the verb of the past, not with an adjective below it; nor does what was done
    accuse anybody: "said the coup had been defeated and [accused] Norland".
    """
    for word in places(relations, "conj"):
        head = heads[word]
        verb = heads[head]
        if upos[word] != "VERB" or relations[head] != "ccomp":
            continue
        helpers = {"cop", "aux:pass"} if lower[word] in SPEECH_ACTS else {"cop"}
        is_state = any(heads[w] == head and relations[w] in helpers for w in range(max(head - 12, 0), head))
        has_object = any(
            heads[w] == word and relations[w] in {"obj", "iobj", "ccomp"}
            for w in range(word, min(word + REACH, len(heads)))
        )
        # "said he had no right, and [pledged] aid"
        is_set_off = lower[word] in SPEECH_ACTS and lower[word - 2 : word] == [",", "and"]
        if (is_state or is_set_off) and has_object and verb < head and not has_subject(word, heads, relations):
            heads[word] = verb


def join_by_and(upos: Sequence[str], heads: Sequence[int], relations: list[str]) -> None:
    """Join a verb behind "and" to the one it hangs on, where the tree takes it for an aside."""
    for joint, verb in enumerate(heads):
        if (
            relations[joint] == "cc"
            and upos[verb] == "VERB"
            and relations[verb] == "parataxis"
            and heads[verb] < joint < verb
        ):
            relations[verb] = "conj"


def join_told(upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Join a verb behind "and" to the one before it, where both hang on who tells: "rebels stormed it and [took] six, he said"."""
    for joint in places(relations, "cc"):
        verb = heads[joint]
        teller = heads[verb]
        if relations[verb] != "ccomp" or upos[verb] != "VERB" or not joint < verb < teller:
            continue
        before = range(max(joint - REACH, 0), joint)
        first = [w for w in before if heads[w] == teller and relations[w] == "ccomp" and upos[w] == "VERB"]
        if first and not has_subject(verb, heads, relations):
            heads[verb], relations[verb] = first[-1], "conj"


def join_leftward(upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Join a verb to the one before it that hangs on the same word, where the tree joins it to that.

    "Lind called his counterpart and promised that …, the ministry said": the promise was made by who called.
    What is joined by "and" stands behind what it is joined to.
    """
    for verb in places(relations, "conj"):
        head = heads[verb]
        if head < verb or upos[verb] != "VERB":
            continue
        before = range(max(verb - REACH, 0), verb)
        first = [w for w in before if heads[w] == head and upos[w] == "VERB" and relations[w] in {"ccomp", "parataxis"}]
        if first:
            heads[verb] = first[-1]


def give_asides(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang what a teller does in telling on the telling, not on what is told: "police fled, a lawyer said, [accusing] them"."""
    for word in places(relations, "advcl", 2):
        told = heads[word]
        if lower[word] not in _IN_TELLING or lower[word - 1] != "," or told > word:
            continue
        teller = heads[told]
        if relations[told] == "ccomp" and told < teller < word and upos[teller] == "VERB":
            heads[word] = teller
    _give_back(lower, upos, heads, relations)


def _give_back(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang what an act leads to on the act, not on who tells it: "Norland hanged three, a judge said, [defying] pleas"."""
    told = {heads[w]: w for w in places(relations, "ccomp") if upos[w] == "VERB" and w < heads[w]}
    for word in range(2, len(heads)):
        if lower[word - 1] != "," or lower[word] not in _IN_DOING:
            continue
        act = told.get(heads[word])
        if act is not None and relations[word] in {"advcl", "ccomp"} and word > heads[word]:
            heads[word], relations[word] = act, "advcl"

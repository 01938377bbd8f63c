# SPDX-License-Identifier: Apache-2.0
"""Who "her predecessor" and "his successor" are, where the report says who took over from whom."""

from __future__ import annotations

from readout.reading.coreference.discourse import Discourse
from readout.resources import office_state

__all__ = ["is_new_in_office", "newcomer_meant", "predecessor_meant"]

_TAKING = frozenset(
    "replaced replaces replacing replace succeeded succeeds succeeding succeed defeated beat unseated ousted".split()
)
_NEAR = 12  # mentions within one clause


def predecessor_meant(discourse: Discourse, i: int, owner: int | None) -> int | None:
    """Return the person who had somebody's office before them, or has it after them.

    Args:
        discourse: The mentions of the report.
        i: The description.
        owner: Whose predecessor or successor it is of.
    """
    noun = discourse.facts[i].noun
    if owner is None or noun not in {"predecessor", "successor"}:
        return None
    found = {
        discourse.chains.of(j): j
        for member in discourse.some(owner)
        if (j := _other_of(discourse, member, took=noun == "predecessor")) is not None
        and discourse.chains.agrees(i, j)
        and not discourse.holds(i, j)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _other_of(discourse: Discourse, member: int, *, took: bool) -> int | None:
    """Return whom somebody took over from, or who took over from them, by the clause that a mention stands in."""
    syntax, mentions = discourse.syntax, discourse.mentions
    verb = syntax.heads[mentions[member].head]
    if discourse.encoding.lower[verb] not in _TAKING or syntax.children(verb, "aux:pass"):
        return None
    own, others = ("nsubj", "obj") if took else ("obj", "nsubj")
    if not syntax.is_relation(mentions[member].head, own):
        return None
    heads = set(syntax.children(verb, others))
    near = range(max(0, member - _NEAR), min(len(mentions), member + _NEAR))
    return next((j for j in near if mentions[j].head in heads and mentions[j].form == "name"), None)


def newcomer_meant(discourse: Discourse, i: int) -> int | None:
    """Return whose "his predecessor" is where the sentence calls one person acting or new: "[Acting president] X met Y"."""
    mentions, lower, sentence_of = discourse.mentions, discourse.encoding.lower, discourse.syntax.sentence_of
    start = mentions[i].start
    if lower[start] not in _HIS or "predecessor" not in lower[start + 1 : start + _BEFORE_NOUN]:
        return None
    here = sentence_of[mentions[i].head]
    found: dict[int, int] = {}
    for j in range(i - 1, max(-1, i - _SENTENCE), -1):
        if sentence_of[mentions[j].head] != here:
            break
        is_person = mentions[j].form != "pronoun" and discourse.facts[j].kind == "person"
        if is_person and _is_called_new(discourse, j) and discourse.chains.agrees(i, j) and not discourse.holds(i, j):
            found.setdefault(discourse.chains.of(j), j)
    return next(iter(found.values())) if len(found) == 1 else None


_HIS = frozenset({"his", "her"})
_BEFORE_NOUN = 4  # words: "his ousted predecessor"
_SENTENCE = 20  # mentions


def _is_called_new(discourse: Discourse, j: int) -> bool:
    spans = [(discourse.mentions[j].start, discourse.mentions[j].end)]
    spans += [titled.description.words for titled in discourse.titles.get(j, ())]
    return any(is_new_in_office(word) for start, end in spans for word in discourse.encoding.lower[start:end])


def is_new_in_office(word: str) -> bool:
    """Tell whether a word says that somebody has an office for the time being, or has just got it."""
    return word in _NEW or office_state(word) in {"acting", "incoming"}


_NEW = frozenset({"new", "newly", "caretaker", "transitional"})

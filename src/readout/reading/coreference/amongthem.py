# SPDX-License-Identifier: Apache-2.0
"""Who "them" is, of whom some are told of: "84 people, among [them] 11 policemen", "three of [them]". Never one person."""

from __future__ import annotations

from readout.reading.coreference.discourse import Discourse

__all__ = ["is_of_several", "listed_before"]

_NEAR = 8  # mentions
_PEOPLE = frozenset({"person", "group"})


def is_of_several(discourse: Discourse, i: int) -> bool:
    """Tell whether the words before a pronoun take some of several out: "among [them]", "some of [them]"."""
    start, lower = discourse.mentions[i].start, discourse.encoding.lower
    if lower[start - 1 : start] in {("among",), ("amongst",)}:
        return True
    is_part = lower[start - 1 : start] == ("of",) and start > 1
    return is_part and (lower[start - 2] in _PARTS or discourse.syntax.upos[start - 2] == "NUM")


_PARTS = frozenset("one some many most several all none both few half each any neither either dozens hundreds".split())


def listed_before(discourse: Discourse, i: int) -> int | None:
    """Find the several of whom some are listed behind a comma: "[84 people], among them 11 policemen"."""
    mentions, lower = discourse.mentions, discourse.encoding.lower
    comma = mentions[i].start - 2
    if comma < 1 or lower[comma : comma + 2] not in {(",", "among"), (",", "amongst")}:
        return None
    here = discourse.syntax.sentence_of[mentions[i].head]
    near = [
        j
        for j in range(i - 1, max(-1, i - _NEAR), -1)
        if discourse.syntax.sentence_of[mentions[j].head] == here and mentions[j].form != "pronoun"
        if discourse.facts[j].number == "many" and discourse.chains.agrees(i, j)
    ]
    listed = next((j for j in range(i + 1, min(i + 3, len(mentions))) if mentions[j].start >= mentions[i].end), None)
    if listed is not None:
        near = [j for j in near if _are_alike(discourse.facts[j].kind, discourse.facts[listed].kind)]
    beside = [j for j in near if mentions[j].end == comma]
    return beside[-1] if beside else next(iter(near), None)


def _are_alike(one: str, other: str) -> bool:
    return one == other or {one, other} <= _PEOPLE

# SPDX-License-Identifier: Apache-2.0
"""Slips that trees make with titles and forms of address in front of names, and their mending."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.trees.slips import REACH, STYLES

__all__ = ["join_generals", "lead_by_names"]

_LONGEST = 9  # words of a name with a title
_OF_GENERALS = frozenset("secretary attorney director governor solicitor inspector auditor consul comptroller".split())


def lead_by_names(words: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Let the name lead, not the form of address in front of it: "spoke with H.E. Mr. [Anders] Holm"."""
    for word, style in enumerate(words):
        if style not in STYLES:
            continue
        near = range(word + 1, min(word + _LONGEST, len(heads)))
        name = next((w for w in near if heads[w] == word and relations[w] == "flat"), None)
        if name is not None:
            _lead(name, word, "nmod:desc", heads, relations)


def join_generals(lower: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Make one title of two words with a hyphen between them: "The Secretary-[General] spoke"."""
    for word in range(1, len(lower) - 1):
        if lower[word] != "-" or lower[word - 1] not in _OF_GENERALS or lower[word + 1] != "general":
            continue
        first, last = word - 1, word + 1
        if heads[last] == first or (heads[last] == last and heads[first] != last):
            _lead(last, first, "compound", heads, relations)
        heads[first], relations[first], heads[word], relations[word] = last, "compound", last, "punct"


def _lead(word: int, before: int, relation: str, heads: list[int], relations: list[str]) -> None:
    """Put a word in the place of the one that it hangs on, which hangs on it from now on, as all that hung there."""
    heads[word], relations[word] = (word if heads[before] == before else heads[before]), relations[before]
    for other in range(max(0, before - REACH), min(before + REACH, len(heads))):
        if heads[other] == before and other not in {word, before}:
            heads[other] = word
    heads[before], relations[before] = word, relation

# SPDX-License-Identifier: Apache-2.0
"""Slips that trees make with titles and forms of address in front of names, and their mending."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.trees.slips import REACH, STYLES, is_below, places
from readout.resources import office_named, sector_of_noun

__all__ = [
    "hang_states_on_titles",
    "join_generals",
    "join_hyphened_titles",
    "lead_by_names",
    "lead_by_those_present",
    "make_titles_nouns",
    "name_heads_of_bodies",
]

_LONGEST = 9  # words of a name with a title
_OF_GENERALS = frozenset("secretary attorney director governor solicitor inspector auditor consul comptroller".split())
_PLURALS = frozenset("directors secretaries attorneys consuls governors inspectors".split())  # of such
_IN_FRONT = frozenset("vice co ex then".split())
_BEHIND = frozenset("elect designate designee".split())
_IN = frozenset("chief law charge waiting residence".split())
_NOUNS = frozenset({"NOUN", "PROPN"})


def make_titles_nouns(words: Sequence[str], upos: list[str], relations: Sequence[str]) -> None:
    """Make a noun of an office in front of a name that is taken for an article: "[President] Tayyip Erdogan spoke"."""
    for word in places(relations, "nmod:desc"):
        if upos[word] == "DET" and words[word].istitle() and office_named(words[word]) is not None:
            upos[word] = "PROPN"


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
    """Let "general" behind a plural office be a part of it: "the [directors general] of operations of the two countries"."""
    for word in places(lower, "general", 1):
        office = word - 1
        if lower[office] not in _PLURALS or heads[word] != office:
            continue
        relations[word] = "amod"
        for below in range(word + 1, min(word + REACH, len(heads))):
            if heads[below] == word:
                heads[below] = office


def join_hyphened_titles(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Make one noun of words with a hyphen between them, led by the one that says what somebody is.

    That is the last of "Secretary-[General]", "vice-[president]", "ex-[premier]", and the first of "[commander]-in-chief",
    "[sister]-in-law", "[president]-elect".
    """
    for word in places(lower, "-", 1, len(lower) - 1):
        first, last = word - 1, word + 1
        is_general = lower[first] in _OF_GENERALS and lower[last] == "general"
        if is_general or (lower[first] in _IN_FRONT and upos[last] in _NOUNS):
            _join(last, first, "compound", heads, relations)
        elif lower[last] in _BEHIND and upos[first] in _NOUNS:
            _join(first, last, "amod", heads, relations)
        elif (
            lower[last : last + 2] == ["in", "-"]
            and upos[first] in _NOUNS
            and not _IN.isdisjoint(lower[last + 2 : last + 3])
        ):
            _join(first, last + 2, "nmod", heads, relations)
            heads[last], relations[last] = last + 2, "case"
            heads[last + 1], relations[last + 1] = last, "punct"
        else:
            continue
        heads[word], relations[word] = last, "punct"


def lead_by_those_present(lower: Sequence[str], upos: list[str], heads: list[int], relations: list[str]) -> None:
    """Hang "present" on those who are there, and not these on it: "two [delegates] present said", no "birthday present"."""
    for word in places(lower, "present", 1):
        before = word - 1
        if not upos[word] == upos[before] == "NOUN" or heads[before] != word:
            continue
        who = sector_of_noun(lower[before])
        if who is not None and who.person:
            _lead(before, word, "amod", heads, relations)
            upos[word] = "ADJ"


def hang_states_on_titles(upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Hang what qualifies a title on the title, not on the name behind it: "Thai [acting] Prime Minister Phumtham"."""
    for word in places(relations, "amod"):
        name = heads[word]
        if not word < name < word + _LONGEST or upos[name] != "PROPN":
            continue
        title = next((w for w in range(word + 1, name) if heads[w] == name and relations[w] == "nmod:desc"), None)
        if title is not None:
            heads[word] = title


def name_heads_of_bodies(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang a name behind a body's short form on who heads the body: "the director of the World Bank (WB), [Ana Rau], said"."""
    for name in range(4, len(heads)):
        if upos[name] != "PROPN" or lower[name - 1] != "," or lower[name - 2] != ")":
            continue
        if relations[name] not in {"appos", "conj", "nmod"} or lower[name - 4 : name - 3] != ["("]:
            continue
        body = heads[name - 3]
        head = heads[body]
        is_of = relations[body] == "nmod" and any(heads[w] == body and lower[w] == "of" for w in range(head, body))
        who = sector_of_noun(lower[head]) if head < body < name - 3 and is_of else None
        if who is not None and who.person and not is_below(head, name, heads, -1):
            heads[name], relations[name] = head, "appos"


def _join(word: int, other: int, relation: str, heads: list[int], relations: list[str]) -> None:
    """Hang a part of a hyphened noun on the part that leads, with all that hung there from outside."""
    if heads[word] == other or (heads[word] == word and heads[other] != word):
        _lead(word, other, relation, heads, relations)
    for before in range(max(0, other - REACH), min(word, other)):
        if heads[before] == other:
            heads[before] = word
    heads[other], relations[other] = word, relation


def _lead(word: int, before: int, relation: str, heads: list[int], relations: list[str]) -> None:
    """Put a word in the place of the one that it hangs on, which hangs on it from now on, as all that hung there."""
    heads[word], relations[word] = (word if heads[before] == before else heads[before]), relations[before]
    for other in range(max(0, before - REACH), min(before + REACH, len(heads))):
        if heads[other] == before and other not in {word, before}:
            heads[other] = word
    heads[before], relations[before] = word, relation

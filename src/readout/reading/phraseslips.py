# SPDX-License-Identifier: Apache-2.0
"""Slips that trees make with phrases behind a preposition, and their mending: what they hang on, and what is none."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.slips import NOUNS, REACH

__all__ = ["lift_meetings", "open_clauses", "part_charges", "turn_into_phrases"]

_CHARGING = frozenset(
    "accuse accuses accused accusing convict convicts convicted convicting acquit acquits acquitted suspect suspects suspected "
    "strip strips stripped".split()
)
_MEETINGS = frozenset("call meeting conversation talks visit summit".split())
_RESTATED = frozenset(
    "reaffirmed reaffirms restated reiterated reiterates affirmed stressed underlined underscored repeated pledged vowed promised "
    "expressed voiced renewed confirmed".split()
)
_BROACHED = frozenset("raise discuss meet press ask settle resolve bring take talk address mention".split())
_OBJECTS = frozenset({"obj", "nsubj:pass"})


def part_charges(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang a bare charge on the verb, where the tree makes it part of whom it is laid to: "accused the judges of [bias]"."""
    for charge, whom in enumerate(heads):
        verb = heads[whom]
        if relations[charge] != "nmod" or relations[whom] not in _OBJECTS or lower[verb] not in _CHARGING:
            continue
        # "accused the head of the bank": what has an article is no charge, nor is a name.
        if upos[charge] != "NOUN" or charge < 1 or lower[charge - 1] != "of" or whom != charge - 2:
            continue
        heads[charge], relations[charge] = verb, "obl"


def turn_into_phrases(upos: Sequence[str], heads: Sequence[int], relations: list[str]) -> None:
    """Make a phrase of an object with a preposition, and the object of the other one: "defended [Norland] over claims"."""
    for word, verb in enumerate(heads):
        if relations[word] != "obj" or not 1 < word - verb < REACH or upos[verb] != "VERB" or upos[word] not in NOUNS:
            continue
        case = next((w for w in range(verb + 1, word) if heads[w] == word), None)
        if case is None or relations[case] != "case" or upos[case] != "ADP":
            continue
        other = [w for w in range(verb + 1, case) if heads[w] == verb and relations[w] == "iobj"]
        if other:
            relations[word], relations[other[0]] = "obl", "obj"


def open_clauses(upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Hang a phrase in front of the word that opens a clause on what the clause hangs on: "met [on May 2] after holding talks"."""
    for mark, verb in enumerate(heads):
        above = heads[verb]
        if relations[mark] != "mark" or upos[mark] != "SCONJ" or relations[verb] != "advcl" or above >= mark:
            continue
        for word in range(above + 1, mark):
            preceded = any(heads[w] == word and relations[w] == "case" for w in range(above + 1, word))
            if heads[word] == verb and relations[word] == "obl" and preceded:
                heads[word] = above


def lift_meetings(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Hang the talks in which something was restated on the saying: "reaffirmed a commitment to defend its ally [in a call]"."""
    for word, verb in enumerate(heads):
        if lower[word] not in _MEETINGS or relations[word] != "obl" or upos[verb] != "VERB" or lower[verb] in _BROACHED:
            continue
        above = heads[verb]
        if relations[verb] == "acl" and relations[above] == "obj":
            above = heads[above]
        elif relations[verb] != "xcomp":
            continue
        cases = {lower[w] for w in range(verb + 1, word) if heads[w] == word and relations[w] == "case"}
        if lower[above] in _RESTATED and cases & {"in", "during"}:
            heads[word] = above

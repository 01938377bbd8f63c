# SPDX-License-Identifier: Apache-2.0
"""Slips that trees make with "of" and "to", and their mending: who is accused or asked, and what so many tonnes are of."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.trees.slips import NOUNS, REACH, has_subject, is_below

__all__ = [
    "count_hurt",
    "give_accused",
    "give_asked",
    "give_subject_behind_mark",
    "hang_contents",
    "hang_on_nearest",
    "join_hyphened",
    "part_at_semicolons",
]

_CHARGES = frozenset({"of", "from"})
_AIMED = frozenset({"at", "against", "into"})
_HURT = frozenset({"wounded", "injured"})
_SOON = 6  # words from a subject to its verb
_OBJECTS = frozenset({"obj", "iobj"})


def give_accused(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give a verb its object where the tree makes it the subject of what follows: "accused [Togo] of using force"."""
    for word, charge in enumerate(heads):
        if relations[word] != "nsubj" or not word < charge or not lower[charge].endswith("ing"):
            continue
        verb = heads[charge]
        marks = (w for w in range(word + 1, charge) if heads[w] == charge and relations[w] in {"mark", "case"})
        if not verb < word or upos[verb] != "VERB" or not any(lower[w] in _CHARGES for w in marks):
            continue
        near = range(verb + 1, min(verb + REACH, len(heads)))
        if not any(heads[w] == verb and relations[w] in _OBJECTS for w in near):
            heads[word], relations[word] = verb, "obj"


def give_asked(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give a phrase its "to" where the tree hangs it on the verb behind: "appealed [to] the students to go home"."""
    for to, below in enumerate(heads):
        if lower[to] != "to" or relations[to] != "mark" or not to + 1 < below:
            continue
        if lower[below - 1] != "to" or heads[below - 1] != below:
            continue
        whom = next((w for w in range(to + 1, below) if upos[w] in NOUNS and heads[w] < to), None)
        if whom is not None and relations[whom] == "obl":
            heads[to], relations[to] = whom, "case"


def hang_on_nearest(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang a phrase right behind a verb's object on that verb, not on the one it is joined to: "rammed and fired at [them]"."""
    for case in range(1, len(lower)):
        noun, thing = heads[case], case - 1
        if lower[case] not in _AIMED or relations[case] != "case" or not thing < case < noun:
            continue
        verb, first = heads[thing], heads[noun]
        joined = relations[verb] == "conj" and heads[verb] == first < verb < thing
        if joined and upos[verb] == "VERB" and relations[noun] == "obl" and relations[thing] == "obj":
            heads[noun] = verb


def count_hurt(lower: Sequence[str], upos: list[str], heads: Sequence[int], relations: list[str]) -> None:
    """Make a number right before a participle its subject: "24 were killed and [87] wounded"."""
    for number, verb in enumerate(heads):
        if upos[number] != "NUM" or relations[number] != "nummod" or verb != number + 1:
            continue
        if upos[verb] != "VERB" and lower[verb] not in _HURT:
            continue
        first = heads[verb]
        near = range(max(first - REACH, 0), first)
        passive = any(heads[w] == first and relations[w] in {"aux:pass", "nsubj:pass"} for w in near)
        if relations[verb] == "conj" and first < number and passive:
            relations[number], upos[verb] = "nsubj:pass", "VERB"


def part_at_semicolons(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give what stands behind a semicolon to the verb behind it: "protesters storm palace; [army chief] to form government"."""
    for word, verb in enumerate(heads):
        if relations[word] != "nsubj" or not verb < word or ";" not in lower[verb:word]:
            continue
        behind = range(word + 1, min(word + _SOON, len(heads)))
        other = next((w for w in behind if upos[w] == "VERB"), None)
        if other is not None and ";" not in lower[word:other] and not is_below(other, word, heads, -1):
            heads[word] = other
            if relations[other] in {"advcl", "acl", "xcomp"} and heads[other] < word:
                relations[other] = "parataxis"


def give_subject_behind_mark(upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give a verb the noun between it and the word that opens its clause: "flees as [protesters] storm the palace"."""
    for mark, verb in enumerate(heads):
        noun = verb - 1
        if relations[mark] != "mark" or not mark < noun or upos[verb] != "VERB" or upos[noun] not in NOUNS:
            continue
        strayed = heads[noun] < mark and relations[noun] in {"obj", "obl"}
        if strayed and not has_subject(verb, heads, relations) and not is_below(verb, noun, heads, -1):
            heads[noun], relations[noun] = verb, "nsubj"


def join_hyphened(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give the subject of the first half of a verb to the verb: "[Norland] test-fired a missile"."""
    for word, half in enumerate(heads):
        verb = heads[half]
        if relations[word] != "nsubj" or relations[half] != "compound" or not word < half < verb:
            continue
        if (
            upos[verb] == "VERB"
            and verb == half + 2
            and lower[half + 1] == "-"
            and not has_subject(verb, heads, relations)
        ):
            heads[word] = verb


def hang_contents(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang what something is of on it, where the tree hangs both on the verb: "sent 60 tonnes [of humanitarian aid]"."""
    for of in range(1, len(lower)):
        noun, thing = heads[of], of - 1
        if lower[of] != "of" or relations[of] != "case" or upos[thing] not in NOUNS or not thing < of < noun:
            continue
        verb = heads[noun]
        both = relations[noun] == "obl" and heads[thing] == verb < thing and relations[thing] in _OBJECTS
        if both and any(heads[w] == thing and relations[w] == "nummod" for w in range(max(verb, thing - 4), thing)):
            heads[noun], relations[noun] = thing, "nmod"

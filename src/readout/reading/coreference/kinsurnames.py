# SPDX-License-Identifier: Apache-2.0
"""Whose kin somebody is by the surname that kin share: in "[His] brother, Juan Petro" he is Petro, not who was named last."""

from __future__ import annotations

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.kinship import kin_at, kin_told
from readout.reading.coreference.names import person_name

__all__ = ["join_kins_owners"]

_OWNERS = frozenset({"his", "her"})
_SENTENCES = 3  # looked back over
_NEAR = 30  # mentions
_INSIDE = 8  # words between "his" and the name of his kin


def join_kins_owners(discourse: Discourse) -> None:
    """Join "his" or "her" of kin who is named right behind with the only one just named who bears the same surname."""
    for i, mention in enumerate(discourse.mentions):
        if mention.form != "pronoun" or discourse.encoding.lower[mention.head] not in _OWNERS:
            continue
        kin = _kin_behind(discourse, i)
        owner = None if kin is None else _bearer_before(discourse, i, kin)
        if owner is not None:
            discourse.chains.join(owner, i)


def _kin_behind(discourse: Discourse, i: int) -> int | None:
    """Return the name of the kin whom a pronoun owns, if that is one in full."""
    start, lower = discourse.mentions[i].end, discourse.encoding.lower
    if not any(kin_at(lower, w) is not None for w in range(start, min(start + 2, len(lower)))):
        return None
    for j in range(i + 1, min(i + _NEAR, len(discourse.mentions))):
        mention = discourse.mentions[j]
        if mention.start > start + _INSIDE:
            return None
        if mention.form == "name" and discourse.facts[j].kind == "person":
            is_kin = person_name(discourse.texts[j]).is_full and kin_told(discourse, j) is not None
            return j if is_kin else None
    return None


def _bearer_before(discourse: Discourse, i: int, kin: int) -> int | None:
    """Return the only person of the last sentences whose surname is that of the kin."""
    surname, sentence_of = person_name(discourse.texts[kin]).surname, discourse.syntax.sentence_of
    here, found = sentence_of[discourse.mentions[i].head], dict[int, int]()
    for j in range(i - 1, max(-1, i - _NEAR), -1):
        mention = discourse.mentions[j]
        if here - sentence_of[mention.head] > _SENTENCES:
            break
        is_person = mention.form == "name" and discourse.facts[j].kind == "person"
        if (
            is_person
            and _is_shared(surname, person_name(discourse.texts[j]).surname)
            and _may_own(discourse, i, j, kin)
        ):
            found.setdefault(discourse.chains.of(j), j)
    return next(iter(found.values())) if len(found) == 1 else None


def _is_shared(one: str, other: str) -> bool:
    """Tell whether two surnames are one, or the man's and the woman's form of one: "Mirziyoyev", "Mirziyoyeva"."""
    return one == other or one == f"{other}a" or other == f"{one}a"


def _may_own(discourse: Discourse, i: int, j: int, kin: int) -> bool:
    return discourse.chains.of(j) != discourse.chains.of(kin) and discourse.chains.agrees(i, j)

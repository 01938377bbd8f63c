# SPDX-License-Identifier: Apache-2.0
"""Counterparts whom the report names: by another title, or as the other of two of whom it has just spoken together.

The Somali counterpart of Ethiopia's prime minister is the president; of "Presidents Lima and Rau" each is the other's.
"""

from __future__ import annotations

from itertools import pairwise

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.officekeys import office_key
from readout.resources import holders_named

__all__ = ["counterpart_beside", "counterpart_named"]

_HEADS = frozenset(
    map(office_key, ("president", "prime minister", "premier", "chancellor", "taoiseach", "king", "emir", "sultan"))
)


_BACK = 400  # mentions: keeps the cost linear


def counterpart_named(discourse: Discourse, i: int) -> int | None:
    """Return the one head of state or government of a country, or its one minister, whom a report has named, for a counterpart."""
    described = discourse.descriptions[i]
    if described is None or discourse.facts[i].noun != "counterpart" or discourse.facts[i].number == "many":
        return None
    if described.country is None or not described.office or not described.inferred:
        return None
    offices = _HEADS if described.office in _HEADS else {described.office}
    found: dict[int, int] = {}
    for j in range(max(0, i - _BACK), i):
        if discourse.mentions[j].form != "name" or discourse.facts[j].kind != "person":
            continue
        told = [one for one in discourse.said_of(j) if one.office in offices and not one.past]
        is_holder = any(one.country == described.country for one in told)
        if told and {one.country for one in told} == {None}:
            is_holder = _is_of_land(discourse, described.country, j)
        if is_holder and discourse.chains.agrees(i, j) and not discourse.holds(i, j):
            found.setdefault(discourse.chains.of(j), j)
    return next(iter(found.values())) if len(found) == 1 else None


def counterpart_beside(discourse: Discourse, i: int, owner: int | None) -> int | None:
    """Return the other of two persons whom "and" has joined in one of the last sentences, for the counterpart of one of them.

    Args:
        discourse: The mentions of the report.
        i: The description; if it has a country, nothing may be known of the other against it.
        owner: Whose counterpart it is, put together with whom that means.
    """
    facts, described = discourse.facts[i], discourse.descriptions[i]
    is_one = discourse.encoding.lower[discourse.mentions[i].head] == "counterpart" and facts.number != "many"
    if not is_one or owner is None or described is None:
        return None
    chains, sentence_of = discourse.chains, discourse.syntax.sentence_of
    here, mine = sentence_of[discourse.mentions[i].head], chains.of(owner)
    persons = [j for j in range(max(0, i - _NEAR), i) if _is_person(discourse, j) and not discourse.holds(i, j)]
    persons = [j for j in persons if here - sentence_of[discourse.mentions[j].head] <= _SENTENCES]
    pairs = [(one, other) for one, other in pairwise(persons) if _are_joined(discourse, one, other)]
    others = {
        chains.of(beside): beside
        for pair in pairs
        for own, beside in (pair, pair[::-1])
        if chains.of(own) == mine != chains.of(beside)
    }
    found = next(iter(others.values())) if len(others) == 1 else None
    fits = found is not None and chains.agrees(i, found) and _is_of_land(discourse, described.country, found)
    return found if fits else None


def _is_of_land(discourse: Discourse, land: str | None, j: int) -> bool:
    """Tell whether somebody is of a country by what the report tells, or else by who is known to hold an office there."""
    known = discourse.countries(j) or {holder.country for holder in holders_named(discourse.texts[j])}
    return land is None or land in known


_NEAR = 40  # mentions
_SENTENCES = 4
_MOST = 12  # words between two who are joined
_IN_TITLES = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "PART", "DET", "PUNCT", "NUM"})


def _is_person(discourse: Discourse, j: int) -> bool:
    return discourse.mentions[j].form == "name" and discourse.facts[j].kind == "person"


def _are_joined(discourse: Discourse, one: int, other: int) -> bool:
    """Tell whether nothing but "and" and a title stands between two names: "President Lima [and Prime Minister] Rau"."""
    between = range(discourse.mentions[one].end, discourse.mentions[other].start)
    lower, upos = discourse.encoding.lower, discourse.syntax.upos
    joints = [w for w in between if lower[w] == "and"]
    if not joints or len(between) > _MOST or any(upos[w] not in _IN_TITLES for w in between if w not in joints):
        return False
    return len(joints) == 1 or lower[joints[-1] - 1] == ","  # "Ana Lima, the foreign and trade minister, and Bo Rau"

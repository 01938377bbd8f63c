# SPDX-License-Identifier: Apache-2.0
"""Counterparts of another title: the Somali one of Ethiopia's prime minister is the president whom the report names."""

from __future__ import annotations

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.officekeys import office_key

__all__ = ["counterpart_named"]

_HEADS = frozenset(
    map(office_key, ("president", "prime minister", "premier", "chancellor", "taoiseach", "king", "emir", "sultan"))
)


_BACK = 400  # mentions: keeps the cost linear


def counterpart_named(discourse: Discourse, i: int) -> int | None:
    """Return the one head of state or government of a country that a report has named, for the counterpart of another."""
    described = discourse.descriptions[i]
    if described is None or discourse.facts[i].noun != "counterpart" or discourse.facts[i].number == "many":
        return None
    if described.country is None or described.office not in _HEADS or not described.inferred:
        return None
    found: dict[int, int] = {}
    for j in range(max(0, i - _BACK), i):
        if discourse.mentions[j].form != "name" or discourse.facts[j].kind != "person":
            continue
        told = (one for one in discourse.said_of(j) if one.office in _HEADS and not one.past)
        is_head = any(one.country == described.country for one in told)
        if is_head and discourse.chains.agrees(i, j) and not discourse.holds(i, j):
            found.setdefault(discourse.chains.of(j), j)
    return next(iter(found.values())) if len(found) == 1 else None

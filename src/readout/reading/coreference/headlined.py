# SPDX-License-Identifier: Apache-2.0
"""Whom a headline means by a bare office: "[Minister] warns of a hard winter" is the economy minister whom the lead names."""

from __future__ import annotations

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.officeholders import takes_up_office

__all__ = ["named_in_lead"]

_LEAD = 12  # words at least: shorter lines below a headline are bylines and dates


def named_in_lead(discourse: Discourse, i: int) -> int | None:
    """Return the one whom the first paragraph names with the office that a headline gives without a name.

    An envoy need not be named there.

    Args:
        discourse: The mentions of the report.
        i: A description.

    Returns:
        A mention of the name; None where the description stands elsewhere or fits none or several.
    """
    described, facts = discourse.descriptions[i], discourse.facts[i]
    is_bare = facts.definiteness == "bare" and facts.number != "many" and facts.kind == "person"
    lines = discourse.encoding.lines
    if (
        described is None
        or not described.office
        or described.past
        or not is_bare
        or discourse.mentions[i].head >= lines[0][1]
    ):
        return None
    lead = next(((start, end) for start, end in lines[1:] if end - start >= _LEAD), None)
    found: dict[int, int] = {}
    envoys: dict[int, int] = {}
    for j in range(i + 1, len(discourse.mentions) if lead is not None else 0):
        mention = discourse.mentions[j]
        if lead is None or mention.start >= lead[1]:
            break
        if mention.start >= lead[0] and described.noun in _SENT and _is_envoy(discourse, j, described.country):
            envoys[discourse.chains.of(j)] = j
        if mention.start < lead[0] or mention.form != "name" or mention.type != "person":
            continue
        said = [one for member in discourse.some(j) for one in discourse.said_of(member) if not one.past]
        fits = (
            takes_up_office(described.office, one.office) and described.country in {None, one.country}
            for one in said
            if one.office
        )
        if any(fits) and discourse.chains.agrees(i, j):
            found[discourse.chains.of(j)] = j
    meant = found or {chain: j for chain, j in envoys.items() if discourse.chains.agrees(i, j)}
    return next(iter(meant.values())) if len(meant) == 1 else None


_SENT = frozenset({"envoy", "ambassador"})


def _is_envoy(discourse: Discourse, j: int, country: str | None) -> bool:
    """Tell whether the lead speaks of one envoy, without a name: of "summons [envoy]" in a headline "China's [ambassador]"."""
    described, facts = discourse.descriptions[j], discourse.facts[j]
    is_one = discourse.mentions[j].form == "nominal" and facts.kind == "person" and facts.number == "one"
    return is_one and described is not None and described.noun in _SENT and country in {None, described.country}

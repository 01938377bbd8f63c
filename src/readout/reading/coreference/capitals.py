# SPDX-License-Identifier: Apache-2.0
"""Which named place "the capital" and "the region" may mean: the one is a capital, the other neither a town nor a state."""

from __future__ import annotations

from readout.reading.coreference.discourse import Discourse

__all__ = ["capital_meant", "is_no_such_place"]

_CITY, _COUNTRY = "city:", "country:"  # how the keys of such identities begin


def capital_meant(discourse: Discourse, i: int) -> int | None:
    """Return the capital of the last sentences, or the only one of a report, for "the capital" of no country that is told.

    Args:
        discourse: The mentions of the report.
        i: The description.
    """
    facts = discourse.facts[i]
    if facts.noun != "capital" or facts.number == "many" or facts.definiteness != "definite" or discourse.saying(i):
        return None
    near = [j for j, _ in discourse.recent(i)]
    for before in (near, range(i - 1, -1, -1)):
        found = {
            discourse.chains.of(j): j for j in before if _is_at(discourse, j, _CITY) and j not in discourse.left_out
        }
        if found:
            best = next(iter(found.values()))
            return None if len(found) > 1 or discourse.holds(i, best) or discourse.is_clause_mate(i, best) else best
    return None


def is_no_such_place(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether a chain is a named place that a noun cannot mean: "the capital" is no mosque, "the region" no town."""
    if discourse.facts[i].noun not in {"capital", "region"} or not discourse.chains.is_named(j):
        return False
    names = [k for k in discourse.some(j) if discourse.mentions[k].form == "name"]
    if discourse.facts[i].noun == "capital":
        return not any(_is_at(discourse, k, _CITY) for k in names)
    return any(_is_at(discourse, k, _CITY) or _is_at(discourse, k, _COUNTRY) for k in names)


def _is_at(discourse: Discourse, j: int, kind: str) -> bool:
    identity = discourse.identities[j]
    return identity is not None and identity.key.startswith(kind)

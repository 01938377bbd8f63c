# SPDX-License-Identifier: Apache-2.0
"""Who "her predecessor" and "his successor" are, where the report says who took over from whom."""

from __future__ import annotations

from readout.reading.coreference.discourse import Discourse

__all__ = ["predecessor_meant"]

_TAKING = frozenset(
    "replaced replaces replacing replace succeeded succeeds succeeding succeed defeated beat unseated ousted".split()
)
_NEAR = 12  # mentions within one clause


def predecessor_meant(discourse: Discourse, i: int, owner: int | None) -> int | None:
    """Return the person who had somebody's office before them, or has it after them.

    Args:
        discourse: The mentions of the report.
        i: The description.
        owner: Whose predecessor or successor it is of.
    """
    noun = discourse.facts[i].noun
    if owner is None or noun not in {"predecessor", "successor"}:
        return None
    found = {
        discourse.chains.of(j): j
        for member in discourse.some(owner)
        if (j := _other_of(discourse, member, took=noun == "predecessor")) is not None
        and discourse.chains.agrees(i, j)
        and not discourse.holds(i, j)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _other_of(discourse: Discourse, member: int, *, took: bool) -> int | None:
    """Return whom somebody took over from, or who took over from them, by the clause that a mention stands in."""
    syntax, mentions = discourse.syntax, discourse.mentions
    verb = syntax.heads[mentions[member].head]
    if discourse.encoding.lower[verb] not in _TAKING or syntax.children(verb, "aux:pass"):
        return None
    own, others = ("nsubj", "obj") if took else ("obj", "nsubj")
    if not syntax.is_relation(mentions[member].head, own):
        return None
    heads = set(syntax.children(verb, others))
    near = range(max(0, member - _NEAR), min(len(mentions), member + _NEAR))
    return next((j for j in near if mentions[j].head in heads and mentions[j].form == "name"), None)

# SPDX-License-Identifier: Apache-2.0
"""Partners, rivals and owners that are bodies: "Nissan, [Renault's partner], said", "its [ally] Hezbollah"."""

from __future__ import annotations

from dataclasses import replace

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.roles import OUTSIDERS

__all__ = ["join_partners"]

_MORE = frozenset("owner maker parent supplier subsidiary backer operator successor predecessor".split())
_CLOSING = frozenset({",", ".", ";", ")", "—", "–"})


def join_partners(discourse: Discourse) -> None:
    """Join what says what a body is to another with the name of that body beside it, and say that it is no person."""
    mentions = discourse.mentions
    ends = {m.end: i for i, m in enumerate(mentions) if m.form == "name"}
    starts = {m.start: i for i, m in enumerate(mentions) if m.form == "name"}
    for i, mention in enumerate(mentions):
        noun, number = discourse.facts[i].noun, discourse.facts[i].number
        if mention.form != "nominal" or number == "many" or noun not in OUTSIDERS | _MORE:
            continue
        j = _named_beside(discourse, i, ends, starts)
        if j is None or discourse.facts[j].kind not in {"organisation", "place"} or j in discourse.left_out:
            continue
        if discourse.chains.join(j, i):
            discourse.facts[i] = replace(discourse.facts[i], kind=discourse.facts[j].kind)
            discourse.descriptions[i] = None


def _named_beside(discourse: Discourse, i: int, ends: dict[int, int], starts: dict[int, int]) -> int | None:
    """Return the name that a description follows between commas, or that follows it with nothing between."""
    words, lower, mention = discourse.encoding.words, discourse.encoding.lower, discourse.mentions[i]
    inside = ends.get(mention.end)
    if inside is not None and mention.head < discourse.mentions[inside].start:  # "its ally, the [Union Party]"
        between = lower[mention.head + 1 : discourse.mentions[inside].start]
        return inside if between in {(), (",",), (",", "the")} else None
    is_owned = discourse.facts[i].definiteness == "owned"
    behind = starts.get(mention.end)
    if (
        behind is not None
        and is_owned
        and mention.head == mention.end - 1
        and not discourse.encoding.line_starts[mention.end]
    ):
        after = discourse.mentions[behind].end
        return None if words[after : after + 1] in {("'s",), ("’s",)} else behind
    closed = words[mention.end : mention.end + 1] in {(mark,) for mark in _CLOSING}
    if mention.start < 2 or lower[mention.start - 1] != "," or not closed:
        return None
    named = ends.get(mention.start - 1)
    is_person = (
        lower[mention.start] in {"his", "her", "my"} or mention.end + 1 in starts
    )  # "In Iran, his predecessor, Hassan"
    return None if named is None or is_person else named

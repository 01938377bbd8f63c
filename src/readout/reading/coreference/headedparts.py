# SPDX-License-Identifier: Apache-2.0
"""For whom somebody acts who heads a body of a state or a part of one: "Ana Lima, who heads [the embassy]'s consular section"."""

from __future__ import annotations

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.roles import Description
from readout.reading.coreference.titled import Titled

__all__ = ["give_heads_sides"]

_HEADING = frozenset("heads leads runs chairs directs".split())
_OF_STATES = frozenset({"GOV", "MIL"})
_NEAR = 4  # mentions from who heads to what is headed


def give_heads_sides(discourse: Discourse) -> None:
    """Give those of whom "who heads" tells the country and sector of the state's body, once it is known which that is."""
    lower, mentions = discourse.encoding.lower, discourse.mentions
    for i, mention in enumerate(mentions):
        verb = mention.end + 2
        if mention.form != "name" or discourse.facts[i].kind != "person" or lower[verb - 2 : verb] != (",", "who"):
            continue
        if not lower[verb : verb + 1] or lower[verb] not in _HEADING or discourse.countries(i):
            continue
        near = range(i + 1, min(i + 1 + _NEAR, len(mentions)))
        headed = (j for j in near if mentions[j].start in {verb + 1, verb + 2})
        side = next((found for j in headed if (found := _side_of_body(discourse, j)) is not None), None)
        if side is None:
            continue
        words = verb, mentions[i + 1].end
        described = Description(words, "", "", "", *side, is_person=None, is_body=False, anonymous=False, past=False)
        discourse.titles.setdefault(i, []).append(Titled(described, mention.span, mention.span))


def _side_of_body(discourse: Discourse, j: int) -> tuple[str, str] | None:
    """Return country and sector of a body of a state, by any of its mentions; a country itself is none."""
    for member in discourse.some(j):
        for one in (discourse.identities[member], discourse.descriptions[member]):
            is_body = one is not None and discourse.facts[member].kind == "organisation"
            if one is not None and is_body and one.country is not None and one.sector in _OF_STATES:
                return one.country, one.sector
    return None

# SPDX-License-Identifier: Apache-2.0
"""The party that Indian reports call the Congress: "[Congress] leader Rahul Gandhi" sits in no parliament in Washington."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.identities import Identity
from readout.reading.coreference.roles import Description
from readout.resources import body_named, fold_name, holders_named

__all__ = ["settle_congress"]

_WORD = "Congress"
_OF_PARTY = frozenset({"president", "party", "chief", "workers", "spokesperson", "leader", "government"})
_AMERICAN = frozenset({"US", "U.S.", "USA", "American", "States"})  # "the [US] Congress"
_TITLE = 3  # words: "Congress leader"
_BESIDE = frozenset({"BJP", "Bharatiya", "Lok", "Rajya"})  # of whom only India's reports speak


def settle_congress(discourse: Discourse) -> None:
    """Take "Congress" for India's party in a report that names India more often than the United States, and speaks of parties.

    Either it names what only India has, or it gives "Congress" a president, which no parliament of the name has.
    """
    words = discourse.encoding.words
    if _WORD not in words or not _is_indian(discourse) or _is_american(discourse):
        return
    party = body_named("Indian National Congress")
    if party is None:
        return
    known = Identity(f"body:{party.name}", None, "organisation", party.country, party.sector, fold_name(party.name))
    for i, text in enumerate(discourse.texts):
        if text == _WORD and discourse.mentions[i].form != "pronoun":
            discourse.identities[i] = known

    def settled(one: Description | None) -> Description | None:
        if one is None or not (one.assumed or one.country is None) or _WORD not in words[slice(*one.words)]:
            return one
        return replace(one, country=party.country, sector=party.sector, assumed=False)

    discourse.descriptions[:] = [settled(one) for one in discourse.descriptions]
    for found in discourse.titles.values():
        found[:] = [replace(t, description=settled(t.description) or t.description) for t in found]


def _is_american(discourse: Discourse) -> bool:
    """Tell whether a report names the Congress in Washington, or somebody with a title of "Congress" whom the tables have there."""
    words = discourse.encoding.words
    if any(words[at - 1] in _AMERICAN for at in range(1, len(words)) if words[at] == _WORD):
        return True
    return any(
        _WORD in words[max(0, mention.start - _TITLE) : mention.start]
        and any(holder.country == "USA" for holder in holders_named(discourse.texts[i]))
        for i, mention in enumerate(discourse.mentions)
        if mention.form == "name"
    )


def _is_indian(discourse: Discourse) -> bool:
    words = discourse.encoding.words
    counts = Counter(one.country for one in discourse.identities if one is not None and not one.is_assumed)
    called = {words[at + 1].lower() for at in range(len(words) - 1) if words[at] == _WORD}
    is_party = not _BESIDE.isdisjoint(words) or not {"president", "party", "workers"}.isdisjoint(called)
    return counts["IND"] > counts["USA"] and is_party and not _OF_PARTY.isdisjoint(called)

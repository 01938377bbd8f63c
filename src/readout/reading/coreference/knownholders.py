# SPDX-License-Identifier: Apache-2.0
"""Who of the persons that a report names without a title is known to hold an office: Putin, where "the Russian leader" follows.

The table of holders decides nothing alone: office and country of the description have to be those of a term of somebody whom the
report names, and its words must make nobody else of that person.
"""

from __future__ import annotations

from functools import cached_property

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.officekeys import office_key
from readout.reading.coreference.roles import Description
from readout.resources import Holder, holders_called, holders_named

__all__ = ["KnownHolders", "is_any_leader", "is_general", "is_known_elsewhere"]

# What any holder of a high office may be called, whatever the office.
_GENERAL = frozenset(
    "leader president president-elect premier minister secretary chancellor ruler strongman statesman politician king prince "
    "diplomat envoy chief head dictator official".split()
)

_LEADS = frozenset("leader ruler strongman".split())
_RULING = frozenset("military interim transitional acting junta coup de facto national state".split())
_OF_UNION = frozenset(map(office_key, ("high representative", "foreign policy chief")))
_LEADERS = frozenset(
    map(office_key, ("president", "prime minister", "chancellor", "king", "queen", "supreme leader", "emir"))
)


class KnownHolders:
    """The persons of a report whose names the table knows."""

    def __init__(self, discourse: Discourse) -> None:
        """Look nobody up before a description asks."""
        self._discourse = discourse

    def meant_by(self, i: int, described: Description) -> int | None:
        """Return the one person named who is known to hold the office that a description gives, if there is one.

        Args:
            i: The description.
            described: What it says. Without a country, only a person named close by is meant.
        """
        discourse = self._discourse
        if described.past or described.local:
            return None
        found = {
            discourse.chains.of(name): name
            for name, holders in self._known.items()
            if (described.country is not None or discourse.is_near(i, name))
            and any(_holds(holder, described) for holder in holders)
            and not self._is_somebody_else(name, described)
            and discourse.chains.agrees(i, name)
            and not discourse.holds(i, name)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    @cached_property
    def _known(self) -> dict[int, tuple[Holder, ...]]:
        """The holders who bear each name of a person, by the first mention of the chain."""
        discourse, known, seen = self._discourse, dict[int, tuple[Holder, ...]](), set[int]()
        for i, mention in enumerate(discourse.mentions):
            if mention.form != "name" or discourse.facts[i].kind != "person":
                continue
            text = discourse.texts[i]
            holders = holders_named(text) if " " in text else holders_called(text)
            if holders and (chain := discourse.chains.of(i)) not in seen:
                seen.add(chain)
                known[i] = holders
        return known

    def _is_somebody_else(self, name: int, described: Description) -> bool:
        """Tell whether the report gives somebody another office, trade or country, or the office as one that is over."""
        discourse = self._discourse
        said = [one for member in discourse.some(name) for one in discourse.said_of(member)]
        return any(
            (one.past and bool(one.office) and _is_same_office(one.office, described))
            or one.country not in {None, described.country}
            or (not _is_same_office(one.office, described) if one.office else not is_general(one.noun))
            for one in said
        )


def is_known_elsewhere(discourse: Discourse, country: str, mention: int) -> bool:
    """Tell whether a title beside a name, with what the table knows of it, makes its bearer another country's: President Obama."""
    if discourse.mentions[mention].form != "name":
        return False
    text = discourse.texts[mention]
    holders = holders_named(text) if " " in text else holders_called(text)
    said = [one for one in discourse.said_of(mention) if one.office and one.country is None and not one.local]
    known = {
        holder.country
        for holder in holders
        if any(_is_same_office(office_key(term.office), one) for term in holder.terms for one in said)
    }
    return bool(known) and country not in known


def is_any_leader(described: Description) -> bool:
    """Tell whether a title may be said of any head of a state: "the Iranian leader", not "the opposition leader"."""
    return described.noun in _LEADS and set(described.office.split()) - {described.noun} <= _RULING


def is_general(title: str) -> bool:
    """Tell whether a title is one that any holder of a high office may be called by: "the leader", "the politician"."""
    return title.lower().split()[-1] in _GENERAL


def _holds(holder: Holder, described: Description) -> bool:
    if described.country not in {None, holder.country}:
        return False
    return any(_is_same_office(office_key(term.office), described) for term in holder.terms)


def _is_same_office(office: str, described: Description) -> bool:
    are_one = {office, described.office} <= _OF_UNION  # the Union's high representative is its foreign policy chief
    return office == described.office or are_one or (is_any_leader(described) and office in _LEADERS)

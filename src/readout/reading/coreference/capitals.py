# SPDX-License-Identifier: Apache-2.0
"""Which named place "the capital" and "the region" may mean: the one is a capital, the other neither a town nor a state."""

from __future__ import annotations

from readout.reading.coreference.discourse import Discourse
from readout.resources import country_named, country_of_adjective
from readout.resources.gazetteer import packaged_gazetteer

__all__ = ["capital_meant", "is_no_such_place"]

_CITY, _COUNTRY = "city:", "country:"  # how the keys of such identities begin


def capital_meant(discourse: Discourse, i: int) -> int | None:
    """Return the one capital of the last sentences, for "the capital" of no country that is told.

    Not where another country, or another capital, has been spoken of since; that of a dateline only where its own has been.

    Args:
        discourse: The mentions of the report.
        i: The description.
    """
    facts = discourse.facts[i]
    if facts.noun != "capital" or facts.kind != "place" or facts.number == "many" or facts.definiteness != "definite":
        return None
    if discourse.saying(i):
        return None
    since: set[str | None] = set()
    for j, _ in discourse.recent(i):
        identity = discourse.identities[j]
        if discourse.facts[j].noun == "capital" and j not in discourse.left_out:
            return None
        if identity is not None and _is_at(discourse, j, _CITY):
            is_dateline = discourse.encoding.line_starts[discourse.mentions[j].start]
            is_other = bool(since - {identity.country}) or (is_dateline and not since)
            is_same = discourse.holds(i, j) or discourse.is_clause_mate(i, j) or j in discourse.left_out
            return None if is_other or is_same else j
        if identity is not None and identity.key.startswith(_COUNTRY):
            since.add(identity.country)
    return None


def is_no_such_place(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether a chain is a named place that a noun cannot mean: "the capital" is no mosque, "the region" no town."""
    if discourse.facts[i].noun in _BUILDINGS:  # "clashed in Bosaso after gunmen stormed [the prison]"
        return any(_is_town(discourse, k) for k in discourse.some(j))
    if discourse.facts[i].noun not in {"capital", "region"}:
        return False
    if not discourse.chains.is_named(j):  # "the Vietnamese capital" is not "the capital" of whatever country above
        own = _lands_in(discourse, i)
        return bool(own) and all(own.isdisjoint(_lands_in(discourse, k)) for k in discourse.some(j))
    names = [k for k in discourse.some(j) if discourse.mentions[k].form == "name"]
    if discourse.facts[i].noun == "capital":
        return not any(_is_at(discourse, k, _CITY) for k in names)
    return any(_is_at(discourse, k, _CITY) or _is_at(discourse, k, _COUNTRY) for k in names)


def _is_town(discourse: Discourse, j: int) -> bool:
    """Tell whether words mean a country, or a town that is too large for a building of its name to be meant."""
    if discourse.mentions[j].form != "name":
        return discourse.facts[j].noun in _TOWNS
    name = discourse.texts[j]
    sites = packaged_gazetteer().named(name)
    return country_named(name) is not None or any(site.population >= _LARGE for site in sites)


_LARGE = 10_000  # inhabitants
_TOWNS = frozenset("town city village country province region district suburb capital".split())
_BUILDINGS = frozenset(
    "prison jail airport airfield school hospital clinic station bridge market mosque church cathedral temple hotel stadium "
    "courthouse embassy consulate checkpoint hall restaurant theatre theater building warehouse university museum".split()
)


def _lands_in(discourse: Discourse, i: int) -> set[str]:
    """Return the countries whose adjectives stand in a description."""
    mention, words = discourse.mentions[i], discourse.encoding.words
    lands = (country_of_adjective(words[w]) for w in range(mention.start, mention.head))
    return {land.iso3 for land in lands if land is not None}


def _is_at(discourse: Discourse, j: int, kind: str) -> bool:
    identity = discourse.identities[j]
    return identity is not None and identity.key.startswith(kind)

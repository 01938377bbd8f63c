# SPDX-License-Identifier: Apache-2.0
"""What titles share: an office of several, each for a land of his own, and the land of two officers in a row.

"The French and German foreign ministers, Roy and Beck"; "EU Trade Commissioner Roy and Agriculture Commissioner Beck".
"""

from __future__ import annotations

from dataclasses import replace

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.roles import COUNTERPARTS, Description
from readout.reading.coreference.titled import Titled
from readout.resources import country, country_named, country_of_adjective, office_named

__all__ = ["share_lands", "share_titles"]

_JOINTS = frozenset({",", "and"})
_LONGEST = 2  # words of an adjective of a land: "South Korean"
_MANY = 12  # mentions from an office to the last of its holders


def share_titles(discourse: Discourse) -> None:
    """Give each of several names behind the office that they hold the land that stands in its place.

    As many lands must stand before the office, or behind it and "of", as names stand behind its comma.
    """
    for i, mention in enumerate(discourse.mentions):
        described = discourse.descriptions[i]
        is_many = mention.form == "nominal" and discourse.facts[i].number == "many" and described is not None
        if not is_many or described is None or not (described.office or described.noun in COUNTERPARTS):
            continue
        lands = _lands_in(discourse, mention.start, mention.head) or _lands_in(discourse, mention.head + 1, mention.end)
        names = _names_behind(discourse, i) if len(lands) > 1 else []
        if len(names) == len(lands) and not any(_has_title_before(discourse, name) for name in names):
            for name, land in zip(names, lands, strict=True):
                discourse.titles[name] = [_titled(discourse, described, land)]


def _lands_in(discourse: Discourse, start: int, end: int) -> list[str]:
    """Return the lands that some words name, in their order."""
    words, lands, at = discourse.encoding.words, list[str](), start
    while at < end:
        for length in range(min(_LONGEST, end - at), 0, -1):
            text = " ".join(words[at : at + length])
            if text[:1].isupper() and (land := country_of_adjective(text) or country_named(text)) is not None:
                lands.append(land.iso3)
                at += length - 1
                break
        at += 1
    return lands


def _has_title_before(discourse: Discourse, name: int) -> bool:
    at = discourse.mentions[name].start
    return any(titled.description.words[0] < at for titled in discourse.titles.get(name, ()))


def _names_behind(discourse: Discourse, i: int) -> list[int]:
    """Return the persons that a list between commas, or up to the end of its clause, names behind a description."""
    lower, mentions = discourse.encoding.lower, discourse.mentions
    at, names = mentions[i].end, list[int]()
    if lower[at : at + 1] != (",",):
        return []
    for j in range(i + 1, min(i + _MANY, len(mentions))):
        if mentions[j].start < mentions[i].end:
            continue
        between = lower[at : mentions[j].start]
        is_listed = between and len(between) <= 2 and _JOINTS.issuperset(between)
        if not is_listed or mentions[j].form != "name" or discourse.facts[j].kind not in {"person", "other"}:
            break
        names.append(j)
        at = mentions[j].end
        if "and" in between:
            return names
    return []


def _titled(discourse: Discourse, described: Description, land: str) -> Titled:
    """Return the office as that of one of its holders."""
    start, end = described.words
    office = office_named(described.noun)
    sector = described.sector or (None if office is None else office.sector)
    span = discourse.encoding.span(start, end)
    return Titled(replace(described, country=land, sector=sector), span, span, shared=True)


_OF_ONE_LAND = frozenset(
    "minister secretary commissioner adviser advisor chief spokesman spokeswoman spokesperson".split()
)


_SENT = frozenset("ambassador envoy consul emissary".split())
_MEETS = frozenset(
    "meet meets met speak speaks spoke talk talked hold holds held discuss discussed sign signed chair chaired "
    "exchange exchanged agree agreed".split()
)


def _meet(discourse: Discourse, one: int, other: int) -> bool:
    """Tell whether two in a row may be the two sides of a meeting: no third is told of as met, or behind "with"."""
    syntax, lower = discourse.syntax, discourse.encoding.lower
    head = discourse.mentions[one].head
    verbs = {syntax.heads[head], syntax.heads[discourse.mentions[other].head]}
    verb = next((v for v in sorted(verbs) if lower[v].removeprefix("co-") in _MEETS), None)
    if verb is None:
        return False
    whom = [w for w in syntax.children(verb, "obj", "iobj") if lower[verb] in {"meet", "meets", "met"}]
    below = [w for c in syntax.children(verb) for w in (c, *syntax.children(c))]
    return not whom and not any(lower[w] == "with" for c in below for w in syntax.children(c, "case"))


def share_lands(discourse: Discourse) -> None:
    """Give an officer behind "and" the land of the one in front, where his own title names none.

    Heads of state and government are left out, and whoever holds the same office: these are of another land. So may be two of
    whom one is sent abroad, or who meet, with nobody else told of.
    """
    lower, mentions = discourse.encoding.lower, discourse.mentions
    ends = {mentions[name].end: name for name in discourse.titles}
    for name, found in discourse.titles.items():
        for at, titled in enumerate(found):
            described, start = titled.description, titled.description.words[0]
            other = ends.get(start - 1) if lower[start - 1 : start] == ("and",) else None
            is_lower = described.noun in _OF_ONE_LAND and not described.office.startswith("minister prime")
            if other is None or described.country is not None or not is_lower or start > mentions[name].start:
                continue
            fronts = [t.description for t in discourse.titles[other] if t.description.words[0] < mentions[other].start]
            given = [one for one in fronts if one.country is not None and one.office != described.office]
            if len(given) != 1 or given[0].noun in _SENT or discourse.countries(name):
                continue
            of_state = country(given[0].country or "") is not None
            if lower[mentions[name].end : mentions[name].end + 1] == ("of",):
                continue
            if of_state and _meet(discourse, other, name):
                continue
            if of_state or given[0].noun == described.noun:  # "NATO's secretary general and the defence minister"
                sector = described.sector if of_state else given[0].sector
                found[at] = replace(titled, description=replace(described, country=given[0].country, sector=sector))

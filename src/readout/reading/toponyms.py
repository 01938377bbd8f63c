# SPDX-License-Identifier: Apache-2.0
"""Decide which place each name of a report means, from the names and what stands between them.

Each name has candidates: places of the gazetteer, a region, the country of an adjective. What a name means is weighed
once for the whole report (one sense per report, as Gale, Church & Yarowsky found in 1992), unless the words beside
one mention tell of another:

1. Containment: "Paris, Texas", "Gary, Ind.", "the Ukrainian town of Izium", "Pakistan's Punjab". It decides, and for
   the other mentions of the name too.
2. How well known a place is: countries, capitals and regions before towns, and many people before few.
3. What the other names of the report are near to or lie in. Every candidate is supported by the best candidate of
   each other name, as far as that one is believed, in three rounds. The idea is that of Leidner's minimality (2007)
   and Lieberman's local lexicons (2010).

Where two candidates come out alike, neither is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log10

import numpy as np
from numpy.typing import NDArray

from readout.reading.candidates import candidates_of, distance_km, is_country, is_region, part_candidates_of
from readout.resources.gazetteer import Gazetteer, Site
from readout.resources.names import fold_name
from readout.resources.regions import division_abbreviated
from readout.text import Span

__all__ = ["NO_SUCH_NAME", "SEVERAL", "Sense", "resolve_names"]

NO_SUCH_NAME = "the gazetteer has no such name"
SEVERAL = "several places bear the name"

_MOST = 16  # candidates of a name that are weighed, the best known first
_MOST_TOGETHER = (
    1_500  # candidates of all names of a report: they are compared in pairs, and a usual report has a hundred
)
_REGION = 6.3  # a region of the table is as well known as a town of two million
_PEOPLED = frozenset("AP")
_FAMOUS = 16.0  # a sea, a region, a mountain of the table: only words beside it tell of a town of its name
_COUNTRY = 1.5
_RANKS = {"PPLC": 0.8, "ADM1": -0.6, "ADM2": -1.0}  # added to the logarithm of the inhabitants
_CLASSES = {"S": -1.0, "R": -1.0}  # buildings and roads, of which a full gazetteer has many
# Taken off where the name is not the usual one, or is that without "City" or "State".
_OTHER_NAME, _SHORT_NAME = 1.0, 0.3
_CONTAINED = 24.0  # added where the words beside a name say in what it lies: more than any other evidence
_SUPPORT = 2.0  # how much a name that is certain and near weighs, in powers of ten of inhabitants
_ENOUGH = 4.0  # support beyond so many near names adds nothing
_SAME_DIVISION, _SAME_COUNTRY = 0.7, 0.2  # how much less than near by that weighs
_SEAT = 3.0  # how much more a country says of its capital: where Cuba is named Havana is not the one in Florida
_ROUNDS = 3
_MARGIN = 0.15  # in powers of ten: the best must be so much better than the next that lies elsewhere
_NEAR_KM, _COUNTY_KM = 161.0, 50.0

_INSIDE = re.compile(r"\s?,\s{1,2}|\s?\(\s?|,?\s+in\s+(?:the\s+)?(?:state\s+of\s+)?")
_LIST_GOES_ON = re.compile(r"\s?,?\s+(?:and|or|&)\s+(?:the\s+)?[A-Z]")
_OWNER = re.compile(
    r"['’]s?\s+|\s+(?:[\w'’-]+\s+){0,2}(?:city|town|village|capital|port|suburb|province|region|state|county|district|"
    r"hamlet|island|settlement)\s+of\s+"
)
_CALLED = re.compile(r"\s+(state|province|region|oblast|governorate|county|parish)\b", re.IGNORECASE)
_DIVISION, _COUNTY = frozenset({"ADM1"}), frozenset({"ADM2"})
_CALLED_CODES = {
    **dict.fromkeys(("state", "province", "region", "oblast", "governorate"), _DIVISION),
    **dict.fromkeys(("county", "parish"), _COUNTY),
}


@dataclass(frozen=True, slots=True)
class Sense:
    """What a name means: a place with the rule that chose it, or None with the reason."""

    site: Site | None
    rule: str


@dataclass(frozen=True, slots=True)
class _Weighed:
    """Candidates of one name with what speaks for each."""

    sites: tuple[Site, ...]
    known: tuple[float, ...]
    rule: str = ""


def resolve_names(text: str, spans: Sequence[Span], *, gazetteer: Gazetteer) -> list[Sense]:
    """Resolve names of places.

    Args:
        text: The report.
        spans: Where the names stand, in text order; adjectives of countries are names too.
        gazetteer: Where to look them up.

    Returns:
        The sense of each name, in the order of the names.
    """
    forms = [span.of(text) for span in spans]
    of_form = {form: _weighed(form, gazetteer) for form in dict.fromkeys(forms)}
    contained = _contained(text, spans, [of_form[form].sites for form in forms])
    for at, sites in contained.items():
        of_form[forms[at]] = _told(of_form[forms[at]], sites)
    scores = _scores(of_form)
    chosen = {form: _choose(weighed, scores[form]) for form, weighed in of_form.items()}
    senses = []
    for at, form in enumerate(forms):
        called = _called(text, spans[at], of_form[form].sites)
        told, rule = (contained[at], "containment") if at in contained else (called, "the word behind it")
        senses.append(Sense(_best_of(told, of_form[form], scores[form]), rule) if told else chosen[form])
    return senses


def _best_of(told: tuple[Site, ...], weighed: _Weighed, scores: Sequence[float]) -> Site:
    """Return the best candidate among those that the words beside one mention tell of."""
    return max(zip(weighed.sites, scores, strict=True), key=lambda pair: (pair[0] in told, pair[1]))[0]


def _called(text: str, span: Span, sites: tuple[Site, ...]) -> tuple[Site, ...]:
    """Return the candidates that are what the word behind a name calls it: "Washington state", "Kharkiv region"."""
    word = _CALLED.match(text, span.end)
    fitting = tuple(s for s in sites if s.feature_code in _CALLED_CODES[word[1].lower()]) if word else ()
    return fitting if len(fitting) < len(sites) else ()


def _weighed(form: str, gazetteer: Gazetteer) -> _Weighed:
    key = fold_name(form)
    sites, rule = candidates_of(form, gazetteer), ""
    if not sites:
        sites, rule = part_candidates_of(form, gazetteer), "part of the name"
    pairs = sorted(((_known(site, key), -at, site) for at, site in enumerate(sites)), reverse=True)[:_MOST]
    return _Weighed(tuple(site for _, _, site in pairs), tuple(known for known, _, _ in pairs), rule)


def _known(site: Site, key: str) -> float:
    """Return how well known a place is, as the logarithm of a number of inhabitants."""
    people = log10(site.population) if site.population > 0 else 0.0
    if is_region(site):
        return max(people, _REGION) if site.feature_class in _PEOPLED else _FAMOUS
    rank = _COUNTRY if is_country(site) else _RANKS.get(site.feature_code, _CLASSES.get(site.feature_class, 0.0))
    return people + rank - _unusual(site, key)


def _unusual(site: Site, key: str) -> float:
    """Return what is taken off because a name is not the usual one of a place."""
    usual = fold_name(site.name)
    if usual == key or is_country(site):
        return 0.0
    return _SHORT_NAME if usual.startswith(key + " ") and site.feature_code != "ADM2" else _OTHER_NAME


def _contained(text: str, spans: Sequence[Span], candidates: Sequence[tuple[Site, ...]]) -> dict[int, tuple[Site, ...]]:
    """Return for mentions beside what they lie in, or what lies in them, the candidates that fit."""
    found: dict[int, tuple[Site, ...]] = {}
    for at in reversed(range(len(spans) - 1)):
        gap = text[spans[at].end : spans[at + 1].start]
        if len(gap) > 60:
            continue
        if _INSIDE.fullmatch(gap) and not _is_list(text, spans, at, candidates[at]):
            _contain(found, candidates, at, at + 1)
        elif _OWNER.fullmatch(gap):
            _contain(found, candidates, at + 1, at)
    return found


def _is_list(text: str, spans: Sequence[Span], at: int, sites: tuple[Site, ...]) -> bool:
    """Tell whether a country or state and what follows it are rather the items of a list: "Georgia, Florida and Texas"."""
    if division_abbreviated(spans[at + 1].of(text)) is not None:
        return False
    after = text[spans[at + 1].end : spans[at + 1].end + 16]
    return bool(_LIST_GOES_ON.match(after)) and any(is_country(site) or site.feature_code == "ADM1" for site in sites)


def _contain(
    found: dict[int, tuple[Site, ...]], candidates: Sequence[tuple[Site, ...]], inner: int, outer: int
) -> None:
    containers = found.get(outer, candidates[outer])
    pairs = [(i, o) for o in containers for i in candidates[inner] if _lies_in(i, o)]
    if pairs:
        found[inner] = tuple(dict.fromkeys(i for i, _ in pairs))
        fitting = tuple(dict.fromkeys(o for _, o in pairs))
        if len(fitting) < len(containers):
            found[outer] = fitting


def _lies_in(site: Site, other: Site) -> bool:
    if other.feature_class != "A" or is_country(site) or site.country != other.country:
        return False
    if is_country(other):
        return True
    if site.feature_code == "ADM1" or site.admin1 != other.admin1:
        return False
    return other.feature_code == "ADM1" or distance_km(site, other) < _COUNTY_KM


def _told(weighed: _Weighed, sites: tuple[Site, ...]) -> _Weighed:
    known = tuple(k + _CONTAINED if s in sites else k for s, k in zip(weighed.sites, weighed.known, strict=True))
    return _Weighed(weighed.sites, known, "containment")


def _scores(of_form: dict[str, _Weighed]) -> dict[str, Sequence[float]]:
    """Weigh each name's candidates by how well known they are and by what the other names may mean."""
    named = _first(of_form)
    if len(named) < 2 or all(len(weighed.sites) == 1 for weighed in named.values()):
        return {form: weighed.known for form, weighed in of_form.items()}
    starts = np.cumsum([0, *(len(weighed.sites) for weighed in named.values())])
    known = np.array([k for weighed in named.values() for k in weighed.known])
    sites = [site for weighed in named.values() for site in weighed.sites]
    support = _SUPPORT * np.array(_supported(known, _likeness(sites), starts[:-1]))
    total = known + support
    weighed = {form: total[a:b].tolist() for form, a, b in zip(named, starts[:-1], starts[1:], strict=True)}
    return {form: weighed.get(form, each.known) for form, each in of_form.items()}


def _first(of_form: dict[str, _Weighed]) -> dict[str, _Weighed]:
    """Return the names that are weighed against each other: all, but in a list of thousands the first ones."""
    room, first = _MOST_TOGETHER, {}
    for form, weighed in of_form.items():
        room -= len(weighed.sites)
        if room < 0:
            break
        if weighed.sites:
            first[form] = weighed
    return first


def _supported(
    known: NDArray[np.float64], likeness: NDArray[np.float64], starts: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Return how much the other names support each candidate.

    Args:
        known: How well known each candidate is. Shape: (candidates,).
        likeness: How near each is to each. Shape: (candidates, candidates).
        starts: The first candidate of each name.
    """
    owner = np.repeat(np.arange(len(starts)), np.diff([*starts, len(known)]))
    support = np.zeros_like(known)
    for _ in range(_ROUNDS):
        total = known + _SUPPORT * support
        odds = 10.0 ** np.clip(total - np.maximum.reduceat(total, starts)[owner], -9, 0)
        belief = odds / np.add.reduceat(odds, starts)[owner]
        by_name = np.maximum.reduceat(likeness * belief, starts, axis=1)
        by_name[np.arange(len(known)), owner] = 0.0
        support = np.minimum(by_name.sum(axis=1), _ENOUGH)
    return support


def _likeness(sites: Sequence[Site]) -> NDArray[np.float64]:
    """Return how much each place speaks for each other: by lying in one division, near by, or in one country."""
    lat, lon = np.radians([s.lat for s in sites]), np.radians([s.lon for s in sites])
    east = (lon[:, None] - lon) * np.cos((lat[:, None] + lat) / 2)
    km = 6371.0 * np.hypot(lat[:, None] - lat, np.where(np.abs(east) > np.pi, 2 * np.pi - np.abs(east), east))
    country = _number(sites, lambda s: s.country)
    division = _number(sites, lambda s: s.admin1 and f"{s.country}.{s.admin1}")
    same_country = (country[:, None] == country) & (country >= 0)
    same_division = (division[:, None] == division) & (division >= 0)
    point = np.array([s.feature_class == "P" or s.feature_code == "ADM2" for s in sites])
    seat = np.array([s.feature_code == "PPLC" for s in sites])
    whole = np.array([is_country(s) for s in sites])
    # A country's name and its capital stand for its government in any report: they say nothing of which town is meant.
    general, town = whole | seat, np.array([s.feature_class == "P" and s.feature_code != "PPLC" for s in sites])
    near = (km < _NEAR_KM) & point & point[:, None] & ~(town[:, None] & seat)
    telling = same_country & ~(town[:, None] & general)
    governed = same_country & ((seat[:, None] & whole) | (seat & whole[:, None]))
    return np.select([governed, near, same_division, telling], [_SEAT, 1.0, _SAME_DIVISION, _SAME_COUNTRY], 0.0)


def _number(sites: Sequence[Site], name: Callable[[Site], str | None]) -> NDArray[np.int64]:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(key, len(numbers)) if (key := name(s)) else -1 for s in sites])


def _choose(weighed: _Weighed, scores: Sequence[float]) -> Sense:
    if not weighed.sites:
        return Sense(None, NO_SUCH_NAME)
    order = sorted(range(len(scores)), key=lambda at: -scores[at])
    best = weighed.sites[order[0]]
    for at in order[1:]:
        if scores[order[0]] - scores[at] >= _MARGIN:
            break
        other = weighed.sites[at]
        if _lies_in(other, best):  # "New York": the city rather than the state around it
            best = other
        elif distance_km(best, other) > _NEAR_KM and not _lies_in(best, other):
            return Sense(None, SEVERAL)
    return Sense(best, weighed.rule or _rule(weighed, weighed.sites.index(best)))


def _rule(weighed: _Weighed, best: int) -> str:
    if len(weighed.sites) == 1:
        return "only one"
    if weighed.known[best] < max(weighed.known):
        return "nearness"
    site = weighed.sites[best]
    if is_country(site):
        return "country"
    ranks = {"PPLC": "capital", "ADM1": "division"}
    return ranks.get(site.feature_code, "population" if site.population else "region")

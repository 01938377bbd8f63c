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

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from readout.reading.candidates import candidates_of, distance_km, is_country, is_street, part_candidates_of
from readout.reading.placewords import called, contained_in, is_water, lies_in, listed_state
from readout.reading.renown import LITTLE_KNOWN, renown_of
from readout.resources import country_named
from readout.resources.gazetteer import Gazetteer, Site
from readout.resources.names import fold_name
from readout.text import Span

__all__ = ["FAR_AWAY", "NO_SUCH_NAME", "SEVERAL", "Sense", "resolve_names"]

NO_SUCH_NAME = "the gazetteer has no such name"
SEVERAL = "several places bear the name"
FAR_AWAY = "a small place far from all others that are named bears the name"

_MOST = 16  # candidates of a name that are weighed, the best known first
_MOST_TOGETHER = (
    1_500  # candidates of all names of a report: they are compared in pairs, and a usual report has a hundred
)
_UNTOLD = 18.0  # taken off what only the words beside a name can tell of
_CONTAINED = 24.0  # added where the words beside a name say in what it lies: more than any other evidence
_SUPPORT = 2.0  # how much a name that is certain and near weighs, in powers of ten of inhabitants
_ENOUGH = 4.0  # support beyond so many near names adds nothing
_SAME_DIVISION, _SAME_COUNTRY = 0.7, 0.2  # how much less than near by that weighs
_SEAT = 3.0  # how much more a country says of its capital: where Cuba is named Havana is not the one in Florida
_ROUNDS = 3
_MARGIN = 0.15  # in powers of ten: the best must be so much better than the next that lies elsewhere
_ENOUGH_NAMES = 3  # places in one country beside it that make a report one of that country
_PART = "part of the name"
_WATER = "H"
_BY_CHANCE = frozenset({"only one", "population", _PART})
_WORLD_CITY = 5_000_000  # inhabitants
_NEAR_KM = 161.0


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
    contained = contained_in(text, spans, [of_form[form].sites for form in forms])
    for at, sites in contained.items():
        of_form[forms[at]] = _told(of_form[forms[at]], sites)
    scores = _scores(of_form)
    chosen = {form: _choose(weighed, scores[form]) for form, weighed in of_form.items()}
    chosen |= _leave_open_far(chosen)
    chosen |= {form: Sense(None, NO_SUCH_NAME) for form in of_form if of_form[form].rule == _PART and is_street(form)}
    of_report = [chosen[form].site for form in forms]
    senses = []
    for at, form in enumerate(forms):
        sense, weighed = chosen[form], of_form[form]
        if at in contained:
            sense = Sense(_best_of(contained[at], weighed, scores[form]), "containment")
        elif is_water(text, spans[at]):
            sense = _water(form, weighed, gazetteer)
        elif told := called(text, spans[at], weighed.sites):
            sense = Sense(_best_of(told, weighed, scores[form]), "the word behind it")
        elif (state := listed_state(text, spans, at, weighed.sites, of_report)) is not None:
            sense = Sense(state, "the names beside it")
        senses.append(sense)
    return senses


def _water(form: str, weighed: _Weighed, gazetteer: Gazetteer) -> Sense:
    """Return the river of a name: a town or a county that is called after it is not meant."""
    named = (*weighed.sites, *candidates_of(f"{form} River", gazetteer))
    site = next((site for site in named if site.feature_class == _WATER), None)
    return Sense(site, "the word beside it" if site else NO_SUCH_NAME)


def _best_of(told: tuple[Site, ...], weighed: _Weighed, scores: Sequence[float]) -> Site:
    """Return the best candidate among those that the words beside one mention tell of."""
    return max(zip(weighed.sites, scores, strict=True), key=lambda pair: (pair[0] in told, pair[1]))[0]


def _weighed(form: str, gazetteer: Gazetteer) -> _Weighed:
    key = fold_name(form)
    sites, rule = candidates_of(form, gazetteer), ""
    if not sites:
        sites, rule = part_candidates_of(form, gazetteer), _PART
    own = [site for site in sites if fold_name(site.name) == key]
    pairs = sorted(((renown_of(site, key, own), -at, site) for at, site in enumerate(sites)), reverse=True)[:_MOST]
    known = [known for known, _, _ in pairs]
    sites = tuple(site for _, _, site in pairs)
    for at, division in enumerate(sites):
        if division.feature_code == "ADM1" and _city_in(division, sites, known, known[at] - _MARGIN):
            known[at] -= _UNTOLD
    return _Weighed(sites, tuple(known), rule)


def _city_in(division: Site, sites: Sequence[Site], known: Sequence[float], least: float) -> bool:
    """Tell whether a city of its name lies in a division and is as well known: "New York" is the city, the state must be told."""
    return any(
        k >= least and s.feature_class == "P" and lies_in(s, division) for s, k in zip(sites, known, strict=True)
    )


def _told(weighed: _Weighed, sites: tuple[Site, ...]) -> _Weighed:
    told = (k + _CONTAINED + (_UNTOLD if k < 0 else 0.0) for k in weighed.known)
    known = tuple(t if s in sites else k for s, k, t in zip(weighed.sites, weighed.known, told, strict=True))
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
    general, town = whole | seat, point & ~seat
    # Nor does a city that all the world names say it of what lies far from it in its state: Geneva is not in New York State.
    world = np.array([s.feature_class == "P" and s.population >= _WORLD_CITY for s in sites])
    same_division &= ~(town[:, None] & world & (km > _NEAR_KM))
    near = (km < _NEAR_KM) & point & point[:, None] & ~(town[:, None] & seat)
    # That many places of the United States are named makes no hamlet of Cuba: only what is near or in its state speaks for it.
    namesake = np.array(
        [s.feature_class == "P" and s.feature_code != "PPLC" and _is_of_a_country(s.name) for s in sites]
    )
    telling = same_country & ~(town[:, None] & general) & ~namesake[:, None]
    governed = same_country & ((seat[:, None] & whole) | (seat & whole[:, None]))
    return np.select([governed, near, same_division, telling], [_SEAT, 1.0, _SAME_DIVISION, _SAME_COUNTRY], 0.0)


@lru_cache(maxsize=20_000)
def _is_of_a_country(name: str) -> bool:
    return country_named(name) is not None


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
        if lies_in(other, best):
            best = other
        elif distance_km(best, other) > _NEAR_KM and not lies_in(best, other):
            return Sense(None, SEVERAL)
    return Sense(best, weighed.rule or _rule(weighed, weighed.sites.index(best)))


def _leave_open_far(chosen: dict[str, Sense]) -> dict[str, Sense]:
    """Leave open what little-known towns of a country bear by chance that nothing else in the report has to do with.

    A village that the gazetteer lacks in Sudan has a namesake that it knows in Armenia.
    """
    sites = [sense.site for sense in chosen.values() if sense.site is not None]
    countries = Counter(site.country for site in sites)
    # Only where the report is of one country can what lies in another be told to be out of place.
    most = max((site.country for site in sites), key=lambda country: countries[country], default=None)
    named = sum(site.country == most and not is_country(site) for site in sites)
    if named < _ENOUGH_NAMES:
        return {}
    far = {
        form: sense.site
        for form, sense in chosen.items()
        if sense.site is not None
        and sense.site.feature_class == "P"
        and sense.rule in _BY_CHANCE
        and sense.site.population < LITTLE_KNOWN
        and countries[sense.site.country] == 1
    }
    return {
        form: Sense(None, FAR_AWAY) for form, site in far.items() if not any(_is_near(site, other) for other in sites)
    }


def _is_near(site: Site, other: Site) -> bool:
    return site is not other and other.feature_class == "P" and distance_km(site, other) < _NEAR_KM


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

# SPDX-License-Identifier: Apache-2.0
"""Decide which place each name of a report means, from the names and what stands between them.

Each name has candidates: places of the gazetteer, a region, the country of an adjective. What a name means is weighed
once for the whole report (one sense per report, as Gale, Church & Yarowsky found in 1992), unless the words beside
one mention tell of another:

1. Containment: "Paris, Texas", "Gary, Ind.", "the Ukrainian town of Izium", "Pakistan's Punjab". It decides, and for
   the other mentions of the name too.
2. How well known a place is: countries, capitals and regions before towns, and many people before few.
3. What the other names of the report are near to or lie in. Every candidate is supported by the best candidate of
   each other name, as far as that one is believed, in rounds. The idea is that of Leidner's minimality (2007)
   and Lieberman's local lexicons (2010).

Where two candidates come out alike, neither is chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from readout.reading.places.candidates import candidates_of, distance_km, is_country, is_street, part_candidates_of
from readout.reading.places.companions import far_away, halves_of_korea, initials, parts_of_areas
from readout.reading.places.countylists import with_listed_counties
from readout.reading.places.distances import COUNTY_KM, NEAR_KM
from readout.reading.places.englishbodies import (
    beside_english_streets,
    has_english_body,
    is_where_english_is_spoken,
    names_english_street,
)
from readout.reading.places.hometown import with_hometown
from readout.reading.places.nearness import SUPPORT, likeness_of, support_of
from readout.reading.places.placewords import (
    called,
    contained_in,
    has_article,
    is_called_building,
    is_of_clock,
    is_water,
    lies_in,
    listed_state,
    of_kind,
)
from readout.reading.places.renown import LITTLE_KNOWN, renown_of
from readout.reading.places.seaarticles import with_towns_for_seas
from readout.reading.places.senses import FAR_AWAY, NO_SUCH_NAME, PART, SEVERAL, Sense
from readout.reading.places.unlisted import with_holders
from readout.resources.gazetteer import Gazetteer, Site
from readout.resources.names import fold_name
from readout.text import Span

__all__ = ["resolve_names"]

_MOST = 16  # candidates of a name that are weighed, the best known first
_MOST_TOGETHER = (
    1_500  # candidates of all names of a report: they are compared in pairs, and a usual report has a hundred
)
_UNTOLD = 18.0  # taken off what only the words beside a name can tell of
_CONTAINED = 24.0  # added where the words beside a name say in what it lies: more than any other evidence
_ALIKE = 3.0  # added where only the name in capitals has such words and a city that all know bears it, too
_ENGLISH_BODY = 3.0  # powers of ten of inhabitants: a capital elsewhere is not meant
_MARGIN = 0.15  # in powers of ten: the best must be so much better than the next that lies elsewhere
_GREAT = 1_000_000  # inhabitants
_WATER = "H"


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
    alike = _written_alike(of_form)
    for at, sites in contained.items():
        for form in alike[fold_name(forms[at])]:
            weak = form != forms[at] and _has_great_namesake(of_form[form], sites)
            of_form[form] = _told(of_form[form], sites, weight=_ALIKE if weak else _CONTAINED)
    local = set(beside_english_streets(text, spans, forms))
    if any(names_english_street(form) for form in forms):
        local |= {form for form in forms if not _is_world_city(of_form[form])}
    for form in local | {form for form, span in zip(forms, spans, strict=True) if has_english_body(text, span)}:
        of_form[form] = _of_english_towns(of_form[form])
    scores = _scores(of_form)
    chosen = {form: _choose(weighed, scores[form]) for form, weighed in of_form.items()}
    chosen |= far_away(chosen)
    chosen |= {form: Sense(None, NO_SUCH_NAME) for form in of_form if of_form[form].rule == PART and is_street(form)}
    chosen |= _buildings(text, spans, forms, of_form, chosen)
    chosen |= parts_of_areas(chosen, {form: weighed.sites for form, weighed in of_form.items()}) | initials(chosen)
    chosen |= halves_of_korea(chosen, gazetteer)
    of_report = [chosen[form].site for form in forms]
    senses = []
    for at, form in enumerate(forms):
        sense, weighed = chosen[form], of_form[form]
        if at in contained:
            sense = Sense(_best_of(contained[at], weighed, scores[form]), "containment")
        elif apposed := of_kind(text, spans[at], weighed.sites):
            sense = Sense(apposed, "the words behind it")
        elif weighed.sites and is_of_clock(text, spans[at]):
            sense = Sense(_best_of(weighed.sites, weighed, weighed.known), "the word behind it")
        elif sense.rule == FAR_AWAY and any(site.feature_class == _WATER for site in weighed.sites):
            pass  # the river of the name is far from all else
        elif is_water(text, spans[at]) or (_is_town(weighed, sense, form) and has_article(text, spans[at])):
            sense = _water(form.removesuffix(" River"), weighed, gazetteer)
        elif told := called(text, spans[at], weighed.sites):
            sense = Sense(_best_of(told, weighed, scores[form]), "the word behind it")
        elif (state := listed_state(text, spans, at, weighed.sites, of_report)) is not None:
            sense = Sense(state, "the names beside it")
        senses.append(sense)
    senses = with_listed_counties(text, spans, forms, senses, gazetteer=gazetteer)
    senses = with_towns_for_seas(text, spans, senses, [of_form[form].sites for form in forms])
    return with_hometown(text, spans, forms, with_holders(text, spans, forms, senses))


def _buildings(
    text: str, spans: Sequence[Span], forms: Sequence[str], of_form: Mapping[str, _Weighed], chosen: Mapping[str, Sense]
) -> dict[str, Sense]:
    """Return the names that an apposition calls a building's and a town elsewhere bears: "La Roca, a prison".

    A town that is not little known must lie in a country of which the report tells nothing else.

    Many bases and prisons are called after the town that they lie in: the words behind then tell its country, or the report
    names another place near it.
    """
    found = {}
    for at, (span, form) in enumerate(zip(spans, forms, strict=True)):
        site = chosen[form].site
        is_town = site is not None and (site.feature_class == "P" or site.feature_code == "ADM2")
        if site is None or not is_town:
            continue
        of_country = (s.site for other, s in chosen.items() if other != form and s.site is not None)
        if site.population >= LITTLE_KNOWN and any(other.country == site.country for other in of_country):
            continue
        if of_form[form].rule == "containment" or not is_called_building(text, span):
            continue
        behind = (
            chosen[forms[k]].site for k in range(at + 1, min(at + 3, len(spans))) if _is_beside(text, span, spans[k])
        )
        if any(told is not None and told.country == site.country for told in behind):
            continue
        towns = (sense.site for other, sense in chosen.items() if other != form)
        if not any(t is not None and t.feature_class == "P" and distance_km(site, t) <= NEAR_KM for t in towns):
            found[form] = Sense(None, NO_SUCH_NAME)
    return found


def _is_beside(text: str, span: Span, other: Span) -> bool:
    """Tell whether another name stands in the words right behind one, in its sentence."""
    return other.start - span.end < _APPOSITION and ". " not in text[span.end : other.start]


_APPOSITION = 80  # characters


def _written_alike(forms: Iterable[str]) -> dict[str, list[str]]:
    """Return the names that differ in capitals or accents only: "GREENFIELD, Iowa — … In Greenfield"."""
    alike: dict[str, list[str]] = {}
    for form in forms:
        alike.setdefault(fold_name(form), []).append(form)
    return alike


def _has_great_namesake(weighed: _Weighed, told: Sequence[Site]) -> bool:
    """Tell whether a capital or a large city bears a name, other than what words tell of: "PARIS, Texas — … in Paris"."""
    return any(s not in told and (s.feature_code == "PPLC" or s.population >= _LARGE) for s in weighed.sites)


def _is_world_city(weighed: _Weighed) -> bool:
    """Tell whether a name is that of a large city elsewhere, which no street far off in a report moves: Alexandria in Egypt."""
    return any(site.population >= _LARGE and not is_where_english_is_spoken(site) for site in weighed.sites)


_LARGE = 500_000  # people


def _of_english_towns(weighed: _Weighed) -> _Weighed:
    """Add what it says of a name that its police department or high school is named as those of English-speaking towns are."""
    known = (
        k + _ENGLISH_BODY * is_where_english_is_spoken(s) for s, k in zip(weighed.sites, weighed.known, strict=True)
    )
    return _Weighed(weighed.sites, tuple(known), weighed.rule)


def _water(form: str, weighed: _Weighed, gazetteer: Gazetteer) -> Sense:
    """Return the river of a name: a town or a county that is called after it is not meant."""
    named = (*weighed.sites, *candidates_of(f"{form} River", gazetteer))
    site = next((site for site in named if site.feature_class == _WATER), None)
    return Sense(site, "the word beside it" if site else NO_SUCH_NAME)


def _is_town(weighed: _Weighed, sense: Sense, form: str) -> bool:
    """Tell whether a name means a town that is called so without an article; large ones may have one: "the Bronx"."""
    site = sense.site or next(iter(weighed.sites), None)
    is_small = site is not None and site.feature_class == "P" and site.population < LITTLE_KNOWN
    return is_small and site is not None and fold_name(site.name) == fold_name(form)


def _best_of(told: tuple[Site, ...], weighed: _Weighed, scores: Sequence[float]) -> Site:
    """Return the best candidate among those that the words beside one mention tell of."""
    return max(zip(weighed.sites, scores, strict=True), key=lambda pair: (pair[0] in told, pair[1]))[0]


def _weighed(form: str, gazetteer: Gazetteer) -> _Weighed:
    key = fold_name(form)
    sites, rule = candidates_of(form, gazetteer), ""
    if not sites:
        sites, rule = part_candidates_of(form, gazetteer), PART
    keys = {key, key.replace("st ", "saint ", 1) if key.startswith("st ") else key}
    own = [site for site in sites if fold_name(site.name) in keys]
    pairs = sorted(((renown_of(site, key, own), -at, site) for at, site in enumerate(sites)), reverse=True)[:_MOST]
    known = [known for known, _, _ in pairs]
    sites = tuple(site for _, _, site in pairs)
    for at, site in enumerate(sites):
        if _is_small_namesake(site, key, sites):
            known[at] -= _UNTOLD
    for at, division in enumerate(sites):
        if division.feature_code == "ADM1" and _city_in(division, sites, known, known[at] - _MARGIN):
            known[at] -= _UNTOLD
    return _Weighed(sites, tuple(known), rule)


def _is_small_namesake(site: Site, key: str, sites: Sequence[Site]) -> bool:
    """Tell whether a little-known town shares a name with a capital, or with a great city by its name of the past.

    Washington is not the one in New Jersey or England, New York not Niu-York in Ukraine.
    """
    if site.feature_class != "P" or site.population >= LITTLE_KNOWN:
        return False
    if any(
        other.feature_code == "PPLC" and other.country in {site.country, "USA"} and other is not site for other in sites
    ):
        return site.feature_code != "PPLC"
    if fold_name(site.name) == key:
        return False
    return any(other.population >= _GREAT and fold_name(other.name) in {key, f"{key} city"} for other in sites)


def _city_in(division: Site, sites: Sequence[Site], known: Sequence[float], least: float) -> bool:
    """Tell whether a city of its name lies in a division and is as well known: "New York" is the city, the state must be told."""
    return any(
        k >= least and s.feature_class == "P" and lies_in(s, division) for s, k in zip(sites, known, strict=True)
    )


def _told(weighed: _Weighed, sites: tuple[Site, ...], *, weight: float) -> _Weighed:
    """Add what the words beside a name tell: of a division also that it is meant, unless they fit its city as well."""
    known = []
    for site, k in zip(weighed.sites, weighed.known, strict=True):
        untold = k < 0 and not any(other.feature_class == "P" and lies_in(other, site) for other in sites)
        known.append(k + weight + (_UNTOLD if untold else 0.0) if site in sites else k)
    return _Weighed(weighed.sites, tuple(known), "containment" if weight == _CONTAINED else weighed.rule)


def _scores(of_form: dict[str, _Weighed]) -> dict[str, Sequence[float]]:
    """Weigh each name's candidates by how well known they are and by what the other names may mean."""
    named = _first(of_form)
    if len(named) < 2 or all(len(weighed.sites) == 1 for weighed in named.values()):
        return {form: weighed.known for form, weighed in of_form.items()}
    starts = np.cumsum([0, *(len(weighed.sites) for weighed in named.values())])
    known = np.array([k for weighed in named.values() for k in weighed.known])
    sites = [site for weighed in named.values() for site in weighed.sites]
    counties = np.array([told for weighed in named.values() for told in _counties(weighed.sites)])
    support = SUPPORT * np.array(support_of(known, likeness_of(sites, counties), starts[:-1]))
    total = known + support
    weighed = {form: total[a:b].tolist() for form, a, b in zip(named, starts[:-1], starts[1:], strict=True)}
    return {form: weighed.get(form, each.known) for form, each in of_form.items()}


def _counties(sites: Sequence[Site]) -> list[bool]:
    """Tell which candidates of a name are counties and have no town of that name: "Henry County", not "New York"."""
    towns = [site for site in sites if site.feature_class == "P"]
    return [
        site.feature_code == "ADM2" and not any(distance_km(site, town) <= COUNTY_KM for town in towns)
        for site in sites
    ]


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
        elif distance_km(best, other) > NEAR_KM and not lies_in(best, other):
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

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
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from readout.reading.places.candidates import candidates_of, distance_km, is_country, is_street, part_candidates_of
from readout.reading.places.nearness import NEAR_KM, SUPPORT, likeness_of, support_of
from readout.reading.places.placewords import (
    called,
    contained_in,
    is_near_middle,
    is_of_clock,
    is_water,
    lies_in,
    listed_state,
    of_kind,
)
from readout.reading.places.renown import LITTLE_KNOWN, renown_of
from readout.reading.places.senses import FAR_AWAY, NO_SUCH_NAME, SEVERAL, Sense
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
_MARGIN = 0.15  # in powers of ten: the best must be so much better than the next that lies elsewhere
_ENOUGH_NAMES = 3  # places in one country beside it that make a report one of that country
_PART = "part of the name"
_AREA = "RGN"
_WATER = "H"
_BY_CHANCE = frozenset({"only one", "population", _PART})


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
    chosen |= _parts_of_areas(chosen, of_form)
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
        elif is_water(text, spans[at]):
            sense = _water(form, weighed, gazetteer)
        elif told := called(text, spans[at], weighed.sites):
            sense = Sense(_best_of(told, weighed, scores[form]), "the word behind it")
        elif (state := listed_state(text, spans, at, weighed.sites, of_report)) is not None:
            sense = Sense(state, "the names beside it")
        senses.append(sense)
    return with_holders(text, spans, forms, senses)


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
    support = SUPPORT * np.array(support_of(known, likeness_of(sites), starts[:-1]))
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


def _parts_of_areas(chosen: dict[str, Sense], of_form: dict[str, _Weighed]) -> dict[str, Sense]:
    """Return which part of an area that a border parts is meant, where divisions on both sides bear its name.

    Where of the two countries only towns of India are named the Punjab is the Indian one; where none is, the country itself
    tells, and where both are, the area as a whole is left.
    """
    found = {}
    for form, sense in chosen.items():
        if sense.site is None or sense.site.country is not None or sense.site.feature_code != _AREA:
            continue
        parts = {
            s.country: s for s in of_form[form].sites if s.feature_code == "ADM1" and is_near_middle(s, sense.site)
        }
        if len(parts) < 2:
            continue
        others = [o.site for name, o in chosen.items() if name != form and o.site and o.site.country in parts]
        told = {o.country for o in others if not is_country(o)} or {o.country for o in others}
        if len(told) == 1:
            found[form] = Sense(parts[told.pop()], "the country that the report tells of")
    return found


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
    return site is not other and other.feature_class == "P" and distance_km(site, other) < NEAR_KM


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

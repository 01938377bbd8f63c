# SPDX-License-Identifier: Apache-2.0
"""What the other names of a report say of one that has been given its place, or none: once all of them are weighed."""

from __future__ import annotations

from collections import Counter

from readout.reading.places.candidates import distance_km, is_country, is_region
from readout.reading.places.distances import NEAR_KM
from readout.reading.places.placewords import is_near_middle
from readout.reading.places.renown import LITTLE_KNOWN
from readout.reading.places.senses import FAR_AWAY, NO_SUCH_NAME, PART, Sense
from readout.resources import igo_named
from readout.resources.gazetteer import Gazetteer, Site

__all__ = ["far_away", "halves_of_korea", "initials", "parts_of_areas"]

_KOREAS, _HALVES = frozenset({"PRK", "KOR"}), frozenset({"South", "North"})
_OTHER_HALVES = frozenset("SDN SSD YEM VNM CYP NGA ITA LBN LKA".split())
_AREA = "RGN"
_RIVER_KM = 2_000.0  # from its middle to a town that has to do with it
_ENOUGH_NAMES = 3  # places in one country beside it that make a report one of that country
_ENOUGH_COUNTRIES = 3  # named as such: who names so many names that of a small town, too
_BY_CHANCE = frozenset({"only one", "population", PART})


def parts_of_areas(chosen: dict[str, Sense], sites: dict[str, tuple[Site, ...]]) -> dict[str, Sense]:
    """Return which part of an area that a border parts is meant, where divisions on both sides bear its name.

    Where of the two countries only towns of India are named the Punjab is the Indian one; where none is, the country itself
    tells, and where both are, the area as a whole is left.
    """
    found = {}
    for form, sense in chosen.items():
        if sense.site is None or sense.site.country is not None or sense.site.feature_code != _AREA:
            continue
        parts = {s.country: s for s in sites[form] if s.feature_code == "ADM1" and is_near_middle(s, sense.site)}
        if len(parts) < 2:
            continue
        others = [o.site for name, o in chosen.items() if name != form and o.site and o.site.country in parts]
        told = {o.country for o in others if not is_country(o)} or {o.country for o in others}
        if len(told) == 1:
            found[form] = Sense(parts[told.pop()], "the country that the report tells of")
    return found


def halves_of_korea(chosen: dict[str, Sense], gazetteer: Gazetteer) -> dict[str, Sense]:
    """Return which Korea "the South" or "the North" is, in a report that names one of them and no other country with two halves.

    Where South Korea alone is named beside states of another country, the South may be that of those: "Hyundai of South Korea
    will build in Alabama. Foreign carmakers like the South".
    """
    named = {sense.site.country for sense in chosen.values() if sense.site is not None and is_country(sense.site)}
    if named.isdisjoint(_KOREAS) or not named.isdisjoint(_OTHER_HALVES):
        return {}
    if "PRK" not in named and any(_is_division_elsewhere(sense.site) for sense in chosen.values() if sense.site):
        return {}
    found = {}
    for half in _HALVES & chosen.keys():
        site = next((s for s in gazetteer.named(f"{half} Korea") if is_country(s)), None)
        if chosen[half].site is None and site is not None:
            found[half] = Sense(site, "the other half that the report names")
    return found


def _is_division_elsewhere(site: Site) -> bool:
    return site.feature_code == "ADM1" and site.country not in _KOREAS


def initials(chosen: dict[str, Sense]) -> dict[str, Sense]:
    """Return what letters mean that nothing bears, where they are the initials of one other name: "KP" for Khyber Pakhtunkhwa."""
    letters = [f for f, sense in chosen.items() if sense.rule == NO_SUCH_NAME and f.isupper() and not igo_named(f)]
    found = {}
    for form in letters:
        names = [n for n in chosen if n != form and "".join(w[0] for w in n.replace("-", " ").split()) == form]
        if len(names) == 1 and chosen[names[0]].site is not None:
            found[form] = Sense(chosen[names[0]].site, f"the initials of {names[0]}")
    return found


def far_away(chosen: dict[str, Sense]) -> dict[str, Sense]:
    """Leave open what little-known towns or rivers of a country bear by chance that nothing else in the report has to do with.

    A village that the gazetteer lacks in Sudan has a namesake that it knows in Armenia; the Red River of Vietnam has one in Texas.
    """
    sites = [sense.site for sense in chosen.values() if sense.site is not None]
    countries = Counter(site.country for site in sites)
    # Only where the report is of one country can what lies in another be told to be out of place.
    most = max((site.country for site in sites), key=lambda country: countries[country], default=None)
    named = sum(site.country == most and not is_country(site) for site in sites)
    told = {site.country for site in sites if is_country(site)}
    if named < _ENOUGH_NAMES and len(told) < _ENOUGH_COUNTRIES:
        return {}
    far = {
        form: sense.site
        for form, sense in chosen.items()
        if sense.site is not None
        and (
            (_is_little(sense.site) and sense.rule in _BY_CHANCE)
            or (sense.site.feature_class == "H" and sense.site.country is not None)
        )
        and countries[sense.site.country] == 1
    }
    return {
        form: Sense(None, FAR_AWAY) for form, site in far.items() if not any(_is_near(site, other) for other in sites)
    }


def _is_little(site: Site) -> bool:
    """Tell whether a place is a little-known town; one that stands in the table of regions is named in the news."""
    return site.feature_class == "P" and site.population < LITTLE_KNOWN and not is_region(site)


def _is_near(site: Site, other: Site) -> bool:
    near = NEAR_KM if site.feature_class == "P" else _RIVER_KM
    return site is not other and other.feature_class == "P" and distance_km(site, other) < near

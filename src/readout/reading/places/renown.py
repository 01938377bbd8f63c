# SPDX-License-Identifier: Apache-2.0
"""How well known a place is under a name, whatever a report says of it."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10

from readout.reading.places.candidates import is_country, is_region
from readout.resources.gazetteer import Site
from readout.resources.names import fold_name

__all__ = ["LITTLE_KNOWN", "renown_of"]

_REGION = 6.3  # a region of the table is as well known as a town of two million
_PEOPLED = frozenset("AP")
_FAMOUS = 16.0  # a sea, a region, a mountain of the table: only words beside it tell of a town of its name
_COUNTRY = 1.5
_RANKS = {"PPLC": 0.8, "ADM1": -0.6, "ADM2": -1.0}  # added to the logarithm of the inhabitants
_CLASSES = {"S": -1.0, "R": -1.0}  # buildings and roads, of which a full gazetteer has many
# Taken off where the name is not the usual one, or is that without "City" or "State".
_OTHER_NAME, _SHORT_NAME = 1.0, 0.3
# Where a town bears it as its usual name: Belém is "Bethlehem" in other languages, Harare was "Salisbury".
_FOREIGN_NAME, _SOME = 2.5, 20_000
_LONG_KNOWN = {"odessa": "odesa"}  # what English still calls a city, though it is now spelled otherwise
_OF_A_STATE = 1.5
LITTLE_KNOWN = 100_000  # inhabitants below which a town is hardly meant without a word of its country


def renown_of(site: Site, key: str, own: Sequence[Site]) -> float:
    """Return how well known a place is, as the logarithm of a number of inhabitants.

    Args:
        site: The place.
        key: The name, folded.
        own: The places whose usual name that is.
    """
    people = log10(site.population) if site.population > 0 else 0.0
    if is_region(site):
        return max(people, _REGION) if site.feature_class in _PEOPLED else _FAMOUS
    rank = _COUNTRY if is_country(site) else _RANKS.get(site.feature_code, _CLASSES.get(site.feature_class, 0.0))
    return people + rank - _unusual(site, key, own) - _overshadowed(site, own)


def _overshadowed(site: Site, own: Sequence[Site]) -> float:
    """Return what is taken off a small town of the name of a state of its country: "Florida" in the State of New York."""
    small = site.feature_class == "P" and site.population < LITTLE_KNOWN
    return _OF_A_STATE if small and any(_is_state(each) and each.country == site.country for each in own) else 0.0


def _is_state(site: Site) -> bool:
    return site.feature_code == "ADM1" and site.population >= LITTLE_KNOWN


def _unusual(site: Site, key: str, own: Sequence[Site]) -> float:
    """Return what is taken off because a name is not the usual one of a place."""
    usual = fold_name(site.name)
    if usual == key or is_country(site) or usual.replace("saint ", "st ") == key:
        return 0.0
    if usual.startswith(key + " "):
        return _OTHER_NAME if site.feature_code == "ADM2" else _SHORT_NAME
    if _LONG_KNOWN.get(key) == usual:
        return 0.0
    return _FOREIGN_NAME if site.feature_class == "P" and any(each.population >= _SOME for each in own) else _OTHER_NAME

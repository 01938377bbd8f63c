# SPDX-License-Identifier: Apache-2.0
"""How much the places that a report may name speak for each other, by lying near, in one division or in one country."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from readout.reading.places.candidates import is_country
from readout.reading.places.distances import BY_MIDDLE_KM, NEAR_KM
from readout.resources import country_named
from readout.resources.gazetteer import Site

__all__ = ["SUPPORT", "likeness_of", "support_of"]

SUPPORT = 2.0  # how much a name that is certain and near weighs, in powers of ten of inhabitants
_ENOUGH = 4.0  # support beyond so many near names adds nothing
_SAME_DIVISION, _SAME_COUNTRY = 0.7, 0.2  # how much less than near by that weighs
_SEAT = 3.0  # how much more a country says of its capital: where Cuba is named Havana is not the one in Florida
# How much a county and a town that lies by its middle say of each other: the Huntsville of Walker County is in Texas.
_IN_COUNTY = 2.2
# So many rounds, each a part of the way, settle: whole steps let a town and its county take turns in being right.
_ROUNDS, _STEP = 8, 0.7
_WORLD_CITY = 5_000_000  # inhabitants
# Capitals of which reports from everywhere tell; a small one says of a town by it that it is meant: San Vicente by San Salvador.
_NAMED_ABROAD, _OF_WORLD = 1_500_000, frozenset({"USA", "BEL", "CHE"})


def support_of(
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
        total = known + SUPPORT * support
        odds = 10.0 ** np.clip(total - np.maximum.reduceat(total, starts)[owner], -9, 0)
        belief = odds / np.add.reduceat(odds, starts)[owner]
        by_name = np.maximum.reduceat(likeness * belief, starts, axis=1)
        by_name[np.arange(len(known)), owner] = 0.0
        support += _STEP * (np.minimum(by_name.sum(axis=1), _ENOUGH) - support)
    return support


def likeness_of(sites: Sequence[Site], counties: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return how much each place speaks for each other: by lying in one division, near by, or in one country.

    Args:
        sites: The candidates of all names.
        counties: Whether each is a county in which no town of its name lies. Shape: (candidates,).
    """
    lat, lon = np.radians([s.lat for s in sites]), np.radians([s.lon for s in sites])
    east = (lon[:, None] - lon) * np.cos((lat[:, None] + lat) / 2)
    km = 6371.0 * np.hypot(lat[:, None] - lat, np.where(np.abs(east) > np.pi, 2 * np.pi - np.abs(east), east))
    country = _number(sites, lambda s: s.country)
    division = _number(sites, lambda s: s.admin1 and f"{s.country}.{s.admin1}")
    same_country = (country[:, None] == country) & (country >= 0)
    same_division = (division[:, None] == division) & (division >= 0)
    point = np.array([s.feature_class == "P" or s.feature_code == "ADM2" for s in sites])
    seat = np.array([s.feature_code == "PPLC" for s in sites])
    of_world = np.array([s.population >= _NAMED_ABROAD or s.country in _OF_WORLD for s in sites])
    whole = np.array([is_country(s) for s in sites])
    # A country's name and its capital stand for its government in any report: they say nothing of which town is meant.
    general, town = whole | seat, point & ~seat
    # Nor does a city that all the world names say it of what lies far from it in its state: Geneva is not in New York State.
    world = np.array([s.feature_class == "P" and s.population >= _WORLD_CITY for s in sites])
    same_division &= ~(town[:, None] & world & (km > NEAR_KM))
    near = (km < NEAR_KM) & point & point[:, None] & ~(town[:, None] & seat & of_world)
    # That many places of the United States are named makes no hamlet of Cuba: only what is near or in its state speaks for it.
    namesake = np.array(
        [s.feature_class == "P" and s.feature_code != "PPLC" and _is_of_a_country(s.name) for s in sites]
    )
    telling = same_country & ~(town[:, None] & general) & ~namesake[:, None]
    governed = same_country & ((seat[:, None] & whole) | (seat & whole[:, None]))
    held = near & same_division & (km < BY_MIDDLE_KM) & (counties[:, None] ^ counties)
    return np.select(
        [governed, held, near, same_division, telling], [_SEAT, _IN_COUNTY, 1.0, _SAME_DIVISION, _SAME_COUNTRY], 0.0
    )


@lru_cache(maxsize=20_000)
def _is_of_a_country(name: str) -> bool:
    return country_named(name) is not None


def _number(sites: Sequence[Site], name: Callable[[Site], str | None]) -> NDArray[np.int64]:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(key, len(numbers)) if (key := name(s)) else -1 for s in sites])

# SPDX-License-Identifier: Apache-2.0
"""The order of a list: a row's place is a *shelf* and a number.

By confidence each per cent is a shelf, by its own date each day, by day of adding each report; by day of publication all is one
shelf. On a shelf rows stand by their numbers, or the other way where the order is turned around.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from readout.archive.plans import Plan

__all__ = ["UNDATED", "Place", "is_behind", "shelf_of", "sorted_places"]


class Place(NamedTuple):
    """Where a row stands in a list: by shelf, then by number."""

    shelf: int
    id: int


# What rows are sorted by, so that smaller comes first; rows of unknown date come last.
_SHELVES = {
    "published": "0",
    "confidence": "-s.confidence",
    "first": "COALESCE(-s.first, 1)",
    "added": "-e.slot",
    "appearances": "-x.appearances",
}
_OLDEST_SHELVES = {"first": "COALESCE(s.first, 10000000)"}

UNDATED: Final = {False: 1, True: 10_000_000}
"""The shelf of rows of unknown date, by whether the oldest come first: behind all others."""


def shelf_of(plan: Plan) -> str:
    """Return the shelf of a row in SQL: `s` is the row, `e` its entry, `x` its text."""
    if plan.oldest:
        return _OLDEST_SHELVES.get(plan.sort) or f"-({_SHELVES[plan.sort]})"
    return _SHELVES[plan.sort]


def sorted_places(places: Iterable[Place], plan: Plan) -> list[Place]:
    """Return places in the order of the list."""
    return sorted(places, key=lambda place: (place.shelf, -place.id if plan.oldest else place.id))


def is_behind(place: Place, after: Place, plan: Plan) -> bool:
    """Tell whether a place comes behind another one."""
    if place.shelf != after.shelf:
        return place.shelf > after.shelf
    return place.id < after.id if plan.oldest else place.id > after.id

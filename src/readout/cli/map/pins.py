# SPDX-License-Identifier: Apache-2.0
"""What of a record goes onto a map: a pin for each place, and what was left open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from readout.cli.wording import legible
from readout.record import Place, Record

__all__ = ["KINDS", "Pin", "open_places", "pins_of"]

KINDS = {
    "location": "the place itself",
    "metonym": "for its government",
    "demonym": "its people",
    "part_of_name": "in a name",
}
_MOST_WORDS = 6  # different wordings that a tooltip lists


@dataclass(frozen=True, slots=True)
class Pin:
    """A place on the map.

    Attributes:
        name: What to call it.
        country: ISO 3166-1 alpha-3, or nothing.
        lat: Degrees north.
        lon: Degrees east.
        kind: In which role it is mentioned most, one of `KINDS`.
        roles: How often in which role, in words: "the place itself 5, its people 2".
        mentions: How often it is mentioned in all.
        words: The words of the report that name it.
    """

    name: str
    country: str
    lat: float
    lon: float
    kind: str
    roles: str
    mentions: int
    words: str


def pins_of(record: Record) -> list[Pin]:
    """Return a pin for each place that has coordinates, those mentioned most first."""
    grouped: dict[tuple[str, float, float], list[Place]] = {}
    for place in record.places:
        if place.lat is not None and place.lon is not None:
            grouped.setdefault((place.name, place.lat, place.lon), []).append(place)
    pins = [_pin(record, places, lat, lon) for (_, lat, lon), places in grouped.items()]
    return sorted(pins, key=lambda pin: -pin.mentions)


def _pin(record: Record, places: Sequence[Place], lat: float, lon: float) -> Pin:
    roles = Counter(place.kind for place in places)
    ordered = sorted(roles, key=lambda kind: (-roles[kind], list(KINDS).index(kind)))
    words = list(dict.fromkeys(legible(place.span.of(record.report.text)) for place in places))
    return Pin(
        name=legible(places[0].name),
        country=places[0].country or "",
        lat=lat,
        lon=lon,
        kind=ordered[0],
        roles=", ".join(f"{KINDS[kind]} {roles[kind]}" for kind in ordered),
        mentions=len(places),
        words=", ".join(f"“{each}”" for each in words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else ""),
    )


def open_places(record: Record) -> dict[str, list[str]]:
    """Return the names that have no coordinates, by the reason; names of bodies that hold one are no places."""
    found: dict[str, dict[str, None]] = {}
    for place in record.places:
        if (place.lat is None or place.lon is None) and (place.undecided or place.kind != "part_of_name"):
            reason = legible(place.undecided or "no coordinates are known")
            found.setdefault(reason, {})[legible(place.name)] = None
    return {reason: list(names) for reason, names in found.items()}

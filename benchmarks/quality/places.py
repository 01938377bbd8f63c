# SPDX-License-Identifier: Apache-2.0
"""Places on GeoWebNews and LGL: names found exactly, and how many of those with coordinates lie within 161 km (100 miles).

"resolved" counts, of the marked names with coordinates that were found, those brought within 161 km; a name that is left open
counts as not resolved. GeoWebNews' noun phrases that are no names are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import asin, cos, radians, sin, sqrt
from typing import Any

from benchmarks.quality.corpora import Corpora
from benchmarks.quality.counts import Counts
from benchmarks.quality.tables import TOTAL, Table
from readout.model import Model
from readout.pipeline import layers_for
from readout.reading.places import Place
from readout.reading.reading import Reading
from readout.report import Report

__all__ = ["distance_km", "measure_places"]

_NO_NAMES = {"Literal_Expression", "Non_Lit_Expression", "Non_Toponym"}
_NEEDED = {"parts", "encodings", "syntax trees", "attributions", "mentions", "places"}
_NEAR_KM = 161.0
_EARTH_KM = 6371.0


def distance_km(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Return the great-circle distance of two points in degrees (the haversine formula), in kilometres."""
    (a, b), (c, d) = (map(radians, point) for point in (here, there))
    half = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, half)))


def measure_places(model: Model, corpora: Corpora, name: str) -> Iterator[Table]:
    """Measure one corpus, `gwn-train` or `lgl`: both serve as development parts."""
    names, located, resolved, right = Counts(), 0, 0, 0
    for record in corpora.records(f"places/{name}.jsonl"):
        marked = [t for t in record["toponyms"] if t.get("type") not in _NO_NAMES]
        found = {(p.span.start, p.span.end): p for p in _places(model, record)}
        names.add({(t["start"], t["end"]) for t in marked}, set(found))
        for item in marked:
            place = found.get((item["start"], item["end"]))
            if place is None or item.get("lat") is None:
                continue
            located += 1
            if place.lat is not None and place.lon is not None:
                resolved += 1
                right += distance_km((place.lat, place.lon), (item["lat"], item["lon"])) <= _NEAR_KM
    rows = {
        TOTAL: {
            "marked": names.gold,
            **names.columns("names"),
            "resolved": right / located if located else 0.0,
            "right of those given a place": right / resolved if resolved else 0.0,
        }
    }
    yield Table(f"places/{name}", rows, ("names F1", "resolved"))


def _places(model: Model, record: Mapping[str, Any]) -> tuple[Place, ...]:
    reading = Reading(Report(record["text"], language="en"))
    for layer in layers_for(model):
        if layer.name in _NEEDED:
            reading = layer(reading)
    return reading.of(Place)

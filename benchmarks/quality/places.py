# SPDX-License-Identifier: Apache-2.0
"""Places on GeoWebNews and LGL: names found exactly, and how many of those with coordinates lie within 161 km (100 miles).

Two tables for each corpus. "places" goes end to end: "resolved" counts, of the marked names with coordinates that
were found, those brought within 161 km, "end to end" counts them of all that are marked. "places given the name"
resolves every marked name with coordinates from its span alone, as the literature reports it, and once more those
alone that have a GeoNames id. A name that is left open counts as not resolved.

GeoWebNews' noun phrases that are no names are left out of both. GeoWebNews marks adjectives of countries and places
inside longer names, and all kinds are compared with it; LGL marks those of its own region, and is compared with all
kinds as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Any

from benchmarks.quality.corpora import Corpora
from benchmarks.quality.counts import Counts
from benchmarks.quality.tables import TOTAL, Table
from readout.model import Model
from readout.pipeline import layers_for
from readout.reading.places.places import Place
from readout.reading.places.toponyms import resolve_names
from readout.reading.reading import Reading
from readout.report import Report
from readout.resources.gazetteer import packaged_gazetteer
from readout.text import Span

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
    records = [_without_phrases(record) for record in corpora.records(f"places/{name}.jsonl")]
    yield Table(f"places/{name}", {TOTAL: _end_to_end(model, records)}, ("names F1", "resolved"))
    yield Table(f"places given the name/{name}", _given(records), ("resolved",))


def _without_phrases(record: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**record, "toponyms": [t for t in record["toponyms"] if t.get("type") not in _NO_NAMES]}


def _end_to_end(model: Model, records: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    names, located, tally = Counts(), 0, _Tally()
    for record in records:
        marked = record["toponyms"]
        found = {(p.span.start, p.span.end): p for p in _places(model, record)}
        names.add({(t["start"], t["end"]) for t in marked}, set(found))
        located += sum(t.get("lat") is not None for t in marked)
        for item in marked:
            place = found.get((item["start"], item["end"]))
            if place is not None and item.get("lat") is not None:
                tally.add(item, None if place.lat is None or place.lon is None else (place.lat, place.lon))
    return {
        "marked": names.gold,
        **names.columns("names"),
        **tally.columns,
        "end to end": tally.right / located if located else 0.0,
    }


def _given(records: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, float]]:
    every, with_id = _Tally(), _Tally()
    for record in records:
        marked = sorted(record["toponyms"], key=lambda t: (t["start"], t["end"]))
        spans = [Span(t["start"], t["end"]) for t in marked]
        senses = resolve_names(record["text"], spans, gazetteer=packaged_gazetteer())
        for item, sense in zip(marked, senses, strict=True):
            point = None if sense.site is None else (sense.site.lat, sense.site.lon)
            for tally in (every, with_id) if item.get("geonames_id") is not None else (every,):
                tally.add(item, point)
    return {TOTAL: every.columns, "with a GeoNames id": with_id.columns}


@dataclass
class _Tally:
    """Counts names with coordinates, those given a place, and those given it within 161 km."""

    located: int = 0
    resolved: int = 0
    right: int = 0

    def add(self, item: Mapping[str, Any], point: tuple[float, float] | None) -> None:
        if item.get("lat") is None:
            return
        self.located += 1
        if point is not None:
            self.resolved += 1
            self.right += distance_km(point, (item["lat"], item["lon"])) <= _NEAR_KM

    @property
    def columns(self) -> dict[str, float]:
        return {
            "with coordinates": self.located,
            "resolved": self.right / self.located if self.located else 0.0,
            "right of those given a place": self.right / self.resolved if self.resolved else 0.0,
        }


def _places(model: Model, record: Mapping[str, Any]) -> tuple[Place, ...]:
    reading = Reading(Report(record["text"], language="en"))
    for layer in layers_for(model):
        if layer.name in _NEEDED:
            reading = layer(reading)
    return reading.of(Place)

# SPDX-License-Identifier: Apache-2.0
"""Places: names of places, what each stands for, and which place it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readout.reading.coreference.mentions import Mention
from readout.reading.encoding import Encoding
from readout.reading.places.innerplaces import PlaceKind, PlaceName
from readout.reading.places.placenames import find_names
from readout.reading.places.senses import Sense
from readout.reading.places.toponyms import resolve_names
from readout.reading.reading import Reading
from readout.reading.trees.syntax import Syntax
from readout.resources.gazetteer import Gazetteer, packaged_gazetteer
from readout.text import Span

__all__ = ["Place", "PlaceKind", "Places", "find_places"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A name of a place: of the place itself, or standing for something else.

    Attributes:
        span: Its characters.
        start: First word.
        end: Word after the last.
        name: The usual name, in the gazetteer if it is there, else as written.
        kind: location, metonym, demonym or part_of_name.
        country: ISO 3166-1 alpha-3.
        lat: Degrees north.
        lon: Degrees east.
        geonames_id: GeoNames identifier.
        feature_class: GeoNames feature class.
        feature_code: GeoNames feature code.
        rule: What decided which place it is.
        undecided: Why it was left open, if it was.
    """

    span: Span
    start: int
    end: int
    name: str
    kind: PlaceKind
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    feature_class: str | None = None
    feature_code: str | None = None
    rule: str | None = None
    undecided: str | None = None


def find_places(
    encoding: Encoding, syntax: Syntax, mentions: Sequence[Mention], *, gazetteer: Gazetteer | None = None
) -> list[Place]:
    """Find the names of places and resolve them, in text order; none overlap."""
    gazetteer = gazetteer or packaged_gazetteer()
    found = sorted(find_names(encoding, syntax, mentions, gazetteer), key=lambda each: each.start)
    spans = [encoding.span(each.start, each.end) for each in found]
    senses = resolve_names(encoding.text, spans, gazetteer=gazetteer)
    return [_place(each, span, encoding.text, sense) for each, span, sense in zip(found, spans, senses, strict=True)]


def _place(found: PlaceName, span: Span, text: str, sense: Sense) -> Place:
    site = sense.site
    if site is None:
        form = span.of(text)
        return Place(
            span=span, start=found.start, end=found.end, name=form, kind=found.kind, country=sense.country, undecided=sense.rule
        )  # fmt: skip
    return Place(
        span=span, start=found.start, end=found.end, name=site.name, kind=found.kind, country=site.country, lat=site.lat,
        lon=site.lon, geonames_id=site.geonames_id, feature_class=site.feature_class or None,
        feature_code=site.feature_code or None, rule=sense.rule,
    )  # fmt: skip


class Places:
    """The layer that finds places."""

    name = "places"
    requires: tuple[type, ...] = (Encoding, Syntax, Mention)
    provides: tuple[type, ...] = (Place,)

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        """Resolve with `gazetteer`, the packaged one if None."""
        self._gazetteer = gazetteer

    def __call__(self, reading: Reading) -> Reading:
        """Add the report's places."""
        found = find_places(reading.the(Encoding), reading.the(Syntax), reading.of(Mention), gazetteer=self._gazetteer)
        return reading.adding(Place, found)

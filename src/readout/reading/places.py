# SPDX-License-Identifier: Apache-2.0
"""Places: names of places, and which place each is."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians
from typing import Literal

from readout.reading.encoding import Encoding
from readout.reading.mentions import Mention
from readout.reading.metonyms import is_government
from readout.reading.reading import Reading
from readout.reading.syntax import Syntax
from readout.resources import country_named, country_of_adjective, country_of_capital
from readout.resources.gazetteer import Gazetteer, Site, packaged_gazetteer
from readout.text import Span

__all__ = ["Place", "Places", "find_places"]

_RANKS = (("PCLI", "country"), ("PPLC", "capital"), ("ADM1", "division"))  # what a bare name means, first to last
_SEVERAL = "several places bear the name"
_DOMINANT = 5.0  # times as populous as the next: then a bare name means the larger place


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
    kind: Literal["location", "metonym", "demonym", "part_of_name"]
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    feature_class: str | None = None
    feature_code: str | None = None
    rule: str | None = None
    undecided: str | None = None


def find_places(
    encoding: Encoding, syntax: Syntax, mentions: tuple[Mention, ...], *, gazetteer: Gazetteer | None = None
) -> list[Place]:
    """Find the names of places and resolve them, in text order."""
    gazetteer = gazetteer or packaged_gazetteer()
    found: list[Place] = []
    taken: set[int] = set()
    for mention in mentions:
        if mention.form != "name":
            continue
        form = encoding.text[mention.span.start : mention.span.end]
        if country_of_adjective(form) is not None and country_named(form) is None:
            continue
        taken.update(range(mention.start, mention.end))
        if mention.type == "place" or country_of_capital(form) is not None:
            found.append(_place(encoding, syntax, mention, gazetteer))
    for word, form in enumerate(encoding.words):
        if word not in taken and form[0].isupper() and (state := country_of_adjective(form)):
            site = next((s for s in gazetteer.named(state.name) if s.feature_class == "A"), None)
            found.append(_resolved(encoding.spans[word], word, word + 1, "demonym", site, form, "adjective"))
    found.sort(key=lambda place: place.start)
    return [_near(place, found, gazetteer) for place in found]


def _near(place: Place, found: list[Place], gazetteer: Gazetteer) -> Place:
    """Give a name that several places bear to the one that lies where the report's other places do."""
    if place.undecided != _SEVERAL:
        return place
    form = place.name
    sites = gazetteer.named(form)
    others = [p for p in found if p.lat is not None and p.lon is not None and p.kind != "demonym"]
    countries = {p.country for p in others}
    near = [
        s
        for s in sites
        if s.country in countries and any(_within_reach(s, p) for p in others if p.country == s.country)
    ]
    if len(near) != 1:
        return place
    return _resolved(place.span, place.start, place.end, place.kind, near[0], form, "nearness")


def _within_reach(site: Site, place: Place) -> bool:
    """Tell whether a place is near another that is known, about 300 km."""
    if place.lat is None or place.lon is None or place.feature_code == "PCLI":
        return False
    return abs(site.lat - place.lat) < 2.7 and abs(site.lon - place.lon) * cos(radians(site.lat)) < 2.7


def _place(encoding: Encoding, syntax: Syntax, mention: Mention, gazetteer: Gazetteer) -> Place:
    form = encoding.text[mention.span.start : mention.span.end]
    seat = country_of_capital(form) is not None and is_government(encoding, syntax, mention)
    after = (
        encoding.words[mention.end + 1 : mention.end + 2]
        if encoding.words[mention.end : mention.end + 1] == (",",)
        else ()
    )
    site, rule = _choose(gazetteer.named(form), gazetteer.named(after[0]) if after else ())
    return _resolved(mention.span, mention.start, mention.end, "metonym" if seat else "location", site, form, rule)


def _choose(sites: tuple[Site, ...], within: tuple[Site, ...]) -> tuple[Site | None, str]:
    """Choose one of the places of a name: one in what is named behind it, a country, the one that is alone or dominates."""
    wider = {(s.country, s.admin1) for s in within if s.feature_class == "A"}
    inside = [
        s for s in sites if s.feature_class == "P" and ((s.country, s.admin1) in wider or (s.country, None) in wider)
    ]
    if inside:
        return inside[0], "containment"
    for code, rule in _RANKS:
        if ranked := [site for site in sites if site.feature_code == code]:
            return ranked[0], rule
    if len(sites) == 1:
        return sites[0], "only one"
    if sites and sites[0].population >= _DOMINANT * sites[1].population:
        return sites[0], "population"
    return None, _SEVERAL if sites else "the gazetteer has no such name"


def _resolved(
    span: Span,
    start: int,
    end: int,
    kind: Literal["location", "metonym", "demonym", "part_of_name"],
    site: Site | None,
    form: str,
    rule: str,
) -> Place:
    if site is None:
        return Place(span=span, start=start, end=end, name=form, kind=kind, undecided=rule)
    return Place(
        span=span, start=start, end=end, name=site.name, kind=kind, country=site.country, lat=site.lat, lon=site.lon,
        geonames_id=site.geonames_id, feature_class=site.feature_class, feature_code=site.feature_code, rule=rule,
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

# SPDX-License-Identifier: Apache-2.0
"""Places: names of places, what each stands for, and which place it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from readout.reading.candidates import is_known
from readout.reading.encoding import Encoding
from readout.reading.facts import names_vessel
from readout.reading.mentions import Mention
from readout.reading.metonyms import is_government
from readout.reading.reading import Reading
from readout.reading.syntax import Syntax
from readout.reading.toponyms import Sense, resolve_names
from readout.resources import (
    body_named,
    country_named,
    country_of_adjective,
    country_of_capital,
    igo_named,
    outlet_named,
)
from readout.resources.gazetteer import Gazetteer, Site, packaged_gazetteer
from readout.resources.names import fold_name
from readout.resources.regions import division_abbreviated, division_of_people, region_named, region_of_adjective
from readout.text import Span

__all__ = ["Place", "PlaceKind", "Places", "find_places"]

PlaceKind = Literal["location", "metonym", "demonym", "part_of_name"]

_LONGEST_INNER = 3  # words of a place inside a longer name ("New York City Council")
_GREAT = 200_000  # inhabitants from which a town inside a longer name is taken for the town
_SHORT = 4  # so many capitals are an abbreviation: of a country, or of something else than a town
# Divisions somewhere, months or courts: in a name they say which part or kind is meant.
_NO_NAMES = frozenset(
    "north south east west northern southern eastern western central centre center capital federal union island islands "
    "lake river upper lower new old great grand mountain coast valley delta supreme superior march may august "
    "university college school institute hospital station law medical business national international general".split()
)
# Before the name of a place they say which part of it is meant.
_PARTS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern greater downtown metro metropolitan the".split()
)
# What a town or county has that is called after it.
_CIVIC = frozenset(
    "police fire city county town township village school schools high elementary middle council mayor sheriff board "
    "district court municipal public chamber library airport hospital".split()
)
_PLACED = frozenset("in near at from outside".split())


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


@dataclass(frozen=True, slots=True)
class _Found:
    """A name of a place as a half-open range of words, before it is known which place it is."""

    start: int
    end: int
    kind: PlaceKind


def find_places(
    encoding: Encoding, syntax: Syntax, mentions: Sequence[Mention], *, gazetteer: Gazetteer | None = None
) -> list[Place]:
    """Find the names of places and resolve them, in text order; none overlap."""
    gazetteer = gazetteer or packaged_gazetteer()
    found = sorted(_names(encoding, syntax, mentions, gazetteer), key=lambda each: each.start)
    spans = [encoding.span(each.start, each.end) for each in found]
    senses = resolve_names(encoding.text, spans, gazetteer=gazetteer)
    return [_place(each, span, encoding.text, sense) for each, span, sense in zip(found, spans, senses, strict=True)]


def _names(encoding: Encoding, syntax: Syntax, mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[_Found]:
    """Find places that are named, then those inside longer names, then what no mention holds."""
    every = [mention for mention in mentions if mention.form == "name"]
    named = [mention for mention in every if not names_vessel(encoding, mention)]
    found = [each for mention in named if (each := _named(encoding, syntax, mention, gazetteer)) is not None]
    taken = _words(found)
    forms = {_form(encoding, each.start, each.end) for each in found}
    inner = _Inner({form for form in forms if is_known(form, gazetteer)}, gazetteer)
    for mention in named:
        if mention.type != "person" and taken.isdisjoint(range(mention.start, mention.end)):
            found += _inside(encoding, mention, inner)
    others = [mention for mention in every if mention.type == "person" or names_vessel(encoding, mention)]
    taken = _words(found) | {word for mention in others for word in range(mention.start, mention.end)}
    return found + _unheld(encoding, syntax, taken, inner)


def _words(found: Sequence[_Found]) -> set[int]:
    return {word for each in found for word in range(each.start, each.end)}


def _form(encoding: Encoding, start: int, end: int) -> str:
    return encoding.text[slice(*encoding.span(start, end))]


def _named(encoding: Encoding, syntax: Syntax, mention: Mention, gazetteer: Gazetteer) -> _Found | None:
    """Return the place that a mention names, None if it names something else or holds the name of a place."""
    form = encoding.text[mention.span.start : mention.span.end]
    if country_of_adjective(form) is not None and country_named(form) is None:
        return None
    seat = country_of_capital(form) is not None
    if mention.type != "place" and not seat:
        return None
    if not seat and (igo_named(form) or outlet_named(form) or (body_named(form) and not is_known(form, gazetteer))):
        return None
    kind: PlaceKind = "metonym" if seat and is_government(encoding, syntax, mention) else "location"
    return _Found(_start_of_name(encoding, mention, form, gazetteer), mention.end, kind)


def _start_of_name(encoding: Encoding, mention: Mention, form: str, gazetteer: Gazetteer) -> int:
    """Return where the name of the place begins: "Northeast Georgia" is of Georgia, "North Carolina" is not of Carolina."""
    start = mention.start
    while start + 1 < mention.end and encoding.lower[start] in _PARTS:
        start += 1
    bare = (
        start > mention.start
        and not is_known(form, gazetteer)
        and is_known(_form(encoding, start, mention.end), gazetteer)
    )
    return start if bare else mention.start


class _Inner:
    """Tells whether words inside a longer name are a place.

    A town that few know gives its name to much that lies elsewhere, so only large ones count, those that the report
    names by themselves, and those before what a town or county has: "Mansfield Police Department".
    """

    def __init__(self, forms: set[str], gazetteer: Gazetteer) -> None:
        self.keys = {fold_name(form) for form in forms}
        self.gazetteer = gazetteer

    def is_place(self, form: str, *, before: str) -> bool:
        key = fold_name(form)
        if key in self.keys:
            return True
        if key in _NO_NAMES or (form.isupper() and len(form) <= _SHORT):
            return country_named(form) is not None
        if country_named(form) is not None or (region_named(form) is not None and body_named(form) is None):
            return True
        sites = self.gazetteer.named(form)
        if key.endswith((" county", " parish")) or before in _CIVIC:
            return any(fold_name(site.name) == key for site in sites)
        return any(_is_great(site, key) for site in sites)


def _is_great(site: Site, key: str) -> bool:
    usual = fold_name(site.name)
    if site.feature_code == "ADM1":
        return usual == key or usual.startswith(f"{key} ")
    return site.population >= _GREAT and usual in {key, f"{key} city"}


def _inside(encoding: Encoding, mention: Mention, inner: _Inner) -> list[_Found]:
    """Find the places inside a longer name: "Bank of England", "Texas Rangers", "University of Chicago".

    Where the place is all of the name it stands for what has its seat there ("Liverpool beat Arsenal"), or is an adjective.
    """
    found: list[_Found] = []
    at = mention.start
    while at < mention.end:
        ends = range(min(at + _LONGEST_INNER, mention.end), at, -1)
        end, kind = next(
            ((end, kind) for end in ends if (kind := _inner_kind(encoding, at, end, inner))), (at + 1, None)
        )
        if kind is not None:
            found.append(_Found(at, end, _kind_inside(encoding, mention, at, end, kind)))
        at = end
    return found


def _kind_inside(encoding: Encoding, mention: Mention, start: int, end: int, kind: PlaceKind) -> PlaceKind:
    if (start, end) == (mention.start, mention.end):
        return kind
    around = {*encoding.lower[mention.start : start], *encoding.lower[end : mention.end]}
    return "location" if kind == "metonym" and around <= _PARTS else "part_of_name"


def _inner_kind(encoding: Encoding, start: int, end: int, inner: _Inner) -> PlaceKind | None:
    if not encoding.words[start][0].isupper() or not encoding.words[end - 1][0].isupper():
        return None
    form = _form(encoding, start, end)
    if _is_adjective(form) and country_named(form) is None:
        return "demonym"
    after = encoding.lower[end] if end < len(encoding.words) else ""
    return "metonym" if inner.is_place(form, before=after) else None


def _unheld(encoding: Encoding, syntax: Syntax, taken: set[int], inner: _Inner) -> list[_Found]:
    """Find what no mention holds: adjectives, abbreviations of states, and names that the report has as places elsewhere."""
    found = []
    for word, form in enumerate(encoding.words):
        if (
            word not in taken
            and form[0].isupper()
            and (kind := _alone(encoding, syntax, word, form, inner)) is not None
        ):
            found.append(_Found(word, word + 1, kind))
    return found


def _alone(encoding: Encoding, syntax: Syntax, word: int, form: str, inner: _Inner) -> PlaceKind | None:
    if _is_adjective(form):
        return "demonym" if country_named(form) is None else "location"
    before = encoding.lower[word - 1] if word else ""
    if (before == "," or form.count(".") > 1) and division_abbreviated(form) is not None:
        return "location"
    beside = [encoding.words[at] for at in (word - 1, word + 1) if 0 <= at < len(encoding.words)]
    if any(other[0].isupper() for other in beside) or len(form) < _SHORT or encoding.lower[word] in _NO_NAMES:
        return None
    if fold_name(form) in inner.keys or (
        before in _PLACED and syntax.upos[word] == "PROPN" and inner.gazetteer.named(form)
    ):
        return "location"
    return None


@lru_cache(maxsize=20_000)  # asked of every word with a capital
def _is_adjective(form: str) -> bool:
    return (
        country_of_adjective(form) is not None
        or region_of_adjective(form) is not None
        or division_of_people(form) is not None
    )


def _place(found: _Found, span: Span, text: str, sense: Sense) -> Place:
    site = sense.site
    if site is None:
        form = span.of(text)
        return Place(span=span, start=found.start, end=found.end, name=form, kind=found.kind, undecided=sense.rule)
    return Place(
        span=span, start=found.start, end=found.end, name=site.name, kind=found.kind, country=site.country, lat=site.lat,
        lon=site.lon, geonames_id=site.geonames_id, feature_class=site.feature_class, feature_code=site.feature_code,
        rule=sense.rule,
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

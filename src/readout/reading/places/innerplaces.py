# SPDX-License-Identifier: Apache-2.0
"""Places inside longer names ("Bank of England", "Texas Rangers"), and which words are a place by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from readout.reading.coreference.mentions import Mention
from readout.reading.encoding import Encoding
from readout.resources import body_named, country_named, country_of_adjective, country_of_capital
from readout.resources.gazetteer import Gazetteer, Site
from readout.resources.names import fold_name
from readout.resources.regions import division_of_people, region_named, region_of_adjective

__all__ = [
    "NO_NAMES",
    "PARTS",
    "PLACED",
    "SHORT",
    "TOWN_ON",
    "Inner",
    "PlaceKind",
    "PlaceName",
    "form_of",
    "is_adjective",
    "is_division_called",
    "names_inside",
]

PlaceKind = Literal["location", "metonym", "demonym", "part_of_name"]

_DIVISIONS = frozenset({"Region", "State", "Province"})
_LONGEST_INNER = 3  # words of a place inside a longer name ("New York City Council")
_LARGE_DIVISION = 10_000  # inhabitants: "Alo" is a kingdom of 240 in the Pacific, and Bengali for light
_GREAT = 200_000  # inhabitants from which a town inside a longer name is taken for the town
_TOWN = "PPL"  # of the table of regions: small, so that a band may be called Muse
SHORT = 4  # so many capitals are an abbreviation: of a country, or of something else than a town
# Divisions somewhere, months or courts: in a name they say which part or kind is meant.
NO_NAMES = frozenset(
    "north south east west northern southern eastern western central centre center capital federal union island islands "
    "lake river maritime upper lower new old great grand mountain coast valley delta supreme superior march may august toyota "
    "brent police man nord university college school institute hospital station law medical business national international "
    "general "
    "january february april june july september october november december jan feb mar apr jun jul aug sept sep oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
# Before the name of a town they tell of what is done to a town, not to those who have their seat there.
_TAKEN = frozenset(
    "held seized captured took retook recaptured entered overran shelled bombed bombarded besieged surrounded encircled stormed "
    "reached hit struck rocked fled left evacuated liberated".split()
)
# Before the name of a place they say which part of it is meant.
PARTS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern greater downtown metro metropolitan the".split()
)
# What a town or county has that is called after it.
_CIVIC = frozenset(
    "police fire city county town township village school schools high elementary middle council mayor sheriff board "
    "district court municipal public chamber library airport hospital".split()
)
_LEVELS, _SCHOOLS = frozenset("high middle elementary primary junior".split()), frozenset({"school", "schools"})
TOWN_ON = frozenset("on upon under le in by am an der sur en de".split())  # "Newcastle upon Tyne", "Frankfurt am Main"
_UNPEOPLED = frozenset("HTUV")  # GeoNames classes of waters, mountains, sea beds, deserts and forests
_STATES = frozenset("nation nations state states country countries kingdom island islands coast region".split())
_MONTHS = {
    (month,)
    for month in "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. aug. sept. oct. nov. dec.".split()
}
PLACED = frozenset("in near at from outside".split())


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name of a place as a half-open range of words, before it is known which place it is."""

    start: int
    end: int
    kind: PlaceKind


def form_of(encoding: Encoding, start: int, end: int) -> str:
    """Return words as the report writes them."""
    return encoding.text[slice(*encoding.span(start, end))]


class Inner:
    """Tells whether words inside a longer name are a place.

    A town that few know gives its name to much that lies elsewhere, so only large ones count, those that the report
    names by themselves, and those before what a town or county has: "Mansfield Police Department".
    """

    def __init__(self, forms: set[str], gazetteer: Gazetteer) -> None:
        self.keys = {fold_name(form) for form in forms}
        self.gazetteer = gazetteer

    def is_place(self, form: str, *, before: str) -> bool:
        """Tell whether words are a place; `before` is the word behind them, before which they stand."""
        key = fold_name(form)
        if key in self.keys:
            return True
        if key in NO_NAMES or (form.isupper() and len(form) <= SHORT):
            return country_named(form) is not None
        region = region_named(form)
        if country_named(form) is not None or (
            region is not None and region.feature_code != _TOWN and body_named(form) is None
        ):
            return True
        sites = self.gazetteer.named(form)
        if "-" in form and not TOWN_ON.isdisjoint(form.split("-")):
            return any(fold_name(site.name) == key for site in sites)
        if key.endswith((" county", " parish")) or before in _CIVIC:
            return any(fold_name(site.name) == key for site in sites)
        return any(_is_great(site, key) for site in sites) or (bool(sites) and country_of_capital(form) is not None)


def _is_great(site: Site, key: str) -> bool:
    usual = fold_name(site.name)
    if site.feature_code == "ADM1" and site.population >= _LARGE_DIVISION:
        return usual == key or usual.startswith(f"{key} ")
    return site.population >= _GREAT and usual in {key, f"{key} city"}


def names_inside(encoding: Encoding, mention: Mention, inner: Inner) -> list[PlaceName]:
    """Find the places inside a longer name: "Bank of England", "Texas Rangers", "University of Chicago".

    Where the place is all of the name it stands for what has its seat there ("Liverpool beat Arsenal"), or is an adjective.
    """
    found: list[PlaceName] = []
    at = mention.start
    while at < mention.end:
        longest = min(at + _LONGEST_INNER, mention.end)
        whole = (
            [mention.end] if at == mention.start and longest < mention.end else []
        )  # "Newcastle-under-Lyme" has five
        ends = (*whole, *range(longest, at, -1))
        end, kind = next(
            ((end, kind) for end in ends if (kind := _inner_kind(encoding, at, end, inner))), (at + 1, None)
        )
        if kind is not None:
            found.append(PlaceName(at, end, _kind_inside(encoding, mention, at, end, kind)))
        at = end
    return found


def _kind_inside(encoding: Encoding, mention: Mention, start: int, end: int, kind: PlaceKind) -> PlaceKind:
    if (start, end) == (mention.start, mention.end):
        if kind == "metonym" and _is_no_seat(encoding, start, end):
            return "location"
        placed = start > 0 and encoding.lower[start - 1] in PLACED | _TAKEN
        placed = placed or _opens_dateline(encoding, start, end)
        placed = placed or encoding.lower[max(start - 2, 0) : start] in {
            (",", "of"),
            (")", "of"),
        }  # "Basha (38), of Nandyal"
        return "location" if kind == "metonym" and placed else kind
    around = {*encoding.lower[mention.start : start], *encoding.lower[end : mention.end]}
    return "location" if kind == "metonym" and around <= PARTS else "part_of_name"


def _opens_dateline(encoding: Encoding, start: int, end: int) -> bool:
    """Tell whether a name begins a line and a month stands behind it: "Hamirpur, January 9"."""
    return (
        encoding.line_starts[start]
        and encoding.lower[end : end + 1] == (",",)
        and encoding.lower[end + 1 : end + 2] in _MONTHS
    )


def _is_no_seat(encoding: Encoding, start: int, end: int) -> bool:
    """Tell whether nobody has a seat in a place to act there: a sea or mountain, or an area beside what it describes."""
    region = region_named(form_of(encoding, start, end))
    if region is None or region.feature_class == "A":
        return False
    behind = encoding.lower[end] if end < len(encoding.words) else ""
    return region.feature_class in _UNPEOPLED or behind in _STATES


def _inner_kind(encoding: Encoding, start: int, end: int, inner: Inner) -> PlaceKind | None:
    if not encoding.words[start][0].isupper() or not encoding.words[end - 1][0].isupper():
        return None
    form = form_of(encoding, start, end)
    if is_division_called(form, inner.gazetteer):
        return "location"
    if is_adjective(form) and country_named(form) is None:
        return "demonym"
    after = encoding.lower[end] if end < len(encoding.words) else ""
    if after == "-" and not TOWN_ON.isdisjoint(encoding.lower[end + 1 : end + 2]):
        return None  # "Newcastle" of "Newcastle-under-Lyme"
    if end - start > 1 and encoding.lower[end - 1] in _LEVELS and after in _SCHOOLS:
        return None  # "Central High" of "Central High School"
    return "metonym" if inner.is_place(form, before=after) else None


def is_division_called(form: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a division is called by an adjective and its kind: "Somali Region" lies in Ethiopia."""
    adjective, _, kind = form.partition(" ")
    if kind not in _DIVISIONS or not is_adjective(adjective):
        return False
    named = (*gazetteer.named(form), *gazetteer.named(adjective))
    return region_named(form) is not None or any(site.feature_code == "ADM1" for site in named)


@lru_cache(maxsize=20_000)  # asked of every word with a capital
def is_adjective(form: str) -> bool:
    """Tell whether a word is the adjective of a country, region or state, or its people."""
    return (
        country_of_adjective(form) is not None
        or region_of_adjective(form) is not None
        or division_of_people(form) is not None
    )

# SPDX-License-Identifier: Apache-2.0
"""Countries and territories: names, adjectives, people and capitals, of today and since 1945.

A look-up answers only what the words alone can tell. "Korea" and "Virgin Islands" belong to two countries, so
the answer is None and `countries_sharing` tells the candidates. Where the wire services reserve a bare name
for one of two ("Congo" is the Democratic Republic, "Dominican" is of the Dominican Republic) that one is the
answer, and the other still stands among the candidates. "Georgia" is always the country, "Washington" always
the capital of the United States, "Jordan" and "Chad" never a person: whether a name is used for a place at
all is for the reader of the sentence to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import chain

from readout.resources._tables import Row, rows
from readout.resources.names import NameIndex, fold_name

__all__ = [
    "Capital",
    "Country",
    "FormerName",
    "Part",
    "all_countries",
    "countries_sharing",
    "country",
    "country_named",
    "country_of_adjective",
    "country_of_capital",
    "country_of_part",
]


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name that a country bore, or that its land bore before; years are inclusive, None where not known."""

    name: str
    first_year: int | None
    last_year: int | None


@dataclass(frozen=True, slots=True)
class Capital:
    """A city that stands for a government, in one spelling; without years it is so today."""

    name: str
    first_year: int | None = None
    last_year: int | None = None

    def is_capital_in(self, year: int | None) -> bool:
        """Tell whether the city was the capital in `year`, or is today where `year` is None."""
        if year is None:
            return self.last_year is None
        return (self.first_year or 0) <= year <= (self.last_year or year)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a country that has its own name and people, such as Scotland."""

    names: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory, of today or the past.

    Attributes:
        iso3: ISO 3166-1 alpha-3, or 3166-3 for what has ceased to be; XKX (Kosovo) and RVN (South Vietnam)
            are not ISO's.
        iso2: The two-letter code that goes with it.
        name: The name that English news uses.
        status: member or observer (of the United Nations), territory, disputed, or former.
        names: Other names in use, long, short and foreign.
        abbreviations: Written in capitals, without stops; found with stops too.
        former: Names of the past.
        adjectives: "French"; the first is the usual one.
        demonyms: Pairs of one and many: "Frenchman", "Frenchmen".
        capitals: All spellings, with years where they are of the past.
        parts: Parts with a name of their own.
        shared: Names and adjectives that more often, or as often, mean another country.
        existed: First and last year of a state that has ceased to be.
        successor: The iso3 of the country that holds its capital, or most of its land, today.
    """

    iso3: str
    iso2: str | None
    name: str
    status: str
    names: tuple[str, ...]
    abbreviations: tuple[str, ...]
    former: tuple[FormerName, ...]
    adjectives: tuple[str, ...]
    demonyms: tuple[tuple[str, str], ...]
    capitals: tuple[Capital, ...]
    parts: tuple[Part, ...]
    shared: tuple[str, ...]
    existed: tuple[int, int] | None
    successor: str | None


def country(iso3: str) -> Country | None:
    """Return the country with this code, such as "UKR", in capitals."""
    return _by_code().get(iso3)


def all_countries() -> tuple[Country, ...]:
    """Return all countries and territories in the order of their codes."""
    return tuple(_by_code().values())


def country_named(name: str) -> Country | None:
    """Return the country that bears or bore this name: "the U.S.", "Burma", "Zaire", "Czechia"."""
    return _by_name().get(name)


def country_of_adjective(word: str) -> Country | None:
    """Return the country of an adjective or of its people: "Russian", "Briton", "Frenchmen", "US"."""
    return _by_adjective().get(word)


def country_of_capital(name: str, *, year: int | None = None) -> Country | None:
    """Return the country whose government this city stands for.

    Args:
        name: "Kyiv", "Kiev", "The Hague".
        year: The year the report speaks of. With it, capitals of the past are known ("Bonn" in 1985) and
            states of the past are found ("Moscow" in 1985 is the Soviet Union); without it, only those of
            today.
    """
    if year is None:
        return _by_capital().get(name)
    key = fold_name(name)
    held = [one for one in all_countries() if _has_capital(one, key, year)]
    past = [one for one in held if one.status == "former"]
    return next(iter(past or held), None)


def country_of_part(name: str) -> Country | None:
    """Return the country of a part or of its people: "Scotland", "Texan", "Gaza", "Chechen".

    A part stands where ISO 3166 puts it, which says nothing on whose it ought to be.
    """
    return _by_part().get(name)


def countries_sharing(word: str) -> tuple[Country, ...]:
    """Return every country that a name or adjective may mean, the usual one first: "Congo", "Korean"."""
    first = country_named(word) or country_of_adjective(word)
    others = _by_shared_word().get(fold_name(word), ())
    return ((first,) if first else ()) + others


def _has_capital(one: Country, key: str, year: int) -> bool:
    return any(fold_name(city.name) == key and city.is_capital_in(year) for city in one.capitals)


@cache
def _by_code() -> dict[str, Country]:
    return {row["iso3"]: _country_from_row(row) for row in rows("countries")}


@cache
def _by_name() -> NameIndex[Country]:
    index: NameIndex[Country] = NameIndex("countries")
    for one in all_countries():
        index.add((one.name, *one.names, *one.abbreviations, *(former.name for former in one.former)), one)
    return index


@cache
def _by_adjective() -> NameIndex[Country]:
    index: NameIndex[Country] = NameIndex("countries")
    for one in all_countries():
        index.add((*one.adjectives, *chain(*one.demonyms)), one)
    return index


@cache
def _by_capital() -> NameIndex[Country]:
    index: NameIndex[Country] = NameIndex("countries")
    for one in all_countries():
        index.add((capital.name for capital in one.capitals if capital.is_capital_in(None)), one)
    return index


@cache
def _by_part() -> NameIndex[Country]:
    index: NameIndex[Country] = NameIndex("countries")
    for one in all_countries():
        for part in one.parts:
            index.add((*part.names, *part.adjectives, *chain(*part.demonyms)), one)
    return index


@cache
def _by_shared_word() -> dict[str, tuple[Country, ...]]:
    shared: dict[str, tuple[Country, ...]] = {}
    for one in all_countries():
        for word in one.shared:
            key = fold_name(word)
            shared[key] = (*shared.get(key, ()), one)
    return shared


def _country_from_row(row: Row) -> Country:
    existed = row.get("existed")
    return Country(
        iso3=row["iso3"],
        iso2=row["iso2"],
        name=row["name"],
        status=row["status"],
        names=tuple(row.get("names", ())),
        abbreviations=tuple(row.get("abbreviations", ())),
        former=tuple(FormerName(*former) for former in row.get("former", ())),
        adjectives=tuple(row.get("adjectives", ())),
        demonyms=_pairs(row),
        capitals=tuple(Capital(*capital) for capital in row.get("capitals", ())),
        parts=tuple(_part_from_row(part) for part in row.get("parts", ())),
        shared=tuple(row.get("shared", ())),
        existed=(existed[0], existed[1]) if existed else None,
        successor=row.get("successor"),
    )


def _part_from_row(row: Row) -> Part:
    return Part(tuple(row["names"]), tuple(row.get("adjectives", ())), _pairs(row))


def _pairs(row: Row) -> tuple[tuple[str, str], ...]:
    return tuple((one, many) for one, many in row.get("demonyms", ()))

# SPDX-License-Identifier: Apache-2.0
"""Regions, seas, rivers and mountains that matter in the news, and the abbreviations of states and provinces.

The gazetteer holds towns and divisions; these tables hold what it lacks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from readout.resources._tables import Row, rows
from readout.resources.gazetteer import Site
from readout.resources.names import fold_name

__all__ = ["Division", "division_abbreviated", "division_of_people", "region_named", "region_of_adjective"]


@dataclass(frozen=True, slots=True)
class Division:
    """A state or province that newspapers abbreviate; `admin1` is GeoNames's code of it within the country."""

    name: str
    country: str
    admin1: str


def region_named(name: str) -> Site | None:
    """Return the region of this name: "Donbas", "the Sahel", "Bab al-Mandab"."""
    return _by_name().get(fold_name(name))


def region_of_adjective(word: str) -> Site | None:
    """Return the region of an adjective or of its people, written with a capital: "Kashmiri", "Chechens", "European"."""
    return _by_adjective().get(word)


def division_abbreviated(words: str) -> Division | None:
    """Return the division that an abbreviation stands for: "Pa.", "N.Y.", "NY", "Ont", whose full stop may stand apart.

    Capitals decide: "Ind" may be one, "ind" and "IND" may not, and "in" is never Indiana.
    """
    words = words.replace(". ", ".")
    return _by_abbreviation().get(words) or _by_abbreviation().get(words.rstrip(".") + ".")


def division_of_people(word: str) -> Division | None:
    """Return the state or province of its people: "Texan", "Ontarians"."""
    return _by_people().get(word)


@cache
def _by_name() -> dict[str, Site]:
    return {fold_name(name): site for site, names, _ in _regions() for name in (site.name, *names)}


@cache
def _by_adjective() -> dict[str, Site]:
    return {word: site for site, _, adjectives in _regions() for word in adjectives}


@cache
def _by_abbreviation() -> dict[str, Division]:
    # Where two share one ("N.T."), the first of the table has it.
    return {
        words: division
        for division, row in reversed(_divisions())
        for words in (row.get("code"), *row.get("abbreviations", ()))
        if words
    }


@cache
def _by_people() -> dict[str, Division]:
    return {word: division for division, row in _divisions() for word in row.get("adjectives", ())}


@cache
def _divisions() -> list[tuple[Division, Row]]:
    return [(Division(row["name"], row["country"], row["admin1"]), row) for row in rows("divisions")]


@cache
def _regions() -> list[tuple[Site, list[str], list[str]]]:
    return [
        (
            Site(row.get("geonames_id"), row["name"], row["country"], None, row["class"], row["code"], row["lat"], row["lon"], 0),
            row.get("names", []),
            row.get("adjectives", []),
        )
        for row in rows("regions")
    ]  # fmt: skip

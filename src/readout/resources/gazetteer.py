# SPDX-License-Identifier: Apache-2.0
"""The gazetteer: where places lie, from GeoNames, in one SQLite file that is opened read-only at the first look-up."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from readout.resources.names import fold_name

__all__ = ["Gazetteer", "Site", "packaged_gazetteer", "write_gazetteer"]

_TABLES = """
CREATE TABLE site (id INTEGER PRIMARY KEY, geonames INTEGER, name TEXT NOT NULL, country TEXT, admin1 TEXT,
  class TEXT NOT NULL, code TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, population INTEGER NOT NULL);
CREATE TABLE name (key TEXT NOT NULL, site INTEGER NOT NULL, PRIMARY KEY (key, site)) WITHOUT ROWID;
"""
_LOOK_UP = """SELECT geonames, s.name, country, admin1, class, code, lat, lon, population
  FROM name n JOIN site s ON s.id = n.site WHERE n.key = ? ORDER BY population DESC, s.id"""


@dataclass(frozen=True, slots=True)
class Site:
    """A place in the gazetteer.

    Attributes:
        geonames_id: GeoNames identifier, None where it has none.
        name: Its usual name.
        country: ISO 3166-1 alpha-3, None for what lies in several.
        admin1: Code of the first-level division: in the United States the state's two letters, else GeoNames's.
        feature_class: GeoNames feature class.
        feature_code: GeoNames feature code.
        lat: Degrees north.
        lon: Degrees east.
        population: Inhabitants, 0 where unknown.
    """

    geonames_id: int | None
    name: str
    country: str | None
    admin1: str | None
    feature_class: str
    feature_code: str
    lat: float
    lon: float
    population: int


class Gazetteer:
    """Look places up by name; the file is opened at the first look-up and never written."""

    def __init__(self, path: Path) -> None:
        """Use the file at `path`."""
        self._path = path
        self._open: sqlite3.Connection | None = None

    def named(self, name: str) -> tuple[Site, ...]:
        """Return every place of a name, whatever its case and accents, the most populous first."""
        if any(
            "\ud800" <= char <= "\udfff" for char in name
        ):  # no UTF-8 has a lone surrogate, so no table has the name
            return ()
        if self._open is None:
            # immutable: several processes and read-only file systems may share the file without locks.
            address = f"{self._path.resolve().as_uri()}?mode=ro&immutable=1"
            self._open = sqlite3.connect(address, uri=True, check_same_thread=False)
        return tuple(Site(*row) for row in self._open.execute(_LOOK_UP, (fold_name(name),)))


@cache
def packaged_gazetteer() -> Gazetteer:
    """Return the gazetteer that Readout brings along."""
    return Gazetteer(Path(__file__).with_name("gazetteer.sqlite"))


def write_gazetteer(sites: Iterable[tuple[Site, Iterable[str]]], path: Path) -> int:
    """Write a gazetteer; the same places give the same bytes.

    Args:
        sites: Each place with its names.
        path: A file that is replaced.

    Returns:
        The number of places.
    """
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as out:
        out.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;" + _TABLES)
        count = 0
        keys: set[tuple[str, int]] = set()
        for count, (site, names) in enumerate(sites, 1):
            row = (site.geonames_id, site.name, site.country, site.admin1, site.feature_class, site.feature_code)
            out.execute(
                "INSERT INTO site VALUES (?,?,?,?,?,?,?,?,?,?)",
                (count, *row, round(site.lat, 4), round(site.lon, 4), site.population),
            )
            keys.update((key, count) for key in map(fold_name, (site.name, *names)) if key)
        out.executemany("INSERT INTO name VALUES (?,?)", sorted(keys))
    out.execute("VACUUM")
    out.close()
    return count

# SPDX-License-Identifier: Apache-2.0
"""The gazetteer: where places lie, from GeoNames, in one SQLite file that is opened read-only at the first look-up.

The file holds rows sorted by folded name and packed into pages, each a compressed table of columns: a tenth of the space of plain
tables, which is what lets a wheel carry two hundred thousand places. A look-up opens one page; what was looked up is
kept. The packaged file and one that `readout places build` makes of all of GeoNames have the same form.
"""

from __future__ import annotations

import sqlite3
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from readout.errors import ConfigError
from readout.resources.names import fold_name

__all__ = ["Gazetteer", "Site", "open_gazetteer", "packaged_gazetteer", "write_gazetteer"]

_FORM = "readout-gazetteer/1"
_TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE page (number INTEGER PRIMARY KEY, first TEXT NOT NULL, body BLOB NOT NULL);
"""
_PAGE_BYTES = 32_000  # of a page before it is compressed: larger ones pack tighter and take longer to open
_KEPT_NAMES = 20_000  # looked-up names that are kept; an archive's reports repeat the same few thousand
_KEPT_PAGES = 512  # opened pages that are kept: 36 MB, all of the packaged file
_PLACES_AFTER_POINT = 3  # of degrees: 100 metres

# Usual name, country, division, class with code, latitude, longitude, inhabitants, GeoNames id. An empty name is the
# key with capitals; of another name of a site only the usual name and the id are written.
_Row = tuple[str, str, str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Site:
    """A place in the gazetteer.

    Attributes:
        geonames_id: GeoNames identifier, None where it has none.
        name: Its usual name.
        country: ISO 3166-1 alpha-3, None for what lies in several.
        admin1: GeoNames code of the first-level division: in the United States the state's two letters.
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
        self.path = path
        self._of_key = lru_cache(_KEPT_NAMES)(self._read)
        self._page = lru_cache(_KEPT_PAGES)(self._read_page)
        self._open: tuple[sqlite3.Connection, list[str]] | None = None

    def named(self, name: str) -> tuple[Site, ...]:
        """Return every place of a name, whatever its case and accents, the most populous first."""
        return self._of_key(fold_name(name))

    def _read(self, key: str) -> tuple[Site, ...]:
        rows = self._rows(key)
        found = [_site(key, row) for row in rows if row[3]]
        for name, _, _, _, _, _, _, id in (row for row in rows if not row[3]):
            usual = fold_name(name)
            found += [_site(usual, row) for row in self._rows(usual) if row[3] and row[7] == id]
        return tuple(sorted(found, key=lambda site: -site.population))

    def _rows(self, key: str) -> list[_Row]:
        _, firsts = self._open or self._opened()
        # The last page that begins with the key or before it; a key never runs over from one page to the next.
        number = bisect_right(firsts, key) - 1
        if number < 0 or not key:
            return []
        keys, columns = self._page(number)
        start, end = bisect_left(keys, key), bisect_right(keys, key)
        if start == end:
            return []
        cells = (column.split("\t", end)[start:end] for column in columns.split("\n"))
        return list(zip(*cells, strict=True))

    def _read_page(self, number: int) -> tuple[list[str], str]:
        """Return the keys of a page and its other columns, one on each line, with cells parted by tabs."""
        connection, _ = self._open or self._opened()
        (body,) = connection.execute("SELECT body FROM page WHERE number = ?", (number,)).fetchone()
        keys, _, columns = zlib.decompress(body).decode().partition("\n")
        return keys.split("\t"), columns

    def _opened(self) -> tuple[sqlite3.Connection, list[str]]:
        # immutable: several processes and read-only file systems may share the file without locks.
        address = f"{self.path.resolve().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        firsts = [first for (first,) in connection.execute("SELECT first FROM page ORDER BY number")]
        self._open = connection, firsts
        return self._open


def _site(key: str, row: _Row) -> Site:
    name, country, admin1, code, lat, lon, people, id = row
    return Site(
        int(id) if id else None, name or key.title(), country or None, admin1 or None, code[:1], code[1:], float(lat),
        float(lon), int(people or 0),
    )  # fmt: skip


@cache
def packaged_gazetteer() -> Gazetteer:
    """Return the gazetteer that Readout brings along."""
    return Gazetteer(Path(__file__).with_name("gazetteer.sqlite"))


@cache
def open_gazetteer(path: Path | None) -> Gazetteer:
    """Return the gazetteer in a file that `readout places build` made; the packaged one if None.

    Raises:
        ConfigError: If there is no such file, or it is no gazetteer.
    """
    if path is None:
        return packaged_gazetteer()
    if not path.is_file():
        raise ConfigError(f"there is no gazetteer '{path}'; make one with 'readout places build allCountries.zip'")
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as file:
            form = file.execute("SELECT value FROM about WHERE key = 'form'").fetchone()
    except sqlite3.Error as error:
        raise ConfigError(_no_gazetteer(path, str(error))) from error
    if form != (_FORM,):
        raise ConfigError(_no_gazetteer(path, f"its form is '{form and form[0]}', expected '{_FORM}'"))
    return Gazetteer(path)


def _no_gazetteer(path: Path, reason: str) -> str:
    return f"'{path}' is no gazetteer ({reason}); make one with 'readout places build allCountries.zip'"


def write_gazetteer(
    sites: Iterable[tuple[Site, Iterable[str]]], path: Path, *, progress: Callable[[int], None] | None = None
) -> int:
    """Write a gazetteer; the same places give the same bytes. Memory stays flat: rows are sorted on disk.

    Args:
        sites: Each place with its names.
        path: A file that is replaced once everything is written; nothing is left of it if writing fails.
        progress: Called after every 10,000 places with their number.

    Returns:
        The number of places.
    """
    rows, made = path.with_name(f"{path.name}.rows"), path.with_name(f"{path.name}.part")
    for left_over in (rows, made):
        left_over.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(rows)) as sorter:
            count = _collect(sorter, sites, progress)
            with closing(sqlite3.connect(made)) as out:
                _write_pages(out, sorter, count)
        made.replace(path)
    finally:
        for left_over in (rows, made):
            left_over.unlink(missing_ok=True)
    return count


def _collect(
    sorter: sqlite3.Connection, sites: Iterable[tuple[Site, Iterable[str]]], progress: Callable[[int], None] | None
) -> int:
    sorter.executescript(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; CREATE TABLE row (key TEXT, people INTEGER, at INTEGER, cells TEXT);"
    )
    count = 0
    for count, (site, names) in enumerate(sites, 1):
        keys = sorted({fold_name(name) for name in (site.name, *names)} - {""})
        sorter.executemany(
            "INSERT INTO row VALUES (?,?,?,?)", ((key, site.population, count, _cells(key, site)) for key in keys)
        )
        if progress is not None and count % 10_000 == 0:
            progress(count)
    return count


def _cells(key: str, site: Site) -> str:
    name = "" if key.title() == site.name else site.name.replace("\t", " ").replace("\n", " ")
    id = str(site.geonames_id or "")
    if id and key != fold_name(site.name):
        return "\t".join((key, name, "", "", "", "", "", "", id))
    cells: _Row = (
        name, site.country or "", site.admin1 or "", site.feature_class + site.feature_code, _degrees(site.lat),
        _degrees(site.lon), str(site.population or ""), id,
    )  # fmt: skip
    return "\t".join((key, *cells))


def _degrees(value: float) -> str:
    return f"{value:.{_PLACES_AFTER_POINT}f}".rstrip("0").rstrip(".")


def _write_pages(out: sqlite3.Connection, sorter: sqlite3.Connection, count: int) -> None:
    # Small pages of the file itself: a compressed body fills whole ones, and half of the last is lost.
    out.executescript("PRAGMA page_size = 512; PRAGMA journal_mode = OFF;" + _TABLES)
    out.executemany("INSERT INTO about VALUES (?,?)", [("form", _FORM), ("places", str(count))])
    rows = (cells for (cells,) in sorter.execute("SELECT cells FROM row ORDER BY key, people DESC, at"))
    for number, page in enumerate(_pages(rows)):
        columns = zip(*(row.split("\t") for row in page), strict=True)
        body = zlib.compress("\n".join(map("\t".join, columns)).encode(), 9)
        out.execute("INSERT INTO page VALUES (?,?,?)", (number, page[0].partition("\t")[0], body))
    out.commit()
    out.execute("VACUUM")


def _pages(rows: Iterable[str]) -> Iterator[list[str]]:
    """Cut sorted rows into pages, so that all rows of one key stand in one."""
    page: list[str] = []
    size, last = 0, ""
    for row in rows:
        key = row.partition("\t")[0]
        if size >= _PAGE_BYTES and key != last:
            yield page
            page, size = [], 0
        page.append(row)
        size, last = size + len(row), key
    if page:
        yield page

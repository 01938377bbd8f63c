# SPDX-License-Identifier: Apache-2.0
"""Read a dump of GeoNames, of all countries or of one, as its readme describes it: nineteen columns parted by tabs.

A dump is larger than memory, so its places come one by one. Roads and railways are left out: they bear the names of
the towns they join.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from readout.errors import SourceError
from readout.resources.countries import all_countries
from readout.resources.gazetteer import Site

__all__ = ["names_of_country", "sites_in_dump"]

_COLUMNS = 19
_COUNTRY_CODES = frozenset("PCLI PCLD PCLF PCLS PCLIX".split())  # what GeoNames counts as a country or a territory
_ROADS = "R"
_TOWN = "P"
_LATIN = re.compile(r"[\x20-\x7EÀ-ɏḀ-ỿ’‘ʻ]+")


def names_of_country(iso3: str) -> tuple[str, tuple[str, ...]] | None:
    """Return a country's usual name and all its others in English, those of the past included; None if it is not known."""
    one = next((each for each in all_countries() if each.iso3 == iso3), None)
    if one is None:
        return None
    return one.name, (*one.names, *one.abbreviations, *(former.name for former in one.former))


def sites_in_dump(path: Path, *, min_population: int = 0) -> Iterator[tuple[Site, Sequence[str]]]:
    """Yield the places of a dump with their names in Latin letters, in the order of the dump.

    Args:
        path: `allCountries.zip`, the zip of one country ("UA.zip"), or the text file in it.
        min_population: Towns and villages with fewer inhabitants are left out, and so are those of which the number
            is not known, unless it is 0. Divisions, waters, mountains and buildings always stay.

    Raises:
        SourceError: If the file cannot be read, was cut off, or is no dump of GeoNames.
    """
    number = 0
    for number, line in enumerate(_lines(path), 1):
        columns = line.rstrip("\r\n").split("\t")
        try:
            found = _site(columns)
        except ValueError as error:
            raise SourceError(_no_dump(path, f"line {number}: {error}")) from error
        if found is not None and not (found[0].feature_class == _TOWN and found[0].population < min_population):
            yield found
    if not number:
        raise SourceError(_no_dump(path, "it is empty"))


def _lines(path: Path) -> Iterator[str]:
    try:
        if path.suffix.lower() == ".zip":
            with zipfile.ZipFile(path) as archive, archive.open(_table_in(archive, path)) as file:
                yield from io.TextIOWrapper(file, encoding="utf-8", newline="\n")
        else:
            with path.open(encoding="utf-8", newline="\n") as text:
                yield from text
    except UnicodeDecodeError as error:
        raise SourceError(_no_dump(path, "it is not UTF-8")) from error
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise SourceError(f"'{path}' is no zip file or was cut off ({error}); fetch it again from GeoNames") from error
    except OSError as error:
        raise SourceError(f"'{path}' cannot be read: {error.strerror or error}") from error


def _table_in(archive: zipfile.ZipFile, path: Path) -> str:
    """Return the name of the one table in a dump's zip: the readme beside it is none."""
    names = archive.namelist()
    tables = [name for name in names if name.endswith(".txt") and "readme" not in name.lower()]
    if len(tables) != 1:
        raise SourceError(_no_dump(path, f"it holds: {', '.join(names) or 'nothing'}"))
    return tables[0]


def _no_dump(path: Path, found: str) -> str:
    return f"'{path}' is no dump of GeoNames ({found}); expected allCountries.zip or the zip of one country"


def _site(columns: Sequence[str]) -> tuple[Site, Sequence[str]] | None:
    """Return the place of a line; None for what is left out."""
    if len(columns) != _COLUMNS:
        raise ValueError(f"found {len(columns)} columns, expected {_COLUMNS}")
    id, name, plain, others, lat, lon, kind, code, iso2, _, admin1, _, _, _, people, *_ = columns
    if kind in {_ROADS, ""} or not name:
        return None
    iso3 = _iso3().get(iso2)
    names = [plain, *_latin(others.split(","))]
    if code in _COUNTRY_CODES and iso3 is not None and (known := names_of_country(iso3)) is not None:
        names += [name, *known[1]]
        name = known[0]
    site = Site(int(id), name, iso3, admin1 or None, kind, code, float(lat), float(lon), int(people or 0))
    return site, names


def _latin(names: Iterable[str]) -> Iterator[str]:
    return (name for name in names if _LATIN.fullmatch(name))


@cache
def _iso3() -> dict[str, str]:
    return {one.iso2: one.iso3 for one in all_countries() if one.iso2 and one.status != "former"}

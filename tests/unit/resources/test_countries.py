# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from readout.resources import (
    Country,
    all_countries,
    countries_sharing,
    country,
    country_named,
    country_of_adjective,
    country_of_capital,
    country_of_part,
)


def iso3(found: Country | None) -> str | None:
    return found.iso3 if found else None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Ukraine", "UKR"),
        ("the Ukraine", "UKR"),
        ("UKRAINE", "UKR"),
        ("the United States", "USA"),
        ("the U.S.", "USA"),
        ("US", "USA"),
        ("U. S.", "USA"),
        ("USA", "USA"),
        ("America", "USA"),
        ("Britain’s", "GBR"),
        ("the U.K.", "GBR"),
        ("UAE", "ARE"),
        ("DPRK", "PRK"),
        ("N. Korea", "PRK"),
        ("DRC", "COD"),
        ("DR Congo", "COD"),
        ("Congo-Brazzaville", "COG"),
        ("U.S.S.R.", "SUN"),
        ("Soviet Union", "SUN"),
        ("Yugoslavia", "YUG"),
        ("Czechoslovakia", "CSK"),
        ("East Germany", "DDR"),
        ("West Germany", "DEU"),
        ("South Vietnam", "RVN"),
        ("Burma", "MMR"),
        ("Zaire", "COD"),
        ("Ceylon", "LKA"),
        ("Rhodesia", "ZWE"),
        ("Upper Volta", "BFA"),
        ("Persia", "IRN"),
        ("Türkiye", "TUR"),
        ("Czechia", "CZE"),
        ("Côte d’Ivoire", "CIV"),
        ("Timor-Leste", "TLS"),
        ("Kosovo", "XKX"),
        ("Taiwan", "TWN"),
        ("Palestine", "PSE"),
        ("Western Sahara", "ESH"),
        ("Hong Kong", "HKG"),
        ("Greenland", "GRL"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Georgia", "GEO"),
    ],
)
def test_country_named_knows_names_of_today_and_of_the_past(name: str, code: str) -> None:
    assert iso3(country_named(name)) == code


@pytest.mark.parametrize("name", ["us", "Us", "car", "Korea", "Virgin Islands", "Atlantis", "Texas", "Russian", ""])
def test_country_named_gives_none_for_what_names_no_single_country(name: str) -> None:
    assert country_named(name) is None


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Russian", "RUS"),
        ("Russians", "RUS"),
        ("Briton", "GBR"),
        ("Britons", "GBR"),
        ("Afghans", "AFG"),
        ("Frenchmen", "FRA"),
        ("Frenchwoman", "FRA"),
        ("Chinese", "CHN"),
        ("Swiss", "CHE"),
        ("Danes", "DNK"),
        ("Filipinos", "PHL"),
        ("Philippine", "PHL"),
        ("Burmese", "MMR"),
        ("Soviets", "SUN"),
        ("US", "USA"),
        ("U.S.", "USA"),
        ("South Korean", "KOR"),
        ("Nigerian", "NGA"),
        ("Nigerien", "NER"),
        ("Congolese", "COD"),
        ("Dominican", "DOM"),
        ("Slovak", "SVK"),
        ("Slovene", "SVN"),
        ("Basotho", "LSO"),
    ],
)
def test_country_of_adjective_knows_adjectives_and_people(word: str, code: str) -> None:
    assert iso3(country_of_adjective(word)) == code


@pytest.mark.parametrize("word", ["Korean", "us", "European", "Texan", "Georgia"])
def test_country_of_adjective_gives_none_where_the_word_alone_does_not_tell(word: str) -> None:
    assert country_of_adjective(word) is None


@pytest.mark.parametrize(
    ("city", "year", "code"),
    [
        ("Kyiv", None, "UKR"),
        ("Kiev", None, "UKR"),
        ("Washington", None, "USA"),
        ("Washington, D.C.", None, "USA"),
        ("The Hague", None, "NLD"),
        ("Peking", None, "CHN"),
        ("Brussels", None, "BEL"),
        ("Bonn", None, None),
        ("Bonn", 1985, "DEU"),
        ("Moscow", None, "RUS"),
        ("Moscow", 1985, "SUN"),
        ("Moscow", 2022, "RUS"),
        ("Prague", 1968, "CSK"),
        ("Saigon", 1968, "RVN"),
        ("Karachi", 1950, "PAK"),
        ("Karachi", 2000, None),
        ("Hague", None, None),
        ("Chicago", None, None),
    ],
)
def test_country_of_capital_minds_the_year(city: str, year: int | None, code: str | None) -> None:
    assert iso3(country_of_capital(city, year=year)) == code


@pytest.mark.parametrize(
    ("part", "code"),
    [("Scotland", "GBR"), ("Welsh", "GBR"), ("Texan", "USA"), ("Gaza", "PSE"), ("Chechens", "RUS"), ("Crimea", "UKR")],
)
def test_country_of_part_knows_parts_and_their_people(part: str, code: str) -> None:
    assert iso3(country_of_part(part)) == code


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("Congo", ["COD", "COG"]),
        ("Congolese", ["COD", "COG"]),
        ("Korean", ["KOR", "PRK"]),
        ("Dominican", ["DOM", "DMA"]),
        ("Russian", ["RUS"]),
        ("Atlantis", []),
    ],
)
def test_countries_sharing_names_all_candidates_the_usual_one_first(word: str, codes: list[str]) -> None:
    assert [one.iso3 for one in countries_sharing(word)] == codes


def test_the_table_has_all_members_of_the_united_nations() -> None:
    assert sum(one.status == "member" for one in all_countries()) == 193


def test_codes_have_the_form_of_their_standard_and_are_unique() -> None:
    codes = [one.iso3 for one in all_countries()]
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)
    assert len(set(codes)) == len(codes)


def test_two_letter_codes_of_today_are_unique() -> None:
    codes = [one.iso2 for one in all_countries() if one.status != "former"]
    assert all(code and re.fullmatch("[A-Z]{2}", code) for code in codes)
    assert len(set(codes)) == len(codes)


def test_every_state_of_the_past_has_its_years_and_a_successor_of_today() -> None:
    for one in all_countries():
        assert (one.existed is not None) == (one.status == "former"), one.iso3
        if one.existed is not None:
            heir = country(one.successor or "")
            assert one.existed[0] < one.existed[1]
            assert heir is not None
            assert heir.status != "former"


def test_former_names_and_capitals_have_years_in_order() -> None:
    for one in all_countries():
        years = [(d.first_year, d.last_year) for d in one.former] + [(d.first_year, d.last_year) for d in one.capitals]
        for first, last in years:
            assert (first or 0) <= (last or 9999), (one.iso3, first, last)


@pytest.mark.parametrize(
    ("look_up", "names_of"),
    [
        pytest.param(country_named, lambda one: (one.name, *one.names, *one.abbreviations), id="names"),
        pytest.param(country_of_adjective, lambda one: one.adjectives, id="adjectives"),
        pytest.param(country_of_adjective, lambda one: [w for pair in one.demonyms for w in pair], id="demonyms"),
        pytest.param(
            country_of_capital, lambda one: [c.name for c in one.capitals if c.last_year is None], id="capitals"
        ),
    ],
)
def test_every_name_in_the_table_is_found(
    look_up: Callable[[str], Country | None], names_of: Callable[[Country], list[str]]
) -> None:
    assert [(one.iso3, name) for one in all_countries() for name in names_of(one) if look_up(name) is not one] == []


def test_country_is_none_for_an_unknown_code() -> None:
    assert country("ZZZ") is None

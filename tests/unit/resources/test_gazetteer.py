# SPDX-License-Identifier: Apache-2.0
from dataclasses import replace

import pytest

from readout.resources.gazetteer import Gazetteer, Site, packaged_gazetteer, write_gazetteer

HILL = Site(7, "Hill", "GBR", "ENG", "P", "PPL", 51.5, -0.5, 9000)


def test_the_most_populous_place_of_a_name_comes_first():
    people = [site.population for site in packaged_gazetteer().named("Birmingham")]
    assert people == sorted(people, reverse=True)
    assert packaged_gazetteer().named("Birmingham")[0].country == "GBR"


def test_a_name_is_found_whatever_its_case_and_accents():
    assert packaged_gazetteer().named("zurich") == packaged_gazetteer().named("Zürich") != ()


def test_the_same_places_give_the_same_bytes(tmp_path):
    files = [tmp_path / name for name in ("one.sqlite", "two.sqlite")]
    for file in files:
        write_gazetteer([(HILL, ["Tump"])], file)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_place_is_found_by_its_other_names(tmp_path):
    path = tmp_path / "one.sqlite"
    write_gazetteer([(HILL, ["Tump", "The Rise"])], path)
    gazetteer = Gazetteer(path)
    assert [gazetteer.named(name) for name in ("Hill", "tump", "The Rise", "Vale", "")] == [(HILL,)] * 3 + [()] * 2


def test_places_whose_names_are_each_other_s_other_names_are_told_apart(tmp_path):
    path = tmp_path / "two.sqlite"
    vale = replace(HILL, geonames_id=8, name="Vale", population=100)
    write_gazetteer([(HILL, ["Vale"]), (vale, ["Hill"])], path)
    assert Gazetteer(path).named("Vale") == Gazetteer(path).named("Hill") == (HILL, vale)


def test_a_name_with_many_places_stands_whole(tmp_path):
    """All places of a name lie in one page, however full it is."""
    path = tmp_path / "many.sqlite"
    sites = [replace(HILL, geonames_id=n, lat=n / 100, population=n) for n in range(1, 1500)]
    other = [replace(HILL, geonames_id=2000 + n, name=f"Ash {n:04}") for n in range(1500)]
    write_gazetteer([(site, ()) for site in (*sites, *other)], path)
    found = Gazetteer(path).named("hill")
    assert [site.population for site in found] == list(range(1499, 0, -1))
    assert Gazetteer(path).named("Ash 0700") == (other[700],)


def test_a_place_without_an_identifier_and_country_is_kept_as_it_is(tmp_path):
    path = tmp_path / "one.sqlite"
    sea = Site(None, "McSea", None, None, "H", "SEA", -10.25, 179.5, 0)
    write_gazetteer([(sea, ["Sea of Mc"])], path)
    assert Gazetteer(path).named("mcsea") == Gazetteer(path).named("Sea of Mc") == (sea,)


def test_the_packaged_gazetteer_holds_towns_counties_and_provinces():
    named = packaged_gazetteer().named
    assert [site.admin1 for site in named("Lamar County")][:1] == ["TX"]
    assert {site.feature_code for site in named("Tuscany") or named("Toscana")} >= {"ADM1"}
    assert any(site.admin1 == "TX" and site.population < 50_000 for site in named("Paris"))


def test_kuwait_lies_in_kuwait():
    (kuwait,) = (site for site in packaged_gazetteer().named("Kuwait") if site.feature_code == "PCLI")
    assert (kuwait.lat, kuwait.lon) == (29.5, 47.75)


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Hebei Sheng", "CHN", 39, 116),
        ("Heilongjiang Province", "CHN", 48, 128),
        ("Donetsk Oblast", "UKR", 48, 37.8),
        ("Kurgan Oblast", "RUS", 55.5, 65),
        ("Tokyo Prefecture", "JPN", 35.7, 139.5),
    ],
)
def test_a_province_lies_among_its_towns_and_not_between_them_and_a_stray_one(name, country, lat, lon):
    site = next(s for s in packaged_gazetteer().named(name) if (s.country, s.feature_code) == (country, "ADM1"))
    assert abs(site.lat - lat) < 1.2
    assert abs(site.lon - lon) < 1.2

# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from readout.resources import SECTORS, all_bodies, body_named, country

KINDS = {"seat", "ministry", "agency", "parliament", "court", "army", "armed group", "party", "company", "ngo"}


@pytest.mark.parametrize(
    ("name", "country_code", "sector", "kind"),
    [
        ("the White House", "USA", "GOV", "seat"),
        ("Kremlin", "RUS", "GOV", "seat"),
        ("the Kremlin’s", "RUS", "GOV", "seat"),
        ("Pentagon", "USA", "MIL", "ministry"),
        ("Downing Street", "GBR", "GOV", "seat"),
        ("No. 10", "GBR", "GOV", "seat"),
        ("Whitehall", "GBR", "GOV", "seat"),
        ("Elysee", "FRA", "GOV", "seat"),
        ("Quai d’Orsay", "FRA", "GOV", "ministry"),
        ("Foggy Bottom", "USA", "GOV", "ministry"),
        ("State Department", "USA", "GOV", "ministry"),
        ("Capitol Hill", "USA", "LEG", "parliament"),
        ("Blue House", "KOR", "GOV", "seat"),
        ("Zhongnanhai", "CHN", "GOV", "seat"),
        ("Rashtrapati Bhavan", "IND", "GOV", "seat"),
        ("Bundestag", "DEU", "LEG", "parliament"),
        ("Knesset", "ISR", "LEG", "parliament"),
        ("Holyrood", "GBR", "LEG", "parliament"),
        ("Foreign Office", "GBR", "GOV", "ministry"),
        ("the Fed", "USA", "GOV", "agency"),
        ("C.I.A.", "USA", "SPY", "agency"),
        ("FBI", "USA", "COP", "agency"),
        ("MI6", "GBR", "SPY", "agency"),
        ("Mossad", "ISR", "SPY", "agency"),
        ("IDF", "ISR", "MIL", "army"),
        ("Hamas", "PSE", "REB", "armed group"),
        ("Hizbullah", "LBN", "REB", "armed group"),
        ("ISIL", None, "REB", "armed group"),
        ("defence ministry", None, "MIL", "ministry"),
        ("Ministry of Foreign Affairs", None, "GOV", "ministry"),
        ("Supreme Court", None, "JUD", "court"),
        ("central bank", None, "GOV", "agency"),
        ("Labour Party", "GBR", "PTY", "party"),
        ("Gazprom", "RUS", "MNC", "company"),
        ("Human Rights Watch", None, "NGO", "ngo"),
    ],
)
def test_body_named_knows_seats_and_bodies(name: str, country_code: str | None, sector: str, kind: str) -> None:
    body = body_named(name)
    assert body is not None
    assert (body.country, body.sector, body.kind) == (country_code, sector, kind)


def test_a_building_and_the_body_it_stands_for_are_one() -> None:
    assert body_named("the Pentagon") is body_named("Department of Defense")


@pytest.mark.parametrize("name", ["house", "apple", "hill", "us", "Atlantis", ""])
def test_body_named_gives_none_for_common_words(name: str) -> None:
    assert body_named(name) is None


@pytest.mark.parametrize(
    ("name", "year", "sector"),
    [("Taliban", 1998, "GOV"), ("Taliban", 2010, "REB"), ("Taliban", 2022, "GOV"), ("Taliban", None, "REB")],
)
def test_sector_in_follows_who_governed(name: str, year: int | None, sector: str) -> None:
    body = body_named(name)
    assert body is not None
    assert body.sector_in(year) == sector


@pytest.mark.parametrize("name", ["Congress", "Supreme Court", "foreign ministry", "the Senate"])
def test_bodies_that_many_countries_have_are_shared(name: str) -> None:
    body = body_named(name)
    assert body is not None
    assert body.shared


def test_every_row_uses_known_codes() -> None:
    for body in all_bodies():
        assert body.kind in KINDS, body
        assert body.sector in SECTORS, body
        assert body.country is None or country(body.country) is not None, body


def test_every_name_in_the_table_is_found() -> None:
    assert [(one.name, n) for one in all_bodies() for n in (one.name, *one.aliases) if body_named(n) is not one] == []

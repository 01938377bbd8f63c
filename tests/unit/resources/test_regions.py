# SPDX-License-Identifier: Apache-2.0
import json
from pathlib import Path

import pytest

import readout.resources
from readout.resources import country
from readout.resources.gazetteer import packaged_gazetteer
from readout.resources.regions import (
    Division,
    division_abbreviated,
    division_of_people,
    region_named,
    region_of_adjective,
)

FOLDER = Path(readout.resources.__file__).parent


def rows(table: str) -> list[dict]:
    return [json.loads(line) for line in (FOLDER / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("table", ["regions", "divisions"])
def test_points_lie_on_the_globe_and_countries_are_known(table: str):
    wrong = [
        row["name"]
        for row in rows(table)
        if not (-90 <= row["lat"] <= 90 and -180 <= row["lon"] <= 180)
        or (row["country"] is not None and country(row["country"]) is None)
    ]
    assert wrong == []


def test_no_name_stands_for_two_regions():
    names = [name for row in rows("regions") for name in (row["name"], *row.get("names", ()))]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_every_division_is_in_the_gazetteer():
    missing = [
        row["name"]
        for row in rows("divisions")
        if not any(
            (s.country, s.admin1) == (row["country"], row["admin1"]) for s in packaged_gazetteer().named(row["name"])
        )
    ]
    assert missing == []


@pytest.mark.parametrize("words", ["Pa.", "PA", "N.Y.", "NY", "Ind", "Ind.", "W. Va.", "W.Va.", "Ont.", "B.C."])
def test_abbreviations_of_states_and_provinces(words: str):
    assert division_abbreviated(words) is not None


@pytest.mark.parametrize("words", ["in", "In", "or", "me", "pa", "US", "EU", "Miss America"])
def test_words_are_no_abbreviations(words: str):
    assert division_abbreviated(words) is None


def test_washington_state_and_not_western_australia_has_the_bare_code():
    assert division_abbreviated("WA") == Division("Washington", "USA", "WA")


def test_regions_by_name_and_by_adjective():
    assert region_named("the Strait of Hormuz") == region_named("Hormuz") is not None
    assert region_of_adjective("Chechens") == region_named("Chechen Republic") is not None
    assert region_of_adjective("chechens") is None


def test_people_of_a_province():
    assert division_of_people("Ontarians") == Division("Ontario", "CAN", "08")

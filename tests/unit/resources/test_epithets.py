# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import json
from importlib.resources import files

import pytest

from readout.resources import all_igos, country, epithet_of


@pytest.mark.parametrize(
    ("words", "meant", "not_meant"),
    [
        ("the kingdom", "SAU", "CHN"),
        ("the oil - rich Gulf emirate", "QAT", "SAU"),
        ("the West African nation", "MLI", "KEN"),
        ("the southeast Asian country", "VNM", "CHN"),
        ("the Pacific island state", "FJI", "CYP"),
        ("the Himalayan kingdom", "BTN", "IND"),
        ("the landlocked South American country", "BOL", "CHL"),
        ("the city - state", "SGP", "MYS"),
        ("the former Soviet republic", "GEO", "POL"),
    ],
)
def test_an_epithet_of_a_state_may_mean_some_and_not_others(words: str, meant: str, not_meant: str) -> None:
    found = epithet_of(words.lower().split())
    assert found is not None
    assert found.of_state
    assert meant in found.means
    assert not_meant not in found.means


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("the 27 - nation bloc", "EU"),
        ("the world body", "UN"),
        ("the UN 's nuclear watchdog", "IAEA"),
        ("the oil cartel", "OPEC"),
    ],
)
def test_an_epithet_of_an_organisation_may_mean_something_else_too(words: str, meant: str) -> None:
    found = epithet_of(words.lower().split())
    assert found is not None
    assert meant in found.means
    assert not found.of_state


@pytest.mark.parametrize("words", ["", "the country", "the Asian minister", "the republic", "the party"])
def test_words_that_do_not_tell_whom_they_may_mean(words: str) -> None:
    assert epithet_of(words.lower().split()) is None


def test_every_code_of_the_table_is_known() -> None:
    lines = files("readout.resources").joinpath("epithets.jsonl").read_text(encoding="utf-8").splitlines()
    codes = {code for line in lines for code in json.loads(line).get("means", ())}
    unions = {one.code for one in all_igos()}
    assert [code for code in codes if code not in unions and country(code) is None] == []

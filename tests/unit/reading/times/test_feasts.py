# SPDX-License-Identifier: Apache-2.0
"""The days of feasts that follow the moon."""

from __future__ import annotations

import pytest

from readout.reading.times.feasts import feast_value
from readout.reading.times.timex import find_timexes


@pytest.mark.parametrize(
    ("name", "year", "value"),
    [
        ("Yom Kippur", 1973, "1973-10-06"),
        ("Simchat Torah", 2023, "2023-10-07"),
        ("Rosh Hashanah", 2024, "2024-10-03"),
        ("Passover", 2002, "2002-03-28"),
        ("Purim", 2024, "2024-03-24"),
        ("Lunar New Year", 2023, "2023-01-22"),
        ("Chinese New Year", 1990, "1990-01-27"),
    ],
)
def test_feasts_of_the_hebrew_and_chinese_calendars_have_their_day(name: str, year: int, value: str):
    assert feast_value(name, year) == value


@pytest.mark.parametrize(
    ("name", "year", "value"),
    [
        ("Eid al-Fitr", 2024, "2024-04"),
        ("Eid-ul-Azha", 2022, "2022-07"),
        ("Ashoura", 2023, "2023-07"),
        ("Nowruz", 2022, "2022-03"),
        ("Diwali", 2023, "2023-11"),
    ],
)
def test_of_a_feast_that_may_be_put_off_by_a_day_the_month_is_told(name: str, year: int, value: str):
    assert feast_value(name, year) == value


@pytest.mark.parametrize(("name", "year"), [("Eid al-Fitr", 2025), ("Eid al-Adha", 2006), ("Diwali", 1999)])
def test_where_its_month_is_not_sure_the_year_is_told(name: str, year: int):
    assert feast_value(name, year) == str(year)


@pytest.mark.parametrize(
    "text",
    [
        "The Ashura Brigades fired a rocket.",
        "Purim Shah, a teacher, was late.",
        "Nowruz Ahmadi was held.",
        "Newroz TV was shut.",
        "He met Ahmad Nowruz.",
        "He was held for the Passover bombing.",
    ],
)
def test_a_feast_inside_another_name_is_no_time(text: str):
    assert find_timexes(text) == []


@pytest.mark.parametrize(
    ("text", "feast"),
    [
        ("At Passover Israel shut the crossing.", "Passover"),
        ("It was calm on Passover Eve.", "Passover"),
        ("Nowruz was calm.", "Nowruz"),
        ("For Nowruz, they flew home.", "Nowruz"),
        ("Friends danced at Ahmad's Nowruz.", "Nowruz"),
    ],
)
def test_a_feast_beside_a_name_is_a_time(text: str, feast: str):
    assert [text[timex.start : timex.end] for timex in find_timexes(text)] == [feast]

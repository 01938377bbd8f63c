# SPDX-License-Identifier: Apache-2.0
"""Time expressions and their values, from the text alone."""

from __future__ import annotations

from datetime import date

import pytest

from readout.reading.page.parts import Part
from readout.reading.times.anchors import Anchors, Clue, Origin, Value
from readout.reading.times.times import publication_stated
from readout.reading.times.timevalues import order_of
from readout.reading.times.timevalues import value_of as worth_of
from readout.reading.times.timex import find_timexes
from readout.text import Span

FRIDAY = date(2022, 5, 13)


def read(text: str, *, day: date | None = FRIDAY, tense: str = "") -> list[tuple[str, str, str | None]]:
    """Return each expression's words, type and value."""
    found: list[tuple[str, str, str | None]] = []
    timexes = find_timexes(text)
    anchors = Anchors(Origin(day), order=order_of(timexes))
    for timex in timexes:
        value = worth_of(timex, Clue(tense), anchors)
        if value is not None:
            found.append((text[timex.start : timex.end], value.type or timex.type, value.value))
    return found


def value_of(text: str, *, day: date | None = FRIDAY, tense: str = "") -> Value:
    (timex,) = find_timexes(text)
    value = worth_of(timex, Clue(tense), Anchors(Origin(day)))
    assert value is not None
    return value


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("They met on Friday.", "Friday", "DATE", "2022-05-13"),
        ("They met on Monday.", "Monday", "DATE", "2022-05-09"),
        ("They met in July last year.", "July last year", "DATE", "2021-07"),
        ("The trial opened on Jan. 9 this year.", "Jan. 9 this year", "DATE", "2022-01-09"),
        ("Prices fell at mid-afternoon yesterday.", "mid-afternoon yesterday", "TIME", "2022-05-12TAF"),
        ("He had a several-year lease.", "several-year", "DURATION", "PXY"),
        ("She will speak at 5pm next Sunday.", "5pm next Sunday", "TIME", "2022-05-15T17:00"),
        ("They met last Friday.", "last Friday", "DATE", "2022-05-06"),
        ("It ends next Tuesday.", "next Tuesday", "DATE", "2022-05-17"),
        ("Friday’s call was short.", "Friday", "DATE", "2022-05-13"),
        ("He left yesterday.", "yesterday", "DATE", "2022-05-12"),
        ("He flies tomorrow morning.", "tomorrow morning", "TIME", "2022-05-14TMO"),
        ("It rained last night.", "last night", "TIME", "2022-05-12TNI"),
        ("It was signed on 3 March 2021.", "3 March 2021", "DATE", "2021-03-03"),
        ("It was signed on March 3.", "March 3", "DATE", "2022-03-03"),
        ("It was signed on Feb. 18, 2020, in Doha.", "Feb. 18, 2020", "DATE", "2020-02-18"),
        ("It was signed in late March 2020.", "late March 2020", "DATE", "2020-03"),
        ("It opened in September.", "September", "DATE", "2021-09"),
        ("It was built in 1974.", "1974", "DATE", "1974"),
        ("In the early 1990s it closed.", "the early 1990s", "DATE", "199"),
        ("It closed in the nineties.", "the nineties", "DATE", "199"),
        ("It closed on March third.", "March third", "DATE", "2022-03-03"),
        ("It was signed last Oct. 23.", "last Oct. 23", "DATE", "2021-10-23"),
        ("It was built in nineteen ninety-six.", "nineteen ninety-six", "DATE", "1996"),
        ("It ends in the year two thousand and thirty.", "the year two thousand and thirty", "DATE", "2030"),
        ("They met in January nineteen ninety-seven.", "January nineteen ninety-seven", "DATE", "1997-01"),
        ("In the post-1959 order he had no place.", "post-1959", "DATE", "1959"),
        ("Over the summer they met.", "the summer", "DATE", "2021-SU"),
        ("It must end by year's end.", "year's end", "DATE", "2022"),
        ("It rose through the year.", "the year", "DATE", "2022"),
        ("Sales fell in the year ended then.", "the year", "DURATION", "P1Y"),
        ("Profit fell in the latest quarter.", "the latest quarter", "DATE", "2022-Q1"),
        ("An hour later he was dead.", "An hour later", "DURATION", "PT1H"),
        ("A few days later he fled.", "A few days later", "DURATION", "PXD"),
        ("It ran for a minute and a half.", "a minute and a half", "DURATION", "PT1M30S"),
        ("It was the first in years.", "years", "DURATION", "PXY"),
        ("They will stay for some time.", "some time", "DURATION", "PXX"),
        ("He fled in the weeks before the vote.", "the weeks", "DURATION", "PXW"),
        ("Third-quarter sales fell.", "Third-quarter", "DATE", "2021-Q3"),
        ("A 19th-century fort stands there.", "19th-century", "DATE", "18"),
        ("Sales fell last month.", "last month", "DATE", "2022-04"),
        ("Sales fell last week.", "last week", "DATE", "2022-W18"),
        ("Sales fell this year.", "this year", "DATE", "2022"),
        ("He left three days ago.", "three days ago", "DATE", "2022-05-10"),
        ("He left two years ago.", "two years ago", "DATE", "2020"),
        ("Sales fell in the first quarter of 2021.", "the first quarter of 2021", "DATE", "2021-Q1"),
        ("It grew in the second half of 2019.", "the second half of 2019", "DATE", "2019-H2"),
        ("It closed in the spring of 2020.", "the spring of 2020", "DATE", "2020-SP"),
        ("They spoke for three hours.", "three hours", "DURATION", "PT3H"),
        ("They waited 2 1/2 years.", "2 1/2 years", "DURATION", "P2Y6M"),
        ("In the past two decades it grew.", "the past two decades", "DURATION", "P20Y"),
        ("In recent weeks it grew.", "recent weeks", "DURATION", "PXW"),
        ("The six-month truce held.", "six-month", "DURATION", "P6M"),
        ("They meet every day.", "every day", "SET", "P1D"),
        ("They meet twice a week.", "twice a week", "SET", "P1W"),
        ("It starts at 0900 GMT.", "0900 GMT", "TIME", "2022-05-13T09:00Z"),
        ("It starts at 9:30 p.m. on Tuesday.", "9:30 p.m. on Tuesday", "TIME", "2022-05-10T21:30"),
        ("It starts at 17.40 BST.", "17.40 BST", "TIME", "2022-05-13T17:40"),
        ("They met on Christmas Day 2020.", "Christmas Day 2020", "DATE", "2020-12-25"),
        ("They met on Good Friday.", "Good Friday", "DATE", "2022-04-15"),
        ("They are now at war.", "now", "DATE", "PRESENT_REF"),
        ("It was dated 2021-06-30.", "2021-06-30", "DATE", "2021-06-30"),
        ("It ends at the end of June.", "the end of June", "DATE", "2022-06"),
    ],
)  # fmt: skip
def test_expression_has_its_words_type_and_value(text: str, words: str, kind: str, value: str):
    assert read(text) == [(words, kind, value)]


@pytest.mark.parametrize(
    ("text", "open_value"),
    [
        ("They met on Friday.", "XXXX-WXX-5"),
        ("They met on March 3.", "XXXX-03-03"),
        ("They met in March.", "XXXX-03"),
        ("They met yesterday.", "XXXX-XX-XX"),
        ("They met last week.", "XXXX-WXX"),
        ("They met three days ago.", "XXXX-XX-XX"),
        ("Sales fell in the third quarter.", "XXXX-Q3"),
    ],
)
def test_value_stays_open_without_an_anchor_and_says_why(text: str, open_value: str):
    found = value_of(text, day=None)
    assert found.value == open_value
    assert found.undecided is not None
    assert "no day of publication" in found.undecided


def test_anchor_is_named():
    found = value_of("They met on Monday.")
    assert found.anchor is not None
    assert (found.anchor.value, found.anchor.basis) == ("2022-05-13", "published")


@pytest.mark.parametrize(
    ("text", "tense", "value"),
    [
        ("on Monday", "past", "2022-05-09"),
        ("on Monday", "future", "2022-05-16"),
        ("in September", "past", "2021-09"),
        ("in September", "future", "2022-09"),
        ("in January", "future", "2023-01"),
        ("on Dec. 30", "future", "2022-12-30"),
        ("on Monday", "ahead", "2022-05-16"),
        ("on Thursday", "ahead", "2022-05-12"),
        ("Saturday’s vote", "", "2022-05-14"),
        ("on Saturday", "past", "2022-05-07"),
        ("ended July 31", "past", "2021-07-31"),
        ("at Easter", "", "2022-04-17"),
        ("before Bastille Day", "future", "2022-07-14"),
    ],
)
def test_tense_decides_the_side_of_the_anchor(text: str, tense: str, value: str):
    assert value_of(text, tense=tense).value == value


def test_length_of_time_after_in_is_a_date_where_the_tense_is_future():
    (timex,) = find_timexes("They will meet in two weeks.")
    value = worth_of(timex, Clue("future", before="in"), Anchors(Origin(FRIDAY)))
    assert value is not None
    assert (value.type, value.value) == ("DATE", "2022-W21")


def test_a_year_earlier_is_the_quarter_before_a_year_on_which_results_are_told():
    text = "Profit rose in the first quarter from a year earlier, after a weak fourth quarter. A year earlier it rose."
    assert [value for _, _, value in read(text)] == ["2022-Q1", "2021-Q1", "2021-Q4", "2021-Q1"]


def test_a_fiscal_quarter_is_told_of_whatever_quarter_was_named_before():
    text = (
        "Profit rose in the fourth quarter. A rival lost money in its fiscal third quarter, as it had a year earlier."
    )
    assert [value for _, _, value in read(text)] == ["2021-Q4", "2021-Q3", "2020-Q3"]


def test_quarter_that_ended_in_a_month_is_the_one_that_most_of_it_lies_in():
    text = "In the quarter ended Jan. 31 it fell, and in the quarter ended March 31 it rose."
    assert [value for _, _, value in read(text)] == ["2021-Q4", "2022-01-31", "2022-Q1", "2022-03-31"]


def test_month_that_a_noun_has_is_the_next_one_even_where_the_past_is_told():
    (timex,) = find_timexes("a summit in June")
    values = [worth_of(timex, Clue("past", of_noun=of_noun), Anchors(Origin(FRIDAY))) for of_noun in (True, False)]
    assert [value and value.value for value in values] == ["2022-06", "2021-06"]


def test_a_year_earlier_is_the_year_where_results_are_of_several_quarters():
    text = "Profit rose in the first quarter. For the first nine months it fell from a year earlier."
    assert [value for _, _, value in read(text)] == ["2022-Q1", "P9M", "2021"]


def test_range_of_days_is_two_dates():
    found = read("The talks ran from April 18 to 24.")
    assert [(words, value) for words, _, value in found] == [("April 18", "2022-04-18"), ("24", "2022-04-24")]


def test_following_day_is_counted_from_the_day_named_before():
    found = read("They met on March 3, 2021. The following day he left.")
    assert [value for _, _, value in found] == ["2021-03-03", "2021-03-04"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Dated 5/13/2022, then 4/5/2022.", ["2022-05-13", "2022-04-05"]),
        ("Dated 13/5/2022, then 4/5/2022.", ["2022-05-13", "2022-05-04"]),
        ("Dated 4/5/2022.", ["2022-XX-XX"]),
    ],
)
def test_order_of_day_and_month_is_learned_from_the_other_dates(text: str, values: list[str]):
    assert [value for _, _, value in read(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "It cost $1,984 in all.",
        "Some 12,000 people came.",
        "Call 555-2034.",
        "The vote was 51-49.",
        "She is the second woman to lead it.",
        "A man aged 34 was held.",
        "The file is 99/99/2020.",
    ],
)
def test_numbers_that_are_no_times_are_left_alone(text: str):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("more than two years", "MORE_THAN"),
        ("at least six weeks", "EQUAL_OR_MORE"),
        ("nearly two years ago", "EQUAL_OR_LESS"),
        ("about two years ago", "APPROX"),
        ("some 12 hours", "APPROX"),
        ("early May", "START"),
        ("mid-May", "MID"),
        ("the end of 2020", "END"),
    ],
)
def test_modifier_is_kept(text: str, mod: str):
    assert value_of(text).mod == mod


def test_frequency_and_quantifier_of_a_set_are_kept():
    assert value_of("three times a month").freq == "3X"
    assert value_of("each Tuesday").quant == "EACH"


def test_a_clock_time_with_its_day_states_the_day_of_publication():
    text = "Last updated: 14:52 GMT, 3 December 2024"
    parts = [Part("dateline", Span(0, len(text)))]
    stated = publication_stated(find_timexes(text), parts)
    assert stated is not None
    assert (stated.value, stated.basis) == ("2024-12-03", "stated")

# SPDX-License-Identifier: Apache-2.0
"""Where time expressions are found: each pattern wherever it stands, and nothing of a like shape."""

from __future__ import annotations

import pytest

from readout.reading.times.timepatterns import PATTERNS
from readout.reading.times.timex import find_timexes

EXAMPLES = {
    "iso_date": "2022-05-13",
    "numeric_date": "13/5/2022",
    "month_day": "May 13",
    "month_year": "May 2022",
    "month": "September",
    "year": "2019",
    "spoken_year": "nineteen ninety-six",
    "fiscal_year": "the current fiscal year",
    "fiscal_code": "FY24",
    "decade": "the nineties",
    "century": "the 19th century",
    "quarter": "the third quarter",
    "half": "the first half of 2020",
    "the_quarter": "the latest quarter",
    "quarter_of_year": "last year's quarter",
    "season": "last spring",
    "part_of": "the end of the month",
    "end_of": "year-end",
    "day": "yesterday",
    "day_part": "this morning",
    "tonight": "tonight",
    "overnight": "overnight into Friday",
    "weekday": "Friday",
    "weekday_part": "Friday evening",
    "weekday_week": "a week on Friday",
    "weekday_ago": "Friday last week",
    "day_part_alone": "the next morning",
    "unit_of": "the previous day",
    "the_unit": "the year",
    "day_before_that": "the day before",
    "the_period": "the latest period",
    "same_period": "the same period last year",
    "the_weekend": "the weekend",
    "day_of_month": "the 26th of this month",
    "week_of": "the week of May 9",
    "ago": "three weeks ago",
    "ago_this": "a year ago this week",
    "year_ago": "year-earlier",
    "day_before": "the day before yesterday",
    "duration": "three weeks",
    "duration_range": "two or three weeks",
    "duration_part": "a quarter of a century",
    "duration_possessive": "six months'",
    "duration_compound": "six-month",
    "duration_long": "decades-long",
    "duration_framed": "the past year",
    "duration_vague": "recent weeks",
    "duration_bare": "months",
    "duration_ahead": "the weeks ahead",
    "duration_around": "the weeks",
    "while": "a while",
    "every": "every second",
    "times_a": "twice a week",
    "adverb_set": "weekly",
    "per_unit": "week",
    "weekday_parts": "Friday nights",
    "weekdays": "Fridays",
    "clock": "9 p.m.",
    "part_alone": "late afternoon",
    "present": "now",
    "past": "recently",
    "future": "the future",
    "holiday": "Bastille Day",
    "feast": "Yom Kippur",
    "duration_sum": "two years and six months",
    "nth_weekday": "the first Monday in May",
    "before_last": "the week before last",
    "eleventh_september": "9/11",
    "year_range": "2021/22",
    "quarter_of_months": "April-June",
}
BEFORE = {"duration_bare": "for ", "per_unit": "per "}
AFTER = {"day_before_that": ".", "duration_around": " before the vote."}


@pytest.mark.parametrize(("rule", "words"), EXAMPLES.items(), ids=EXAMPLES)
def test_pattern_is_found_in_the_middle_of_a_long_text(rule: str, words: str):
    """Only the text around trigger words is scanned: a pattern without its trigger would be found nowhere."""
    filler = "The council met and the members spoke at length of roads and schools. " * 6
    text = f"{filler}It was {BEFORE.get(rule, '')}{words}{AFTER.get(rule, ' .')} {filler}"
    assert next((t.rule, text[t.start : t.end]) for t in find_timexes(text)) == (rule, words)


def test_every_pattern_has_an_example():
    assert {name for name, *_ in PATTERNS} == set(EXAMPLES)


def test_expression_across_broken_and_indented_lines_is_found():
    text = (
        "The council met on Wednesday,\n                         May 11,\n                         2022, in the hall."
    )
    assert [text[t.start : t.end].split() for t in find_timexes(text)] == [["Wednesday,", "May", "11,", "2022"]]


@pytest.mark.parametrize("text", ["It was its first quarterly loss.", "All of this falls to the mayor.", "in Augusta"])
def test_beginning_of_a_longer_word_is_no_time(text: str):
    assert find_timexes(text) == []

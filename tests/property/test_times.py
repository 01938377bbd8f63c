# SPDX-License-Identifier: Apache-2.0
"""Times, whatever the words and whatever the day."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from readout.reading.times.almanac import interval_of, is_timex_value, number_of
from readout.reading.times.anchors import Anchors, Clue, Origin
from readout.reading.times.timevalues import value_of
from readout.reading.times.timex import find_timexes

WORDS = [
    "on", "Friday", "last", "next", "week", "month", "three", "2", "days", "ago", "earlier", "March", "3", "2021", ",", "the",
    "late", "1990s", "9", "p.m.", "GMT", "every", "year", "-", "third", "quarter", "of", "yesterday", "morning", "4/5/2020",
    "at", "least", "decades", "this", "weekend", "Christmas", "Day", "Feb.", "30", "end", "now", "twice", "a", "spring", "31",
    "nineteen", "ninety-six", "two thousand", "hours", "later", "and a half", "hundred", "century", "19th", "fiscal", "period",
    "latest", "year-ago", "in", "for", "one", "second", "other", "couple of", "0900", "noon", "tonight", "Monday's", "to", "24",
    "before", "after", ".", "half", "'80s", "seventies", "recent", "weeks", "some time", "today", "post-1959", "fifth", "14:30",
]  # fmt: skip
# Whole expressions as well: chance alone seldom makes one.
PHRASES = [
    "a year ago this week", "two weeks ago today", "the week of March 3", "the day before yesterday", "Friday last week",
    "the end of the month", "more than two decades", "two or three days", "the first half of 2020", "last year's quarter",
    "the year ended", "three centuries later", "nine hundred years ago", "the previous century", "a decade earlier",
    "10 p.m. on Feb. 29", "Feb. 29", "the 31st of June", "next Thanksgiving", "every second Friday", "ninety-nine decades ago",
    "thirty centuries ago", "9,000 years from now", "in 9000 years", "90,000 months ago", "2,000 quarters earlier",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(PHRASES)), max_size=14).map(" ".join)
DAYS = st.dates(date(1950, 1, 1), date(2090, 1, 1))
ANY_DAYS = st.dates()
TENSES = st.sampled_from(["", "past", "future", "ahead"])


def values_in(text: str, day: date | None, tense: str) -> list[tuple[str, str | None, str | None]]:
    """Return rule, value and anchor of each expression."""
    anchors = Anchors(Origin(day))
    found = [(timex.rule, value_of(timex, Clue(tense), anchors)) for timex in find_timexes(text)]
    return [(rule, v.value, v.anchor.value if v.anchor else None) for rule, v in found if v is not None]


@given(TEXTS, st.one_of(st.none(), DAYS, ANY_DAYS), TENSES)
def test_every_value_is_one_that_timeml_allows(text: str, day: date | None, tense: str):
    assert [v for _, v, _ in values_in(text, day, tense) if v is not None and not is_timex_value(v)] == []


@given(TEXTS, DAYS, TENSES)
def test_intervals_never_end_before_they_begin(text: str, day: date, tense: str):
    bounds = [interval_of(v) for _, v, _ in values_in(text, day, tense) if v is not None]
    assert all(pair is None or pair[0] <= pair[1] for pair in bounds)


@given(st.text(max_size=60))
def test_expressions_of_any_text_follow_each_other(text: str):
    found = find_timexes(text)
    assert all(0 <= t.start < t.end <= len(text) for t in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def first_day(text: str, anchor: date, tense: str) -> date:
    """Return the first day of the one expression's interval."""
    ((_, value, _),) = values_in(text, anchor, tense)
    assert value is not None
    bounds = interval_of(value.partition("T")[0])
    assert bounds is not None
    return date.fromisoformat(bounds[0])


OF_DAYS_AND_WEEKS = [
    "Friday", "last Monday", "next Sunday", "this coming Tuesday", "late Wednesday", "Saturday night", "Friday last week",
    "yesterday", "today", "tomorrow", "later today", "tonight", "last night", "tomorrow morning", "this afternoon",
    "three days ago", "two weeks ago", "a fortnight ago", "ten days from now", "an hour ago", "the day before yesterday",
    "last weekend", "the weekend", "this week", "earlier this week", "next week", "9 p.m. on Monday", "noon yesterday",
    "two weeks ago this week", "midnight", "late afternoon",
]  # fmt: skip


@given(st.sampled_from(OF_DAYS_AND_WEEKS), DAYS, st.integers(-300, 300), TENSES)
def test_a_shift_of_the_anchor_by_weeks_shifts_what_is_counted_from_it(text: str, day: date, weeks: int, tense: str):
    shift = timedelta(7 * weeks)
    assert first_day(text, day + shift, tense) - first_day(text, day, tense) == shift


OF_MONTHS_AND_YEARS = [
    "last month", "this month", "next month", "late last year", "next year", "the year", "two years ago", "five months ago",
    "September", "last March", "early April", "the third quarter", "the latest quarter", "this quarter", "next quarter", "May 3",
    "last Oct. 23", "this fiscal year", "the end of the year", "year-end", "a year ago this month", "Christmas", "May Day",
]  # fmt: skip


@given(st.sampled_from(OF_MONTHS_AND_YEARS), DAYS.filter(lambda d: d.day < 29), st.integers(-50, 50), TENSES)
def test_a_shift_of_the_anchor_by_years_shifts_months_and_years(text: str, day: date, years: int, tense: str):
    def moved(when: date) -> date:
        return when.replace(year=when.year + years)

    assert first_day(text, moved(day), tense) == moved(first_day(text, day, tense))


@given(TEXTS, TEXTS, DAYS)
def test_what_was_read_before_leaves_no_trace(text: str, other: str, day: date):
    alone = values_in(text, day, "")
    values_in(other, day, "future")
    assert values_in(text, day, "") == alone


@given(st.integers(1, 99))
def test_number_words_say_their_number(number: int):
    ones = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
            "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
    tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    words = ones[number] if number < 20 else "-".join(w for w in (tens[number // 10], ones[number % 10]) if w)
    assert number_of(words) == number

# SPDX-License-Identifier: Apache-2.0
"""Times, whatever the words and whatever the day."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from readout.reading.almanac import interval_of, is_timex_value, number_of
from readout.reading.anchors import Anchors, Clue, Origin
from readout.reading.timevalues import value_of
from readout.reading.timex import find_timexes

WORDS = [
    "on", "Friday", "last", "next", "week", "month", "three", "2", "days", "ago", "earlier", "March", "3", "2021", ",", "the",
    "late", "1990s", "9", "p.m.", "GMT", "every", "year", "-", "third", "quarter", "of", "yesterday", "morning", "4/5/2020",
    "at", "least", "decades", "this", "weekend", "Christmas", "Day", "Feb.", "30", "end", "now", "twice", "a", "spring", "31",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
DAYS = st.dates(date(1950, 1, 1), date(2090, 1, 1))
TENSES = st.sampled_from(["", "past", "future", "ahead"])


def values_in(text: str, day: date | None, tense: str) -> list[tuple[str, str | None, str | None]]:
    """Return rule, value and anchor of each expression."""
    anchors = Anchors(Origin(day))
    found = [(timex.rule, value_of(timex, Clue(tense), anchors)) for timex in find_timexes(text)]
    return [(rule, v.value, v.anchor.value if v.anchor else None) for rule, v in found if v is not None]


@given(TEXTS, st.one_of(st.none(), DAYS), TENSES)
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


RELATIVE = [
    "Friday",
    "last Monday",
    "next Sunday",
    "yesterday",
    "tomorrow",
    "three days ago",
    "last weekend",
    "this week",
    "two weeks ago",
]


@given(st.sampled_from(RELATIVE), DAYS, st.integers(-300, 300), TENSES)
def test_a_shift_of_the_anchor_by_weeks_shifts_what_is_counted_from_it(text: str, day: date, weeks: int, tense: str):
    def first(anchor: date) -> date:
        ((_, value, _),) = values_in(text, anchor, tense)
        assert value is not None
        bounds = interval_of(value)
        assert bounds is not None
        return date.fromisoformat(bounds[0])

    shift = timedelta(7 * weeks)
    assert first(day + shift) - first(day) == shift


@given(st.integers(1, 99))
def test_number_words_say_their_number(number: int):
    ones = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
            "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
    tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    words = ones[number] if number < 20 else "-".join(w for w in (tens[number // 10], ones[number % 10]) if w)
    assert number_of(words) == number

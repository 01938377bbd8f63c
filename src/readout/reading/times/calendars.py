# SPDX-License-Identifier: Apache-2.0
"""Calendars: paragraphs that are headed by the days of a week, one after another.

"MONDAY, Feb. 19. The Hague: … TUESDAY. London: …", "Tuesday: A fourth train is stopped". A heading comes after the one before
it. What a calendar of days to come tells of begins in the week ahead.
"""

from __future__ import annotations

import re
from datetime import timedelta

from readout.reading.times.almanac import WEEKDAYS, day_from_value
from readout.reading.times.anchors import Anchors, Clue, NamedDay, Value
from readout.reading.times.timex import Timex
from readout.text import Span

__all__ = ["headed", "is_of_days_to_come"]

_TO_COME = re.compile(
    r"\b(?:weeks?|days|month)\s+ahead\b|\b(?:in|over|during|for)\s+the\s+coming\s+(?:week|days|month)\b|\bcoming\s+up\b",
    re.IGNORECASE,
)
_BEGINNING = 400  # characters in which a report says what it is
_DAYS = frozenset({"weekday", "month_day"})


def is_of_days_to_come(text: str) -> bool:
    """Tell whether a report says at its beginning that it lists what is to come: "The week ahead in the courts"."""
    return _TO_COME.search(text, 0, _BEGINNING) is not None


def headed(timex: Timex, value: Value, clue: Clue, anchors: Anchors, *, to_come: bool) -> Value:
    """Return the value of a day that heads its paragraph, set right by the heading before it; it is noted for the next one."""
    day = day_from_value(value.value or "")
    if not clue.heads or timex.rule not in _DAYS or day is None:
        return value
    before, today = anchors.calendar, anchors.day
    if timex.rule == "weekday" and "which" not in timex.parts:
        weekday = WEEKDAYS[timex.parts["weekday"].rstrip(".")]
        is_over = clue.tense == "past"  # a diary told from its last day back counts no days on
        if before is not None and before.line != clue.line and not (is_over and before.day > day and today is not None):
            day = before.day + timedelta((weekday - before.day.weekday()) % 7)
        elif to_come and today is not None and not is_over:
            day = today + timedelta((weekday - today.weekday()) % 7)
        value = Value(day.isoformat(), anchor=value.anchor)
    span = Span(timex.start, timex.end)
    anchors.calendar = NamedDay(day, clue.line, span)
    anchors.note(day.isoformat(), clue.line, span)
    return value

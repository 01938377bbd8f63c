# SPDX-License-Identifier: Apache-2.0
"""The day in a date as tables, mails and news items write it, beyond the forms that pages and feeds have.

The day is kept as written, in its own time zone. A date whose order of day and month cannot be told (05/06/2022) is
not read: it would be wrong half the time.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from readout.source import pagedates

__all__ = ["day_from"]

# What may follow a day: a time, with or without a zone. What else stands there makes it no date.
_TIME = r"(?:[T ,]\s*\d{1,2}[:.]?\d{2}.{0,40})?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}", re.DOTALL)
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}){_TIME}", re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{6})?")
_HYPHENED = re.compile(rf"(\d{{1,2}})-([A-Za-z]{{3,9}})-(\d{{4}}){_TIME}", re.DOTALL)
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?")

# Seconds since 1970 have ten digits from 2001 on; what is later than 2100 is a number and no time.
_LATEST_EPOCH = 4_102_444_800


def day_from(value: object) -> str | None:
    """Read the day in a date.

    Args:
        value: "2022-05-13", "2022-05", "2022", the same with a time or with slashes, "20220513T143000Z",
            "Fri, 13 May 2022 14:30:00 GMT", "13 May 2022", "May 13, 2022", "13/05/2022", seconds or milliseconds
            since 1970 (in UTC), or a date of Python.

    Returns:
        YYYY-MM-DD, or YYYY-MM or YYYY where that is all that is said; None where it cannot be told.
    """
    match value:
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case bool() | None:
            return None
        case int() | float():
            return _day_in(format(value, "f").split(".")[0])
        case str():
            return _day_in(value.strip())
        case _:
            return None


def _day_in(text: str) -> str | None:
    """Read the day in a text."""
    if found := _YEAR_FIRST.fullmatch(text):
        return _checked(found[1], found[3], found[4])
    if found := _YEAR_LAST.fullmatch(text):
        return _ordered(int(found[1]), int(found[3]), found[4])
    if found := _HYPHENED.fullmatch(text):
        return pagedates.day_from(f"{found[1]} {found[2]} {found[3]}")
    if (found := _COMPACT.fullmatch(text)) and (day := _checked(found[1], found[2], found[3])):
        return day
    return _epoch_day(text) or pagedates.day_from(text)


def _checked(year: str | int, month: str | int, day: str | int) -> str | None:
    """Write a day down if it can be one."""
    return pagedates.day_from(f"{int(year):04}-{int(month):02}-{int(day):02}")


def _ordered(first: int, second: int, year: str) -> str | None:
    """Tell day from month where only one of them can be a month."""
    if first > 12 or first == second:
        return _checked(year, second, first)
    return _checked(year, first, second) if second > 12 else None


def _epoch_day(text: str) -> str | None:
    """Read seconds or milliseconds since 1970."""
    found = _EPOCH.fullmatch(text)
    if not found or int(found[1]) >= _LATEST_EPOCH:
        return None
    return datetime.fromtimestamp(int(found[1]), UTC).date().isoformat()

# SPDX-License-Identifier: Apache-2.0
"""The day in a date as tables, mails and news items write it.

The day is kept as written, in its own time zone. A date whose order of day and month cannot be told (05/06/2022) is
not read: it would be wrong half the time.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

__all__ = ["day_from"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sep sept", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

# What may follow a day: a time, with or without a zone. What else stands there makes it no date.
_TIME = r"(?:[T ,]\s*\d{1,2}[:.]?\d{2}.{0,40})?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}", re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}(?:Z|[-+]\d{2}:?\d{2})?)?")
_YEAR_OR_MONTH = re.compile(r"(\d{4})(?:-(\d{2}))?")
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}){_TIME}", re.DOTALL)
_DAY_MONTH = re.compile(
    rf"(?:[A-Za-z]{{3,9}},?\s+)?(\d{{1,2}})(?:st|nd|rd|th)?[ -]([A-Za-z]{{3,9}})\.?,?[ -](\d{{4}}){_TIME}", re.DOTALL
)
_MONTH_DAY = re.compile(
    rf"(?:[A-Za-z]{{3,9}},?\s+)?([A-Za-z]{{3,9}})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}){_TIME}", re.DOTALL
)
_EPOCH = re.compile(r"(\d{10})(\d{3})?(?:\.\d+)?")

# Seconds since 1970 of ten digits begin in 2001; what is later than 2100 is a number and no time.
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
        return _iso(found[1], found[3], found[4])
    if found := _COMPACT.fullmatch(text):
        day = _iso(found[1], found[2], found[3])
        return day or _epoch_day(text)
    if found := _YEAR_OR_MONTH.fullmatch(text):
        return text if found[1] > "0000" and (found[2] is None or "01" <= found[2] <= "12") else None
    if found := _YEAR_LAST.fullmatch(text):
        return _ordered(int(found[1]), int(found[3]), found[4])
    if found := _DAY_MONTH.fullmatch(text):
        return _iso(found[3], _MONTHS.get(found[2].lower(), 0), found[1])
    if found := _MONTH_DAY.fullmatch(text):
        return _iso(found[3], _MONTHS.get(found[1].lower(), 0), found[2])
    return _epoch_day(text) or _mail_day(text)


def _iso(year: str | int, month: str | int, day: str | int) -> str | None:
    """Write a day down if there is such a day."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _ordered(first: int, second: int, year: str) -> str | None:
    """Tell day from month where only one of them can be a month."""
    if first > 12 or first == second:
        return _iso(year, second, first)
    return _iso(year, first, second) if second > 12 else None


def _epoch_day(text: str) -> str | None:
    """Read seconds or milliseconds since 1970."""
    found = _EPOCH.fullmatch(text)
    if not found or int(found[1]) >= _LATEST_EPOCH:
        return None
    return datetime.fromtimestamp(int(found[1]), UTC).date().isoformat()


def _mail_day(text: str) -> str | None:
    """Read a date as the headers of mails have it, in the older forms too."""
    try:
        return parsedate_to_datetime(text[:100]).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None

# SPDX-License-Identifier: Apache-2.0
"""A day as pages and feeds write it, to ISO 8601; nothing is guessed, and no clock is asked."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

__all__ = ["day_from"]

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH_OF = {name[:length]: number for number, name in enumerate(_MONTHS, 1) for length in (3, 4, len(name))}

_YEAR_OR_MONTH = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.]?)([0-9]{2})\2([0-9]{2})(?![0-9])")
_IN_WORDS = re.compile(
    r"(?:[a-z]{3,9},?\s+)?(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\s+(?P<month>[a-z]{3,9})\.?|(?P<month2>[a-z]{3,9})\.?\s+(?P<day2>[0-9]{1,2})(?:st|nd|rd|th)?)"
    r",?\s+(?P<year>[0-9]{4})\b",
    re.IGNORECASE,
)
# Newspapers whose pages carry the day of the issue go back to the eighteenth century.
_EARLIEST = 1700
# What programs write where they have no date.
_PLACEHOLDERS = frozenset({"1970-01-01", "1900-01-01", "1899-12-30", "1980-01-01"})
_LONGEST = 80


def day_from(written: str | None) -> str | None:
    """Read the day in a date of a page's or a feed's metadata.

    Args:
        written: ISO 8601 with or without a time, the same with slashes, the form of mail headers, or a day in English words.
            "03/04/2024" is two days, depending on the country, and so none.

    Returns:
        YYYY-MM-DD, or YYYY or YYYY-MM where it says no more: the day as written, in its own time zone. None where it is no
        date.
    """
    given = (written or "").strip()[:_LONGEST]
    if _YEAR_OR_MONTH.fullmatch(given):
        return given if int(given[:4]) >= _EARLIEST else None
    found = _year_first(given) or _in_words(given) or _as_in_mail(given)
    if found is None or found.year < _EARLIEST or found.isoformat() in _PLACEHOLDERS:
        return None
    return found.isoformat()


def _year_first(given: str) -> date | None:
    match = _YEAR_FIRST.match(given)
    return _date_of(match[1], match[3], match[4]) if match else None


def _in_words(given: str) -> date | None:
    match = _IN_WORDS.match(given)
    if not match:
        return None
    month = _MONTH_OF.get((match["month"] or match["month2"]).lower())
    return _date_of(match["year"], str(month), match["day"] or match["day2"]) if month else None


def _as_in_mail(given: str) -> date | None:
    try:
        return parsedate_to_datetime(given).date()
    except (ValueError, TypeError, OverflowError):
        return None


def _date_of(year: str, month: str, day: str) -> date | None:
    try:
        return datetime(int(year), int(month), int(day)).date()
    except ValueError:
        return None

# SPDX-License-Identifier: Apache-2.0
"""Calendar knowledge: names of months and days, number words, how TIMEX3 writes values, and what they span.

Everything here is arithmetic on what it is given. Nothing asks for the day of running.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

__all__ = [
    "MODIFIERS",
    "MONTHS",
    "SEASONS",
    "TIMES_OF_DAY",
    "UNITS",
    "WEEKDAYS",
    "date_value",
    "day_from_value",
    "interval_of",
    "is_timex_value",
    "month_number",
    "month_shifted",
    "number_of",
    "ordinal_of",
    "period_value",
    "shifted_value",
    "unit_of_word",
    "week_value",
]

_MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTHS: dict[str, int] = {
    **{name: i + 1 for i, name in enumerate(_MONTH_NAMES)},
    **{name[:3]: i + 1 for i, name in enumerate(_MONTH_NAMES)},
    "sept": 9,
}
_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS: dict[str, int] = {
    **{name: i for i, name in enumerate(_DAY_NAMES)},
    **{name[:3]: i for i, name in enumerate(_DAY_NAMES)},
    "tues": 1, "thur": 3, "thurs": 3, "wednes": 2,
}  # fmt: skip
"""Monday is 0, as in `datetime`."""

SEASONS: dict[str, str] = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

UNITS: dict[str, tuple[int, str]] = {
    "second": (1, "S"), "minute": (1, "M"), "hour": (1, "H"),
    "day": (1, "D"), "night": (1, "D"), "weekend": (1, "WE"), "week": (1, "W"), "fortnight": (2, "W"),
    "month": (1, "M"), "quarter": (1, "Q"), "season": (1, "Y"), "year": (1, "Y"), "decade": (10, "Y"),
    "century": (100, "Y"), "centurie": (100, "Y"), "generation": (0, "Y"),
}  # fmt: skip
"""Each unit's singular, with how many of which TIMEX3 letter it is."""

_ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip


MODIFIERS: dict[str, str] = {
    "more than": "MORE_THAN", "less than": "LESS_THAN", "fewer than": "LESS_THAN", "no more than": "EQUAL_OR_LESS",
    "at most": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS", "at least": "EQUAL_OR_MORE", "nearly": "EQUAL_OR_LESS",
    "almost": "EQUAL_OR_LESS", "or so": "APPROX", "about": "APPROX", "around": "APPROX", "approximately": "APPROX",
    "roughly": "APPROX", "some": "APPROX",
}  # fmt: skip

TIMES_OF_DAY: dict[str, str] = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "12:00", "midnight": "24:00",
}  # fmt: skip


def unit_of_word(word: str) -> tuple[int, str]:
    """Return how many of which TIMEX3 letter a unit's word is, singular or plural."""
    return UNITS.get(word) or UNITS.get(word.removesuffix("s")) or (1, "D")


def month_number(word: str) -> int:
    """Return the number of a month by its name or abbreviation, in lower case."""
    return MONTHS[word.rstrip(".")]


def number_of(words: str) -> float | None:
    """Return the number that digits or English words below a thousand say; None if they say none.

    "24", "2.5", "1,200", "twenty-four", "two and a half", "2 1/2", "a hundred", "a dozen", "a couple of".
    """
    text = words.lower().strip().replace(",", "")
    half = re.fullmatch(r"(.+?)[\s-]+(?:and[\s-]+a[\s-]+half|1/2)", text)
    if half:
        whole = number_of(half[1])
        return None if whole is None else whole + 0.5
    if re.fullmatch(r"\d+(?:\.\d+)?", text):
        return float(text)
    total, found = 0, False
    for word in re.split(r"[\s-]+", text):
        if word in _ONES or word in _TENS:
            total += _ONES.get(word, _TENS.get(word, 0))
        elif word in {"a", "an"}:
            total += 1
        elif word == "hundred":
            total = max(total, 1) * 100
        elif word == "dozen":
            total = max(total, 1) * 12
        elif word == "couple":
            total = 2
        elif word == "half":
            return 0.5
        elif word in {"and", "of"} and found:
            continue
        else:
            return None
        found = True
    return float(total) if found else None


def ordinal_of(word: str) -> int | None:
    """Return the number of an ordinal: "third", "3rd", "twenty-first"; None for anything else."""
    text = word.lower()
    if match := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", text):
        return int(match[1])
    tens, _, ones = text.replace(" ", "-").partition("-")
    if ones and tens in _TENS and ones in _ORDINALS:
        return _TENS[tens] + _ORDINALS[ones]
    return _ORDINALS.get(text)


def month_shifted(year: int, month: int, by: int) -> tuple[int, int]:
    """Return the year and month so many months on."""
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def week_value(day: date) -> str:
    """Return the ISO week of a day as TIMEX3 writes it: "2022-W19"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def date_value(year: str | int, month: int, day: int) -> str | None:
    """Write a day; None where the calendar has no such day."""
    if isinstance(year, int) or year.isdigit():
        try:
            return date(int(year), month, day).isoformat()
        except ValueError:
            return None
    return f"{year}-{month:02d}-{day:02d}"


def shifted_value(base: date, steps: int, letter: str) -> str:
    """Return the value of the unit that lies so many of them from the one that holds a day.

    Raises:
        ValueError: If that is in no year of four digits.
        OverflowError: The same, for days and weeks very far away.
    """
    if letter == "D":
        return (base + timedelta(steps)).isoformat()
    if letter in {"W", "WE"}:
        week = week_value(base + timedelta(7 * steps))
        return week if letter == "W" else f"{week}-WE"
    if letter == "M":
        year, month = month_shifted(base.year, base.month, steps)
        return f"{_four_digits(year)}-{month:02d}"
    if letter == "Q":
        index = base.year * 4 + (base.month - 1) // 3 + steps
        return f"{_four_digits(index // 4)}-Q{index % 4 + 1}"
    return _four_digits(base.year + steps)


def _four_digits(year: int) -> str:
    if not 1 <= year <= 9999:
        raise ValueError(f"the year {year} has no TIMEX3 value; expected one from 1 to 9999")
    return f"{year:04d}"


_HALVES = {"Y": "6M", "TH": "30M", "TM": "30S"}


def period_value(number: float | None, word: str) -> str:
    """Write a TIMEX3 duration; X for a number that is not told."""
    times, letter = unit_of_word(word)
    clock = "T" if word.rstrip("s") in {"second", "minute", "hour"} else ""
    if number is None or not times:
        return f"P{clock}X{ {10: 'DE', 100: 'CE'}.get(times, letter) }".replace(" ", "")
    half = _HALVES.get(f"{clock}{letter}") if number % 1 == 0.5 and times == 1 else None
    if half:
        whole = f"{int(number)}{letter}" if number > 1 else ""
        return f"P{clock}{whole}{half}"
    return f"P{clock}{number * times:g}{letter}"


_PERIOD = re.compile(
    r"P(?!$)(?:(?:\d+(?:\.\d+)?|X{1,2})(?:Y|M|W|D|Q|WE|DE|CE|X))*(?:T(?:(?:\d+(?:\.\d+)?|X{1,2})[HMS])+)?"
)
_TIME_OF_DAY = r"T(?:MO|MI|AF|EV|NI|DT|[0-2X][0-9X](?::[0-5X][0-9X])?(?:Z|[+-]\d\d:?\d\d)?)"
_CALENDAR = re.compile(
    rf"(?:[0-9X]{{4}}(?:-(?:[01X][0-9X](?:-[0-3X][0-9X])?|W[0-5X][0-9X](?:-(?:[1-7]|WE))?|Q[1-4X]|H[12X]|SP|SU|FA|WI))?"
    rf"|[0-9]{{2,3}})(?:{_TIME_OF_DAY})?|{_TIME_OF_DAY}|[0-9]{{4}}/[0-9]{{4}}"
)
_REFERENCES = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}


def is_timex_value(value: str) -> bool:
    """Tell whether a value is one that TIMEX3 (TimeML 1.2.1) allows, or two years of ISO 8601: "1998/1999"."""
    return value in _REFERENCES or bool(_PERIOD.fullmatch(value) or _CALENDAR.fullmatch(value))


def day_from_value(value: str) -> date | None:
    """Return the day that a value names or begins with its date; None where it is not that fine."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)(?!\d)", value)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


_QUARTER = re.compile(r"(\d{4})-(Q|H)(\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(\d|WE))?")


def interval_of(value: str) -> tuple[str, str] | None:
    """Return the first and last day that a value spans, both included, or its minute for a clock time.

    None for values that are open, for references, durations and sets, and for seasons, whose bounds differ by place.
    """
    if match := re.fullmatch(r"(\d{4}-\d\d-\d\d)T(\d\d)(?::(\d\d))?(Z|[+-]\d\d:?\d\d)?", value):
        if match[2] == "24":
            return (match[1], match[1])
        zone = match[4] or ""
        return (f"{match[1]}T{match[2]}:{match[3] or '00'}{zone}", f"{match[1]}T{match[2]}:{match[3] or '59'}{zone}")
    if (day := day_from_value(value)) is not None:
        return (day.isoformat(), day.isoformat())
    days = _days_of(value)
    return None if days is None else (days[0].isoformat(), days[1].isoformat())


def _days_of(value: str) -> tuple[date, date] | None:
    try:
        if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
            year, month = int(match[1]), int(match[2])
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        if match := _WEEK.fullmatch(value):
            first = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            if match[3] == "WE":
                return first + timedelta(5), first + timedelta(6)
            if match[3]:
                return (first + timedelta(int(match[3]) - 1),) * 2
            return first, first + timedelta(6)
        if match := _QUARTER.fullmatch(value):
            size = 3 if match[2] == "Q" else 6
            last = int(match[3]) * size
            return date(int(match[1]), last - size + 1, 1), date(
                int(match[1]), last, monthrange(int(match[1]), last)[1]
            )
        if re.fullmatch(r"\d{2,4}", value):
            low, high = value.ljust(4, "0"), value.ljust(4, "9")
            return date(int(low), 1, 1), date(int(high), 12, 31)
        if match := re.fullmatch(r"(\d{4})/(\d{4})", value):
            return date(int(match[1]), 1, 1), date(int(match[2]), 12, 31)
    except ValueError:
        return None
    return None

# SPDX-License-Identifier: Apache-2.0
"""Values of lapses of time: three weeks ago, two days earlier, a year ago this week.

"Ago" counts from the day of the origin, "earlier" and "later" from what the text told last.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from readout.reading.times.almanac import (
    MODIFIERS,
    day_from_value,
    month_shifted,
    number_of,
    shifted_value,
    unit_of_word,
)
from readout.reading.times.anchors import NOTHING_NAMED, OPEN_UNITS, TOO_WIDE, Anchors, Clue, Parts, Rule, Value
from readout.reading.times.durations import duration_value
from readout.reading.times.periods import year_ago_value

__all__ = ["RULES"]

_YEAR = 4  # characters
_LINES = 2  # from one paragraph to the next, where an empty line parts them


_FROM_ORIGIN = frozenset({"ago", "from now", "hence", "time"})  # "in six months' time"


_SHORT_UNITS = {"hr": "hour", "min": "minute"}


def _ago(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    number = number_of(parts["n"]) if "n" in parts else None
    if (unit := parts.get("unit", "").rstrip("s")) in _SHORT_UNITS:  # "updated 5 hrs ago"
        parts = {**parts, "unit": _SHORT_UNITS[unit]}
    back = parts["side"] in {"ago", "earlier", "before", "previously"}
    clock = parts.get("unit", "").rstrip("s") in {"second", "minute", "hour"}
    if parts["side"] not in _FROM_ORIGIN and (number is None or clock):
        return replace(
            duration_value(anchors, parts, clue), type="DURATION"
        )  # "a few days later", "an hour later": from what, the words do not tell
    if number is None:
        return Value("PAST_REF" if back else "FUTURE_REF")
    mod = MODIFIERS.get(parts.get("mod", ""), "APPROX" if parts.get("so") == "or so" else None)
    if parts.get("so") == "and a half":
        number += 0.5
    times, letter = unit_of_word(parts["unit"])
    month_named = anchors.last_line == clue.line and re.fullmatch(r"\d{4}-\d\d", anchors.last or "") is not None
    if (
        letter == "Y" and number == 1 and back and anchors.quarter and not month_named
    ):  # results: the same quarter of the year before
        return replace(year_ago_value(anchors, parts, clue), mod=mod)
    unit = "D" if clock else letter
    open_value = OPEN_UNITS.get(unit, "XXXX")
    base = anchors.day
    counted: Callable[[str], Value] = anchors.counted
    if parts["side"] not in _FROM_ORIGIN:
        if anchors.last and anchors.last_line == clue.line:
            day = anchors.last_day
            if unit == "D" and len(anchors.last) == _YEAR and day is not None and day.line == clue.line:
                # "On Monday, the first time since 1988. … three days earlier"
                base, counted = day.day, anchors.from_day
            elif _is_wider(anchors.last, unit):  # "last month … Two days earlier"
                return replace(anchors.left_open(open_value, TOO_WIDE), mod=mod)
            else:
                base, counted = _base_of(anchors.last) or base, anchors.from_text
        elif (told := _told_before(anchors, unit, clue.line, back=back)) is not None and not (
            unit == "Y" and back and number == 1
        ):
            base, counted = told
        elif not back:
            return replace(anchors.left_open(open_value, NOTHING_NAMED), mod=mod)
    if base is None:
        return replace(anchors.left_open(open_value), mod=mod)
    steps = round(-number * times if back else number * times)
    return replace(counted(shifted_value(base, 0, "D") if clock else shifted_value(base, steps, letter)), mod=mod)


def _told_before(anchors: Anchors, unit: str, line: int, *, back: bool) -> tuple[date, Callable[[str], Value]] | None:
    """Return the day that the paragraph before has told of, for "two days earlier" and the like; None if it told of none.

    Days are counted from a day, longer times also from a month or a year. What is still to come has nothing earlier that
    would be told in this way.
    """
    day, base = anchors.last_day, None
    counted: Callable[[str], Value] = anchors.from_day
    if unit in {"M", "Y"} and anchors.last and line - anchors.last_line <= _LINES and not _is_wider(anchors.last, unit):
        base, counted = _base_of(anchors.last), anchors.from_text
    elif day is not None and line - day.line <= _LINES:
        base = day.day
    to_come = back and base is not None and anchors.day is not None and base > anchors.day
    return None if base is None or to_come else (base, counted)


def _ago_this(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    """Return the week, month or day that lies so long before this one: "a year ago this week"."""
    letter = {"week": "W", "month": "M"}.get(parts.get("of", ""), "D")
    number = number_of(parts["n"])
    if anchors.day is None:
        return anchors.left_open(OPEN_UNITS[letter])
    unit = unit_of_word(parts["unit"])[1]
    steps = round(number or 0)
    if unit == "W":
        base = anchors.day - timedelta(7 * steps)
    else:
        year, month = month_shifted(anchors.day.year, anchors.day.month, -steps * (12 if unit == "Y" else 1))
        base = date(year, month, min(anchors.day.day, monthrange(year, month)[1]))
    return anchors.counted(shifted_value(base, 0, letter))


_UNITS_OF_SUM = (("years", "Y"), ("months", "M"), ("weeks", "W"), ("days", "D"))
_CLOCK_OF_SUM = (("hours", "H"), ("minutes", "M"), ("seconds", "S"))


def _duration_sum(anchors: Anchors, parts: Parts, _: Clue) -> Value:
    """Return the value of "two years, one month and ten days", and the day or month that lies so long ago."""
    mod = MODIFIERS.get(parts.get("mod", ""))
    if "side" in parts:
        return replace(_sum_ago(anchors, parts), mod=mod, type="DATE")
    calendar, clock = (
        "".join(f"{number_of(parts[unit]):g}{letter}" for unit, letter in units if unit in parts)
        for units in (_UNITS_OF_SUM, _CLOCK_OF_SUM)
    )
    return Value(f"P{calendar}{'T' if clock else ''}{clock}", mod=mod)


def _sum_ago(anchors: Anchors, parts: Parts) -> Value:
    fine = "D" if {"weeks", "days", "hours"} & parts.keys() else "M"
    if anchors.day is None:
        return anchors.left_open(OPEN_UNITS[fine])
    years, months, weeks, days = (
        round(number_of(parts[unit]) or 0) if unit in parts else 0 for unit, _ in _UNITS_OF_SUM
    )
    year, month = month_shifted(anchors.day.year, anchors.day.month, -12 * years - months)
    base = date(year, month, min(anchors.day.day, monthrange(year, month)[1]))
    return anchors.counted(shifted_value(base - timedelta(7 * weeks + days), 0, fine))


def _is_wider(value: str, unit: str) -> bool:
    """Tell whether a value is of a longer time than the unit counted from it: which day of it is meant is not known."""
    sizes = {"D": 0, "W": 1, "M": 2, "Y": 3}
    forms = {r"\d{4}-W\d\d$": 1, r"\d{4}-(\d\d|Q\d|H\d|SP|SU|FA|WI)$": 2, r"\d{3,4}$": 3}
    size = next((size for form, size in forms.items() if re.match(form, value)), 0)
    return size > sizes.get(unit, 3)


def _base_of(value: str) -> date | None:
    """Return a day inside a value to count years, months or weeks from."""
    if day := day_from_value(value):
        return day
    if match := re.match(r"(\d{4})-W(\d\d)$", value):
        return date.fromisocalendar(int(match[1]), int(match[2]), 1)
    if match := re.match(r"(\d{4})-(\d\d)$", value):
        return date(int(match[1]), int(match[2]), 1)
    if match := re.match(r"(\d{4})-Q(\d)", value):
        return date(int(match[1]), int(match[2]) * 3 - 2, 1)
    return date(int(value[:4]), 7, 1) if re.match(r"\d{4}", value) and int(value[:4]) else None


RULES: dict[str, Rule] = {
    "ago": _ago,
    "ago_this": _ago_this,
    "duration_sum": _duration_sum,
}

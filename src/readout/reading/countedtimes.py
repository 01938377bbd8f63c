# SPDX-License-Identifier: Apache-2.0
"""Values of times counted from a day that the report knows: yesterday, Friday, last month, three weeks ago."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from readout.reading.almanac import (
    MODIFIERS,
    TIMES_OF_DAY,
    WEEKDAYS,
    day_from_value,
    month_shifted,
    number_of,
    shifted_value,
    unit_of_word,
)
from readout.reading.anchors import Anchors, Clue, Parts, Rule, Value
from readout.reading.calendardates import month_value, month_year_value
from readout.reading.durations import duration_value
from readout.reading.periods import year_ago_value

__all__ = ["RULES", "day_value", "weekday_value"]


def day_value(anchors: Anchors, parts: Parts, _: Clue) -> Value:
    """Return the value of "yesterday"."""
    if anchors.day is None:
        return anchors.left_open("XXXX-XX-XX")
    step = {"yesterday": -1, "today": 0, "tomorrow": 1}[parts["which"]]
    return anchors.counted((anchors.day + timedelta(step)).isoformat())


def _time_of_day(part: str) -> str:
    return TIMES_OF_DAY[re.sub(r"^(?:early|late|mid)[- ]*", "", part)]


def _day_part(anchors: Anchors, parts: Parts, _: Clue) -> Value:
    part = _time_of_day(parts["part"])
    if anchors.day is None:
        return anchors.left_open(f"XXXX-XX-XXT{part}")
    step = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(parts["which"], 0)
    return anchors.counted(f"{(anchors.day + timedelta(step)).isoformat()}T{part}")


def _tonight(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    return _day_part(anchors, {"which": "this", "part": "night"}, clue)


def weekday_value(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    """Return the value of "Friday", "next Friday"."""
    which = parts.get("which", "")
    if which == "the following" and anchors.last and (day := day_from_value(anchors.last)):
        step = (WEEKDAYS[parts["weekday"].rstrip(".")] - day.weekday()) % 7 or 7
        return anchors.from_text((day + timedelta(step)).isoformat())
    return anchors.weekday(WEEKDAYS[parts["weekday"].rstrip(".")], clue, which)


def _weekday_part(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    found = weekday_value(anchors, parts, clue)
    return replace(found, value=f"{found.value}T{_time_of_day(parts['part'])}")


def _weekday_ago(anchors: Anchors, parts: Parts, _: Clue) -> Value:
    weekday = WEEKDAYS[parts["weekday"].rstrip(".")]
    if anchors.day is None:
        return anchors.left_open(f"XXXX-WXX-{weekday + 1}")
    monday = anchors.day - timedelta(anchors.day.weekday()) + timedelta(-7 if parts["which"] == "last" else 7)
    return anchors.counted((monday + timedelta(weekday)).isoformat())


def _day_part_alone(anchors: Anchors, parts: Parts, _: Clue) -> Value:
    part = _time_of_day(parts["part"])
    day = day_from_value(anchors.last) if anchors.last else None
    if day is None:
        return anchors.left_open(f"XXXX-XX-XXT{part}", "the report names no day before it to count from")
    return anchors.from_text(f"{day.isoformat()}T{part}")


_TOO_WIDE = "what it is counted from is told to the week, month or year only"
_OPEN_UNITS = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}


def _unit_of(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    which, unit = parts["which"], parts["unit"]
    times, letter = unit_of_word(unit)
    backwards = which.startswith(("last", "this past", "the previous"))
    steps = -1 if backwards else 1 if which in {"next", "the following", "the next", "the coming", "this coming"} else 0
    if which.startswith(("that", "the same", "the following", "the next", "the previous")):
        return _from_last(anchors, steps, letter, times)
    if anchors.day is None:
        return anchors.left_open(_OPEN_UNITS.get(letter, "XXXX"))
    if letter == "Y":
        return anchors.counted(_year_or_more(anchors.day.year, steps, times))
    if letter == "WE":
        return anchors.counted(shifted_value(anchors.day, _weekend_steps(anchors.day, which, clue), "WE"))
    return anchors.counted(shifted_value(anchors.day, steps * times, letter))


def _year_or_more(year: int, steps: int, times: int) -> str:
    """Return the year, decade (three digits) or century (two) so many steps from the one that holds a year."""
    number = year // times + steps
    if number < 0:
        raise ValueError(f"there is no year before 0, and {number * times} would be one")
    return str(number).zfill({10: 3, 100: 2}.get(times, 4))


def _weekend_steps(day: date, which: str, clue: Clue) -> int:
    if which.startswith("next"):
        return 1
    past = which.startswith(("last", "this past")) or (which != "this" and clue.tense != "future")
    return -1 if past and day.weekday() < 5 else 0


def _from_last(anchors: Anchors, steps: int, letter: str, times: int) -> Value:
    """Count from the time that the report named last."""
    last = anchors.last
    if last is None:
        reason = "the report names no time before it to count from"
        return anchors.left_open(_OPEN_UNITS.get(letter, "XXXX"), reason)
    if letter == "Y":
        return anchors.from_text(_year_or_more(int(last[:4]), steps, times))
    steps *= times
    day = day_from_value(last)
    if day is None and letter in {"M", "Q"} and re.fullmatch(r"\d{4}-\d\d", last):
        day = date.fromisoformat(f"{last}-01")
    if day is None and letter == "D" and not steps and re.fullmatch(r"\d{4}-\d\d", last):
        return anchors.from_text(f"{last}-XX")
    if day is None:
        return anchors.left_open(
            _OPEN_UNITS.get(letter, "XXXX"), f"the time named before it, {last}, is not fine enough"
        )
    return anchors.from_text(shifted_value(day, steps, letter))


def _the_weekend(anchors: Anchors, _: Parts, clue: Clue) -> Value:
    return _unit_of(anchors, {"which": "the", "unit": "weekend"}, clue)


def _the_unit(anchors: Anchors, parts: Parts, _: Clue) -> Value:
    if "whole" in parts:  # "the year ended March 31"
        return Value("P1Y", type="DURATION")
    return anchors.counted(f"{anchors.day.year:04d}") if anchors.day else anchors.left_open("XXXX")


def _day_before_that(anchors: Anchors, parts: Parts, _: Clue) -> Value:
    times, letter = unit_of_word(parts["unit"])
    return _from_last(anchors, -1 if parts["side"] == "before" else 1, letter, times)


def _part_of(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    if "month" in parts:
        return (
            month_year_value(anchors, parts, clue)
            if "year" in parts
            else month_value(anchors, {"month": parts["month"]}, clue)
        )
    if "year_only" in parts:
        return Value(parts["year_only"])
    which = "this" if parts["which"] == "the" else parts["which"]
    return _unit_of(anchors, {"which": which, "unit": parts["unit"]}, clue)


def _end_of(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    found = _unit_of(anchors, {"which": "this", "unit": parts["unit"]}, clue)
    return replace(found, mod="END")


def _ago(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    number = number_of(parts["n"]) if "n" in parts else None
    back = parts["side"] in {"ago", "earlier", "before", "previously"}
    clock = parts.get("unit", "").rstrip("s") in {"second", "minute", "hour"}
    if parts["side"] not in {"ago", "from now", "hence"} and (number is None or clock):
        return replace(
            duration_value(anchors, parts, clue), type="DURATION"
        )  # "a few days later", "an hour later": from what, the words do not tell
    if number is None:
        return Value("PAST_REF" if back else "FUTURE_REF")
    mod = MODIFIERS.get(parts.get("mod", ""), "APPROX" if parts.get("so") == "or so" else None)
    if parts.get("so") == "and a half":
        number += 0.5
    times, letter = unit_of_word(parts["unit"])
    if letter == "Y" and number == 1 and back and anchors.quarter:  # results: the same quarter of the year before
        return replace(year_ago_value(anchors, parts, clue), mod=mod)
    from_text = parts["side"] not in {"ago", "from now", "hence"}
    base = anchors.day
    from_text = from_text and anchors.last is not None and anchors.last_line == clue.line
    if from_text and anchors.last:
        if _is_wider(anchors.last, "D" if clock else letter):  # "last month … Two days earlier"
            return replace(anchors.left_open(_OPEN_UNITS.get("D" if clock else letter, "XXXX"), _TOO_WIDE), mod=mod)
        base = _base_of(anchors.last) or base
    if base is None:
        return replace(anchors.left_open(_OPEN_UNITS.get("D" if clock else letter, "XXXX")), mod=mod)
    steps = round(-number * times if back else number * times)
    value = shifted_value(base, 0, "D") if clock else shifted_value(base, steps, letter)
    counted = anchors.from_text(value) if from_text and anchors.last else anchors.counted(value)
    return replace(counted, mod=mod)


def _ago_this(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    """Return the week, month or day that lies so long before this one: "a year ago this week"."""
    letter = {"week": "W", "month": "M"}.get(parts.get("of", ""), "D")
    number = number_of(parts["n"])
    if anchors.day is None:
        return anchors.left_open(_OPEN_UNITS[letter])
    unit = unit_of_word(parts["unit"])[1]
    steps = round(number or 0)
    if unit == "W":
        base = anchors.day - timedelta(7 * steps)
    else:
        year, month = month_shifted(anchors.day.year, anchors.day.month, -steps * (12 if unit == "Y" else 1))
        base = date(year, month, min(anchors.day.day, monthrange(year, month)[1]))
    return anchors.counted(shifted_value(base, 0, letter))


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


def _day_before(anchors: Anchors, parts: Parts, _: Clue) -> Value:
    if anchors.day is None:
        return anchors.left_open("XXXX-XX-XX")
    step = (-1 if parts["which"] == "yesterday" else 1) + (-1 if parts["side"] == "before" else 1)
    return anchors.counted((anchors.day + timedelta(step)).isoformat())


RULES: dict[str, Rule] = {
    "part_of": _part_of,
    "end_of": _end_of,
    "day": day_value,
    "day_part": _day_part,
    "tonight": _tonight,
    "weekday": weekday_value,
    "weekday_part": _weekday_part,
    "weekday_ago": _weekday_ago,
    "day_part_alone": _day_part_alone,
    "unit_of": _unit_of,
    "the_weekend": _the_weekend,
    "the_unit": _the_unit,
    "day_before_that": _day_before_that,
    "ago": _ago,
    "ago_this": _ago_this,
    "day_before": _day_before,
}

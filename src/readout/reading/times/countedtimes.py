# SPDX-License-Identifier: Apache-2.0
"""Values of times counted from a day that the report knows: yesterday, Friday, last month."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from readout.reading.times.almanac import (
    TIMES_OF_DAY,
    WEEKDAYS,
    day_from_value,
    number_of,
    shifted_value,
    unit_of_word,
)
from readout.reading.times.anchors import NOTHING_NAMED, OPEN_UNITS, Anchor, Anchors, Clue, Parts, Rule, Value
from readout.reading.times.calendardates import month_value, month_year_value

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


def _overnight(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    """Return the night that ends with a day: "overnight into Friday"."""
    found = weekday_value(anchors, {"weekday": parts["weekday"]}, clue)
    day = day_from_value(found.value or "")
    return replace(found, value=f"{(day - timedelta(1)).isoformat() if day else 'XXXX-XX-XX'}TNI")


def weekday_value(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    """Return the value of "Friday", "next Friday"."""
    which = parts.get("which", "")
    if which == "the previous" and anchors.last and (day := day_from_value(anchors.last)):
        back = (day.weekday() - WEEKDAYS[parts["weekday"].rstrip(".")]) % 7 or 7
        return anchors.from_text((day - timedelta(back)).isoformat())
    if which == "the following" and anchors.last and (day := day_from_value(anchors.last)):
        step = (WEEKDAYS[parts["weekday"].rstrip(".")] - day.weekday()) % 7 or 7
        return anchors.from_text((day + timedelta(step)).isoformat())
    return anchors.weekday(WEEKDAYS[parts["weekday"].rstrip(".")], clue, which)


def _weekday_part(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    found = weekday_value(anchors, parts, clue)
    return replace(found, value=f"{found.value}T{_time_of_day(parts['part'])}")


def _weekday_week(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    """Return the value of "Friday week", "a week on Friday", "two weeks from Monday": so many weeks after the next one."""
    weekday = WEEKDAYS[(parts.get("weekday") or parts["weekday2"]).rstrip(".")]
    if anchors.day is None:
        return anchors.left_open(f"XXXX-WXX-{weekday + 1}")
    if "which" in parts:  # "last Saturday week"
        return anchors.counted((anchors.day - timedelta(((anchors.day.weekday() - weekday) % 7 or 7) + 7)).isoformat())
    if clue.tense == "past" and parts.get("from") == "on":
        return anchors.weekday(weekday, clue, "")  # "closed a week on Friday": no week to come
    weeks = round(number_of(parts.get("n", "one")) or 1)
    ahead = (weekday - anchors.day.weekday()) % 7
    return anchors.counted((anchors.day + timedelta(ahead + 7 * weeks)).isoformat())


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
    step = {"the next": 1, "the following": 1, "the previous": -1}.get(parts.get("which", ""), 0)
    return anchors.from_text(f"{(day + timedelta(step)).isoformat()}T{part}")


def _unit_of(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    which, unit = parts["which"], parts["unit"]
    times, letter = unit_of_word(unit)
    backwards = which.startswith(("last", "this past", "the previous"))
    steps = -1 if backwards else 1 if which in {"next", "the following", "the next", "the coming", "this coming"} else 0
    named = anchors.last_day
    if which.startswith("the same") and letter == "D" and named is not None and 0 <= clue.line - named.line <= _NEAR:
        return anchors.from_text(
            named.day.isoformat()
        )  # though a month stands between: "whose army took it in September 2023"
    if which.startswith(("the following", "the next", "the previous")) and unit == "year" and anchors.years:
        years, span = anchors.years  # "6 percent in 2022/23, down from 8 in the previous year"
        first = int(years[:4]) + steps
        return Value(f"{first:04d}/{first + 1:04d}", anchor=Anchor(years, "text", (span,)))
    if which.startswith(("that", "the same", "the following", "the next", "the previous")):
        return _from_last(anchors, steps, letter, times, clue.line)
    if anchors.day is None:
        return anchors.left_open(OPEN_UNITS.get(letter, "XXXX"))
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
    is_end = clue.before in _ENDS and clue.tense != "past"  # "could strengthen by the weekend"
    past = which.startswith(("last", "this past")) or (which != "this" and clue.tense != "future" and not is_end)
    return -1 if past and day.weekday() < 5 else 0


_ENDS = frozenset({"by", "until", "till", "before"})
_NEAR = 3  # lines from a day to "the same day"
_YEAR = 4  # characters


def _from_last(anchors: Anchors, steps: int, letter: str, times: int, line: int = -1) -> Value:
    """Count from the time that the report named last; days from the day just named, though a year stands between.

    "They met on 9 February 1990, by minutes released in 2017. [The next day] …": of the paragraph above, or the same.
    """
    last = anchors.last
    if last is None:
        return anchors.left_open(OPEN_UNITS.get(letter, "XXXX"), NOTHING_NAMED)
    if letter == "Y":
        return anchors.from_text(_year_or_more(int(last[:4]), steps, times))
    steps *= times
    day = day_from_value(last)
    named = anchors.last_day
    if (
        day is None
        and letter == "D"
        and steps
        and named is not None
        and len(last) == _YEAR
        and line - named.line in {0, 1}
    ):
        day = named.day
    if day is None and letter in {"M", "Q"} and re.fullmatch(r"\d{4}-\d\d", last):
        day = date.fromisoformat(f"{last}-01")
    if day is None and letter == "D" and not steps and re.fullmatch(r"\d{4}-\d\d", last):
        return anchors.from_text(f"{last}-XX")
    if day is None:
        return anchors.left_open(
            OPEN_UNITS.get(letter, "XXXX"), f"the time named before it, {last}, is not fine enough"
        )
    return anchors.from_text(shifted_value(day, steps, letter))


def _before_last(anchors: Anchors, parts: Parts, _: Clue) -> Value:
    times, letter = unit_of_word(parts["unit"])
    if anchors.day is None:
        return anchors.left_open(OPEN_UNITS.get(letter, "XXXX"))
    steps = 2 if parts["side"].startswith("after") else -2
    return anchors.counted(shifted_value(anchors.day, steps * times, letter))


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
    in_story = clue.line in {anchors.story_line, anchors.timeline} and anchors.last_line == clue.line
    if parts["which"] == "the" and parts["unit"] in {"month", "year"} and in_story:  # of a timeline
        times, letter = unit_of_word(parts["unit"])
        return _from_last(anchors, 0, letter, times)
    which = "this" if parts["which"] == "the" else parts["which"]
    return _unit_of(anchors, {"which": which, "unit": parts["unit"]}, clue)


def _end_of(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    which = "last" if clue.before == "since" else "this"
    return replace(_unit_of(anchors, {"which": which, "unit": parts["unit"]}, clue), mod="END")


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
    "overnight": _overnight,
    "weekday": weekday_value,
    "weekday_part": _weekday_part,
    "weekday_week": _weekday_week,
    "weekday_ago": _weekday_ago,
    "day_part_alone": _day_part_alone,
    "unit_of": _unit_of,
    "before_last": _before_last,
    "the_weekend": _the_weekend,
    "the_unit": _the_unit,
    "day_before_that": _day_before_that,
    "day_before": _day_before,
}

# SPDX-License-Identifier: Apache-2.0
"""Values of days told by their place in a month: the 21st, the first Monday in May, the week of May 9."""

from __future__ import annotations

import re
from calendar import monthcalendar
from dataclasses import replace

from readout.reading.times.almanac import WEEKDAYS, date_value, day_from_value, month_shifted, ordinal_of, week_value
from readout.reading.times.anchors import Anchors, Clue, Parts, Rule, Value
from readout.reading.times.calendardates import month_day_value, month_value, month_year_value

__all__ = ["RULES"]


def _nth_weekday(anchors: Anchors, parts: Parts, clue: Clue) -> Value | None:
    """Return the value of "the first Monday in May", "the last Friday of each month"."""
    if "month" not in parts:
        return Value("P1M", type="SET", quant="EACH") if parts["each"] != "the" else None
    month = month_year_value(anchors, parts, clue) if "year" in parts else month_value(anchors, parts, clue)
    first = re.fullmatch(r"(\d{4})-(\d\d)", month.value or "")
    if first is None:
        return month
    weeks = monthcalendar(int(first[1]), int(first[2]))
    days = [week[WEEKDAYS[parts["weekday"].rstrip(".")]] for week in weeks]
    days = [day for day in days if day]
    day = days[-1] if parts["nth"] == "last" else days[(ordinal_of(parts["nth"]) or 1) - 1]
    return replace(month, value=f"{month.value}-{day:02d}")


def _day_of_month(anchors: Anchors, parts: Parts, clue: Clue) -> Value | None:
    """Return the value of "the 20th of this month", "on the 24th": without a month the nearest on the side that the tense has."""
    number = ordinal_of(parts["nth"]) or 0
    if anchors.day is None:
        return anchors.left_open(f"XXXX-XX-{number:02d}")
    which = parts.get("which", "")
    if not which and (told := _in_month_of_story(anchors, number, clue)) is not None:
        return anchors.from_text(told) if re.fullmatch(r"\d{4}-\d\d", anchors.last or "") else anchors.from_day(told)
    step = {"last": -1, "next": 1}.get(which, 0)
    if not which and clue.tense in {"future", "ahead"}:
        step = int(number < anchors.day.day)
    elif not which:
        step = -int(number > anchors.day.day)
    year, month = month_shifted(anchors.day.year, anchors.day.month, step)
    found = date_value(year, month, number)
    return anchors.counted(found) if found else None


def _in_month_of_story(anchors: Anchors, number: int, clue: Clue) -> str | None:
    """Return the next day of a number behind the day, or in the month, that the paragraph has named last.

    "Died on Sept. 8, was buried on the 19th".
    """
    last, named = anchors.last_day, re.fullmatch(r"(\d{4})-(\d\d)", anchors.last or "")
    if anchors.day is None:
        return None
    if named is not None and anchors.last_line == clue.line:  # "in December 2011 … on the 17th"
        year, month = int(named[1]), int(named[2])
    elif (entry := anchors.entry_told) is not None:
        return date_value(*month_shifted(entry.day.year, entry.day.month, int(number < entry.day.day)), number)
    elif last is not None and last.line == clue.line:
        year, month = month_shifted(last.day.year, last.day.month, int(number < last.day.day))
    else:
        return None
    found = date_value(year, month, number)
    to_come = found is not None and found > anchors.day.isoformat()
    return None if to_come == (clue.tense == "past") else found


def _week_of(anchors: Anchors, parts: Parts, clue: Clue) -> Value | None:
    found = month_day_value(anchors, parts, clue)
    day = day_from_value(found.value) if found and found.value else None
    if found is None or day is None:
        return anchors.left_open("XXXX-WXX") if found else None
    return replace(found, value=week_value(day))


RULES: dict[str, Rule] = {
    "nth_weekday": _nth_weekday,
    "day_of_month": _day_of_month,
    "week_of": _week_of,
}

# SPDX-License-Identifier: Apache-2.0
"""What one time expression says for the one beside it: a day for two clock times, a weekday for a number of days.

"Between 4pm and 5.30pm last Friday" names the day once, "from 06:00 to 22:00 each day" no day at all, "in April and May 2017"
the year once, and in "three days later, on Sunday" the two expressions are one day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from readout.reading.times.almanac import month_number
from readout.reading.times.timex import Timex, half_of_day

__all__ = [
    "NAMED_DAY",
    "apposed_day",
    "follows_weekday",
    "is_apposed",
    "is_conversion",
    "is_day_range",
    "is_from_weekday",
    "is_month_range",
    "with_shared_days",
]

_DAY_PARTS = (
    "weekday",
    "weekday2",
    "weekday3",
    "week",
    "which",
    "month",
    "day",
    "day2",
    "month2",
    "year",
    "daily",
    "holiday",
)
_ON = re.compile(r"(?:\s+on)?\s+|,\s+(?:on\s+)?")
NAMED_DAY = frozenset({"holiday", "weekday", "weekday3", "which", "month", "month2", "daily"})
"""The parts of a clock time that tell its day."""
_TO = re.compile(r"(?:,?\s+(?:and|or|to|until|till|through)\s+|\s*[-–]\s*)(?:at\s+)?")
_FROM = re.compile(r",?\s+(?:between|from|at)\s+")
_AT = re.compile(r",?\s+at\s+(?:around\s+|about\s+)?")  # "until Friday at noon"
_DAYS_ALONE = frozenset({"weekday", "month_day"})
_AND = re.compile(r",?\s+(?:and|or)\s+|,\s+")
_ALL_TIMES = re.compile(r"\b[Aa]ll times (?:are )?(?:in )?(GMT|UTC|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|MSK)\b")
_THEN = re.compile(r",?\s+(?:\(|from\s+|between\s+)?")
_EACH = re.compile(r"\s+(?:on\s+)?")
_ASIDE = re.compile(r"(?:,\s+|\s+\()(?:on\s+)?")
_RELATIVE_DAYS = frozenset({"earlier", "later", "before", "after", "afterward", "afterwards", "previously", "ago"})
_SAME = 3  # days: so far apart two words for one day may be counted


def with_shared_days(text: str, timexes: Sequence[Timex]) -> list[Timex]:
    """Give clock times the day that is named with the next one, or mark them and weekdays as those of every day or week."""
    shared = _with_years(text, _with_zone(text, timexes))
    for at in range(len(shared) - 2, -1, -1):
        here, after = shared[at], shared[at + 1]
        if here.rule != "clock" or not NAMED_DAY.isdisjoint(here.parts):
            continue
        gap = text[here.end : after.start]
        if (
            after.rule == "clock"
            and "ampm" in after.parts
            and int(here.parts.get("hour24", 13)) <= _NOON
            and _TO.fullmatch(gap)
        ):
            here = shared[at] = _of_same_half(here, after)
        if after.rule == "clock" and not NAMED_DAY.isdisjoint(after.parts) and _TO.fullmatch(gap):
            shared[at] = replace(
                here, parts={**here.parts, **{k: after.parts[k] for k in _DAY_PARTS if k in after.parts}}
            )
        elif after.rule == "holiday" and "unit" not in after.parts and _ON.fullmatch(gap):
            shared[at] = replace(here, parts={**here.parts, "holiday": after.parts["name"], **_year_of(after)})
        elif after.type == "SET" and _is_of_days(after) and _EACH.fullmatch(gap):
            shared[at] = replace(here, parts={**here.parts, "daily": "yes"})
    for at in range(len(shared) - 3):
        if _are_hours_of_days(text, shared[at : at + 4]):
            shared[at + 2 : at + 4] = [replace(t, parts={**t.parts, "daily": "yes"}) for t in shared[at + 2 : at + 4]]
    for at in range(1, len(shared)):
        before, here = shared[at - 1], shared[at]
        gap = text[before.end : here.start]
        if before.rule == "every" and "weekday" in before.parts and here.rule == "weekday" and _AND.fullmatch(gap):
            parts = {"quant": before.parts["quant"], "weekday": here.parts["weekday"]}  # "every Tuesday and Friday"
            shared[at] = replace(here, rule="every", type="SET", parts=parts)
        if before.rule in _DAYS_ALONE and here.rule == "clock" and _AT.fullmatch(gap):
            shared[at] = here = replace(here, parts={**here.parts, "of_day_before": "yes"})
        told = (
            before.type == "SET" and _is_of_days(before) and _FROM.fullmatch(gap)
        )  # "daily between 7 a.m. and 9 p.m."
        told = told or ("daily" in before.parts and _TO.fullmatch(gap))
        if told and here.rule == "clock" and NAMED_DAY.isdisjoint(here.parts):
            shared[at] = replace(here, parts={**here.parts, "daily": "yes"})
    return shared


def _are_hours_of_days(text: str, four: Sequence[Timex]) -> bool:
    """Tell whether two clock times are those of each of several days: "Monday to Thursday, 7:30 a.m. to 5 p.m."."""
    gaps = [text[one.end : other.start] for one, other in pairwise(four)]
    days, hours = four[:2], four[2:]
    return (
        all(t.rule in {"weekday", "month_day"} for t in days)
        and all(t.rule == "clock" and NAMED_DAY.isdisjoint(t.parts) for t in hours)
        and all(_UNTIL.fullmatch(gap) for gap in (gaps[0], gaps[2]))
        and _THEN.fullmatch(gaps[1]) is not None
    )


def _year_of(timex: Timex) -> dict[str, str]:
    """Return what tells the year of a holiday."""
    return {key: timex.parts[key] for key in ("year", "which") if key in timex.parts}


def _with_years(text: str, timexes: Sequence[Timex]) -> list[Timex]:
    """Give months and days the year named with the last of them: "April and May 2017", "July, August and September 2018"."""
    shared = list(timexes)
    for at in range(len(shared) - 2, -1, -1):
        here, after, gap = shared[at], shared[at + 1], text[timexes[at].end : timexes[at + 1].start]
        if here.rule not in _YEARLESS or not _OWN_YEAR.isdisjoint(here.parts) or after.rule not in _DATED:
            continue
        listed = after is not timexes[at + 1] and gap.strip() == ","
        if not listed and not _TO.fullmatch(gap):
            continue
        if gap.strip() in {"until", "till"} and text.endswith("on ", 0, here.start):
            continue  # "extended on 20 July until 27 July 2024"
        year = {key: after.parts[key] for key in ("year", "of_year") if key in after.parts}
        months = [month_number(each.parts["month"]) for each in (here, after)]
        if "year" in year and months[0] > months[1]:  # "from November to February 2015"
            year["year"] = f"{int(year['year']) - 1:04d}" if _UNTIL.fullmatch(gap) else ""
        if all(year.values()) and year:
            rule = "month_year" if here.rule == "month" and "year" in year else here.rule
            shared[at] = replace(here, rule=rule, parts={**here.parts, **year})
    return shared


_YEARLESS, _DATED = frozenset({"month", "month_day"}), frozenset({"month", "month_day", "month_year"})
_OWN_YEAR = frozenset({"year", "of_year", "which", "which2", "weekday"})
_UNTIL = re.compile(r"\s+(?:to|until|till|through)\s+|\s*[-–]\s*(?:to-)?")
_NOON = 12


def _of_same_half(here: Timex, after: Timex) -> Timex:
    """Return the first hour of "6:30-11:30 p.m." with its half of the day."""
    hour = here.parts["hour24"]
    rest = {key: part for key, part in here.parts.items() if not key.startswith(("hour", "minute"))}
    minute = here.parts.get("minute24") or here.parts.get("minute24b") or "00"
    return replace(here, parts={**rest, "hour": hour, "minute": minute, "ampm": half_of_day(hour, after)})


def _with_zone(text: str, timexes: Sequence[Timex]) -> list[Timex]:
    """Give clock times the zone that a report says once for all of them: "(all times GMT)"."""
    told = _ALL_TIMES.search(text)
    if told is None:
        return list(timexes)
    zone = {"zone": told[1].lower()}
    return [replace(t, parts={**zone, **t.parts}) if t.rule == "clock" else t for t in timexes]


def _is_of_days(timex: Timex) -> bool:
    return timex.parts.get("unit") in {"day", "night", "morning", "evening"} or timex.parts.get("word") in {
        "daily",
        "nightly",
    }


def is_apposed(text: str, timex: Timex, after: Timex) -> bool:
    """Tell whether an expression names the day that the one before it counts to: "three days later, on Sunday"."""
    gap = text[timex.end : after.start]
    return (
        timex.rule in {"ago", "unit_of"}
        and timex.parts.get("side", "after") in _RELATIVE_DAYS
        and timex.parts.get("unit", "day").rstrip("s") == "day"
        and after.rule in {"weekday", "month_day", "day_of_month"}
        and "which" not in after.parts
        and _ASIDE.fullmatch(gap) is not None
    )


def follows_weekday(text: str, timex: Timex, after: Timex) -> bool:
    """Tell whether a weekday is joined to the one before it, which it comes after: "on Saturday and Sunday"."""
    both = timex.rule == after.rule == "weekday" and "which" not in after.parts
    return both and _TO.fullmatch(text[timex.end : after.start]) is not None


def is_from_weekday(text: str, timex: Timex, after: Timex) -> bool:
    """Tell whether two weekdays are the ends of one stretch: "between Monday and Sunday", "from Thursday to Tuesday"."""
    gap, before = text[timex.end : after.start], text[max(timex.start - _TO_RANGE, 0) : timex.start]
    ends = {"between": _AND, "from": _UNTIL}
    joined = any(before.endswith(f" {word} ") and end.fullmatch(gap) for word, end in ends.items())
    return joined and follows_weekday(text, timex, after) and "which" not in timex.parts


def is_month_range(text: str, timex: Timex, after: Timex) -> bool:
    """Tell whether two months without a year are the ends of one stretch: "the January-to-August period"."""
    if not (timex.rule == after.rule == "month" and _OWN_YEAR.isdisjoint({*timex.parts, *after.parts})):
        return False
    return _UNTIL.fullmatch(text[timex.end : after.start]) is not None


def is_day_range(text: str, timex: Timex, after: Timex) -> bool:
    """Tell whether two days of months without a year are the ends of one stretch: "from November 11 to 22"."""
    if not (
        timex.rule == after.rule == "month_day" and _OWN_YEAR.isdisjoint({*timex.parts, *after.parts} - {"weekday"})
    ):
        return False
    gap, before = text[timex.end : after.start], text[max(timex.start - _TO_RANGE, 0) : timex.start]
    if gap.strip() in {"until", "till"} and before.endswith("on "):
        return False
    return _UNTIL.fullmatch(gap) is not None or (before.endswith(" between ") and _AND.fullmatch(gap) is not None)


_TO_RANGE = 9  # characters: " between "


def is_conversion(text: str, timex: Timex) -> bool:
    """Tell whether a clock time in brackets says the one before it by another zone: "(2007 GMT Monday)"."""
    return timex.rule == "clock" and "zone" in timex.parts and text[timex.start - 1 : timex.start] == "("


def apposed_day(counted: date, named: date, *, weekday: bool) -> date:
    """Return the day that a number of days and a name beside it both mean.

    The name decides, since who counts may count from either end. A weekday far from what was counted is that of another
    week: the story is told of the past.
    """
    if abs((named - counted).days) <= _SAME or not weekday:
        return named
    return min(
        (counted + timedelta(days) for days in range(-3, 4)),
        key=lambda d: (d.weekday() != named.weekday(), abs((d - counted).days)),
    )

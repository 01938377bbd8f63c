# SPDX-License-Identifier: Apache-2.0
"""Values of clock times: 9 p.m., noon on Friday, 0900 GMT."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from readout.reading.times.almanac import TIMES_OF_DAY, day_from_value, number_of
from readout.reading.times.anchors import TOO_WIDE, Anchor, Anchors, Clue, NamedDay, Parts, Rule, Value
from readout.reading.times.calendardates import holiday_value, month_day_value
from readout.reading.times.countedtimes import day_value, weekday_value
from readout.reading.times.sharedtimes import NAMED_DAY

__all__ = ["RULES"]

_ZONES = {
    "gmt": "Z", "utc": "Z", "z": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00", "msk": "+03:00",
    "cest": "+02:00", "eet": "+02:00", "eest": "+03:00", "wat": "+01:00", "eat": "+03:00", "sast": "+02:00", "jst": "+09:00",
    "kst": "+09:00", "aest": "+10:00", "aedt": "+11:00",
}  # fmt: skip


def _hour(parts: Parts) -> str | None:
    """Write the clock of a pattern as hh:mm."""
    if "named" in parts:
        return "24:00" if parts["named"] == "midnight" else "12:00"
    if together := parts.get("military") or parts.get("hours"):
        hour, minute = int(together[:2]), int(together[2:])
    elif "h_hour" in parts:  # "at 15h30"
        hour, minute = int(parts["h_hour"]), int(parts.get("h_minute", "0"))
    elif "run_hour" in parts:  # "352 PM CDT", as weather services write it
        hour, minute = int(parts["run_hour"]) % 12 + 12 * (parts["run_half"] == "pm"), int(parts["run_minute"])
    elif "hour24" in parts:
        hour, minute = int(parts["hour24"]), int(parts.get("minute24") or parts["minute24b"])
    else:
        spoken = number_of(parts.get("hour") or parts.get("oclock") or parts.get("spoken") or "")
        if spoken is None or not 0 <= spoken <= 24:
            return None
        hour, minute = int(spoken), int(parts.get("minute", "0"))
    afternoon = parts.get("ampm", "").startswith("p") or parts.get("half") in {"afternoon", "evening"}
    if hour > 24 or minute > 59:
        return None
    if afternoon and hour < 12:
        hour += 12
    elif parts.get("ampm", "").startswith("a") and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}"


_FROM_UTC = re.compile(r"(?:gmt|utc) ?([+-]) ?(\d\d?)(?::?(\d\d))?")


def _zone(words: str) -> str:
    """Write a zone as TIMEX3 does: "utc" as Z, "gmt+3" as +03:00; "" where the words could be of several zones."""
    if told := _FROM_UTC.fullmatch(words.strip()):
        return f"{told[1]}{int(told[2]):02d}:{told[3] or '00'}"
    return next((_ZONES[word] for word in words.split() if word in _ZONES), "")


def _clock(anchors: Anchors, parts: Parts, clue: Clue) -> Value | None:
    hour = _hour(parts)
    if hour is None:
        return None
    in_half = _in_half_of_story(hour, parts, anchors, clue)
    hour, day = in_half or (hour, _day_of_clock(hour, parts, anchors, clue))
    if day is None:
        return None
    if "ampm" in parts:
        anchors.hour = clue.line, f"{day.value}T{hour}"
    return replace(day, value=f"{day.value}T{hour}{_zone(parts.get('zone', ''))}")


def _day_of_clock(hour: str, parts: Parts, anchors: Anchors, clue: Clue) -> Value | None:
    """Return the day of an hour: the one beside it, or that of what the report has told."""
    day: Value | None
    if "holiday" in parts:  # "9 p.m. on New Year's Eve"
        day = holiday_value(anchors, {**parts, "name": parts["holiday"]}, clue)
    elif weekday := parts.get("weekday") or parts.get("weekday3"):
        day = weekday_value(anchors, {"weekday": weekday, "which": parts.get("week", "")}, clue)
    elif "which" in parts:
        day = day_value(anchors, parts, clue)
    elif month := parts.get("month") or parts.get("month2"):
        day = month_day_value(anchors, {**parts, "month": month, "day": parts.get("day") or parts["day2"]}, clue)
    elif "daily" in parts:
        day = Value("XXXX-XX-XX", type="SET")
    elif anchors.heading is not None:
        headed = anchors.heading.day.isoformat()
        day = Value(headed, anchor=Anchor(headed, "text", (anchors.heading.span,)))
    elif (entry := anchors.entry_told) is not None:
        day = Value(entry.day.isoformat(), anchor=Anchor(entry.day.isoformat(), "text", (entry.span,)))
    elif (after := _day_after_midnight(hour, anchors, clue)) is not None:
        day = anchors.from_text(after.isoformat())
    elif "of_day_before" in parts and anchors.last_day is not None and anchors.last_day.line == clue.line:
        day = anchors.from_day(anchors.last_day.day.isoformat())
    elif anchors.lapse[0] == clue.line:
        day = _day_of_lapse(anchors)
    elif (scene := anchors.day_of_scene) and scene.line == clue.line and not _is_over(scene, anchors, clue):
        day = anchors.from_day(scene.day.isoformat(), of_scene=True)
    elif (told := _day_of_story(anchors, clue, hour)) is not None:
        day = anchors.from_day(told.isoformat())
    elif (clocked := anchors.clocked) is not None and _goes_on_with(clocked, anchors, clue):
        day = Value(clocked.day.isoformat(), anchor=Anchor(clocked.day.isoformat(), "text", (clocked.span,)))
    elif _is_of_another_day(anchors, clue):
        day = anchors.left_open("XXXX-XX-XX", _ANOTHER_DAY)
    elif anchors.day is not None:
        # The midnight that the day of the report ends with is still to come; what will be at 4 a.m. is not of this morning.
        passed = hour == "24:00" and clue.tense == "past"
        next_day = hour < _SMALL_HOURS and clue.tense == "future"
        day = anchors.counted((anchors.day + timedelta(next_day - passed)).isoformat())
    else:
        day = anchors.left_open("XXXX-XX-XX")
    return day


_LATE_HOUR = re.compile(r"(\d{4}-\d\d-\d\d)T(1[89]|2[0-4])\b")
_TO = frozenset({"to", "until", "till"})
_MORNING = "12:00"
_AT_NIGHT = 8  # hours: polls that closed at 8 p.m. opened at 5 a.m. of that day


def _day_after_midnight(hour: str, anchors: Anchors, clue: Clue) -> date | None:
    """Return the day after the evening of the hour told last: "left at 10:15 p.m. on Tuesday. It vanished at 1:05 a.m."."""
    evening = _LATE_HOUR.match(anchors.last or "")
    day = day_from_value(anchors.last or "")
    if evening is None or day is None or hour >= _MORNING:
        return None
    after = day + timedelta(1)
    if clue.before in _TO and clue.line == anchors.last_line:
        return after
    soon = hour < _SMALL_HOURS and int(hour[:2]) + 24 - int(evening[2]) < _AT_NIGHT
    goes_on = soon and (clue.tense == "past" or clue.heads) and not clue.had and clue.line - anchors.last_line <= 1
    return after if goes_on and (anchors.day is None or after <= anchors.day) else None


_CLOCK = re.compile(r"T\d\d:\d\d")
_TO_HOURS = frozenset("at by around about until till before after from since".split())


def _in_half_of_story(hour: str, parts: Parts, anchors: Anchors, clue: Clue) -> tuple[str, Value] | None:
    """Return an hour in the half of the day in which a story goes on, with that day: "touched down at 2:57 p.m. … By 3:45".

    None where the hour tells its half, where another day or part of the day was named since then, or where it is hardly one:
    "won in 2:20".
    """
    line, since = anchors.hour
    bare = "hour24" in parts and not {"zone", "half", *NAMED_DAY} & parts.keys() and not parts["hour24"].startswith("0")
    if not bare or not "01:00" <= hour < _NOON or clue.before not in _TO_HOURS:
        return None
    if clue.tense != "past" or clue.in_morning or clue.line - line > _STORY:
        return None
    if anchors.last_line == clue.line and not _CLOCK.search(anchors.last or ""):
        return None
    later = f"{int(hour[:2]) + 12:02d}{hour[2:]}"
    day = _day_of_clock(later, parts, anchors, clue)
    same_day, _, earlier = since.partition("T")
    goes_on = day is not None and day.value == same_day and _NOON <= earlier <= later
    return (later, day) if day is not None and goes_on and same_day[:1].isdigit() else None


_ANOTHER_DAY = "the report tells of other days and not of its own, and no word says of which the hour is"


def _goes_on_with(clocked: NamedDay, anchors: Anchors, clue: Clue) -> bool:
    """Tell whether an hour goes on with the one told last, whose day was told with it: "at 1.15am on Saturday. … by 2am"."""
    is_told_anew = anchors.names_today and clue.line != clocked.line
    if is_told_anew and anchors.day is not None and (anchors.day - clocked.day).days > _LONG_AGO:
        return False  # what is told again is of the report's own day
    is_last = anchors.last_day is not None and anchors.last_day.day == clocked.day
    return (
        is_last
        and clue.tense == "past"
        and clue.line - clocked.line <= _STORY
        and not _is_to_come(clocked, anchors, clue)
    )


def _is_of_another_day(anchors: Anchors, clue: Clue) -> bool:
    """Tell whether an hour may well be of a day that the report has told of, which never told of its own."""
    if anchors.day is None or anchors.names_today or clue.alone:
        return False
    if clue.tense in {"future", "ahead"}:
        return anchors.first_day is not None and anchors.first_day.day > anchors.day
    last = anchors.last_day
    return last is not None and last.day < anchors.day and clue.line - last.line <= _STORY


_NOON = "12:00"
_SMALL_HOURS = "06:00"  # which are over when the report of their day is written
_EVENING = "18:00"
_RECENT = 6  # days before publication: what was told of a day that lies farther back, the hour need not go on with
_STORY = 5  # paragraphs
_LONG_AGO = 31  # days


def _day_of_story(anchors: Anchors, clue: Clue, hour: str) -> date | None:
    """Return the day on which a story goes on with the hour of what is over: "voted on Tuesday. … They had met at 7 p.m."."""
    last, day = anchors.last_day, anchors.day
    of_day = clue.heads and "T" in (anchors.last or "")
    in_list = clue.line - anchors.last_line == 1 and _CLOCK.search(anchors.last or "") is not None
    # Below "on Friday night": "9:20 pm: A first explosion …" and, below it, "9:40 pm: Gunmen enter the hall"
    is_told = clue.tense == "past" or (of_day and (not clue.tense or (in_list and clue.tense == "ahead")))
    if last is None or day is None or not is_told or clue.line - last.line > _STORY:
        return None
    is_late = (
        hour >= _EVENING and (day - last.day).days == 1
    )  # of what is over, an evening is hardly that of the report
    if not is_late and (anchors.first_day is None or anchors.first_day.day != last.day):
        return None  # the report tells of several days
    return last.day if 0 <= (day - last.day).days <= _RECENT else None


def _day_of_lapse(anchors: Anchors) -> Value:
    """Return the day that was counted last: "two days later, at 9 a.m."; of "a week later" it is not known."""
    day = day_from_value(anchors.lapse[1])
    return anchors.left_open("XXXX-XX-XX", TOO_WIDE) if day is None else Value(day.isoformat())


def _is_over(scene: NamedDay, anchors: Anchors, clue: Clue) -> bool:
    """Tell whether an hour is not of the day named last in its paragraph: that lies long ago, and other times came since.

    "We lost 52 here on June 30, 2023. Last year 4,324 died, down from 2022. At 3pm traffic was moving again."
    """
    far = anchors.day is not None and (anchors.day - scene.day).days > _LONG_AGO
    return (far and not (anchors.last or "").startswith(scene.day.isoformat())) or _is_to_come(scene, anchors, clue)


def _is_to_come(named: NamedDay, anchors: Anchors, clue: Clue) -> bool:
    """Tell whether the day named last lies on the other side of today: "met on Monday. He will speak at 3 p.m."."""
    if anchors.day is None:
        return False
    return (named.day > anchors.day and clue.tense == "past") or (named.day < anchors.day and clue.tense == "future")


def _part_alone(anchors: Anchors, parts: Parts, _: Clue) -> Value:
    part = TIMES_OF_DAY[parts["part"]]
    if anchors.day is None:
        return anchors.left_open(f"XXXX-XX-XXT{part}")
    return anchors.counted(f"{anchors.day.isoformat()}T{part}")


RULES: dict[str, Rule] = {
    "clock": _clock,
    "part_alone": _part_alone,
}

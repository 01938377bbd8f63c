# SPDX-License-Identifier: Apache-2.0
"""When: time expressions with their TIMEX3 values, each with the rule and the anchor that gave it.

The anchor is the day of publication: as given, else as the dateline or byline states it. In what somebody said on another
day it is that day. Without one a value keeps its open form (`XXXX-WXX-5`) and says why. Which side of the anchor a bare
weekday or month lies on is decided by the tense of the clause and by words such as "by" and "since". The day of running is
never asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from readout.reading.encoding import Encoding
from readout.reading.page.parts import Part
from readout.reading.times.almanac import day_from_value, interval_of
from readout.reading.times.anchors import Anchor, Anchors, Clue, Origin, Value
from readout.reading.times.calendars import headed, is_of_days_to_come
from readout.reading.times.nontimes import is_time
from readout.reading.times.sharedtimes import (
    NAMED_DAY,
    apposed_day,
    follows_weekday,
    is_apposed,
    is_conversion,
    is_day_range,
    is_from_weekday,
    is_month_range,
    with_shared_days,
)
from readout.reading.times.tenses import Surroundings
from readout.reading.times.timepatterns import TimexType
from readout.reading.times.timetables import is_heading, is_listed
from readout.reading.times.timevalues import order_of, value_of
from readout.reading.times.timex import Timex
from readout.reading.trees.syntax import Syntax
from readout.report import Published
from readout.text import Span

__all__ = ["Time", "Viewpoint", "day_of", "find_times", "publication_stated"]


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression.

    Attributes:
        span: Its characters.
        words: Its words, half-open.
        type: TIMEX3 type.
        value: TIMEX3 value, open (`XXXX-WXX-5`) where nothing anchors it.
        first: First day or minute of the interval that it stands for; None where that is open.
        last: Last of it, included.
        rule: The pattern that found it and gave the value.
        anchor: What it was counted from, if from anything.
        undecided: Why the value is open.
    """

    span: Span
    words: tuple[int, int]
    type: TimexType
    value: str | None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    first: str | None = None
    last: str | None = None
    rule: str = ""
    anchor: Anchor | None = None
    undecided: str | None = None


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """A stretch of text that was said on another day than that of publication, and that day: None where nobody knows it.

    Attributes:
        span: The characters.
        day: The day it was said.
        words: The words that tell that day.
        direct: Whether these are the speaker's own words. In those of the report "today" is the report's day.
    """

    span: Span
    day: date | None
    words: tuple[Span, ...] = ()
    direct: bool = True


def publication_stated(timexes: Iterable[Timex], parts: Iterable[Part]) -> Published | None:
    """Return the day that the report's dateline, byline or source line states in full, if one does."""
    places = [part.span for part in parts if part.kind in {"dateline", "byline", "source_line", "credit"}]
    for timex in timexes:
        inside = any(place.start <= timex.start and timex.end <= place.end for place in places)
        if inside and timex.rule in {"month_day", "iso_date", "clock"} and "year" in timex.parts:
            value = value_of(timex, Clue(), Anchors())
            if value and value.value and interval_of(value.value):
                day = value.value.partition("T")[0]  # "Last updated: 14:52 GMT, 3 December 2024"
                return Published(day, "stated", (Span(timex.start, timex.end),))
    return None


def find_times(
    encoding: Encoding,
    syntax: Syntax,
    timexes: Sequence[Timex],
    published: Published | None,
    viewpoints: Sequence[Viewpoint] = (),
    *,
    datelines: Sequence[Span] = (),
) -> list[Time]:
    """Give each time expression its value.

    Args:
        encoding: The words.
        syntax: Their trees.
        timexes: The expressions, in text order.
        published: What relative ones are counted from.
        viewpoints: What was said on another day; times in it are counted from that day.
        datelines: Where the report says when it was written.
    """
    home = Origin(day_of(published), "published", published.spans if published else ())
    anchors = Anchors(home, order_of(timexes))
    starts, to_come = [span.start for span in encoding.spans], is_of_days_to_come(encoding.text)
    tree, found = Surroundings(encoding, syntax), list[tuple[Timex, Time]]()
    entries = _entries(encoding.text, timexes)
    for timex in with_shared_days(encoding.text, timexes):
        first = bisect_right(starts, timex.start) - 1
        last = bisect_right(starts, timex.end - 1)
        if first < 0 or last <= first or not is_time(timex, first, last, lower=encoding.lower, syntax=syntax):
            continue
        anchors.origin = _origin(timex, viewpoints) or home
        clue = tree.clue(first, last)
        if anchors.heading is not None and not is_listed(encoding, syntax, last):
            anchors.heading = None
        anchors.follow_timeline(clue)
        if clue.line in {anchors.story_line, anchors.timeline} and clue.tense in {"ahead", "future"}:
            clue = replace(clue, tense="past")
        # "At 4:07 a.m. (2007 GMT Monday)": what is told next is told of Tuesday.
        value = value_of(timex, clue, replace(anchors) if is_conversion(encoding.text, timex) else anchors)
        if value is not None:
            value = headed(timex, value, clue, anchors, to_come=to_come)
        if anchors.last_day is not None and anchors.last_day.line == clue.line and is_heading(encoding, last):
            anchors.heading = anchors.last_day
        if value is not None:
            found.append((timex, _time(timex, (first, last), value)))
            if any(span.start <= timex.start < span.end for span in datelines):
                anchors.first_day = None  # the day that the story is told on is not that of which it tells
            _settle_day(encoding.text, found, anchors.day)
            if timex.start in entries:
                anchors.entry = anchors.last_day
    return [time for _, time in found]


def _entries(text: str, timexes: Iterable[Timex]) -> set[int]:
    """Return where the days with their year begin that alone make a line, where there are several: a timeline has them."""
    found = {}
    for timex in timexes:
        line = text[text.rfind("\n", 0, timex.start) + 1 : (text.find("\n", timex.end) + 1 or len(text) + 1) - 1]
        if timex.rule == "month_day" and "year" in timex.parts and line.strip(" :") == text[timex.start : timex.end]:
            found[timex.start] = line.strip(" :")
    return set(found) if len(set(found.values())) > 1 else set()


_NEXT_DAYS = 3  # "Saturday and Sunday", not "Friday and Thursday"


def _settle_day(text: str, found: list[tuple[Timex, Time]], today: date | None) -> None:
    """Set the last two times right by each other: "two days later, on Sunday", "on Saturday and Sunday"."""
    if len(found) < 2:
        return
    (one, counted), (other, named) = found[-2:]
    if is_conversion(text, other) and (local := _local_day(one, counted, named, other)) is not None:
        found[-2] = (
            one,
            replace(counted, value=f"{local}T{(counted.value or '').partition('T')[2]}", first=local, last=local),
        )
        return
    if is_month_range(text, one, other):
        months = [re.fullmatch(r"(\d{4})-(\d\d)", time.value or "") for time in (counted, named)]
        if months[0] and months[1] and months[1][0] < months[0][0]:
            value = f"{int(months[1][1]) - (months[0][2] > months[1][2]):04d}-{months[0][2]}"
            first, last = interval_of(value) or (None, None)
            found[-2] = one, replace(counted, value=value, first=first, last=last)
        return
    days = [day_from_value(time.value or "") for time in (counted, named)]
    if days[0] is None and days[1] is not None and counted.value == _OPEN_DAY and is_apposed(text, one, other):
        found[-2] = one, replace(named, span=counted.span, words=counted.words, rule=counted.rule)
        return  # "Six days earlier, on the 1st"
    if days[0] is None or days[1] is None:
        return
    on = (days[1] - days[0]).days % 7
    if days[1] < days[0] and on <= _NEXT_DAYS and follows_weekday(text, one, other):
        after = (days[0] + timedelta(on)).isoformat()
        found[-1] = other, replace(named, value=after, first=after, last=after)
        return
    if today and days[1] < days[0] and days[1] <= today and is_from_weekday(text, one, other):
        before = (days[1] - timedelta(on)).isoformat()
        found[-2] = one, replace(counted, value=before, first=before, last=before)
        return
    if is_day_range(text, one, other):
        after = _same_or_later(days[0], days[1]).isoformat()
        found[-1] = other, replace(named, value=after, first=after, last=after)
        return
    if not is_apposed(text, one, other):
        return
    day = apposed_day(days[0], days[1], weekday=other.rule == "weekday").isoformat()
    anchor = named.anchor if day == named.value else counted.anchor
    found[-2:] = [
        (timex, replace(time, value=day, first=day, last=day, anchor=anchor))
        for timex, time in ((one, counted), (other, named))
    ]


_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):\d\dZ?")
_HALF_A_DAY = 12  # hours


def _local_day(one: Timex, local: Time, named: Time, other: Timex) -> str | None:
    """Return the day of an hour without one that is told again in UTC with its day: "at 01:24 (20:54 GMT on Tuesday)"."""
    here, there = (_CLOCK.fullmatch(time.value or "") for time in (local, named))
    if here is None or there is None or NAMED_DAY.isdisjoint(other.parts) or not NAMED_DAY.isdisjoint(one.parts):
        return None
    ahead = int(here[2]) - int(there[2])
    step = 1 if ahead <= -_HALF_A_DAY else -1 if ahead > _HALF_A_DAY + 2 else 0
    return (date.fromisoformat(there[1]) + timedelta(step)).isoformat()


def _same_or_later(first: date, last: date) -> date:
    """Return the last day of a range in the year in which it follows the first."""
    year = first.year + ((last.month, last.day) < (first.month, first.day))
    return last if last.month == 2 and last.day == _LEAP else last.replace(year=year)


_LEAP = 29
_OPEN_DAY = "XXXX-XX-XX"


_OF_THE_REPORT = {"today", "this"}


def _origin(timex: Timex, viewpoints: Sequence[Viewpoint]) -> Origin | None:
    """Return the day that the nearest words around an expression were said on."""
    around = [v for v in viewpoints if v.span.start <= timex.start and timex.end <= v.span.end]
    if not around:
        return None
    nearest = min(around, key=lambda v: v.span.end - v.span.start)
    reported = not nearest.direct and (timex.rule == "tonight" or timex.parts.get("which") in _OF_THE_REPORT)
    return None if nearest.day is None or reported else Origin(nearest.day, "said", nearest.words)


def day_of(published: Published | None) -> date | None:
    """Return the day of publication, where a whole day is known."""
    if published is None or len(published.value) != 10:
        return None
    return date.fromisoformat(published.value)


def _time(timex: Timex, words: tuple[int, int], value: Value) -> Time:
    kind = value.type or timex.type
    bounds = interval_of(value.value) if value.value and kind in {"DATE", "TIME"} else None
    first, last = bounds or (None, None)
    return Time(
        Span(timex.start, timex.end), words, kind, value.value, value.mod, value.quant, value.freq,
        first, last, timex.rule, value.anchor, value.undecided,
    )  # fmt: skip

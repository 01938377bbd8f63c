# SPDX-License-Identifier: Apache-2.0
"""What time expressions are counted from, and what comes of it: the anchor, the words around, the value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from readout.reading.times.almanac import day_from_value, interval_of
from readout.reading.times.timepatterns import TimexType
from readout.text import Span

__all__ = [
    "NOTHING_NAMED",
    "NOTHING_TOLD",
    "OPEN_UNITS",
    "TOO_WIDE",
    "Anchor",
    "Anchors",
    "Clue",
    "NamedDay",
    "Origin",
    "Parts",
    "Rule",
    "Told",
    "Value",
]

OPEN_UNITS = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}
NOTHING_NAMED = "the report names no time before it to count from"
TOO_WIDE = "what it is counted from is told to the week, month or year only"
NO_ANCHOR = "the report gives no day of publication to count from"
_OF_LATE = 31  # days before publication in which a day without a year is of this year
_SOON = 6  # months: in the next year, a story hardly goes on after a longer while
_LATEST_TOLD = 7  # days: what somebody did to others in the past tense is not announced
_LATEST_ANNOUNCED = 62  # days: a date farther ahead that is told in the past tense is of the year before

Parts = Mapping[str, str]
"""What the named groups of a pattern matched."""


Basis = Literal["published", "said", "text"]


@dataclass(frozen=True, slots=True)
class Origin:
    """The day that relative times are counted from, None where there is none, and the words that state it, if any do."""

    day: date | None = None
    basis: Basis = "published"
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a value was counted from: the day of publication, the day of the saying, or another time of the text, with its words."""

    value: str
    basis: Basis
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that the report has named, with the words and the line that name it."""

    day: date
    line: int
    span: Span


@dataclass(frozen=True, slots=True)
class Clue:
    """What stands around an expression.

    Attributes:
        tense: "past", "future", "ahead" where that is only likely, or "".
        before: The word before.
        line: Number of the line.
        counted: Whether a number of things stands right before: "700 tons a week".
        of_noun: Whether it hangs on a noun, not on a verb: "a summit in June".
        heads: Whether it heads its paragraph, as in a timeline: "12 May 2019: …".
        present: Whether its verb is in the present tense, without a helper.
        opens: Whether it opens its sentence: "In June 2021, …", "On May 3 …".
        held: Whether it tells when something was that was held, fought or signed: "the 2018 tournament was held".
        alone: Whether nothing else stands in its line, as over the entries of a live page.
        in_morning: Whether the word behind it says that it is in a morning: "9:20 that morning".
        deed: Whether it tells when somebody attacked, killed or seized: nobody says so in the past tense of what is to come.
        had: Whether its verb tells what had been before.
        fronted: Whether it stands before the verb whose day it is: "on July 28, they declared war".
        clause: The first of the joined verbs that it belongs to, as the index of the word; -1 if it belongs to none.
    """

    tense: str = ""
    before: str = ""
    line: int = 0
    counted: bool = False
    of_noun: bool = False
    clause: int = -1
    heads: bool = False
    present: bool = False
    opens: bool = False
    held: bool = False
    alone: bool = False
    in_morning: bool = False
    deed: bool = False
    had: bool = False
    fronted: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """A TIMEX3 value and its attributes; `type` where it is another than the pattern's."""

    value: str | None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    type: TimexType | None = None
    anchor: Anchor | None = None
    undecided: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """The last day or month of a story of a year that is over, its line, and whether it has gone on since its year was told."""

    line: int
    value: str
    goes_on: bool = False


NOTHING_TOLD = Told(-1, "")


@dataclass(slots=True)
class Anchors:
    """What the expressions of a report can be counted from, as far as it has been read.

    Attributes:
        origin: The day that relative times are counted from here.
        order: How the report writes days and months in numbers, once known: "dmy" or "mdy".
        last: The value of the calendar time named last.
        last_line: Its line.
        last_span: Its words.
        last_day: The day named last, whatever longer time was named after it.
        day_of_scene: The same, but for days that bound something: "until Feb. 26".
        lapse: The line and the value of a time counted from another, if nothing was named after it: "two days later".
        first_day: The day named first: that of the story, mostly.
        clocked: The day named last together with an hour: "2:57 p.m. Tuesday".
        hour: The line and the value of the hour last told with its half of the day: "2:57 p.m.".
        names_today: Whether the day that values are counted from was named, too: "Wednesday", "today".
        dated: The last time that was named with its year, and the clause that it stands in.
        dated_heads: Whether that headed its line, as in a timeline.
        told: The last day or month of a story of a year that is over.
        story_line: The line that tells a story of a year that is over in the present tense, as timelines do.
        timeline: The line of a timeline that is over, in which what is told in the present is over, too.
        calendar: The day that heads the paragraph last headed by one: "TUESDAY. London: …".
        entry: The day that alone makes the last of several such lines, over an entry of a timeline.
        heading: The day of the line that heads the list that is read: "Fixtures on Saturday:".
        quarter: The value of the quarter on which results were told last.
        years: The time named last and its words, if that is a year that two of the calendar share: "2022/23".
        several_quarters: Whether results were told of six or nine months since then: a year before those is no quarter.
    """

    origin: Origin = Origin()
    order: str | None = None
    last: str | None = None
    last_line: int = -1
    last_span: Span | None = None
    last_day: NamedDay | None = None
    day_of_scene: NamedDay | None = None
    lapse: tuple[int, str] = (-1, "")
    first_day: NamedDay | None = None
    clocked: NamedDay | None = None
    hour: tuple[int, str] = (-1, "")
    names_today: bool = False
    dated: tuple[str, int] = ("", -1)
    dated_heads: bool = False
    told: Told = NOTHING_TOLD
    story_line: int = -1
    timeline: int = -1
    calendar: NamedDay | None = None
    entry: NamedDay | None = None
    heading: NamedDay | None = None
    quarter: str | None = None
    years: tuple[str, Span] | None = None
    several_quarters: bool = False

    @property
    def day(self) -> date | None:
        """The day of the origin."""
        return self.origin.day

    @property
    def entry_told(self) -> NamedDay | None:
        """The day of the entry, where no other was named in it."""
        last = self.last_day
        return self.entry if self.entry is not None and last is not None and last.day == self.entry.day else None

    def note_quarter(self, value: str, *, fiscal: bool = False, ended: bool = False) -> None:
        """Keep a quarter that has ended as the one on which results are told, unless it is named to compare that one with.

        Results may be told of the third quarter "after a flat second"; only who counts by a fiscal year comes after that to a
        quarter with a lower number.
        """
        if not re.fullmatch(r"\d{4}-Q\d", value):
            return
        self.several_quarters = False
        bounds = interval_of(value)
        if bounds is None or (self.day is not None and bounds[1] > self.day.isoformat() and not ended):
            return  # "the quarter ended Aug. 31" is over in September, though that of the calendar is not
        if self.quarter is None or fiscal or value > self.quarter:
            self.quarter = value

    def counted(self, value: str) -> Value:
        """Return a value counted from the origin."""
        assert self.day is not None
        return Value(value, anchor=Anchor(self.day.isoformat(), self.origin.basis, self.origin.spans))

    def from_text(self, value: str) -> Value:
        """Return a value counted from the time named last."""
        assert self.last is not None
        return Value(value, anchor=Anchor(self.last, "text", (self.last_span,) if self.last_span else ()))

    def from_day(self, value: str, *, of_scene: bool = False) -> Value:
        """Return a value counted from the day named last."""
        named = self.day_of_scene if of_scene else self.last_day
        assert named is not None
        return Value(value, anchor=Anchor(named.day.isoformat(), "text", (named.span,)))

    def note(self, value: str, line: int, span: Span, *, bounds: bool = False) -> None:
        """Keep the time named last, and the day; of one that bounds something no story is told."""
        self.last, self.last_line, self.last_span, self.lapse, self.years = value, line, span, (-1, ""), None
        if (day := day_from_value(value)) is not None:
            self.last_day = NamedDay(day, line, span)
            self.day_of_scene = self.day_of_scene if bounds else self.last_day
            self.first_day = self.first_day or self.last_day
            self.names_today |= day == self.day

    def follow_timeline(self, clue: Clue) -> None:
        """Go on with a timeline, of which some line was headed by a date with its year, where the next line is headed by one."""
        over = self.day is not None and bool(self.dated[0]) and self.dated[0] < self.day.isoformat()
        if clue.heads and over and (self.timeline >= 0 or self.dated_heads):
            self.timeline = clue.line

    def left_open(self, value: str, reason: str = NO_ANCHOR) -> Value:
        """Return a value in its open form, with the reason."""
        return Value(value, undecided=reason)

    def weekday(self, weekday: int, clue: Clue, which: str) -> Value:
        """Choose the week of a weekday (Monday is 0)."""
        if self.day is None:
            return self.left_open(f"XXXX-WXX-{weekday + 1}")
        back = (self.day.weekday() - weekday) % 7
        if which.startswith("last") or which == "this past" or which == "the previous":
            found = self.day - timedelta(back or 7)
        elif which in {"next", "this coming"}:
            ahead = (7 - back) % 7 or 7
            found = self.day + timedelta(
                ahead + 7 if which == "next" and ahead == 1 else ahead
            )  # tomorrow is not "next Wednesday"
        elif _lies_ahead(back, clue.tense):
            found = self.day + timedelta(7 - back)
        else:
            found = self.day - timedelta(back)
        return self.counted(found.isoformat())

    def _year_of_clause(self, month: int, day: int | None, clue: Clue) -> int | None:
        """Return the year in which a story goes on: "was elected in November 2016 and took office in January".

        None where no other verb beside it has a date with a year, or where the date would still be to come.
        """
        value, clause = self.dated
        in_clause = clue.clause >= 0 and clue.clause == clause and clue.tense not in {"future", "ahead"}
        if self.day is None or not value or not (in_clause or clue.line == self.story_line):
            return None
        year, since = int(value[:4]), (int(value[5:7] or 0), int(value[8:10] or 0))
        year += (month, day or 31) < since
        return year if (year, month, day or 1) <= (self.day.year, self.day.month, self.day.day) else None

    def _year_of_told(self, month: int, day: int | None, clue: Clue) -> int | None:
        """Return the year in which a story goes on from sentence to sentence: "In August 1990, … On September 12, …"."""
        told = self.told
        if told.line != clue.line or clue.tense != "past" or not (clue.opens or told.goes_on) or self.day is None:
            return None
        year, since = int(told.value[:4]), (int(told.value[5:7]), int(told.value[8:10] or 0))
        if (month, day or 31) < since:
            if (month - since[0]) % 12 > _SOON:
                return None  # "On 26 December 2004 … In September": of this year
            year += 1
        if year >= self.day.year or (day is not None and self._is_of_late(month, day)):
            return None
        value = f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")
        self.told = Told(clue.line, value, goes_on=True)
        return year

    def _year_of_day_before(self, month: int, day: int, clue: Clue) -> int | None:
        """Return the year of the day named last, where another not long after it is told of in the same paragraph."""
        last = self.last_day
        near = clue.line - last.line in ((0, 1) if clue.fronted else (0,)) if last is not None else False
        if last is None or self.day is None or not near or last.day.year >= self.day.year:
            return None
        after = (_clipped(last.day.year, month, day) - last.day).days
        return last.day.year if 0 <= after <= _LATEST_ANNOUNCED else None

    def _is_of_late(self, month: int, day: int) -> bool:
        """Tell whether the last such day lies within a month before publication: that is what news tells without a year."""
        assert self.day is not None
        days = (_clipped(self.day.year - back, month, day) for back in (0, 1))
        return any(0 <= (self.day - one).days <= _OF_LATE for one in days)

    def year_for(self, month: int, day: int | None, clue: Clue) -> int:
        """Choose the year of a month or day that is written without one."""
        assert self.day is not None
        if (goes_on := self._year_of_clause(month, day, clue)) is not None:
            return goes_on
        if (goes_on := self._year_of_told(month, day, clue)) is not None:
            return goes_on
        year = self.day.year
        if day is None:
            ahead = (month - self.day.month) % 12
            open_side = not clue.tense or (clue.of_noun and clue.tense == "past")
            if clue.tense == "future" or (clue.tense == "ahead" and ahead <= 9) or (open_side and ahead == 1):
                return year + (month < self.day.month)
            return year - (month > self.day.month)
        away = {y: abs((_clipped(y, month, day) - self.day).days) for y in (year - 1, year, year + 1)}
        nearest = min(away, key=lambda y: (away[y], -y))
        here = _clipped(nearest, month, day)
        if clue.tense == "past" and here > self.day and (goes_on := self._year_of_day_before(month, day, clue)):
            return goes_on
        most = _LATEST_TOLD if clue.deed or clue.before == "since" else _LATEST_ANNOUNCED
        if clue.tense == "past" and (here - self.day).days > most:
            return nearest - 1
        least = {"future": 31, "ahead": _LATEST_ANNOUNCED}.get(clue.tense)
        return nearest + 1 if least and (self.day - here).days > least else nearest


def _lies_ahead(back: int, tense: str) -> bool:
    """Tell whether a bare weekday lies ahead; `back` is how many days ago it was.

    Who writes on a Wednesday calls tomorrow "Thursday", and hardly the day six days ago; "Tuesday" is yesterday unless the
    tense is plain.
    """
    if tense == "ahead":
        return back > 1
    return (tense == "future" and back > 0) or (not tense and back == 6)


def _clipped(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, 28)) if day > 28 else date(year, month, day)


Rule = Callable[[Anchors, Parts, Clue], Value | None]
"""Gives the expressions of one pattern their value; None for what is no time after all."""

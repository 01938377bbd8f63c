# SPDX-License-Identifier: Apache-2.0
"""What a time expression is worth: from the parts of its pattern and an anchor to a TIMEX3 value."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from readout.reading.times import calendardates, clocktimes, countedtimes, durations, lapses, monthdays, periods
from readout.reading.times.almanac import day_from_value
from readout.reading.times.anchors import NOTHING_TOLD, Anchors, Clue, Told, Value
from readout.reading.times.sharedtimes import NAMED_DAY
from readout.reading.times.timex import Timex
from readout.text import Span

__all__ = ["order_of", "value_of"]

_RULES = {
    **calendardates.RULES,
    **monthdays.RULES,
    **periods.RULES,
    **countedtimes.RULES,
    **lapses.RULES,
    **durations.RULES,
    **clocktimes.RULES,
}
_LIMITS = frozenset({"until", "till"})
_ENDS = frozenset(
    "between and from to until through".split()
)  # of a period: no story goes on from "between 2016 and August 2021"
_STAGES = {
    "early": "START", "beginning": "START", "start": "START", "earlier": "START", "mid": "MID", "middle": "MID",
    "late": "END", "end": "END", "close": "END", "later": "END",
}  # fmt: skip


def order_of(timexes: Iterable[Timex]) -> str | None:
    """Learn from the dates that can be read one way only how a report writes days and months: "dmy", "mdy" or unknown."""
    orders = {
        "dmy" if int(t.parts["a"]) > 12 else "mdy"
        for t in timexes
        if t.rule == "numeric_date" and (int(t.parts["a"]) > 12) != (int(t.parts["b"]) > 12)
    }
    return orders.pop() if len(orders) == 1 else None


def value_of(timex: Timex, clue: Clue, anchors: Anchors) -> Value | None:
    """Return the value of an expression; None where it is no time after all.

    Args:
        timex: The expression.
        clue: What stands around it.
        anchors: What it can be counted from. What it names is noted there, for the expressions after it.
    """
    try:
        value = _RULES[timex.rule](anchors, timex.parts, clue)
    except (OverflowError, ValueError):  # what `datetime` raises for "thirty centuries ago"
        return Value(None, undecided="it lies outside of the years 1 to 9999")
    if value is None or value.value is None:
        return value
    stage = timex.parts.get("stage") or timex.parts.get("stage2")
    if stage in _STAGES and value.mod is None:
        value = replace(value, mod=_STAGES[stage])
    known = value.value or ""
    if re.match(r"\d{4}(?!/)", known) and timex.rule not in {"ago", "year_ago", "same_period"}:
        if not (
            _only_bounds(clue, anchors) or _ends_night(timex, known, clue, anchors)
        ):  # "their first meeting since May. A month earlier …"
            anchors.note(known, clue.line, Span(timex.start, timex.end), bounds=clue.before in _LIMITS)
            _note_year(timex, known, clue, anchors)
            if timex.rule == "clock" and (not NAMED_DAY.isdisjoint(timex.parts) or _is_past_midnight(anchors)):
                anchors.clocked = anchors.last_day
        _note_story(timex, known, clue, anchors)
        ended = timex.rule == "the_quarter" and "month" in timex.parts
        anchors.note_quarter(known, fiscal=any(part.startswith("fiscal") for part in timex.parts), ended=ended)
    elif timex.rule == "ago" and re.match(r"\d{4}|XXXX", known):
        anchors.lapse = clue.line, known
    elif timex.rule == "year_range" and int(known[5:9]) == int(known[:4]) + 1:
        anchors.years = known, Span(timex.start, timex.end)
    elif known in {"P6M", "P9M"}:
        anchors.several_quarters = True
    return value


def _is_past_midnight(anchors: Anchors) -> bool:
    """Tell whether a story with hours has gone on into the next day."""
    one, other = anchors.clocked, anchors.last_day
    return one is not None and other is not None and (other.day - one.day).days == 1


def _ends_night(timex: Timex, known: str, clue: Clue, anchors: Anchors) -> bool:
    """Tell whether an hour of the next day only ends what began in an evening: "a curfew from 8 p.m. to 5 a.m."."""
    day, last = day_from_value(known), anchors.last_day
    is_own = timex.rule == "clock" and NAMED_DAY.isdisjoint(timex.parts)
    return is_own and clue.before in _LIMITS | {"to"} and day is not None and last is not None and day > last.day


def _only_bounds(clue: Clue, anchors: Anchors) -> bool:
    """Tell whether a time is the end of a period, of which no story is told: "since May", "the 52 weeks to 30 March"."""
    return clue.before in {"since", "ended", "ending"} or (clue.before == "to" and anchors.last_line != clue.line)


def _note_story(timex: Timex, known: str, clue: Clue, anchors: Anchors) -> None:
    """Keep the month or day with which a story of a year that is over begins, until a time of another year is told."""
    own = "year" in timex.parts
    if own and clue.opens and clue.tense == "past" and re.fullmatch(r"\d{4}-\d\d(-\d\d)?", known):
        anchors.told = Told(clue.line, known)
    elif known[:4] != anchors.told.value[:4]:
        anchors.told = NOTHING_TOLD


def _note_year(timex: Timex, known: str, clue: Clue, anchors: Anchors) -> None:
    """Keep a time that was named with its year, and whether a story of that year is told in the present tense from there on.

    "In June 2021, two carers are dismissed", "2023: The trial is put off".
    """
    if timex.rule == "unit_of" and timex.parts["unit"] == "year" and timex.parts["which"] == "last":
        anchors.dated = known, clue.clause  # "last year's floods, from mid-June to early October"
    if not {"year", "year2", "year3"} & timex.parts.keys() or clue.before in _ENDS:
        return
    if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", known):
        anchors.dated, anchors.dated_heads = (known, clue.clause), clue.heads
    elif clue.heads:
        anchors.dated, anchors.dated_heads = (known[:4], -1), True
    elif clue.held and re.fullmatch(r"\d{4}", known):
        anchors.dated = known, clue.clause
    over = anchors.day is not None and int(known[:4]) < anchors.day.year
    if over and (clue.heads or (clue.present and anchors.dated[0] == known)):
        anchors.story_line = clue.line

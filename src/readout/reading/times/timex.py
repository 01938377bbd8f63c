# SPDX-License-Identifier: Apache-2.0
"""Find time expressions by their patterns, each with the name of its rule, its TIMEX3 type and its parts.

Only the shape is read here; what the words mean in their report (which Friday?) is for `times`. Where patterns overlap,
the one that begins first stands, of those the longest.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from readout.reading.times.feasts import is_of_name
from readout.reading.times.timepatterns import (
    CLOCK_HEAD,
    PATTERNS,
    RANGE_HEAD,
    RANGE_TAIL,
    TRIGGERS,
    YEAR_TAIL,
    TimexType,
)

__all__ = ["Timex", "find_timexes", "half_of_day"]


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression's place in the text, and the parts of its pattern.

    Attributes:
        start: First character.
        end: Character after the last.
        rule: Name of the pattern.
        type: TIMEX3 type.
        parts: What the pattern's named groups matched, in lower case, white space made one blank.
    """

    start: int
    end: int
    rule: str
    type: TimexType
    parts: Mapping[str, str]


_REACH = 100  # characters: no expression reaches farther from its trigger, even where lines are broken and indented


_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")
_APART = 5  # words between two units that one length has no more: "two years, one month and twenty-one days"
_BEHIND_UNITS = frozenset("or so and a half".split())  # "a week or so ago", "two years and a half later"


@cache
def _kinds_of_words() -> dict[str, tuple[str, ...]]:
    kinds: dict[str, list[str]] = {}
    for kind, words in TRIGGERS.items():
        for word in words.split():
            kinds.setdefault(word, []).append(kind)
    return {word: tuple(of) for word, of in kinds.items()}


_NEEDS = tuple(dict.fromkeys(needs for _, _, needs, _ in PATTERNS))


@cache
def _compiled(needs: str) -> list[tuple[str, TimexType, re.Pattern[str]]]:
    """Return the patterns that need words of some kinds; most texts have no words of most kinds."""
    return [
        (name, kind, re.compile(rf"(?<![\w’']){pattern}", re.IGNORECASE))
        for name, kind, of_pattern, pattern in PATTERNS
        if of_pattern == needs
    ]


@cache
def _range_tail() -> re.Pattern[str]:
    return re.compile(RANGE_TAIL, re.IGNORECASE)


@cache
def _range_head() -> re.Pattern[str]:
    return re.compile(RANGE_HEAD, re.IGNORECASE)


@cache
def _clock_head() -> re.Pattern[str]:
    return re.compile(CLOCK_HEAD, re.IGNORECASE)


def half_of_day(hour: str, last: Timex) -> str:
    """Return the half of the day of the first hour of a range, from that of the last: "6 to 9 p.m.", "11 to 2 p.m."."""
    crosses = int(hour) % 12 > int(last.parts["hour"]) % 12
    return "am" if crosses and last.parts["ampm"].startswith("p") else last.parts["ampm"]


def _first_hour(text: str, timex: Timex, after: int) -> Timex | None:
    """Return the first hour of a range whose last alone says which half of the day it is: "6 to 9 p.m."."""
    start = max(timex.start - _HEAD, after)
    head = _clock_head().search(text[start : timex.start]) if "ampm" in timex.parts else None
    if head is None:
        return None
    told = {key: part for key, part in head.groupdict().items() if part} | {"ampm": half_of_day(head["hour"], timex)}
    end = head.end("minute") if head["minute"] else head.end("hour")
    return Timex(start + head.start("hour"), start + end, "clock", "TIME", told)


_HEAD = 24  # characters: "between the 23rd and "


def _first_day(text: str, timex: Timex, after: int) -> Timex | None:
    """Return the first day of a range whose last is written with the month: "10-12 May"."""
    start = max(timex.start - _HEAD, after)
    # "Between the 3rd and the 8th of May"
    is_number = text.startswith("the ", timex.start) or text[timex.start].isdigit()
    head = _range_head().search(text[start : timex.start]) if is_number else None
    group = None if head is None else "day" if head["day"] else "day2"
    if (
        head is None
        or group is None
        or int(re.sub(r"\D", "", head[group])) >= int(re.sub(r"\D", "", timex.parts["day"]))
    ):
        return None
    parts = {key: part for key, part in timex.parts.items() if key != "weekday"} | {"day": head[group].lower()}
    return Timex(start + head.start(group), start + head.end(group), "month_day", "DATE", parts)


_OWN_YEAR = frozenset({"year", "of_year", "which", "which2"})
_OF_YEAR = frozenset({"year", "fiscal_year"})
_MOST_YEARS = 200  # of a range: "1792-1815"


def _years_of_range(text: str, timex: Timex) -> list[Timex]:
    """Return the one time that "2023/24" or "1999-2000" is, and both years of "1992-1995".

    None where the second does not come after the first.
    """
    tail = re.compile(YEAR_TAIL).match(text, timex.end)
    first = int(timex.parts["year"])
    if tail is None:
        return []
    last = int(tail["year"]) if len(tail["year"]) == 4 else first - first % 100 + int(tail["year"])
    last += 100 * (first % 100 == 99 and last % 100 == 0 and last < first)  # "1999-00"
    if not first < last <= first + _MOST_YEARS:
        return []
    if len(tail["year"]) < 4 or last == first + 1:
        return [replace(timex, end=tail.end("year"), rule="year_range", parts={**timex.parts, "last": str(last)})]
    return [timex, Timex(tail.start("year"), tail.end("year"), timex.rule, "DATE", {"year": str(last)})]


def find_timexes(text: str) -> list[Timex]:
    """Find time expressions, in text order, none overlapping another."""
    places = _trigger_places(text)
    ends = [match.start() for match in _BLANK_LINE.finditer(text)] + [len(text)]
    found: list[Timex] = []
    for needs in _NEEDS:
        around = sorted(place for kind in needs.split() for place in places.get(kind, ()))
        for start, end, is_whole in _windows(around, ends):
            for name, kind, pattern in _compiled(needs):
                found += (
                    _timex(name, kind, m)
                    for m in pattern.finditer(text, start, end)
                    if (is_whole or m.end() < end) and not (name == "feast" and is_of_name(text, m.start(), m.end()))
                )
    return _chosen(text, found)


def _trigger_places(text: str) -> dict[str, list[int]]:
    """Return where the words of each kind begin."""
    kinds, places = _kinds_of_words(), dict[str, list[int]]()
    before: tuple[str, ...] = ()
    since_unit = _APART
    for match in re.finditer(r"\w+", text):
        word = match[0].lower()
        of_word = kinds.get(word, ())
        for kind in of_word:
            if (
                kind != "side" or "unit" in before
            ):  # "weeks ago", "the day after"; elsewhere "after" and "from" are no times
                places.setdefault(kind, []).append(match.start())
        since_unit += 1
        if "unit" in of_word:
            if since_unit < _APART:
                places.setdefault("units", []).append(match.start())
            since_unit = 0
        before = before if word in _BEHIND_UNITS else of_word
        if word[0].isdigit():
            places.setdefault("digit", []).append(match.start())
            if word[:4].isdigit() and len(word) >= 4:
                places.setdefault("year", []).append(match.start())
    return places


def _windows(places: Iterable[int], ends: Sequence[int]) -> list[tuple[int, int, bool]]:
    """Return the stretches of text around places, in order, those that touch made one.

    The last item tells whether a stretch goes to the end of its paragraph. No expression goes on in the next one: "at 10 a.m."
    has nothing to do with the "TUESDAY" that heads it.
    """
    windows: list[tuple[int, int, bool]] = []
    for place in places:
        at = bisect_right(ends, place)
        last = ends[min(at, len(ends) - 1)]
        start, end = max(place - _REACH, ends[at - 1] if at else 0), min(place + _REACH, last)
        if windows and start <= windows[-1][1] and windows[-1][0] >= (ends[at - 1] if at else 0):
            windows[-1] = (windows[-1][0], end, end == last)
        else:
            windows.append((start, end, end == last))
    return windows


def _timex(name: str, kind: TimexType, match: re.Match[str]) -> Timex:
    parts = {k: re.sub(r"\s+", " ", v.lower()) for k, v in match.groupdict().items() if v is not None}
    if parts.get("mod", "").endswith(" than") and _of_number(match.string, match.start()):
        return Timex(match.end("mod") + 1, match.end(), name, kind, {k: v for k, v in parts.items() if k != "mod"})
    return Timex(match.start(), match.end(), name, kind, parts)


_NUMBERED = re.compile(
    r"(?:[\d%]|\b(?:percent|per cent|points?|times|thousand|million|billion|fold|much|far|people|"
    r"dollars|cents|euros|pounds|pence|yen|yuan|won|rupees|roubles|rubles|pesos|naira|kip|barrels|bpd|tonn?e?s|seats|votes|kg|kilos?|lit(?:re|er)s|hectares|acres|megawatts|mw|gwh|bales|bushels|carats|ounces))\s+$"
)


def _of_number(text: str, start: int) -> bool:
    """Tell whether "more than" compares a number told before it with that of a time: "700,000 more than two years ago"."""
    return _NUMBERED.search(text, max(start - _WORDS_OF_NUMBER, 0), start) is not None


_WORDS_OF_NUMBER = 12  # characters: "per cent "


_PREFERRED = frozenset({"year_range", "clock"})  # of those with the same words: "1700 hours" of the clock is no length


def _chosen(text: str, found: Iterable[Timex]) -> list[Timex]:
    """Return of those that overlap the first and longest, and the other day or year of a range."""
    chosen: list[Timex] = []
    for timex in sorted(found, key=lambda t: (t.start, -t.end, t.rule not in _PREFERRED)):
        if chosen and timex.start < chosen[-1].end:
            continue
        if timex.rule == "year_range":
            chosen += _years_of_range(text, timex)
            continue
        if timex.rule == "month_day" and (head := _first_day(text, timex, chosen[-1].end if chosen else 0)) is not None:
            chosen.append(head)
        if timex.rule == "clock" and (head := _first_hour(text, timex, chosen[-1].end if chosen else 0)) is not None:
            chosen.append(head)
        if timex.rule in _OF_YEAR and "year" in timex.parts and (years := _years_of_range(text, timex)):
            chosen += years[:1] if len(years) == 1 else [timex]
            continue
        chosen.append(timex)
        if timex.rule == "clock" and "month" in timex.parts and (tail := _range_tail().match(text, timex.end)):
            parts = {"month": timex.parts["month"], "day": tail["day"].lower()}  # "from 10 am to 4 pm on May 26 and 27"
            chosen.append(Timex(tail.start("day"), tail.end("day"), "month_day", "DATE", parts))
        if timex.rule == "month_day" and (tail := _range_tail().match(text, timex.end)):
            year = {"year": tail["year"]} if tail["year"] and _OWN_YEAR.isdisjoint(timex.parts) else {}
            chosen[-1] = replace(timex, parts={**timex.parts, **year})
            parts = {**timex.parts, **year, "day": tail["day"].lower()}
            parts.pop("weekday", None)
            end = tail.end("year") if year else tail.end("day")
            chosen.append(Timex(tail.start("day"), end, "month_day", "DATE", parts))
    return chosen

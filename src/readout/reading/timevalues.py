# SPDX-License-Identifier: Apache-2.0
"""What a time expression is worth: from the parts of its pattern and an anchor to a TIMEX3 value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal

from readout.reading.almanac import (
    MONTHS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    day_from_value,
    holiday_on,
    month_shifted,
    number_of,
    ordinal_of,
    week_value,
)
from readout.reading.timex import Timex, TimexType
from readout.text import Span

__all__ = ["Anchor", "Clue", "Value", "Values"]

NO_ANCHOR = "the report gives no day of publication to count from"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a value was counted from: the day of publication, or another time of the text, with its words."""

    value: str
    basis: Literal["published", "text"]
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Clue:
    """What stands around: tense ("past", "future", "ahead" where only likely, or ""), word before, numbers of sentence and line."""

    tense: str = ""
    before: str = ""
    sentence: int = 0
    line: int = 0


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


_STAGES = {
    "early": "START", "beginning": "START", "start": "START", "earlier": "START", "mid": "MID", "middle": "MID",
    "late": "END", "end": "END", "close": "END", "later": "END",
}  # fmt: skip
_MODS = {
    "more than": "MORE_THAN", "less than": "LESS_THAN", "fewer than": "LESS_THAN", "no more than": "EQUAL_OR_LESS",
    "at most": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS", "at least": "EQUAL_OR_MORE", "nearly": "EQUAL_OR_LESS",
    "almost": "EQUAL_OR_LESS", "or so": "APPROX",
}  # fmt: skip
_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "12:00", "midnight": "24:00"}
_ZONES = {
    "gmt": "Z", "utc": "Z", "z": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00", "msk": "+03:00",
}  # fmt: skip
_WORD_DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9,
}  # fmt: skip
_SET_WORDS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W",
    "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y",
}  # fmt: skip

_HALVES = {"Y": "6M", "H": "30M"}

Parts = Mapping[str, str]


def _unit(word: str) -> tuple[int, str]:
    return UNITS.get(word) or UNITS.get(word.removesuffix("s")) or (1, "D")


def _period(number: float | None, word: str) -> str:
    """Write a TIMEX3 duration; X for a number that is not told."""
    times, letter = _unit(word)
    clock = "T" if word.rstrip("s") in {"second", "minute", "hour"} else ""
    if number is None or not times:
        return f"P{clock}X{ {10: 'DE', 100: 'CE'}.get(times, letter) }".replace(" ", "")
    if number % 1 == 0.5 and times == 1 and letter in _HALVES:
        whole = f"{int(number)}{letter}" if number > 1 else ""
        return f"P{clock}{whole}{_HALVES[letter]}"
    return f"P{clock}{number * times:g}{letter}"


@dataclass(slots=True)
class Values:
    """Gives expressions their values, one after the other: each may be counted from one before it.

    Attributes:
        day: The anchor, None where there is none.
        spans: The words that state the anchor, if the text does.
        order: How the report writes days and months in numbers, once known: "dmy" or "mdy".
    """

    day: date | None
    spans: tuple[Span, ...] = ()
    order: str | None = None
    _last: str | None = field(default=None)
    _last_line: int = -1
    _last_span: Span | None = None
    _quarter: str | None = None

    def learn_order(self, timexes: Iterable[Timex]) -> None:
        """Learn from the dates that can be read one way only how the report writes the others."""
        orders = {
            "dmy" if int(t.parts["a"]) > 12 else "mdy"
            for t in timexes
            if t.rule == "numeric_date" and (int(t.parts["a"]) > 12) != (int(t.parts["b"]) > 12)
        }
        self.order = orders.pop() if len(orders) == 1 else None

    def value_of(self, timex: Timex, clue: Clue) -> Value | None:
        """Return the value of an expression; None where it is no time after all."""
        rule: Callable[[Values, Parts, Clue], Value | None] = _RULES[timex.rule]
        value = rule(self, timex.parts, clue)
        if value is None or value.value is None:
            return value
        stage = timex.parts.get("stage") or timex.parts.get("stage2")
        if stage in _STAGES and value.mod is None:
            value = replace(value, mod=_STAGES[stage])
        known = value.value or ""
        if re.match(r"\d{4}", known) and timex.rule not in {"ago", "year_ago"}:
            self._last, self._last_line, self._last_span = known, clue.line, Span(timex.start, timex.end)
            if re.fullmatch(r"\d{4}-Q\d", known):
                self._quarter = known
        return value

    # What rules count from.

    def _counted(self, value: str, **more: str | None) -> Value:
        """A value counted from the anchor."""
        assert self.day is not None
        return Value(value, anchor=Anchor(self.day.isoformat(), "published", self.spans), **more)  # type: ignore[arg-type]

    def _from_text(self, value: str) -> Value:
        assert self._last is not None
        return Value(value, anchor=Anchor(self._last, "text", (self._last_span,) if self._last_span else ()))

    def _open(self, value: str, reason: str = NO_ANCHOR) -> Value:
        return Value(value, undecided=reason)

    def _weekday(self, weekday: int, clue: Clue, which: str) -> Value:
        if self.day is None:
            return self._open(f"XXXX-WXX-{weekday + 1}")
        back = (self.day.weekday() - weekday) % 7
        if which.startswith("last") or which == "this past" or which == "the previous":
            found = self.day - timedelta(back or 7)
        elif which in {"next", "this coming"}:
            found = self.day + timedelta((7 - back) % 7 or 7)
        elif clue.tense == "future" and back:
            found = self.day + timedelta(7 - back)
        else:
            found = self.day - timedelta(back)
        return self._counted(found.isoformat())

    def _year_for(self, month: int, day: int | None, clue: Clue) -> int:
        """Choose the year of a month or day that is written without one."""
        assert self.day is not None
        year = self.day.year
        if day is None:
            ahead = (month - self.day.month) % 12
            if clue.tense == "future" or (clue.tense == "ahead" and ahead <= 9) or (not clue.tense and 0 < ahead <= 1):
                return year + (month < self.day.month)
            return year - (month > self.day.month)
        away = {y: abs((_clipped(y, month, day) - self.day).days) for y in (year - 1, year, year + 1)}
        nearest = min(away, key=lambda y: (away[y], -y))
        here = _clipped(nearest, month, day)
        if clue.tense == "past" and (here - self.day).days > 92:
            return nearest - 1
        return nearest + 1 if clue.tense == "future" and (self.day - here).days > 31 else nearest


def _clipped(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, 28)) if day > 28 else date(year, month, day)


def _month_number(word: str) -> int:
    return MONTHS[word.rstrip(".")]


def _date_value(year: str | int, month: int, day: int) -> str | None:
    """Write a day; None where the calendar has no such day."""
    if isinstance(year, int) or year.isdigit():
        try:
            return date(int(year), month, day).isoformat()
        except ValueError:
            return None
    return f"{year}-{month:02d}-{day:02d}"


# Rules: (values so far, parts of the pattern, what stands around) -> value.


def _iso_date(_: Values, parts: Parts, __: Clue) -> Value | None:
    found = _date_value(parts["year"], int(parts["month"]), int(parts["day"]))
    return Value(found) if found else None


def _numeric_date(values: Values, parts: Parts, _: Clue) -> Value | None:
    a, b, year = int(parts["a"]), int(parts["b"]), parts["year"]
    if len(year) == 2:
        top = (values.day.year % 100 if values.day else 49) + 1
        year = f"{20 if int(year) <= top else 19}{year}"
    if (a > 12 and b > 12) or not a or not b or a > 31 or b > 31:
        return None
    order = "dmy" if a > 12 else "mdy" if b > 12 else "same" if a == b else values.order
    if order is None:
        reason = "day and month could be read either way, and no other date of the report tells which comes first"
        return Value(f"{year}-XX-XX", undecided=reason)
    day, month = (a, b) if order == "dmy" else (b, a)
    found = _date_value(year, month, day)
    return Value(found) if found else None


def _month_day(values: Values, parts: Parts, clue: Clue) -> Value | None:
    month, day = _month_number(parts["month"]), int(re.sub(r"\D", "", parts["day"]))
    if "year" in parts:
        found = _date_value(parts["year"], month, day)
        return Value(found) if found else None
    if values.day is None:
        return values._open(f"XXXX-{month:02d}-{day:02d}")
    found = _date_value(values._year_for(month, day, clue), month, day)
    return values._counted(found) if found else None


def _month_year(_: Values, parts: Parts, __: Clue) -> Value:
    return Value(f"{parts['year']}-{_month_number(parts['month']):02d}")


def _month(values: Values, parts: Parts, clue: Clue) -> Value:
    month, which = _month_number(parts["month"]), parts.get("which", "")
    if values.day is None:
        return values._open(f"XXXX-{month:02d}")
    year = values.day.year
    if which in {"last", "this past"}:
        year -= month >= values.day.month
    elif which in {"next", "this coming"}:
        year += month <= values.day.month
    elif which != "this":
        year = values._year_for(month, None, clue)
    return values._counted(f"{year}-{month:02d}")


def _year(_: Values, parts: Parts, __: Clue) -> Value:
    return Value(parts["year"])


def _which_year(values: Values, which: str) -> str | None:
    """Return the year of "last year", "this year", "next year"."""
    if values.day is None:
        return None
    step = -1 if which.startswith(("last", "previous")) else 1 if which.startswith(("next", "coming")) else 0
    return str(values.day.year + step)


def _fiscal_year(values: Values, parts: Parts, _: Clue) -> Value:
    if "year" in parts:
        return Value(parts["year"])
    if "which" not in parts:
        return Value("P1Y", type="DURATION")
    year = _which_year(values, parts["which"])
    return values._counted(year) if year else values._open("XXXX")


def _decade(_: Values, parts: Parts, __: Clue) -> Value:
    if "decade" in parts:
        return Value(parts["decade"])
    digit = int(parts["short"]) if "short" in parts else _WORD_DECADES[parts["word"]]
    return Value(f"19{digit}")


def _century(_: Values, parts: Parts, __: Clue) -> Value | None:
    number = int(parts["nth"]) if "nth" in parts else ordinal_of(parts["ordinal"])
    return Value(f"{number - 1:02d}") if number and 1 <= number <= 30 else None


def _quarter(values: Values, parts: Parts, clue: Clue) -> Value:
    nth = ordinal_of(parts["nth"])
    year = parts.get("year") or parts.get("before")
    if year:
        return Value(f"{year}-Q{nth}")
    which = parts.get("which") or parts.get("of")
    if values.day is None:
        return values._open(f"XXXX-Q{nth}")
    assert nth is not None
    current = (values.day.month - 1) // 3 + 1
    number = values.day.year
    if which:
        number = int(_which_year(values, which) or number)
    elif clue.tense == "future":
        number += nth < current
    else:
        number -= nth > current
    return values._counted(f"{number - ('ago' in parts)}-Q{nth}")


def _half(values: Values, parts: Parts, _: Clue) -> Value:
    half = 1 if parts["nth"] == "first" else 2
    if "year" in parts:
        return Value(f"{parts['year']}-H{half}")
    year = _which_year(values, parts["of"])
    return values._counted(f"{year}-H{half}") if year else values._open(f"XXXX-H{half}")


def _the_quarter(values: Values, parts: Parts, _: Clue) -> Value:
    which = parts["which"]
    if values._quarter is None and values.day is None:
        return values._open("XXXX-QX")
    if which in {"last", "next", "this", "the current"} and values.day is not None:
        index = values.day.year * 4 + (values.day.month - 1) // 3 + {"last": -1, "next": 1}.get(which, 0)
        return values._counted(f"{index // 4}-Q{index % 4 + 1}")
    if values._quarter is None:
        return Value("P1Q", type="DURATION")
    year, nth = int(values._quarter[:4]), values._quarter[-1]
    return Value(f"{year - ('year' in which)}-Q{nth}", anchor=Anchor(values._quarter, "text"))


def _season(values: Values, parts: Parts, clue: Clue) -> Value:
    season = parts.get("season") or parts.get("season2") or parts["season3"]
    code, year = SEASONS[season], parts.get("year2") or parts.get("year3")
    if year:
        return Value(f"{year}-{code}")
    if values.day is None:
        return values._open(f"XXXX-{code}")
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    which, number = parts.get("which", ""), values.day.year
    if which.startswith("last") or (which == "this past") or (not which and clue.tense != "future"):
        number -= values.day.month < first + (3 if which == "last" and code != "WI" else 0)
    elif which.startswith("next") or (not which and clue.tense == "future"):
        number += values.day.month >= first + 3
    return values._counted(f"{number}-{code}")


def _part_of(values: Values, parts: Parts, clue: Clue) -> Value:
    if "month" in parts:
        return _month_year(values, parts, clue) if "year" in parts else _month(values, {"month": parts["month"]}, clue)
    if "year_only" in parts:
        return Value(parts["year_only"])
    which = "this" if parts["which"] == "the" else parts["which"]
    return _unit_of(values, {"which": which, "unit": parts["unit"]}, clue)


def _end_of(values: Values, parts: Parts, clue: Clue) -> Value:
    found = _unit_of(values, {"which": "this", "unit": parts["unit"]}, clue)
    return replace(found, mod="END")


def _day(values: Values, parts: Parts, _: Clue) -> Value:
    if values.day is None:
        return values._open("XXXX-XX-XX")
    step = {"yesterday": -1, "today": 0, "tomorrow": 1}[parts["which"]]
    return values._counted((values.day + timedelta(step)).isoformat())


def _time_of_day(part: str) -> str:
    return _PARTS[re.sub(r"^(?:early|late|mid)[- ]*", "", part)]


def _day_part(values: Values, parts: Parts, _: Clue) -> Value:
    part = _time_of_day(parts["part"])
    if values.day is None:
        return values._open(f"XXXX-XX-XXT{part}")
    step = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(parts["which"], 0)
    return values._counted(f"{(values.day + timedelta(step)).isoformat()}T{part}")


def _tonight(values: Values, parts: Parts, clue: Clue) -> Value:
    return _day_part(values, {"which": "this", "part": "night"}, clue)


def _weekday(values: Values, parts: Parts, clue: Clue) -> Value:
    which = parts.get("which", "")
    if which == "the following" and values._last and (day := day_from_value(values._last)):
        step = (WEEKDAYS[parts["weekday"].rstrip(".")] - day.weekday()) % 7 or 7
        return values._from_text((day + timedelta(step)).isoformat())
    return values._weekday(WEEKDAYS[parts["weekday"].rstrip(".")], clue, which)


def _weekday_part(values: Values, parts: Parts, clue: Clue) -> Value:
    found = _weekday(values, parts, clue)
    return replace(found, value=f"{found.value}T{_time_of_day(parts['part'])}")


def _weekday_ago(values: Values, parts: Parts, _: Clue) -> Value:
    weekday = WEEKDAYS[parts["weekday"].rstrip(".")]
    if values.day is None:
        return values._open(f"XXXX-WXX-{weekday + 1}")
    monday = values.day - timedelta(values.day.weekday()) + timedelta(-7 if parts["which"] == "last" else 7)
    return values._counted((monday + timedelta(weekday)).isoformat())


def _day_part_alone(values: Values, parts: Parts, _: Clue) -> Value:
    part = _time_of_day(parts["part"])
    day = day_from_value(values._last) if values._last else None
    if day is None:
        return values._open(f"XXXX-XX-XXT{part}", "the report names no day before it to count from")
    return values._from_text(f"{day.isoformat()}T{part}")


_OPEN_UNITS = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}


def _shifted(base: date, steps: int, letter: str) -> str:
    """Return the value of the unit that lies so many of them from the one that holds a day."""
    if letter == "D":
        return (base + timedelta(steps)).isoformat()
    if letter == "W":
        return week_value(base + timedelta(7 * steps))
    if letter == "WE":
        return f"{week_value(base + timedelta(7 * steps))}-WE"
    if letter == "M":
        year, month = month_shifted(base.year, base.month, steps)
        return f"{year:04d}-{month:02d}"
    if letter == "Q":
        index = base.year * 4 + (base.month - 1) // 3 + steps
        return f"{index // 4:04d}-Q{index % 4 + 1}"
    return f"{base.year + steps:04d}"


def _unit_of(values: Values, parts: Parts, clue: Clue) -> Value:
    which, unit = parts["which"], parts["unit"]
    times, letter = _unit(unit)
    backwards = which.startswith(("last", "this past", "the previous"))
    steps = -1 if backwards else 1 if which in {"next", "the following", "the next", "the coming", "this coming"} else 0
    if which.startswith(("that", "the same", "the following", "the next", "the previous")):
        return _from_last(values, steps, letter, times)
    if values.day is None:
        return values._open(_OPEN_UNITS.get(letter, "XXXX"))
    if times == 10:
        return values._counted(f"{values.day.year // 10 + steps}")
    if times == 100:
        return values._counted(f"{values.day.year // 100 + steps:02d}")
    if letter == "WE":
        return values._counted(_shifted(values.day, _weekend_steps(values.day, which, clue), "WE"))
    return values._counted(_shifted(values.day, steps * times, letter))


def _following(values: Values, parts: Parts, clue: Clue) -> Value:
    return _unit_of(values, {**parts, "which": f"the {parts['which']}"}, clue)


def _weekend_steps(day: date, which: str, clue: Clue) -> int:
    if which.startswith("next"):
        return 1
    past = which.startswith(("last", "this past")) or (which != "this" and clue.tense != "future")
    return -1 if past and day.weekday() < 5 else 0


def _from_last(values: Values, steps: int, letter: str, times: int) -> Value:
    """Count from the time that the report named last."""
    last = values._last
    if last is None:
        reason = "the report names no time before it to count from"
        return values._open(_OPEN_UNITS.get(letter, "XXXX"), reason)
    if times > 1 or letter == "Y":
        return values._from_text(f"{int(last[:4]) + steps * times:04d}")
    day = day_from_value(last)
    if day is None and letter in {"M", "Q"} and re.fullmatch(r"\d{4}-\d\d", last):
        day = date.fromisoformat(f"{last}-01")
    if day is None:
        return values._open(_OPEN_UNITS.get(letter, "XXXX"), f"the time named before it, {last}, is not fine enough")
    return values._from_text(_shifted(day, steps, letter))


def _the_weekend(values: Values, _: Parts, clue: Clue) -> Value:
    return _unit_of(values, {"which": "the", "unit": "weekend"}, clue)


def _the_unit(_: Values, __: Parts, ___: Clue) -> Value:
    return Value("P1Y", type="DURATION")


def _the_period(values: Values, parts: Parts, _: Clue) -> Value:
    if "year" in parts:
        return Value(parts["year"])
    if values._quarter:
        return Value(values._quarter, anchor=Anchor(values._quarter, "text"))
    return values._open("XXXX-QX", "the report names no quarter before it")


def _week_of(values: Values, parts: Parts, clue: Clue) -> Value | None:
    found = _month_day(values, parts, clue)
    day = day_from_value(found.value) if found and found.value else None
    if found is None or day is None:
        return values._open("XXXX-WXX") if found else None
    return replace(found, value=week_value(day))


def _ago(values: Values, parts: Parts, clue: Clue) -> Value:
    number = number_of(parts["n"]) if "n" in parts else None
    back = parts["side"] in {"ago", "earlier", "before", "previously"}
    if number is None:
        return Value("PAST_REF" if back else "FUTURE_REF")
    mod = _MODS.get(parts.get("mod", ""), "APPROX" if parts.get("so") == "or so" else None)
    if parts.get("so") == "and a half":
        number += 0.5
    times, letter = _unit(parts["unit"])
    if letter == "Y" and number == 1 and back and values._quarter:  # results: the same quarter of the year before
        return replace(_year_ago(values, parts, clue), mod=mod)
    clock = parts["unit"].rstrip("s") in {"second", "minute", "hour"}
    from_text = parts["side"] not in {"ago", "from now", "hence"}
    base = values.day
    from_text = from_text and values._last is not None and values._last_line == clue.line
    if from_text and values._last:
        base = _base_of(values._last) or base
    if base is None:
        return replace(values._open(_OPEN_UNITS.get("D" if clock else letter, "XXXX")), mod=mod)
    steps = round(-number * times if back else number * times)
    try:
        value = _shifted(base, 0, "D") if clock else _shifted(base, steps, letter)
    except (OverflowError, ValueError):
        return Value("PAST_REF" if back else "FUTURE_REF", mod=mod)
    counted = values._from_text(value) if from_text and values._last else values._counted(value)
    return replace(counted, mod=mod)


def _base_of(value: str) -> date | None:
    """Return a day inside a value to count years, months or weeks from."""
    if day := day_from_value(value):
        return day
    if match := re.match(r"(\d{4})-(\d\d)$", value):
        return date(int(match[1]), int(match[2]), 1)
    if match := re.match(r"(\d{4})-Q(\d)", value):
        return date(int(match[1]), int(match[2]) * 3 - 2, 1)
    return date(int(value[:4]), 7, 1) if re.match(r"\d{4}", value) and int(value[:4]) else None


def _year_ago(values: Values, parts: Parts, _: Clue) -> Value:
    if values._quarter:
        year = int(values._quarter[:4]) - 1
        value = f"{year}-{values._quarter[5:]}"
        return Value(value, anchor=Anchor(values._quarter, "text"))
    return values._counted(str(values.day.year - 1)) if values.day else values._open("XXXX")


def _day_before(values: Values, parts: Parts, _: Clue) -> Value:
    if values.day is None:
        return values._open("XXXX-XX-XX")
    step = (-1 if parts["which"] == "yesterday" else 1) + (-1 if parts["side"] == "before" else 1)
    return values._counted((values.day + timedelta(step)).isoformat())


def _duration(_: Values, parts: Parts, __: Clue) -> Value:
    number = number_of(parts["n"]) if "n" in parts else None
    if parts.get("vague") == "a couple":
        number = 2.0
    so = parts.get("so")
    if number is not None and so == "and a half":
        number += 0.5
    mod = _MODS.get(parts.get("mod", ""), "APPROX" if so == "or so" else None)
    return Value(_period(number, parts["unit"]), mod=mod)


def _duration_range(_: Values, parts: Parts, __: Clue) -> Value:
    return Value(_period(None, parts["unit"]))


def _one_unit(_: Values, parts: Parts, __: Clue) -> Value:
    return Value(_period(1.0, parts["unit"]))


def _vague_units(_: Values, parts: Parts, __: Clue) -> Value:
    return Value(_period(None, parts["unit"]))


def _long(_: Values, parts: Parts, __: Clue) -> Value:
    return Value(_period(None if parts["unit"].endswith("s") else 1.0, parts["unit"]))


def _while(_: Values, __: Parts, ___: Clue) -> Value:
    return Value("PXX")


def _every(_: Values, parts: Parts, __: Clue) -> Value:
    quant = parts["quant"].upper()
    if "weekday" in parts:
        return Value(f"XXXX-WXX-{WEEKDAYS[parts['weekday'].rstrip('.')] + 1}", quant=quant)
    if "month" in parts:
        return Value(f"XXXX-{_month_number(parts['month']):02d}", quant=quant)
    if "part" in parts:
        return Value(f"XXXX-XX-XXT{_PARTS[parts['part']]}", quant=quant)
    if "season" in parts:
        return Value(f"XXXX-{SEASONS[parts['season']]}", quant=quant)
    number = 2.0 if parts.get("n") == "other" else number_of(parts.get("n", "one")) or 1.0
    return Value(_period(number, parts["unit"]), quant=quant)


def _times_a(_: Values, parts: Parts, __: Clue) -> Value:
    words = parts["freq"].removesuffix(" times")
    number = {"once": 1.0, "twice": 2.0}.get(words) or number_of(words)
    return Value(_period(1.0, parts["unit"]), freq=f"{number:g}X" if number else None)


def _adverb_set(_: Values, parts: Parts, __: Clue) -> Value:
    return Value(_SET_WORDS[parts["word"]])


def _weekdays(_: Values, parts: Parts, __: Clue) -> Value:
    return Value(f"XXXX-WXX-{WEEKDAYS[parts['weekday']] + 1}")


def _hour(parts: Parts) -> str | None:
    """Write the clock of a pattern as hh:mm."""
    if "named" in parts:
        return "24:00" if parts["named"] == "midnight" else "12:00"
    if "military" in parts:
        hour, minute = int(parts["military"][:2]), int(parts["military"][2:])
    elif "hour24" in parts:
        hour, minute = int(parts["hour24"]), int(parts.get("minute24") or parts["minute24b"])
    else:
        spoken = number_of(parts.get("hour") or parts.get("oclock") or "")
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


def _clock(values: Values, parts: Parts, clue: Clue) -> Value | None:
    hour = _hour(parts)
    if hour is None:
        return None
    zone = next((_ZONES[w] for w in parts.get("zone", "").split() if w in _ZONES), "")
    day: Value | None
    if "weekday" in parts:
        day = _weekday(values, {"weekday": parts["weekday"]}, clue)
    elif "which" in parts:
        day = _day(values, parts, clue)
    elif "month" in parts:
        day = _month_day(values, parts, clue)
    elif values._last and values._last_line == clue.line and (known := day_from_value(values._last)):
        day = values._from_text(known.isoformat())
    elif values.day is not None:
        day = values._counted(values.day.isoformat())
    else:
        day = values._open("XXXX-XX-XX")
    return replace(day, value=f"{day.value}T{hour}{zone}") if day else None


def _part_alone(values: Values, parts: Parts, _: Clue) -> Value:
    part = _PARTS[parts["part"]]
    if values.day is None:
        return values._open(f"XXXX-XX-XXT{part}")
    return values._counted(f"{values.day.isoformat()}T{part}")


def _holiday(values: Values, parts: Parts, clue: Clue) -> Value | None:
    name = parts["name"].replace("’", "'")
    if "year" in parts:
        year = int(parts["year"])
    elif values.day is None:
        return values._open("XXXX-XX-XX")
    else:
        here = holiday_on(name, values.day.year)
        if here is None:
            return None
        past = parts.get("which") == "last" or (parts.get("which") != "next" and clue.tense != "future")
        year = values.day.year - (past and here > values.day) + (not past and here < values.day)
        found = holiday_on(name, year)
        return values._counted(found.isoformat()) if found else None
    found = holiday_on(name, year)
    return Value(found.isoformat()) if found else None


def _constant(value: str) -> Callable[[Values, Parts, Clue], Value]:
    return lambda _values, _parts, _clue: Value(value)


_RULES: dict[str, Callable[[Values, Parts, Clue], Value | None]] = {
    "iso_date": _iso_date, "numeric_date": _numeric_date, "month_day": _month_day, "month_year": _month_year,
    "month": _month, "year": _year, "fiscal_year": _fiscal_year, "decade": _decade, "century": _century,
    "quarter": _quarter, "half": _half, "the_quarter": _the_quarter, "season": _season, "part_of": _part_of,
    "end_of": _end_of, "day": _day, "day_part": _day_part, "tonight": _tonight, "weekday": _weekday,
    "weekday_part": _weekday_part, "weekday_ago": _weekday_ago, "day_part_alone": _day_part_alone, "unit_of": _unit_of,
    "the_weekend": _the_weekend, "the_unit": _the_unit, "the_period": _the_period, "week_of": _week_of, "ago": _ago,
    "year_ago": _year_ago, "following": _following, "day_before": _day_before, "duration": _duration,
    "duration_range": _duration_range, "duration_possessive": _duration, "duration_compound": _duration,
    "duration_long": _long, "duration_framed": _one_unit, "duration_vague": _vague_units,
    "duration_bare": _vague_units, "duration_ahead": _vague_units, "while": _while, "every": _every,
    "times_a": _times_a, "adverb_set": _adverb_set, "per_unit": _one_unit, "weekdays": _weekdays, "clock": _clock,
    "part_alone": _part_alone, "present": _constant("PRESENT_REF"), "past": _constant("PAST_REF"),
    "future": _constant("FUTURE_REF"), "holiday": _holiday,
}  # fmt: skip

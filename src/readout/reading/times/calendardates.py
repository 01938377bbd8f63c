# SPDX-License-Identifier: Apache-2.0
"""Values of dates as the calendar writes them: days, months, years, decades, centuries, seasons, holidays.

Each rule takes what values are counted from, the parts of the pattern and what stands around; None where it is no date after all.
"""

from __future__ import annotations

import re
from datetime import date

from readout.reading.times.almanac import (
    SEASONS,
    date_value,
    month_number,
    number_of,
    ordinal_of,
    week_value,
)
from readout.reading.times.anchors import NOTHING_NAMED, Anchors, Clue, Parts, Rule, Value
from readout.reading.times.feasts import days_of_feast, feast_value
from readout.reading.times.holidays import holiday_on

__all__ = ["RULES", "holiday_value", "month_day_value", "month_value", "month_year_value", "which_year"]

_SOON = 31  # days: a holiday that is no farther ahead is the one to come, unless the tense says otherwise
_DECEMBER = 12  # in which "next winter" is not the one that has begun
_NEAR = 6  # months: a season farther ahead is the one to come only where the tense is plain
_WORD_DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9,
}  # fmt: skip


def _iso_date(_: Anchors, parts: Parts, __: Clue) -> Value | None:
    found = date_value(parts["year"], int(parts["month"]), int(parts["day"]))
    return Value(found) if found else None


def _numeric_date(anchors: Anchors, parts: Parts, _: Clue) -> Value | None:
    a, b, year = int(parts["a"]), int(parts["b"]), parts["year"]
    if len(year) == 2:
        top = (anchors.day.year % 100 if anchors.day else 49) + 1
        year = f"{20 if int(year) <= top else 19}{year}"
    if (a > 12 and b > 12) or not a or not b or a > 31 or b > 31:
        return None
    order = "dmy" if a > 12 else "mdy" if b > 12 else "same" if a == b else anchors.order
    if order is None:
        reason = "day and month could be read either way, and no other date of the report tells which comes first"
        return Value(f"{year}-XX-XX", undecided=reason)
    day, month = (a, b) if order == "dmy" else (b, a)
    found = date_value(year, month, day)
    return Value(found) if found else None


def month_day_value(anchors: Anchors, parts: Parts, clue: Clue) -> Value | None:
    """Return the value of "March 3", "3 March 2021"."""
    month, day = month_number(parts["month"]), _day_number(parts["day"])
    if "year" in parts:
        found = date_value(parts["year"], month, day)
        return Value(found) if found else None
    if _is_of_story(parts):
        return _in_year_of_story(anchors, parts["of_year"], f"{month:02d}-{day:02d}")
    if "told" in parts:  # "the 8th of that September"
        return _in_year_of_story(anchors, "that year", f"{month:02d}-{day:02d}")
    if anchors.day is None:
        return anchors.left_open(f"XXXX-{month:02d}-{day:02d}")
    which = parts.get("which") or parts.get("which2") or ""
    if "of_year" in parts:
        found = date_value(which_year(anchors, parts["of_year"]) or "XXXX", month, day)
        return anchors.counted(found) if found else None
    year = _year_of(which, (month, day), anchors) or anchors.year_for(month, day, clue)
    found = date_value(year, month, day)
    return anchors.counted(found) if found else None


def _day_number(words: str) -> int:
    digits = re.sub(r"\D", "", words)
    return int(digits) if digits else ordinal_of(words) or 0


def _year_of(which: str, day: tuple[int, int], anchors: Anchors) -> int | None:
    """Return the year of "last Oct. 23", "next May 1"; None where only what stands around can tell."""
    if anchors.day is None or which not in {"last", "next"}:
        return None
    here = (anchors.day.month, anchors.day.day)
    return anchors.day.year - (day >= here) if which == "last" else anchors.day.year + (day <= here)


def month_year_value(_: Anchors, parts: Parts, __: Clue) -> Value:
    """Return the value of "March 2021"."""
    return Value(f"{parts['year']}-{month_number(parts['month']):02d}")


_OF_STORY = frozenset({"that", "the following", "the same"})


_YEARS_OF_STORY = {"that year": 0, "the same year": 0, "the following year": 1, "the previous year": -1}


def _is_of_story(parts: Parts) -> bool:
    """Tell whether a month or day is of a year counted from the one told last: "early June that year"."""
    return parts.get("of_year") in _YEARS_OF_STORY


def _in_year_of_story(anchors: Anchors, which: str, rest: str) -> Value:
    told = re.match(r"\d{4}", anchors.last or "")
    if told is None:
        return anchors.left_open(f"XXXX-{rest}", NOTHING_NAMED)
    return anchors.from_text(f"{int(told[0]) + _YEARS_OF_STORY[which]:04d}-{rest}")


def month_value(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    """Return the value of "March", "last March"."""
    month, which = month_number(parts["month"]), parts.get("which", "")
    if clue.before == "any" and "of_year" not in parts:
        return Value(f"XXXX-{month:02d}", type="SET")  # "the most for any October"
    if _is_of_story(parts):
        return _in_year_of_story(anchors, parts["of_year"], f"{month:02d}")
    if which in _OF_STORY and anchors.last and re.match(r"\d{4}", anchors.last):
        year, since = int(anchors.last[:4]), re.match(r"\d{4}-(\d\d)", anchors.last)
        later = which == "the following" and since is not None and month <= int(since[1])
        return anchors.from_text(f"{year + (later or (which == 'the following' and since is None)):04d}-{month:02d}")
    if anchors.day is None:
        return anchors.left_open(f"XXXX-{month:02d}")
    year = anchors.day.year
    if "of_year" in parts:
        year = int(which_year(anchors, parts["of_year"]) or year)
    elif which in {"last", "this past"}:
        year -= (
            month >= anchors.day.month - 1
        )  # in March, February is "last month", and "last February" that of the year before
    elif which in {"next", "this coming"}:
        year += month <= anchors.day.month
    elif which != "this":
        year = anchors.year_for(month, None, clue)
    return anchors.counted(f"{year:04d}-{month:02d}")


def _year(_: Anchors, parts: Parts, __: Clue) -> Value:
    mod = {"pre": "BEFORE", "post": "AFTER"}.get(parts.get("around", ""))
    return Value("/".join(parts[part] for part in ("year", "last") if part in parts), mod=mod)


def _fiscal_code(_: Anchors, parts: Parts, __: Clue) -> Value:
    return Value(f"20{parts['short']}")


def _spoken_year(_: Anchors, parts: Parts, __: Clue) -> Value | None:
    low = number_of(parts["low"]) if "low" in parts else 0
    assert low is not None
    year = {"nineteen": 1900, "twenty": 2000}.get(parts["high"], 2000) + int(low)
    if "season" in parts:
        return Value(f"{year}-{SEASONS[parts['season']]}")
    if "month" not in parts:
        return Value(str(year))
    month = month_number(parts["month"])
    if "day" not in parts:
        return Value(f"{year}-{month:02d}")
    found = date_value(year, month, _day_number(parts["day"]))
    return Value(found) if found else None


def which_year(anchors: Anchors, which: str) -> str | None:
    """Return the year of "last year", "this year", "next year"."""
    if anchors.day is None:
        return None
    step = -1 if which.startswith(("last", "previous", "latest")) else 1 if which.startswith(("next", "coming")) else 0
    return f"{anchors.day.year + step:04d}"


def _fiscal_year(anchors: Anchors, parts: Parts, _: Clue) -> Value:
    if "year" in parts:
        return Value(parts["year"])
    if "which" not in parts:
        return Value("P1Y", type="DURATION")
    year = which_year(anchors, parts["which"])
    return anchors.counted(year) if year else anchors.left_open("XXXX")


def _decade(_: Anchors, parts: Parts, __: Clue) -> Value:
    if "decade" in parts:
        return Value(parts["decade"])
    short = parts.get("short") or parts.get("bare")
    digit = int(short) if short else _WORD_DECADES[parts["word"]]
    return Value(f"19{digit}")


def _eleventh_september(_: Anchors, __: Parts, ___: Clue) -> Value:
    return Value("2001-09-11")


def _century(_: Anchors, parts: Parts, __: Clue) -> Value | None:
    number = int(parts["nth"]) if "nth" in parts else ordinal_of(parts["ordinal"])
    return Value(f"{number - 1:02d}") if number and 1 <= number <= 30 else None


def _season(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    season = parts.get("season") or parts.get("season2") or parts.get("season3") or parts["season4"]
    code, year = SEASONS[season], parts.get("year2") or parts.get("year3")
    if year:
        return Value(f"{year}-{code}")
    if anchors.day is None:
        return anchors.left_open(f"XXXX-{code}")
    if anchors.story_line == clue.line and not parts.get("which"):
        return anchors.counted(f"{anchors.dated[0][:4]}-{code}")
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    which, number = parts.get("which", ""), anchors.day.year
    comes = clue.tense == "future" or (clue.tense == "ahead" and (first - anchors.day.month) % 12 <= _NEAR)
    if which.startswith("last") or (which == "this past") or (not which and not comes):
        number -= anchors.day.month < first + (3 if which == "last" and code != "WI" else 0)
        number -= which.startswith("last") and anchors.day.month == first == _DECEMBER
    elif which.startswith("next") or (not which and comes):
        number += anchors.day.month >= first + (0 if which else 3)
    return anchors.counted(f"{number:04d}-{code}")


def holiday_value(anchors: Anchors, parts: Parts, clue: Clue) -> Value | None:
    """Return the value of "Christmas", "last Thanksgiving", "Easter weekend"."""
    name = parts["name"].replace("’", "'")
    if "year" in parts:
        year = int(parts["year"])
    elif anchors.day is None:
        return anchors.left_open("XXXX-XX-XX")
    else:
        here = holiday_on(name, anchors.day.year)
        if here is None:
            return None
        year = _year_of_holiday(parts.get("which", ""), here, anchors.day, clue, weekly="unit" in parts)
        found = holiday_on(name, year)
        return anchors.counted(_holiday_value(found, parts)) if found else None
    found = holiday_on(name, year)
    return Value(_holiday_value(found, parts)) if found else None


def _holiday_value(day: date, parts: Parts) -> str:
    """Write a holiday, or the week or weekend that it falls into: Easter week is that which ends with Easter."""
    unit = parts.get("unit")
    return week_value(day) + ("-WE" if unit == "weekend" else "") if unit else day.isoformat()


def _year_of_holiday(which: str, here: date, day: date, clue: Clue, *, weekly: bool) -> int:
    """Choose the year of a holiday that is written without one; `here` is that of the anchor's year."""
    soon = 0 <= (here - day).days <= (_SOON if clue.tense != "past" else 6 * weekly)
    if which == "last" or (which != "next" and clue.tense not in {"future", "ahead"} and not soon):
        return day.year - (here > day)
    return day.year + (here < day)


def _feast(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    """Return the value of "Eid al-Fitr", "Yom Kippur 1973"."""
    name = parts["name"]
    if "year" in parts:
        return Value(feast_value(name, int(parts["year"])))
    days = days_of_feast(name, anchors.day.year) if anchors.day else None
    if anchors.day is None or days is None:
        return anchors.left_open("XXXX")
    year = _year_of_holiday(parts.get("which", ""), days[0], anchors.day, clue, weekly=False)
    return anchors.counted(feast_value(name, year))


RULES: dict[str, Rule] = {
    "iso_date": _iso_date,
    "numeric_date": _numeric_date,
    "month_day": month_day_value,
    "month_year": month_year_value,
    "month": month_value,
    "year": _year,
    "year_range": _year,
    "fiscal_code": _fiscal_code,
    "eleventh_september": _eleventh_september,
    "spoken_year": _spoken_year,
    "fiscal_year": _fiscal_year,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "feast": _feast,
    "holiday": holiday_value,
}

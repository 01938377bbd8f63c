# SPDX-License-Identifier: Apache-2.0
"""Holidays that a rule fixes for every year."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

__all__ = ["HOLIDAYS", "holiday_on"]


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _last_weekday(year: int, month: int, weekday: int) -> date:
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta((last.weekday() - weekday) % 7)


def _easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm in Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    r = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * r) // 451
    month, day = divmod(h + r - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the Julian calendar, as a day of the Gregorian one (Meeus, as above)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(year // 100 - year // 400 - 2)


HOLIDAYS: dict[str, Callable[[int], date]] = {
    "new year's day": lambda y: date(y, 1, 1),
    "new year's eve": lambda y: date(y, 12, 31),
    "martin luther king day": lambda y: _nth_weekday(y, 1, 0, 3),
    "valentine's day": lambda y: date(y, 2, 14),
    "presidents' day": lambda y: _nth_weekday(y, 2, 0, 3),
    "good friday": lambda y: _easter(y) - timedelta(2),
    "easter sunday": _easter,
    "easter monday": lambda y: _easter(y) + timedelta(1),
    "easter": _easter,
    "orthodox easter": _orthodox_easter,
    "orthodox christmas": lambda y: date(y, 1, 7),
    "shrove tuesday": lambda y: _easter(y) - timedelta(47),
    "ash wednesday": lambda y: _easter(y) - timedelta(46),
    "palm sunday": lambda y: _easter(y) - timedelta(7),
    "maundy thursday": lambda y: _easter(y) - timedelta(3),
    "holy thursday": lambda y: _easter(y) - timedelta(3),
    "holy saturday": lambda y: _easter(y) - timedelta(1),
    "ascension day": lambda y: _easter(y) + timedelta(39),
    "pentecost": lambda y: _easter(y) + timedelta(49),
    "pentecost sunday": lambda y: _easter(y) + timedelta(49),
    "whit sunday": lambda y: _easter(y) + timedelta(49),
    "pentecost monday": lambda y: _easter(y) + timedelta(50),
    "whit monday": lambda y: _easter(y) + timedelta(50),
    "may day": lambda y: date(y, 5, 1),
    "memorial day": lambda y: _last_weekday(y, 5, 0),
    "bastille day": lambda y: date(y, 7, 14),
    "independence day": lambda y: date(y, 7, 4),
    "labor day": lambda y: _nth_weekday(y, 9, 0, 1),
    "columbus day": lambda y: _nth_weekday(y, 10, 0, 2),
    "halloween": lambda y: date(y, 10, 31),
    "election day": lambda y: _nth_weekday(y, 11, 0, 1) + timedelta(1),
    "veterans day": lambda y: date(y, 11, 11),
    "armistice day": lambda y: date(y, 11, 11),
    "thanksgiving day": lambda y: _nth_weekday(y, 11, 3, 4),
    "thanksgiving": lambda y: _nth_weekday(y, 11, 3, 4),
    "christmas eve": lambda y: date(y, 12, 24),
    "christmas day": lambda y: date(y, 12, 25),
    "christmas": lambda y: date(y, 12, 25),
    "boxing day": lambda y: date(y, 12, 26),
    "epiphany": lambda y: date(y, 1, 6),
    "australia day": lambda y: date(y, 1, 26),
    "international women's day": lambda y: date(y, 3, 8),
    "st patrick's day": lambda y: date(y, 3, 17),
    "saint patrick's day": lambda y: date(y, 3, 17),
    "orthodox good friday": lambda y: _orthodox_easter(y) - timedelta(2),
    "earth day": lambda y: date(y, 4, 22),
    "anzac day": lambda y: date(y, 4, 25),
    "juneteenth": lambda y: date(y, 6, 19),
    "canada day": lambda y: date(y, 7, 1),
    "assumption day": lambda y: date(y, 8, 15),
    "feast of the assumption": lambda y: date(y, 8, 15),
    "all saints' day": lambda y: date(y, 11, 1),
    "all souls' day": lambda y: date(y, 11, 2),
    "world aids day": lambda y: date(y, 12, 1),
    "human rights day": lambda y: date(y, 12, 10),
}
"""Days that a rule fixes for every year, by their names in lower case. "Independence Day" is that of the United States
and is used only where the report names no other country with it."""


def holiday_on(name: str, year: int) -> date | None:
    """Return the day of a holiday in a year, None if no rule is known."""
    rule = HOLIDAYS.get(re.sub(r"\s+", " ", name.lower().replace("’", "'").replace("st.", "st").removeprefix("the ")))
    return rule(year) if rule else None

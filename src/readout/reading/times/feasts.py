# SPDX-License-Identifier: Apache-2.0
"""Feasts of calendars that follow the moon: Eid al-Fitr, Yom Kippur, Lunar New Year, Diwali, Nowruz.

Those of the Hebrew calendar and of the Chinese one have their day. The sight of the moon may put an Islamic feast off by a
day, and Nowruz and Diwali fall on one of two days by place: of those the month is told, or, where the days may lie in two
months, the year.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

__all__ = ["FEASTS", "days_of_feast", "feast_value", "is_of_name"]

_HEBREW_EPOCH, _ISLAMIC_EPOCH = -1_373_428, 227_015  # as `date.toordinal` counts
_FROM_HEBREW_YEAR = 3761  # the year that begins in the autumn of a year
# Days from the Hebrew new year to a feast of the autumn, and before the next one to a feast of the spring.
_OF_AUTUMN = {"rosh hashanah": 0, "yom kippur": 9, "sukkot": 14, "simchat torah": 21}
_OF_SPRING = {"purim": 193, "passover": 163, "shavuot": 113}
# Month and day of the Islamic calendar.
_ISLAMIC = {"ashura": (1, 10), "arbaeen": (2, 20), "eid al-fitr": (10, 1), "eid al-adha": (12, 10)}
_LUNAR_NEW_YEAR = dict(
    enumerate(
        (
            "0127 0215 0204 0123 0210 0131 0219 0207 0128 0216 0205 0124 0212 0201 0122 0209 0129 0218 0207 0126 "
            "0214 0203 0123 0210 0131 0219 0208 0128 0216 0205 0125 0212 0201 0122 0210 0129 0217 0206 0126 0213 0203"
        ).split(),
        start=1990,
    )
)
_DIWALI = dict(
    enumerate(
        "1101 1021 1109 1028 1017 1105 1026 1113 1103 1023 1111 1030 1019 1107 1027 1114 1104 1024 1112 1031 1020".split(),
        start=2005,
    )
)
_SPELLINGS: dict[str, str] = {
    r"Eid[- ](?:[AUEaue]l)[- ]?Fitr": "eid al-fitr",
    r"Eid[- ](?:[AUEaue]l)[- ]?(?:Adha|Azha|Kabir)": "eid al-adha",
    r"Ash(?:u|ou|oo)ra": "ashura",
    r"Arba['’]?(?:een|in)": "arbaeen",
    r"(?:Chinese|Lunar) New Year": "lunar new year",
    r"Diwali|Deepavali": "diwali",
    r"N[ao][wv]r(?:u|ou|oo)z|Newroz": "nowruz",
    r"Rosh Ha[- ]?[Ss]hanah?": "rosh hashanah",
    r"Yom Kippur": "yom kippur",
    r"Sukk?ot": "sukkot",
    r"Simchat Torah": "simchat torah",
    r"Passover": "passover",
    r"Purim": "purim",
    r"Shavuot": "shavuot",
}
FEASTS = "|".join(_SPELLINGS).replace("[- ]", r"[-\s]").replace(" ", r"\s+")
"""A pattern of the names of these feasts; capitals tell."""


def feast_value(name: str, year: int) -> str:
    """Return the day of a feast in a year as far as it is known: "2023-09-25", "2024-04", "2025"."""
    days = days_of_feast(name, year)
    if not days:
        return f"{year:04d}"
    first, last = days
    if first == last:
        return first.isoformat()
    return f"{year:04d}-{first.month:02d}" if first.month == last.month else f"{year:04d}"


def days_of_feast(name: str, year: int) -> tuple[date, date] | None:
    """Return the first and the last day on which a feast may have begun in a year; None where no rule tells it."""
    feast = _usual(name)
    if feast in _OF_AUTUMN or feast in _OF_SPRING:
        day = _hebrew_day(feast, year)
        return day, day
    if feast in _ISLAMIC:
        days = _islamic_days(*_ISLAMIC[feast], year)
        return (days[0] - timedelta(1), days[0] + timedelta(1)) if len(days) == 1 else None
    if feast == "nowruz":
        return date(year, 3, 20), date(year, 3, 21)
    table: Mapping[int, str] = _LUNAR_NEW_YEAR if feast == "lunar new year" else _DIWALI
    if year not in table:
        return None
    day = date(year, int(table[year][:2]), int(table[year][2:]))
    return day, day + timedelta(feast == "diwali")


def _usual(name: str) -> str:
    """Return the usual spelling of a feast's name."""
    bare = re.sub(r"\s+", " ", name)
    return next(usual for spelling, usual in _SPELLINGS.items() if re.fullmatch(spelling, bare, re.IGNORECASE))


def _hebrew_day(feast: str, year: int) -> date:
    new_year: Callable[[int], int] = _hebrew_new_year
    if feast in _OF_AUTUMN:
        return date.fromordinal(new_year(year + _FROM_HEBREW_YEAR) + _OF_AUTUMN[feast])
    return date.fromordinal(new_year(year + _FROM_HEBREW_YEAR) - _OF_SPRING[feast])


def _hebrew_new_year(year: int) -> int:
    """Return the day of 1 Tishri (Reingold & Dershowitz, Calendrical Calculations, ch. 8)."""
    before, here, after = (_elapsed_days(y) for y in (year - 1, year, year + 1))
    put_off = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return _HEBREW_EPOCH + here + put_off + 1


def _elapsed_days(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12_084 + 13_753 * months
    days = 29 * months + parts // 25_920
    return days + (3 * (days + 1) % 7 < 3)


def _islamic_days(month: int, day: int, year: int) -> list[date]:
    """Return the days of a year with a date of the tabular Islamic calendar: one or two."""
    about = (year - 622) * 33 // 32
    found = (_islamic_day(y, month, day) for y in range(about - 1, about + 3))
    return [each for each in found if each.year == year]


def _islamic_day(year: int, month: int, day: int) -> date:
    before = (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(_ISLAMIC_EPOCH - 1 + before + 29 * (month - 1) + month // 2 + day)


_BEHIND = re.compile(r"\s(?:([A-Z]\w*)|(?:massacre|bombing|attack|attacks|brigades?|party|pilgrims?)\b)")
_BEFORE = re.compile(r"(\w[\w'’.-]*)\s+$")
_DAYS = frozenset("Eve Day Week Festival Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_PLACING = frozenset({"at", "on", "during"})
_CAPITALS = frozenset(
    "at on during the for before after since until by in this last next and but as when with while from every each a happy "
    "jewish muslim shiite shia sunni hindu iranian persian kurdish afghan israeli chinese orthodox although though because".split()
)  # at the beginning of a sentence, or of what a people keeps
_REACH = 40  # characters


def is_of_name(text: str, start: int, end: int) -> bool:
    """Tell whether a feast is part of another name: "the Ashura Brigades", "Ahmad Nowruz", "the Passover bombing of 2002"."""
    before = _BEFORE.search(text[max(start - _REACH, 0) : start])
    word = before[1] if before is not None else ""
    behind = _BEHIND.match(text, end)
    if behind is not None and behind[1] not in _DAYS and not (behind[1] and word.lower() in _PLACING):
        return not text[end - 1].isdigit()
    is_plain = word.lower() in _CAPITALS or word.endswith(("ing", "'s", "’s", "s'", "s’", "."))
    return word[:1].isupper() and not is_plain

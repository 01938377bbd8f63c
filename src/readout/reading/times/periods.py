# SPDX-License-Identifier: Apache-2.0
"""Values of the periods of reports on results: quarters, halves and what was a year before them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from readout.reading.times.almanac import month_number, month_shifted, ordinal_of, shifted_value
from readout.reading.times.anchors import Anchor, Anchors, Clue, Parts, Rule, Value
from readout.reading.times.calendardates import which_year

__all__ = ["RULES", "year_ago_value"]


_LAST = 4  # quarter of a year


def _quarter(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    nth = (
        int(parts["code"])
        if "code" in parts
        else _LAST
        if parts["nth"] in {"last", "final"}
        else ordinal_of(parts["nth"])
    )
    year = parts.get("year") or parts.get("before")
    if year:
        return Value(f"{year}-Q{nth}")
    which = parts.get("which") or parts.get("of")
    if anchors.day is None:
        return anchors.left_open(f"XXXX-Q{nth}")
    assert nth is not None
    current = (anchors.day.month - 1) // 3 + 1
    number = anchors.day.year
    if which:
        number = int(which_year(anchors, which) or number)
    elif clue.tense in {"future", "ahead"}:
        number += nth < current - 1  # results of the quarter just over are still to come
    else:
        number -= nth > current
    return anchors.counted(f"{number - ('ago' in parts):04d}-Q{nth}")


def _quarter_of_months(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    nth = next(key[1] for key in ("q1", "q2", "q3", "q4") if key in parts)
    return _quarter(anchors, {**parts, "code": nth}, clue)


def _half(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    half = int(parts["code"]) if "code" in parts else 1 if parts["nth"] == "first" else 2
    if "year" in parts:
        return Value(f"{parts['year']}-H{half}")
    if "of" not in parts:  # "H2"
        ahead = clue.tense in {"future", "ahead"}
        late = anchors.day is not None and half == 2 and anchors.day.month <= 6 and not ahead
        return (
            anchors.counted(f"{anchors.day.year - late:04d}-H{half}")
            if anchors.day
            else anchors.left_open(f"XXXX-H{half}")
        )
    year = which_year(anchors, parts["of"])
    return anchors.counted(f"{year}-H{half}") if year else anchors.left_open(f"XXXX-H{half}")


def _the_quarter(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    which = parts["which"]
    if "month" in parts and which in {"the", "that", "the latest"} and anchors.day is not None:
        return _quarter_ended(anchors, month_number(parts["month"]), clue)
    if which == "that" and anchors.last and re.fullmatch(r"\d{4}-Q\d", anchors.last):
        return anchors.from_text(anchors.last)
    if which == "the latest" and anchors.day is not None:
        return anchors.counted(shifted_value(anchors.day, -1, "Q"))
    if anchors.quarter is None and anchors.day is None:
        return anchors.left_open("XXXX-QX")
    if which in _QUARTERS_BACK:
        base = anchors.quarter or shifted_value(anchors.day or date.min, 0, "Q")
        index = int(base[:4]) * 4 + int(base[-1]) - 2
        value = f"{index // 4:04d}-Q{index % 4 + 1}"
        return Value(value, anchor=Anchor(base, "text")) if anchors.quarter else anchors.counted(value)
    if which in {"last", "next", "this", "the current"} and anchors.day is not None:
        index = anchors.day.year * 4 + (anchors.day.month - 1) // 3 + {"last": -1, "next": 1}.get(which, 0)
        return anchors.counted(f"{index // 4:04d}-Q{index % 4 + 1}")
    if anchors.quarter is None:
        return Value("P1Q", type="DURATION")
    year, nth = int(anchors.quarter[:4]), anchors.quarter[-1]
    return Value(f"{year - ('year' in which):04d}-Q{nth}", anchor=Anchor(anchors.quarter, "text"))


_QUARTERS_BACK = frozenset({"the previous", "the prior", "the preceding"})


def _quarter_ended(anchors: Anchors, month: int, clue: Clue) -> Value:
    """Return the quarter of the calendar that has most of the three months that end in a month: "the quarter ended July 31"."""
    year, middle = month_shifted(anchors.year_for(month, None, replace(clue, tense="past")), month, -1)
    return anchors.counted(f"{year:04d}-Q{(middle - 1) // 3 + 1}")


def _same_period(anchors: Anchors, parts: Parts, _: Clue) -> Value:
    """Return what is compared with: "the same period last year", "the corresponding month of 2019"."""
    unit = parts.get("unit") or parts["unit2"]
    if unit in {"period", "quarter"} and anchors.quarter and not (unit == "period" and anchors.several_quarters):
        year = parts.get("year") or f"{int(anchors.quarter[:4]) - 1:04d}"
        return Value(f"{year}{anchors.quarter[4:]}", anchor=Anchor(anchors.quarter, "text"))
    if anchors.last and (match := re.fullmatch(_SPANS[unit], anchors.last)):
        year = parts.get("year") or f"{int(match[1]) - 1:04d}"
        return anchors.from_text(f"{year}-{match[2]}")
    if "year" in parts:
        return Value(parts["year"])
    return anchors.counted(f"{anchors.day.year - 1:04d}") if anchors.day else anchors.left_open("XXXX")


_SPANS = {
    "period": r"(\d{4})-(\d\d|Q\d|H\d|W\d\d)",
    "quarter": r"(\d{4})-(Q\d)",
    "month": r"(\d{4})-(\d\d)(?:-\d\d)?",
    "week": r"(\d{4})-(W\d\d)",
    "half": r"(\d{4})-(H\d)",
}
"""What value the time named last may have, for the same span of another year to be counted from it."""


def _quarter_of_year(anchors: Anchors, parts: Parts, _: Clue) -> Value:
    year = parts.get("year") or which_year(anchors, parts["which"])
    if anchors.quarter and year:
        return Value(f"{year}-{anchors.quarter[5:]}", anchor=Anchor(anchors.quarter, "text"))
    return anchors.left_open(f"{year or 'XXXX'}-QX", "the report names no quarter before it")


def _the_period(anchors: Anchors, parts: Parts, _: Clue) -> Value:
    if "year" in parts and (anchors.quarter is None or anchors.several_quarters):
        return Value(parts["year"])
    if anchors.quarter:
        year = parts.get("year", anchors.quarter[:4])
        return Value(f"{year}{anchors.quarter[4:]}", anchor=Anchor(anchors.quarter, "text"))
    if anchors.day is not None:
        return anchors.counted(shifted_value(anchors.day, -1, "Q"))
    return anchors.left_open("XXXX-QX", "the report names no quarter before it")


def year_ago_value(anchors: Anchors, parts: Parts, _: Clue) -> Value:
    """Return the value of "a year earlier" in a report on results."""
    if anchors.quarter and not anchors.several_quarters:
        year = int(anchors.quarter[:4]) - 1
        value = f"{year:04d}-{anchors.quarter[5:]}"
        return Value(value, anchor=Anchor(anchors.quarter, "text"))
    return anchors.counted(f"{anchors.day.year - 1:04d}") if anchors.day else anchors.left_open("XXXX")


RULES: dict[str, Rule] = {
    "quarter": _quarter,
    "quarter_of_months": _quarter_of_months,
    "half": _half,
    "the_quarter": _the_quarter,
    "quarter_of_year": _quarter_of_year,
    "the_period": _the_period,
    "year_ago": year_ago_value,
    "same_period": _same_period,
}

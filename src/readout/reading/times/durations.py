# SPDX-License-Identifier: Apache-2.0
"""Values of durations, of what comes again and again, and of words for past, present and future."""

from __future__ import annotations

from dataclasses import replace

from readout.reading.times.almanac import (
    MODIFIERS,
    SEASONS,
    TIMES_OF_DAY,
    WEEKDAYS,
    month_number,
    number_of,
    ordinal_of,
    period_value,
    shifted_value,
    unit_of_word,
)
from readout.reading.times.anchors import Anchors, Clue, Parts, Rule, Value

__all__ = ["RULES", "duration_value"]

_SET_WORDS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W",
    "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y",
}  # fmt: skip


def _constant(value: str) -> Rule:
    return lambda _anchors, _parts, _clue: Value(value)


def _duration(anchors: Anchors, parts: Parts, clue: Clue) -> Value:
    ahead = clue.tense in {"future", "ahead"} and "frame" not in parts
    if (
        ahead
        and clue.tense == "future"
        and parts.get("n") == "one"
        and parts["unit"] == "day"
        and clue.before not in {"for", "in", "within"}
    ):
        return Value("FUTURE_REF", type="DATE")  # "will one day be"
    if clue.counted and parts.get("n") in {"a", "an"}:  # "700 tons a week": of every week
        return Value(period_value(1.0, parts["unit"]), type="SET")
    number = number_of(parts.get("n", ""))
    times, letter = unit_of_word(parts["unit"])
    usual = clue.tense == "ahead" and parts.get("n") in {"a", "an"}  # "what the county gets in a year"
    dated = ahead and clue.before == "in" and number and letter in "DWMY" and "so" not in parts and not usual
    if dated and number and anchors.day is not None:
        counted = anchors.counted(shifted_value(anchors.day, round(number * times), letter))
        return replace(counted, type="DATE")  # "will meet in two weeks"
    return duration_value(anchors, parts, clue)


def duration_value(_: Anchors, parts: Parts, __: Clue) -> Value:
    """Return the value of "three weeks"."""
    number = number_of(parts["n"]) if "n" in parts and parts.get("so") != "or two" else None
    if parts.get("vague") == "a couple":
        number = 2.0
    so = parts.get("so", "").strip("-").replace("-", " ")
    if number is not None and so == "and a half":
        number += 0.5
    mod = MODIFIERS.get(parts.get("mod", ""), "APPROX" if so == "or so" else None)
    return Value(period_value(number, parts["unit"]), mod=mod)


def _duration_range(_: Anchors, parts: Parts, __: Clue) -> Value:
    return Value(period_value(None, parts["unit"]))


def _one_unit(_: Anchors, parts: Parts, __: Clue) -> Value:
    return Value(period_value(1.0, "year" if parts["unit"] == "annum" else parts["unit"]))


def _vague_units(_: Anchors, parts: Parts, __: Clue) -> Value:
    return Value(period_value(None, parts["unit"]))


def _long(_: Anchors, parts: Parts, __: Clue) -> Value:
    return Value(period_value(None if parts["unit"].endswith("s") else 1.0, parts["unit"]))


def _while(_: Anchors, __: Parts, ___: Clue) -> Value:
    return Value("PXX")


def _every(_: Anchors, parts: Parts, __: Clue) -> Value:
    quant = parts["quant"].upper()
    if "weekday" in parts:
        return Value(f"XXXX-WXX-{WEEKDAYS[parts['weekday'].rstrip('.')] + 1}", quant=quant)
    if "month" in parts:
        return Value(f"XXXX-{month_number(parts['month']):02d}", quant=quant)
    if "part" in parts:
        return Value(f"XXXX-XX-XXT{TIMES_OF_DAY[parts['part']]}", quant=quant)
    if "season" in parts:
        return Value(f"XXXX-{SEASONS[parts['season']]}", quant=quant)
    nth = parts.get("n", "one")
    number = 2.0 if nth == "other" else number_of(nth) or float(ordinal_of(nth) or 1)
    return Value(period_value(number, parts["unit"]), quant=quant)


def _times_a(_: Anchors, parts: Parts, __: Clue) -> Value:
    words = parts["freq"].removesuffix(" times")
    number = {"once": 1.0, "twice": 2.0}.get(words) or number_of(words)
    return Value(period_value(1.0, parts["unit"]), freq=f"{number:g}X" if number else None)


_QUARTERS = {"century": "P{:g}Y", "hour": "PT{:g}M"}
_WHOLES = {"century": 100, "hour": 60}


def _part_of_unit(_: Anchors, parts: Parts, __: Clue) -> Value:
    """Return the value of "a quarter of a century", "three quarters of an hour"."""
    quarters = 3 if parts["part"].startswith("three") else 1
    unit = parts["unit"]
    return Value(_QUARTERS[unit].format(_WHOLES[unit] * quarters / 4), mod=MODIFIERS.get(parts.get("mod", "")))


def _adverb_set(_: Anchors, parts: Parts, __: Clue) -> Value:
    return Value(_SET_WORDS[parts["word"]])


def _weekday_parts(_: Anchors, parts: Parts, __: Clue) -> Value:
    part = TIMES_OF_DAY[(parts.get("part") or parts["part2"]).removesuffix("s")]
    return Value(f"XXXX-WXX-{WEEKDAYS[parts['weekday'].rstrip('.')] + 1}T{part}")


def _weekdays(_: Anchors, parts: Parts, __: Clue) -> Value:
    return Value(f"XXXX-WXX-{WEEKDAYS[parts['weekday']] + 1}")


RULES: dict[str, Rule] = {
    "duration": _duration,
    "duration_range": _duration_range,
    "duration_part": _part_of_unit,
    "duration_possessive": duration_value,
    "duration_compound": duration_value,
    "duration_long": _long,
    "duration_framed": _one_unit,
    "duration_vague": _vague_units,
    "duration_bare": _vague_units,
    "duration_ahead": _vague_units,
    "duration_around": _vague_units,
    "while": _while,
    "every": _every,
    "times_a": _times_a,
    "adverb_set": _adverb_set,
    "per_unit": _one_unit,
    "weekday_parts": _weekday_parts,
    "weekdays": _weekdays,
    "present": _constant("PRESENT_REF"),
    "past": _constant("PAST_REF"),
    "future": _constant("FUTURE_REF"),
}

# SPDX-License-Identifier: Apache-2.0
"""Values of durations, of what comes again and again, and of the clock."""

from __future__ import annotations

from dataclasses import replace

from readout.reading.almanac import (
    MODIFIERS,
    SEASONS,
    TIMES_OF_DAY,
    WEEKDAYS,
    day_from_value,
    month_number,
    number_of,
    period_value,
)
from readout.reading.anchors import Anchors, Clue, Parts, Rule, Value
from readout.reading.calendardates import month_day_value
from readout.reading.countedtimes import day_value, weekday_value

__all__ = ["RULES"]

_ZONES = {
    "gmt": "Z", "utc": "Z", "z": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00", "msk": "+03:00",
}  # fmt: skip
_SET_WORDS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W",
    "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y",
}  # fmt: skip


def _constant(value: str) -> Rule:
    return lambda _anchors, _parts, _clue: Value(value)


def _duration(_: Anchors, parts: Parts, __: Clue) -> Value:
    number = number_of(parts["n"]) if "n" in parts else None
    if parts.get("vague") == "a couple":
        number = 2.0
    so = parts.get("so")
    if number is not None and so == "and a half":
        number += 0.5
    mod = MODIFIERS.get(parts.get("mod", ""), "APPROX" if so == "or so" else None)
    return Value(period_value(number, parts["unit"]), mod=mod)


def _duration_range(_: Anchors, parts: Parts, __: Clue) -> Value:
    return Value(period_value(None, parts["unit"]))


def _one_unit(_: Anchors, parts: Parts, __: Clue) -> Value:
    return Value(period_value(1.0, parts["unit"]))


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
    number = 2.0 if parts.get("n") == "other" else number_of(parts.get("n", "one")) or 1.0
    return Value(period_value(number, parts["unit"]), quant=quant)


def _times_a(_: Anchors, parts: Parts, __: Clue) -> Value:
    words = parts["freq"].removesuffix(" times")
    number = {"once": 1.0, "twice": 2.0}.get(words) or number_of(words)
    return Value(period_value(1.0, parts["unit"]), freq=f"{number:g}X" if number else None)


def _adverb_set(_: Anchors, parts: Parts, __: Clue) -> Value:
    return Value(_SET_WORDS[parts["word"]])


def _weekdays(_: Anchors, parts: Parts, __: Clue) -> Value:
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


def _clock(anchors: Anchors, parts: Parts, clue: Clue) -> Value | None:
    hour = _hour(parts)
    if hour is None:
        return None
    zone = next((_ZONES[w] for w in parts.get("zone", "").split() if w in _ZONES), "")
    day: Value | None
    if "weekday" in parts:
        day = weekday_value(anchors, {"weekday": parts["weekday"]}, clue)
    elif "which" in parts:
        day = day_value(anchors, parts, clue)
    elif "month" in parts:
        day = month_day_value(anchors, parts, clue)
    elif anchors.last and anchors.last_line == clue.line and (known := day_from_value(anchors.last)):
        day = anchors.from_text(known.isoformat())
    elif anchors.day is not None:
        day = anchors.counted(anchors.day.isoformat())
    else:
        day = anchors.left_open("XXXX-XX-XX")
    return replace(day, value=f"{day.value}T{hour}{zone}") if day else None


def _part_alone(anchors: Anchors, parts: Parts, _: Clue) -> Value:
    part = TIMES_OF_DAY[parts["part"]]
    if anchors.day is None:
        return anchors.left_open(f"XXXX-XX-XXT{part}")
    return anchors.counted(f"{anchors.day.isoformat()}T{part}")


RULES: dict[str, Rule] = {
    "duration": _duration,
    "duration_range": _duration_range,
    "duration_possessive": _duration,
    "duration_compound": _duration,
    "duration_long": _long,
    "duration_framed": _one_unit,
    "duration_vague": _vague_units,
    "duration_bare": _vague_units,
    "duration_ahead": _vague_units,
    "while": _while,
    "every": _every,
    "times_a": _times_a,
    "adverb_set": _adverb_set,
    "per_unit": _one_unit,
    "weekdays": _weekdays,
    "clock": _clock,
    "part_alone": _part_alone,
    "present": _constant("PRESENT_REF"),
    "past": _constant("PAST_REF"),
    "future": _constant("FUTURE_REF"),
}

# SPDX-License-Identifier: Apache-2.0
"""For each of what a figure is told: "115 trucks a day", "$20 an hour", "14 deaths per 100,000 people", "22,000 barrels daily"."""

from __future__ import annotations

from dataclasses import dataclass

from readout.reading.encoding import Encoding
from readout.reading.figures.amounts import Amount
from readout.reading.figures.counted import phrase_at
from readout.reading.figures.numbers import number_at
from readout.reading.trees.syntax import Syntax
from readout.resources import is_unit_name, unit_at

__all__ = ["Rate", "rate_of", "unit_with_rate"]

_PERIODS = frozenset("second minute hour day night week fortnight weekend month quarter season year decade".split())
_ADVERBS = {"hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "monthly": "month", "yearly": "year",
            "annually": "year"}  # fmt: skip
_EACH = frozenset({"each", "every"})
# What follows "a day" where it says when, or how long something took, not how often.
_WHEN = frozenset(
    "after before ago earlier later since previously apart into of that when from ahead prior long old in-between away".split()
)
# What things are sold or given by, beside what they are measured in: "$5 a bag".
_SOLD_BY = frozenset(
    "share head person piece bag sack bottle dose loaf unit copy ticket seat household family child pack cylinder carton box dozen "
    "room mile plate meal vote bullet shell round tray bunch basket crate pupil student worker passenger vehicle car".split()
)
_NOT_COUNTED = frozenset({"cent", "se"})  # "per cent", "per se"
_MOST_WORDS = 3  # of what stands behind "per": "per 100,000 live births"


@dataclass(frozen=True, slots=True)
class Rate:
    """What a figure is told for each of, as a half-open range of words: "day", "litre", "100,000 people"."""

    per: str
    start: int
    end: int


def rate_of(encoding: Encoding, syntax: Syntax, amount: Amount, end: int) -> Rate | None:
    """Return what a figure is told for each of.

    Args:
        encoding: The report's words.
        syntax: Their trees.
        amount: The figure's number and unit.
        end: The word behind the figure and what it counts.
    """
    if amount.unit and " per " in amount.unit:  # "400 km/h", "500,000 bpd"
        return Rate(amount.unit.partition(" per ")[2], amount.end - 1, amount.end)
    lower = encoding.lower
    if end >= len(lower) or encoding.line_starts[end] or amount.kind in {"tally", "multiple", "time"}:
        return None
    word = lower[end]
    if word in _ADVERBS:
        behind = syntax.upos[end + 1 : end + 2]
        return None if behind and behind[0] in {"NOUN", "PROPN", "ADJ"} else Rate(_ADVERBS[word], end, end + 1)
    if end + 1 >= len(lower) or encoding.line_starts[end + 1]:
        return None
    if word in {"per", "/"}:
        return _behind_per(encoding, syntax, end, is_sign=word == "/")
    if word in {"a", "an"} | _EACH:
        return _behind_article(encoding, amount, end)
    return None


def unit_with_rate(unit: str | None, rate: Rate | None) -> str | None:
    """Return the unit of a figure with its rate where both together have a name: a barrel told by the day is a barrel per day."""
    together = f"{unit} per {rate.per}" if unit and rate else ""
    return together if is_unit_name(together) else unit


def _behind_article(encoding: Encoding, amount: Amount, at: int) -> Rate | None:
    """Read "a day", "every month", and behind money also "a barrel", "a bag"; not "a day later"."""
    lower = encoding.lower
    noun, behind = lower[at + 1], lower[at + 2 : at + 3]
    if noun in _PERIODS:
        is_moment = lower[at] in {"a", "an"} and behind and behind[0] in _WHEN
        return None if is_moment or lower[at + 2 : at + 4] == ("to", "the") else Rate(noun, at, at + 2)
    if amount.kind != "money" or lower[at] in _EACH:
        return None
    unit = unit_at(encoding.words, at + 1)
    if unit is not None and unit[0].kind == "measure":
        return Rate(unit[0].name, at, unit[1])
    return Rate(noun, at, at + 2) if noun in _SOLD_BY else None


def _behind_per(encoding: Encoding, syntax: Syntax, at: int, *, is_sign: bool) -> Rate | None:
    """Read "per day", "per litre", "per dose", "per 100,000 people", "per capita"; behind a stroke only periods and units."""
    lower, noun = encoding.lower, encoding.lower[at + 1]
    if noun in _NOT_COUNTED:
        return None
    if noun in _PERIODS or noun == "annum":
        return Rate("year" if noun == "annum" else noun, at, at + 2)
    unit = unit_at(encoding.words, at + 1)
    if unit is not None and unit[0].kind == "measure":
        return Rate(unit[0].name, at, unit[1])
    if is_sign:
        return None
    number = number_at(lower, at + 1)
    phrase = phrase_at(encoding, syntax, number.end if number else at + 1)
    end = phrase[1] if phrase else at + 2
    if end - at - 1 > _MOST_WORDS or not lower[end - 1].isalpha():
        return None
    return Rate(encoding.span(at + 1, end).of(encoding.text).lower(), at, end)

# SPDX-License-Identifier: Apache-2.0
"""Put numbers together with what surrounds them: range, currency, unit, part of a whole, modifier."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from typing import Literal

from readout.reading.encoding import Encoding
from readout.reading.figures.measures import currency_behind, letter_unit, nautical_miles, percent, pounds
from readout.reading.figures.numbers import NUMBER_WORDS, Number, number_at
from readout.reading.figures.prefixes import dollar_sum, glued_sum, may_be_glued
from readout.reading.figures.ratios import ratio_at
from readout.resources import currency_beginnings, currency_of_symbol, is_currency_noun, unit_at

__all__ = ["CHANGING", "RUPEES", "Amount", "amount_at", "beginnings", "joined_words"]

AmountKind = Literal["count", "money", "percentage", "measure", "ratio", "multiple", "tally", "time"]

_APART = 10  # times: what became so many times as much as it changed by is no range
_APART_BARE = 3  # the same, where neither number has a noun or unit
_BEHIND_BARE = frozenset(". , ; : on in after from as since by when while and but".split())
CHANGING = re.compile(
    r"r[io]s(?:e|es|en|ing)|gr[eo]w(?:n|s|ing)?|climb\w*|jump\w*|increas\w*|soar\w*|surg\w*|rais\w*|lift\w*|widen\w*|"
    r"f[ae]ll(?:s|en|ing)?|drop\w*|declin\w*|decreas\w*|shr[iau]nk\w*|slip\w*|cut(?:s|ting)?|lower\w*|reduc\w*|narrow\w*|"
    r"doubl\w*|trebl\w*|tripl\w*|quadrupl\w*|halv\w*|sank|sunk|plung\w*|slump\w*|expand\w*|went|up|down"
)
_MOVED = set("lost gained added shed eased advanced retreated slid tumbled lose gain add".split())
_MEASURED = frozenset("measured measuring measures registered registering".split())
_STRONGEST, _PUT = 10, 5
_QUAKES = {"tremor", "tremors", "quake", "quakes", "earthquake", "earthquakes", "temblor", "aftershock", "aftershocks"}
_STRENGTH = _QUAKES | {
    "it",
    "the",
    "its",
    "this",
    "that",
    "magnitude",
    "strength",
    "initial",
    "main",
}  # "put it at 6.1"
_PERCENT = frozenset({"%", "percent", "percentage"})
_AT_RANGE = frozenset("at of about around roughly some approximately between".split())  # before "4.25% to 4.50%"
_CROSSWISE = (("by",), ("x",), ("×",))
_RANGE = {"to", "-", "–", "—", "or"}
_MINUS = {"minus", "−", "-", "–"}
# "six straight months", "one more day"
_IN_A_ROW = {"straight", "consecutive", "successive", "full", "whole", "long", "more", "additional", "further", "extra"}
_BEHIND_TIMES = set(
    "as more less fewer higher lower larger smaller bigger greater faster slower longer over the its their his her our your "
    "that what".split()
)
RUPEES = {"rs", "rs."}
_BEGINNINGS = NUMBER_WORDS | _MINUS | RUPEES | {"a", "an", "half", "magnitude", "magnitudes", "twice", "couple"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, as a half-open range of words; `modifier` is as the report has it, in lower case."""

    start: int
    end: int
    low: float
    high: float | None
    kind: AmountKind
    unit: str | None
    vague: bool = False
    digits: bool = False
    modifier: str | None = None


def joined_words(encoding: Encoding) -> list[bool]:
    """Tell of each word whether no space stands before it."""
    spans = encoding.spans
    return [i > 0 and spans[i - 1].end == span.start for i, span in enumerate(spans)]


def beginnings(encoding: Encoding) -> list[int]:
    """Return the words with which an amount can begin, some one word in seven: nothing else needs to be looked at."""
    known = _BEGINNINGS | currency_beginnings()
    return [at for at, word in enumerate(encoding.lower) if word in known or word[0].isdigit() or may_be_glued(word)]


def amount_at(encoding: Encoding, joined: list[bool], start: int, told_of: Set[str] = frozenset()) -> Amount | None:
    """Return the amount whose first word, sign, symbol or number, is this one, without its modifier.

    `told_of` are the countries in which the report's places lie.
    """
    word = encoding.lower[start]
    if word[-1].isalnum() and may_be_glued(word) and (glued := glued_sum(encoding, start, told_of)) is not None:
        return Amount(start, glued[0], glued[1], None, "money", glued[2], digits=True)
    if word == "$" and (dollars := dollar_sum(encoding, start)) is not None:
        return Amount(start, dollars[0], dollars[1], None, "money", dollars[2], digits=True)
    if word in _MINUS:
        return _below_zero(encoding, joined, start)
    if word in {"magnitude", "magnitudes"}:
        return _magnitude(encoding, joined, start)
    if word == "twice":
        told = encoding.lower[start + 1 : start + 2]
        return Amount(start, start + 1, 2, None, "multiple", None) if told and told[0] in _BEHIND_TIMES else None
    if (ratio := ratio_at(encoding, start)) is not None:
        if (whole := _part_of_unit(encoding, ratio[0])) is not None:
            return Amount(start, whole[1], ratio[1], None, "percentage", whole[0])
        return Amount(start, ratio[0], ratio[1], None, "ratio", None)
    if word in {"a", "an"} and (length := _single_length(encoding, start)) is not None:
        return length
    at, currency = _symbol_at(encoding, start)
    if at > start and currency is None:
        return None
    first = _number(encoding, joined, at)
    if first is None:
        return None
    first, last = _range(encoding, joined, first, start, currency is not None)
    found = Amount(
        start, last.end, first.value, last.value if last is not first else None, "count", None, last.vague, last.digits
    )
    if currency is not None:
        return replace(found, kind="money", unit=currency or None)
    if found.digits and (_goes_on_with_magnitude(encoding, start) or _is_of_quake(encoding, found)):
        return replace(found, kind="measure", unit="magnitude")
    return _with_unit(encoding, found, joined)


def _is_of_quake(encoding: Encoding, amount: Amount) -> bool:
    """Tell whether a number is the strength of an earthquake: "3.3 on the Richter scale", "the first measured 7.6"."""
    if encoding.lower[amount.end : amount.end + 3] == ("on", "the", "richter"):
        return True
    before = encoding.lower[max(amount.start - _PUT, 0) : amount.start]
    put = before[-1:] == ("at",) and "put" in before and _STRENGTH.issuperset(before[before.index("put") + 1 : -1])
    measured = (put or encoding.lower[max(amount.start - 1, 0)] in _MEASURED) and not _QUAKES.isdisjoint(
        encoding.vocabulary
    )
    return measured and amount.low % 1 != 0 and amount.low < _STRONGEST


def _below_zero(encoding: Encoding, joined: list[bool], start: int) -> Amount | None:
    """Read "minus 5 degrees", "-5C"; not the hyphen of a word, nor "plus or minus"."""
    is_word = encoding.lower[start] == "minus"
    if start + 1 >= len(joined) or encoding.line_starts[start + 1] or encoding.lower[start - 1 : start] == ("or",):
        return None
    if not is_word and (joined[start] or not joined[start + 1] or encoding.line_starts[start]):
        return None
    at, currency = _symbol_at(encoding, start + 1) if is_word else (start + 1, None)
    first = _number(encoding, joined, at) if at < len(joined) else None
    if first is not None and currency is not None:  # "minus $285 million"
        return Amount(start, first.end, -first.value, None, "money", currency, digits=first.digits)
    if first is None or first.vague or (first.scale == 1 and not is_word and not first.digits):
        return None
    found = _with_unit(
        encoding, Amount(start, first.end, -first.value, None, "count", None, digits=first.digits), joined
    )
    return found if is_word or found.kind in {"measure", "percentage"} else None


def _part_of_unit(encoding: Encoding, at: int) -> tuple[str, int] | None:
    """Return the percent or point of which a part is told, and the word behind it: "a third of a percent", "half of 1 percent"."""
    if encoding.lower[at : at + 3] == ("of", "a", "point") and not _PERCENT.isdisjoint(encoding.vocabulary):
        return "percentage point", at + 3  # "three-tenths of a point"
    if encoding.lower[at : at + 1] != ("of",) or encoding.lower[at + 1 : at + 2] not in (("a",), ("one",), ("1",)):
        return None
    unit = unit_at(encoding.words, at + 2)
    return (unit[0].name, unit[1]) if unit is not None and unit[0].kind == "percentage" else None


def _magnitude(encoding: Encoding, joined: list[bool], start: int) -> Amount | None:
    """Read "magnitude 7.8", "magnitude-7.8", "a magnitude of 7.8"."""
    at = start + 1
    if encoding.lower[at : at + 1] in (("-",), ("of",)):
        at += 1
    number = (
        _number(encoding, joined, at)
        if at < len(joined) and not any(encoding.line_starts[start + 1 : at + 1])
        else None
    )
    if number is None or not number.digits:
        return None
    return Amount(start, number.end, number.value, None, "measure", "magnitude", digits=True)


def _goes_on_with_magnitude(encoding: Encoding, start: int) -> bool:
    """Tell whether a number is the second of "magnitude 3.1 and 3.4"."""
    before = encoding.lower[max(start - _MAGNITUDES, 0) : start]
    told = next((at for at, word in enumerate(before) if word.startswith("magnitude")), len(before))
    between = before[told + 1 : -1]
    return (
        before[-1:] in (("and",), ("or",))
        and bool(between)
        and between[-1][0].isdigit()
        and set(between[:-1]) <= {"of"}
    )


_MAGNITUDES = 4  # words: "magnitudes of 3.1 and"


def _single_length(encoding: Encoding, start: int) -> Amount | None:
    """Read "an hour", which is a figure where something lasted so long, and "a percentage point"."""
    unit = unit_at(encoding.words, start + 1)
    if unit is not None and unit[0].name.endswith(" point"):
        return Amount(start, unit[1], 1, None, "percentage", unit[0].name)
    if unit is None or unit[0].kind != "time":
        return None
    return Amount(start, unit[1], 1, None, "time", unit[0].name)


def _number(encoding: Encoding, joined: list[bool], start: int) -> Number | None:
    """Read a number, within its line only."""
    found = number_at(encoding.lower, start, joined)
    if found is not None and found.digits and (spaced := _spaced(encoding, found)) is not None:
        return spaced
    return None if found is None or any(encoding.line_starts[found.start + 1 : found.end]) else found


_IN_RANDS = re.compile(r"\bR\d{1,3}(?:[ \u00a0]\d{3})+\b")


def _spaced(encoding: Encoding, first: Number) -> Number | None:
    """Return a number whose thousands a space sets apart, as South African papers write it: "1 755", "R500 000".

    The space must be one that does not break, or sums in rands must be written so.
    """
    words, end = encoding.words, first.end
    if end != first.start + 1 or not words[first.start].isdigit() or len(words[first.start]) > _GROUP:
        return None
    while end < len(words) and len(words[end]) == _GROUP and words[end].isdigit() and not encoding.line_starts[end]:
        end += 1
    gaps = {encoding.text[encoding.spans[at - 1].end : encoding.spans[at].start] for at in range(first.start + 1, end)}
    if not gaps or not (
        gaps <= {"\u00a0", "\u202f", "\u2009"} or (gaps <= {" ", "\u00a0"} and _IN_RANDS.search(encoding.text))
    ):
        return None
    return Number(first.start, end, float("".join(words[first.start : end])), digits=True)


_GROUP = 3  # digits


def _symbol_at(encoding: Encoding, start: int) -> tuple[int, str | None]:
    """Return the word after a currency symbol and its code: "$", "US" + "$", "EUR"."""
    words, end = encoding.words, len(encoding.words)
    if start + 2 < end and encoding.spans[start].end == encoding.spans[start + 1].start:
        both = currency_of_symbol(words[start] + words[start + 1])
        if both is not None:
            return start + 2, both
    number = start + 1 + (words[start + 1 : start + 2] == (".",) and encoding.lower[start] == "rs")
    if encoding.lower[start] in RUPEES and number < end and words[number][0].isdigit():
        return number, ""  # whose rupees they are no sign tells
    code = currency_of_symbol(words[start])
    return (start + 1, code) if code is not None else (start, None)


def _range(encoding: Encoding, joined: list[bool], first: Number, start: int, money: bool) -> tuple[Number, Number]:
    """Read "10 to 15", "between 10 and 20", "$5-10 million"; the scale of the last goes for both if they mean it."""
    lower, at = encoding.lower, first.end
    if (told := _range_of_units(encoding, joined, first)) is not None:
        return first, told
    between = lower[max(first.start - 2, 0) : first.start].count("between") > 0
    if at + 1 >= len(lower) or not (lower[at] in _RANGE or (between and lower[at] == "and")):
        return first, first
    spanning = bool({"range", "ranges", "ranged", "ranging"} & set(lower[max(first.start - 3, 0) : first.start]))
    if "from" in lower[max(first.start - 2, 0) : first.start] and lower[at] == "to" and not spanning:
        return first, first
    behind = at + 2 if currency_of_symbol(encoding.words[at + 1]) and (money or between) else at + 1
    last = _number(encoding, joined, behind)
    is_rate = money or is_currency_noun(lower[min(behind + 1, len(lower) - 1)])
    if is_rate and (quoted := _quoted_to(lower, first, behind, joined)) is not None:
        return first, quoted
    if last is None or first.vague or last.vague:
        return first, first
    if last.scale > first.scale == 1 and first.value < 1000 and first.digits:
        scaled = replace(first, value=round(first.value * last.scale, 6))
        first = scaled if scaled.value < last.value else first
    apart = _APART_BARE if _is_bare(encoding, last.end) else _APART
    if lower[at] == "to" and last.value >= apart * first.value and _is_change(encoding, start):
        return first, first  # "rose by 18,000 to 2.98 million"
    return (first, last) if first.value < last.value else (first, first)


def _quoted_to(lower: Sequence[str], first: Number, behind: int, joined: list[bool]) -> Number | None:
    """Return the second rate of two of which only the last figures are told again: "139.53-54 yen", "$1.0785-0789"."""
    whole, _, part = lower[first.end - 1].partition(".")
    last = lower[behind] if behind < len(lower) and joined[behind] and joined[behind - 1] else ""
    if not (last.isdecimal() and part.isdecimal() and first.scale == 1 and 1 < len(last) <= len(part)):
        return None
    value = float(f"{whole.replace(',', '')}.{part[: len(part) - len(last)]}{last}")
    told = Number(behind, behind + 1, value, digits=True)
    return told if value > first.value and lower[first.end] in {"-", "–"} else None


def _range_of_units(encoding: Encoding, joined: list[bool], first: Number) -> Number | None:
    """Return the second number where both have the unit: "between 2% and 4%", "at 4.25% to 4.50%"."""
    lower, unit = encoding.lower, unit_at(encoding.words, first.end)
    before = lower[first.start - 1] if first.start else ""
    if unit is None or before not in _AT_RANGE or unit[0].kind not in {"percentage", "measure"}:
        return None
    joins = {"and"} if before == "between" else {"to", "-", "–"}
    if unit[1] + 1 >= len(lower) or lower[unit[1]] not in joins:
        return None
    last = _number(encoding, joined, unit[1] + 1)
    same = unit_at(encoding.words, last.end) if last is not None and last.end < len(lower) else None
    is_range = last is not None and not last.vague and same is not None and same[0].name == unit[0].name
    return last if is_range and last is not None and first.value < last.value else None


def _is_bare(encoding: Encoding, end: int) -> bool:
    """Tell whether nothing is counted behind a number: "rose by 12 to 57", not "rose by 2 to 8 percent"."""
    return end >= len(encoding.lower) or encoding.lower[end] in _BEHIND_BARE


def _is_change(encoding: Encoding, start: int) -> bool:
    """Tell whether a number is by how much something changed: behind "by", or right behind a verb of change."""
    before = encoding.lower[max(start - 3, 0) : start]
    moved = bool(before) and (before[-1] in _MOVED or CHANGING.fullmatch(before[-1]) is not None)
    return moved or "by" in before


def _crosswise(encoding: Encoding, joined: list[bool], at: int) -> str | None:
    """Return the unit that the second of two lengths has for both: "a hole of 12 by 8 metres"."""
    if encoding.lower[at : at + 1] not in _CROSSWISE or at + 1 >= len(encoding.lower):
        return None
    other = _number(encoding, joined, at + 1)
    unit = unit_at(encoding.words, other.end) if other is not None and other.end < len(encoding.lower) else None
    return unit[0].name if unit is not None and unit[0].kind == "measure" else None


def _with_unit(encoding: Encoding, found: Amount, joined: list[bool]) -> Amount:
    lower, at = encoding.lower, found.end
    if at < len(lower) and found.vague and lower[at] == "of":
        at += 1
    if at < len(lower) and lower[at] == "-" and joined[at]:
        at += 1
    if at >= len(lower) or encoding.line_starts[at]:
        return found
    if lower[at] == "times" and lower[at + 1 : at + 2] and lower[at + 1] in _BEHIND_TIMES and found.high is None:
        return replace(found, kind="multiple", end=at + 1)
    if lower[at] in _QUAKES and found.digits and found.low % 1 and found.high is None:  # "a 6.7 tremor"
        return replace(found, kind="measure", unit="magnitude", end=at + 1)
    if lower[at] == "fold" and joined[at]:
        return replace(found, kind="multiple", end=at + 1)
    if lower[at] == "in" and joined[at] and found.digits:  # "5in"
        return replace(found, kind="measure", unit="inch", end=at + 1)
    if (
        named := letter_unit(encoding, joined, found.start, at) or pounds(encoding, found.start, at, found.low)
    ) is not None:
        return replace(found, kind="measure", unit=named[0], end=named[1])
    if (behind := percent(encoding, joined, at)) is not None:
        return replace(found, kind="percentage", unit="percent", end=behind)
    if (miles := nautical_miles(encoding, at)) is not None:
        return replace(found, kind="measure", unit="nautical mile", end=miles)
    money = currency_behind(encoding, at, found.low)
    if money is not None:
        return replace(found, kind="money", unit=money[0], end=money[1])
    if (part := _part_of_unit(encoding, at)) is not None:
        return replace(found, kind="percentage", unit=part[0], end=part[1])  # "0.25 of a percentage point"
    if lower[at] in {"odd", "plus"} and at + 1 < len(lower) and lower[at - 1] == "-":
        at += 1  # "30-odd hours"
    if (length := _crosswise(encoding, joined, at)) is not None:
        return replace(found, kind="measure", unit=length)
    unit = unit_at(encoding.words, at)
    if unit is None and lower[at] in _IN_A_ROW:
        if lower[at + 1 : at + 2] in (("quarter",), ("quarters",)):
            return replace(found, kind="time", end=at + 2)
        unit = unit_at(encoding.words, at + 1)
        unit = unit if unit is not None and unit[0].kind == "time" else None
    if unit is None:
        return found
    measured = replace(found, kind=unit[0].kind, unit=unit[0].name, end=unit[1])
    if unit[0].name.startswith("degree") and lower[unit[1] : unit[1] + 2] == ("below", "zero") and found.high is None:
        return replace(measured, low=-abs(found.low), end=unit[1] + 2)
    return measured

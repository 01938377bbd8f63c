# SPDX-License-Identifier: Apache-2.0
"""Read a number that a text writes in figures, in words or in both: "4,200", "6.1 million", "two hundred and fifty".

Nothing is known here of what is counted. A vague number ("dozens", "hundreds of thousands") has the value of its own
word: "hundreds of thousands" is 100,000, the least that it can mean, and says by `vague` that it is no more than that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

__all__ = ["NUMBER_WORDS", "Number", "number_at"]

_ONES = {word: value for value, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split()
)}  # fmt: skip
_TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12, "score": 20,
    "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
_SHORT = {
    "k": 10**3,
    "m": 10**6,
    "mil": 10**6,
    "bil": 10**9,
    "mn": 10**6,
    "mln": 10**6,
    "bn": 10**9,
    "bln": 10**9,
    "trln": 10**12,
    "b": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}
_VAGUE = {
    "dozens": 12, "scores": 20, "tens": 10, "hundreds": 100, "thousands": 10**3, "millions": 10**6, "billions": 10**9,
    "trillions": 10**12, "lakhs": 10**5, "crores": 10**7,
}  # fmt: skip
# What is said of metres, not of millions: "200m freestyle", "50m deep".
_METRES = frozenset(
    "final heats race relay freestyle hurdles sprint dash breaststroke butterfly backstroke medley steeplechase run long high deep "
    "wide tall away from north south east west above below apart pool rifle pistol wave waves swell swells tsunami".split()
)
_DEEP = frozenset("water floodwater snow mud rubble debris silt ash ice sand".split())  # "under 2m of water"
_HEIGHTS = frozenset(
    "wave waves swell swells surge height heights depth depths altitude width tsunami".split()
)  # "waves of 11m"
NUMBER_WORDS = frozenset((*_ONES, *_TENS, *_SCALES, *_VAGUE))
# A leading zero is one of a telephone number, a clock time or a code; "1,57,000" is grouped as in India.
_DIGITS = re.compile(
    r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}|[1-9][0-9]{0,14}|0)(?:\.[0-9]{1,15})?"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as a half-open range of words.

    Attributes:
        start: First word.
        end: Word after the last.
        value: What it says.
        scale: What the words after the digits multiply by ("million"), 1 if there are none.
        vague: Whether it is a plural such as "dozens".
        digits: Whether it is written in figures.
    """

    start: int
    end: int
    value: float
    scale: float = 1
    vague: bool = False
    digits: bool = False


def number_at(words: Sequence[str], start: int, joined: Sequence[bool] = ()) -> Number | None:
    """Return the number that the words from `start` write, the longest there is.

    Args:
        words: Words in lower case.
        start: Where to look.
        joined: Whether each word follows the one before without a space; a hyphen is part of a number word, and "m"
            is a million, only if so. Taken for so if not given.
    """
    if start >= len(words):
        return None
    if words[start] in _VAGUE:
        return _vague(words, start)
    couple = start + (words[start] == "a")
    if list(words[couple : couple + 2]) == ["couple", "of"] and words[couple + 2 : couple + 3]:
        scale = _SCALES.get(words[couple + 2])  # "a couple of dozen"
        return Number(start, couple + 3, 2 * scale) if scale else None
    if _DIGITS.fullmatch(words[start]):
        return _in_digits(words, start, joined)
    if words[start] in _SCALES and start and words[start - 1] in {"several", "few"}:
        value, at = _SCALES[words[start]], start + 1  # "several hundred": the least that it can mean
        while at < len(words) and words[at] in _SCALES and _SCALES[words[at]] >= _SCALES["thousand"]:
            value, at = value * _SCALES[words[at]], at + 1  # "several hundred thousand"
        return Number(start, at, value)
    return _half(words, start) or _quarter(words, start) or _in_words(words, start)


def _vague(words: Sequence[str], start: int) -> Number:
    value, at = _VAGUE[words[start]], start + 1
    while at + 1 < len(words) and words[at] == "of" and words[at + 1] in _VAGUE:
        value *= _VAGUE[words[at + 1]]
        at += 2
    return Number(start, at, value, vague=True)


def _in_digits(words: Sequence[str], start: int, joined: Sequence[bool]) -> Number:
    value, at = Decimal(words[start].replace(",", "")), start + 1
    if words[at : at + 3] in (["1", "/", "2"], ("1", "/", "2")):
        value, at = value + Decimal("0.5"), at + 3
    elif words[at : at + 1] in (["½"], ("½",)):
        value, at = value + Decimal("0.5"), at + 1
    scale = 1
    if at < len(words) and words[at] == "-" and at + 1 < len(words) and words[at + 1] in _SCALES:
        at += 1  # "5-million"
    while at < len(words) and words[at] in _SCALES and words[at] != "score":
        scale, at = scale * _SCALES[words[at]], at + 1
    if (
        scale == 1
        and at < len(words)
        and words[at] in _SHORT
        and (not joined or joined[at] or words[at] in {"bn", "bln", "mn", "mln", "trn", "trln", "tn"})
        and not _is_metre(words, start, at, value)
    ):
        scale, at = _SHORT[words[at]], at + 1
    return Number(start, at, float(value * scale), scale, digits=True)  # 65.4 billion is not 65400000000.00001


def _is_metre(words: Sequence[str], start: int, at: int, value: Decimal) -> bool:
    """Tell "the 200m final", "800m from the border" and "the 1,500m" from millions."""
    if words[at] != "m" or (start and not words[start - 1].isalnum() and words[start - 1] not in {"(", ",", "-", "–"}):
        return False  # "£350m"
    if value >= 1000:
        return True
    behind = list(words[at + 1 : at + 3])
    if (behind[:1] == ["of"] and not _DEEP.isdisjoint(behind)) or (
        start > 1 and words[start - 1] == "of" and words[start - 2] in _HEIGHTS
    ):
        return True
    return bool(behind) and behind[0] in _METRES and not (behind[0] == "from" and behind[1:] and behind[1][0].isdigit())


def _half(words: Sequence[str], start: int) -> Number | None:
    """Read "half a million", "half a dozen", "a half-million"."""
    at = start + 1 if words[start] in {"a", "one"} else start
    if at >= len(words) or words[at] != "half":
        return None
    at += 1
    if list(words[at : at + 3]) == ["a", "percentage", "point"]:
        return Number(start, at + 1, 0.5)
    if at < len(words) and words[at] in {"a", "-"}:
        at += 1
        if at < len(words) and words[at] in _SCALES:
            return Number(start, at + 1, _SCALES[words[at]] / 2)
    return None


def _quarter(words: Sequence[str], start: int) -> Number | None:
    """Read "a quarter of a million", "three-quarters of a million"."""
    quarters = {"a": 1, "one": 1, "three": 3}.get(words[start])
    at = start + (2 if words[start + 1 : start + 2] in (["-"], ("-",)) else 1)
    if quarters is None or list(words[at + 1 : at + 3]) != ["of", "a"] or words[at] not in {"quarter", "quarters"}:
        return None
    scale = _SCALES.get(words[at + 3], 0) if at + 3 < len(words) else 0
    return Number(start, at + 4, quarters * scale / 4) if scale >= 10**6 else None


def _in_words(words: Sequence[str], start: int) -> Number | None:
    total = current = scale = 0.0
    at = end = start
    if words[at] == "a":
        if at + 1 >= len(words) or words[at + 1] not in _SCALES or words[at + 1] == "score":
            return None
        current, at = 1, at + 1
    while at < len(words):
        word = words[at]
        if word in _ONES and (current % 10 == 0 and (current % 100 != 10 or not current) and _may_add(words, at, end)):
            if _ONES[word] >= 10 and current % 100:
                break
            current += _ONES[word]
        elif word in _TENS and current % 100 == 0:
            current += _TENS[word]
        elif word == "hundred" and 0 < current < 100:
            current *= 100
        elif word in {"dozen", "score"} and current:
            return Number(start, at + 1, current * _SCALES[word])
        elif word in _SCALES and word not in {"hundred", "dozen", "score"} and current:
            if total and _SCALES[word] >= scale:
                break
            scale = _SCALES[word]
            total, current = total + current * scale, 0
        elif word == "and" and words[at + 1 : at + 3] and list(words[at + 1 : at + 3]) == ["a", "half"] and end > start:
            return _with_half(words, start, at + 3, total + current)
        elif (word == "-" and end > start) or (word == "and" and end > start and words[end - 1] in _SCALES):
            at += 1
            continue
        else:
            break
        at += 1
        end = at
    return Number(start, end, total + current) if end > start else None


def _may_add(words: Sequence[str], at: int, end: int) -> bool:
    """Tell whether a small number goes on with the one before: "twenty two", "hundred and two", not "one two"."""
    before = words[end - 1] if end else ""
    return at == end or before in _TENS or before in _SCALES or before == "a" or at - end > 1


def _with_half(words: Sequence[str], start: int, at: int, value: float) -> Number:
    value += 0.5
    if at < len(words) and words[at] in _SCALES:
        return Number(start, at + 1, value * _SCALES[words[at]])
    return Number(start, at, value)

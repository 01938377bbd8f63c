# SPDX-License-Identifier: Apache-2.0
"""Parts of a whole: "two-thirds", "a quarter of", "one in five"."""

from __future__ import annotations

from readout.reading.encoding import Encoding
from readout.reading.figures.numbers import number_at

__all__ = ["ratio_at"]

_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9,
    "tenth": 10, "tenths": 10,
}  # fmt: skip
_SAID = frozenset("is was are were has had have can cannot could will now still lives does did goes".split())
_MOST = 1000  # of those of which it is one
_BEFORE_PART = set("by to than only barely just nearly almost about around roughly over under some least most".split())


def ratio_at(encoding: Encoding, start: int) -> tuple[int, float] | None:
    """Return the word after a part of a whole, and the part: "two-thirds", "a quarter of", "one in five", "four out of ten"."""
    lower = encoding.lower
    if (
        lower[start] == "half"
        and lower[start + 1 : start + 2]
        and lower[start + 1] in {"of", "the", "its", "their", "his"}
    ):
        return (start + 1, 0.5)
    top = 1 if lower[start] in {"a", "one"} else None
    number = number_at(lower, start) if top is None else None
    at = start + 1
    if number is not None and not number.vague:
        top, at = int(number.value), number.end
        if lower[at - 1] == "-":
            at -= 1
    if top is None:
        return None
    among = _one_in(encoding, start, at, top) or _one_of_kind_in(encoding, start)
    if among is not None:
        return among
    if at < len(lower) and lower[at] == "-":
        at += 1
    if at >= len(lower) or lower[at] not in _PARTS or (number is not None and number.digits):
        return None
    if lower[at + 1 : at + 4] == ("of", "a", "million") or lower[at + 1 : at + 4] == ("of", "a", "billion"):
        return None  # "a quarter of a million" is a number
    if lower[start] == "a" and _is_part_alone(encoding, start, at):
        return (at + 1, round(1 / _PARTS[lower[at]], 4))
    if top == 1 and lower[at + 1 : at + 2] != ("of",) and lower[at - 1] not in {"-", "one"}:
        return None
    if top == 1 and lower[at + 1 : at + 2] != ("of",) and lower[at] in {"half", "quarter"} and lower[at - 1] != "-":
        return None
    part = _PARTS[lower[at]]
    return (at + 1, round(top / part, 4)) if top < part else None


def _is_part_alone(encoding: Encoding, start: int, at: int) -> bool:
    """Tell whether "a fifth" is a part of what is not named beside it, "grew by a fifth", not the fifth of a row."""
    behind = encoding.lower[at + 1] if at + 1 < len(encoding.lower) and not encoding.line_starts[at + 1] else "."
    told = start > 0 and encoding.lower[start - 1] in _BEFORE_PART
    return told and (
        behind
        in {
            ".",
            ",",
            ";",
            "in",
            "and",
            "or",
            "on",
            "since",
            "to",
            "from",
            "last",
            "this",
            "over",
            "compared",
            "after",
            "within",
            "by",
            "before",
            "during",
            "at",
            "for",
            "with",
            "when",
            "while",
            "as",
            "because",
            "than",
            "until",
            "next",
            "were",
            "was",
            "are",
            "is",
            "had",
            "have",
        }
    )


def _one_of_kind_in(encoding: Encoding, start: int) -> tuple[int, float] | None:
    """Read "one student in twenty was a woman"; not "one bus in two days", "one visitor in 2019"."""
    lower = encoding.lower
    if lower[start] != "one" or lower[start + 2 : start + 3] != ("in",) or not lower[start + 1].isalpha():
        return None
    whole = number_at(lower, start + 3)
    behind = "." if whole is None else lower[whole.end] if whole.end < len(lower) else "."
    said = not behind.isalnum() or behind in _SAID
    return (
        None
        if whole is None or whole.vague or not said or not 1 < whole.value <= _MOST
        else (whole.end, round(1 / whole.value, 4))
    )


def _one_in(encoding: Encoding, start: int, at: int, top: int) -> tuple[int, float] | None:
    lower = encoding.lower
    if lower[start] == "a":
        return None
    behind = at + 1 if lower[at : at + 1] == ("in",) else at + 2 if lower[at : at + 2] == ("out", "of") else 0
    whole = number_at(lower, behind) if behind else None
    if whole is None or whole.vague or not 0 < top < whole.value:
        return None
    if lower[at] == "in" and (top > 9 or whole.value > 1000):
        return None
    return (whole.end, round(top / whole.value, 4))

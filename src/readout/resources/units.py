# SPDX-License-Identifier: Apache-2.0
"""Units of measurement: one name for each, with its UCUM code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from readout.resources._tables import rows
from readout.text import words_of

__all__ = ["Unit", "is_unit_name", "unit_at"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit.

    Attributes:
        name: Its name in a record: "kilometre".
        ucum: Its code in the Unified Code for Units of Measure, None where there is none.
        kind: measure, percentage or time.
    """

    name: str
    ucum: str | None
    kind: Literal["measure", "percentage", "time"]


def unit_at(words: Sequence[str], start: int) -> tuple[Unit, int] | None:
    """Return the unit that the words from `start` name, the longest there is, and the word after it."""
    for length in range(min(_longest(), len(words) - start), 0, -1):
        piece = tuple(words[start : start + length])
        unit = _units().get(piece) or _units().get(tuple(word.lower() for word in piece))
        if unit is not None:
            return unit, start + length
    return None


def is_unit_name(name: str) -> bool:
    """Tell whether a unit has this name in a record: "barrel per day"."""
    return name in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(row["unit"] for row in rows("units"))


@cache
def _units() -> dict[tuple[str, ...], Unit]:
    return {
        tuple(text[span.start : span.end] for span in words_of(text)): Unit(row["unit"], row["ucum"], row["kind"])
        for row in rows("units")
        for text in row["words"]
    }


@cache
def _longest() -> int:
    return max(map(len, _units()))

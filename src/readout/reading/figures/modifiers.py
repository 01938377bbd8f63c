# SPDX-License-Identifier: Apache-2.0
"""How exact a number is: "more than", "about", "or so", "40-odd"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readout.reading.encoding import Encoding
from readout.reading.figures.amounts import Amount

__all__ = ["with_modifier"]

_MODIFIERS = sorted(
    (tuple(phrase.split()) for phrase in (
        "more than", "less than", "fewer than", "at least", "at most", "up to", "as many as", "as much as", "as few as",
        "as little as", "no more than", "no fewer than", "no less than", "not more than", "nearly", "almost", "about",
        "around", "some", "roughly", "approximately", "over", "under", "close to", "just over", "just under", "well over",
        "an estimated", "estimated", "above", "below", "upwards of", "upward of", "slightly more than", "slightly less than",
        "little more than", "a little over", "only", "several", "a few", "virtually", "far more than", "many", "just",
        "barely", "a mere", "merely", "well under", "in excess of", "as high as", "as low as", "plus or minus",
    )), key=len, reverse=True,
)  # fmt: skip


_WITH_OVER = frozenset(
    "hand hands handed handing turn turns turned turning sign signs signed signing".split()
)  # "handed over 32 soldiers", "turned over 500 documents"


def _is_particle(lower: Sequence[str], start: int) -> bool:
    """Tell whether "over" goes with the verb before it, not with the number behind it."""
    return start > 1 and lower[start - 1] == "over" and lower[start - 2] in _WITH_OVER


def with_modifier(encoding: Encoding, found: Amount) -> Amount:
    """Take in the modifier before or after an amount: "more than", "or more"; and "between", which has none."""
    lower = encoding.lower
    if lower[found.end : found.end + 2] in {("-", "odd"), ("-", "plus")}:
        found = replace(found, end=found.end + 2, modifier=lower[found.end + 1])
    if found.high is not None and lower[found.start - 1 : found.start] == ("between",) and found.start:
        found = replace(found, start=found.start - 1)
    for phrase in () if _is_particle(lower, found.start) else _MODIFIERS:
        start = found.start - len(phrase)
        if (
            start >= 0
            and lower[start : found.start] == phrase
            and not any(encoding.line_starts[start + 1 : found.start + 1])
        ):
            return replace(found, start=start, modifier=" ".join(phrase))
    if lower[found.end : found.end + 2] in {("or", "more"), ("or", "so"), ("or", "less"), ("or", "fewer")}:
        return replace(found, end=found.end + 2, modifier=" ".join(lower[found.end : found.end + 2]))
    return found

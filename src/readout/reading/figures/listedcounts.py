# SPDX-License-Identifier: Apache-2.0
"""What the number counts that ends a line of a list: "Pedestrians: 1,205"."""

from __future__ import annotations

from readout.reading.encoding import Encoding
from readout.reading.figures.amounts import Amount
from readout.reading.figures.labels import PLURALS

__all__ = ["told_by_label"]

_LONGEST = 4  # words of a label


def told_by_label(encoding: Encoding, amount: Amount) -> tuple[int, int] | None:
    """Return the words before a colon that begin the line and say what the one number of the line counts."""
    colon = amount.start - 1
    if amount.kind != "count" or colon < 1 or encoding.words[colon] != ":" or encoding.line_starts[amount.start]:
        return None
    if amount.end < len(encoding.words) and not encoding.line_starts[amount.end]:
        return None
    first = colon
    while first > 0 and not encoding.line_starts[first] and colon - first < _LONGEST:
        first -= 1
    if encoding.words[first] in {"-", "•", "*", "–"}:
        first += 1
    words = encoding.words[first:colon]
    is_noun = bool(words) and all(word.isalpha() for word in words) and words[-1].lower().endswith(PLURALS)
    begins = first == 0 or encoding.line_starts[first] or not encoding.words[first - 1].isalnum()
    return (first, colon) if is_noun and begins else None

# SPDX-License-Identifier: Apache-2.0
"""What the encoder is told of a word beside its pieces: letter case, quotation, beginning of a line.

The vocabulary is uncased and the windows are short, so the network would know neither that "US" is a name nor that a
sentence in the middle of a long quotation is quoted. The same code makes the features in training and at run time.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

__all__ = ["CASES", "LINES", "QUOTES", "case_of", "feature_ids", "quotation_states"]

CASES = 6  # no letter, lower, Title, UPPER, miXed, digits
QUOTES = 3  # outside, inside, the mark itself
LINES = 2  # within a line, first of a line

_OPENING = {"“": ("”",), "„": ("“", "”"), "«": ("»",), "``": ("''",), '"': ('"',)}  # a mark and those that close it
_CLOSING = {"”", "»", "''"}


@lru_cache(maxsize=65_536)
def case_of(word: str) -> int:
    """Return the class of the word's letter case, 0 to 5."""
    if not any(map(str.isalpha, word)):
        return 5 if any(map(str.isdigit, word)) else 0
    if word.islower():
        return 1
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return 2
    return 3 if word.isupper() else 4


def quotation_states(words: Sequence[str], line_starts: Sequence[bool]) -> list[int]:
    """Tell for each word whether it stands in double quotation marks.

    Straight marks alternate within a line. A line that closes a quotation it never opened is quoted up to that mark;
    one that opens and does not close is quoted to its end.

    Args:
        words: The words, in order.
        line_starts: Whether each word is the first of its line.

    Returns:
        0 outside, 1 inside, 2 for the mark, one per word.
    """
    states = [0] * len(words)
    start = 0
    for index in range(1, len(words) + 1):
        if index == len(words) or line_starts[index]:
            _mark_line(words, states, start, index)
            start = index
    return states


def _mark_line(words: Sequence[str], states: list[int], start: int, end: int) -> None:
    closing: tuple[str, ...] = ()
    seen = False  # a mark on this line
    for index in range(start, end):
        word = words[index]
        if closing:
            states[index] = 2 if word in closing else 1
            closing = () if word in closing else closing
        elif word in _OPENING:
            states[index], closing, seen = 2, _OPENING[word], True
        elif word in _CLOSING:
            states[index] = 2
            if not seen:
                states[start:index] = [1] * (index - start)
            seen = True


def feature_ids(words: Sequence[str], line_starts: Sequence[bool]) -> list[int]:
    """Return one number per word that stands for its case, quotation state and line start together."""
    states = quotation_states(words, line_starts)
    return [
        (case_of(word) * QUOTES + state) * LINES + int(first)
        for word, state, first in zip(words, states, line_starts, strict=True)
    ]

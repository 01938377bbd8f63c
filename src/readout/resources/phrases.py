# SPDX-License-Identifier: Apache-2.0
"""Find known phrases among words: the one longest match that the tables of offices, cues and channels share.

Phrases are compared in lower case; hyphens, which stand alone among the words of a text, are passed over, as
are the stops of abbreviations and the bend of an apostrophe. "Vice-President", cut into three words, is "vice
president".
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

__all__ = ["longest_phrase_at", "longest_phrase_before", "phrase_key"]

_HYPHENS = frozenset("-‐‑")
_MARKS = str.maketrans({".": "", "’": "'", "-": " ", "‐": " ", "‑": " "})


@lru_cache(maxsize=65_536)
def phrase_key(phrase: str) -> str:
    """Return the key under which the tables hold a phrase."""
    key = phrase.lower()
    # Most are letters and blanks alone; the tables hold thousands, so the short way counts on a cold start.
    return " ".join((key if key.replace(" ", "").isalpha() else key.translate(_MARKS)).split())


def longest_phrase_at(words: Sequence[str], start: int, known: Container[str], *, most: int) -> tuple[str, int] | None:
    """Find the longest known phrase that starts at a word.

    Args:
        words: The words of a sentence.
        start: The word at which the phrase starts.
        known: Keys of phrases, as `phrase_key` makes them.
        most: The longest phrase has no more words than this, hyphens not counted.

    Returns:
        The key and the end (exclusive) of the phrase, or None.
    """
    found = None
    for key, end in _growing(words, range(start, len(words)), most):
        if key in known:
            found = (key, end + 1)
    return found


def longest_phrase_before(
    words: Sequence[str], end: int, known: Container[str], *, most: int
) -> tuple[str, int] | None:
    """Find the longest known phrase that ends right before a word.

    Returns:
        The key and the start of the phrase, or None.
    """
    found = None
    for key, start in _growing(words, range(end - 1, -1, -1), most):
        if key in known:
            found = (key, start)
    return found


def _growing(words: Sequence[str], positions: range, most: int) -> Iterator[tuple[str, int]]:
    """Grow a phrase word by word, and yield its key with the position of the word that was added."""
    held: list[str] = []
    for position in positions:
        if words[position] in _HYPHENS:
            continue
        held.insert(0 if positions.step < 0 else len(held), phrase_key(words[position]))
        if len(held) > most:
            return
        yield " ".join(held), position

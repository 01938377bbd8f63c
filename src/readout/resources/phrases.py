# SPDX-License-Identifier: Apache-2.0
"""Find known phrases among words: the one longest match that the tables of offices, cues and channels share.

Phrases are compared in lower case; hyphens, which stand alone among the words of a text, are passed over, as
are the stops of abbreviations and the bend of an apostrophe. "Vice-President", cut into three words, is "vice
president".
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from functools import lru_cache

__all__ = ["Reach", "longest_phrase_at", "longest_phrase_before", "phrase_key", "reach_from"]

Reach = Callable[[str], int]  # words of the longest phrase that begins, or ends, with a word

_HYPHENS = frozenset("-‐‑")
_MARKS = str.maketrans({".": "", "’": "'", "-": " ", "‐": " ", "‑": " "})


@lru_cache(maxsize=65_536)
def phrase_key(phrase: str) -> str:
    """Return the key under which the tables hold a phrase."""
    key = phrase.lower()
    # Most are letters and blanks alone; the tables hold thousands, so the short way counts on a cold start.
    return " ".join((key if key.replace(" ", "").isalpha() else key.translate(_MARKS)).split())


def longest_phrase_at(
    words: Sequence[str], start: int, known: Container[str], *, most: Reach
) -> tuple[str, int] | None:
    """Find the longest known phrase that starts at a word.

    Args:
        words: The words of a sentence.
        start: The word at which the phrase starts.
        known: Keys of phrases, as `phrase_key` makes them.
        most: Words of the longest phrase that begins with a word, hyphens not counted; `reach_from` makes it.

    Returns:
        The key and the end (exclusive) of the phrase, or None.
    """
    if start < len(words) and (words[start] in _HYPHENS or not most(phrase_key(words[start]))):
        return None
    found = _longest(words, range(start, len(words)), known, most)
    return (found[0], found[1] + 1) if found else None


def longest_phrase_before(
    words: Sequence[str], end: int, known: Container[str], *, most: Reach
) -> tuple[str, int] | None:
    """Find the longest known phrase that ends right before a word.

    Args:
        words: The words of a sentence.
        end: The word after the phrase.
        known: Keys of phrases, as `phrase_key` makes them.
        most: Words of the longest phrase that ends with a word, hyphens not counted.

    Returns:
        The key and the start of the phrase, or None.
    """
    return _longest(words, range(end - 1, -1, -1), known, most)


def reach_from(keys: Iterable[str]) -> Reach:
    """Make what tells of a word how long the longest of some phrases is that begins with it: of most words, 0."""
    longest: dict[str, int] = {}
    for key in keys:
        first, *others = key.split()
        longest[first] = max(longest.get(first, 0), 1 + len(others))
    return lambda word: longest.get(word, 0)


def _longest(words: Sequence[str], positions: range, known: Container[str], most: Reach) -> tuple[str, int] | None:
    """Grow a phrase word by word, and return the last known one with the position of the word that was added."""
    found, grown, left = None, "", -1
    for position in positions:
        if words[position] in _HYPHENS:
            continue
        key = phrase_key(words[position])
        if left < 0:
            left, grown = most(key), key
        else:
            grown = f"{key} {grown}" if positions.step < 0 else f"{grown} {key}"
        if left == 0:
            break
        left -= 1
        if grown in known:
            found = (grown, position)
    return found

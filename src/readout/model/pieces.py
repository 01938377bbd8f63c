# SPDX-License-Identifier: Apache-2.0
"""Words to word pieces, as BERT's uncased WordPiece cuts them.

Written out rather than taken from `tokenizers`, which brings 55 MB of libraries for downloading that
nothing here uses. Words are cut one by one and remembered, so speed is not a reason either. Equal to it for
every word but those that spell a special piece: `[SEP]` in a report is three pieces of text here, never the
end of a window.
"""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from pathlib import Path

__all__ = ["Pieces"]

LONGEST = 12  # pieces of one word; an address or a line of hexadecimal must not fill a window
_LONGEST_CHARS = 100  # a longer run of letters is one unknown piece, as the encoder's training had it
_IDEOGRAPHS = (
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0002a6df"),
    ("\U0002a700", "\U0002b81f"),
    ("\U0002b920", "\U0002ceaf"),
    ("\U0002f800", "\U0002fa1f"),
)
_REMEMBERED = 200_000  # words; a year of news has more, a day fewer


class Pieces:
    """Cut words into the pieces of the encoder's vocabulary, remembering each word's cut."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        """Take the id of every piece; pieces that continue a word begin with `##`."""
        self._vocabulary = vocabulary
        self._longest_piece = max(map(len, vocabulary))
        self._known: dict[str, tuple[int, ...]] = {}
        self.start: int = vocabulary["[CLS]"]
        self.end: int = vocabulary["[SEP]"]
        self.unknown: int = vocabulary["[UNK]"]

    @classmethod
    def open(cls, path: Path) -> Pieces:
        """Read a `vocabulary.txt`: a piece a line, in the order of their ids.

        Raises:
            KeyError: If a piece that every text needs is not there.
        """
        lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
        return cls({piece: id for id, piece in enumerate(lines)})

    def of(self, word: str) -> tuple[int, ...]:
        """Return the pieces of one word: 1 to `LONGEST` ids."""
        found = self._known.get(word)
        if found is None:
            ids = (piece for run in _runs_of(word) for piece in self._pieces_of(run))
            found = tuple(islice(ids, LONGEST)) or (self.unknown,)
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[word] = found
        return found

    def _pieces_of(self, run: str) -> list[int]:
        """Take the longest piece that fits, again and again (Wu et al. 2016); all or nothing."""
        if len(run) > _LONGEST_CHARS:
            return [self.unknown]
        found: list[int] = []
        start = 0
        while start < len(run):
            end = min(len(run), start + self._longest_piece)
            while end > start and (piece := self._piece(run, start, end)) is None:
                end -= 1
            if end == start or piece is None:
                return [self.unknown]
            found.append(piece)
            start = end
        return found

    def _piece(self, run: str, start: int, end: int) -> int | None:
        return self._vocabulary.get(f"##{run[start:end]}" if start else run[start:end])


def _runs_of(word: str) -> Iterator[str]:
    """Lower the letters, drop accents and control characters, and cut at spaces and around punctuation."""
    if word.isascii() and word.isalnum():  # nine of ten words: nothing to drop, nowhere to cut
        yield word.lower()
        return
    run = ""
    for char in unicodedata.normalize("NFD", "".join(map(_clean, word))):
        if unicodedata.category(char) == "Mn":
            continue
        if char == " " or _stands_alone(char):
            if run:
                yield run
            run = ""
            if char != " ":
                yield char
        else:
            run += char.lower()
    if run:
        yield run


@cache
def _clean(char: str) -> str:
    if char in "\t\n\r" or unicodedata.category(char) == "Zs":
        return " "
    if unicodedata.category(char) in {"Cc", "Cf", "Co", "Cs"} or char == "\ufffd":
        return ""
    return f" {char} " if _is_ideograph(char) else char


@cache
def _stands_alone(char: str) -> bool:
    return char in string.punctuation or unicodedata.category(char).startswith("P")


def _is_ideograph(char: str) -> bool:
    """Tell whether the character is a CJK ideograph: these are written without spaces and stand alone."""
    return any(first <= char <= last for first, last in _IDEOGRAPHS)

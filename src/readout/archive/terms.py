# SPDX-License-Identifier: Apache-2.0
"""What the full-text indexes hold: the words of a text as stems, and marks for everything that can be filtered by.

A *mark* is a word that no text contains, such as "§crus" for "the speaker is of Russia". Words and marks stand in one index, so one
walk through it answers "Russian ministers who spoke of grain by telephone" in order of publication, whichever of these is rare.
Words are cut and stemmed here, not by the databases: both find the same, and a stem never changes with a database's version.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from readout.archive.stems import stem_of

__all__ = ["Mark", "is_mark", "mark", "marks_of_days", "number_of_day", "stems", "wide"]

# Not a letter or digit, so never part of a word; above U+007F, so both indexes take it as one.
_SIGN = "§"
_ODD = re.compile(r"[^a-z0-9]")
_APOSTROPHES = re.compile(r"(?<=\w)['’‘ʼ`´](?:s\b)?")
_WORD = re.compile(r"[^\W_]+")
# Letters that have no decomposition in Unicode.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ß": "ss"}
)
# Every sentence has some of these: they take a third of an index and tell nothing. "Not", "no" and "who" do.
_COMMON = frozenset(
    "a an the of to in on at by for from with as and or that this it its is are was were be been has have had he his she her they "
    "their".split()
)
# Of no use in an index, and PostgreSQL takes no longer ones.
_LONGEST = 60

_EPOCH = date(1, 1, 1).toordinal()


class Mark:
    """The first letters of marks, one for each thing that can be filtered by."""

    FIRST = "f"  # told here for the first time
    AGAIN = "g"  # told already by another report of the same text
    BY = "b"  # a name, by its number
    TO = "t"
    RELAY = "v"
    ABOUT = "a"
    WHO = "w"
    WORD_OF = "i"  # on whose word it stands
    ROLE = "r"
    COUNTRY = "c"
    ABOUT_COUNTRY = "n"
    SECTOR = "s"
    CHANNEL = "h"
    UNNAMED = "u"
    PUBLISHER = "p"
    LANGUAGE = "l"
    YEAR = "y"
    MONTH = "m"
    DAY = "d"
    WIDE = "x"  # its time spans more than a month
    CONFIDENCE = "q"
    TYPE = "e"
    MODE = "o"
    STATUS = "z"
    PLACE = "j"
    PLACE_COUNTRY = "k"
    MEDIUM = "1"
    CONTACT = "2"
    UNIT = "3"
    KIND = "4"


def mark(letter: str, value: str | int = "") -> str:
    """Return the mark of one thing that can be filtered by."""
    return f"{_SIGN}{letter}{value if isinstance(value, int) else _ODD.sub(_SIGN, value.lower())}"


def is_mark(term: str) -> bool:
    """Tell a mark from a word."""
    return term.startswith(_SIGN)


def stems(text: str) -> list[str]:
    """Cut a text in words: small letters without accents and possessives, each as its stem, the most common left out."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    lowered = text.casefold()
    if not lowered.isascii():
        lowered = lowered.translate(_LETTERS)
    words = _WORD.findall(_APOSTROPHES.sub("", lowered))
    return [stem_of(word[:_LONGEST]) for word in words if word not in _COMMON]


def number_of_day(day: str) -> int:
    """Return a day of ISO 8601 as a number that grows by one each day, 0 for the first of the year 1."""
    return date.fromisoformat(day[:10]).toordinal() - _EPOCH


def wide(first: str, last: str) -> bool:
    """Tell whether days lie in more than one month."""
    return first[:7] != last[:7]


def marks_of_days(first: str | None, last: str | None) -> Iterable[str]:
    """Give the marks of a time: its first day, month and year, and whether it is longer than a month."""
    if first is None or last is None:
        yield mark(Mark.DAY, 0)
        return
    yield mark(Mark.DAY, first[:10].replace("-", ""))
    yield mark(Mark.MONTH, first[:7].replace("-", ""))
    yield mark(Mark.YEAR, first[:4])
    if wide(first, last):
        yield mark(Mark.WIDE)

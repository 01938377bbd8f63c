# SPDX-License-Identifier: Apache-2.0
"""Fold names, so that every spelling of one name is found by one look-up.

Folding is for look-ups only: a folded name is never shown, stored or written into a record.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Generic, TypeVar

__all__ = ["NameIndex", "fold_name"]

T = TypeVar("T")

# Letters that have no decomposition in Unicode, and dashes; casefold has dealt with ß.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a", "ħ": "h"}
)
# Apostrophes of all kinds, the Hawaiian okina among them; they and full stops vanish.
_MARKS = str.maketrans(dict.fromkeys("'’‘ʼʻ`´.", ""))
_POSSESSIVE = re.compile(r"(?<=\w)\.?(?:['’ʼ`´][sS]|(?<=[sS])['’ʼ`´])$")
_SPACED_INITIALS = re.compile(r"\b(\w\.)\s+(?=\w\.)")
_DOTTED = re.compile(r"(?:\w\.){2,}")
_BREAKS = re.compile(r"[\s\-‐-―/,_]+")


@lru_cache(maxsize=65_536)
def fold_name(name: str) -> str:
    """Fold a name: drop case, accents, apostrophes, stops, hyphens, a leading "the" and a possessive.

    Args:
        name: A name as a report writes it, such as "The Côte d’Ivoire's".

    Returns:
        The key under which the tables hold the name ("cote divoire"); empty where nothing is left.
    """
    return _fold(name)


def _fold(name: str) -> str:
    folded = name.casefold()
    if folded.isascii() and folded.isalpha():
        return folded
    if not (folded.isascii() and folded.replace(" ", "").isalpha()):
        folded = _plain(_SPACED_INITIALS.sub(r"\1", _POSSESSIVE.sub("", folded.strip())))
    words = folded.split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _plain(name: str) -> str:
    """Bring a name that holds more than letters and blanks down to these and digits."""
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name)
        name = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LETTERS)
    return _BREAKS.sub(" ", name.translate(_MARKS).replace("&", " and "))


def is_abbreviation(name: str) -> bool:
    """Tell whether a name is one word in capitals ("US", "G-20", "AT&T") or dotted ("u.s.")."""
    return (name.isupper() and " " not in name) or ("." in name and _DOTTED.fullmatch(name) is not None)


class NameIndex(Generic[T]):
    """Look things up by name.

    Names are folded, with three exceptions, since a name that is also a common word must not be found
    everywhere:

    - An abbreviation is found only by a word that is itself written as one, so that "us" is never the United
      States. Where an abbreviation is read as a word the table holds that spelling too ("Nato").
    - A name that the table writes as "The Times" is found only with its article and capital.
    - A name that the table marks as capitalised is found only with a capital ("Guardian", never "guardian").
    """

    __slots__ = ("_abbreviations", "_articled", "_capitalised", "_names", "_table")

    def __init__(self, table: str) -> None:
        """Make an empty index; `table` names it in errors."""
        self._table = table
        self._names: dict[str, T] = {}
        self._abbreviations: dict[str, T] = {}
        self._articled: dict[str, T] = {}
        self._capitalised: set[str] = set()

    def add(self, names: Iterable[str], thing: T, *, capitalised: Iterable[str] = ()) -> None:
        """Hold `thing` under each of `names`; those in `capitalised` need a capital to be found.

        Raises:
            ValueError: If a name already stands for another thing. The table is wrong, not its user.
        """
        for name in names:
            # Past the cache of `fold_name`, which is for the names that reports repeat.
            if self._held(name).setdefault(_fold(name), thing) is not thing:
                raise ValueError(f"table '{self._table}' gives '{name}' to two things; give it to one")
        self._capitalised.update(map(_fold, capitalised))

    def get(self, name: str) -> T | None:
        """Return what `name` stands for, or None."""
        key = fold_name(name)
        if key in self._abbreviations and is_abbreviation(_bare(name)):
            return self._abbreviations[key]
        if key in self._articled and _has_article(name) and _is_capitalised(name):
            return self._articled[key]
        found = self._names.get(key)
        return None if found is None or (key in self._capitalised and not _is_capitalised(name)) else found

    def _held(self, name: str) -> dict[str, T]:
        if is_abbreviation(name):
            return self._abbreviations
        return self._articled if name.startswith("The ") and name.count(" ") == 1 else self._names


def _has_article(name: str) -> bool:
    return name.lstrip()[:4].casefold() == "the "


def _is_capitalised(name: str) -> bool:
    return _bare(name)[:1].isupper()


def _bare(name: str) -> str:
    """Take off what may stand around an abbreviation: an article and a possessive."""
    bare = _SPACED_INITIALS.sub(r"\1", _POSSESSIVE.sub("", name.strip()))
    return bare[4:].lstrip() if _has_article(bare) else bare

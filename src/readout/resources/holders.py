# SPDX-License-Identifier: Apache-2.0
"""Who held which office of which country or international organisation, and when.

Two tables: `holders`, written for Readout, and `holders_before_2011`, cut from a public one of another licence. A list of
persons ages: a term without an end was under way when the table was last sure of it (`SURE_UNTIL`), and nothing more.
Nobody is found by a surname alone but to be compared with a title; who is meant is for the reader of the report to say.
"""

from __future__ import annotations

import json
import pkgutil
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from readout.resources._tables import Row

__all__ = [
    "SURE_UNTIL",
    "Holder",
    "Term",
    "all_holders",
    "begins_with_name",
    "holders_called",
    "holders_named",
    "holders_named_shortly",
    "name_key",
]

SURE_UNTIL = "2025-06-30"

_TABLES = ("holders", "holders_before_2011")
_NOT_IN_NAMES = frozenset(
    "al el ul as ad bin ben ibn von van der den de da do dos di del la le sir lord ii iii iv vi xiv xvi jr sr".split()
)
# Letters that have no decomposition in Unicode.
_LETTERS = (
    ("ø", "o"),
    ("ł", "l"),
    ("đ", "d"),
    ("ð", "d"),
    ("þ", "th"),
    ("æ", "ae"),
    ("œ", "oe"),
    ("ı", "i"),
    ("ə", "a"),
)
_CURLY = (("‑", " "), ("–", " "), ("’", ""), ("‘", ""), ("ʼ", ""))
_MARKS = (*((mark, " ") for mark in '-.,[]{}:"'), ("'", ""), ("`", ""))
# Letters that one name's spellings in Latin letters exchange, longest first.
_SPELLINGS = (
    ("zh", "j"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("ph", "f"), ("q", "k"), ("w", "v"), ("ou", "u"), ("oo", "u"),
    ("ee", "i"), ("j", "i"), ("y", "i"), ("eh ", "e "), ("ah ", "a "),
)  # fmt: skip
_DOUBLED = tuple((letter * 2, letter) for letter in "abcdefgiklmnoprstuvz")
_MOHAMMED = tuple((written, "mohamed") for written in ("muhamad", "mohamad", "muhamed"))


@dataclass(frozen=True, slots=True)
class Term:
    """A time in an office.

    Attributes:
        office: A title, in lower case.
        first: Its first day, or the month or year: ISO 8601 as exactly as it is known.
        last: Its last; None where it was under way when the table was last sure.
    """

    office: str
    first: str
    last: str | None

    def covers(self, day: str) -> bool:
        """Tell whether a day, month or year may lie in it; without an end it goes on."""
        return self.begins_by(day) and not self.is_over(day)

    def begins_by(self, day: str) -> bool:
        """Tell whether it had begun by a day, as exactly as both are known."""
        return self.first[: len(day)] <= day[: len(self.first)]

    def is_over(self, day: str) -> bool:
        """Tell whether it was over on a day; on its last one it was not."""
        return self.last is not None and self.last[: len(day)] < day[: len(self.last)]

    def is_sure_on(self, day: str) -> bool:
        """Tell whether it is known, not only supposed, to cover a day."""
        return self.covers(day) and (self.last is not None or day <= max(SURE_UNTIL, self.first))


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in the offices of one country or organisation.

    Attributes:
        name: The name that English news uses, given name first unless the person's country puts it last.
        aliases: Other names and spellings.
        country: ISO 3166-1 alpha-3, or an organisation's code.
        terms: In the order of their beginnings.
    """

    name: str
    aliases: tuple[str, ...]
    country: str
    terms: tuple[Term, ...]


@lru_cache(maxsize=16_384)
def holders_named(name: str) -> tuple[Holder, ...]:
    """Return those who bear a full name, in any order of its words and in other spellings: "Sergey Shoygu", "Abe Shinzo"."""
    key = name_key(name)
    return _found(key, _named) if " " in key else ()


@lru_cache(maxsize=16_384)
def holders_named_shortly(name: str) -> tuple[Holder, ...]:
    """Return those whose full name is the first and the last word of a longer one: "Yoweri Kaguta Museveni"."""
    words = _words_of(name)
    return _found(_key((words[0], words[-1])), _named) if len(words) > 2 else ()


@lru_cache(maxsize=16_384)
def holders_called(surname: str) -> tuple[Holder, ...]:
    """Return those whose surname, or the name that news calls them by, this is: "Macron", "al-Sisi", "Xi"."""
    return _found(name_key(surname), _called)


def begins_with_name(words: str) -> bool:
    """Tell whether what looks like a title in front of a name is part of a holder's: "Sheikh Hasina", not "Emir Tamim"."""
    first = words.partition(" ")[0]
    return any(holder.name.partition(" ")[0] == first for holder in holders_named(words))


def all_holders() -> tuple[Holder, ...]:
    """Return all holders in the order of the tables."""
    return tuple(_holder_from_row(json.loads(line)) for line in _table()[0])


def _named(row: Row) -> list[str]:
    return [row["name"], *row.get("aliases", ())]


def _called(row: Row) -> list[str]:
    return row.get("surnames") or [row["name"].rpartition(" ")[2]]


def _found(key: str, names: Callable[[Row], list[str]]) -> tuple[Holder, ...]:
    """Return the holders of whose names one has a key; only the rows with its rarest word are read."""
    lines, numbers = _table()
    rarest = min((numbers.get(word, ()) for word in key.split()), key=len, default=())
    rows = (json.loads(lines[number]) for number in rarest)
    return tuple(_holder_from_row(row) for row in rows if any(name_key(name) == key for name in names(row)))


@lru_cache(maxsize=16_384)
def name_key(name: str) -> str:
    """Return the words of a name in one order and spelling, without particles, generation and initials."""
    return _key(_words_of(name))


def _words_of(name: str) -> list[str]:
    """Return the words of a name as they are written: what is no name is known before its spelling is changed ("Jr.", "Yi")."""
    plain = _replaced(name.lower(), (*_CURLY, *_MARKS))
    return [word for word in plain.split() if len(word) > 1 and word not in _NOT_IN_NAMES]


def _key(words: Iterable[str]) -> str:
    return " ".join(sorted(_spelled(" ".join(words)).split()))


def _spelled(names: str) -> str:
    """Bring names to one spelling; all of a table go through at once, for one by one they take ten times as long."""
    plain = names.lower()
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", _replaced(plain, (*_LETTERS, *_CURLY)))
        plain = decomposed.encode("ascii", "ignore").decode("ascii")
    return _replaced(f"{plain} ", (*_MARKS, *_SPELLINGS, *_DOUBLED, *_MOHAMMED))


def _replaced(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    for old, new in pairs:
        text = text.replace(old, new)
    return text


@cache
def _table() -> tuple[tuple[str, ...], dict[str, list[int]]]:
    """Return the rows of both tables as they are written, and by each word of their spelled names the numbers of its rows."""
    packed = b"".join(pkgutil.get_data(__name__, f"{table}.jsonl") or b"" for table in _TABLES)
    lines = tuple(packed.decode("utf-8").splitlines())
    names = (
        line[len('{"name": "') : line.index('"country"') - 3] for line in lines
    )  # what more they hold does no harm
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, spelled in enumerate(_spelled(" \n".join(names)).split("\n")):  # the blank: a name ends with its line
        for word in set(spelled.split()):
            numbers[word].append(number)
    return lines, numbers


def _holder_from_row(row: Row) -> Holder:
    terms = tuple(Term(office, first, last) for office, first, last in row["terms"])
    return Holder(row["name"], tuple(row.get("aliases", ())), row["country"], terms)

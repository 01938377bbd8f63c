# SPDX-License-Identifier: Apache-2.0
"""Offices, ranks and professions that news puts before a name, and the honorifics that it puts there too.

The sector is that of the office itself; None where only the body tells it ("head", "spokesman", "chairman").
Where a title says man or woman ("spokeswoman", "king", "Mrs") it is told; nothing is ever told from a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from readout.resources._tables import Row, rows
from readout.resources.phrases import longest_phrase_before, phrase_key

__all__ = [
    "Honorific",
    "Office",
    "OfficeMatch",
    "all_offices",
    "find_office",
    "honorific_named",
    "office_at",
    "office_named",
    "office_state",
]


@dataclass(frozen=True, slots=True)
class Office:
    """What a person is or does, as a title.

    Attributes:
        title: In lower case, one person's, written out: "general" for "Gen.", "spokesman" for "spokesmen".
        sector: A sector code, or None where the body that is named with it decides.
        kind: office (held by one at a time), rank, profession, or speaker_for (speaks for a body).
        gender: "m" or "f" where the word says so.
        country: The iso3, where only one country has the office ("taoiseach").
    """

    title: str
    sector: str | None
    kind: str
    gender: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeMatch:
    """An office found among words, which it fills from `start` to `end`."""

    office: Office
    start: int
    end: int
    plural: bool


@dataclass(frozen=True, slots=True)
class Honorific:
    """A form of address, without its stop; `gender` is "m" or "f" where it says so."""

    form: str
    gender: str | None


def office_named(text: str) -> Office | None:
    """Return the office that `text` is, whole: "vice-president", "Gen.", "lawmakers"."""
    return _office_of_key(phrase_key(text))


def office_at(words: Sequence[str], end: int) -> Office | None:
    """Return the longest office that ends right before the word `end`.

    Args:
        words: Words as `words_of` cuts them; hyphens may stand alone.
        end: The position after the office, that of the name in "Russian Defence Minister Sergey Shoygu".
    """
    match = find_office(words, end)
    return match.office if match else None


def find_office(words: Sequence[str], end: int) -> OfficeMatch | None:
    """Find the longest office that ends right before the word `end`, with its place."""
    found = longest_phrase_before(words, end, _Titles(), most=_most_ending_with)
    if found is None:
        return None
    key, start = found
    office = _office_of_key(key)
    return OfficeMatch(office, start, end, plural=key not in _by_key()) if office else None


def all_offices() -> tuple[Office, ...]:
    """Return all offices, each once, in the order of the table."""
    return tuple(dict.fromkeys(_by_key().values()))


def honorific_named(word: str) -> Honorific | None:
    """Return the honorific that `word` is: "Mr.", "Mrs", "Dame", "His Holiness"."""
    return _honorifics().get(phrase_key(word))


def office_state(word: str) -> str | None:
    """Tell what a word beside an office says of who holds it.

    Returns:
        former ("ex", "ousted"), acting ("interim"), outgoing, incoming ("-elect"), current or disputed; None
        for others.
    """
    return _states().get(phrase_key(word))


class _Titles:
    """All keys of offices, plurals included: what `in` asks of a container, no more."""

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and _office_of_key(key) is not None


@lru_cache(maxsize=65_536)
def _most_ending_with(word: str) -> int:
    """Return the words of the longest title that ends with a word, or with what it is the plural of."""
    return max(_lengths().get(one, 0) for one in (word, *_singular_words(word)))


@cache
def _lengths() -> dict[str, int]:
    longest: dict[str, int] = {}
    for key in _by_key():
        *others, last = key.split()
        longest[last] = max(longest.get(last, 0), 1 + len(others))
    return longest


@lru_cache(maxsize=65_536)
def _office_of_key(key: str) -> Office | None:
    known = _by_key()
    return known.get(key) or next((known[one] for one in _singulars(key) if one in known), None)


def _singulars(key: str) -> Iterator[str]:
    """Yield what a title may be in the singular; its plural may stand at any word ("attorneys general")."""
    words = key.split()
    for place, word in enumerate(words):
        for one in _singular_words(word):
            yield " ".join((*words[:place], one, *words[place + 1 :]))


def _singular_words(word: str) -> Iterator[str]:
    if word.endswith("men"):
        yield f"{word[:-3]}man"
    elif word == "spokespeople":
        yield "spokesperson"
    elif word.endswith("ies"):
        yield f"{word[:-3]}y"
    elif word.endswith("s") and len(word) > 2:
        yield word[:-1]
        yield word[:-2]


@cache
def _table() -> tuple[Row, ...]:
    return tuple(rows("offices"))


@cache
def _by_key() -> dict[str, Office]:
    titled = [row for row in _table() if "titles" in row]
    return {phrase_key(form): office for row in titled for form, office in _offices_from_row(row)}


def _offices_from_row(row: Row) -> Iterator[tuple[str, Office]]:
    shared = (row["sector"], row["kind"], row.get("gender"), row.get("country"))
    for title in row["titles"]:
        yield title, Office(title, *shared)
    for short, title in row.get("short", {}).items():
        yield short, Office(title, *shared)


@cache
def _honorifics() -> dict[str, Honorific]:
    found = (Honorific(row["honorific"], row.get("gender")) for row in _table() if "honorific" in row)
    return {phrase_key(one.form): one for one in found}


@cache
def _states() -> dict[str, str]:
    return {phrase_key(row["modifier"]): row["state"] for row in _table() if "modifier" in row}

# SPDX-License-Identifier: Apache-2.0
"""Names across reports: each once, and found in whatever spelling it is asked for.

"Sergei Shoigu" finds "Sergey Shoygu" and a bare "Shoigu", "Shoigu" finds whoever bears it, "IAEA" the International Atomic Energy
Agency, "defence ministry" the Russian Defense Ministry and the Ukrainian one. Which names were taken is told with the
results: that two people bear one name is for the reader to see.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from readout.archive.columns import storable
from readout.archive.rowschema import name_words, names
from readout.archive.stems import stem_of
from readout.reading.coreference.names import (
    PersonName,
    is_acronym_of,
    is_same_word,
    organisation_words,
    person_name,
    persons_fit,
    short_form_rank,
    skeleton,
)
from readout.resources import fold_name
from readout.resources.names import is_abbreviation

__all__ = ["FoundName", "held_name", "names_like", "numbers_of_names"]

# SQLite takes 32,766 values in one statement, PostgreSQL 65,535.
_AT_ONCE = 10_000
# The rules of `reading.names` let shorter words stand for themselves only.
_VARIES = 4
_ACRONYM = range(2, 9)
_KEPT = 60
# PostgreSQL's indexes refuse values above some 2,700 bytes.
_LONGEST_NAME = 300
# Names of these kinds are not looked for by those who look for somebody.
_APART = frozenset({"publisher", "role"})


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name in the archive, with its number."""

    number: int
    name: str


def held_name(name: str | None) -> str | None:
    """Return a name as its table holds it: without what no database holds, and no longer than an index takes."""
    return (storable(name) or "")[:_LONGEST_NAME] or None


def numbers_of_names(connection: Connection, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """Return the numbers of names and their kinds; new ones are written."""
    needed = sorted(wanted)
    found = _numbers(connection, needed)
    fresh = [pair for pair in needed if pair not in found]
    if fresh:
        connection.execute(insert(names), [{"name": name, "kind": kind} for name, kind in fresh])
        added = _numbers(connection, fresh)
        if words := [{"word": word, "name_id": added[pair]} for pair in fresh for word in _keys(*pair)]:
            connection.execute(insert(name_words), words)
        found |= added
    return found


def _numbers(connection: Connection, pairs: Sequence[tuple[str, str]]) -> dict[tuple[str, str], int]:
    wanted = set(pairs)
    found: dict[tuple[str, str], int] = {}
    spelled = sorted({name for name, _ in pairs})
    for start in range(0, len(spelled), _AT_ONCE):
        query = select(names.c.name, names.c.kind, names.c.id).where(
            names.c.name.in_(spelled[start : start + _AT_ONCE])
        )
        found |= {(name, kind): id for name, kind, id in connection.execute(query) if (name, kind) in wanted}
    return found


def _keys(name: str, kind: str) -> set[str]:
    """Return the words under which a name is looked up."""
    if kind in _APART:
        return {_exact_key(name)} if kind == "publisher" else set()
    if kind == "person":
        return {_key(word) for word in person_name(name).words if len(word) > 1}
    keys = {_key(word) for word in _essence(name)}
    if acronym := _acronym(name):
        keys.add(acronym)
    return keys


def _key(word: str) -> str:
    return ((len(word) >= _VARIES and skeleton(word)) or word)[:_KEPT]


def _exact_key(name: str) -> str:
    return f"={fold_name(name)}"[:_KEPT]


def _essence(name: str) -> tuple[str, ...]:
    """Return the words that tell a body from others, in one form."""
    return tuple(stem_of(word) for word in organisation_words(name))


def _acronym(name: str) -> str | None:
    """Return the key that an acronym shares with what it abbreviates: its own letters, or the initials of the words."""
    words = organisation_words(name)
    if len(words) == 1:
        letters = "".join(c for c in name if c.isalnum())
        return f"={letters.lower()}" if letters.isupper() and len(letters) in _ACRONYM else None
    initials = "".join(word[0] for word in words)
    return f"={initials}" if len(initials) in _ACRONYM else None


def names_like(connection: Connection, asked: str, *, kind: str | None = None) -> list[FoundName]:
    """Return the names that may be meant, in the order of their numbers.

    Args:
        connection: Where to look.
        asked: A name in any spelling, a surname, words of a body's name, an acronym.
        kind: "publisher", for the exact name but for case, accents and articles; by default whoever can speak or act.
    """
    if kind == "publisher":
        return sorted(_with_keys(connection, [_exact_key(asked)], {kind}), key=lambda found: found.number)
    found = {name.number: name for name in _persons_like(connection, asked)}
    found |= {name.number: name for name in _bodies_like(connection, asked)}
    return [found[number] for number in sorted(found)]


def _persons_like(connection: Connection, asked: str) -> Iterator[FoundName]:
    if is_abbreviation(asked):
        return  # "UN" is not Kim Jong Un
    wanted = person_name(asked)
    long = [word for word in wanted.words[1:] if len(word) > 1] or [word for word in wanted.words if len(word) > 1]
    for key in dict.fromkeys(map(_key, long)):
        for found in _with_keys(connection, [key], {"person"}):
            if _may_be(person_name(found.name), wanted):
                yield found


def _may_be(held: PersonName, wanted: PersonName) -> bool:
    """Tell whether a name in the archive may be the one that was asked for."""
    if len(wanted.words) > 1 and len(held.words) > 1:
        return persons_fit(held, wanted)
    if len(wanted.words) > 1:
        return short_form_rank(wanted, held) == 3
    return bool(short_form_rank(held, wanted)) or (len(held.words) == 1 and is_same_word(held.surname, wanted.surname))


def _bodies_like(connection: Connection, asked: str) -> Iterator[FoundName]:
    wanted = _essence(asked)
    others = {"organisation", "place", "group", "other"}
    for found in _with_keys(connection, [_key(word) for word in wanted], others):
        held = _essence(found.name)
        if all(any(is_same_word(one, other) for other in held) for one in wanted):
            yield found
    if acronym := _acronym(asked):
        for found in _with_keys(connection, [acronym], others):
            if _abbreviates(asked, found.name):
                yield found


def _abbreviates(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return is_acronym_of(short.replace(".", ""), long)


def _with_keys(connection: Connection, keys: Sequence[str], kinds: set[str]) -> list[FoundName]:
    """Return the names of these kinds that have all the keys."""
    distinct = sorted(set(keys))
    if not distinct:
        return []
    query = (
        select(names.c.id, names.c.name)
        .join(name_words, name_words.c.name_id == names.c.id)
        .where(name_words.c.word.in_(distinct), names.c.kind.in_(sorted(kinds)))
        .group_by(names.c.id, names.c.name)
        .having(func.count() == len(distinct))
    )
    return [FoundName(id, name) for id, name in connection.execute(query)]

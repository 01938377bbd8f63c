# SPDX-License-Identifier: Apache-2.0
"""Epithets: what news calls a state or an international organisation by, in place of its name.

"The kingdom" may mean any of seventeen states, "the West African nation" any of sixteen, "the world body" the United Nations:
which one is meant, the report has to tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from readout.resources._tables import Row, rows
from readout.resources.phrases import Reach, longest_phrase_at, longest_phrase_before, phrase_key, reach_from

__all__ = ["Epithet", "epithet_of"]


@dataclass(frozen=True, slots=True)
class Epithet:
    """Whom a description may mean by its words alone.

    Attributes:
        means: ISO 3166-1 alpha-3 codes of states, or codes of international organisations.
        of_state: Whether it can mean nothing but a state: a kingdom is one, an alliance may be one of parties.
    """

    means: frozenset[str]
    of_state: bool


def epithet_of(words: Sequence[str]) -> Epithet | None:
    """Understand the words of a description up to its noun: "the", "West", "African", "nation".

    Args:
        words: Words as `words_of` cuts them; hyphens may stand alone.

    Returns:
        Whom they may mean; None if they do not tell.
    """
    if not words:
        return None
    body = longest_phrase_before(words, len(words), _of("bodies"), most=_body_reach())
    if body is not None:
        return Epithet(_of("bodies")[body[0]], of_state=False)
    noun = phrase_key(words[-1])
    if noun not in _lands():
        return None
    told = [_of("noun")[noun]] if noun in _of("noun") else []
    told += _regions_in(words[:-1])
    return Epithet(frozenset.intersection(*told), of_state=True) if told else None


def _regions_in(words: Sequence[str]) -> list[frozenset[str]]:
    """Return the states of each region among words: the longest name of one that begins at a word."""
    told, at = [], 0
    while at < len(words):
        found = longest_phrase_at(words, at, _of("regions"), most=_region_reach())
        if found is not None:
            told.append(_of("regions")[found[0]])
        at = found[1] if found is not None else at + 1
    return told


@cache
def _table() -> tuple[Row, ...]:
    return tuple(rows("epithets"))


@cache
def _lands() -> frozenset[str]:
    return frozenset(noun for row in _table() for noun in row.get("lands", ()))


@cache
def _of(column: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in _table():
        words = row.get(column, ())
        for phrase in [words] if isinstance(words, str) else words:
            found[phrase_key(phrase)] = frozenset(row["means"])
    return found


@cache
def _region_reach() -> Reach:
    return reach_from(_of("regions"))


@cache
def _body_reach() -> Reach:
    """Tell of a word how long the longest body is that ends with it."""
    return reach_from(" ".join(reversed(key.split())) for key in _of("bodies"))

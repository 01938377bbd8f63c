# SPDX-License-Identifier: Apache-2.0
"""What is looked for in a full-text index, as a tree of stems and marks, and the words that people type for it.

    grain ships            both words, in any order and any form ("ship", "shipped")
    "grain deal"           the words side by side
    grain OR wheat         one of the two; OR binds what stands beside it
    grain -ukraine         not the word behind the dash; -"two words" works too

Nothing that can be typed is an error: a sign without a meaning here is no word. Both databases read one tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from readout.archive.terms import stems
from readout.errors import ConfigError

__all__ = ["All", "AnyOf", "Not", "Phrase", "Wanted", "is_met", "wanted_words"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Stems side by side, or one of them, or one mark."""

    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class All:
    """All of several."""

    parts: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of several."""

    parts: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Anything but this."""

    part: Wanted


Wanted = Phrase | All | AnyOf | Not

_TYPED = re.compile(r'(?P<dash>(?<!\S)[-−])?(?:["“”„](?P<phrase>[^"“”„]*)(?:["“”„]|$)|(?P<word>[^\s"“”„]+))')


def wanted_words(typed: str) -> All:
    """Read what somebody typed.

    Raises:
        ConfigError: If there is no word in it.
    """
    groups: list[list[Wanted]] = []
    joins = False
    for part in _parts(typed):
        if part is None:
            joins = bool(groups)
        elif joins:
            groups[-1].append(part)
            joins = False
        else:
            groups.append([part])
    if not groups:
        raise ConfigError(f"found no word to look for in '{typed}'; expected words, such as: grain \"black sea\" -odesa")
    return All(tuple(group[0] if len(group) == 1 else AnyOf(tuple(group)) for group in groups))


def _parts(typed: str) -> Iterator[Wanted | None]:
    """Give words and phrases; None for an OR."""
    for found in _TYPED.finditer(typed):
        if found["word"] == "OR" and not found["dash"]:
            yield None
            continue
        terms = tuple(stems(found["word"] or found["phrase"] or ""))
        if terms:
            yield Not(Phrase(terms)) if found["dash"] else Phrase(terms)


def is_met(wanted: Wanted, terms: list[str]) -> bool:
    """Tell whether the stems and marks of one thing hold what is wanted; the indexes do the same, only faster."""
    match wanted:
        case Phrase(words):
            return any(tuple(terms[at : at + len(words)]) == words for at in range(len(terms) - len(words) + 1))
        case All(parts):
            return all(is_met(part, terms) for part in parts)
        case AnyOf(parts):
            return any(is_met(part, terms) for part in parts)
        case Not(part):
            return not is_met(part, terms)

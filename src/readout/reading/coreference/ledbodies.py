# SPDX-License-Identifier: Apache-2.0
"""Names of bodies, told by who leads them: "leader of [Fuerza Popular]", "who heads [Lelo]", "[Ennahda], whose leader"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from readout.reading.encoding import Encoding
from readout.resources import holders_called, sector_of_noun

if TYPE_CHECKING:
    from readout.reading.coreference.namedentities import Name

__all__ = ["names_of_led"]

_POSTS = frozenset("leader leaders chairman chairwoman chairperson founder founders co-founder member members".split())
_STAFF = frozenset("analyst analysts economist economists strategist researcher expert".split())
_LEAD = frozenset({"heads", "leads", "chairs"})
_LEADING = frozenset({"who", "and"})
_OF_BODIES = frozenset("leader leaders chairman founder founders".split())
_BY_HOW_MUCH = frozenset({"by", "in", "with"})  # "who leads Caruana by a point"


def names_of_led(encoding: Encoding, names: Iterable[Name]) -> set[tuple[str, ...]]:
    """Return the words of names taken for persons that the words beside one of them tell to be of bodies."""
    persons = [name for name in names if name.type == "person"]
    borne = {word for name in persons for word in encoding.words[name.start + 1 : name.end]}
    told = (name for name in persons if _is_led(encoding, name))
    words = (encoding.words[name.start : name.end] for name in told)
    return {some for some in words if not (len(some) == 1 and (some[0] in borne or holders_called(some[0])))}


def _is_led(encoding: Encoding, name: Name) -> bool:
    lower, start, end = encoding.lower, name.start, name.end
    if lower[end : end + 2] == (",", "whose") and not _OF_BODIES.isdisjoint(lower[end + 2 : end + 3]):
        return True
    if start < 2 or encoding.line_starts[start] or lower[end : end + 1] in {("'s",), ("’s",), ("'",), ("’",)}:
        return False
    if name.end - start == 1 and _is_body(encoding, start - 1):
        return True
    if lower[start - 1] == "of":
        return lower[start - 2] in _POSTS
    if lower[start - 1] == "at":
        return lower[start - 2] in _STAFF
    by_much = lower[start - 1] == "leads" and (lower[end : end + 1] or (".",))[0] in _BY_HOW_MUCH
    return lower[start - 1] in _LEAD and lower[start - 2] in _LEADING and not by_much


def _is_body(encoding: Encoding, noun: int) -> bool:
    """Tell whether a noun with an article says that the name right behind it is of a body: "the rights [body] Kontras"."""
    entry = sector_of_noun(encoding.words[noun])
    before = encoding.lower[max(0, noun - _NEAR) : noun]
    is_group = entry is not None and entry.group and not entry.person and encoding.words[noun].islower()
    return is_group and not _ARTICLES.isdisjoint(before)


_NEAR = 3  # words
_ARTICLES = frozenset({"the", "a", "an"})

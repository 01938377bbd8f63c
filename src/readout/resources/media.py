# SPDX-License-Identifier: Apache-2.0
"""Outlets: news agencies, newspapers, broadcasters, magazines, sites and platforms.

`state` marks an outlet that a state owns and speaks through; a public broadcaster with an editor of its own
is not one. Names that are common words are found with a capital only ("Guardian"), some only with their
article ("The Times").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from readout.resources._tables import Row, rows
from readout.resources.names import NameIndex

__all__ = ["Outlet", "all_outlets", "outlet_named"]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A channel that carries news or posts.

    Attributes:
        name: Its usual name in English news.
        aliases: Its other names, programmes and channels.
        country: The iso3 of the country it is published in; None where it has none.
        kind: agency, newspaper, broadcaster, magazine, site or platform.
        state: Whether a state owns it and speaks through it.
        shared: Whether other countries have an outlet of that name too.
    """

    name: str
    aliases: tuple[str, ...]
    country: str | None
    kind: str
    state: bool = False
    shared: bool = False


def outlet_named(name: str) -> Outlet | None:
    """Return the outlet of this name: "TASS", "the AP", "Al Jazeera", "Rai 1", "X"."""
    return _by_name().get(name)


def all_outlets() -> tuple[Outlet, ...]:
    """Return all outlets in the order of the table."""
    return tuple(outlet for outlet, _ in _table())


@cache
def _table() -> tuple[tuple[Outlet, tuple[str, ...]], ...]:
    return tuple((_outlet_from_row(row), tuple(row.get("capitalised", ()))) for row in rows("media"))


@cache
def _by_name() -> NameIndex[Outlet]:
    index: NameIndex[Outlet] = NameIndex("media")
    for outlet, capitalised in _table():
        index.add((outlet.name, *outlet.aliases), outlet, capitalised=capitalised)
    return index


def _outlet_from_row(row: Row) -> Outlet:
    aliases = tuple(row.get("aliases", ()))
    return Outlet(row["name"], aliases, row["country"], row["kind"], row.get("state", False), row.get("shared", False))

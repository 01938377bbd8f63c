# SPDX-License-Identifier: Apache-2.0
"""Bodies: seats of power that stand for a government, and ministries, agencies, armies, parties, firms.

Where many countries have a body of one name ("the foreign ministry", "the Supreme Court") the body is
`shared` and has no country; the words around it tell whose it is. A few are shared and still have the country
that English-language news means when it names none ("Congress"): a default, which the words around it
overrule.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from readout.resources._tables import Row, rows
from readout.resources.names import NameIndex

__all__ = ["Body", "all_bodies", "body_named"]


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation, or a place that stands for one.

    Attributes:
        name: Its usual name.
        aliases: Its other names.
        country: The iso3 of its country; None where it has none, or many countries have one.
        sector: A sector code, as in `docs/record.md`; what the body is, not who rules at the time.
        kind: What it is or stands for: seat (of a head of state or a government), ministry, agency, parliament,
            court, army, armed group, party, company or ngo.
        shared: Whether several countries have a body of this name.
        governed: Years in which it ruled its country, first and last, None for a rule that goes on.
    """

    name: str
    aliases: tuple[str, ...]
    country: str | None
    sector: str
    kind: str
    shared: bool = False
    governed: tuple[tuple[int, int | None], ...] = ()

    def sector_in(self, year: int | None) -> str:
        """Return its sector in a year: GOV while it ruled ("Taliban" in 2022), else `sector`."""
        if year is not None and any(first <= year <= (last or year) for first, last in self.governed):
            return "GOV"
        return self.sector


def body_named(name: str) -> Body | None:
    """Return the body of this name: "the Kremlin", "State Department", "IRGC", "foreign ministry"."""
    return _by_name().get(name)


def all_bodies() -> tuple[Body, ...]:
    """Return all bodies in the order of the table."""
    return tuple(body for body, _ in _table())


@cache
def _table() -> tuple[tuple[Body, tuple[str, ...]], ...]:
    return tuple((_body_from_row(row), tuple(row.get("capitalised", ()))) for row in rows("seats"))


@cache
def _by_name() -> NameIndex[Body]:
    index: NameIndex[Body] = NameIndex("seats")
    for body, capitalised in _table():
        index.add((body.name, *body.aliases), body, capitalised=capitalised)
    return index


def _body_from_row(row: Row) -> Body:
    return Body(
        name=row["name"],
        aliases=tuple(row.get("aliases", ())),
        country=row["country"],
        sector=row["sector"],
        kind=row["kind"],
        shared=row.get("shared", False),
        governed=tuple((first, last) for first, last in row.get("governed", ())),
    )

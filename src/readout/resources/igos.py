# SPDX-License-Identifier: Apache-2.0
"""Organisations of several states: the United Nations and its agencies, alliances, unions, banks and courts.

The International Red Cross and the Federation of its societies stand here too, with the sector NGO, since
news treats them alike. A force or a contact group of several states counts as an organisation.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from readout.resources._tables import Row, rows
from readout.resources.names import NameIndex

__all__ = ["Igo", "all_igos", "igo", "igo_named"]


@dataclass(frozen=True, slots=True)
class Igo:
    """An organisation of several states.

    Attributes:
        code: What stands in the field `country` of an entity: its acronym, such as "UN", "NATO", "EU". Some
            codes are spelled as a country's ("CAN"); the sector IGO tells them apart.
        name: Its full name.
        aliases: Acronyms, other spellings, seats ("Brussels") and standing phrases ("UN refugee agency").
        sector: IGO, or NGO for the Red Cross.
    """

    code: str
    name: str
    aliases: tuple[str, ...]
    sector: str


def igo_named(name: str) -> Igo | None:
    """Return the organisation of this name: "the U.N.", "Nato", "World Health Organisation"."""
    return _by_name().get(name)


def igo(code: str) -> Igo | None:
    """Return the organisation with this code, such as "OSCE", in capitals."""
    return _by_code().get(code)


def all_igos() -> tuple[Igo, ...]:
    """Return all organisations in the order of the table."""
    return tuple(_by_code().values())


@cache
def _by_code() -> dict[str, Igo]:
    return {one.code: one for one, _ in _table()}


@cache
def _table() -> tuple[tuple[Igo, tuple[str, ...]], ...]:
    return tuple((_igo_from_row(row), tuple(row.get("capitalised", ()))) for row in rows("igos"))


@cache
def _by_name() -> NameIndex[Igo]:
    index: NameIndex[Igo] = NameIndex("igos")
    for one, capitalised in _table():
        index.add((one.name, *one.aliases), one, capitalised=capitalised)
    return index


def _igo_from_row(row: Row) -> Igo:
    return Igo(row["code"], row["name"], tuple(row.get("aliases", ())), row["sector"])

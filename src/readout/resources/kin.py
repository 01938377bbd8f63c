# SPDX-License-Identifier: Apache-2.0
"""Nouns of kinship: what somebody is to another of his family, of what gender, and of what generation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from readout.resources._tables import rows

__all__ = ["Kin", "all_kin", "kin_of_noun"]


@dataclass(frozen=True, slots=True)
class Kin:
    """A noun of kinship.

    Attributes:
        noun: In the singular.
        plural: Its plural.
        gender: What it says, or None.
        generation: How many generations above the one whose kin it is; below where it is less than 0.
        relation: line (a parent or a child), step, grand, side (an uncle, a niece), sibling, cousin, spouse, couple, or any. Who is
            somebody's by one has him by the same, as many generations the other way.
    """

    noun: str
    plural: str
    gender: Literal["m", "f"] | None
    generation: int
    relation: str


def kin_of_noun(noun: str) -> Kin | None:
    """Return what a noun, singular and in lower case, says of kinship."""
    return _by_noun().get(noun)


def all_kin() -> tuple[Kin, ...]:
    """Return all nouns in the order of the table."""
    return tuple(_by_noun().values())


@cache
def _by_noun() -> dict[str, Kin]:
    found = (
        Kin(row["noun"], row["plural"], row.get("gender"), row["generation"], row["relation"]) for row in rows("kin")
    )
    return {one.noun: one for one in found}

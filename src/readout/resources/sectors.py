# SPDX-License-Identifier: Apache-2.0
"""Nouns for people and groups: their sector, and whether they hide who speaks.

Sector codes are PLOVER's, with CAMEO's MED for media and HLH for health, as `docs/record.md` has them. The
sector is None where the noun tells none ("source", "counterpart"). "Anonymous" nouns, when no name goes with
them, are how news writes of sources that it does not name: officials, aides, witnesses, experts. Institutions
("the ministry") and the public ("protesters") are not anonymous: they are as named as they get.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from readout.resources._tables import Row, rows
from readout.resources.phrases import phrase_key

__all__ = ["SECTORS", "SECTOR_WORDS", "Noun", "all_nouns", "sector_of_noun"]

SECTORS = (
    "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "HLH", "IGO", "JUD", "LAB", "LEG", "MED",
    "MIL", "MNC", "NGO", "OPP", "PRM", "PTY", "REB", "REF", "REL", "SPY", "UAF",
)  # fmt: skip

SECTOR_WORDS: Mapping[str, str] = {
    "AGR": "agriculture",
    "BUS": "business",
    "COP": "police",
    "CRM": "crime",
    "CVL": "civilians",
    "EDU": "education",
    "ELI": "elites",
    "GOV": "government",
    "HLH": "health",
    "IGO": "intergovernmental",
    "JUD": "judiciary",
    "LAB": "labour",
    "LEG": "legislature",
    "MED": "media",
    "MIL": "military",
    "MNC": "multinational companies",
    "NGO": "non-governmental",
    "OPP": "opposition",
    "PRM": "paramilitary",
    "PTY": "party",
    "REB": "armed opposition",
    "REF": "refugees",
    "REL": "religion",
    "SPY": "intelligence",
    "UAF": "unidentified armed force",
    "UNK": "sector unknown",
}
"""What sectors are called: every code, and the one for none."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun for a person or a group.

    Attributes:
        noun: In the singular, in lower case.
        plural: Its plural, None where it has none of its own.
        sector: One of `SECTORS`, or None where the noun tells none.
        person: Whether one of them is a person.
        group: Whether one of them is a group or an institution.
        anonymous: Whether, without a name, it stands for a source that is not named.
    """

    noun: str
    plural: str | None
    sector: str | None
    person: bool
    group: bool
    anonymous: bool


@lru_cache(maxsize=16_384)
def sector_of_noun(noun: str) -> Noun | None:
    """Return the noun of this form, singular or plural, of one word or several: "un officials"."""
    return _by_form().get(phrase_key(noun))


def all_nouns() -> tuple[Noun, ...]:
    """Return all nouns in the order of the table."""
    return tuple(dict.fromkeys(_by_form().values()))


@cache
def _by_form() -> dict[str, Noun]:
    found: dict[str, Noun] = {}
    for noun in map(_noun_from_row, rows("sectors")):
        for form in (noun.noun, noun.plural or noun.noun):
            found[phrase_key(form)] = noun
    return found


def _noun_from_row(row: Row) -> Noun:
    flags = (row.get("person", False), row.get("group", False), row.get("anonymous", False))
    return Noun(row["noun"], row.get("plural"), row["sector"], *flags)

# SPDX-License-Identifier: Apache-2.0
"""Commitments: the words that say of what they embed whether it happened, is planned, is asked for, was denied.

"Managed to" and "failed to" tell of the same act with opposite outcomes; "plans to" and "was asked to" leave it open.
The table names a class of such words for each frame in which they stand; what a class does to what is embedded under
it is for `readout.reading.clauses.status` to say. All inflected forms stand in the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from readout.resources._tables import Row, rows
from readout.resources.phrases import phrase_key

__all__ = ["COMMITMENT_CLASSES", "COMMITMENT_PARTS", "Commitment", "all_commitments", "commitment_of"]

COMMITMENT_CLASSES = (
    "able", "allow", "aspect", "attempt", "belief", "counter", "denial", "denied", "desire", "ended", "evidence",
    "factive", "force", "hesitate", "implicative", "light", "obligation", "ongoing", "plan", "possibility", "postponed", "refuse",
    "report", "request",
)  # fmt: skip
COMMITMENT_PARTS = ("adjective", "modifier", "noun", "verb")


@dataclass(frozen=True, slots=True)
class Commitment:
    """A word that decides on what it embeds.

    Attributes:
        lemma: "manage", "call off", "threat".
        part: One of `COMMITMENT_PARTS`; a modifier stands before its noun ("attempted coup").
        commits: A class for each frame: "to" (infinitive), "ing", "that" (finite clause), "np" (object), "subj" (subject),
            "compound" (noun before a noun), or a preposition with a colon (":for").
        forms: Its other forms.
    """

    lemma: str
    part: str
    commits: Mapping[str, str]
    forms: tuple[str, ...]


def commitment_of(form: str, part: str) -> Commitment | None:
    """Return the word of any of its forms: "managed" the verb, "threats" the noun, "ruled out" the verb."""
    return _of_part(part).get(phrase_key(form))


def all_commitments() -> tuple[Commitment, ...]:
    """Return all words in the order of the table."""
    return _table()


@cache
def _table() -> tuple[Commitment, ...]:
    return tuple(_commitment_from_row(row) for row in rows("commitments"))


@cache
def _of_part(part: str) -> dict[str, Commitment]:
    of_part = [commitment for commitment in _table() if commitment.part == part]
    return {phrase_key(form): each for each in of_part for form in (each.lemma, *each.forms)}


def _commitment_from_row(row: Row) -> Commitment:
    return Commitment(row["lemma"], row["part"], row["commits"], tuple(row.get("forms", ())))

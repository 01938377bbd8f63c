# SPDX-License-Identifier: Apache-2.0
"""Phrases by which a report says that a source is not named, why not, and how the source knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from readout.resources._tables import rows
from readout.resources.phrases import Reach, longest_phrase_at, phrase_key, reach_from

__all__ = ["AnonymityPhrase", "all_anonymity_phrases", "anonymity_phrase_at"]


@dataclass(frozen=True, slots=True)
class AnonymityPhrase:
    """A phrase about a source that is not named.

    Attributes:
        phrase: In lower case.
        kind: condition ("on condition of anonymity"), reason ("not authorised to speak"), or closeness
            ("familiar with the matter").
    """

    phrase: str
    kind: str


def anonymity_phrase_at(words: Sequence[str], start: int) -> tuple[AnonymityPhrase, int] | None:
    """Find the longest such phrase that starts at a word, with its end (exclusive)."""
    found = longest_phrase_at(words, start, _by_key(), most=_reach())
    return (_by_key()[found[0]], found[1]) if found else None


def all_anonymity_phrases() -> tuple[AnonymityPhrase, ...]:
    """Return all phrases in the order of the table."""
    return tuple(_by_key().values())


@cache
def _by_key() -> dict[str, AnonymityPhrase]:
    found = (AnonymityPhrase(phrase, row["kind"]) for row in rows("anonymity") for phrase in row["phrases"])
    return {phrase_key(one.phrase): one for one in found}


@cache
def _reach() -> Reach:
    return reach_from(_by_key())

# SPDX-License-Identifier: Apache-2.0
"""Cues: the verbs, nouns and phrases by which a report hands its words to a source.

The table gives each lemma one kind, the one it has most often in news; the reader of the sentence may know
better. All inflected forms stand in the table, so nothing is inflected, and nothing guessed, at run time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from readout.resources._tables import Row, rows
from readout.resources.phrases import Reach, longest_phrase_at, phrase_key, reach_from

__all__ = ["CUE_KINDS", "Cue", "all_cues", "cue_noun", "cue_phrase", "cue_phrase_at", "cue_verb", "cue_verb_at"]

CUE_KINDS = (
    "agreement", "announcement", "assessment", "belief", "claim", "denial", "emotion", "knowledge",
    "perception", "promise", "question", "request", "speech", "threat", "warning", "writing",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that brings in what a source says or thinks.

    Attributes:
        lemma: "say", "point out", "statement", "according to".
        part: verb, noun or phrase.
        kind: One of `CUE_KINDS`.
        addressee: How a verb takes whom it is said to: "obj" ("told reporters"), "to" ("said to reporters"),
            "with" ("agreed with Moscow"), or None.
        relays: Whether its subject passes on the words of another ("TASS reported", "quoting the ministry").
        forms: Its other forms.
    """

    lemma: str
    part: str
    kind: str
    addressee: str | None
    relays: bool
    forms: tuple[str, ...]


@lru_cache(maxsize=16_384)
def cue_verb(form: str) -> Cue | None:
    """Return the verb of any of its forms: "said", "pointing out", "e-mailed"."""
    return _of_part("verb").get(phrase_key(form))


@lru_cache(maxsize=16_384)
def cue_noun(form: str) -> Cue | None:
    """Return the noun of any of its forms: "statement", "allegations"."""
    return _of_part("noun").get(phrase_key(form))


@lru_cache(maxsize=16_384)
def cue_phrase(phrase: str) -> Cue | None:
    """Return the fixed phrase: "according to", "in the view of", "quoted as saying"."""
    return _of_part("phrase").get(phrase_key(phrase))


def cue_verb_at(words: Sequence[str], start: int) -> tuple[Cue, int] | None:
    """Find the longest verb, particles included, that starts at a word, with its end: "pointed out"."""
    return _longest("verb", words, start)


def cue_phrase_at(words: Sequence[str], start: int) -> tuple[Cue, int] | None:
    """Find the longest fixed phrase that starts at a word, with its end."""
    return _longest("phrase", words, start)


def all_cues() -> tuple[Cue, ...]:
    """Return all cues in the order of the table."""
    return _table()


def _longest(part: str, words: Sequence[str], start: int) -> tuple[Cue, int] | None:
    known = _of_part(part)
    found = longest_phrase_at(words, start, known, most=_reach(part))
    return (known[found[0]], found[1]) if found else None


@cache
def _table() -> tuple[Cue, ...]:
    return tuple(_cue_from_row(row) for row in rows("cues"))


@cache
def _of_part(part: str) -> dict[str, Cue]:
    of_part = [cue for cue in _table() if cue.part == part]
    return {phrase_key(form): cue for cue in of_part for form in (cue.lemma, *cue.forms)}


def _cue_from_row(row: Row) -> Cue:
    return Cue(
        lemma=row["cue"],
        part=row["part"],
        kind=row["kind"],
        addressee=row.get("addressee"),
        relays=row.get("relays", False),
        forms=tuple(row.get("forms", ())),
    )


@cache
def _reach(part: str) -> Reach:
    return reach_from(_of_part(part))

# SPDX-License-Identifier: Apache-2.0
"""What a contact is, as the reading holds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from readout.text import Span

__all__ = ["Before", "Contact", "Initiative"]


@dataclass(frozen=True, slots=True)
class Initiative:
    """Who sought a contact: country, the statement that says so (None in the report's own voice), and the words."""

    country: str
    according_to: int | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Before:
    """What is told of the contact before: its date where the words give one, the words, and the rule that read them."""

    date: str | None
    span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A contact, as `readout.record.Contact` states it.

    Attributes:
        event: Index of the first event that tells it.
        parties: Ids of those in contact.
        countries: Their countries, ISO 3166-1 alpha-3, each once, in the order of the parties.
        medium: One of `readout.reading.happenings.accounts.MEDIA`, None where the words leave it open.
        date: ISO 8601.
        duration: ISO 8601.
        place: Name.
        initiative: Who sought it.
        previous: What is told of the one before.
        tone: The report's word for it.
        tone_words: Where that stands.
        topics: The words that say what it was about.
        outcome: The words that say what came of it.
        status: occurred or ongoing.
    """

    event: int
    parties: tuple[str, ...]
    countries: tuple[str, ...]
    medium: str | None
    date: str | None
    duration: str | None
    place: str | None
    initiative: Initiative | None
    previous: Before | None
    tone: str | None
    tone_words: tuple[Span, ...]
    topics: tuple[Span, ...]
    outcome: tuple[Span, ...]
    status: Literal["occurred", "ongoing"]

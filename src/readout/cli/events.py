# SPDX-License-Identifier: Apache-2.0
"""Say in words which events and contacts a record holds: who did what to whom, when, where, on whose word.

Nothing is decided here. What did not happen says so first, so that nobody reads a plan as a deed.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.cli.wording import legible, name_words, speaker_words
from readout.record import Contact, Event, Record

__all__ = ["contact_lines", "event_lines"]

_LONGEST = 90  # characters of an evidence: enough to find it in the text


def event_lines(record: Record) -> list[tuple[str, str]]:
    """Give each event as its kind and parties, and what is told of it with its words."""
    return [(_head(record, event), _told(record, event)) for event in record.events]


def contact_lines(record: Record) -> list[tuple[str, str]]:
    """Give each contact as its medium and parties, and what is told of it."""
    return [(_contact_head(record, contact), _contact_told(record, contact)) for contact in record.contacts]


def _head(record: Record, event: Event) -> str:
    kind = event.type if event.mode is None else f"{event.type} ({event.mode})"
    sides = " → ".join(side for side in (_names(record, event.actors), _names(record, event.recipients)) if side)
    nobody = "" if event.actors else "nobody named → "
    return f"{legible(event.id)} {kind} {nobody}{sides}"


def _names(record: Record, ids: Sequence[str]) -> str:
    return ", ".join(_with_country(record, id) for id in ids)


def _with_country(record: Record, id: str) -> str:
    """Name a party with the code of its country, unless it is the country."""
    entity = record.entity(id)
    name = name_words(record, id)
    return name if entity.country is None or entity.type == "place" else f"{name} ({entity.country})"


def _told(record: Record, event: Event) -> str:
    told = [
        None if event.status == "occurred" else event.status,
        event.date,
        event.place and f"in {legible(event.place)}",
        event.duration,
        _source(record, event.according_to),
        _words(record, event),
    ]
    return " · ".join(part for part in told if part)


def _source(record: Record, statement: str | None) -> str | None:
    if statement is None:
        return None
    return f"{speaker_words(record, record.statement(statement))} ({legible(statement)})"


def _words(record: Record, event: Event) -> str:
    """Quote the first evidence, and count the others."""
    words = legible(record.words(event.evidence[:1]))
    shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
    more = len(event.evidence) - 1
    return f"“{shown}”" + (f" and {more} more" if more > 0 else "")


def _contact_head(record: Record, contact: Contact) -> str:
    parties = " – ".join(_with_country(record, id) for id in contact.parties)
    return f"{(contact.medium or 'contact').replace('_', ' ')}: {parties}"


def _contact_told(record: Record, contact: Contact) -> str:
    sought = contact.initiated_by
    told = [
        None if contact.status == "occurred" else contact.status,
        contact.date,
        contact.place and f"in {legible(contact.place)}",
        contact.duration,
        sought and sought.country and f"sought by {sought.country}",
        sought and _source(record, sought.according_to),
        contact.previous and contact.previous.date and f"the one before: {contact.previous.date}",
        contact.tone and f"tone: {legible(contact.tone)}",
        contact.topics and f"about “{legible(record.words(contact.topics))}”",
        contact.outcome and f"“{legible(record.words(contact.outcome))}”",
        legible(contact.event),
    ]
    return " · ".join(part for part in told if part)

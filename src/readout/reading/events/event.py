# SPDX-License-Identifier: Apache-2.0
"""An event of a report, as the layer gives it and the clerk writes it down."""

from __future__ import annotations

from dataclasses import dataclass

from readout.reading.clauses.status import Value
from readout.reading.evidence import OpenField, Support
from readout.resources import EventType
from readout.text import Span

__all__ = ["Event"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that one party did to another or with it, as `readout.record.Event` states it.

    Attributes:
        type: PLOVER event type.
        mode: PLOVER mode, where the words give it.
        contexts: PLOVER contexts, where the words give them.
        status: occurred, ongoing, planned, requested, conditional, hypothetical, attempted or denied.
        status_words: The words that decided the status.
        triggers: The words that name it, one span for each telling.
        evidences: The words that tell of it, one span for each telling, in text order.
        actors: Ids of the entities that did it.
        recipients: Ids of those it was done to or with.
        date: ISO 8601, as TimeML writes it.
        duration: ISO 8601.
        place: Name of the place.
        instrument: The words that say with what.
        issue: The words that say about what.
        according_to: Index of the innermost statement that holds the first telling; None in the report's own voice.
        confidence: Probability that type and parties are right.
        because: What each field rests on.
        undecided: What was left open.
    """

    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    status: Value
    status_words: tuple[Span, ...] = ()
    triggers: tuple[Span, ...]
    evidences: tuple[Span, ...]
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    date: str | None = None
    duration: str | None = None
    place: str | None = None
    instrument: tuple[Span, ...] = ()
    issue: tuple[Span, ...] = ()
    according_to: int | None = None
    confidence: float
    because: tuple[Support, ...] = ()
    undecided: tuple[OpenField, ...] = ()

# SPDX-License-Identifier: Apache-2.0
"""Events as PLOVER JSON: one object an event, with the field names of the PLOVER codebook.

Source and recipient are lists, as PLOVER has them; PLOVER's "future", "hypothetical" and "negation" are made of the status.
The fields `status`, `according_to`, `spans` and `report` are Readout's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from readout.record import Entity, Event, Json, Record

__all__ = ["plover_events"]

_CONTEXT_OF = {
    "planned": "future", "requested": "hypothetical", "conditional": "hypothetical", "hypothetical": "hypothetical",
    "attempted": "negation", "denied": "negation",
}  # fmt: skip


def plover_events(record: Record) -> Iterator[dict[str, Json]]:
    """Yield a record's events in PLOVER's form, in text order."""
    for event in record.events:
        yield {
            "id": f"{record.report.id[:16]}-{event.id}",
            "date": event.date,
            "source": [_actor(record.entity(id), record) for id in event.actors],
            "recipient": [_actor(record.entity(id), record) for id in event.recipients],
            "event": event.type,
            "mode": event.mode,
            "context": [*event.contexts, *_status_context(event)],
            "location": _location(record, event),
            "text": record.words(event.evidence),
            "language": record.report.language,
            "publication": record.report.publisher,
            "publication_date": record.report.published.value if record.report.published else None,
            "url": record.report.url,
            "coder": None if record.made_by is None else f"Readout {record.made_by.readout}",
            "status": event.status,
            "according_to": _speaker(record, event),
            "confidence": event.confidence,
            "spans": [[span.start, span.end] for span in event.evidence],
            "report": record.report.id,
        }


def _status_context(event: Event) -> list[Json]:
    context = _CONTEXT_OF.get(event.status)
    return [] if context is None else [context]


def _actor(entity: Entity, record: Record) -> dict[str, Json]:
    return {
        "name": entity.name,
        "text": record.name_of(entity.id),
        "code": entity.country,
        "sector": entity.sector,
        "id": entity.id,
    }


def _location(record: Record, event: Event) -> dict[str, Json] | None:
    if event.place is None:
        return None
    place = next((p for p in record.places if p.name == event.place), None)
    if place is None:
        return {"name": event.place}
    return {
        "name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "geonames_id": place.geonames_id,
    }


def _speaker(record: Record, event: Event) -> str | None:
    if event.according_to is None:
        return None
    statement = record.statement(event.according_to)
    return record.words(statement.source) if statement.speaker is None else record.name_of(statement.speaker)

# SPDX-License-Identifier: Apache-2.0
"""As many records as one likes, made of a few: each copy has a text, an id, a day and cast of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from readout.record import Entity, Event, Record
from readout.report import Published, Report

__all__ = ["varied_copies"]

_FIRST_DAY = date(2015, 1, 1)
_DAYS = 3650
# So many different ones bear a name: a collection that grows has more people in it, and the same ones again.
_NAMESAKES = 997


def varied_copies(records: Sequence[Record], number: int) -> Iterator[Record]:
    """Yield so many records, one by one; spans stay where they are, for the text differs at its end only."""
    for i in range(number):
        yield _varied(records[i % len(records)], i)


def _varied(record: Record, i: int) -> Record:
    text = f"{record.report.text}\nCopy {i}"
    day = (_FIRST_DAY + timedelta(days=i * 7 % _DAYS)).isoformat()
    report = replace(
        record.report,
        id=Report(text).id,
        text=text,
        url=f"https://example.org/{i}",
        published=Published(day, "given"),
    )
    entities = tuple(_renamed(entity, i) for entity in record.entities)
    return replace(record, report=report, entities=entities, events=tuple(_dated(e, day) for e in record.events))


def _renamed(entity: Entity, i: int) -> Entity:
    if entity.name is None or entity.type == "place":
        return entity
    return replace(entity, name=f"{entity.name} {i * 31 % _NAMESAKES}")


def _dated(event: Event, day: str) -> Event:
    return event if event.date is None else replace(event, date=day)

# SPDX-License-Identifier: Apache-2.0
"""Check what types cannot say of a record: spans lie in the text, ids are unique and name something."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from readout.errors import SchemaError
from readout.text import Span

if TYPE_CHECKING:
    from readout.record.record import Record

__all__ = ["check_record"]


def check_record(record: Record) -> None:
    """Make sure that everything in the record points at something.

    Raises:
        SchemaError: At the first span that is empty or leaves the text, id that is given twice, id that names
            nothing, or statement that is nested in itself; the message has its path.
    """
    _check_spans(record)
    entities = _unique_ids("entities", (entity.id for entity in record.entities))
    statements = _unique_ids("statements", (statement.id for statement in record.statements))
    events = _unique_ids("events", (event.id for event in record.events))
    for path, found, known in _references(record, entities, statements, events):
        if found not in known:
            raise SchemaError(f"{path}: found '{found}', expected the id of something in the record ({_listed(known)})")
    _check_nesting(record)


def _check_spans(record: Record) -> None:
    length = len(record.report.text)
    for path, span in _spans_in(record, ""):
        if not 0 <= span.start < span.end <= length:
            raise SchemaError(f"{path}: found [{span.start}, {span.end}], expected 0 <= start < end <= {length}")


def _spans_in(value: object, path: str) -> Iterator[tuple[str, Span]]:
    """Find every span below a value: those written as pairs, and things that stand in the text themselves."""
    if isinstance(value, Span):
        yield path, value
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _spans_in(item, f"{path}[{position}]")
    elif dataclasses.is_dataclass(value):
        start, end = getattr(value, "start", None), getattr(value, "end", None)
        if isinstance(start, int) and isinstance(end, int):
            yield path, Span(start, end)
        for field in dataclasses.fields(value):
            yield from _spans_in(getattr(value, field.name), f"{path}.{field.name}".lstrip("."))


def _unique_ids(path: str, ids: Iterable[str]) -> dict[str, None]:
    """Collect ids in their order."""
    known: dict[str, None] = {}
    for position, found in enumerate(ids):
        if found in known:
            raise SchemaError(f"{path}[{position}].id: found '{found}' a second time, expected ids to be unique")
        known[found] = None
    return known


def _references(
    record: Record, entities: dict[str, None], statements: dict[str, None], events: dict[str, None]
) -> Iterator[tuple[str, str, dict[str, None]]]:
    """Give every id that names another thing: its path, itself, and the ids it may be."""
    for i, statement in enumerate(record.statements):
        outlet = statement.channel.outlet if statement.channel else None
        yield from _each(f"statements[{i}].speaker", [statement.speaker], entities)
        yield from _each(f"statements[{i}].addressees", statement.addressees, entities)
        yield from _each(f"statements[{i}].relayed_by", statement.relayed_by, entities)
        yield from _each(f"statements[{i}].channel.outlet", [outlet], entities)
        yield from _each(f"statements[{i}].nested_in", [statement.nested_in], statements)
    for i, event in enumerate(record.events):
        yield from _each(f"events[{i}].actors", event.actors, entities)
        yield from _each(f"events[{i}].recipients", event.recipients, entities)
        yield from _each(f"events[{i}].according_to", [event.according_to], statements)
    for i, contact in enumerate(record.contacts):
        initiator = contact.initiated_by.according_to if contact.initiated_by else None
        yield from _each(f"contacts[{i}].event", [contact.event], events)
        yield from _each(f"contacts[{i}].parties", contact.parties, entities)
        yield from _each(f"contacts[{i}].initiated_by.according_to", [initiator], statements)
    for i, figure in enumerate(record.figures):
        yield from _each(f"figures[{i}].according_to", [figure.according_to], statements)


def _each(path: str, ids: Iterable[str | None], known: dict[str, None]) -> Iterator[tuple[str, str, dict[str, None]]]:
    return ((path, found, known) for found in ids if found is not None)


def _check_nesting(record: Record) -> None:
    holder = {statement.id: statement.nested_in for statement in record.statements}
    for position, statement in enumerate(record.statements):
        seen, outer = {statement.id}, statement.nested_in
        while outer is not None and outer not in seen:
            seen.add(outer)
            outer = holder[outer]
        if outer is not None:
            raise SchemaError(
                f"statements[{position}].nested_in: found '{statement.nested_in}', which comes back to itself"
            )


def _listed(known: dict[str, None]) -> str:
    return ", ".join(list(known)[:8]) + (" …" if len(known) > 8 else "") or "it has none"

# SPDX-License-Identifier: Apache-2.0
"""Excerpts: of a record what was asked for, and what that names, so that nobody has to look elsewhere who "n3" is.

With statements go the entities that they name, in their fields or in their words; with events and contacts those, the places
where they were, and the statements on whose word they stand; with figures the latter. All keep the ids and numbers that they
have in the whole record.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Literal, TypeVar

from readout.archive.kept import Correction
from readout.export.kept import Kept
from readout.record import Record, Statement

__all__ = ["Stated", "excerpt_of"]

Stated = Literal["statements", "events", "contacts", "figures"]
"""What a record states, by the name of its list."""

_LISTS = ("entities", "statements", "events", "contacts", "times", "places", "figures")

_T = TypeVar("_T")
# The places that things have in each list of a record, from 0.
_Places = dict[str, set[int]]


def excerpt_of(kept: Kept, kind: Stated, numbers: Collection[int]) -> Kept:
    """Return what was asked for of a record, and what that names.

    Args:
        kept: The whole record.
        kind: Which of its lists was asked for.
        numbers: The numbers in that list, from 1; of contacts those of their events. Those that are not there are left out.
    """
    record = kept.record
    taken: _Places = {name: set() for name in _LISTS}
    asked = "events" if kind == "contacts" else kind
    taken[asked] = {number - 1 for number in numbers if 0 < number <= len(getattr(record, asked))}
    if kind == "contacts":
        events = {record.events[place].id for place in taken["events"]}
        taken["contacts"] = {place for place, one in enumerate(record.contacts) if one.event in events}
    taken["statements"] |= _with_ids(record.statements, _words_of(record, taken))
    taken["places"] = _with_names(record, taken)
    taken["entities"] = _with_ids(record.entities, _named(record, taken, with_words=kind == "statements"))
    return replace(
        kept,
        record=_cut(record, taken),
        corrections=tuple(each for each in kept.corrections if _is_of(each, record, taken)),
        only=kind,
        numbers={name: tuple(place + 1 for place in sorted(taken[name])) for name in _LISTS},
    )


def _cut(record: Record, taken: _Places) -> Record:
    """Return a record with what is taken alone."""

    def some(name: str, things: tuple[_T, ...]) -> tuple[_T, ...]:
        return tuple(things[place] for place in sorted(taken[name]))

    return replace(
        record,
        entities=some("entities", record.entities),
        statements=some("statements", record.statements),
        events=some("events", record.events),
        contacts=some("contacts", record.contacts),
        times=some("times", record.times),
        places=some("places", record.places),
        figures=some("figures", record.figures),
    )


def _with_ids(things: Iterable[object], ids: Iterable[str | None]) -> set[int]:
    wanted = set(ids)
    return {place for place, thing in enumerate(things) if getattr(thing, "id", None) in wanted}


def _words_of(record: Record, taken: _Places) -> Iterator[str | None]:
    """Give the ids of the statements on whose word something stands."""
    yield from (record.events[place].according_to for place in taken["events"])
    yield from (record.figures[place].according_to for place in taken["figures"])
    for place in taken["contacts"]:
        initiated_by = record.contacts[place].initiated_by
        yield initiated_by.according_to if initiated_by else None


def _with_names(record: Record, taken: _Places) -> set[int]:
    """Return the places where events and contacts were."""
    names = {record.events[place].place for place in taken["events"]}
    names |= {record.contacts[place].place for place in taken["contacts"]}
    return {place for place, one in enumerate(record.places) if one.name in names}


def _named(record: Record, taken: _Places, *, with_words: bool) -> Iterator[str | None]:
    """Give the ids of the entities that what is taken names."""
    for place in taken["statements"]:
        yield from _named_by(record.statements[place])
        if with_words:
            yield from _named_in_words(record, record.statements[place])
    for place in taken["events"]:
        yield from record.events[place].actors
        yield from record.events[place].recipients
    for place in taken["contacts"]:
        yield from record.contacts[place].parties


def _named_by(statement: Statement) -> Iterator[str | None]:
    yield statement.speaker
    yield from statement.addressees
    yield from statement.relayed_by
    if statement.channel is not None:
        yield statement.channel.outlet


def _named_in_words(record: Record, statement: Statement) -> Iterator[str]:
    for entity in record.entities:
        if any(span.contains(mention.span) for mention in entity.mentions for span in statement.content):
            yield entity.id


def _is_of(correction: Correction, record: Record, taken: _Places) -> bool:
    """Tell whether a correction is of something that is taken, or of the report itself."""
    field, _, rest = correction.path.partition("/")
    if field not in _LISTS or not rest:
        return field not in _LISTS
    step = rest.partition("/")[0]
    things = getattr(record, field)
    return any(getattr(things[place], "id", str(place)) == step or str(place) == step for place in taken[field])

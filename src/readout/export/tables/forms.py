# SPDX-License-Identifier: Apache-2.0
"""The ten tables of a collection, the same in CSV and in Parquet: one for each kind of thing in a record, and corrections."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from readout.archive.kept import Correction
from readout.export.kept import Kept
from readout.export.tables.columns import Column, Found, columns_of
from readout.record import Contact, Entity, Event, Figure, Mention, Place, Record, ReportInfo, Statement, Time

__all__ = ["TABLES", "Reference", "TableForm"]


@dataclass(frozen=True, slots=True)
class Reference:
    """Columns that name a row of another table, by the columns that tell its rows apart."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableForm:
    """One table.

    Attributes:
        name: Its name.
        about: What a row is.
        columns: Its columns, in their order.
        key: The columns that tell its rows apart.
        references: The columns that always name a row of another table.
        found: Gives what the rows of one record are made from.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()
    found: Callable[[Kept], Iterator[Found]]

    def rows(self, kept: Kept) -> Iterator[tuple[object, ...]]:
        """Yield the rows of one record, in its order."""
        for found in self.found(kept):
            yield tuple(column.value(found) for column in self.columns)


def _report_id(found: Found) -> str:
    return found.kept.record.report.id


def _evidence(found: Found) -> object:
    return next((e.evidence for e in found.kept.record.events if e.id == getattr(found.thing, "event", None)), ())


def _evidence_words(found: Found) -> str | None:
    evidence = _evidence(found)
    return found.kept.record.words(evidence) if isinstance(evidence, tuple) and evidence else None


def _according_to(found: Found) -> str | None:
    events = found.kept.record.events
    return next((e.according_to for e in events if e.id == getattr(found.thing, "event", None)), None)


_REPORT = Column(name="report", kind="text", about="Id of the report.", value=_report_id, required=True)
_NUMBER = Column(
    name="number",
    kind="integer",
    about="The row's number within its report (of a mention: within its entity), from 1.",
    value=lambda found: found.number,
    required=True,
)
_OF_REPORT = Reference(("report",), "reports", ("id",))

_KEPT = (
    Column(
        name="addresses",
        kind="texts",
        about="Where the report stood, as the archive has it; empty where it comes from no archive.",
        value=lambda found: found.kept.addresses,
        required=True,
    ),
    Column(
        name="text_number",
        kind="integer",
        about="The number of the text that it shares with its copies: wire copy has one number however often it was told.",
        value=lambda found: found.kept.text_number,
    ),
    Column(
        name="kinship",
        kind="text",
        about="How it is a copy: copy, trimmed, retitled, updated, …; empty for the first of its text.",
        value=lambda found: found.kept.kinship,
    ),
)
_CONTACT_WORDS = (
    Column(name="evidence", kind="spans", about="The event's evidence.", value=_evidence, required=True),
    Column(name="evidence_words", kind="text", about="The words at `evidence`.", value=_evidence_words),
    Column(
        name="according_to",
        kind="text",
        about="Id of the statement on whose word the event stands; empty when the report says it in its own voice.",
        value=_according_to,
    ),
)


def _one(kept: Kept) -> Iterator[Found]:
    yield Found(kept, kept.record, 1)


def _all(field: str) -> Callable[[Kept], Iterator[Found]]:
    """Return what gives the things of one list of a record."""

    def found(kept: Kept) -> Iterator[Found]:
        for number, thing in zip(kept.numbers_of(field), getattr(kept.record, field), strict=False):
            yield Found(kept, thing, number)

    return found


def _corrections(kept: Kept) -> Iterator[Found]:
    for number, correction in enumerate(kept.corrections, 1):
        yield Found(kept, correction, number)


def _mentions(kept: Kept) -> Iterator[Found]:
    for entity in kept.record.entities:
        for number, mention in enumerate(entity.mentions, 1):
            yield Found(kept, mention, number, entity.id)


def _report_columns() -> tuple[Column, ...]:
    """Return the columns of the report itself, of what the archive knows of it, and of the record as a whole."""
    whole = (column for column in columns_of(Record) if column.name == "notes" or column.name.startswith("made_by_"))
    return (*columns_of(ReportInfo, path=("report",)), *_KEPT, *whole)


def _entity_columns() -> tuple[Column, ...]:
    """Return the columns of entities; their mentions have a table of their own."""
    called = Column(
        name="called",
        kind="text",
        about="What to call it: its name, or else the first description.",
        value=lambda found: found.kept.record.name_of(getattr(found.thing, "id", "")),
        required=True,
    )
    return (_REPORT, *(column for column in columns_of(Entity) if column.name != "mentions"), called)


_OWNER = Column(name="entity", kind="text", about="Id of the entity.", value=lambda found: found.owner, required=True)

TABLES = (
    TableForm(
        name="reports",
        about="One row for each report, with its text.",
        columns=_report_columns(),
        key=("id",),
        found=_one,
    ),
    TableForm(
        name="entities",
        about="Who and what a report mentions.",
        columns=_entity_columns(),
        key=("report", "id"),
        references=(_OF_REPORT,),
        found=_all("entities"),
    ),
    TableForm(
        name="mentions",
        about="Where a report names or refers to an entity.",
        columns=(_REPORT, _OWNER, _NUMBER, *columns_of(Mention)),
        key=("report", "entity", "number"),
        references=(_OF_REPORT, Reference(("report", "entity"), "entities", ("report", "id"))),
        found=_mentions,
    ),
    TableForm(
        name="statements",
        about="What a report attributes to someone.",
        columns=(_REPORT, *columns_of(Statement)),
        key=("report", "id"),
        references=(_OF_REPORT,),
        found=_all("statements"),
    ),
    TableForm(
        name="events",
        about="What one party did to another or with it, also what was planned, asked for or denied.",
        columns=(_REPORT, *columns_of(Event)),
        key=("report", "id"),
        references=(_OF_REPORT,),
        found=_all("events"),
    ),
    TableForm(
        name="contacts",
        about="Calls, meetings, visits, letters and messages that took place.",
        columns=(_REPORT, _NUMBER, *columns_of(Contact), *_CONTACT_WORDS),
        key=("report", "number"),
        references=(_OF_REPORT, Reference(("report", "event"), "events", ("report", "id"))),
        found=_all("contacts"),
    ),
    TableForm(
        name="times",
        about="Time expressions.",
        columns=(_REPORT, _NUMBER, *columns_of(Time)),
        key=("report", "number"),
        references=(_OF_REPORT,),
        found=_all("times"),
    ),
    TableForm(
        name="places",
        about="Mentions of places.",
        columns=(_REPORT, _NUMBER, *columns_of(Place)),
        key=("report", "number"),
        references=(_OF_REPORT,),
        found=_all("places"),
    ),
    TableForm(
        name="figures",
        about="Numbers that a report gives.",
        columns=(_REPORT, _NUMBER, *columns_of(Figure)),
        key=("report", "number"),
        references=(_OF_REPORT,),
        found=_all("figures"),
    ),
    TableForm(
        name="corrections",
        about="What persons say against readings; the records are as they were read.",
        columns=(*columns_of(Correction), _NUMBER),
        key=("report", "number"),
        references=(_OF_REPORT,),
        found=_corrections,
    ),
)
"""All tables. Rows stand in the order of the reports, and within a report in that of its record."""

# SPDX-License-Identifier: Apache-2.0
"""Make the rows that queries read from a record, and take them away again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from sqlalchemy import Connection, Table, delete, insert, select, text

from readout.archive import fulltext
from readout.archive.names import held_name, numbers_of_names
from readout.archive.precedence import told_before
from readout.archive.recordrows import Cast, RecordRows, Row
from readout.archive.rowschema import (
    ROOM,
    contacts,
    days,
    entries,
    entry_id,
    events,
    figures,
    ids_of_entry,
    name_words,
    names,
    statements,
    taken,
)
from readout.archive.schema import appearances
from readout.archive.terms import Mark, mark
from readout.record import Record

__all__ = ["MadeRows", "clear_rows", "forget_rows", "index_publisher", "index_record", "made_rows", "write_rows"]

_TABLES: dict[str, Table] = {"entries": entries, "statements": statements, "events": events, "figures": figures}


@dataclass(frozen=True, slots=True)
class MadeRows:
    """The rows of a report, ready to be written but for their numbers.

    Attributes:
        day: The day of publication, as `number_of_day` gives it.
        entry: What lists show of the report.
        terms: Its words and marks.
        rows: Rows of statements, events and figures, each with its words and marks under "terms"; an event's
            contacts under "contact".
        days: The days that statements and events have.
    """

    day: int
    entry: Row
    terms: Sequence[str]
    rows: Mapping[str, Sequence[Row]]
    days: Set[tuple[str, int]]


def index_record(connection: Connection, report_id: int, record: Record) -> None:
    """Make the rows of a report's record; its row in `reports` must say already which text it tells.

    What later reports of that text say again now or no more is for `readout.archive.retelling`.

    Args:
        connection: A transaction that writes.
        report_id: Number of the report; it must have no rows, see `forget_rows`.
        record: What it states.
    """
    write_rows(connection, made_rows(connection, report_id, record))


def made_rows(connection: Connection, report_id: int, record: Record) -> MadeRows:
    """Make the rows of a record; only new names are written now."""
    cast = Cast(record)
    published_by = _publishers(connection, report_id)
    numbers = numbers_of_names(connection, cast.names() | {(name, "publisher") for name in published_by})
    made = RecordRows(report_id, record, cast, numbers, told_before(connection, report_id), published_by)
    rows = {"statements": list(made.statements()), "events": list(made.events()), "figures": list(made.figures())}
    return MadeRows(made.day, made.entry(rows), made.report_terms(), rows, made.days)


def write_rows(connection: Connection, made: MadeRows) -> None:
    """Give rows their numbers and write them."""
    needed = max(1, *(-(-len(of_kind) // ROOM) for of_kind in made.rows.values()))
    ids = _take(connection, made.day, needed)
    connection.execute(insert(entries), [{**made.entry, "id": id, "part": part} for part, id in enumerate(ids)])
    for kind, of_kind in made.rows.items():
        for at, row in enumerate(of_kind):
            row["id"] = ids_of_entry(ids[at // ROOM])[0] + at % ROOM
        fulltext.insert_rows(connection, _TABLES[kind], of_kind)
    fulltext.index_entry(connection, ids[0], made.terms)
    fulltext.insert_days(connection, made.days)
    if told := [{"id": row["id"], **contact} for row in made.rows["events"] for contact in row["contact"]]:
        connection.execute(insert(contacts), told)


def index_publisher(connection: Connection, report_id: int, publisher: str) -> None:
    """Let a report that is in the archive, and all that it states, be found by one more publisher.

    Args:
        connection: A transaction that writes.
        report_id: Number of the report.
        publisher: Who has published it too; others may have before.
    """
    held = held_name(publisher) or ""
    number = numbers_of_names(connection, {(held, "publisher")})[held, "publisher"]
    for slot in connection.execute(select(entries).where(entries.c.report_id == report_id)).all():
        if slot.publisher == number:
            return
        for table in (statements, events, figures):
            ids = connection.scalars(select(table.c.id).where(table.c.id.between(*ids_of_entry(slot.id)))).all()
            fulltext.add_mark(connection, table, ids, mark(Mark.PUBLISHER, number))
        if slot.part == 0:
            fulltext.add_mark(connection, entries, [slot.id], mark(Mark.PUBLISHER, number))


def _publishers(connection: Connection, report_id: int) -> list[str]:
    """Return who published a report, at all places where it stood, in the order that they were added."""
    names_of = select(appearances.c.publisher).where(
        appearances.c.report_id == report_id, appearances.c.publisher.is_not(None)
    )
    found = map(held_name, connection.scalars(names_of.order_by(appearances.c.id)))
    return list(dict.fromkeys(name for name in found if name))


def forget_rows(connection: Connection, report_id: int) -> None:
    """Take the rows of a report away; names stay, since others bear them.

    What SQLite's full-text index still holds of them leads nowhere, and goes with `clear_rows`.
    """
    of_report = connection.execute(select(entries.c.id).where(entries.c.report_id == report_id)).scalars().all()
    for entry in of_report:
        for table in (statements, events, contacts, figures):
            connection.execute(delete(table).where(table.c.id.between(*ids_of_entry(entry))))
    if of_report:
        connection.execute(delete(entries).where(entries.c.report_id == report_id))


def clear_rows(connection: Connection) -> None:
    """Take all rows away, with names and full text, before all are made anew."""
    for table in (contacts, statements, events, figures, name_words, entries, names, days, taken):
        connection.execute(delete(table))
    fulltext.clear(connection)


def _take(connection: Connection, day: int, needed: int) -> list[int]:
    """Take numbers for so many entries of a day, which are never given again."""
    values = {"day": day, "needed": needed}
    after = connection.execute(_TAKE, values).scalar_one()
    return [entry_id(day, number) for number in range(after - needed, after)]


_TAKE = text(
    "INSERT INTO taken(day, entries) VALUES (:day, :needed) "
    "ON CONFLICT (day) DO UPDATE SET entries = taken.entries + excluded.entries RETURNING entries"
)

# SPDX-License-Identifier: Apache-2.0
"""Look whether an archive is whole: every hash, span, reference, count, and every row that was made from a record."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Engine, Row, Table, func, select, text

from readout.archive.copies import places_of_text
from readout.archive.engine import is_sqlite, reading, said
from readout.archive.finding import LOST, pages, record_if_any
from readout.archive.kept import hash_of, is_passing
from readout.archive.packing import unpack_record, unpack_text
from readout.archive.rows import forget_rows, index_record
from readout.archive.rowschema import contacts, entries, events, figures, ids_of_entry, statements
from readout.archive.schema import appearances, corrections, metadata, readings, reports, texts
from readout.errors import ArchiveError
from readout.record import Record

__all__ = ["Fault", "check"]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it should be.

    Attributes:
        where: What is wrong: "report 3f2a…", "table readings".
        what: What was found, and what was expected.
        mendable: Whether `repair` makes it anew from what is whole.
    """

    where: str
    what: str
    mendable: bool = False


def check(engine: Engine, *, progress: Callable[[], None] = lambda: None) -> Iterator[Fault]:
    """Give each fault of an archive; nothing is changed.

    Args:
        engine: Of the archive.
        progress: Called after each report.

    Raises:
        ArchiveError: If the archive is damaged so that it cannot be looked through.
    """
    with reading(engine) as connection:
        yield from _database_faults(connection)
        yield from _reference_faults(connection)
        yield from _count_faults(connection)
        yield from _version_faults(connection)
        yield from _correction_faults(connection)
    for page in pages(engine):
        for number in page:
            yield from _report_faults(engine, number)
            progress()


def _database_faults(connection: Connection) -> Iterator[Fault]:
    """Ask SQLite itself; PostgreSQL tells of damage when a row is read."""
    if is_sqlite(connection):
        found = connection.execute(text("PRAGMA integrity_check")).scalars().all()
        yield from (Fault("the file", told) for told in found if told != "ok")


def _reference_faults(connection: Connection) -> Iterator[Fault]:
    """Look for rows that name a row which is not there: SQLite checks references only where it is asked to."""
    for table in metadata.sorted_tables:
        for column in table.columns:
            for key in column.foreign_keys:
                yield from _orphans(connection, table, column, key.column)


def _orphans(connection: Connection, table: Table, column: Column[Any], target: Column[Any]) -> Iterator[Fault]:
    other = target.table.alias()
    missing = (
        select(func.count())
        .select_from(table)
        .where(column.is_not(None), ~select(other).where(other.c[target.name] == column).exists())
    )
    if number := connection.scalar(missing):
        kept = table in _KEPT and column.name != "text_id" and column.name != "copy_of"
        what = f"{number} rows name a row in '{target.table.name}' that is not there, by '{column.name}'"
        yield Fault(f"table {table.name}", what, mendable=not kept)


_KEPT = (reports, appearances, readings, corrections)


def _count_faults(connection: Connection) -> Iterator[Fault]:
    """Compare the counts of every text with what there is."""
    told = select(func.count()).where(reports.c.text_id == texts.c.id).scalar_subquery()
    wrong = select(texts.c.id).where((texts.c.reports != told) | (texts.c.appearances != places_of_text()))
    for number in connection.scalars(wrong):
        what = "its counts of reports and places are not what there is"
        yield Fault(f"text {number}", what, mendable=True)
    lone = select(reports.c.hash).where(~select(appearances).where(appearances.c.report_id == reports.c.id).exists())
    yield from (Fault(f"report {found[:16]}", "it has no appearance") for found in connection.scalars(lone))
    unread = select(reports.c.hash).where(~select(readings).where(readings.c.report_id == reports.c.id).exists())
    yield from (Fault(f"report {found[:16]}", "it has no reading") for found in connection.scalars(unread))


def _version_faults(connection: Connection) -> Iterator[Fault]:
    """Look for addresses whose texts are not counted 1, 2, 3."""
    column = appearances.c
    wrong = (
        select(column.address)
        .group_by(column.address)
        .having((func.count(column.version.distinct()) != func.count()) | (func.max(column.version) != func.count()))
    )
    for address in connection.scalars(wrong):
        if is_passing(address):
            continue
        yield Fault(f"address {address}", "its versions are not counted 1, 2, 3 and so on")


def _correction_faults(connection: Connection) -> Iterator[Fault]:
    rows = connection.execute(
        select(corrections, reports.c.text).join(reports, reports.c.id == corrections.c.report_id)
    )
    for row in rows:
        try:
            json.loads(row.value)
            length = len(unpack_text(row.text))
            whole = all(0 <= start < end <= length for start, end in json.loads(row.spans))
        except (ValueError, TypeError, ArchiveError):
            whole = False
        if not whole:
            yield Fault(f"correction {row.id}", "its value or its spans are no JSON, or leave the text")


def _report_faults(engine: Engine, number: int) -> Iterator[Fault]:
    with reading(engine) as connection:
        row = connection.execute(select(reports).where(reports.c.id == number)).one()
        where = f"report {row.hash[:16]}"
        try:
            found = unpack_text(row.text)
        except ArchiveError as error:
            yield Fault(where, f"its text cannot be unpacked: {error}")
            return
        yield from _text_faults(where, row, found)
        made: Sequence[Row[Any]] = connection.execute(
            select(readings.c.id, readings.c.record, readings.c.failure, appearances.c.report_id)
            .join(appearances, appearances.c.id == readings.c.appearance_id)
            .where(readings.c.report_id == number)
        ).all()  # type: ignore[assignment]  # the columns of our tables have no types
    has_record = any(each.record is not None for each in made)
    faults = [fault for each in made for fault in _reading_faults(where, each, found, number, has_record=has_record)]
    yield from faults
    if not faults:
        yield from _row_faults(engine, number, where)


def _text_faults(where: str, row: Row[Any], found: str) -> Iterator[Fault]:
    if hash_of(found) != row.hash:
        yield Fault(where, f"its text has hash {hash_of(found)[:16]}")
    if len(found.split()) != row.words:
        yield Fault(where, f"it is said to have {row.words} words, and has {len(found.split())}")


def _reading_faults(where: str, row: Row[Any], found: str, number: int, *, has_record: bool) -> Iterator[Fault]:
    where = f"{where}, reading {row.id}"
    if row.report_id != number:
        yield Fault(where, f"it names an appearance of report {row.report_id}")
    if (row.record is None) == (row.failure is None):
        yield Fault(where, "found both or neither of a record and a failure, expected one of them")
    if row.failure == LOST and not has_record:
        yield Fault(where, LOST)
    if row.record is None:
        return
    try:
        record = unpack_record(row.record, found)
    except ArchiveError as error:
        yield Fault(where, str(error), mendable=True)
        return
    if record.report.id != hash_of(found)[:16]:
        yield Fault(where, f"its record is of report {record.report.id}")


def _row_faults(engine: Engine, number: int, where: str) -> Iterator[Fault]:
    """Make a report's rows anew and compare; the transaction is given up, so nothing changes."""
    with said(engine), engine.connect().execution_options(readout_writes=True) as connection:
        # Not begun in the `with`: this one is given up on every way out.
        before = _rows_of(connection, number)
        after = _made_anew(connection, number, record_if_any(connection, number))
        connection.rollback()
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) != after.get(name):
            yield Fault(where, f"its rows in '{name}' are not what its record says", mendable=True)


def _made_anew(connection: Connection, number: int, record: Record | None) -> dict[str, list[str]]:
    forget_rows(connection, number)
    if record is not None:
        index_record(connection, number, record)
    return _rows_of(connection, number)


# Numbers are given anew each time; whether a copy was there before may change when texts are joined later.
_NOT_COMPARED = frozenset({"id", "slot", "again"})


def _rows_of(connection: Connection, number: int) -> dict[str, list[str]]:
    """Return a report's rows, as far as they follow from its record alone, sorted."""
    found: dict[str, list[str]] = {}
    for entry in connection.scalars(select(entries.c.id).where(entries.c.report_id == number)).all():
        for table in (entries, statements, events, contacts, figures):
            within = (entry, entry) if table is entries else ids_of_entry(entry)
            rows = connection.execute(select(table).where(table.c.id.between(*within))).mappings()
            plain = ({name: value for name, value in row.items() if name not in _NOT_COMPARED} for row in rows)
            found.setdefault(table.name, []).extend(repr(row) for row in plain)
    return {name: sorted(rows) for name, rows in found.items()}

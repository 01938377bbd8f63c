# SPDX-License-Identifier: Apache-2.0
"""Make anew what follows from the rest, take out what nobody needs, and count what there is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, func, select, text

from readout.archive.copies import rebuild
from readout.archive.engine import is_sqlite, reading, said, sqlite_path, writing
from readout.archive.finding import LOST, counting_reading, pages, record_if_any, report
from readout.archive.kept import Maker
from readout.archive.packing import text_if_whole, unpack_record
from readout.archive.retelling import index_in_order, root_all
from readout.archive.rows import clear_rows, forget_rows
from readout.archive.schema import appearances, corrections, makers, readings, reports, texts
from readout.archive.versions import schema_of
from readout.errors import ArchiveError

__all__ = ["About", "about", "make_rows", "repair", "vacuum"]


def repair(engine: Engine, *, progress: Callable[[], None] = lambda: None) -> list[str]:
    """Make anew which reports are copies, the counts of texts, and every row that is made from a record.

    Args:
        engine: Of the archive; it goes on being read meanwhile.
        progress: Called after each report.

    Returns:
        What is not whole even so: reports of which a record was damaged and is given up, so that `reread` makes it anew, and
        reports whose text is damaged.
    """
    given_up = _give_up_damaged(engine)
    with writing(engine) as connection:
        rebuild(connection, unpack=text_if_whole)
        root_all(connection)
        clear_rows(connection)
    return given_up + make_rows(engine, progress=progress)


def make_rows(engine: Engine, *, progress: Callable[[], None] = lambda: None) -> list[str]:
    """Make the rows of every report from the record that counts, some reports in a transaction."""
    failed: list[str] = []
    for page in pages(engine):
        with writing(engine) as connection:
            for number in page:
                failed += _make_rows_of(connection, number)
                progress()
    return failed


def _make_rows_of(connection: Connection, number: int) -> list[str]:
    try:
        record = record_if_any(connection, number)
    except ArchiveError as error:
        return [str(error)]
    if record is None:
        forget_rows(connection, number)
    else:
        index_in_order(connection, number, record)
    return []


def _give_up_damaged(engine: Engine) -> list[str]:
    """Take out the damaged records of whole texts, each with the reason in its place, and name their reports."""
    given_up: list[str] = []
    for page in pages(engine):
        with writing(engine) as connection:
            for number in page:
                if damaged := _damaged_readings(connection, number):
                    lost = readings.update().where(readings.c.id.in_(damaged))
                    connection.execute(lost.values(record=None, failure=LOST))
                    given_up.append(f"report {report(connection, number).id}: {LOST}")
    return given_up


def _damaged_readings(connection: Connection, number: int) -> list[int]:
    """Return the readings of a report whose records are damaged; none where its text is, since they may be whole."""
    query = select(readings.c.id, readings.c.record).where(
        readings.c.report_id == number, readings.c.record.is_not(None)
    )
    damaged: list[int] = []
    try:
        found = report(connection, number).text
    except ArchiveError:
        return damaged
    for id, packed in connection.execute(query):
        try:
            unpack_record(packed, found)
        except ArchiveError:
            damaged.append(id)
    return damaged


def vacuum(engine: Engine, *, old_readings: bool = False) -> int:
    """Give unused space back, and let the database count its rows anew.

    Args:
        engine: Of the archive.
        old_readings: Take out the readings that count no more and that no correction names.

    Returns:
        How many readings were taken out.
    """
    dropped = _drop_old_readings(engine) if old_readings else 0
    # Neither database does this within a transaction.
    if is_sqlite(engine):
        with said(engine), closing(sqlite3.connect(sqlite_path(engine), isolation_level=None)) as file:
            for statement in ("VACUUM", "ANALYZE", "PRAGMA wal_checkpoint(TRUNCATE)"):
                file.execute(statement)
    else:
        with said(engine), engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM (ANALYZE)"))
    return dropped


def _drop_old_readings(engine: Engine) -> int:
    with writing(engine) as connection:
        counting = select(counting_reading()).select_from(reports)
        corrected = select(corrections.c.reading_id)
        old = readings.delete().where(readings.c.id.not_in(counting), readings.c.id.not_in(corrected))
        return connection.execute(old).rowcount


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is in an archive.

    Attributes:
        schema: The number of its schema.
        texts: Texts, however often they were told.
        reports: Reports, each with a text of its own.
        appearances: Places where they stood.
        readings: Readings, those that count no more among them.
        unread: Reports that could not be read.
        corrections: Corrections.
        bytes: Its size on the disk.
        makers: What made the readings, and how many.
    """

    schema: str
    texts: int
    reports: int
    appearances: int
    readings: int
    unread: int
    corrections: int
    bytes: int
    makers: tuple[tuple[Maker, int], ...]


def about(engine: Engine) -> About:
    """Count what is in an archive."""
    with reading(engine) as connection:

        def number(query: object) -> int:
            return connection.scalar(select(func.count()).select_from(query)) or 0  # type: ignore[arg-type]

        read = readings.join(reports, readings.c.id == counting_reading())
        made = (
            select(makers.c.readout, makers.c.model, makers.c.tables, func.count())
            .join(readings)
            .group_by(makers.c.id)
            .order_by(makers.c.id)
        )
        return About(
            schema=schema_of(connection) or "",
            texts=number(select(texts.c.id).where(texts.c.reports > 0).subquery()),
            reports=number(reports),
            appearances=number(appearances),
            readings=number(readings),
            unread=number(select(readings.c.id).select_from(read).where(readings.c.record.is_(None)).subquery()),
            corrections=number(corrections),
            bytes=_bytes(connection, engine),
            makers=tuple(
                (Maker(readout=row[0], model=row[1], tables=row[2]), row[3]) for row in connection.execute(made)
            ),
        )


def _bytes(connection: Connection, engine: Engine) -> int:
    if is_sqlite(engine):
        path = sqlite_path(engine)
        return sum(part.stat().st_size for part in (path, path.with_name(path.name + "-wal")) if part.exists())
    return int(connection.scalar(text("SELECT pg_database_size(current_database())")) or 0)

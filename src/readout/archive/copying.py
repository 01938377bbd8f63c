# SPDX-License-Identifier: Apache-2.0
"""Back an archive up while it is used, and restore it, into either database.

A backup is one SQLite file that holds one state of the archive. Of an SQLite archive it is a whole archive itself; of one on
PostgreSQL it holds what cannot be made anew, and `restore` makes the rest: the number of its schema begins with `backup-`, so that
nobody takes it for an archive in which nothing is found.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from sqlalchemy import Connection, Engine, Table, bindparam, select, text

from readout.archive.engine import is_sqlite, name_of, open_engine, said, sqlite_path, writing
from readout.archive.mending import make_rows
from readout.archive.schema import appearances, corrections, makers, readings, reports, sketches, texts
from readout.archive.versions import (
    BACKUP,
    VERSION_TABLE,
    check_schema,
    check_there,
    create_schema,
    is_empty,
    schema_of,
    upgrade_schema,
)
from readout.errors import ArchiveError

__all__ = ["TABLES", "backup", "restore"]

# What is kept, in the order that their references ask for.
TABLES: Final = (texts, reports, appearances, makers, readings, corrections, sketches)
_AT_ONCE: Final = 500


def backup(engine: Engine, to: Path) -> None:
    """Write one state of an archive to a new file; others may go on writing to the archive.

    A file of SQLite is copied as it is, so it may be of an older Readout: one makes a backup before an upgrade.

    Raises:
        ArchiveError: If there is no archive, the file is there already, or it cannot be written.
    """
    check_there(engine)
    check_schema(engine, older=is_sqlite(engine))
    if to.exists():
        raise ArchiveError(f"'{to}' is there already, expected a new file for the backup; give another name")
    with _made_whole(to) as part:
        if is_sqlite(engine):
            with said(engine):
                _copy_file(sqlite_path(engine), part)
            return
        target = open_engine(part)
        create_schema(target)
        _copy_rows(engine, target)
        with writing(target) as connection:
            connection.execute(
                text(f"UPDATE {VERSION_TABLE} SET version_num = :backup || version_num"), {"backup": BACKUP}
            )
        target.dispose()


def restore(source: Path, engine: Engine, *, progress: Callable[[], None] = lambda: None) -> None:
    """Make an archive from a backup.

    Args:
        source: What `backup` wrote.
        engine: Where the archive is to be; nothing may be there.
        progress: Called after each report whose rows are made.

    Raises:
        ArchiveError: If something is there, or the backup is none.
    """
    if not is_empty(engine):
        raise ArchiveError(
            f"{name_of(engine)} is there already, and a backup replaces nothing; name a new one with --archive"
        )
    if not source.is_file():
        raise ArchiveError(f"there is no backup '{source}'; name the file that 'readout archive backup' wrote")
    if is_sqlite(engine):
        with _made_whole(sqlite_path(engine)) as part:
            _opened_copy(source, part, progress).dispose()
        return
    with TemporaryDirectory(prefix="readout-") as folder:
        copy = _opened_copy(source, Path(folder) / "backup.sqlite", None)
        create_schema(engine)
        _copy_rows(copy, engine)
        copy.dispose()
    make_rows(engine, progress=progress)


def _opened_copy(source: Path, part: Path, progress: Callable[[], None] | None) -> Engine:
    """Copy a backup and bring the copy to the newest schema; with `progress`, make what it lacks."""
    engine = open_engine(part)
    with said(open_engine(source)):
        _copy_file(source, part)
    with writing(engine) as connection:
        schema = schema_of(connection)
        if schema is None:
            raise ArchiveError(
                f"'{source}' is no backup of an archive; name the file that 'readout archive backup' wrote"
            )
        connection.execute(
            text(f"UPDATE {VERSION_TABLE} SET version_num = :schema"), {"schema": schema.removeprefix(BACKUP)}
        )
    upgrade_schema(engine)
    check_schema(engine)
    if progress and schema.startswith(BACKUP):
        make_rows(engine, progress=progress)
    return engine


@contextmanager
def _made_whole(path: Path) -> Iterator[Path]:
    """Give a name to write a file under, and its own name to what is whole and on the disk; else leave nothing."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    try:
        yield part
        _settle(part)
        os.replace(part, path)
    finally:
        for rest in ("", "-wal", "-shm", "-journal"):
            part.with_name(part.name + rest).unlink(missing_ok=True)


def _settle(part: Path) -> None:
    """Bring a file to the disk, and what SQLite keeps beside it into it."""
    with closing(sqlite3.connect(part)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _copy_file(source: Path, target: Path) -> None:
    # In one step: it reads one state, and with a write-ahead log nobody waits for it.
    with (
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as read,
        closing(sqlite3.connect(target)) as written,
    ):
        read.backup(written)


def _copy_rows(source: Engine, target: Engine) -> None:
    """Copy what cannot be made anew, from one state of the source."""
    state = {} if is_sqlite(source) else {"isolation_level": "REPEATABLE READ"}
    with said(source), source.connect().execution_options(**state) as read, read.begin(), writing(target) as written:
        for table in TABLES:
            _copy_table(read, written, table)
        if not is_sqlite(target):
            _count_on(written)


def _copy_table(read: Connection, written: Connection, table: Table) -> None:
    rows = iter(read.execution_options(stream_results=True, yield_per=_AT_ONCE).execute(select(table)).mappings())
    while some := list(islice(rows, _AT_ONCE)):
        plain: list[dict[str, Any]] = [dict(row) for row in some]
        if table is reports:
            # A report may be a copy of a later one: that is written when all are there.
            plain = [{**row, "copy_of": None} for row in plain]
        written.execute(table.insert(), plain)
    if table is reports:
        copies = read.execute(select(reports.c.id, reports.c.copy_of).where(reports.c.copy_of.is_not(None)))
        tied = [{"copy": row.id, "of": row.copy_of} for row in copies]
        if tied:
            written.execute(
                reports.update().where(reports.c.id == bindparam("copy")).values(copy_of=bindparam("of")), tied
            )


def _count_on(connection: Connection) -> None:
    """Let PostgreSQL number new rows after those that came with their numbers."""
    for table in TABLES:
        if "id" in table.columns:
            last = f"coalesce(max(id), 1), max(id) IS NOT NULL) FROM {table.name}"
            connection.execute(text(f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), {last}"))

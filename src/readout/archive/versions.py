# SPDX-License-Identifier: Apache-2.0
"""Which schema an archive has, and how it gets the newest one.

An archive is made with the newest schema. One with an older schema is not touched when it is opened, since others may still use it
with the Readout that made it: `readout archive upgrade` migrates it, in one transaction, so it is done whole or not at all.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Lock
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect

from readout.archive.engine import PAGE_BYTES, is_sqlite, name_of, patiently, reading, said, sqlite_path, writing
from readout.errors import ArchiveError

__all__ = [
    "BACKUP",
    "VERSION_TABLE",
    "check_schema",
    "check_there",
    "create_schema",
    "is_empty",
    "newest_schema",
    "prepare_file",
    "schema_of",
    "schema_of_archive",
    "upgrade_schema",
]

# A name of our own: PostgreSQL databases are shared, and `alembic_version` may be somebody else's.
VERSION_TABLE: Final = "readout_schema"

# In front of the schema of a backup that is no archive yet.
BACKUP: Final = "backup-"

_FOLDER = Path(__file__).parent / "migrations"


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def newest_schema() -> str:
    """Return the number of the schema that this Readout works with."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    if head is None:
        raise ArchiveError("the package has no migrations: it is not whole; install readout-news again")
    return head


def schema_of(connection: Connection) -> str | None:
    """Return the number of an archive's schema, or None if this is no archive."""
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    return context.get_current_revision()


def schema_of_archive(engine: Engine) -> str | None:
    """Return the number of an archive's schema, whichever it is, or None if there is no archive."""
    if is_sqlite(engine) and not sqlite_path(engine).exists():
        return None
    with reading(engine) as connection:
        return schema_of(connection)


def is_empty(engine: Engine) -> bool:
    """Tell whether there is nothing yet where the archive is to be.

    Raises:
        ArchiveError: If it cannot be reached.
    """
    if is_sqlite(engine):
        path = sqlite_path(engine)
        return not path.exists() or path.stat().st_size == 0 or _has_no_tables(engine)
    # Tables of others may stand beside an archive's in a database; only its own count.
    with reading(engine) as connection:
        return schema_of(connection) is None and not inspect(connection).has_table("reports")


def check_there(engine: Engine) -> None:
    """Make sure that there is something where the archive is to be.

    Raises:
        ArchiveError: If there is nothing, or it cannot be reached.
    """
    if is_empty(engine):
        raise ArchiveError(f"{name_of(engine)} is not there; 'readout add' makes one, or name another with --archive")


def _has_no_tables(engine: Engine) -> bool:
    """Tell a file in which the making of an archive was cut off: SQLite has written its first page and no more."""
    with reading(engine) as connection:
        return not inspect(connection).get_table_names()


def check_schema(engine: Engine, *, older: bool = False) -> None:
    """Make sure that this is an archive that this Readout can work with; nothing is changed.

    Args:
        engine: Of the archive.
        older: Whether one of an older Readout will do.

    Raises:
        ArchiveError: If it is none, or has an older or a newer schema.
    """
    with reading(engine) as connection:
        found = schema_of(connection)
    if found is None:
        raise ArchiveError(f"{name_of(engine)} is a database of something else; name an archive, or a new file")
    newest = newest_schema()
    if found == newest:
        return
    if found.startswith(BACKUP):
        raise ArchiveError(
            f"{name_of(engine)} is a backup of an archive on PostgreSQL; make an archive of it with 'readout archive restore'"
        )
    if _is_known(found):
        if older:
            return
        way = "readout archive backup TO" if is_sqlite(engine) else "pg_dump"
        raise ArchiveError(
            f"{name_of(engine)} has schema {found} of an older Readout, expected {newest}; "
            f"run 'readout archive upgrade' (make a backup first: '{way}')"
        )
    raise ArchiveError(
        f"{name_of(engine)} has schema '{found}', and this Readout knows up to {newest}: "
        "a newer one made it; install that with pip install -U 'readout-news[archive]'"
    )


def _is_known(schema: str) -> bool:
    return any(script.revision == schema for script in ScriptDirectory.from_config(_config()).walk_revisions())


def create_schema(engine: Engine) -> None:
    """Make an archive where there is none; two that do so at once make one.

    Raises:
        ArchiveError: If it cannot be written there.
    """
    # SQLite does not wait where another turns to the write-ahead log at the same moment.
    patiently(engine, lambda: prepare_file(engine))
    upgrade_schema(engine)


def prepare_file(engine: Engine) -> None:
    """Choose what an SQLite file keeps for good: the size of its pages, and the write-ahead log."""
    if not is_sqlite(engine):
        return
    with said(engine), closing(sqlite3.connect(sqlite_path(engine), timeout=30)) as connection:
        connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        connection.execute("PRAGMA journal_mode = WAL")


# Alembic hands its context on through names of its module: two threads of one process must not migrate at once.
_MIGRATING = Lock()


def upgrade_schema(engine: Engine, *, to: str = "head") -> None:
    """Migrate an archive to the newest schema, in one transaction.

    Args:
        engine: Of the archive, or of where it is to be.
        to: The number of another schema than the newest.

    Raises:
        ArchiveError: If it is of a newer Readout, or cannot be written.
    """
    config = _config()
    with _MIGRATING, writing(engine) as connection:
        found = schema_of(connection)
        if found is not None and not _is_known(found):
            raise ArchiveError(f"{name_of(engine)} has schema '{found}', which is of a newer Readout; install that")
        config.attributes["connection"] = connection
        command.upgrade(config, to)

# SPDX-License-Identifier: Apache-2.0
"""The door to both databases: connections, transactions, and what goes wrong with them in words.

One writer at a time, on both: SQLite by `BEGIN IMMEDIATE`, PostgreSQL by a lock that the transaction holds. So what is looked up
at the start of a transaction still holds at its end, and no two writers can wait for each other. Readers never wait.
"""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from readout.errors import ArchiveError, ConfigError

__all__ = [
    "is_sqlite", "name_of", "open_engine", "patiently", "reading", "said", "sqlite_path", "url_of", "without_password", "writing",
]  # fmt: skip

log = logging.getLogger(__name__)

T = TypeVar("T")

PATIENCE = 60.0  # seconds that work waits for a database that is away or taken; a server restarts in a few
_PAUSES = (0.05, 0.1, 0.2, 0.5, 1.0)  # seconds between two tries; the last one again and again

_BUSY_MS = 30_000  # how long SQLite itself waits for another writer
_CACHE_KIB = 32 * 1024
_MMAP_BYTES = 256 * 1024 * 1024
# Measured on 68 reports with all their rows, after VACUUM: pages of 4 KB take 21.3 KB for 750 words, of 8 KB 23.8, of 16 KB 28.7.
PAGE_BYTES = 4096

# Of PostgreSQL's advisory locks, this one means: a writer of a Readout archive. The letters "readout".
_WRITER = int.from_bytes(b"readout", "big")

# SQLSTATEs of what may be over after a while: a lock, a deadlock or a conflict, a server that is away or starting.
_PASSING = ("08", "40", "53300", "55P03", "57P")


def url_of(address: str | Path) -> URL:
    """Read the address of an archive: a path, `sqlite:///…` or `postgresql://…`.

    Raises:
        ConfigError: If it is the address of something else.
    """
    written = str(address)
    if "://" not in written:
        return URL.create("sqlite+pysqlite", database=written)
    try:
        url = make_url(written)
    except ArgumentError as error:
        raise ConfigError(f"'{written}' is no address of an archive; {_EXPECTED}") from error
    kind = url.drivername.partition("+")[0]
    if kind == "sqlite" and url.database:
        return url.set(drivername="sqlite+pysqlite")
    if kind in {"postgresql", "postgres"}:
        return url.set(drivername="postgresql+psycopg")
    raise ConfigError(f"found '{url.render_as_string(hide_password=True)}'; {_EXPECTED}")


_EXPECTED = "expected a path (news.sqlite), sqlite:///PATH or postgresql://USER@HOST/DATABASE"


def is_sqlite(of: Engine | Connection) -> bool:
    """Tell SQLite from PostgreSQL."""
    return of.dialect.name == "sqlite"


def sqlite_path(engine: Engine) -> Path:
    """Return where the file of an SQLite archive is."""
    return Path(engine.url.database or "")


def open_engine(address: str | Path) -> Engine:
    """Prepare connections to an archive; none is made yet.

    Raises:
        ConfigError: If it is no address of an archive.
    """
    url = url_of(address)
    if url.get_backend_name() == "postgresql":
        # A connection that broke is noticed before it is used, not after.
        engine = create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
        event.listen(engine, "begin", _begin_postgresql)
        return engine
    engine = create_engine(url, connect_args={"timeout": _BUSY_MS / 1000})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    # sqlite3 itself begins transactions late and not before every statement; SQLAlchemy's documentation (dialect "sqlite",
    # "non-legacy transactional modes") has them begun as below, the way that works on all versions of Python.
    connection.isolation_level = None
    for pragma, value in _PRAGMAS.items():
        connection.execute(f"PRAGMA {pragma} = {value}")


_PRAGMAS: dict[str, int | str] = {
    "foreign_keys": "ON",
    "synchronous": "FULL",  # a commit is on the disk when it returns; WAL's usual NORMAL may lose the last ones
    "fullfsync": "ON",  # on macOS, where a plain fsync leaves it in the disk's own memory
    "cache_size": -_CACHE_KIB,
    "mmap_size": _MMAP_BYTES,
    "temp_store": "MEMORY",
}


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    if _writes(connection):
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER})


def _writes(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("readout_writes", False))


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that only reads; it sees one state of the archive on SQLite, and each statement its own on PostgreSQL."""
    with said(engine), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Open the one transaction that writes; it is committed at the end, or rolled back if something is raised."""
    with said(engine), engine.connect().execution_options(readout_writes=True) as connection, connection.begin():
        yield connection


def patiently(engine: Engine, work: Callable[[], T], *, patience: float = PATIENCE) -> T:
    """Do some work, again if the database was away or taken; it must be a whole transaction, or change nothing.

    Raises:
        ArchiveError: If it is still away or taken after `patience` seconds, or it fails for another reason.
    """
    deadline = time.monotonic() + patience
    pauses = iter(_PAUSES)
    while True:
        try:
            return work()
        except ArchiveError as error:
            if not _may_pass(error.__cause__) or time.monotonic() >= deadline:
                raise
            log.warning("waiting for the archive: %s", error)
        time.sleep(next(pauses, _PAUSES[-1]))
        engine.dispose()


def _may_pass(error: BaseException | None) -> bool:
    if isinstance(error, sqlite3.Error):
        return _sqlite_name(error).startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
    if not isinstance(error, DBAPIError):
        return False
    if isinstance(error.orig, sqlite3.Error):
        return _sqlite_name(error.orig).startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
    # A server that is not there has no code at all.
    state: str | None = getattr(error.orig, "sqlstate", None)
    if state is None:
        return error.connection_invalidated or _is_away(error)
    return state.startswith(_PASSING)


def _is_away(error: DBAPIError) -> bool:
    """Tell a server that does not answer from one that says no: psycopg gives neither a code."""
    told = str(error.orig)
    return ("connection" in told and "FATAL" not in told) or "starting up" in told or "shutting down" in told


def _sqlite_name(error: sqlite3.Error) -> str:
    return getattr(error, "sqlite_errorname", "") or ""


@contextmanager
def said(engine: Engine) -> Iterator[None]:
    """Say what goes wrong with a database in the words of the archive.

    Raises:
        ArchiveError: For whatever SQLAlchemy, sqlite3 or psycopg raise.
    """
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise ArchiveError(f"{name_of(engine)}: {_reason(error)}") from error


def name_of(engine: Engine) -> str:
    """Name an archive in a message: its path or its address, never its password."""
    if is_sqlite(engine):
        return f"the archive '{engine.url.database}'"
    shown = engine.url.set(drivername="postgresql")
    return f"the archive '{shown.render_as_string(hide_password=True)}'"


def without_password(address: str) -> str:
    """Return an address of an archive as it may be shown."""
    if "://" not in address:
        return address
    url = make_url(address)
    if url.password is None:
        return address
    open_to_all = URL.create(url.drivername, url.username, None, url.host, url.port, url.database, url.query)
    return open_to_all.render_as_string()


def _reason(error: Exception) -> str:
    origin = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(origin, sqlite3.Error):
        kind = _sqlite_name(origin).removeprefix("SQLITE_").partition("_")[0]
        return _SQLITE_REASONS.get(kind, "{}").format(origin)
    told = " ".join(str(origin).split())
    return next((f"{reason} ({told})" for words, reason in _SERVER_REASONS if words in told), told)


_SQLITE_REASONS = {
    "BUSY": "another program is writing to it ({}); wait for it to end and try again",
    "LOCKED": "another program is writing to it ({}); wait for it to end and try again",
    "FULL": "no space is left on its disk ({}); what was acknowledged is kept: make room and run the same command again",
    "READONLY": "it can only be read ({}); ask for the right to write to the file and its folder",
    "CANTOPEN": "it cannot be opened ({}); its folder must exist, and you must be allowed to write there",
    "PERM": "it cannot be opened ({}); you must be allowed to read and write the file",
    "NOTADB": "it is no SQLite file ({}); name the file of an archive, or a new one",
    "CORRUPT": "it is damaged ({}); run 'readout archive check', and restore a backup with 'readout archive restore'",
    "IOERR": "its disk cannot be read or written ({}); check the disk and its space, then run the same command again",
}

_SERVER_REASONS = (
    ("password authentication failed", "the server refuses the password; check user and password in the address"),
    ("no password supplied", "the server asks for a password; give it in the address or in PGPASSWORD"),
    ("FATAL: database", "the server does not have it; make the database with 'createdb', or check the address"),
    ("FATAL: role", "the server does not know the user; check the user in the address"),
    ("Name or service not known", "there is no such server; check the address"),
    ("could not translate host name", "there is no such server; check the address"),
    ("failed to resolve host", "there is no such server; check the address"),
    ("Connection refused", "no server answers; start it, or check host and port in the address"),
    ("No such file or directory", "no server answers; start it, or check host and port in the address"),
    ("timeout expired", "the server does not answer; check host and port in the address"),
    ("No space left on device", "no space is left on the server's disk; make room and run the same command again"),
    ("permission denied", "the server does not allow it; ask for the rights to read and write its tables"),
    ("read-only transaction", "it can only be read; write to the primary server"),
)

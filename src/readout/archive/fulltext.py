# SPDX-License-Identifier: Apache-2.0
"""The one module in which the two databases differ: the indexes of words and marks.

SQLite has an FTS5 table beside each table of rows, without a copy of what it indexes; its rows come in the order of
their numbers, which is that of publication, so that a page of results is read off its beginning. PostgreSQL has a
column `terms` of type tsvector in each table of rows, with a GIN index.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, TextClause, text

from readout.archive.rowschema import KINDS
from readout.archive.terms import Mark, is_mark, mark
from readout.archive.wanted import All, AnyOf, Not, Phrase, Wanted

__all__ = [
    "add_mark",
    "clear",
    "create",
    "drop",
    "index_entry",
    "insert_days",
    "insert_rows",
    "is_sqlite",
    "match_of",
    "tsvector_of",
]

# PostgreSQL has no position above this in a tsvector, takes no more of one word, and no tsvector above a megabyte.
_LAST_POSITION = 16_383
_POSITIONS_OF_WORD = 255
_MOST_WORDS = 40_000


def is_sqlite(connection: Connection) -> bool:
    """Tell SQLite from PostgreSQL."""
    return connection.dialect.name == "sqlite"


def create(connection: Connection) -> None:
    """Make the indexes; the tables must be there."""
    for kind in KINDS:
        for line in _SQLITE if is_sqlite(connection) else _POSTGRESQL:
            connection.execute(text(line.format(kind=kind)))
    if not is_sqlite(connection):
        for line in _POSTGRESQL_ORDERS:
            connection.execute(text(line))


def drop(connection: Connection) -> None:
    """Take the indexes away."""
    for kind in KINDS:
        drops = f"DROP TABLE {kind}_terms" if is_sqlite(connection) else f"ALTER TABLE {kind} DROP COLUMN terms"
        connection.execute(text(drops))


# Without a copy of the words (`content=''`), without the length of each row (`columnsize=0`, for ranking only). The
# words come cut and folded: "ascii" takes everything above U+007F as a letter.
_SQLITE = ("CREATE VIRTUAL TABLE {kind}_terms USING fts5(terms, content='', columnsize=0, tokenize='ascii')",)
# New rows wait in a list that every search walks through; short, so that it is walked through quickly.
GIN = "CREATE INDEX ix_{kind}_terms ON {kind} USING gin (terms) WITH (fastupdate = on, gin_pending_list_limit = 512)"
_POSTGRESQL = (
    "ALTER TABLE {kind} ADD COLUMN terms tsvector",
    GIN,
    "ALTER TABLE {kind} ALTER COLUMN terms SET STATISTICS 1000",
)
_POSTGRESQL_ORDERS = (
    "CREATE INDEX ix_statements_confidence ON statements (confidence DESC, id)",
    "CREATE INDEX ix_statements_first ON statements (first DESC NULLS LAST, id)",
    "CREATE INDEX ix_events_confidence ON events (confidence DESC, id)",
    "CREATE INDEX ix_events_first ON events (first DESC NULLS LAST, id)",
)


def clear(connection: Connection) -> None:
    """Empty the indexes, with what is left in them of rows that have gone."""
    if is_sqlite(connection):
        for kind in KINDS:
            connection.execute(text(f"INSERT INTO {kind}_terms({kind}_terms) VALUES('delete-all')"))


def insert_rows(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Write rows, with their words and marks under "terms" into the index.

    Args:
        connection: A transaction that writes.
        table: One of statements, events and figures.
        rows: What to write; they may hold more than the table's columns.
    """
    if not rows:
        return
    columns = table.columns.keys()
    if not is_sqlite(connection):
        given = [{name: row[name] for name in columns} | {"terms": tsvector_of(row["terms"])} for row in rows]
        connection.execute(_insertion(table, terms=True), given)
        return
    connection.execute(_insertion(table, terms=False), [{name: row[name] for name in columns} for row in rows])
    indexed = [{"id": row["id"], "terms": " ".join(row["terms"])} for row in rows]
    connection.execute(_indexing(table.name), indexed)


def index_entry(connection: Connection, id: int, terms: Sequence[str]) -> None:
    """Put the words and marks of a report, whose entry is written, into the index."""
    if is_sqlite(connection):
        connection.execute(_indexing("entries"), {"id": id, "terms": " ".join(terms)})
    else:
        connection.execute(_ENTRY_TERMS, {"id": id, "terms": tsvector_of(terms)})


_ENTRY_TERMS = text("UPDATE entries SET terms = CAST(:terms AS tsvector) WHERE id = :id")


def add_mark(connection: Connection, table: Table, ids: Sequence[int], term: str) -> None:
    """Put one more mark into the index for rows that are in it and do not have it.

    An index of SQLite without content takes words for a number that it knows already: its lists are kept by word, so the new
    word's gets an entry and the others stay as they are. What cannot be done without the old words is to take one away.
    """
    if not ids:
        return
    if is_sqlite(connection):
        connection.execute(_indexing(table.name), [{"id": id, "terms": term} for id in ids])
    else:
        added = text(f"UPDATE {table.name} SET terms = terms || CAST(:terms AS tsvector) WHERE id = ANY(:ids)")
        connection.execute(added, {"ids": list(ids), "terms": f"'{term}'"})


@cache
def _indexing(kind: str) -> TextClause:
    return text(f"INSERT INTO {kind}_terms(rowid, terms) VALUES (:id, :terms)")


@cache
def _insertion(table: Table, *, terms: bool) -> TextClause:
    """Write the insertion into a table whose column `terms` SQLAlchemy does not know, since only PostgreSQL has it."""
    columns = list(table.columns.keys())
    values = [f":{name}" for name in columns]
    if terms:
        columns.append("terms")
        values.append("CAST(:terms AS tsvector)")
    quoted = ", ".join(f'"{name}"' for name in columns)
    return text(f"INSERT INTO {table.name} ({quoted}) VALUES ({', '.join(values)})")


def insert_days(connection: Connection, found: Iterable[tuple[str, int]]) -> None:
    """Note the days that rows have."""
    given = [{"kind": kind, "day": day} for kind, day in sorted(found)]
    if given:
        ignore = "INSERT INTO days(kind, day) VALUES (:kind, :day) ON CONFLICT DO NOTHING"
        connection.execute(text(ignore), given)


def tsvector_of(terms: Sequence[str]) -> str:
    """Write words and marks as PostgreSQL reads a tsvector: each word with its places, as far as it can count.

    Marks have none: they are part of no phrase, and places take a seventh of the rows.
    """
    places: dict[str, list[int]] = {}
    position = 0
    for term in terms:
        found = places.setdefault(term, [])
        if not is_mark(term):
            position += 1
            if position <= _LAST_POSITION and len(found) < _POSITIONS_OF_WORD:
                found.append(position)
        if len(places) > _MOST_WORDS:
            break
    return " ".join(f"'{term}':{','.join(map(str, at))}" if at else f"'{term}'" for term, at in places.items())


def match_of(connection: Connection, wanted: Wanted) -> str:
    """Write what is wanted as the database reads it: for MATCH, or as a tsquery."""
    return _fts5(wanted) if is_sqlite(connection) else _tsquery(wanted)


# FTS5 has NOT between two things only; every row has one of these two marks.
_EVERY_ROW = f'("{mark(Mark.FIRST)}" OR "{mark(Mark.AGAIN)}")'


def _fts5(wanted: Wanted) -> str:
    match wanted:
        case Phrase(terms):
            return f'"{" ".join(terms)}"'
        case AnyOf(parts):
            return f"({' OR '.join(map(_fts5, parts))})"
        case All(parts):
            without = [part.part for part in parts if isinstance(part, Not)]
            having = " AND ".join(_fts5(part) for part in parts if not isinstance(part, Not)) or _EVERY_ROW
            return f"(({having}) NOT ({' OR '.join(map(_fts5, without))}))" if without else f"({having})"
        case Not(part):
            return f"({_EVERY_ROW} NOT {_fts5(part)})"


def _tsquery(wanted: Wanted) -> str:
    match wanted:
        case Phrase(terms):
            quoted = [f"'{term}'" for term in terms]
            return f"({' <-> '.join(quoted)})" if len(quoted) > 1 else quoted[0]
        case AnyOf(parts):
            return f"({' | '.join(map(_tsquery, parts))})"
        case All(parts):
            return f"({' & '.join(map(_tsquery, parts))})"
        case Not(part):
            return f"!{_tsquery(part)}"

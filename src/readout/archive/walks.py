# SPDX-License-Identifier: Apache-2.0
"""Find the numbers of the rows that a plan asks for, a page at a time, in order, and count them: a walk for each database."""

from __future__ import annotations

from typing import Protocol

from sqlalchemy import Connection

from readout.archive import fulltext
from readout.archive.order import Place
from readout.archive.plans import Plan
from readout.archive.postgresqlwalks import PostgresqlWalk
from readout.archive.sqlitewalks import SqliteWalk

__all__ = ["Walk", "walk_of"]


class Walk(Protocol):
    """Walks through what a plan asks for in one database."""

    def page(self, limit: int, after: Place | None) -> list[Place]:
        """Return the next so many rows behind a place."""
        ...

    def count(self, limit: int | None) -> int:
        """Count the rows, up to a limit."""
        ...


def walk_of(connection: Connection, plan: Plan) -> Walk:
    """Choose the walk for the database."""
    if plan.nothing:
        return _Nowhere()
    return SqliteWalk(connection, plan) if fulltext.is_sqlite(connection) else PostgresqlWalk(connection, plan)


class _Nowhere:
    """Finds nothing, since a name that was asked for is not in the archive."""

    def page(self, limit: int, after: Place | None) -> list[Place]:
        """Return nothing."""
        del limit, after
        return []

    def count(self, limit: int | None) -> int:
        """Return 0."""
        del limit
        return 0

# SPDX-License-Identifier: Apache-2.0
"""Walks through what a plan asks for on PostgreSQL.

Its index of words gives rows in no order. So the newest are looked at first; where they do not hold a page, the filter is rare
enough for the index to give all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from readout.archive import fulltext
from readout.archive.order import UNDATED, Place, shelf_of
from readout.archive.plans import Plan

__all__ = ["PostgresqlWalk"]

# So many of the newest rows are looked at first: where a filter is met often they hold a page, and where it is not,
# the index is short.
_LOOKED_AT = 4_000
# So many are sorted whole.
_FEW = 20_000
# What rows are sorted by; the first two have an index of their own.
_INDEXED = ("confidence", "first")
_COLUMNS = {"confidence": "s.confidence", "first": "s.first", "added": "e.slot", "appearances": "x.appearances"}


@dataclass
class PostgresqlWalk:
    """Looks at the newest rows first, then lets the index find the rest, or walks in the order of an index."""

    connection: Connection
    plan: Plan

    def page(self, limit: int, after: Place | None) -> list[Place]:
        """Return the next so many rows behind a place."""
        self._prepare()
        if self.plan.sort == "published":
            return self._newest(limit, after)
        if self.plan.sort in _INDEXED:
            first = self._first(limit, after)
            if len(first) == limit:
                return first
        few = self._few(limit, after)
        return few if few is not None else self._in_order(limit, after)

    def count(self, limit: int | None) -> int:
        """Count the rows, up to a limit."""
        self._prepare()
        bound = "" if limit is None else f" LIMIT {limit}"
        counted = f"SELECT count(*) FROM (SELECT 1 {self._from()} WHERE {self._where()}{bound}) c"
        return int(self.connection.execute(text(counted), self._values()).scalar_one())

    def _prepare(self) -> None:
        # Compiling a plan takes longer than all of it; a bitmap that does not fit the memory is not exact.
        self.connection.execute(text("SELECT set_config('jit', 'off', true), set_config('work_mem', '32MB', true)"))

    def _index_only(self) -> None:
        """Keep the planner from reading all rows where it takes a filter for more common than it is."""
        self.connection.execute(
            text("SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)")
        )

    def _all_ways(self) -> None:
        self.connection.execute(
            text("SELECT set_config('enable_seqscan', 'on', true), set_config('enable_indexscan', 'on', true)")
        )

    def _newest(self, limit: int, after: Place | None) -> list[Place]:
        values = self._values()
        direction = "DESC" if self.plan.oldest else ""
        bounds = self._bounds(values, after.id if after else None)
        span = f"WHERE {' AND '.join(bounds)}" if bounds else ""
        walk = f"(SELECT * FROM {self.plan.table} s {span} ORDER BY s.id {direction} LIMIT {_LOOKED_AT})"
        where = " AND ".join(self._conditions())
        query = f"SELECT s.id FROM {walk} s{self._joins()} WHERE {where} ORDER BY s.id {direction} LIMIT {limit}"
        found = [row[0] for row in self.connection.execute(text(query), values)]
        if len(found) < limit:
            self._index_only()
            where = " AND ".join([*self._conditions(), *bounds])
            query = (
                f"WITH found AS MATERIALIZED (SELECT s.id {self._from()} WHERE {where}) "
                f"SELECT id FROM found ORDER BY id {direction} LIMIT {limit}"
            )
            found = [row[0] for row in self.connection.execute(text(query), values)]
            self._all_ways()
        return [Place(0, id) for id in found]

    def _shelf_joins(self) -> str:
        if self.plan.sort == "added":
            return (
                " JOIN entries e ON e.report_id = s.report_id AND e.part = 0"
                if self.plan.table != "entries"
                else " JOIN entries e ON e.slot = s.slot"
            )
        return ""

    def _few(self, limit: int, after: Place | None) -> list[Place] | None:
        """Sort all rows if they are few."""
        values = self._values()
        needs_texts = self.plan.sort == "appearances"
        behind = ""
        if after is not None:
            sign = "<" if self.plan.oldest else ">"
            behind = f"WHERE shelf > :shelf OR (shelf = :shelf AND id {sign} :after)"
            values |= {"shelf": after.shelf, "after": after.id}
        tables = f"{self._from(texts=needs_texts)}{self._shelf_joins()}"
        down = "DESC" if self.plan.oldest else ""
        query = (
            f"WITH found AS MATERIALIZED (SELECT {shelf_of(self.plan)} AS shelf, s.id {tables} "
            f"WHERE {self._where()} LIMIT {_FEW + 1}) "
            "SELECT c.number, f.shelf, f.id FROM (SELECT count(*) AS number FROM found) c LEFT JOIN "
            f"(SELECT shelf, id FROM found {behind} ORDER BY shelf, id {down} LIMIT {limit}) f ON true "
            f"ORDER BY f.shelf, f.id {down}"
        )
        self._index_only()
        rows = self.connection.execute(text(query), values).all()
        self._all_ways()
        if rows[0].number > _FEW:
            return None
        return [Place(row.shelf, row.id) for row in rows if row.id is not None]

    def _first(self, limit: int, after: Place | None) -> list[Place]:
        """Look at the first rows of an order that has an index: where a filter is met often they hold a page."""
        if self._is_undated(after):
            return []
        values = self._values()
        known = " AND ".join([self._known(), *self._behind(values, after)])
        walk = f"(SELECT * FROM {self.plan.table} s WHERE {known} ORDER BY {self._order()} LIMIT {_LOOKED_AT})"
        query = (
            f"SELECT {shelf_of(self.plan)}, s.id FROM {walk} s{self._joins()} WHERE {self._where()} "
            f"ORDER BY {self._order()} LIMIT {limit}"
        )
        return [Place(*row) for row in self.connection.execute(text(query), values)]

    def _in_order(self, limit: int, after: Place | None) -> list[Place]:
        """Walk through rows in the order that was asked for, of which many fit; those of unknown date come last."""
        values = self._values()
        found: list[Place] = []
        if not self._is_undated(after):
            found = self._walked([self._known(), *self._behind(values, after)], self._order(), limit, values)
        if self.plan.sort == "first" and len(found) < limit:
            down, sign = ("DESC", "<") if self.plan.oldest else ("", ">")
            behind = [f"s.id {sign} :after"] if after is not None and self._is_undated(after) else []
            values |= {"after": after.id} if after is not None else {}
            found += self._walked(["s.first IS NULL", *behind], f"s.id {down}", limit - len(found), values)
        return found

    def _walked(self, behind: list[str], order: str, limit: int, values: dict[str, Any]) -> list[Place]:
        where = " AND ".join([*behind, self._where()])
        tables = f"{self._from(texts=self.plan.sort == 'appearances')}{self._shelf_joins()}"
        query = f"SELECT {shelf_of(self.plan)}, s.id {tables} WHERE {where} ORDER BY {order} LIMIT {limit}"
        return [Place(*row) for row in self.connection.execute(text(query), values)]

    def _is_undated(self, place: Place | None) -> bool:
        """Tell whether a place is among the rows of unknown date, which come last."""
        return place is not None and self.plan.sort == "first" and place.shelf == UNDATED[self.plan.oldest]

    def _behind(self, values: dict[str, Any], after: Place | None) -> list[str]:
        """Keep to what comes behind a place, in words that an index of the order is good for, too."""
        if after is None:
            return []
        sign, side = ("<", ">=") if self.plan.oldest else (">", "<=")
        values |= {"shelf": after.shelf, "after": after.id, "value": abs(after.shelf)}
        shelf = shelf_of(self.plan)
        return [
            f"{_COLUMNS[self.plan.sort]} {side} :value",
            f"({shelf} > :shelf OR ({shelf} = :shelf AND s.id {sign} :after))",
        ]

    def _known(self) -> str:
        return "s.first IS NOT NULL" if self.plan.sort == "first" else "true"

    def _order(self) -> str:
        """Write the order as the index has it, or the other way around: then nothing is sorted."""
        column, down = _COLUMNS[self.plan.sort], "DESC" if self.plan.oldest else ""
        if self.plan.sort == "first":
            return f"s.first {'NULLS FIRST' if self.plan.oldest else 'DESC NULLS LAST'}, s.id {down}"
        return f"{column} {'' if self.plan.oldest else 'DESC'}, s.id {down}"

    def _from(self, *, texts: bool = False) -> str:
        return f"FROM {self.plan.table} s{self._joins(texts=texts)}"

    def _joins(self, *, texts: bool = False) -> str:
        if texts or self.plan.appearances is not None:
            return " JOIN reports r ON r.id = s.report_id JOIN texts x ON x.id = r.text_id"
        return ""

    def _conditions(self) -> list[str]:
        parts = ["s.terms @@ CAST(:wanted AS tsquery)", *self.plan.checks]
        if self.plan.appearances is not None:
            parts.append("x.appearances >= :appearances")
        return parts

    def _bounds(self, values: dict[str, Any], after: int | None) -> list[str]:
        parts = []
        if self.plan.low is not None:
            parts.append("s.id >= :low")
        if self.plan.high is not None:
            parts.append("s.id <= :high")
        if after is not None:
            parts.append(f"s.id {'<' if self.plan.oldest else '>'} :after")
            values["after"] = after
        return parts

    def _where(self) -> str:
        return " AND ".join([*self._conditions(), *self._bounds({}, None)])

    def _values(self) -> dict[str, Any]:
        values = {"wanted": fulltext.match_of(self.connection, self.plan.wanted), **self.plan.values}
        return values | {"low": self.plan.low, "high": self.plan.high, "appearances": self.plan.appearances}

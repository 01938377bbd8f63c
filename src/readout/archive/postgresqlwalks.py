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
from readout.archive.rowschema import ROOM

__all__ = ["PostgresqlWalk"]

# So many of the newest rows are looked at first: where a filter is met often they hold a page, and where it is not,
# the index is short.
_LOOKED_AT = 4_000
# So many are sorted whole.
_FEW = 20_000
# So many of the first reports are looked into first, where a list is in the order of reports.
_REPORTS_LOOKED_AT = 150
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
        walk = self._in_order if self.plan.sort in _INDEXED else self._by_report
        first = walk(limit, after, only_first=True)
        if len(first) == limit:
            return first
        few = self._few(limit, after)
        return few if few is not None else walk(limit, after)

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
            return f" JOIN entries e ON e.id = s.id{'' if self.plan.table == 'entries' else f' / {ROOM}'}"
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

    def _in_order(self, limit: int, after: Place | None, *, only_first: bool = False) -> list[Place]:
        """Walk through rows in an order that has an index; those of unknown date come last.

        Args:
            limit: So many rows.
            after: Behind this place.
            only_first: Look at the first ones alone: where a filter is met often they hold a page.
        """
        found: list[Place] = []
        if not self._is_undated(after):
            values = self._values()
            known = [*self._known(), *self._behind(values, after)]
            found = self._walked(known, self._order(), limit, values, only_first=only_first)
        if self.plan.sort == "first" and len(found) < limit and not only_first:
            values = self._values()
            behind = ["s.first IS NULL"]
            if after is not None and self._is_undated(after):
                behind.append(f"s.id {'<' if self.plan.oldest else '>'} :after")
                values["after"] = after.id
            down = "DESC" if self.plan.oldest else ""
            found += self._walked(behind, f"s.id {down}", limit - len(found), values)
        return found

    def _walked(
        self, known: list[str], order: str, limit: int, values: dict[str, Any], *, only_first: bool = False
    ) -> list[Place]:
        tables, where = self._from(), " AND ".join([*known, self._where()])
        if only_first:
            bound = f"WHERE {' AND '.join(known)} " if known else ""
            walk = f"(SELECT * FROM {self.plan.table} s {bound}ORDER BY {order} LIMIT {_LOOKED_AT})"
            tables, where = f"FROM {walk} s{self._joins()}", self._where()
        query = f"SELECT {shelf_of(self.plan)}, s.id {tables} WHERE {where} ORDER BY {order} LIMIT {limit}"
        return [Place(*row) for row in self.connection.execute(text(query), values)]

    def _by_report(self, limit: int, after: Place | None, *, only_first: bool = False) -> list[Place]:
        """Walk through reports in the order of adding or of how often they were told, and through the rows of each."""
        values = self._values()
        down, up = ("", "DESC") if self.plan.oldest else ("DESC", "")
        known = [*self._range_of_entries(), *self._behind(values, after)]
        bound = f" LIMIT {_REPORTS_LOOKED_AT}" if only_first else ""
        column = _COLUMNS[self.plan.sort]
        told = " JOIN reports r ON r.id = e.report_id JOIN texts x ON x.id = r.text_id" if column[0] == "x" else ""
        if told and self.plan.appearances is not None:
            known.append("x.appearances >= :appearances")
        where = f" WHERE {' AND '.join(known)}" if known else ""
        slots = f"SELECT {column} AS slot, e.id FROM entries e{told}{where} ORDER BY {column} {down}, e.id {up}{bound}"
        low, high = (
            ("e.id", "e.id") if self.plan.table == "entries" else (f"e.id * {ROOM}", f"e.id * {ROOM} + {ROOM - 1}")
        )
        rows = f"SELECT s.id {self._from()} WHERE s.id BETWEEN {low} AND {high} AND {self._where()}"
        sign = "" if self.plan.oldest else "-"
        behind = "true"
        if after is not None:
            behind = f"({sign}e.slot > :shelf OR s.id {'<' if self.plan.oldest else '>'} :after)"
        query = (
            f"SELECT {sign}e.slot, s.id FROM ({slots}) e CROSS JOIN LATERAL ({rows}) s WHERE {behind} "
            f"ORDER BY e.slot {down}, e.id {up}, s.id {up} LIMIT {limit}"
        )
        return [Place(*row) for row in self.connection.execute(text(query), values)]

    def _range_of_entries(self) -> list[str]:
        """Keep to the reports whose rows can be in the range of the plan."""
        size = 1 if self.plan.table == "entries" else ROOM
        low = [f"e.id >= :low / {size}"] if self.plan.low is not None else []
        return [*low, *([f"e.id <= :high / {size}"] if self.plan.high is not None else [])]

    def _is_undated(self, place: Place | None) -> bool:
        """Tell whether a place is among the rows of unknown date, which come last."""
        return place is not None and self.plan.sort == "first" and place.shelf == UNDATED[self.plan.oldest]

    def _behind(self, values: dict[str, Any], after: Place | None) -> list[str]:
        """Keep to what comes behind a place, or on its shelf, in words that an index of the order is good for."""
        if after is None:
            return []
        sign, side = ("<", ">=") if self.plan.oldest else (">", "<=")
        values |= {"shelf": after.shelf, "after": after.id, "value": abs(after.shelf)}
        column = _COLUMNS[self.plan.sort]
        behind = [f"{column} {side} :value"]
        return [*behind, f"({column} <> :value OR s.id {sign} :after)"] if self.plan.sort in _INDEXED else behind

    def _known(self) -> list[str]:
        """Keep to rows that have a value to sort by, and as much of it as is asked for."""
        if self.plan.sort == "first":
            return ["s.first IS NOT NULL"]
        return ["s.confidence >= :confidence"] if "confidence" in self.plan.values else []

    def _order(self) -> str:
        """Write the order as the index has it, or the other way around: then nothing is sorted."""
        if self.plan.sort == "first":
            return "s.first NULLS FIRST, s.id DESC" if self.plan.oldest else "s.first DESC NULLS LAST, s.id"
        return "s.confidence, s.id DESC" if self.plan.oldest else "s.confidence DESC, s.id"

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

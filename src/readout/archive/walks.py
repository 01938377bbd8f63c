# SPDX-License-Identifier: Apache-2.0
"""Find the numbers of the rows that a plan asks for, a page at a time, in order, and how many there are.

The order is one of *shelves*: by confidence each per cent is one, by its own date each day, by day of adding each report; by day of
publication all is one shelf. On a shelf rows stand by their numbers. So a place in any list is a shelf and a number.

Few rows are fetched whole and sorted. Of many, the first shelves hold a page: they are walked until there is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple, Protocol

from sqlalchemy import Connection, text

from readout.archive import fulltext
from readout.archive.plans import Plan
from readout.archive.rowschema import ROOM, ids_of_entry
from readout.archive.terms import Mark, mark
from readout.archive.wanted import All, Phrase

__all__ = ["Place", "Walk", "walk_of"]


class Place(NamedTuple):
    """Where a row stands in a list: by shelf, then by number."""

    shelf: int
    id: int


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
    return _Sqlite(connection, plan) if fulltext.is_sqlite(connection) else _Postgresql(connection, plan)


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


# So many are sorted whole; if there are more, one in 500 of a million fits, and the first shelves give a page soon.
_FEW = 2_000
# So many reports that were told often enough are looked into one by one.
_FEW_REPORTS = 1_500

# What rows are sorted by, so that smaller comes first; rows of unknown date come last.
_SHELVES = {
    "published": "0",
    "confidence": "-s.confidence",
    "first": "COALESCE(-s.first, 1)",
    "added": "-e.slot",
    "appearances": "-x.appearances",
}
_OLDEST_SHELVES = {"first": "COALESCE(s.first, 10000000)"}


@dataclass
class _Sqlite:
    connection: Connection
    plan: Plan

    def page(self, limit: int, after: Place | None) -> list[Place]:
        """Return the next so many rows behind a place."""
        if self.plan.sort == "published":
            return self._newest(limit, after)
        few = self._few()
        if few is not None:
            behind = [place for place in few if after is None or place > after]
            return behind[:limit]
        return list(islice(self._by_shelf(limit, after), limit))

    def count(self, limit: int | None) -> int:
        """Count the rows, up to a limit."""
        reports = self._told_often()
        if reports is not None:
            return sum(1 for _ in islice(self._in_reports(reports, None), limit))
        bound = "" if limit is None else f" LIMIT {limit}"
        counted = f"SELECT count(*) FROM (SELECT 1 {self._from()} WHERE {self._where()}{bound})"
        return int(self.connection.execute(text(counted), self._values()).scalar_one())

    # By publication: the order of numbers, and of the index ---------------------------------------------------------

    def _newest(self, limit: int, after: Place | None) -> list[Place]:
        reports = self._told_often()
        if reports is not None:
            return list(islice((Place(0, id) for id in self._in_reports(reports, after)), limit))
        return [Place(0, id) for id in self._ids(limit, after.id if after else None)]

    def _ids(self, limit: int, after: int | None, *, extra: str | None = None) -> list[int]:
        """Return numbers in their order, of those that have an extra mark where one is given."""
        down = self.plan.oldest
        where = self._where()
        values = self._values(extra)
        if after is not None:
            where += f" AND {self._terms}.rowid {'<' if down else '>'} :after"
            values["after"] = after
        order = f"ORDER BY {self._terms}.rowid {'DESC' if down else ''} LIMIT {limit}"
        found = self.connection.execute(text(f"SELECT s.id {self._from()} WHERE {where} {order}"), values)
        return [row[0] for row in found]

    # Told in many places: few reports are ------------------------------------------------------------------------------

    def _told_often(self) -> list[int] | None:
        """Return the entries of reports that were told often enough, if these are few."""
        if self.plan.appearances is None:
            return None
        query = (
            "SELECT e.id FROM texts x CROSS JOIN reports r ON r.text_id = x.id CROSS JOIN entries e ON e.report_id = r.id "
            f"WHERE x.appearances >= :appearances LIMIT {_FEW_REPORTS + 1}"
        )
        found = [row[0] for row in self.connection.execute(text(query), {"appearances": self.plan.appearances})]
        return sorted(found, reverse=self.plan.oldest) if len(found) <= _FEW_REPORTS else None

    def _in_reports(self, of_reports: Iterable[int], after: Place | None) -> Iterator[int]:
        """Give numbers of rows of entries, in the order of these."""
        where = self._where(appearances=False)
        order = f"ORDER BY {self._terms}.rowid {'DESC' if self.plan.oldest else ''}"
        span = f"{self._terms}.rowid BETWEEN :base AND :end"
        query = text(f"SELECT s.id {self._from(appearances=False)} WHERE {where} AND {span} {order}")
        values = self._values()
        for entry in of_reports:
            base, end = self._ids_of(entry)
            if after is not None and (base > after.id if self.plan.oldest else end < after.id):
                continue
            for row in self.connection.execute(query, {**values, "base": base, "end": end}):
                if after is None or (row[0] < after.id if self.plan.oldest else row[0] > after.id):
                    yield row[0]

    def _ids_of(self, entry: int) -> tuple[int, int]:
        return (entry, entry) if self.plan.table == "entries" else ids_of_entry(entry)

    # Sorted by something else ------------------------------------------------------------------------------------------

    def _few(self) -> list[Place] | None:
        """Return all rows in order if they are few."""
        sort = self.plan.sort
        shelf = (_OLDEST_SHELVES.get(sort) if self.plan.oldest else None) or _SHELVES[sort]
        if self.plan.oldest and sort != "first":
            shelf = f"-({shelf})"
        joins = ""
        if sort == "added":
            joins = " CROSS JOIN entries e ON e.report_id = s.report_id AND e.part = 0" if self.plan.table != "entries" else ""
            shelf = shelf if joins else shelf.replace("e.", "s.")
        needs_texts = sort == "appearances"
        reports = self._told_often()
        if reports is not None:
            found = self._few_in_reports(reports, shelf, joins, needs_texts)
        else:
            query = f"SELECT {shelf}, s.id {self._from(texts=needs_texts)}{joins} WHERE {self._where()} LIMIT {_FEW + 1}"
            found = [Place(*row) for row in self.connection.execute(text(query), self._values())]
        if len(found) > _FEW:
            return None
        return _sorted(found, self.plan)

    def _few_in_reports(self, of_reports: list[int], shelf: str, joins: str, texts: bool) -> list[Place]:
        span = f"{self._terms}.rowid BETWEEN :base AND :end"
        query = text(f"SELECT {shelf}, s.id {self._from(texts=texts)}{joins} WHERE {self._where()} AND {span}")
        values, found = self._values(), []
        for entry in of_reports:
            base, end = self._ids_of(entry)
            found += [Place(*row) for row in self.connection.execute(query, {**values, "base": base, "end": end})]
        return found

    def _by_shelf(self, limit: int, after: Place | None) -> Iterator[Place]:
        if self.plan.sort in {"added", "appearances"}:
            yield from self._by_report(limit, after)
            return
        for shelf, extra in self._shelves():
            behind = after.id if after and after.shelf == shelf else None
            if after and shelf < after.shelf:
                continue
            for id in self._ids(limit, behind, extra=extra):
                yield Place(shelf, id)

    def _shelves(self) -> Iterator[tuple[int, str]]:
        """Give each shelf with its mark, in order."""
        if self.plan.sort == "confidence":
            for percent in range(101) if self.plan.oldest else range(100, -1, -1):
                yield (percent if self.plan.oldest else -percent), mark(Mark.CONFIDENCE, percent)
            return
        known = self.connection.execute(
            text(f"SELECT day FROM days WHERE kind = :kind AND day > 0 ORDER BY day {'' if self.plan.oldest else 'DESC'}"),
            {"kind": self.plan.table},
        )
        for (day,) in known.all():
            number = _number_of(day)
            yield (number if self.plan.oldest else -number), mark(Mark.DAY, f"{day:08}")
        yield (10_000_000 if self.plan.oldest else 1), mark(Mark.DAY, 0)

    def _by_report(self, limit: int, after: Place | None) -> Iterator[Place]:
        """Walk through reports in their order, and through each one's rows."""
        down = "" if self.plan.oldest else "DESC"
        sign = "" if self.plan.oldest else "-"
        number = "DESC" if self.plan.oldest else ""
        if self.plan.sort == "added":
            slots = f"SELECT e.id, {sign}e.slot AS shelf FROM entries e"
            order = f"e.slot {down}"
            shelf = "e.slot"
        else:
            slots = f"SELECT e.id, {sign}x.appearances AS shelf FROM texts x JOIN reports r ON r.text_id = x.id JOIN entries e ON e.report_id = r.id"
            order = f"x.appearances {down}, e.id {number}"
            shelf = "x.appearances"
        values = self._values()
        bound = ""
        if after is not None:
            bound = f" WHERE {sign}{shelf} >= :shelf"
            values["shelf"] = after.shelf
        low, end = ("e.id", "e.id") if self.plan.table == "entries" else (f"e.id * {ROOM}", f"e.id * {ROOM} + {ROOM - 1}")
        walk = (
            f"SELECT e.shelf, s.id FROM (SELECT * FROM ({slots}{bound} ORDER BY {order} LIMIT -1)) e "
            f"CROSS JOIN {self._terms}{self._joins()} "
            f"WHERE {self._where()} AND {self._terms}.rowid BETWEEN {low} AND {end}"
        )
        for row in self.connection.execution_options(stream_results=True).execute(text(walk), values):
            place = Place(*row)
            if after is None or _is_behind(place, after, self.plan):
                yield place

    # SQL ---------------------------------------------------------------------------------------------------------------

    @property
    def _terms(self) -> str:
        return f"{self.plan.table}_terms"

    def _from(self, *, appearances: bool = True, texts: bool = False) -> str:
        return f"FROM {self._terms}{self._joins(appearances=appearances, texts=texts)}"

    def _joins(self, *, appearances: bool = True, texts: bool = False) -> str:
        """Join what the index finds to its rows: what it still holds of rows that have gone is left out there."""
        found = f" CROSS JOIN {self.plan.table} s ON s.id = {self._terms}.rowid"
        if texts or (appearances and self.plan.appearances is not None):
            found += " CROSS JOIN reports r ON r.id = s.report_id CROSS JOIN texts x ON x.id = r.text_id"
        return found

    def _where(self, *, appearances: bool = True) -> str:
        parts = [f"{self._terms} MATCH :wanted", *self.plan.checks]
        if self.plan.low is not None:
            parts.append(f"{self._terms}.rowid >= :low")
        if self.plan.high is not None:
            parts.append(f"{self._terms}.rowid <= :high")
        if appearances and self.plan.appearances is not None:
            parts.append("x.appearances >= :appearances")
        return " AND ".join(parts)

    def _values(self, extra: str | None = None) -> dict[str, Any]:
        wanted = self.plan.wanted
        if extra is not None:
            wanted = All((Phrase((extra,)), *wanted.parts))
        values = {"wanted": fulltext.match_of(self.connection, wanted), **self.plan.values}
        values |= {"low": self.plan.low, "high": self.plan.high, "appearances": self.plan.appearances}
        return values


def _number_of(day: int) -> int:
    from datetime import date

    return date(day // 10_000, day // 100 % 100, day % 100).toordinal() - 1


def _sorted(places: list[Place], plan: Plan) -> list[Place]:
    return sorted(places, key=lambda place: (place.shelf, -place.id if plan.oldest else place.id))


def _is_behind(place: Place, after: Place, plan: Plan) -> bool:
    if place.shelf != after.shelf:
        return place.shelf > after.shelf
    return place.id < after.id if plan.oldest else place.id > after.id


# PostgreSQL ------------------------------------------------------------------------------------------------------------

# So many of the newest rows are looked at first: where a filter is met often they hold a page, and where it is not, the index is short.
_LOOKED_AT = 4_000
_FEW_POSTGRESQL = 20_000


@dataclass
class _Postgresql:
    connection: Connection
    plan: Plan

    def page(self, limit: int, after: Place | None) -> list[Place]:
        """Return the next so many rows behind a place."""
        self._prepare()
        if self.plan.sort == "published":
            return self._newest(limit, after)
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
        self.connection.execute(text("SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)"))

    def _all_ways(self) -> None:
        self.connection.execute(text("SELECT set_config('enable_seqscan', 'on', true), set_config('enable_indexscan', 'on', true)"))

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

    def _shelf(self) -> str:
        sort = self.plan.sort
        if self.plan.oldest:
            return _OLDEST_SHELVES.get(sort) or f"-({_SHELVES[sort]})"
        return _SHELVES[sort]

    def _shelf_joins(self) -> str:
        if self.plan.sort == "added":
            return " JOIN entries e ON e.report_id = s.report_id AND e.part = 0" if self.plan.table != "entries" else " JOIN entries e ON e.slot = s.slot"
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
        query = (
            f"WITH found AS MATERIALIZED (SELECT {self._shelf()} AS shelf, s.id {self._from(texts=needs_texts)}{self._shelf_joins()} "
            f"WHERE {self._where()} LIMIT {_FEW_POSTGRESQL + 1}) "
            f"SELECT shelf, id, (SELECT count(*) FROM found) FROM found {behind} "
            f"ORDER BY shelf, id {'DESC' if self.plan.oldest else ''} LIMIT {limit}"
        )
        self._index_only_if_rare(values)
        rows = self.connection.execute(text(query), values).all()
        self._all_ways()
        if rows and rows[0][2] > _FEW_POSTGRESQL:
            return None
        return [Place(row[0], row[1]) for row in rows]

    def _index_only_if_rare(self, values: dict[str, Any]) -> None:
        del values
        self._index_only()

    def _in_order(self, limit: int, after: Place | None) -> list[Place]:
        """Walk through rows in the order that was asked for, of which many fit."""
        values = self._values()
        texts = self.plan.sort == "appearances"
        direction = "DESC" if self.plan.oldest else ""
        behind = ""
        if after is not None:
            sign = "<" if self.plan.oldest else ">"
            behind = f" AND ({self._shelf()} > :shelf OR ({self._shelf()} = :shelf AND s.id {sign} :after))"
            values |= {"shelf": after.shelf, "after": after.id}
        order = self._order_of_index()
        query = (
            f"SELECT {self._shelf()}, s.id {self._from(texts=texts)}{self._shelf_joins()} WHERE {self._where()}{behind} "
            f"ORDER BY {order}, s.id {direction} LIMIT {limit}"
        )
        return [Place(*row) for row in self.connection.execute(text(query), values)]

    def _order_of_index(self) -> str:
        column = {"confidence": "s.confidence", "first": "s.first", "added": "e.slot", "appearances": "x.appearances"}[self.plan.sort]
        down = "" if self.plan.oldest else "DESC"
        last = " NULLS LAST" if self.plan.sort == "first" else ""
        return f"{column} {down}{last}"

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

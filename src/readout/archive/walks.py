# SPDX-License-Identifier: Apache-2.0
"""Find the numbers of the rows that a plan asks for, a page at a time, in order, and how many there are.

The order is one of *shelves*: by confidence each per cent is one, by its own date each day, by day of adding each report; by day of
publication all is one shelf. On a shelf rows stand by their numbers. So a place in any list is a shelf and a number.

Few rows are fetched whole and sorted. Of many, the first shelves hold a page: they are walked until there is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any, NamedTuple, Protocol

from sqlalchemy import Connection, text

from readout.archive import fulltext
from readout.archive.plans import Plan
from readout.archive.rowschema import ROOM
from readout.archive.terms import Mark, mark, number_of_day
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
# What is found so often is not looked through for reports that were told often.
_COMMON = 3_000

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
    _begins: bool | None = None

    def page(self, limit: int, after: Place | None) -> list[Place]:
        """Return the next so many rows behind a place."""
        if self.plan.sort == "published":
            return self._newest(limit, after)
        few = self._few()
        if few is not None:
            behind = [place for place in few if after is None or _is_behind(place, after, self.plan)]
            return behind[:limit]
        return list(islice(self._by_shelf(limit, after), limit))

    def count(self, limit: int | None) -> int:
        """Count the rows, up to a limit."""
        if self._begins_with_reports():
            return sum(1 for _ in islice(self._in_reports("0", None), limit))
        bound = "" if limit is None else f" LIMIT {limit}"
        counted = f"SELECT count(*) FROM (SELECT 1 {self._from()} WHERE {self._where()}{bound})"
        return int(self.connection.execute(text(counted), self._values()).scalar_one())

    # By publication: the order of numbers, and of the index ---------------------------------------------------------

    def _newest(self, limit: int, after: Place | None) -> list[Place]:
        if self._begins_with_reports():
            return list(islice((Place(0, place.id) for place in self._in_reports("0", after)), limit))
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

    # Told in many places: few reports are -----------------------------------------------------------------------------

    def _begins_with_reports(self) -> bool:
        """Tell whether to begin with reports that were told often enough: they are few, all else is common."""
        if self.plan.appearances is None:
            return False
        if self._begins is None:
            values = self._values()
            found = (
                f"SELECT count(*) FROM (SELECT 1 FROM {self._terms} WHERE {self._terms} MATCH :wanted LIMIT {_COMMON})"
            )
            told = (
                "SELECT count(*) FROM (SELECT 1 FROM texts x JOIN reports r ON r.text_id = x.id "
                f"WHERE x.appearances >= :appearances LIMIT {_FEW_REPORTS})"
            )
            common = self.connection.execute(text(found), values).scalar_one() == _COMMON
            self._begins = common and self.connection.execute(text(told), values).scalar_one() < _FEW_REPORTS
        return self._begins

    def _in_reports(self, shelf: str, after: Place | None, joins: str = "") -> Iterator[Place]:
        """Give places of rows of reports that were told often enough, in the order of these reports."""
        down = "DESC" if self.plan.oldest else ""
        told = (
            "SELECT e.id FROM texts x JOIN reports r ON r.text_id = x.id JOIN entries e ON e.report_id = r.id "
            f"WHERE x.appearances >= :appearances{self._range_of_entries()} ORDER BY e.id {down} LIMIT -1"
        )
        low, high = self._bounds_of("t.id")
        query = (
            f"SELECT {shelf}, s.id FROM ({told}) t CROSS JOIN {self._terms}{self._joins()}{joins} "
            f"WHERE {self._where()} AND {self._terms}.rowid BETWEEN {low} AND {high}"
        )
        return self._in_order(self.connection.execute(text(query), self._values()), after)

    def _range_of_entries(self) -> str:
        """Keep to the reports whose rows can be in the range of the plan, in SQL."""
        size = 1 if self.plan.table == "entries" else ROOM
        low = f" AND e.id >= :low / {size}" if self.plan.low is not None else ""
        return low + (f" AND e.id <= :high / {size}" if self.plan.high is not None else "")

    def _in_order(self, rows: Iterable[Any], after: Place | None) -> Iterator[Place]:
        """Give the rows of each report in the order of the list: the index gives them in that of their numbers."""
        found = (Place(*row) for row in rows)
        for _, of_entry in groupby(found, key=lambda place: self._entry_of(place.id)):
            places = list(of_entry)
            ordered = places[::-1] if self.plan.oldest else places
            yield from (place for place in ordered if after is None or _is_behind(place, after, self.plan))

    def _entry_of(self, id: int) -> int:
        return id if self.plan.table == "entries" else id // ROOM

    def _bounds_of(self, entry: str) -> tuple[str, str]:
        """Return the lowest and the highest number of the rows of an entry, in SQL."""
        return (
            (entry, entry) if self.plan.table == "entries" else (f"{entry} * {ROOM}", f"{entry} * {ROOM} + {ROOM - 1}")
        )

    # Sorted by something else ------------------------------------------------------------------------------------------

    def _few(self) -> list[Place] | None:
        """Return all rows in order if they are few."""
        sort = self.plan.sort
        shelf = (_OLDEST_SHELVES.get(sort) if self.plan.oldest else None) or _SHELVES[sort]
        if self.plan.oldest and sort != "first":
            shelf = f"-({shelf})"
        joins = ""
        if sort == "added":
            joins = (
                " CROSS JOIN entries e ON e.report_id = s.report_id AND e.part = 0"
                if self.plan.table != "entries"
                else ""
            )
            shelf = shelf if joins else shelf.replace("e.", "s.")
        needs_texts = sort == "appearances"
        if self._begins_with_reports():
            found = list(islice(self._in_reports(shelf, None, joins), _FEW + 1))
        else:
            query = (
                f"SELECT {shelf}, s.id {self._from(texts=needs_texts)}{joins} WHERE {self._where()} LIMIT {_FEW + 1}"
            )
            found = [Place(*row) for row in self.connection.execute(text(query), self._values())]
        return None if len(found) > _FEW else _sorted(found, self.plan)

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
            text(
                f"SELECT day FROM days WHERE kind = :kind AND day > 0 ORDER BY day {'' if self.plan.oldest else 'DESC'}"
            ),
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
            slots = (
                f"SELECT e.id, {sign}x.appearances AS shelf FROM texts x "
                "JOIN reports r ON r.text_id = x.id JOIN entries e ON e.report_id = r.id"
            )
            order = f"x.appearances {down}, e.id {number}"
            shelf = "x.appearances"
        values = self._values()
        bound = ""
        if after is not None:
            bound = f" WHERE {sign}{shelf} >= :shelf"
            values["shelf"] = after.shelf
        low, high = self._bounds_of("e.id")
        walk = (
            f"SELECT e.shelf, s.id FROM (SELECT * FROM ({slots}{bound} ORDER BY {order} LIMIT -1)) e "
            f"CROSS JOIN {self._terms}{self._joins()} "
            f"WHERE {self._where()} AND {self._terms}.rowid BETWEEN {low} AND {high}"
        )
        yield from self._in_order(self.connection.execute(text(walk), values), after)

    # SQL ---------------------------------------------------------------------------------------------------------------

    @property
    def _terms(self) -> str:
        return f"{self.plan.table}_terms"

    def _from(self, *, texts: bool = False) -> str:
        return f"FROM {self._terms}{self._joins(texts=texts)}"

    def _joins(self, *, texts: bool = False) -> str:
        """Join what the index finds to its rows: what it still holds of rows that have gone is left out there."""
        found = f" CROSS JOIN {self.plan.table} s ON s.id = {self._terms}.rowid"
        if texts or self.plan.appearances is not None:
            found += " CROSS JOIN reports r ON r.id = s.report_id CROSS JOIN texts x ON x.id = r.text_id"
        return found

    def _where(self) -> str:
        parts = [f"{self._terms} MATCH :wanted", *self.plan.checks, *self._range()]
        if self.plan.appearances is not None:
            parts.append("x.appearances >= :appearances")
        return " AND ".join(parts)

    def _range(self) -> Iterator[str]:
        if self.plan.low is not None:
            yield f"{self._terms}.rowid >= :low"
        if self.plan.high is not None:
            yield f"{self._terms}.rowid <= :high"

    def _values(self, extra: str | None = None) -> dict[str, Any]:
        wanted = self.plan.wanted
        if extra is not None:
            wanted = All((Phrase((extra,)), *wanted.parts))
        values = {"wanted": fulltext.match_of(self.connection, wanted), **self.plan.values}
        values |= {"low": self.plan.low, "high": self.plan.high, "appearances": self.plan.appearances}
        return values


def _number_of(day: int) -> int:
    """Return the number of a day written as 20220513."""
    return number_of_day(f"{day // 10_000:04}-{day // 100 % 100:02}-{day % 100:02}")


def _sorted(places: list[Place], plan: Plan) -> list[Place]:
    return sorted(places, key=lambda place: (place.shelf, -place.id if plan.oldest else place.id))


def _is_behind(place: Place, after: Place, plan: Plan) -> bool:
    if place.shelf != after.shelf:
        return place.shelf > after.shelf
    return place.id < after.id if plan.oldest else place.id > after.id


# PostgreSQL ------------------------------------------------------------------------------------------------------------

# So many of the newest rows are looked at first: where a filter is met often they hold a page, and where it is not,
# the index is short.
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

    def _shelf(self) -> str:
        sort = self.plan.sort
        if self.plan.oldest:
            return _OLDEST_SHELVES.get(sort) or f"-({_SHELVES[sort]})"
        return _SHELVES[sort]

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
            f"WITH found AS MATERIALIZED (SELECT {self._shelf()} AS shelf, s.id {tables} "
            f"WHERE {self._where()} LIMIT {_FEW_POSTGRESQL + 1}) "
            "SELECT c.number, f.shelf, f.id FROM (SELECT count(*) AS number FROM found) c LEFT JOIN "
            f"(SELECT shelf, id FROM found {behind} ORDER BY shelf, id {down} LIMIT {limit}) f ON true "
            f"ORDER BY f.shelf, f.id {down}"
        )
        self._index_only()
        rows = self.connection.execute(text(query), values).all()
        self._all_ways()
        if rows[0].number > _FEW_POSTGRESQL:
            return None
        return [Place(row.shelf, row.id) for row in rows if row.id is not None]

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
        column = {"confidence": "s.confidence", "first": "s.first", "added": "e.slot", "appearances": "x.appearances"}[
            self.plan.sort
        ]
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

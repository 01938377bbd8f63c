# SPDX-License-Identifier: Apache-2.0
"""Walks through what a plan asks for on SQLite.

Few rows are fetched whole and sorted. Of many, the first shelves hold a page: they are walked until there is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any

from sqlalchemy import Connection, text

from readout.archive import fulltext
from readout.archive.order import UNDATED, Place, is_behind, shelf_of, sorted_places
from readout.archive.plans import Plan
from readout.archive.rowschema import ROOM
from readout.archive.terms import Mark, mark, number_of_day
from readout.archive.wanted import All, Phrase

__all__ = ["SqliteWalk"]

# So many are sorted whole; if there are more, one in 500 of a million fits, and the first shelves give a page soon.
_FEW = 2_000
# So many reports that were told often enough are looked into one by one.
_FEW_REPORTS = 1_500
# So many rows of a year or a month are sorted whole: days that have none, or few, cost nothing of their own.
_FEW_OF_SPAN = 500
# What is found so often is not looked through for reports that were told often.
_COMMON = 3_000

# The marks of spans of days, with how many digits of a day as in 20220513 each has.
_SPANS = ((Mark.YEAR, 4), (Mark.MONTH, 6), (Mark.DAY, 8))


@dataclass
class SqliteWalk:
    """Walks through the full-text index, which gives rows in the order of their numbers."""

    connection: Connection
    plan: Plan
    _begins: bool | None = None

    def page(self, limit: int, after: Place | None) -> list[Place]:
        """Return the next so many rows behind a place."""
        if self.plan.sort == "published":
            return self._newest(limit, after)
        few = self._few()
        if few is not None:
            behind = [place for place in few if after is None or is_behind(place, after, self.plan)]
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
            yield from (place for place in ordered if after is None or is_behind(place, after, self.plan))

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
        sort, shelf = self.plan.sort, shelf_of(self.plan)
        joins = ""
        if sort == "added":
            joins = f" CROSS JOIN entries e ON e.id = s.id / {ROOM}" if self.plan.table != "entries" else ""
            shelf = shelf if joins else shelf.replace("e.", "s.")
        needs_texts = sort == "appearances"
        if self._begins_with_reports():
            found = list(islice(self._in_reports(shelf, None, joins), _FEW + 1))
        else:
            query = (
                f"SELECT {shelf}, s.id {self._from(texts=needs_texts)}{joins} WHERE {self._where()} LIMIT {_FEW + 1}"
            )
            found = [Place(*row) for row in self.connection.execute(text(query), self._values())]
        return None if len(found) > _FEW else sorted_places(found, self.plan)

    def _by_shelf(self, limit: int, after: Place | None) -> Iterator[Place]:
        if self.plan.sort in {"added", "appearances"}:
            yield from self._by_report(limit, after)
        elif self.plan.sort == "confidence":
            least = self.plan.values.get("confidence")
            percents = range(least if isinstance(least, int) else 0, 101)
            for percent in percents if self.plan.oldest else reversed(percents):
                shelf = percent if self.plan.oldest else -percent
                yield from self._shelf(shelf, mark(Mark.CONFIDENCE, percent), limit, after)
        else:
            yield from self._by_day(limit, after)

    def _shelf(self, shelf: int, extra: str, limit: int, after: Place | None) -> Iterator[Place]:
        """Give the places of one shelf, whose rows have a mark of their own."""
        if after is not None and shelf < after.shelf:
            return
        behind = after.id if after is not None and after.shelf == shelf else None
        yield from (Place(shelf, id) for id in self._ids(limit, behind, extra=extra))

    def _by_day(self, limit: int, after: Place | None) -> Iterator[Place]:
        """Walk through the days that rows have, then through what has none."""
        query = f"SELECT day FROM days WHERE kind = :kind AND day > 0 ORDER BY day {'' if self.plan.oldest else 'DESC'}"
        known = self.connection.execute(text(query), {"kind": self.plan.table})
        yield from self._days([day for (day,) in known.all()], _SPANS, limit, after)
        yield from self._shelf(UNDATED[self.plan.oldest], mark(Mark.DAY, 0), limit, after)

    def _days(
        self, days: Sequence[int], spans: Sequence[tuple[str, int]], limit: int, after: Place | None
    ) -> Iterator[Place]:
        """Walk through days a year at a time, through a year of many rows by its months, through such a month by its days."""
        (letter, digits), finer = spans[0], spans[1:]
        for span, within in groupby(days, key=lambda day: f"{day:08}"[:digits]):
            some = list(within)
            last = self._shelf_of_day(some[-1])
            if after is not None and last < after.shelf:
                continue
            extra = mark(letter, span)
            if not finer:
                yield from self._shelf(last, extra, limit, after)
                continue
            few = self._all_of(extra)
            if few is None:
                yield from self._days(some, finer, limit, after)
            else:
                yield from (place for place in few if after is None or is_behind(place, after, self.plan))

    def _shelf_of_day(self, day: int) -> int:
        number = _number_of(day)
        return number if self.plan.oldest else -number

    def _all_of(self, extra: str) -> list[Place] | None:
        """Return all rows that have a mark in order, if they are few."""
        query = f"SELECT {shelf_of(self.plan)}, s.id {self._from()} WHERE {self._where()} LIMIT {_FEW_OF_SPAN + 1}"
        found = [Place(*row) for row in self.connection.execute(text(query), self._values(extra))]
        return None if len(found) > _FEW_OF_SPAN else sorted_places(found, self.plan)

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
        bound = f" WHERE {shelf} >= 0{self._range_of_entries()}"
        if self.plan.sort == "appearances" and self.plan.appearances is not None:
            bound += " AND x.appearances >= :appearances"
        if after is not None:
            bound += f" AND {sign}{shelf} >= :shelf"
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

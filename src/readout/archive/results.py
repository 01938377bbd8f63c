# SPDX-License-Identifier: Apache-2.0
"""The answer to a query: nothing is fetched until it is looked at, and never more than a page at once."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Generic, TypeVar, cast
from zlib import crc32

from sqlalchemy import Engine

from readout.archive.engine import reading
from readout.archive.fetching import fetch, fetch_numbers
from readout.archive.found import (
    Found,
    FoundContact,
    FoundEvent,
    FoundFigure,
    FoundReport,
    FoundStatement,
    columns_of,
    flat,
)
from readout.archive.order import Place
from readout.archive.plans import Meant, plan_of
from readout.archive.queries import ContactQuery, EventQuery, FigureQuery, Query, ReportQuery, StatementQuery
from readout.archive.walks import walk_of
from readout.errors import ArchiveError, ConfigError

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

__all__ = ["Count", "Page", "Results"]

FoundT = TypeVar("FoundT", bound=Found)

_KINDS: dict[type, type[Found]] = {
    ReportQuery: FoundReport,
    StatementQuery: FoundStatement,
    EventQuery: FoundEvent,
    ContactQuery: FoundContact,
    FigureQuery: FoundFigure,
}
# Enough for few look-ups a row, and little memory.
_AT_ONCE = 200
_NUMBERS_AT_ONCE = 2_000
_COUNTED = 10_000


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are; at least so many where that is not exact."""

    number: int
    exact: bool

    def __str__(self) -> str:
        return f"{self.number:,}" if self.exact else f"more than {self.number:,}"


@dataclass(frozen=True, slots=True)
class Page(Generic[FoundT]):
    """Some of the results in order.

    Attributes:
        found: What was found.
        after: What to give for the next page; None where this is the last.
    """

    found: tuple[FoundT, ...]
    after: str | None


class Results(Generic[FoundT]):
    """What answers a query, in its order; each walk through it asks the archive anew."""

    def __init__(self, engine: Engine, query: Query) -> None:
        """Remember the question; `Archive.statements` and its like make these."""
        self._engine = engine
        self.query = query

    @property
    def kind(self) -> type[Found]:
        """Return what is found."""
        return _KINDS[type(self.query)]

    def __iter__(self) -> Iterator[FoundT]:
        """Give all, a page at a time: memory stays flat."""
        return self.behind(None)

    def behind(self, after: str | None) -> Iterator[FoundT]:
        """Give all that is behind a page, as `page` takes it; memory stays flat.

        Raises:
            ConfigError: If `after` is none of this query's.
        """
        while True:
            page = self.page(_AT_ONCE, after=after)
            yield from page.found
            after = page.after
            if after is None:
                return

    def page(self, limit: int = 50, *, after: str | None = None) -> Page[FoundT]:
        """Return the first so many, or those behind a page.

        Args:
            limit: How many at most.
            after: `Page.after` of the page before.

        Raises:
            ConfigError: If `after` is none of this query's, or the limit is below 1.
        """
        if limit < 1:
            raise ConfigError(f"found limit {limit}, expected a whole number from 1")
        place = self._place(after) if after is not None else None
        with reading(self._engine) as connection:
            places = walk_of(connection, plan_of(connection, self.query)).page(limit + 1, place)
            found = fetch(connection, self.query, [place.id for place in places[:limit]])
        more = len(places) > limit
        return Page(cast("tuple[FoundT, ...]", tuple(found)), self._cursor(places[limit - 1]) if more else None)

    def numbers(self) -> Iterator[tuple[int, int]]:
        """Give all in order by their numbers alone, some at a time: that of the report, and the thing's own in it.

        A contact has the number of its event, and a report 1.
        """
        after: Place | None = None
        while True:
            with reading(self._engine) as connection:
                places = walk_of(connection, plan_of(connection, self.query)).page(_NUMBERS_AT_ONCE, after)
                found = fetch_numbers(connection, self.query, [place.id for place in places])
            yield from found
            if len(places) < _NUMBERS_AT_ONCE:
                return
            after = places[-1]

    def count(self, limit: int | None = _COUNTED) -> Count:
        """Count the results.

        Args:
            limit: Where to stop; None to count all, which takes seconds for millions.
        """
        with reading(self._engine) as connection:
            walk = walk_of(connection, plan_of(connection, self.query))
            number = walk.count(None if limit is None else limit + 1)
        if limit is None or number <= limit:
            return Count(number, exact=True)
        return Count(limit, exact=False)

    def meant(self) -> tuple[Meant, ...]:
        """Return whom each name that was asked for was taken for."""
        with reading(self._engine) as connection:
            return plan_of(connection, self.query).meant

    def to_arrow(self) -> pyarrow.Table:
        """Return all as a table of PyArrow, one column for each field, names joined by "; ".

        Raises:
            ArchiveError: If pyarrow is not installed.
        """
        arrow = _library("pyarrow", "'readout-news[tables]'")
        types = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}
        schema = arrow.schema([(name, types[kind]) for name, kind in self._columns().items()])
        batches, rows = [], []
        for found in self:
            rows.append(flat(found))
            if len(rows) == _AT_ONCE * 25:
                batches.append(arrow.RecordBatch.from_pylist(rows, schema=schema))
                rows = []
        batches.append(arrow.RecordBatch.from_pylist(rows, schema=schema))
        table: pyarrow.Table = arrow.Table.from_batches(batches, schema=schema)
        return table

    def to_polars(self) -> polars.DataFrame:
        """Return all as a frame of polars.

        Raises:
            ArchiveError: If polars is not installed.
        """
        library = _library("polars", "polars")
        types = {str: library.String, int: library.Int64, float: library.Float64, bool: library.Boolean}
        schema = {name: types[kind] for name, kind in self._columns().items()}
        frame: polars.DataFrame = library.DataFrame([flat(found) for found in self], schema=schema, orient="row")
        return frame

    def to_pandas(self) -> pandas.DataFrame:
        """Return all as a frame of pandas.

        Raises:
            ArchiveError: If pandas is not installed.
        """
        library = _library("pandas", "pandas")
        frame: pandas.DataFrame = library.DataFrame([flat(found) for found in self], columns=list(self._columns()))
        return frame

    def _columns(self) -> dict[str, type]:
        return columns_of(self.kind)

    # A place in the list, in a form to copy: which list it is of stands in it, so that another one's is refused.

    def _cursor(self, place: Place) -> str:
        written = json.dumps([self._mark(), place.shelf, place.id], separators=(",", ":"))
        return base64.urlsafe_b64encode(written.encode()).decode().rstrip("=")

    def _place(self, after: str) -> Place:
        try:
            mark, shelf, id = json.loads(base64.urlsafe_b64decode(after + "=" * (-len(after) % 4)))
            place = Place(int(shelf), int(id))
        except (ValueError, TypeError, binascii.Error) as error:
            raise ConfigError(f"'{after}' is no place in a list; give what the page before ended with") from error
        if mark != self._mark():
            raise ConfigError(f"'{after}' is a place in another list; repeat the very query that it came with")
        return place

    def _mark(self) -> int:
        return crc32(repr(self.query).encode("utf-8", "surrogatepass"))


def _library(name: str, package: str):  # type: ignore[no-untyped-def]  # the module of a library that may not be there
    try:
        return import_module(name)
    except ImportError as error:
        raise ArchiveError(f"this needs {name}, which is not installed; run: pip install {package}") from error

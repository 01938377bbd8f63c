# SPDX-License-Identifier: Apache-2.0
"""Find reports and their readings by number; found by what they say, they are in `queries`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Engine, Row, ScalarSelect, Select, exists, func, select

from readout.archive.columns import storable_address
from readout.archive.engine import patiently, reading
from readout.archive.kept import Appearance, KeptReport, Maker
from readout.archive.packing import unpack_record, unpack_text
from readout.archive.schema import appearances, makers, readings, reports
from readout.errors import ArchiveError
from readout.record import Record

__all__ = [
    "LOST",
    "copies",
    "count",
    "count_outdated",
    "counting_reading",
    "first_appearance",
    "number_of",
    "outdated_pages",
    "pages",
    "record",
    "record_if_any",
    "report",
    "versions",
]

LOST: Final = "its record was damaged and is given up; run 'readout reread' to make it anew"
"""Why there is no record where `repair` found a damaged one; its maker may make it again."""

# Rows that are fetched at once: some 3 MB of texts and records.
_PAGE: Final = 200
_DIGITS = re.compile(r"[0-9a-f]{8,64}", re.ASCII)


def counting_reading() -> ScalarSelect[int]:
    """Return the number of the reading that counts of a row of `reports`: the last with a record, else the last one."""
    return (
        select(readings.c.id)
        .where(readings.c.report_id == reports.c.id)
        .order_by(readings.c.record.is_(None), readings.c.id.desc())
        .limit(1)
        .correlate(reports)
        .scalar_subquery()
    )


def number_of(connection: Connection, id: int | str) -> int:
    """Return the number of a report, given that or its id.

    Raises:
        ArchiveError: If there is none, or several begin with these digits.
    """
    if isinstance(id, int):
        query = select(reports.c.id).where(reports.c.id == id)
    elif _DIGITS.fullmatch(id):
        # Between, so that the index is used in every collation.
        begun = reports.c.hash.between(id.ljust(64, "0"), id.ljust(64, "f"))
        query = select(reports.c.id).where(begun).limit(2)
    else:
        raise ArchiveError(f"found '{id}', expected the id of a report: 8 to 64 of the digits 0-9 and a-f")
    found: list[int] = list(connection.scalars(query))
    if len(found) == 1:
        return found[0]
    if found:
        raise ArchiveError(f"several reports have an id that begins with '{id}'; give more of its digits")
    raise ArchiveError(f"there is no report '{id}' in the archive; 'readout search' shows those that there are")


def report(connection: Connection, number: int) -> KeptReport:
    """Return a report with all its appearances."""
    row = connection.execute(select(reports).where(reports.c.id == number)).one()
    places = connection.execute(
        select(appearances).where(appearances.c.report_id == number).order_by(appearances.c.id)
    ).all()
    return KeptReport(
        number=row.id,
        hash=row.hash,
        text=_text_of(row),
        language=row.language,
        words=row.words,
        text_number=row.text_id,
        copy_of=row.copy_of,
        kinship=row.kinship,
        appearances=tuple(map(_appearance_from, places)),
    )


def _appearance_from(row: Row[tuple[object, ...]]) -> Appearance:
    basis = json.loads(row.basis)
    return Appearance(
        address=row.address,
        version=row.version,
        url=(row.url or row.address) if "url" in basis else None,
        publisher=row.publisher,
        title=row.title,
        author=row.author,
        published=row.published,
        basis=basis,
        added=row.added,
    )


def record(connection: Connection, number: int) -> Record:
    """Return the record that counts of a report.

    Raises:
        ArchiveError: If it could not be read, or the row is damaged.
    """
    row = connection.execute(_counting().where(reports.c.id == number)).one()
    if row.record is None:
        raise ArchiveError(f"the report '{row.hash[:16]}' is kept, but could not be read: {row.failure}")
    return _record_of(row)


def record_if_any(connection: Connection, number: int) -> Record | None:
    """Return the record that counts of a report, or None if it could not be read.

    Raises:
        ArchiveError: If the row is damaged.
    """
    row = connection.execute(_counting().where(reports.c.id == number)).one()
    return None if row.record is None else _record_of(row)


def _text_of(row: Row[Any]) -> str:
    try:
        return unpack_text(row.text)
    except ArchiveError as error:
        raise ArchiveError(f"report {row.hash[:16]}: {error}") from error


def _record_of(row: Row[Any]) -> Record:
    text = _text_of(row)
    try:
        return unpack_record(row.record, text)
    except ArchiveError as error:
        raise ArchiveError(f"report {row.hash[:16]}: {error}") from error


def _counting() -> Select[tuple[str, bytes, bytes | None, str | None]]:
    return select(reports.c.hash, reports.c.text, readings.c.record, readings.c.failure).join(
        readings, readings.c.id == counting_reading()
    )


def copies(connection: Connection, number: int) -> list[int]:
    """Return the numbers of the other reports that share a report's text, in the order that they were added."""
    told = select(reports.c.text_id).where(reports.c.id == number).scalar_subquery()
    query = select(reports.c.id).where(reports.c.text_id == told, reports.c.id != number).order_by(reports.c.id)
    return list(connection.scalars(query))


def versions(connection: Connection, address: str) -> list[tuple[int, str]]:
    """Return which texts stood at an address: the number of each version and the id of its report."""
    query = (
        select(appearances.c.version, reports.c.hash)
        .join(reports, reports.c.id == appearances.c.report_id)
        .where(appearances.c.address == storable_address(address))
        .order_by(appearances.c.version)
    )
    return [(row.version, row.hash[:16]) for row in connection.execute(query)]


def first_appearance(connection: Connection, number: int) -> int:
    """Return the number of the first appearance of a report."""
    found: int | None = connection.scalar(select(func.min(appearances.c.id)).where(appearances.c.report_id == number))
    if found is None:
        raise ArchiveError(f"report {number} has no appearance; run 'readout archive check'")
    return found


def count(connection: Connection) -> int:
    """Count the reports."""
    return connection.scalar(select(func.count()).select_from(reports)) or 0


def pages(engine: Engine) -> Iterator[list[int]]:
    """Give the numbers of all reports, some at a time, in the order that they were added."""
    last = 0
    while found := _page(engine, select(reports.c.id).where(reports.c.id > last).order_by(reports.c.id)):
        yield found
        last = found[-1]


def outdated_pages(engine: Engine, maker: Maker) -> Iterator[list[int]]:
    """Give the numbers of the reports that a maker has not read, some at a time, the newest first."""
    last = None
    while True:
        query = select(reports.c.id).where(_unread_by(maker)).order_by(reports.c.id.desc())
        found = _page(engine, query if last is None else query.where(reports.c.id < last))
        if not found:
            return
        yield found
        last = found[-1]


def count_outdated(connection: Connection, maker: Maker) -> int:
    """Count the reports that a maker has not read."""
    return connection.scalar(select(func.count()).select_from(reports).where(_unread_by(maker))) or 0


def _page(engine: Engine, query: Select[tuple[int]]) -> list[int]:
    def look() -> list[int]:
        with reading(engine) as connection:
            return list(connection.scalars(query.limit(_PAGE)))

    return patiently(engine, look)


def _unread_by(maker: Maker) -> ColumnElement[bool]:
    same = (makers.c.readout == maker.readout) & (makers.c.model == maker.model) & (makers.c.tables == maker.tables)
    number = select(makers.c.id).where(same).scalar_subquery()
    whole = readings.c.failure.is_(None) | (readings.c.failure != LOST)
    made = (readings.c.report_id == reports.c.id) & (readings.c.maker_id == number) & whole
    return ~exists().where(made).correlate(reports)

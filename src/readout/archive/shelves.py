# SPDX-License-Identifier: Apache-2.0
"""Put a report on its shelf: the rows that are written once, in the order that their references ask for."""

from __future__ import annotations

import json

from sqlalchemy import Connection, func, select

from readout.archive.columns import insert_row, now, storable, storable_address
from readout.archive.copies import count_places, place
from readout.archive.kept import Addition, Kind, Maker, Outcome, hash_of, is_passing
from readout.archive.packing import pack_record, pack_text, text_if_whole
from readout.archive.precedence import reports_in_order
from readout.archive.retelling import index_in_order, put_in_order, root
from readout.archive.rows import index_publisher
from readout.archive.schema import appearances, makers, readings, reports, texts
from readout.errors import ArchiveError
from readout.record import Record
from readout.source.received import Received

__all__ = ["put", "put_maker", "put_reading"]

_ID_DIGITS = 16


def put(connection: Connection, addition: Addition, *, maker: int) -> Outcome:
    """Keep a report with its appearance and its reading, as far as they are not kept already.

    Args:
        connection: In a transaction that writes, so that nobody else adds the same meanwhile.
        addition: What to keep.
        maker: The number of its maker.
    """
    digest = hash_of(addition.received.report.text)
    number = connection.scalar(select(reports.c.id).where(reports.c.hash == digest))
    if number is not None:
        return _put_again(connection, addition.received, number, digest)
    if addition.reading is None:
        raise ArchiveError(
            f"'{addition.received.address}' was in the archive and is no more; run the same command again, and "
            "'readout archive check'"
        )
    return _put_new(connection, addition, addition.reading, digest, maker=maker)


def _put_new(connection: Connection, addition: Addition, reading: Record | str, digest: str, *, maker: int) -> Outcome:
    received = addition.received
    text_id = insert_row(connection, texts, {"reports": 1, "appearances": 1})
    number = _put_report(connection, received, digest, text_id=text_id)
    appearance, version = _put_appearance(connection, received, number)
    placed = place(connection, report_id=number, text=received.report.text, unpack=text_if_whole)
    if placed.joined or _shares_places(received.address, version):
        count_places(connection, placed.text_id)
    put_reading(connection, reading, report=number, appearance=appearance, maker=maker)
    if placed.joined:
        put_in_order(connection, placed.text_id)
    elif isinstance(reading, str):
        root(connection, placed.text_id)
    return Outcome(
        kind=_kind_of(reading, version=version, is_copy=placed.copy_of is not None),
        address=received.address,
        report=digest[:_ID_DIGITS],
        number=number,
        version=version,
        copy_of=None if placed.copy_of is None else _id_of(connection, placed.copy_of),
        kinship=None if placed.kinship is None else placed.kinship.value,
        reason=reading if isinstance(reading, str) else None,
        notes=() if isinstance(reading, str) else tuple(note.reason for note in reading.notes),
    )


def _kind_of(reading: Record | str, *, version: int, is_copy: bool) -> Kind:
    if isinstance(reading, str):
        return "unread"
    if version > 1:
        return "version"
    return "copy" if is_copy else "added"


def _id_of(connection: Connection, number: int) -> str:
    digest: str = connection.execute(select(reports.c.hash).where(reports.c.id == number)).scalar_one()
    return digest[:_ID_DIGITS]


def _put_again(connection: Connection, received: Received, number: int, digest: str) -> Outcome:
    here = (appearances.c.report_id == number) & (appearances.c.address == storable_address(received.address))
    known = connection.scalar(select(appearances.c.version).where(here))
    version = known or _put_elsewhere(connection, received, number)
    return Outcome(
        kind="appearance" if known is None else "known",
        address=received.address,
        report=digest[:_ID_DIGITS],
        number=number,
        version=version,
    )


def _shares_places(address: str, version: int) -> bool:
    """Tell whether a text may have stood at an address before, in other words, so that this is no further place of it."""
    return version > 1 or is_passing(address)


def _index_publisher(connection: Connection, number: int, publisher: str | None) -> None:
    """Let a report be found by a publisher that it did not have at any place before."""
    published = (appearances.c.report_id == number) & (appearances.c.publisher == publisher)
    if publisher and connection.scalar(select(appearances.c.id).where(published).limit(1)) is None:
        index_publisher(connection, number, publisher)


def _put_elsewhere(connection: Connection, received: Received, number: int) -> int:
    """Keep another place where a report stood; that may show that it comes before others of its text."""
    text_id: int = connection.execute(select(reports.c.text_id).where(reports.c.id == number)).scalar_one()
    order = reports_in_order(connection, text_id)
    _index_publisher(connection, number, storable(received.report.publisher))
    _, version = _put_appearance(connection, received, number)
    if _shares_places(received.address, version):
        count_places(connection, text_id)
    else:
        connection.execute(texts.update().where(texts.c.id == text_id).values(appearances=texts.c.appearances + 1))
    if reports_in_order(connection, text_id) != order:
        put_in_order(connection, text_id)
    return version


def _put_report(connection: Connection, received: Received, digest: str, *, text_id: int) -> int:
    report = received.report
    row = {
        "hash": digest,
        "text": pack_text(report.text),
        "language": report.language,
        "words": len(report.text.split()),
        "text_id": text_id,
    }
    return insert_row(connection, reports, row)


def _put_appearance(connection: Connection, received: Received, number: int) -> tuple[int, int]:
    """Keep where a report stood; return the number of the row, and which text at its address this is."""
    report, address = received.report, storable_address(received.address)
    version = _version_at(connection, address)
    basis = {name: who for name, who in received.basis.items() if name != "url"}
    if report.url is not None:
        basis["url"] = received.basis.get("url", "caller")
    row = {
        "report_id": number,
        "address": address,
        "url": storable(report.url) if report.url != received.address or report.url != address else None,
        "version": version,
        "publisher": storable(report.publisher),
        "title": storable(report.title),
        "author": storable(received.author),
        "published": report.published.value if report.published else None,
        "basis": json.dumps(basis, separators=(",", ":")),
        "added": now(),
    }
    return insert_row(connection, appearances, row), version


def _version_at(connection: Connection, address: str) -> int:
    """Return which text at an address the next one is; through standard input comes now this text and now that."""
    if is_passing(address):
        return 1
    before = connection.scalar(select(func.max(appearances.c.version)).where(appearances.c.address == address))
    return (before or 0) + 1


def put_maker(connection: Connection, maker: Maker) -> int:
    """Return the number of a maker, and keep it if it is new."""
    same = (makers.c.readout == maker.readout) & (makers.c.model == maker.model) & (makers.c.tables == maker.tables)
    number: int | None = connection.scalar(select(makers.c.id).where(same))
    if number is None:
        row = {"readout": maker.readout, "model": maker.model, "tables": maker.tables}
        number = insert_row(connection, makers, row)
    return number


def put_reading(connection: Connection, reading: Record | str, *, report: int, appearance: int, maker: int) -> None:
    """Keep a reading beside those that there are, and make the rows that queries read from it.

    One that failed changes no rows: the last reading with a record goes on to count.
    """
    record = reading if isinstance(reading, Record) else None
    row = {
        "report_id": report,
        "appearance_id": appearance,
        "maker_id": maker,
        "record": pack_record(record) if record else None,
        "failure": storable(reading) if isinstance(reading, str) else None,
        "made": now(),
    }
    insert_row(connection, readings, row)
    if record:
        index_in_order(connection, report, record)

# SPDX-License-Identifier: Apache-2.0
"""An archive in memory with nothing in it but what placing a report needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from zlib import compress, decompress

from sqlalchemy import Connection, Engine, create_engine, insert

from readout.archive.copies import Placement, place
from readout.archive.schema import metadata, reports, texts

__all__ = ["add", "placed_in_turn", "unpack"]


def placed_in_turn(given: Iterable[str]) -> Iterator[Placement]:
    """Place texts in an empty archive, one after the other; their reports are 1, 2, 3 and so on."""
    with _engine().connect() as connection, connection.begin() as transaction:
        for number, text in enumerate(given, 1):
            yield add(connection, number, text)
        transaction.rollback()


def add(connection: Connection, report_id: int, text: str) -> Placement:
    """Add a report as `readout add` does, but for its appearance and reading, and place it."""
    data = text.encode("utf-8", "surrogatepass")
    (own,) = connection.execute(insert(texts).values(reports=1, appearances=1)).inserted_primary_key or (0,)
    row = {
        "id": report_id,
        "hash": sha256(data).hexdigest(),
        "text": compress(data),
        "words": text.count(" "),
        "text_id": own,
    }
    connection.execute(insert(reports).values(row))
    return place(connection, report_id=report_id, text=text, unpack=unpack)


def unpack(packed: bytes) -> str:
    """Return the text that `add` packed."""
    return decompress(packed).decode("utf-8", "surrogatepass")


@cache
def _engine() -> Engine:
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    return engine

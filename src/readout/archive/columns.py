# SPDX-License-Identifier: Apache-2.0
"""What both databases can hold in a column of text."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection, Table

__all__ = ["insert_row", "now", "storable", "storable_address"]

# PostgreSQL's indexes refuse values above some 2,700 bytes; addresses that long are session keys and trackers.
_LONGEST_ADDRESS = 1_000
_DIGEST = 32


def now() -> str:
    """Return the time in UTC, as the archive writes it: `2026-11-25T20:15:00Z`."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def insert_row(connection: Connection, table: Table, row: Mapping[str, object]) -> int:
    """Insert a row and return its number."""
    key = connection.execute(table.insert().values(row)).inserted_primary_key
    if key is None:
        raise TypeError(f"the table '{table.name}' gives its rows no number")
    return int(key[0])


def storable(text: str | None) -> str | None:
    r"""Write what no database holds, a lone surrogate or a null character, as an escape: `\udc80`, `\x00`."""
    if text is None or (text.isprintable() and text.isascii()):
        return text
    return text.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "\\x00")


def storable_address(address: str) -> str:
    """Write an address as an index can hold it: a very long one is cut, and the hash of the whole put at its end."""
    written = storable(address) or ""
    if len(written) <= _LONGEST_ADDRESS:
        return written
    digest = hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
    return f"{written[:_LONGEST_ADDRESS]}…{digest}"

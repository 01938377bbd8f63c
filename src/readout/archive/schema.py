# SPDX-License-Identifier: Apache-2.0
"""The tables of what is kept; the rows that are made from it for queries stand in `rows`.

Times are UTC, ISO 8601 text with seconds, `2026-11-25T20:15:00Z`: the same on both databases, and sorted as text sorts.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

__all__ = ["appearances", "corrections", "makers", "metadata", "readings", "reports", "sketches", "texts"]

# Alembic and the messages of both databases need names for constraints.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite makes only a column declared INTEGER the row's own number.
_ID = BigInteger().with_variant(Integer(), "sqlite")

texts = Table(
    "texts",
    metadata,
    Column("id", _ID, primary_key=True),
    # How many reports share it, and in how many places they stood: kept here because every list shows and sorts by it.
    Column("reports", Integer, nullable=False),
    Column("appearances", Integer, nullable=False),
    comment="One per text however often it was told; can be rebuilt from reports",
)

reports = Table(
    "reports",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("hash", String(64), nullable=False, unique=True),  # SHA-256 of the text in UTF-8, "surrogatepass"
    Column("text", LargeBinary, nullable=False),  # packed, see `packing`
    Column("language", String(8)),
    Column("words", Integer, nullable=False),  # between spaces, as an editor counts
    Column("text_id", _ID, ForeignKey("texts.id"), nullable=False, index=True),  # can be rebuilt
    Column("copy_of", _ID, ForeignKey("reports.id")),  # the report that it is a copy of; null for the first of its text
    Column("kinship", String(16)),  # how: "copy", "trimmed", "retitled", "updated", …; null for the first
    comment="A text that was received, written once",
)

appearances = Table(
    "appearances",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("report_id", _ID, ForeignKey("reports.id"), nullable=False, index=True),
    Column("address", Text, nullable=False),
    Column("url", Text),  # the report's own where that is not the address; whether it has one at all, `basis` tells
    Column("version", Integer, nullable=False),  # 1 for the first text at this address, 2 for its correction, …
    Column("publisher", Text),
    Column("title", Text),
    Column("author", Text),
    Column("published", String(10)),  # YYYY, YYYY-MM or YYYY-MM-DD
    Column("basis", Text, nullable=False),  # JSON: who gave each detail
    Column("added", String(20), nullable=False),
    UniqueConstraint("address", "report_id"),  # in this order, so that it finds by address too
    comment="A place where a report stood",
)

makers = Table(
    "makers",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("readout", String(32), nullable=False),  # version of the code
    Column("model", Text, nullable=False),  # name and hash of the model
    Column("tables", String(64), nullable=False),  # hash of the packaged tables and the gazetteer
    UniqueConstraint("readout", "model", "tables"),
    comment="What made readings",
)

readings = Table(
    "readings",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("report_id", _ID, ForeignKey("reports.id"), nullable=False),
    Column("appearance_id", _ID, ForeignKey("appearances.id"), nullable=False),  # whose title and day it was read with
    Column("maker_id", _ID, ForeignKey("makers.id"), nullable=False, index=True),
    Column("record", LargeBinary),  # packed; null where the report could not be read
    Column("failure", Text),  # why not
    Column("made", String(20), nullable=False),
    Index("ix_readings_report_id_id", "report_id", "id"),
    comment="The record that a maker made of a report; the last one that could be read counts, else the last one",
)

corrections = Table(
    "corrections",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("report_id", _ID, ForeignKey("reports.id"), nullable=False, index=True),
    Column("reading_id", _ID, ForeignKey("readings.id"), nullable=False),  # what was before the person's eyes
    Column("path", Text, nullable=False),  # the field: "statements/s3/speaker"
    Column("value", Text, nullable=False),  # JSON: what it should be
    Column("spans", Text, nullable=False),  # JSON: the words that say so
    Column("reason", Text),
    Column("who", Text, nullable=False),
    Column("made", String(20), nullable=False),
    comment="What a person says against a reading",
)

sketches = Table(
    "sketches",
    metadata,
    Column("value", BigInteger, primary_key=True, autoincrement=False),
    Column("report_id", _ID, ForeignKey("reports.id"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
    comment="By which copies are found: a row for each number of a report's sketch; can be rebuilt",
)

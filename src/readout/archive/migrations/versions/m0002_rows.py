# SPDX-License-Identifier: Apache-2.0
"""What queries read: names, the rows of statements, events, contacts and figures, and the indexes of words and marks."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_KINDS = ("entries", "statements", "events", "figures")

_SQLITE = ("CREATE VIRTUAL TABLE {kind}_terms USING fts5(terms, content='', columnsize=0, tokenize='ascii')",)
_POSTGRESQL = (
    "ALTER TABLE {kind} ADD COLUMN terms tsvector",
    "CREATE INDEX ix_{kind}_terms ON {kind} USING gin (terms) WITH (fastupdate = on, gin_pending_list_limit = 512)",
    "ALTER TABLE {kind} ALTER COLUMN terms SET STATISTICS 1000",
)
_POSTGRESQL_ORDERS = (
    "CREATE INDEX ix_statements_confidence ON statements (confidence DESC, id)",
    "CREATE INDEX ix_statements_first ON statements (first DESC NULLS LAST, id)",
    "CREATE INDEX ix_events_confidence ON events (confidence DESC, id)",
    "CREATE INDEX ix_events_first ON events (first DESC NULLS LAST, id)",
)


def upgrade() -> None:
    """Make the tables; they are written out, since a migration stays as it is when `rowschema` goes on."""
    _names()
    _entries()
    _statements()
    _events()
    _figures()
    op.create_table(
        "days",
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("day", sa.Integer, nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("kind", "day", name="pk_days"),
        comment="The first days of times that rows have, for lists sorted by them; can be rebuilt",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "taken",
        sa.Column("day", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("entries", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_taken"),
        comment="How many numbers of entries were given for each day of publication; never less",
    )
    op.create_index("ix_texts_appearances", "texts", ["appearances"])
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for kind in _KINDS:
        for line in _SQLITE if is_sqlite else _POSTGRESQL:
            op.execute(line.format(kind=kind))
    for line in () if is_sqlite else _POSTGRESQL_ORDERS:
        op.execute(line)


def _names() -> None:
    op.create_table(
        "names",
        sa.Column("id", _ID, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_names"),
        sa.UniqueConstraint("name", "kind", name="uq_names_name_kind"),
        comment="Every name once; can be rebuilt",
    )
    op.create_table(
        "name_words",
        sa.Column("word", sa.String(60), nullable=False),
        sa.Column("name_id", _ID, nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("word", "name_id", name="pk_name_words"),
        sa.ForeignKeyConstraint(["name_id"], ["names.id"], name="fk_name_words_name_id_names"),
        comment="By which names are found, in whatever spelling; can be rebuilt",
        sqlite_with_rowid=False,
    )


def _entries() -> None:
    op.create_table(
        "entries",
        sa.Column("slot", _ID, nullable=False),
        sa.Column("id", _ID, nullable=False),
        sa.Column("report_id", _ID, nullable=False),
        sa.Column("part", sa.SmallInteger, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("publisher", _ID),
        sa.Column("published", sa.String(10)),
        sa.Column("again", sa.Boolean, nullable=False),
        sa.Column("statements", sa.Integer, nullable=False),
        sa.Column("events", sa.Integer, nullable=False),
        sa.Column("contacts", sa.Integer, nullable=False),
        sa.Column("figures", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("slot", name="pk_entries"),
        sa.UniqueConstraint("id", name="uq_entries_id"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_entries_report_id_reports"),
        sa.ForeignKeyConstraint(["publisher"], ["names.id"], name="fk_entries_publisher_names"),
        comment="What lists show of a report, which has one or several; can be rebuilt",
    )
    op.create_index("ix_entries_report_id", "entries", ["report_id"])


def _statements() -> None:
    op.create_table(
        "statements",
        *_numbered(),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("channel", sa.Text),
        sa.Column("outlet", _ID),
        sa.Column("anonymous", sa.Boolean, nullable=False),
        sa.Column("speaker", _ID),
        sa.Column("role", _ID),
        sa.Column("country", sa.Text),
        sa.Column("sector", sa.Text),
        sa.Column("addressees", sa.Text),
        sa.Column("relays", sa.Text),
        sa.Column("said", sa.Text),
        sa.Column("first", sa.Integer),
        sa.Column("last", sa.Integer),
        sa.Column("confidence", sa.SmallInteger, nullable=False),
        *_told(),
        sa.PrimaryKeyConstraint("id", name="pk_statements"),
        comment="Can be rebuilt",
    )


def _events() -> None:
    op.create_table(
        "events",
        *_numbered(),
        sa.Column("type", sa.String(12), nullable=False),
        sa.Column("mode", sa.Text),
        sa.Column("status", sa.String(12), nullable=False),
        sa.Column("actors", sa.Text),
        sa.Column("recipients", sa.Text),
        sa.Column("date", sa.Text),
        sa.Column("first", sa.Integer),
        sa.Column("last", sa.Integer),
        sa.Column("place", _ID),
        sa.Column("place_country", sa.Text),
        sa.Column("according_to", sa.Integer),
        sa.Column("source", _ID),
        sa.Column("confidence", sa.SmallInteger, nullable=False),
        *_told(),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
        comment="Can be rebuilt",
    )
    op.create_table(
        "contacts",
        sa.Column("id", _ID, nullable=False, autoincrement=False),
        sa.Column("medium", sa.Text),
        sa.Column("parties", sa.Text),
        sa.Column("initiated_by", sa.Text),
        sa.Column("tone", sa.Text),
        sa.Column("topics", sa.Text),
        sa.Column("duration", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_contacts"),
        comment="What a contact has beyond its event; can be rebuilt",
    )


def _figures() -> None:
    op.create_table(
        "figures",
        *_numbered(),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("unit", sa.Text),
        sa.Column("low", sa.Float),
        sa.Column("high", sa.Float),
        sa.Column("modifier", sa.Text),
        sa.Column("of", sa.Text),
        sa.Column("according_to", sa.Integer),
        sa.Column("source", _ID),
        *_told(),
        sa.PrimaryKeyConstraint("id", name="pk_figures"),
        comment="Can be rebuilt",
    )


def _numbered() -> list[sa.Column[Any]]:
    return [
        sa.Column("id", _ID, nullable=False, autoincrement=False),
        sa.Column("report_id", _ID, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
    ]


def _told() -> list[sa.Column[Any]]:
    return [
        sa.Column("spans", sa.Text, nullable=False),
        sa.Column("again", sa.Boolean, nullable=False),
    ]

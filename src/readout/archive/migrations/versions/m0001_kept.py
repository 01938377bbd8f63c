# SPDX-License-Identifier: Apache-2.0
"""What is kept: texts, reports, appearances, makers, readings, corrections, and the sketches of copies."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables; they are written out, since a migration stays as it is when `schema` goes on."""
    op.create_table(
        "texts",
        sa.Column("id", _ID, nullable=False),
        sa.Column("reports", sa.Integer, nullable=False),
        sa.Column("appearances", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_texts"),
        comment="One per text however often it was told; can be rebuilt from reports",
    )
    op.create_table(
        "reports",
        sa.Column("id", _ID, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("language", sa.String(8)),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("text_id", _ID, nullable=False),
        sa.Column("copy_of", _ID),
        sa.Column("kinship", sa.String(16)),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
        sa.UniqueConstraint("hash", name="uq_reports_hash"),
        sa.ForeignKeyConstraint(["text_id"], ["texts.id"], name="fk_reports_text_id_texts"),
        sa.ForeignKeyConstraint(["copy_of"], ["reports.id"], name="fk_reports_copy_of_reports"),
        comment="A text that was received, written once",
    )
    op.create_index("ix_reports_text_id", "reports", ["text_id"])
    op.create_table(
        "appearances",
        sa.Column("id", _ID, nullable=False),
        sa.Column("report_id", _ID, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("publisher", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("author", sa.Text),
        sa.Column("published", sa.String(10)),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("added", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_appearances"),
        sa.UniqueConstraint("address", "report_id", name="uq_appearances_address_report_id"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_appearances_report_id_reports"),
        comment="A place where a report stood",
    )
    op.create_index("ix_appearances_report_id", "appearances", ["report_id"])
    op.create_table(
        "makers",
        sa.Column("id", _ID, nullable=False),
        sa.Column("readout", sa.String(32), nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("tables", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_makers"),
        sa.UniqueConstraint("readout", "model", "tables", name="uq_makers_readout_model_tables"),
        comment="What made readings",
    )
    op.create_table(
        "readings",
        sa.Column("id", _ID, nullable=False),
        sa.Column("report_id", _ID, nullable=False),
        sa.Column("appearance_id", _ID, nullable=False),
        sa.Column("maker_id", _ID, nullable=False),
        sa.Column("record", sa.LargeBinary),
        sa.Column("failure", sa.Text),
        sa.Column("made", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_readings"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_readings_report_id_reports"),
        sa.ForeignKeyConstraint(["appearance_id"], ["appearances.id"], name="fk_readings_appearance_id_appearances"),
        sa.ForeignKeyConstraint(["maker_id"], ["makers.id"], name="fk_readings_maker_id_makers"),
        comment="The record that a maker made of a report; the last one that could be read counts, else the last one",
    )
    op.create_index("ix_readings_report_id_id", "readings", ["report_id", "id"])
    op.create_index("ix_readings_maker_id", "readings", ["maker_id"])
    op.create_table(
        "corrections",
        sa.Column("id", _ID, nullable=False),
        sa.Column("report_id", _ID, nullable=False),
        sa.Column("reading_id", _ID, nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("spans", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("made", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_corrections"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_corrections_report_id_reports"),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_corrections_reading_id_readings"),
        comment="What a person says against a reading",
    )
    op.create_index("ix_corrections_report_id", "corrections", ["report_id"])
    op.create_table(
        "sketches",
        sa.Column("value", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("report_id", _ID, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("value", "report_id", name="pk_sketches"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_sketches_report_id_reports"),
        sqlite_with_rowid=False,
        comment="By which copies are found: a row for each number of a report's sketch; can be rebuilt",
    )

# SPDX-License-Identifier: Apache-2.0
"""Schemas: the newest is what the tables say, and every released one leads to it with its rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, text

import readout.archive.rowschema  # the tables of rows belong to the same schema  # noqa: F401
from readout.archive.archive import Archive
from readout.archive.checking import check
from readout.archive.copying import backup, restore
from readout.archive.engine import open_engine, reading, writing
from readout.archive.mending import repair
from readout.archive.schema import metadata
from readout.archive.versions import (
    VERSION_TABLE,
    create_schema,
    newest_schema,
    prepare_file,
    schema_of_archive,
    upgrade_schema,
)
from readout.errors import ArchiveError
from readout.record import Record
from tests.support.postgres import PostgreSQL
from tests.support.released import RELEASED, load


def test_newest_schema_is_what_the_tables_say(archive_address: str):
    with Archive.open(archive_address) as archive, reading(archive.engine) as connection:
        options = {"version_table": VERSION_TABLE, "compare_server_default": False}
        found = compare_metadata(MigrationContext.configure(connection, opts=options), metadata)
    # The full text of both databases, and indexes that one of them needs, stand outside the common tables.
    outside = ("terms", "remove_index")
    assert [difference for difference in found if not any(word in str(difference) for word in outside)] == []


@pytest.mark.parametrize("schema", RELEASED)
def test_released_schema_migrates_forward_with_its_rows(archive_address: str, schema: str):
    engine = open_engine(archive_address)
    records = load(engine, schema)
    upgrade_schema(engine)
    engine.dispose()
    with Archive.open(archive_address, create=False) as archive:
        repair(archive.engine)
        # A record of an older version has no fields that were added since.
        assert list(archive.records()) == [Record.from_json(record) for record in records]
        assert [each.path for each in archive.corrections()] == ["statements/s1/speaker"]
        assert list(check(archive.engine)) == []


def test_every_released_schema_has_its_rows_here():
    assert newest_schema() in RELEASED, "run: python -m tests.support.released"


def test_older_schema_is_refused_with_the_way_out(archive_address: str):
    engine = open_engine(archive_address)
    create_schema(engine)
    _set_schema(archive_address, "0001")
    with pytest.raises(ArchiveError, match="readout archive upgrade"):
        Archive.open(archive_address)
    engine.dispose()


@contextmanager
def engine_of(address: str | Path) -> Iterator[Engine]:
    engine = open_engine(address)
    yield engine
    engine.dispose()


def test_backup_is_made_before_an_upgrade(tmp_path: Path):
    """The refusal said to make one first, and making one was refused in the same words."""
    old, kept, new = (tmp_path / name for name in ("old.sqlite", "kept.sqlite", "new.sqlite"))
    with engine_of(old) as engine:
        prepare_file(engine)
        upgrade_schema(engine, to="0001")
        backup(engine, kept)
        assert schema_of_archive(engine) == "0001"
    with engine_of(new) as engine:
        restore(kept, engine)
        assert schema_of_archive(engine) == newest_schema()


def test_backup_of_an_older_schema_on_a_server_names_the_way(postgres: PostgreSQL, tmp_path: Path):
    address = postgres.new_database()
    with engine_of(address) as engine:
        create_schema(engine)
        _set_schema(address, "0001")
        with pytest.raises(ArchiveError, match="make a backup first: 'pg_dump'"):
            backup(engine, tmp_path / "kept.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_backup_of_nothing_is_refused(archive_address: str, tmp_path: Path):
    with engine_of(archive_address) as engine, pytest.raises(ArchiveError, match="'readout add' makes one"):
        backup(engine, tmp_path / "kept.sqlite")
    assert list(tmp_path.glob("kept*")) == []


@pytest.mark.parametrize("schema", ["9999", "somebody-else"])
def test_newer_schema_is_refused(archive_address: str, schema: str):
    engine = open_engine(archive_address)
    create_schema(engine)
    _set_schema(archive_address, schema)
    with pytest.raises(ArchiveError, match="a newer one made it"):
        Archive.open(archive_address)
    with pytest.raises(ArchiveError, match="newer Readout"):
        upgrade_schema(engine)
    engine.dispose()


def _set_schema(address: str, schema: str) -> None:
    engine = open_engine(address)
    with writing(engine) as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = :schema"), {"schema": schema})
    engine.dispose()

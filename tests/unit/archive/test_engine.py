# SPDX-License-Identifier: Apache-2.0
"""Where an archive is, how it is opened, and what is said when it cannot be."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from readout.archive.archive import Archive
from readout.archive.engine import open_engine, reading, url_of, without_password, writing
from readout.errors import ArchiveError, ConfigError


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("news.sqlite", "sqlite+pysqlite:///news.sqlite"),
        (Path("/data/news.sqlite"), "sqlite+pysqlite:////data/news.sqlite"),
        ("sqlite:////data/news.sqlite", "sqlite+pysqlite:////data/news.sqlite"),
        ("postgresql://ann@db/news", "postgresql+psycopg://ann@db/news"),
        ("postgres://ann@db/news", "postgresql+psycopg://ann@db/news"),
    ],
)
def test_addresses_are_read(address: str, expected: str):
    assert str(url_of(address)) == expected


@pytest.mark.parametrize("address", ["mysql://ann@db/news", "sqlite://", "http://example.org/news.sqlite", "://"])
def test_other_addresses_are_refused(address: str):
    with pytest.raises(ConfigError, match="expected a path"):
        url_of(address)


def test_password_is_never_shown():
    with pytest.raises(ArchiveError) as raised:
        Archive.open("postgresql://ann:secret@localhost:1/news")
    assert "secret" not in str(raised.value)
    assert "no server answers" in str(raised.value)


@pytest.mark.parametrize(
    ("user", "database", "words"),
    [("postgres", "nothing", "createdb"), ("nobody", "postgres", "does not know the user")],
)
def test_what_a_server_refuses_is_told(postgres, user: str, database: str, words: str):
    with pytest.raises(ArchiveError, match=words):
        Archive.open(f"postgresql://{user}@/{database}?host={postgres.folder / 'data'}")


def test_file_of_something_else_is_refused_and_left_alone(tmp_path: Path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear archive, " * 100)
    with pytest.raises(ArchiveError, match="no SQLite file"):
        Archive.open(path)
    assert path.read_text() == "Dear archive, " * 100


def test_database_of_something_else_is_refused_and_left_alone(tmp_path: Path):
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match="something else"):
        Archive.open(path)
    assert path.read_bytes() == before


def test_folder_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(ArchiveError, match="its folder must exist"):
        Archive.open(tmp_path / "nowhere" / "news.sqlite")


def test_archive_that_is_not_there_is_made_only_where_asked(tmp_path: Path):
    with pytest.raises(ArchiveError, match="'readout add' makes one"):
        Archive.open(tmp_path / "news.sqlite", create=False)
    assert not (tmp_path / "news.sqlite").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write whatever the file says")
def test_file_that_can_only_be_read_is_told(tmp_path: Path):
    Archive.open(tmp_path / "news.sqlite").close()
    (tmp_path / "news.sqlite").chmod(0o444)
    with pytest.raises(ArchiveError, match="only be read"), writing(open_engine(tmp_path / "news.sqlite")):
        pass


def test_commits_wait_for_the_disk(archive_address: str):
    with Archive.open(archive_address) as archive, reading(archive.engine) as connection:
        if archive_address.startswith("postgresql"):
            assert connection.scalar(text("SHOW synchronous_commit")) == "on"
        else:
            assert connection.scalar(text("PRAGMA synchronous")) == 2
            assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
            assert connection.scalar(text("PRAGMA foreign_keys")) == 1


def _insert_and_fail(archive: Archive) -> None:
    with writing(archive.engine) as connection:
        connection.execute(text("INSERT INTO texts (id, reports, appearances) VALUES (7, 0, 0)"))
        raise ZeroDivisionError


def test_what_is_raised_undoes_the_transaction(archive_address: str):
    with Archive.open(archive_address) as archive:
        with pytest.raises(ZeroDivisionError):
            _insert_and_fail(archive)
        with reading(archive.engine) as connection:
            assert connection.scalar(text("SELECT count(*) FROM texts")) == 0


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("postgresql://ann:secret@db.example.org/news", "postgresql://ann@db.example.org/news"),
        ("postgresql://ann@db.example.org/news", "postgresql://ann@db.example.org/news"),
        ("postgresql://ann:secret@/news?host=/run/pg", "postgresql://ann@/news?host=%2Frun%2Fpg"),
        ("news: 2022.sqlite", "news: 2022.sqlite"),
    ],
)
def test_address_is_shown_without_its_password(address: str, shown: str):
    """The command for the next page of a list held it."""
    assert without_password(address) == shown

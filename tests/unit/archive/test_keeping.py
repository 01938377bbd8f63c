# SPDX-License-Identifier: Apache-2.0
"""Check, repair, backup, restore, vacuum: an archive is looked after; on both databases."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, select, update

from readout.archive.archive import Archive
from readout.archive.checking import check
from readout.archive.copying import backup, restore
from readout.archive.engine import is_sqlite, open_engine, reading, writing
from readout.archive.finding import LOST
from readout.archive.kept import hash_of
from readout.archive.mending import about, repair, vacuum
from readout.archive.packing import pack_record, pack_text
from readout.archive.rowschema import entries, statements
from readout.archive.schema import appearances, corrections, readings, reports, sketches, texts
from readout.errors import ArchiveError
from tests.support.archives import FRESH, MAKER, TALKS, TALKS_RECORD, received, record_of

OTHER = "The bridge of Tunis opens in May, said the mayor on Friday, and it will be free for all who cross it by foot."


@pytest.fixture
def archive(archive_address: str) -> Iterator[Archive]:
    """Return an archive with two reports, three appearances, three readings and a correction."""
    with Archive.open(archive_address) as opened:
        opened.add(received(published="2022-05-13", title="Talks"), TALKS_RECORD, maker=MAKER)
        opened.add(received(address="b"), TALKS_RECORD, maker=MAKER)
        opened.add(received(OTHER, "c"), record_of(OTHER), maker=MAKER)
        opened.add_readings([(1, TALKS_RECORD)], maker=FRESH)
        opened.correct(1, "statements/s1/speaker", None, who="ann")
        yield opened


def faults(archive: Archive) -> list[tuple[str, bool]]:
    return [(fault.where.replace(TALKS_RECORD.report.id, "1"), fault.mendable) for fault in check(archive.engine)]


def test_whole_archive_has_no_fault(archive: Archive):
    assert faults(archive) == []


KEPT: dict[str, tuple[Callable[[Connection], object], str]] = {
    "text": (lambda c: c.execute(update(reports).where(reports.c.id == 1).values(text=pack_text("Other"))), "report 1"),
    "damaged text": (lambda c: c.execute(update(reports).where(reports.c.id == 1).values(text=b"\x01xx")), "report 1"),
    "words": (lambda c: c.execute(update(reports).where(reports.c.id == 1).values(words=7)), "report 1"),
    "neither": (
        lambda c: c.execute(update(readings).where(readings.c.id == 1).values(record=None)),
        "report 1, reading 1",
    ),
    "version": (
        lambda c: c.execute(update(appearances).where(appearances.c.address == "b").values(version=3)),
        "address b",
    ),
    "correction": (lambda c: c.execute(update(corrections).values(spans="[[0, 9999]]")), "correction 1"),
}


RECORDS: dict[str, tuple[Callable[[Connection], object], str]] = {
    "record": (
        lambda c: c.execute(update(readings).where(readings.c.id == 1).values(record=b"\x01xx")),
        "report 1, reading 1",
    ),
    "spans": (
        lambda c: c.execute(
            update(readings)
            .where(readings.c.id == 1)
            .values(record=pack_record(record_of(TALKS + " More.", says="More")))
        ),
        "report 1, reading 1",
    ),
}


@pytest.mark.parametrize(("spoil", "where"), KEPT.values(), ids=KEPT)
def test_damage_to_what_is_kept_is_named(archive: Archive, spoil: Callable[[Connection], object], where: str):
    with writing(archive.engine) as connection:
        spoil(connection)
    assert (where, False) in faults(archive)


MADE: dict[str, tuple[Callable[[Connection], object], str]] = {
    "row": (lambda c: c.execute(update(statements).values(kind="mixed")), "report 1"),
    "rows gone": (lambda c: c.execute(delete(entries).where(entries.c.report_id == 1)), "report 1"),
    "count": (lambda c: c.execute(update(texts).where(texts.c.id == 1).values(appearances=9)), "text 1"),
}


@pytest.mark.parametrize(("spoil", "where"), MADE.values(), ids=MADE)
def test_damage_to_what_is_made_is_named_and_repaired(
    archive: Archive, spoil: Callable[[Connection], object], where: str
):
    with writing(archive.engine) as connection:
        spoil(connection)
    assert set(faults(archive)) == {(where, True)}
    assert repair(archive.engine) == []
    assert faults(archive) == []


def test_repair_finds_copies_anew(archive: Archive):
    long = (
        TALKS + " " + OTHER + " Nobody had thought that it would be built in less than ten years, as the paper wrote."
    )
    archive.add(received(long, "d"), record_of(long), maker=MAKER)
    copied = "A new headline\n\n" + long.split("\n\n")[1]
    number = archive.add(received(copied, "e"), record_of(copied), maker=MAKER).number
    assert number is not None
    kept = archive.report(number).copy_of
    with writing(archive.engine) as connection:
        connection.execute(delete(sketches))
        connection.execute(update(reports).where(reports.c.id == number).values(copy_of=None, kinship=None))
    repair(archive.engine)
    assert archive.report(number).copy_of == kept is not None


@pytest.mark.parametrize(("spoil", "where"), RECORDS.values(), ids=RECORDS)
def test_damaged_record_is_given_up_so_that_it_is_read_again(
    archive: Archive, spoil: Callable[[Connection], object], where: str
):
    """The message said to run reread, which found nothing to read: its maker had read the report."""
    with writing(archive.engine) as connection:
        spoil(connection)
    assert set(faults(archive)) == {(where, True)}
    assert archive.count_outdated(MAKER) == 0
    assert repair(archive.engine) == [f"report {TALKS_RECORD.report.id}: {LOST}"]
    assert faults(archive) == []  # the other reading counts
    assert archive.count_outdated(MAKER) == 1
    archive.add_readings([(1, TALKS_RECORD)], maker=MAKER)
    assert archive.count_outdated(MAKER) == 0
    assert faults(archive) == []


def test_report_without_a_record_since_that_was_damaged_is_named(archive: Archive):
    with writing(archive.engine) as connection:
        connection.execute(update(readings).where(readings.c.report_id == 1).values(record=b"\x01xx"))
    with pytest.raises(ArchiveError, match=f"report {TALKS_RECORD.report.id}: .* damaged"):
        list(archive.records())
    repair(archive.engine)
    assert [record.report.id for record in archive.records()] == [record_of(OTHER).report.id]
    assert set(faults(archive)) == {("report 1, reading 1", False), ("report 1, reading 3", False)}
    archive.add_readings([(1, TALKS_RECORD)], maker=MAKER)
    assert archive.record(1) == TALKS_RECORD
    assert faults(archive) == []


def test_repair_names_what_it_cannot_make(archive: Archive):
    with writing(archive.engine) as connection:
        connection.execute(update(reports).where(reports.c.id == 1).values(text=b"\x01xx"))
    failed = repair(archive.engine)
    assert [line.partition(":")[0] for line in failed] == [f"report {TALKS_RECORD.report.id}"]


def test_damaged_text_is_in_nobody_s_way(archive: Archive):
    """A copy of it could not be added, and repair mended nothing."""
    with writing(archive.engine) as connection:
        connection.execute(update(reports).where(reports.c.id == 1).values(text=b"\x01xx"))
    copy = TALKS + " That was all."
    assert archive.add(received(copy, "d"), record_of(copy), maker=MAKER).kind == "added"
    with writing(archive.engine) as connection:
        connection.execute(update(texts).where(texts.c.id == 2).values(appearances=9))
    repair(archive.engine)
    assert {where for where, _ in faults(archive)} == {"report 1", "correction 1"}


def told_again(archive: Archive, text: str) -> list[bool]:
    """Tell of each statement of a report whether an earlier one of its text makes it too."""
    query = select(statements.c.again).join(reports, reports.c.id == statements.c.report_id)
    with reading(archive.engine) as connection:
        return list(connection.scalars(query.where(reports.c.hash == hash_of(text))))


DAMAGE = {
    "text": update(reports).where(reports.c.id == 1).values(text=b"\x01xx"),
    "record": update(readings).where(readings.c.report_id == 1).values(record=b"\x01xx"),
}


@pytest.mark.parametrize("what", DAMAGE)
def test_damaged_report_is_in_no_copy_s_way(archive: Archive, what: str):
    """What it states cannot be told, and its text has other reports of which a new one may be a copy."""
    # Of a sentence of its own it keeps a sketch of its own.
    copy = TALKS + " Haas left by the back door, was driven to the airport and flew home before it was dark."
    older = copy + " So it was said."
    assert archive.add(received(copy, "d"), record_of(copy), maker=MAKER).kind == "copy"
    with writing(archive.engine) as connection:
        connection.execute(DAMAGE[what])
    early = received(older, "e", published="2022-05-01")
    assert archive.add(early, record_of(older), maker=MAKER).kind == "copy"
    assert (told_again(archive, copy), told_again(archive, older)) == ([True], [False])
    archive.add(received(copy, "f", published="2022-04-30"), record_of(copy), maker=MAKER)
    assert (told_again(archive, copy), told_again(archive, older)) == ([False], [True])


def test_text_that_is_no_utf_8_is_named(archive: Archive):
    """It ended with the error of a decoder."""
    with writing(archive.engine) as connection:
        broken = b"\x01" + zlib.compress(b"\xff\xff", wbits=-15)
        connection.execute(update(reports).where(reports.c.id == 1).values(text=broken))
    with pytest.raises(ArchiveError, match="text is damaged"):
        archive.report(1)


def test_sqlite_file_that_is_damaged_is_named(tmp_path: Path):
    path = tmp_path / "archive.sqlite"
    with Archive.open(path) as archive:
        for number in range(40):
            text = f"Report {number}: {OTHER}"
            archive.add(received(text, str(number)), record_of(text), maker=MAKER)
        vacuum(archive.engine)
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 30_000] = bytes(30_000)
    path.write_bytes(data)
    with Archive.open(path) as archive:
        try:
            found = [fault.where for fault in check(archive.engine)]
        except ArchiveError as error:
            found = [str(error)]
    assert found


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_backup_is_restored_into_either_database(
    archive: Archive, tmp_path: Path, database: str, request: pytest.FixtureRequest
):
    backup(archive.engine, tmp_path / "backup.sqlite")
    archive.add(received("Another one came in afterwards.", "z"), "late", maker=MAKER)
    to = str(tmp_path / "new.sqlite") if database == "sqlite" else request.getfixturevalue("postgres").new_database()
    engine = open_engine(to)
    restore(tmp_path / "backup.sqlite", engine)
    engine.dispose()
    with Archive.open(to, create=False) as restored:
        assert list(restored) == list(archive)[:2]
        assert list(restored.records()) == list(archive.records())
        assert restored.corrections() == archive.corrections()
        assert faults(restored) == []
        assert restored.add(received("One more comes in.", "y"), "why", maker=FRESH).number == 3
    assert sorted(path.name for path in tmp_path.iterdir() if "part" in path.name) == []


def test_backup_and_restore_replace_nothing(archive: Archive, tmp_path: Path):
    there = tmp_path / "there.sqlite"
    there.write_text("mine")
    with pytest.raises(ArchiveError, match="is there already"):
        backup(archive.engine, there)
    with pytest.raises(ArchiveError, match="replaces nothing"):
        restore(there, archive.engine)
    assert there.read_text() == "mine"


def test_restore_of_something_else_leaves_nothing(tmp_path: Path):
    other = tmp_path / "other.sqlite"
    other.write_text("no backup" * 1000)
    engine = open_engine(tmp_path / "new.sqlite")
    with pytest.raises(ArchiveError, match="no SQLite file"):
        restore(other, engine)
    with pytest.raises(ArchiveError, match="there is no backup"):
        restore(tmp_path / "nowhere.sqlite", engine)
    engine.dispose()
    assert [path.name for path in tmp_path.iterdir()] == ["other.sqlite"]


def test_backup_of_a_server_is_no_archive_until_it_is_restored(archive: Archive, tmp_path: Path):
    backup(archive.engine, tmp_path / "backup.sqlite")
    if is_sqlite(archive.engine):
        Archive.open(tmp_path / "backup.sqlite").close()
        return
    with pytest.raises(ArchiveError, match="readout archive restore"):
        Archive.open(tmp_path / "backup.sqlite")


def test_vacuum_takes_out_old_readings_but_those_corrected(archive: Archive):
    archive.add_readings([(2, record_of(OTHER, model=FRESH.model))], maker=FRESH)
    assert about(archive.engine).readings == 5 - 1
    assert vacuum(archive.engine, old_readings=True) == 2
    found = about(archive.engine)
    assert (found.reports, found.texts, found.appearances, found.readings, found.unread) == (2, 2, 3, 2, 0)
    assert faults(archive) == []

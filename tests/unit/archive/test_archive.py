# SPDX-License-Identifier: Apache-2.0
"""What an archive keeps, and what it says of what comes to it; on both databases."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from readout.archive.archive import Archive
from readout.archive.checking import check
from readout.archive.kept import Addition
from readout.archive.mending import repair
from readout.archive.queries import ReportQuery
from readout.errors import ArchiveError, ConfigError
from readout.record.record import Note
from readout.text import Span
from tests.support.archives import FRESH, MAKER, TALKS, TALKS_RECORD, received, record_of

OTHER = "The bridge of Tunis opens in May, said the mayor on Friday, and it will be free for all who cross it by foot."


@pytest.fixture
def archive(archive_address: str) -> Iterator[Archive]:
    with Archive.open(archive_address) as opened:
        yield opened


def test_report_is_kept_as_it_came(archive: Archive):
    came = received(title="Talks fail", publisher="Example Wire", published="2022-05-13")
    outcome = archive.add(came, TALKS_RECORD, maker=MAKER)
    assert (outcome.kind, outcome.version, outcome.report) == ("added", 1, came.report.id)
    kept = archive.report(came.report.id)
    assert kept.text == TALKS
    assert kept.as_report() == came.report
    assert kept.appearances[0].address == "https://example.org/talks"
    assert kept.appearances[0].basis == {"title": "page", "publisher": "page", "published": "page", "url": "caller"}


def test_record_comes_back_as_the_same_json(archive: Archive):
    archive.add(received(), TALKS_RECORD, maker=MAKER)
    assert archive.record(1).to_json() == TALKS_RECORD.to_json()


def test_adding_twice_changes_nothing_and_says_so(archive: Archive):
    archive.add(received(), TALKS_RECORD, maker=MAKER)
    assert archive.add(received(), TALKS_RECORD, maker=MAKER).kind == "known"
    assert len(archive) == 1
    assert len(archive.report(1).appearances) == 1


def test_outcome_tells_the_notes_of_the_record(archive: Archive):
    noted = dataclasses.replace(TALKS_RECORD, notes=(Note("no day of publication was given"),))
    assert archive.add(received(), noted, maker=MAKER).notes == ("no day of publication was given",)
    assert archive.add(received(), noted, maker=MAKER).notes == ()


def test_known_report_at_a_new_address_is_an_appearance(archive: Archive):
    archive.add(received(), TALKS_RECORD, maker=MAKER)
    outcome = archive.add(received(address="https://other.example/1"), TALKS_RECORD, maker=MAKER)
    assert (outcome.kind, outcome.number, outcome.version) == ("appearance", 1, 1)
    assert [each.address for each in archive.report(1).appearances] == [
        "https://example.org/talks",
        "https://other.example/1",
    ]


def test_versions_at_one_address_stood_in_one_place(archive: Archive):
    """A report that its publisher had corrected was told twice."""
    corrected = TALKS.replace("400 people", "500 people")
    wire = TALKS.replace("Talks fail", "No result")

    def places() -> set[int]:
        assert list(check(archive.engine)) == []
        return {one.source.appearances for one in archive.search(ReportQuery(copies=True))}

    archive.add(received(), TALKS_RECORD, maker=MAKER)
    assert archive.add(received(corrected), record_of(corrected), maker=MAKER).kind == "version"
    assert places() == {1}
    archive.add(received(wire, "https://wire.example/1"), record_of(wire), maker=MAKER)
    archive.add(received(address="https://other.example/1"), TALKS_RECORD, maker=MAKER)
    assert places() == {3}
    archive.add(received(address="https://wire.example/1"), TALKS_RECORD, maker=MAKER)  # the wire's was replaced by it
    assert places() == {3}
    archive.add(received(address="-"), TALKS_RECORD, maker=MAKER)
    archive.add(received(corrected, "-"), record_of(corrected), maker=MAKER)
    assert places() == {4}
    repair(archive.engine)
    assert places() == {4}


@pytest.mark.parametrize("address", ["-", "-!/a.jsonl!/1"])
def test_other_text_through_standard_input_is_no_version(archive: Archive, address: str):
    """Two reports that had nothing to do with each other were versions of one at the address "-"."""
    archive.add(received(address=address), TALKS_RECORD, maker=MAKER)
    outcome = archive.add(received(OTHER, address), record_of(OTHER), maker=MAKER)
    assert (outcome.kind, outcome.version) == ("added", 1)
    assert archive.add(received(address=address), TALKS_RECORD, maker=MAKER).kind == "known"
    assert list(check(archive.engine)) == []


def test_other_text_at_a_known_address_is_a_version(archive: Archive):
    archive.add(received(), TALKS_RECORD, maker=MAKER)
    outcome = archive.add(received(OTHER), record_of(OTHER), maker=MAKER)
    assert (outcome.kind, outcome.version) == ("version", 2)
    assert archive.report(1).text == TALKS


def test_copy_names_the_report_that_it_is_a_copy_of(archive: Archive):
    long = (
        TALKS + " " + OTHER + " Nobody had thought that it would be built in less than ten years, as the paper wrote."
    )
    first = archive.add(received(long), record_of(long), maker=MAKER)
    copied = "A new headline\n\n" + long.split("\n\n")[1]
    outcome = archive.add(received(copied, "https://other.example/1"), record_of(copied), maker=MAKER)
    assert (outcome.kind, outcome.copy_of) == ("copy", first.report)
    assert archive.report(2).text_number == archive.report(1).text_number


def test_report_that_could_not_be_read_is_kept_with_the_reason(archive: Archive):
    outcome = archive.add(received(), "no such word", maker=MAKER)
    assert (outcome.kind, outcome.reason) == ("unread", "no such word")
    assert archive.report(1).text == TALKS
    with pytest.raises(ArchiveError, match="could not be read: no such word"):
        archive.record(1)
    assert list(archive.records()) == []


def test_one_transaction_keeps_all_or_nothing(archive: Archive):
    good = Addition(received=received(), reading=TALKS_RECORD, maker=MAKER)
    gone = Addition(received=received(OTHER, "b"), reading=None, maker=MAKER)
    with pytest.raises(ArchiveError, match="is no more"):
        archive.add_all([good, gone])
    assert len(archive) == 0


@pytest.mark.parametrize(
    "odd",
    ["null\0 character", "lone \udcff surrogate", "emoji 🙂", "x" * 5000],
    ids=["null", "surrogate", "wide", "long"],
)
def test_odd_characters_are_kept_wherever_they_stand(archive: Archive, odd: str):
    text = f"{odd}. {TALKS}"
    record = record_of(text, says=odd)
    came = received(text, f"file{odd}", title=odd, publisher=odd)
    archive.add(came, record, maker=MAKER)
    assert archive.add(came, record, maker=MAKER).kind == "known"
    assert archive.report(1).text == text
    assert archive.record(1) == record
    archive.add(received(OTHER, "b"), f"failed at {odd}", maker=MAKER)
    assert list(check(archive.engine)) == []


def test_reports_and_records_come_in_order(archive: Archive):
    texts = [f"Report {number}: {OTHER}" for number in range(5)]
    for number, text in enumerate(texts):
        archive.add(received(text, str(number)), record_of(text), maker=MAKER)
    assert [report.text for report in archive] == texts
    assert [record.report.text for record in archive.records()] == texts


@pytest.mark.parametrize("id", ["0123456789abcdef", "zebra", "1234", 7])
def test_report_that_is_not_there_is_told(archive: Archive, id: int | str):
    with pytest.raises(ArchiveError, match=r"there is no report|expected the id"):
        archive.report(id)


def test_newest_reading_counts_unless_it_failed(archive: Archive):
    archive.add(received(), TALKS_RECORD, maker=MAKER)
    assert archive.count_outdated(FRESH) == 1
    archive.add_readings([(1, "out of memory")], maker=FRESH)
    assert archive.record(1) == TALKS_RECORD
    better = record_of(TALKS, says="the police", model=FRESH.model)
    archive.add_readings([(1, better)], maker=FRESH)
    assert archive.record(1) == better
    assert archive.count_outdated(FRESH) == 0
    assert list(check(archive.engine)) == []


def test_outdated_reports_come_newest_first(archive: Archive):
    texts = [f"Report {number}: {OTHER}" for number in range(4)]
    for number, text in enumerate(texts):
        archive.add(received(text, str(number)), record_of(text), maker=FRESH if number == 2 else MAKER)
    assert [kept.number for kept in archive.outdated(FRESH)] == [4, 2, 1]


# Corrections ---------------------------------------------------------------------------------------------------------


def test_correction_is_kept_beside_the_reading_and_survives_a_new_one(archive: Archive):
    archive.add(received(), TALKS_RECORD, maker=MAKER)
    made = archive.correct(1, "statements/s1/speaker", None, who="ann", spans=[Span(0, 5)], reason="unnamed")
    archive.add_readings([(1, record_of(TALKS, says="the police"))], maker=FRESH)
    assert archive.corrections() == [made] == archive.corrections(1)
    assert (made.path, made.value, made.spans, made.reason, made.who, made.reading) == (
        "statements/s1/speaker", None, (Span(0, 5),), "unnamed", "ann", 1,
    )  # fmt: skip


@pytest.mark.parametrize("path", ["statements/s9/speaker", "sayings", "statements/s1/colour", "", "statements/-1"])
def test_correction_of_nothing_is_refused(archive: Archive, path: str):
    archive.add(received(), TALKS_RECORD, maker=MAKER)
    with pytest.raises(ArchiveError, match="has nothing at"):
        archive.correct(1, path, None, who="ann")


def test_correction_must_be_json_within_the_text_and_by_somebody(archive: Archive):
    archive.add(received(), TALKS_RECORD, maker=MAKER)
    with pytest.raises(ConfigError, match="no JSON"):
        archive.correct(1, "statements/s1/speaker", {1, 2}, who="ann")
    with pytest.raises(ConfigError, match="within the text"):
        archive.correct(1, "statements/s1/speaker", "n1", who="ann", spans=[Span(0, 9_999)])
    with pytest.raises(ConfigError, match="nobody"):
        archive.correct(1, "statements/s1/speaker", "n1", who=" ")
    assert archive.corrections() == []


def test_correction_must_leave_the_record_a_record(archive: Archive):
    archive.add(received(), TALKS_RECORD, maker=MAKER)
    with pytest.raises(ConfigError, match=r"does not fit at 'statements/s1/speaker'.*'n77'"):
        archive.correct(1, "statements/s1/speaker", "n77", who="ann")
    with pytest.raises(ConfigError, match="does not fit at 'statements/s1/kind'"):
        archive.correct(1, "statements/s1/kind", "whispered", who="ann")
    with pytest.raises(ConfigError, match="does not fit at 'statements/s1/content'"):
        archive.correct(1, "statements/s1/content", [[0, 9_999]], who="ann")
    assert archive.corrections() == []


def test_correction_of_a_whole_thing_to_null_says_that_it_is_none(archive: Archive):
    archive.add(received(), TALKS_RECORD, maker=MAKER)
    archive.correct(1, "statements/s1", None, who="ann")
    assert [(made.path, made.value) for made in archive.corrections()] == [("statements/s1", None)]


# Two at once ---------------------------------------------------------------------------------------------------------


def test_two_that_open_a_new_archive_make_one(archive_address: str):
    at_once(2, lambda _: Archive.open(archive_address).close())
    with Archive.open(archive_address, create=False) as archive:
        assert list(check(archive.engine)) == []


def test_two_that_open_a_new_file_wait_for_each_other(tmp_path: Path):
    """SQLite does not wait by itself where both turn to the write-ahead log: one in four was refused."""
    addresses = [str(tmp_path / f"{number}.sqlite") for number in range(20)]

    def open_all(_: int) -> None:
        for address in addresses:
            Archive.open(address).close()

    at_once(2, open_all)


def test_two_writers_keep_every_report_once(archive_address: str):
    texts = [f"Report {number}: {OTHER}" for number in range(12)]
    Archive.open(archive_address).close()
    kinds: list[str] = []

    def write(writer: int) -> None:
        with Archive.open(archive_address, create=False) as archive:
            for text in texts if writer else reversed(texts):
                come = received(text, text[:10])
                kinds.append(archive.add(come, record_of(text), maker=(MAKER, FRESH)[writer]).kind)

    at_once(2, write)
    assert (len(kinds), kinds.count("known")) == (24, 12)
    with Archive.open(archive_address, create=False) as archive:
        assert len(archive) == 12
        assert list(check(archive.engine)) == []


def at_once(number: int, work: Callable[[int], None]) -> None:
    """Run a function in so many threads, and raise what went wrong in one."""
    with ThreadPoolExecutor(number) as pool:
        list(pool.map(work, range(number)))

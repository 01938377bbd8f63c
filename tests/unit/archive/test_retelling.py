# SPDX-License-Identifier: Apache-2.0
"""What is told in several reports of one text: once, and by the first of them, whichever was added first; on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("sqlalchemy", reason="needs the extra 'archive'")

from benchmarks.quality.desk import base_text, paragraphs_of  # after the skip
from readout.archive import Archive
from readout.archive.queries import EventQuery, ReportQuery, StatementQuery
from tests.support.archives import FRESH, MAKER, received
from tests.support.family import COPIES, Told, add, answers_of, record_of_all

FULL, CUT = COPIES["full"], COPIES["cut"]


@pytest.fixture
def archive(archive_address: str) -> Iterator[Archive]:
    with Archive.open(archive_address) as archive:
        yield archive


def first_of(archive: Archive) -> list[str]:
    """Return the texts of the reports that are copies of none."""
    return [kept.text for kept in archive.reports() if kept.copy_of is None]


def told_by(archive: Archive, text: str) -> tuple[int, int]:
    """Return how many statements a report makes first, and how many again."""
    (id,) = (kept.hash[:16] for kept in archive.reports() if kept.text == text)
    found = [each for each in archive.statements(StatementQuery(copies=True)) if each.source.report == id]
    return sum(not each.again for each in found), sum(each.again for each in found)


class TestTenCopies:
    """Ten copies of one agency report are one source told ten times."""

    @pytest.fixture
    def archive(self, archive: Archive) -> Archive:
        add(archive, [Told(name, f"2021-03-{day}") for day, name in enumerate(COPIES, 20)])
        return archive

    def test_are_one_report_in_ten_places(self, archive: Archive):
        (found,) = archive.search(ReportQuery())
        assert (found.source.reports, found.source.appearances) == (10, 10)
        assert archive.search(ReportQuery(copies=True)).count().number == 10
        assert archive.search(ReportQuery(appearances=11)).count().number == 0

    def test_say_each_sentence_once(self, archive: Archive):
        found = list(archive.statements(StatementQuery()))
        words = [each.words for each in found]
        assert len(words) == len(set(words))
        # The first says all of its own; what is left are sentences that a desk wrote anew.
        of_first = [each for each in found if each.source.published == "2021-03-20"]
        assert len(of_first) == len(record_of_all(FULL).statements)
        assert {each.source.appearances for each in found} == {10}

    def test_tell_each_event_once(self, archive: Archive):
        once, all_of_them = archive.events(EventQuery()), archive.events(EventQuery(copies=True))
        assert once.count().number == archive.statements(StatementQuery()).count().number
        assert all_of_them.count().number == sum(len(record_of_all(text).events) for text in COPIES.values())
        assert sum(each.again for each in all_of_them) == all_of_them.count().number - once.count().number

    def test_gain_a_place_by_another_appearance(self, archive: Archive):
        add(archive, [Told("cut", "2021-03-31", place=2)])
        assert {each.source.appearances for each in archive.statements(StatementQuery())} == {11}
        assert archive.search(ReportQuery()).count().number == 1


def test_older_copy_that_is_added_last_is_the_first(archive: Archive):
    add(archive, [Told("full", "2021-03-30"), Told("cut", "2021-03-29")])
    assert first_of(archive) == [CUT]
    of_cut, of_full = len(record_of_all(CUT).statements), len(record_of_all(FULL).statements)
    assert told_by(archive, CUT) == (of_cut, 0)
    assert told_by(archive, FULL) == (of_full - of_cut, of_cut)


@pytest.mark.parametrize("days", [(None, "2021-03-30"), ("2021-03-30", "2021-03-30"), (None, None)])
@pytest.mark.parametrize("turned", [False, True])
def test_known_day_comes_before_an_unknown_and_the_longer_before_the_shorter(
    archive: Archive, days: tuple[str | None, str | None], turned: bool
):
    told = [Told("cut", days[0]), Told("full", days[1])]
    add(archive, reversed(told) if turned else told)
    assert first_of(archive) == [FULL]
    assert told_by(archive, CUT) == (0, len(record_of_all(CUT).statements))


def test_report_that_joins_two_texts_puts_what_both_tell_in_order(archive: Archive):
    """Two halves of one report have nothing in common until the whole of it comes."""
    story = paragraphs_of(base_text("kigali-1"))
    halves = "\n\n".join(story[2:5]), "\n\n".join(story[3:])
    for number, text in enumerate((*halves, base_text("kigali-1")), 1):
        archive.add(received(text, f"a{number}", published=f"2024-01-0{number}"), record_of_all(text), maker=MAKER)
    assert first_of(archive) == [halves[0]]
    words = [each.words for each in archive.statements(StatementQuery())]
    assert len(words) == len(set(words))
    assert told_by(archive, halves[0]) == (len(record_of_all(halves[0]).statements), 0)


def test_other_place_with_an_earlier_day_makes_a_copy_the_first(archive: Archive):
    add(archive, [Told("full", "2021-03-29"), Told("cut", "2021-03-30")])
    assert first_of(archive) == [FULL]
    add(archive, [Told("cut", "2021-03-28", place=2)])
    assert first_of(archive) == [CUT]
    assert told_by(archive, CUT) == (len(record_of_all(CUT).statements), 0)


def test_report_that_could_not_be_read_is_the_first_when_it_is_read(archive: Archive):
    archive.add(received(CUT, "a", published="2021-03-28"), "it could not be read", maker=MAKER)
    add(archive, [Told("full", "2021-03-29")])
    assert first_of(archive) == [FULL]
    (number,) = (kept.number for kept in archive.reports() if kept.text == CUT)
    archive.add_readings([(number, record_of_all(CUT))], maker=FRESH)
    assert first_of(archive) == [CUT]
    assert told_by(archive, FULL)[1] == len(record_of_all(CUT).statements)


def test_what_the_first_says_no_more_is_said_by_the_next(archive: Archive):
    """Its reading was made anew, and found less."""
    add(archive, [Told("full", "2021-03-29"), Told("cut", "2021-03-30")])
    assert told_by(archive, CUT)[0] == 0
    less = record_of_all(FULL)
    archive.add_readings([(1, replace(less, statements=less.statements[:1]))], maker=FRESH)
    of_cut = len(record_of_all(CUT).statements)
    assert told_by(archive, CUT) == (of_cut - 1, 1)


def test_order_in_which_reports_were_added_stays(archive: Archive):
    add(archive, [Told("full", "2021-03-30"), Told("stranger"), Told("cut", "2021-03-29")])
    in_turn = [kept.hash[:16] for kept in archive.reports()]
    listed = [each.source.report for each in archive.search(ReportQuery(sort="added", oldest=True, copies=True))]
    assert listed == in_turn


def test_archive_of_before_is_put_in_order_when_a_copy_is_added(archive: Archive):
    """There the first was the one that was added first."""
    from sqlalchemy import text

    add(archive, [Told("full", "2021-03-30"), Told("cut", "2021-03-29")])
    with archive.engine.begin() as connection:
        connection.execute(text("UPDATE reports SET copy_of = NULL, kinship = NULL WHERE id = 1"))
        connection.execute(text("UPDATE reports SET copy_of = 1, kinship = 'trimmed' WHERE id = 2"))
    add(archive, [Told("retitled", "2021-03-31")])
    assert first_of(archive) == [CUT]


def test_answers_are_those_of_any_order_on_any_database(archive: Archive, tmp_path: Path):
    told = [Told("cut to the bone", "2021-03-30"), Told("full"), Told("updated", "2021-03-29"), Told("stranger")]
    add(archive, told)
    with Archive.open(tmp_path / "other.sqlite") as other:
        add(other, reversed(told))
        assert answers_of(other) == answers_of(archive)

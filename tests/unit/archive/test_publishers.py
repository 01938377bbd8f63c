# SPDX-License-Identifier: Apache-2.0
"""A text that stood at several publishers is found by each of them, on both databases."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import text

from readout.archive import finding
from readout.archive.archive import Archive
from readout.archive.checking import check
from readout.archive.engine import reading
from readout.archive.mending import repair
from readout.archive.queries import EventQuery, FigureQuery, ReportQuery, StatementQuery
from readout.record import Role
from readout.report import Report
from tests.support.archives import FRESH, MAKER, TALKS, TALKS_RECORD, received, record_of
from tests.support.exported import FULL

QUERIES = (StatementQuery, EventQuery, FigureQuery, ReportQuery)


@pytest.fixture
def archive(archive_address: str) -> Iterator[Archive]:
    with Archive.open(archive_address) as opened:
        yield opened


def found(archive: Archive, publisher: str | tuple[str, ...], **filters: Any) -> list[int]:
    """Return how many statements, events, figures and reports are found."""
    counts = []
    for kind in QUERIES:
        results: Any = {
            StatementQuery: archive.statements, EventQuery: archive.events, FigureQuery: archive.figures,
            ReportQuery: archive.search,
        }[kind](kind(publisher=publisher, **filters))  # type: ignore[operator]  # fmt: skip
        counts.append(len(list(results)))
        assert results.count().number == counts[-1]
    return counts


def add(
    archive: Archive, publisher: str, *, words: str = TALKS, says: str = "we are done", day: str = "2022-05-13"
) -> str:
    about = {"publisher": publisher, "published": day}
    place = received(words, f"https://{publisher.replace(' ', '-').lower()}.example/{len(words)}", **about)
    record = record_of(words, says=says)
    record = dataclasses.replace(record, report=dataclasses.replace(record.report, publisher=publisher))
    return archive.add(place, record, maker=MAKER).kind


def test_text_is_found_by_every_publisher_that_printed_it(archive: Archive):
    add(archive, "Example Wire")
    assert found(archive, "Gazette") == [0, 0, 0, 0]
    assert add(archive, "The Gazette") == "appearance"
    assert add(archive, "Evening Post") == "appearance"
    for publisher in ("example wire", "gazette", "Evening Post", ("Gazette", "Example Wire")):
        assert found(archive, publisher) == [1, 1, 1, 1], publisher
    assert found(archive, "Nobody") == [0, 0, 0, 0]
    assert found(archive, "Gazette", appearances=3) == [1, 1, 1, 1]
    assert found(archive, "Gazette", appearances=4) == [0, 0, 0, 0]


def test_lists_tell_all_publishers_in_the_order_of_adding(archive: Archive):
    add(archive, "Example Wire")
    add(archive, "The Gazette")
    (one,) = archive.statements(StatementQuery(publisher="gazette"))
    assert one.source.publisher == "Example Wire"
    assert one.source.publishers == ("Example Wire", "The Gazette")
    assert archive.statements(StatementQuery()).to_arrow()["publishers"].to_pylist() == ["Example Wire; The Gazette"]


def test_other_filters_hold_beside_it(archive: Archive):
    add(archive, "Example Wire")
    add(archive, "Gazette")
    (one,) = archive.statements(
        StatementQuery(publisher="Gazette", by="Anna Lind", words='"we are done"', country="LVA")
    )
    assert one.speaker == "Anna Lind"
    assert list(archive.statements(StatementQuery(publisher="Gazette", by="Petr Haas"))) == []
    assert list(archive.statements(StatementQuery(publisher="Gazette", words="-done"))) == []


def test_publishers_outlast_a_new_reading_a_repair_and_the_order_of_both(archive: Archive):
    add(archive, "Example Wire")
    add(archive, "Gazette")
    archive.add_readings([(1, record_of(TALKS, says="the police", model=FRESH.model))], maker=FRESH)
    assert found(archive, "Gazette") == found(archive, "Example Wire") == [1, 1, 1, 1]
    add(archive, "Evening Post")
    assert repair(archive.engine) == []
    assert list(check(archive.engine)) == []
    for publisher in ("Example Wire", "Gazette", "Evening Post"):
        assert found(archive, publisher) == [1, 1, 1, 1]


def test_what_a_publisher_copied_is_found_by_its_name(archive: Archive):
    """A copy tells nothing new, so lists leave it out; who asks for its publisher asks for what that one printed."""
    add(archive, "Example Wire")
    assert add(archive, "Gazette", words=f"{TALKS} The talks will go on in June.", day="2022-05-14") == "copy"
    assert len(list(archive.statements(StatementQuery()))) == 1
    (one,) = archive.statements(StatementQuery(publisher="Gazette"))
    assert (one.source.publisher, one.again) == ("Gazette", True)
    assert found(archive, "Gazette") == [1, 1, 1, 1]
    assert found(archive, ("Gazette", "Example Wire")) == [2, 2, 2, 2]


def test_known_place_and_known_publisher_change_nothing(archive: Archive):
    add(archive, "Example Wire")
    add(archive, "Gazette")
    assert add(archive, "Gazette") == "known"
    again = received(address="https://gazette.example/again", publisher="Gazette")
    assert archive.add(again, TALKS_RECORD, maker=MAKER).kind == "appearance"
    assert found(archive, "Gazette", appearances=3) == [1, 1, 1, 1]


def test_report_that_could_not_be_read_takes_another_publisher(archive: Archive):
    archive.add(received("¿Qué?", "que.txt", publisher="Example Wire"), "it is not in English", maker=MAKER)
    assert archive.add(received("¿Qué?", "otra.txt", publisher="Gazette"), "the same", maker=MAKER).kind == "appearance"
    assert found(archive, "Gazette") == [0, 0, 0, 0]
    with reading(archive.engine) as connection:
        assert len(finding.report(connection, 1).appearances) == 2


@pytest.mark.parametrize("first", [True, False])
def test_name_that_no_database_holds_is_found_as_it_is_written(archive: Archive, first: bool):
    for publisher in ("Gaz\udc80ette", "Example Wire") if first else ("Example Wire", "Gaz\udc80ette"):
        add(archive, publisher)
    assert found(archive, "Gaz\\udc80ette") == [1, 1, 1, 1]


def test_index_of_sqlite_is_whole_after_marks_were_added(tmp_path):
    with Archive.open(tmp_path / "archive.sqlite") as archive:
        for number in range(30):
            words = f"{TALKS} Number {number} of them."
            archive.add(received(words, f"{number}.txt", publisher="Example Wire"), record_of(words), maker=MAKER)
            for other in ("Gazette", "Evening Post")[: number % 3]:
                archive.add(received(words, f"{other}/{number}", publisher=other), record_of(words), maker=MAKER)
        assert [found(archive, name)[3] for name in ("Example Wire", "Gazette", "Evening Post")] == [30, 20, 10]
        with archive.engine.begin() as connection:
            for kind in ("entries", "statements", "events", "figures"):
                connection.execute(text(f"INSERT INTO {kind}_terms({kind}_terms) VALUES('optimize')"))
                connection.execute(text(f"INSERT INTO {kind}_terms({kind}_terms) VALUES('integrity-check')"))
        assert [found(archive, name)[3] for name in ("Example Wire", "Gazette", "Evening Post")] == [30, 20, 10]


def test_very_long_names_are_kept_and_found(archive: Archive):
    chance = random.Random(1)
    long = "".join(chance.choices("abcdefghijklmnopqrstuvwxyz ", k=4000)).strip()
    add(archive, long)
    add(archive, f"{long} too")
    assert found(archive, long) == [1, 1, 1, 1]
    (one,) = archive.search(ReportQuery(publisher=long))
    assert one.source.publishers == (long, f"{long} too")


def test_words_that_no_database_holds_are_kept_wherever_they_stand(archive: Archive):
    """A table in JSON can hold a lone surrogate or a null character in a title, and a text in a name or an office."""
    odd = "\x00\udc80"
    words = FULL.report.text.replace(" ", "\x00").replace("o", "\ud800")
    info = dataclasses.replace(FULL.report, id=Report(words).id, text=words, title=f"T{odd}", publisher=f"P{odd}")
    entities = tuple(
        dataclasses.replace(each, name=f"N{odd}{each.id}", roles=(Role(f"minister{odd}"),)) for each in FULL.entities
    )
    events = tuple(dataclasses.replace(each, place=f"Odesa{odd}") for each in FULL.events)
    figures = tuple(dataclasses.replace(each, of=f"missiles{odd}", modifier=odd) for each in FULL.figures)
    contacts = tuple(dataclasses.replace(each, tone=f"calm{odd}") for each in FULL.contacts)
    record = dataclasses.replace(
        FULL, report=info, entities=entities, events=events, figures=figures, contacts=contacts
    )
    place = received(words, "odd.jsonl#1", publisher=f"P{odd}", title=f"T{odd}")
    assert archive.add(place, record, maker=MAKER).kind == "added"
    assert archive.record(info.id) == record
    (report,) = archive.search(ReportQuery())
    assert (report.source.title, report.source.publishers) == ("T\\x00\\udc80", ("P\\x00\\udc80",))
    assert len(list(archive.statements(StatementQuery(role="minister", copies=True)))) > 0
    assert list(check(archive.engine)) == []

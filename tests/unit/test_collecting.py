# SPDX-License-Identifier: Apache-2.0
"""From what comes in to an archive: known things are not read again, outcomes come in order and after the commit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from readout import collecting, pipeline
from readout.archive.archive import Archive
from readout.archive.checking import check
from readout.collecting import add_reports, maker_of, reread
from readout.source.received import Received, Refused
from tests.support.archives import FRESH, TALKS, received
from tests.support.readings import RandomModel


class Counting(RandomModel):
    """A model that counts what it reads, and cannot stand one word."""

    read = 0

    def score(self, words, line_starts):
        self.read += 1
        if "boom" in words:
            raise RuntimeError("no such word")
        return super().score(words, line_starts)


TEXTS = [f"{TALKS} It was meeting number {number}." for number in range(6)]


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Counting:
    model = Counting()
    monkeypatch.setattr(pipeline, "_packaged_model", lambda: model)
    return model


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive.sqlite") as opened:
        yield opened


def items() -> Iterator[Received | Refused]:
    for number, text in enumerate(TEXTS):
        yield received(text, f"{number}.txt")
        if number == 2:
            yield Refused(address="photo.jpg", reason="'photo.jpg' is a picture, expected text")


def test_outcomes_come_in_the_order_of_the_items(archive: Archive, model: Counting):
    outcomes = list(add_reports(archive, items()))
    assert [outcome.address for outcome in outcomes] == [
        "0.txt", "1.txt", "2.txt", "photo.jpg", "3.txt", "4.txt", "5.txt",
    ]  # fmt: skip
    assert (outcomes[3].kind, outcomes[3].report) == ("refused", None)
    assert list(check(archive.engine)) == []


def test_what_is_known_is_not_read_again(archive: Archive, model: Counting):
    list(add_reports(archive, items()))
    again = [outcome.kind for outcome in add_reports(archive, items())]
    assert model.read == len(TEXTS)
    assert again == ["known"] * 3 + ["refused"] + ["known"] * 3


def test_same_text_twice_in_a_row_is_read_once(archive: Archive, model: Counting):
    twice = [received(TALKS, "a"), received(TALKS, "b"), received(TALKS, "a")]
    assert [outcome.kind for outcome in add_reports(archive, twice)] == ["added", "appearance", "known"]
    assert model.read == 1


def test_failed_reading_is_kept_and_others_go_on(archive: Archive, model: Counting):
    given = [received(TEXTS[0], "a"), received("boom goes the drum of Riga", "b"), received(TEXTS[1], "c")]
    kinds = [outcome.kind for outcome in add_reports(archive, given)]
    assert kinds[1] == "unread"
    assert len(archive) == 3


def test_what_is_told_is_on_the_disk(archive: Archive, model: Counting, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(collecting, "_BATCH", 2)
    for told, _ in enumerate(add_reports(archive, items()), 1):
        with Archive.open(archive.engine.url.database or "", create=False) as other:
            assert len(other) >= min(told, told - (told > 3))


def test_stopped_in_the_middle_it_goes_on_where_it_was(
    archive: Archive, model: Counting, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(collecting, "_BATCH", 2)
    first = add_reports(archive, items())
    assert [next(first).kind for _ in range(2)] == ["added", "copy"]
    first.close()  # type: ignore[attr-defined]
    kinds = [outcome.kind for outcome in add_reports(archive, items())]
    assert kinds[:2] == ["known", "known"]
    assert (len(archive), model.read) == (6, 6)


def test_items_are_taken_as_they_are_needed(archive: Archive, model: Counting, monkeypatch: pytest.MonkeyPatch):
    """Memory stays flat however many there are, and however many of them are known."""
    monkeypatch.setattr(collecting, "_BATCH", 2)
    taken = 0

    def endless() -> Iterator[Received]:
        nonlocal taken
        while True:
            taken += 1
            yield received(TEXTS[taken % 3], f"{taken}.txt")

    outcomes = add_reports(archive, endless())
    for _ in range(10):
        next(outcomes)
    assert taken <= 12


def test_reread_reads_what_another_maker_read_and_only_that(archive: Archive, model: Counting):
    archive.add(received(TEXTS[0], "old"), "could not then", maker=FRESH)
    list(add_reports(archive, [received(TEXTS[1], "new")]))
    read = model.read
    outcomes = list(reread(archive))
    assert [(outcome.kind, outcome.address) for outcome in outcomes] == [("reread", "old")]
    assert model.read == read + 1
    assert archive.record(1).report.text == TEXTS[0]
    assert list(reread(archive)) == []


def test_reread_that_fails_replaces_nothing_and_is_not_tried_again(archive: Archive, model: Counting):
    list(add_reports(archive, [received("boom goes the drum of Riga", "b")], model=Calm()))  # type: ignore[arg-type]
    before = archive.record(1)
    assert [(outcome.kind, "no such word" in (outcome.reason or "")) for outcome in reread(archive)] == [
        ("unread", True)
    ]
    assert archive.record(1) == before
    assert list(reread(archive)) == []
    assert list(check(archive.engine)) == []


class Calm(RandomModel):
    """Another model, which stands every word."""

    name = "calm-1+0"


def test_maker_is_told_by_code_model_and_tables(tmp_path: Path):
    path = tmp_path / "gazetteer.sqlite"
    path.write_bytes(b"other places")
    packaged, other = maker_of(), maker_of(gazetteer=path)
    assert packaged.model.startswith("news-en-")
    assert len(packaged.tables) == 64
    assert (packaged.readout, packaged.model) == (other.readout, other.model)
    assert packaged.tables != other.tables

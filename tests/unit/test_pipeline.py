# SPDX-License-Identifier: Apache-2.0
"""One report, and a stream of them, walked through the layers. The model here gives numbers that mean nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from readout import pipeline
from readout.errors import ConfigError, SourceError
from readout.pipeline import Failure, layers_for, read, read_many, read_report, read_reports
from readout.reading.attributions.attribution import Attribution
from readout.reading.contacts.contact import Contact
from readout.reading.coreference.entities import Entity
from readout.reading.coreference.mentions import Mention
from readout.reading.encoding import Encoding
from readout.reading.events.actors import Code
from readout.reading.events.events import Event
from readout.reading.figures.figure import Figure
from readout.reading.happenings.parties import Implied
from readout.reading.page.labels import Label
from readout.reading.page.parts import Part
from readout.reading.places.places import Place
from readout.reading.statements.first_persons import FirstPerson
from readout.reading.statements.statements import Statement
from readout.reading.times.sayings import Saying
from readout.reading.times.times import Time
from readout.reading.trees.syntax import Syntax
from readout.record import Record
from readout.report import Published, Report
from readout.resources.gazetteer import Site, write_gazetteer
from tests.support.readings import RandomModel

MODEL = RandomModel()
TEXT = "Talks fail\n\n“We are done,” Lind told Haas on Monday. She left, an aide said.\n"
FRENCH = (
    "Le ministre a dit que les négociations avec la Russie ne sont pas terminées et qu’il y aura une autre rencontre."
)


@pytest.fixture
def reads_with_random_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_packaged_model", lambda: MODEL)


def test_layers_are_all_there_in_order():
    provided = [kind for layer in layers_for(MODEL) for kind in layer.provides]  # type: ignore[arg-type]
    assert provided == [
        Part,
        Label,
        Encoding,
        Syntax,
        Attribution,
        Mention,
        Entity,
        Statement,
        FirstPerson,
        Time,
        Published,
        Saying,
        Place,
        Figure,
        Event,
        Implied,
        Code,
        Contact,
    ]


def test_a_report_becomes_a_record_with_its_text():
    record = read_report(Report(TEXT, language="en"), model=MODEL)  # type: ignore[arg-type]
    assert record.report.text == TEXT
    assert record.made_by is not None
    assert record.made_by.model == MODEL.name


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "in the language 'fr'"), ("und", "not in English")], ids=["known", "unknown"]
)
def test_a_report_in_another_language_is_not_read(language: str, words: str):
    record = read_report(Report(FRENCH, language=language), model=MODEL)  # type: ignore[arg-type]
    assert (record.entities, record.statements) == ((), ())
    assert words in record.notes[0].reason


@pytest.mark.usefixtures("reads_with_random_model")
def test_read_tells_the_language_itself():
    assert read(FRENCH).report.language == "fr"
    assert read(TEXT).report.language == "en"


@pytest.mark.usefixtures("reads_with_random_model")
def test_read_keeps_what_is_given_with_the_text():
    report = read(
        TEXT, published="2022-05-13", publisher="Example Wire", url="https://example.org/1", title="Lind"
    ).report
    assert (report.publisher, report.url, report.title) == ("Example Wire", "https://example.org/1", "Lind")
    assert report.published is not None
    assert (report.published.value, report.published.basis) == ("2022-05-13", "given")


@pytest.mark.usefixtures("reads_with_random_model")
def test_read_refuses_what_is_no_report_or_no_date():
    with pytest.raises(SourceError):
        read(" \n ")
    with pytest.raises(ConfigError):
        read(TEXT, published="Friday")


def test_read_takes_the_model_it_is_given(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pipeline, "_packaged_model", lambda: pytest.fail("the packaged model was opened"))
    assert read(TEXT, model=MODEL).report.text == TEXT  # type: ignore[arg-type]


# Streams -------------------------------------------------------------------------------------------------------------


class Faulty(RandomModel):
    """A model that cannot stand one word."""

    def score(self, words, line_starts):
        if "boom" in words:
            raise RuntimeError("no such word")
        return super().score(words, line_starts)


def test_a_report_that_breaks_does_not_touch_the_others():
    texts = ["Lind left the room on Monday.", "boom", "Haas stayed in the room."]
    found = list(read_reports([Report(text, language="en") for text in texts], model=Faulty()))  # type: ignore[arg-type]
    assert [type(item) for item in found] == [Record, Failure, Record]
    assert isinstance(found[1], Failure)
    assert found[1].report.text == "boom"
    assert "RuntimeError: no such word" in found[1].error
    assert "report it" in found[1].error


@pytest.mark.usefixtures("reads_with_random_model")
def test_read_many_keeps_the_order_with_failures_between():
    texts = ["", "Lind left on Monday.", " ", "<html><body><p>Hello</p></body></html>", "Haas stayed on.", "\n"]
    found = list(read_many(texts, workers=1))
    assert [item.report.text for item in found] == texts
    assert [type(item) for item in found] == [Failure, Record, Failure, Failure, Record, Failure]


@pytest.mark.usefixtures("reads_with_random_model")
def test_read_many_takes_reports_as_well():
    report = Report("Lind left on Monday.", publisher="Example Wire", language="en")
    (record,) = read_many([report], workers=1)
    assert isinstance(record, Record)
    assert record.report.publisher == "Example Wire"


@pytest.mark.usefixtures("reads_with_random_model")
def test_read_many_takes_no_more_than_it_gives():
    """A stream without end is read as it comes."""
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield f"Lind left on Monday the {taken}th."

    stream = read_many(endless(), workers=1)
    for _ in range(3):
        next(stream)
    assert taken == 3


@pytest.mark.usefixtures("reads_with_random_model")
def test_read_many_of_nothing_gives_nothing():
    assert list(read_many([], workers=1)) == []


def test_a_reading_leaves_nothing_for_the_collector(model, root: Path):
    report = Report((root / "examples" / "singapore-summit" / "report.txt").read_text(encoding="utf-8"), language="en")
    read_report(report, model=model)
    gc.collect()
    gc.disable()
    try:
        read_report(report, model=model)
        assert gc.collect() == 0  # else all arrays of a report wait for the collector
    finally:
        gc.enable()


@pytest.mark.slow
def test_two_processes_read_what_one_does(model):
    texts = ["“No,” Lind told Haas on Monday.", "", *(f"Haas said that {n} people left." for n in range(9))]
    alone = list(read_many(texts, workers=1))
    together = list(read_many(texts, workers=2))
    assert [item.report.text for item in together] == texts
    assert together == alone


def test_a_gazetteer_that_is_not_there_is_refused_before_anything_is_read(tmp_path: Path):
    with pytest.raises(ConfigError, match="there is no gazetteer"):
        read(TEXT, model=MODEL, gazetteer=tmp_path / "none.sqlite")  # type: ignore[arg-type]
    with pytest.raises(ConfigError, match="there is no gazetteer"):
        next(read_many([TEXT], gazetteer=tmp_path / "none.sqlite"))


@pytest.mark.slow
def test_every_process_uses_the_gazetteer_that_it_is_given(tmp_path: Path):
    path = tmp_path / "own.sqlite"
    write_gazetteer([(Site(5, "Novyi Luh", "UKR", "13", "P", "PPL", 49.1, 31.2, 3400), ())], path)
    texts = ["Shelling hit the village of Novyi Luh in Ukraine on Monday, officials said."] * 3
    found = [item for item in read_many(texts, workers=2, gazetteer=str(path)) if isinstance(item, Record)]
    assert [5 in {place.geonames_id for place in record.places} for record in found] == [True] * 3

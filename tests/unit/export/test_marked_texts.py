# SPDX-License-Identifier: Apache-2.0
"""Formats that hold the text with what is marked in it: TimeML, brat, spaCy."""

from __future__ import annotations

import dataclasses
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from readout.export.brat import CONFIGURATION, standoff
from readout.export.timeml import timeml
from readout.record import Event, Record, ReportInfo, Statement, Time
from readout.text import Span
from tests.support.exported import FULL, exported


def small(text: str, **things: tuple[object, ...]) -> Record:
    """Return a record of a short text."""
    bare = Record(report=ReportInfo(id="0a1b2c3d4e5f6789", text=text), entities=(), statements=())
    return dataclasses.replace(bare, **things)  # type: ignore[arg-type]


class TestTimeml:
    def test_day_of_publication_is_the_time_of_creation(self):
        root = ElementTree.fromstring(timeml(FULL).encode())
        (created,) = root.findall("DCT/TIMEX3")
        assert (created.get("tid"), created.get("value"), created.get("functionInDocument")) == (
            "t0",
            "2022-07-23",
            "CREATION_TIME",
        )

    def test_times_have_their_attributes(self):
        root = ElementTree.fromstring(timeml(FULL).encode())
        found = {timex.text: timex.attrib for timex in root.findall("TEXT/TIMEX3")}
        assert found["Saturday"] == {
            "tid": "t2", "type": "DATE", "value": "2022-07-23", "temporalFunction": "true", "anchorTimeID": "t0",
        }  # fmt: skip
        assert found["24 hours"]["mod"] == "LESS_THAN"

    def test_time_within_another_is_empty_and_says_where(self):
        record = small(
            "the first week of May",
            times=(Time(start=0, end=21, type="DATE", value="2024-05"), Time(start=18, end=21, type="DATE")),
        )
        written = timeml(record)
        assert '>the first week of May</TIMEX3><TIMEX3 tid="t2" type="DATE" value=""' in written
        assert 'comment="18 21"/>' in written

    def test_what_xml_cannot_hold_is_named_and_keeps_its_place(self):
        assert '<TEXT>a<?readout char="000B"?>\ufffdb&#13;\n&lt;</TEXT>' in timeml(small("a\x0bb\r\n<"))

    def test_file_stands_under_the_report_s_id(self, tmp_path: Path):
        folder = exported(tmp_path / "out", "timeml", [FULL, FULL])
        assert sorted(path.name for path in (folder / "0001").iterdir()) == [
            "0f0e0d0c0b0a0908-2.tml",
            "0f0e0d0c0b0a0908.tml",
        ]

    def test_thousand_reports_stand_in_a_folder(self, tmp_path: Path):
        record = small("a")
        records = (dataclasses.replace(record, report=ReportInfo(id=f"{i:x}", text="a")) for i in range(1001))
        folder = exported(tmp_path / "out", "timeml", records)
        assert [len(list((folder / name).iterdir())) for name in ("0001", "0002")] == [1000, 1]


class TestBrat:
    def test_span_over_the_end_of_a_line_is_cut_there(self):
        record = small(
            "one\ntwo\tthree", statements=(Statement(id="s1", kind="direct", content=(Span(0, 13),), confidence=1.0),)
        )
        assert standoff(record).splitlines()[0] == "T1\tStatement 0 3;4 7;8 13\tone two three"

    def test_fragments_are_one_annotation(self):
        record = small(
            "He, he said, is",
            statements=(Statement(id="s1", kind="direct", content=(Span(0, 2), Span(13, 15)), confidence=1.0),),
        )
        assert "T1\tStatement 0 2;13 15\tHe is" in standoff(record).splitlines()

    def test_event_has_a_line_for_each_telling(self):
        lines = standoff(FULL).splitlines()
        found = [line.partition("\t")[2] for line in lines if line.startswith("E")]
        assert [re.sub(r"T\d+", "T", line) for line in found] == [
            "ASSAULT:T Actor:T Recipient:T Evidence:T",
            "ASSAULT:T Actor:T Recipient:T Evidence:T",
            "CONSULT:T Actor:T Recipient:T Evidence:T",
        ]
        assert sum(line.endswith(" occurred") for line in lines if line.startswith("A")) == 3

    def test_several_parties_are_numbered(self):
        event = dataclasses.replace(FULL.events[0], actors=("n7", "n6"), trigger=FULL.events[0].trigger[:1])
        (line, *_) = (
            line
            for line in standoff(dataclasses.replace(FULL, events=(event,), contacts=())).splitlines()
            if line.startswith("E")
        )
        assert re.search(r" Actor:T\d+ Actor2:T\d+ ", line)

    def test_statement_is_joined_to_its_speaker(self):
        lines = standoff(FULL).splitlines()
        words = {line.split("\t")[0]: line.split("\t")[2] for line in lines if line.startswith("T")}
        speakers = re.findall(r"\tSpeaker Arg1:(T\d+) Arg2:(T\d+)", "\n".join(lines))
        told = {words[statement]: words[speaker] for statement, speaker in speakers}
        (first,) = (words for words in told if words.startswith("“It took less than 24 hours"))
        assert first.endswith(",” “breaking its promises.”")
        assert told[first] == "Oleh Nikolenko"

    def test_configuration_has_every_type_that_is_written(self):
        lines = standoff(FULL).splitlines()
        declared = set(re.findall(r"^[A-Za-z]+", CONFIGURATION, flags=re.MULTILINE))
        written = {line.split("\t")[1].split(" ")[0].partition(":")[0] for line in lines if line[0] in "TREA*"}
        assert written <= declared

    def test_text_is_as_it_was(self, tmp_path: Path):
        record = small("a\r\nb\rc\n")
        path = exported(tmp_path / "out", "brat", [record]) / "0001" / "0a1b2c3d4e5f6789.txt"
        assert path.read_bytes() == b"a\r\nb\rc\n"
        assert (tmp_path / "out" / "annotation.conf").is_file()

    def test_event_without_words_is_left_out(self):
        event = Event(id="v1", type="AID", status="occurred", confidence=1.0)
        assert standoff(small("a", events=(event,))) == ""


class TestSpacy:
    def test_documents_hold_text_spans_and_record(self, tmp_path: Path):
        pytest.importorskip("spacy")
        from spacy.tokens import DocBin
        from spacy.vocab import Vocab

        folder = exported(tmp_path / "out", "spacy")
        (doc,) = DocBin().from_disk(folder / "0001.spacy").get_docs(Vocab())
        assert doc.text == FULL.report.text
        assert Record.from_json(doc.user_data["readout"]) == FULL
        assert list(doc.spans) == ["statements", "cues", "sources", "entities", "events", "times", "places", "figures"]
        struck = doc.spans["events"][0]
        assert (struck.text, struck.label_, struck.id_) == ("struck", "ASSAULT", "v1")
        assert [span.text for span in doc.spans["statements"] if span.id_ == "s4"][1].startswith("“breaking")

    def test_span_within_a_token_is_widened_to_it(self, tmp_path: Path):
        spacy = pytest.importorskip("spacy")
        from readout.export.docbin import doc_of

        record = small("Kyiv-based", times=(Time(start=1, end=3, type="DATE"),))
        doc = doc_of(record, spacy.blank("en"))
        assert doc.spans["times"][0].text == "Kyiv"

    def test_files_hold_so_many_documents(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        pytest.importorskip("spacy")
        monkeypatch.setattr("readout.export.docbin._PER_FILE", 2)
        folder = exported(tmp_path / "out", "spacy", [small("a"), small("b"), small("c")])
        assert sorted(path.name for path in folder.glob("*.spacy")) == ["0001.spacy", "0002.spacy"]

# SPDX-License-Identifier: Apache-2.0
"""Texts and records as bytes, and back without a difference."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.archive import packing
from readout.archive.packing import pack_record, pack_text, unpack_record, unpack_text
from readout.errors import ArchiveError
from readout.record import Mention, Record, ReportInfo, Statement
from readout.record.record import Entity, Figure, Reason
from readout.text import Span
from tests.support.archives import TALKS, TALKS_RECORD

ANY_TEXT = st.text(st.characters(), min_size=2, max_size=80)  # with null characters and lone surrogates


@st.composite
def records(draw: st.DrawFn) -> Record:
    text = draw(ANY_TEXT)

    def span() -> Span:
        start = draw(st.integers(0, len(text) - 1))
        return Span(start, draw(st.integers(start + 1, len(text))))

    def spans(least: int = 0) -> tuple[Span, ...]:
        return tuple(span() for _ in range(draw(st.integers(least, 3))))

    mentions = tuple(Mention(each.start, each.end, "name") for each in spans())
    name = draw(st.none() | ANY_TEXT)
    figures = tuple(
        Figure(
            start=each.start, end=each.end, low=draw(st.none() | st.sampled_from([0, 1, 0.5, 1e300])), of_span=span()
        )
        for each in spans()
    )
    because = (Reason("content", "a rule", draw(st.none() | st.floats(0, 1)), spans()),)
    statements = (
        Statement(
            id="s1",
            kind="direct",
            content=spans(1),
            speaker="n1",
            anonymous=draw(st.booleans()),
            confidence=draw(st.sampled_from([0, 1, 0.25])),
            because=because,
        ),
    )
    return Record(
        report=ReportInfo(id="0", title=draw(st.none() | ANY_TEXT), text=text),
        entities=(Entity(id="n1", type="person", name=name, mentions=mentions),),
        statements=statements,
        figures=figures,
    )


@given(st.text(st.characters()))
def test_text_comes_back(text: str):
    assert unpack_text(pack_text(text)) == text


@given(records())
def test_record_comes_back(record: Record):
    back = unpack_record(pack_record(record), record.report.text)
    assert back == record
    assert back.to_json() == record.to_json()


def test_record_holds_no_word_of_the_text():
    record = Record(report=ReportInfo(id="0", text="Unmistakable"), entities=(), statements=())
    assert b"Unmistakable" not in packing._written(record)


def test_small_record_takes_few_bytes():
    """Of a record with one of everything; benchmarks.speed measures whole reports."""
    assert len(pack_record(TALKS_RECORD)) < 330
    assert len(TALKS_RECORD.to_json()) > 1700


def test_dictionary_stays_as_it_is():
    """What was packed with it is unpacked with it: another dictionary needs another form."""
    words = Path(packing.__file__).with_name("packing.words.txt").read_bytes()
    assert hashlib.sha256(words).hexdigest() == ("39e78ba0805cdb49328f79c7bed7cc636af5eb7b94fb2b2fe2d44734e9dff465")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: b"\x7f" + data[1:],
        lambda data: data[:-3],
        lambda data: data + b"more",
        lambda data: data[:1] + b"\xff\xff\xff" + data[4:],
    ],
    ids=["nothing", "another form", "end missing", "more than there was", "other bytes"],
)
def test_damage_is_told(spoil):
    with pytest.raises(ArchiveError, match="damaged"):
        unpack_text(spoil(pack_text(TALKS)))
    with pytest.raises(ArchiveError, match="damaged"):
        unpack_record(spoil(pack_record(TALKS_RECORD)), TALKS)


def test_record_of_another_text_is_told():
    with pytest.raises(ArchiveError, match="damaged"):
        unpack_record(pack_record(TALKS_RECORD), "short")

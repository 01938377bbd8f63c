# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from benchmarks.quality.names import CORPORA, join


def record(text: str, *entities: tuple[int, int, str], document: str = "d"):
    listed = [{"start": start, "end": end, "type": kind} for start, end, kind in entities]
    return {"text": text, "entities": listed, "document": document}


def test_join_moves_the_entities_with_their_sentences():
    text, entities = join([record("Ann left.", (0, 3, "PER")), record("Bonn is far.", (0, 4, "country"))])
    assert {(text[start:end], kind) for start, end, kind in entities} == {("Ann", "person"), ("Bonn", "place")}


def test_join_puts_each_sentence_on_a_line_of_its_own():
    assert join([record("One."), record("Two.")])[0] == "One.\nTwo."


def test_named_documents_are_read_whole():
    records = [record("A", document="x"), record("B", document="x"), record("C", document="y")]
    assert [[r["text"] for r in some] for some in CORPORA["uner-ewt"].texts(records)] == [["A", "B"], ["C"]]


def test_single_sentences_are_read_alone():
    records = [record("A"), record("B")]
    assert [len(some) for some in CORPORA["crossner-politics"].texts(records)] == [1, 1]


def test_a_stream_of_reports_is_read_in_runs_and_no_sentence_is_lost():
    records = [record(str(n)) for n in range(25)]
    assert [r["text"] for some in CORPORA["conll2003"].texts(records) for r in some] == [str(n) for n in range(25)]

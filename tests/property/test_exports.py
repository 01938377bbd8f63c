# SPDX-License-Identifier: Apache-2.0
"""What goes out comes back, in every format that can carry it."""

from __future__ import annotations

import io
import json
import re
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from readout.export import Kept, write_export
from readout.export.annotations import annotations_of
from readout.export.brat import standoff
from readout.export.lines import jsonl
from readout.export.timeml import timeml
from readout.record import Record
from tests.support.record_strategies import records
from tests.support.tables import records_from_rows

SLOW = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
MANY = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@MANY
@given(records())
def test_json_lines_read_back_as_the_same_record(record: Record):
    file = io.StringIO()
    jsonl(file).put(Kept(record=record))
    line, end, rest = file.getvalue().partition("\n")
    assert (end, rest) == ("\n", "")
    assert Record.from_json(line) == record


@SLOW
@given(records(surrogates=False))
def test_parquet_tables_hold_the_whole_record(record: Record):
    parquet = pytest.importorskip("pyarrow.parquet")
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent) / "tables"
        write_export([Kept(record=record)], folder, form="parquet")
        tables = {path.stem: parquet.read_table(path).to_pylist() for path in folder.glob("*.parquet")}
    assert records_from_rows(tables) == [record]


@MANY
@given(records())
def test_web_annotations_quote_what_stands_at_their_positions(record: Record):
    text = record.report.text
    found: list[dict[str, Any]] = list(annotations_of(Kept(record=record)))
    for annotation in found:
        targets = annotation["target"]
        assert targets == f"urn:readout:{record.report.id}" or isinstance(targets, list)
        for target in targets if isinstance(targets, list) else []:
            position, quote = target["selector"]
            start, end = position["start"], position["end"]
            assert quote["exact"] == text[start:end]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])
        json.dumps(annotation)


@MANY
@given(records())
def test_timeml_has_the_text_and_every_time(record: Record):
    written = timeml(record).encode("utf-8")
    parser = ElementTree.XMLParser(target=ElementTree.TreeBuilder(insert_pis=True))
    root = ElementTree.fromstring(written, parser)
    text = root.find("TEXT")
    assert text is not None
    assert _text_of(text) == record.report.text
    found = sorted((_offsets(text, timex), timex.get("type"), timex.get("value")) for timex in text.iter("TIMEX3"))
    assert found == sorted(((time.start, time.end), time.type, time.value or "") for time in record.times)


def _is_instruction(element: ElementTree.Element) -> bool:
    tag: object = element.tag
    return tag is ElementTree.ProcessingInstruction


def _text_of(element: ElementTree.Element) -> str:
    """Return the text of an element, with the characters that instructions name."""
    pieces = [element.text or ""]
    for child in element:
        if _is_instruction(child):
            named = re.fullmatch(r'readout char="([0-9A-F]{4})"', child.text or "")
            assert named is not None
            assert (child.tail or "").startswith("\ufffd")
            pieces.append(chr(int(named[1], 16)) + (child.tail or "")[1:])
        else:
            pieces.append(_text_of(child) + (child.tail or ""))
    return "".join(pieces)


def _offsets(text: ElementTree.Element, timex: ElementTree.Element) -> tuple[int, int]:
    """Return where a time stands: as its comment says, or else where its element does."""
    if comment := timex.get("comment"):
        first, last = map(int, comment.split())
        return first, last
    start = len(text.text or "")
    for child in text:
        if child is timex:
            return start, start + len(_text_of(timex))
        own = 0 if _is_instruction(child) else len(_text_of(child))
        start += own + len(child.tail or "")
    raise AssertionError("the time is not in the text")


@MANY
@given(records())
def test_brat_points_at_the_words_of_every_span(record: Record):
    text = re.sub("[\ud800-\udfff]", "\ufffd", record.report.text)
    lines = standoff(record).splitlines()
    marked = [line.split("\t") for line in lines if line.startswith("T")]
    for _, where, words in marked:
        spans = [tuple(map(int, pair.split())) for pair in where.partition(" ")[2].split(";")]
        assert words == " ".join(text[start:end] for start, end in spans)
        assert words.splitlines() == [words]
    breaks = re.compile("[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
    wanted = ["".join(breaks.sub("", span.of(text)) for span in statement.content) for statement in record.statements]
    found = [_covered(text, where) for _, where, _ in marked if where.startswith("Statement ")]
    assert found == [words for words in wanted if words]


def _covered(text: str, where: str) -> str:
    return "".join(text[slice(*map(int, pair.split()))] for pair in where.partition(" ")[2].split(";"))


@MANY
@given(records())
def test_brat_lines_name_only_what_stands_before_them(record: Record):
    seen: set[str] = set()
    for line in standoff(record).splitlines():
        id, body, *_ = line.split("\t")
        named = set(re.findall(r"\b[TE]\d+\b", body))
        assert named <= seen, line
        assert id == "*" or id not in seen
        seen.add(id)

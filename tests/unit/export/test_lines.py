# SPDX-License-Identifier: Apache-2.0
"""Formats of lines: whole records and Web Annotations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from readout.export import Kept
from readout.export.annotations import annotations_of
from readout.export.icews import ICEWS_COLUMNS
from readout.record import Record
from tests.support.exported import FULL, exported


@pytest.fixture(scope="module")
def noted() -> dict[str, dict[str, Any]]:
    return {str(each["id"]).rpartition(":")[2]: each for each in annotations_of(Kept(record=FULL))}


def test_json_lines_are_records(tmp_path: Path):
    lines = exported(tmp_path / "out.jsonl", "jsonl", [FULL, FULL]).read_text(encoding="utf-8").splitlines()
    assert [Record.from_json(line) for line in lines] == [FULL, FULL]


def test_icews_has_its_head_once(tmp_path: Path):
    rows = exported(tmp_path / "out.tsv", "icews", [FULL, FULL]).read_text(encoding="utf-8").splitlines()
    assert [row == "\t".join(ICEWS_COLUMNS) for row in rows] == [True, False, False, False, False]


def test_there_is_an_annotation_for_everything(noted: dict[str, dict[str, Any]]):
    things = [
        FULL.entities, FULL.statements, FULL.events, FULL.contacts, FULL.times, FULL.places, FULL.figures,
    ]  # fmt: skip
    assert len(noted) == sum(map(len, things))


def test_annotation_has_what_the_standard_asks_for(noted: dict[str, dict[str, Any]]):
    for annotation in noted.values():
        assert annotation["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
        assert annotation["type"] == "Annotation"
        assert annotation["target"]
        assert annotation["body"][0]["type"] == "TextualBody"


def test_statement_in_fragments_has_a_target_for_each(noted: dict[str, dict[str, Any]]):
    targets = noted["s4"]["target"]
    assert [target["selector"][0]["start"] for target in targets] == [
        span.start for span in FULL.statement("s4").content
    ]
    assert targets[0]["selector"][1]["exact"].startswith("“It took less than 24 hours")
    assert targets[0]["scope"] == "https://example.org/2022/07/23/odesa"


def test_fields_are_those_of_the_record_and_names_stand_beside_them(noted: dict[str, dict[str, Any]]):
    (_, body) = noted["s4"]["body"]
    assert body["fields"] == json.loads(FULL.to_json())["statements"][3]
    assert body["names"] == {"n3": "Oleh Nikolenko"}


def test_contact_points_at_the_words_of_its_event(noted: dict[str, dict[str, Any]]):
    (target,) = noted["c1"]["target"]
    assert target["selector"][1]["exact"] == "had told his ministry"

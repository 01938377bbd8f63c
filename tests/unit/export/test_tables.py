# SPDX-License-Identifier: Apache-2.0
"""Tables: their cells, and whether what describes them is true of them."""

from __future__ import annotations

import csv
import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.speed.copies import varied_copies
from readout.archive.kept import Correction
from readout.export import Kept, write_export
from readout.export.tables.dictionary import data_package, dictionary_rows
from readout.export.tables.separated import guarded
from readout.record import Entity, Record, ReportInfo
from readout.text import Span
from tests.support.exported import FULL, exported
from tests.support.tables import records_from_rows

RECORDS = list(varied_copies([FULL], 3))

# What the Table Schema of Frictionless says that cells of each type look like.
_READ: dict[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "array": json.loads,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return exported(tmp_path_factory.mktemp("tables") / "csv", "csv", RECORDS)


def rows_of(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_tables(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Read CSV files as their data package says: types, and empty cells for what is missing."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    tables = {}
    for resource in package["resources"]:
        types = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
        rows = rows_of(folder, resource["name"])
        head = (folder / resource["path"]).read_text(encoding="utf-8").partition("\n")[0]
        assert head.strip().split(",") == list(types)
        tables[resource["name"]] = [
            {name: None if cell == "" else _READ[types[name]](cell) for name, cell in row.items()} for row in rows
        ]
    return tables


def test_tables_hold_the_records(folder: Path):
    assert records_from_rows(read_tables(folder)) == RECORDS


def test_words_and_names_stand_beside_offsets_and_ids(folder: Path):
    row = rows_of(folder, "statements")[3]
    assert row["content_words"].startswith("“It took less than 24 hours")
    assert " … “breaking its promises" in row["content_words"]
    assert (row["speaker"], row["speaker_name"]) == ("n3", "Oleh Nikolenko 0")
    assert row["channel_kind"] == "social_post"
    event = rows_of(folder, "events")[0]
    assert (event["actors"], event["actor_names"]) == (
        '["n7"]',
        json.dumps([FULL.name_of("n7")], ensure_ascii=False)[:-2] + ' 0"]',
    )
    assert rows_of(folder, "figures")[0]["words"] == "Missiles"


def test_contact_has_the_words_of_its_event(folder: Path):
    (row, *_) = rows_of(folder, "contacts")
    assert row["evidence_words"] == "had told his ministry"


def test_lines_end_as_rfc_4180_says(folder: Path):
    assert (folder / "mentions.csv").read_bytes().startswith(b"report,entity,number,start,end,words,form\r\n")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "'=", "''@"])
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(start: str):
    assert guarded(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"


@pytest.mark.parametrize("text", ["", "It's", "'We will,' she said", "a=b", "’tis", "1-2"])
def test_other_text_stands_as_it_is(text: str):
    assert guarded(text) == text


def test_formula_in_the_news_is_guarded_in_its_cell(tmp_path: Path):
    entity = Entity(id="n1", type="other", name='=HYPERLINK("http://x")')
    record = Record(report=ReportInfo(id="a", text="-"), entities=(entity,), statements=())
    (row,) = rows_of(exported(tmp_path / "out", "csv", [record]), "entities")
    assert row["name"] == '\'=HYPERLINK("http://x")'
    assert rows_of(tmp_path / "out", "reports")[0]["text"] == "'-"


def test_what_the_archive_knows_is_in_the_reports(tmp_path: Path):
    kept = Kept(record=FULL, addresses=("https://a.example/1", "https://b.example/2"), text_number=7, kinship="trimmed")
    write_export([kept], tmp_path / "out", form="csv")
    (row,) = rows_of(tmp_path / "out", "reports")
    assert (json.loads(row["addresses"]), row["text_number"], row["kinship"]) == (
        ["https://a.example/1", "https://b.example/2"],
        "7",
        "trimmed",
    )


def test_corrections_have_a_table(tmp_path: Path):
    correction = Correction(
        report=FULL.report.id, path="statements/s3/speaker", value="n1", spans=(Span(0, 8),), reason="the byline says so",
        who="A Reader", made="2026-01-02T03:04:05Z", reading=2,
    )  # fmt: skip
    write_export([Kept(record=FULL, corrections=(correction,))], tmp_path / "out", form="csv")
    (row,) = rows_of(tmp_path / "out", "corrections")
    assert (row["report"], row["number"], row["path"], row["value"]) == (
        FULL.report.id, "1", "statements/s3/speaker", '"n1"',
    )  # fmt: skip
    assert (row["spans"], row["spans_words"], row["who"]) == ("[[0,8]]", "Missiles", "A Reader")


def test_every_column_is_described():
    assert [row for row in dictionary_rows() if not row[-1].endswith((".", "…"))] == []


def test_dictionary_lists_the_columns_in_their_order(folder: Path):
    listed = [(row["table"], row["column"]) for row in rows_of(folder, "dictionary")]
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    tables = [resource for resource in package["resources"] if resource["name"] != "dictionary"]
    assert listed == [(table["name"], field["name"]) for table in tables for field in table["schema"]["fields"]]


def test_data_package_keeps_the_rules_of_its_standard(folder: Path):
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert package == data_package(form="csv", mediatype="text/csv")
    by_name = {resource["name"]: resource for resource in package["resources"]}
    assert len(by_name) == len(package["resources"]) == 11
    for resource in package["resources"]:
        assert (folder / resource["path"]).is_file()
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert len(set(fields)) == len(fields)
        assert {field["type"] for field in resource["schema"]["fields"]} <= set(_READ)
        assert set(resource["schema"].get("primaryKey", [])) <= set(fields)
        for key in resource["schema"].get("foreignKeys", []):
            assert set(key["fields"]) <= set(fields)
            other = by_name[key["reference"]["resource"]]
            assert key["reference"]["fields"] == other["schema"]["primaryKey"]


def test_data_package_is_true_of_its_rows(folder: Path):
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    tables = read_tables(folder)

    def values(table: str, columns: list[str]) -> list[tuple[Any, ...]]:
        return [tuple(row[column] for column in columns) for row in tables[table]]

    for resource in package["resources"][:-1]:
        name, schema = resource["name"], resource["schema"]
        keys = values(name, schema["primaryKey"])
        assert keys or name == "corrections"
        assert len(set(keys)) == len(keys)
        for each in schema.get("foreignKeys", []):
            there = values(each["reference"]["resource"], each["reference"]["fields"])
            assert set(values(name, each["fields"])) <= set(there)
        for field in schema["fields"]:
            found = [row[field["name"]] for row in tables[name]]
            constraints = field.get("constraints", {})
            assert not constraints.get("required") or None not in found
            assert (
                set(constraints["enum"]) >= {value for value in found if value is not None}
                if "enum" in constraints
                else True
            )


class TestParquet:
    def test_tables_hold_the_records(self, tmp_path: Path):
        parquet = pytest.importorskip("pyarrow.parquet")
        folder = exported(tmp_path / "out", "parquet", RECORDS)
        tables = {path.stem: parquet.read_table(path).to_pylist() for path in folder.glob("*.parquet")}
        assert records_from_rows(tables) == RECORDS

    def test_columns_are_typed_and_described(self, tmp_path: Path):
        parquet = pytest.importorskip("pyarrow.parquet")
        schema = parquet.read_schema(exported(tmp_path / "out", "parquet") / "statements.parquet")
        assert str(schema.field("content").type) == "list<element: list<element: int32>>"
        assert str(schema.field("confidence").type) == "double"
        assert schema.field("cue").metadata[b"description"] == b'The words that attribute it: "said", "according to".'

    def test_lone_surrogate_becomes_one_replacement(self, tmp_path: Path):
        parquet = pytest.importorskip("pyarrow.parquet")
        report = dataclasses.replace(FULL.report, text="a\udc00b" + FULL.report.text[3:])
        record = dataclasses.replace(FULL, report=report)
        table = parquet.read_table(exported(tmp_path / "out", "parquet", [record]) / "reports.parquet")
        assert table.column("text")[0].as_py()[:3] == "a\ufffdb"

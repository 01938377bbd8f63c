# SPDX-License-Identifier: Apache-2.0
"""What describes the tables: a data dictionary, and a Frictionless data package (https://datapackage.org, version 2)."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from readout.export.tables.columns import Column, Kind
from readout.export.tables.forms import TABLES, TableForm
from readout.record import Json

__all__ = ["DICTIONARY", "data_package", "dictionary_rows", "write_dictionary", "write_package"]

DICTIONARY = "dictionary.csv"
_DICTIONARY_COLUMNS = ("table", "column", "type", "required", "values", "description")

_TYPES: dict[Kind, str] = {
    "text": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "texts": "array",
    "span": "array",
    "spans": "array",
    "objects": "array",
}
_FORMS: dict[Kind, str] = {
    "text": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "texts": "list of texts",
    "span": "pair of offsets [start, end]",
    "spans": "list of pairs of offsets [[start, end], …]",
    "objects": "list of objects",
}


def dictionary_rows() -> Iterator[tuple[str, ...]]:
    """Yield a row for each column of each table: table, column, type, whether it is never empty, values, description."""
    for table in TABLES:
        for column in table.columns:
            required = "yes" if column.required else "no"
            values = "; ".join(column.choices)
            yield table.name, column.name, _FORMS[column.kind], required, values, column.about


def write_dictionary(folder: Path) -> None:
    """Write the data dictionary beside the tables."""
    with (folder / DICTIONARY).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([_DICTIONARY_COLUMNS, *dictionary_rows()])


def write_package(folder: Path, *, form: str, mediatype: str) -> None:
    """Write `datapackage.json` beside the tables."""
    package = json.dumps(data_package(form=form, mediatype=mediatype), ensure_ascii=False, indent=2)
    (folder / "datapackage.json").write_text(package + "\n", encoding="utf-8", newline="\n")


def data_package(*, form: str, mediatype: str) -> dict[str, Json]:
    """Describe the tables, whose files end in `form`, as a Frictionless data package."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "readout-export",
        "title": "News reports on record",
        "description": "Made by Readout. Offsets are Unicode code points of reports.text, half-open.",
        "resources": [*(_resource(table, form, mediatype) for table in TABLES), _dictionary_resource()],
    }


def _resource(table: TableForm, form: str, mediatype: str) -> dict[str, Json]:
    schema: dict[str, Json] = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
        "foreignKeys": [
            {"fields": list(each.columns), "reference": {"resource": each.table, "fields": list(each.to)}}
            for each in table.references
        ],
    }
    if not table.references:
        del schema["foreignKeys"]
    described: dict[str, Json] = {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.{form}",
        "description": table.about,
        "format": form,
        "mediatype": mediatype,
    }
    if form == "csv":
        described |= {"encoding": "utf-8", "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"'}}
    return {**described, "schema": schema}


def _field(column: Column) -> dict[str, Json]:
    field: dict[str, Json] = {"name": column.name, "type": _TYPES[column.kind], "description": column.about}
    constraints: dict[str, Json] = {}
    if column.required:
        constraints["required"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    return {**field, "constraints": constraints} if constraints else field


def _dictionary_resource() -> dict[str, Json]:
    return {
        "name": "dictionary",
        "type": "table",
        "path": DICTIONARY,
        "description": "What each column of each table holds.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": [{"name": name, "type": "string"} for name in _DICTIONARY_COLUMNS]},
    }

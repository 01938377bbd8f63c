# SPDX-License-Identifier: Apache-2.0
"""The tables as Parquet: typed, lists as lists, written group by group."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Literal, Union, get_args, get_origin, get_type_hints

from readout.export.characters import writable
from readout.export.kept import Kept
from readout.export.tables.columns import Column
from readout.export.tables.dictionary import write_dictionary, write_package
from readout.export.tables.forms import TABLES, TableForm
from readout.record import Json
from readout.record.form import plain_from_value
from readout.text import Span

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["ParquetTables", "schema_of"]

# Rows that are held until they are written as one group. A report holds its whole text, so fewer of them.
_GROUP = 10_000
_GROUP_OF_REPORTS = 1_000


class ParquetTables:
    """Writes each table as a Parquet file, with their dictionary and data package."""

    def __init__(self, folder: Path) -> None:
        """Open the files in the folder."""
        self._folder = folder
        self._tables = [_Table(table, folder / f"{table.name}.parquet") for table in TABLES]

    def put(self, kept: Kept) -> None:
        """Take the rows of one record; they are written when there are enough for a group."""
        for table in self._tables:
            table.put(kept)

    def end(self) -> None:
        """Write the last rows, and describe the tables."""
        for table in self._tables:
            table.end()
        write_dictionary(self._folder)
        write_package(self._folder, form="parquet", mediatype="application/vnd.apache.parquet")

    def close(self) -> None:
        """Close the files."""
        for table in self._tables:
            table.close()


class _Table:
    """One file, with the rows that wait to be written to it."""

    def __init__(self, form: TableForm, path: Path) -> None:
        from pyarrow.parquet import ParquetWriter

        self._form = form
        self._schema = schema_of(form)
        self._writer = ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[tuple[object, ...]] = []
        self._group = _GROUP_OF_REPORTS if form.name == "reports" else _GROUP

    def put(self, kept: Kept) -> None:
        self._rows.extend(self._form.rows(kept))
        if len(self._rows) >= self._group:
            self._write()

    def end(self) -> None:
        if self._rows:
            self._write()

    def close(self) -> None:
        self._writer.close()

    def _write(self) -> None:
        import pyarrow as pa

        columns = zip(self._form.columns, self._schema, zip(*self._rows, strict=True), strict=True)
        arrays = [pa.array(_cells(column, values), type=field.type) for column, field, values in columns]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
        self._rows = []


def schema_of(form: TableForm) -> pa.Schema:
    """Return the types of a table's columns, each with its description."""
    import pyarrow as pa

    return pa.schema(
        pa.field(column.name, _type_of(column), nullable=not column.required, metadata={"description": column.about})
        for column in form.columns
    )


def _type_of(column: Column) -> pa.DataType:
    import pyarrow as pa

    pair = pa.list_(pa.int32())
    if column.item is not None:
        return pa.list_(_arrow_type(column.item))
    types = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "texts": pa.list_(pa.string()),
        "span": pair,
        "spans": pa.list_(pair),
    }
    return types[column.kind]


@cache
def _arrow_type(hint: object) -> pa.DataType:
    """Return the type for a field of the objects in a list."""
    import pyarrow as pa

    if get_origin(hint) in (Union, UnionType):
        (hint,) = (kind for kind in get_args(hint) if kind is not NoneType)
    if get_origin(hint) is tuple:
        return pa.list_(_arrow_type(get_args(hint)[0]))
    if hint is Span:
        return pa.list_(pa.int32())
    if get_origin(hint) is Literal:
        return pa.string()
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        hints = get_type_hints(hint)
        return pa.struct([(field.name, _arrow_type(hints[field.name])) for field in dataclasses.fields(hint)])
    scalars: dict[object, pa.DataType] = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    return scalars[hint]


def _cells(column: Column, values: Iterable[object]) -> list[object]:
    """Return a column's cells as pyarrow takes them: no lone surrogates, no whole numbers for it to refuse as too exact."""
    if column.kind in {"integer", "boolean", "span", "spans"}:
        return list(values)
    if column.kind == "number":
        return [float(value) if isinstance(value, int | float) else None for value in values]
    return [_plain(plain_from_value(value)) for value in values]


def _plain(value: Json) -> Json:
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return value

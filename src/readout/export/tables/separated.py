# SPDX-License-Identifier: Apache-2.0
r"""The tables as CSV (RFC 4180): a comma, lines that end in CR LF, UTF-8, the names of the columns first.

A list stands as JSON in its cell. A cell that is nothing is empty, and so is an empty text.

**Formulas.** A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@` or a control character for a formula, and whoever
writes news could write one. Such a text gets an apostrophe in front. A text that has apostrophes before such a character gets
one more, so the rule can be undone: take one apostrophe from each cell that matches `'+[=+\-@＝＋－＠\t\r\n]`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from readout.export.characters import json_line, writable
from readout.export.kept import Kept
from readout.export.tables.columns import Kind
from readout.export.tables.dictionary import write_dictionary, write_package
from readout.export.tables.forms import TABLES
from readout.record.form import plain_from_value

__all__ = ["SeparatedTables", "guarded"]

# The wide forms too: spreadsheets set to Chinese or Japanese take them for the same.
_FORMULA = re.compile("'*[=+\\-@＝＋－＠\t\r\n]")


class SeparatedTables:
    """Writes each table as a CSV file, with their dictionary and data package."""

    def __init__(self, folder: Path) -> None:
        """Open the files in the folder."""
        self._folder = folder
        self._files = ExitStack()
        self._tables = []
        for table in TABLES:
            path = folder / f"{table.name}.csv"
            writer = csv.writer(self._files.enter_context(path.open("w", encoding="utf-8", newline="")))
            writer.writerow([column.name for column in table.columns])
            self._tables.append((table, [_CELLS[column.kind] for column in table.columns], writer))

    def put(self, kept: Kept) -> None:
        """Write the rows of one record."""
        for table, cells, writer in self._tables:
            for row in table.rows(kept):
                writer.writerow([cell(value) for cell, value in zip(cells, row, strict=True)])

    def end(self) -> None:
        """Describe the tables."""
        write_dictionary(self._folder)
        write_package(self._folder, form="csv", mediatype="text/csv")

    def close(self) -> None:
        """Close the files."""
        self._files.close()


def guarded(text: str) -> str:
    """Return a text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def _text(value: object) -> str:
    return "" if value is None else guarded(writable(str(value)))


def _number(value: object) -> str:
    return "" if value is None else repr(value)


def _boolean(value: object) -> str:
    return "" if value is None else "true" if value else "false"


def _json(value: object) -> str:
    return "" if value is None else json_line(plain_from_value(value))


_CELLS: dict[Kind, Callable[[object], str]] = {
    "text": _text,
    "integer": _number,
    "number": _number,
    "boolean": _boolean,
    "texts": _json,
    "span": _json,
    "spans": _json,
    "objects": _json,
}

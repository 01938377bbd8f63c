# SPDX-License-Identifier: Apache-2.0
"""A table of delimited text (CSV, TSV): its delimiter, quotes and encoding are found out."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing

from readout.errors import SourceError
from readout.source.encoding import encoding_of, escaping
from readout.source.limits import LARGEST_REPORT
from readout.source.parcels import Opened, Parcels
from readout.source.tables import Columns, Rows

__all__ = ["rows_of_csv"]

_DELIMITERS = ",;\t|"
# Characters of one row: a report, and its details.
_LARGEST_ROW = LARGEST_REPORT + 500_000
# Each quote that is never closed costs a look at all that follows, up to the limit of a row.
_MOST_OPEN_QUOTES = 20
# Characters that tell delimiter and quotes.
_LOOKED_AT = 50_000
# Stands in no text: the delimiter of a table of one column.
_NONE = "\x1f"
_NOT_DECODED = re.compile("[\udc80-\udcff]")


def rows_of_csv(opened: Opened, *, columns: Columns) -> Parcels:
    """Read the rows. The first line names the columns.

    A row that cannot be read is refused with its line, and reading goes on with the next line.

    Args:
        opened: The table.
        columns: What the caller says of its columns.

    Raises:
        SourceError: If no column holds the text, or nothing can be made of the quotes.
    """
    # For the whole process, and only ever raised: the library's own limit is 131,072 characters of a field.
    csv.field_size_limit(max(csv.field_size_limit(), _LARGEST_ROW))
    encoding = _encoding(opened)
    text = io.TextIOWrapper(opened.stream, encoding, errors=escaping(encoding), newline="")
    try:
        with closing(Rows(opened, columns)) as rows:
            yield from _parcels(rows, _Lines(text))
    finally:
        text.detach()


def _encoding(opened: Opened) -> str:
    """Find the encoding in the first lines."""
    sample = opened.head[: opened.head.rfind(b"\n") + 1] or opened.head
    encoding = encoding_of(sample, name=opened.label)
    return "utf-8-sig" if encoding == "utf-8" else encoding


class _Lines:
    """The lines of a table, some of which may be read again."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self._again: list[str] = []
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else self._text.readline(_LARGEST_ROW + 1)
        if not line:
            raise StopIteration
        self.number += 1
        rest = line
        while len(line) > _LARGEST_ROW and rest and not rest.endswith("\n"):
            rest = self._text.readline(1 << 20)
        return line

    def ahead(self) -> list[str]:
        """Look at the next lines."""
        lines: list[str] = []
        while sum(map(len, lines)) < _LOOKED_AT and (line := next(self, "")):
            lines.append(line)
        self.back(lines)
        return lines

    def back(self, lines: list[str]) -> None:
        """Take lines back, to be read again."""
        self._again.extend(reversed(lines))
        self.number -= len(lines)


class _Row:
    """Hands the lines of one row to the reader of the library, and keeps them."""

    def __init__(self, lines: _Lines) -> None:
        self._lines = lines
        self.taken: list[str] = []
        self._size = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.taken.append(line)
        self._size += len(line)
        if self._size > _LARGEST_ROW:
            raise csv.Error(f"it has more than {_LARGEST_ROW:,} characters")
        return line


def _parcels(rows: Rows, lines: _Lines) -> Parcels:
    """Read the first line, then the rows."""
    sample = lines.ahead()
    dialect = _dialect_of(sample)
    header = _header_of(rows, lines, dialect)
    open_quotes = 0
    while True:
        first, row = lines.number + 1, _Row(lines)
        try:
            cells = next(csv.reader(row, dialect), None)
        except csv.Error as error:
            open_quotes += len(row.taken) > 1
            lines.back(row.taken[1:])
            yield rows.refused(first, f"is no row of the table: {error}; mend or remove it")
            if open_quotes == _MOST_OPEN_QUOTES:
                raise SourceError(
                    f"{rows.opened.label} has quotes that are never closed, from line {first} on; write the table anew"
                ) from error
            continue
        if cells is None:
            return
        yield from _parcels_of_row(rows, first, header, cells)


def _header_of(rows: Rows, lines: _Lines, dialect: type[csv.Dialect]) -> list[str]:
    """Read the names of the columns, and refuse a table that has none for the text."""
    try:
        names = next(csv.reader(_Row(lines), dialect))
    except (csv.Error, StopIteration) as error:
        raise SourceError(f"{rows.opened.label} does not begin with the names of its columns: {error}") from error
    header = [name.strip() for name in names]
    rows.check(header)
    return header


def _parcels_of_row(rows: Rows, number: int, header: list[str], cells: list[str]) -> Parcels:
    """Make a report of a row."""
    if not any(cell.strip() for cell in cells):
        return
    if len(cells) > len(header):
        yield rows.refused(number, f"has {len(cells)} cells, and the table {len(header)} columns; mend or remove it")
    elif any(map(_NOT_DECODED.search, cells)):
        yield rows.refused(number, "is not in the encoding of the other rows; write the table as UTF-8")
    else:
        # The first of columns of one name counts.
        yield from rows.parcels(number, dict(zip(reversed(header[: len(cells)]), reversed(cells), strict=True)))


def _dialect_of(sample: list[str]) -> type[csv.Dialect]:
    """Find out delimiter and quotes."""
    escapes = sum(line.count('\\"') for line in sample)
    doubled = sum(line.count('""') for line in sample)

    class Found(csv.excel):
        delimiter = _delimiter_of(sample)
        strict = True
        escapechar = "\\" if escapes > doubled else None
        doublequote = escapes <= doubled

    return Found


def _delimiter_of(sample: list[str]) -> str:
    """Choose the delimiter that cuts most lines into as many cells as the first."""

    def agreement(delimiter: str) -> tuple[int, int]:
        counts = Counter(len(cells) for cells in csv.reader(sample, delimiter=delimiter))
        width = len(next(csv.reader(sample[:1], delimiter=delimiter), []))
        return (counts[width], width) if width > 1 else (0, 0)

    best = max(_DELIMITERS, key=agreement)
    return best if agreement(best)[0] else _NONE

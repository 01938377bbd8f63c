# SPDX-License-Identifier: Apache-2.0
"""A table with a JSON object in each line (JSONL, NDJSON); its rows may be news items in ninjs."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from contextlib import closing

from readout.source.encoding import encoding_of, escaping
from readout.source.ninjs import is_ninjs, pending_ninjs
from readout.source.parcels import Opened, Parcels
from readout.source.tables import Columns, Rows

__all__ = ["LARGEST_ROW", "json_encoding", "parcels_of_value", "rows_of_jsonl"]

# A report has 2 million characters at most, and JSON may write each as six. What is longer is no row.
LARGEST_ROW = 16_000_000

# What "surrogateescape" makes of bytes that are no characters.
_NOT_DECODED = re.compile("[\udc80-\udcff]")


def rows_of_jsonl(opened: Opened, *, columns: Columns) -> Parcels:
    """Read the rows, each by itself.

    Args:
        opened: The table.
        columns: What the caller says of its columns.
    """
    with closing(Rows(opened, columns)) as rows:
        for number, line in _lines(opened):
            if isinstance(line, int):
                yield rows.refused(
                    number, f"has {line:,} characters, more than a row can have ({LARGEST_ROW:,}): split it"
                )
            elif line and not line.isspace():
                yield from _parcels_of_line(rows, number, line)


def _lines(opened: Opened) -> Iterator[tuple[int, str | int]]:
    """Return each line with its number; of one that is too long its length, without holding it."""
    encoding = json_encoding(opened)
    text = io.TextIOWrapper(opened.stream, encoding, errors=escaping(encoding), newline="\n")
    try:
        number = 0
        while line := text.readline(LARGEST_ROW + 1):
            number += 1
            if len(line) <= LARGEST_ROW:
                yield number, line
            else:
                yield number, len(line) + _rest_of_line(text, line)
    finally:
        text.detach()


def json_encoding(opened: Opened) -> str:
    """Return the encoding of JSON: UTF-8 by its standard, UTF-16 where that is plain to see.

    Nothing else is looked for: one bad line shall not make the others something else.
    """
    head = opened.head
    is_wide = head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head[:2]
    return encoding_of(head, name=opened.label) if is_wide else "utf-8-sig"


def _rest_of_line(text: io.TextIOWrapper, line: str) -> int:
    """Read on to a line's end, and count."""
    count = 0
    while line and not line.endswith("\n"):
        line = text.readline(1 << 20)
        count += len(line)
    return count


def _parcels_of_line(rows: Rows, number: int, line: str) -> Parcels:
    """Read one line."""
    if _NOT_DECODED.search(line):
        yield rows.refused(number, "is not UTF-8, as JSON is; write it as UTF-8")
        return
    try:
        value = json.loads(line)
    except RecursionError:
        yield rows.refused(number, "is nested deeper than a report can be; leave it out")
        return
    except ValueError as error:
        yield rows.refused(number, f"is no JSON ({error}); mend or remove it")
        return
    yield from parcels_of_value(rows, number, value)


def parcels_of_value(rows: Rows, number: int, value: object) -> Parcels:
    """Make a report of one JSON value.

    Args:
        rows: The table that it is in.
        number: Its line or its number.
        value: What was read.
    """
    if not isinstance(value, dict):
        yield rows.refused(
            number, f"is {_NAMES.get(type(value), 'no object')}; expected an object with the columns of a row"
        )
    elif is_ninjs(value) and not rows.columns.named:
        yield pending_ninjs(value, address=rows.address(number), label=rows.label(number))
    else:
        yield from rows.parcels(number, value)


_NAMES = {
    list: "a list",
    str: "a string",
    int: "a number",
    float: "a number",
    bool: "true or false",
    type(None): "null",
}

# SPDX-License-Identifier: Apache-2.0
"""One document of JSON: a news item in ninjs, a list of rows or of news items, or a single row."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from contextlib import closing

from readout.errors import SourceError
from readout.source.encoding import escaping
from readout.source.jsonlines import LARGEST_ROW, json_encoding, parcels_of_value
from readout.source.parcels import Opened, Parcels
from readout.source.tables import Columns, Rows

__all__ = ["parcels_of_json"]

_CHUNK = 1 << 16
_SPACE = re.compile(r"[\s\ufeff]*+")


def parcels_of_json(opened: Opened, *, columns: Columns) -> Parcels:
    """Read the document; of a list, one element after the other, without holding the others.

    Args:
        opened: The document.
        columns: What the caller says of the columns of rows.

    Raises:
        SourceError: If it is no JSON.
    """
    encoding = json_encoding(opened)
    text = io.TextIOWrapper(opened.stream, encoding, errors=escaping(encoding))
    try:
        with closing(Rows(opened, columns, unit="item")) as rows:
            for number, value in enumerate(_values(text, opened.label), start=1):
                yield from parcels_of_value(rows, number, value)
    finally:
        text.detach()


def _values(text: io.TextIOWrapper, label: str) -> Iterator[object]:
    """Return the elements of a list, or the one value that is there."""
    window = _Window(text, label)
    if window.next() != "[":
        yield window.value()
    else:
        window.take()
        if window.next() != "]":
            yield window.value()
            while window.next() == ",":
                window.take()
                window.next()
                yield window.value()
        if window.next() != "]":
            raise window.broken("a comma or the end of the list was expected")
        window.take()
    if window.next():
        raise window.broken("something stands behind its end")


class _Window:
    """A stretch of a document of JSON, moved over it."""

    def __init__(self, text: io.TextIOWrapper, label: str) -> None:
        self._text = text
        self._label = label
        self._held = ""
        self._at = 0
        self._before = 0
        self._decoder = json.JSONDecoder()

    def next(self) -> str:
        """Move on over white space, and return the character that stands there; nothing at the end."""
        while True:
            space = _SPACE.match(self._held, self._at)
            self._at = space.end() if space else self._at
            if self._at < len(self._held):
                return self._held[self._at]
            if not self._more():
                return ""

    def take(self) -> None:
        """Move on over one character."""
        self._at += 1

    def value(self) -> object:
        """Read the value that stands here, and move on behind it."""
        while True:
            try:
                value, self._at = self._decoder.raw_decode(self._held, self._at)
            except RecursionError as error:
                raise self.broken("it is nested deeper than a report can be") from error
            except ValueError as error:
                held = len(self._held) - self._at
                if held > LARGEST_ROW:
                    raise self.broken(f"one item has more than {LARGEST_ROW:,} characters") from error
                # Twice as much each time, so that a long item is not read from its start too often.
                if not self._more(max(_CHUNK, held)):
                    raise self.broken(str(error)) from error
            else:
                return value

    def broken(self, what: str) -> SourceError:
        """Say where the document is no JSON."""
        return SourceError(
            f"{self._label} is no JSON at character {self._before + self._at:,} or soon after: {what}; mend it, or give a "
            "table with one object in each line (JSONL)"
        )

    def _more(self, size: int = _CHUNK) -> bool:
        """Read on, and let go of what lies behind."""
        chunk = self._text.read(size)
        self._before += self._at
        self._held, self._at = self._held[self._at :] + chunk, 0
        return bool(chunk)

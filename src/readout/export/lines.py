# SPDX-License-Identifier: Apache-2.0
"""Formats of which every record is some lines of text: whole records, PLOVER, ICEWS, Web Annotations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from readout.export.annotations import annotations_of
from readout.export.characters import json_line, writable
from readout.export.icews import ICEWS_COLUMNS, icews_rows
from readout.export.kept import Kept
from readout.export.plover import plover_events

__all__ = ["Lines", "icews", "jsonl", "plover", "w3c"]


class Lines:
    """Writes the lines of each record as they come."""

    def __init__(self, file: TextIO, lines: Callable[[Kept], Iterable[str]], *, head: str | None = None) -> None:
        """Take the open file; `head` is a line that stands before the first."""
        self._file = file
        self._lines = lines
        if head is not None:
            file.write(f"{head}\n")

    def put(self, kept: Kept) -> None:
        """Write one record."""
        self._file.writelines(f"{line}\n" for line in self._lines(kept))

    def end(self) -> None:
        """Do nothing: every line is whole."""

    def close(self) -> None:
        """Do nothing: the file is its opener's."""


def jsonl(file: TextIO) -> Lines:
    """Write records whole, one to a line; `Record.from_json` reads each back."""
    return Lines(file, lambda kept: [kept.record.to_json()])


def plover(file: TextIO) -> Lines:
    """Write events with the field names of the PLOVER codebook, one JSON object to a line."""
    return Lines(file, lambda kept: map(json_line, plover_events(kept.record)))


def icews(file: TextIO) -> Lines:
    """Write events as tab-separated rows of ICEWS, the names of the columns first."""
    return Lines(file, _icews_lines, head="\t".join(ICEWS_COLUMNS))


def w3c(file: TextIO) -> Lines:
    """Write Web Annotations, one JSON-LD object to a line."""
    return Lines(file, lambda kept: map(json_line, annotations_of(kept)))


def _icews_lines(kept: Kept) -> Iterator[str]:
    return (writable("\t".join(row)) for row in icews_rows(kept.record))

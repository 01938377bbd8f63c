# SPDX-License-Identifier: Apache-2.0
"""What comes to the loading dock: a record, with what an archive knows of its report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Protocol

from readout.archive.filters import Kind
from readout.archive.kept import Correction
from readout.record import Record

__all__ = ["Exporter", "Kept"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A record on its way out.

    Attributes:
        record: The record.
        addresses: Where the report stood, as the archive has it; empty for a record that comes from no archive.
        text_number: The number of the text that it shares with its copies in the archive.
        kinship: How it is a copy; None for the first of its text.
        corrections: What persons say against its readings, in the order that they were made.
        only: What the record is an excerpt of; None for a whole one.
        numbers: The numbers that the things in each list of an excerpt have in the whole record, from 1.
    """

    record: Record
    addresses: tuple[str, ...] = ()
    text_number: int | None = None
    kinship: str | None = None
    corrections: tuple[Correction, ...] = ()
    only: Kind | None = None
    numbers: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def numbers_of(self, name: str) -> Iterable[int]:
        """Return the numbers of the things in a list of the record, in their order."""
        return self.numbers[name] if self.only else count(1)


class Exporter(Protocol):
    """Takes records one by one and writes them in one form. What it holds in memory does not grow with their number."""

    def put(self, kept: Kept) -> None:
        """Write one record."""
        ...

    def end(self) -> None:
        """Write what must follow the last record."""
        ...

    def close(self) -> None:
        """Let go of what was opened, also when the end was never reached."""
        ...

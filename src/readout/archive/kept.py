# SPDX-License-Identifier: Apache-2.0
"""What goes into an archive and what comes out of it, as typed objects."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from readout.record import Record
from readout.report import Published, Report
from readout.source.files import STANDARD_INPUT
from readout.source.received import Basis, Received
from readout.text import Span

__all__ = ["Addition", "Appearance", "Correction", "KeptReport", "Kind", "Maker", "Outcome", "hash_of", "is_passing"]

Kind = Literal["added", "copy", "version", "appearance", "known", "unread", "reread", "refused"]
"""What came of an item: a new report; a new report that is a copy of another; a new text at an address that had another; a known
report at a new address; nothing, for all of it was known; kept, but it could not be read; read anew; not kept."""


def hash_of(text: str) -> str:
    """Return what a report is known by: the SHA-256 of its text in UTF-8; `Report.id` are its first digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def is_passing(address: str) -> bool:
    """Tell whether an address is standard input, or within it: no place where a later text takes the one before's."""
    return address.partition("!/")[0] == STANDARD_INPUT


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """What makes a reading.

    Attributes:
        readout: The version of the code.
        model: Name and hash of the model.
        tables: Hash of the packaged tables and the gazetteer.
    """

    readout: str
    model: str
    tables: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A report to be kept.

    Attributes:
        received: The report, and where it was found.
        reading: Its record; or why it could not be read; or None where the archive has the report already.
        maker: What read it.
    """

    received: Received
    reading: Record | str | None
    maker: Maker


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one item.

    Attributes:
        kind: See `Kind`.
        address: Where it was found.
        report: The report's id, 16 hexadecimal digits; None where it was refused.
        number: The report's number in the archive.
        version: Which text at its address this is, counted from 1.
        copy_of: Id of the report that it is a copy of.
        kinship: How it is a copy.
        reason: Why it was refused, or could not be read.
        notes: What its record has to be told first: that the report is not in English, that its day is not known.
    """

    kind: Kind
    address: str
    report: str | None = None
    number: int | None = None
    version: int | None = None
    copy_of: str | None = None
    kinship: str | None = None
    reason: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A place where a report stood, with what was said of it there.

    Attributes:
        address: Where.
        version: Which text at this address it was, counted from 1.
        url: The report's own address, where it has one.
        publisher: Who published it there.
        title: Its title there.
        author: Who wrote it, as was said there.
        published: The day of publication that was given there.
        basis: Who gave each of these.
        added: When it came into the archive, UTC.
    """

    address: str
    version: int
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    basis: Mapping[str, Basis] = field(default_factory=dict)
    added: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReport:
    """A report in the archive.

    Attributes:
        number: Its number in this archive.
        hash: SHA-256 of its text.
        text: The text, no character of it changed.
        language: As of `Report`.
        words: How many words it has.
        text_number: The number of the text that it shares with its copies.
        copy_of: The number of the report that it is a copy of; None for the first of its text.
        kinship: How it is a copy.
        appearances: Where it stood, in the order that they were added.
    """

    number: int
    hash: str
    text: str
    language: str | None
    words: int
    text_number: int
    copy_of: int | None
    kinship: str | None
    appearances: tuple[Appearance, ...]

    @property
    def id(self) -> str:
        """Return the report's id, as `Report.id` has it."""
        return self.hash[:16]

    def as_report(self) -> Report:
        """Return the report as it was received first."""
        first = self.appearances[0]
        return Report(
            self.text,
            url=first.url,
            publisher=first.publisher,
            title=first.title,
            published=Published(first.published, "given") if first.published else None,
            language=self.language,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person says against a reading.

    Attributes:
        report: Id of the report.
        path: The field: `statements/s3/speaker`.
        value: What it should be, as the record's JSON has it.
        spans: The words that say so.
        reason: Why, in the person's words.
        who: Who says so.
        made: When, UTC.
        reading: The number of the reading that the person saw.
    """

    report: str
    path: str
    value: object
    spans: tuple[Span, ...]
    reason: str | None
    who: str
    made: str
    reading: int

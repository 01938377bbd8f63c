# SPDX-License-Identifier: Apache-2.0
"""What every way in hands over: a report with where it was found and who says what of it, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from readout.report import Report

__all__ = ["Basis", "Received", "Refused"]

Basis = Literal["caller", "page", "feed", "archive", "table", "metadata", "mail"]
"""Who gave a detail: the caller; the page's own markup; the feed that named it; the headers of a web archive; a column of a
table; the metadata of a news item (ninjs, NewsML-G2); the headers of a mail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A report as a way in hands it over.

    Attributes:
        report: The report: text, title, publisher, day of publication, language.
        address: Where it was found, the same each time that it is found there: its URL where it has one, else the
            path as it was given, with `!` before a path inside a container: `day.zip!/a/b.txt`, `day.jsonl!/17`.
        author: Who wrote it, as the source says.
        basis: For each of title, author, published, publisher, url and language that is known, who gave it.
    """

    report: Report
    address: str
    author: str | None = None
    basis: Mapping[str, Basis] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Something that gave no report, and why; the others are not touched by it.

    Attributes:
        address: Where it was found, as of `Received`.
        reason: What was found, what was expected, and what to do.
    """

    address: str
    reason: str

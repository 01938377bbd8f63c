# SPDX-License-Identifier: Apache-2.0
"""The report: a sealed box. Nobody changes its text; a correction is a new report."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from readout.text import Span

__all__ = ["Published", "Report"]

# 64 bits: two reports of an archive of a hundred million share an id with a chance of 1 in 3,700.
_ID_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Published:
    """When a report was published, and how that is known.

    Attributes:
        value: An ISO 8601 date with the precision it came with: "2022", "2022-05" or "2022-05-13".
        basis: "given" by the caller, the feed or the page; "stated" in the text; or "inferred".
        spans: The words that state it or that it was inferred from; none where it was given.
    """

    value: str
    basis: Literal["given", "stated", "inferred"]
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A news report as it was given.

    Attributes:
        text: The text, no character of it changed. All spans count its code points.
        url: The report's address, where given.
        publisher: Who published it, where given.
        title: Its title as the caller, the feed or the page gives it; the headline in the text is a part.
        published: When it was published; None where nothing says so.
        language: ISO 639-1 code of its language, "und" (another, not known which), or None (too short to
            tell).
    """

    text: str
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    published: Published | None = None
    language: str | None = None

    @property
    def id(self) -> str:
        """Return the report's name: the first 16 hexadecimal digits of its text's SHA-256 in UTF-8."""
        # A lone surrogate has no UTF-8; "surrogatepass" writes one down all the same, so every text has an
        # id.
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_DIGITS]

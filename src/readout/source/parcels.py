# SPDX-License-Identifier: Apache-2.0
"""What a way in may come upon: a report, a refusal, something to make a report of, something to look into."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

from readout.source.received import Received, Refused

__all__ = ["Found", "Opened", "Parcel", "Parcels", "Pending"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Something that was found and not yet looked into: a file, a member of an archive, an answer of the web.

    Attributes:
        address: Where it was found, as of `Received`.
        name: Its file name, whose ending tells its kind where its content does not.
        open: Opens it for reading, at its start.
        depth: In how many containers it lies.
        url: The address it was fetched from, where it was.
        content_type: The header of that name that came with it.
    """

    address: str
    name: str
    open: Callable[[], BinaryIO]
    depth: int = 0
    url: str | None = None
    content_type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """Something found, open.

    Attributes:
        found: What it is.
        stream: Its bytes from the start; closed by who opened it.
        head: The first of them, without moving the stream.
    """

    found: Found
    stream: BinaryIO
    head: bytes

    @property
    def label(self) -> str:
        """Return what it is called in messages."""
        # `repr`, because a path may hold line breaks and bytes that are no characters.
        return repr(self.found.address) if self.found.address != "-" else "standard input"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A report about to be made.

    Attributes:
        address: Where its material was found; named where no report comes of it.
        make: Makes the report, or raises a `SourceError`.
    """

    address: str
    make: Callable[[], Received]


Parcel: TypeAlias = Received | Refused | Pending | Found
Parcels: TypeAlias = Iterator[Parcel]

# SPDX-License-Identifier: Apache-2.0
"""Read what was compressed with gzip, of one member or of many, and know where it is damaged.

The standard library reads gzip as well, but does not say at which byte a file breaks, and unpacks a bomb to its end.
"""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO

from readout.errors import SourceError

__all__ = ["Unzipped", "check_ratio"]

_GZIP = 16 + zlib.MAX_WBITS  # a gzip header and trailer
_CHUNK = 1 << 16

# Text packs 3 to 10 times, tables of much the same 50 times, and zeros 1,000 times. A small file may be odd; what
# unpacks to more than this and that much is a bomb.
_LARGEST_RATIO = 200
_RATIO_FROM = 100_000_000


def check_ratio(unpacked: int, packed: int, *, label: str) -> None:
    """Refuse a bomb.

    Args:
        unpacked: Bytes after unpacking.
        packed: Bytes before.
        label: What it is called in messages.

    Raises:
        SourceError: If it unpacks to more than text can.
    """
    if unpacked > _RATIO_FROM and unpacked > _LARGEST_RATIO * max(1, packed):
        raise SourceError(
            f"{label} unpacks to more than {_LARGEST_RATIO} times its size ({unpacked:,} bytes from {packed:,}): that is "
            "no text but made to fill a disk; if you know better, unpack it and give the files in it"
        )


class Unzipped(io.RawIOBase):
    """The content of a gzip file, read from start to end.

    Attributes:
        at: How many bytes of the compressed file were used.
        tail: The last four bytes that were read.
    """

    def __init__(self, packed: BinaryIO, *, label: str) -> None:
        """Read from `packed`, which stays open; call it `label` in messages."""
        self.at = 0
        self.tail = b""
        self._packed = packed
        self._label = label
        self._waiting = b""
        self._member: zlib._Decompress | None = None
        self._unpacked = 0
        self._members = 0

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Read into a buffer, as of `RawIOBase`.

        Raises:
            SourceError: If the file is damaged, ends early or is a bomb.
        """
        data = self._next(len(buffer))
        buffer[: len(data)] = data
        self.tail = (self.tail + data)[-4:]
        self._unpacked += len(data)
        check_ratio(self._unpacked, self.at, label=self._label)
        return len(data)

    def _next(self, size: int) -> bytes:
        """Return some of the content, nothing at its end."""
        while True:
            if not self._waiting:
                self._waiting = self._packed.read(_CHUNK)
            member = self._member = self._member or self._begun()
            if member is None:
                return b""
            if not self._waiting:
                raise self._broken("it ends within a member: it is cut off")
            data = self._unpack(member, size)
            if data:
                return data

    def _begun(self) -> zlib._Decompress | None:
        """Begin the next member; None where there is none."""
        if self._members:
            # Some writers fill a block up with zeros after the last member.
            self._skip(len(self._waiting) - len(self._waiting.lstrip(b"\0")))
        while self._members and not self._waiting:
            self._waiting = self._packed.read(_CHUNK)
            if not self._waiting:
                return None
            self._skip(len(self._waiting) - len(self._waiting.lstrip(b"\0")))
        if not self._waiting:
            return None
        self._members += 1
        return zlib.decompressobj(_GZIP)

    def _skip(self, count: int) -> None:
        self._waiting = self._waiting[count:]
        self.at += count

    def _unpack(self, member: zlib._Decompress, size: int) -> bytes:
        """Unpack what is waiting."""
        before = len(self._waiting)
        until_here = member.copy()
        try:
            data = member.decompress(self._waiting, size)
        except zlib.error as error:
            data = self._before_damage(until_here, size)
            if data:
                return data
            raise self._broken("its compressed data are damaged") from error
        self._waiting = member.unused_data if member.eof else member.unconsumed_tail
        self.at += before - len(self._waiting)
        if member.eof:
            self._member = None
        return data

    def _before_damage(self, member: zlib._Decompress, size: int) -> bytes:
        """Unpack what comes before damaged data, byte by byte."""
        self._member = member
        data = b""
        while self._waiting and len(data) < size:
            until_here = member.copy()
            try:
                data += member.decompress(self._waiting[:1], size - len(data))
            except zlib.error:
                self._member = until_here
                return data
            self._skip(1)
        return data

    def _broken(self, what: str) -> SourceError:
        return SourceError(
            f"{self._label} breaks near byte {self.at:,} of the gzip file: {what}; what comes before was read: get the "
            "file again"
        )

# SPDX-License-Identifier: Apache-2.0
"""Read what was compressed with gzip, of one member or of many, know where it is damaged, and go on behind that.

The standard library reads gzip as well, but does not say at which byte a file breaks, and unpacks a bomb to its end.
"""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO

from readout.errors import SourceError

__all__ = ["BrokenMember", "Unzipped", "check_ratio"]

_GZIP = 16 + zlib.MAX_WBITS  # a gzip header and trailer
_CHUNK = 1 << 16
_MAGIC = b"\x1f\x8b\x08"  # what a member begins with
# Bytes that are tried at once on the way to a damage: each try copies some 40 KB.
_STEPS = (4096, 256, 16, 1)
# Of a candidate for a member so much is unpacked to see how its content begins: its header has a name at most.
_LOOKED_AT = 1 << 10
# What was used of a member is kept, since a damaged one may have led into the next ones before that was noticed. A page
# packs to less than this.
_KEPT = 1 << 22

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


class BrokenMember(SourceError):
    """A gzip file breaks within a member; `Unzipped.resume` goes on with a later one.

    Attributes:
        unzipped: What was read.
        what: What is wrong.
        at: Near which byte of the compressed file.
        begins: At which byte of it the member begins.
        content_begins: At which byte of the content.
        is_cut: The file ends within the member.
    """

    def __init__(self, unzipped: Unzipped, what: str, *, label: str, begins: int, content_begins: int, is_cut: bool):
        """Name the byte at which `unzipped` is now."""
        super().__init__(
            f"{label} breaks near byte {unzipped.at:,} of the gzip file: {what}; what comes before was read: get the file "
            "again"
        )
        self.unzipped = unzipped
        self.what = what
        self.at = unzipped.at
        self.begins = begins
        self.content_begins = content_begins
        self.is_cut = is_cut


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
        self._begins = 0
        self._content_begins = 0
        self._used = bytearray()  # the last bytes that were used, of this member at least

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Read into a buffer, as of `RawIOBase`.

        Raises:
            BrokenMember: If the file is damaged or ends early; each time again, until `resume` is called.
            SourceError: If it is a bomb.
        """
        data = self._next(len(buffer))
        buffer[: len(data)] = data
        self.tail = (self.tail + data)[-4:]
        self._unpacked += len(data)
        check_ratio(self._unpacked, self.at, label=self._label)
        return len(data)

    def resume(self, opening: bytes) -> int | None:
        """Go on behind a damage, with the next member whose content begins in some way.

        Args:
            opening: How it begins: members may lie in the content of others, and noise may look like one.

        Returns:
            At which byte of the compressed file it begins; None where there is none: then all was looked through.
        """
        window, offset = bytes(self._used) + self._waiting, self.at - len(self._used)
        start, is_more = max(0, self._begins + 1 - offset), True
        while is_more or len(window) - start >= len(_MAGIC):
            if is_more and len(window) - start < _LOOKED_AT:
                more = self._packed.read(_CHUNK)
                offset, window, start, is_more = offset + start, window[start:] + more, 0, bool(more)
                continue
            found = window.find(_MAGIC, start)
            if found < 0:
                start = max(0, len(window) - len(_MAGIC) + 1)
            elif is_more and len(window) - found < _LOOKED_AT:
                start = found
            elif _content_begins_with(opening, window[found : found + _LOOKED_AT]):
                self._go_to(offset + found, window[found:])
                return offset + found
            else:
                start = found + 1
        self._go_to(offset + len(window), b"")
        return None

    def _go_to(self, at: int, waiting: bytes) -> None:
        """Stand at a byte of the compressed file, between two members."""
        self.at, self._waiting = at, waiting
        self._member = None
        self._used.clear()

    def _next(self, size: int) -> bytes:
        """Return some of the content, nothing at its end."""
        while True:
            if not self._waiting:
                self._waiting = self._packed.read(_CHUNK)
            member = self._member = self._member or self._begun()
            if member is None:
                return b""
            if not self._waiting:
                raise self._broken("it ends within a member: it is cut off", is_cut=True)
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
        self._begins, self._content_begins = self.at, self._unpacked
        self._used.clear()
        return zlib.decompressobj(_GZIP)

    def _skip(self, count: int) -> None:
        self._used += self._waiting[:count]
        if len(self._used) > 2 * _KEPT:
            del self._used[:-_KEPT]
        self._waiting = self._waiting[count:]
        self.at += count

    def _unpack(self, member: zlib._Decompress, size: int) -> bytes:
        """Unpack what is waiting."""
        until_here = member.copy()
        try:
            data = member.decompress(self._waiting, size)
        except zlib.error as error:
            data = self._before_damage(until_here, size)
            if data:
                return data
            raise self._broken("its compressed data are damaged") from error
        left = member.unused_data if member.eof else member.unconsumed_tail
        self._skip(len(self._waiting) - len(left))
        if member.eof:
            self._member = None
        return data

    def _before_damage(self, member: zlib._Decompress, size: int) -> bytes:
        """Unpack what comes before damaged data, in ever smaller steps, the last ones byte by byte."""
        data = b""
        for step in _STEPS:
            while self._waiting and len(data) < size:
                until_here, packed = member.copy(), self._waiting[:step]
                try:
                    data += member.decompress(packed, size - len(data))
                except zlib.error:
                    member = until_here
                    break
                self._skip(len(packed) - len(member.unconsumed_tail))
        self._member = member
        return data

    def _broken(self, what: str, *, is_cut: bool = False) -> BrokenMember:
        return BrokenMember(
            self,
            what,
            label=self._label,
            begins=self._begins,
            content_begins=self._content_begins,
            is_cut=is_cut,
        )


def _content_begins_with(opening: bytes, packed: bytes) -> bool:
    try:
        return zlib.decompressobj(_GZIP).decompress(packed, len(opening)) == opening
    except zlib.error:
        return False

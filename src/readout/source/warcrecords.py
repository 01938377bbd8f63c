# SPDX-License-Identifier: Apache-2.0
"""The records of a web archive, with those behind a damage.

A damage costs the record that it is in: reading goes on with the next gzip member that opens a record, or with the next line
that begins one. What was lost is told. A record whose length is wrong shows by another one within it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from readout.errors import SourceError
from readout.source.extras import missing_archive
from readout.source.gzips import BrokenMember
from readout.source.streams import some_of

if TYPE_CHECKING:
    from fastwarc.warc import ArchiveIterator, WarcRecord

__all__ = ["Lost", "Records"]

# Bytes that can be gone back to: a page that is read, with some around it.
_KEPT = 12_000_000
# A file that is broken in more places is none to go on with.
_MOST_DAMAGES = 1_000
_CHUNK = 1 << 16

# How a record begins; not only at the beginning of a line, since a damage may have taken the end of the line before.
_RECORD = re.compile(rb"(?=WARC/1\.[01]\r?\n[A-Za-z])")
# Within a record, header or content, another one is looked for more strictly: a page may show how a record begins.
_INNER = re.compile(rb"(?=WARC/1\.[01]\r\n[A-Za-z][A-Za-z-]{1,30}: )")
_LONGEST_OPENING = 50
_END_OF_HEADER = re.compile(rb"\r?\n\r?\n")
_END_OF_RECORD = re.compile(rb"(?:\r?\n){0,2}")
# What a record ends with, and so an archive that is not cut off.
_ENDS = (b"\r\n\r\n", b"\n\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A damage, and what it costs.

    Attributes:
        reason: What was found, what was left out, and what to do.
        distrusted: The byte from which on a record that was read before is not to be trusted either; None for none.
    """

    reason: str
    distrusted: int | None = None


class Records:
    """The responses of an archive, each to be read before the next, and what was lost between them; iterate once."""

    def __init__(self, stream: BinaryIO, *, label: str) -> None:
        """Read from `stream`, decompressed; call it `label` in messages."""
        self._stream = _Kept(stream)
        self._label = label
        self._damages = 0
        self._is_over = False
        # The last record: where it begins, its content begins, and it should end.
        self._begins = self._content = self._ends = 0

    def __iter__(self) -> Iterator[WarcRecord | Lost]:
        """Give them in order.

        Raises:
            SourceError: If the archive is damaged in too many places to go on.
        """
        while not self._is_over:
            error = yield from self._until_damage()
            lost = self._behind(error)
            if lost is None:
                return
            yield lost
            self._damages += 1
            if self._damages == _MOST_DAMAGES:
                raise SourceError(
                    f"{self._label} is damaged in more than {_MOST_DAMAGES:,} places; the rest was left out: get it again"
                )

    def cut(self) -> Lost | None:
        """Tell at the end that the archive is cut off: the library takes that for its end."""
        stream = self._stream
        if self._is_over or not stream.tail or (self._ends <= stream.position and stream.tail.endswith(_ENDS)):
            return None
        return Lost(
            reason=f"{self._label} is cut off at byte {stream.position:,} (of the decompressed archive), within a record; "
            "what comes before was read: get it again"
        )

    def _until_damage(self) -> Generator[WarcRecord | Lost, None, str | None]:
        """Give records, and return what the library says of the damage that it met; None if it met none."""
        archive, response = _opened(self._stream, self._label)
        self._begins = self._content = self._ends = self._stream.position
        while True:
            try:
                record = next(archive, None)
            except (OSError, ValueError) as error:
                return str(error)
            except BaseException as error:
                # Version 2 of the library is written in Rust; where that gives up, its panic is no `Exception`.
                if type(error).__name__ != "PanicException":
                    raise
                return "it cannot be read"
            if record is None:
                return None
            self._begins = record.stream_pos
            self._content = self._stream.end_of_header(self._begins)
            self._ends = self._content + record.content_length
            if self._stream.find_kept(_INNER, self._begins + 1, self._content) is not None:
                return "its header is cut off"
            if record.record_type == response:
                yield record

    def _behind(self, error: str | None) -> Lost | None:
        """Go behind a damage; None at the end."""
        failure = self._stream.failure
        if isinstance(failure, BrokenMember):
            return self._behind_member(failure)
        if failure:
            self._is_over = True
            return Lost(reason=str(failure))
        if error is None and self._ends <= self._stream.position:
            return None
        inner = self._stream.find_kept(_INNER, self._begins + 1, self._ends)
        if inner is not None:
            return self._behind_wrong_length(inner)
        return None if error is None else self._behind_record(error)

    def _behind_member(self, failure: BrokenMember) -> Lost:
        """Go on with a later member of a gzip file."""
        resumed = failure.unzipped.resume(b"WARC/")
        self._stream.failure = None
        self._is_over = resumed is None
        end = "its end" if resumed is None else f"{resumed:,}"
        return Lost(
            reason=f"{self._label} breaks near byte {failure.at:,} of the gzip file: {failure.what}; of the "
            f"{failure.unzipped.at - failure.begins:,} bytes from {failure.begins:,} to {end} only what comes before that was "
            "read: get the file again",
            distrusted=self._distrusted(failure),
        )

    def _distrusted(self, failure: BrokenMember) -> int | None:
        """Tell from where on records of a broken member may be unpacked to something else than was packed.

        Where the file is just cut off, that is a record which has the member for itself: it has no checksum. What is one
        member of all records would lose a whole one for nothing.
        """
        has_own_member = self._begins == failure.content_begins
        return failure.content_begins if has_own_member or not failure.is_cut else None

    def _behind_wrong_length(self, inner: int) -> Lost:
        """Go on with a record that begins within the last one."""
        self._stream.go_back(inner)
        return Lost(
            reason=f"{self._label} is damaged: within the record at byte {self._begins:,} (of the decompressed archive), which "
            f"should have {self._ends - self._content:,} bytes, the next one begins at byte {inner:,}; "
            f"{inner - self._begins:,} bytes were left out: get it again",
            distrusted=self._begins,
        )

    def _behind_record(self, error: str) -> Lost:
        """Go on with the next line that begins a record."""
        expected = self._stream.find_kept(_END_OF_RECORD, self._ends, self._stream.position) or self._ends
        found = self._stream.find(_RECORD, max(expected, self._begins + 1))
        damage = f"{self._label} is damaged at byte {expected:,} (of the decompressed archive): {error}"
        if found is not None:
            self._stream.go_back(found)
            lost = f"{found - expected:,} bytes were left out, up to the record at byte {found:,}: get it again"
            return Lost(reason=f"{damage}; {lost}")
        size, failure = self._stream.position - expected, self._stream.failure
        self._is_over = failure is None
        return Lost(
            reason=f"{damage}; {size:,} bytes were left out, in which no other record begins: get it again",
            distrusted=self._distrusted(failure) if isinstance(failure, BrokenMember) else None,
        )


def _opened(stream: _Kept, label: str) -> tuple[ArchiveIterator, object]:
    """Let the library read, and return what it calls a response."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise missing_archive(f"{label} is a web archive; reading it", error) from error
    # HTTP is parsed for each record by itself, so that one with bad headers does not end the archive. All records are
    # looked at, since a damage begins where the last of them ends, of whatever type that was.
    return ArchiveIterator(stream, parse_http=False), WarcRecordType.response


class _Kept(io.RawIOBase):
    """Reads for the library, and remembers what that does not tell: how far it came, why it ended, and the last bytes.

    Attributes:
        position: How many bytes were read.
        failure: Why there are no more for now.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.position = 0
        self.failure: SourceError | None = None
        self._stream = stream
        self._kept = bytearray()  # what was read last, up to the position
        self._again = b""  # what is to be read again before more is taken from the stream
        self._again_from = 0  # how much of it was

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.position

    @property
    def tail(self) -> bytes:
        return bytes(self._kept[-4:])

    @property
    def _from(self) -> int:
        return self.position - len(self._kept)

    def read(self, size: int = _CHUNK, /) -> bytes:
        if data := self._again[self._again_from : self._again_from + size]:
            self._again_from += len(data)
        else:
            self._again, self._again_from = b"", 0
            data = self._some(size)
        self.position += len(data)
        self._kept += data
        if len(self._kept) > 2 * _KEPT:
            del self._kept[:-_KEPT]
        return data

    def _some(self, size: int) -> bytes:
        if self.failure:
            return b""
        try:
            # No more than is there: what comes before a break is not lost with it.
            return some_of(self._stream, size)
        except SourceError as error:
            # Errors do not come through the library as they are: this one is told when it has ended.
            self.failure = error
            return b""

    def end_of_header(self, at: int) -> int:
        """Return where the header that begins somewhere ends; what comes before it is kept no longer."""
        del self._kept[: max(0, at - self._from)]
        found = _END_OF_HEADER.search(self._kept)
        return self._from + found.end() if found else self.position

    def find_kept(self, pattern: re.Pattern[bytes], start: int, end: int) -> int | None:
        """Return where a pattern ends first in what is kept, and begins between two places; None where it does not."""
        found = pattern.search(self._kept, max(0, start - self._from), max(0, end - self._from + _LONGEST_OPENING))
        return self._from + found.end() if found and self._from + found.start() < end else None

    def find(self, pattern: re.Pattern[bytes], start: int) -> int | None:
        """Return where a pattern ends first from a place on, and read up to there; None where it is not found."""
        while True:
            found = self.find_kept(pattern, start, self.position)
            if found is not None:
                return found
            start = max(start, self.position - _LONGEST_OPENING)
            del self._kept[: max(0, start - self._from)]
            if not self.read(_CHUNK):
                return None

    def go_back(self, at: int) -> None:
        """Stand at a place again that is kept."""
        size = self.position - at
        self._again, self._again_from = bytes(self._kept[-size:]) + self._again[self._again_from :], 0
        del self._kept[-size:]
        self.position = at

# SPDX-License-Identifier: Apache-2.0
"""Streams of bytes that are looked into without being held whole."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from typing import IO, BinaryIO, cast

from readout.errors import SourceError

__all__ = ["Guarded", "Lasting", "bounded", "seekable", "some_of", "with_head"]

_CHUNK = 1 << 20

# What lies in memory of a container that comes through a pipe or out of another container; the rest is on disk.
_IN_MEMORY = 1 << 24
# A container of containers of more than this is unpacked by who has the room for it.
_LARGEST_SPOOLED = 4_000_000_000


class Lasting(io.RawIOBase):
    """A stream that outlives its reader: closing this does not close it."""

    def __init__(self, stream: BinaryIO) -> None:
        """Read from `stream`."""
        self._stream = stream

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Read into a buffer, as of `RawIOBase`."""
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class Guarded(io.RawIOBase):
    """A stream whose failures are named: what a library raises while reading becomes an error of ours."""

    def __init__(
        self, stream: IO[bytes], failures: tuple[type[Exception], ...], named: Callable[[Exception], SourceError]
    ) -> None:
        """Read from `stream`, and close it when this is closed; raise what `named` makes of one of `failures`."""
        self._stream = stream
        self._failures = failures
        self._named = named

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Read into a buffer, as of `RawIOBase`."""
        try:
            data = self._stream.read(len(buffer))
        except self._failures as error:
            raise self._named(error) from error
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the stream as well."""
        if not self.closed:
            self._stream.close()
        super().close()


class _Replayed(io.RawIOBase):
    """A stream whose beginning was read already, from its beginning."""

    def __init__(self, head: bytes, stream: IO[bytes], failure: SourceError | None) -> None:
        self._head = head
        self._stream = stream
        self._failure = failure

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        data = self._head[: len(buffer)]
        self._head = self._head[len(buffer) :]
        if not data and self._failure:
            # Once: who knows how to go on reads on.
            failure, self._failure = self._failure, None
            raise failure
        data = data or some_of(self._stream, len(buffer))
        buffer[: len(data)] = data
        return len(data)


def some_of(stream: IO[bytes], size: int) -> bytes:
    """Read what is there of a stream, something at least before its end.

    A stream that breaks gives all that comes before its break, which a call that waits for `size` bytes would lose.
    """
    read = getattr(stream, "read1", stream.read)
    return bytes(read(size))


def with_head(stream: IO[bytes], size: int) -> tuple[bytes, BinaryIO]:
    """Read the beginning of a stream.

    Args:
        stream: At its start.
        size: How much to read at most.

    Returns:
        The beginning, and the whole stream with it. Where it breaks within the beginning, it breaks again after that.
    """
    head, failure = b"", None
    try:
        while len(head) < size and (chunk := some_of(stream, size - len(head))):
            head += chunk
    except SourceError as error:
        if not head:
            raise
        failure = error
    if failure is None and stream.seekable():
        stream.seek(0)
        return head, cast(BinaryIO, stream)
    return head, io.BufferedReader(_Replayed(head, stream, failure), _CHUNK >> 4)


def seekable(stream: BinaryIO, *, label: str) -> IO[bytes]:
    """Return a stream that can be read at any place: itself, or a copy that lies on disk where it is large.

    Args:
        stream: At its start.
        label: What it is called in messages.

    Raises:
        SourceError: If a copy would be too large.
    """
    if stream.seekable():
        return stream
    copy = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  # closed by who asked for it
    size = 0
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > _LARGEST_SPOOLED:
            copy.close()
            raise SourceError(f"{label} has more than {_LARGEST_SPOOLED:,} bytes; unpack it into a file and give that")
        copy.write(chunk)
    copy.seek(0)
    return copy


def bounded(stream: IO[bytes], largest: int, *, label: str, what: str) -> bytes:
    """Read a stream whole.

    Args:
        stream: At its start.
        largest: How much of it is read at most.
        label: What it is called in messages.
        what: What it is: "a page", "a mail".

    Raises:
        SourceError: If there is more.
    """
    data = stream.read(largest + 1)
    if len(data) > largest:
        raise SourceError(
            f"{label} has more than {largest:,} bytes, which is more than {what} can have; give it in parts"
        )
    return data

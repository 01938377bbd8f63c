# SPDX-License-Identifier: Apache-2.0
"""The pages of a web archive (WARC), as CC-NEWS and other crawls have them.

A report's address is the one that was crawled. The day of the crawl is not the day of publication and is not taken for it.
Records that are no pages (requests, pictures, redirects) are counted and logged, not refused.
"""

from __future__ import annotations

import io
import logging
import zlib
from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from readout.errors import SourceError
from readout.source.details import Details
from readout.source.extras import missing_archive
from readout.source.pages import received_from_page
from readout.source.pieces import Opened, Pending, Pieces
from readout.source.received import Refused
from readout.source.streams import some_of

if TYPE_CHECKING:
    from fastwarc.warc import ArchiveIterator, HeaderMap, WarcRecord

__all__ = ["pages_in_warc"]

log = logging.getLogger(__name__)

# As of a page that is fetched; with what HTTP puts around it.
_LARGEST_PAGE = 10_000_000
_LARGEST_RECORD = _LARGEST_PAGE + 100_000
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_OK = 200

# What a record ends with, and so an archive that is not cut off.
_ENDS = (b"\r\n\r\n", b"\n\n")


def pages_in_warc(opened: Opened) -> Pieces:
    """Read the pages of an archive, record by record.

    Args:
        opened: The archive, decompressed.

    Yields:
        For each response with status 200 that is HTML a report in the making.

    Raises:
        SourceError: If the archive breaks: what comes before has been handed over.
    """
    watched = _Watched(opened.stream)
    skipped: Counter[str] = Counter()
    count = 0
    is_cut = False
    for record in _records(watched, opened.label):
        why_not = _why_no_page(record)
        if why_not:
            skipped[why_not] += 1
            continue
        count += 1
        data = record.reader.read(record.content_length) if 0 < record.content_length <= _LARGEST_RECORD else b""
        is_cut = len(data) < record.content_length <= _LARGEST_RECORD
        yield _page(record, data, opened)
    if skipped:
        log.info("%s: %d pages; left out: %s", opened.label, count, _counted(skipped))
    _check_end(watched, opened.label, is_told=is_cut)
    if not count:
        left_out = f"left out: {_counted(skipped)}" if skipped else "it has no records"
        raise SourceError(f"{opened.label} is a web archive without a page ({left_out}); expected responses with HTML")


class _Watched(io.RawIOBase):
    """Reads for the library, and remembers what that does not tell: how far it came, and why it ended."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.position = 0
        self.tail = b""
        self.failure: SourceError | None = None

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.position

    def read(self, size: int = -1, /) -> bytes:
        try:
            # No more than is there: what comes before a break is not lost with it.
            data = some_of(self._stream, size)
        except SourceError as error:
            # Errors do not come through the library as they are: this one is raised when it has ended.
            self.failure = error
            return b""
        self.position += len(data)
        self.tail = (self.tail + data[-4:])[-4:]
        return data


def _records(watched: _Watched, label: str) -> Iterator[WarcRecord]:
    """Return the responses, each to be read before the next."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise missing_archive(f"{label} is a web archive; reading it", error) from error
    # HTTP is parsed for each record by itself, so that one with bad headers does not end the archive.
    archive = ArchiveIterator(watched, record_types=WarcRecordType.response, parse_http=False)
    while (record := _next(archive, watched, label)) is not None:
        yield record


def _next(archive: ArchiveIterator, watched: _Watched, label: str) -> WarcRecord | None:
    """Return the next record; None at the end."""
    try:
        return next(archive, None)
    except (OSError, ValueError) as error:
        raise watched.failure or SourceError(
            f"{label} is damaged before byte {watched.position:,} (of the decompressed archive): {error}; what comes "
            "before was read: get it again"
        ) from error
    except BaseException as error:
        # Version 2 of the library is written in Rust; where that gives up, its panic is no `Exception`.
        if type(error).__name__ != "PanicException":
            raise
        raise SourceError(f"{label} is damaged before byte {watched.position:,}; get it again") from error


def _why_no_page(record: WarcRecord) -> str | None:
    """Say why a record is no page; None where it is one."""
    try:
        record.parse_http()
    except (OSError, ValueError):
        return "no HTTP"
    headers = record.http_headers
    if headers is None or headers.status_code is None:
        return "no HTTP"
    if headers.status_code != _OK:
        return f"status {headers.status_code}"
    kind = (record.http_content_type or "no type").lower()
    return None if kind in _PAGES else kind


def _page(record: WarcRecord, data: bytes, opened: Opened) -> Pending | Refused:
    """Make a report of a record."""
    uri = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    where = f"{opened.found.address}!/{uri or record.stream_pos}"
    if record.content_length > _LARGEST_RECORD:
        size = f"{record.content_length:,} bytes, more than a page can have ({_LARGEST_PAGE:,})"
        return Refused(address=where, reason=f"{where!r} has {size}; it was left out")
    expected = record.content_length
    if len(data) < expected:
        return Refused(
            address=where,
            reason=f"{where!r} is cut off: {len(data):,} of {expected:,} bytes are there; get the archive again",
        )
    # The record is gone when the report is made: what is needed of it is taken out now.
    make = partial(
        received_from_page,
        _body(data, record.http_headers),
        address=uri or where,
        url=uri or None,
        otherwise=Details(basis="archive", url=uri or None),
        content_type=record.http_headers.get("Content-Type"),
    )
    return Pending(address=where, make=make)


def _check_end(watched: _Watched, label: str, *, is_told: bool) -> None:
    """Refuse an archive that is cut off: the library takes that for its end."""
    if watched.failure:
        raise watched.failure
    if not is_told and watched.tail and not watched.tail.endswith(_ENDS):
        raise SourceError(
            f"{label} is cut off at byte {watched.position:,} (of the decompressed archive), within a record; what comes "
            "before was read: get it again"
        )


def _counted(skipped: Counter[str]) -> str:
    return ", ".join(f"{count:,} {what}" for what, count in sorted(skipped.items()))


def _body(data: bytes, headers: HeaderMap) -> bytes:
    """Undo what HTTP did to a page for its way.

    Many crawlers store bodies undone and keep the headers that said how they came: what is not as they say stands as it is.
    """
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
        data = _unchunked(data)
    # Applied in order, so undone from the last.
    for coding in reversed((headers.get("Content-Encoding") or "").lower().split(",")):
        data = _decoded(data, coding.strip())
    return data


def _unchunked(data: bytes) -> bytes:
    """Join the chunks of a body."""
    chunks: list[bytes] = []
    at = 0
    while (end := data.find(b"\r\n", at, at + 1000)) >= 0:
        size = data[at:end].partition(b";")[0].strip()
        try:
            length = int(size, 16)
        except ValueError:
            break
        if length <= 0:
            return b"".join(chunks)
        chunks.append(data[end + 2 : end + 2 + length])
        at = end + 2 + length + 2
    return b"".join(chunks) or data


def _decoded(data: bytes, coding: str) -> bytes:
    """Decompress a body, up to more than a page can have."""
    match coding:
        case "gzip" | "x-gzip" if data.startswith(b"\x1f\x8b"):
            return _inflated(data, 16 + zlib.MAX_WBITS)
        case "deflate":
            # With the header that the standard asks for, or without, as some servers send it.
            return _inflated(data, zlib.MAX_WBITS) if data[:1] == b"\x78" else _inflated(data, -zlib.MAX_WBITS)
        case "br" if data.lstrip()[:1] != b"<":
            return _unbrotlied(data)
        case _:
            return data


def _inflated(data: bytes, window: int) -> bytes:
    try:
        return zlib.decompressobj(window).decompress(data, _LARGEST_PAGE + 1)
    except zlib.error:
        return data


def _unbrotlied(data: bytes) -> bytes:
    from fastwarc.stream_io import BrotliReader

    try:
        return BrotliReader(io.BytesIO(data)).read(_LARGEST_PAGE + 1)
    except (OSError, ValueError):
        return data

# SPDX-License-Identifier: Apache-2.0
"""The pages of a web archive (WARC), as CC-NEWS and other crawls have them.

A report's address is the one that was crawled. The day of the crawl is not the day of publication and is not taken for it.
Records that are no pages (requests, pictures, redirects) are counted and logged, not refused. A damaged archive gives what
stands before and behind the damage.
"""

from __future__ import annotations

import io
import logging
import zlib
from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from readout.errors import SourceError
from readout.source.details import Details
from readout.source.pages import received_from_page
from readout.source.parcels import Opened, Parcels, Pending
from readout.source.received import Refused
from readout.source.warcrecords import Lost, Records

if TYPE_CHECKING:
    from fastwarc.warc import HeaderMap, WarcRecord

__all__ = ["pages_in_warc"]

log = logging.getLogger(__name__)

# As of a page that is fetched; with what HTTP puts around it.
_LARGEST_PAGE = 10_000_000
_LARGEST_RECORD = _LARGEST_PAGE + 100_000
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_OK = 200


def pages_in_warc(opened: Opened) -> Parcels:
    """Read the pages of an archive, record by record.

    Args:
        opened: The archive, decompressed.

    Yields:
        For each response with status 200 that is HTML a report in the making, and for each damage a refusal that says what
        was lost.

    Raises:
        SourceError: If the archive cannot be read any further: what comes before has been handed over.
    """
    records = Records(opened.stream, label=opened.label)
    skipped: Counter[str] = Counter()
    count = losses = 0
    page: _Page | None = None
    for found in records:
        if page:
            yield page.parcel if page.is_trusted_after(found) else page.distrusted
            page = None
        if isinstance(found, Lost):
            losses += 1
            yield Refused(address=opened.found.address, reason=found.reason)
        elif why_not := _why_no_page(found):
            skipped[why_not] += 1
        else:
            count += 1
            page = _page(found, opened)
    if page:
        yield page.parcel
    if skipped:
        log.info("%s: %d pages; left out: %s", opened.label, count, _counted(skipped))
    cut = records.cut()
    if cut and not (page and isinstance(page.parcel, Refused)):
        raise SourceError(cut.reason)
    if not count and not losses:
        left_out = f"left out: {_counted(skipped)}" if skipped else "it has no records"
        raise SourceError(f"{opened.label} is a web archive without a page ({left_out}); expected responses with HTML")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A page of an archive, held until what comes after it shows that it is whole.

    Attributes:
        begins: At which byte of the archive its record begins.
        where: What it is called.
        parcel: A report in the making, or a refusal.
    """

    begins: int
    where: str
    parcel: Pending | Refused

    def is_trusted_after(self, found: WarcRecord | Lost) -> bool:
        """Tell whether a damage that comes next is not its own: checksums stand behind what they are of."""
        if isinstance(self.parcel, Refused) or not isinstance(found, Lost):
            return True
        return found.distrusted is None or self.begins < found.distrusted

    @property
    def distrusted(self) -> Refused:
        reason = f"{self.where!r} stands where the archive is damaged; it was left out: get the archive again"
        return Refused(address=self.parcel.address, reason=reason)


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


def _page(record: WarcRecord, opened: Opened) -> _Page:
    """Make a report of a record."""
    uri = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    where = f"{opened.found.address}!/{uri or record.stream_pos}"
    return _Page(begins=record.stream_pos, where=where, parcel=_parcel(record, where, uri))


def _parcel(record: WarcRecord, where: str, uri: str) -> Pending | Refused:
    if record.content_length > _LARGEST_RECORD:
        size = f"{record.content_length:,} bytes, more than a page can have ({_LARGEST_PAGE:,})"
        return Refused(address=where, reason=f"{where!r} has {size}; it was left out")
    expected = record.content_length
    data = record.reader.read(expected) if expected else b""
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

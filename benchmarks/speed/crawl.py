# SPDX-License-Identifier: Apache-2.0
"""A web archive made of our reports as a crawl has them: pages with all that stands around an article, and other records."""

from __future__ import annotations

import gzip
import html
import json
from collections.abc import Iterable
from pathlib import Path

__all__ = ["page_of", "write_crawl"]

_LINKS = "".join(f'<li><a href="/section/{number}">Section {number}</a></li>' for number in range(80))
_TEASERS = "".join(
    f'<div class="teaser"><a href="/story/{number}"><img src="/{number}.jpg" alt=""><h3>Story number {number} of the day</h3></a>'
    "<span>Two hours ago</span></div>"
    for number in range(60)
)
# A page of the news has some 100 kB, most of it programs and settings.
_SCRIPT = "<script>window.state=" + json.dumps({f"key{number}": list(range(20)) for number in range(600)}) + "</script>"
_STYLE = "<style>" + "".join(f".c{number}{{margin:{number}px;color:#333}}" for number in range(600)) + "</style>"


def page_of(text: str) -> bytes:
    """Set a report into a page."""
    title, *paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
    body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
        f'<meta property="article:published_time" content="2024-03-05T06:00:00Z">{_STYLE}{_SCRIPT}</head><body>'
        f"<header><nav><ul>{_LINKS}</ul></nav></header><main><article><h1>{html.escape(title)}</h1>{body}</article></main>"
        f"<aside>{_TEASERS}</aside><footer><ul>{_LINKS}</ul></footer></body></html>"
    ).encode()


def write_crawl(path: Path, texts: Iterable[str]) -> int:
    """Write an archive, with a request and a picture for each page.

    Args:
        path: A file whose name ends in .warc.gz.
        texts: The reports.

    Returns:
        The size of the archive's content, decompressed.
    """
    size = 0
    picture = b"\xff\xd8\xff" + bytes(range(256)) * 40
    with path.open("wb") as file:
        for number, text in enumerate(texts):
            uri = f"https://news.example/{number}"
            for record in (
                _record("request", uri, b"GET / HTTP/1.1\r\nHost: news.example\r\n\r\n"),
                _response(uri, "text/html; charset=utf-8", page_of(text)),
                _response(f"{uri}.jpg", "image/jpeg", picture),
            ):
                size += len(record)
                file.write(gzip.compress(record))
    return size


def _response(uri: str, kind: str, body: bytes) -> bytes:
    return _record("response", uri, f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body)


def _record(kind: str, uri: str, block: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2024-03-06T10:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:8f0c2d2e-0000-4000-8000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"

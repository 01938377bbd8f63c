# SPDX-License-Identifier: Apache-2.0
"""Web archives."""

from __future__ import annotations

import gzip
import logging
import zlib
from pathlib import Path

import pytest

pytest.importorskip("fastwarc", reason="needs the extra 'archive'")

import brotli  # a library of fastwarc

from readout.source.received import Received, Refused
from readout.source.ways import receive
from tests.support import wares


def pieces_of(tmp_path: Path, data: bytes) -> list[Received | Refused]:
    path = tmp_path / "day.warc"
    path.write_bytes(data)
    return list(receive([str(path)]))


def texts_of(pieces: list[Received | Refused]) -> list[str]:
    return [piece.report.text for piece in pieces if isinstance(piece, Received)]


def test_address_is_that_of_the_crawl_and_its_day_is_not_taken(tmp_path: Path):
    (one,) = pieces_of(tmp_path, wares.record("https://news.example/a"))
    assert isinstance(one, Received)
    assert (one.address, one.report.url, one.report.published) == (
        "https://news.example/a",
        "https://news.example/a",
        None,
    )
    assert one.basis["url"] == "archive"


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_records_come_in_order(tmp_path: Path, packed: bool):
    pieces = pieces_of(tmp_path, wares.warc_gz(3) if packed else wares.warc(3))
    assert [piece.address for piece in pieces] == [f"https://news.example/{number}" for number in (1, 2, 3)]


def test_what_is_no_page_is_counted_and_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    others = (
        wares.record(body=b"x", kind="image/png") * 2 + wares.record(status="301 Moved") + wares.record(type="request")
    )
    with caplog.at_level(logging.INFO, logger="readout.source.warc"):
        pieces = pieces_of(tmp_path, others + wares.record())
    assert len(texts_of(pieces)) == len(pieces) == 1
    assert "1 pages; left out: 2 image/png, 1 status 301" in caplog.text


def chunked(body: bytes) -> bytes:
    half = len(body) // 2
    return b"%x\r\n%s\r\n%X;x=1\r\n%s\r\n0\r\n\r\n" % (half, body[:half], len(body) - half, body[half:])


PAGE = wares.page()
RAW_DEFLATE = zlib.compressobj(wbits=-15)
WAYS = {
    "gzip": ("Content-Encoding: gzip", gzip.compress(PAGE)),
    "deflate": ("Content-Encoding: deflate", zlib.compress(PAGE)),
    "raw deflate": ("Content-Encoding: deflate", RAW_DEFLATE.compress(PAGE) + RAW_DEFLATE.flush()),
    "brotli": ("Content-Encoding: br", brotli.compress(PAGE)),
    "chunked": ("Transfer-Encoding: chunked", chunked(PAGE)),
    "chunked gzip": ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip", chunked(gzip.compress(PAGE))),
    "twice": ("Content-Encoding: deflate, gzip", gzip.compress(zlib.compress(PAGE))),
    "undone by the crawler": ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip", PAGE),
    "undone, brotli": ("Content-Encoding: br", PAGE),
    "unknown": ("Content-Encoding: identity", PAGE),
}


@pytest.mark.parametrize(("headers", "body"), WAYS.values(), ids=WAYS)
def test_body_is_undone_as_its_headers_say(tmp_path: Path, headers: str, body: bytes):
    (text,) = texts_of(pieces_of(tmp_path, wares.record(body=body, headers=headers + "\r\n")))
    assert wares.PARAGRAPHS[2] in text


def test_charset_of_the_header_counts(tmp_path: Path):
    body = wares.page().replace(b"<meta charset='utf-8'>", b"").decode().encode("cp1252")
    (text,) = texts_of(pieces_of(tmp_path, wares.record(body=body, kind="text/html; charset=windows-1252")))
    assert wares.PARAGRAPHS[1] in text


def test_body_that_unpacks_to_more_than_a_page_is_refused(tmp_path: Path):
    bomb = wares.record(body=gzip.compress(bytes(300_000_000)), headers="Content-Encoding: gzip\r\n")
    refused, one = pieces_of(tmp_path, bomb + wares.record())
    assert isinstance(refused, Refused)
    assert isinstance(one, Received)


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_what_stands_before_a_cut_is_handed_over(tmp_path: Path, packed: bool):
    first, second = wares.record("https://news.example/1", wares.page(1)), wares.record("https://news.example/2")
    data = gzip.compress(first) + gzip.compress(second)[:-40] if packed else first + second[:-40]
    pieces = pieces_of(tmp_path, data)
    assert pieces[0].address == "https://news.example/1"
    assert isinstance(pieces[0], Received)
    assert all(isinstance(piece, Refused) and "cut off" in piece.reason for piece in pieces[1:])
    assert len(pieces) > 1


def test_damage_is_told_with_its_byte(tmp_path: Path):
    members = [gzip.compress(wares.record(f"https://news.example/{number}")) for number in (1, 2, 3)]
    middle = bytearray(members[1])
    middle[200] ^= 0xFF
    pieces = pieces_of(tmp_path, members[0] + bytes(middle) + members[2])
    assert isinstance(pieces[0], Received)
    refused = pieces[-1]
    assert isinstance(refused, Refused)
    at = int(refused.reason.partition("near byte ")[2].partition(" ")[0].replace(",", ""))
    assert len(members[0]) < at <= len(members[0]) + len(members[1])


def test_garbage_between_records_ends_the_archive(tmp_path: Path):
    one, refused = pieces_of(tmp_path, wares.record() + b"garbage\r\n" * 20 + wares.record())
    assert isinstance(one, Received)
    assert isinstance(refused, Refused)
    assert "is damaged before byte" in refused.reason

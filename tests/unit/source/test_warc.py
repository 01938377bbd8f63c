# SPDX-License-Identifier: Apache-2.0
"""Web archives."""

from __future__ import annotations

import gzip
import io
import logging
import tracemalloc
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO, cast

import pytest

pytest.importorskip("fastwarc", reason="needs the extra 'archive'")

import brotli  # a library of fastwarc

from readout.source.received import Received, Refused
from readout.source.warcrecords import Records
from readout.source.ways import receive
from tests.support import wares
from tests.support.damaged import Damaged, damaged_archives


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


def numbers_of(pieces: list[Received | Refused]) -> list[int]:
    return [int(piece.address[-1]) for piece in pieces if isinstance(piece, Received)]


DAMAGED = damaged_archives()


@pytest.mark.parametrize("damaged", DAMAGED, ids=[each.name for each in DAMAGED])
def test_damage_costs_its_record_and_no_other(tmp_path: Path, damaged: Damaged):
    (tmp_path / damaged.name).write_bytes(damaged.data)
    pieces = list(receive([str(tmp_path / damaged.name)]))
    assert numbers_of(pieces) == sorted(damaged.pages)
    reasons = [piece.reason for piece in pieces if isinstance(piece, Refused)]
    assert any(damaged.says in reason for reason in reasons)


@pytest.mark.parametrize("damaged", DAMAGED, ids=[each.name for each in DAMAGED])
def test_damage_in_a_pipe_is_that_in_a_file(tmp_path: Path, damaged: Damaged):
    """What cannot be gone back in, and gives a few bytes at a time."""
    (tmp_path / damaged.name).write_bytes(damaged.data)
    of_file = list(receive([str(tmp_path / damaged.name)]))
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as packed:
        packed.write(tmp_path / damaged.name, damaged.name)
    of_zip = list(receive([str(tmp_path / "in.zip")]))
    assert [type(piece) for piece in of_zip] == [type(piece) for piece in of_file]
    assert numbers_of(of_zip) == numbers_of(of_file)


def test_damage_is_told_with_its_bytes(tmp_path: Path):
    members = [gzip.compress(wares.record(f"https://news.example/{number}")) for number in (1, 2, 3)]
    middle = bytearray(members[1])
    middle[200] ^= 0xFF
    _, *refused, _ = pieces_of(tmp_path, members[0] + bytes(middle) + members[2])
    reasons = [piece.reason for piece in refused if isinstance(piece, Refused)]
    (told,) = (reason for reason in reasons if "near byte" in reason)
    at = int(told.partition("near byte ")[2].partition(" ")[0].replace(",", ""))
    begins, ends = len(members[0]), len(members[0]) + len(members[1])
    assert begins < at <= ends
    assert f"of the {len(middle):,} bytes from {begins:,} to {ends:,} only what comes before that was read" in told


def test_text_of_a_page_that_fails_its_checksum_is_not_taken(tmp_path: Path):
    """Its bytes can be unpacked, and are not what was packed."""
    flat = bytearray(gzip.compress(wares.record(), 0))  # not packed, so that every byte stands as it is
    at = flat.index(b"ferry line")
    flat[at : at + 5] = b"FERRY"
    pieces = pieces_of(tmp_path, bytes(flat) + gzip.compress(wares.record("https://news.example/2")))
    assert numbers_of(pieces) == [2]
    assert "stands where the archive is damaged" in pieces[0].reason  # type: ignore[union-attr]


def test_record_within_a_page_is_part_of_it(tmp_path: Path):
    """A page about web archives; its record is whole, so nothing is looked for in it."""
    shown = wares.page().replace(b"</article>", b"<p>\r\n\r\n" + wares.record()[:200] + b"</p></article>")
    pieces = pieces_of(tmp_path, wares.record("https://news.example/1", shown) + wares.record("https://news.example/2"))
    assert numbers_of(pieces) == [1, 2]


def test_pages_before_a_failure_of_another_kind_are_handed_over(tmp_path: Path):
    """The ZIP file around it fails its checksum, which is seen with its last piece."""
    data = wares.zip_of({"day.warc": wares.warc(300)}, method=zipfile.ZIP_STORED).replace(b"day 299", b"day 777", 1)
    (tmp_path / "day.zip").write_bytes(data)
    *pages, refused = receive([str(tmp_path / "day.zip")])
    assert len(numbers_of(pages)) == 282  # so many stand in the four pieces of 65,536 bytes before the last one
    assert isinstance(refused, Refused)
    assert "Bad CRC-32" in refused.reason


def test_archive_of_nothing_but_damage_is_given_up(tmp_path: Path):
    pieces = pieces_of(tmp_path, b"WARC/1.0\r\nA: b\r\n\r\n\r\n\r\nx" * 3_000)
    assert len(pieces) == 1_001
    assert "in more than 1,000 places" in pieces[-1].reason  # type: ignore[union-attr]


class Noise(io.RawIOBase):
    """A record, very much that is none, and another record; made while it is read."""

    def __init__(self, megabytes: int) -> None:
        self.parts = iter([wares.record(), *[bytes([7]) * 1_000_000] * megabytes, wares.record()])
        self.waiting = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        self.waiting = self.waiting or next(self.parts, b"")
        data, self.waiting = self.waiting[: len(buffer)], self.waiting[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def test_damage_of_any_size_is_passed_in_little_memory():
    tracemalloc.start()
    found = list(Records(cast(BinaryIO, io.BufferedReader(Noise(100))), label="it"))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(found) == 3
    assert most < 50_000_000

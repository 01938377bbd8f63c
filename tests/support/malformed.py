# SPDX-License-Identifier: Apache-2.0
"""Files of all kinds that are broken, dangerous or something else, made in memory; nothing of others is stored.

Each is a name, its bytes, and words that its refusal must have: what was found.
"""

from __future__ import annotations

import bz2
import io
import json
import lzma
import os
import random
import sqlite3
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.support import wares

__all__ = ["Malformed", "malformed_files", "write_malformed"]


@dataclass(frozen=True, slots=True)
class Malformed:
    """A file that gives no report."""

    name: str
    data: bytes
    says: str


def malformed_files() -> list[Malformed]:
    """Make all that are bytes alone; `write_malformed` has some more."""
    groups = (_other_files, _texts, _pages, _archives, _tables, _json_items, _xml_items, _mails, _zips, _gzips)
    return [each for group in groups for each in group()]


def write_malformed(folder: Path) -> dict[str, str]:
    """Write all of them into a folder, and what is no file.

    Returns:
        Their names with the words that their refusals must have.
    """
    says = {}
    for each in malformed_files():
        assert each.name not in says, each.name
        (folder / each.name).write_bytes(each.data)
        says[each.name] = each.says
    (folder / "dangling.txt").symlink_to(folder / "nowhere.txt")
    (folder / "circle.txt").symlink_to(folder / "circle.txt")
    os.mkfifo(folder / "pipe.txt")
    return {**says, "dangling.txt": "a link to what is not there", "circle.txt": "link", "pipe.txt": "a pipe"}


def _other_files() -> Iterator[Malformed]:
    """Give files that people hand over by mistake."""
    noise = random.Random(7).randbytes(400)
    yield Malformed("report.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + noise, "a PDF document")
    yield Malformed("pdf-named.txt", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n" + noise, "a PDF document")
    yield Malformed("large.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + noise * 6000, "a PDF document")
    yield Malformed("report.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise, "an old Office document")
    yield Malformed("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + noise, "a PNG image")
    yield Malformed("picture.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0" + noise, "a JPEG image")
    yield Malformed("picture.gif", b"GIF89a\x01\0\x01\0\x80\0\0" + noise, "a GIF image")
    yield Malformed("film.mp4", b"\0\0\0\x18ftypmp42\0\0\0\0" + noise, "a recording")
    yield Malformed("sound.mp3", b"ID3\x03\0\0\0\0\0\x21" + noise, "a recording")
    yield Malformed("program", b"\x7fELF\x02\x01\x01\0" + noise, "a program")
    yield Malformed("program.exe", b"MZ\x90\0\x03\0\0\0" + noise, "a program")
    yield Malformed("news.sqlite", _database(), "an SQLite database")
    yield Malformed("files.tar", _tar(), "a tar archive")
    yield Malformed("files.7z", b"7z\xbc\xaf\x27\x1c\0\x04" + noise, "a 7-Zip archive")
    yield Malformed("files.rar", b"Rar!\x1a\x07\x01\0" + noise, "a RAR archive")
    yield Malformed("report.txt.bz2", bz2.compress(wares.TEXT.encode()), "a bzip2 file")
    yield Malformed("report.txt.xz", lzma.compress(wares.TEXT.encode()), "an xz file")
    yield Malformed("report.txt.zst", b"\x28\xb5\x2f\xfd\x24\x05" + noise, "a Zstandard file")
    yield Malformed("table.arrow", b"ARROW1\0\0" + noise, "an Arrow table")
    yield Malformed("settings.toml", b'publisher = "The Ferryman"\n', "named as a program, a style or a setting")


def _texts() -> Iterator[Malformed]:
    yield Malformed("empty.txt", b"", "is empty")
    yield Malformed("blank.txt", b" \n\t\r\n  \n", "only white space")
    yield Malformed("invisible.txt", "\u200b\u200e\n".encode(), "only white space or characters that cannot be seen")
    yield Malformed("zeros.bin", bytes(5000), "binary")
    yield Malformed("noise.bin", random.Random(1).randbytes(5000), "binary")
    yield Malformed("half-utf16.txt", b"\xff\xfe" + "The minister".encode("utf-16-le") + b"\0", "utf-16")
    yield Malformed("lone-utf16.txt", b"\xfe\xff\xd8\x00\x00A", "utf-16")
    yield Malformed("utf32-broken.txt", b"\xff\xfe\0\0" + b"\xff\xff\xff\x7f" * 9, "utf-32")
    yield Malformed("whole-archive.txt", wares.TEXT.encode() * 6000, "more than 2,000,000 bytes")


def _pages() -> Iterator[Malformed]:
    yield Malformed("empty.html", b"", "is empty")
    yield Malformed("frame.html", b"<html><head><title>News</title></head><body></body></html>", "no article")
    yield Malformed(
        "script.html", b"<html><body><div id='app'></div><script>load()</script></body></html>", "no article"
    )
    yield Malformed("large.html", b"<html><body>" + b"<p>word</p>" * 1_000_000, "more than 10,000,000 bytes")
    yield Malformed("no-feed.rss", b"<rss version='2.0'><channel></channel>", "no")


def _archives() -> Iterator[Malformed]:
    whole = wares.record()
    yield Malformed("pictures.warc", wares.record(body=b"x", kind="image/png"), "a web archive without a page")
    yield Malformed("gone.warc", wares.record(status="404 Not Found"), "1 status 404")
    yield Malformed("empty.warc", b"WARC/1.0\r\n", "cut off")
    yield Malformed("requests.warc", wares.record(type="request"), "it has no records")
    yield Malformed("no-archive.warc", b"This is no web archive but words.\r\n\r\n", "damaged")
    yield Malformed("cut-body.warc", whole[:-200], "cut off")
    yield Malformed("cut-header.warc", whole[:70], "cut off")
    yield Malformed(
        "long.warc", whole.replace(b"Content-Length: ", b"Content-Length: 77777"), "more than a page can have"
    )
    yield Malformed("cut.warc.gz", wares.gz(whole)[:-30], "cut off")
    yield Malformed(
        "chunks.warc", wares.record(body=b"zz\r\nno chunk", headers="Transfer-Encoding: chunked\r\n"), "no page"
    )
    yield Malformed(
        "no-gzip.warc", wares.record(body=b"\x1f\x8bno", headers="Content-Encoding: gzip\r\n"), "a gzip file"
    )


def _tables() -> Iterator[Malformed]:
    yield Malformed("no-text.csv", b"id,price\r\n1,2\r\n", "its columns: 'id', 'price'")
    yield Malformed("no-rows.csv", b"title,text\r\n", "no reports")
    yield Malformed("open-quote.csv", b'title,text\r\nA,"a quote that is never closed\r\n', "is no row of the table")
    yield Malformed("wide-row.csv", b"title,text\r\nA,B,C,D\r\n", "has 4 cells, and the table 2 columns")
    yield Malformed("no-cell.csv", b"title,text\r\nA,\r\n", "missing, empty or no text")
    yield Malformed("empty.csv", b"", "is empty")
    yield Malformed("no-json.jsonl", b"{'text': 'single quotes'}\n", "is no JSON")
    yield Malformed("list.jsonl", b"[1, 2, 3]\n[4]\n", "expected an object")
    yield Malformed("number.jsonl", b"17\n", "a number")
    yield Malformed("null.jsonl", b"null\n", "null")
    yield Malformed("no-text.jsonl", b'{"id": 1, "price": 2}\n', "its columns: 'id', 'price'")
    yield Malformed("deep.jsonl", b'{"text": ' + b"[" * 100_000 + b"\n", "nested deeper")
    yield Malformed("latin1.jsonl", '{"text": "Café talks went on for a day"}\n'.encode("latin-1"), "not UTF-8")
    yield Malformed("long-line.jsonl", b'{"text": "' + b"a" * 20_000_000 + b'"}\n', "has 20,000,013 characters")
    yield Malformed("cut.jsonl", b'{"text": "The minister said', "is no JSON")
    yield Malformed("no-text.parquet", wares.parquet_of({"id": [1], "price": [2]}), "its columns: 'id', 'price'")
    yield Malformed("no-rows.parquet", wares.parquet_of({"text": []}), "no reports")
    yield Malformed("numbers.parquet", wares.parquet_of({"text": [1, 2]}), "no text")
    yield Malformed("cut.parquet", wares.parquet_of({"text": [wares.TEXT]})[:-20], "a damaged Parquet table")
    yield Malformed("middle.parquet", _damaged(wares.parquet_of({"text": [wares.TEXT]}), 60), "a damaged Parquet table")
    named = wares.parquet_of({"text": [wares.TEXT]}).replace(b"text", b"t\x97xt")
    yield Malformed("names.parquet", named, "a damaged Parquet table")
    yield Malformed("bytes.parquet", _mislabelled_parquet(), "a damaged Parquet table")
    yield Malformed("head.parquet", b"PAR1", "a damaged Parquet table")


def _json_items() -> Iterator[Malformed]:
    def item(**more: object) -> bytes:
        return json.dumps(wares.ninjs(**more), indent=1).encode()

    yield Malformed("canceled.json", item(pubStatus="canceled"), "the status 'canceled'")
    yield Malformed("withheld.json", item(pubstatus="withheld"), "the status 'withheld'")
    yield Malformed("picture.json", item(type="picture", bodies=[]), "of the type 'picture' without a body")
    yield Malformed("no-bodies.json", item(bodies="none"), "without a body")
    yield Malformed("cut.json", item()[:-40], "is no JSON at character")
    yield Malformed("two.json", item() + b"}", "something stands behind its end")
    yield Malformed("words.json", b"These are words.", "is no JSON")
    yield Malformed("other.json", b'{\n "a": 1\n}', "none of its columns")
    yield Malformed("empty-list.json", b"[]", "no reports")
    yield Malformed("list-cut.json", b'[{"text": "One report and more of it"},\n {"text"', "is no JSON at character")


def _xml_items() -> Iterator[Malformed]:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE newsItem [<!ENTITY l0 "lol">{laughs}]>'
    outside = '<?xml version="1.0"?><!DOCTYPE newsItem [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    inline = "<inlineData contenttype='text/plain'>{}</inlineData>"
    yield Malformed("laughs.xml", (bomb + wares.newsml(inline.format("&l9;"))).encode(), "declares entities")
    yield Malformed("laughs16.xml", (bomb + wares.newsml(inline.format("&l9;"))).encode("utf-16"), "declares entities")
    yield Malformed("outside.xml", (outside + wares.newsml(inline.format("&x;"))).encode(), "declares entities")
    yield Malformed("unknown-entity.xml", wares.newsml(inline.format("a&nbsp;b")).encode(), "no well-formed XML")
    yield Malformed("cut.xml", wares.newsml().encode()[:-30], "no well-formed XML")
    yield Malformed("canceled.xml", wares.newsml(status="canceled").encode(), "the status 'canceled'")
    yield Malformed("remote.xml", wares.newsml("<remoteContent href='a.jpg'/>").encode(), "without a text in it")
    yield Malformed("blank.xml", wares.newsml(inline.format(" ")).encode(), "only white space")
    yield Malformed("package.xml", b"<packageItem xmlns='http://iptc.org/std/nar/2006-10-01/'/>", "is a package")
    yield Malformed("message.xml", b"<newsMessage><itemSet/></newsMessage>", "a message without news items")
    yield Malformed("newsml1.xml", b"<?xml version='1.0'?><NewsML/>", "NewsML 1")
    yield Malformed("sitemap.xml", b"<?xml version='1.0'?><urlset><url/></urlset>", "XML of a form")


def _mails() -> Iterator[Malformed]:
    head = b"From: A <a@b.example>\r\nSubject: Hello\r\n"
    attached = wares.mail(" ")
    attached.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="a.pdf")
    attached.set_boundary("=_ferryman")
    yield Malformed("empty.eml", head + b"\r\n", "a mail without a text")
    yield Malformed("attached.eml", attached.as_bytes(), "it holds: application/pdf")
    yield Malformed(
        "no-parts.eml", head + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n", "a mail without a text"
    )
    yield Malformed(
        "base64.eml",
        head + b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!",
        "it holds: image/png",
    )


def _zips() -> Iterator[Malformed]:
    good = wares.zip_of({"a.txt": wares.TEXT.encode()}, method=zipfile.ZIP_STORED)
    yield Malformed("empty.zip", wares.zip_of({}), "no reports")
    yield Malformed("cut.zip", good[:-30], "a damaged ZIP file")
    yield Malformed("head.zip", b"PK\x03\x04", "a damaged ZIP file")
    yield Malformed("crc.zip", good.replace(b"ferry line", b"FERRY LINE"), "Bad CRC-32")
    yield Malformed("locked.zip", _with_flag(good), "is encrypted")
    yield Malformed("method.zip", _with_method(good, 9), "cannot be unpacked")
    yield Malformed(
        "bomb.zip", wares.zip_of({"zeros.txt": bytes(120_000_000)}), "unpacks to more than 200 times its size"
    )
    yield Malformed("overlap.zip", _overlapping(), "made to fill a disk")
    nested = wares.zip_of({"a.txt": wares.TEXT.encode()})
    for _ in range(5):
        nested = wares.zip_of({"in.zip": nested})
    yield Malformed("nested.zip", nested, "lies in more than 3 containers")
    yield Malformed(
        "report.docx", wares.zip_of({"[Content_Types].xml": b"", "word/document.xml": b""}), "a Word document"
    )
    yield Malformed("sheet.xlsx", wares.zip_of({"xl/workbook.xml": b""}), "an Excel workbook")
    yield Malformed("book.epub", wares.zip_of({"mimetype": b"", "META-INF/container.xml": b""}), "an EPUB book")
    yield Malformed("report.odt", wares.zip_of({"mimetype": b"", "content.xml": b""}), "an OpenDocument file")


def _gzips() -> Iterator[Malformed]:
    whole = wares.gz(wares.TEXT.encode())
    yield Malformed("cut.txt.gz", whole[:-12], "cut off")
    yield Malformed("damaged.txt.gz", _damaged(whole, 40), "damaged")
    yield Malformed("head.gz", b"\x1f\x8b", "cut off")
    yield Malformed("no.gz", b"\x1f\x8b\x08 nothing that was ever compressed", "damaged")
    yield Malformed("files.tar.gz", wares.gz(_tar()), "a tar archive")
    yield Malformed("picture.png.gz", wares.gz(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(90)), "a PNG image")
    zeros = zlib.compressobj(9, wbits=31)
    bomb = b"".join(zeros.compress(b" " * 1_000_000) for _ in range(120)) + zeros.flush()
    yield Malformed("bomb.jsonl.gz", bomb, "unpacks to more than 200 times its size")


def _database() -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE news (text)")
    data = connection.serialize()
    connection.close()
    return data


def _tar() -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        member = tarfile.TarInfo("a.txt")
        member.size = len(wares.TEXT.encode())
        archive.addfile(member, io.BytesIO(wares.TEXT.encode()))
    return data.getvalue()


def _mislabelled_parquet() -> bytes:
    """Return a table whose text is said to be UTF-8 and is not."""
    import pyarrow as pa

    text = pa.array([b"\x97 " + wares.TEXT.encode()], pa.binary()).view(pa.string())
    return wares.parquet_of({"text": text})


def _damaged(data: bytes, at: int) -> bytes:
    return data[:at] + bytes(byte ^ 0x5A for byte in data[at : at + 8]) + data[at + 8 :]


def _with_flag(archive: bytes) -> bytes:
    """Say of the first member that it is encrypted, in its own header and in the directory."""
    directory = archive.index(b"PK\x01\x02")
    data = bytearray(archive)
    data[6] |= 1
    data[directory + 8] |= 1
    return bytes(data)


def _with_method(archive: bytes, method: int) -> bytes:
    """Say of the first member that it is packed in another way."""
    directory = archive.index(b"PK\x01\x02")
    data = bytearray(archive)
    struct.pack_into("<H", data, 8, method)
    struct.pack_into("<H", data, directory + 10, method)
    return bytes(data)


def _overlapping() -> bytes:
    """Make a directory with many members that all are the same bytes."""
    archive = wares.zip_of({"a.txt": wares.TEXT.encode() * 40})
    start = archive.index(b"PK\x01\x02")
    end = archive.index(b"PK\x05\x06")
    entry = archive[start:end]
    count = 50
    tail = bytearray(archive[end:])
    struct.pack_into("<HHL", tail, 8, count, count, len(entry) * count)
    return archive[:start] + entry * count + bytes(tail)

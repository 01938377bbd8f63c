# SPDX-License-Identifier: Apache-2.0
"""Files of every kind that reports come in, made in memory, the same bytes each time. The words are ours."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage

__all__ = [
    "TEXT", "TITLE", "csv_of", "gz", "json_feed", "jsonl_of", "mail", "newsml", "ninjs", "page", "parquet_of",
    "record", "row", "rss", "warc", "warc_gz", "zip_of",
]  # fmt: skip

TITLE = "Ministers agree on a ferry line"
PARAGRAPHS = (
    "The transport ministers of the two islands agreed on Tuesday to open a ferry line next spring, the ministry in the "
    "capital said.",
    "“We have waited for this for twenty years,” Transport Minister Ada Lindqvist told reporters after the talks.",
    "Her colleague Tomas Aru said that the first ships would leave in April, and that tickets would cost less than ten crowns.",
)
TEXT = "\n\n".join(PARAGRAPHS)


def page(number: int = 0, *, head: str = "") -> bytes:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    title = f"{TITLE}, day {number}" if number else TITLE
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{title}</title>{head}</head>"
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    ).encode()


def record(
    uri: str = "https://news.example/ferry",
    body: bytes | None = None,
    *,
    kind: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    headers: str = "",
    type: str = "response",
) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + (page() if body is None else body)
    lines = (
        "WARC/1.0", f"WARC-Type: {type}", f"WARC-Target-URI: {uri}", "WARC-Date: 2024-03-06T10:00:00Z",
        "WARC-Record-ID: <urn:uuid:8f0c2d2e-0000-4000-8000-000000000001>",
        "Content-Type: application/http; msgtype=response", f"Content-Length: {len(http)}",
    )  # fmt: skip
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + http + b"\r\n\r\n"


def warc(count: int = 3) -> bytes:
    return b"".join(record(f"https://news.example/{number}", page(number)) for number in range(1, count + 1))


def warc_gz(count: int = 3) -> bytes:
    """As crawlers write it: a member for each record."""
    records = (record(f"https://news.example/{number}", page(number)) for number in range(1, count + 1))
    return b"".join(map(gz, records))


def gz(data: bytes) -> bytes:
    """Compress, without the time at which it was done."""
    return gzip.compress(data, mtime=0)


def rss() -> bytes:
    """Return a feed of two entries: one whose page can be had, and one that is whole in the feed."""
    whole = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS * 2)
    return (
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
        f"<channel><title>The Ferryman</title><item><title>{TITLE}</title><link>https://news.example/ferry</link>"
        "<pubDate>Tue, 05 Mar 2024 06:00:00 +0100</pubDate></item><item><guid>2</guid><title>Ships</title>"
        f"<link>https://news.invalid/2</link><content:encoded><![CDATA[{whole}]]></content:encoded></item></channel></rss>"
    ).encode()


def json_feed() -> bytes:
    entry = {"id": 1, "url": "https://news.invalid/1", "title": TITLE, "content_text": "\n\n".join(PARAGRAPHS * 2)}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "World", "items": [entry]}).encode()


def row(**more: object) -> dict[str, object]:
    return {"title": TITLE, "body": TEXT, "date": "2024-03-05", "source": "The Ferryman", **more}


def jsonl_of(*rows: object) -> bytes:
    return "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in rows or (row(),)).encode()


def csv_of(*lines: str) -> bytes:
    return "\r\n".join(("title,text,published", *(lines or (f'{TITLE},"{TEXT}",2024-03-05',)))).encode()


def parquet_of(columns: Mapping[str, list[object]]) -> bytes:
    import pyarrow as pa
    from pyarrow import parquet as pq

    data = io.BytesIO()
    pq.write_table(pa.table(dict(columns)), data, write_page_checksum=True)
    return data.getvalue()


def ninjs(**more: object) -> dict[str, object]:
    """Return an item of the third generation."""
    return {
        "uri": "urn:newsml:ferryman.example:20240305:4711",
        "type": "text",
        "versionCreated": "2024-03-05T14:30:00+01:00",
        "language": "en-GB",
        "by": "Ina Sund",
        "infoSources": [{"name": "The Ferryman"}],
        "headlines": [{"role": "main", "value": TITLE}],
        "bodies": [{"role": "main", "contentType": "text/plain", "value": TEXT}],
        **more,
    }


def newsml(
    content: str | None = None, *, guid: str = "urn:newsml:ferryman.example:4711", status: str = "usable"
) -> str:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    nitf = (
        "<inlineXML contenttype='application/nitf+xml'><nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'><body>"
        f"<body.head><hedline><hl1>{TITLE}</hl1></hedline></body.head><body.content>{paragraphs}</body.content></body></nitf>"
        "</inlineXML>"
    )
    return (
        f"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='{guid}' version='2' standard='NewsML-G2'>"
        "<itemMeta><itemClass qcode='ninat:text'/><provider qcode='nprov:FERRY'><name>The Ferryman</name></provider>"
        f"<versionCreated>2024-03-05T14:30:00+01:00</versionCreated><pubStatus qcode='stat:{status}'/></itemMeta>"
        f"<contentMeta><by>Ina Sund</by><language tag='en-GB'/><headline>{TITLE}</headline></contentMeta>"
        f"<contentSet>{nitf if content is None else content}</contentSet></newsItem>"
    )


def mail(text: str = TEXT, *, html: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "The Ferryman <daily@ferryman.example>"
    message["To"] = "readers@ferryman.example"
    message["Subject"] = TITLE
    message["Date"] = "Tue, 05 Mar 2024 06:00:00 +0100"
    message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html")
        message.set_boundary("=_ferryman")
    return message


def zip_of(members: Mapping[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return data.getvalue()

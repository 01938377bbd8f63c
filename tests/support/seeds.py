# SPDX-License-Identifier: Apache-2.0
"""Small files of every kind, whole and broken: where random changes begin. They are the same each time."""

from __future__ import annotations

import json

from tests.support import wares
from tests.support.damaged import damaged_archives
from tests.support.malformed import malformed_files

__all__ = ["seeds"]

# What is refused for its size says nothing more when it is changed.
_LARGEST = 20_000


def seeds() -> list[bytes]:
    """Return them, the whole ones first."""
    whole = [
        wares.TEXT.encode(),
        wares.TEXT.encode("utf-16"),
        wares.page(),
        wares.warc(2),
        wares.warc_gz(2),
        wares.record(body=wares.gz(wares.page()), headers="Content-Encoding: gzip\r\n"),
        wares.rss(),
        wares.json_feed(),
        wares.jsonl_of(wares.row(), wares.row(date="05/06/2024")),
        wares.csv_of(),
        wares.parquet_of({"text": [wares.TEXT], "date": ["2024-03-05"]}),
        json.dumps(wares.ninjs(), indent=1).encode(),
        json.dumps([wares.row(), wares.ninjs()]).encode(),
        wares.newsml().encode(),
        wares.mail(html=wares.page().decode()).as_bytes(),
        b"From a@b.example Tue Mar  5 06:00:00 2024\n" + wares.mail().as_bytes(),
        wares.zip_of({"a.txt": wares.TEXT.encode(), "b.jsonl": wares.jsonl_of()}),
        wares.gz(wares.jsonl_of()),
    ]
    # One damage of a record and one of a member; the others are found from these.
    damaged = [each.data for each in damaged_archives() if each.name in {"killed.warc", "flipped.warc.gz"}]
    return whole + damaged + [each.data for each in malformed_files() if each.data and len(each.data) < _LARGEST]

# SPDX-License-Identifier: Apache-2.0
"""What a file is taken for."""

from __future__ import annotations

import json

import pytest

from readout.source.sniffing import HEAD, Kind, kind_of
from tests.support import wares
from tests.support.patience import patience

KINDS: dict[str, tuple[bytes, str, Kind]] = {
    "text": (b"The minister said.", "a", "text"),
    "text named html": (b"The minister said.", "a.HTML", "page"),
    "text named warc": (b"The minister said.", "a.warc", "warc"),
    "text with a tag": (b"<b>Ferries</b> leave in April, the ministry said.", "a.txt", "text"),
    "page": (wares.page(), "a.txt", "page"),
    "page after a comment": (b"<!-- saved -->\n\n" + wares.page(), "a.txt", "page"),
    "rss": (b"\xef\xbb\xbf<?xml version='1.0'?><!-- x --><rss>", "a", "feed"),
    "atom with a prefix": (b"<a:feed xmlns:a='http://www.w3.org/2005/Atom'>", "a", "feed"),
    "json feed": (b'{\n "version": "https:\\/\\/jsonfeed.org\\/version\\/1.1"', "a", "feed"),
    "newsml": (wares.newsml().encode(), "a", "newsml"),
    "newsml in utf-16": (wares.newsml().encode("utf-16"), "a", "newsml"),
    "other xml": (b"<?xml version='1.0'?><urlset/>", "a.txt", "xml"),
    "jsonl": (wares.jsonl_of({}, {}), "a.json", "jsonl"),
    "one long line": (b'{"text": "' + b"a" * HEAD, "a", "jsonl"),
    "pretty json": (json.dumps(wares.ninjs(), indent=1).encode(), "a.jsonl.txt", "json"),
    "list": (b"[\n{}]", "a", "json"),
    "brackets in prose": (b"[Correction] The minister said.", "a", "text"),
    "csv": (wares.csv_of(), "a", "text"),  # without the table's own word on its columns
    "mail": (wares.mail().as_bytes(), "a", "mail"),
    "mbox": (b"From a@b.example\n" + wares.mail().as_bytes(), "a", "mbox"),
    "letter": (b"From the front, our reporter writes:\nTo date, nobody has come.\n", "a", "text"),
    "empty with a name": (b"", "a.csv", "text"),
    "binary": (bytes(100), "a.csv", "text"),
}


@pytest.mark.parametrize(("head", "name", "kind"), KINDS.values(), ids=KINDS)
def test_kind_is_told(head: bytes, name: str, kind: Kind):
    assert kind_of(head, name) == kind


@pytest.mark.parametrize("piece", ["<?a?>", "<!--a-->", "<!a [", "<!a>", " ", "<a:", "<", "{\n", "[[", "A: b\n"])
def test_heads_made_to_take_for_ever_do_not(piece: str):
    with patience():
        kind_of((piece * HEAD)[:HEAD].encode() + b"X", "a")

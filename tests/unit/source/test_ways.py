# SPDX-License-Identifier: Apache-2.0
"""Every way in, from what is at a source to what comes of it."""

from __future__ import annotations

import gzip
import io
import json
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

pytest.importorskip("trafilatura", reason="needs the extra 'archive'")

from readout.errors import ConfigError  # after the skip
from readout.source import ways
from readout.source.details import Details
from readout.source.fetching import Fetched, Fetcher
from readout.source.received import Received, Refused
from readout.source.ways import receive
from tests.support import wares


def received(pieces: Iterable[Received | Refused]) -> list[Received]:
    """Return the reports, where nothing was refused."""
    found = list(pieces)
    assert [piece for piece in found if isinstance(piece, Refused)] == []
    return [piece for piece in found if isinstance(piece, Received)]


def write(folder: Path, files: dict[str, bytes]) -> str:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return str(folder)


class Web(Fetcher):
    """Answers as the web would."""

    def __init__(self, pages: dict[str, tuple[str, bytes]]) -> None:
        super().__init__()
        self.pages = pages

    def fetch(self, url: str, **_: str | None) -> Fetched:
        kind, body = self.pages[url]
        return Fetched(url_final=url, status=200, headers={}, body=body, content_type=kind)


def test_text_is_handed_over_as_it_is(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_bytes(wares.TEXT.encode() + b"\r\n")
    (one,) = received(receive([str(path)]))
    assert (one.report.text, one.address, dict(one.basis)) == (wares.TEXT + "\r\n", str(path), {})


def test_folder_is_walked_in_order_without_hidden_files(tmp_path: Path):
    text = wares.TEXT.encode()
    folder = write(tmp_path, {"b/2.txt": text, "a.txt": text, "c.txt": text, ".hidden.txt": text, ".git/x.txt": text})
    found = received(receive([folder]))
    assert [os.path.relpath(each.address, folder) for each in found] == ["a.txt", "b/2.txt", "c.txt"]


def test_links_in_a_circle_are_walked_once(tmp_path: Path):
    folder = write(tmp_path, {"in/a.txt": wares.TEXT.encode()})
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    assert len(received(receive([folder]))) == 1


def test_folders_may_be_nested_deeper_than_python_calls(tmp_path: Path):
    folder = tmp_path
    for _ in range(1200):
        folder = folder / "d"
        folder.mkdir()
    (folder / "a.txt").write_bytes(wares.TEXT.encode())
    try:
        assert len(received(receive([str(tmp_path)]))) == 1
    finally:  # pytest tidies up by calls within calls, and would not get through
        (folder / "a.txt").unlink()
        while folder != tmp_path:
            folder.rmdir()
            folder = folder.parent


def test_file_has_one_address_however_its_folder_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """`readout add .` and `readout add a.txt` made it stand in two places."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("The mayor of Tunis said on Friday that the bridge opens in May.")
    (tmp_path / "in" / "none.txt").symlink_to("nowhere")
    monkeypatch.chdir(tmp_path)
    for sources in (["."], ["./in"], ["in/"], ["././in/a.txt", "./in/none.txt"], [".//in/a.txt", "in/none.txt"]):
        assert [piece.address for piece in receive(sources)] == ["in/a.txt", "in/none.txt"]


def test_address_of_another_kind_is_refused():
    """It was said that there was no such file."""
    (refused,) = receive(["ftp://example.org/a.txt"])
    assert isinstance(refused, Refused)
    assert "expected one with http or https" in refused.reason


def test_empty_path_is_refused():
    """It was said to be a folder."""
    (refused,) = receive([""])
    assert isinstance(refused, Refused)
    assert "empty path" in refused.reason


def test_folder_without_files_is_refused(tmp_path: Path):
    (refused,) = receive([str(tmp_path)])
    assert isinstance(refused, Refused)
    assert "has no files" in refused.reason


def test_standard_input_may_be_any_kind():
    stdin = io.BytesIO(wares.zip_of({"a.jsonl": wares.jsonl_of()}))
    (one,) = received(receive(["-"], stdin=stdin))
    assert (one.address, one.report.title) == ("-!/a.jsonl!/1", wares.TITLE)
    assert not stdin.closed


def test_standard_input_that_is_not_there_is_refused():
    (refused,) = receive(["-"])
    assert isinstance(refused, Refused)
    assert "there is none" in refused.reason


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.bin", wares.page()),
        ("b.txt", wares.warc(1)),
        ("c", wares.warc_gz(1)),
        ("d.txt", wares.jsonl_of()),
        ("e", wares.csv_of()),
        ("f.txt", json.dumps(wares.ninjs()).encode()),
        ("g", json.dumps(wares.ninjs(), indent=2).encode()),
        ("h.html", wares.newsml().encode()),
        ("i.txt", wares.mail().as_bytes()),
        ("j.txt", wares.zip_of({"a": wares.TEXT.encode()})),
        ("k.txt", gzip.compress(wares.csv_of())),
        ("l.csv", gzip.compress(gzip.compress(wares.page()))),
        ("m.txt", json.dumps([wares.row(), 1][:1], indent=2).encode("utf-16")),
    ],
)
def test_kind_is_told_by_content(tmp_path: Path, name: str, data: bytes):
    (one,) = received(receive([write(tmp_path, {name: data})]))
    assert one.report.title == (
        None if name == "j.txt" else wares.TITLE + (", day 1" if "WARC" in repr(data) or name == "c" else "")
    )


def test_prose_with_commas_is_no_table(tmp_path: Path):
    prose = b"Text, body and date, the desk said, are words like others.\nSo is this line, of course, it said.\n"
    (one,) = received(receive([write(tmp_path, {"a.txt": prose})]))
    assert one.report.text == prose.decode()


def test_named_columns_make_no_table_of_prose(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(
        b"Paris, Tuesday\nThe two sides met, and they will meet again, the ministry said.\n"
    )
    (tmp_path / "b").write_bytes(b"when;words\n2024-03-05;The two sides met, and they will meet again.\n")
    prose, table = received(receive([str(tmp_path)], columns={"text": "words", "published": "when"}))
    assert prose.report.text.startswith("Paris, Tuesday")
    assert table.address.endswith("b!/2")


def test_dateline_is_no_mail(tmp_path: Path):
    text = b"WASHINGTON: The two sides met on Tuesday.\nFROM: Our correspondent.\n\nThey will meet again.\n"
    (one,) = received(receive([write(tmp_path, {"a.txt": text})]))
    assert one.report.text == text.decode()


def test_address_of_the_web_is_fetched():
    web = Web({"https://news.example/a": ("text/html", wares.page())})
    (one,) = received(receive(["https://news.example/a"], fetcher=web))
    assert (one.address, one.report.url) == ("https://news.example/a", "https://news.example/a")


def test_address_may_lead_to_a_table():
    web = Web({"https://news.example/day.jsonl?x=1": ("text/plain", wares.jsonl_of())})
    (one,) = received(receive(["https://news.example/day.jsonl?x=1"], fetcher=web))
    assert one.address == "https://news.example/day.jsonl?x=1!/1"


def test_feed_in_a_file_leads_to_its_pages(tmp_path: Path):
    feed = (
        "<?xml version='1.0'?><rss version='2.0'><channel><title>The Ferryman</title><link>https://news.example/</link>"
        "<item><title>Ferries</title><link>https://news.example/a</link></item></channel></rss>"
    )
    web = Web({"https://news.example/a": ("text/html", wares.page())})
    (one,) = received(receive([write(tmp_path, {"a.txt": feed.encode()})], fetcher=web))
    assert one.address == "https://news.example/a"


def test_caller_counts_over_the_source(tmp_path: Path):
    given = Details(basis="caller", publisher="The Desk", published="2024-03-04", language="en")
    (one,) = received(receive([write(tmp_path, {"a.jsonl": wares.jsonl_of()})], given=given))
    assert one.report.published is not None
    assert (one.report.publisher, one.report.published.value, one.report.title) == (
        "The Desk",
        "2024-03-04",
        wares.TITLE,
    )
    assert dict(one.basis) == {"title": "table", "published": "caller", "publisher": "caller", "language": "caller"}


def test_date_of_the_caller_that_is_none_is_an_error():
    with pytest.raises(ConfigError, match="is no ISO 8601 date"):
        receive([], given=Details(basis="caller", published="yesterday"))


def test_unknown_detail_of_a_column_is_an_error():
    with pytest.raises(ConfigError, match="choose from: text, title"):
        receive([], columns={"txt": "body"})


def test_what_stumbles_is_named_and_the_next_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def stumble(*_: object, **__: object) -> Received:
        raise ZeroDivisionError("on purpose")

    monkeypatch.setattr(ways, "received_from_page", stumble)
    folder = write(tmp_path, {"a.html": wares.page(), "b.txt": wares.TEXT.encode()})
    refused, one = receive([folder])
    assert isinstance(refused, Refused)
    assert "ZeroDivisionError: on purpose" in refused.reason
    assert isinstance(one, Received)


def test_files_are_closed_when_the_caller_stops(tmp_path: Path):
    folder = write(tmp_path, {"a.zip": wares.zip_of({f"{n}.txt": wares.TEXT.encode() for n in range(3)})})
    pieces = receive([folder])
    next(pieces)
    pieces.close()  # type: ignore[attr-defined]  # a file left open would be a ResourceWarning, which is an error here

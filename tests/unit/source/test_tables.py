# SPDX-License-Identifier: Apache-2.0
"""Tables: JSONL, CSV, Parquet and lists of JSON."""

from __future__ import annotations

import datetime
import io
import json
import logging
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("trafilatura", reason="needs the extra 'archive'")

from readout.source.received import Received, Refused  # after the skip
from readout.source.ways import receive
from tests.support import wares


def pieces_of(tmp_path: Path, name: str, data: bytes, **columns: str) -> list[Received | Refused]:
    path = tmp_path / name
    path.write_bytes(data)
    return list(receive([str(path)], columns=columns))


def one_of(tmp_path: Path, name: str, data: bytes, **columns: str) -> Received:
    (one,) = pieces_of(tmp_path, name, data, **columns)
    assert isinstance(one, Received), one
    return one


def published(one: Received) -> str | None:
    return one.report.published.value if one.report.published else None


def test_columns_are_guessed_by_their_names(tmp_path: Path):
    row = {
        "Headline": wares.TITLE, "Article_Text": wares.TEXT, "PubDate": "2024-03-05T06:00:00+01:00", "outlet": "The Ferryman",
        "authors": ["Ina Sund", "Tor Vik"], "link": "https://news.example/a", "lang": "en-GB",
    }  # fmt: skip
    one = one_of(tmp_path, "a.jsonl", wares.jsonl_of(row))
    assert (one.report.title, one.report.text, published(one)) == (wares.TITLE, wares.TEXT, "2024-03-05")
    assert (one.report.publisher, one.author, one.report.url) == (
        "The Ferryman",
        "Ina Sund, Tor Vik",
        "https://news.example/a",
    )
    assert one.address == "https://news.example/a"
    assert set(one.basis.values()) == {"table"}


def test_columns_are_those_that_the_caller_names(tmp_path: Path):
    row = {
        "text": "not this",
        "payload": {"parts": [{"words": wares.TEXT}]},
        "meta": {"when": "2024-03-05"},
        "a.b": "The Wire",
    }
    one = one_of(
        tmp_path, "a.jsonl", wares.jsonl_of(row), text="payload.parts.0.words", published="meta.when", publisher="a.b"
    )
    assert (one.report.text, published(one), one.report.publisher) == (wares.TEXT, "2024-03-05", "The Wire")


@pytest.mark.parametrize(
    ("content", "message", "path"),
    [
        (
            ["", wares.TEXT],
            "'content' holds a list; name the path to the text in it, from 0 (text=content.0)",
            "content.1",
        ),
        ({"main": wares.TEXT}, "'content' holds 'main'; name the one (text=content.main)", "content.main"),
    ],
    ids=["list", "object"],
)
def test_path_into_a_column_is_told(tmp_path: Path, content: object, message: str, path: str):
    """It was said to be missing, empty or no text, and nothing of the way to it."""
    data = json.dumps({"content": content}).encode() + b"\n"
    (refused,) = pieces_of(tmp_path, "a.jsonl", data)
    assert isinstance(refused, Refused)
    assert message in refused.reason
    assert one_of(tmp_path, "b.jsonl", data, text=path).report.text == wares.TEXT


def test_publisher_may_be_an_object_with_a_name(tmp_path: Path):
    data = wares.jsonl_of(wares.row(source={"id": None, "name": "The Wire"}))
    assert one_of(tmp_path, "a.jsonl", data).report.publisher == "The Wire"


def test_text_in_html_is_read_as_its_paragraphs(tmp_path: Path):
    markup = "".join(f"<p>{paragraph}<br></p>" for paragraph in wares.PARAGRAPHS) * 3
    assert one_of(tmp_path, "a.jsonl", wares.jsonl_of(wares.row(body=markup))).report.text.startswith(wares.TEXT)


def test_whole_page_in_a_row_is_read_as_a_page(tmp_path: Path):
    one = one_of(tmp_path, "a.jsonl", wares.jsonl_of({"html": wares.page().decode(), "date": "2024-03-05"}))
    assert wares.PARAGRAPHS[2] in one.report.text
    assert (published(one), one.basis["published"], one.basis["title"]) == ("2024-03-05", "table", "page")


def test_bad_lines_are_named_and_the_others_read(tmp_path: Path):
    lines = [
        json.dumps(wares.row()).encode(),
        b"{no json",
        b"",
        b'{"id": 3}',
        b"[1]",
        '{"text": "Café"}'.encode("latin-1"),
    ]
    pieces = pieces_of(tmp_path, "a.jsonl", b"\n".join([*lines, json.dumps(wares.row()).encode()]))
    assert [piece.address.partition("!/")[2] for piece in pieces] == ["1", "2", "4", "5", "6", "7"]
    assert [isinstance(piece, Received) for piece in pieces] == [True, False, False, False, False, True]


def test_table_without_any_text_is_refused_once_it_is_plain(tmp_path: Path):
    pieces = pieces_of(tmp_path, "a.jsonl", b'{"id": 1}\n' * 1000)
    assert len(pieces) == 21
    assert "name the one that does (text=NAME); its columns: 'id'" in pieces[-1].reason  # type: ignore[union-attr]


def test_dates_that_are_not_understood_are_left_out_and_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.WARNING, logger="readout.source.tables"):
        pieces = pieces_of(
            tmp_path, "a.jsonl", wares.jsonl_of(wares.row(date="05/06/2024"), wares.row(date="some day"))
        )
    assert [published(piece) for piece in pieces if isinstance(piece, Received)] == [None, None]
    assert "2 dates were not understood" in caplog.text


def test_stated_language_counts_where_the_text_is_too_short_to_tell(tmp_path: Path):
    pieces = pieces_of(
        tmp_path, "a.jsonl", wares.jsonl_of({"text": "Oslo 1905", "language": "no"}, wares.row(language="de"))
    )
    assert [piece.report.language for piece in pieces if isinstance(piece, Received)] == ["no", "en"]
    assert [dict(piece.basis).get("language") for piece in pieces if isinstance(piece, Received)] == ["table", None]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_is_read_in_its_own_dialect(tmp_path: Path, encoding: str, delimiter: str):
    text = wares.TEXT.replace("Aru", "Årü")
    lines = [delimiter.join(cells) for cells in (("title", "text", "date"), ("A", f'"{text}"', "2024-03-05"))] * 1
    one = one_of(tmp_path, "a.csv", "\r\n".join([lines[0], *[lines[1]] * 1]).encode(encoding))
    assert (one.report.text, published(one), one.address.partition("!/")[2]) == (text, "2024-03-05", "2")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('"She said ""yes"" at the end of it, and left"', 'She said "yes" at the end of it, and left'),
        (r'"She said \"yes\" at the end of it, and left"', 'She said "yes" at the end of it, and left'),
        ("'It is long,' it said", None),
        ('The 5" pipe broke', 'The 5" pipe broke'),
    ],
    ids=["doubled", "escaped", "no quote", "within"],
)
def test_csv_quotes(tmp_path: Path, cell: str, text: str | None):
    (piece,) = pieces_of(tmp_path, "a.csv", f"text,title\n{cell},A\n".encode())
    assert (piece.report.text if isinstance(piece, Received) else None) == text


def test_quote_that_is_never_closed_costs_one_row(tmp_path: Path):
    data = b'title,text\nA,"never closed here\nB,The minister said yes to all.\nC,The minister said no to all.\n'
    refused, *rest = pieces_of(tmp_path, "a.csv", data)
    assert isinstance(refused, Refused)
    assert refused.address.endswith("!/2")
    assert [(piece.address[-1], isinstance(piece, Received)) for piece in rest] == [("3", True), ("4", True)]


def test_table_of_unclosed_quotes_ends(tmp_path: Path):
    pieces = pieces_of(tmp_path, "a.csv", b"title,text\n" + b'A,"never closed\n' * 500)
    assert "quotes that are never closed" in pieces[-1].reason  # type: ignore[union-attr]
    assert len(pieces) == 21


def test_table_of_one_column_has_no_delimiter(tmp_path: Path):
    one = one_of(tmp_path, "a.csv", b"text\nFirst, they met, and then, they left.\n")
    assert one.report.text == "First, they met, and then, they left."


def test_long_cell_is_read(tmp_path: Path):
    text = "The minister said so. " * 40_000
    assert one_of(tmp_path, "a.csv", f'text,title\n"{text}",A\n'.encode()).report.text == text


def test_list_of_json_is_read_item_by_item(tmp_path: Path):
    rows = [wares.row(body=f"{wares.TEXT} {number}") for number in range(300)]
    pieces = pieces_of(tmp_path, "a.json", json.dumps(rows, indent=1).encode())
    assert len(pieces) == 300
    assert pieces[299].address.endswith("!/300")
    assert all(isinstance(piece, Received) for piece in pieces)


def test_list_of_json_that_is_cut_gives_what_comes_before(tmp_path: Path):
    data = json.dumps([wares.row()] * 3, indent=1).encode()
    pieces = pieces_of(tmp_path, "a.json", data[:-60])
    assert [isinstance(piece, Received) for piece in pieces] == [True, True, False]


def test_long_line_is_named_with_its_length_and_never_held():
    whole = json.dumps(wares.row()).encode() + b"\n"
    chunks = iter([whole, b'{"text": "', *[b"a" * 1_000_000] * 100, b'"}\n', whole])
    tracemalloc.start()
    try:
        first, refused, last = receive(["-"], stdin=io.BufferedReader(Chunks(chunks)))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert isinstance(refused, Refused)
    assert "line 2 of standard input has 100,000,013 characters" in refused.reason
    assert [isinstance(piece, Received) for piece in (first, last)] == [True, True]
    assert peak < 80_000_000


class Chunks(io.RawIOBase):
    """A stream of chunks, as a pipe has them."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self.chunks = chunks
        self.held = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        self.held = self.held or next(self.chunks, b"")
        data, self.held = self.held[: len(buffer)], self.held[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


class TestParquet:
    """Tables in Parquet."""

    @pytest.fixture(autouse=True)
    def needs_pyarrow(self):
        pytest.importorskip("pyarrow", reason="needs the extra 'tables'")

    def test_rows_are_read(self, tmp_path: Path):
        when = datetime.datetime(2024, 3, 5, 23, 30, tzinfo=datetime.UTC)
        columns: dict[str, list[object]] = {"text": [wares.TEXT] * 150, "published": [when] * 150, "other": [1] * 150}
        pieces = pieces_of(tmp_path, "a.parquet", wares.parquet_of(columns))
        assert [(published(piece), piece.address[-5:]) for piece in pieces[149:] if isinstance(piece, Received)] == [
            ("2024-03-05", "!/150")
        ]

    def test_nanoseconds_and_missing_values(self, tmp_path: Path):
        import pyarrow as pa

        when = pa.array([1_709_647_200_000_000_001, None], pa.timestamp("ns"))
        data = wares.parquet_of({"text": [wares.TEXT, wares.TEXT], "date": when, "author": [None, float("nan")]})
        pieces = pieces_of(tmp_path, "a.parquet", data)
        assert [(published(piece), piece.author) for piece in pieces if isinstance(piece, Received)] == [
            ("2024-03-05", None), (None, None),
        ]  # fmt: skip

    def test_fields_of_a_struct_are_reached(self, tmp_path: Path):
        data = wares.parquet_of({"article": [{"body": wares.TEXT}], "id": [1]})
        assert one_of(tmp_path, "a.parquet", data, text="article.body").report.text == wares.TEXT

    def test_table_in_a_pipe_is_read(self):
        (one,) = receive(["-"], stdin=io.BytesIO(wares.parquet_of({"text": [wares.TEXT]})))
        assert isinstance(one, Received)


TWO_LINES = wares.csv_of(f'A,"{wares.TEXT}",2024-03-05', "")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
@pytest.mark.parametrize(
    ("name", "data", "kept", "says"),
    [
        ("a.csv", TWO_LINES, 1, "is not in the encoding of the other rows"),
        ("a.jsonl", wares.jsonl_of(), 1, "is not UTF-8"),
        ("a.json", json.dumps([wares.row()], indent=1).encode(), 1, "something stands behind its end"),
    ],
    ids=["CSV", "JSONL", "JSON"],
)
def test_table_that_ends_within_a_character_is_read_up_to_there(
    tmp_path: Path, encoding: str, name: str, data: bytes, kept: int, says: str
):
    pieces = pieces_of(tmp_path, name, data.decode().encode(encoding) + b"p")
    assert sum(isinstance(piece, Received) for piece in pieces) == kept
    (refused,) = (piece for piece in pieces if isinstance(piece, Refused))
    assert says in refused.reason

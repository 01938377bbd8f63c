# SPDX-License-Identifier: Apache-2.0
"""News items of the IPTC's standards: ninjs and NewsML-G2."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("lxml", reason="needs the extra 'archive'")

from readout.source.received import Received, Refused  # after the skip
from readout.source.ways import receive
from tests.support import wares

WITH_HEADLINE = f"{wares.TITLE}\n\n{wares.TEXT}"


def pieces_of(tmp_path: Path, data: object) -> list[Received | Refused]:
    path = tmp_path / "item"
    path.write_bytes(data.encode() if isinstance(data, str) else json.dumps(data, indent=1).encode())
    return list(receive([str(path)]))


def one_of(tmp_path: Path, data: object) -> Received:
    (one,) = pieces_of(tmp_path, data)
    assert isinstance(one, Received), one
    return one


def told(one: Received) -> tuple[str | None, ...]:
    report = one.report
    day = report.published.value if report.published else None
    return (report.title, one.author, day, report.publisher, report.language)


TOLD = (wares.TITLE, "Ina Sund", "2024-03-05", "The Ferryman", "en")


def first_generation(**more: object) -> dict[str, object]:
    return {
        "uri": "http://ferryman.example/4711", "$standard": {"name": "ninjs", "version": "1.3"}, "type": "text",
        "versioncreated": "2024-03-05T14:30:00Z", "language": "en", "headline": wares.TITLE, "byline": "Ina Sund",
        "infosource": [{"name": "The Ferryman"}], "body_text": wares.TEXT, **more,
    }  # fmt: skip


def second_generation() -> dict[str, object]:
    return {
        "uri": "urn:4711", "standard": {"name": "ninjs", "version": "2.1"}, "versioncreated": "2024-03-05T14:30:00Z",
        "language": "en", "headlines": [{"role": "sub", "value": "No"}, {"role": "main", "value": wares.TITLE}],
        "byline": "Ina Sund", "infosources": [{"name": "The Ferryman"}],
        "bodies": [{"role": "caption", "value": "A ferry"}, {"role": "main", "contenttype": "text/plain", "value": wares.TEXT}],
    }  # fmt: skip


@pytest.mark.parametrize("item", [first_generation(), second_generation(), wares.ninjs()], ids=["1.3", "2.1", "3.0"])
def test_ninjs_of_each_generation(tmp_path: Path, item: dict[str, object]):
    one = one_of(tmp_path, item)
    assert one.report.text == WITH_HEADLINE
    assert told(one) == TOLD
    assert one.address == item["uri"]
    assert set(one.basis.values()) == {"metadata"}


def test_ninjs_uri_is_a_web_address_only_where_it_is_one(tmp_path: Path):
    assert one_of(tmp_path, first_generation()).report.url == "http://ferryman.example/4711"
    assert one_of(tmp_path, wares.ninjs()).report.url is None


def test_ninjs_body_with_paragraphs_is_taken_first(tmp_path: Path):
    flat = " ".join(wares.PARAGRAPHS)
    markup = "".join(f"<p>{paragraph}</p>" for paragraph in wares.PARAGRAPHS)
    one = one_of(tmp_path, first_generation(body_text=flat, body_xhtml=markup))
    assert one.report.text == WITH_HEADLINE


def test_ninjs_headline_that_stands_in_the_body_is_not_set_twice(tmp_path: Path):
    one = one_of(tmp_path, first_generation(body_text=f"FERRIES\n{wares.TITLE.upper()}\n\n{wares.TEXT}"))
    assert one.report.text.count("\n\n") == 3


def test_ninjs_in_lines(tmp_path: Path):
    path = tmp_path / "day.jsonl"
    path.write_bytes(wares.jsonl_of(wares.ninjs(), wares.ninjs(pubStatus="canceled"), first_generation()))
    pieces = list(receive([str(path)]))
    assert [isinstance(piece, Received) for piece in pieces] == [True, False, True]


def test_newsml_with_nitf(tmp_path: Path):
    one = one_of(tmp_path, wares.newsml())
    assert one.report.text == WITH_HEADLINE
    assert told(one) == TOLD
    assert (one.address, one.report.url) == ("urn:newsml:ferryman.example:4711", None)


@pytest.mark.parametrize(
    "content",
    [
        "<inlineXML contenttype='application/xhtml+xml'><html xmlns='http://www.w3.org/1999/xhtml'><head><title>T</title></head>"
        "<body>{}</body></html></inlineXML>",
        "<inlineData contenttype='text/html'><![CDATA[{}]]></inlineData>",
        "<inlineData contenttype='text/plain'>\n{text}\n</inlineData>",
    ],
    ids=["xhtml", "html", "plain"],
)
def test_newsml_content(tmp_path: Path, content: str):
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in wares.PARAGRAPHS)
    one = one_of(tmp_path, wares.newsml(content.format(paragraphs, text=wares.TEXT)))
    assert one.report.text == WITH_HEADLINE


def test_newsml_message_gives_each_item(tmp_path: Path):
    items = wares.newsml(guid="urn:1") + wares.newsml(guid="urn:2", status="canceled") + wares.newsml(guid="urn:3")
    message = f"<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet><packageItem/>{items}</itemSet></newsMessage>"
    pieces = pieces_of(tmp_path, message)
    assert [piece.address.rpartition("/")[2] for piece in pieces] == ["urn:1", "2", "urn:3"]
    assert isinstance(pieces[1], Refused)
    assert "'canceled' (version 2)" in pieces[1].reason


def test_newsml_prefix_and_document_type_are_no_matter(tmp_path: Path):
    item = wares.newsml().replace("<newsItem xmlns=", "<!DOCTYPE newsItem>\n<newsItem xmlns=")
    assert one_of(tmp_path, item).report.title == wares.TITLE


def test_nitf_alone(tmp_path: Path):
    nitf = (
        "<?xml version='1.0'?><!DOCTYPE nitf SYSTEM 'nitf-3-4.dtd'><nitf><head><docdata><date.issue norm='20240305T143000Z'/>"
        f"</docdata></head><body><body.head><hedline><hl1>{wares.TITLE}</hl1></hedline><byline>Ina Sund</byline>"
        "<distributor>The Ferryman</distributor></body.head><body.content>"
        + "".join(f"<p>{paragraph}</p>" for paragraph in wares.PARAGRAPHS)
        + "</body.content></body></nitf>"
    )
    one = one_of(tmp_path, nitf)
    assert one.report.text == WITH_HEADLINE
    assert told(one) == TOLD

# SPDX-License-Identifier: Apache-2.0
"""Mails and boxes of them."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

pytest.importorskip("trafilatura", reason="needs the extra 'archive'")

from readout.source.received import Received, Refused  # after the skip
from readout.source.ways import receive
from tests.support import wares


def pieces_of(tmp_path: Path, data: bytes | EmailMessage, name: str = "a.eml") -> list[Received | Refused]:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.as_bytes())
    return list(receive([str(path)]))


def one_of(tmp_path: Path, data: bytes | EmailMessage) -> Received:
    (one,) = pieces_of(tmp_path, data)
    assert isinstance(one, Received), one
    return one


def test_headers_tell_of_the_report(tmp_path: Path):
    one = one_of(tmp_path, wares.mail())
    assert one.report.text == wares.TEXT + "\n"
    assert one.report.published is not None
    assert (one.report.title, one.report.publisher, one.report.published.value) == (
        wares.TITLE,
        "The Ferryman",
        "2024-03-05",
    )
    assert dict(one.basis) == {"title": "mail", "publisher": "mail", "published": "mail"}


def test_address_in_an_archive_is_the_address(tmp_path: Path):
    message = wares.mail()
    message["Archived-At"] = "<https://ferryman.example/4711>"
    assert one_of(tmp_path, message).address == "https://ferryman.example/4711"


def test_plain_text_counts_over_the_page(tmp_path: Path):
    assert one_of(tmp_path, wares.mail(html="<p>Other words.</p>")).report.text == wares.TEXT + "\n"


def test_page_counts_over_a_plain_text_that_points_to_it(tmp_path: Path):
    one = one_of(tmp_path, wares.mail("View this in your browser.", html=wares.page().decode()))
    assert wares.PARAGRAPHS[1] in one.report.text
    assert (one.report.title, one.basis["title"]) == (wares.TITLE, "mail")


def test_page_without_an_article_gives_its_words(tmp_path: Path):
    one = one_of(
        tmp_path, wares.mail("See below.", html="<table><tr><td>Ferries</td><td>leave in April</td></tr></table>")
    )
    assert one.report.text == "Ferries leave in April"


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8", "x-unknown"])
def test_encodings(tmp_path: Path, charset: str):
    body = "Å, said the minister of ferries, café and all that is in it."
    data = body.encode("utf-8" if charset == "x-unknown" else charset)
    head = (
        f"From: a@b.example\r\nSubject: =?iso-8859-1?q?F=E4hre?=\r\nContent-Type: text/plain; charset={charset}\r\n\r\n"
    )
    one = one_of(tmp_path, head.encode() + data)
    assert (one.report.text, one.report.title, one.report.publisher) == (body, "Fähre", "b.example")


@pytest.mark.parametrize(
    "subject",
    [
        "=?utf-8?b?!!!?=",
        "=?nowhere?q?a?=",
        "=?utf-8?q?=FF=FE?=",
        "\udcff".encode("utf-8", "surrogateescape").decode("latin-1"),
        "",
    ],
)
def test_subjects_that_cannot_be_decoded_do_not_cost_the_mail(tmp_path: Path, subject: str):
    data = f"From: a@b.example\r\nDate: not a date\r\nSubject: {subject}\r\n\r\n{wares.TEXT}".encode(
        "latin-1", "replace"
    )
    assert wares.PARAGRAPHS[0] in one_of(tmp_path, data).report.text


def test_a_disposition_with_a_byte_beyond_ascii_does_not_cost_the_mail(tmp_path: Path):
    head = b'From: a@b.example\r\nSubject: Ferries\r\nContent-Disposition: att\xeechment; filename="a.pdf"\r\n\r\n'
    assert wares.PARAGRAPHS[0] in one_of(tmp_path, head + wares.TEXT.encode()).report.text


def test_forwarded_mails_are_read(tmp_path: Path):
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "a@b.example", "Fwd"
    outer.set_content("")
    outer.add_attachment(wares.mail("The first ferry left in April, the ministry said."))
    outer.add_attachment(wares.mail("The second ferry left in May, the ministry said."))
    pieces = pieces_of(tmp_path, outer)
    assert [piece.address.partition("!")[2] for piece in pieces] == ["/1", "/2"]
    assert all(isinstance(piece, Received) and piece.report.title == wares.TITLE for piece in pieces)


def test_box_gives_each_mail(tmp_path: Path):
    one = b"From a@b.example Tue Mar  5 06:00:00 2024\n" + wares.mail().as_bytes() + b"\n"
    broken = b"From a@b.example Tue Mar  5 06:00:00 2024\nSubject: x\nFrom: y@z.example\n\n\n"
    pieces = pieces_of(tmp_path, one + broken + one, name="box")
    assert [isinstance(piece, Received) for piece in pieces] == [True, False, True]
    assert [piece.address.partition("!")[2] for piece in pieces] == ["/1", "/2", "/3"]


def test_multipart_without_an_end_gives_what_is_there(tmp_path: Path):
    data = wares.mail(html="<p>Other</p>").as_bytes()
    assert wares.PARAGRAPHS[0] in one_of(tmp_path, data[: data.index(b"text/html")]).report.text

# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress

import pytest

from readout.errors import ConfigError, SourceError
from readout.reading.page.parts import find_parts
from readout.report import Published
from readout.source.details import Details
from readout.source.feeds import entries_of
from readout.source.fetching import Fetcher
from readout.source.pages import received_from_page
from readout.source.received import Received
from tests.support.patience import patience
from tests.support.webpages import ADDRESS, LAYOUTS, LINKED_DATA, PARAGRAPHS, TITLE, page

PARAGRAPH = f"<p>{PARAGRAPHS[0]}</p>"


def receive(html: str | bytes, **options: object) -> Received:
    data = html.encode() if isinstance(html, str) else html
    return received_from_page(data, address="page.html", **options)  # type: ignore[arg-type]


def meta(**named: str) -> str:
    return "".join(f'<meta name="{name}" content="{value}">' for name, value in named.items())


class TestText:
    @pytest.mark.parametrize("layout", LAYOUTS)
    def test_has_every_paragraph_as_a_block_and_nothing_of_the_frame(self, layout: str):
        blocks = receive(LAYOUTS[layout]).report.text.split("\n\n")
        assert [block for block in blocks if block in PARAGRAPHS] == list(PARAGRAPHS)
        assert not {"World", "Sport", "© 2026 Harbour Media. All rights reserved."}.intersection(blocks)

    @pytest.mark.parametrize("layout", sorted(LAYOUTS.keys() - {"soup"}))
    def test_begins_with_its_headline_once(self, layout: str):
        text = receive(LAYOUTS[layout]).report.text
        assert text.count(TITLE) == 1
        headlines = [part for part in find_parts(text) if part.kind == "headline"]
        assert [text[part.span.start : part.span.end] for part in headlines] == [TITLE]

    def test_keeps_the_headline_of_the_article_when_the_title_is_another(self):
        received = receive(page(head='<meta property="og:title" content="Why lorries wait: the Vesk story">'))
        assert received.report.title == "Why lorries wait: the Vesk story"
        assert received.report.text.startswith(f"{TITLE}\n\nVESK")

    def test_keeps_the_lines_of_a_paragraph_in_one_block(self):
        text = receive(
            page(body=f"{PARAGRAPH}<p>The ministry gave two days:<br>Friday for lorries,<br>Monday for all.</p>")
        ).report.text
        assert text.endswith("\n\nThe ministry gave two days:\nFriday for lorries,\nMonday for all.")

    def test_joins_words_that_only_the_code_parts(self):
        text = receive(
            page(body=f"{PARAGRAPH}<p>The ministry said\n<b>on Monday</b>\nthat  it\u00a0would open.</p>")
        ).report.text
        assert "The ministry said on Monday that it would open." in text

    def test_writes_items_and_rows_as_lines(self):
        body = (
            f"{PARAGRAPH}<ul><li>Lorries go first</li><li>Cars from noon</li></ul>"
            "<table><tr><th>Day</th><th>Lorries</th></tr><tr><td>Monday</td><td>120</td></tr></table>"
        )
        text = receive(page(body=body)).report.text
        assert "\n\nLorries go first\nCars from noon\n\nDay\tLorries\nMonday\t120" in text

    def test_is_the_same_each_time(self):
        assert receive(LAYOUTS["linked data"]) == receive(LAYOUTS["linked data"])


class TestDetails:
    def test_are_those_of_the_linked_data(self):
        received = receive(page(head=LINKED_DATA))
        report = received.report
        # The day is that of the page's own time zone, not that of Greenwich.
        assert (report.title, report.published, report.publisher) == (
            TITLE,
            Published("2024-03-12", "given"),
            "The Harbour Times",
        )
        assert received.author == "Ana Petrov; Jan Oor"
        assert set(received.basis.values()) == {"page"}

    def test_of_the_caller_count_more_and_those_of_the_feed_less(self):
        given = Details(basis="caller", publisher="The Times of the Harbour")
        otherwise = Details(basis="feed", title="Crossing to reopen", author="Lena Vos", published="2024-03-13")
        received = receive(
            page(head=meta(**{"article:published_time": "2024-03-12"})), given=given, otherwise=otherwise
        )
        assert (received.report.publisher, received.report.title, received.author) == (
            "The Times of the Harbour",
            TITLE,
            "Lena Vos",
        )
        assert received.report.published == Published("2024-03-12", "given")
        assert received.basis == {
            "title": "page", "publisher": "caller", "author": "feed", "published": "page", "language": "page",
        }  # fmt: skip

    @pytest.mark.parametrize(
        ("head", "day"),
        [
            pytest.param(
                meta(**{"article:published_time": "2024-03-12T08:30:00+00:00"}), "2024-03-12", id="open graph"
            ),
            pytest.param(meta(date="12 March 2024"), "2024-03-12", id="in words"),
            pytest.param(meta(date="March 12th, 2024 8:30 a.m."), "2024-03-12", id="in American words"),
            pytest.param(meta(pubdate="Tue, 12 Mar 2024 23:30:00 -0500"), "2024-03-12", id="as in mail"),
            pytest.param(meta(pubdate="2024/03/12"), "2024-03-12", id="slashes"),
            pytest.param(meta(**{"dc.date": "20240312"}), "2024-03-12", id="digits"),
            pytest.param(meta(**{"dc.date": "2024-03"}), "2024-03", id="a month"),
            pytest.param(meta(date="03/04/2024"), None, id="two days in one"),
            pytest.param(meta(date="1970-01-01T00:00:00Z"), None, id="no date of a program"),
            pytest.param(meta(date="2024-13-45"), None, id="no day"),
            pytest.param(meta(date="tomorrow"), None, id="no date"),
            pytest.param(meta(**{"article:modified_time": "2024-03-14"}), None, id="the day of a change"),
            pytest.param(meta(pubdate="2024-03-12") + meta(pubdate="2024-03-13"), None, id="two that differ"),
            pytest.param("<meta itemprop=datePublished content=2024-03-12>", "2024-03-12", id="microdata"),
            pytest.param("", None, id="none"),
        ],
    )
    def test_day_is_one_that_the_page_states(self, head: str, day: str | None):
        published = receive(page(head=head)).report.published
        assert published == (Published(day, "given") if day else None)

    @pytest.mark.parametrize(
        "html",
        [
            pytest.param(page(after="<p>Updated 12 March 2024, 10:00</p>"), id="text"),
            pytest.param(
                page(after='<aside><time datetime="2024-02-01">1 February</time> Floods</aside>'), id="another story"
            ),
            pytest.param(
                page(head='<link rel="canonical" href="https://harbourtimes.example/2024/03/12/crossing">'),
                id="address",
            ),
            pytest.param(page(head="<!-- generated 2026-11-25 -->", after="<p>© 2026</p>"), id="frame"),
        ],
    )
    def test_day_is_never_guessed(self, html: str):
        assert receive(html, url=ADDRESS).report.published is None

    @pytest.mark.parametrize(
        ("link", "url"),
        [
            ("https://www.harbourtimes.example/crossing#top", "https://www.harbourtimes.example/crossing"),
            ("/crossing", "https://harbourtimes.example/crossing"),
            ("https://harbourtimes.example/", ADDRESS),
            ("https://elsewhere.example/crossing", ADDRESS),
            ("javascript:void(0)", ADDRESS),
            ("http://[", ADDRESS),
        ],
        ids=["same site", "relative", "front page", "another site", "no address", "damaged"],
    )
    def test_address_is_the_page_s_own_on_its_own_site(self, link: str, url: str):
        html = page(head=f'<link rel="canonical" href="{link}">')
        received = received_from_page(html.encode(), address=ADDRESS, url=ADDRESS)
        assert (received.report.url, received.address) == (url, url)
        assert received.basis["url"] == ("page" if url != ADDRESS else "caller")

    def test_address_of_a_file_stays_its_path(self):
        received = receive(page(head=f'<link rel="canonical" href="{ADDRESS}">'))
        assert (received.address, received.report.url) == ("page.html", ADDRESS)

    def test_language_is_the_text_s_when_the_page_says_another(self):
        received = receive(page().replace('lang="en"', 'lang="ru-RU"'))
        assert received.report.language == "en"
        assert "language" not in received.basis

    @pytest.mark.parametrize("author", ["https://example.org/ana", "admin", "desk@example.org"])
    def test_author_is_a_name(self, author: str):
        assert receive(page(head=meta(author=author))).author is None


class TestEncoding:
    TOLD = "Der Café-Besitzer René Müller told reporters: “The crossing at Łódź will open – soon,” the ministry said on Tuesday."

    @pytest.mark.parametrize(
        ("encoding", "declared", "header"),
        [
            pytest.param("utf-8", "", None, id="nothing declared"),
            pytest.param("utf-8", '<meta charset="iso-8859-1">', None, id="wrongly declared on the page"),
            pytest.param("utf-8", "", "text/html; charset=ISO-8859-1", id="wrongly declared in the header"),
            pytest.param("cp1250", '<meta charset="windows-1250">', None, id="declared on the page"),
            pytest.param("cp1250", "", 'text/html; charset="windows-1250"', id="declared in the header"),
            pytest.param(
                "cp1250", '<meta charset="utf-8">', "text/html; charset=windows-1250", id="header before page"
            ),
            pytest.param("utf-8-sig", '<meta charset="windows-1250">', None, id="byte order mark"),
            pytest.param("utf-16", "", None, id="UTF-16 with a mark"),
            pytest.param("utf-16-le", "", None, id="UTF-16 without one"),
            pytest.param("utf-16-be", "", "text/html; charset=utf-16be", id="UTF-16 in the header"),
        ],
    )
    def test_is_found(self, encoding: str, declared: str, header: str | None):
        told = self.TOLD
        data = page(head=declared, body=f"<p>{told}</p>{PARAGRAPH}").replace("©", "(c)").encode(encoding)
        assert told in receive(data, content_type=header).report.text

    @pytest.mark.parametrize(
        "declared", ["", '<meta charset="utf-8">', '<meta charset="unknown-8">', '<meta charset="rot13">']
    )
    def test_of_the_western_languages_is_found(self, declared: str):
        told = "The café’s owner, René Müller, told reporters that “it will open soon,” the ministry said on Tuesday."
        data = page(head=declared, body=f"<p>{told}</p>{PARAGRAPH}").encode("cp1252")
        assert told in receive(data).report.text

    def test_of_ascii_means_windows_1252(self):
        data = page(head='<meta charset="us-ascii">', body=f"<p>“It opens,” he said.</p>{PARAGRAPH}").encode("cp1252")
        assert "“It opens,” he said." in receive(data).report.text

    def test_stays_utf_8_with_one_bad_byte(self):
        data = (
            page(head='<meta charset="utf-8">', after="<!--\xff-->" + " " * 500)
            .encode("utf-8")
            .replace(b"\xc3\xbf", b"\xff")
        )
        assert PARAGRAPHS[1] in receive(data).report.text

    def test_with_nul_bytes_is_read_without_them(self):
        assert PARAGRAPHS[2] in receive(page().replace("phone", "ph\x00one")).report.text


REFUSED = {
    "nothing": (b"", "no page of HTML"),
    "white space": (b" \n\t ", "no page of HTML"),
    "plain text": (b"The ministers agreed on Tuesday to open the border, officials said.", "no page of HTML"),
    "a feed": (b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "no page of HTML"),
    "frames only": (b'<html><frameset cols="20,80"><frame src=a><frame src=b></frameset></html>', "only frames"),
    "an empty article": (page(body="", before="").encode(), "no article"),
    "scripts only": (
        b"<html><head></head><body><div id=app></div><script>render('<p>news</p>')</script></body></html>",
        "no article",
    ),
    "a wall of cookies": (
        b"<html><body><h1>We value your privacy</h1><p>We and our 842 partners store cookies on your device. Choose whether to "
        b"accept cookies or to manage your consent below.</p><button>Accept all</button></body></html>",
        "a notice",
    ),
    "a request for scripts": (
        b"<html><body><p>Please enable JavaScript and disable any ad blocker to go on. This page requires JavaScript to show "
        b"anything.</p></body></html>",
        "a notice",
    ),
    "a missing page": (
        b"<html><body><h1>404</h1><p>Sorry, the page you are looking for could not be found. It may have been moved or deleted "
        b"since you last came here.</p></body></html>",
        "a notice",
    ),
    "100,000 elements within each other": (b"<html><body>" + b"<div>" * 100_000 + PARAGRAPH.encode(), "elements"),
    "1,000 elements within each other": (b"<html><body>" + b"<div>" * 1000 + PARAGRAPH.encode(), "no article"),
    "100,000 attributes": (b"<html><body><p " + b" ".join(b"a%d=1" % i for i in range(100_000)) + b">", "attributes"),
    "a paragraph in 20,000 pieces": (b"<html><body><article><p>" + b"<span>word</span> " * 20_000, "pieces"),
    "11 MB": (b"<html><body><p>" + b"x " * 5_500_000, "10 MB"),
    "a text of 9 MB": (b"<html><body><p>" + b"The ministry said so. " * 409_000, "2,000,000 characters"),
    "binary": (bytes(range(256)) * 100, "no encoding"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_article_is_refused(what: str):
    data, reason = REFUSED[what]
    with patience(), pytest.raises(SourceError, match=reason):
        receive(data)


def test_report_about_cookies_is_no_notice():
    told = "".join(
        f"<p>The regulator said on Tuesday that firm number {number} had stored cookies without consent.</p>"
        "<p>The firm, which has its seat in the capital, told reporters that it would appeal within the month.</p>"
        for number in range(4)
    )
    assert "would appeal" in receive(page(before="<h1>Regulator fines four firms</h1>", body=told)).report.text


# Each made the time of extraction grow with the square of the page before there were limits, or could.
HOSTILE = {
    "comments that do not end": "<!--" * 2_400_000,
    "scripts that do not end": "<script>" * 1_200_000,
    "scripts that do not even begin": "<script" * 1_400_000,
    "tags that do not end": "<a " * 3_000_000,
    "quotes that do not end": "<a b='" * 1_600_000,
    "equals signs": "<a " + "= " * 4_900_000,
    "less-than signs": "<" * 9_900_000,
    "linked data without an end": page(
        head='<script type="application/ld+json">' + '{"author":' * 45_000 + "</script>"
    ),
    "a long heading": f"<html><body><h1>{'Talks - ' * 100_000}</h1>{PARAGRAPH * 3}",
    "cells": f"<html><body><article>{PARAGRAPH}<table>" + "<tr><td>Monday<td>120" * 8000,
    "divisions": "<html><body>" + ("<div>" * 200 + "The minister said so." + "</div>" * 200) * 120,
}


@pytest.mark.slow
@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_page_ends_in_time(what: str):
    with patience(), suppress(SourceError):
        receive(HOSTILE[what])


def test_page_of_ten_megabytes_of_frame_is_read():
    with patience():
        html = page(head="<script>" + "var state = 1;\n" * 600_000 + "</script>")
        assert PARAGRAPHS[0] in receive(html).report.text


@pytest.mark.parametrize("library", ["trafilatura.utils", "feedparser", "httpcore"])
def test_missing_library_is_named_with_its_extra(library: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, library, None)
    need: dict[str, Callable[[], object]] = {
        "trafilatura.utils": lambda: receive(page()),
        "feedparser": lambda: entries_of(b"<rss version='2.0'><channel/></rss>", address="feed"),
        "httpcore": Fetcher,
    }
    with pytest.raises(ConfigError, match=r"run: pip install 'readout-news\[archive\]'"):
        need[library]()

# SPDX-License-Identifier: Apache-2.0
"""Whatever comes from the web is a report or a `SourceError`, and comes out the same each time."""

from __future__ import annotations

import json

from hypothesis import example, given, settings
from hypothesis import strategies as st

from readout.errors import SourceError
from readout.source.bodies import body_from
from readout.source.feeds import Feed, entries_of
from readout.source.pagedates import day_from
from readout.source.pages import received_from_page
from readout.source.published import published_from
from readout.source.received import Received
from tests.support.webpages import LAYOUTS, LINKED_DATA, page

TAGS = (
    "html head body div p span b a h1 h2 ul li table tr td br img script style meta title article blockquote frameset svg"
).split()
WORDS = st.sampled_from(
    "The minister said on Tuesday that the border at Vesk would open again “soon” . , \n \t \x00 \u2028 \ud83d é 12 &amp; "
    "&#0; < > --> ]]> <!--".split(" ")
)
ATTRIBUTES = st.sampled_from(
    [
        "",
        " class=entry-content",
        " href='/a'",
        ' content="2024-03-12" name=date',
        " lang=en",
        " itemprop=author",
        " a='",
    ]
)


@st.composite
def markup(draw: st.DrawFn) -> str:
    """Draw tags and words in any order, closed or not."""
    tag = st.sampled_from(TAGS)
    piece = st.one_of(
        WORDS,
        st.builds("<{}{}>".format, tag, ATTRIBUTES),
        st.builds("</{}>".format, tag),
        st.just(LINKED_DATA),
        st.lists(WORDS, min_size=20, max_size=40).map(" ".join),
    )
    return " ".join(draw(st.lists(piece, max_size=30)))


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """Draw bytes with pieces left out, doubled and replaced."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 60)))
        data[start:end] = draw(st.one_of(st.binary(max_size=12), st.just(bytes(data[start:end]) * 2)))
    return bytes(data)


PAGES = st.one_of(
    st.binary(max_size=400),
    markup().map(lambda text: text.encode("utf-8", "surrogatepass")),
    markup().map(lambda text: text.encode("utf-16", "surrogatepass")),
    st.sampled_from(sorted(LAYOUTS.values())).flatmap(lambda html: damaged(html.encode())),
)


def outcome_of(data: bytes, content_type: str | None) -> Received | str:
    try:
        return received_from_page(data, address="p", content_type=content_type)
    except SourceError as error:
        return str(error)


@settings(max_examples=60)
@given(
    PAGES,
    st.one_of(
        st.none(), st.text(max_size=40), st.sampled_from(["text/html; charset=utf-16", "text/html; charset=zip"])
    ),
)
@example(page().encode("utf-16"), None)
@example(b"\x1f\x8b\x08" + bytes(50), None)
def test_any_page_is_a_report_or_a_source_error(data: bytes, content_type: str | None):
    outcome = outcome_of(data, content_type)
    assert outcome == outcome_of(data, content_type)
    if isinstance(outcome, Received):
        assert outcome.report.text.strip()
        assert all(line == line.strip(" ") for line in outcome.report.text.split("\n"))
        # Everything known has a giver, and a giver is named for nothing else.
        report = outcome.report
        known = {"title": report.title, "publisher": report.publisher, "url": report.url, "published": report.published}
        assert {name for name, value in known.items() if value} == set(outcome.basis) & set(known)


FEED = (
    b'<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>World</title>'
    b"<item><title>The &lt;i&gt;crossing&lt;/i&gt;</title><link>http://h.example/a</link><guid>1</guid>"
    b"<pubDate>Tue, 12 Mar 2024 08:30:00 GMT</pubDate><content:encoded><![CDATA[<p>Open.</p>]]></content:encoded></item>"
    b'<item><link href="http://[x"/><dc:date>2024</dc:date></item></channel></rss>'
)
ATOM = (
    b'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://h.example/"><entry><id>1</id>'
    b'<link href="a"/><updated>2024-03-12</updated>'
    b'<title type="xhtml"><div>T</div></title><content type="html">&lt;p&gt;x&lt;/p&gt;</content></entry></feed>'
)
PLAIN = st.sampled_from(["http://h.example/a", "2024-03-12"])
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=20), PLAIN),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(["name", "url", "id"]), inner, max_size=3)
    ),
    max_leaves=6,
)
FIELDS = "id url external_url title author authors date_published content_text content_html".split()
ITEMS = st.lists(st.one_of(st.dictionaries(st.sampled_from(FIELDS), VALUES), VALUES), max_size=4)
JSON = ITEMS.map(lambda items: json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode())
FEEDS = st.one_of(st.binary(max_size=300), damaged(FEED), damaged(ATOM), JSON, JSON.flatmap(damaged))


@settings(max_examples=200)
@given(FEEDS)
@example(FEED)
@example(ATOM)
def test_any_feed_is_entries_or_a_source_error(data: bytes):
    try:
        feed = entries_of(data, address="http://h.example/feed")
    except SourceError as error:
        assert "http://h.example/feed" in str(error)  # noqa: PT017
        return
    assert isinstance(feed, Feed)
    for entry in feed.entries:
        assert entry.id
        assert entry.link is None or entry.link.startswith(("http://", "https://"))


@given(st.one_of(st.text(max_size=40), st.datetimes().map(str), st.dates().map(lambda day: day.strftime("%d %B %Y"))))
def test_any_day_read_is_one_that_can_be_given(written: str):
    day = day_from(written)
    assert day is None or published_from(day) is not None


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "", "br", "GZIP "]), st.integers(0, 400))
def test_any_body_is_within_its_limit(data: bytes, coding: str, limit: int):
    try:
        body = body_from([data[:50], data[50:]], encoding=coding, limit=limit, name="p")
    except SourceError:
        return
    assert len(body) <= limit

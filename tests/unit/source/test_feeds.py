# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from readout.errors import SourceError
from readout.source.details import Details
from readout.source.feeds import entries_of, is_feed, receive_feed
from readout.source.fetching import Fetcher, Limits
from readout.source.received import Received, Refused
from tests.support.patience import patience
from tests.support.webpages import PARAGRAPHS, TITLE, page
from tests.support.webserver import Answer, Site, website

ADDRESS = "https://harbourtimes.example/world.rss"
# Long enough to be a whole report, and of it.
WHOLE = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS * 2)


def rss(*items: str, head: str = "<title>World | The Harbour Times</title>") -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>{head}{"".join(items)}</channel></rss>'
    ).encode()


def item(link: str = "/crossing", *, title: str = TITLE, more: str = "") -> str:
    return f"<item><title>{title}</title><link>{link}</link>{more}</item>"


ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://harbourtimes.example/"><title>World</title>
<entry><id>tag:harbourtimes.example,2024:1</id><title type="html">{TITLE}</title><link rel="alternate" href="crossing"/>
<author><name>Ana Petrov</name></author><published>2024-03-12T23:30:00-05:00</published><updated>2024-03-14T08:00:00Z</updated>
</entry></feed>""".encode()

BY_ANA = "<dc:creator>Ana Petrov</dc:creator><pubDate>Tue, 12 Mar 2024 23:30:00 -0500</pubDate>"
JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "World",
    "items": [
        {
            "id": 7,
            "url": "crossing",
            "title": TITLE,
            "authors": [{"name": "Ana Petrov"}, {"name": "Jan Oor"}],
            "date_published": "2024-03-12T08:30:00Z",
            "date_modified": "2024-03-14",
            "content_text": "One & two < three\n\nfour",
        }
    ],
}


class TestEntries:
    @pytest.mark.parametrize(
        ("data", "author", "updated"),
        [
            (
                rss(item(more="<dc:creator>Ana Petrov</dc:creator><pubDate>Tue, 12 Mar 2024 23:30:00 -0500</pubDate>")),
                "Ana Petrov",
                None,
            ),
            (ATOM, "Ana Petrov", "2024-03-14T08:00:00Z"),
            (json.dumps(JSON).encode(), "Ana Petrov; Jan Oor", "2024-03-14"),
        ],
        ids=["RSS", "Atom", "JSON Feed"],
    )
    def test_have_link_and_details(self, data: bytes, author: str, updated: str | None):
        (entry,) = entries_of(data, address=ADDRESS).entries
        assert entry.link == "https://harbourtimes.example/crossing"
        assert entry.details == Details(
            basis="feed", title=TITLE, author=author, published="2024-03-12", url=entry.link
        )
        assert entry.updated == updated
        assert is_feed(data)

    def test_of_rss_1_have_their_day(self):
        data = (
            b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
            b'xmlns:dc="http://purl.org/dc/elements/1.1/"><item rdf:about="http://h.example/1"><title>A title</title>'
            b"<link>http://h.example/1</link><dc:date>2024-03-12T08:00:00Z</dc:date></item></rdf:RDF>"
        )
        (entry,) = entries_of(data, address=ADDRESS).entries
        assert (entry.id, entry.details.published) == ("http://h.example/1", "2024-03-12")

    def test_have_no_day_when_only_their_change_has_one(self):
        data = ATOM.replace(b"<published>2024-03-12T23:30:00-05:00</published>", b"")
        assert entries_of(data, address=ADDRESS).entries[0].details.published is None

    def test_come_once(self):
        assert len(entries_of(rss(item(), item(), item("/other")), address=ADDRESS).entries) == 2

    def test_of_plain_text_become_paragraphs(self):
        (entry,) = entries_of(json.dumps(JSON).encode(), address=ADDRESS).entries
        assert entry.content == "<p>One &amp; two &lt; three</p><p>four</p>"

    @pytest.mark.parametrize(
        "data",
        [
            pytest.param(rss(item()).replace(b"</channel></rss>", b""), id="cut off"),
            pytest.param(rss(item(), "<item><title>R&D & more</title><link>/b</link></item>"), id="a bare ampersand"),
            pytest.param(
                rss(item(title="Zażółć")).replace("Zażółć".encode(), "Zażółć".encode("cp1250")),
                id="not in its encoding",
            ),
            pytest.param(b"\n\n<!-- made by hand -->" + rss(item())[39:], id="no declaration"),
            pytest.param(rss(item()).decode().replace("utf-8", "utf-16").encode("utf-16"), id="UTF-16"),
            pytest.param(rss(item(), head="<unknown:thing/>"), id="a name without a space"),
        ],
    )
    def test_of_a_feed_with_faults_are_read(self, data: bytes):
        assert is_feed(data)
        assert entries_of(data, address=ADDRESS).entries[0].link == "https://harbourtimes.example/crossing"

    def test_of_an_empty_feed_are_none(self):
        assert entries_of(rss(), address=ADDRESS).entries == ()

    @pytest.mark.parametrize(
        ("data", "found"),
        [
            (page().encode(), "a page of HTML"),
            (b"", "no feed"),
            (b"The ministers agreed.", "no feed"),
            (b'{"version": "https://jsonfeed.org/version/1", "items": [', "a damaged JSON Feed"),
            (b'{"version": "https://jsonfeed.org/version/1", "items": 3}', "without the items"),
            (b'{"version": "https://jsonfeed.org/version/1"' + b', "a": [' * 100_000, "a damaged JSON Feed"),
            (b"<rss>" + b"x" * 10_000_000, "more than a feed has"),
        ],
    )
    def test_of_what_is_no_feed_are_refused(self, data: bytes, found: str):
        with pytest.raises(SourceError, match=found):
            entries_of(data, address=ADDRESS)

    def test_of_a_bomb_of_entities_are_read_in_time(self):
        entities = "".join(
            f'<!ENTITY a{number} "{f"&a{number - 1};" * 10 if number else "x" * 10}">' for number in range(12)
        )
        data = rss(item()).replace(b"<rss", f"<!DOCTYPE r [{entities}]><rss".encode()).replace(b"World |", b"&a11;")
        with patience():
            try:
                assert len(entries_of(data, address=ADDRESS).title or "") < 100_000
            except SourceError as error:
                reason = str(error)
                assert ADDRESS in reason


@pytest.fixture
def site() -> Iterator[Site]:
    with website() as found:
        yield found


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(Limits(allow_private=True, delay=0.0, attempts=1)) as found:
        yield found


def received(items: Iterator[Received | Refused]) -> list[Received]:
    return [item for item in items if isinstance(item, Received)]


class TestReceiving:
    def test_page_counts_more_than_feed(self, site: Site, fetcher: Fetcher):
        more = "<pubDate>Wed, 13 Mar 2024 08:00:00 GMT</pubDate><dc:creator>The desk</dc:creator>"
        site.answers["/feed"] = Answer(rss(item(title="Crossing opens", more=more)), content_type="application/rss+xml")
        site.answers["/crossing"] = Answer(page(head='<meta name="author" content="Ana Petrov">').encode())
        (found,) = received(receive_feed(f"{site.url}/feed", fetcher))
        assert found.address == f"{site.url}/crossing"
        assert (found.report.title, found.author) == (TITLE, "Ana Petrov")
        assert found.report.published is not None
        assert found.report.published.value == "2024-03-13"
        assert found.basis == {
            "title": "page",
            "author": "page",
            "published": "feed",
            "url": "feed",
            "language": "page",
        }

    def test_feed_carries_the_text_where_the_page_cannot_be_had(self, site: Site, fetcher: Fetcher):
        whole = item(
            more=f"<content:encoded><![CDATA[{WHOLE}]]></content:encoded><pubDate>Tue, 12 Mar 2024 08:00:00 GMT</pubDate>"
        )
        site.answers["/feed"] = Answer(rss(whole))
        (found,) = received(receive_feed(f"{site.url}/feed", fetcher))
        assert found.report.text.startswith(f"{TITLE}\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}")
        assert found.address == f"{site.url}/crossing"
        assert set(found.basis.values()) == {"feed"}

    def test_summary_is_no_report(self, site: Site, fetcher: Fetcher):
        site.answers["/feed"] = Answer(rss(item(more=f"<description>{PARAGRAPHS[0]}</description>")))
        (found,) = receive_feed(f"{site.url}/feed", fetcher)
        assert isinstance(found, Refused)
        assert (found.address, "404" in found.reason) == (f"{site.url}/crossing", True)

    def test_one_bad_entry_harms_no_other(self, site: Site, fetcher: Fetcher):
        nowhere = "<item><title>Nothing</title><guid>g1</guid></item>"
        odd = [nowhere, item("mailto:desk@example.org"), item("http://[", title="Damaged"), item("/away")]
        site.answers["/feed"] = Answer(rss(*odd, item()))
        site.answers["/crossing"] = Answer(page().encode())
        found = list(receive_feed(f"{site.url}/feed", fetcher))
        assert [type(each) for each in found] == [Refused, Refused, Refused, Refused, Received]
        assert all(each.reason for each in found if isinstance(each, Refused))

    def test_entry_without_a_link_is_its_own_text(self, site: Site, fetcher: Fetcher):
        data = rss(
            f"<item><title>{TITLE}</title><guid isPermaLink='false'>g1</guid>"
            f"<content:encoded><![CDATA[{WHOLE}]]></content:encoded></item>"
        )
        (found,) = received(receive_feed(data, fetcher, address=ADDRESS))
        assert (found.address, found.report.url, found.report.title) == (f"{ADDRESS}!/g1", None, TITLE)

    def test_caller_counts_more_than_both(self, site: Site, fetcher: Fetcher):
        site.answers["/crossing"] = Answer(page(head='<meta property="og:site_name" content="Harbour">').encode())
        data = rss(item(f"{site.url}/crossing"))
        given = Details(basis="caller", publisher="The Harbour Times")
        (found,) = received(receive_feed(data, fetcher, address=ADDRESS, given=given))
        assert (found.report.publisher, found.basis["publisher"]) == ("The Harbour Times", "caller")

    def test_page_in_place_of_a_feed_is_refused(self, site: Site, fetcher: Fetcher):
        site.answers["/feed"] = Answer(page().encode())
        with pytest.raises(SourceError, match="a page of HTML"):
            list(receive_feed(f"{site.url}/feed", fetcher))

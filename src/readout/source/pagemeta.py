# SPDX-License-Identifier: Apache-2.0
"""What a page says of its report: title, author, day, publisher, language and its own address.

Only what the page's markup states counts. Nothing is taken from the address, from the text or from how the page looks, and a
date that could be that of another story is none: a wrong day of publication moves every "yesterday" of the report.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from readout.source.details import Details
from readout.source.linkeddata import articles_in, name_of, names_in
from readout.source.pagedates import day_from

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["details_of", "headings_in"]

# The names under which a detail stands in <meta>, most telling first.
_TITLES = "og:title headline dc.title dcterms.title citation_title parsely-title sailthru.title twitter:title title"
_AUTHORS = (
    "author article:author dc.creator dcterms.creator citation_author parsely-author sailthru.author byl og:author"
)
_DAYS = (
    "article:published_time og:article:published_time datepublished og:published_time article:published publication_date "
    "published_date pubdate publishdate publish-date publish_date dcterms.issued dc.date.issued dcterms.created dc.date.created "
    "citation_publication_date parsely-pub-date sailthru.date originalpublicationdate dcterms.date dc.date date"
)
_PUBLISHERS = "og:site_name publisher dc.publisher dcterms.publisher citation_journal_title application-name"
_LANGUAGES = "og:locale content-language dc.language dcterms.language language"

_LONGEST = {"title": 400, "author": 300, "publisher": 120}
# What stands in the field of a name where there is none to put there.
_NO_NAME = re.compile(
    r"https?:|www\.|@|^(?:admin|administrator|editor|webmaster|root|user|none|null|undefined|n/a)$", re.IGNORECASE
)
_SEPARATOR = r"\s*(?:\s[|–—·•«»-]|:)\s*"
_BEFORE_SITE = re.compile(r"\s[|–—·•«-]\s")
# Words. "Talks - Reuters" may be all there is of a title; no name of a site is longer.
_FEWEST_BEFORE_SITE, _MOST_OF_SITE = 3, 5
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_]|$)", re.IGNORECASE)


def details_of(tree: HtmlElement, *, url: str | None = None) -> Details:
    """Read what a page says of its report.

    Args:
        tree: The page, with its JSON-LD.
        url: The address it was fetched from, where it was.

    Returns:
        What it says, with the basis "page". A place that states two days that differ states none.
    """
    meta = _meta_of(tree)
    articles = articles_in(script.text or "" for script in tree.iterfind(".//script"))
    publisher = _clean(_publisher_of(meta, articles), "publisher")
    return Details(
        basis="page",
        title=_title_of(tree, meta, articles, publisher),
        author=_author_of(tree, meta, articles),
        published=_day_of(tree, meta, articles),
        publisher=publisher,
        url=_address_of(tree, meta, url),
        language=_language_of(tree, meta),
    )


def headings_in(tree: HtmlElement) -> list[str]:
    """Return the headings of the first order."""
    return [heading for element in tree.iterfind(".//h1") if (heading := _text_of(element))]


def _meta_of(tree: HtmlElement) -> Mapping[str, list[str]]:
    """Collect what <meta> and the properties of microdata say, by name in lower case."""
    meta: dict[str, list[str]] = {}
    for element in tree.iterfind(".//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        value = " ".join((element.get("content") or "").split())
        if name and value:
            meta.setdefault(name.lower(), []).append(value)
    return meta


def _values(meta: Mapping[str, list[str]], names: str) -> Iterator[str]:
    """Return what is said under some names, in the order of the names."""
    for name in names.split():
        yield from meta.get(name, ())


def _text_of(element: HtmlElement) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())


def _clean(value: str | None, what: str) -> str | None:
    """Return a name or a title in plain characters, or None where it is none."""
    # Twice encoded ones are common: "Trade &amp;amp; talks".
    text = " ".join(html.unescape(html.unescape(value or "")).split())
    return text if any(map(str.isalnum, text)) and len(text) <= _LONGEST[what] else None


def _title_of(
    tree: HtmlElement, meta: Mapping[str, list[str]], articles: Iterable[Mapping[str, object]], publisher: str | None
) -> str | None:
    headings = headings_in(tree)
    candidates = [
        *_values(meta, _TITLES),
        *(name for article in articles for name in names_in(article.get("headline"))),
        *(headings if len(headings) == 1 else ()),
        *(_without_site(_text_of(title)) for title in tree.iterfind(".//head/title")),
    ]
    for candidate in candidates:
        title = _clean(candidate, "title")
        if title and title != publisher:
            return _without_publisher(title, publisher)
    return None


def _without_publisher(title: str, publisher: str | None) -> str:
    """Return a title without the publisher behind or before it, as browsers show it."""
    if not publisher:
        return title
    name = re.escape(publisher)
    return re.sub(rf"{_SEPARATOR}{name}$|^{name}{_SEPARATOR}", "", title, flags=re.IGNORECASE) or title


def _without_site(title: str) -> str:
    """Return the title of a window without the name of the site, which stands behind it on nearly every page."""
    separators = [*_BEFORE_SITE.finditer(title[:1000])]
    if not separators:
        return title
    before, behind = title[: separators[-1].start()], title[separators[-1].end() :]
    is_site = len(before.split()) >= _FEWEST_BEFORE_SITE and len(behind.split()) <= _MOST_OF_SITE
    return before.rstrip() if is_site else title


def _author_of(
    tree: HtmlElement, meta: Mapping[str, list[str]], articles: Iterable[Mapping[str, object]]
) -> str | None:
    for names in _authors_stated(tree, meta, articles):
        cleaned = (_clean(name, "author") for name in names)
        found = dict.fromkeys(name.removeprefix("By ") for name in cleaned if name and not _NO_NAME.search(name))
        if found:
            return "; ".join(found)[: _LONGEST["author"]]
    return None


def _authors_stated(
    tree: HtmlElement, meta: Mapping[str, list[str]], articles: Iterable[Mapping[str, object]]
) -> Iterator[list[str]]:
    """Return what stands where authors do, most telling place first; what is not asked for is not looked for."""
    yield [name for article in articles for name in names_in(article.get("author"))]
    for name in _AUTHORS.split():
        yield meta.get(name, [])
    yield [_text_of(element) for element in tree.xpath(".//*[@itemprop='author']")]
    yield [_text_of(element) for element in tree.xpath(".//a[@rel='author']")]


def _day_of(tree: HtmlElement, meta: Mapping[str, list[str]], articles: Iterable[Mapping[str, object]]) -> str | None:
    """Return the day of publication, from the most telling place that states one and no other."""
    for values in _days_stated(tree, meta, articles):
        days = {day for value in values if (day := day_from(value))}
        if len(days) == 1:
            return days.pop()
    return None


def _days_stated(
    tree: HtmlElement, meta: Mapping[str, list[str]], articles: Iterable[Mapping[str, object]]
) -> Iterator[list[str]]:
    yield [str(article.get("datePublished") or "") for article in articles]
    for name in _DAYS.split():
        yield meta.get(name, [])
    stated = tree.xpath(".//*[@itemprop='datePublished']")
    yield [element.get("datetime") or element.get("content") or "" for element in stated]
    yield [element.get("datetime") or "" for element in tree.xpath(".//time[@pubdate]")]


def _publisher_of(meta: Mapping[str, list[str]], articles: Iterable[Mapping[str, object]]) -> str | None:
    for article in articles:
        name = name_of(article.get("publisher")) or name_of(article.get("sourceOrganization"))
        if name and not _NO_NAME.search(name):
            return name
    return next((name for name in _values(meta, _PUBLISHERS) if not _NO_NAME.search(name)), None)


def _address_of(tree: HtmlElement, meta: Mapping[str, list[str]], url: str | None) -> str | None:
    """Return the address that the page gives as its own, if it can be: on the same site, and no front page."""
    links = (
        link.get("href")
        for link in tree.iterfind(".//link[@href]")
        if "canonical" in (link.get("rel") or "").lower().split()
    )
    for link in (*links, *_values(meta, "og:url")):
        try:
            address = urljoin(url or "", (link or "").strip())
            parts = urlsplit(address)
            site = _site_of(parts.hostname)
            own = urlsplit(url or address)
        except ValueError:
            continue
        is_front = not parts.path.strip("/") and not parts.query
        if (
            parts.scheme in {"http", "https"}
            and site
            and site == _site_of(own.hostname)
            and (not is_front or not own.path.strip("/"))
        ):
            return str(parts._replace(fragment="").geturl())
    return None


def _site_of(host: str | None) -> str:
    """Return a host without what tells its pages for telephones and its old name apart."""
    return re.sub(r"^(?:www[0-9]?|m|mobile|amp|edition)\.", "", (host or "").lower())


def _language_of(tree: HtmlElement, meta: Mapping[str, list[str]]) -> str | None:
    root = tree.getroottree().getroot()
    for value in (root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang"), *_values(meta, _LANGUAGES)):
        match = _LANGUAGE.match((value or "").strip())
        if match:
            return str(match[1]).lower()
    return None

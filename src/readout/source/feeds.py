# SPDX-License-Identifier: Apache-2.0
"""Feeds (RSS, Atom, JSON Feed) to the reports that they name.

A feed is a list of links: for each entry its page is fetched. What the page says of the report counts more than what the feed
says, because the page is what is read and is the same by whichever way it is reached; the feed fills what the page leaves open.
Where the page cannot be had, the text in the feed is the report if it is the whole one (`content:encoded`, `content` of Atom,
`content_html`), never a summary.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast
from urllib.parse import urljoin

from readout.errors import SourceError
from readout.source.details import Details
from readout.source.extras import missing_archive
from readout.source.jsonfeeds import is_json_feed, objects_in
from readout.source.pagedates import day_from
from readout.source.pages import received_from_page
from readout.source.received import Received, Refused

if TYPE_CHECKING:
    from readout.source.fetching import Fetcher

__all__ = ["LARGEST_FEED", "Entry", "Feed", "entries_of", "is_feed", "receive_entry", "receive_feed"]

# Bytes. Feeds have 5 kB to 1 MB; podcasts that never drop an entry have 5.
LARGEST_FEED = 10_000_000

_ROOT = re.compile(rb"<(?:[\w.-]{1,20}:)?(rss|feed|rdf|channel)[\s>]", re.IGNORECASE)
_BEFORE_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s+|<\?[^>]{0,500}>|<!--(?:[^-]|-(?!->)){0,5000}-->|<!DOCTYPE[^>\[]{0,500}>)*", re.I
)
_LOOKED_AT = 20_000

# Words. A summary has 20 to 60; what is longer and stands where the whole text belongs is that.
_FEWEST_WORDS = 80
_TAG = re.compile(r"<[^<>]{0,2000}>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed.

    Attributes:
        id: What the feed calls it; its link, else its title, where the feed does not say.
        link: The page that it names, absolute; None where it names none.
        details: Title, author, day and address as the feed gives them.
        content: Its whole text as HTML where the feed carries it.
        updated: When it was changed last, as the feed writes it; another value means another version.
    """

    id: str
    link: str | None
    details: Details
    content: str | None
    updated: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed as it was fetched.

    Attributes:
        title: What it is called.
        entries: In the order of the feed, each once.
    """

    title: str | None
    entries: tuple[Entry, ...]


def is_feed(data: bytes) -> bool:
    """Tell whether bytes are a feed: RSS, Atom, RDF or JSON Feed. Its beginning is looked at."""
    head = data[:_LOOKED_AT]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode()
    start = _BEFORE_ROOT.match(head)
    return bool(_ROOT.match(head, start.end() if start else 0)) or is_json_feed(data)


def entries_of(data: bytes, *, address: str, content_type: str | None = None) -> Feed:
    """Read a feed.

    Args:
        data: The feed as it was received.
        address: Where it was found; links are resolved against it.
        content_type: The header that came with it.

    Returns:
        What it holds. A feed with faults is read as far as it goes; one without entries has none.

    Raises:
        SourceError: If it is no feed.
        ConfigError: If the libraries for it are not installed.
    """
    if len(data) > LARGEST_FEED:
        raise SourceError(
            f"{address!r} has more than {LARGEST_FEED:,} bytes, which is more than a feed has; give its pages"
        )
    if is_json_feed(data):
        title, objects = objects_in(data, address)
        return Feed(title=title, entries=_each_once(_entry_of_json(item, address) for item in objects))
    if not is_feed(data):
        found = "a page of HTML" if re.search(rb"<html|<!doctype html", data[:2000], re.IGNORECASE) else "no feed"
        raise SourceError(
            f"{address!r} is {found}; expected RSS, Atom or JSON Feed: look for the feed's address on the site"
        )
    return _parsed(data, address, content_type)


def _parsed(data: bytes, address: str, content_type: str | None) -> Feed:
    """Read RSS or Atom."""
    try:
        import feedparser
    except ImportError as error:
        raise missing_archive("reading a feed", error) from error
    headers = {"content-type": content_type or "application/xml", "content-location": address}
    # From a stream: bytes alone could be taken for the name of a file. Not cleaned: the text goes through `pages`.
    try:
        parsed = feedparser.parse(io.BytesIO(data), response_headers=headers, sanitize_html=False)
    except (ValueError, LookupError, AssertionError, TypeError, AttributeError, RecursionError) as error:
        raise SourceError(f"{address!r} is a feed with faults that cannot be read ({error}); get it again") from error
    version = str(parsed.get("version") or "")
    entries = cast("Sequence[Mapping[str, object]]", parsed.entries)
    if not version and not entries:
        raise SourceError(
            f"{address!r} is a feed with faults that cannot be read ({parsed.get('bozo_exception')}); get it again"
        )
    found = _each_once(_entry_of(entry, address, is_rss=not version.startswith("atom")) for entry in entries)
    return Feed(title=_plain(parsed.feed.get("title")), entries=found)


def _each_once(entries: Iterator[Entry]) -> tuple[Entry, ...]:
    return tuple({entry.id: entry for entry in entries if entry.id}.values())


def _entry_of(entry: Mapping[str, object], address: str, *, is_rss: bool) -> Entry:
    link = _link_from(entry.get("link"), address)
    # `updated` is the day of a change, except in RSS, where feedparser puts `dc:date` there.
    published = day_from(_string(entry, "published")) or (day_from(_string(entry, "updated")) if is_rss else None)
    content = entry.get("content")
    texts = (
        [_string(piece, "value") for piece in content if isinstance(piece, dict)] if isinstance(content, list) else []
    )
    details = Details(
        basis="feed",
        title=_plain(entry.get("title")),
        author=_plain(entry.get("author")),
        published=published,
        publisher=_plain(entry.get("publisher")),
        url=link,
    )
    whole = max((text for text in texts if text), key=len, default=None)
    return Entry(
        id=_string(entry, "id") or link or details.title or "",
        link=link,
        details=details,
        content=whole,
        updated=_string(entry, "updated"),
    )


def _entry_of_json(item: Mapping[str, object], address: str) -> Entry:
    link = _link_from(item.get("url") or item.get("external_url"), address)
    authors = item.get("authors") or [item.get("author")]
    names = (
        [_plain(author.get("name")) for author in authors if isinstance(author, dict)]
        if isinstance(authors, list)
        else []
    )
    details = Details(
        basis="feed",
        title=_plain(item.get("title")),
        author="; ".join(name for name in names if name) or None,
        published=day_from(_string(item, "date_published")),
        url=link,
    )
    text = _string(item, "content_text")
    content = _string(item, "content_html") or (_as_paragraphs(text) if text else None)
    identity = item.get("id")
    return Entry(
        id=str(identity) if isinstance(identity, str | int) and identity != "" else link or details.title or "",
        link=link,
        details=details,
        content=content,
        updated=_string(item, "date_modified"),
    )


def _as_paragraphs(text: str) -> str:
    """Write plain text as HTML."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return "".join(f"<p>{block}</p>" for block in re.split(r"\n\s*\n", escaped) if block.strip())


def _string(entry: Mapping[str, object], key: str) -> str | None:
    # Not `get` alone: feedparser then gives the day of publication for a missing day of change, and warns.
    value = entry[key] if key in entry else None  # noqa: SIM401
    return value.strip() or None if isinstance(value, str) else None


def _plain(value: object) -> str | None:
    """Return a line of text without tags; titles in feeds may have <i> in them."""
    text = " ".join(_TAG.sub("", value).split()) if isinstance(value, str) else ""
    return text[:500] or None


def _link_from(value: object, address: str) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return None
    try:
        link = urljoin(address, value.strip())
    except ValueError:
        return None
    return link if link.startswith(("http://", "https://")) else None


def receive_feed(
    source: str | bytes, fetcher: Fetcher, *, address: str | None = None, given: Details | None = None
) -> Iterator[Received | Refused]:
    """Receive the reports that a feed names.

    Args:
        source: The feed's address, or the feed.
        fetcher: What the feed and its pages are fetched with.
        address: Where the feed was found, where it is given as bytes.
        given: What the caller says of all its reports.

    Yields:
        For each entry its report, or why there is none.

    Raises:
        SourceError: If the feed cannot be fetched or is none.
    """
    if isinstance(source, str):
        fetched = fetcher.fetch(source)
        feed = entries_of(fetched.body, address=fetched.url_final, content_type=fetched.content_type)
        address = fetched.url_final
    else:
        feed = entries_of(source, address=address or "the feed")
    for entry in feed.entries:
        try:
            yield receive_entry(entry, fetcher, address=address or "the feed", given=given)
        except SourceError as error:
            yield Refused(address=entry.link or f"{address}!/{entry.id}", reason=str(error))


def receive_entry(entry: Entry, fetcher: Fetcher, *, address: str, given: Details | None = None) -> Received:
    """Receive the report that an entry of a feed names.

    Args:
        entry: The entry.
        fetcher: What its page is fetched with.
        address: Where the feed was found.
        given: What the caller says of it.

    Raises:
        SourceError: If its page cannot be had and the feed does not carry its text; says why the page cannot.
    """
    if entry.link is None:
        if _is_whole(entry.content):
            return _from_content(entry, address=f"{address}!/{entry.id}", given=given)
        raise SourceError(
            f"the entry {entry.id[:100]!r} of {address!r} has neither a link nor its whole text; expected one of them"
        )
    try:
        fetched = fetcher.fetch(entry.link)
        final = fetched.url_final
        return received_from_page(
            fetched.body,
            address=final,
            url=final,
            content_type=fetched.content_type,
            given=given,
            otherwise=entry.details,
        )
    except SourceError:
        if not _is_whole(entry.content):
            raise
        return _from_content(entry, address=entry.link, given=given)


def _is_whole(content: str | None) -> bool:
    return content is not None and len(_TAG.sub(" ", content).split()) >= _FEWEST_WORDS


def _from_content(entry: Entry, *, address: str, given: Details | None) -> Received:
    """Take the report from the feed's own text of it."""
    page = f"<html><body><article>{entry.content}</article></body></html>".encode("utf-8", "replace")
    received = received_from_page(page, address=address, given=given, otherwise=entry.details)
    # What the wrapping could be taken to say is the feed's word.
    basis = {detail: "feed" if giver == "page" else giver for detail, giver in received.basis.items()}
    return replace(received, basis=basis)

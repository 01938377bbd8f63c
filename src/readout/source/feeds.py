# SPDX-License-Identifier: Apache-2.0
"""Feeds (RSS, Atom, JSON Feed) to the reports that they name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from readout.source.details import Details
from readout.source.fetching import Fetcher
from readout.source.received import Received, Refused

__all__ = ["Entry", "Feed", "entries_of", "is_feed", "receive_feed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed.

    Attributes:
        id: What the feed calls it; its link where the feed does not say.
        link: The page that it names, absolute; None where it names none.
        details: Title, author, day and publisher as the feed gives them.
        content: Its whole text as HTML where the feed carries it.
    """

    id: str
    link: str | None
    details: Details
    content: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed as it was fetched.

    Attributes:
        title: What it is called.
        entries: In the order of the feed.
    """

    title: str | None
    entries: tuple[Entry, ...]


def is_feed(data: bytes) -> bool:
    """Tell whether bytes are a feed: RSS, Atom, RDF or JSON Feed."""
    raise NotImplementedError


def entries_of(data: bytes, *, address: str) -> Feed:
    """Read a feed.

    Args:
        data: The feed as it was received.
        address: Where it was found; links are resolved against it.

    Raises:
        SourceError: If it is no feed.
    """
    raise NotImplementedError


def receive_feed(source: str | bytes, fetcher: Fetcher, *, address: str | None = None) -> Iterator[Received | Refused]:
    """Receive the reports that a feed names.

    Args:
        source: The feed's address, or the feed.
        fetcher: What the feed and its pages are fetched with.
        address: Where the feed was found, where it is given as bytes.

    Yields:
        For each entry its report, or why there is none.

    Raises:
        SourceError: If the feed cannot be fetched or is none.
    """
    raise NotImplementedError

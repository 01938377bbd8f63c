# SPDX-License-Identifier: Apache-2.0
"""Watch feeds: visit each in its time, and hand what is new to whoever keeps it.

A visit asks only for what has changed (ETag, Last-Modified) and receives only entries that are new or changed since. A feed that
fails is left alone for longer each time, and harms no other. What a watch knows stands in a file (`watchstate`), so that it goes on
where it stopped.
"""

from __future__ import annotations

import logging
import random
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from readout.errors import SourceError
from readout.source.details import Details
from readout.source.feeds import Entry, Feed, entries_of, receive_entry
from readout.source.fetching import Fetched, Fetcher, TryLater
from readout.source.pacing import back_off
from readout.source.received import Received, Refused
from readout.source.watchlist import Watched
from readout.source.watchstate import Memory, WatchState, key_of

__all__ = ["Add", "Visit", "Watch"]

Add = Callable[[Iterable[Received | Refused]], Iterator[object]]
"""Keeps what it is handed, and says for each what became of it, in order, once that is safe on the disk."""

log = logging.getLogger(__name__)

# A feed's visits are shifted by up to a tenth of its time, so that many feeds of one site do not come at once.
_JITTER = 0.1
_LONGEST_BACK_OFF = 86_400.0
# An entry whose page cannot be had is tried at so many visits: pages are often there some minutes after the feed names them.
_TRIES = 3
# No sleep is longer, so that a clock that was set right is noticed.
_LONGEST_SLEEP = 60.0


@dataclass(slots=True, kw_only=True)
class Visit:
    """What came of a visit to a feed.

    Attributes:
        url: The feed.
        kind: "unchanged" since the last visit, "read", or "failed"; "left alone" where it failed lately and was not visited.
        outcomes: What `add` said of each new or changed entry.
        waiting: How many entries have pages that could not be had yet, and are tried again.
        reason: Why it failed.
        next: When it is visited next, in seconds since 1970.
    """

    url: str
    kind: Literal["unchanged", "read", "failed", "left alone"]
    outcomes: list[object] = field(default_factory=list)
    waiting: int = 0
    reason: str | None = None
    next: float = 0.0


class Watch:
    """Feeds, what is remembered of them, and who keeps what they name."""

    def __init__(
        self,
        feeds: Sequence[Watched],
        state: WatchState,
        fetcher: Fetcher,
        add: Add,
        *,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
        chance: random.Random | None = None,
    ) -> None:
        self._feeds = feeds
        self._state = state
        self._fetcher = fetcher
        self._add = add
        self._clock = clock
        self._sleep = sleep
        self._chance = chance or random.Random()

    def once(self) -> Iterator[Visit]:
        """Visit every feed now, but for those that failed and are to be left alone for a while: that is told of them."""
        for feed in self._feeds:
            memory = self._state.of(feed.url)
            if memory.failures and memory.next > self._clock():
                yield Visit(url=feed.url, kind="left alone", next=memory.next)
            else:
                yield self.visit(feed)

    def forever(self) -> Iterator[Visit]:
        """Visit the feeds as they fall due, without end."""
        while True:
            feed = min(self._feeds, key=lambda feed: self._state.of(feed.url).next)
            left = self._state.of(feed.url).next - self._clock()
            if left > 0:
                self._sleep(min(left, _LONGEST_SLEEP))
            else:
                yield self.visit(feed)

    def visit(self, feed: Watched) -> Visit:
        """Visit a feed and hand its new entries to `add`; whatever goes wrong with it is the visit's reason.

        What is remembered of it is on the disk when this returns, or when it is interrupted.
        """
        memory = self._state.of(feed.url)
        try:
            visit = self._visit(feed, memory)
            memory.failures = 0
            memory.next = self._clock() + feed.every * self._chance.uniform(1 - _JITTER, 1 + _JITTER)
        except SourceError as error:
            visit = Visit(url=feed.url, kind="failed", reason=str(error))
            wait = back_off(memory.failures, first=2 * feed.every, longest=_LONGEST_BACK_OFF, chance=self._chance)
            memory.next = self._clock() + max(wait, error.seconds if isinstance(error, TryLater) else 0.0)
            memory.failures += 1
        finally:
            self._state.save()
        visit.next = memory.next
        return visit

    def _visit(self, feed: Watched, memory: Memory) -> Visit:
        fetched = self._fetcher.fetch(feed.url, etag=memory.etag, modified=memory.modified)
        if fetched.status == 304:
            return Visit(url=feed.url, kind="unchanged")
        found = entries_of(fetched.body, address=fetched.url_final, content_type=fetched.content_type)
        outcomes = self._add_new(feed, found, fetched, memory)
        memory.forget({key_of(entry.id) for entry in found.entries})
        # Entries that are still to be tried would not be seen again if the server said that nothing has changed.
        all_settled = not memory.failed
        memory.etag = fetched.headers.get("etag") if all_settled else None
        memory.modified = fetched.headers.get("last-modified") if all_settled else None
        return Visit(url=feed.url, kind="read", outcomes=outcomes, waiting=len(memory.failed))

    def _add_new(self, feed: Watched, found: Feed, fetched: Fetched, memory: Memory) -> list[object]:
        """Hand new entries to `add`, and remember each as settled once it has said what became of it."""
        new = [entry for entry in found.entries if memory.seen.get(key_of(entry.id)) != key_of(entry.updated or "")]
        if not new:
            return []
        handed: deque[Entry] = deque()
        outcomes: list[object] = []
        for outcome in self._add(self._received(new, feed, fetched.url_final, memory, handed)):
            outcomes.append(outcome)
            if handed:
                _settle(handed.popleft(), memory)
        return outcomes

    def _received(
        self, entries: Sequence[Entry], feed: Watched, address: str, memory: Memory, handed: deque[Entry]
    ) -> Iterator[Received | Refused]:
        """Receive entries; those that may still come are neither handed over nor settled."""
        given = Details(basis="caller", publisher=feed.publisher)
        # The oldest first, and feeds begin with the newest: a correction comes after what it corrects.
        in_order = [*reversed(entries)]
        in_order.sort(key=_day_of)
        for entry in in_order:
            try:
                item: Received | Refused = receive_entry(entry, self._fetcher, address=address, given=given)
            except SourceError as error:
                key = key_of(entry.id)
                memory.failed[key] = memory.failed.get(key, 0) + 1
                log.info("%s: %s", entry.link or address, error)
                if memory.failed[key] < _TRIES:
                    continue
                item = Refused(address=entry.link or f"{address}!/{entry.id}", reason=str(error))
            handed.append(entry)
            yield item


def _settle(entry: Entry, memory: Memory) -> None:
    key = key_of(entry.id)
    # Behind the others: the oldest are forgotten first.
    memory.seen.pop(key, None)
    memory.seen[key] = key_of(entry.updated or "")
    memory.failed.pop(key, None)


def _day_of(entry: Entry) -> str:
    return entry.details.published or ""

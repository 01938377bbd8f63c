# SPDX-License-Identifier: Apache-2.0
"""Watch feeds and add what is new to an archive, one plain line for each visit."""

from __future__ import annotations

import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import typer

from readout.cli.outputs import complain

if TYPE_CHECKING:
    from readout.source.watching import Add, Visit

__all__ = ["line_of", "watch", "watch_into"]

_INTERRUPTED = 130


def watch_into(
    address: str,
    feeds: Path,
    *,
    once: bool,
    state: Path | None,
    gazetteer: Path | None,
    allow_private: bool,
    quiet: bool,
) -> int:
    """Watch feeds and add what they name to an archive, which is made if it is not there; see `watch`."""
    from functools import partial

    from readout.cli.opening import open_archive
    from readout.source.watchlist import read_watchlist

    read_watchlist(feeds)  # a fault in it is told before an archive is made
    with open_archive(address, create=True) as archive:
        from readout.collecting import add_reports

        add = partial(add_reports, archive, gazetteer=gazetteer)
        return watch(
            feeds, archive=archive.name, add=add, once=once, state=state, allow_private=allow_private, quiet=quiet
        )


def watch(
    feeds: Path,
    *,
    archive: str,
    add: Add,
    once: bool = False,
    state: Path | None = None,
    allow_private: bool = False,
    quiet: bool = False,
    pause: Callable[[float], None] = time.sleep,
) -> int:
    """Watch the feeds that a file names, and return the exit code.

    Args:
        feeds: The file, in TOML.
        archive: What the reports are added to, as its address; another archive begins anew.
        add: Adds them.
        once: Visit each feed once and stop.
        state: What the watch remembers; beside the file if None.
        allow_private: Whether addresses of one's own network are fetched too.
        quiet: Say only what failed.
        pause: What waits between two visits.

    Returns:
        With `once`, 1 if a feed failed, else 0; without, that of an interruption, which is how it ends.

    Raises:
        ConfigError: If the file is not as it must be.
    """
    from readout.source.fetching import Fetcher, Limits
    from readout.source.watching import Watch
    from readout.source.watchlist import read_watchlist
    from readout.source.watchstate import WatchState

    watched = read_watchlist(feeds)
    remembered = WatchState(state or feeds.with_suffix(".watch.json"), archive=archive)
    has_failed = False
    with _stopped_by_signals(), Fetcher(Limits(allow_private=allow_private)) as fetcher:
        watching = Watch(watched, remembered, fetcher, add, sleep=pause)
        try:
            for visit in watching.once() if once else watching.forever():
                has_failed = has_failed or visit.kind == "failed"
                _tell(visit, quiet=quiet)
        except KeyboardInterrupt:
            complain("stopped; what was added is kept: run the same command again to go on")
            return _INTERRUPTED
    return int(has_failed)


@contextmanager
def _stopped_by_signals() -> Iterator[None]:
    """Let a service manager's request to stop (SIGTERM) end the watch as Ctrl-C does."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    previous = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, previous)


def _tell(visit: Visit, *, quiet: bool) -> None:
    for outcome in visit.outcomes:
        if reason := getattr(outcome, "reason", None):
            complain(str(reason))
    if visit.kind == "failed":
        complain(line_of(visit))
    elif not quiet:
        typer.echo(line_of(visit))


def line_of(visit: Visit) -> str:
    """Return the line that tells of a visit: the feed, what came of it, and when it is visited next."""
    again = time.strftime("%Y-%m-%d %H:%M", time.localtime(visit.next))
    if visit.kind == "failed":
        return f"{visit.url}: {visit.reason}; next visit {again}"
    if visit.kind == "left alone":
        return f"{visit.url}: failed lately and is left alone; next visit {again}"
    counts = Counter(str(getattr(outcome, "kind", "handed over")) for outcome in visit.outcomes)
    told = [f"{number} {kind}" for kind, number in sorted(counts.items())] or ["nothing new"]
    if visit.waiting:
        told.append(f"{visit.waiting} could not be had yet")
    return f"{visit.url}: {', '.join(told)}; next visit {again}"

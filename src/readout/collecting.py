# SPDX-License-Identifier: Apache-2.0
"""From whatever comes in to an archive: what is known is not read again, what is read is committed in the order it came.

Nothing is said to be kept before it is on the disk. What is read and not yet committed when the process ends is read again by the
next run; there is nothing else to resume.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TypeAlias, TypeVar

from readout.archive.archive import Archive
from readout.archive.kept import Addition, KeptReport, Maker, Outcome, hash_of
from readout.errors import ReadoutError
from readout.model import Model
from readout.pipeline import Failure, Readers
from readout.record import Record
from readout.report import Report
from readout.resources.digest import tables_digest
from readout.source.received import Received, Refused
from readout.version import __version__

__all__ = ["add_reports", "maker_of", "reread"]

# A commit waits for the disk, some milliseconds; one for so many reports, or for those of one second, is lost among the reading.
_BATCH = 16
_SECONDS = 1.0

_Read: TypeAlias = "Record | str"
_T = TypeVar("_T")
_Step: TypeAlias = "tuple[Received | Refused, _Read | None]"


def maker_of(model: Model | None = None, gazetteer: Path | None = None) -> Maker:
    """Return what reads with this model and gazetteer; the packaged ones if None."""
    name = Model.packaged_name() if model is None else model.name
    return Maker(readout=__version__, model=name, tables=tables_digest(gazetteer))


def add_reports(
    archive: Archive,
    items: Iterable[Received | Refused],
    *,
    workers: int = 1,
    model: Model | None = None,
    gazetteer: Path | None = None,
) -> Iterator[Outcome]:
    """Read reports and keep them, those that the archive does not have.

    Args:
        archive: Where to keep them.
        items: Any number, taken as they are needed; memory stays flat.
        workers: Processes that read. With one, everything happens in this process.
        model: What to read with; the packaged one if None. Other processes always open the packaged one.
        gazetteer: Where to look places up; the packaged one if None.

    Yields:
        What came of each item, in order. What is said to be kept is on the disk.

    Raises:
        ArchiveError: If the archive cannot be written; a server that is away is waited for first.
    """
    maker = maker_of(model, gazetteer)
    with Readers(workers, model=model, gazetteer=gazetteer) as readers:
        under_way: set[str] = set()
        for batch in _batches(_steps(archive, items, readers, under_way)):
            outcomes = _kept(archive, batch, maker)
            under_way.difference_update(_hash_of(item) for item, _ in batch)
            yield from outcomes


def _steps(
    archive: Archive, items: Iterable[Received | Refused], readers: Readers, under_way: set[str]
) -> Iterator[_Step]:
    """Give each item with its reading, in order; so many are being read at once as the readers want.

    The hashes of texts that are being read are noted in `under_way`, from which they go when they are committed.
    """
    waiting: deque[tuple[Received | Refused, Callable[[], _Read] | None]] = deque()
    reading = 0

    def first() -> _Step:
        nonlocal reading
        item, wait = waiting.popleft()
        reading -= wait is not None
        return item, None if wait is None else wait()

    for item in items:
        new = isinstance(item, Received) and _hash_of(item) not in under_way and not archive.knows(item.report.text)
        if new and isinstance(item, Received):
            under_way.add(_hash_of(item))
            reading += 1
            waiting.append((item, _begun(item.report, item.address, readers)))
        else:
            waiting.append((item, None))
        while waiting and (waiting[0][1] is None or reading >= readers.ahead):
            yield first()
    while waiting:
        yield first()


def _hash_of(item: Received | Refused) -> str:
    return hash_of(item.report.text) if isinstance(item, Received) else ""


def _begun(report: Report, address: str, readers: Readers) -> Callable[[], _Read]:
    wait = readers.begin(report)

    def read() -> _Read:
        try:
            result = wait()
        except BrokenProcessPool as error:
            raise ReadoutError(
                f"a process that reads was ended from outside near '{address}', most likely for want of memory; what was "
                "acknowledged is kept: run the same command again, with fewer --threads"
            ) from error
        return result.error if isinstance(result, Failure) else result

    return read


def _batches(steps: Iterable[_T]) -> Iterator[list[_T]]:
    """Gather steps for one commit: so many, or those of a second."""
    batch: list[_T] = []
    begun = time.monotonic()
    for step in steps:
        if not batch:
            begun = time.monotonic()
        batch.append(step)
        if len(batch) >= _BATCH or time.monotonic() - begun >= _SECONDS:
            yield batch
            batch = []
    if batch:
        yield batch


def _kept(archive: Archive, batch: list[_Step], maker: Maker) -> list[Outcome]:
    """Commit a batch, and say what came of it."""
    additions = [
        Addition(received=item, reading=read, maker=maker) for item, read in batch if isinstance(item, Received)
    ]
    outcomes = iter(archive.add_all(additions) if additions else ())
    return [
        next(outcomes)
        if isinstance(item, Received)
        else Outcome(kind="refused", address=item.address, reason=item.reason)
        for item, _ in batch
    ]


def reread(
    archive: Archive, *, workers: int = 1, model: Model | None = None, gazetteer: Path | None = None
) -> Iterator[Outcome]:
    """Read again what another maker has read, the newest reports first.

    Corrections stay as they are. A reading that fails is kept with its reason and replaces none. When it is stopped, the next
    run goes on where it was.

    Args:
        archive: Whose reports to read.
        workers: As of `add_reports`.
        model: As of `add_reports`.
        gazetteer: As of `add_reports`.

    Yields:
        For each report, after its reading was committed, "reread", or "unread" with the reason.
    """
    maker = maker_of(model, gazetteer)
    with Readers(workers, model=model, gazetteer=gazetteer) as readers:
        for batch in _batches(_again(archive.outdated(maker), readers)):
            archive.add_readings([(kept.number, read) for kept, read in batch], maker=maker)
            yield from (_reread_outcome(kept, read) for kept, read in batch)


def _again(reports: Iterable[KeptReport], readers: Readers) -> Iterator[tuple[KeptReport, _Read]]:
    waiting: deque[tuple[KeptReport, Callable[[], _Read]]] = deque()
    for kept in reports:
        waiting.append((kept, _begun(kept.as_report(), kept.appearances[0].address, readers)))
        if len(waiting) >= readers.ahead:
            done, wait = waiting.popleft()
            yield done, wait()
    yield from ((done, wait()) for done, wait in waiting)


def _reread_outcome(kept: KeptReport, read: _Read) -> Outcome:
    failed = isinstance(read, str)
    return Outcome(
        kind="unread" if failed else "reread",
        address=kept.appearances[0].address,
        report=kept.id,
        number=kept.number,
        reason=read if isinstance(read, str) else None,
        notes=tuple(note.reason for note in read.notes) if isinstance(read, Record) else (),
    )

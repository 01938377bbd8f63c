# SPDX-License-Identifier: Apache-2.0
"""The hall: one report, and a stream of them, walked from room to room."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Self

from readout.errors import ReadoutError
from readout.model import Model
from readout.reading.attributions.attribution import Attributions
from readout.reading.contacts.contacts import Contacts
from readout.reading.coreference.entities import Entities
from readout.reading.coreference.mentions import Mentions
from readout.reading.encoding import Encodings
from readout.reading.events.actors import Actors
from readout.reading.events.events import Events
from readout.reading.figures.figures import Figures
from readout.reading.page.labels import Labels
from readout.reading.page.parts import Parts
from readout.reading.places.places import Places
from readout.reading.reading import Layer, Reading, check_order
from readout.reading.statements.first_persons import FirstPersons
from readout.reading.statements.statements import Statements
from readout.reading.times.chronology import Times
from readout.reading.trees.syntax import SyntaxTrees
from readout.record import Record
from readout.record.clerk import record_of, unread_record
from readout.report import Report
from readout.resources.gazetteer import Gazetteer, open_gazetteer
from readout.source import report_from_text

__all__ = ["Failure", "Readers", "layers_for", "read", "read_many", "read_report", "read_reports", "reading_of"]

log = logging.getLogger(__name__)

AHEAD = 4  # reports under way for each worker: enough to keep it busy, few enough to keep memory flat


@dataclass(frozen=True, slots=True)
class Failure:
    """A report that could not be read, and why; the others are not touched by it."""

    report: Report
    error: str


def layers_for(model: Model, *, gazetteer: Gazetteer | None = None) -> tuple[Layer, ...]:
    """Return the layers for English news, in order; they look places up in `gazetteer`, the packaged one if None."""
    layers: tuple[Layer, ...] = (
        Parts(), Labels(), Encodings(model), SyntaxTrees(), Attributions(), Mentions(), Entities(), Statements(), FirstPersons(),
        Times(), Places(gazetteer), Figures(), Events(model), Actors(), Contacts(),
    )  # fmt: skip
    check_order(layers)
    return layers


@cache
def _packaged_model() -> Model:
    return Model.open()


def read_report(report: Report, *, model: Model, gazetteer: Gazetteer | None = None) -> Record:
    """Read one report.

    Args:
        report: What to read.
        model: What to read it with.
        gazetteer: Where to look places up; the packaged one if None.

    Returns:
        The record; one with a note and no findings if the report is in a language other than English.
    """
    if report.language not in {"en", None}:
        found = "not in English" if report.language == "und" else f"in the language '{report.language}'"
        return unread_record(
            report,
            model=model.name,
            reason=f"the report is {found}; Readout reads English, so nothing was read from it",
        )
    return record_of(reading_of(report, model=model, gazetteer=gazetteer), model=model.name)


def reading_of(report: Report, *, model: Model, gazetteer: Gazetteer | None = None) -> Reading:
    """Read one report and keep what each layer found; `read_report` makes a record of it."""
    reading = Reading(report)
    for layer in layers_for(model, gazetteer=gazetteer):
        reading = layer(reading)
    return reading


def read_reports(
    reports: Iterable[Report], *, workers: int = 1, model: Model | None = None, gazetteer: Path | None = None
) -> Iterator[Record | Failure]:
    """Read a stream of reports; results come in the order of the reports.

    Args:
        reports: Any number; taken as they are needed.
        workers: Processes. With one, everything happens in this process.
        model: What to read with; the packaged one if None. Other processes always open the packaged one.
        gazetteer: A file that `readout places build` made; the packaged one if None. Every process opens it for itself.

    Yields:
        For each report its record, or a `Failure` that names what went wrong with it.

    Raises:
        ConfigError: If there is no such gazetteer.
    """
    with Readers(workers, model=model, gazetteer=gazetteer) as readers:
        feed = iter(reports)
        waiting = deque(map(readers.begin, islice(feed, readers.ahead)))
        while waiting:
            yield waiting.popleft()()
            waiting.extend(map(readers.begin, islice(feed, 1)))


class Readers:
    """Processes that read reports; with one worker it is this process, when the result is asked for."""

    def __init__(self, workers: int = 1, *, model: Model | None = None, gazetteer: Path | None = None) -> None:
        """Start as many processes as `workers` says, with the options of `read_reports`."""
        self._places = open_gazetteer(gazetteer)
        self._path = gazetteer
        self._model = model
        self.ahead = workers * AHEAD if workers > 1 else 1
        # "spawn": a forked child would inherit the locks of the caller's threads.
        self._pool = (
            ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=_begin_work)
            if workers > 1
            else None
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def begin(self, report: Report) -> Callable[[], Record | Failure]:
        """Begin to read a report, and return what waits for the result."""
        if self._pool:
            return self._pool.submit(_read_here, report, self._path).result
        return lambda: _read_or_fail(report, self._model or _packaged_model(), self._places)


def _begin_work() -> None:
    """Leave an interrupt to the process that waits for the results, and what goes wrong to the `Failure` that names it."""
    gc.disable()  # until a report has been read: of what is opened nothing is garbage
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    logging.getLogger("readout").addHandler(logging.NullHandler())


def _end_with_parent() -> None:
    """End this process when the one that waits for it is gone: killed, it cannot say so, and this one would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read_here(report: Report, gazetteer: Path | None) -> Record | Failure:
    found = _read_or_fail(report, _model_of_worker(), open_gazetteer(gazetteer))
    gc.collect(0)  # of what the reading has left behind, and of nothing older
    return found


@cache
def _model_of_worker() -> Model:
    """Open the model in a process that does nothing but read.

    Model and tables stay as long as the process does, and a reading makes many objects and hardly a cycle: looking through
    them for garbage while it goes on took 7 % of the time of all layers but the encoder.
    """
    model = _packaged_model()
    gc.freeze()
    return model


def _read_or_fail(report: Report, model: Model, gazetteer: Gazetteer) -> Record | Failure:
    """Isolate reports from each other: the one place that catches everything, and it says what it caught."""
    try:
        return read_report(report, model=model, gazetteer=gazetteer)
    except ReadoutError as error:
        return Failure(report, str(error))
    except Exception as error:
        log.exception("report %s could not be read", report.id)
        return Failure(report, f"{type(error).__name__}: {error}. This is a fault of Readout's: please report it.")


def read(
    text: str,
    *,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    title: str | None = None,
    model: Model | None = None,
    gazetteer: Path | str | None = None,
) -> Record:
    """Read one news report from its text.

    Args:
        text: The report, as it was given; no character is changed.
        published: The day of publication, ISO 8601.
        publisher: Who published it.
        url: Its address.
        title: Its title, if it does not stand in the text.
        model: What to read with; the packaged one if None.
        gazetteer: A file that `readout places build` made; the packaged one if None.

    Returns:
        The record of what the report states.

    Raises:
        SourceError: If the text is empty, too large, or no report.
        ConfigError: If `published` is no date, or there is no such gazetteer.
    """
    report = report_from_text(text, published=published, publisher=publisher, url=url, title=title)
    places = open_gazetteer(Path(gazetteer) if gazetteer is not None else None)
    return read_report(report, model=model or _packaged_model(), gazetteer=places)


def read_many(
    texts: Iterable[str | Report], *, workers: int | None = None, gazetteer: Path | str | None = None
) -> Iterator[Record | Failure]:
    """Read many reports, in order, in several processes.

    Args:
        texts: Reports, or their texts.
        workers: Processes; as many as there are cores if None. On systems that start processes anew, call it under
            `if __name__ == "__main__":`.
        gazetteer: A file that `readout places build` made; the packaged one if None.

    Yields:
        For each report its record, or a `Failure` that names what went wrong with it. A text that is no report
        (empty, too large) raises nothing either: it is a `Failure`.
    """
    count = workers or os.cpu_count() or 1
    failed: dict[int, Failure] = {}

    def reports() -> Iterator[Report]:
        for index, text in enumerate(texts):
            try:
                yield text if isinstance(text, Report) else report_from_text(text)
            except ReadoutError as error:
                failed[index] = Failure(Report(text if isinstance(text, str) else text.text), str(error))

    at = 0
    path = Path(gazetteer) if gazetteer is not None else None
    for result in read_reports(reports(), workers=count, gazetteer=path):
        while at in failed:
            yield failed.pop(at)
            at += 1
        yield result
        at += 1
    yield from (failed[index] for index in sorted(failed))

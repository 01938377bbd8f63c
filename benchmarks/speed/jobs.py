# SPDX-License-Identifier: Apache-2.0
"""The jobs that run in child processes: `python -m benchmarks.speed.jobs NAME OPTIONS`.

Each prints one line of JSON. A job is held to as many cores as it is asked for before numpy or onnxruntime are loaded,
since both count the cores when they start.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

__all__ = ["JOBS"]

Found = dict[str, Any]


def _texts(path: str) -> list[str]:
    found: list[str] = json.loads(Path(path).read_text(encoding="utf-8"))
    return found


def _usage() -> tuple[int, int]:
    """Return the peak of this process and the highest of its ended children, in bytes."""
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    own, child = (resource.getrusage(kind).ru_maxrss * unit for kind in kinds)
    return own, child


def one(*, texts: str) -> Found:
    """Read each report once, warm, and time each."""
    import readout

    times = []
    for text in [_texts(texts)[0], *_texts(texts)]:
        start = time.perf_counter()
        readout.read(text).to_json()
        times.append(time.perf_counter() - start)
    return {"cold": times[0], "warm": times[1:]}


def stream(*, texts: str, workers: int) -> Found:
    """Read a stream of reports to JSON, model opened within the time."""
    import readout
    from readout.text import words_of

    reports = _texts(texts)
    start = time.perf_counter()
    results = [len(record.to_json()) for record in readout.read_many(reports, workers=workers)]  # type: ignore[union-attr]
    seconds = time.perf_counter() - start
    own, child = _usage()
    words = sum(len(words_of(text)) for text in reports)
    return {
        "seconds": seconds,
        "reports": len(results),
        "words": words,
        "peak_all": own + (workers * child if workers > 1 else 0),
    }


def layers(*, texts: str) -> Found:
    """Time each layer over all reports, in one process."""
    from readout.model import Model
    from readout.pipeline import layers_for
    from readout.reading.reading import Reading
    from readout.record.clerk import record_of
    from readout.source import report_from_text

    model = Model.open()
    belt = layers_for(model)
    reports = _texts(texts)
    spent = dict.fromkeys(["source", *(layer.name for layer in belt), "record", "JSON"], 0.0)

    @contextmanager
    def timed(name: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        spent[name] += time.perf_counter() - start

    for text in [reports[0], *reports]:
        with timed("source"):
            reading = Reading(report_from_text(text))
        for layer in belt:
            with timed(layer.name):
                reading = layer(reading)
        with timed("record"):
            record = record_of(reading, model=model.name)
        with timed("JSON"):
            record.to_json()
    return {"seconds": spent, "reports": len(reports) + 1}


def encoder(*, threads: int) -> Found:
    """Time the encoder alone."""
    from benchmarks.speed.encoder import encoder_speed

    return {"pieces": encoder_speed(threads=threads)}


def peak(*, threads: int) -> Found:
    """Time 8-bit matrix products at the encoder's shapes."""
    from benchmarks.speed.encoder import product_peak

    return dict(product_peak(threads=threads))


def length(*, characters: int) -> Found:
    """Read one long report."""
    import readout
    from benchmarks.speed.inputs import text_of_length

    readout.read(text_of_length(2_000))  # opens the model
    text = text_of_length(characters)
    start = time.perf_counter()
    record = readout.read(text)
    return {"seconds": time.perf_counter() - start, "statements": len(record.statements)}


def rival(*, name: str, texts: str) -> Found:
    """Time another package over the same reports."""
    from benchmarks.speed.rivals import RIVALS

    reports = _texts(texts)
    start = time.perf_counter()
    try:
        read = RIVALS[name].make()
    except ImportError as error:
        return {"missing": str(error)}
    read(reports[0])
    made = time.perf_counter() - start
    start = time.perf_counter()
    found = sum(read(text) for text in reports)
    return {"seconds": time.perf_counter() - start, "start": made, "reports": len(reports), "found": found}


def warc(*, texts: str, pages: int) -> Found:
    """Read a web archive of so many pages: what is spent beside the extraction of pages and the reading of reports."""
    import tempfile

    from benchmarks.speed.crawl import write_crawl
    from benchmarks.speed.inputs import repeated
    from readout.model import Model
    from readout.pipeline import read_report
    from readout.source.received import Received

    try:
        import fastwarc  # noqa: F401
        import trafilatura  # noqa: F401
    except ImportError as error:
        return {"missing": str(error)}
    model = Model.open()
    spent = {"extraction": 0.0, "reading": 0.0}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crawl.warc.gz"
        size = write_crawl(path, repeated(_texts(texts), pages))
        # Once before: libraries are loaded and the model is warm.
        for piece in _crawled(path, {"extraction": 0.0}, most=1):
            read_report(piece.report, model=model)
        count, begun = 0, time.perf_counter()
        for piece in _crawled(path, spent):
            if not isinstance(piece, Received):
                raise RuntimeError(piece.reason)
            start = time.perf_counter()
            read_report(piece.report, model=model)
            spent["reading"] += time.perf_counter() - start
            count += 1
        seconds = time.perf_counter() - begun
    return {"seconds": seconds, "pages": count, "size": size, **spent}


def archive(*, texts: str, number: int) -> Found:
    """Add reports to a new archive: what is spent beside reading them, and the bytes that each takes."""
    import tempfile
    from dataclasses import replace

    from readout import pipeline
    from readout.archive.archive import Archive
    from readout.archive.checking import check
    from readout.collecting import add_reports
    from readout.model import Model
    from readout.source import report_from_text
    from readout.source.received import Received

    model = Model.open()
    reports = [report_from_text(text, published="2022-05-13") for text in _texts(texts)[:number]]
    items = [Received(report=replace(each, title=None), address=f"{at}.txt") for at, each in enumerate(reports)]
    spent = {"reading": 0.0, "reading, processor": 0.0}
    read_report = pipeline.read_report

    def timed(*arguments: Any, **options: Any) -> Any:
        start, processor = time.perf_counter(), time.process_time()
        try:
            return read_report(*arguments, **options)
        finally:
            spent["reading"] += time.perf_counter() - start
            spent["reading, processor"] += time.process_time() - processor

    read_report(reports[0], model=model)
    pipeline.read_report = timed  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.sqlite"
        start, processor = time.perf_counter(), time.process_time()
        with Archive.open(path) as opened:
            count = sum(outcome.kind != "known" for outcome in add_reports(opened, items, model=model))
        seconds, processed = time.perf_counter() - start, time.process_time() - processor
        size = path.stat().st_size
        with Archive.open(path) as opened:
            faults = len(list(check(opened.engine)))
    words = sum(len(each.text.split()) for each in reports)
    return {
        "seconds": seconds, "processor": processed, "reports": count, "words": words, "size": size, "faults": faults, **spent,
    }  # fmt: skip


def _crawled(path: Path, spent: dict[str, float], *, most: int | None = None) -> Iterator[Any]:
    """Receive the pages of an archive, and time their extraction."""
    from unittest.mock import patch

    from readout.source import pages, ways

    def timed(data: bytes, **options: Any) -> Any:
        start = time.perf_counter()
        try:
            return pages.received_from_page(data, **options)
        finally:
            spent["extraction"] += time.perf_counter() - start

    with patch("readout.source.warc.received_from_page", timed):
        yield from islice(ways.receive([str(path)]), most)


JOBS: dict[str, Callable[..., Found]] = {
    each.__name__: each for each in (one, stream, layers, encoder, peak, length, rival, warc, archive)
}


def main() -> None:
    """Run the job that the arguments name; "cores" among its options holds the process to cores."""
    name, options = sys.argv[1], json.loads(sys.argv[2])
    cores = options.pop("cores", None)
    if cores and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, set(cores) & os.sched_getaffinity(0) or os.sched_getaffinity(0))
    print(json.dumps(JOBS[name](**options)))


if __name__ == "__main__":
    main()

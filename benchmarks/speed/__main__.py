# SPDX-License-Identifier: Apache-2.0
"""Measure how fast Readout reads.

python -m benchmarks.speed [--corpora DIR] [--reports N] [--runs N] [--only NAME…] [--json FILE]
python -m benchmarks.speed --only queries [--statements N] [--database sqlite|postgresql] [--archive ADDRESS]
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.speed.children import job, jobs_at_once, median_run
from benchmarks.speed.inputs import EXAMPLES, machine, repeated, report_texts
from benchmarks.speed.rivals import LEFT_OUT, RIVALS

FACTS = ("times", "figures", "places")  # the layers that are to take no more than 15 % of a report's time together
LENGTHS = (10_000, 30_000, 100_000, 300_000, 1_000_000, 2_000_000)  # a report has no more

Found = dict[str, Any]


class Bench:
    """One run of the benchmark: its inputs, and what was found so far."""

    def __init__(
        self,
        folder: Path,
        texts: list[str],
        *,
        reports: int,
        runs: int,
        exported: int,
        asked: Mapping[str, Any] | None = None,
    ) -> None:
        """Lay out the inputs for the child processes; `asked` are the options of `queries`."""
        self.folder = folder
        self.exported = exported
        self.asked = asked or {}
        self.runs = runs
        self.pages = reports
        self.different = _write(folder / "different.json", texts)
        self.stream = _write(folder / "stream.json", repeated(texts, reports))
        self.cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
        self.found: Found = {
            "machine": machine(),
            "texts": len(texts),
            "characters": sum(map(len, texts)),
            "reports": reports,
        }

    def measure(self, names: Sequence[str]) -> None:
        """Measure and print."""
        for key, value in self.found["machine"].items():
            print(f"{key:12} {value}")
        print(f"{'reports':12} {self.found['texts']} different, {self.found['characters']:,} characters")
        for name in names:
            print(f"\n{name}", flush=True)
            self.found[name] = MEASURES[name](self)

    def start(self) -> Found:
        """Measure what a user waits for before anything is read."""
        # Each into its own process; the import's time is that of python itself too, so python's is shown beside it.
        commands = {
            "python alone": ["-c", "pass"],
            "import readout": ["-c", "import readout"],
            "readout read EXAMPLE --json": ["-m", "readout", "read", str(EXAMPLES[0]), "--json"],
        }
        found = {}
        for label, command in commands.items():
            ended = median_run(command, runs=max(3, self.runs))
            found[label] = {"seconds": ended.seconds, "peak": ended.peak}
            _row(label, f"{ended.seconds:.2f} s", f"{_mb(ended.peak)} MB")
        one = job("one", texts=self.different, cores=self.cores[:1])
        found["one report, warm"] = {"seconds": median(one["warm"]), "peak": one["peak"]}
        _row("one report, warm (median)", f"{1000 * median(one['warm']):.0f} ms", f"{_mb(one['peak'])} MB")
        return found

    def streams(self) -> Found:
        """Measure a stream of reports on one core and on two."""
        found = {}
        for workers in (1, 2):
            if workers > max(1, len(self.cores) or 2):
                _row("two cores", "not here: this machine lends one")
                continue
            options = {"texts": self.stream, "workers": workers, "cores": self.cores[:workers]}
            ended = [job("stream", **options) for _ in range(self.runs)]
            middle = sorted(ended, key=lambda each: each["seconds"])[len(ended) // 2]
            rates = {unit: middle[unit] / middle["seconds"] for unit in ("reports", "words")}
            found[f"{workers}"] = {**middle, "reports_per_second": rates["reports"], "words_per_second": rates["words"]}
            _row(
                "one core" if workers == 1 else "two cores",
                f"{rates['reports']:.1f} reports/s",
                f"{rates['words']:,.0f} words/s",
                f"{_mb(middle['peak_all'])} MB in all processes",
            )
        return found

    def layers(self) -> Found:
        """Measure each layer's share of the time."""
        ended = job("layers", texts=self.different, cores=self.cores[:1])
        total = sum(ended["seconds"].values())
        for name, seconds in ended["seconds"].items():
            _row(name, f"{1000 * seconds / ended['reports']:.1f} ms/report", f"{100 * seconds / total:.1f} %")
        _row("together", f"{1000 * total / ended['reports']:.1f} ms/report")
        facts = sum(ended["seconds"][name] for name in FACTS)
        ended["facts_share"] = facts / total
        _row(", ".join(FACTS), f"{1000 * facts / ended['reports']:.1f} ms/report", f"{100 * facts / total:.1f} %")
        return ended

    def encoder(self) -> Found:
        """Measure the encoder alone, beside the 8-bit peak of the same machine in the same run."""
        ways: dict[str, list[tuple[str, Found]]] = {
            "one thread": [("encoder", {"threads": 1, "cores": self.cores[:1]})],
            "two threads": [("encoder", {"threads": 2, "cores": self.cores[:2]})],
            "two processes": [("encoder", {"threads": 1, "cores": self.cores[i : i + 1]}) for i in (0, 1)],
        }
        peaks: dict[int, Found] = {}
        if find_spec("onnx"):
            peaks = {threads: job("peak", threads=threads, cores=self.cores[:threads]) for threads in (1, 2)}
        else:
            _row("8-bit peak", "not measured: install the extra 'bench' (it has onnx)")
        for threads, peak in peaks.items():
            _row(f"8-bit peak, {threads} threads", f"{peak['operations'] / 1e9:.0f} G operations/s")
        found: Found = {"peak": {str(threads): peak for threads, peak in peaks.items()}}
        for label, jobs in ways.items():
            pieces = sum(each["pieces"] for each in jobs_at_once(jobs))
            top = peaks.get(1 if label == "one thread" else 2)
            share = pieces * top["per_piece"] / top["operations"] if top else None
            found[label] = {"pieces_per_second": pieces, "share_of_peak": share}
            _row(f"encoder, {label}", f"{pieces:,.0f} word pieces/s", f"{100 * share:.0f} % of peak" if share else "")
        return found

    def rivals(self) -> Found:
        """Measure what a user could take instead, on the same reports, on one core."""
        ours = job("stream", texts=self.different, workers=1, cores=self.cores[:1])
        rate = ours["reports"] / ours["seconds"]
        found: Found = {"readout": {"reports_per_second": rate}}
        _row("readout", f"{rate:.1f} reports/s", "1.0 x", "everything in a record")
        for name, rival in RIVALS.items():
            ended = job("rival", name=name, texts=self.different, cores=self.cores[:1])
            if "missing" in ended:
                _row(name, "not measured", f"pip install {rival.package}")
                continue
            theirs = ended["reports"] / ended["seconds"]
            found[name] = {**ended, "reports_per_second": theirs, "times_readout": theirs / rate}
            _row(name, f"{theirs:.1f} reports/s", f"{theirs / rate:.1f} x", f"{ended['found']:,} found: {rival.gives}")
        for name, reason in LEFT_OUT.items():
            _row(name, "left out", reason)
        return found

    def lengths(self) -> Found:
        """Measure the time for one text of growing length."""
        found = {}
        for characters in LENGTHS:
            ended = job("length", characters=characters, cores=self.cores[:1])
            found[str(characters)] = ended
            _row(
                f"{characters:,} characters",
                f"{ended['seconds']:.2f} s",
                f"{1e6 * ended['seconds'] / characters:.1f} s per million",
                f"{_mb(ended['peak'])} MB",
            )
        return found

    def queries(self) -> Found:
        """Measure the first page of filtered queries over an archive of many statements."""
        from benchmarks.speed.archive_queries import time_queries

        found = time_queries(self.folder, **self.asked)
        if found["made"]:
            made = found["made"]
            _row(
                "made",
                f"{made['statements']:,.0f} statements",
                f"{made['reports']:,.0f} reports",
                f"{made['seconds']:,.0f} s",
            )
            _row("rows of a report, on the CPU", f"{made['index_ms']:.1f} ms")
        for name, label in _QUERY_ROWS.items():
            _row(label, *(f"{which} {found[name][which]:,.1f} ms" for which in ("p50", "p95", "max")))
        for one in found["slowest"]:
            _row(f"{one['ms']:,.1f} ms, {one['count']} found", one["label"])
        return found

    def warc(self) -> Found:
        """Measure what a web archive costs beside the extraction of its pages and their reading."""
        ended = job("warc", texts=self.different, pages=self.pages, cores=self.cores[:1])
        if "missing" in ended:
            _row("web archive", "not measured", "pip install 'readout-news[archive]'")
            return ended
        beside = ended["seconds"] - ended["extraction"] - ended["reading"]
        ended["share"] = beside / ended["seconds"]
        for label, seconds in (
            ("extraction", ended["extraction"]),
            ("reading", ended["reading"]),
            ("all else", beside),
        ):
            share = seconds / ended["seconds"]
            _row(label, f"{1000 * seconds / ended['pages']:.2f} ms/page", f"{100 * share:.2f} %")
        _row("together", f"{ended['pages'] / ended['seconds']:.1f} pages/s", f"{_mb(ended['size'])} MB of archive")
        return ended

    def keeping(self) -> Found:
        """Measure what it costs to keep reports beside reading them, in time and on the disk."""
        if not find_spec("sqlalchemy"):
            _row("archive", "not measured", "pip install 'readout-news[archive]'")
            return {"missing": "sqlalchemy"}
        ended = job("archive", texts=self.different, number=1_000, cores=self.cores[:1])
        reading, beside = ended["reading"], ended["seconds"] - ended["reading"]
        processor = ended["processor"] - ended["reading, processor"]
        ended["share"] = processor / ended["reading, processor"]
        ended["bytes_of_750_words"] = ended["size"] / ended["words"] * 750
        _row("reading", f"{1000 * reading / ended['reports']:.1f} ms/report")
        _row(
            "keeping", f"{1000 * beside / ended['reports']:.1f} ms/report", f"{100 * beside / reading:.1f} % more time"
        )
        _row(
            "keeping, processor alone",
            f"{1000 * processor / ended['reports']:.1f} ms/report",
            f"{100 * ended['share']:.1f} % more",
        )
        _row("on the disk", f"{ended['bytes_of_750_words']:,.0f} bytes", "for 750 words, everything")
        _row("faults of the archive", f"{ended['faults']}", f"{ended['reports']} reports")
        return ended

    def export(self) -> Found:
        """Measure how fast records go out in each format, and whether memory stays flat while they do."""
        made = job("records", texts=self.different, to=str(self.folder / "records.json"))
        found: Found = {}
        for form in made["formats"]:
            ended = job("export", form=form, records=made["to"], number=self.exported, cores=self.cores[:1])
            found[form] = ended
            begun, full = ended["memory"]
            _row(
                form,
                f"{ended['rows'] / ended['seconds']:,.0f} rows/s",
                f"{ended['records'] / ended['seconds']:,.0f} reports/s",
                f"{_mb(ended['bytes'])} MB written",
                f"{_mb(begun)} MB, then {_mb(full)} MB",
            )
        _row("rows", f"{ended['rows']:,} of {ended['records']:,} reports")
        return found


_QUERY_ROWS = {
    "ms": "first page, best of three",
    "median_ms": "first page, middle of three",
    "work_ms": "of it, work of our process",
    "count_ms": "count, up to 10,000",
}

MEASURES: dict[str, Callable[[Bench], Found]] = {
    "start": Bench.start,
    "stream": Bench.streams,
    "layers": Bench.layers,
    "encoder": Bench.encoder,
    "rivals": Bench.rivals,
    "lengths": Bench.lengths,
    "warc": Bench.warc,
    "archive": Bench.keeping,
    "queries": Bench.queries,
    "export": Bench.export,
}
ASKED_FOR = ("queries", "export")  # take long, so only by their names


def _row(label: str, *cells: str) -> None:
    print(f"  {label:34}" + "  ".join(f"{cell:>20}" for cell in cells), flush=True)


def _mb(size: float) -> str:
    return f"{size / 1e6:,.0f}"


def _write(path: Path, texts: list[str]) -> str:
    path.write_text(json.dumps(texts), encoding="utf-8")
    return str(path)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description="Measure how fast Readout reads.")
    parser.add_argument("--corpora", type=Path, metavar="DIR", help="read PolNeAR-dev from here, not our examples")
    parser.add_argument("--reports", type=int, default=500, metavar="N", help="reports in the stream (500)")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="runs that a median is taken of (3)")
    parser.add_argument("--exported", type=int, default=3500, metavar="N", help="reports that go out (3500)")
    parser.add_argument("--only", nargs="+", choices=MEASURES, metavar="NAME", help=", ".join(MEASURES))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures here")
    parser.add_argument(
        "--statements", type=int, default=1_000_000, metavar="N", help="queries: in the archive (1000000)"
    )
    parser.add_argument(
        "--database", choices=("sqlite", "postgresql"), default="sqlite", help="queries: where (sqlite)"
    )
    parser.add_argument(
        "--archive", metavar="ADDRESS", help="queries: make the archive here, or use the one that is there"
    )
    options = parser.parse_args(arguments)
    archive = {"statements": options.statements, "database": options.database, "address": options.archive}
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(
            Path(folder),
            report_texts(options.corpora),
            reports=options.reports,
            runs=options.runs,
            exported=options.exported,
            asked=archive,
        )
        bench.measure(options.only or [name for name in MEASURES if name not in ASKED_FOR])
    if options.json:
        options.json.write_text(json.dumps(bench.found, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: Apache-2.0
"""Whole records, through the whole pipeline: the seed report and our own examples."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.quality.corpora import Corpora, MissingFile
from benchmarks.quality.records import KINDS, Score, score
from benchmarks.quality.tables import TOTAL, Table
from readout.model import Model
from readout.pipeline import read_report
from readout.source import report_from_text

__all__ = ["EXAMPLES", "example_scores", "measure_examples", "measure_seed", "read_record"]

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def read_record(model: Model, path: Path, *, published: str | None, publisher: str | None) -> dict[str, Any]:
    """Read a report through the whole pipeline and return its record's JSON form."""
    # newline="" as `readout read` has it: no character is replaced.
    with path.open(encoding="utf-8", newline="") as file:
        report = report_from_text(file.read(), published=published, publisher=publisher)
    found: dict[str, Any] = json.loads(read_report(report, model=model).to_json())
    return found


def measure_seed(model: Model, corpora: Corpora) -> Iterator[Table]:
    """Measure the seed report with the tool that lies beside it, which is nobody's of this project."""
    seed, tool = corpora.folder.parent / "seed", corpora.folder.parent / "tools" / "score_record.py"
    if not seed.is_dir() or not tool.is_file():
        raise MissingFile("../seed with ../tools/score_record.py")
    record = read_record(model, seed / "report.txt", published="2022-05-13", publisher="Al Jazeera")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.json"
        path.write_text(json.dumps(record), encoding="utf-8")
        command = [sys.executable, str(tool), str(path), "--gold", str(seed / "gold.json"), "--kinds", ",".join(KINDS)]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    last = printed.strip().splitlines()[-1]
    right, total = (int(number) for number in re.findall(r"\d+", last)[:2])
    yield Table("seed", {TOTAL: {"facts": total, "right": right, "share": right / total}}, ("share",), note=last)


def example_scores(model: Model, *, limit: int | None = None) -> dict[str, Score]:
    """Score our own examples, by name."""
    scores = {}
    for folder in sorted(path.parent for path in EXAMPLES.glob("*/gold.json"))[:limit]:
        meta = tomllib.loads((folder / "meta.toml").read_text(encoding="utf-8"))
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        record = read_record(
            model, folder / "report.txt", published=meta.get("published"), publisher=meta.get("publisher")
        )
        scores[folder.name] = score(record, gold)
    return scores


def measure_examples(model: Model, corpora: Corpora) -> Iterator[Table]:
    """Measure our own examples: a row for each."""
    scores = example_scores(model, limit=corpora.limit)
    total = Score()
    for one in scores.values():
        total.add(one)
    scores[TOTAL] = total
    rows = {
        label: {
            "facts": sum(one.total.values()),
            **{kind: one.share(kind) for kind in KINDS},
            "all kinds": one.share(),
            "statements beyond": one.beyond,
        }
        for label, one in scores.items()
    }
    yield Table("examples", rows, (*KINDS, "all kinds"))
    kinds = {kind: {"facts": number, "right": total.right[kind] / number} for kind, number in total.total.items()}
    yield Table("examples/kinds", kinds)

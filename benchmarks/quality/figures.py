# SPDX-License-Identifier: Apache-2.0
"""Figures: our own sentences, short ones and ones as the news has them; of each kind some that were held aside.

A figure is right when its span overlaps by half and low, high, modifier and unit are equal; what is counted is apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from benchmarks.quality.corpora import Corpora
from benchmarks.quality.counts import Counts
from benchmarks.quality.tables import Table
from readout.model import Model
from readout.reading.encoding import encode
from readout.reading.figures.figure import Figure
from readout.reading.figures.figures import find_figures
from readout.reading.times.times import find_times
from readout.reading.times.timex import find_timexes
from readout.reading.trees.syntax import find_sentences, parse

__all__ = ["SETS", "find", "load", "measure_figures", "pairs", "wrong"]

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "corpus"
SETS = {
    "written on": "figures.yaml",
    "held aside": "figures_held.yaml",
    "hard": "figures_hard.yaml",
    "hard, held aside": "figures_hard_held.yaml",
    "fresh, held aside": "figures_fresh_held.yaml",
}
COMPARED = ("low", "high", "modifier", "unit")

Case = Mapping[str, Any]


def load(name: str) -> list[Case]:
    """Read one of the `SETS`."""
    cases: list[Case] = yaml.safe_load((FOLDER / SETS[name]).read_text(encoding="utf-8"))
    return cases


def find(case: Case, model: Model) -> list[Figure]:
    """Find the figures of a case, as a reader without a day of publication does."""
    encoding = encode(model, case["text"])
    syntax = parse(encoding, find_sentences(encoding))
    times = find_times(encoding, syntax, find_timexes(case["text"]), None)
    return find_figures(encoding, syntax, times=times)


def pairs(case: Case, found: list[Figure]) -> list[tuple[Mapping[str, Any], Figure | None]]:
    """Give each expected figure the found one at its place."""
    left, at, result = list(found), 0, []
    for wanted in case["figures"]:
        start = case["text"].index(wanted["words"], at)
        end = at = start + len(wanted["words"])
        got = max(left, key=lambda f: _overlap(f, start, end), default=None)
        if got is not None and _overlap(got, start, end) < 0.5:
            got = None
        if got is not None:
            left.remove(got)
        result.append((wanted, got))
    return result


def wrong(wanted: Mapping[str, Any], got: Figure | None) -> list[str]:
    """Return in words what is wrong with a found figure, for all that it is expected to have."""
    if got is None:
        return ["not found"]
    expected = {"kind": wanted.get("kind", "count"), **{name: wanted.get(name) for name in (*COMPARED, "of")}}
    told = [f"{n}: expected {v!r}, found {getattr(got, n)!r}" for n, v in expected.items() if getattr(got, n) != v]
    if "per" in wanted and got.per != wanted["per"]:
        told.append(f"per: expected {wanted['per']!r}, found {got.per!r}")
    than, given = got.comparison, wanted.get("comparison")
    if (than is None) != (given is None) or (than and given and any(getattr(than, n) != v for n, v in given.items())):
        told.append(f"comparison: expected {given!r}, found {than!r}")
    return told


def measure_figures(model: Model, corpora: Corpora) -> Iterator[Table]:
    """Measure the sets: a row for each."""
    rows = {}
    for name in SETS:
        counts, of, alike = Counts(), [0, 0], [0, 0]
        for case in load(name)[: corpora.limit]:
            found = find(case, model)
            both = pairs(case, found)
            right = [(w, g) for w, g in both if g and all(getattr(g, n) == w.get(n) for n in COMPARED)]
            counts.count(len(both), len(found), len(right))
            for wanted, got in both:
                if wanted.get("of") is not None:
                    of[0] += got is not None and got.of == wanted["of"]
                    of[1] += 1
                if wanted.get("comparison") is not None:
                    alike[0] += not any(w.startswith(("comparison", "not")) for w in wrong(wanted, got))
                    alike[1] += 1
        rows[name] = {
            "figures": counts.gold, **counts.columns(),
            "of": of[0] / max(of[1], 1), "comparison": alike[0] / max(alike[1], 1),
        }  # fmt: skip
    yield Table("figures", rows, ("F1", "of"))


def _overlap(figure: Figure, start: int, end: int) -> float:
    shared = max(0, min(figure.span.end, end) - max(figure.span.start, start))
    return 2 * shared / (figure.span.end - figure.span.start + end - start)

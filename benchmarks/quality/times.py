# SPDX-License-Identifier: Apache-2.0
"""Time expressions on TimeBank and AQUAINT: extent, type and value, as TempEval-3 (UzZaman et al. 2013) counts them.

Strict: the same characters. Relaxed: they overlap. Type and value: relaxed, and that attribute is the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.quality.corpora import Corpora
from benchmarks.quality.counts import Counts
from benchmarks.quality.tables import TOTAL, Table
from readout.model import Model
from readout.reading.encoding import encode
from readout.reading.syntax import find_sentences, parse
from readout.reading.times import Time, find_times
from readout.reading.timex import find_timexes
from readout.report import Published

__all__ = ["measure_times"]

MEASURED = ("strict", "relaxed", "type", "value")


def measure_times(model: Model, corpora: Corpora) -> Iterator[Table]:
    """Measure the times of each source, counted from the date that its document has."""
    counts = {row: {what: Counts() for what in MEASURED} for row in (TOTAL, "aquaint", "timebank")}
    for record in corpora.records(f"time/timebank-aquaint-{corpora.split}.jsonl"):
        found = _times(model, record)
        source = str(record["id"]).partition("-")[0]
        for row in (TOTAL, source):
            _count(counts[row], record["timexes"], found)
    rows = {
        row: {
            "marked": of["strict"].gold,
            "found": of["strict"].found,
            **{f"{what} F1": of[what].f1 for what in MEASURED},
        }
        for row, of in counts.items()
    }
    yield Table("times", rows, ("strict F1", "relaxed F1", "value F1"))


def _times(model: Model, record: Mapping[str, Any]) -> list[Time]:
    encoding = encode(model, record["text"])
    published = Published(record["document_date"][:10], "given")
    return find_times(encoding, parse(encoding, find_sentences(encoding)), find_timexes(record["text"]), published)


def _count(counts: Mapping[str, Counts], gold: list[Mapping[str, Any]], found: list[Time]) -> None:
    marked = {(item["start"], item["end"]) for item in gold}
    counts["strict"].add(marked, {(time.span.start, time.span.end) for time in found})
    met = type_right = value_right = 0
    left = list(gold)
    for time in found:
        item = next((g for g in left if g["start"] < time.span.end and time.span.start < g["end"]), None)
        if item is None:
            continue
        left.remove(item)
        met += 1
        type_right += item["type"] == time.type
        value_right += item["value"] == time.value
    for what, right in (("relaxed", met), ("type", type_right), ("value", value_right)):
        counts[what].count(len(gold), len(found), right)

# SPDX-License-Identifier: Apache-2.0
"""Time expressions on TimeBank and AQUAINT: extent, type and value, as TempEval-3 (UzZaman et al. 2013) counts them.

Strict: the same characters. Relaxed: they overlap. Type and value: relaxed, and that attribute is the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.quality.corpora import Corpora
from benchmarks.quality.counts import Counts
from benchmarks.quality.tables import TOTAL, Table
from readout.model import Model
from readout.reading.encoding import encode
from readout.reading.times.times import find_times
from readout.reading.times.timex import find_timexes
from readout.reading.trees.syntax import find_sentences, parse
from readout.report import Published

__all__ = ["MEASURED", "Found", "count_times", "find_with_readout", "measure_times"]

MEASURED = ("strict", "relaxed", "type", "value")


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression that a program found: its characters, half-open, TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str | None


def measure_times(model: Model, corpora: Corpora) -> Iterator[Table]:
    """Measure the times of each source, counted from the date that its document has."""
    counts = {row: {what: Counts() for what in MEASURED} for row in (TOTAL, "aquaint", "timebank")}
    for record in corpora.records(f"time/timebank-aquaint-{corpora.split}.jsonl"):
        found = find_with_readout(model, record["text"], record["document_date"][:10])
        source = str(record["id"]).partition("-")[0]
        for row in (TOTAL, source):
            count_times(counts[row], record["timexes"], found)
    rows = {
        row: {
            "marked": of["strict"].gold,
            "found": of["strict"].found,
            **{f"{what} F1": of[what].f1 for what in MEASURED},
        }
        for row, of in counts.items()
    }
    yield Table("times", rows, ("strict F1", "relaxed F1", "value F1"))


def find_with_readout(model: Model, text: str, day: str) -> list[Found]:
    """Find times as the layer does, counted from a day of publication."""
    encoding = encode(model, text)
    published = Published(day, "given")
    times = find_times(encoding, parse(encoding, find_sentences(encoding)), find_timexes(text), published)
    return [Found(time.span.start, time.span.end, time.type, time.value) for time in times]


def count_times(counts: Mapping[str, Counts], gold: Sequence[Mapping[str, Any]], found: Sequence[Found]) -> None:
    """Add one document's times to the counts of each thing MEASURED.

    As TempEval-3's own program does: a match is one to one and relaxed; the value is compared as a string, whatever the type,
    and its F1 is the relaxed F1 times the share of matches with the right value.
    """
    marked = {(item["start"], item["end"]) for item in gold}
    counts["strict"].add(marked, {(time.start, time.end) for time in found})
    met = type_right = value_right = 0
    left = list(gold)
    for time in found:
        item = next((g for g in left if g["start"] < time.end and time.start < g["end"]), None)
        if item is None:
            continue
        left.remove(item)
        met += 1
        type_right += item["type"] == time.type
        value_right += item["value"] == time.value
    for what, right in (("relaxed", met), ("type", type_right), ("value", value_right)):
        counts[what].count(len(gold), len(found), right)

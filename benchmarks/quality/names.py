# SPDX-License-Identifier: Apache-2.0
"""Named entities, strict: the same characters and the same coarse type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from benchmarks.quality.corpora import Corpora
from benchmarks.quality.counts import Counts
from benchmarks.quality.tables import TOTAL, Table
from readout.model import Model
from readout.reading.encoding import encode
from readout.reading.mentions import find_names

__all__ = ["CORPORA", "join", "measure_names"]

TYPES = ("person", "organisation", "place", "other")

# What each corpus calls the four coarse types.
_COARSE = {
    "person": "person", "politician": "person", "PER": "person",
    "organisation": "organisation", "politicalparty": "organisation", "ORG": "organisation",
    "location": "place", "country": "place", "LOC": "place",
    "misc": "other", "event": "other", "election": "other",
}  # fmt: skip
_TOGETHER = 10  # sentences of a stream without known document bounds that are read as one text

Entity = tuple[int, int, str]


def join(records: Sequence[Mapping[str, Any]]) -> tuple[str, set[Entity]]:
    """Join sentences to a text, each a line, and move their entities with them."""
    entities: set[Entity] = set()
    at = 0
    for record in records:
        entities |= {(at + e["start"], at + e["end"], _COARSE[e["type"]]) for e in record["entities"]}
        at += len(record["text"]) + 1
    return "\n".join(record["text"] for record in records), entities


def _alone(records: Sequence[Mapping[str, Any]]) -> Iterable[Sequence[Mapping[str, Any]]]:
    return ([record] for record in records)


def _in_runs(records: Sequence[Mapping[str, Any]]) -> Iterable[Sequence[Mapping[str, Any]]]:
    return (records[at : at + _TOGETHER] for at in range(0, len(records), _TOGETHER))


def _by_document(records: Sequence[Mapping[str, Any]]) -> Iterable[Sequence[Mapping[str, Any]]]:
    return (list(group) for _, group in groupby(records, key=lambda record: record["document"]))


# How each corpus's sentences become texts: CoNLL-2003 is a stream of reports in order, UNER names its documents, CrossNER is
# single sentences. A report is never read sentence by sentence, so where the neighbours are known they are read along.
CORPORA: Mapping[str, Callable[[Sequence[Mapping[str, Any]]], Iterable[Sequence[Mapping[str, Any]]]]] = {
    "conll2003": _in_runs,
    "crossner-politics": _alone,
    "uner-ewt": _by_document,
}


def measure_names(model: Model, corpora: Corpora, name: str) -> Iterator[Table]:
    """Measure one corpus of `CORPORA`: a row for each type. Types that the corpus does not mark are not counted."""
    counts = {kind: Counts() for kind in (*TYPES, TOTAL)}
    records = corpora.records(f"entities/{name}-{corpora.split}.jsonl")
    marked = {_COARSE[e["type"]] for record in records for e in record["entities"]}
    for some in CORPORA[name](records):
        text, gold = join(some)
        encoding = encode(model, text)
        names = ((*encoding.span(item.start, item.end), item.type) for item in find_names(encoding))
        found = {entity for entity in names if entity[2] in marked}
        counts[TOTAL].add(gold, found)
        for kind in TYPES:
            counts[kind].add({e for e in gold if e[2] == kind}, {e for e in found if e[2] == kind})
    rows = {kind: {"marked": c.gold, **c.columns()} for kind, c in counts.items() if kind in marked | {TOTAL}}
    yield Table(name, rows, ("F1",))

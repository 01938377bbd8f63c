# SPDX-License-Identifier: Apache-2.0
"""Named entities, strict: the same characters and the same coarse type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from benchmarks.quality.corpora import Corpora
from benchmarks.quality.counts import Counts
from benchmarks.quality.tables import TOTAL, Table
from readout.model import Model
from readout.reading.coreference.namedentities import find_names
from readout.reading.encoding import encode

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
Records = Sequence[Mapping[str, Any]]


def join(records: Records) -> tuple[str, set[Entity]]:
    """Join sentences to a text, each a line, and move their entities with them."""
    entities: set[Entity] = set()
    at = 0
    for record in records:
        entities |= {(at + e["start"], at + e["end"], _COARSE[e["type"]]) for e in record["entities"]}
        at += len(record["text"]) + 1
    return "\n".join(record["text"] for record in records), entities


def _alone(records: Records) -> Iterable[Records]:
    return ([record] for record in records)


def _in_runs(records: Records) -> Iterable[Records]:
    return (records[at : at + _TOGETHER] for at in range(0, len(records), _TOGETHER))


def _by_document(records: Records) -> Iterable[Records]:
    return (list(group) for _, group in groupby(records, key=lambda record: record["document"]))


@dataclass(frozen=True, slots=True)
class Named:
    """What there is to know of a corpus of names.

    Attributes:
        texts: How its sentences become texts. A report is never read sentence by sentence, so where the neighbours are
            known they are read along.
        types: The types that it marks; names that are found of other types are not counted.
    """

    texts: Callable[[Records], Iterable[Records]]
    types: tuple[str, ...] = TYPES


CORPORA: Mapping[str, Named] = {
    "conll2003": Named(_in_runs),  # a stream of reports in their order
    "crossner-politics": Named(_alone),  # single sentences
    "uner-ewt": Named(_by_document, TYPES[:3]),  # whole documents
}


def measure_names(model: Model, corpora: Corpora, name: str) -> Iterator[Table]:
    """Measure one corpus of `CORPORA`: a row for each type."""
    named = CORPORA[name]
    counts = {kind: Counts() for kind in (*named.types, TOTAL)}
    for some in named.texts(corpora.records(f"entities/{name}-{corpora.split}.jsonl")):
        text, gold = join(some)
        encoding = encode(model, text)
        names = ((*encoding.span(item.start, item.end), item.type) for item in find_names(encoding))
        found = {entity for entity in names if entity[2] in named.types}
        counts[TOTAL].add(gold, found)
        for kind in named.types:
            counts[kind].add({e for e in gold if e[2] == kind}, {e for e in found if e[2] == kind})
    yield Table(name, {kind: {"marked": c.gold, **c.columns()} for kind, c in counts.items()}, ("F1",))

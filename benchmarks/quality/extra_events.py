# SPDX-License-Identifier: Apache-2.0
"""How many of the events found in political news are there: 500 sentences of PolNeAR, judged by hand.

The judgements are published as ids and offsets, without a word of the corpus: `judged_events.jsonl`, one line for each event that
was judged, by the place of its trigger and its type. An event is right when its type, its parties and its status are what the
sentence says. What is found now and was not judged counts neither way and is told as a number. To judge anew, print what is found:

python -m benchmarks.quality.extra_events --corpora DIR > judge.tsv
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.corpora import Corpora
from benchmarks.quality.tables import TOTAL, Table
from readout.model import Model
from readout.pipeline import reading_of
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax
from readout.record import Event, Record
from readout.record.clerk import record_of
from readout.report import Report

__all__ = ["FoundEvent", "measure_extra_events", "sampled_events"]

SENTENCES = 500
JUDGED = Path(__file__).with_name("judged_events.jsonl")
_SHORTEST = 5  # words of a sentence


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event of a sampled sentence, with its record."""

    report: str
    event: Event
    record: Record
    sentence: tuple[int, int]

    @property
    def key(self) -> tuple[str, int, str]:
        """Where its trigger begins, and its type."""
        return self.report, self.event.trigger[0].start, self.event.type


def sampled_events(model: Model, corpora: Corpora) -> Iterator[FoundEvent]:
    """Yield the events whose first trigger stands in one of the sampled sentences.

    The sentences are those with the lowest hashes of report and place, so that the sample stays as long as their bounds do.
    """
    sentences: list[tuple[str, str, tuple[int, int]]] = []
    records: dict[str, Record] = {}
    for article in corpora.records(f"attribution/polnear-{corpora.split}.jsonl"):
        reading = reading_of(Report(article["text"], language="en"), model=model)
        encoding, syntax = reading.the(Encoding), reading.the(Syntax)
        records[article["id"]] = record_of(reading, model=model.name)
        for sentence in syntax.sentences:
            if sentence.end - sentence.start >= _SHORTEST:
                span = encoding.span(sentence.start, sentence.end)
                digest = hashlib.sha256(f"{article['id']} {span.start}".encode()).hexdigest()
                sentences.append((digest, article["id"], (span.start, span.end)))
    for _, report, (start, end) in sorted(sentences)[:SENTENCES]:
        for event in records[report].events:
            if start <= event.trigger[0].start < end:
                yield FoundEvent(report, event, records[report], (start, end))


def measure_extra_events(model: Model, corpora: Corpora) -> Iterator[Table]:
    """Measure the precision of the events of the sampled sentences, by the judgements."""
    judged = {
        (line["report"], line["start"], line["type"]): line["right"]
        for line in map(json.loads, JUDGED.read_text(encoding="utf-8").splitlines())
    }
    found = [event.key for event in sampled_events(model, corpora)]
    known = [judged[key] for key in found if key in judged]
    row = {
        "sentences": SENTENCES, "events": len(found), "judged": len(known),
        "precision": sum(known) / len(known) if known else 0.0,
    }  # fmt: skip
    yield Table("polnear/events", {TOTAL: row}, ("precision",))


def _main() -> None:
    parser = argparse.ArgumentParser(description="Print the events of the sampled sentences, to be judged.")
    parser.add_argument("--corpora", type=Path, required=True, metavar="DIR", help="folder of the corpora")
    parser.add_argument("--model", type=Path, metavar="DIR", help="another model than the packaged one")
    options = parser.parse_args()
    for found in sampled_events(Model.open(options.model), Corpora(options.corpora, "dev", None)):
        event, record = found.event, found.record
        names = [", ".join(record.name_of(id) for id in ids) for ids in (event.actors, event.recipients)]
        words = record.report.text[slice(*found.sentence)].replace("\n", " ").replace("\t", " ")
        told = [found.report, str(event.trigger[0].start), event.type, event.mode or "", event.status, *names]
        print("\t".join([*told, record.words(event.trigger), words]))


if __name__ == "__main__":
    _main()

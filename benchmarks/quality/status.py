# SPDX-License-Identifier: Apache-2.0
"""Status: corpora of factuality, and our own sentences, those that rules were written on and those that were held aside.

The corpora judge each predicate from -3 (certainly did not happen) to 3 (certainly did): from 1 up it happened, from -1
down it did not, between them nothing is known. They ask different questions, so our statuses are mapped for each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from benchmarks.quality.corpora import Corpora
from benchmarks.quality.tables import TOTAL, Table
from readout.model import Model
from readout.reading.clauses.status import Happened, Status, status_of
from readout.reading.encoding import Encoding, encode
from readout.reading.trees.syntax import Syntax, find_sentences, parse

__all__ = [
    "ANSWERS",
    "SETS",
    "answer_of",
    "found",
    "happened_from",
    "load",
    "measure_commitments",
    "measure_factuality",
    "measure_status",
    "read",
    "word_at",
]

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "corpus"
SETS = {"written on": "status.yaml", "held aside": "status_held.yaml"}
CLASSES: tuple[Happened, ...] = ("happened", "did_not", "unknown")

# What a corpus's annotators answer of a predicate whose status leaves open what happened, chosen on its train part. UDS-IH2 asks
# whether it has happened by the time of writing; the others ask what the author holds of it, the future included.
ANSWERS: Mapping[str, Mapping[str, Happened]] = {
    "uds-ih2": {
        "planned": "did_not", "requested": "did_not", "conditional": "did_not", "hypothetical": "did_not",
        "attempted": "unknown",
    },
    "uw": {
        "planned": "happened", "requested": "happened", "conditional": "unknown", "hypothetical": "happened",
        "attempted": "unknown",
    },
    "meantime": {
        "planned": "happened", "requested": "unknown", "conditional": "unknown", "hypothetical": "unknown",
        "attempted": "unknown",
    },
}  # fmt: skip

Case = Mapping[str, Any]


def happened_from(factuality: float) -> Happened:
    """Return the class of a mean judgement, -3 to 3."""
    return "happened" if factuality >= 1 else "did_not" if factuality <= -1 else "unknown"


def answer_of(status: Status, corpus: str) -> Happened:
    """Return what a corpus's annotators would say of a status."""
    return status.happened if status.happened != "unknown" else ANSWERS[corpus][status.value]


def read(model: Model, text: str) -> tuple[Encoding, Syntax]:
    """Encode and parse a text."""
    encoding = encode(model, text)
    return encoding, parse(encoding, find_sentences(encoding))


def word_at(encoding: Encoding, start_char: int) -> int:
    """Return the word that a character lies in, or the last one before it."""
    return max((word for word, span in enumerate(encoding.spans) if span.start <= start_char), default=0)


def measure_factuality(model: Model, corpora: Corpora, name: str) -> Iterator[Table]:
    """Measure one corpus whose predicates are marked."""
    pairs: Counter[tuple[Happened, Happened]] = Counter()
    for record in corpora.records(f"factuality/{name}-{corpora.split}.jsonl"):
        encoding, syntax = read(model, record["text"])
        for target in record["targets"]:
            status = status_of(encoding, syntax, word_at(encoding, target["start"]))
            pairs[happened_from(target["factuality"]), answer_of(status, name)] += 1
    yield Table(name, {TOTAL: _columns(pairs)}, ("macro F1",))


def measure_commitments(model: Model, corpora: Corpora) -> Iterator[Table]:
    """Measure CommitmentBank: is the clause under a verb, which is negated, asked or supposed, held to be true?"""
    pairs: Counter[tuple[Happened, Happened]] = Counter()
    for record in corpora.records(f"factuality/commitmentbank-{corpora.split}.jsonl"):
        text = f"{record['context']}\n{record['text']}"
        encoding, syntax = read(model, text)
        word = _embedded_word(encoding, syntax, record, len(text) - len(record["text"]))
        pairs[happened_from(record["mean"]), status_of(encoding, syntax, word).happened] += 1
    yield Table("commitmentbank", {TOTAL: _columns(pairs)}, ("macro F1",))


def _embedded_word(encoding: Encoding, syntax: Syntax, record: Mapping[str, Any], start_char: int) -> int:
    """Return the head of the clause that the prompt repeats: the word from which most of the prompt hangs, and little else."""
    prompt = set(record["prompt"].lower().split())
    words = [word for word, span in enumerate(encoding.spans) if span.start >= start_char]

    def likeness(word: int) -> float:
        below = {encoding.lower[at] for at in syntax.subtree(word)}
        return 2 * len(below & prompt) / (len(below) + len(prompt))

    return max((word for word in words if syntax.upos[word] not in ("PUNCT", "PART", "SCONJ")), key=likeness)


def _columns(pairs: Counter[tuple[Happened, Happened]]) -> dict[str, float]:
    scores = {name: _f1(pairs, name) for name in CLASSES}
    named = {f"{name.replace('_', ' ')} F1": score for name, score in scores.items()}
    return {"predicates": pairs.total(), **named, "macro F1": sum(scores.values()) / len(CLASSES)}


def _f1(pairs: Counter[tuple[Happened, Happened]], name: Happened) -> float:
    gold = sum(number for (wanted, _), number in pairs.items() if wanted == name)
    found = sum(number for (_, got), number in pairs.items() if got == name)
    return 2 * pairs[name, name] / (gold + found) if gold + found else 0.0


def load(name: str) -> list[Case]:
    """Read one of the `SETS`."""
    cases: list[Case] = yaml.safe_load((FOLDER / SETS[name]).read_text(encoding="utf-8"))
    return cases


def measure_status(model: Model, corpora: Corpora) -> Iterator[Table]:
    """Measure our own sentences: a row for each set."""
    rows = {}
    for name in SETS:
        right = [
            status.value == wanted for case in load(name)[: corpora.limit] for _, wanted, status in found(model, case)
        ]
        rows[name] = {"words": len(right), "accuracy": sum(right) / max(1, len(right))}
    yield Table("status", rows, ("accuracy",))


def found(model: Model, case: Case) -> Iterator[tuple[str, str, Status]]:
    """Yield each marked word of a case with the status that it should have and the one that it is given."""
    encoding, syntax = read(model, case["text"])
    for marked, wanted in case["status"].items():
        find = case["text"].rindex if marked.startswith("^") else case["text"].index
        word = word_at(encoding, find(marked.removeprefix("^")))
        yield marked, wanted, status_of(encoding, syntax, word)

# SPDX-License-Identifier: Apache-2.0
"""What the corpus cases and the examples come to, and the floors that are pinned for them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from benchmarks.quality.records import Score, score
from readout.model import Model, Scores
from readout.pipeline import read
from tests.support import entity_cases, part_cases, statement_cases

__all__ = [
    "EPSILON",
    "FLOORS",
    "Pinned",
    "Shaken",
    "entities_compared",
    "examples_scored",
    "parts_compared",
    "shares",
    "statements_compared",
]

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ROOT / "tests" / "corpus" / "floors.yaml"
# On processors without 8-bit dot products the same weights give slightly other sums, which turns a close decision here
# and there: of the 70 statements in the cases, one.
EPSILON = 0.02

Fact = tuple[str, bool, str]
Facts = Mapping[str, Sequence[Fact]]


@dataclass(frozen=True)
class Pinned:
    """Floors of one part of the corpus.

    Attributes:
        floors: For each field the share of facts that must be right.
        must: Cases of which every fact must be right.
    """

    floors: Mapping[str, float] = field(default_factory=dict)
    must: tuple[str, ...] = ()

    @classmethod
    def of(cls, name: str) -> Pinned:
        """Read the floors of "statements", "entities", "parts" or "examples"; none where none are pinned."""
        found = yaml.safe_load(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
        given = found.get(name, {})
        return cls(given.get("floors", {}), tuple(given.get("must", ())))


class Shaken:
    """A model whose scores are a little off, as they are on another processor."""

    def __init__(self, model: Model, seed: int, *, by: float = 0.15) -> None:
        """Shake a model's scores by a normal deviate; 8-bit sums on old and new processors differ by about as much."""
        self.name, self.heads, self.pairs = model.name, model.heads, model.pairs
        self._model, self._seed, self._by = model, seed, by

    def score(self, words: Sequence[str], line_starts: Sequence[bool]) -> Scores:
        """Score words, shaken."""
        scores = self._model.score(words, line_starts)
        noise = np.random.default_rng(self._seed).standard_normal(scores.rows.shape, dtype=np.float32)
        return replace(scores, rows=scores.rows + np.float32(self._by) * noise)


def shares(facts: Facts) -> dict[str, float]:
    """Return the share of right facts by field, over all cases."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for name, is_right, _ in (fact for of_case in facts.values() for fact in of_case):
        total[name] += 1
        right[name] += is_right
    return {name: right[name] / total[name] for name in sorted(total)}


def statements_compared(model: Model | Shaken) -> dict[str, list[Fact]]:
    """Read and compare every statement case, by id."""
    return _compared(statement_cases.load(), lambda c: statement_cases.compare(c, statement_cases.read_case(c, model)))  # type: ignore[arg-type]


def entities_compared(model: Model | Shaken) -> dict[str, list[Fact]]:
    """Find and compare who is who in every entity case, by id."""
    return _compared(entity_cases.load(), lambda c: entity_cases.compare(model, c))


def parts_compared() -> dict[str, list[Fact]]:
    """Compare every layout, by id."""
    return _compared(part_cases.load(), part_cases.compare)


def _compared(
    cases: Iterable[Mapping[str, Any]], compare: Callable[[Mapping[str, Any]], list[Fact]]
) -> dict[str, list[Fact]]:
    return {case["id"]: compare(case) for case in cases}


def examples_scored(model: Model) -> dict[str, Score]:
    """Read the shipped examples as a user does and score each against its record made by hand."""
    found = {}
    for folder in sorted(path.parent for path in (ROOT / "examples").glob("*/gold.json")):
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        text = (folder / "report.txt").read_bytes().decode("utf-8")
        published = gold["report"].get("published")
        record = read(text, published=published, model=model)
        found[folder.name] = score(record.to_dict(), gold)
    return found

# SPDX-License-Identifier: Apache-2.0
"""Copies: 300 pairs of reports of our own, half of whose families were held aside while the rules were written.

Each pair goes through what `readout add` does: one report is placed in an archive among others, then the other; a copy is found if
both have come to share a text. So precision and recall are of sketch, look-up and check together.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from benchmarks.quality.copy_pairs import PAIRS
from benchmarks.quality.corpora import Corpora, MissingFile
from benchmarks.quality.counts import Counts
from benchmarks.quality.desk import base_text, write
from benchmarks.quality.tables import TOTAL, Table
from readout.archive.likeness import Kinship
from readout.model import Model

__all__ = ["SETS", "Verdict", "judge", "load", "measure_copies"]

SETS = {"written on": False, "held aside": True}

# The kinships that are right for a kind of copy. A desk that only changes the headline may do so by more than a headline.
KINSHIPS = {
    "wire": {Kinship.WIRE, Kinship.RETITLED, Kinship.COPY},
    "retitled": {Kinship.RETITLED},
    "copy": {Kinship.COPY},
    "trimmed": {Kinship.TRIMMED},
    "updated": {Kinship.UPDATED},
    "digest, first item": {Kinship.FULLER, Kinship.UPDATED},
}

Pair = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found of a pair.

    Attributes:
        pair: The pair.
        kinship: What the edited report was found to be to the first one; None if no copy.
    """

    pair: Pair
    kinship: Kinship | None

    @property
    def is_right(self) -> bool:
        """Whether the pair was found to be copies if it is one."""
        return (self.kinship is not None) == bool(self.pair["copy"])


def load(*, held: bool) -> list[Pair]:
    """Read one half of the pairs."""
    pairs: list[Pair] = json.loads(PAIRS.read_text(encoding="utf-8"))
    return [pair for pair in pairs if pair["held"] == held]


def measure_copies(model: Model, corpora: Corpora) -> Iterator[Table]:
    """Measure both halves; neither the model nor `corpora` is read, the pairs are our own."""
    verdicts = {}
    for name, held in SETS.items():
        verdicts[name] = [judge(pair) for pair in load(held=held)[: corpora.limit]]
        yield _table(f"copies/{name}", verdicts[name])
    yield _table("copies/both", [verdict for half in verdicts.values() for verdict in half])


def _table(name: str, verdicts: list[Verdict]) -> Table:
    by_kind: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        by_kind[verdict.pair["kind"]].append(verdict)
    rows: dict[str, dict[str, float]] = {}
    for kind, members in by_kind.items():
        rows[kind] = {"pairs": len(members), "right": sum(v.is_right for v in members) / len(members)}
        if found := [v.kinship for v in members if v.kinship and kind in KINSHIPS]:
            rows[kind]["kinship"] = sum(kinship in KINSHIPS[kind] for kinship in found) / len(found)
    counts = Counts(
        gold=sum(v.pair["copy"] for v in verdicts),
        found=sum(v.kinship is not None for v in verdicts),
        right=sum(v.pair["copy"] and v.kinship is not None for v in verdicts),
    )
    right = sum(v.is_right for v in verdicts) / max(1, len(verdicts))
    rows[TOTAL] = {"pairs": len(verdicts), "right": right, **counts.columns()}
    return Table(name, rows, ("P", "R"))


def judge(pair: Pair) -> Verdict:
    """Place the two reports of a pair in an archive of their own, behind some others."""
    try:
        import sqlalchemy  # noqa: F401  # the extra `archive`
    except ModuleNotFoundError as error:
        raise MissingFile("SQLAlchemy, which the extra 'archive' has") from error
    from benchmarks.quality.copy_archive import placed_in_turn

    bases = {str(pair["first"][0]), str(pair["second"][0])}
    others = [base_text(name) for name in ("weather:77", "results:77", "croatia-1") if name not in bases]
    two = [write(pair["first"]), write(pair["second"])]
    *_, last = placed_in_turn([*others, *(reversed(two) if pair["turned"] else two)])
    if last.kinship is None or last.copy_of != len(others) + 1:
        return Verdict(pair, None)
    return Verdict(pair, last.kinship.reverse if pair["turned"] else last.kinship)

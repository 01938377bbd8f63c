# SPDX-License-Identifier: Apache-2.0
"""Pin what the corpus cases and the examples come to now: `python -m tests.corpus.pin [NAME …] [--allow-regression]`.

Run it when a change makes more come out right, and commit `floors.yaml` with the change. It refuses to lower a floor or
to take a case off the list of those that must come out right, unless it is told to.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from math import floor
from typing import Any

import yaml

from readout.model import Model
from tests.support.corpus import (
    EPSILON,
    FLOORS,
    Facts,
    Pinned,
    Shaken,
    entities_compared,
    examples_scored,
    parts_compared,
    shares,
    statements_compared,
)

_SEEDS = range(4)
_HEADER = """\
# SPDX-License-Identifier: Apache-2.0
# Written by `python -m tests.corpus.pin`; tests/corpus/README.md says what it means.
"""


def main() -> int:
    """Measure, compare with what is pinned, and write."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.pin", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(_MEASURES)}; all by default")
    parser.add_argument("--allow-regression", action="store_true", help="lower floors and drop cases")
    given = parser.parse_args()
    if unknown := set(given.names) - set(_MEASURES):
        parser.error(f"no such name: {', '.join(sorted(unknown))}; choose from {', '.join(_MEASURES)}")
    pinned = {name: Pinned.of(name) for name in _MEASURES}
    measured = {name: _MEASURES[name]() for name in given.names or _MEASURES}
    lost = [line for name, now in measured.items() for line in _lost(name, pinned[name], now)]
    sys.stdout.writelines(f"{line}\n" for line in lost)
    if lost and not given.allow_regression:
        sys.stderr.write("nothing was written: say --allow-regression if this is meant\n")
        return 1
    _write(pinned | measured)
    for name, now in measured.items():
        sys.stdout.write(f"{name}: {len(now.floors)} floors, {len(now.must)} cases that must come out right\n")
    return 0


def _pin_statements() -> Pinned:
    return _pin_sure(statements_compared)


def _pin_entities() -> Pinned:
    return _pin_sure(entities_compared)


def _pin_sure(compared: Callable[[Model | Shaken], Facts]) -> Pinned:
    """Pin the cases that come out right also where the scores are a little off."""
    model = Model.open()
    facts = compared(model)
    shaken = [compared(Shaken(model, seed)) for seed in _SEEDS]
    sure = [id for id in facts if all(_is_right(found, id) for found in (facts, *shaken))]
    return Pinned(_rounded(shares(facts)), tuple(sure))


def _pin_parts() -> Pinned:
    facts = parts_compared()
    return Pinned(_rounded(shares(facts)), tuple(id for id in facts if _is_right(facts, id)))


def _pin_examples() -> Pinned:
    return Pinned(_rounded({name: found.share() for name, found in examples_scored(Model.open()).items()}))


_MEASURES: Mapping[str, Callable[[], Pinned]] = {
    "statements": _pin_statements,
    "entities": _pin_entities,
    "parts": _pin_parts,
    "examples": _pin_examples,
}


def _is_right(facts: Facts, id: str) -> bool:
    return all(right for _, right, _ in facts[id])


def _rounded(figures: Mapping[str, float]) -> dict[str, float]:
    """Cut to three digits, down, so that a figure is never below its own floor."""
    return {name: floor(figure * 1000) / 1000 for name, figure in figures.items()}


def _lost(name: str, before: Pinned, now: Pinned) -> list[str]:
    lower = [
        f"{name}: {field} was {least}, is {now.floors.get(field, 'not measured any more')}"
        for field, least in before.floors.items()
        if now.floors.get(field, 0.0) < least - EPSILON
    ]
    return lower + [f"{name}: '{id}' came out right, and does not now" for id in before.must if id not in now.must]


def _write(pinned: Mapping[str, Pinned]) -> None:
    plain: dict[str, dict[str, Any]] = {
        name: {"floors": dict(one.floors), "must": list(one.must)} for name, one in pinned.items()
    }
    FLOORS.write_text(_HEADER + yaml.safe_dump(plain, sort_keys=False, allow_unicode=True), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())

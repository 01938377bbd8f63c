# SPDX-License-Identifier: Apache-2.0
"""Compare the parts that are found with a case of `tests/corpus/parts.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from readout.reading.page.parts import Part, find_parts

__all__ = ["compare", "load"]

CASES = Path(__file__).resolve().parents[1] / "corpus" / "parts.yaml"
# Parts in which people are quoted; boilerplate must be in none of them.
_READ = {"body", "headline", "standfirst", "caption"}

Fact = tuple[str, bool, str]


def load() -> list[dict[str, Any]]:
    """Return the cases."""
    cases: list[dict[str, Any]] = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return cases


def compare(case: Mapping[str, Any]) -> list[Fact]:
    """Compare a case with the parts that are found.

    Returns:
        For every fact its field, whether it is right, and what was expected.
    """
    text = case["text"]
    parts = find_parts(text)
    return [*_special(text, parts, case), *_bodies(text, parts, case), *_boilerplate(text, parts, case)]


def _special(text: str, parts: tuple[Part, ...], case: Mapping[str, Any]) -> Iterator[Fact]:
    """Yield the facts of the parts that are neither body nor boilerplate: each must be there, and no other."""
    found = [(part.kind, part.span.of(text)) for part in parts if part.kind not in {"body", "boilerplate"}]
    wanted = [next(iter(pair.items())) for pair in case.get("expected", ())]
    for kind, words in wanted:
        yield kind, (kind, words) in found, f"expected {kind} {words!r}, found {found}"
    beyond = [pair for pair in found if pair not in wanted]
    yield "nothing else", not beyond, f"also found: {beyond}"


def _bodies(text: str, parts: tuple[Part, ...], case: Mapping[str, Any]) -> Iterator[Fact]:
    bodies = [part.span.of(text) for part in parts if part.kind == "body"]
    for words in case.get("body", ()):
        yield "body", any(words in body for body in bodies), f"{words!r} is in no body part"


def _boilerplate(text: str, parts: tuple[Part, ...], case: Mapping[str, Any]) -> Iterator[Fact]:
    for words in case.get("boilerplate", ()):
        start = text.index(words)
        inside = [p.kind for p in parts if p.kind in _READ and p.span.start < start + len(words) and start < p.span.end]
        yield "boilerplate", not inside, f"{words!r} is in {inside}"

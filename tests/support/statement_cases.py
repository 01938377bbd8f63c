# SPDX-License-Identifier: Apache-2.0
"""Compare what is found with a case of `tests/corpus/statements.yaml`, by the rules of the README beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from benchmarks.quality.records import name_key
from readout.model import Model
from readout.pipeline import layers_for
from readout.reading.page.parts import Part, Parts, find_parts
from readout.reading.reading import Reading
from readout.record.clerk import record_of
from readout.report import Report

__all__ = ["compare", "load", "read_case"]

CASES = Path(__file__).resolve().parents[1] / "corpus" / "statements.yaml"

Place = tuple[int, int]
Fact = tuple[str, bool, str]


def load() -> list[dict[str, Any]]:
    """Return the cases."""
    cases: list[dict[str, Any]] = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return cases


def read_case(case: Mapping[str, Any], model: Model) -> dict[str, Any]:
    """Read a case's text, its first line as the part that the case says it is, and return the record's plain form."""
    reading = Reading(Report(case["text"], language="en"))
    for layer in layers_for(model):
        reading = reading.adding(Part, _parts(case)) if isinstance(layer, Parts) else layer(reading)
    return record_of(reading, model=model.name).to_dict()


def _parts(case: Mapping[str, Any]) -> Iterator[Part]:
    """A sentence or two are no report: what the rules take for its front is body, but for the part that is told."""
    text = case["text"]
    first_line = text.index("\n") if "\n" in text else len(text)
    for part in find_parts(text):
        if "part" in case and part.span.start < first_line:
            yield replace(part, kind=case["part"])
        else:
            yield replace(part, kind="body") if part.kind in {"headline", "standfirst", "caption"} else part


def compare(case: Mapping[str, Any], record: Mapping[str, Any]) -> list[Fact]:
    """Compare a case with what was found.

    Returns:
        For every fact its field, whether it is right, and in words what was expected and found. "statement" is the fact
        that one was found at all, "nothing else" that no other was.
    """
    left = list(record["statements"])
    facts: list[Fact] = []
    known: dict[str, tuple[set[int], dict[str, Any]]] = {}
    for wanted in case["expected"]:
        around = known.get(wanted.get("nested_in", ""), (None, None))[0]
        content = _content(case["text"], wanted["content"], around)
        got = max(left, key=lambda s: _overlap(_characters(s["content"]), content), default=None)
        if got is None or _overlap(_characters(got["content"]), content) < 0.5:
            facts += [(field, False, f"not found: {wanted['content']}") for field in _fields_of(wanted)]
            continue
        left.remove(got)
        known[wanted.get("id", "")] = content, got
        facts += _compare_one(case, record, wanted, got, content, around, known)
    facts.append(("nothing else", not left, f"also found: {[_words(case, s['content']) for s in left]}"))
    return facts


def _fields_of(wanted: Mapping[str, Any]) -> list[str]:
    return ["statement", *(field for field in wanted if field != "id")]


def _compare_one(
    case: Mapping[str, Any],
    record: Mapping[str, Any],
    wanted: Mapping[str, Any],
    got: Mapping[str, Any],
    content: set[int],
    around: set[int] | None,
    known: Mapping[str, tuple[set[int], dict[str, Any]]],
) -> Iterator[Fact]:
    text = case["text"]
    yield "statement", True, ""
    for field in _fields_of(wanted)[1:]:
        expected = wanted[field]
        if field == "content":
            found, right = (
                _words(case, got["content"]),
                _solid(text, _characters(got["content"])) == _solid(text, content),
            )
        elif field in {"cue", "source"}:
            place = _place(text, expected, content, around)
            found, right = _words(case, got[field]), _solid(text, _characters(got[field])) == _solid(text, place)
        elif field == "nested_in":
            found = got["nested_in"]
            right = expected in known and found == known[expected][1]["id"]
        else:
            found, right = _plain(record, got, field, expected)
        yield field, right, f"{field} of {wanted['content']!r}: expected {expected!r}, found {found!r}"


def _plain(record: Mapping[str, Any], got: Mapping[str, Any], field: str, expected: Any) -> tuple[Any, bool]:
    channel = got["channel"] or {}
    if field in {"kind", "anonymous"}:
        return got[field], got[field] == expected
    if field == "channel":
        return channel.get("kind"), channel.get("kind") == expected
    ids = {
        "speaker": [got["speaker"]], "outlet": [channel.get("outlet")],
        "addressee": got["addressees"], "relayed_by": got["relayed_by"],
    }[field]  # fmt: skip
    names = [_names(record, id) for id in ids if id is not None]
    if expected is None:
        return names, not names
    if field == "addressee":
        return names, any(name_key(expected) in called for called in names)
    in_order = [expected] if isinstance(expected, str) else expected
    right = len(names) == len(in_order) and all(name_key(e) in n for e, n in zip(in_order, names, strict=True))
    return names, right


def _names(record: Mapping[str, Any], id: str) -> list[str]:
    """Return what an entity goes by: its name, its aliases and the words of its mentions."""
    entity = next(e for e in record["entities"] if e["id"] == id)
    text = record["report"]["text"]
    mentions = [text[m["start"] : m["end"]] for m in entity["mentions"]]
    return sorted({name_key(name) for name in (entity["name"], *entity["aliases"], *mentions) if name})


# Places --------------------------------------------------------------------------------------------------------------


def _pieces(given: str | Sequence[str]) -> list[str]:
    return [given] if isinstance(given, str) else list(given)


def _content(text: str, given: str | Sequence[str], around: set[int] | None) -> set[int]:
    """Return the characters of a content: each piece behind the one before, inside what is around it."""
    at = min(around) if around else 0
    found: set[int] = set()
    for piece in _pieces(given):
        at = text.index(piece, at)
        found.update(range(at, at + len(piece)))
        at += len(piece)
    return found


def _place(text: str, given: str | Sequence[str], content: set[int], around: set[int] | None) -> set[int]:
    """Return the characters of a source or cue: of each piece the place that is nearest to the content, outside it."""
    found: set[int] = set()
    for piece in _pieces(given):
        places = [set(range(at, at + len(piece))) for at in _all_places(text, piece)]
        outside = [p for p in places if not p & content and (around is None or p <= around)]
        found |= min(outside or places, key=lambda p: (_distance(set(p), content), min(p)))
    return found


def _all_places(text: str, piece: str) -> Iterator[int]:
    at = text.find(piece)
    while at >= 0:
        end = at + len(piece)
        inside_a_word = (at > 0 and text[at - 1].isalnum() and piece[0].isalnum()) or (
            end < len(text) and text[end].isalnum() and piece[-1].isalnum()
        )
        if not inside_a_word:
            yield at
        at = text.find(piece, at + 1)


def _distance(place: set[int], content: set[int]) -> int:
    """Return the characters between a place and the nearest end of the content's pieces."""
    edges = [c for c in content if not {c - 1, c + 1} <= content]
    return min(abs(edge - own) for edge in edges for own in (min(place), max(place)))


def _characters(spans: Sequence[Sequence[int]]) -> set[int]:
    return set(chain.from_iterable(range(start, end) for start, end in spans))


def _solid(text: str, characters: set[int]) -> set[int]:
    """Leave out white space: whether a piece ends before or behind it is nothing to a reader."""
    return {c for c in characters if not text[c].isspace()}


def _overlap(left: set[int], right: set[int]) -> float:
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 0.0


def _words(case: Mapping[str, Any], spans: Sequence[Sequence[int]]) -> str:
    return " … ".join(case["text"][start:end] for start, end in spans)

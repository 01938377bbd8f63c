# SPDX-License-Identifier: Apache-2.0
"""Look into a record's JSON form without the code that made it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["check_form", "spans_in"]

_PAIRS = {
    "content", "cue", "source", "condition", "spans", "evidence", "trigger", "status_words", "instrument", "issue",
    "topics", "tone_words", "outcome",
}  # fmt: skip


def spans_in(value: Any) -> Iterator[tuple[int, int]]:
    """Find every span below a JSON value: lists of pairs under the names that hold them, and start beside end."""
    if isinstance(value, Mapping):
        if "start" in value and "end" in value:
            yield value["start"], value["end"]
        for key, item in value.items():
            if key in _PAIRS:
                yield from ((start, end) for start, end in item)
            yield from spans_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from spans_in(item)


def check_form(record: Mapping[str, Any]) -> None:
    """Check what must hold for every record, whatever it says: spans in the text, ids that name something."""
    length = len(record["report"]["text"])
    for start, end in spans_in(record):
        assert 0 <= start < end <= length, f"[{start}, {end}] in a text of {length}"
    entities = {entity["id"] for entity in record["entities"]}
    statements = {statement["id"]: number for number, statement in enumerate(record["statements"])}
    assert len(entities) == len(record["entities"])
    assert list(statements) == [f"s{number + 1}" for number in range(len(record["statements"]))]
    events = {event["id"] for event in record["events"]}
    for contact in record["contacts"]:
        assert contact["event"] in events
        assert contact["parties"]
        assert set(contact["parties"]) <= entities
    for statement in record["statements"]:
        outlet = (statement["channel"] or {}).get("outlet")
        named = [statement["speaker"], *statement["addressees"], *statement["relayed_by"], outlet]
        assert {id for id in named if id is not None} <= entities
        assert statement["nested_in"] is None or statement["nested_in"] in statements
        assert statement["content"]
        assert 0 <= statement["confidence"] <= 1
        assert statement["speaker"] or any(left["field"] == "speaker" for left in statement["undecided"]), (
            f"{statement['id']} has no speaker and no reason for it"
        )
    starts = [statement["content"][0][0] for statement in record["statements"]]
    assert starts == sorted(starts)

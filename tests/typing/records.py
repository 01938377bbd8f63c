# SPDX-License-Identifier: Apache-2.0
"""What users of records write, under mypy: run by tests/end_to_end/test_house.py, never executed."""

from __future__ import annotations

from typing import Literal, assert_type

from readout.record import Channel, Contact, Entity, Event, Figure, Json, Record, Statement
from readout.report import Published
from readout.text import Span


def take_a_record_apart(written: str) -> None:
    record = Record.from_json(written)
    assert_type(record.entities, tuple[Entity, ...])
    assert_type(record.statements, tuple[Statement, ...])
    assert_type(record.events, tuple[Event, ...])
    assert_type(record.contacts, tuple[Contact, ...])
    assert_type(record.figures, tuple[Figure, ...])
    assert_type(record.report.published, Published | None)
    assert_type(record.to_json(indent=2), str)
    assert_type(record.to_dict(), dict[str, Json])


def follow_a_statement(record: Record, statement: Statement) -> str:
    assert_type(statement.kind, Literal["direct", "mixed", "indirect"])
    assert_type(statement.content, tuple[Span, ...])
    assert_type(statement.channel, Channel | None)
    speaker = record.speaker_of(statement)
    assert_type(speaker, Entity | None)
    words = record.words(statement.content)
    return words if speaker is None else f"{record.name_of(speaker.id)}: {words}"


def make_by_hand() -> Statement:
    return Statement(id="s1", kind="direct", content=(Span(0, 4),), confidence=1.0)


def wrong_kind() -> Statement:
    return Statement(id="s1", kind="spoken", content=(), confidence=1.0)  # type: ignore[arg-type]


def change(record: Record) -> None:
    record.statements = ()  # type: ignore[misc]

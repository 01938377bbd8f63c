# SPDX-License-Identifier: Apache-2.0
"""What users write, under mypy: run by tests/end_to_end/test_house.py, never executed."""

from __future__ import annotations

from typing import assert_type

import readout


def say_who_said_what(text: str) -> list[str]:
    record = readout.read(text, published="2022-05-13")
    assert_type(record, readout.Record)
    lines = []
    for statement in record.statements:
        assert_type(statement, readout.Statement)
        lines.append(" … ".join(record.report.text[start:end] for start, end in statement.content))
    return lines


def read_a_stream(texts: list[str]) -> int:
    return sum(len(found.statements) for found in readout.read_many(texts) if isinstance(found, readout.Record))

# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import gzip

import pytest

from benchmarks.quality.corpora import Corpora, MissingFile

LINES = '{"text": "a\u2028b"}\n{"text": "c"}\n'


@pytest.fixture
def plain(tmp_path):
    (tmp_path / "x.jsonl").write_text(LINES, encoding="utf-8")
    return Corpora(tmp_path, "dev")


def test_records_are_one_a_line_and_a_line_separator_within_a_text_is_none(plain):
    assert [record["text"] for record in plain.records("x.jsonl")] == ["a\u2028b", "c"]


def test_records_stop_at_the_limit(plain):
    plain.limit = 1
    assert len(plain.records("x.jsonl")) == 1


def test_a_packed_file_is_the_same_file(plain, tmp_path):
    packed = tmp_path / "packed"
    packed.mkdir()
    (packed / "x.jsonl.gz").write_bytes(gzip.compress(LINES.encode("utf-8")))
    other = Corpora(packed, "dev")
    assert other.records("x.jsonl") == plain.records("x.jsonl")
    assert other.used == plain.used


def test_a_file_that_is_not_there_is_named(plain):
    with pytest.raises(MissingFile, match=r"^y\.jsonl$"):
        plain.records("y.jsonl")

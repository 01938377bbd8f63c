# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import json

import pytest

from benchmarks.speed.children import median_run, run
from benchmarks.speed.inputs import EXAMPLES, repeated, report_texts, text_of_length
from benchmarks.speed.jobs import JOBS

# Run by a small parent: a child's peak begins at what its parent held, and pytest holds much.
PEAKS = """
from benchmarks.speed.children import run
hold = "held = bytearray({}); held[::4096] = b'x' * len(held[::4096])"
print(*(run(["-c", hold.format(size)]).peak for size in (120_000_000, 1_000)))
"""


def test_run_tells_what_the_child_printed_and_how_long_it_took():
    ended = run(["-c", "import time; time.sleep(0.2); print('done')"])
    assert ended.output == "done\n"
    assert ended.seconds >= 0.2


def test_run_tells_each_childs_own_peak_of_memory():
    large, small = map(int, run(["-c", PEAKS]).output.split())
    assert large - small > 100_000_000


def test_run_of_a_program_that_fails_is_an_error(capfd):
    with pytest.raises(RuntimeError, match="ended with 3"):
        run(["-c", "raise SystemExit(3)"])


def test_median_run_is_not_the_slowest(tmp_path):
    slow_once = "import pathlib, sys, time; p = pathlib.Path(sys.argv[1]); p.exists() or time.sleep(1); p.touch()"
    assert median_run(["-c", slow_once, str(tmp_path / "seen")], runs=3).seconds < 1


def test_repeated_goes_round():
    assert repeated(["a", "b"], 5) == ["a", "b", "a", "b", "a"]


@pytest.mark.parametrize("length", [100, 100_000])
def test_text_of_length_is_the_examples_cut_at_it(length):
    text = text_of_length(length)
    assert len(text) == length
    assert text.startswith(EXAMPLES[0].read_text(encoding="utf-8")[:100])


def test_report_texts_are_those_of_the_corpus_where_there_is_one(tmp_path):
    (tmp_path / "attribution").mkdir()
    lines = [json.dumps({"text": text}) for text in ("one", "two")]
    (tmp_path / "attribution" / "polnear-dev.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert report_texts(tmp_path) == ["one", "two"]


def test_report_texts_are_our_examples_otherwise():
    assert len(report_texts(None)) == len(EXAMPLES) >= 8


def test_jobs_are_known_by_their_names():
    assert set(JOBS) == {
        "one", "stream", "layers", "encoder", "peak", "length", "rival", "warc", "archive", "records", "export",
    }  # fmt: skip

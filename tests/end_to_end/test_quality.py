# SPDX-License-Identifier: Apache-2.0
"""The floors hold on the parts of the corpora that are read in seconds; `just quality` measures all of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.model]

# One of each kind: spans and links, names, trees, whole records.
QUICK = ("polnear", "polnear-statements", "crossner-politics", "gum", "seed", "examples")


def quality(root: Path, *options: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "benchmarks.quality", *map(str, options)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
        env={**os.environ, "PYTHONUTF8": "1"},
    )


def test_quality_holds_its_floors(root, shared, tmp_path):
    found = tmp_path / "found.json"
    done = quality(root, "--corpora", shared / "corpora", "--only", *QUICK, "--json", found, "--check")
    assert done.returncode == 0, f"{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    figures = json.loads(found.read_text(encoding="utf-8"))["figures"]
    assert {name.partition("/")[0] for name in figures} == set(QUICK)


def test_quality_names_the_files_that_are_not_there(root, tmp_path):
    done = quality(root, "--corpora", tmp_path, "--split", "test", "--only", "uner-ewt")
    assert done.returncode == 0, done.stderr
    assert "uner-ewt: skipped, there is no entities/uner-ewt-test.jsonl" in done.stdout


def test_quality_pins_no_floors_on_the_test_parts(root, tmp_path):
    done = quality(root, "--corpora", tmp_path, "--split", "test", "--update")
    assert done.returncode == 2
    assert "floors are of the whole dev split" in done.stderr

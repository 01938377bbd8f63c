# SPDX-License-Identifier: Apache-2.0
"""The hunt for bytes that make the ways in stumble, for a short time and always the same; a long one is a command of its own.

It runs where atheris has wheels (CPython on Linux, x86-64) and is skipped elsewhere.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

# Inputs. A thousand take about a second of a processor; how many there are does not depend on how busy that is.
RUNS = 20_000
# Of these a mistake behind one sign needs some hundreds.
FEW = 5_000


def hunt(program: str, runs: int, root: Path, found: Path) -> subprocess.CompletedProcess[str]:
    """Hunt in a process of its own, which the hunt ends as it likes."""
    pytest.importorskip("atheris", reason="needs atheris, which has wheels for CPython on Linux (x86-64)")
    command = [sys.executable, "-m", program, "--runs", str(runs), "--seed", "1", "--found", str(found)]
    paths = os.pathsep.join([str(root / "src"), str(root)])
    # Without the hash seed, sets and so the order of what is reached would differ from run to run.
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": "0"}
    return subprocess.run(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",  # the bytes of a finding are printed as well
        check=False,
        timeout=3600,
    )


def test_no_bytes_make_the_ways_in_stumble(root: Path, tmp_path: Path):
    done = hunt("tests.fuzz.bytes_to_report", RUNS, root, tmp_path / "found")
    assert done.returncode == 0, (
        f"{done.stdout[-3000:]}\nThe bytes stand above in base64 and lie in {tmp_path / 'found'}"
    )
    assert f"Done {RUNS} runs" in done.stdout


def test_planted_mistake_is_found_and_its_bytes_are_written(root: Path, tmp_path: Path):
    """So that the test above can fail."""
    done = hunt("tests.fuzz.planted", FEW, root, tmp_path / "found")
    (path,) = (tmp_path / "found").iterdir()
    assert b"~" in path.read_bytes()
    assert done.returncode not in (0, 2)
    assert "made Readout stumble (KeyError: 'a planted mistake')" in done.stdout
    assert f"Test unit written to {path}" in done.stdout


def test_hunt_is_led_by_the_code_of_the_ways_in(root: Path, tmp_path: Path):
    done = hunt("tests.fuzz.bytes_to_report", 1, root, tmp_path)
    rooms = {line.rpartition(" ")[2] for line in done.stdout.splitlines() if line.startswith("INFO: Instrumenting ")}
    assert {"readout.source.ways", "readout.source.warc", "readout.source.mail", "readout.report"} <= rooms

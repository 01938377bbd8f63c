# SPDX-License-Identifier: Apache-2.0
"""The hunt for bytes that make the ways in stumble, for a short time; a long one is a command of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

SECONDS = 20


def test_nothing_is_found_in_a_short_time(root: Path, tmp_path: Path):
    pytest.importorskip("atheris", reason="needs atheris (Linux, x86-64): pip install atheris")
    command = [
        sys.executable,
        "-m",
        "tests.fuzz.bytes_to_report",
        "--seconds",
        str(SECONDS),
        "--corpus",
        str(tmp_path / "in"),
    ]
    paths = os.pathsep.join([str(root / "src"), str(root)])
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr[-3000:]

# SPDX-License-Identifier: Apache-2.0
"""What the README shows is what happens."""

from __future__ import annotations

import difflib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from docs.make_transcript import with_transcript

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")


def block_with(words: str, *, language: str) -> str:
    """Return the README's fenced block of a language that holds the words."""
    blocks = re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    return next(block for block in blocks if words in block)


def test_transcript_is_what_the_command_prints():
    changes = difflib.unified_diff(README.splitlines(), with_transcript(README).splitlines(), lineterm="", n=0)
    assert list(changes) == []


def test_library_lines_run(root: Path):
    """The lines as they stand, with the text of a shipped report."""
    code = block_with("import readout", language="python")
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


@pytest.mark.slow
def test_archive_lines_run(root: Path, tmp_path: Path):
    """In a folder of their own, one after the other, as a user types them."""
    program = f'readout() {{ "{sys.executable}" -m readout "$@"; }}\n'
    (tmp_path / "examples").symlink_to(root / "examples")
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", program + block_with("readout add", language="sh")],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Wang Yi" in done.stdout
    assert (tmp_path / "tables" / "statements.csv").exists()


@pytest.mark.slow
def test_first_command_installs_and_reads(root: Path, tmp_path: Path):
    """In a copy of the checkout, so that an environment that stands there already is left alone."""
    ignored = shutil.ignore_patterns(".git", ".venv", "venv", "runs", "build", "dist", ".*_cache", "__pycache__")
    shutil.copytree(root, tmp_path / "readout", ignore=ignored)
    command = block_with("readout read examples/", language="sh").splitlines()[0]
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=tmp_path / "readout",
        env={**os.environ, "PYTHONPATH": ""},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip()


def test_second_command_is_the_one_that_ci_runs():
    """CI takes its command from the README; there must be exactly one line for it to take."""
    lines = [line for line in README.splitlines() if ".venv/bin/pytest" in line]
    assert len(lines) == 1
    assert lines[0].startswith("python3 -m venv .venv && ")

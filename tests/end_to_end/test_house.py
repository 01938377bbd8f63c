# SPDX-License-Identifier: Apache-2.0
"""The rules of the house, as the tools themselves judge them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

TOOLS = {
    "lint": ["ruff", "check", "--no-cache"],
    "format": ["ruff", "format", "--check", "--no-cache"],
    "types": ["mypy"],
    "import contract": ["lint-imports", "--no-cache"],
    "licences": ["reuse", "lint"],
    "spelling": ["codespell"],
}


@pytest.mark.parametrize("command", TOOLS.values(), ids=TOOLS)
def test_tool_has_nothing_to_say(command: list[str], root: Path):
    tool = Path(sys.executable).parent / command[0]
    done = subprocess.run([tool, *command[1:]], cwd=root, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"


def test_quality_stays_above_its_floors(root: Path, shared: Path):
    """The development parts, against the floors pinned in benchmarks/quality."""
    command = ["-m", "benchmarks.quality", "--corpora", str(shared / "corpora"), "--split", "dev"]
    done = subprocess.run(
        [sys.executable, *command], cwd=root, capture_output=True, text=True, check=False, timeout=900
    )
    assert done.returncode == 0, f"python {' '.join(command)}\n{done.stdout}{done.stderr}"

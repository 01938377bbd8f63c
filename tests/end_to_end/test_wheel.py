# SPDX-License-Identifier: Apache-2.0
"""The wheel, in an environment of its own with nothing that a developer has."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

MODEL = "readout/model/news-en"
INSTALL_LIMIT = 200_000_000  # bytes of all files of the base install; pip itself is not part of it
OUTSIDE = {"PYTHONPATH": "", "PYTHONUTF8": "1"}  # the installed package must be found without the checkout


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the `bin` folder of an environment that holds the wheel and what it depends on."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", str(wheel)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "bin"


def run(command: list[str | Path], *, cwd: Path) -> str:
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **OUTSIDE},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_wheel_holds_the_model_and_the_tables(wheel: Path):
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"{MODEL}/{name}" for name in ("model.onnx", "pairs.onnx", "heads.json", "card.md")} | {
        "readout/py.typed"
    }
    assert wanted - names == set()
    assert [name for name in names if name.startswith("readout/resources/") and not name.endswith(".py")]


def test_wheel_holds_nothing_else(wheel: Path):
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"readout"}


def test_wheel_reads_a_report(installed: Path, examples: list[Path], tmp_path: Path):
    record = json.loads(run([installed / "readout", "read", examples[0], "--json"], cwd=tmp_path))
    assert record["format"] == "readout/1"
    assert record["report"]["text"] == examples[0].read_text(encoding="utf-8")
    assert record["statements"]


def test_wheel_answers_help(installed: Path, tmp_path: Path):
    assert "read" in run([installed / "readout", "--help"], cwd=tmp_path)


def test_wheel_without_the_extra_says_what_a_map_needs(installed: Path, tmp_path: Path):
    command: list[str | Path] = [installed / "readout", "read", "--text", "Rain fell on Oslo.", "--map", "map.png"]
    env = {**os.environ, **OUTSIDE}
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'readout-news[map]'" in done.stderr


def test_base_install_is_not_over_200_mb(installed: Path):
    files = [path for path in installed.parent.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files)
    assert size <= INSTALL_LIMIT, f"the base install takes {size / 1_000_000:.0f} MB"

# SPDX-License-Identifier: Apache-2.0
"""`readout add` and `readout archive` as a user types them, on both databases."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.killing import short_reports

CLI = Callable[..., "subprocess.CompletedProcess[str]"]

pytestmark = pytest.mark.slow


def test_reports_are_added_looked_after_and_brought_back(readout_cli: CLI, archive_address: str, tmp_path: Path):
    archive = ("--archive", archive_address)
    reports = short_reports(tmp_path / "reports", 5)
    (reports / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(500))
    first = readout_cli("add", reports, *archive, "--published", "2022-05-13", "--json")
    lines = [json.loads(line) for line in first.stdout.splitlines()]
    assert first.returncode == 1
    assert sorted(line["outcome"] for line in lines) == ["added"] * 5 + ["refused"]
    assert "photo.jpg" in first.stderr
    assert "5 added, 1 refused" in first.stderr

    (reports / "photo.jpg").unlink()
    second = readout_cli("add", reports, *archive)
    assert (second.returncode, second.stderr) == (0, "")
    assert "5 known already" in second.stdout

    assert "reports      5" in readout_cli("archive", "info", *archive).stdout
    told = json.loads(readout_cli("archive", "info", "--json", *archive).stdout)
    assert (told["reports"], told["corrections"], told["makers"][0]["readings"]) == (5, 0, 5)
    assert "5 reports, nothing wrong" in readout_cli("archive", "check", *archive).stdout
    assert readout_cli("archive", "backup", tmp_path / "backup.sqlite", *archive).returncode == 0
    restored = readout_cli("archive", "restore", tmp_path / "backup.sqlite", "--archive", tmp_path / "restored.sqlite")
    assert "5 reports restored" in restored.stdout
    assert "5 reports made anew" in readout_cli("archive", "repair", *archive).stdout
    assert readout_cli("archive", "vacuum", "--old-readings", *archive).returncode == 0
    assert "as it was" in readout_cli("archive", "upgrade", *archive).stdout
    assert "nothing to read again" in readout_cli("reread", *archive).stdout
    assert "nothing wrong" in readout_cli("archive", "check", *archive).stdout


def test_faults_are_told_as_lines_of_json(readout_cli: CLI, tmp_path: Path):
    archive = tmp_path / "news.sqlite"
    assert readout_cli("add", short_reports(tmp_path / "reports", 2), "--archive", archive, "--quiet").returncode == 0
    assert readout_cli("archive", "check", "--json", "--archive", archive).stdout == ""
    with closing(sqlite3.connect(archive)) as connection:
        connection.execute("UPDATE texts SET reports = 9 WHERE id = 1")
        connection.commit()
    done = readout_cli("archive", "check", "--json", "--archive", archive)
    faults = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (1, "")
    assert faults
    assert all(fault["where"] and fault["what"] and fault["mendable"] in {True, False} for fault in faults)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("archive", "check", "--archive", "nowhere.sqlite"), 1, "'readout add' makes one"),
        (("archive", "info", "--archive", "mysql://ann@db/news"), 2, "expected a path"),
        (("archive", "upgrade", "--archive", "nowhere.sqlite"), 1, "is no archive"),
        (("archive", "restore", "nothing.sqlite", "--archive", "nowhere.sqlite"), 1, "there is no backup"),
        (("add", "a.txt", "--archive", "nowhere/news.sqlite"), 1, "its folder must exist"),
        (("add", "a.txt", "--column", "text"), 2, "--column text=body"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(readout_cli: CLI, arguments: tuple[str, ...], code: int, words: str):
    done = readout_cli(*arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (code, "", 1)
    assert words in done.stderr
    assert not Path("nowhere.sqlite").exists()


def test_missing_libraries_are_named_with_the_extra():
    """As where the base install alone is there."""
    code = "import sys\nsys.modules['sqlalchemy'] = None\nfrom readout.cli import main\nmain(['archive', 'info'])\n"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert "pip install 'readout-news[archive]'" in done.stderr


def test_import_of_the_command_line_loads_no_library_of_the_archive():
    code = "import sys, readout.cli; print(sorted({'sqlalchemy', 'alembic', 'httpx', 'numpy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"

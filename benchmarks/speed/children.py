# SPDX-License-Identifier: Apache-2.0
"""Run a program as a child process, with its wall time and its peak of memory.

The parent stays small on purpose: on Linux a child's peak begins at what its parent held when it was started.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

__all__ = ["Run", "job", "jobs_at_once", "median_run", "run"]

_KIB = 1 if sys.platform == "darwin" else 1024  # the unit of ru_maxrss


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a program: wall seconds from start to end, peak resident bytes, and what it printed."""

    seconds: float
    peak: int
    output: str


def run(arguments: Sequence[str]) -> Run:
    """Run the Python of this process with these arguments.

    Raises:
        RuntimeError: If it fails; what it wrote to standard error went to this process's.
    """
    start = time.perf_counter()
    return _finish(_start(arguments), start)


def median_run(arguments: Sequence[str], *, runs: int) -> Run:
    """Run several times, and return the medians of time and peak."""
    found = [run(arguments) for _ in range(runs)]
    return Run(median(r.seconds for r in found), int(median(r.peak for r in found)), found[-1].output)


def job(name: str, /, **options: object) -> dict[str, Any]:
    """Run one of `benchmarks.speed.jobs` in a child and return what it found, with its own peak of memory in bytes."""
    return jobs_at_once([(name, options)])[0]


def jobs_at_once(jobs: Sequence[tuple[str, Mapping[str, object]]]) -> list[dict[str, Any]]:
    """Run several jobs side by side."""
    start = time.perf_counter()
    started = [_start(["-m", "benchmarks.speed.jobs", name, json.dumps(options)]) for name, options in jobs]
    found = []
    for process in started:
        ended = _finish(process, start)
        found.append({**json.loads(ended.output.splitlines()[-1]), "peak": ended.peak})
    return found


def _start(arguments: Sequence[str]) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONWARNINGS": "ignore", "PYTHONUTF8": "1"}
    return subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment
    )


def _finish(process: subprocess.Popen[str], start: float) -> Run:
    assert process.stdout is not None
    with process.stdout as stream:
        output = stream.read()
    _, status, usage = os.wait4(process.pid, 0)  # not wait(): only wait4 tells this child's usage from the others'
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{process.args!r} ended with {process.returncode}; its own message is above")
    return Run(seconds, usage.ru_maxrss * _KIB, output)

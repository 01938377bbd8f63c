# SPDX-License-Identifier: Apache-2.0
"""The hunt for bytes that make something stumble: libFuzzer changes them, led by which code they reach.

What it finds is written to a file and named. With `--seed`, `--runs` and PYTHONHASHSEED=0 a hunt is the same each time.
It needs atheris, which the development tools bring where there are wheels of it (CPython on Linux, x86-64).
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

__all__ = ["Bounds", "bounds_from", "hunt"]

# Bytes of one input: all kinds fit into it, and a page takes no longer than some milliseconds.
_LARGEST = 20_000
# Seconds of processor time for one input, of one that would take for ever; a machine that is merely busy uses none up.
_PATIENCE = 60
# Seconds on the clock, for what hangs in a library where Python's signals do not come through.
_LAST_RESORT = 1200
_MEGABYTES = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How long a hunt is and what it leaves behind.

    Attributes:
        seconds: How long on the clock; 0 for as long as the runs take.
        runs: How many inputs; -1 for as many as the seconds allow.
        seed: Where chance begins; 0 for another hunt each time.
        corpus: Where inputs that reach new code are kept; None for nowhere.
        found: The folder that an input is written to which makes it stumble.
    """

    seconds: int
    runs: int
    seed: int
    corpus: Path | None
    found: Path


def bounds_from(arguments: list[str] | None, *, program: str, description: str) -> Bounds:
    """Read a command line."""
    parser = argparse.ArgumentParser(prog=f"python -m {program}", description=description)
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--seconds", type=int, metavar="N", help="how long (60)")
    length.add_argument("--runs", type=int, metavar="N", help="how many inputs, instead")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="where chance begins (another each time)")
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="where inputs that reach new code are kept")
    parser.add_argument("--found", type=Path, default=Path(), metavar="DIR", help="where findings are written (here)")
    options = parser.parse_args(arguments)
    seconds = options.seconds or (0 if options.runs else 60)
    return Bounds(
        seconds=seconds, runs=options.runs or -1, seed=options.seed, corpus=options.corpus, found=options.found
    )


def hunt(test_one: Callable[[bytes], None], seeds: Iterable[bytes], bounds: Bounds) -> None:
    """Hunt, and end the process: with 0 if nothing was found.

    Args:
        test_one: Raises for bytes that are a finding.
        seeds: What is changed first.
        bounds: How long, and what is left behind.
    """
    import atheris

    with tempfile.TemporaryDirectory() as folder:
        corpus = bounds.corpus or Path(folder)
        corpus.mkdir(parents=True, exist_ok=True)
        bounds.found.mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate(seeds):
            (corpus / f"seed-{number:03}").write_bytes(seed)
        limits = [
            f"-max_total_time={bounds.seconds}",
            f"-runs={bounds.runs}",
            f"-seed={bounds.seed}",
            f"-artifact_prefix={bounds.found}/",
            f"-max_len={_LARGEST}",
            f"-timeout={_LAST_RESORT}",
            f"-rss_limit_mb={_MEGABYTES}",
            "-reload=0",  # nobody else writes to the corpus, and when it is looked at would depend on the clock
        ]
        atheris.Setup([sys.argv[0], *limits, str(corpus)], _patient(test_one))
        atheris.Fuzz()


def _patient(test_one: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """Make what takes for ever a finding as well."""

    def give_up(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"took more than {_PATIENCE} seconds of processor time")

    def test(data: bytes) -> None:
        signal.setitimer(signal.ITIMER_PROF, _PATIENCE)
        try:
            test_one(data)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)

    signal.signal(signal.SIGPROF, give_up)
    return test

# SPDX-License-Identifier: Apache-2.0
"""Kill `readout add` at random moments, and look whether everything is there that it said it had kept.

python -m tests.support.killing --times 200 --database sqlite|postgresql [--seed N] [--anew]

A process is started anew for each kill with `--anew`; without, it is forked from one that has the model open already, which is
quicker and else the same.
"""

from __future__ import annotations

import argparse
import io
import json
import multiprocessing
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from readout.archive.archive import Archive
from readout.archive.checking import check
from tests.support.postgres import PostgreSQL

__all__ = ["Adding", "Killed", "faults_of", "kill_many", "short_reports"]

ROOT = Path(__file__).resolve().parents[2]

_PERSONS = "Lind Haas Okoro Petrov Silva Tanaka Novak Mensah Rossi Dlamini".split()
_OFFICES = ["the foreign minister", "a spokesman", "the governor", "an aide", "the mayor"]
_TOPICS = ["the talks", "the border", "the harvest", "the election", "the bridge", "the budget", "the strike"]
_TOWNS = "Vienna Lagos Oslo Manila Quito Tunis Riga Accra Baku Lima".split()


def short_reports(folder: Path, number: int, *, seed: int = 0) -> Path:
    """Write so many reports of two sentences, each different; three of four are in French, which is quickly kept."""
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(number):
        one, other = chance.sample(_PERSONS, 2)
        town, topic, office = chance.choice(_TOWNS), chance.choice(_TOPICS), chance.choice(_OFFICES)
        text = (
            f"{one}, {office}, said in {town} that {topic} would take {index + 2} days.\n\n"
            f"“We met {other} {seed}-{index} times over {topic},” {one} told reporters."
        )
        if index % 4:
            text = (
                f"Le ministre {one} a dit à {town} que les négociations dureraient encore {index + 2} jours.\n\n"
                f"« Nous avons rencontré {other} {seed}-{index} fois », a-t-il dit aux journalistes avec une autre question."
            )
        (folder / f"{index:05}.txt").write_text(text, encoding="utf-8")
    return folder


class Adding:
    """A running `readout add --json`, with what it has said so far."""

    def __init__(self, sources: list[Path], address: str, *, threads: int = 1, anew: bool = True) -> None:
        names = [*map(str, sources), "--archive", address, "--json", "--quiet", "--threads", str(threads)]
        self.process = _started(["add", *names]) if anew else _Forked(["add", *names])
        self.lines: list[str] = []
        self.errors = ""
        self._readers = [threading.Thread(target=self._hear), threading.Thread(target=self._hear_errors)]
        for reader in self._readers:
            reader.start()

    def _hear(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.endswith(b"\n"):  # half a line says nothing
                self.lines.append(line.decode("utf-8"))

    def _hear_errors(self) -> None:
        assert self.process.stderr is not None
        self.errors = self.process.stderr.read().decode("utf-8")

    def wait_for(self, lines: int, *, or_seconds: float = 300) -> None:
        """Wait until it has said so much, or has ended."""
        end = time.monotonic() + or_seconds
        while len(self.lines) < lines and self.process.poll() is None and time.monotonic() < end:
            time.sleep(0.005)

    def kill(self) -> None:
        """Kill it as nothing can be caught."""
        self.process.kill()
        self.wait()

    def wait(self) -> int:
        """Wait for its end, and return its exit code."""
        code = self.process.wait(timeout=600)
        for reader in self._readers:
            reader.join()
        for stream in (self.process.stdout, self.process.stderr):
            assert stream is not None
            stream.close()
        return code

    @property
    def outcomes(self) -> list[dict[str, str]]:
        """Return what it said of each report."""
        return [json.loads(line) for line in self.lines]


def _started(arguments: list[str]) -> subprocess.Popen[bytes]:
    path = os.pathsep.join([str(ROOT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])])
    return subprocess.Popen(
        [sys.executable, "-m", "readout", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
    )


class _Forked:
    """A command in a forked process, with as much of `Popen` as is needed."""

    def __init__(self, arguments: list[str]) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["tests.support.preloaded"])
        (output, said), (errors, told) = (context.Pipe(duplex=False) for _ in range(2))
        self._process = context.Process(target=_run, args=(arguments, said, told))
        self._process.start()
        said.close()
        told.close()
        self.stdout = os.fdopen(os.dup(output.fileno()), "rb")
        self.stderr = os.fdopen(os.dup(errors.fileno()), "rb")
        self._ends = (output, errors)

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    def poll(self) -> int | None:
        return self._process.exitcode

    def kill(self) -> None:
        self._process.kill()

    def wait(self, timeout: float) -> int:
        self._process.join(timeout)
        for end in self._ends:
            end.close()
        assert self._process.exitcode is not None
        return self._process.exitcode


def _run(arguments: list[str], said: Connection, told: Connection) -> None:
    from readout.cli import main

    os.dup2(said.fileno(), 1)
    os.dup2(told.fileno(), 2)
    sys.stdout = io.TextIOWrapper(io.FileIO(1, "w", closefd=False), encoding="utf-8", write_through=True)
    main(arguments)


def faults_of(address: str, acknowledged: set[str]) -> list[str]:
    """Return what is wrong with an archive, and what it said it had kept and has not."""
    with Archive.open(address, create=False) as archive:
        kept = {report.id for report in archive.reports()}
        faults = [f"{fault.where}: {fault.what}" for fault in check(archive.engine)]
    return [*faults, *(f"{id} was acknowledged and is not there" for id in sorted(acknowledged - kept))]


@dataclass
class Killed:
    """What came of a run of kills."""

    kills: int = 0
    before_first: int = 0  # killed before anything was acknowledged in that run
    acknowledged: int = 0
    archives: int = 0
    completed: int = 0
    faults: list[str] = field(default_factory=list)


def kill_many(
    addresses: Iterator[str], folder: Path, *, times: int, seed: int = 0, reports: int = 60, anew: bool = True
) -> Killed:
    """Add reports to an archive, kill the process again and again until all are added, and go on with the next archive.

    Args:
        addresses: A new archive each.
        folder: Where the reports are written.
        times: How often to kill.
        seed: Of the moments.
        reports: For each archive.
        anew: Whether each process is started anew.
    """
    chance = random.Random(seed)
    found = Killed()
    while found.kills < times:
        address = next(addresses)
        sources = short_reports(folder / str(found.archives), reports, seed=seed * 1000 + found.archives)
        _kill_until_done(address, sources, times, chance, found, anew=anew)
        found.archives += 1
    return found


def _kill_until_done(
    address: str, sources: Path, times: int, chance: random.Random, found: Killed, *, anew: bool
) -> None:
    acknowledged: set[str] = set()
    new = 0
    while found.kills < times:
        adding = Adding([sources], address, anew=anew)
        if chance.random() < 0.15:  # while it starts, opens or makes the archive
            adding.wait_for(1, or_seconds=chance.uniform(0, 2))
        else:
            adding.wait_for(new + chance.randrange(1, 25))
            time.sleep(chance.uniform(0, 0.3))
        ended = adding.process.poll() is not None
        adding.kill()
        said = adding.outcomes
        acknowledged |= {each["report"] for each in said if "report" in each}
        if ended:
            break
        found.kills += 1
        found.before_first += not said
        new = sum(each["outcome"] == "known" for each in said)
        if found.kills % 20 == 0 and acknowledged:
            found.faults += faults_of(address, acknowledged)
    last = Adding([sources], address, anew=anew)
    code = last.wait()
    acknowledged |= {each["report"] for each in last.outcomes}
    if code:
        found.faults.append(f"the last run ended with {code}: {last.errors}")
    found.faults += faults_of(address, acknowledged)
    found.completed += len(acknowledged) == len(list(sources.iterdir()))
    found.acknowledged += len(acknowledged)


@contextmanager
def _addresses(database: str, folder: Path) -> Iterator[Iterator[str]]:
    if database == "sqlite":
        yield (str(folder / f"archive-{index}.sqlite") for index in range(10_000))
        return
    with PostgreSQL.started() as server:
        yield (server.new_database() for _ in range(10_000))


def main() -> int:
    """Run, print what came of it, and return 1 if something was lost or wrong."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--anew", action="store_true", help="start a process anew for each kill")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="readout-killing-") as name:
        folder = Path(name)
        with _addresses(options.database, folder) as addresses:
            found = kill_many(addresses, folder / "reports", times=options.times, seed=options.seed, anew=options.anew)
    print(
        f"{options.database}: killed {found.kills} times ({found.before_first} before anything was said), "
        f"{found.acknowledged} reports acknowledged in {found.archives} archives, {found.completed} complete, "
        f"{len(found.faults)} faults"
    )
    for fault in found.faults[:20]:
        print(f"  {fault}")
    return 1 if found.faults or found.completed != found.archives else 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: Apache-2.0
"""Read the reports that a command names, each apart from the others, and hand the records on."""

from __future__ import annotations

import gc
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from readout.cli.outputs import Output, complain
from readout.errors import ConfigError, ReadoutError, SourceError
from readout.record import Record
from readout.report import Report

__all__ = ["Given", "Refused", "cores_for", "exit_code_of", "names_of", "outcomes", "run"]

# What a report from `--text` is called in messages.
_TEXT = "--text"

# A worker needs about a second to start, in which one that is there already reads some twenty reports.
_PAYS_FROM = 40

# What a shell reports of a program that Ctrl-C ended.
_INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says about the reports, and where to look places up."""

    text: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    gazetteer: Path | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A report that gave no record, and why."""

    reason: str
    unreadable: bool


def names_of(arguments: Sequence[str], given: Given) -> list[str]:
    """Name the reports to read: files, `-`, or the words of `--text`; standard input if nothing is named.

    Raises:
        ConfigError: If nothing is named and standard input is a terminal, or what is named does not go
            together.
    """
    if given.text is not None:
        if arguments:
            raise ConfigError(f"found --text and also '{arguments[0]}', expected one of them; leave one out")
        return [_TEXT]
    if not arguments and sys.stdin.isatty():
        raise ConfigError("nothing to read: name a file, or '-' for standard input, or give --text 'words'")
    if list(arguments).count("-") > 1:
        raise ConfigError("found '-' more than once, but standard input can be read only once")
    if len(arguments) > 1 and (given.url is not None or given.title is not None):
        raise ConfigError(f"--url and --title are of one report, but {len(arguments)} are named; read them one by one")
    return list(arguments) or ["-"]


def outcomes(names: Sequence[str], given: Given, *, workers: int) -> Iterator[tuple[str, Record | Refused]]:
    """Read each report and give its name with its record, or with the reason why there is none.

    Records come in the order of the names. A report that cannot be read never takes the others down.
    """
    from readout.pipeline import read_reports

    handed: list[str] = []
    unreadable: deque[tuple[str, Refused]] = deque()
    reports = _reports(names, given, handed, unreadable)
    for position, result in enumerate(read_reports(reports, workers=workers, gazetteer=given.gazetteer)):
        while unreadable:
            yield unreadable.popleft()
        name = handed[position]
        if isinstance(result, Record):
            yield name, result
        else:
            yield name, Refused(f"{name}: {result.error}", unreadable=False)
    yield from unreadable


def _reports(
    names: Sequence[str], given: Given, handed: list[str], unreadable: deque[tuple[str, Refused]]
) -> Iterator[Report]:
    """Open the reports one by one; note those handed on, set aside those that could not be opened."""
    for name in names:
        try:
            report = _open(name, given)
        except SourceError as error:
            unreadable.append((name, Refused(str(error), unreadable=True)))
            continue
        handed.append(name)
        yield report


def _open(name: str, given: Given) -> Report:
    from readout.source import read_source, report_from_text

    about = {
        "published": given.published,
        "publisher": given.publisher,
        "url": given.url,
        "title": given.title,
    }
    if given.text is not None:
        return report_from_text(given.text, name=name, **about)
    return read_source(name, stdin=getattr(sys.stdin, "buffer", None), **about)


def run(names: Sequence[str], given: Given, outputs: Sequence[Output], *, workers: int | None, quiet: bool) -> int:
    """Read the reports, write each record as it comes, name each failure, and return the exit code."""
    refused: list[Refused] = []
    done = 0
    found = outcomes(names, given, workers=cores_for(len(names), workers))
    try:
        shown = not quiet and not any(output.on_screen for output in outputs)
        with _without_collector(), _progress(len(names), shown=shown) as advance:
            for name, outcome in found:
                if isinstance(outcome, Refused):
                    refused.append(outcome)
                    complain(outcome.reason)
                else:
                    _write(outputs, outcome, name=name)
                done += 1
                advance()
                gc.collect(0)  # of what the report has left behind
    except KeyboardInterrupt:
        _end(outputs)
        complain(f"stopped: {done} of {len(names)} reports done")
        return _INTERRUPTED
    except ReadoutError:  # an output that can do nothing with a record: the others are whole all the same
        _end(outputs)
        raise
    _end(outputs)
    return exit_code_of(refused, number=len(names))


def _write(outputs: Sequence[Output], record: Record, *, name: str) -> None:
    for output in outputs:
        output.put(record, name=name)


def _end(outputs: Sequence[Output]) -> None:
    for output in outputs:
        output.end()


def exit_code_of(refused: Sequence[Refused], *, number: int) -> int:
    """Choose the exit code: a single report that could not be opened is misuse, all else a failure."""
    if not refused:
        return 0
    return 2 if number == 1 and refused[0].unreadable else 1


def cores_for(number: int | None, asked: int | None) -> int:
    """Choose how many reports to read at once: one by one, until opening the model anew in each worker pays.

    Args:
        number: How many reports there are; None where nobody knows.
        asked: How many the caller wants to be read at once.
    """
    if asked is None and number is not None and number < _PAYS_FROM:
        return 1
    # In a container a process may use fewer processors than the machine has.
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    wanted = asked or cores
    return wanted if number is None else max(1, min(number, wanted))


@contextmanager
def _without_collector() -> Iterator[None]:
    """Let the collector rest: of what is opened nothing is garbage, and looking through it takes a tenth of one report's time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def _progress(total: int, *, shown: bool) -> Iterator[Callable[[], None]]:
    """Show a bar on stderr while several reports are read, if that is a terminal."""
    if not shown or total < 2 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=total)
        yield lambda: progress.advance(task)

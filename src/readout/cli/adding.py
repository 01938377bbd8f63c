# SPDX-License-Identifier: Apache-2.0
"""Add what some sources hold to an archive, or read its reports anew, and say what came of each."""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from readout.cli.batch import cores_for
from readout.cli.outputs import Sink, complain, remark
from readout.errors import ConfigError, ReadoutError

if TYPE_CHECKING:
    from readout.archive.kept import Outcome
    from readout.source.received import Received, Refused

__all__ = ["Telling", "add", "read_again"]

_INTERRUPTED = 130
_REASONS = 10  # that a summary lists; the rest is counted

# A file with one of these names may hold any number of reports, so that nobody knows how many there are to come.
_HOLDS_MANY = tuple(".zip .gz .warc .jsonl .ndjson .json .csv .tsv .parquet .xml .rss .atom .mbox".split())


@dataclass(slots=True)
class Telling:
    """What is said while reports come and go, and how it is counted.

    Attributes:
        as_json: Write one line of JSON for each item, as soon as it is on the disk.
        quiet: No progress and no summary.
        idle: What the summary says where nothing came.
    """

    as_json: bool = False
    quiet: bool = False
    idle: str = "nothing to add"
    counts: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)
    whole: dict[str, str] = field(default_factory=dict)  # one reason of each kind, as it was

    def tell(self, outcome: Outcome) -> None:
        """Count an outcome; name what was refused on stderr, and write the line of JSON."""
        self.counts[outcome.kind] += 1
        if outcome.reason is not None:
            self._count(self.reasons, outcome.reason)
            complain(
                f"{outcome.address}: {outcome.reason}" if outcome.address not in outcome.reason else outcome.reason
            )
        for note in outcome.notes:
            self._count(self.notes, note)
        if self.as_json:
            output = Sink(None).file
            output.write(_line_of(outcome) + "\n")
            output.flush()

    def _count(self, reasons: Counter[str], reason: str) -> None:
        kind = _kind_of(reason)
        reasons[kind] += 1
        self.whole.setdefault(kind, reason)

    def summary(self, archive: str) -> list[str]:
        """Return the lines to end with: what came, why some of it did not, and what is to be known of what did."""
        told = [f"{number:,} {_WORDS[kind]}" for kind in _WORDS if (number := self.counts[kind])]
        lines = [f"{archive}: {', '.join(told) or self.idle}"]
        common = self.reasons.most_common(_REASONS)
        lines += [f"  {number:,} x {self.whole[kind] if number == 1 else kind}" for kind, number in common]
        if rest := self.reasons.total() - sum(number for _, number in common):
            lines.append(f"  {rest:,} x something else")
        noted = self.notes.most_common(_REASONS)
        lines += [f"  {number:,} x note: {self.whole[kind] if number == 1 else kind}" for kind, number in noted]
        return lines

    @property
    def exit_code(self) -> int:
        """Tell whether all went well."""
        return 1 if self.counts["refused"] or self.counts["unread"] else 0


_WORDS = {
    "added": "added",
    "copy": "added as copies of others",
    "version": "added as new versions",
    "appearance": "known, found at a new address",
    "known": "known already",
    "reread": "read again",
    "unread": "kept, but could not be read",
    "refused": "refused",
}


def _line_of(outcome: Outcome) -> str:
    named = {
        "outcome": outcome.kind,
        "address": outcome.address,
        "report": outcome.report,
        "version": outcome.version,
        "copy_of": outcome.copy_of,
        "kinship": outcome.kinship,
        "reason": outcome.reason,
        "notes": outcome.notes or None,
    }
    return json.dumps({name: value for name, value in named.items() if value is not None}, ensure_ascii=True)


def _kind_of(reason: str) -> str:
    """Leave out of a reason what is of one item only, so that like ones are counted together."""
    plain = re.sub(r"'[^']*'|\"[^\"]*\"", "'…'", reason)
    # Not the digits of a name, such as those of UTF-8.
    plain = re.sub(r"^'…'( \(?from [^:]*\)?)?: ?", "", re.sub(r"(?<![\w-])\d+(?:[,.]\d+)*", "N", plain))
    return plain if len(plain) <= 160 else plain[:159] + "…"


def received(
    sources: Sequence[str], *, published: str | None, publisher: str | None, columns: Sequence[str], private: bool
) -> Iterator[Received | Refused]:
    """Receive what is at some places, as the options of `readout add` say.

    Raises:
        ConfigError: If one of them is not what it should be.
    """
    from readout.source.details import Details
    from readout.source.fetching import Fetcher, Limits
    from readout.source.ways import receive

    given = Details(basis="caller", published=published, publisher=publisher)
    fetcher = Fetcher(Limits(allow_private=True)) if private else None
    stdin = getattr(sys.stdin, "buffer", None)
    return receive(sources, given=given, columns=_columns_of(columns), fetcher=fetcher, stdin=stdin)


def _columns_of(options: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for option in options:
        what, is_given, name = option.partition("=")
        if not is_given or not name:
            raise ConfigError(f"found --column '{option}', expected what it holds and its name: --column text=body")
        found[what.strip()] = name.strip()
    return found


def add(
    sources: Sequence[str],
    items: Iterable[Received | Refused],
    address: str,
    *,
    telling: Telling,
    workers: int | None,
    gazetteer: Path | None,
) -> int:
    """Add items to an archive and return the exit code.

    Args:
        sources: Where the items come from, to tell how many there may be.
        items: What the ways in hand over.
        address: Of the archive, which is made if it is not there.
        telling: What to say of it.
        workers: Processes that read; as many as pays if None.
        gazetteer: Where to look places up.
    """
    from readout.cli.opening import open_archive

    number = _number_of_files(sources)
    with open_archive(address, create=True) as archive:
        from readout.collecting import add_reports

        outcomes = add_reports(archive, items, workers=cores_for(number, workers), gazetteer=gazetteer)
        return _told(outcomes, telling, number, doing="adding", archive=archive.name)


def read_again(address: str, *, telling: Telling, workers: int | None, gazetteer: Path | None) -> int:
    """Read the reports of an archive that another maker has read, and return the exit code."""
    from readout.cli.opening import open_archive

    with open_archive(address) as archive:
        from readout.collecting import maker_of, reread

        if hasattr(os, "nice"):
            os.nice(10)  # it may take days, and what a person does at the same machine comes first
        number = archive.count_outdated(maker_of(gazetteer=gazetteer))
        outcomes = reread(archive, workers=cores_for(number, workers), gazetteer=gazetteer)
        return _told(outcomes, telling, number, doing="reading", archive=archive.name)


def _told(outcomes: Iterator[Outcome], telling: Telling, number: int | None, *, doing: str, archive: str) -> int:
    done = False
    kept = f"what was {'read' if doing == 'reading' else 'added'} is kept"
    try:
        with progress(number, doing=doing, shown=not telling.quiet) as advance:
            for outcome in outcomes:
                telling.tell(outcome)
                advance()
        done = True
    except KeyboardInterrupt:
        complain(f"stopped; {kept}: run the same command again to go on")
        return _INTERRUPTED
    except ReadoutError:
        complain(f"stopped after {telling.counts.total():,}; {kept}")
        raise
    finally:
        if not telling.quiet and (done or telling.counts.total()):
            _summarise(telling, archive)
    return telling.exit_code


def _summarise(telling: Telling, archive: str) -> None:
    for line in telling.summary(archive):
        if telling.as_json:
            remark(line)
        else:
            Sink(None).file.write(line + "\n")


def _number_of_files(sources: Sequence[str]) -> int | None:
    """Count the files that sources name; None where one of them may hold any number of reports."""
    count = 0
    for source in sources:
        if source == "-" or "://" in source:
            return None
        path = Path(source)
        files = (file for file in path.rglob("*") if file.is_file()) if path.is_dir() else (path,)
        for file in files:
            if file.name.lower().endswith(_HOLDS_MANY):
                return None
            count += 1
    return count


@contextmanager
def progress(total: int | None, *, doing: str, shown: bool) -> Iterator[Callable[[], None]]:
    """Show a bar on stderr with rate and time left, if that is a terminal; without a number of things, the rate."""
    if not shown or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        """Reports in a second."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.1f}/s" if task.speed else "")

    counted = TextColumn("{task.completed:,}" if total is None else "{task.completed:,}/{task.total:,}")
    left = TimeElapsedColumn() if total is None else TimeRemainingColumn()
    with Progress(
        TextColumn(doing), BarColumn(), counted, Rate(), left, console=Console(stderr=True), transient=True
    ) as bar:
        task = bar.add_task(doing, total=total)
        yield lambda: bar.advance(task)

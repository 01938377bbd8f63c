# SPDX-License-Identifier: Apache-2.0
"""Where records go: the terminal, JSON, JSON lines, pages; and the one place that writes to stderr."""

from __future__ import annotations

import io
import re
import sys
from collections import Counter
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TextIO

from readout.cli.wording import legible
from readout.errors import ConfigError
from readout.record import Record

if TYPE_CHECKING:
    from readout.export import Streaming, Writing

__all__ = [
    "Exports",
    "JsonLines",
    "JsonObjects",
    "Maps",
    "Output",
    "Pages",
    "Readouts",
    "Sink",
    "complain",
    "open_outputs",
    "remark",
]


def complain(message: str) -> None:
    """Write an error as one line on stderr."""
    _to_stderr(f"readout: {legible(message)}")


def remark(message: str) -> None:
    """Write something good to know as one line on stderr."""
    _to_stderr(legible(message))


def _to_stderr(line: str) -> None:
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors="replace")
    sys.stderr.write(line + "\n")


STANDARD_OUTPUT = Path("-")


class Output(Protocol):
    """Takes records as they come."""

    @property
    def on_screen(self) -> bool:
        """Tell whether what is written runs over a terminal."""
        ...

    def put(self, record: Record, *, name: str) -> None:
        """Write one record; `name` says which report it is of."""
        ...

    def end(self) -> None:
        """Write what must follow the last record."""
        ...


class Sink:
    """A file or standard output, opened with the first words: a run that fails at once spoils no file."""

    def __init__(self, path: Path | None) -> None:
        """Take a file that can be written; None and '-' are standard output."""
        path = None if path == STANDARD_OUTPUT else path
        if path is not None and not path.parent.is_dir():
            raise ConfigError(f"there is no folder '{path.parent}' to write '{path.name}' in; make it first")
        if path is not None and path.is_dir():
            raise ConfigError(f"'{path}' is a folder, expected a file to write; add a name")
        self._path = path
        self._file: TextIO | None = None

    @property
    def on_screen(self) -> bool:
        """Tell whether this is standard output, and that a terminal."""
        return self._path is None and sys.stdout.isatty()

    @property
    def file(self) -> TextIO:
        """Return the open file."""
        if self._file is None:
            self._file = (
                _standard_output() if self._path is None else self._path.open("w", encoding="utf-8", newline="\n")
            )
        return self._file

    def close(self) -> None:
        """Close the file; standard output stays open."""
        if self._file is not None and self._path is not None:
            self._file.close()


def _standard_output() -> TextIO:
    if isinstance(sys.stdout, io.TextIOWrapper):
        # JSON is UTF-8 whatever the machine's own encoding; a terminal that has another gets what it can
        # show.
        sys.stdout.reconfigure(encoding=None if sys.stdout.isatty() else "utf-8", errors="replace", newline="\n")
    return sys.stdout


class Readouts:
    """Draws records for a reader at a terminal."""

    def __init__(self, sink: Sink, *, several: bool) -> None:
        self._sink = sink
        self._several = several
        self._begun = False

    @property
    def on_screen(self) -> bool:
        """Tell whether what is written runs over a terminal."""
        return self._sink.on_screen

    def put(self, record: Record, *, name: str) -> None:
        """Draw one record, under its name where there are several."""
        from rich.console import Console
        from rich.text import Text

        from readout.cli.terminal import draw

        console = Console(file=self._sink.file, highlight=False, markup=False, emoji=False, soft_wrap=False)
        if self._begun:
            console.print("\n")
        if self._several:
            console.print(Text(legible(name), style="dim"))
        draw(record, console)
        self._begun = True

    def end(self) -> None:
        """Close the file."""
        self._sink.close()


class JsonObjects:
    """Writes one record as a JSON object, several as a list of them."""

    def __init__(self, sink: Sink, *, several: bool) -> None:
        self._sink = sink
        self._several = several
        self._begun = False

    @property
    def on_screen(self) -> bool:
        """Tell whether what is written runs over a terminal."""
        return self._sink.on_screen

    def put(self, record: Record, *, name: str) -> None:
        """Write one record."""
        if self._several:
            self._sink.file.write(",\n" if self._begun else "[\n")
        self._begun = True
        self._sink.file.write(record.to_json(indent=2))

    def end(self) -> None:
        """Close the list, so that it is JSON also when nothing could be read or the run was stopped."""
        if self._several:
            self._sink.file.write("\n]\n" if self._begun else "[]\n")
        elif self._begun:
            self._sink.file.write("\n")
        self._sink.close()


class JsonLines:
    """Writes each record as one line of JSON."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink

    @property
    def on_screen(self) -> bool:
        """Tell whether what is written runs over a terminal."""
        return self._sink.on_screen

    def put(self, record: Record, *, name: str) -> None:
        """Write one record."""
        self._sink.file.write(record.to_json() + "\n")

    def end(self) -> None:
        """Close the file."""
        self._sink.close()


class Exports:
    """Writes records in a form of other programs: to standard output, a file or a folder."""

    def __init__(self, form: str, path: Path | None, *, force: bool) -> None:
        from readout.export import FolderFormat, check_place, format_named

        self._format = format_named(form)
        path = None if path == STANDARD_OUTPUT else path
        folder = isinstance(self._format, FolderFormat)
        if folder and path is None:
            raise ConfigError(f"format '{form}' is several files; say where with --output FOLDER")
        # A file is replaced as for every other output of `read`; a folder may hold what nobody wants to lose.
        self._force = force or not folder
        if path is not None:
            check_place(path, folder=folder, force=self._force)
        self._path = path
        self._sink = Sink(None)
        self._writing: Writing | Streaming | None = None

    @property
    def on_screen(self) -> bool:
        """Tell whether what is written runs over a terminal."""
        return self._path is None and self._sink.on_screen

    def put(self, record: Record, *, name: str) -> None:
        """Write one record; the first one opens the file or folder."""
        from readout.export import Kept

        if self._writing is None:
            self._writing = self._opened()
        self._writing.put(Kept(record=record))

    def end(self) -> None:
        """Write what must follow the last record, and give file or folder its name."""
        if self._writing is not None:
            self._writing.keep()

    def _opened(self) -> Writing | Streaming:
        from readout.export import Streaming, Writing

        if self._path is None:
            return Streaming(self._format, self._sink.file)
        return Writing(self._format, self._path, force=self._force)


class Pages:
    """Writes each record as a page: to the file that was named, or for several to a folder."""

    def __init__(self, path: Path, names: Sequence[str], *, quiet: bool) -> None:
        several = len(names) > 1
        if several and path == STANDARD_OUTPUT:
            raise ConfigError(
                f"{len(names)} reports make as many pages, expected a folder for them: name one in place of '-'"
            )
        if several and path.exists() and not path.is_dir():
            raise ConfigError(f"'{path}' is a file; several reports need a folder for their pages: name another")
        if not several and path.is_dir():
            raise ConfigError(f"'{path}' is a folder; one report needs a file for its page: add a name")
        if not several and not path.parent.is_dir():
            raise ConfigError(f"there is no folder '{path.parent}' to write '{path.name}' in; make it first")
        self._path = path
        self._several = several
        self._quiet = quiet
        self._stems = Counter(Path(name).stem for name in names)
        self._taken: set[str] = set()

    @property
    def on_screen(self) -> bool:
        """Tell whether what is written runs over a terminal."""
        return self._path == STANDARD_OUTPUT and sys.stdout.isatty()

    def put(self, record: Record, *, name: str) -> None:
        """Write one page."""
        from readout.cli.page import page_of

        path = self._path
        if path == STANDARD_OUTPUT:
            _standard_output().write(page_of(record))
            return
        if self._several:
            path.mkdir(parents=True, exist_ok=True)
            path = path / f"{self._free_name(name)}.html"
        path.write_text(page_of(record), encoding="utf-8", newline="\n")
        if not self._quiet:
            remark(f"wrote {path}")

    def end(self) -> None:
        """Do nothing: every page is closed when it is written."""

    def _free_name(self, name: str) -> str:
        """Make a file's name of a report's: with its folder if others are called alike, and never one twice."""
        path = Path(name)
        words = f"{path.parent.name}-{path.stem}" if self._stems[path.stem] > 1 else path.stem
        stem = re.sub(r"[^\w.-]+", "-", words).strip("-.") or "report"
        free, number = stem, 1
        while free.casefold() in self._taken:
            number += 1
            free = f"{stem}-{number}"
        self._taken.add(free.casefold())
        return free


class Maps:
    """Draws the places of one record to a file."""

    def __init__(self, path: Path, names: Sequence[str], *, quiet: bool) -> None:
        if path.suffix.lower() not in {".html", ".png"}:
            raise ConfigError(f"'{path}' does not say what the map is to be, expected an ending .html or .png; add one")
        if len(names) > 1:
            raise ConfigError(f"--map draws one report, but {len(names)} are named; read them one by one")
        if not path.parent.is_dir():
            raise ConfigError(f"there is no folder '{path.parent}' to write '{path.name}' in; make it first")
        missing = [name for name in ("altair", "vl_convert") if find_spec(name) is None]
        if missing:
            raise ConfigError(
                f"--map needs {' and '.join(missing)}, which is not installed: pip install 'readout-news[map]'"
            )
        self._path = path
        self._quiet = quiet

    @property
    def on_screen(self) -> bool:
        """Tell whether what is written runs over a terminal."""
        return False

    def put(self, record: Record, *, name: str) -> None:
        """Draw the map."""
        from readout.cli.map import write_map

        write_map(record, self._path)
        if not self._quiet:
            remark(f"wrote {self._path}")

    def end(self) -> None:
        """Do nothing: the map is closed when it is written."""


def open_outputs(
    names: Sequence[str],
    *,
    json: bool,
    jsonl: bool,
    html: Path | None,
    map: Path | None,
    output: Path | None,
    quiet: bool,
    form: str | None = None,
    force: bool = False,
) -> list[Output]:
    """Choose what to write from the options.

    Raises:
        ConfigError: If the options exclude one another or name a place that cannot be written.
    """
    if json and jsonl:
        raise ConfigError("found both --json and --jsonl, expected one form; leave one out")
    if form is not None and (json or jsonl):
        raise ConfigError("found both --format and --json or --jsonl, expected one form; leave one out")
    if html == STANDARD_OUTPUT and (json or jsonl or form is not None) and output in {None, STANDARD_OUTPUT}:
        raise ConfigError("found two forms for standard output, expected one; name a file for one of them")
    several = len(names) > 1
    outputs: list[Output] = []
    if html is not None:
        outputs.append(Pages(html, names, quiet=quiet))
    if json:
        outputs.append(JsonObjects(Sink(output), several=several))
    elif jsonl:
        outputs.append(JsonLines(Sink(output)))
    elif form is not None:
        outputs.append(Exports(form, output, force=force))
    elif (html is None and map is None) or output is not None:
        outputs.append(Readouts(Sink(output), several=several))
    if map is not None:
        outputs.append(Maps(map, names, quiet=quiet))
    return outputs

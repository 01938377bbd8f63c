# SPDX-License-Identifier: Apache-2.0
"""The formats that there are, in one list, and how to write records in one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TextIO

from readout.errors import ConfigError
from readout.export.characters import json_line
from readout.export.drafts import MANIFEST, Draft
from readout.export.excerpts import Stated
from readout.export.kept import Exporter, Kept
from readout.record import Json
from readout.version import __version__

__all__ = ["FORMATS", "FileFormat", "FolderFormat", "Format", "Streaming", "Writing", "format_named", "write_export"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFormat:
    """A format that is one text in UTF-8: a file, or standard output.

    Attributes:
        name: What it is called on the command line.
        about: What it holds, in a few words.
        opened: Makes the exporter that writes to an open file.
        rows: The things of which it has rows, so that some of them can be asked for; without any it has whole reports.
    """

    name: str
    about: str
    opened: Callable[[TextIO], Exporter]
    rows: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderFormat:
    """A format that is several files in a folder.

    Attributes:
        name: What it is called on the command line.
        about: What it holds, in a few words.
        opened: Makes the exporter that writes into an empty folder.
        needs: The package that must be there, with the name of the extra that brings it.
        rows: As of `FileFormat`.
    """

    name: str
    about: str
    opened: Callable[[Path], Exporter]
    needs: tuple[str, str] | None = None
    rows: tuple[Stated, ...] = ()


Format = FileFormat | FolderFormat


# Each is imported when it is opened: a line of PLOVER needs no tables, and tables in CSV need no pyarrow.
def _jsonl(file: TextIO) -> Exporter:
    from readout.export.lines import jsonl

    return jsonl(file)


def _plover(file: TextIO) -> Exporter:
    from readout.export.lines import plover

    return plover(file)


def _icews(file: TextIO) -> Exporter:
    from readout.export.lines import icews

    return icews(file)


def _w3c(file: TextIO) -> Exporter:
    from readout.export.lines import w3c

    return w3c(file)


def _graphml(file: TextIO) -> Exporter:
    from readout.export.graph.graphml import GraphMl

    return GraphMl(file)


def _gexf(file: TextIO) -> Exporter:
    from readout.export.graph.gexf import Gexf

    return Gexf(file)


def _csv(folder: Path) -> Exporter:
    from readout.export.tables.separated import SeparatedTables

    return SeparatedTables(folder)


def _parquet(folder: Path) -> Exporter:
    from readout.export.tables.parquet import ParquetTables

    return ParquetTables(folder)


def _timeml(folder: Path) -> Exporter:
    from readout.export.timeml import TimemlFiles

    return TimemlFiles(folder)


def _spacy(folder: Path) -> Exporter:
    from readout.export.docbin import DocBins

    return DocBins(folder)


def _brat(folder: Path) -> Exporter:
    from readout.export.brat import BratFiles

    return BratFiles(folder)


_EVENTS: tuple[Stated, ...] = ("events", "contacts")  # a contact goes out as the event that made it
_TIES: tuple[Stated, ...] = ("statements", "events", "contacts")
_ALL: tuple[Stated, ...] = ("statements", "events", "contacts", "figures")

FORMATS: tuple[Format, ...] = (
    FileFormat(name="jsonl", about="whole records, one JSON object a line", opened=_jsonl),
    FolderFormat(name="csv", about="a table for each kind of thing, with a data dictionary", opened=_csv, rows=_ALL),
    FolderFormat(
        name="parquet", about="the same tables, typed", opened=_parquet, needs=("pyarrow", "tables"), rows=_ALL
    ),
    FileFormat(name="plover", about="events as PLOVER JSON lines", opened=_plover, rows=_EVENTS),
    FileFormat(name="icews", about="events as rows of ICEWS", opened=_icews, rows=_EVENTS),
    FileFormat(name="w3c", about="Web Annotations, one JSON-LD object a line", opened=_w3c, rows=_ALL),
    FolderFormat(name="timeml", about="times as TIMEX3, an XML file for each report", opened=_timeml),
    FolderFormat(name="spacy", about="documents of spaCy with span groups", opened=_spacy, needs=("spacy", "spacy")),
    FolderFormat(name="brat", about="standoff annotation, two files for each report", opened=_brat),
    FileFormat(name="graphml", about="the network of who spoke to, met and acted on whom", opened=_graphml, rows=_TIES),
    FileFormat(name="gexf", about="the same network for Gephi, with its days", opened=_gexf, rows=_TIES),
)
"""All formats, in the order in which they are shown."""


def format_named(name: str) -> Format:
    """Return the format of this name, and make sure that what it needs is installed.

    Raises:
        ConfigError: If there is none, or a package is missing.
    """
    found = next((each for each in FORMATS if each.name == name), None)
    if found is None:
        raise ConfigError(f"there is no format '{name}'; there are: {', '.join(each.name for each in FORMATS)}")
    if isinstance(found, FolderFormat) and found.needs is not None:
        package, extra = found.needs
        if find_spec(package) is None:
            raise ConfigError(
                f"format '{name}' needs {package}, which is not installed; run: pip install 'readout-news[{extra}]'"
            )
    return found


class Streaming:
    """An export that is written to a stream which somebody else opened, such as standard output."""

    def __init__(self, form: Format, file: TextIO) -> None:
        """Take the open stream.

        Raises:
            ConfigError: If the format is several files.
        """
        if not isinstance(form, FileFormat):
            raise ConfigError(f"format '{form.name}' is several files and cannot be written to a stream; name a folder")
        self._exporter = form.opened(file)

    def put(self, kept: Kept) -> None:
        """Write one record."""
        self._exporter.put(kept)

    def keep(self) -> None:
        """Write the rest."""
        self._exporter.end()
        self._exporter.close()

    def drop(self) -> None:
        """Write no more: what the stream has had it keeps."""
        self._exporter.close()


class Writing:
    """An export that is being written to a file or folder; until `keep` nothing stands under its name."""

    def __init__(
        self, form: Format, path: Path, *, force: bool = False, asked: Mapping[str, Json] | None = None
    ) -> None:
        """Open what is to be written.

        Args:
            form: The format.
            path: The file or folder.
            force: Whether it may replace an export that stands there.
            asked: What it is a part of an archive by: a folder says so in its `readout.json`.

        Raises:
            ConfigError: If the place is taken, unless `force` is given, or cannot be written in.
        """
        self._form = form
        self._asked = asked or {}
        self._draft = Draft(path, folder=isinstance(form, FolderFormat), force=force)
        self.count = 0
        self._file: TextIO | None = None
        if isinstance(form, FileFormat):
            self._file = self._draft.path.open("w", encoding="utf-8", newline="\n")
            self._exporter = form.opened(self._file)
        else:
            self._exporter = form.opened(self._draft.path)

    def put(self, kept: Kept) -> None:
        """Write one record."""
        self._exporter.put(kept)
        self.count += 1

    def keep(self) -> None:
        """Write the rest, and give it its name."""
        self._exporter.end()
        self._close()
        if self._file is None:
            made: dict[str, Json] = {"format": self._form.name, "reports": self.count, "readout": __version__}
            made |= {"asked": {**self._asked}} if self._asked else {}
            (self._draft.path / MANIFEST).write_text(json_line(made) + "\n", encoding="utf-8", newline="\n")
        self._draft.keep()

    def drop(self) -> None:
        """Leave nothing behind."""
        self._close()
        self._draft.drop()

    def _close(self) -> None:
        self._exporter.close()
        if self._file is not None:
            self._file.close()


def write_export(kept: Iterable[Kept], path: Path, *, form: str, force: bool = False) -> int:
    """Write records to a file or folder, whole or not at all.

    Args:
        kept: The records; they are taken one by one.
        path: The file, or for formats of several files the folder, to write.
        form: The format's name.
        force: Whether to replace an export that stands there already.

    Returns:
        How many records were written.

    Raises:
        ConfigError: If there is no such format, what it needs is not installed, or the place is taken.
    """
    writing = Writing(format_named(form), path, force=force)
    try:
        for each in kept:
            writing.put(each)
        writing.keep()
    except BaseException:
        writing.drop()
        raise
    return writing.count

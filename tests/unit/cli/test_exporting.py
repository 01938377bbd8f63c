# SPDX-License-Identifier: Apache-2.0
"""`readout export`, on a small archive; and `readout read --format`, which writes the same."""

from __future__ import annotations

import csv
import dataclasses
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from benchmarks.speed.copies import varied_copies
from readout.cli import main
from readout.record import Record
from readout.report import Report
from tests.support.exported import FULL

Command = Callable[..., SimpleNamespace]
RECORDS = list(varied_copies([FULL], 3))


@pytest.fixture
def readout(capsys: pytest.CaptureFixture[str]) -> Command:
    """Return a function that runs a command in this process."""

    def run(*arguments: str | Path) -> SimpleNamespace:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        shown = capsys.readouterr()
        return SimpleNamespace(code=ended.value.code, out=shown.out, err=shown.err)

    return run


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Return an archive of three reports that were read, and one that could not be."""
    pytest.importorskip("sqlalchemy")
    from readout.archive.archive import Archive
    from readout.archive.kept import Maker
    from readout.source.received import Received

    path = tmp_path / "news.sqlite"
    maker = Maker(readout="0", model="none", tables="none")
    with Archive.open(path) as archive:
        archive.add(Received(report=Report("¿Qué?"), address="a.txt"), "it is not in English", maker=maker)
        for record in RECORDS:
            text, address = record.report.text, f"{record.report.url}"
            archive.add(Received(report=Report(text), address=address), record, maker=maker)
    return path


def test_archive_goes_to_standard_output(readout: Command, archive: Path):
    done = readout("export", "--archive", archive, "--format", "jsonl")
    assert (done.code, done.err) == (0, "")
    assert [Record.from_json(line) for line in done.out.splitlines()] == RECORDS


def test_archive_goes_to_a_folder_with_the_addresses(readout: Command, archive: Path, tmp_path: Path):
    done = readout("export", "--archive", archive, "--format", "csv", "-o", tmp_path / "out")
    assert (done.code, done.out, done.err) == (0, "", f"wrote 3 reports to {tmp_path / 'out'}\n")
    with (tmp_path / "out" / "reports.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [json.loads(row["addresses"]) for row in rows] == [[record.report.url] for record in RECORDS]
    assert all(row["text_number"] for row in rows)


def test_corrections_go_out_beside_the_records(readout: Command, archive: Path, tmp_path: Path):
    from readout.archive.archive import Archive

    with Archive.open(archive) as opened:
        opened.correct(RECORDS[1].report.id, path="statements/s1/speaker", value="n2", who="A Reader")
    readout("export", "--archive", archive, "--format", "csv", "-o", tmp_path / "out")
    with (tmp_path / "out" / "corrections.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["report"], row["path"], row["value"]) == (RECORDS[1].report.id, "statements/s1/speaker", '"n2"')


def test_same_archive_gives_the_same_file(readout: Command, archive: Path, tmp_path: Path):
    for name in ("one", "two"):
        readout("export", "--archive", archive, "--format", "gexf", "-o", tmp_path / name, "--quiet")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes() != b""


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--format", "xlsx"), "there is no format 'xlsx'"),
        (("--format", "csv"), "format 'csv' is several files; say where with --output FOLDER"),
        (("--format", "csv", "-o", "-"), "format 'csv' is several files"),
        (("--format", "jsonl", "-o", "nowhere/out"), "there is no folder 'nowhere'"),
    ],
)
def test_what_cannot_be_done_is_said(readout: Command, archive: Path, arguments: tuple[str, ...], reason: str):
    done = readout("export", "--archive", archive, *arguments)
    assert (done.code, done.out) == (2, "")
    assert reason in done.err


def test_missing_archive_is_said_and_nothing_is_written(readout: Command, tmp_path: Path):
    pytest.importorskip("sqlalchemy")
    done = readout("export", "--archive", tmp_path / "none.sqlite", "--format", "jsonl", "-o", tmp_path / "out")
    assert done.code != 0
    assert "is not there" in done.err
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_leaves_nothing(readout: Command, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def stopped(archive: object) -> Iterator[object]:
        raise KeyboardInterrupt

    monkeypatch.setattr("readout.cli.exporting.kept_in", stopped)
    done = readout("export", "--archive", archive, "--format", "csv", "-o", tmp_path / "out")
    assert (done.code, done.err) == (130, "readout: stopped: nothing was written\n")
    assert [
        path.name for path in tmp_path.iterdir() if path.suffix != ".sqlite-shm" and "sqlite" not in path.name
    ] == []


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return two reports in files, and let a pipeline without a model read them."""

    def read_reports(reports: Iterable[Report], *, workers: int, gazetteer: Path | None) -> Iterator[Record]:
        for report in reports:
            info = dataclasses.replace(FULL.report, id=report.id, text=report.text)
            yield dataclasses.replace(FULL, report=info)

    pipeline = ModuleType("readout.pipeline")
    pipeline.read_reports = read_reports  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "readout.pipeline", pipeline)
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for number, path in enumerate(paths):
        path.write_text(f"{FULL.report.text}{number}", encoding="utf-8")
    return paths


def test_read_writes_tables(readout: Command, files: list[Path], tmp_path: Path):
    done = readout("read", *files, "--format", "csv", "-o", tmp_path / "out")
    assert (done.code, done.out) == (0, "")
    assert len((tmp_path / "out" / "events.csv").read_text(encoding="utf-8").splitlines()) == 5


def test_read_replaces_a_folder_by_force_only(readout: Command, files: list[Path], tmp_path: Path):
    command = ("read", *files, "--format", "brat", "-o", tmp_path / "out")
    readout(*command)
    again = readout(*command)
    assert (again.code, "is there already" in again.err) == (2, True)
    assert readout(*command, "--force").code == 0


def test_read_writes_rows_to_standard_output(readout: Command, files: list[Path]):
    rows = readout("read", *files, "--format", "icews").out.splitlines()
    assert [row.startswith("Event ID\t") for row in rows] == [True, False, False, False, False]


def test_read_needs_a_folder_for_several_files(readout: Command, files: list[Path]):
    done = readout("read", *files, "--format", "timeml")
    assert (done.code, done.out) == (2, "")
    assert "say where with --output FOLDER" in done.err

# SPDX-License-Identifier: Apache-2.0
"""All formats: whole or not at all, the same bytes for the same records, and no more memory for more records."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.speed.copies import varied_copies
from readout.cli.asking import FORMATS as SHOWN
from readout.errors import ConfigError
from readout.export import FORMATS, FolderFormat, Kept, format_named, write_export
from readout.export.drafts import MANIFEST
from readout.record import Record
from tests.support.exported import FULL, exported

NAMES = [form.name for form in FORMATS]
FILES = [form.name for form in FORMATS if not isinstance(form, FolderFormat)]


@pytest.fixture(params=NAMES)
def form(request: pytest.FixtureRequest) -> str:
    """Return each format's name, if what it needs is installed."""
    name = str(request.param)
    found = next(form for form in FORMATS if form.name == name)
    if isinstance(found, FolderFormat) and found.needs is not None:
        pytest.importorskip(found.needs[0])
    return name


def content(path: Path) -> dict[str, bytes]:
    """Return all that stands at a path."""
    if path.is_file():
        return {"": path.read_bytes()}
    return {str(each.relative_to(path)): each.read_bytes() for each in sorted(path.rglob("*")) if each.is_file()}


def test_help_names_all_formats():
    assert ", ".join(NAMES) == SHOWN


def test_same_records_give_the_same_bytes(form: str, tmp_path: Path):
    first, second = exported(tmp_path / "first", form), exported(tmp_path / "second", form)
    assert content(first) == content(second) != {}


def test_no_record_is_an_export_too(form: str, tmp_path: Path):
    path = exported(tmp_path / "none", form, [])
    assert path.is_file() if form in FILES else (path / MANIFEST).is_file()


def test_failure_leaves_nothing_behind(form: str, tmp_path: Path):
    def failing() -> Iterator[Kept]:
        yield Kept(record=FULL)
        raise RuntimeError("the archive went away")

    with pytest.raises(RuntimeError, match="went away"):
        write_export(failing(), tmp_path / "out", form=form)
    assert list(tmp_path.iterdir()) == []


def test_failure_leaves_what_was_there(form: str, tmp_path: Path):
    path = exported(tmp_path / "out", form)
    before = content(path)

    def gone(record: Record) -> Kept:
        raise RuntimeError("the archive went away")

    with pytest.raises(RuntimeError):
        write_export(map(gone, [FULL]), path, form=form, force=True)
    assert content(path) == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_what_is_there_is_replaced_only_by_force(form: str, tmp_path: Path):
    path = exported(tmp_path / "out", form)
    with pytest.raises(ConfigError, match="is there already; name another place, or give --force"):
        exported(path, form)
    before = content(path)
    write_export([], path, form=form, force=True)
    assert content(path) != before
    assert list(tmp_path.iterdir()) == [path]


def test_folder_that_no_export_made_is_not_replaced_even_by_force(tmp_path: Path):
    (tmp_path / "thesis.txt").write_text("three years of work", encoding="utf-8")
    with pytest.raises(ConfigError, match="is a folder that no export made, and is not replaced"):
        write_export([], tmp_path, form="csv", force=True)
    assert (tmp_path / "thesis.txt").is_file()


def test_empty_folder_is_written_into(tmp_path: Path):
    path = tmp_path / "out"
    path.mkdir()
    assert (exported(path, "csv") / "reports.csv").is_file()


@pytest.mark.parametrize(
    ("form", "name", "reason"),
    [
        ("csv", "file", "is a file, but this format writes a folder"),
        ("jsonl", "folder", "is a folder, but this format writes a file"),
        ("jsonl", "nowhere/out", "there is no folder"),
    ],
)
def test_wrong_place_is_refused_before_anything_is_read(form: str, name: str, reason: str, tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "folder").mkdir()

    def asked(record: Record) -> Kept:
        pytest.fail("a record was asked for")

    with pytest.raises(ConfigError, match=reason):
        write_export(map(asked, [FULL]), tmp_path / name, form=form, force=True)


def test_unknown_format_is_told_with_those_there_are():
    with pytest.raises(ConfigError, match=r"there is no format 'xlsx'; there are: jsonl, csv, .*, gexf"):
        format_named("xlsx")


@pytest.mark.parametrize(("name", "extra"), [("parquet", "tables"), ("spacy", "spacy")])
def test_missing_package_is_told_with_its_extra(name: str, extra: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("readout.export.formats.find_spec", lambda package: None)
    with pytest.raises(ConfigError, match=rf"not installed; run: pip install 'readout-news\[{extra}\]'"):
        format_named(name)


_ENDLESS = """
import itertools, sys
from pathlib import Path
from readout.export import Kept, write_export
from tests.support.exported import FULL

def endless():
    for number in itertools.count():
        if number == 50:
            print("begun", flush=True)
        yield Kept(record=FULL)

write_export(endless(), Path(sys.argv[1]), form=sys.argv[2])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("form", ["jsonl", "csv", "gexf"])
def test_killed_export_leaves_nothing_under_its_name(form: str, tmp_path: Path, root: Path):
    path = tmp_path / "out"
    command = [sys.executable, "-c", _ENDLESS, str(path), form]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root / "src"), str(root)])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root, env=environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        process.send_signal(signal.SIGKILL)
    assert not path.exists()
    assert [each.suffix for each in tmp_path.iterdir()] == [".part"]


# spaCy and pyarrow hold so many rows until they are a file or a group; the benchmark measures those.
@pytest.mark.parametrize("form", [name for name in NAMES if name not in {"spacy", "parquet"}])
def test_memory_does_not_grow_with_the_records(form: str, tmp_path: Path):
    held = []

    def measured() -> Iterator[Record]:
        for number, record in enumerate(varied_copies([FULL], 161)):
            if number in {80, 160}:  # the buffers of files are full by then
                gc.collect()  # json leaves cycles behind, which wait for the collector
                held.append(tracemalloc.get_traced_memory()[0])
            yield record

    tracemalloc.start()
    try:
        exported(tmp_path / "out", form, measured())
    finally:
        tracemalloc.stop()
    few, many = held
    assert many - few < 2 * len(FULL.to_json()), f"after 80 records {few:,} bytes, after 160 {many:,}"

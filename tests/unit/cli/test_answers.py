# SPDX-License-Identifier: Apache-2.0
"""The commands that ask an archive, on a small one that is made here."""

from __future__ import annotations

import csv
import io
import json
import shlex
import sys
from pathlib import Path

import pytest
from sqlalchemy import insert

from readout.archive.engine import open_engine, writing
from readout.archive.packing import pack_text
from readout.archive.rows import index_record
from readout.archive.schema import reports, texts
from readout.archive.versions import create_schema
from readout.cli.app import main
from tests.support.archived import made_records


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("answers") / "news.sqlite"
    engine = open_engine(path)
    create_schema(engine)
    with writing(engine) as connection:
        for number, record in enumerate(made_records(60, seed=2), 1):
            packed = pack_text(record.report.text)
            connection.execute(insert(texts).values(id=number, reports=1, appearances=number % 3 + 1))
            row = {"id": number, "hash": record.report.id.ljust(64, "0"), "text": packed, "words": 1, "text_id": number}
            connection.execute(insert(reports).values(row))
            index_record(connection, number, record)
    engine.dispose()
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    output = capsys.readouterr()
    assert ended.value.code == 0, output.err
    return output.out


@pytest.mark.parametrize("command", ["search", "statements", "events", "contacts", "figures"])
def test_lists_end_with_how_many_there_are_and_the_command_for_more(
    command: str, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = json.loads(run(capsys, command, "--all", "--json", "--archive", archive))
    assert whole["exact"]
    assert len(whole["found"]) == whole["count"] > 3
    lines = run(capsys, command, "--limit", "3", "--archive", archive).splitlines()
    assert any(line.startswith(f"3 of {whole['count']} ") and line.endswith(", newest first") for line in lines)
    more = shlex.split(lines[-1].removeprefix("more: readout "))
    following = json.loads(run(capsys, *more, "--json"))
    assert [one["id"] for one in following["found"]] == [one["id"] for one in whole["found"][3:6]]


def test_names_that_were_taken_are_told(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = run(capsys, "statements", "--by", "Sergei Shoigu", "--archive", archive)
    taken = next(line for line in told.splitlines() if line.startswith("by 'Sergei Shoigu': "))
    assert set(taken.partition(": ")[2].split(", ")) == {"Sergey Shoygu", "Sergei Shoigu", "Shoigu"}
    assert "no such name in the archive" in run(capsys, "statements", "--by", "Nobody Atall", "--archive", archive)


def test_named_sources_alone_are_listed(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    count = {
        option: json.loads(run(capsys, "statements", *option, "--json", "--archive", archive))["count"]
        for option in ((), ("--named",), ("--unnamed",))
    }
    assert count["--named",] > 0 < count["--unnamed",]
    assert count["--named",] + count["--unnamed",] == count[()]
    following = run(capsys, "statements", "--named", "--limit", "1", "--archive", archive).splitlines()[-1]
    assert following.startswith("more: readout statements --named --limit 1 ")


def test_nought_is_a_number_to_filter_by(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ("figures", "--at-most", "0", "--json", "--archive", archive)
    assert json.loads(run(capsys, *command))["count"] == 0


def test_csv_has_a_row_for_each(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(run(capsys, "statements", "--all", "--csv", "--archive", archive))))
    whole = json.loads(run(capsys, "statements", "--all", "--json", "--archive", archive))
    assert [row["id"] for row in rows] == [one["id"] for one in whole["found"]]
    assert rows[0]["words"] == whole["found"][0]["words"]


def test_words_are_written_as_the_report_has_them(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(run(capsys, "statements", "grain ships", "--limit", "1", "--json", "--archive", archive))[
        "found"
    ]
    assert "grain" in found[0]["words"]
    assert "ships" in found[0]["words"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["statements", "--country", "Ukrain"], "perhaps UKR"),
        (["statements", "--after", "nonsense"], "no place in a list"),
        (["statements", "--json", "--csv"], "leave one out"),
        (["statements", "--said", "May"], "expected a day, a month or a year"),
        (["statements", "the of"], "expected words"),
    ],
)
def test_misuse_is_one_line_that_says_what_to_do(
    arguments: list[str], message: str, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*arguments, "--archive", str(archive)])
    errors = capsys.readouterr().err
    assert ended.value.code == 2
    assert message in errors
    assert errors.count("\n") == 1


def test_place_in_another_list_is_refused(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    after = json.loads(run(capsys, "statements", "--limit", "1", "--json", "--archive", archive))["after"]
    with pytest.raises(SystemExit) as ended:
        main(["statements", "--unnamed", "--after", after, "--archive", str(archive)])
    assert ended.value.code == 2
    assert "another list" in capsys.readouterr().err


def test_frames_have_one_row_for_each(archive: Path) -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("polars")
    from readout.archive.queries import StatementQuery
    from readout.archive.results import Results

    engine = open_engine(archive)
    results = Results(engine, StatementQuery())  # type: ignore[var-annotated]
    ids = [found.id for found in results]
    assert results.to_arrow()["id"].to_pylist() == ids
    assert results.to_polars()["id"].to_list() == ids
    assert results.to_polars()["confidence"].dtype.is_float()
    nothing = Results(engine, StatementQuery(by="Nobody Atall"))  # type: ignore[var-annotated]
    assert nothing.to_arrow().num_rows == 0
    assert nothing.to_arrow().column_names == results.to_arrow().column_names
    engine.dispose()


def test_frame_without_its_library_names_what_to_install(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from readout.archive.queries import StatementQuery
    from readout.archive.results import Results
    from readout.errors import ArchiveError

    monkeypatch.setitem(sys.modules, "polars", None)
    engine = open_engine(archive)
    with pytest.raises(ArchiveError, match="pip install polars"):
        Results(engine, StatementQuery()).to_polars()
    engine.dispose()

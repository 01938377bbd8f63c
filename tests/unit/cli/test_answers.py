# SPDX-License-Identifier: Apache-2.0
"""The commands that ask an archive, on a small one that is made here."""

from __future__ import annotations

import csv
import io
import json
import shlex
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from sqlalchemy import insert

from readout.archive.engine import open_engine, writing
from readout.archive.packing import pack_text
from readout.archive.rows import index_record
from readout.archive.schema import reports, texts
from readout.archive.versions import create_schema
from readout.cli.app import main
from readout.record import Entity, Event, Figure, Mention, Record, ReportInfo, Statement
from readout.report import Report
from readout.text import Span
from tests.support.archived import made_records


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive_of(tmp_path_factory.mktemp("answers") / "news.sqlite", made_records(60, seed=2))


def archive_of(path: Path, records: Iterable[Record]) -> Path:
    engine = open_engine(path)
    create_schema(engine)
    with writing(engine) as connection:
        for number, record in enumerate(records, 1):
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
    assert any(
        line.startswith(f"3 of {whole['count']} ") and line.endswith(", newest published first") for line in lines
    )
    more = shlex.split(lines[-1].removeprefix("more: readout "))
    following = json.loads(run(capsys, *more, "--json"))
    assert [one["id"] for one in following["found"]] == [one["id"] for one in whole["found"][3:6]]


@pytest.mark.parametrize("form", ["--json", "--csv"])
def test_all_goes_on_behind_a_place(form: str, archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It began anew."""
    whole = json.loads(run(capsys, "statements", "--all", "--json", "--archive", archive))["found"]
    after = json.loads(run(capsys, "statements", "--limit", "4", "--json", "--archive", archive))["after"]
    written = run(capsys, "statements", "--all", "--after", after, form, "--archive", archive)
    rest = json.loads(written)["found"] if form == "--json" else list(csv.DictReader(io.StringIO(written)))
    assert [one["id"] for one in rest] == [one["id"] for one in whole[4:]]


def test_command_for_more_keeps_the_form(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It led from JSON to a table; of CSV nothing told how many there are, or whom a name was taken for."""
    more = json.loads(run(capsys, "statements", "--limit", "3", "--json", "--archive", archive))["more"]
    assert "--json" in shlex.split(more)
    with pytest.raises(SystemExit):
        main(["statements", "--by", "Shoigu", "--limit", "1", "--csv", "--archive", str(archive)])
    output = capsys.readouterr()
    assert len(output.out.splitlines()) == 2
    count, meant, last = output.err.splitlines()
    assert count.startswith("1 of ")
    assert meant.startswith("by 'Shoigu': ")
    assert "--csv" in shlex.split(last.removeprefix("more: "))


def test_command_for_more_leaves_out_what_the_environment_says(
    archive: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READOUT_ARCHIVE", str(archive))
    more = json.loads(run(capsys, "statements", "--limit", "3", "--json"))["more"]
    assert "--archive" not in more
    assert json.loads(run(capsys, *shlex.split(more)[1:]))["found"]


def test_csv_has_the_countries_of_parties(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Names stood without them, so that events of countries could not be counted."""
    rows = list(csv.DictReader(io.StringIO(run(capsys, "contacts", "--all", "--csv", "--archive", archive))))
    whole = json.loads(run(capsys, "contacts", "--all", "--json", "--archive", archive))["found"]
    for row, one in zip(rows, whole, strict=True):
        assert row["parties"].split("; ") == [party["name"] for party in one["parties"]]
        assert row["parties_countries"].split("; ") == [party["country"] or "" for party in one["parties"]]
    assert any(row["parties_countries"] for row in rows)


def test_table_counts_one_thing_as_one_and_says_a_modifier_once(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """It had "1 statements" and "about About 20 million tonnes"; a day that is not known was XXXX-WXX-1."""
    text = "About 20 million tonnes of grain wait, Li said on Monday. Li met Wang."
    span = Span(0, 33)
    figure = Figure(start=0, end=32, low=20e6, modifier="about", unit="tonne", of="grain", kind="measure")
    cast = (
        Entity(id="n1", type="person", name="Li", mentions=(Mention(start=40, end=42, form="name"),)),
        Entity(id="n2", type="person", name="Wang", mentions=(Mention(start=65, end=69, form="name"),)),
    )
    event = Event(
        id="v1", type="CONSULT", mode=None, status="occurred", actors=("n1",), recipients=("n2",), date="XXXX-WXX-1",
        evidence=(Span(58, 69),), confidence=0.9,
    )  # fmt: skip
    record = Record(
        report=ReportInfo(id=Report(text).id, text=text, language="en"),
        entities=cast,
        statements=(Statement(id="s1", kind="indirect", content=(span,), speaker="n1", confidence=0.9),),
        events=(event,),
        figures=(figure,),
    )
    path = archive_of(tmp_path / "one.sqlite", [record])
    assert "1 statement, 1 event, 0 contacts" in " ".join(run(capsys, "search", "--archive", path).split())
    figures = " ".join(run(capsys, "figures", "--archive", path).split())
    assert "About 20 million tonnes of grain (tonne)" in figures
    assert "about About" not in figures
    assert "XXXX" not in run(capsys, "events", "--archive", path)


@pytest.mark.parametrize("command", ["search", "statements", "events", "contacts", "figures"])
@pytest.mark.parametrize("width", [60, 80, 160])
def test_words_are_broken_at_spaces_only(
    command: str, width: int, archive: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the 80 columns of most terminals, words of an event had 16, and "occurred" stood on two lines."""
    monkeypatch.setenv("COLUMNS", str(width))
    lines = run(capsys, command, "--archive", archive).splitlines()
    count = next(number for number, line in enumerate(lines) if line.endswith(" first"))
    written = " ".join(lines[:count])
    assert max(map(len, lines[:count])) <= width
    found = json.loads(run(capsys, command, "--json", "--archive", archive))["found"]
    assert all(word in written.split() for one in found for word in one["words"].split()[:4])


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


def test_csv_holds_no_formula(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Exports kept a spreadsheet from running what a report says, and lists did not."""
    text = '=HYPERLINK("https://example.org") said Li.'
    statement = Statement(id="s1", kind="direct", content=(Span(0, 33),), confidence=0.9)
    info = ReportInfo(id=Report(text).id, text=text)
    path = archive_of(tmp_path / "one.sqlite", [Record(report=info, entities=(), statements=(statement,))])
    (row,) = csv.DictReader(io.StringIO(run(capsys, "statements", "--csv", "--archive", path)))
    assert row["words"] == "'" + text[:33]


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

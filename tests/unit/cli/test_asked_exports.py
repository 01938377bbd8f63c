# SPDX-License-Identifier: Apache-2.0
"""`readout export` of what is asked for: what goes out is what the list of the same filters has, on both databases."""

from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from readout.archive.archive import Archive
from readout.archive.found import Found
from readout.archive.queries import ContactQuery, EventQuery, FigureQuery, Query, ReportQuery, StatementQuery
from readout.archive.results import Results
from readout.cli import main
from readout.export.archived import asked_of, kept_in
from readout.record import Record
from readout.report import Report
from readout.source.received import Received
from tests.support.archived import made_records
from tests.support.archives import MAKER

Command = Callable[..., SimpleNamespace]
RECORDS = {record.report.id: record for record in made_records(40, seed=11)}


def fill(address: str) -> str:
    """Make an archive in which one report could not be read."""
    with Archive.open(address) as archive:
        archive.add(Received(report=Report("¿Qué?"), address="a.txt"), "it is not in English", maker=MAKER)
        for number, record in enumerate(RECORDS.values()):
            place = Received(report=Report(record.report.text), address=f"https://example.org/{number}")
            archive.add(place, record, maker=MAKER)
    return address


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    if request.param == "sqlite":
        return fill(str(tmp_path_factory.mktemp("asked") / "news.sqlite"))
    return fill(request.getfixturevalue("postgres").new_database())


@pytest.fixture
def archive(address: str) -> Iterator[Archive]:
    with Archive.open(address) as opened:
        yield opened


@pytest.fixture
def readout(capsys: pytest.CaptureFixture[str], address: str) -> Command:
    """Return a function that runs a command on the archive, in this process."""

    def run(*arguments: str | Path) -> SimpleNamespace:
        with pytest.raises(SystemExit) as ended:
            main([*map(str, arguments), "--archive", address])
        shown = capsys.readouterr()
        return SimpleNamespace(code=ended.value.code, out=shown.out, err=shown.err)

    return run


def listed(archive: Archive, query: Query) -> list[str]:
    results: Results[Found] = Results(archive.engine, query)
    return [found.id for found in results]


def rows_of(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


QUERIES = [
    StatementQuery(by="Shoigu"),
    StatementQuery(words="grain", country="RUS", copies=True),
    EventQuery(type="CONSULT", date="2022"),
    ContactQuery(country=("RUS", "USA")),
    ContactQuery(medium="phone"),
    FigureQuery(of="refugees", at_least=100),
    ReportQuery(words="grain", published="2022"),
]


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: type(query).__name__)
def test_excerpts_hold_what_the_list_has_and_what_it_names(archive: Archive, query: Query):
    wanted = listed(archive, query)
    taken = list(asked_of(archive, query))
    assert sum(things for _, things in taken) == len(wanted) > 0
    for kept, _ in taken:
        whole = RECORDS[kept.record.report.id]
        if isinstance(query, ReportQuery):
            assert kept.record == whole
            continue
        # Every id in it names something in it, but for statements around those that were asked for.
        plain: dict[str, Any] = json.loads(kept.record.to_json())
        for statement in plain["statements"]:
            statement["nested_in"] = None
        Record.from_dict(plain)
        for name in ("entities", "statements", "events", "contacts", "figures"):
            numbers = kept.numbers[name]
            assert [getattr(whole, name)[number - 1] for number in numbers] == list(getattr(kept.record, name))


def test_statements_by_one_go_out_as_tables(readout: Command, archive: Archive, tmp_path: Path):
    done = readout("export", "statements", "--by", "Sergei Shoigu", "--format", "csv", "-o", tmp_path / "out")
    wanted = listed(archive, StatementQuery(by="Sergei Shoigu"))
    rows = rows_of(tmp_path / "out", "statements")
    assert [f"{row['report']}/{row['id']}" for row in rows] == sorted(
        [f"{row['report']}/{row['id']}" for row in rows],
        key=lambda id: [one.split("/")[0] for one in wanted].index(id[:16]),
    )
    assert {f"{row['report']}/{row['id']}" for row in rows} == set(wanted)
    assert len(rows) == len(wanted)
    assert {row["speaker_name"] for row in rows} <= {"Sergei Shoigu", "Sergey Shoygu", "Shoigu"}
    reports = rows_of(tmp_path / "out", "reports")
    assert {row["id"] for row in reports} == {id[:16] for id in wanted}
    assert rows_of(tmp_path / "out", "events") == rows_of(tmp_path / "out", "figures") == []
    first, second = done.err.splitlines()
    assert first == f"wrote {len(wanted)} statements of {len(reports)} reports to {tmp_path / 'out'}"
    assert second.startswith("by 'Sergei Shoigu': ")
    manifest = json.loads((tmp_path / "out" / "readout.json").read_text(encoding="utf-8"))
    assert manifest["asked"] == {"list": "statements", "by": ["Sergei Shoigu"]}


def test_figures_keep_the_numbers_of_their_report(readout: Command, archive: Archive, tmp_path: Path):
    readout("export", "figures", "--words", "wheat", "--format", "csv", "-o", tmp_path / "out")
    rows = rows_of(tmp_path / "out", "figures")
    wanted = listed(archive, FigureQuery(of="wheat"))
    assert sorted(f"{row['report']}/f{row['number']}" for row in rows) == sorted(wanted)
    assert any(row["number"] != "1" for row in rows)


def test_events_between_two_days_go_out_as_icews(readout: Command, archive: Archive):
    done = readout("export", "events", "--date", "2022-03..2022-06", "--format", "icews")
    wanted = listed(archive, EventQuery(date="2022-03..2022-06"))
    head, *rows = [line.split("\t") for line in done.out.splitlines()]
    assert head[0] == "Event ID"
    assert {row[0] for row in rows} == {id.replace("/", "-") for id in wanted}
    assert done.err == ""


def test_network_of_contacts_has_no_other_ties(readout: Command):
    done = readout("export", "contacts", "--country", "RUS", "--format", "graphml")
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    root = ElementTree.fromstring(done.out)
    relations = {edge.text for edge in root.iterfind(".//g:edge/g:data[@key='edge_relation']", space)}
    assert relations == {"contact"}


def test_annotations_are_of_what_was_asked_for(readout: Command, archive: Archive):
    done = readout("export", "statements", "--about", "Ukraine", "--format", "w3c")
    found = [json.loads(line)["id"].split(":") for line in done.out.splitlines()]
    wanted = listed(archive, StatementQuery(about="Ukraine"))
    assert sorted(f"{id[2]}/{id[3]}" for id in found if id[3][0] == "s") == sorted(wanted)
    assert {id[3][0] for id in found} == {"s", "n"}


@pytest.mark.parametrize("form", ["jsonl", "brat", "timeml"])
def test_forms_of_whole_reports_keep_them_whole(readout: Command, archive: Archive, tmp_path: Path, form: str):
    done = readout("export", "statements", "--by", "Austin", "--format", form, "-o", tmp_path / "out")
    wanted = listed(archive, StatementQuery(by="Austin"))
    reports = dict.fromkeys(id[:16] for id in wanted)
    assert done.err.startswith(
        f"wrote {len(reports)} reports to {tmp_path / 'out'}, with {len(wanted)} statements that fit\n"
    )
    if form == "jsonl":
        lines = (tmp_path / "out").read_text(encoding="utf-8").splitlines()
        assert [Record.from_json(line) for line in lines] == [RECORDS[id] for id in reports]
    else:
        names = {path.stem for path in (tmp_path / "out").rglob("*") if path.suffix in {".txt", ".tml"}}
        assert names == set(reports)


def test_filters_without_a_list_are_of_reports(readout: Command, archive: Archive):
    done = readout("export", "--publisher", "gazette", "--format", "jsonl")
    found = [json.loads(line)["report"]["id"] for line in done.out.splitlines()]
    assert found == listed(archive, ReportQuery(publisher="gazette"))
    assert found


def test_list_without_filters_is_the_whole_list(readout: Command, archive: Archive):
    done = readout("export", "events", "--format", "plover")
    assert len(done.out.splitlines()) == len(listed(archive, EventQuery()))


@pytest.mark.parametrize("whole", [False, True])
def test_nothing_found_is_said(readout: Command, tmp_path: Path, whole: bool):
    form = "jsonl" if whole else "csv"
    done = readout("export", "statements", "--by", "Nobody Atall", "--format", form, "-o", tmp_path / "out")
    assert done.code == 0
    assert done.err.splitlines() == [
        f"nothing found: no statements fit; '{tmp_path / 'out'}' is empty of them",
        "by 'Nobody Atall': no such name in the archive",
    ]
    assert readout("export", "statements", "--by", "Nobody Atall", "--format", "jsonl").err.startswith("nothing found")
    assert readout("export", "statements", "--by", "Nobody", "--format", "jsonl", "--quiet").err == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--by", "Shoigu"], "--by is no filter of reports, but of statements, events, figures"),
        (["statements", "--medium", "phone"], "readout export contacts --medium …"),
        (["quotes"], "there is no list 'quotes'; there are: reports, statements, events"),
        (
            ["statements", "--by", "Shoigu", "--format", "icews"],
            "format 'icews' has nothing of statements, but of events",
        ),
        (["figures", "--format", "gexf"], "format 'gexf' has nothing of figures"),
        (["events", "--type", "ASAULT"], "perhaps 'ASSAULT'"),
        (["--published", "May"], "expected a day, a month or a year"),
    ],
)
def test_misuse_says_what_to_do(readout: Command, arguments: list[str], message: str):
    done = readout("export", *arguments, *([] if "--format" in arguments else ["--format", "jsonl"]))
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert done.err.count("\n") == 1


def test_everything_goes_out_in_the_order_of_adding(archive: Archive):
    assert [kept.record.report.id for kept in kept_in(archive)] == list(RECORDS)


def test_many_pages_are_one_list(archive: Archive, monkeypatch: pytest.MonkeyPatch):
    results: Results[Found] = Results(archive.engine, StatementQuery())
    whole = list(results.numbers())
    assert len(whole) == len(set(whole)) > 80
    monkeypatch.setattr("readout.archive.results._NUMBERS_AT_ONCE", 7)
    assert list(results.numbers()) == whole

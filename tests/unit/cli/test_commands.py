# SPDX-License-Identifier: Apache-2.0
"""The commands: what they read and write, what they refuse, and how they end.

A pipeline that reads without a model stands in for the real one, which the end-to-end tests go through.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from readout.cli import main
from readout.errors import ModelError
from readout.record import Record, ReportInfo, Statement
from readout.report import Report
from readout.resources.gazetteer import open_gazetteer
from readout.text import Span
from tests.support.odesa import RECORD


@dataclass
class Failure:
    """What the pipeline gives for a report that it could not read."""

    report: Report
    error: str


def record_of(report: Report) -> Record:
    """Read a report as one statement."""
    info = ReportInfo(
        id=report.id,
        url=report.url,
        publisher=report.publisher,
        title=report.title,
        published=report.published,
        text=report.text,
    )
    statement = Statement(id="s1", kind="direct", content=(Span(0, len(report.text)),), confidence=0.9)
    return Record(report=info, entities=(), statements=(statement,))


def read_reports(reports: Iterable[Report], *, workers: int, gazetteer: Path | None) -> Iterator[Record | Failure]:
    """Read reports; the words in them say which go wrong."""
    for report in reports:
        if "STOP" in report.text:
            raise KeyboardInterrupt
        if "NO MODEL" in report.text:
            raise ModelError("the model is missing; install Readout again")
        if "FAIL" in report.text:
            yield Failure(report, "it went wrong")
        else:
            yield record_of(report)


@pytest.fixture(autouse=True)
def _pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = ModuleType("readout.pipeline")
    pipeline.read_reports = read_reports  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "readout.pipeline", pipeline)
    monkeypatch.setenv("COLUMNS", "80")


class Terminal(io.TextIOWrapper):
    """Standard input that nobody pipes anything into."""

    def isatty(self) -> bool:
        return True


@dataclass
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def readout(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    """Return a function that runs a command in this process."""

    def run(*arguments: str | Path, stdin: str | None = None) -> Done:
        piped = io.TextIOWrapper(io.BytesIO((stdin or "").encode("utf-8", "surrogatepass")))
        monkeypatch.setattr(sys, "stdin", Terminal(io.BytesIO()) if stdin is None else piped)
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        shown = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Done(ended.value.code, shown.out, shown.err)

    return run


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Return three reports in files."""
    paths = [tmp_path / name for name in ("first.txt", "second.txt", "third.txt")]
    for path, text in zip(paths, ("Rain, he said.", "Sun, she said.", "Snow, they said."), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_one_report_is_shown(readout, files):
    done = readout("read", files[0])
    assert (done.code, done.err) == (0, "")
    assert "Rain, he said." in done.out
    assert "first.txt" not in done.out


def test_several_reports_are_shown_under_their_names(readout, files):
    done = readout("read", *files)
    assert done.code == 0
    assert [done.out.index(str(path)) for path in files] == sorted(done.out.index(str(path)) for path in files)


@pytest.mark.parametrize("arguments", [("read",), ("read", "-")], ids=["nothing named", "dash"])
def test_standard_input_is_read(readout, arguments):
    done = readout(*arguments, "--json", stdin="Hail, he said.")
    assert json.loads(done.out)["report"]["text"] == "Hail, he said."


def test_text_is_read(readout):
    assert json.loads(readout("read", "--text", "Fog, he said.", "--json").out)["report"]["text"] == "Fog, he said."


def test_what_is_given_stands_in_the_record(readout, files):
    done = readout(
        "read", files[0], "--json", "--published", "2022-07-23", "--publisher", "Wire", "--url", "https://example.org",
        "--title", "Weather",
    )  # fmt: skip
    report = json.loads(done.out)["report"]
    assert report["published"] == {"value": "2022-07-23", "basis": "given", "spans": []}
    assert (report["publisher"], report["url"], report["title"]) == ("Wire", "https://example.org", "Weather")


def test_json_of_several_is_a_list(readout, files):
    found = json.loads(readout("read", *files, "--json").out)
    assert [record["report"]["text"][:4] for record in found] == ["Rain", "Sun,", "Snow"]


def test_json_lines_are_one_record_each(readout, files):
    lines = readout("read", *files, "--jsonl").out.splitlines()
    assert [Record.from_json(line).report.text[:4] for line in lines] == ["Rain", "Sun,", "Snow"]


def test_json_of_a_lone_surrogate_can_be_read_again(readout):
    done = readout("read", "--text", "a \udcff b", "--json")
    assert Record.from_json(done.out).report.text == "a \udcff b"


def test_output_goes_to_a_file(readout, files, tmp_path):
    done = readout("read", files[0], "--json", "-o", tmp_path / "record.json")
    assert (done.code, done.out) == (0, "")
    assert Record.from_json((tmp_path / "record.json").read_text(encoding="utf-8")).report.text == "Rain, he said."


def test_page_of_one_report_is_the_file_named(readout, files, tmp_path):
    done = readout("read", files[0], "--html", tmp_path / "page.html")
    assert (done.code, done.out, done.err) == (0, "", f"wrote {tmp_path / 'page.html'}\n")
    assert "Rain, he said." in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_page_goes_to_standard_output_where_the_file_is_a_dash(readout, files, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = readout("read", files[0], "--html", "-")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("<!doctype html>")
    assert not (tmp_path / "-").exists()


def test_output_of_a_dash_is_standard_output(readout, files, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = readout("read", files[0], "--json", "-o", "-")
    assert json.loads(done.out)["report"]["text"] == "Rain, he said."
    assert not (tmp_path / "-").exists()


def test_pages_of_several_are_in_a_folder_under_names_of_their_own(readout, tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "report.txt").write_text(f"Rain in {folder}.", encoding="utf-8")
    done = readout(
        "read", tmp_path / "a/report.txt", tmp_path / "b/report.txt", "--html", tmp_path / "pages", "--quiet"
    )
    assert (done.code, done.err) == (0, "")
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == ["a-report.html", "b-report.html"]


def test_pages_never_overwrite_one_another(readout, files, tmp_path):
    done = readout("read", files[0], files[0], "--html", tmp_path / "pages", "--quiet")
    assert done.code == 0
    assert len(list((tmp_path / "pages").iterdir())) == 2


def test_page_and_json_together(readout, files, tmp_path):
    done = readout("read", files[0], "--json", "--html", tmp_path / "page.html", "--quiet")
    assert json.loads(done.out)["report"]["text"] == "Rain, he said."
    assert (tmp_path / "page.html").exists()


def test_one_bad_report_never_takes_the_others_down(readout, files, tmp_path):
    files[1].write_text("FAIL", encoding="utf-8")
    done = readout("read", files[0], tmp_path / "gone.txt", files[1], files[2], "--jsonl")
    assert done.code == 1
    assert [json.loads(line)["report"]["text"][:4] for line in done.out.splitlines()] == ["Rain", "Snow"]
    errors = done.err.splitlines()
    assert len(errors) == 2
    assert any("gone.txt" in line for line in errors)
    assert any("second.txt: it went wrong" in line for line in errors)


def test_list_is_whole_json_also_when_nothing_could_be_read(readout, tmp_path):
    done = readout("read", tmp_path / "a", tmp_path / "b", "--json")
    assert (done.code, json.loads(done.out)) == (1, [])


def test_interruption_tells_how_many_were_done(readout, files):
    files[1].write_text("STOP", encoding="utf-8")
    done = readout("read", *files, "--json")
    assert (done.code, done.err) == (130, "readout: stopped: 1 of 3 reports done\n")
    assert len(json.loads(done.out)) == 1


def test_failed_run_leaves_an_older_file_alone(readout, tmp_path):
    older = tmp_path / "record.json"
    older.write_text("older", encoding="utf-8")
    assert readout("read", tmp_path / "gone.txt", "--json", "-o", older).code == 2
    assert older.read_text(encoding="utf-8") == "older"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["read"], "nothing to read"),
        (["read", "gone.txt"], "gone.txt"),
        (["read", "--text", ""], "--text"),
        (["read", "--text", "words", "file.txt"], "found --text and also 'file.txt'"),
        (["read", "-", "-"], "'-' more than once"),
        (["read", "a", "b", "--title", "One"], "--url and --title are of one report, but 2 are named"),
        (["read", "--text", "words", "--json", "--jsonl"], "found both --json and --jsonl"),
        (["read", "--text", "words", "--published", "yesterday"], "yesterday"),
        (["read", "--text", "words", "--threads", "0"], "--threads"),
        (["read", "--text", "words", "-o", "no/such/folder/x"], "there is no folder 'no/such/folder'"),
        (["read", "--text", "words", "-o", "."], "'.' is a folder"),
        (["read", "--text", "words", "--html", "."], "'.' is a folder"),
        (["read", "--text", "words", "--html", "no/such/x.html"], "there is no folder 'no/such'"),
        (["read", "--text", "words", "--html", "--output", "x"], "'--output' is an option, expected a file"),
        (["read", "--text", "words", "-o", "--json"], "'--json' is an option, expected a file"),
        (["read", "--text", "words", "--html", "-", "--json"], "found two forms for standard output"),
        (["read", "a", "b", "--html", "-"], "2 reports make as many pages"),
        (["read", "--sideways"], "No such option"),
        (["sing"], "No such command 'sing'"),
        (["explain"], "Missing argument"),
        (["explain", "gone.json", "s1"], "gone.json"),
    ],
)
def test_misuse_is_one_line_and_exit_code_two(readout, arguments, message):
    done = readout(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("readout: ")
    assert done.err.count("\n") == 1
    assert message in done.err


def test_pages_of_several_need_a_folder(readout, files):
    done = readout("read", *files, "--html", files[0])
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert files[0].read_text(encoding="utf-8") == "Rain, he said."


def test_failure_of_readout_itself_is_one_line_and_exit_code_one(readout):
    done = readout("read", "--text", "NO MODEL")
    assert (done.code, done.err) == (1, "readout: the model is missing; install Readout again\n")


def test_failed_reading_of_one_report_is_exit_code_one(readout):
    assert readout("read", "--text", "FAIL").code == 1


def test_version(readout):
    done = readout("--version")
    assert (done.code, done.out.split()[0]) == (0, "readout")


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["explain", "--help"]], ids=" ".join)
def test_help(readout, arguments):
    done = readout(*arguments)
    assert done.code == 0
    assert "Usage: readout" in done.out


@pytest.mark.parametrize(
    ("arguments", "command"),
    [([], "explain"), (["archive"], "restore"), (["places"], "build"), (["actors"], "explain")],
)
def test_nothing_asked_shows_the_help(readout, arguments, command):
    """Line by line: a group's help was folded into one line of an error."""
    done = readout(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(" ".join(["Usage: readout", *arguments]))
    assert any(line.split()[:1] == [command] for line in done.err.splitlines())


@pytest.mark.parametrize(
    "group", [[], ["archive"], ["places"], ["actors"]], ids=lambda group: " ".join(["readout", *group])
)
def test_no_command_breaks_off_in_the_middle_of_what_it_does(readout, group):
    told = readout(*group, "--help").out.partition("Commands:")[2]
    assert told
    assert "..." not in told


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["add"], "Missing argument 'SOURCE'. Run 'readout add --help' to see what there is."),
        (["archive", "chekc"], "Did you mean 'check'? Run 'readout archive --help' to see what there is."),
    ],
)
def test_misuse_of_a_command_names_the_help_of_that_command(readout, arguments, message):
    assert readout(*arguments).err.endswith(message + "\n")


@pytest.fixture
def record_file(tmp_path: Path) -> Path:
    """Return a record in a file."""
    path = tmp_path / "record.json"
    path.write_text(RECORD.to_json(), encoding="utf-8")
    return path


def test_explain_shows_a_statement(readout, record_file):
    done = readout("explain", record_file, "s5")
    assert done.code == 0
    assert "because: pronoun to the last speaker, score 0.84" in done.out


def test_explain_lists_the_statements_there_are(readout, record_file):
    done = readout("explain", record_file, "s99")
    assert (done.code, done.err) == (
        2,
        "readout: no statement 's99'; there are: s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12\n",
    )


@pytest.mark.parametrize("written", [b"", b"{}", b"\xff\xfe\x00", b'{"format": "readout/2"}'])
def test_explain_refuses_what_is_no_record(readout, record_file, written):
    record_file.write_bytes(written)
    done = readout("explain", record_file, "s1")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)


def test_help_answers_without_what_reading_needs():
    code = "import sys, readout.cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    heavy = {"numpy", "onnxruntime", "readout.record", "readout.source", "readout.pipeline"}
    assert not heavy & set(done.stdout.split())


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such pipe")
def test_reader_of_the_pipe_may_leave_early(record_file):
    code = "from readout.cli import main; main()"
    command = f'"{sys.executable}" -c "{code}" explain {record_file} s5 | true'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == ""


# Gazetteers ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """Return a dump of GeoNames with one village."""
    columns = ["7", "Tump", "Tump", "", "51.5", "-0.5", "P", "PPL", "GB", "", "ENG", "", "", "", "90", "", "1", "", ""]
    path = tmp_path / "GB.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("GB.txt", "\t".join(columns) + "\n")
    return path


def test_a_gazetteer_is_built_and_found_again(readout, dump, tmp_path):
    to = tmp_path / "gb.sqlite"
    done = readout("places", "build", dump, "--to", to)
    assert (done.code, done.out) == (0, "")
    assert "1 places" in done.err
    assert [site.geonames_id for site in open_gazetteer(to).named("Tump")] == [7]


def test_a_gazetteer_is_built_in_silence_without_small_towns(readout, dump, tmp_path):
    to = tmp_path / "gb.sqlite"
    assert readout("places", "build", dump, "--to", to, "--min-population", "100", "--quiet").err == ""
    assert open_gazetteer(to).named("Tump") == ()


def test_a_gazetteer_is_not_built_of_what_was_cut_off(readout, dump, tmp_path):
    dump.write_bytes(dump.read_bytes()[:-30])
    done = readout("places", "build", dump, "--to", tmp_path / "gb.sqlite")
    assert done.code == 2
    assert done.err.count("\n") == 1
    assert "was cut off" in done.err
    assert not (tmp_path / "gb.sqlite").exists()


def test_a_gazetteer_is_not_built_where_there_is_no_folder(readout, dump, tmp_path):
    assert "there is no folder" in readout("places", "build", dump, "--to", tmp_path / "none" / "gb.sqlite").err
    assert "is a folder" in readout("places", "build", dump, "--to", tmp_path).err


def test_the_pipeline_is_handed_the_gazetteer(readout, files, tmp_path, monkeypatch):
    handed: list[Path | None] = []

    def note(reports: Iterable[Report], *, workers: int, gazetteer: Path | None) -> Iterator[Record | Failure]:
        handed.append(gazetteer)
        return read_reports(reports, workers=workers, gazetteer=gazetteer)

    monkeypatch.setattr(sys.modules["readout.pipeline"], "read_reports", note)
    readout("read", files[0], "--gazetteer", tmp_path / "gb.sqlite")
    readout("read", files[0])
    assert handed == [tmp_path / "gb.sqlite", None]

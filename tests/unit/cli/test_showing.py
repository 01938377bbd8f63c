# SPDX-License-Identifier: Apache-2.0
"""`readout show`: a report, or one thing that it states with its words in context, whatever stands in the text."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from rich.cells import cell_len

from readout.archive.archive import Archive
from readout.archive.queries import FigureQuery, ReportQuery
from readout.cli import main
from readout.record import Figure, Record, ReportInfo
from readout.report import Report
from readout.source.received import Received
from tests.support.archives import MAKER, TALKS, TALKS_RECORD, received, record_of
from tests.support.exported import FULL

Command = Callable[..., SimpleNamespace]
ODESA = Report(FULL.report.text).id
TALKS_ID = TALKS_RECORD.report.id


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an archive of a strike, of talks that stood in two places, and of a report that could not be read."""
    path = tmp_path_factory.mktemp("showing") / "news.sqlite"
    info = dataclasses.replace(FULL.report, id=ODESA)
    with Archive.open(path) as archive:
        place = Received(report=Report(FULL.report.text, publisher="Example Wire"), address="https://example.org/odesa")
        archive.add(place, dataclasses.replace(FULL, report=info), maker=MAKER)
        archive.add(received(publisher="Gazette", published="2022-05-13"), TALKS_RECORD, maker=MAKER)
        archive.add(received(address="https://other.example/1"), TALKS_RECORD, maker=MAKER)
        archive.add(received("¿Qué?", "que.txt"), "it is not in English", maker=MAKER)
    return path


@pytest.fixture
def show(capsys: pytest.CaptureFixture[str], archive: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Return a function that shows something of an archive, in a pipe of so many columns."""

    def run(*arguments: str, width: int = 80, of: Path = archive) -> SimpleNamespace:
        monkeypatch.setenv("COLUMNS", str(width))
        with pytest.raises(SystemExit) as ended:
            main(["show", *arguments, "--archive", str(of)])
        output = capsys.readouterr()
        return SimpleNamespace(code=ended.value.code, out=output.out, err=output.err)

    return run


def test_statement_stands_with_its_words_in_context(show: Command):
    lines = show(f"{ODESA}/s4").out.splitlines()
    assert lines[0] == "Missiles hit Odesa port a day after grain deal, Ukraine says"
    assert lines[1] == "Example Wire · 2022-07-23 (stated in the report)"
    context = " ".join(" ".join(lines[3:10]).split())
    assert "to let grain leave it. “It took less than 24 hours for the Russian Federation" in context
    assert "“breaking its promises.” President Vladimir Putin, he added" in context
    assert "Oleh Nikolenko" in lines
    assert any("social post" in line for line in lines)


def test_statement_ends_with_what_it_rests_on(show: Command):
    told = show(f"{ODESA}/s12").out
    assert "left open: the diplomat and an insurer both fit" in told
    assert re.search(r"^s12 · indirect · body · 42.%$", told, re.MULTILINE)


def test_event_stands_with_each_of_its_tellings_and_its_contact(show: Command):
    struck = " ".join(show(f"{ODESA}/v1").out.split())
    assert "Two Russian Kalibr missiles struck the port of Odesa on Saturday, Ukraine’s" in struck
    assert "to launch a missile attack on Odesa’s port,” Oleh Nikolenko" in struck
    assert "v1 ASSAULT (aerial)" in struck
    told = " ".join(show(f"{ODESA}/v2").out.split())
    assert "v2 CONSULT (phone)" in told
    assert "phone: Turkish defence ministry" in told or "phone: Hulusi Akar" in told
    assert "sought by TUR" in told
    assert "phone:" not in struck


def test_figure_stands_with_whose_word_it_is(show: Command):
    told = show(f"{ODESA}/f1").out.splitlines()
    assert any(line.startswith("Missiles hit Odesa port") for line in told[3:])
    assert "two 2 · missiles · count" in told
    assert any(line.startswith("  according to s1: ") for line in told)


def test_report_ends_with_where_it_stood(show: Command):
    done = show(TALKS_ID)
    assert "\ns1  Anna Lind (LVA)\n" in done.out
    assert done.out.splitlines()[-3:] == [
        "Stood in 2 places",
        "  2022-05-13 · Gazette · https://example.org/talks",
        "  https://other.example/1",
    ]
    assert "Stood in 1 place\n" in show(ODESA).out


def test_figure_is_written_as_readers_write_it(show: Command, tmp_path: Path):
    """20 million was 2e+07."""
    path = tmp_path / "news.sqlite"
    figure = Figure(start=0, end=4, low=20e6, modifier="about", unit="tonne", of="grain", kind="measure")
    with Archive.open(path) as archive:
        archive.add(received(), dataclasses.replace(TALKS_RECORD, figures=(figure,)), maker=MAKER)
    assert "about 20,000,000 tonne · grain · measure" in show(f"{TALKS_ID}/f1", of=path).out.splitlines()


COPY = TALKS.replace("Talks fail in Riga", "No result in Riga talks")
CHANGED = (
    "The bridge of Tunis opens in May, said the mayor on Friday, and it will be free for all who cross it by foot."
)


def test_report_tells_its_copies_and_versions(show: Command, tmp_path: Path):
    """That a report is a copy, of what, and what differs in it was kept and never shown."""
    path = tmp_path / "news.sqlite"
    copy, changed = Report(COPY).id, Report(CHANGED).id
    with Archive.open(path) as archive:
        archive.add(received(published="2022-05-13"), TALKS_RECORD, maker=MAKER)
        elsewhere = received(COPY, "https://other.example/1", published="2022-05-14")
        assert archive.add(elsewhere, record_of(COPY), maker=MAKER).kind == "copy"
        assert archive.add(received(CHANGED), record_of(CHANGED), maker=MAKER).kind == "version"
        assert [other.id for other in archive.copies(copy)] == [TALKS_ID]
        assert list(archive.copies(changed)) == []
        assert archive.versions("https://example.org/talks") == [(1, TALKS_ID), (2, changed)]
    first, second, third = (show(id, of=path, width=110).out for id in (TALKS_ID, copy, changed))
    assert f"  2022-05-13 · https://example.org/talks · version 1; {changed} is version 2\n" in first
    assert f"Copies\n  told again by {copy} (retitled)\n" in first
    assert f"Copies\n  a copy (retitled) of {TALKS_ID}; 1 difference\n" in second
    assert "“Talks fail in Riga” became “No result in Riga talks”" in second
    assert "told again" not in second
    assert f"  https://example.org/talks · version 2; {TALKS_ID} is version 1\n" in third
    assert "Copies" not in third


def test_report_that_was_added_last_and_published_first_is_the_first(show: Command, tmp_path: Path):
    """Of its copies those that are none of it are told too, and which of them came before it stays open."""
    path = tmp_path / "news.sqlite"
    cut = COPY.replace(" Some 400 people had waited outside for two hours, and", " Then")
    with Archive.open(path) as archive:
        for number, text in enumerate((cut, COPY, TALKS)):
            there = received(text, f"https://{number}.example/1", published=f"2022-05-{15 - number}")
            archive.add(there, record_of(text), maker=MAKER)
    first, last = (show(Report(text).id, of=path, width=110).out for text in (TALKS, cut))
    assert "  told again by " in first
    assert "a copy (" not in first
    assert "  a copy (" in last
    assert "  also told by " in last


def test_lists_tell_that_a_publisher_replaced_a_report(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, show: Command
):
    """A figure that its publisher had corrected stood beside the right one, and nothing told them apart."""
    path = tmp_path / "news.sqlite"
    corrected = TALKS.replace("400 people", "500 people")
    with Archive.open(path) as archive:
        archive.add(received(), TALKS_RECORD, maker=MAKER)
        archive.add(received(corrected), record_of(corrected), maker=MAKER)
        found = {one.id: one.source.replaced_by for one in archive.search(ReportQuery(copies=True))}
        assert found == {TALKS_ID: Report(corrected).id, Report(corrected).id: None}
        # It stands elsewhere still.
        archive.add(received(address="https://other.example/1"), TALKS_RECORD, maker=MAKER)
        assert {one.source.replaced_by for one in archive.search(ReportQuery(copies=True))} == {None}
        archive.add(received("Gone. " + CHANGED, "https://other.example/1"), record_of("Gone. " + CHANGED), maker=MAKER)
        assert Report(corrected).id in {one.source.replaced_by for one in archive.figures(FigureQuery(copies=True))}
    with pytest.raises(SystemExit):
        main(["figures", "--copies", "--archive", str(path)])
    assert f"replaced by {Report(corrected).id}" in " ".join(capsys.readouterr().out.split())


def test_standard_input_has_no_versions(show: Command, tmp_path: Path):
    path = tmp_path / "news.sqlite"
    with Archive.open(path) as archive:
        archive.add(received(address="-"), TALKS_RECORD, maker=MAKER)
        archive.add(received(CHANGED, "-"), record_of(CHANGED), maker=MAKER)
    assert show(TALKS_ID, of=path).out.endswith("Stood in 1 place\n  -\n")


def test_corrections_stand_with_what_they_are_about(show: Command, tmp_path: Path):
    """They were kept and exported, and who looked at the record saw nothing of them."""
    path = tmp_path / "news.sqlite"
    with Archive.open(path) as archive:
        archive.add(received(), TALKS_RECORD, maker=MAKER)
        archive.correct(TALKS_ID, "statements/s1/speaker", "n1", who="ann", reason="the minister\x1b[2J")
        archive.correct(TALKS_ID, "events/0/type", "REJECT", who="ben")
        archive.correct(TALKS_ID, "figures/0/high", None, who="ben")
        day = archive.corrections()[0].made[:10]
    told = {part: show(f"{TALKS_ID}{part}", of=path, width=110).out for part in ("", "/s1", "/v1", "/f1")}
    said = {
        "/s1": f"  statements/s1/speaker should be n1 (Anna Lind), says ann on {day}: the minister\ufffd[2J\n",
        "/v1": f"  events/0/type should be REJECT, says ben on {day}\n",
        "/f1": f"  figures/0/high should be left open, says ben on {day}\n",
    }
    for part, lines in said.items():
        assert told[part].endswith(f"\nCorrections\n{lines}")
        assert lines in told[""]
    assert "Corrections" not in show(TALKS_ID).out


@pytest.mark.parametrize("digits", [8, 12, 16])
@pytest.mark.parametrize("part", ["", "/s1"])
def test_first_digits_of_an_id_are_enough(show: Command, digits: int, part: str):
    assert show(f"{TALKS_ID[:digits]}{part}").out == show(f"{TALKS_ID}{part}").out != ""


def test_whole_hash_and_white_space_around_an_id_do(show: Command, archive: Path):
    with Archive.open(archive) as opened:
        whole = opened.report(TALKS_ID).hash
    assert show(f" {whole}/s1 ").out == show(f"{TALKS_ID}/s1").out


@pytest.mark.parametrize(
    ("id", "code", "message"),
    [
        ("0123456789abcdef", 1, "there is no report '0123456789abcdef' in the archive; 'readout search' shows"),
        ("0123456789abcdef/s1", 1, "there is no report '0123456789abcdef'"),
        (TALKS_ID[:7], 1, "expected the id of a report: 8 to 64 of the digits 0-9 and a-f"),
        ("talks", 1, "found 'talks', expected the id of a report"),
        ("", 1, "expected the id of a report"),
        (f"{TALKS_ID}/s2", 2, "the report has no 's2'; it has 1 statement (s1, s2, …), 1 event"),
        (f"{TALKS_ID}/s0", 2, "the report has no 's0'"),
        (f"{TALKS_ID}/x1", 2, "the report has no 'x1'"),
        (f"{TALKS_ID}/s1/2", 2, "the report has no 's1/2'"),
        (f"{TALKS_ID}/s-1", 2, "the report has no 's-1'"),
        (Report("¿Qué?").id, 1, "is kept, but could not be read: it is not in English"),
    ],
)
@pytest.mark.parametrize("json", [False, True])
def test_what_is_not_there_is_one_line_that_says_so(show: Command, id: str, code: int, message: str, json: bool):
    done = show(id, *(["--json"] if json else []))
    assert (done.code, done.out) == (code, "")
    assert message in done.err
    assert done.err.count("\n") == 1


def test_json_of_a_report_is_its_record(show: Command):
    assert Record.from_json(show(TALKS_ID, "--json").out) == TALKS_RECORD


@pytest.mark.parametrize(
    ("part", "field", "value"),
    [("s1", "speaker", "n1"), ("v1", "type", "CONSULT"), ("f1", "high", 400)],
)
def test_json_of_a_thing_has_its_fields(show: Command, part: str, field: str, value: object):
    assert json.loads(show(f"{TALKS_ID}/{part}", "--json").out)[field] == value


@pytest.mark.parametrize("part", ["", "/s1", "/s4", "/s11", "/s12", "/v1", "/v2", "/f1"])
@pytest.mark.parametrize("width", [20, 40, 80])
def test_narrow_terminals_lose_no_words(show: Command, part: str, width: int):
    told = show(f"{ODESA}{part}", width=width).out
    if part:  # the table of people has columns of their own, which end in an ellipsis
        assert max(map(cell_len, told.splitlines())) <= width
        assert "".join(told.split()) == "".join(show(f"{ODESA}{part}", width=100).out.split())


@pytest.mark.parametrize("part", ["", "/s4", "/v1", "/f1"])
def test_pipe_gets_plain_words(show: Command, part: str):
    told = show(f"{ODESA}{part}").out
    assert "\x1b" not in told
    assert [line for line in told.splitlines() if line != line.rstrip()] == []


# What a report may hold that a terminal would obey: an escape sequence, a bell, a turned direction of writing, marks of
# right-to-left, a lone surrogate. Each is one character, so that the spans of the record stay right.
HOSTILE = ("\x1b", "\x07", "\u202e", "\u2067", "\u200f", "\u061c", "\x9b", "\r", "\ud800")
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# Names of things in the record, and values of closed lists: nobody who writes news writes these.
_OURS = frozenset(
    "id format kind type form status speaker addressees relayed_by outlet nested_in according_to event actors".split()
)
_OURS |= frozenset("recipients parties basis language anonymous field direction value".split())


def poisoned(value: Any, name: str = "") -> Any:
    """Put what terminals obey into every text of a record that a report or its publisher has written."""
    if isinstance(value, str):
        return value if name in _OURS else f"{value}\x1b[31m\u202e\x07"
    if dataclasses.is_dataclass(value) and not isinstance(value, ReportInfo):
        names = [field.name for field in dataclasses.fields(value)]
        return dataclasses.replace(value, **{each: poisoned(getattr(value, each), each) for each in names})  # type: ignore[type-var]
    if type(value) is tuple:
        return tuple(poisoned(each, name) for each in value)
    return value


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return an archive of a report that is full of what terminals obey, and its id."""
    path = tmp_path_factory.mktemp("hostile") / "news.sqlite"
    words = FULL.report.text.split(" ")
    text = words[0] + "".join(f"{HOSTILE[at % 9] if at % 2 else ' '}{word}" for at, word in enumerate(words[1:]))
    assert len(text) == len(FULL.report.text)
    info = dataclasses.replace(
        FULL.report,
        id=Report(text).id,
        text=text,
        title="Talks\x1b]0;owned\x07 \u202efail",
        publisher="The \x1b[2JTimes",
    )
    place = Received(
        report=Report(text, publisher="The \x1b[2JTimes\u202e"), address="https://example.org/\x1b[31m\u2067", basis={}
    )
    with Archive.open(path) as archive:
        archive.add(place, dataclasses.replace(poisoned(FULL), report=info), maker=MAKER)
    return path, info.id


@pytest.mark.parametrize("part", ["", *(f"/s{number}" for number in range(1, 13)), "/v1", "/v2", "/f1"])
def test_nothing_in_a_report_reaches_the_terminal_as_a_command(show: Command, hostile: tuple[Path, str], part: str):
    path, id = hostile
    done = show(f"{id}{part}", of=path)
    assert (done.code, done.err) == (0, "")
    assert OBEYED.findall(done.out) == []


def test_json_keeps_what_a_report_holds(show: Command, hostile: tuple[Path, str]):
    path, id = hostile
    told = json.loads(show(id, "--json", of=path).out)
    assert told["report"]["title"] == "Talks\x1b]0;owned\x07 \u202efail"


def test_report_that_stood_nowhere_else_is_still_the_text_that_was_received(show: Command):
    assert json.loads(show(TALKS_ID, "--json").out)["report"]["text"] == TALKS

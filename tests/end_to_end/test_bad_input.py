# SPDX-License-Identifier: Apache-2.0
"""Whatever is given: a record whose spans lie in the text, or one clear line and exit code 2; no traceback, no hang.

The time limits are guards against a hang on a slow machine, not measures of speed.
"""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import readout
from readout.errors import SourceError
from readout.model import Model
from tests.support.records import check_form

CLI = Callable[..., "subprocess.CompletedProcess[str]"]

REPORT = (
    "Talks on the border resume\n\nGENEVA, May 13 (Example) — “We are ready to talk,” Foreign Minister Ana Petrova "
    "told reporters on Friday. Her rival Marek Haas said the offer was “late, but welcome”, the agency Interpress "
    "reported.\n\n"
    "A senior official, who asked not to be named because the talks are private, said nobody had expected it.\n"
)
SENTENCES = "“We won,” Petrova said. Haas said that the vote was not over. The talks, officials said, would go on. "


def written(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """Return the record that a command wrote, checked."""
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    record: dict[str, Any] = json.loads(done.stdout)
    check_form(record)
    return record


READABLE = {
    "one word": "No",
    "one mark": "”",
    "punctuation only": "... !? “” — ( ) ;",
    "all capitals": REPORT.upper(),
    "no punctuation": "the minister said talks would go on and haas told reporters that nobody had expected it " * 8,
    "no letters": "123 456 789, 10.11 12:13",
    "unbalanced quotes": "“We won, Petrova said. \"No,” Haas said. ‘And ‘so “on’ he ”said.\n\n” Nobody “ left.",
    "thousands of quotation marks": "“" * 3000 + " he said " + "”" * 3000,
    "thousands of straight marks": '"' * 6001,
    "thousands of small quotations": "“No,” he said. " * 1500,
    "quotations within quotations": "“‘" * 1500 + "no" + "’”" * 1500 + " he said.",
    "control characters": "\x00\x01The minister\x02 said\x03 no\x04.\x07\x08\x1b[31m He\x7f left\x9f.",
    "marks of direction": "\u202e“We won,” \u2066Petrova\u2069 said\u202c. \u200fHaas \u200edid not.",
    "zero width": "“We\u200b won,”\u200d Petrova\ufeff said.",
    "no-break spaces": REPORT.replace(" ", "\u00a0"),
    "one endless word": "a" * 100_000,
    "one endless line": SENTENCES * 150,
    "a word a line": SENTENCES.replace(" ", "\n") * 4,
    "line ends of an old system": REPORT.replace("\n", "\r"),
    "emoji and other planes": "“We won 🎉🎉,” Petrova 👩‍⚖️ said. 𝐇𝐚𝐚𝐬 did not.",
    "combining marks without end": "Pe\u0301\u0302" + "\u0301" * 5000 + "trova said no.",
}  # fmt: skip


@pytest.mark.parametrize("text", READABLE.values(), ids=READABLE.keys())
def test_odd_text_becomes_a_record(model: Model, text: str):
    record = readout.read(text, model=model)
    assert record.report.text == text
    check_form(json.loads(record.to_json()))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\ud800", id="alone"),
        pytest.param("“We \udfff won,” Petrova \ud83d said.", id="within"),
        pytest.param("\udc00\udc01" * 200, id="many"),
    ],
)
def test_lone_surrogates_are_kept(model: Model, text: str):
    """They come from broken decoders; no file can hold them, but a string can."""
    record = readout.read(text + " Haas said no.", model=model)
    assert record.report.text == text + " Haas said no."
    written_again = record.to_json().encode("utf-8").decode("utf-8")
    check_form(json.loads(written_again))


def test_odd_text_comes_through_the_command_line(readout_cli: CLI):
    """The record's text is the file's, to the character: control characters, marks of direction, line ends."""
    text = (
        READABLE["control characters"].replace("\x00", "")
        + "\r\n"
        + READABLE["marks of direction"]
        + "\n"
        + READABLE["no-break spaces"]
    )
    assert written(readout_cli("read", "--json", "-", stdin=text))["report"]["text"] == text


NO_REPORTS = {
    "empty": ("", "is empty"),
    "white space": (" \n\t\u00a0\n", "only white space"),
    "invisible": ("\u200b\u200e\x01", "cannot be seen"),
    "page": (
        "<!DOCTYPE html>\n<html><head><title>Talks</title></head><body><p>Petrova said no.</p></body></html>",
        "page",
    ),
    "a character that no text has": ("Petrova said no.\x00", "NUL"),
    "not utf-8 nor anything else": (bytes(range(256)) * 8, ""),
    "an image": (b"\x89PNG\r\n\x1a\n" + bytes(4000), ""),
}


@pytest.mark.parametrize(("given", "message"), NO_REPORTS.values(), ids=NO_REPORTS.keys())
def test_what_is_no_report_is_refused_in_words(readout_cli: CLI, given: str | bytes, message: str):
    done = readout_cli("read", "--json", "-", stdin=given)
    assert done.returncode == 2
    assert done.stdout == ""
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip()) > 20


def test_html_given_as_text_is_refused_by_the_library(model: Model):
    with pytest.raises(SourceError, match="page"):
        readout.read(str(NO_REPORTS["page"][0]), model=model)


def test_text_that_is_not_utf8_is_read_or_refused_never_misread(readout_cli: CLI):
    """Curly quotes of Windows-1252: the bytes are no UTF-8, and are detected."""
    text = "“We are ready to talk,” Petrova said. Haas said the offer was late – but welcome. It’s “a start”. " * 3
    done = readout_cli("read", "--json", "-", stdin=text.encode("cp1252"))
    assert written(done)["report"]["text"] == text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(
            "„Wir sind bereit zu reden“, sagte die Ministerin am Freitag. Ihr Kollege war nicht mit dem Vorschlag "
            "zufrieden, aber er wird mit den anderen sprechen, wie sie sagte.", "de", id="German",
        ),
        pytest.param(
            "Le ministre a déclaré que les négociations avec la Russie ne sont pas terminées et qu’il y aura une "
            "réunion.", "fr", id="French",
        ),
        pytest.param("Министр заявил, что переговоры ещё не завершены и будут продолжены в понедельник.", "ru",
                     id="Russian"),
        pytest.param("部长星期五对记者说，谈判将继续进行，双方都希望达成协议。", "zh", id="Chinese"),
    ],
)  # fmt: skip
def test_another_language_is_named_and_nothing_invented(model: Model, text: str, language: str):
    record = readout.read(text, model=model)
    assert record.report.language == language
    assert (record.entities, record.statements) == ((), ())
    assert f"'{language}'" in record.notes[0].reason


# The same again ------------------------------------------------------------------------------------------------------


def test_two_runs_write_the_same_bytes(readout_cli: CLI):
    first, second = (readout_cli("read", "--json", "-", stdin=REPORT) for _ in range(2))
    assert written(first)
    assert first.stdout == second.stdout


def test_hash_seeds_do_not_reorder_a_record():
    """Sets of strings are ordered anew in every process; a record must not be."""
    found = [
        subprocess.run(
            [sys.executable, "-m", "readout", "read", "--json", "-"],
            input=REPORT.encode(), capture_output=True, check=True, timeout=300,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert found[0] == found[1]


_CLOCKS = {"now", "today", "utcnow", "localtime", "gmtime", "time_ns"}
# Waiting for others, and noting when something was added, need a clock; none of these makes a record.
_WAITING = {
    "archive/columns.py", "archive/engine.py", "collecting.py", "source/addresses.py", "source/fetching.py", "source/pacing.py",
    "source/watching.py",
}  # fmt: skip


def test_no_code_that_makes_records_asks_for_the_day(root: Path):
    """The day of running must not enter a record: only what waits, or notes when it kept something, may look at a clock."""
    asked, house = [], root / "src" / "readout"
    for path in sorted(house.rglob("*.py")):
        if "cli" in path.parts or path.relative_to(house).as_posix() in _WAITING:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in _CLOCKS:
                asked.append(f"{path.name}:{node.lineno} {node.attr}")
            if isinstance(node, ast.Import | ast.ImportFrom):
                modules = [alias.name for alias in node.names] + [getattr(node, "module", None) or ""]
                asked += [f"{path.name}:{node.lineno} imports time" for module in modules if module == "time"]
    assert asked == []


# Length --------------------------------------------------------------------------------------------------------------


def long_report(path: Path, size: int) -> Path:
    """Write about `size` characters of report."""
    count = size // (len(SENTENCES) + 35)
    path.write_text("".join(f"{SENTENCES}Number {n} said so on Monday.\n\n" for n in range(count)), encoding="utf-8")
    return path


def test_five_megabytes_are_refused_with_a_reason(readout_cli: CLI, tmp_path: Path):
    """An archive in one file by mistake: it would be read as one report with one set of speakers."""
    done = readout_cli("read", str(long_report(tmp_path / "archive.txt", 5_000_000)))
    assert done.returncode == 2
    assert "2 MB" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_transcript_of_100_kilobytes_is_read(tmp_path: Path):
    """Twenty times the usual length; ten minutes are a guard against a hang."""
    path, out = long_report(tmp_path / "long.txt", 100_000), tmp_path / "long.json"
    done = subprocess.run(
        [sys.executable, "-m", "readout", "read", "--json", "-o", str(out), str(path)],
        capture_output=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr.decode()
    record = json.loads(out.read_text(encoding="utf-8"))
    check_form(record)
    assert len(record["statements"]) > 200


@pytest.mark.parametrize(
    "text", ["The minister called", "Iran and Oman said the envoy had called", "Lind asked Berg to call on"]
)
def test_a_report_may_break_off_behind_a_verb(text: str):
    assert readout.read(text).report.text == text

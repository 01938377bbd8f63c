# SPDX-License-Identifier: Apache-2.0
"""Files and standard input."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from readout.errors import SourceError
from readout.report import Published
from readout.source import LARGEST_REPORT, read_source

TEXT = "The minister said that talks would go on.\r\n"


def test_file_is_read_as_it_is(tmp_path: Path):
    path = tmp_path / "report.txt"
    path.write_bytes(TEXT.encode())
    report = read_source(str(path), published="2022-05", publisher="The Wire", url="u", title="t")
    assert report.text == TEXT
    assert (report.published, report.publisher) == (Published("2022-05", "given"), "The Wire")


def test_dash_is_standard_input():
    assert read_source("-", stdin=io.BytesIO(TEXT.encode())).text == TEXT


def test_dash_without_standard_input_is_declined():
    with pytest.raises(SourceError, match="means standard input, and there is none"):
        read_source("-")


def test_closed_standard_input_is_declined():
    stdin = io.BytesIO()
    stdin.close()
    with pytest.raises(SourceError, match="standard input cannot be read"):
        read_source("-", stdin=stdin)


def test_missing_file_is_named():
    with pytest.raises(SourceError, match=r"there is no file '/nowhere/report\.txt'"):
        read_source("/nowhere/report.txt")


def test_directory_is_named(tmp_path: Path):
    with pytest.raises(SourceError, match="is a directory; expected a file"):
        read_source(str(tmp_path))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
def test_forbidden_file_is_named(tmp_path: Path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT)
    path.chmod(0)
    with pytest.raises(SourceError, match="may not be read by this user"):
        read_source(str(path))


def test_permission_error_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*args: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(SourceError, match=r"'report\.txt' may not be read by this user"):
        read_source("report.txt")


@pytest.mark.parametrize("argument", ["a\x00b", "a" * 3000, "nowhere/\udc80.txt", "/dev/null/report.txt"])
def test_impossible_path_is_declined(argument: str):
    with pytest.raises(SourceError, match=r"there is no file|cannot be read"):
        read_source(argument)


@pytest.mark.parametrize("argument", ["The minister left.\n\nHe said no.", "word " * 2000])
def test_text_given_as_a_path_is_told(argument: str):
    with pytest.raises(SourceError, match=r"is no path but a text.*standard input"):
        read_source(argument)


def test_message_can_be_written_even_for_a_path_that_is_no_text():
    with pytest.raises(SourceError) as caught:
        read_source("nowhere/\udc80.txt")
    assert str(caught.value).encode("utf-8")


def test_large_file_is_declined(tmp_path: Path):
    path = tmp_path / "archive.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST_REPORT + 1)
    with pytest.raises(SourceError, match="2 MB"):
        read_source(str(path))


def test_error_names_the_file(tmp_path: Path):
    path = tmp_path / "page.html"
    path.write_text("<!doctype html><p>The minister left.")
    with pytest.raises(SourceError, match=r"page\.html' is HTML"):
        read_source(str(path))

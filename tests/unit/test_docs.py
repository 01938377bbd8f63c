# SPDX-License-Identifier: Apache-2.0
"""The pages say what is there: links resolve, and what the code offers is described."""

from __future__ import annotations

import dataclasses
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import typer.main

import readout
from readout.cli import app

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    path
    for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("*/README.md")]
    if ".venv" not in path.parts
)
LINK = re.compile(r"\]\((?!https?://|mailto:|#)([^)#\s]+)")


def by_path(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def commands() -> dict[str, list[str]]:
    """Return every command of `readout` with its long options."""
    group = typer.main.get_command(app)
    found = getattr(group, "commands", {"": group})
    return {
        name: [option for parameter in command.params for option in parameter.opts if option.startswith("--")]
        for name, command in found.items()
    }


@pytest.mark.parametrize("page", PAGES, ids=by_path)
def test_links_resolve(page: Path):
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=by_path)
def test_page_is_not_over_500_lines(page: Path):
    assert len(page.read_text(encoding="utf-8").splitlines()) <= 500


def test_every_decision_is_listed():
    index = (ROOT / "docs/README.md").read_text(encoding="utf-8")
    decisions = [path.name for path in (ROOT / "docs/decisions").glob("*.md")]
    assert [name for name in decisions if name not in index] == []


def test_every_dependency_has_its_reason():
    page = (ROOT / "docs/decisions/0005-dependencies.md").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split(r"[<>=!~ \[;]", requirement)[0] for requirement in project["dependencies"]]
    assert [name for name in names if f"| {name} |" not in page] == []


@pytest.mark.parametrize(("command", "options"), commands().items())
def test_command_and_its_options_are_described(command: str, options: list[str]):
    page = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
    section = re.search(rf"^## `readout {command}.*?(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert section, f"docs/cli.md has no section on 'readout {command}'"
    assert [option for option in options if f"`{option}" not in section[0] and option != "--help"] == []


@pytest.mark.parametrize("name", ["Record", "Statement", "Entity", "Channel", "Report"])
def test_every_field_of_the_record_is_described(name: str):
    page = (ROOT / "docs/record.md").read_text(encoding="utf-8")
    fields = [field.name for field in dataclasses.fields(getattr(readout, name))]
    assert [field for field in fields if not re.search(rf"`[a-z_.]*\b{field}`", page)] == []


def test_public_names_are_described():
    page = (ROOT / "docs/library.md").read_text(encoding="utf-8")
    assert [name for name in readout.__all__ if not re.search(rf"`(readout\.)?{name}\b", page)] == []


def test_help_names_the_commands():
    done = subprocess.run(
        [sys.executable, "-m", "readout", "--help"], capture_output=True, text=True, check=True, timeout=60
    )
    assert [name for name in commands() if name not in done.stdout] == []


def test_dictionary_of_exported_tables_is_up_to_date():
    """`python -m docs.make_dictionary` fills it."""
    from docs.make_dictionary import PAGE, filled

    page = PAGE.read_text(encoding="utf-8")
    assert filled(page) == page


def test_every_format_is_described():
    from readout.export import FORMATS

    page = (ROOT / "docs/exports.md").read_text(encoding="utf-8")
    assert [form.name for form in FORMATS if not re.search(rf"^## .*`{form.name}`", page, re.MULTILINE)] == []

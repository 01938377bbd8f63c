# SPDX-License-Identifier: Apache-2.0
"""What `import readout` promises: its names, its cost, and what it pulls in."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import readout

SOURCE = Path(readout.__file__).parent
# Distributions whose module has another name than themselves.
MODULE_OF = {"charset-normalizer": "charset_normalizer", "vl-convert-python": "vl_convert"}
# Extras of those who work on Readout.
DEVELOPERS = {"dev", "training", "bench", "bench-times"}
# SQLAlchemy loads psycopg for `postgresql+psycopg://`; what is read of pages loads the other as `lxml.html.clean`.
LOADED_BY_NAME = {"lxml-html-clean", "psycopg"}
# Results are turned into their tables where they are there; nobody needs them.
USERS_OWN = {"pandas", "polars"}


def run_python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.strip()


def test_public_names_are_these():
    assert readout.__all__ == [
        "Archive",
        "ArchiveError",
        "Channel",
        "ConfigError",
        "Entity",
        "Model",
        "ModelError",
        "Published",
        "ReadoutError",
        "Record",
        "Report",
        "SchemaError",
        "SourceError",
        "Span",
        "Statement",
        "__version__",
        "read",
        "read_many",
    ]


@pytest.mark.parametrize("name", readout.__all__)
def test_public_name_is_there(name: str):
    assert getattr(readout, name) is not None


@pytest.mark.parametrize("name", [name for name in readout.__all__ if name != "__version__"])
def test_public_name_has_a_docstring(name: str):
    assert getattr(readout, name).__doc__


def test_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match=r"no attribute 'reed'; it has: .*\bread\b"):
        _ = readout.reed  # type: ignore[attr-defined]


def test_dir_lists_the_public_names():
    assert set(readout.__all__) <= set(dir(readout))


def test_import_loads_no_heavy_library():
    loaded = run_python("import readout, sys; print(*sorted(sys.modules))").split()
    assert not {"numpy", "onnxruntime", "tokenizers", "rich", "typer", "readout.model"} & set(loaded)


def test_import_takes_less_than_a_fifth_of_a_second():
    code = "from time import process_time as now; start = now(); import readout; print(now() - start)"
    assert min(float(run_python(code)) for _ in range(5)) < 0.2


def test_version_is_that_of_the_package():
    assert re.fullmatch(r"\d+\.\d+\.\d+", readout.__version__)


def test_root_is_not_imported_from_inside():
    """An import of the root from a room would tie every room to every other."""
    guilty = [
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if path.name not in {"__main__.py"} and "readout" in imported_modules(path)
    ]
    assert guilty == []


def test_declared_dependencies_are_those_imported(root: Path):
    """One too many costs every user its megabytes; one too few breaks an install without the dev tools."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = {name: needed for name, needed in project["optional-dependencies"].items() if name not in DEVELOPERS}
    requirements = [*project["dependencies"], *(each for needed in extras.values() for each in needed)]
    names = [re.split(r"[<>=!~ \[;]", requirement)[0] for requirement in requirements]
    declared = {MODULE_OF.get(name, name) for name in names} - LOADED_BY_NAME
    used = {name.partition(".")[0] for path in SOURCE.rglob("*.py") for name in imported_modules(path)}
    assert used - set(sys.stdlib_module_names) - USERS_OWN - {"readout"} == declared


def imported_modules(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found

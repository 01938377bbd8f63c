# SPDX-License-Identifier: Apache-2.0
"""Read one packaged table. Nothing is read until a look-up asks for it."""

from __future__ import annotations

import json
import pkgutil
from typing import Any, TypeAlias

__all__ = ["Row", "rows"]

# What a row holds is checked by the tests of its table, once, and not on every start.
Row: TypeAlias = dict[str, Any]


def rows(table: str) -> list[Row]:
    """Read all rows of `table`, a JSON Lines file beside this module, in the order of the file."""
    # Not importlib.resources: importing that takes longer than reading any table.
    packed = pkgutil.get_data(__name__, f"{table}.jsonl") or b""
    # One call for the whole file: a call per line takes twice as long on a cold start.
    found: list[Row] = json.loads(b"[" + b",".join(packed.splitlines()) + b"]")
    return found

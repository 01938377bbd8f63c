# SPDX-License-Identifier: Apache-2.0
"""Surnames that so many bear that one alone does not tell which leader is meant: "Kim", "Singh"."""

from __future__ import annotations

from functools import cache

from readout.resources._tables import rows

__all__ = ["is_common_surname"]


def is_common_surname(name: str) -> bool:
    """Tell whether a surname, in any case, is one of many people."""
    return name.lower() in _surnames()


@cache
def _surnames() -> frozenset[str]:
    return frozenset(name.lower() for row in rows("surnames") for name in row["surnames"])

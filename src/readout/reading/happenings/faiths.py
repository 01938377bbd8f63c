# SPDX-License-Identifier: Apache-2.0
"""Those who are named by their faith or people alone: "six [Catholics]", "two Sikhs", who have no country and no office."""

from __future__ import annotations

__all__ = ["is_of_faith"]

_FAITHFUL = frozenset(
    "ahmadis alawites bahais bahá'ís buddhists catholics chechens christians copts druze hazaras hindus hutus jews "
    "kurds methodists muslims ossetians protestants rohingya rohingyas roma sahrawis shias shiites sikhs sunnis tamils "
    "tatars tigrayans tutsis uighurs uyghurs yazidis".split()
)


def is_of_faith(noun: str) -> bool:
    """Tell whether a noun in lower case means people of a faith or a people without a state of its own."""
    return noun in _FAITHFUL

# SPDX-License-Identifier: Apache-2.0
"""Networks that are no media: "the Sudan Doctors Network", "the Darfur Network for Human Rights"."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["is_other_network"]

_MEDIA = frozenset("News Television TV Radio Broadcasting Media Cable Sports Sport Entertainment Channel".split())

_LONG = 3  # words: "the Food Network" is a medium


def is_other_network(words: Sequence[str]) -> bool:
    """Tell whether a name of a network says of whom or for what it is, and names no medium.

    Args:
        words: The words of the name, as written.
    """
    return "Network" in words and len(words) >= _LONG and _MEDIA.isdisjoint(words)

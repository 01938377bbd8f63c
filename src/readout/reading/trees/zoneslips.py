# SPDX-License-Identifier: Apache-2.0
"""The clock that an item of a live report begins with, no part of the sentence behind it: "[09:30 GMT] Guterres says …"."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["ZONES", "behind_clock", "set_clocks_apart"]

ZONES = frozenset("GMT UTC BST CET CEST EET EEST EST EDT ET IST JST MSK".split())


def behind_clock(words: Sequence[str], start: int) -> int:
    """Return the word behind a clock and its zone at a word, "09:30 [GMT]"; the word itself where there is none."""
    hours, colon, minutes = words[start].partition(":") if start < len(words) else ("", "", "")
    if not (colon and hours.isdigit() and minutes.isdigit()):
        return start
    return start + 1 + (start + 1 < len(words) and words[start + 1] in ZONES)


def set_clocks_apart(
    words: Sequence[str], begins: Sequence[bool], upos: list[str], heads: list[int], relations: list[str]
) -> None:
    """Hang a zone behind the clock of its line on that clock, and what hung on it on the one that it hung on."""
    for word, zone in enumerate(words):
        clock = word - 1
        if zone not in ZONES or clock < 0 or not begins[clock] or behind_clock(words, clock) != word + 1:
            continue
        near = range(word + 1, min(word + _REACH, len(words)))
        below = [w for w in near if heads[w] == word]
        above = next((w for w in (heads[word], heads[clock]) if w not in {word, clock}), None)
        if below and (above is None or above not in below):
            heads[below[0]], relations[below[0]] = (above, relations[word]) if above is not None else (below[0], "root")
        heir = below[0] if below else above
        for other in below[1:]:
            heads[other] = below[0]
        if heir is None:
            continue
        heads[clock], relations[clock] = heir, "obl:tmod"
        heads[word], relations[word], upos[word] = clock, "flat", "X"


_REACH = 40  # words behind a zone in which what hangs on it is looked for

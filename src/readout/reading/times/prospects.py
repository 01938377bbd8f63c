# SPDX-License-Identifier: Apache-2.0
"""Nouns and participles before a time that tell its side whatever the verb says: chances, warnings, forecasts, expectations.

Each function takes the words of the sentence before the time, in lower case.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

__all__ = ["is_forecast", "is_singled_out", "is_warned_of", "may_come", "was_expected"]

_FORECASTS = frozenset("forecast forecasts outlook guidance target targets projection projections".split())
_WARNINGS = frozenset("alert alerts warning warnings watch advisory advisories".split())
_CHANCES = frozenset("chance chances odds probability likelihood prospect prospects possibility risk".split())
_EXPECTED = frozenset("expected forecast forecasted predicted projected estimated planned announced".split())
_COMPARED = {("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to"), ("than", "the")}
_BE = {"is", "are", "was", "were"}
_SINGLE = frozenset(
    "first last worst biggest largest highest lowest deadliest longest most only fifth second third".split()
)
_PARTS = {"-", "quarter", "half"}
_NEAR = 6  # words


def is_forecast(before: Sequence[str]) -> bool:
    """Tell whether a forecast is for a time: "cut its forecast [for] the fourth quarter"."""
    return not _FORECASTS.isdisjoint(before[-4:])


def is_warned_of(before: Sequence[str]) -> bool:
    """Tell whether a warning is for a day: "issued an orange alert for Una and Bilaspur for [Saturday]"."""
    return not _WARNINGS.isdisjoint(before[-2 * _NEAR :])


def may_come(before: Sequence[str], upos: Sequence[str]) -> bool:
    """Tell whether a time is that of what has a chance to come: "the odds of a third cut in [December]"."""
    words, kinds = before[-_NEAR:], upos[-_NEAR:]
    at = next((w for w in range(len(words) - 2, -1, -1) if words[w] in _CHANCES), None)
    if at is None or words[at + 1] != "of" or words[-1] not in {"in", "on", "by", "next"}:
        return False
    return not any(kind in {"VERB", "AUX"} for kind in kinds[at + 1 :])


def was_expected(before: Sequence[str]) -> bool:
    """Tell whether a time is that of an expectation with which a figure is compared: "up from £87bn forecast in [March]"."""
    if len(before) < 2 or before[-1] not in {"in", "on"} or before[-2] not in _EXPECTED:
        return False
    words = before[-_NEAR - 2 : -2]
    return any(pair in _COMPARED for pair in pairwise(words)) and _BE.isdisjoint(words)


def is_singled_out(before: Sequence[str]) -> bool:
    """Tell whether words tell of a first or worst, "the worst drought in [decades]", and not of a third quarter."""
    words = before[-_NEAR:]
    return any(word in _SINGLE and _PARTS.isdisjoint(words[at + 1 : at + 2]) for at, word in enumerate(words))

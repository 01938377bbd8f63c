# SPDX-License-Identifier: Apache-2.0
"""Nouns and participles before a time that tell its side whatever the verb says: chances, warnings, forecasts, expectations.

Each function takes the words of the sentence before the time, in lower case, or those behind it, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from readout.reading.trees.verbforms import is_past

__all__ = ["is_forecast", "is_singled_out", "is_warned_of", "may_come", "was_expected"]

_FORECASTS = frozenset("forecast forecasts outlook guidance target targets projection projections".split())
_WARNINGS = frozenset("alert alerts warning warnings watch watches advisory advisories".split())
_WATCHED = frozenset(
    "flood storm tornado hurricane wind snow heat fire freeze frost avalanche tsunami weather typhoon".split()
)
_CALLED_OFF = frozenset("withdrawn lifted cancelled canceled rescinded dropped downgraded expired revoked".split())
_TO_COME = frozenset("is are will would could may might should expected forecast due".split())
_CHANCES = frozenset("chance chances odds probability likelihood prospect prospects possibility risk".split())
_EXPECTED = frozenset("expected forecast forecasted predicted projected estimated planned announced".split())
_COMPARED = {("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to"), ("than", "the")}
_BE = {"is", "are", "was", "were"}
_WERE = {"was", "were"}
_LEVELS = frozenset(
    "% percent per rose fell jumped climbed slipped dropped increased decreased grew shrank stood".split()
)
_SINGLE = frozenset(
    "first last worst biggest largest highest lowest deadliest longest most only fifth second third 1st 2nd 3rd 4th 5th".split()
)
_PARTS = {"-", "quarter", "half"}
_NEAR = 6  # words


def is_forecast(before: Sequence[str]) -> bool:
    """Tell whether a forecast is for a time: "cut its forecast [for] the fourth quarter"."""
    return not _FORECASTS.isdisjoint(before[-4:])


def is_warned_of(before: Sequence[str], after: Sequence[str], upos: Sequence[str]) -> bool:
    """Tell whether a warning is for a day: "issued an orange alert for Una and Bilaspur for [Saturday]".

    Not where the warning was called off, or is told of when what it warned of is over: "had issued", "for [Tuesday], when the
    storm hit".

    Args:
        before: The words of the sentence before the time.
        after: The words of the sentence behind it.
        upos: The kinds of those behind it.
    """
    near = before[-2 * _NEAR :]
    at = next((w for w in range(len(near) - 1, -1, -1) if near[w] in _WARNINGS), None)
    if at is None or (near[at].startswith("watch") and _WATCHED.isdisjoint(near[max(at - 1, 0) : at])):
        return False
    clause = max((w for w in range(at) if near[w] == ","), default=0)  # "which had warned of gales, issued an alert"
    if "had" in near[clause:] or not _CALLED_OFF.isdisjoint([*near, *after]):
        return False
    if "when" in after[:2]:
        return not _TO_COME.isdisjoint(after)
    return not _is_told_of(after, upos) or "issued" in after[1:3]


def may_come(before: Sequence[str], kinds: Sequence[str], after: Sequence[str], upos: Sequence[str]) -> bool:
    """Tell whether a time is that of what has a chance to come: "the odds of a third cut in [December]".

    Not where the chance is one that was: "the risk of flooding on [Monday] was high", "There was a risk". What it came to in
    figures is still of what is to come: "rose to 70%".

    Args:
        before: The words of the sentence before the time.
        kinds: Their kinds.
        after: The words of the sentence behind it.
        upos: Their kinds.
    """
    words, kinds = before[-_NEAR:], kinds[-_NEAR:]
    at = next((w for w in range(len(words) - 2, -1, -1) if words[w] in _CHANCES), None)
    if at is None or words[at + 1] != "of" or words[-1] not in {"in", "on", "by", "next"}:
        return False
    if any(kind in {"VERB", "AUX"} for kind in kinds[at + 1 :]):
        return False
    if _there_was(before, at - len(words)) and _SAID.isdisjoint(after):
        return False
    return not _LEVELS.isdisjoint(after) or not _is_told_of(after, upos)


def _there_was(before: Sequence[str], chance: int) -> bool:
    """Tell whether a report says by itself that there was a chance; what somebody said "there was" is still to come."""
    there = max((w for w in range(len(before) + chance) if before[w] == "there"), default=None)
    return there is not None and before[there + 1] in _WERE and not before[:there]


_SAID = frozenset("said say says warned according predicted forecast".split())


def _is_told_of(after: Sequence[str], upos: Sequence[str]) -> bool:
    """Tell whether a verb in the past stands right behind a time: "the prospect of talks on [Tuesday] vanished"."""
    return bool(after) and ((upos[0] == "VERB" and is_past(after[0])) or after[0] in _WERE | {"had"})


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

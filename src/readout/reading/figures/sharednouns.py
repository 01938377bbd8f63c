# SPDX-License-Identifier: Apache-2.0
"""What a bare number shares with the figure beside it: "17 and 12 percent", "300 jobs and … 120 more", "412 seats, up 211"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readout.reading.encoding import Encoding
from readout.reading.figures.amounts import Amount
from readout.reading.figures.befallen import befell_people
from readout.reading.trees.syntax import Syntax

__all__ = ["with_shared_nouns"]

Counted = tuple[Amount, tuple[int, int] | None]
_MEASURED = frozenset({"measure", "percentage"})
_JOINING = frozenset({"and", "or"})
_GUSTS = frozenset({"gust", "gusts", "gusting"})
_ELECTED = frozenset("seat seats vote votes mandate mandates delegates councillors ballots".split())
# What a bare number behind "412 seats" is the object of, where it counts seats, too.
_WON = frozenset(
    "win wins won winning take takes took taking get gets got getting keep keeps kept hold holds held have has had having lose "
    "lost loses losing gain gained gains secure secured receive received poll polled garner garnered give gave gives giving "
    "need needs needed claim claimed up down from against to by 's ’s ' ’".split()
)


def with_shared_nouns(encoding: Encoding, syntax: Syntax, pairs: Sequence[Counted]) -> list[Counted]:
    """Give bare numbers the unit or noun that is told once for them and the figure beside them."""
    shared = list(pairs)
    for at in range(len(shared) - 2, -1, -1):  # "22.5, 17 and 12 percent": from the last to the first
        (here, words), (after, counted) = shared[at], shared[at + 1]
        if _is_bare(here, words) and _is_joined(encoding, here, after) and not befell_people(encoding, syntax, here):
            if after.kind in _MEASURED and after.unit:
                shared[at] = replace(here, kind=after.kind, unit=after.unit), None
            elif after.kind == "count" and counted is not None and here.digits == after.digits:
                shared[at] = here, counted
    for at in range(1, len(shared)):
        (before, counted), (here, words) = shared[at - 1], shared[at]
        if (
            here.kind != "count"
            or words is not None
            or syntax.sentence_of[before.start] != syntax.sentence_of[here.start]
        ):
            continue
        more = _is_more(encoding, here)
        if _is_gust(encoding, before, here):
            shared[at] = replace(here, kind="measure", unit=before.unit), None
        elif more and before.kind == "measure":
            shared[at] = replace(here, kind="measure", unit=before.unit), counted
        elif (
            counted is not None
            and before.kind == "count"
            and (more or _is_of_election(encoding, syntax, counted, here))
        ):
            shared[at] = here, counted
    return shared


_TIMES = frozenset("at in during on last a the".split())


def _is_more(encoding: Encoding, here: Amount) -> bool:
    """Tell whether so many more are told of what was told before: "300 jobs and … 120 more", "nine more than in 2024"."""
    word, behind, then = (*encoding.lower[here.end : here.end + 3], "", "", "")[:3]
    return (word == "more" and behind != "than") or (word in {"more", "fewer"} and behind == "than" and then in _TIMES)


def _is_gust(encoding: Encoding, before: Amount, here: Amount) -> bool:
    """Tell whether a bare number is the speed of gusts, told by the unit of the wind: "winds of 25 mph, with gusts to 40"."""
    words = encoding.lower[max(here.start - 3, before.end) : here.start]
    return before.kind == "measure" and (before.unit or "").endswith("per hour") and not _GUSTS.isdisjoint(words)


def _is_bare(amount: Amount, counted: tuple[int, int] | None) -> bool:
    return amount.kind == "count" and counted is None and not amount.vague


def _is_joined(encoding: Encoding, here: Amount, after: Amount) -> bool:
    """Tell whether nothing but "and" stands between two numbers, of which the second has no modifier of its own."""
    return encoding.lower[here.end : after.start] in {(word,) for word in _JOINING} and after.modifier is None


def _is_of_election(encoding: Encoding, syntax: Syntax, counted: tuple[int, int], here: Amount) -> bool:
    """Tell whether a bare number goes on with the seats or votes told before it: "and the Conservatives 121", "up 211"."""
    if encoding.lower[counted[1] - 1] not in _ELECTED or encoding.lower[here.end : here.end + 1] in {("of",), ("-",)}:
        return False
    at = here.start - 1
    while at > counted[1] and encoding.lower[at] in {"its", "their", "only", "just", ")"}:
        at -= 1
    return encoding.lower[at] in _WON or syntax.upos[at] in {"PROPN", "NOUN"}

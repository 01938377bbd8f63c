# SPDX-License-Identifier: Apache-2.0
"""The counties of a list whose word stands once behind it: "through Montgomery, Adams and Adair counties".

Counties of many states bear each name; listed together they are those of the one state that has them all, or, where several
have, of that in which most of the report's other places lie. Else the list is left as it was read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from readout.reading.places.senses import Sense
from readout.resources.gazetteer import Gazetteer, Site
from readout.text import Span

__all__ = ["with_listed_counties"]

_COUNTIES = re.compile(r"\s+[Cc]ounties\b")
_JOINED = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
_RULE = "the counties listed with it"
State = tuple[str | None, str | None]


def with_listed_counties(
    text: str, spans: Sequence[Span], forms: Sequence[str], senses: Sequence[Sense], *, gazetteer: Gazetteer
) -> list[Sense]:
    """Give the names of lists of counties their county."""
    found = list(senses)
    for listed in _lists(text, spans):
        counties = [_counties(forms[at], gazetteer) for at in listed]
        states = set.intersection(*(set(of_name) for of_name in counties))
        others: Counter[State] = Counter(
            (sense.site.country, sense.site.admin1)
            for at, sense in enumerate(senses)
            if at not in listed and sense.site is not None and sense.site.admin1 is not None
        )
        state = _state(states, others)
        if state is not None:
            for at, of_name in zip(listed, counties, strict=True):
                found[at] = Sense(of_name[state], _RULE)
    return found


def _lists(text: str, spans: Sequence[Span]) -> list[range]:
    """Return the rows of names that "counties" stands behind."""
    found = []
    for last, span in enumerate(spans):
        if _COUNTIES.match(text, span.end) is None:
            continue
        first = last
        while first and _JOINED.fullmatch(text, spans[first - 1].end, spans[first].start):
            first -= 1
        if first < last:
            found.append(range(first, last + 1))
    return found


def _counties(form: str, gazetteer: Gazetteer) -> dict[State, Site]:
    named = gazetteer.named(f"{form} County")
    return {(site.country, site.admin1): site for site in named if site.feature_code == "ADM2"}


def _state(states: set[State], others: Counter[State]) -> State | None:
    """Return the one state of a list, or that of most other places among several, where there is one."""
    if len(states) == 1:
        return next(iter(states))
    told = sorted(((others[state], state) for state in states if others[state]), key=lambda each: -each[0])
    is_plain = len(told) == 1 or (len(told) > 1 and told[0][0] > told[1][0])
    return told[0][1] if is_plain else None

# SPDX-License-Identifier: Apache-2.0
"""The counties of a list whose word stands once behind it: "through Montgomery, Adams and Adair counties".

Counties of many states bear each name; listed together they are those of the one state that has them all, or, where several
have, of that in which most of the report's other places lie. Else the list is left as it was read. A town in front of a
list is none of it: "In Austin, Travis and Hays counties opened shelters".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from readout.reading.places.candidates import distance_km
from readout.reading.places.distances import COUNTY_KM
from readout.reading.places.renown import LITTLE_KNOWN
from readout.reading.places.senses import Sense
from readout.resources.gazetteer import Gazetteer, Site
from readout.text import Span

__all__ = ["with_listed_counties"]

_COUNTIES = re.compile(r"\s+[Cc]ounties\b")
_JOINED = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
_OPENS = re.compile(r"(?:^|[\n.!?—–”\"]\s*)(?:In|From|Around|Near|Outside)\s+$")
_OPENING = 16  # characters: "\nOutside "
_FEWEST = 2  # counties of a list
_NOT_TINY = 10_000  # inhabitants
_RULE = "the counties listed with it"
State = tuple[str | None, str | None]


def with_listed_counties(
    text: str, spans: Sequence[Span], forms: Sequence[str], senses: Sequence[Sense], *, gazetteer: Gazetteer
) -> list[Sense]:
    """Give the names of lists of counties their county."""
    found = list(senses)
    for listed in _lists(text, spans):
        counties = [_counties(forms[at], gazetteer) for at in listed]
        if _is_town_in_front(text, spans, listed, senses[listed[0]].site, counties):
            listed, counties = listed[1:], counties[1:]
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


def _is_town_in_front(
    text: str, spans: Sequence[Span], listed: range, town: Site | None, counties: Sequence[dict[State, Site]]
) -> bool:
    """Tell whether the first name is the town where it happened, in a state that has the other counties.

    So is a large one far from the county of its name, as Jackson is in Mississippi, and one with which the sentence opens.
    """
    if len(listed) <= _FEWEST or town is None or town.feature_class != "P":
        return False
    first, second, state = spans[listed[0]], spans[listed[1]], (town.country, town.admin1)
    if text[first.end : second.start].strip() != "," or not all(state in of_name for of_name in counties[1:]):
        return False
    own = counties[0].get(state)
    is_apart = own is None or distance_km(own, town) > COUNTY_KM
    least = _NOT_TINY if _OPENS.search(text, max(first.start - _OPENING, 0), first.start) else LITTLE_KNOWN
    return is_apart and town.population >= least


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

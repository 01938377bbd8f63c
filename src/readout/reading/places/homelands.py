# SPDX-License-Identifier: Apache-2.0
"""In which country the places lie that a report's entities are: who is who is found before the gazetteer is asked.

The words of a name alone may tell of another country: "Lao Cai" lies in Vietnam, "Chiang Rai" is no broadcaster of Italy.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from readout.reading.coreference.entities import Entity
from readout.reading.places.places import Place
from readout.resources import country_named

__all__ = ["with_homelands"]

_ALONE = frozenset({"location", "metonym"})


def with_homelands(entities: Sequence[Entity], places: Sequence[Place]) -> list[Entity]:
    """Give entities that are towns, divisions and regions the country in which all mentions of their names lie."""
    told: defaultdict[int, list[Place]] = defaultdict(list)
    for place in places:
        if place.kind in _ALONE:
            told[place.span.start].append(place)
    return [_at_home(entity, told) if entity.type == "place" else entity for entity in entities]


def _at_home(entity: Entity, told: dict[int, list[Place]]) -> Entity:
    if entity.name is not None and country_named(entity.name) is not None:
        return entity
    found = {
        place.country
        for mention in entity.mentions
        if mention.form == "name"
        for place in told.get(mention.span.start, ())
    }
    country = found.pop() if len(found) == 1 else None
    return entity if country is None else replace(entity, country=country)

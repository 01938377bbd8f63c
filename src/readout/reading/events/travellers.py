# SPDX-License-Identifier: Apache-2.0
"""Of which countries travellers and the places they go to are, where only a table knows: "President Macron visited Nairobi".

Whether a journey leads abroad is asked before the actors of a report are coded; what a place is of the gazetteer has found by then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from readout.reading.clauses.scene import Scene
from readout.reading.events.event import Event
from readout.reading.events.incumbents import incumbency_of
from readout.reading.places.places import Place

__all__ = ["lands_known"]


def lands_known(scene: Scene, events: Iterable[Event], places: Sequence[Place], day: str | None) -> dict[str, str]:
    """Return the countries of places, and of those who travel though the words do not say whence, by the ids of their entities.

    Args:
        scene: Words, trees and entities.
        events: What is told, of which only visits count.
        places: The places that the report names.
        day: When the report was published, as exactly as it is known.
    """
    found: dict[str, str] = {}
    for place in places:
        town = scene.directory.of_words(place.start, place.end)
        if town is not None and town.type == "place" and place.country is not None:
            found[town.id] = place.country
    for id in dict.fromkeys(id for event in events if event.mode == "visit" for id in event.actors):
        traveller = scene.directory.entity(id)
        held = None if traveller is None or traveller.country else incumbency_of(scene, traveller, day)
        if held is not None and held.country is not None:
            found[id] = held.country
    return found

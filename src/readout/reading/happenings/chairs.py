# SPDX-License-Identifier: Apache-2.0
"""Who only has the chair of a meeting: "Borrell, who chaired the meeting with EU envoy Lajcak", has not met the envoy by that."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import Scene
from readout.reading.coreference.entities import Entity

__all__ = ["are_of_one_body", "is_chaired"]

_CHAIRS = frozenset("chair chairs chaired chairing moderated opened".split())


def is_chaired(scene: Scene, noun: int, verb: int | None) -> bool:
    """Tell whether a meeting that was told before is only chaired by somebody.

    Args:
        scene: Words and trees.
        noun: The meeting.
        verb: The verb that it is the object of.
    """
    is_known = any(scene.lower(c) == "the" for c in scene.syntax.children(noun, "det"))
    return verb is not None and is_known and scene.lower(verb) in _CHAIRS


def are_of_one_body(parties: Sequence[Entity | None]) -> bool:
    """Tell whether all are of one country or one body of countries."""
    lands = {entity.country if entity is not None else None for entity in parties}
    return len(lands) == 1 and None not in lands

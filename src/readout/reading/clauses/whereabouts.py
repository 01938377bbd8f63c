# SPDX-License-Identifier: Apache-2.0
"""Where somebody is in order to meet another: "the minister was in Muscat for talks with the envoy"."""

from __future__ import annotations

from readout.reading.clauses.scene import Scene

__all__ = ["where_for"]


def where_for(scene: Scene, noun: int) -> int | None:
    """Return the place that a clause says somebody was in for something, as the head of the clause; None for any other noun.

    Args:
        scene: Words and trees.
        noun: What somebody is there for: "talks", "a meeting".
    """
    where = scene.syntax.heads[noun]
    if scene.case_of(noun) != "for" or scene.case_of(where) != "in":
        return None
    entity = scene.entity_of(where)
    is_past = any(scene.lower(c) in {"was", "were"} for c in scene.syntax.children(where, "cop"))
    return where if is_past and entity is not None and entity.type == "place" else None

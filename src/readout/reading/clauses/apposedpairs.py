# SPDX-License-Identifier: Apache-2.0
"""Two who are called so where they are named: "two barred leaders, [Laurent Gbagbo] and [Tidjane Thiam], … both leaders"."""

from __future__ import annotations

from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.coreference.entities import Entity

__all__ = ["apposed_pair"]

_SOME = frozenset("including included among such like notably".split())  # what is said of some of a group
_NEAR = 20  # mentions of a group that are looked at
_LONGEST = 30  # words in which two are named with their titles


def apposed_pair(scene: Scene, word: int) -> tuple[Entity, Entity] | None:
    """Return the two persons whom the report has named behind an earlier mention of the group that a phrase means."""
    group = scene.entity_of(word)
    if group is None or group.name is not None or group.type != "group":
        return None
    for mention in group.mentions[:_NEAR]:
        if mention.form != "nominal" or mention.start >= word or scene.lower(mention.end) != ",":
            continue
        words = range(mention.end + 1, min(mention.end + _LONGEST, len(scene.encoding.words)))
        end = next((w for w in words if scene.syntax.upos[w] in VERBAL and scene.lower(w) != "including"), words.stop)
        if not _SOME.isdisjoint(scene.encoding.lower[words.start : end]):
            continue
        named = [p for p in scene.directory.persons_in(words.start, end) if p.name is not None]
        if len(named) == 2 and "and" in scene.encoding.lower[words.start : end] and group not in named:
            return named[0], named[1]
    return None

# SPDX-License-Identifier: Apache-2.0
"""Whom an adviser or aide serves: "an adviser to President Trump" is of Trump's country and side."""

from __future__ import annotations

from readout.reading.clauses.scene import Scene
from readout.reading.coreference.entities import Entity
from readout.reading.coreference.facts import singular_of

__all__ = ["served_by"]

_SERVE = frozenset("adviser advisor aide assistant envoy emissary spokesman spokeswoman spokesperson confidant".split())
_TO = frozenset({"to", "of", "for"})
_NOMINAL = frozenset({"ADJ", "DET", "NOUN", "PROPN"})


def served_by(scene: Scene, aide: Entity) -> tuple[Entity, int] | None:
    """Return the person whom somebody serves by the words beside them, and the word that names them; of nobody who left office."""
    if aide.type != "person" or aide.name is None or any(role.former for role in aide.roles):
        return None
    for mention in aide.mentions:
        if mention.form == "pronoun":
            continue
        titles = (w for w in range(mention.start, mention.end) if singular_of(scene.lower(w)) in _SERVE)
        beside = scene.syntax.children(mention.head, "appos")
        for title in (*titles, *(w for w in beside if singular_of(scene.lower(w)) in _SERVE)):
            for owner in (*scene.syntax.children(title, "nmod:poss"), *_behind(scene, title)):
                person = scene.entity_of(owner) or scene.directory.at_head(owner)
                if person is not None and person.type == "person" and person.id != aide.id:
                    return person, owner
    return None


def _behind(scene: Scene, title: int) -> list[int]:
    """Return the words of the noun phrase that "to" or "of" opens right behind a title."""
    if scene.encoding.lower[title + 1 : title + 2] not in {(word,) for word in _TO}:
        return []
    first = end = title + 2
    while end < len(scene.encoding.words) and scene.syntax.upos[end] in _NOMINAL:
        end += 1
    return list(range(first, end))

# SPDX-License-Identifier: Apache-2.0
"""Know a person by whom he or she serves, where only the table of holders knows that one: "an adviser to President Trump"."""

from __future__ import annotations

from collections.abc import Iterator

from readout.reading.clauses.scene import Scene
from readout.reading.coreference.entities import Entity
from readout.reading.coreference.facts import singular_of
from readout.reading.events.incumbents import incumbency_of
from readout.reading.evidence import Support
from readout.resources import country

__all__ = ["lands_served"]

# Those who serve a person are of that person's state; a lawyer or a biographer need not be.
_SERVING = frozenset(
    "adviser advisor aide assistant spokesman spokeswoman spokesperson envoy secretary deputy staff strategist speechwriter "
    "confidant bodyguard interpreter".split()
)
_TO = frozenset({"to", "of", "for"})
_BEHIND = 6  # words between "adviser to" and a name


def lands_served(scene: Scene, entity: Entity, day: str | None) -> Iterator[tuple[str, Support]]:
    """Yield the countries of those whom a named person serves, with the words.

    Args:
        scene: The report.
        entity: A person of whom the report tells no country.
        day: When it was published: the table of holders is asked for that day.
    """
    for word in _serving_words(scene, entity):
        for owner in _owners(scene, word):
            land = owner.country
            if land is None and (held := incumbency_of(scene, owner, day)) is not None:
                land = held.country
            if owner.id != entity.id and owner.type == "person" and land is not None and country(land) is not None:
                name = next(m for m in owner.mentions if m.form == "name")
                yield land, Support("country", "whom they serve", None, (scene.encoding.spans[word], name.span))


def _serving_words(scene: Scene, entity: Entity) -> Iterator[int]:
    """Yield the nouns of service in a person's descriptions and in the titles right before the names."""
    for mention in entity.mentions:
        if mention.form == "nominal":
            last = (
                mention.head + 2 if scene.encoding.lower[mention.head + 1 : mention.head + 3] == ("of", "staff") else 0
            )
            word = last or mention.head
            if singular_of(scene.lower(word)) in _SERVING:
                yield word
        elif mention.form == "name" and mention.start and scene.lower(mention.start - 1) in _SERVING:
            yield mention.start - 1


def _owners(scene: Scene, word: int) -> Iterator[Entity]:
    """Yield the named persons in front of a noun, as "President Biden's adviser", "Trump adviser", or behind its "to"."""
    lower, upos = scene.encoding.lower, scene.syntax.upos
    if lower[word + 1 : word + 2] and lower[word + 1] in _TO:
        found = (scene.directory.at_head(w) for w in range(word + 2, min(word + _BEHIND, len(lower))))
        first = next((one for one in found if one is not None), None)
        if first is not None and first.name is not None:
            yield first
        return
    at = word - 1
    while at >= 0 and upos[at] in {"ADJ", "NOUN", "PART", "PUNCT", "PROPN"} and word - at < _BEHIND:
        one = scene.directory.at_head(at)
        if one is not None and one.type == "person" and one.name is not None:
            yield one
            return
        at -= 1

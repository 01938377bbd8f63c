# SPDX-License-Identifier: Apache-2.0
"""Words of quantity where a party stands, and whom they count: "a number of websites", "137 of the pupils"."""

from __future__ import annotations

from readout.reading.clauses.scene import Scene
from readout.reading.coreference.entities import Entity
from readout.reading.coreference.facts import singular_of

__all__ = ["counted_by", "is_count", "is_share", "is_violence", "number_of", "whole_of_share"]

_COUNTS = frozenset("figure number toll count statistic estimate data tally".split())
_MANY = frozenset("number range handful dozen hundred thousand".split())
_SHARES = frozenset("all both few half many most several some two three".split())


def is_count(scene: Scene, word: int) -> bool:
    """Tell whether a noun is a figure and nobody: "the toll", "the number"."""
    return singular_of(scene.lower(word)) in _COUNTS


def is_violence(scene: Scene, word: int) -> bool:
    """Tell whether "force" by itself is no body of men: "threatened to use force"."""
    relations = ("det", "amod", "compound", "nmod:poss")
    return scene.lower(word) == "force" and not any(c < word for c in scene.syntax.children(word, *relations))


def is_share(scene: Scene, word: int) -> bool:
    """Tell whether a word that is no mention but for a number names some of those behind its "of": "most of its troops"."""
    if scene.encoding.lower[word + 1 : word + 2] != ("of",):
        return False
    own = scene.directory.at_head(word)
    is_figure = scene.encoding.words[word].isdigit()  # "14 of its soldiers", which is nobody by itself
    if own is not None and not (is_figure and all(m.end == word + 1 for m in own.mentions if m.head == word)):
        return False
    return scene.syntax.upos[word] == "NUM" or scene.lower(word) in _SHARES


def whole_of_share(scene: Scene, word: int) -> int | None:
    """Return those of whom a word names some, wherever the tree hangs them: "137 of [the pupils]"."""
    whole = scene.syntax.heads[word + 1]
    return whole if scene.syntax.is_relation(word + 1, "case") and whole > word + 1 else None


def counted_by(scene: Scene, word: int) -> int | None:
    """Return what a word of quantity counts: "a number of [Norlandic websites]"."""
    if singular_of(scene.lower(word)) not in _MANY or _entity_at(scene, word) is not None:
        return None
    return next((c for c in scene.syntax.children(word, "nmod") if scene.case_of(c) == "of"), None)


def number_of(scene: Scene, word: int) -> int | None:
    """Return the number of those whom a clause speaks of: "[thousands] of demonstrators who marched"."""
    number = scene.syntax.heads[word]
    is_of = scene.syntax.is_relation(word, "nmod") and scene.case_of(word) == "of"
    if not is_of or singular_of(scene.lower(number)) not in _MANY or _entity_at(scene, number) is None:
        return None
    return number


def _entity_at(scene: Scene, word: int) -> Entity | None:
    return scene.directory.at_head(word) or scene.directory.of_words(word, word + 1)

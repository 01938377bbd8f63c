# SPDX-License-Identifier: Apache-2.0
"""Three or four whom the sentence before lists: "[The United States, South Korea and Japan] issued it. The three allies said"."""

from __future__ import annotations

from readout.reading.clauses.arguments import conjuncts
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.entities import Entity
from readout.reading.coreference.facts import singular_of
from readout.resources import country_named

__all__ = ["listed_before"]

_NUMBERS = {"three": 3, "four": 4, "five": 5}
_SENTENCES = 2  # back to the list
_STATES = frozenset("ally country nation state government neighbour neighbor power republic".split())
_PERSONS = frozenset("leader president minister man woman premier senator general".split())


def listed_before(scene: Scene, word: int) -> list[Entity]:
    """Return whom "the three allies" means: as many of one kind as the last list names, if no other list does."""
    numbers = [_NUMBERS.get(scene.lower(c), 0) for c in scene.syntax.children(word, "nummod")]
    articles = {scene.lower(c) for c in scene.syntax.children(word, "det")}
    noun = singular_of(scene.lower(word))
    kind = "place" if noun in _STATES else "person" if noun in _PERSONS else ""
    is_bare = not scene.syntax.children(word, "nmod", "acl", "acl:relcl", "nmod:poss")
    if len(numbers) != 1 or not numbers[0] or "the" not in articles or not kind or not is_bare:
        return []
    here = scene.syntax.sentence_of[word]
    for number in range(here - 1, max(-1, here - 1 - _SENTENCES), -1):
        sentence = scene.syntax.sentences[number]
        lists = [_list(scene, w, kind) for w in range(sentence.start, sentence.end)]
        found = [one for one in lists if len(one) == numbers[0]]
        if found:
            return found[0] if len(found) == 1 else []
    return []


def _list(scene: Scene, first: int, kind: str) -> list[Entity]:
    """Return the named ones of a kind that "and" joins, if a word is the first of them."""
    if scene.syntax.upos[first] != "PROPN" or scene.syntax.is_relation(first, "conj"):
        return []
    # "France, [Germany] and Russia": the tree now and then takes a state for what the first one is
    words = [*conjuncts(scene, first), *(w for w in scene.syntax.children(first, "appos") if kind == "place")]
    named = [scene.directory.at_head(w) or scene.entity_of(w) for w in sorted(set(words))]
    told = [e for e in named if e is not None and e.name is not None and e.type == kind]
    if kind == "place":  # no towns: "Lviv, Kharkiv and Odesa"
        told = [e for e in told if e.name is not None and country_named(e.name) is not None]
    return told if len(told) == len(named) == len({e.id for e in told}) else []

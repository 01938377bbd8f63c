# SPDX-License-Identifier: Apache-2.0
"""Two who are called together: "the two presidents", "both leaders", "the pair", "the two sides", and who they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from readout.reading.clauses.scene import Scene
from readout.reading.coreference.entities import Entity
from readout.reading.coreference.facts import singular_of

__all__ = ["find_duo"]

_TWO = ("the two ", "the pair ", "both ")
_SIDES = frozenset({"the sides", "the parties"})
_PAIR = frozenset({"the two", "the pair", "both", "the duo"})
_ANYBODY = frozenset({"leader", "official", "man", "woman"})
_LEADERS = frozenset("president premier chancellor king queen leader emir sultan taoiseach monarch".split())
_LANDS = frozenset("side country nation government neighbour neighbor state party".split())
_STEPS = 3  # of the tree from a name to its verb
_SENTENCES = 6  # looked back over
_LINES = 2  # paragraphs back from "the two sides" to the two
_NEAR = 20  # mentions on either side in which they are called two
_WHERE = frozenset("to in at from for into through".split())
_PARAGRAPHS = 4  # back from "the two leaders", who may be anybody


def find_duo(entity: Entity, word: int, scene: Scene) -> tuple[Entity, Entity] | None:
    """Return whom a description of two means, where the report has named just two that it can mean.

    Args:
        entity: Who is so called.
        word: Where it is asked; of several places where the report calls them two, the nearest counts.
        scene: Words, trees and who is who.
    """
    found = _called(entity, word, scene) if entity.name is None else None
    if found is None:
        return None
    (*kind, noun), place = found
    office, line = singular_of(noun), scene.lines[place]
    if office in _LANDS and not kind:
        return _two_lands(place, scene)
    for back in range(1, _PARAGRAPHS + 1) if office in _ANYBODY else (line,):
        first = scene.encoding.lines[max(0, line - back)][0]
        named = [p for p in scene.directory.persons_in(first, place) if p.name is not None and _holds(p, office, kind)]
        if len(named) == 2:
            return named[0], named[1]
        if len(named) > 2:
            return None
    return None


def _two_lands(place: int, scene: Scene) -> tuple[Entity, Entity] | None:
    """Return the two countries that one sentence has named last: "Iran and Oman met. [The two sides] agreed"."""
    syntax, line = scene.syntax, scene.lines[place]
    here = syntax.sentence_of[place]
    for number in range(here, max(-1, here - _SENTENCES), -1):
        sentence = syntax.sentences[number]
        if line - scene.lines[sentence.start] > _LINES:
            return None
        lands = scene.directory.lands_in(sentence.start, min(sentence.end, place))
        if len(lands) == 2 and _are_beside(lands[0], lands[1], sentence.start, min(sentence.end, place), scene):
            return lands[0], lands[1]
        if len(lands) > 1:
            return _doers(lands, sentence.start, min(sentence.end, place), scene)
    return None


def _doers(lands: Sequence[Entity], start: int, end: int, scene: Scene) -> tuple[Entity, Entity] | None:
    """Return of several countries the only two that do something together: "[Togo] and [Benin] agreed, Ghana said"."""
    syntax = scene.syntax
    at = {m.head: e for e in lands for m in e.mentions if start <= m.start < end and m.form == "name"}
    pairs = {
        (at[head].id, e.id): (at[head], e)
        for word, e in at.items()
        if syntax.is_relation(word, "conj") and (head := syntax.heads[word]) in at and syntax.is_relation(head, "nsubj")
        if at[head] is not e and len(syntax.children(head, "conj")) == 1 and not scene.case_of(head)
    }
    return next(iter(pairs.values())) if len(pairs) == 1 else None


def _are_beside(one: Entity, other: Entity, start: int, end: int, scene: Scene) -> bool:
    """Tell whether a stretch of words names two side by side, or as the two sides of one act: "Iran met Oman"."""
    syntax = scene.syntax
    first, second = ([m.head for m in e.mentions if start <= m.start < end and m.form == "name"] for e in (one, other))
    joined = [a for a in first for b in second if syntax.is_relation(b, "conj") and syntax.heads[b] == a]
    if joined:  # who is visited, and where somebody lives, is on one side: "a visit to Fiji and Tonga"
        return any(scene.case_of(a) not in _WHERE for a in joined)
    verbs = {verb for a in first if (verb := _verb_of(a, scene)) is not None and syntax.is_relation(a, "nsubj")}
    return any(_verb_of(b, scene) in verbs for b in second)


def _verb_of(word: int, scene: Scene) -> int | None:
    """Return the verb that a name is an argument of, or within its object: "signed a deal with [Oman]"."""
    syntax, at = scene.syntax, word
    for _ in range(_STEPS):
        if not syntax.is_relation(at, "nsubj", "obj", "obl", "nmod", "conj") or syntax.relations[at] == "nmod:poss":
            return None
        at = syntax.heads[at]
        if syntax.upos[at] == "VERB":
            return at
    return None


def _called(entity: Entity, word: int, scene: Scene) -> tuple[list[str], int] | None:
    """Return the words by which a report calls somebody two, without "the two", nearest to a word, and their place."""
    found = []
    at = bisect_left(entity.mentions, word, key=lambda mention: mention.start)
    for mention in entity.mentions[max(0, at - _NEAR) : at + _NEAR]:
        text = mention.span.of(scene.encoding.text).lower()
        text = f"{text} officials" if text in _PAIR else text
        text = f"the two {text.removeprefix('the ')}" if text in _SIDES else text
        two = next((two for two in _TWO if text.startswith(two)), None)
        if two is not None:
            found.append((abs(mention.start - word), text.removeprefix(two).split(), mention.start))
    nearest = min(found, default=None, key=lambda each: each[0])
    return None if nearest is None else (nearest[1], nearest[2])


def _holds(person: Entity, office: str, kind: Sequence[str]) -> bool:
    titles = [role.title.lower().split() for role in person.roles]
    if office in {"man", "woman"}:
        return True
    return any(title and (title[-1] == "counterpart" or _is_called(title, office, kind)) for title in titles)


def _is_called(title: Sequence[str], office: str, kind: Sequence[str]) -> bool:
    """Tell whether a title is of an office, "minister", of a kind, "foreign"."""
    if office == "leader":
        return bool(_LEADERS & set(title)) or {"prime", "minister"} <= set(title)
    return office in {title[-1], "official"} and set(kind) <= set(title)

# SPDX-License-Identifier: Apache-2.0
"""Who stands right before or behind a verb, where the tree has lost a party in a long title."""

from __future__ import annotations

from readout.reading.clauses.arguments import agents, conjuncts, phrases
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.happenings.parties import Parties, Party

__all__ = ["FARTHEST", "doers", "person_after", "person_behind"]

_JOINS = frozenset(", and of".split())
_TITLES = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "PART", "NUM"})
_SERVING = frozenset(
    "adviser advisor aide ambassador assistant consultant counsel deputy envoy heir secretary successor".split()
)
_THROUGH = frozenset({"by", "through", "via", "with"})  # "sent a letter through an envoy to the king"
_TITLE = 5  # words from such a preposition to "to"
_OWNS = frozenset({"'s", "’s"})
_CLAUSE = 14  # words from a verb to the phrase of its other side: "held talks in Vienna on Monday with"
FARTHEST = 7  # words of a title between a verb and the name behind it


def doers(scene: Scene, parties: Parties, verb: int) -> list[Party]:
    """Return who does what a verb says: its subjects, and where it has none in the tree, those named right before it."""
    found = parties.of(agents(scene, verb), owned=False) or parties.of(agents(scene, verb), owned=True)
    if found:
        return found
    subjects = scene.syntax.children(verb, "nsubj:pass")
    if subjects and not scene.syntax.children(verb, "aux:pass") and not phrases(scene, verb, "by"):
        return parties.of([j for s in subjects for j in conjuncts(scene, s)], owned=False)
    if scene.syntax.children(verb, "nsubj", "nsubj:pass", "csubj", "mark", "aux:pass"):
        return []
    return _in_front(scene, parties, verb)


def _in_front(scene: Scene, parties: Parties, verb: int) -> list[Party]:
    """Return those named right before a verb, where the tree has hung its subject elsewhere: "QUITO - A, …, and B, …, met"."""
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[verb]]
    found: dict[str, Party] = {}
    word = verb - 1
    while word >= sentence.start and (scene.syntax.upos[word] in _TITLES or scene.lower(word) in _JOINS):
        entity = scene.directory.at_head(word)
        if entity is not None and entity.type in {"person", "organisation", "group"}:
            found.setdefault(entity.id, Party(entity.id, word, "before the verb"))
        word -= 1
    there = list(reversed(found.values()))
    there = [p for n, p in enumerate(there) if not any(_is_apposed(scene, parties, p, q) for q in there[n + 1 : n + 2])]
    return [p for p in there if parties.is_kind(p, "person")] or there


def _is_apposed(scene: Scene, parties: Parties, party: Party, after: Party) -> bool:
    """Tell whether a title and the name behind its comma are one: "Ecuador's president, Lucia Andrade"."""
    title, name = parties.entity(party.id), parties.entity(after.id)
    between = scene.encoding.lower[party.word + 1 : party.word + 2]
    return title is not None and name is not None and title.name is None and name.name is not None and between == (",",)


def person_after(scene: Scene, parties: Parties, start: int, preposition: str) -> list[Party]:
    """Return the person behind a preposition further on in the clause, wherever the tree hangs it."""
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[start]]
    for word in range(start + 1, min(sentence.end, start + _CLAUSE)):
        if scene.syntax.upos[word] in VERBAL or scene.lower(word) in {";", ":", "“", '"'}:
            return []
        if scene.lower(word) == preposition:
            is_office = preposition == "to" and scene.lower(word - 1) in _SERVING  # "beside Roy, an aide to the king"
            is_office = is_office and _THROUGH.isdisjoint(scene.encoding.lower[max(word - _TITLE, 0) : word - 1])
            return [] if is_office else person_behind(scene, parties, word + 1)
    return []


def person_behind(scene: Scene, parties: Parties, start: int) -> list[Party]:
    """Return the person whose title or name begins at a word: "briefed [NATO Secretary General Ole Brandt]"."""
    for word in range(start, min(start + FARTHEST, len(scene.encoding.words))):
        if scene.syntax.upos[word] not in _TITLES:
            return []
        entity = None if scene.syntax.is_relation(word, "nmod:poss") else scene.directory.at_head(word)
        if entity is not None and entity.type == "person":
            return [] if _owns(scene, word) else [Party(entity.id, word, "behind the verb")]
    return []


def _owns(scene: Scene, word: int) -> bool:
    """Tell whether the name that begins at a word is only an owner's: "welcomed [President Roux]'s decision"."""
    for at in range(word + 1, min(word + FARTHEST, len(scene.encoding.words))):
        if scene.lower(at) in _OWNS:
            return True
        if scene.syntax.upos[at] not in _TITLES:
            return False
    return False

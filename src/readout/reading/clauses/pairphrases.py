# SPDX-License-Identifier: Apache-2.0
"""Phrases that mean two without naming them: "the two", "both foreign ministers", "the sides", "they" who met each other."""

from __future__ import annotations

from readout.reading.clauses.scene import Scene
from readout.reading.coreference.facts import singular_of

__all__ = ["ALONE", "EACH", "OPPOSED", "PEOPLE", "are_they_who_meet", "is_pair", "kind_of_pair"]

ALONE = frozenset({"two", "both", "pair", "duo"})
PEOPLE = ALONE | frozenset(
    "men women "
    "leaders presidents ministers officials diplomats generals envoys politicians secretaries chiefs commanders "
    "counterparts chancellors premiers".split()
)
OPPOSED = frozenset("sides parties rivals neighbours neighbors".split())  # "the sides agreed": there are two of them
EACH = {"side": "sides", "party": "parties", "country": "countries", "government": "governments", "army": "sides"}
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN"})
_MEETING = frozenset("meet meets met meeting speak spoke spoken talk talked talking".split())
_PHRASE = 5  # words in "the two outgoing foreign ministers"


def is_pair(scene: Scene, word: int) -> bool:
    """Tell whether a phrase means two that were named: "the two", "both men", and nothing behind it says which."""
    lower, syntax = scene.lower(word), scene.syntax
    start = scene.phrase(word)[0]
    start = 1 + max((w for w in range(start, word) if syntax.upos[w] == "VERB"), default=start - 1)
    below = syntax.children(word, "nmod", "acl", "acl:relcl", "amod", "compound", "conj")
    below = [c for c in below if not (scene.lower(c) == "them" and scene.case_of(c) == "of")]  # "the two of them"
    kind = len(kind_of_pair(scene, word))
    below = [c for c in below if not word - kind <= c < word]
    below = [c for c in below if not (lower == "two" and c > word and syntax.is_relation(c, "conj"))]  # "and Lind"
    if any(c >= start for c in below):  # an owner in front of the verb is another's, by a slip of the tree
        return False
    before = {scene.lower(c) for c in range(start, word)}
    if lower == "both":
        return True
    if lower in {"two", "pair", "duo"}:
        return "the" in before
    if lower in OPPOSED and scene.lower(max(word - 1, 0)) == "the":
        return True
    if "each" in before:
        return lower in EACH
    is_office = singular_of(lower) != lower and all(
        scene.syntax.upos[w] in _MODIFIERS for w in range(word - kind, word)
    )
    return is_office and ("both" in before or {"the", "two"} <= before)


def kind_of_pair(scene: Scene, word: int) -> list[str]:
    """Return what stands between "two" and a noun, in lower case: "foreign" of "the two foreign ministers"."""
    before = [scene.lower(w) for w in range(max(0, word - _PHRASE), word)]
    number = max((i for i, lower in enumerate(before) if lower in {"two", "both"}), default=None)
    return [] if number is None or scene.lower(word) in ALONE else before[number + 1 :]


def are_they_who_meet(scene: Scene, word: int) -> bool:
    """Tell whether "they" meet each other, and are no group of which the report tells something else: "when [they] met in Lima"."""
    verb = scene.syntax.heads[word]
    if scene.lower(word) != "they" or not scene.syntax.is_relation(word, "nsubj"):
        return False
    entity = scene.directory.at_head(word)
    if scene.lower(verb) in _AGREEING and scene.sentence_start(word) == word:  # "[They] agreed": nobody agrees alone
        if entity is None:
            return not _are_several_before(scene, word)
        return entity.type == "person" or (entity.type == "place" and entity.country is not None)
    if scene.lower(verb) not in _MEETING:
        return False
    if scene.syntax.children(verb, "obj") or any(
        scene.case_of(c) in {"with", "to"} for c in scene.syntax.children(verb, "obl")
    ):
        return False
    if entity is not None and entity.type == "person":
        return True  # nobody meets alone
    called = set() if entity is None else {scene.lower(m.head) for m in entity.mentions if m.form != "pronoun"}
    return called <= PEOPLE


_AGREEING = frozenset({"agreed", "discussed", "exchanged"})


def _are_several_before(scene: Scene, word: int) -> bool:
    """Tell whether the sentence in front names a group whom "they" may be: "Residents were told to leave. [They] discussed it"."""
    start = scene.sentence_start(max(word - 1, 0))
    groups = (entity for entity in scene.directory.entities if entity.type == "group")
    return any(start <= mention.head < word for entity in groups for mention in entity.mentions)

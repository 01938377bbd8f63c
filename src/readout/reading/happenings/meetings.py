# SPDX-License-Identifier: Apache-2.0
"""What a contact is made of: a sense of meeting, its words and its sides; one plural subject may be both sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from readout.reading.clauses.scene import Scene
from readout.reading.coreference.facts import singular_of
from readout.reading.happenings.happening import Happening
from readout.reading.happenings.parties import Party
from readout.resources import Country, Trigger, country_named, country_of_adjective, verb_triggers

__all__ = ["LINES", "is_both", "is_by_phone", "sense_of_meeting", "told"]

LINES = frozenset("phone telephone hotline video videolink link videoconference teleconference".split())
_SOON = 8  # words behind a verb
_PAIRED = frozenset("two both".split())


def is_both(scene: Scene, actors: Sequence[Party], *, pair: bool) -> bool:
    """Tell whether a subject is both sides: two parties, or one plural noun."""
    if len(actors) != 1:
        return len(actors) > 1
    word = actors[0].word
    if scene.lower(word) in {"they", "both", "we"}:
        return True
    if singular_of(scene.lower(word)) == scene.lower(word):
        return False
    return not pair or _names_both(scene, word)


def is_by_phone(scene: Scene, verb: int) -> bool:
    """Tell whether a line stands soon behind a verb, wherever the tree hangs it: "discussed the incident by telephone"."""
    end = next((w for w in range(verb + 1, verb + _SOON) if scene.syntax.upos[w : w + 1] == ("VERB",)), verb + _SOON)
    behind = scene.encoding.lower[verb + 1 : end]  # "did not meet him but spoke to him by phone"
    return any(one in {"by", "over"} and two in {"phone", "telephone", "hotline"} for one, two in pairwise(behind))


def _names_both(scene: Scene, noun: int) -> bool:
    """Tell whether a plural noun says that it is two: "the two ministers", "French and German", "of France and Germany"."""
    below = scene.syntax.children(noun, "amod", "compound", "nummod", "nmod", "det", "nmod:poss")
    if any(scene.lower(c) in _PAIRED for c in below):
        return True
    inside = [w for c in below for w in scene.syntax.subtree(c)]
    lands = {land.iso3 for w in inside if (land := _land(scene, w)) is not None}
    return len(lands) > 1


def _land(scene: Scene, word: int) -> Country | None:
    text = scene.encoding.words[word]
    return country_of_adjective(text) or country_named(text)


def sense_of_meeting(lemma: str, mode: str | None) -> Trigger:
    """Return the sense of meeting under another word."""
    return replace(verb_triggers("met")[0], lemma=lemma, mode=mode, weak=True)


def told(
    trigger: Trigger, words: tuple[int, int], verb: int, actors: Sequence[Party], others: Sequence[Party]
) -> Happening:
    """Return the contact that words tell of; where there is no other side, the first of those before the verb has met the rest."""
    if not others and len(actors) > 1:
        actors, others = actors[:1], actors[1:]
    heads = tuple(dict.fromkeys(p.word for p in (*actors, *others)))
    return Happening(trigger, words[1] - 1, words, verb, tuple(actors), tuple(others), heads)

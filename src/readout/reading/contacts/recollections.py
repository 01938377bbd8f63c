# SPDX-License-Identifier: Apache-2.0
"""Sentences that only tell when two last dealt with each other, apart from the contact itself: "The two had last met in May"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readout.reading.clauses.scene import Scene

__all__ = ["recollections"]

_MET = frozenset("met spoke spoken talked".split())
_PAIR = frozenset("two they both pair sides leaders ministers presidents diplomats men".split())
_DEFINITE = frozenset({"the", "both"})


def recollections(scene: Scene, readable: Sequence[bool]) -> Iterator[int]:
    """Yield the verbs by which two who are known already are said to have last met or spoken."""
    for word, lower in enumerate(scene.encoding.lower):
        if lower not in {"last", "previously"} or not readable[word]:
            continue
        verb = scene.syntax.heads[word]
        if scene.lower(verb) not in _MET or scene.syntax.upos[verb] != "VERB":
            continue
        subjects = scene.syntax.children(verb, "nsubj")
        if subjects and scene.lower(subjects[0]) in _PAIR and _is_known(subjects[0], scene):
            yield verb


def _is_known(noun: int, scene: Scene) -> bool:
    """Tell whether a plural noun means those of whom the report spoke: "the two", "they"; not "the leaders of Peru and Chile"."""
    if scene.syntax.upos[noun] == "PRON" or scene.lower(noun) == "both":
        return True
    has_article = any(scene.lower(w) in _DEFINITE for w in scene.syntax.children(noun, "det"))
    return has_article and not scene.syntax.children(noun, "nmod", "acl")

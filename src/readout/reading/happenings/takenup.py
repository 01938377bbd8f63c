# SPDX-License-Identifier: Apache-2.0
"""What "it" and "them" take up within a sentence: "imposed a curfew but lifted [it]"."""

from __future__ import annotations

from readout.reading.clauses.scene import Scene
from readout.reading.coreference.facts import singular_of

__all__ = ["taken_up"]


def taken_up(scene: Scene, word: int) -> int:
    """Return the thing that a pronoun takes up as the object of a verb joined to that of the thing; any other word is itself."""
    syntax, lower = scene.syntax, scene.encoding.lower
    verb = syntax.heads[word]
    if lower[word] not in {"it", "them"} or not syntax.is_relation(word, "obj") or not syntax.is_relation(verb, "conj"):
        return word
    things = [w for w in syntax.children(syntax.heads[verb], "obj") if w < word and syntax.upos[w] == "NOUN"]
    if len(things) != 1:
        return word
    is_plural = singular_of(lower[things[0]]) != lower[things[0]]
    return things[0] if is_plural == (lower[word] == "them") else word

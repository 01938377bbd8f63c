# SPDX-License-Identifier: Apache-2.0
"""What each of two does to the other: "each side accused the other", "Greece and Turkey each blamed the other"."""

from __future__ import annotations

from readout.reading.clauses.scene import Scene

__all__ = ["is_each_the_other", "is_the_other"]

_BEHIND = 3  # words from a verb to "other"


def is_the_other(scene: Scene, word: int) -> bool:
    """Tell whether a word is the "other" of "the other", which is nobody by itself."""
    return scene.lower(word) == "other" and word > 0 and scene.lower(word - 1) == "the" and not _has_noun(scene, word)


def is_each_the_other(scene: Scene, verb: int) -> bool:
    """Tell whether each of those who act does to the other what a verb says."""
    ends = min(verb + 1 + _BEHIND, len(scene.encoding.words))
    if not any(is_the_other(scene, w) for w in range(verb + 1, ends)):
        return False
    subjects = scene.syntax.children(verb, "nsubj")
    before = {scene.lower(c) for w in (verb, *subjects) for c in scene.syntax.children(w, "det", "advmod", "obj")}
    return "each" in before or scene.lower(verb - 1) == "each"


def _has_noun(scene: Scene, word: int) -> bool:
    return scene.syntax.is_relation(word, "amod")

# SPDX-License-Identifier: Apache-2.0
"""Negation on whom or what something is done to: "signed no treaty", "killed nobody", "sent troops to neither side"."""

from __future__ import annotations

from readout.reading.clauses.arguments import patients
from readout.reading.clauses.scene import Scene
from readout.reading.clauses.status import Status

__all__ = ["done_to_none"]

_NO = frozenset({"no", "neither", "zero"})
_NOBODY = frozenset({"nobody", "none", "nothing", "noone"})
_CASES = frozenset({"case", "instance"})  # "was told in neither case": when, not whom
_TURNED = frozenset(
    {"occurred", "ongoing", "planned"}
)  # "may sign no treaty" stays open, "asked to send no troops" a request


def done_to_none(scene: Scene, word: int, status: Status) -> Status:
    """Deny what a verb tells where it is done to none.

    Args:
        scene: Words and trees.
        word: The word that tells of an event.
        status: What is said of it but for that.
    """
    if status.value not in _TURNED or scene.syntax.upos[word] not in {"VERB", "ADJ"}:
        return status
    things = patients(scene, word)
    behind = [c for w in (word, *things) for c in scene.syntax.children(w, "obl", "nmod") if c > word]
    for noun in (*things, *(c for c in behind if _is_nobody(scene, c))):
        dets = [
            c
            for c in scene.syntax.children(noun, "det", "advmod", "nummod", "cc:preconj")
            if scene.lower(c) in _NO and c < noun
        ]
        negating = [noun] if scene.lower(noun) in _NOBODY else [c for c in dets if not _is_at_least(scene, c)]
        if negating:
            cues = tuple(sorted({*status.cues, scene.encoding.spans[negating[0]]}))
            return Status("denied", cues, "done to none", "did_not")
    return status


def _is_nobody(scene: Scene, noun: int) -> bool:
    """Tell whether a phrase names none of several, or no one: not "in no uncertain terms"."""
    beside = {scene.lower(c) for c in scene.syntax.children(noun, "det", "cc:preconj", "advmod") if c < noun}
    none_of_two = "neither" in beside and scene.lower(noun) not in _CASES
    return none_of_two or scene.lower(noun) in _NOBODY or (scene.lower(noun) == "one" and "no" in beside)


def _is_at_least(scene: Scene, word: int) -> bool:
    """Tell whether "no" only belongs to a comparison: "no fewer than ten"."""
    return scene.encoding.lower[word + 1 : word + 2] in {("fewer",), ("less",), ("more",), ("longer",)}

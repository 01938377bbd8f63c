# SPDX-License-Identifier: Apache-2.0
"""Calls that nobody took: "did not pick up when Austin called", "the call went unanswered", "refused to take his call"."""

from __future__ import annotations

from readout.reading.clauses.scene import Scene
from readout.reading.happenings.happening import Happening

__all__ = ["is_unanswered"]

_NOT = frozenset("not n't n’t never nobody refused declined failed".split())
_ANSWERS = frozenset("answer answered pick picked take taken return returned accept accepted".split())
_CALLS = frozenset({"call", "calls", "phone", "up"})
_LINKS = ("advcl", "acl:relcl")
_REACH = 4  # words from the denial to the answer, and from there to the call


def is_unanswered(scene: Scene, happening: Happening) -> bool:
    """Tell whether the sentence of a call by telephone says that it was not taken."""
    if happening.trigger.type != "CONSULT" or happening.trigger.mode != "phone":
        return False
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[happening.word]]
    lower = scene.encoding.lower
    if "unanswered" in lower[sentence.start : sentence.end]:
        return True
    return any(_is_refusal(scene, happening, at, sentence.end) for at in range(sentence.start, sentence.end))


def _is_refusal(scene: Scene, happening: Happening, at: int, end: int) -> bool:
    """Tell whether an answer to the call is denied at a word, by who was called or in a clause beside it."""
    lower, syntax = scene.encoding.lower, scene.syntax
    if lower[at] not in _ANSWERS or _NOT.isdisjoint(lower[max(0, at - _REACH) : at]):
        return False
    is_bare = lower[at] in {"answer", "answered"} and lower[at + 1 : at + 2] in {(".",), (",",), ("when",), ()}
    if _CALLS.isdisjoint(lower[at + 1 : min(end, at + 1 + _REACH)]) and not is_bare:
        return False  # "would not answer threats"
    call = happening.word
    return (
        syntax.heads[call] == at
        or syntax.heads[at] == call
        or at in syntax.ancestors(call)
        or call in syntax.ancestors(at)
    )

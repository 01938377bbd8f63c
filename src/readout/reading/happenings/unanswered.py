# SPDX-License-Identifier: Apache-2.0
"""Calls that nobody took: "did not pick up when Austin called", "the call went unanswered", "refused to take his call"."""

from __future__ import annotations

from readout.reading.clauses.scene import Scene
from readout.reading.happenings.happening import Happening

__all__ = ["is_unanswered"]

_NOT = frozenset("not n't n’t never nobody refused declined failed".split())
_ANSWERS = frozenset("answer answered pick picked take taken return returned accept accepted".split())
_CALLS = frozenset({"call", "calls", "phone"})
_REACH = 4  # words from the denial to the answer, and from there to the call


def is_unanswered(scene: Scene, happening: Happening) -> bool:
    """Tell whether the sentence of a call by telephone says that it was not taken."""
    if happening.trigger.type != "CONSULT" or happening.trigger.mode != "phone":
        return False
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[happening.word]]
    lower = scene.encoding.lower
    if any(lower[w] == "unanswered" and _is_of_call(scene, happening, w) for w in range(sentence.start, sentence.end)):
        return True
    return any(_is_refusal(scene, happening, at, sentence.end) for at in range(sentence.start, sentence.end))


def _is_of_call(scene: Scene, happening: Happening, word: int) -> bool:
    """Tell whether what is unanswered is the call, and no question: "his [calls] went unanswered"."""
    first = scene.syntax.sentences[scene.syntax.sentence_of[word]].start
    noun = next((w for w in range(word - 1, first, -1) if scene.syntax.upos[w] == "NOUN"), None)
    return noun is not None and (noun == happening.word or scene.lower(noun) in _CALLS)


def _is_refusal(scene: Scene, happening: Happening, at: int, end: int) -> bool:
    """Tell whether an answer to the call is denied at a word, by who was called or in a clause beside it."""
    lower, syntax = scene.encoding.lower, scene.syntax
    if lower[at] not in _ANSWERS or _NOT.isdisjoint(lower[max(0, at - _REACH) : at]):
        return False
    is_bare = lower[at] in {"answer", "answered"} and lower[at + 1 : at + 2] in {(".",), (",",), ("when",), ()}
    is_call = any(
        lower[thing] in _CALLS and lower[thing + 1 : thing + 2] != ("for",) for thing in syntax.children(at, "obj")
    )
    picks_up = lower[at] in {"pick", "picked"} and lower[at + 1 : at + 2] == ("up",)
    if not (is_call or picks_up or is_bare):
        return False  # "would not answer threats", "refused to take sides by phone"
    call = happening.word
    return (
        syntax.heads[call] == at
        or syntax.heads[at] == call
        or at in syntax.ancestors(call)
        or call in syntax.ancestors(at)
    )

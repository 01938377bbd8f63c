# SPDX-License-Identifier: Apache-2.0
"""What belongs to the saying and not to what is said: "said [in response to a question]", "added, [without giving details]"."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import OPENING_MARKS

__all__ = ["leave_out_manners"]

_TOWARDS = frozenset({("response", "to"), ("reply", "to"), ("reference", "to"), ("answer", "to"), ("reaction", "to")})
_WHOSE = frozenset("its his her their".split())


def leave_out_manners(drafts: Sequence[Draft], scene: Scene) -> None:
    """Leave out of contents, cues and sources how, or to what, somebody says something."""
    for draft in drafts:
        if draft.cue is None:
            continue
        kept = [c for c in draft.contents if not (_is_manner(c, draft.cue, scene) or _is_answered(c, draft, scene))]
        if kept and len(kept) < len(draft.contents):
            draft.contents = kept
            towards = _towards(draft.cue[0] + 1, draft.cue[1], scene)
            draft.cue = draft.cue if towards is None else (draft.cue[0], towards)
        draft.contents[-1] = _without_silence(draft.contents[-1], draft.cue, scene)
        if draft.source is not None:
            draft.source = _without_part(draft.source, scene)


def _is_manner(content: WordRange, cue: WordRange, scene: Scene) -> bool:
    """Tell whether a piece of content behind the cue only says how it was said, or to what it answers."""
    start, end = content
    if start < cue[1] or start - cue[1] > 2:
        return False
    if _towards(cue[0] + 1, cue[1], scene) is not None and start == cue[1]:
        return True
    if _towards(start, min(start + 1, end), scene) == start:
        return True
    return scene.lower(start) == "without" and scene.lower(start + 1).endswith("ing")


def _is_answered(content: WordRange, draft: Draft, scene: Scene) -> bool:
    """Tell whether a piece of content is what a quotation answers: "“Fake,” the agency answered [a claim that it was so]"."""
    cue, (start, _) = draft.cue or (0, 0), content
    is_behind = start == cue[1] and draft.contents[0][1] <= cue[0]
    is_noun = scene.syntax.upos[start] in {"DET", "NOUN", "PROPN"}
    return (
        is_behind
        and is_noun
        and scene.lower(cue[1] - 1) in _ANSWERED
        and scene.encoding.words[draft.start] in OPENING_MARKS
    )


_ANSWERED = frozenset("answered answers answering told tells".split())


def _towards(start: int, end: int, scene: Scene) -> int | None:
    """Return the "in" of "in response to" among some words."""
    lower = scene.encoding.lower
    return next((w for w in range(start, end) if lower[w] == "in" and lower[w + 1 : w + 3] in _TOWARDS), None)


def _without_silence(content: WordRange, cue: WordRange, scene: Scene) -> WordRange:
    """End a content where its speaker stops speaking: "said it respected the ruling[, but stopped short of saying so]"."""
    start, end = content
    words = scene.encoding.words
    if start < cue[1] or any(mark in OPENING_MARKS for mark in words[start:end]):
        return content
    for word in range(start + 3, end - 2):
        is_silent = scene.lower(word + 1) in _STOPPING and scene.lower(word + 2) in {"to", "short"}
        # What others declined to do is told: "said he had been asked but declined to come".
        is_silent = is_silent and (scene.lower(word + 2) == "short" or scene.cue_at(word + 3) is not None)
        if scene.lower(word) == "but" and is_silent:
            return start, word - (words[word - 1] == ",")
    return content


_STOPPING = frozenset("declined refused stopped".split())


def _without_part(source: WordRange, scene: Scene) -> WordRange:
    """Return a source without "for its part" at its end."""
    start, end = source
    last = end - (scene.lower(end - 1) == ",")
    words = scene.encoding.lower[max(start, last - 3) : last]
    if len(words) != 3 or words[0] != "for" or words[1] not in _WHOSE or words[2] != "part" or last - 3 <= start:
        return source
    comma = last - 4
    return (start, comma) if comma > start and scene.lower(comma) == "," else (start, last - 3)

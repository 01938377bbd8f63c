# SPDX-License-Identifier: Apache-2.0
"""What a content has taken of other sentences than its own, though outside quotation marks nothing runs on so."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import Quoted

__all__ = ["drop_strays"]


def drop_strays(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> None:
    """Leave out what an indirect content has taken of a sentence before its cue's: outside quotation marks nothing runs on so."""
    sentence_of = scene.syntax.sentence_of
    for draft in drafts:
        if draft.cue is None or len(draft.contents) < 2:
            continue
        here = sentence_of[draft.cue[0]]
        is_plain = draft.contents[0][0] < draft.cue[0] and not quotations.marked(*draft.contents[0])
        if is_plain and _ends_with_teller(draft, here, scene):
            front = [
                (start, end)
                for start, end in draft.contents
                if sentence_of[start] <= here or quotations.marked(start - 1, end)
            ]
            draft.contents = front or draft.contents
        own = [
            (start, end)
            for start, end in draft.contents
            if sentence_of[start] <= here or not _is_later(start, end, here, scene) or quotations.marked(start - 1, end)
        ]
        draft.contents = own or draft.contents
        own = [c for c in draft.contents if not _is_object_later(c, here, draft, scene)]
        draft.contents = own or draft.contents
        own = [
            (start, end)
            for start, end in draft.contents
            if sentence_of[end - 1] >= here or quotations.marked(start, end) or not _ends_sentence(end - 1, scene)
        ]
        draft.contents = own or draft.contents


def _ends_with_teller(draft: Draft, here: int, scene: Scene) -> bool:
    """Tell whether a sentence ends with who says it: "The army has left, [the ministry said]."."""
    last = scene.syntax.sentences[here].end - 1
    end = max(r[1] for r in (draft.cue, draft.source) if r)
    return end == last and scene.encoding.words[last] == "."


def _is_later(start: int, end: int, here: int, scene: Scene) -> bool:
    """Tell whether some words are another saying behind the one that ends with who says it: "…, he said. [Oslo denied it]"."""
    last = scene.syntax.sentences[here].end - 1
    if scene.syntax.sentence_of[start] == here or scene.encoding.words[last] not in {".", "!", "?"}:
        return False
    verb = next((w for w in range(start, end) if not start <= scene.syntax.heads[w] < end), start)
    verb = verb if scene.syntax.heads[verb] == verb else start
    return scene.cue_at(verb) is not None and any(start <= w < verb for w in scene.syntax.children(verb, "nsubj"))


def _is_object_later(content: WordRange, here: int, draft: Draft, scene: Scene) -> bool:
    """Tell whether some words only stand within a later sentence, which tells something else: "He apologised to [those here]"."""
    (start, end), syntax = content, scene.syntax
    number = syntax.sentence_of[start]
    first = syntax.sentences[number].start
    is_plain = not any(mark in _MARKS for mark in scene.encoding.words[max(0, start - 1) : end])
    is_within = number > here and start > first + 1 and not any(first <= s < start for s, _ in draft.contents)
    return is_plain and is_within and not any(syntax.heads[w] == w for w in range(start, end))


_MARKS = frozenset({'"', "“", "”", "‘", "’", "'"})


def _ends_sentence(word: int, scene: Scene) -> bool:
    """Tell whether a word is the last but for the stop of a sentence that has one."""
    last = scene.syntax.sentences[scene.syntax.sentence_of[word]].end - 1
    return scene.encoding.words[last] in {".", "!", "?"}

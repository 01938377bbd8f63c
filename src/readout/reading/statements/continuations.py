# SPDX-License-Identifier: Apache-2.0
"""Quotations that go on with a statement: at the end of its sentence, behind it in its paragraph, in the paragraphs that follow."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.evidence import OpenField, Support
from readout.reading.page.parts import Part
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import ALONE, SHORTEST, Quoted, Ranges, merged
from readout.reading.statements.quotedsubjects import is_spoken_of

__all__ = ["absorb_quotations", "continue_quotations", "pass_on_quotations", "reach_quotations"]


_REACH = 30  # words from a content to a quotation that its cue governs, at most


_STEPS = 4  # of the tree between that quotation and the cue


def reach_quotations(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> None:
    """Extend contents to words in quotation marks that end their sentence and hang on their cue.

    "She called [the panel], which sits in Bern, [a “kangaroo court”]": without them nothing is said of the panel.
    """
    taken = Ranges(merged(r for d in drafts for r in [*d.contents, *(s for s in (d.cue, d.source) if s)]))
    for draft in drafts:
        start, end = draft.contents[-1]
        verb = scene.cue_head(draft)
        if verb is None or draft.cue is None or draft.cue[1] > start:
            continue
        sentence = scene.syntax.sentences[scene.syntax.sentence_of[end - 1]]
        for low, high in quotations.outermost(end, sentence.end):
            if low < end or high > sentence.end or high - end > _REACH or taken.at(end, high):
                break
            above = [w for w, _ in zip(scene.syntax.ancestors(scene.head_of((low, high))), range(_STEPS), strict=False)]
            if verb in above:
                draft.contents[-1] = (start, high)


def absorb_quotations(drafts: Sequence[Draft], scene: Scene, quotations: Quoted, parts: Sequence[Part]) -> list[Draft]:
    """Add to each statement the quotations that follow it in its paragraph without a source of their own.

    "It is," he said. "It always was." is one statement in two pieces. Contents that the model found without any cue are
    taken in likewise; what is neither in quotation marks nor has a cue is no statement and is left out.

    Returns:
        The drafts that remain, in text order.
    """
    kept = [d for d in drafts if d.cue is not None]
    loose = {q for d in drafts if d.cue is None for q in d.contents if quotations.covers(q)}
    said = Ranges(merged([r for d in kept for r in [*d.contents, *(s for s in (d.cue, d.source) if s)]]))
    lines = scene.encoding.lines
    starts = [start for start, _ in lines]
    by_line: dict[int, list[Draft]] = {}
    for draft in sorted(kept, key=lambda d: d.end):
        by_line.setdefault(bisect_right(starts, draft.contents[-1][0]) - 1, []).append(draft)
    ends = {line: [draft.end for draft in of_line] for line, of_line in by_line.items()}
    bodies = Ranges((part.span.start, part.span.end) for part in parts if part.kind == "body")
    alone: list[Draft] = []
    whole = [q for start, end in lines for q in quotations.outermost(start, end) if _is_speech(q, scene)]
    for quotation in sorted({*loose, *whole}, key=lambda q: (q[0], -q[1])):
        if said.at(*quotation) or not bodies.at(*scene.span(quotation)):
            continue
        line = bisect_right(starts, quotation[0]) - 1
        number = bisect_right(ends.get(line, []), quotation[0])
        if number:
            before = by_line[line][number - 1]
            if before.end <= quotation[0]:  # else it lies within one that was taken in just now
                before.contents.append(quotation)
        elif quotation in loose and not _is_all_of(quotation, lines[line]):
            alone.append(Draft([quotation], None, None, ALONE))
    return sorted([*kept, *alone], key=lambda d: (d.start, -d.end))


def pass_on_quotations(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> None:
    """Give a quotation behind two statements of one speaker to the latter of them: it goes on with what is said last."""
    by_speaker: dict[str, list[Draft]] = {}
    for draft in drafts:
        if draft.speaker is not None and draft.cue is not None:
            by_speaker.setdefault(draft.speaker.id, []).append(draft)
    for own in by_speaker.values():
        for draft, following in pairwise(sorted(own, key=lambda d: d.cue or (0, 0))):
            last = draft.contents[-1]
            is_behind = following.end <= last[0] and _sentence(following, scene) > _sentence(draft, scene)
            if len(draft.contents) > 1 and is_behind and quotations.covers(last) and _is_speech(last, scene):
                following.contents.append(draft.contents.pop())


def _sentence(draft: Draft, scene: Scene) -> int:
    return scene.syntax.sentence_of[draft.start if draft.cue is None else draft.cue[0]]


def _is_speech(quotation: WordRange, scene: Scene) -> bool:
    """Tell whether a quotation is a sentence or more of its own, not words picked out within one."""
    start, end = quotation
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[start]]
    return end - start > SHORTEST + 2 and sentence.start >= start - 1 and not is_spoken_of(quotation, scene)


def continue_quotations(
    drafts: Sequence[Draft], scene: Scene, quotations: Quoted, parts: Sequence[Part]
) -> list[Draft]:
    """Give a statement to each paragraph of the body that is a quotation and nothing else, where the model found none.

    Its speaker is that of the statement before, if that one ends in the paragraph before (Associated Press style: a quotation
    that runs on is not attributed anew).

    Returns:
        The new drafts, not yet among `drafts`.
    """
    lines = scene.encoding.lines
    starts = [start for start, _ in lines]
    bodies = Ranges((part.span.start, part.span.end) for part in parts if part.kind == "body")
    said = bytearray(len(scene.encoding.words))
    last: dict[int, Draft] = {}  # the statement that ends last, by line
    for draft in drafts:
        for start, end in draft.contents:
            said[start:end] = b"\1" * (end - start)
        line = bisect_right(starts, draft.contents[-1][0]) - 1
        last[line] = max(last.get(line, draft), draft, key=lambda d: d.end)
    found = []
    for number, (start, end) in enumerate(lines):
        quotation = next((q for q in quotations.at(start, end) if _is_all_of(q, (start, end))), None)
        if quotation is None or any(said[start:end]) or not bodies.at(*scene.span((start, end))):
            continue
        draft = Draft([quotation], None, None, ALONE)
        _continue(draft, None if _is_heading(quotation, scene) else last.get(number - 1), scene)
        last[number] = draft
        found.append(draft)
    return found


def _is_all_of(quotation: WordRange, line: WordRange) -> bool:
    """Tell whether a quotation is a line but for a word at either end."""
    start, end = quotation
    return start <= line[0] + 1 and end >= line[1] - 1 and end - start > SHORTEST + 1


def _is_heading(quotation: WordRange, scene: Scene) -> bool:
    """Tell whether a quotation stands over what follows, as in a live blog: it ends without a stop, "‘We lost everything’"."""
    words = scene.encoding.words
    last = quotation[1] - 1 - (words[quotation[1] - 1] in _CLOSING)
    return words[last][-1:].isalnum()


_CLOSING = frozenset({'"', "”", "'", "’", "»"})


def _continue(draft: Draft, before: Draft | None, scene: Scene) -> None:
    if before is None or before.speaker is None:
        draft.undecided.append(OpenField("speaker", "the report names no source for these words"))
        return
    draft.speaker, draft.channel, draft.outlet = before.speaker, before.channel, before.outlet
    draft.addressees, draft.relayed_by = list(before.addressees), list(before.relayed_by)
    draft.joint = list(before.joint)
    where = before.source or before.cue
    spans = (scene.span(where),) if where else before.because[-1].spans if before.because else ()
    draft.because.append(Support("speaker", "the quotation before runs on", None, spans))

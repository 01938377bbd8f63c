# SPDX-License-Identifier: Apache-2.0
"""Make contents whole: no quotation cut in the middle, none left without a statement."""

from __future__ import annotations

from collections.abc import Sequence

import bisect

from readout.reading.attribution import WordRange
from readout.reading.draft import Draft, Scene
from readout.reading.evidence import Support
from readout.reading.parts import Part
from readout.reading.quotes import Quotation

__all__ = ["WordQuotation", "continue_quotations", "kind_of", "make_whole", "word_quotations"]

_LEAST = 4  # words: a shorter quotation alone in a paragraph is a title or a slogan

WordQuotation = tuple[int, int, Quotation]


def word_quotations(scene: Scene, quotations: Sequence[Quotation]) -> list[WordQuotation]:
    """Return the quotations as ranges of words, marks included, in text order."""
    starts = [span.start for span in scene.encoding.spans]
    found = []
    for quotation in quotations:
        start = bisect.bisect_left(starts, quotation.span.start)
        end = bisect.bisect_left(starts, quotation.span.end)
        if end > start:
            found.append((start, end, quotation))
    return found


def make_whole(drafts: Sequence[Draft], quotations: Sequence[WordQuotation], taken: Sequence[WordRange]) -> None:
    """Extend content fragments that cut a quotation to the quotation's bounds, and join those that share one.

    A fragment that covers less than half of a quotation is a mixed one and stays; so does one whose extension would
    swallow a cue or a source.
    """
    for draft in drafts:
        grown = [_grown(fragment, quotations, taken) for fragment in draft.contents]
        merged: list[WordRange] = []
        for start, end in sorted(grown):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        draft.contents = merged


def _grown(fragment: WordRange, quotations: Sequence[WordQuotation], taken: Sequence[WordRange]) -> WordRange:
    start, end = fragment
    for low, high, _ in quotations:
        shared = min(end, high) - max(start, low)
        if shared <= 0 or (start <= low and high <= end) or 2 * shared < high - low:
            continue
        wider = (min(start, low), max(end, high))
        if not any(s < wider[1] and wider[0] < e and not (s < end and start < e) for s, e in taken):
            start, end = wider
    return start, end


def kind_of(draft: Draft, scene: Scene, quotations: Sequence[WordQuotation]) -> str:
    """Return "direct" if every word is in quotation marks, "mixed" if some are, else "indirect"."""
    quoted = outside = 0
    for start, end in draft.contents:
        marked = {w for low, high, _ in quotations for w in range(max(low, start), min(high, end))}
        words = [w for w in range(start, end) if scene.syntax.upos[w] != "PUNCT"]
        quoted += sum(w in marked for w in words)
        outside += sum(w not in marked for w in words)
    if quoted and not outside:
        return "direct"
    return "mixed" if quoted else "indirect"


def continue_quotations(
    drafts: list[Draft], scene: Scene, quotations: Sequence[WordQuotation], parts: Sequence[Part]
) -> list[Draft]:
    """Give a statement to each paragraph of the body that is a quotation and nothing else, where the model found none.

    Its speaker is that of the statement before, if that one ends in the paragraph before (Associated Press style: a quotation
    that runs on is not attributed anew).

    Returns:
        The new drafts, not yet among `drafts`.
    """
    found = []
    lines = [(s, e) for s, e in scene.encoding.lines]
    bodies = [part.span for part in parts if part.kind == "body"]
    for number, (start, end) in enumerate(lines):
        span = scene.span((start, end))
        quotation = next(((s, e) for s, e, _ in quotations if s <= start + 1 and e >= end - 1 and e - s > _LEAST), None)
        if quotation is None or not any(body.overlaps(span) for body in bodies):
            continue
        if any(a < end and start < b for draft in drafts for a, b in draft.contents):
            continue
        draft = Draft([quotation], None, None, 0.6)
        before = _before(drafts + found, lines, number)
        if before is not None:
            draft.speaker, draft.channel, draft.outlet = before.speaker, before.channel, before.outlet
            draft.addressees, draft.relayed_by = list(before.addressees), list(before.relayed_by)
            where = before.source or before.cue
            draft.because.append(
                Support("speaker", "the quotation before runs on", None, (scene.span(where),) if where else ())
            )
        found.append(draft)
    return found


def _before(drafts: Sequence[Draft], lines: Sequence[WordRange], number: int) -> Draft | None:
    """Return the quoting statement of the line before, if there is one."""
    if not number:
        return None
    start, end = lines[number - 1]
    near = [draft for draft in drafts if start <= draft.contents[-1][0] < end]
    return max(near, key=lambda draft: draft.end) if near else None

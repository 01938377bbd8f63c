# SPDX-License-Identifier: Apache-2.0
"""Quotations that a headline begins with: “‘We will rebuild’: mayor vows to reopen town”. Who says it stands behind the colon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.evidence import Support
from readout.reading.page.parts import Part
from readout.reading.statements.documents import Who
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import Quoted

__all__ = ["find_headline_quotations", "headlines"]

_LEAST = 4  # words with the marks: a shorter quotation is a title, or a slogan
_SURE = 0.6  # not measured: no corpus marks headlines apart


def find_headline_quotations(
    drafts: Sequence[Draft], scene: Scene, quotations: Quoted, parts: Sequence[Part]
) -> list[Draft]:
    """Return the statements of headlines that begin with a quotation and a colon, as far as there are none yet."""
    said = {w for draft in drafts for start, end in draft.contents for w in range(start, end)}
    found = []
    for start, end in headlines(scene, parts):
        quotation = next(iter(quotations.outermost(start, end)), None)
        if quotation is None or quotation[0] != start or quotation[1] - start < _LEAST or said & set(range(*quotation)):
            continue
        speaker = _who(quotation[1], end, scene)
        if speaker is not None:
            because = [Support("speaker", "behind a headline's colon", None, (scene.span(speaker[0]),))]
            found.append(Draft([quotation], None, None, _SURE, speaker=speaker[1], because=because))
    return found


_TOLD = frozenset("speech writing request denial claim promise threat warning announcement".split())


def headlines(scene: Scene, parts: Sequence[Part]) -> Iterator[WordRange]:
    """Give the words of each line of a headline or a standfirst."""
    spans = [part.span for part in parts if part.kind in {"headline", "standfirst"}]
    for start, end in scene.encoding.lines:
        if any(span.contains(scene.encoding.spans[start]) for span in spans):
            yield start, end


def _who(colon: int, end: int, scene: Scene) -> Who | None:
    """Return the subject of what stands behind a colon: "[Valencia flood survivors] confront ministers"."""
    if colon + 1 >= end or scene.encoding.words[colon] != ":":
        return None
    subjects = [w for w in range(colon + 1, end) if scene.syntax.is_relation(w, "nsubj")]
    if not subjects:
        return None
    words = scene.phrase(subjects[0])
    known = scene.directory.of_words(*words)
    told = scene.cue_at(scene.syntax.heads[subjects[0]])
    if scene.lower(scene.syntax.heads[subjects[0]]) in {"hears", "heard", "told"}:
        return None  # "‘We were told to stay’: inquiry hears from survivors"
    if known is not None and known.type == "place" and (told is None or told.kind not in _TOLD):
        return None  # "‘I thought the roof was coming in’: Wellington counts cost of storm"
    return (words, known) if words[0] == colon + 1 and known is not None and known.type != "other" else None

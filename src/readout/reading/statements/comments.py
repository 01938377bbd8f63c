# SPDX-License-Identifier: Apache-2.0
"""What the report adds to what somebody says: "Kyiv said that Russia blew up the dam[, a charge that Moscow has denied]".

The words behind the comma are the report's and not the speaker's, and they tell of another who denies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import NAMING, VERBAL, Scene
from readout.reading.evidence import Support
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import Quoted

__all__ = ["part_comments"]

_CHARGES = frozenset(
    "charge charges allegation allegations accusation accusations claim claims assertion assertions contention contentions "
    "suggestion suggestions report reports version account accounts characterization characterisation insinuation".split()
)
_REJECTING = frozenset("reject dismiss deny dispute refute rebut contest repudiate decry".split())
_NAMING = NAMING | {"CCONJ"}
_SURE = 0.6  # as of other statements that the order of the words tells


@dataclass(frozen=True, slots=True)
class _Comment:
    """A charge, who denies it, and the words that say so."""

    charge: WordRange
    source: WordRange
    cue: WordRange


def part_comments(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> list[Draft]:
    """End contents in front of a charge that another denies, and return the denials."""
    cues = {w for draft in drafts if draft.cue for w in range(*draft.cue)}
    found = []
    for draft in drafts:
        _part_swallowed(draft, scene)
        start, end = draft.contents[-1]
        if draft.cue is None or draft.cue[0] >= end:
            continue
        marked = quotations.marked(start, end)
        stop = max(end, scene.syntax.sentences[scene.syntax.sentence_of[end - 1]].end)
        for comma in range(start + 2, min(end + 1, stop - 3)):
            comment = _comment(comma + 1, stop, scene) if scene.encoding.words[comma] == "," else None
            if comment is None or comma in marked:
                continue
            draft.contents[-1] = start, comma
            if cues.isdisjoint(range(*comment.cue)):
                found.append(_denial(comment, scene))
            break
    return found


def _comment(start: int, end: int, scene: Scene) -> _Comment | None:
    """Read "a charge that Moscow has denied" at a word."""
    upos, lower = scene.syntax.upos, scene.encoding.lower
    noun = _charge(start, end, scene)
    if noun is None:
        return None
    who = noun + 1 + (lower[noun + 1] in {"that", "which"})
    at = who
    while at < end and upos[at] in _NAMING:
        at += 1
    first = at
    while at < end and (upos[at] in {"AUX", "ADV"} or lower[at] in {"not", "n't", "n’t"}):
        at += 1
    if first == who or at >= end or not _is_rejecting(at, scene) or scene.directory.of_words(who, first) is None:
        return None
    return _Comment((start, noun + 1), (who, first), (first, at + 1))


def _charge(start: int, end: int, scene: Scene) -> int | None:
    """Return the noun of "a charge", "an absurd allegation" at a word."""
    upos = scene.syntax.upos
    if scene.lower(start) == "something" and scene.lower(start - 1) == ",":
        return start
    noun = start + (scene.lower(start) in {"a", "an"})
    if noun == start:
        return None
    while noun < end and upos[noun] == "ADJ":
        noun += 1
    return noun if noun + 2 < end and scene.lower(noun) in _CHARGES else None


def _is_rejecting(word: int, scene: Scene) -> bool:
    cue = scene.cue_at(word) if scene.syntax.upos[word] in VERBAL else None
    return cue is not None and (cue.kind == "denial" or cue.lemma in _REJECTING)


def _denial(comment: _Comment, scene: Scene) -> Draft:
    spans = scene.span(comment.source), scene.span(comment.cue)
    support = Support("content", "a charge that is denied behind it", None, spans)
    return Draft([comment.charge], comment.cue, comment.source, _SURE, because=[support])


def _part_swallowed(draft: Draft, scene: Scene) -> None:
    """Part the charge from who denies it where the source has swallowed it: "…, [a claim] the commission denies"."""
    if draft.source is None or draft.cue is None or draft.source[1] != draft.cue[0]:
        return
    comment = _comment(draft.source[0], draft.cue[1] + 1, scene)
    if comment is not None and comment.cue[0] >= draft.cue[0] and draft.end <= draft.source[0]:
        draft.contents = [comment.charge]
        draft.take_source(comment.source, "who denies the charge")

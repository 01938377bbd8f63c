# SPDX-License-Identifier: Apache-2.0
"""Turns of transcripts and interviews: "MR PATEL: We are in dialogue.", "Q: … A: …".

A labelled paragraph is said word for word by whom the label names, and so are those behind it up to the next label. Behind the last
label it is that paragraph alone: what follows may be the reporter's. "A" is whom the interview is with: the one speaker of headline
and introduction, or the one person whom they name. Questions have no speaker.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.entities import Entity
from readout.reading.evidence import OpenField, Support
from readout.reading.page.labels import Label
from readout.reading.statements.draft import Draft
from readout.resources import channel_of

__all__ = ["Turn", "find_turns", "settle_turns", "without_labelled"]

_UNASKED = "the transcript does not say who asks"
_SURE = 0.9  # not measured: no corpus marks turns apart
_HEARD = frozenset({"interview", "press_conference", "testimony", "speech"})


@dataclass(frozen=True, slots=True)
class Turn:
    """What is said behind one label, in words."""

    label: WordRange
    mark: WordRange
    role: str
    contents: tuple[WordRange, ...]

    def draft(self) -> Draft:
        """Return the statement that the turn is."""
        because = [Support("source", "label of a transcript", None)]
        undecided = [OpenField("speaker", _UNASKED)] if self.role == "question" else []
        cue = self.mark if self.mark[0] < self.mark[1] else None
        return Draft(list(self.contents), cue, self.label, _SURE, because=because, undecided=undecided, verbatim=True)


def find_turns(scene: Scene, labels: Sequence[Label], segments: Sequence[WordRange]) -> list[Turn]:
    """Find the turns of a transcript.

    Args:
        scene: Words and trees.
        labels: In text order.
        segments: The lines in which statements are looked for, as ranges of words.
    """
    firsts = [span.start for span in scene.encoding.spans]
    places = [
        (
            bisect_left(firsts, label.span.start),
            bisect_left(firsts, label.mark.start),
            bisect_left(firsts, label.mark.end),
        )
        for label in labels
    ]
    starts = [start for start, _ in segments]
    found = []
    for number, (label, (start, mark, behind)) in enumerate(zip(labels, places, strict=True)):
        at = max(0, bisect_left(starts, behind) - 1)
        limit = places[number + 1][0] if number + 1 < len(places) else None
        own = [(max(first, behind), last) for first, last in segments[at : at + 1] if last > behind]
        while limit is not None and at + 1 < len(segments) and segments[at + 1][0] < limit:
            at += 1
            own.append(segments[at])
        if own and start < mark <= behind:
            found.append(Turn((start, mark), (mark, behind), label.role, tuple(own)))
    return found


def without_labelled(drafts: Sequence[Draft], turns: Sequence[Turn]) -> list[Draft]:
    """Leave out what was read with a label for its source, its cue or a part of what is said."""
    words = sorted(word for turn in turns for word in range(turn.label[0], turn.mark[1]))

    def holds_label(ranges: Sequence[WordRange | None]) -> bool:
        return any(r is not None and bisect_left(words, r[0]) < bisect_left(words, r[1]) for r in ranges)

    return [d for d in drafts if not holds_label([*d.contents, d.cue, *d.cue_parts, d.source])]


def settle_turns(said: Sequence[Draft], turns: Sequence[Turn], drafts: Sequence[Draft], scene: Scene) -> None:
    """Say who answers, and in what: "Interview: …", "Press briefing"."""
    if not turns:
        return
    start = turns[0].label[0]
    heading = [w for w in range(start) if channel_of([scene.lower(w)]) in _HEARD]
    person = _interviewed(drafts, start, scene) if any(turn.role == "answer" for turn in turns) else None
    for draft, turn in zip(said, turns, strict=True):
        if turn.role == "answer" and person is not None:
            draft.speaker = person
            draft.because.append(Support("speaker", "whom the interview is with", None))
        if heading:
            draft.channel = channel_of([scene.lower(heading[0])])
            words = (scene.span((heading[0], heading[0] + 1)),)
            draft.because.append(Support("channel", "named above the transcript", None, words))


def _interviewed(drafts: Sequence[Draft], end: int, scene: Scene) -> Entity | None:
    """Return the one person who speaks above the first label, or who is named there."""
    speakers = [scene.speaker_in(d.source) for d in drafts if d.source is not None and d.end <= end]
    persons = [e for e in speakers if e is not None and e.type == "person" and e.name is not None]
    persons = persons or [e for e in scene.directory.persons_in(0, end) if e.name is not None and e.roles]
    persons = persons or [e for e in scene.directory.persons_in(0, end) if e.name is not None]
    alone = {e.id: e for e in persons}
    return next(iter(alone.values())) if len(alone) == 1 else None

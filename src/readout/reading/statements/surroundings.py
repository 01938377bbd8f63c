# SPDX-License-Identifier: Apache-2.0
"""Where a sentence tells two sayings side by side: which of its words are told of which.

"Blinken praised it in a post on X, and his spokesman told reporters that he had called": the post is the first one's, the
reporters are the second one's.
"""

from __future__ import annotations

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.statements.draft import Draft

__all__ = ["part_surroundings"]


def part_surroundings(drafts: list[Draft], scene: Scene) -> None:
    """Bound the words beside each saying by the sayings of others that its sentence tells before it and behind it."""
    of_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.cue is not None and draft.source is not None:
            numbers = {scene.syntax.sentence_of[r[0]] for r in (draft.cue, draft.source)}
            if len(numbers) == 1:
                of_sentence.setdefault(numbers.pop(), []).append(draft)
    for number, told in of_sentence.items():
        sentence = scene.syntax.sentences[number]
        for draft in told if len(told) > 1 else ():
            start, end = draft.surroundings or (sentence.start, sentence.end)
            for other in told:
                if (
                    other is draft
                    or other.source == draft.source
                    or _is_within(other, draft)
                    or _is_within(draft, other)
                ):
                    continue
                between = _joint(draft, other, scene), _joint(other, draft, scene)
                end = end if between[0] is None else min(end, between[0])
                start = start if between[1] is None else max(start, between[1])
            draft.surroundings = (start, end)


def _joint(first: Draft, second: Draft, scene: Scene) -> int | None:
    """Return the "and", "while" or ";" behind which the second saying is told, if the first is told before it.

    One that is part of what is said joins other things.
    """
    ends, begins = _told(first)[1], _told(second)[0]
    joints = [w for w in range(ends, begins) if _is_joint(w, scene) and not (first.holds(w) or second.holds(w))]
    return joints[-1] if joints else None


def _told(draft: Draft) -> WordRange:
    spans = [r for r in (draft.cue, draft.source) if r]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _is_joint(word: int, scene: Scene) -> bool:
    is_which = scene.lower(word) == "to" and scene.lower(word + 1) == "which"  # "to which Lind replied that"
    return is_which or scene.lower(word) in {"and", "but", "while", "whereas", ";"}


def _is_within(inner: Draft, outer: Draft) -> bool:
    return inner.cue is not None and outer.holds(inner.cue[0])

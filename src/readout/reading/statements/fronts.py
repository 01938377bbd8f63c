# SPDX-License-Identifier: Apache-2.0
"""The phrase in front of a clause that somebody behind it tells: "[In a call on Sunday,] they agreed on it, the palace said"."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.statements.draft import Draft

__all__ = ["take_fronts"]

_OPENING = frozenset("in on during at after before following".split())
_JOINING = frozenset(
    "contrast fact particular addition short turn general all case time".split()
)  # of the report's own
_LONGEST = 14  # words


def take_fronts(drafts: Sequence[Draft], scene: Scene) -> None:
    """Begin a content whose teller stands behind it at the phrase in front of it: where and when it was is told too.

    It is also no channel of the teller's: in "In a letter to the king, Falk resigned, his office said" the office wrote none.
    """
    taken = {w for draft in drafts for words in (draft.cue, draft.source) if words for w in range(*words)}
    words, upos = scene.encoding.words, scene.syntax.upos
    for draft in drafts:
        start, end = draft.contents[0]
        if draft.cue is None or draft.source is None or draft.cue[0] < end or draft.source[0] < end:
            continue
        first = scene.sentence_start(start)
        if not 2 < start - first <= _LONGEST or words[start - 1] != "," or scene.lower(first) not in _OPENING:
            continue
        phrase = range(first, start - 1)
        is_plain = not any(upos[w] in VERBAL or words[w] in {",", "“", '"', ":"} or w in taken for w in phrase)
        if is_plain and scene.lower(start - 2) not in _JOINING:
            draft.contents[0] = first, end

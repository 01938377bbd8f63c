# SPDX-License-Identifier: Apache-2.0
"""What stands in front of its teller: "[In a call on Sunday, they agreed on it], the palace said on Monday, in a sign of …"."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.statements.draft import Draft

__all__ = ["take_clauses_in_front", "take_fronts"]

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


def take_clauses_in_front(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give the clause in front of a teller set off by commas, where only a phrase behind is taken for what is told.

    "[Chad has recalled its envoy], the ministry said on Tuesday, [in the worst crisis for years]".
    """
    words, upos = scene.encoding.words, scene.syntax.upos
    taken = {w for draft in drafts for content in draft.contents for w in range(*content)}
    taken |= {w for draft in drafts for said in (draft.cue, draft.source) if said for w in range(*said)}
    for draft in drafts:
        start = draft.contents[0][0]
        if draft.cue is None or draft.source is None or not draft.source[1] <= draft.cue[0] < draft.cue[1] < start:
            continue
        first, comma = scene.sentence_start(draft.source[0]), draft.source[0] - 1
        is_parted = scene.lower(start) == "to" and upos[start] == "PART" and scene.cue_at(comma - 1) is not None
        least = 2 if is_parted else _LEAST  # "[He hopes], he added, [to be able to sell it]"
        is_behind = (
            (upos[start] == "ADP" or is_parted) and words[start - 1] == "," and scene.sentence_start(start) == first
        )
        if not is_behind or comma - first < least or words[comma] != "," or not taken.isdisjoint(range(first, comma)):
            continue
        verbs = [
            w for w in range(first, comma) if upos[w] in VERBAL and scene.syntax.children(w, "nsubj", "nsubj:pass")
        ]
        if verbs and scene.lower(first) not in _SUBORDINATE and words[first] not in {"“", '"'}:
            draft.contents.insert(0, (first, comma))


_LEAST = 4  # words of a clause
_SUBORDINATE = frozenset("as after before while when although though if because since once until".split())

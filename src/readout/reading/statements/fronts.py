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
    """Give the clause in front of a teller set off by commas, where only what goes on behind is taken for what is told.

    "[Chad recalled its envoy], the ministry said on Tuesday, [in the worst crisis for years]"; "[They agreed], he said, [to go]".
    """
    words, upos = scene.encoding.words, scene.syntax.upos
    taken = {w for draft in drafts for content in draft.contents for w in range(*content)}
    taken |= {w for draft in drafts for said in (draft.cue, draft.source) if said for w in range(*said)}
    for draft in drafts:
        start = draft.contents[0][0]
        if draft.cue is None or draft.source is None:
            continue
        start -= scene.lower(start - 1) == "that"
        teller = min(draft.cue[0], draft.source[0]), max(draft.cue[1], draft.source[1])
        first, comma = scene.sentence_start(teller[0]), teller[0] - 1
        if not teller[1] < start or words[start - 1] != "," or scene.sentence_start(start) != first:
            continue
        least = _LEAST if upos[start] == "ADP" else _SHORTEST if _goes_on(scene, start) else len(words)
        if comma - first < least or words[comma] != "," or not taken.isdisjoint(range(first, comma)):
            continue
        verbs = [
            w for w in range(first, comma) if upos[w] in VERBAL and scene.syntax.children(w, "nsubj", "nsubj:pass")
        ]
        if verbs and scene.lower(first) not in _SUBORDINATE and words[first] not in {"“", '"'}:
            draft.contents[:1] = [(first, comma), (start, draft.contents[0][1])]


def _goes_on(scene: Scene, start: int) -> bool:
    """Tell whether an infinitive or a clause with "that" begins at a word, which the verb in front asks for."""
    at = start + (scene.encoding.words[start] in {"“", '"'})
    above = next((w for w in scene.syntax.ancestors(at) if w < start), None)
    return scene.lower(at) in {"to", "that"} and above is not None and scene.syntax.upos[above] in VERBAL


_LEAST, _SHORTEST = 4, 2  # words of a clause; of one that has to go on
_SUBORDINATE = frozenset("as after before while when although though if because since once until".split())

# SPDX-License-Identifier: Apache-2.0
"""Who says it, beside others: with what they are between commas, and behind somebody who is only told of.

"It rose, [Radio Ozodi, the Tajik service of RFE/RL,] reported"; "in the presence of General Ed Roy, [the spokesman Bo Lind] said".
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import NAMING, VERBAL, Scene
from readout.reading.statements.draft import SPEAKERS, Draft

__all__ = ["part_from_apposed_tellers", "part_from_those_told_of"]

_LEAST = 4  # words of what is said
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})


def part_from_apposed_tellers(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give a cue that nobody is the source of whom its content has swallowed, between its last commas but one."""
    words = scene.encoding.words
    for draft in drafts:
        start, end = draft.contents[-1] if draft.contents else (0, 0)
        last = draft.cue[0] - 1 if draft.cue is not None else 0
        is_told = draft.source is not None and scene.sentence_start(draft.source[0]) == scene.sentence_start(last)
        if is_told or not start < end <= last or words[last] != ",":
            continue
        if scene.sentence_start(last) != scene.sentence_start(start):
            continue
        commas = [w for w in range(start + _LEAST, last) if words[w] == ","][-2:]
        if len(commas) != 2 or end < commas[0]:
            continue
        teller, apposed = scene.mention_at(commas[0] + 1), scene.mention_at(commas[1] + 1)
        is_same = teller is not None and apposed is not None and teller[1] is apposed[1]  # "Lind, [head of the office]"
        if not is_same and scene.lower(commas[1] + 1) not in _ARTICLES:
            continue
        is_named = teller is not None and teller[1].name is not None and teller[1].type in SPEAKERS
        is_whole = teller is not None and teller[0][1] == commas[1]
        is_phrase = all(scene.syntax.upos[w] in NAMING | {"PUNCT", "CCONJ"} for w in range(commas[1] + 1, last))
        has_verb = any(scene.syntax.upos[w] in VERBAL for w in range(start, commas[0]))
        if is_named and is_whole and is_phrase and has_verb:
            draft.contents[-1] = start, commas[0]
            draft.take_source((commas[0] + 1, last + 1), "between commas, with what they are")


def part_from_those_told_of(drafts: Sequence[Draft], scene: Scene) -> None:
    """Leave to what is said one who is named in front of a teller who has a title and stands right before the cue."""
    words = scene.encoding.words
    for draft in drafts:
        if draft.source is None or draft.cue is None or draft.source[1] != draft.cue[0] or not draft.contents:
            continue
        start, end = draft.source
        comma = next((w for w in range(end - 1, start, -1) if words[w] == ","), None)
        teller, other = scene.mention_before(end), scene.mention_before(comma) if comma is not None else None
        if comma is None or teller is None or other is None or teller[0][0] <= comma + 1:
            continue
        are_two = teller[1] is not other[1] and all(one[1].type == "person" and one[1].name for one in (teller, other))
        is_titled = scene.lower(comma + 1) in _ARTICLES and scene.mention_at(comma + 1) is not None
        if are_two and is_titled and draft.contents[-1][1] in {start - 1, start} and words[start - 1] == ",":
            draft.contents[-1] = draft.contents[-1][0], comma
            draft.take_source((comma + 1, end), "right before the cue, with a title")

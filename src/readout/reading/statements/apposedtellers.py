# SPDX-License-Identifier: Apache-2.0
"""Who says it, with what they are between commas: "It rose, [Radio Ozodi, the Tajik service of RFE/RL,] reported"."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import NAMING, VERBAL, Scene
from readout.reading.statements.draft import SPEAKERS, Draft

__all__ = ["part_from_apposed_tellers"]

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

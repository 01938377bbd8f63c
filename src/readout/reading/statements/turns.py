# SPDX-License-Identifier: Apache-2.0
"""Whose turn it is: "“It is over,” said Blom. [Her neighbour was less sure.] “We will rebuild.”".

A quotation that follows in its paragraph goes on with the statement before. Where the sentence in between says how another person
feels about it, the words are that one's.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import Scene
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import ALONE, Quoted
from readout.reading.statements.speakingpronouns import is_main_subject

__all__ = ["part_turns"]

_MOODS = frozenset(
    "sure certain confident hopeful optimistic pessimistic sceptical skeptical doubtful defiant unmoved unrepentant cautious "
    "blunt blunter adamant philosophical angry angrier furious unimpressed unconvinced convinced relieved scathing dismissive "
    "upbeat downbeat resigned grateful enthusiastic wary warier worried proud bitter categorical emphatic impressed equivocal "
    "sanguine gloomy gloomier circumspect conciliatory".split()
)
_REACTING = frozenset("agreed disagreed concurred demurred nodded shrugged sighed laughed differed".split())


def part_turns(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> list[Draft]:
    """Take from statements the quotations behind a sentence on another person's mood, and return these as their own."""
    found = []
    for draft in drafts:
        if draft.cue is None or len(draft.contents) < 2:
            continue
        for nth, words in enumerate(draft.contents):
            if words[0] < draft.cue[1] or not quotations.covers(words) or not _is_other_turn(draft, words[0], scene):
                continue
            found += [Draft([content], None, None, ALONE) for content in draft.contents[nth:]]
            draft.contents = draft.contents[:nth]
            break
    return [draft for draft in found if draft.contents]


def _is_other_turn(draft: Draft, start: int, scene: Scene) -> bool:
    """Tell whether the sentence before a quotation says how somebody else than the speaker feels."""
    syntax, number = scene.syntax, scene.syntax.sentence_of[start] - 1
    sentence = syntax.sentences[number]
    if draft.cue is None or sentence.start < draft.cue[1] or draft.holds(sentence.start):
        return False
    if syntax.sentences[number + 1].start < start - 1 or scene.lines[sentence.start] != scene.lines[start]:
        return False
    root = next((w for w in range(sentence.start, sentence.end) if syntax.heads[w] == w), None)
    if root is None or not _is_felt(root, scene):
        return False
    subjects = [w for w in range(sentence.start, sentence.end) if is_main_subject(w, scene)]
    person = scene.entity_of(subjects[0]) if subjects else None
    speaker = scene.speaker_in(draft.source) if draft.source else None
    return person is not None and person.type == "person" and person is not speaker


def _is_felt(root: int, scene: Scene) -> bool:
    """Tell whether a sentence's main word says how somebody feels: "was less sure", "nodded", "shook her head"."""
    syntax = scene.syntax
    if syntax.children(root, "cop"):
        return scene.lower(root) in _MOODS
    shaken = [scene.lower(w) for w in syntax.children(root, "obj")]
    return scene.lower(root) in _REACTING or (scene.lower(root) == "shook" and shaken == ["head"])

# SPDX-License-Identifier: Apache-2.0
"""Subjects that their teller parts from what is told of them: "[Norland], he told the house, [“has nothing to hide”]".

The labels often begin behind the teller, most of all where a quotation begins there, and leave the subject out or count it to who
tells it: "[Bern], the chancellor's deputy Ada Lind said the same day, [“does not recognise” the court]".
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.arguments import is_passive
from readout.reading.clauses.scene import NAMING, VERBAL, Scene
from readout.reading.statements.draft import SPEAKERS, Draft

__all__ = ["give_back_parted_subjects", "part_from_hearers_in_front", "part_tellers_behind", "take_subjects_in_front"]

_OPENING = frozenset({'"', "“", "‘", "«"})
_HEADS = frozenset({"NOUN", "PROPN", "PRON"})
_JOINTS = frozenset({"but", "and", "yet", "so"})
_TOLD = frozenset("speech writing claim denial promise warning announcement request".split())
_LONGEST_DAY = 9  # words of when and to whom it was said: "the same day", "reporters in the Rose Garden"


def give_back_parted_subjects(drafts: Sequence[Draft], scene: Scene) -> None:
    """Let a content that is only a predicate begin with the subject in front of who tells it."""
    taken = {w for draft in drafts for r in (*draft.contents, draft.cue) if r for w in range(*r)}
    for draft in drafts:
        if draft.source is None or draft.cue is None or len(draft.contents) > 1 or draft.source[1] != draft.cue[0]:
            continue
        start = _behind_day(draft, draft.cue[1], scene)
        front = _front(draft.source, scene) if start is not None else None
        if start is None or front is None or not taken.isdisjoint(range(*front)):
            continue
        if draft.source[0] <= front[1]:
            draft.take_source((front[1] + 1, draft.source[1]), "between comma and cue")
        draft.contents = [front, (start, draft.end)]


def take_subjects_in_front(drafts: Sequence[Draft], scene: Scene) -> None:
    """Take the subject of the cue right in front of it out of what is said: "[The officials, who asked for …,] said [it was]"."""
    for draft in drafts:
        verb = scene.cue_head(draft)
        cue = scene.cue_at(verb) if verb is not None else None
        if verb is None or cue is None or cue.kind not in _TOLD or scene.syntax.children(verb, "aux:pass"):
            continue
        if draft.cue is None or len(draft.contents) < 2 or draft.contents[1][0] < draft.cue[1]:
            continue
        start, end = draft.contents[0]
        if not end <= draft.cue[0] <= end + 1 or start != scene.sentence_start(start):
            continue
        subjects = [w for w in scene.syntax.children(verb, "nsubj") if start <= w < end and not is_passive(scene, verb)]
        found = scene.entity_of(subjects[-1]) if subjects else None
        if subjects and scene.phrase(subjects[-1])[0] == start and found is not None and found.type in SPEAKERS:
            draft.contents.pop(0)
            draft.take_source((start, end), "subject of the cue")


def part_from_hearers_in_front(drafts: Sequence[Draft], scene: Scene) -> None:
    """Take out of who says something who is named in a phrase in front of it: "In a reply to Roy, [Minister Lind] said"."""
    for draft in drafts:
        verb = scene.cue_head(draft)
        if draft.source is None or verb is None:
            continue
        first, end = draft.source
        subjects = [w for w in scene.syntax.children(verb, "nsubj") if first < w < end]
        start = scene.phrase(subjects[-1])[0] if subjects else first
        if start <= first + 1 or scene.encoding.words[start - 1] != "," or scene.syntax.upos[first - 1] != "ADP":
            continue
        if any(first - 1 in scene.syntax.children(w, "case") for w in range(first, start)):
            draft.take_source((start, end), "subject of the cue")


def part_tellers_behind(drafts: Sequence[Draft], scene: Scene) -> None:
    """Take who tells it out of what is said where it goes on: "What they wanted, said [one of them, Ada Lind], [was a trial]"."""
    words, upos = scene.encoding.words, scene.syntax.upos
    for draft in drafts:
        if draft.cue is None or draft.contents[-1][0] != draft.cue[1] or len(draft.contents) < 2:
            continue
        start, end = draft.contents[-1]
        is_own = draft.source is not None and scene.sentence_start(draft.source[0]) == scene.sentence_start(start)
        named = scene.mention_at(start)
        if is_own or named is None or named[1].type not in SPEAKERS or words[draft.cue[0] - 1] != ",":
            continue
        comma = next((w for w in range(start + 1, end - 1) if words[w] == "," and upos[w + 1] in VERBAL), None)
        if comma is None or any(upos[w] in VERBAL for w in range(start, comma)):
            continue
        draft.contents[-1] = comma + 1, end
        draft.take_source((start, comma), "behind the cue")


def _behind_day(draft: Draft, behind: int, scene: Scene) -> int | None:
    """Return where a content that is a predicate behind a comma begins; what stands between it and the cue is no part of it."""
    words, upos = scene.encoding.words, scene.syntax.upos
    comma = next((w for w in range(behind, min(behind + _LONGEST_DAY, draft.end - 1)) if words[w] == ","), None)
    if comma is None or any(upos[w] in VERBAL for w in range(behind, comma)):
        return None
    if draft.start not in {behind, comma + 1} and not comma + 1 < draft.start < comma + _LONGEST_DAY:
        return None
    verb = comma + 1 + (words[comma + 1] in _OPENING)
    while upos[verb] == "ADV" and verb < draft.end - 1:
        verb += 1
    is_finite = upos[verb] == "AUX" or (upos[verb] == "VERB" and not scene.lower(verb).endswith("ing"))
    return comma + 1 if is_finite and not any(w > verb for w in scene.syntax.children(verb, "nsubj")) else None


def _front(source: WordRange, scene: Scene) -> WordRange | None:
    """Return the noun phrase between the beginning of the sentence and the comma in front of who tells it."""
    words, upos = scene.encoding.words, scene.syntax.upos
    sentence = scene.sentence_start(source[0])
    stop = next((w for w in range(source[0] - 1, sentence, -1) if words[w] in {";", ":"}), sentence - 1)
    first = stop + 1 + (scene.lower(stop + 1) in _JOINTS)
    commas = [w for w in range(first, source[1] - 1) if words[w] == ","]
    comma = source[0] - 1 if source[0] - 1 in commas else next((w for w in commas if w >= source[0]), None)
    if comma is None or (comma > source[0] and (first != source[0] or len(commas) > 1)):
        return None
    front = first, comma
    is_phrase = all(upos[w] in NAMING or words[w] in {"-", "’s"} for w in range(*front))
    if not is_phrase or upos[first] == "ADP" or not any(upos[w] in _HEADS for w in range(*front)):
        return None
    return front if comma < source[0] or scene.directory.of_words(comma + 1, source[1]) is not None else None

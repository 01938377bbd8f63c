# SPDX-License-Identifier: Apache-2.0
"""Who gives a number by putting it somewhere: "The doctors' network [put] the toll [at 81]". No verb of saying tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.evidence import Support
from readout.reading.statements.documents import document_at
from readout.reading.statements.draft import SPEAKERS, Draft

__all__ = ["find_estimates"]

_PUT = frozenset("put puts putting placed places".split())
_NUMBERS = frozenset(
    "toll figure number total count tally cost damage loss losses price bill value amount share proportion turnout "
    "estimate odds size population chance chances probability it dead deaths casualties losses wounded injured missing victims "
    "strength".split()
)
_EACH = frozenset({"a", "an", "per", "each", "every"})
_SURE = 0.7  # not measured
_REACH = 18  # words from the verb to its number: "put the number of those killed in the raid at 81"


def find_estimates(drafts: Sequence[Draft], scene: Scene, segments: Sequence[WordRange]) -> list[Draft]:
    """Return the statements in which somebody puts a number at so much, but for those that are there already."""
    cues = {w for draft in drafts if draft.cue for w in range(*draft.cue)}
    found = [draft for segment in segments for draft in _in_segment(segment, cues, scene)]
    sentence_of = scene.syntax.sentence_of
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.cue is not None:
            told.setdefault(sentence_of[draft.cue[0]], []).append(draft)
    for draft in found:
        _part_from_others(draft, told.get(sentence_of[draft.start] - 1, ()))
    return found


def _part_from_others(found: Draft, before: Sequence[Draft]) -> None:
    """Take a sentence in which another puts a number at so much out of what was said in the sentence before."""
    for draft in before:
        if draft.contents[0][1] <= found.start:
            kept = [c for c in draft.contents if not (c[0] <= found.start and found.end <= c[1])]
            draft.contents = kept or draft.contents


def _in_segment(segment: WordRange, cues: set[int], scene: Scene) -> Iterator[Draft]:
    syntax = scene.syntax
    for verb in range(*segment):
        if scene.lower(verb) not in _PUT or syntax.upos[verb] != "VERB" or verb in cues:
            continue
        subject = next((w for w in syntax.children(verb, "nsubj") if w < verb), None)
        thing = next((w for w in syntax.children(verb, "obj") if verb < w and scene.lower(w) in _NUMBERS), None)
        if subject is None or thing is None:
            continue
        end = syntax.sentences[syntax.sentence_of[verb]].end
        at = next((w for w in range(thing + 1, min(verb + _REACH, end - 1)) if scene.lower(w) == "at"), None)
        who = scene.entity_of(subject)
        number = None if at is None else _number_behind(at, end, scene)
        source = scene.phrase(subject)
        is_known = (who is not None and who.type in SPEAKERS) or document_at(source[0], scene) is not None
        if number is None or not is_known:
            continue
        told = scene.phrase(thing)[0], number
        because = Support("content", "a number that somebody puts at so much", None, (scene.span(told),))
        yield Draft([told], (verb, verb + 1), source, _SURE, because=[because])


def _number_behind(at: int, end: int, scene: Scene) -> int | None:
    """Return the word behind the phrase that a number opens behind "at": "at [no more than 140 million euros]"."""
    upos = scene.syntax.upos
    number = next((w for w in range(at + 1, min(at + 6, end)) if upos[w] == "NUM"), None)
    if number is None:
        return None
    last = number + 1
    while last < end and upos[last] in {"NUM", "NOUN", "SYM"}:
        last += 1
    is_rate = scene.lower(last) in _EACH and last + 1 < end and upos[last + 1] == "NOUN"
    return last + 2 if is_rate else last  # "at $2.4 billion [a year]"

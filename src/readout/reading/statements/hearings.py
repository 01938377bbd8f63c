# SPDX-License-Identifier: Apache-2.0
"""What a court or an inquiry is told: "The jury heard that he had slept", "He had slept, the inquest was told".

Reports of hearings say it so when the words are counsel's or a witness's. The court says nothing there; it is told.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.evidence import Support
from readout.reading.statements.draft import Draft
from readout.resources import cue_verb

__all__ = ["find_hearings", "free_the_hearers", "give_to_the_heard"]

_HEARERS = frozenset(
    "court jury juror jurors inquest inquiry tribunal hearing coroner judge judges magistrate magistrates panel committee "
    "commission parliament senate council assembly mps meps lords peers senators lawmakers councillors".split()
)
_HEARING = frozenset("hears heard hear hearing".split())
_TOLD = frozenset({"told"})
_LAWMAKERS = frozenset("parliament senate council assembly mps meps lords peers senators lawmakers councillors".split())
_LEAST = 5  # words of a clause worth attributing
_MOST_BEHIND = 4  # words behind the verb: "on Tuesday", "this week"
_SURE = 0.6


def free_the_hearers(draft: Draft, verb: int, scene: Scene) -> bool:
    """Make of a court that hears something whom it is told to.

    Returns:
        Whether a draft is what a court hears.
    """
    hearer = _hearer(draft, verb, scene)
    if hearer is None:
        return False
    found = scene.directory.of_words(*hearer)
    draft.source = None
    draft.because = [support for support in draft.because if support.field != "source"]
    if found is not None:
        draft.addressees.append(found)
        draft.because.append(Support("addressees", "who hears it", None, (scene.span(hearer),)))
    return True


def give_to_the_heard(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give what somebody is heard to say to whoever says it: "“No,” they heard [him] [say]", "it records [a caller] [saying]"."""
    for draft in drafts:
        if draft.cue is None or not draft.contents:
            continue
        found = scene.mention_at(draft.cue[1])
        verb = draft.cue[1] if found is None else found[0][1]
        is_behind = draft.start >= draft.cue[1]
        if found is None or found[1].type not in {"person", "group"} or cue_verb(scene.lower(verb)) is None:
            continue
        is_heard = scene.lower(draft.cue[1] - 1) in _HEARING and scene.lower(verb) in _SAY
        is_recorded = (
            is_behind and scene.lower(verb) in _SAYING and verb + 1 + (scene.lower(verb + 1) == "that") >= draft.start
        )
        if (is_heard and (not is_behind or draft.start > verb)) or (is_recorded and draft.start > verb):
            draft.cue = verb, verb + 1
            draft.take_source(found[0], "who is heard to say it")


_SAY = frozenset("say tell ask shout declare claim call demand".split())
_SAYING = frozenset("saying telling asking shouting claiming demanding".split())


def _hearer(draft: Draft, verb: int, scene: Scene) -> WordRange | None:
    """Return the court or body that is the source of a hearing: also of a headline's "Court told that …"."""
    if draft.source is None or draft.cue is None or draft.source[1] > draft.cue[0]:
        return None
    is_heard = scene.lower(verb) in _HEARING
    is_told = (
        scene.lower(verb) in _TOLD
        and draft.cue[1] - draft.cue[0] == 1
        and scene.lower(verb + 1) == "that"
        and _LAWMAKERS.isdisjoint({scene.lower(scene.head_of(draft.source)), scene.lower(draft.source[1] - 1)})
    )  # "Lawmakers told how they had hidden" tells it
    return draft.source if (is_heard or is_told) and _is_hearer(draft.source, scene) else None


def _is_hearer(words: WordRange, scene: Scene) -> bool:
    return scene.lower(scene.head_of(words)) in _HEARERS or scene.lower(words[1] - 1) in _HEARERS


def find_hearings(drafts: Sequence[Draft], scene: Scene, segments: Sequence[WordRange]) -> list[Draft]:
    """Return the statements of sentences that end with who is told, but for those that are there: "…, the inquest was told"."""
    if _HEARERS.isdisjoint(scene.encoding.vocabulary):
        return []
    cues = {w for draft in drafts if draft.cue for w in range(*draft.cue)}
    found = []
    starts = [start for start, _ in segments]
    for sentence in scene.syntax.sentences:
        segment = bisect_right(starts, sentence.start) - 1
        if segment < 0 or sentence.start >= segments[segment][1]:
            continue
        told = _told_behind(sentence.start, sentence.end, scene)
        if told is None or not cues.isdisjoint(range(*told[1])):
            continue
        because = Support("content", "clause in front of who is told", None, (scene.span(told[1]),))
        found.append(Draft([told[0]], told[1], None, _SURE, because=[because]))
    return found


def _told_behind(start: int, end: int, scene: Scene) -> tuple[WordRange, WordRange] | None:
    """Return the content and the cue of "He had slept, [the inquest in Durham was told] on Tuesday"."""
    lower, upos, words = scene.encoding.lower, scene.syntax.upos, scene.encoding.words
    verb = next((w for w in range(end - 2, max(start + _LEAST, end - 3 - _MOST_BEHIND), -1) if upos[w] == "VERB"), None)
    if verb is None or lower[verb] not in {"told", "heard"}:
        return None
    first = verb
    while upos[first - 1] == "AUX":
        first -= 1
    if (lower[verb] == "told") != (lower[verb - 1] in {"was", "were", "been"}):
        return None
    comma = next((w for w in range(first - 1, start, -1) if words[w] == ","), start)
    hearer = range(comma + 1, first)
    if comma - start < _LEAST or not any(lower[w] in _HEARERS for w in hearer) or lower[comma + 1] in {"and", "but"}:
        return None
    if any(upos[w] in VERBAL or words[w] in {'"', "“", ":"} for w in (*hearer, *range(verb + 1, end))):
        return None
    verbs = [w for w in range(start, comma) if upos[w] in VERBAL or scene.syntax.children(w, "cop")]
    is_clause = any(start <= s < v for v in verbs for s in scene.syntax.children(v, "nsubj", "nsubj:pass"))
    return ((start, comma), (first, verb + 1)) if is_clause else None

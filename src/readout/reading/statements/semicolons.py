# SPDX-License-Identifier: Apache-2.0
"""Two sayings side by side: "According to the police, the man had acted alone; [his lawyer said] he had been made to"."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.entities import Entity
from readout.reading.evidence import Support
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import Quoted

__all__ = ["free_quotations", "part_at_semicolons", "part_same_tellers", "read_in_front", "speaking_in_front"]

_CLOSING = frozenset({'"', "”", "’", "»"})


def free_quotations(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> None:
    """Leave quotations that a semicolon parts from the cue to who stands behind them: "“No,” A said; [“Yes,” countered B]"."""
    words = scene.encoding.words
    bare = {draft.cue[0]: draft for draft in drafts if draft.cue is not None and not draft.contents}
    for draft in drafts:
        if draft.cue is None or not draft.contents:
            continue
        low, high = min(draft.cue[0], draft.start), max(draft.cue[1], draft.end)
        marked = quotations.marked(low, high)
        marks = [w for w in range(low, high) if words[w] == ";" and w not in marked]
        if not marks:
            continue
        first = max((w + 1 for w in marks if w < draft.cue[0]), default=low)
        last = min((w for w in marks if w >= draft.cue[1]), default=high)
        kept = [(max(s, first), min(e, last)) for s, e in draft.contents if s < last and first < e]
        left = [
            (max(s, a), min(e, b))
            for s, e in draft.contents
            for a, b in ((low, first), (last, high))
            if s < b and a < e
        ]
        told = [q for piece in left for q in quotations.outermost(*piece) if _is_told(q, draft.cue, scene)]
        if not kept or not told:
            continue
        for quotation in (q for q in told if q[1] in bare):
            bare[quotation[1]].contents = [quotation]
        draft.contents = [_begin_at_mark(piece, scene, quotations) for piece in kept]
        if draft.source is not None and not first <= draft.source[0] < last:
            draft.source = None


def _is_told(quotation: WordRange, cue: WordRange, scene: Scene) -> bool:
    """Tell whether a verb of saying stands behind a quotation or its teller, and not the cue."""
    end = quotation[1]
    named = scene.mention_at(end)
    verb = end if named is None else named[0][1]
    if verb >= len(scene.encoding.words):
        return False  # the text ends here
    return scene.encoding.words[end - 1] in _CLOSING and scene.cue_at(verb) is not None and verb not in range(*cue)


def _begin_at_mark(piece: WordRange, scene: Scene, quotations: Quoted) -> WordRange:
    """Leave out "and" in front of a quotation."""
    start, end = piece
    start += scene.lower(start) in {"and", "but", "while"} and (start + 1, end) in quotations.outermost(start + 1, end)
    return start, end


def read_in_front(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> None:
    """Read "[The premier rang the king], his spokesman said; neither court gave details", where the labels took what follows."""
    words = scene.encoding.words
    for draft in drafts:
        cue, source = draft.cue, draft.source
        if cue is None or source is None or len(draft.contents) > 1 or words[cue[1] : cue[1] + 1] != (";",):
            continue
        first, comma = scene.sentence_start(cue[0]), source[0] - 1
        is_behind = draft.start == cue[1] + 1 and source[1] == cue[0] and words[comma] == "," and first < comma
        is_told = any(other.contents and other.start <= first < other.end for other in drafts if other is not draft)
        if is_behind and not is_told and not quotations.at(draft.start, draft.end):
            draft.contents = [(first, comma)]
            draft.because.append(
                Support("content", "clause in front of a cue that a semicolon ends", None, (scene.span(cue),))
            )


def part_at_semicolons(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> None:
    """End a content at a semicolon behind which somebody who is named says something else.

    Not where a pronoun may be the speaker of both, nor behind "had", which goes on with what is said: "he lied; B had denied it".
    """
    telling = {draft.source[0]: draft for draft in drafts if draft.source is not None and draft.cue is not None}
    for draft in drafts:
        if draft.cue is None or draft.start < draft.cue[0]:
            continue
        for nth, (start, end) in enumerate(draft.contents):
            marks = [w for w in range(start + 2, end - 3) if scene.encoding.words[w] == ";"]
            stop = next((w for w in marks if _begins_another(w, draft, telling, scene)), None)
            stop = next((w for w in marks if _is_only_named(start, w, draft, scene)), None) if stop is None else stop
            stop = next((w for w in marks if _is_only_asked(start, w, draft, scene)), None) if stop is None else stop
            if stop is not None and stop not in quotations.marked(start, end):
                draft.contents[nth:] = [(start, stop)]
                break


def _is_only_named(start: int, semicolon: int, draft: Draft, scene: Scene) -> bool:
    """Tell whether what is judged is a thing, and a clause with a subject follows: "dismissed it as meddling; [B summoned C]"."""
    syntax, verb = scene.syntax, scene.cue_head(draft)
    if verb is None or not any(start <= w < semicolon for w in syntax.children(verb, "obj")):
        return False
    if any(start <= w < semicolon for w in syntax.children(verb, "ccomp", "xcomp")):
        return False
    subjects = (w for w in range(semicolon + 1, draft.end) if syntax.is_relation(w, "nsubj"))
    subject = next(subjects, None)
    return subject is not None and syntax.upos[subject] != "PRON" and scene.phrase(subject)[0] == semicolon + 1


def _is_only_asked(start: int, semicolon: int, draft: Draft, scene: Scene) -> bool:
    """Tell whether what is asked is an infinitive, and a clause with a subject follows: "asked her to wait; [others had left]"."""
    subjects = (w for w in range(semicolon + 1, draft.end) if scene.syntax.is_relation(w, "nsubj"))
    subject = next(subjects, None) if scene.lower(start) == "to" else None
    return subject is not None and scene.syntax.upos[subject] != "PRON" and scene.phrase(subject)[0] == semicolon + 1


def _begins_another(word: int, draft: Draft, telling: dict[int, Draft], scene: Scene) -> bool:
    other = telling.get(word + 1)
    if other is None or other is draft or other.source is None or other.cue is None or other.cue[0] < other.source[1]:
        return False
    has_had = scene.lower(other.cue[0]) in {"had", "would", "was", "were"}
    return not has_had and scene.syntax.upos[other.source[1] - 1] != "PRON"


def part_same_tellers(drafts: Sequence[Draft], scene: Scene) -> None:
    """Part what one speaker says in front of a semicolon from what he says behind: "A said that B; [C was gone], A said"."""
    for draft in drafts:
        outer = draft.parent
        if outer is None or outer.cue is None or draft.cue is None or draft.speaker is None:
            continue
        if draft.speaker is not outer.speaker or len(outer.contents) > 1 or outer.cue[0] < outer.end:
            continue
        start, end = outer.contents[0]
        stop = next((w for w in range(draft.cue[1], end - 2) if scene.encoding.words[w] == ";"), None)
        if stop is None or (draft.source or draft.cue)[0] != start or not draft.start < stop:
            continue
        outer.contents = [(stop + 1, end)]
        first, last = outer.surroundings or (scene.sentence_start(stop), outer.cue[1])
        outer.surroundings, draft.surroundings = (max(first, stop), max(last, outer.cue[1])), (first, stop)
        draft.contents = [(first, min(last, stop)) for first, last in draft.contents if first < stop]
        for other in drafts:
            if other is not outer and other.contents[-1][0] < stop < other.end:
                other.contents[-1] = other.contents[-1][0], stop


def speaking_in_front(persons: Sequence[Entity], pronoun: int, said: bytearray, scene: Scene) -> list[Entity]:
    """Return of some persons who speaks in front of the semicolon of a pronoun's sentence: "[A] said no; B, he said, was"."""
    first = scene.sentence_start(pronoun)
    stop = next((w for w in range(pronoun - 1, first, -1) if scene.encoding.words[w] == ";"), None)
    found = []
    for person in persons if stop is not None else ():
        heads = (m.head for m in person.mentions if m.form != "pronoun" and first <= m.head < (stop or first))
        is_subject = any(
            not said[w] and scene.syntax.is_relation(w, "nsubj") and scene.cue_at(scene.syntax.heads[w]) is not None
            for w in heads
        )
        if is_subject and not scene.is_called_otherwise(person, pronoun):
            found.append(person)
    return found

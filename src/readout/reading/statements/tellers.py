# SPDX-License-Identifier: Apache-2.0
"""Quotations with who says them right beside: "“No,” his deputy replied", where the labels of the model have missed it."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.evidence import Support
from readout.reading.page.parts import Part
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import Quoted, Ranges, merged

__all__ = ["take_behind_colons", "tell_quotations"]

_SURE = 0.7  # most of what is built so plainly is right; not measured, for the labels leave few
_STOPS = frozenset({",", "!", "?", "—", "…", "..."})
_SPEECH = frozenset({"speech", "writing", "question"})
_CLOSING = frozenset(
    {".", ",", ";", ":", "—", "–", "“", '"', "to", "on", "in", "of", "as", "after", "before", "when", "while", "at"}
)


def tell_quotations(drafts: Sequence[Draft], scene: Scene, quotations: Quoted, parts: Sequence[Part]) -> list[Draft]:
    """Return statements, not yet among the drafts, of quotations whose teller stands behind them.

    Nobody says these yet, or they were taken for the end of what somebody else says in the sentence before.
    """
    marks = Ranges(merged(s for d in drafts for s in (d.cue, d.source) if s))
    holder = {content: draft for draft in drafts for content in draft.contents}
    said = Ranges(merged(content for draft in drafts for content in draft.contents))
    apart = Ranges(merged(c for d in drafts if not _is_inside(d, quotations) for c in d.contents))
    bodies = Ranges((part.span.start, part.span.end) for part in parts if part.kind == "body")
    found = []
    for quotation in quotations.outermost(0, len(scene.encoding.words)):
        before = holder.get(quotation)
        is_added = before is not None and before.cue is not None and before.contents[0] != quotation
        is_loose = before is not None and before.cue is None and before.contents == [quotation]
        is_added = is_added or is_loose
        if (apart.at(*quotation) and not is_added) or not bodies.at(*scene.span(quotation)):
            continue
        told = _teller(quotation, scene)
        beside = None if told is None else (min(told[0][0], told[1][0]), max(told[0][1], told[1][1]))
        if told is None or beside is None or marks.at(*beside) or said.at(*beside):
            continue
        if before is not None and is_loose:
            before.cue, before.source = told[1], told[0]
            before.because.append(
                Support("source", "who says it stands behind the quotation", None, (scene.span(beside),))
            )
            continue
        if before is not None:
            before.contents.remove(quotation)
        draft = Draft([quotation], told[1], told[0], _SURE)
        draft.because.append(Support("content", "who says it stands behind the quotation", None, (scene.span(beside),)))
        found.append(draft)
    return found


def _is_inside(draft: Draft, quotations: Quoted) -> bool:
    """Tell whether a statement is one within a quotation: "“[Macron said] no, and now he mumbles,” the paper complains"."""
    if draft.cue is None:
        return False
    around = (q for q in quotations.at(*draft.cue) if q[0] < draft.cue[0] and draft.cue[1] < q[1])
    return any(q[0] < draft.start and draft.end <= q[1] for q in around)


def take_behind_colons(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> None:
    """Give a cue the quotation behind its colon for what the labels found in front of it: "Tusk was quoted as saying: [“…”]"."""
    said = Ranges(merged(content for draft in drafts for content in draft.contents))
    for draft in drafts:
        colon = draft.cue[1] if draft.cue is not None else 0
        if draft.cue is None or draft.end > draft.cue[0] or scene.encoding.words[colon : colon + 1] != (":",):
            continue
        sentence = scene.syntax.sentences[scene.syntax.sentence_of[colon]]
        quotation = max((q for q in quotations.at(colon + 1, colon + 2) if q[0] == colon + 1), default=None)
        if quotation is not None and draft.start >= sentence.start and not said.at(*quotation):
            draft.contents = [quotation]


def _teller(quotation: WordRange, scene: Scene) -> tuple[WordRange, WordRange] | None:
    """Return source and cue of "“No,” his deputy replied" and of "“No,” replied his deputy"."""
    end, words = quotation[1], scene.encoding.words
    if quotation[1] - quotation[0] < 3:
        return None
    in_front = _in_front(quotation[0], scene)
    if in_front is not None or words[end - 2] not in _STOPS:
        return in_front
    if _is_saying(end, scene):
        behind = scene.mention_at(end + 1)
        return (behind[0], (end, end + 1)) if behind is not None else None
    before = scene.mention_at(end)
    verb = before[0][1] if before is not None else end
    named = scene.mention_at(verb) if before is not None else None
    if named is not None:  # a title and a name may be two mentions
        before, verb = ((end, named[0][1]), named[1]), named[0][1]
    if before is not None and (told := _told_of_it(before[0], verb, scene)) is not None:
        return told
    source = before[0] if before is not None else (end, end)
    if before is not None and (behind_aside := _behind_aside(verb, scene)) is not None:
        source, verb = (source[0], behind_aside), behind_aside
    if before is None or not _is_saying(verb, scene) or (words[end][:1].isupper() and words[end - 2] != ","):
        return None
    cue = scene.cue_at(verb)
    hearer = scene.mention_at(verb + 1) if cue is not None and cue.addressee == "obj" else None
    last = verb + 1 if hearer is None or source == before[0] else hearer[0][1]
    after = words[last : last + 1]
    return (source, (verb, verb + 1)) if not after or after[0].lower() in _CLOSING else None


def _behind_aside(comma: int, scene: Scene) -> int | None:
    """Return the verb behind what is told of the teller: "“No,” the official[, who asked not to be named,] told AFP"."""
    words, lower = scene.encoding.words, scene.encoding.lower
    if words[comma : comma + 1] != (",",) or lower[comma + 1 : comma + 2] not in {("who",), ("whose",)}:
        return None
    end = min(scene.syntax.sentences[scene.syntax.sentence_of[comma]].end, comma + _LONGEST_ASIDE)
    commas = (w for w in range(comma + 2, end - 1) if words[w] == "," and scene.syntax.upos[w + 1] == "VERB")
    close = next(commas, None)
    return None if close is None or not _is_saying(close + 1, scene) else close + 1


_LONGEST_ASIDE = 30  # words


def _told_of_it(source: WordRange, verb: int, scene: Scene) -> tuple[WordRange, WordRange] | None:
    """Return source and cue of a sentence that would lack what is told: "“Here we go!” [Trump had written] hours earlier."."""
    had = scene.lower(verb) in {"had", "has"}
    told, syntax = verb + had, scene.syntax
    if not had or not _is_saying(told, scene) or syntax.sentence_of[source[0]] != syntax.sentence_of[told]:
        return None
    sentence = syntax.sentences[syntax.sentence_of[told]]
    is_whole = (
        bool(syntax.children(told, "obj", "ccomp", "xcomp", "iobj")) or ":" in scene.encoding.words[told : sentence.end]
    )
    return None if is_whole or sentence.start != source[0] else (source, (verb, told + 1))


def _is_saying(word: int, scene: Scene) -> bool:
    """Tell whether a verb of speech stands at a word."""
    cue = scene.cue_at(word) if word < len(scene.encoding.words) else None
    return cue is not None and cue.kind in _SPEECH


_SHOWING = frozenset("shrugged laughed smiled sighed nodded wept grinned chuckled sobbed winked grimaced".split())


def _in_front(start: int, scene: Scene) -> tuple[WordRange, WordRange] | None:
    """Return source and cue of "Crosland, asked about it, shrugged: “…”"."""
    syntax = scene.syntax
    if start < 2 or scene.encoding.words[start - 1] != ":":
        return None
    verb = start - 2
    if scene.encoding.lower[verb - 2 : verb + 1] in {("shook", "his", "head"), ("shook", "her", "head")}:
        verb -= 2
    if scene.lower(verb) not in _SHOWING and verb == start - 2:
        return None
    subjects = [w for w in syntax.children(verb, "nsubj") if w < verb]
    found = scene.entity_of(subjects[-1]) if subjects else None
    if found is None or found.type not in {"person", "group"}:
        return None
    return scene.phrase(subjects[-1]), (verb, start - 1)

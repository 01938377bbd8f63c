# SPDX-License-Identifier: Apache-2.0
"""Quotations that are subjects: "“…,” was his answer", "“…,” is how one of them puts it", "“…,” read the post".

No verb of saying has them for its object, so the labels of the model leave them without a source, or hang them on what was
said before.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.evidence import Support
from readout.reading.page.parts import Part
from readout.reading.statements.documents import author_of, document_at
from readout.reading.statements.draft import SPEAKERS, Draft
from readout.reading.statements.quoted import Quoted, Ranges
from readout.resources import cue_noun, cue_verb

__all__ = ["is_spoken_of", "tell_subjects"]

_SURE = 0.7  # as of other quotations whose teller stands right behind them
_LEAST = 4  # words with the marks: a shorter quotation is a word that is spoken of
_IS = frozenset({"is", "was", "are", "were"})
_ANSWERS = frozenset("verdict reply answer response explanation description advice message comment retort".split())
_READS = frozenset({"read", "reads", "ran", "runs"})
_OWNS = frozenset("his her its their".split())
_BEHIND = 12  # words from "how" to its verb, or from a noun's owner to the noun, at most

_Teller = tuple[WordRange, WordRange]  # source and cue


def tell_subjects(drafts: list[Draft], scene: Scene, quotations: Quoted, parts: Sequence[Part]) -> list[Draft]:
    """Return the statements of quotations that are subjects, and take these out of other statements."""
    bodies = Ranges((part.span.start, part.span.end) for part in parts if part.kind == "body")
    words, found = scene.encoding.words, []
    for quotation in quotations.outermost(0, len(words)):
        start, end = quotation
        is_whole = end - start >= _LEAST and scene.sentence_start(start) >= start - 1
        if not is_whole or end + 2 >= len(words) or not bodies.at(*scene.span(quotation)):
            continue
        told = _teller(end, scene)
        if told is None and not is_spoken_of(quotation, scene):
            continue
        if told is not None and _fill(drafts, quotation, told):
            continue
        cue = told[1] if told else (end, end + 1)
        if told is None:  # "is a phrase that one hears": whatever the labels hang on it
            drafts[:] = [d for d in drafts if d.start != start or d.cue is None or d.cue[0] < end]
        if not _take_out(drafts, quotation, cue) or told is None:
            continue
        spans = (scene.span(told[0]), scene.span(told[1]))
        because = Support("content", "the quotation is the subject of its sentence", None, spans)
        found.append(Draft([quotation], told[1], told[0], _SURE, because=[because]))
    return found


def _fill(drafts: Sequence[Draft], quotation: WordRange, told: _Teller) -> bool:
    """Give the statement of a quotation that the labels have without its source, or with its noun only, that source."""
    (start, end), cue = told
    known = [d for d in drafts if d.cue == cue and d.contents == [quotation]]
    for draft in known:
        if draft.source is None or (start <= draft.source[0] and draft.source[1] <= end):
            draft.take_source((start, end), "the quotation is the subject of its sentence")
    return bool(known)


def _take_out(drafts: list[Draft], quotation: WordRange, cue: WordRange) -> bool:
    """Take a quotation out of statements told elsewhere, and tell whether nobody says it beside it."""
    holders = [d for d in drafts if any(s < quotation[1] and quotation[0] < e for s, e in d.contents)]
    if any(d.cue is not None and quotation[0] - 1 <= d.cue[0] <= cue[1] for d in holders):
        return False  # the labels have found who says it, or something said within it
    for draft in holders:
        draft.contents = [c for c in draft.contents if not (quotation[0] <= c[0] and c[1] <= quotation[1])]
    drafts[:] = [d for d in drafts if d.contents]
    return all(not any(s < quotation[1] and quotation[0] < e for s, e in d.contents) for d in holders)


def _teller(end: int, scene: Scene) -> _Teller | None:
    """Return source and cue of what stands right behind a quotation."""
    if scene.lower(end) in _READS:
        document = document_at(end + 1, scene)
        if document is None:
            return None
        author, last = author_of(document, scene), scene.phrase(document)[1]
        return (end + 1, last if author is None else max(last, author[0][1])), (end, end + 1)
    if scene.lower(end) not in _IS:
        return None
    return _how(end + 2, scene) if scene.lower(end + 1) in {"how", "what"} else _noun(end + 1, scene)


def _how(start: int, scene: Scene) -> _Teller | None:
    """Read "is how [one of them puts it]" from who puts it."""
    for verb in range(start + 1, min(start + _BEHIND, len(scene.encoding.words) - 1)):
        cue = cue_verb(scene.lower(verb)) if scene.syntax.upos[verb] == "VERB" else None
        if cue is None and not (scene.lower(verb) in {"put", "puts"} and scene.lower(verb + 1) == "it"):
            continue
        subjects = [w for w in scene.syntax.children(verb, "nsubj") if start <= w < verb]
        return ((start, scene.phrase(subjects[-1])[1]), (verb, verb + 1)) if subjects else None
    return None


def _noun(start: int, scene: Scene) -> _Teller | None:
    """Read "was [his] [answer]", "was [the minister's] [verdict]" from the owner."""
    if scene.lower(start) in _OWNS:
        owner, at = (start, start + 1), start + 1
    else:
        found = scene.mention_at(start)
        if found is None or found[1].type not in SPEAKERS or scene.lower(found[0][1]) not in {"'s", "’s", "'", "’"}:
            return None
        owner, at = found[0], found[0][1] + 1
    while scene.syntax.upos[at : at + 1] == ("ADJ",) or scene.lower(at) in {"only", "first"}:
        at += 1
    return (owner, (at, at + 1)) if _is_answer(at, scene) else None


def _is_answer(noun: int, scene: Scene) -> bool:
    entry = cue_noun(scene.lower(noun))
    return scene.lower(noun) in _ANSWERS or (entry is not None and entry.kind in {"speech", "warning", "question"})


def is_spoken_of(quotation: WordRange, scene: Scene) -> bool:
    """Tell whether a quotation is only spoken of: "“…,” is [a phrase] that one hears often"."""
    end = quotation[1]
    if scene.lower(end) not in _IS or scene.lower(end + 1) not in {"a", "an", "the", "one"}:
        return False
    return any(scene.lower(w) in _SAYINGS for w in range(end + 2, end + 5))


_SAYINGS = frozenset("phrase refrain slogan saying motto mantra proverb chant line".split())

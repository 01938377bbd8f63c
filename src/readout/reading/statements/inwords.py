# SPDX-License-Identifier: Apache-2.0
"""Attribution without a verb: "In his words, …", "in the words of the indictment", "The general, in a televised address: “…”".

The labels of the model, which learn from verbs, miss these or take what is said for the end of the sentence before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.evidence import Support
from readout.reading.page.parts import Part
from readout.reading.statements.channels import phrase_at
from readout.reading.statements.documents import document_at
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import Quoted, Ranges

__all__ = ["say_in_words"]

_SURE = 0.7  # not measured: the corpus has four of them
_WHOSE = frozenset("his her its their".split())
_MARKS = frozenset({'"', "“", "‘"})
_LONGEST = 8  # words of "in the words of …"
_SPEAKERS = frozenset({"person", "organisation", "group"})


def say_in_words(drafts: list[Draft], scene: Scene, quotations: Quoted, parts: Sequence[Part]) -> list[Draft]:
    """Return the statements of attributions without a verb, and take what they say out of other statements."""
    bodies = Ranges((part.span.start, part.span.end) for part in parts if part.kind == "body")
    told = (*_by_words(scene), *_by_words_within(scene, quotations), *_by_occasion(scene, quotations))
    found = [d for d in told if bodies.at(*scene.span(d.contents[0]))]
    for new in found:
        cue = new.cue or new.contents[0]
        for draft in drafts:
            outside = [c for c in draft.contents if not _meet(c, new.contents[0]) or _meet(c, cue)]
            draft.contents = outside if len(draft.contents) > 1 and outside else draft.contents
            _end_in_front(draft, cue, scene)
        drafts[:] = [d for d in drafts if not _is_same(d, new)]
    return found


def _end_in_front(draft: Draft, cue: WordRange, scene: Scene) -> None:
    """End what somebody else says at the semicolon behind which it is told in other words."""
    start, end = draft.contents[-1]
    if draft.cue is not None and start < cue[0] < end and draft.cue[1] <= start:
        stop = next((w for w in range(cue[0] - 1, start + 1, -1) if scene.encoding.words[w] == ";"), None)
        if stop is not None:
            draft.contents[-1] = start, stop


def _is_same(draft: Draft, new: Draft) -> bool:
    """Tell whether a draft holds just what is found anew, on nobody's word or on another's than the words name."""
    cue, (start, end) = new.cue or new.contents[0], new.contents[0]
    is_within = all(start - 1 <= s and e <= end + 1 for s, e in draft.contents)
    told = draft.cue
    return is_within and (told is None or _meet(told, cue) or not start - _LONGEST <= told[0] < end)


def _meet(one: WordRange, other: WordRange) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _by_words(scene: Scene) -> Iterator[Draft]:
    """Read "[In his words], it was over" and "[In the words of the mayor], it was over"."""
    lower, words = scene.encoding.lower, scene.encoding.words
    for sentence in scene.syntax.sentences if "words" in scene.encoding.vocabulary else ():
        start, end = sentence.start, sentence.end
        if lower[start] != "in" or end - start < _LONGEST:
            continue
        comma = next((w for w in range(start + 3, min(start + _LONGEST + 4, end)) if words[w] == ","), None)
        source = None if comma is None else _whose_words(start, comma, scene)
        if comma is None or source is None:
            continue
        last = end - (words[end - 1] in {".", "!"})
        if last <= comma + 1:
            continue  # the report breaks off behind the comma
        cue = (start, source[0]) if source[0] > start + 1 else (start, comma)
        yield _draft((comma + 1, last), cue, source, "attribution by 'in the words of'", scene)


def _by_words_within(scene: Scene, quotations: Quoted) -> Iterator[Draft]:
    """Read "it got, [in the words of one minister], “a bunch of flowers”"."""
    lower, words = scene.encoding.lower, scene.encoding.words
    for start, end in quotations.outermost(0, len(words)) if "words" in scene.encoding.vocabulary else ():
        comma = start - 1
        begun = next((w for w in range(comma - 1, max(0, comma - _LONGEST - 2), -1) if lower[w] == "in"), None)
        if begun is None or words[comma] != "," or words[begun - 1] != ",":
            continue
        source = _whose_words(begun, comma, scene)
        if source is not None and end - start > 2:
            cue = (begun, source[0]) if source[0] > begun + 1 else (begun, comma)
            yield _draft((start, end), cue, source, "attribution by 'in the words of'", scene)


def _whose_words(start: int, comma: int, scene: Scene) -> WordRange | None:
    lower = scene.encoding.lower
    if lower[start : start + 4] == ("in", "the", "words", "of"):
        found = scene.mention_at(start + 4)
        is_known = found is not None and found[0][1] <= comma
        return (start + 4, comma) if is_known or document_at(start + 4, scene) is not None else None
    if lower[comma - 1] != "words":
        return None
    if comma == start + 3 and lower[start + 1] in _WHOSE:
        return (start + 1, start + 2)
    found = scene.mention_at(start + 1)
    is_owned = lower[comma - 2] in {"'s", "’s", "'", "’"}
    return (start + 1, comma - 2) if found is not None and is_owned and found[1].type in _SPEAKERS else None


def _by_occasion(scene: Scene, quotations: Quoted) -> Iterator[Draft]:
    """Read "The general, [in a televised address]: “I take full responsibility”"."""
    words, upos = scene.encoding.words, scene.syntax.upos
    for start, end in quotations.outermost(0, len(words)):
        first = scene.sentence_start(start - 1) if start > 3 else 0
        if start < 4 or words[start - 1] != ":" or scene.lines[first] != scene.lines[start]:
            continue
        front = range(first, start - 1)
        comma = next((w for w in front if words[w] == "," and scene.lower(w + 1) in {"in", "on", "at"}), None)
        if comma is None or any(upos[w] in VERBAL and upos[w - 1] not in {"DET", "ADJ"} for w in range(comma, start)):
            continue
        if any(upos[w] in VERBAL or words[w] in _MARKS for w in range(first, comma)):
            continue
        found = phrase_at(comma + 1, set(range(comma + 1, start)), scene)
        before = scene.mention_before(comma)
        if found is not None and before is not None and before[1].type in _SPEAKERS:
            begin = next((w for w in front if upos[w] in {"DET", "ADJ", "NOUN", "PROPN"}), before[0][0])
            draft = _draft(
                (start, end), (start - 1, start), (begin, comma), "who speaks stands before the colon", scene
            )
            draft.channel, draft.outlet = found[:2]
            draft.because.append(
                Support("channel", "phrase before the colon", None, (scene.span((comma + 1, start - 1)),))
            )
            yield draft


def _draft(content: WordRange, cue: WordRange, source: WordRange, rule: str, scene: Scene) -> Draft:
    return Draft([content], cue, source, _SURE, because=[Support("content", rule, None, (scene.span(source),))])

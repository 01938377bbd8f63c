# SPDX-License-Identifier: Apache-2.0
"""Make contents whole: no quotation cut in the middle, none left without a statement."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Literal

from readout.reading.attributions.attribution import WordRange
from readout.reading.attributions.quotes import Quotation
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.encoding import Encoding
from readout.reading.evidence import OpenField, Support
from readout.reading.page.parts import Part
from readout.reading.statements.draft import Draft
from readout.resources import channel_of

__all__ = [
    "Kind",
    "Quoted",
    "absorb_quotations",
    "complete",
    "continue_quotations",
    "kind_of",
    "make_whole",
    "reach_quotations",
    "trim",
]

Kind = Literal["direct", "mixed", "indirect"]

_LONGEST_QUOTED, _DAY = 9, 2  # words of a name and title with "as saying", and of "on Monday" behind it
_LEAST = 4  # words: a shorter quotation alone in a paragraph is a title or a slogan
_CIRCUMSTANCE = {
    "as",
    "after",
    "when",
    "while",
    "because",
    "although",
    "before",
    "amid",
    "but",
    "and",
    "though",
    "since",
}
_OBJECT = 16  # words of an object at most, with "by phone" and "on Monday" behind it
_AFTER_OBJECT = {"that", "against", "to", "not", "about", "of", "if", "whether", "how", "what"}
_OF_OBJECT = {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "CCONJ", "PART", "ADV", "ADP"}
_ALONE = 0.6  # confidence of a quotation that has no cue of its own; not measured, below most that have one
_REACH = 30  # words from a content to a quotation that its cue governs, at most
_STEPS = 4  # of the tree between that quotation and the cue
_DEEPEST = 3  # levels of quotation within quotation that print has marks for; deeper ones are chaff


class _Ranges:
    """Ranges that do not overlap, to be found by place without looking at all of them."""

    def __init__(self, ranges: Iterable[WordRange]) -> None:
        self._all = sorted(ranges)
        self._starts = [start for start, _ in self._all]
        self._ends = [end for _, end in self._all]

    def at(self, start: int, end: int) -> list[WordRange]:
        """Return those that overlap a range, in text order."""
        return self._all[bisect_right(self._ends, start) : bisect_left(self._starts, end)]


class Quoted:
    """The quotations of a report as ranges of words, marks included."""

    def __init__(self, encoding: Encoding, quotations: Sequence[Quotation]) -> None:
        """Find the words of each quotation."""
        starts = [span.start for span in encoding.spans]
        levels: list[list[WordRange]] = [[] for _ in range(_DEEPEST)]
        loose: list[WordRange] = []
        for quotation, is_whole in zip(quotations, _are_whole(quotations), strict=True):
            found = bisect_left(starts, quotation.span.start), bisect_left(starts, quotation.span.end)
            if found[0] < found[1] and not is_whole:
                loose.append(found)
            elif found[0] < found[1] and quotation.depth < _DEEPEST:
                levels[quotation.depth].append(found)
        self._levels = [_Ranges(level) for level in levels]
        self._loose = _Ranges(_merged(loose))

    def at(self, start: int, end: int) -> list[WordRange]:
        """Return the quotations that share a word with a range, in text order, the outer before the inner."""
        found = [quotation for level in self._levels for quotation in level.at(start, end)]
        return sorted(found, key=lambda quotation: (quotation[0], -quotation[1]))

    def marked(self, start: int, end: int) -> set[int]:
        """Return the words of a range that stand behind an opening mark, whether it is closed or not."""
        found = [*self.at(start, end), *self._loose.at(start, end)]
        return {word for low, high in found for word in range(max(low, start), min(high, end))}

    def outermost(self, start: int, end: int) -> list[WordRange]:
        """Return the quotations that share a word with a range and stand in no other."""
        return self._levels[0].at(start, end)

    def covers(self, words: WordRange) -> bool:
        """Tell whether one quotation holds all of a range but for a word at either end."""
        return any(low <= words[0] + 1 and words[1] - 1 <= high for low, high in self.at(*words))


def _are_whole(quotations: Sequence[Quotation]) -> list[bool]:
    """Tell which quotations end where their span does: those with a closing mark, and those that the next paragraph goes on.

    Where a mark was forgotten, nobody knows how far the quotation goes.
    """
    found = [quotation.closed for quotation in quotations]
    last_open = -1
    for number, quotation in enumerate(quotations):
        if quotation.continued and last_open >= 0:
            found[last_open] = True
        if not quotation.closed and quotation.depth == 0:
            last_open = number
    return found


def complete(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Give contents to cues that have none: the clause before them.

    "[The vote was fair], the commission said, as counting went on."
    The model reads in short windows and now and then misses a clause before its source, or takes for content what only
    goes on after the cue ("…, as", "…, after"). The clause before is content if it has a
    verb and ends in a comma or a quotation mark.

    Returns:
        The drafts that have contents.
    """
    for draft in drafts:
        draft.contents = [content for content in draft.contents if not _is_quoting(content, scene)]
        adds = draft.cue is not None and _adds_behind(draft, scene)
        if draft.cue is not None and (not draft.contents or adds or _only_goes_on(draft, scene)):
            before = _clause_before(draft, scene)
            if before is not None:
                draft.contents, draft.confidence = [before, *(draft.contents if adds else [])], _ALONE
                draft.because = [support for support in draft.because if support.field != "content"]
                draft.because.append(Support("content", "clause before the source", None, (scene.span(draft.cue),)))
    return [draft for draft in drafts if draft.contents]


def _is_quoting(content: WordRange, scene: Scene) -> bool:
    """Tell whether a fragment is "as saying by TASS", which the model takes for content behind "was quoted"."""
    start, end = content
    words = [scene.lower(w) for w in range(start, min(end, start + 3))]
    saying = next((w for w in range(start, end - 1) if scene.lower(w) == "as" and scene.lower(w + 1) == "saying"), None)
    if saying is not None and end - start <= _LONGEST_QUOTED and end - saying - 2 <= _DAY:
        return True  # "“…”, the ministry quoted [Lind as saying on Monday]"
    return words[:1] == ["as"] and words[1:2] in (["saying"], ["telling"]) and words[2:] == ["by"]


def _only_goes_on(draft: Draft, scene: Scene) -> bool:
    """Tell whether the content is a clause of circumstance behind the cue and a comma."""
    if draft.cue is None or len(draft.contents) > 1:
        return False
    start = draft.contents[0][0]
    goes_on = scene.lower(start) in _CIRCUMSTANCE or (
        scene.syntax.upos[start] == "VERB" and scene.lower(start).endswith("ing")  # "…, mediators said, raising hopes"
    )
    return start == draft.cue[1] + 1 and scene.lower(start - 1) == "," and goes_on


def _adds_behind(draft: Draft, scene: Scene) -> bool:
    """Tell whether the content is a clause that only adds to the one before the source: "…, Lind said, but [it failed]"."""
    if draft.cue is None or len(draft.contents) != 1:
        return False
    start = draft.contents[0][0]
    return start == draft.cue[1] + 2 and scene.lower(start - 2) == "," and scene.lower(start - 1) in {"but", "and"}


def _clause_before(draft: Draft, scene: Scene) -> WordRange | None:
    if draft.cue is None or draft.source is None or not 0 <= draft.cue[0] - draft.source[1] <= 2:
        return None
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[draft.source[0]]]
    start, end = sentence.start, draft.source[0]
    if end - start < _LEAST + 1 or scene.encoding.words[end - 1] not in {",", "”", '"', "’", "—"}:
        return None
    if scene.encoding.words[end - 1] in {",", "—"}:
        end -= 1
    return (start, end) if any(scene.syntax.upos[w] in VERBAL for w in range(start, end)) else None


def trim(drafts: Sequence[Draft], scene: Scene) -> None:
    """Take out of contents what is not said: "that" at their beginning, and whom a "told" is told.

    The corpus that the model learned from counts "that" as content, and a colon behind a cue as the cue's.
    """
    for draft in drafts:
        if draft.cue is not None:
            draft.cue = _without_marks(draft.cue, scene)
        start, end = draft.contents[0]
        if draft.cue is not None and draft.cue[1] == start:
            start = _behind_addressee(draft, scene, start, end)
            behind = _behind_quoted(draft, scene, start, end)
            if behind > start:
                draft.cue_parts = [(behind - 2, behind)]  # "quoted Lind [as saying]"
                start = behind
        if end - start > 1 and scene.lower(start) == "that" and scene.syntax.upos[start] == "SCONJ":
            start += 1
        draft.contents[0] = (start, end)
        draft.contents[-1] = _without_opening(draft.contents[-1], scene)


def _without_opening(words: WordRange, scene: Scene) -> WordRange:
    """Leave out a mark that opens the next quotation, and the stop before it: "he had “picked” the mails[. “]I did"."""
    start, end = words
    text, spans = scene.encoding.text, scene.encoding.spans
    mark = scene.encoding.words[end - 1]
    if end - start < 3 or mark not in _OPENING or end >= len(spans):
        return words
    is_opening = text[spans[end - 1].start - 1].isspace() and spans[end].start == spans[end - 1].end
    if not is_opening:
        return words
    end -= 1
    return (start, end - 1) if scene.encoding.words[end - 1] == "." else (start, end)


_OPENING = frozenset({'"', "“", "‘", "'", "«"})


def _behind_quoted(draft: Draft, scene: Scene, start: int, end: int) -> int:
    """Return where the content of "quoted [Lind] as saying …" begins: who is quoted is not what is said."""
    verb = scene.cue_head(draft)
    if verb is None or scene.lower(verb) not in {"quoted", "quotes", "quoting", "cited", "citing", "cites"}:
        return start
    behind = start
    while behind < end and (quoted := scene.mention_at(behind)) is not None:  # a title and a name may be two mentions
        behind = quoted[0][1]
    is_saying = behind + 3 < end and scene.lower(behind) == "as" and scene.lower(behind + 1) in {"saying", "telling"}
    return behind + 2 if is_saying and scene.lower(behind + 2) != "by" else start


def _without_marks(words: WordRange, scene: Scene) -> WordRange:
    """Leave out punctuation at either end of a range, unless there is nothing else."""
    start, end = words
    while end - start > 1 and scene.syntax.upos[end - 1] == "PUNCT":
        end -= 1
    while end - start > 1 and scene.syntax.upos[start] == "PUNCT":
        start += 1
    return start, end


def _behind_addressee(draft: Draft, scene: Scene, start: int, end: int) -> int:
    """Return where the content begins once the cue's object at its beginning is left out."""
    verb = scene.cue_head(draft)
    cue = scene.cue_at(verb) if verb is not None else None
    if cue is None or cue.addressee != "obj" or scene.mention_at(start) is None:
        return start
    for word in range(start + 1, min(end, start + _OBJECT)):
        if scene.lower(word) in _AFTER_OBJECT:
            return word if word < end - 1 else start
        if _is_channel(word, scene):
            return _behind_that(word, end, scene) or start
        if scene.syntax.upos[word] not in _OF_OBJECT and scene.lower(word) not in {"-", "’s", "'s", ","}:
            return start
    return start


def _is_channel(word: int, scene: Scene) -> bool:
    """Tell whether a preposition leads in how it was said: "in a letter", "during a call"."""
    if scene.lower(word) not in {"in", "during", "by", "at", "on"}:
        return False
    nouns = [scene.lower(w) for w in range(word + 1, min(word + 5, len(scene.encoding.words)))]
    return channel_of(nouns) is not None


def _behind_that(start: int, end: int, scene: Scene) -> int | None:
    """Return where the clause begins that a "that" leads in, if it comes soon."""
    found = (w for w in range(start + 1, min(end - 1, start + _OBJECT)) if scene.lower(w) == "that")
    return next(found, None)


def make_whole(drafts: Sequence[Draft], quotations: Quoted, taken: Iterable[WordRange]) -> None:
    """Extend content fragments that cut a quotation to the quotation's bounds, and join those that share one.

    A fragment that covers less than half of a quotation is a mixed one and stays; so does one whose extension would
    swallow a cue or a source.
    """
    others = _Ranges(taken)
    for draft in drafts:
        grown = [_grown(fragment, quotations, others) for fragment in draft.contents]
        draft.contents = _merged(grown)


def _grown(fragment: WordRange, quotations: Quoted, taken: _Ranges) -> WordRange:
    start, end = fragment
    for low, high in quotations.at(*fragment):
        shared = min(end, high) - max(start, low)
        if (start <= low and high <= end) or 2 * shared < high - low:
            continue
        wider = (min(start, low), max(end, high))
        if all(s < end and start < e for s, e in taken.at(*wider)):
            start, end = wider
    return start, end


def kind_of(draft: Draft, scene: Scene, quotations: Quoted) -> Kind:
    """Return "direct" if every word is in quotation marks, "mixed" if some are, else "indirect"."""
    quoted = outside = 0
    for start, end in draft.contents:
        marked = quotations.marked(start, end)
        words = [w for w in range(start, end) if scene.syntax.upos[w] != "PUNCT"]
        quoted += sum(w in marked for w in words)
        outside += sum(w not in marked for w in words)
    if quoted and not outside:
        return "direct"
    return "mixed" if quoted else "indirect"


def reach_quotations(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> None:
    """Extend contents to words in quotation marks that end their sentence and hang on their cue.

    "She called [the panel], which sits in Bern, [a “kangaroo court”]": without them nothing is said of the panel.
    """
    taken = _Ranges(_merged(r for d in drafts for r in [*d.contents, *(s for s in (d.cue, d.source) if s)]))
    for draft in drafts:
        start, end = draft.contents[-1]
        verb = scene.cue_head(draft)
        if verb is None or draft.cue is None or draft.cue[1] > start:
            continue
        sentence = scene.syntax.sentences[scene.syntax.sentence_of[end - 1]]
        for low, high in quotations.outermost(end, sentence.end):
            if low < end or high > sentence.end or high - end > _REACH or taken.at(end, high):
                break
            above = [w for w, _ in zip(scene.syntax.ancestors(scene.head_of((low, high))), range(_STEPS), strict=False)]
            if verb in above:
                draft.contents[-1] = (start, high)


def absorb_quotations(drafts: Sequence[Draft], scene: Scene, quotations: Quoted, parts: Sequence[Part]) -> list[Draft]:
    """Add to each statement the quotations that follow it in its paragraph without a source of their own.

    "It is," he said. "It always was." is one statement in two pieces. Contents that the model found without any cue are
    taken in likewise; what is neither in quotation marks nor has a cue is no statement and is left out.

    Returns:
        The drafts that remain, in text order.
    """
    kept = [d for d in drafts if d.cue is not None]
    loose = {q for d in drafts if d.cue is None for q in d.contents if quotations.covers(q)}
    said = _Ranges(_merged([r for d in kept for r in [*d.contents, *(s for s in (d.cue, d.source) if s)]]))
    lines = scene.encoding.lines
    starts = [start for start, _ in lines]
    by_line: dict[int, list[Draft]] = {}
    for draft in sorted(kept, key=lambda d: d.end):
        by_line.setdefault(bisect_right(starts, draft.contents[-1][0]) - 1, []).append(draft)
    ends = {line: [draft.end for draft in of_line] for line, of_line in by_line.items()}
    bodies = _Ranges((part.span.start, part.span.end) for part in parts if part.kind == "body")
    alone: list[Draft] = []
    whole = [q for start, end in lines for q in quotations.outermost(start, end) if _is_speech(q, scene)]
    for quotation in sorted({*loose, *whole}, key=lambda q: (q[0], -q[1])):
        if said.at(*quotation) or not bodies.at(*scene.span(quotation)):
            continue
        line = bisect_right(starts, quotation[0]) - 1
        number = bisect_right(ends.get(line, []), quotation[0])
        if number:
            before = by_line[line][number - 1]
            if before.end <= quotation[0]:  # else it lies within one that was taken in just now
                before.contents.append(quotation)
        elif quotation in loose and not _is_all_of(quotation, lines[line]):
            alone.append(Draft([quotation], None, None, _ALONE))
    return sorted([*kept, *alone], key=lambda d: (d.start, -d.end))


def _is_speech(quotation: WordRange, scene: Scene) -> bool:
    """Tell whether a quotation is a sentence or more of its own, not words picked out within one."""
    start, end = quotation
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[start]]
    return end - start > _LEAST + 2 and sentence.start >= start - 1


def _merged(ranges: Iterable[WordRange]) -> list[WordRange]:
    """Join ranges that meet."""
    found: list[WordRange] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def continue_quotations(
    drafts: Sequence[Draft], scene: Scene, quotations: Quoted, parts: Sequence[Part]
) -> list[Draft]:
    """Give a statement to each paragraph of the body that is a quotation and nothing else, where the model found none.

    Its speaker is that of the statement before, if that one ends in the paragraph before (Associated Press style: a quotation
    that runs on is not attributed anew).

    Returns:
        The new drafts, not yet among `drafts`.
    """
    lines = scene.encoding.lines
    starts = [start for start, _ in lines]
    bodies = _Ranges((part.span.start, part.span.end) for part in parts if part.kind == "body")
    said = bytearray(len(scene.encoding.words))
    last: dict[int, Draft] = {}  # the statement that ends last, by line
    for draft in drafts:
        for start, end in draft.contents:
            said[start:end] = b"\1" * (end - start)
        line = bisect_right(starts, draft.contents[-1][0]) - 1
        last[line] = max(last.get(line, draft), draft, key=lambda d: d.end)
    found = []
    for number, (start, end) in enumerate(lines):
        quotation = next((q for q in quotations.at(start, end) if _is_all_of(q, (start, end))), None)
        if quotation is None or any(said[start:end]) or not bodies.at(*scene.span((start, end))):
            continue
        draft = Draft([quotation], None, None, _ALONE)
        _continue(draft, last.get(number - 1), scene)
        last[number] = draft
        found.append(draft)
    return found


def _is_all_of(quotation: WordRange, line: WordRange) -> bool:
    """Tell whether a quotation is a line but for a word at either end."""
    start, end = quotation
    return start <= line[0] + 1 and end >= line[1] - 1 and end - start > _LEAST + 1


def _continue(draft: Draft, before: Draft | None, scene: Scene) -> None:
    if before is None or before.speaker is None:
        draft.undecided.append(OpenField("speaker", "the report names no source for these words"))
        return
    draft.speaker, draft.channel, draft.outlet = before.speaker, before.channel, before.outlet
    draft.addressees, draft.relayed_by = list(before.addressees), list(before.relayed_by)
    draft.joint = list(before.joint)
    where = before.source or before.cue
    spans = (scene.span(where),) if where else before.because[-1].spans if before.because else ()
    draft.because.append(Support("speaker", "the quotation before runs on", None, spans))

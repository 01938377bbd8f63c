# SPDX-License-Identifier: Apache-2.0
"""Sources whose name is kept back: the words for the condition on which they speak, or for the reason."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.statements.draft import Draft

__all__ = ["find_condition", "is_condition", "is_unnamed_told", "leave_out_conditions", "share_conditions"]

_LONGEST = 25  # words
_UNNAMED = re.compile(
    r"on (?:the )?(?:customary |usual |strict )?condition "
    r"(?:of anonymity(?: (?:in order )?to (?:discuss|speak|talk|describe|share|disclose|reveal) "
    r"[^,.;”\"]{3,80})?|(?:that )?(?:he|she|they|it) (?:not )?be (?:not )?(?:named|identified))"
    r"|on (?:the )?condition (?:that )?[^.;”\"]{0,60}(?:named|identified|quoted)"
    r"|(?:who )?agree(?:d|ing) to (?:talk|speak|meet|be interviewed|be quoted) only (?:if|on condition)[^,.;”\"]{3,60}"
    r"(?:named|identified|withheld|anonymity|anonymous|(?:not )?(?:be |were )(?:not )?(?:used|published))"
    r"|(?:spoke|speaking|talked|talking) anonymously|(?:who )?(?:asked|asking|requested|requesting|wished|wishing|preferred|"
    r"wanted|declined|declining|refused|refusing|did not (?:want|wish)|did(?:n't|n’t) want)(?: that (?:he|she|they))?"
    r" (?:(?:not )?to (?:not )?be (?:named|identified|quoted by name)|to remain (?:anonymous|unnamed|unidentified))"
    r"|(?:who )?(?:gave|giving) only (?:his|her|their|a) (?:first|given) names?"
    r"(?:(?:, [^\W\d_]+,)? (?:because|for fear) [^.;”\"]{3,80})?"
    r"|(?:was|were|been) granted anonymity|for fear of (?:reprisals?|retribution|retaliation|arrest)"
    r"|(?:who |because |as )?(?:(?:he|she|they) )?(?:was|were|is|are) not authori[sz]ed to [^,.;”\"]{3,80}"
    r"|(?:asked|asking|requested) that (?:his|her|their) (?:last |full |sur|family )?names? "
    r"(?:not be (?:used|published|printed)|be withheld)"
    r"|on background\b"
    r"|(?:who )?(?:requested|requesting|(?:asked|asking|pleaded|begged) for|craved|craving|pleaded|pleading) anonymity"
    r"(?: to (?:discuss|speak|talk|describe|share|disclose|reveal) [^,.;”\"]{3,80})?"
    r"|whose names? (?:was|were|has|have) (?:been )?withheld",
    re.IGNORECASE,
)


def leave_out_conditions(drafts: Sequence[Draft], scene: Scene) -> None:
    """Leave out of contents the condition that their source speaks on: "…, two aides said, [asking not to be named]"."""
    for draft in drafts:
        _begin_behind_reason(draft, scene)
        told = draft.cue or draft.source
        if told is None or len(draft.contents) < 2:
            continue
        here = scene.syntax.sentence_of[told[0]]
        conditions = _conditions_in(scene, told[0])
        kept = [
            (start, end)
            for start, end in draft.contents
            if scene.syntax.sentence_of[start] != here
            or start < told[0]
            or not any((low <= start and start < high) or start <= low < start + 2 for low, high in conditions)
        ]
        draft.contents = kept or draft.contents


def _begin_behind_reason(draft: Draft, scene: Scene) -> None:
    """Begin a content behind why its source is unnamed: "said on condition of anonymity because it was secret that [they left]"."""
    start, end = draft.contents[0]
    if draft.cue is None or scene.lower(start) not in {"because", "as", "on"} or start < draft.cue[1]:
        return
    that = next((w for w in range(start + 3, end - 2) if scene.lower(w) == "that"), None)
    conditions = _conditions_in(scene, draft.cue[0])
    if that is not None and any(high == start or (low == start and high <= that) for low, high in conditions):
        draft.contents[0] = that + 1, end


_GAP = 2  # words between what is said and its cue, where nobody stands between


def is_condition(draft: Draft, scene: Scene) -> bool:
    """Tell whether a draft is no statement but the condition of one: "who asked [not to be named]"."""
    if draft.cue is None:
        return False
    start, end = min(draft.cue[0], draft.start), max(draft.cue[1], draft.end)
    pieces = [(start, end)]
    if draft.cue[0] - draft.end > _GAP:  # “We left,” [an official, who asked not to be named,] said
        pieces = [(draft.start, draft.end), draft.cue]
    is_between = any(
        draft.cue[1] <= low and high <= draft.start for low, high in _conditions_in(scene, draft.cue[0])
    )  # "said on condition of anonymity that [troops had crossed]"
    if end - start < _LONGEST and not is_between and any(_is_unnamed(words, scene) for words in pieces):
        return True
    return any(low < draft.cue[0] and draft.cue[1] <= high for low, high in _conditions_in(scene, draft.cue[0]))


def is_unnamed_told(words: WordRange, scene: Scene) -> bool:
    """Tell whether some words only tell that somebody stays unnamed: "they would not be named because it was secret"."""
    lower = scene.encoding.lower[slice(*words)]
    is_told = lower[:1] in {("they",), ("he",), ("she",), ("both",), ("all",), ("none",)}
    return is_told and (_is_unnamed(words, scene) or lower[1:5] in _NOT_NAMED)


_NOT_NAMED = {(would, "not", "be", how) for would in ("would", "could") for how in ("named", "identified", "quoted")}


def _is_unnamed(words: WordRange, scene: Scene) -> bool:
    """Tell whether some words say that somebody stays unnamed."""
    text = scene.span(words).of(scene.encoding.text)
    lower = text.lower()
    return any(stem in lower for stem in _STEMS) and _UNNAMED.search(text) is not None


# As for whole sentences below, of which a piece may hold parts of words.
_STEMS = "condition anonym name identif reprisal retribution retaliation arrest authori background agree".split()

# One of these stands in every condition; to look for them costs less than to look for conditions.
_TOLD_BY = frozenset(
    "condition anonymity anonymously anonymous unnamed unidentified named identified name names reprisal reprisals retribution "
    "retaliation arrest authorised authorized background withheld agreed agreeing".split()
)


def find_condition(draft: Draft, scene: Scene) -> None:
    """Fill the words in which an unnamed source's reason or condition is given, in the sentence of its source or cue."""
    where = draft.source or draft.cue
    if where is None or (draft.speaker is not None and draft.speaker.name is not None):
        return
    for words in _conditions_in(scene, where[0]):
        if not draft.holds(words[0]) and not any(start <= words[0] < end for start, end in draft.condition):
            draft.condition.append(_with_reason(words, draft, scene))


def _with_reason(words: WordRange, draft: Draft, scene: Scene) -> WordRange:
    """Return the words of a condition with the reason behind them: "on condition of anonymity [because the talks were secret]"."""
    start, end = words
    if scene.lower(end) not in _REASONS:
        return words
    last = scene.syntax.sentences[scene.syntax.sentence_of[start]].end
    stop = next((w for w in range(end, last) if scene.encoding.words[w] in _STOPS or draft.holds(w)), last)
    stop -= scene.lower(stop - 1) == "that"
    return (start, stop) if stop - end > 1 else words


_REASONS = frozenset({"because", "citing", "as", "since", "given"})
_STOPS = frozenset({",", ".", ";", ":", "”", '"', ")", "—", "–"})


def share_conditions(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give statements the condition that a sentence of its own tells of their speaker: "The two asked not to be named"."""
    unnamed = [d for d in drafts if d.speaker is not None and d.speaker.name is None and not d.condition]
    found: dict[str, WordRange] = {}
    speakers = {d.speaker.id: d.speaker for d in unnamed if d.speaker is not None}
    for number in {scene.syntax.sentence_of[m.head] for speaker in speakers.values() for m in speaker.mentions}:
        start = scene.syntax.sentences[number].start
        for words in _conditions_in(scene, start):
            subjects = scene.syntax.children(scene.syntax.heads[_top(words, scene)], "nsubj")
            entity = scene.entity_of(subjects[0]) if subjects else None
            if entity is not None and entity.type in {"person", "group"}:
                found.setdefault(entity.id, words)
    for draft in unnamed:
        if draft.speaker is not None and draft.speaker.id in found:
            draft.condition.append(found[draft.speaker.id])


def _top(words: WordRange, scene: Scene) -> int:
    """Return the word of a range that hangs on a word outside of it."""
    heads = scene.syntax.heads
    return next((w for w in range(*words) if not words[0] <= heads[w] < words[1]), words[0])


def _conditions_in(scene: Scene, word: int) -> list[WordRange]:
    """Return the words for a condition, or a reason, in the sentence of a word."""
    sentence, spans = scene.syntax.sentences[scene.syntax.sentence_of[word]], scene.encoding.spans
    if _TOLD_BY.isdisjoint(scene.encoding.lower[sentence.start : sentence.end]):
        return []
    base = spans[sentence.start].start
    text = scene.encoding.text[base : spans[sentence.end - 1].end]
    found = []
    for match in _UNNAMED.finditer(text):
        low, high = base + match.start(), base + match.end()
        words = [w for w in range(sentence.start, sentence.end) if spans[w].start < high and low < spans[w].end]
        if words:
            found.append((words[0], words[-1] + 1))
    return found

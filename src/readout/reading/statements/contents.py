# SPDX-License-Identifier: Apache-2.0
"""Make contents whole: no quotation cut in the middle, none left without a statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.arguments import QUOTING
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.evidence import Support
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import ALONE, OPENING_MARKS, SHORTEST, Quoted, Ranges, merged
from readout.resources import channel_of, cue_verb

__all__ = ["Kind", "complete", "kind_of", "make_whole", "trim"]

Kind = Literal["direct", "mixed", "indirect"]

_LONGEST_QUOTED, _DAY = 9, 2  # words of a name and title with "as saying", and of "on Monday" behind it
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


def complete(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Give contents to cues that have none: the clause before them.

    "[The vote was fair], the commission said, as counting went on."
    The model reads in short windows and now and then misses a clause before its source, or takes for content what only
    goes on after the cue ("…, as", "…, after"). The clause before is content if it has a
    verb and ends in a comma or a quotation mark.

    Returns:
        The drafts that have contents.
    """
    _give_back_quotations(drafts, scene)
    for draft in drafts:
        draft.contents = [content for content in draft.contents if not _is_quoting(content, scene)]
        adds = draft.cue is not None and _adds_behind(draft, scene)
        if not draft.contents and (behind := _clause_behind(draft, scene)) is not None:
            draft.contents, draft.confidence = [behind], ALONE
            draft.because.append(Support("content", "clause behind the cue", None, (scene.span(behind),)))
        if draft.cue is not None and (not draft.contents or adds or _only_goes_on(draft, scene)):
            before = _clause_before(draft, scene)
            if before is not None:
                draft.contents, draft.confidence = [before, *(draft.contents if adds else [])], ALONE
                draft.because = [support for support in draft.because if support.field != "content"]
                draft.because.append(Support("content", "clause before the source", None, (scene.span(draft.cue),)))
    return [draft for draft in drafts if draft.contents]


def _give_back_quotations(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give a cue without content the quotation right in front of who tells it, where another statement has it: “…!” [B wrote]."""
    ends = {
        content[1]: draft
        for draft in drafts
        for content in draft.contents[1:]
        if scene.encoding.words[content[1] - 1] in _CLOSED
        and scene.sentence_start(content[0]) > (draft.cue or (0, 0))[0]
    }
    for draft in drafts:
        other = ends.get(draft.source[0]) if draft.source is not None and not draft.contents else None
        if other is None or other is draft or draft.source is None or draft.cue is None:
            continue
        if draft.source[1] == draft.cue[0]:
            own = next(content for content in other.contents if content[1] == draft.source[0])
            other.contents = [content for content in other.contents if content != own]
            draft.contents = [own]


_CLOSED = frozenset({'"', "”", "''"})


def _is_quoting(content: WordRange, scene: Scene) -> bool:
    """Tell whether a fragment is "as saying by TASS", which the model takes for content behind "was quoted"."""
    start, end = content
    words = [scene.lower(w) for w in range(start, min(end, start + 3))]
    saying = next((w for w in range(start, end - 1) if scene.lower(w) == "as" and scene.lower(w + 1) == "saying"), None)
    is_short = saying is not None and (
        end - start <= _LONGEST_QUOTED or not any(scene.syntax.upos[w] in VERBAL for w in range(start, saying))
    )
    if saying is not None and is_short and end - saying - 2 <= _DAY:
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


def _clause_behind(draft: Draft, scene: Scene) -> WordRange | None:
    """Return what the verb's clause with "that" tells behind a cue: "[Lind] had said an hour earlier that [it was over]"."""
    verb = scene.cue_head(draft)
    if verb is None or draft.cue is None or draft.source is None or draft.source[1] > draft.cue[0]:
        return None
    for clause in scene.syntax.children(verb, "ccomp"):
        words = scene.syntax.subtree(clause)
        if scene.lower(words[0]) == "that" and scene.syntax.is_relation(words[0], "mark") and words[0] >= draft.cue[1]:
            last = words[-1] if scene.syntax.upos[words[-1]] != "PUNCT" else words[-1] - 1
            return (words[0] + 1, last + 1) if last > words[0] + 1 else None
    return None


def _clause_before(draft: Draft, scene: Scene) -> WordRange | None:
    if draft.cue is None or draft.source is None or not 0 <= draft.cue[0] - draft.source[1] <= 2:
        return None
    if scene.lower(draft.source[0]) in {"which", "who", "that"}:  # "a report by the site, which published it"
        return None
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[draft.source[0]]]
    start, end = sentence.start, draft.source[0]
    if end - start < SHORTEST + 1 or scene.encoding.words[end - 1] not in {",", "”", '"', "’", "—"}:
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
        if end - start > 1 and (scene.encoding.words[start] == ":" or _is_bullet(start, scene)):
            start += 1
        if (
            draft.cue is not None
            and draft.cue[1] == start
            and scene.encoding.lower[start : start + 2] == ("the", "same")
        ):
            draft.cue, start = _behind_same(draft.cue, start, end, scene)
        if draft.cue is not None and draft.cue[1] == start:
            start = _behind_day(_behind_addressee(draft, scene, start, end), end, scene)
            behind = _behind_quoted(draft, scene, start, end)
            if behind > start:
                draft.cue_parts = [(behind - 2, behind)]  # "quoted Lind [as saying]"
                if draft.source is not None and draft.source[1] <= draft.cue[0] and not _is_which(draft.source, scene):
                    draft.take_source((start, behind - 2), "who is quoted")
                start = behind
        if draft.cue is not None and draft.cue[1] == start and scene.lower(start) in _MANNERS and end - start > 3:
            draft.cue, start = (draft.cue[0], start + 1), start + 1  # "said [privately] they feared that"
        if (
            draft.cue is not None
            and draft.cue[1] == start
            and scene.encoding.lower[start : start + 2] == ("only", "that")
        ):
            start += 1
        is_behind_hearer = draft.cue is not None and draft.contents[0][0] == draft.cue[1] < start
        if (
            end - start > 1
            and scene.lower(start) == "that"
            and (scene.syntax.upos[start] == "SCONJ" or is_behind_hearer)
        ):
            start += 1
        start = _behind_interruption(draft, scene, start, end)
        draft.contents[0] = (start, end)
        _leave_out_later_that(draft, scene)
        draft.contents[-1] = _without_opening(draft.contents[-1], scene)


def _leave_out_later_that(draft: Draft, scene: Scene) -> None:
    """Leave out "that" behind the cue where a piece in front is told too: "[“…,”] he wrote to his wife, Olga, that [it was so]"."""
    for nth, (start, end) in enumerate(draft.contents[1:], 1):
        if draft.cue is None or scene.sentence_start(draft.cue[0]) < draft.contents[nth - 1][1]:
            continue  # "it went on so long, Lind said, that [nobody knew]"
        is_first_behind = draft.contents[nth - 1][1] <= draft.cue[0] < draft.cue[1] <= start
        is_mark = scene.lower(start) == "that" and scene.syntax.is_relation(start, "mark")
        if is_first_behind and is_mark and end - start > 2:
            draft.contents[nth] = start + 1, end


def _behind_same(cue: WordRange, start: int, end: int, scene: Scene) -> tuple[WordRange, int]:
    """Return cue and beginning of the content of "denied on the same platform that [his group would pull back]"."""
    lower = scene.encoding.lower
    is_means = (
        cue[1] - cue[0] > 1 and lower[cue[1] - 1] in {"on", "in", "at"} and lower[start + 3 : start + 4] == ("that",)
    )
    return ((cue[0], cue[1] - 1), start + 4) if is_means and start + 5 < end else (cue, start)


def _behind_interruption(draft: Draft, scene: Scene, start: int, end: int) -> int:
    """Return where a content begins behind a comma, and behind what another did: "said - [and Oslo repeated -] that it was so"."""
    words = scene.encoding.words
    if words[start] == "," and end - start > 3:
        return start + 1
    if draft.cue is None or words[start - 1] not in _DASHES or start - 1 != draft.cue[1] or scene.lower(start) != "and":
        return start
    dash = next((w for w in range(start + 2, min(start + _OBJECT, end - 3)) if words[w] in _DASHES), None)
    return dash + 2 if dash is not None and scene.lower(dash + 1) == "that" else start


def _is_bullet(word: int, scene: Scene) -> bool:
    """Tell whether a mark only leads in a point of a list, a line of its own."""
    is_first = word == 0 or scene.lines[word - 1] != scene.lines[word]
    return is_first and scene.encoding.words[word] in _BULLETS


_BULLETS = frozenset({"-", "–", "—", "•", "*", "·", "▪", "●"})
_DASHES = frozenset({"-", "–", "—", "--"})
_MANNERS = frozenset("privately publicly bluntly anonymously repeatedly openly".split())


def _without_opening(words: WordRange, scene: Scene) -> WordRange:
    """Leave out a mark that opens the next quotation, and the stop before it: "he had “picked” the mails[. “]I did"."""
    start, end = words
    text, spans = scene.encoding.text, scene.encoding.spans
    mark = scene.encoding.words[end - 1]
    if end - start < 3 or mark not in OPENING_MARKS or end >= len(spans):
        return words
    is_opening = text[spans[end - 1].start - 1].isspace() and spans[end].start == spans[end - 1].end
    if not is_opening:
        return words
    end -= 1
    return (start, end - 1) if scene.encoding.words[end - 1] == "." else (start, end)


def _is_which(source: WordRange, scene: Scene) -> bool:
    return source[1] - source[0] == 1 and scene.lower(source[0]) in {"which", "who", "that"}


def _behind_quoted(draft: Draft, scene: Scene, start: int, end: int) -> int:
    """Return where the content of "quoted [Lind] as blaming …" begins: who is quoted is not what is said."""
    verb = scene.cue_head(draft)
    if verb is None or scene.lower(verb) not in QUOTING:
        return start
    behind = start
    while behind < end and (quoted := scene.mention_at(behind)) is not None:  # a title and a name may be two mentions
        behind = quoted[0][1]
    if not (start < behind and behind + 3 < end and scene.lower(behind) == "as" and scene.lower(behind + 2) != "by"):
        return start
    saying = scene.lower(behind + 1)
    return behind + 2 if saying.endswith("ing") and cue_verb(saying) is not None else start


def _without_marks(words: WordRange, scene: Scene) -> WordRange:
    """Leave out punctuation at either end of a range, unless there is nothing else."""
    start, end = words
    while end - start > 1 and scene.syntax.upos[end - 1] == "PUNCT":
        end -= 1
    while end - start > 1 and scene.syntax.upos[start] == "PUNCT":
        start += 1
    return start, end


_IN_ORDER = frozenset({"later", "earlier", "afterwards", "afterward"})
_DAYS = _IN_ORDER | set("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
_OPENS_CLAUSE = frozenset({"DET", "PRON", "PROPN", "NOUN", "NUM", "ADJ"})


def _behind_day(start: int, end: int, scene: Scene) -> int:
    """Return where the content of "said [on Thursday] there would be …" begins.

    A day or "later" right behind the cue is that of the saying.
    Not where it is the subject or an owner ("said Friday's vote …"), or set off by a comma.
    """
    day = start + (scene.lower(start) == "on")
    if day + 2 >= end or scene.lower(day) not in _DAYS or scene.syntax.upos[day + 1] not in _OPENS_CLAUSE:
        return start
    if scene.lower(day) in _IN_ORDER and (
        scene.syntax.upos[day + 1] not in {"DET", "PRON", "PROPN"} or scene.lower(day + 1) in {"this", "that", "these"}
    ):
        return start  # "said [later talks] would fail", "[earlier this week]"
    verb = next((w for w in range(day + 1, end) if scene.syntax.upos[w] in VERBAL), day)
    has_subject = any(scene.syntax.is_relation(w, "nsubj", "expl") for w in range(day + 1, verb))
    return day + 1 if has_subject and not scene.syntax.is_relation(day, "compound", "nmod", "nsubj") else start


def _behind_addressee(draft: Draft, scene: Scene, start: int, end: int) -> int:
    """Return where the content begins once the cue's object at its beginning is left out."""
    verb = scene.cue_head(draft)
    cue = scene.cue_at(verb) if verb is not None else None
    if cue is None or cue.addressee != "obj" or scene.mention_at(start) is None:
        return start
    for word in range(start + 1, min(end, start + _OBJECT)):
        if scene.lower(word) == "of" and cue.lemma not in _TELLING_OF:
            continue  # "thanked [the people of Swansea] for it"
        is_quoted = scene.encoding.words[word] in OPENING_MARKS and scene.lower(word + 1) in _AFTER_OBJECT | {"for"}
        if scene.lower(word) in _AFTER_OBJECT or is_quoted:
            return word if word < end - 1 else start
        if _is_channel(word, scene):
            return _behind_that(word, end, scene) or start
        if scene.syntax.upos[word] not in _OF_OBJECT and scene.lower(word) not in {"-", "’s", "'s", ","}:
            return start
    return start


_TELLING_OF = frozenset(
    "accuse warn remind inform assure convince notify tell advise suspect persuade complain".split()
)


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
    others = Ranges(taken)
    for draft in drafts:
        grown = [_grown(fragment, quotations, others) for fragment in draft.contents]
        draft.contents = merged(grown)


def _grown(fragment: WordRange, quotations: Quoted, taken: Ranges) -> WordRange:
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
    """Return "direct" if every word is in quotation marks or of a transcript, "mixed" if some are, else "indirect"."""
    if draft.verbatim:
        return "direct"
    quoted = outside = 0
    for start, end in draft.contents:
        marked = quotations.marked(start, end)
        words = [w for w in range(start, end) if scene.syntax.upos[w] != "PUNCT"]
        quoted += sum(w in marked for w in words)
        outside += sum(w not in marked for w in words)
    if quoted and not outside:
        return "direct"
    return "mixed" if quoted else "indirect"

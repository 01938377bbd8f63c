# SPDX-License-Identifier: Apache-2.0
"""The day a statement was made, from the time words that belong to the saying and not to what is said.

"On Friday, Austin said that talks would begin on Monday": Friday hangs on the cue, Monday stands in the content. A statement
that goes on with the same speech ("he added") was made on the same day.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from readout.reading.encoding import Encoding
from readout.reading.statements.holding import Holding
from readout.reading.statements.occasions import OCCASION
from readout.reading.statements.statements import Statement
from readout.reading.times.times import Time
from readout.reading.trees.syntax import Syntax
from readout.resources import channel_of, cue_verb
from readout.text import Span

__all__ = ["Saying", "find_sayings"]

_FARTHEST = 5  # steps up the tree from a time to its cue: "in an interview with the paper published on Friday"
_OPENING = 8  # words of a phrase such as "Meanwhile, on Thursday, Feb. 24,"
_GOES_ON = {"added", "adding", "continued", "continuing", "concluded", "went", "also", "stressed", "noted", "explained"}
_BEFORE = frozenset("earlier previously once".split())
_SPEAKING = frozenset(
    "speaking talking addressing writing testifying appearing".split()
)  # "Speaking on Monday, she said"
_ISSUED = frozenset(
    "sent dated published issued posted released written signed delivered broadcast aired recorded given circulated".split()
)
# Before a time that bounds an act: "announced a curfew until Friday" was not said on Friday.
_OF_PHRASES = frozenset("ADP DET ADJ NOUN PROPN NUM PRON ADV PART".split())
_COMPARED = {("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to")}
_BOUNDS = frozenset("until till by since from before after through for between".split())


@dataclass(frozen=True, slots=True)
class Saying:
    """When a statement was made.

    Attributes:
        statement: Index of the statement.
        value: ISO 8601 day, month, week or year, as fine as the words are.
        rule: What decided.
        spans: The words that say it.
    """

    statement: int
    value: str
    rule: str
    spans: tuple[Span, ...]


def find_sayings(
    encoding: Encoding, syntax: Syntax, statements: Sequence[Statement], times: Sequence[Time]
) -> list[Saying]:
    """Date statements, in their order; those whose day the report does not tell are left out."""
    starts = [span.start for span in encoding.spans]
    holding = Holding(statements)
    days = [(time, day) for time in times if (day := _calendar_day(time)) is not None]
    cues = [_words(starts, statement.cue) for statement in statements]
    behind = {
        time.span: index
        for index, statement in enumerate(statements)
        for time, _ in days
        if cues[index] and _is_behind_cue(time, statement, cues[index], syntax)
    }
    found: dict[int, Saying] = {}
    for index, statement in enumerate(statements):
        cue = cues[index]
        own_days = [each for each in days if behind.get(each[0].span, index) == index]
        beside = _beside(statement, cue, own_days, encoding, syntax) if cue else iter(())
        own = next((t for t in beside if not _is_of_other(t[0], index, statements, holding)), None)
        if own is not None:
            found[index] = Saying(index, own[1], "time of the cue", (own[0].span,))
        elif (held := _of_occasion(statement, days, encoding, syntax, starts)) is not None:
            found[index] = Saying(index, held[1], "time of the sentence before", (held[0].span,))
        elif (before := _same_speech(index, statements, encoding, starts)) is not None and before in found:
            if len(found[before].value) == _MONTH and _is_now(cue, encoding):
                continue  # "He announced in April that he was ill. “Life is good,” he [says]."
            found[index] = Saying(index, found[before].value, "goes on with the speech before", found[before].spans)
    return list(found.values())


_MONTH = len("2026-04")


def _is_now(cue: range, encoding: Encoding) -> bool:
    """Tell whether a verb of saying is in the present: "says"."""
    forms = (encoding.lower[word] for word in cue)
    return any(form.endswith("s") and cue_verb(form) is not None for form in forms)


def _is_of_other(time: Time, index: int, statements: Sequence[Statement], holding: Holding) -> bool:
    """Tell whether a time is part of what is said elsewhere: "apologised for [the raid of March 1] but insisted that …"."""
    holder = holding.innermost(time.span)
    at: int | None = index
    while holder is not None and at is not None:
        at = statements[at].parent
        if at == holder:
            return False
    return holder is not None


def _calendar_day(time: Time) -> str | None:
    """Return the calendar date of a time, without its clock; None for open values, spans and years."""
    if time.value is None or time.type not in {"DATE", "TIME"}:
        return None
    match = re.match(r"\d{4}-(?:\d\d(?:-\d\d)?|W\d\d)(?=T|$)", time.value)
    return match[0] if match else None


def _words(starts: Sequence[int], spans: Sequence[Span]) -> range:
    if not spans:
        return range(0)
    return range(bisect_left(starts, spans[0].start), bisect_left(starts, spans[-1].end))


def _beside(
    statement: Statement, cue: range, days: Sequence[tuple[Time, str]], encoding: Encoding, syntax: Syntax
) -> Iterator[tuple[Time, str]]:
    """Yield the times that hang on the cue, or on a noun that hangs on it, nearest first."""
    sentence, act = syntax.sentence_of[cue[0]], {*cue, *_verbs_above(cue, syntax)}
    act |= {c for w in cue for c in syntax.children(w, "advcl") if encoding.lower[c] in _SPEAKING}
    near = [
        (time, day)
        for time, day in days
        if _is_in(time.words[0], sentence, syntax)
        and not any(s.start <= time.span.start < s.end for s in statement.content)
        and not (time.words[0] and encoding.lower[time.words[0] - 1] in _bounds_of(time))
        and not _is_of_comparison(cue, time, encoding)
        and not _is_of_speaker(time, statement, cue, encoding)
        and not _is_parted(time.words, cue, encoding)
        and not _is_since(time, sentence, encoding, syntax)
        and (
            _reaches(time.words, act, syntax, encoding.lower)
            or _is_next_to(time.words, cue)
            or _is_fronted(time.words, cue, syntax)
            or _is_before_that(time.words, cue, syntax)
            or _is_behind_cue(time, statement, cue, syntax)
        )
    ]
    yield from sorted(near, key=lambda each: min(abs(each[0].words[0] - w) for w in (cue[0], cue[-1])))


def _of_occasion(
    statement: Statement, days: Sequence[tuple[Time, str]], encoding: Encoding, syntax: Syntax, starts: Sequence[int]
) -> tuple[Time, str] | None:
    """Return the time of the sentence that tells how a statement was made: "On Friday she held a news conference. “No,” …"."""
    told = next((s.spans for s in statement.because if s.rule == OCCASION), ())
    words = _words(starts, told)
    sentence = syntax.sentences[syntax.sentence_of[words[0]]] if words else None
    if sentence is None:
        return None
    act = {*words, *(w for w in range(sentence.start, sentence.end) if syntax.heads[w] == w)}
    return next(
        (
            (time, day)
            for time, day in days
            if sentence.start <= time.words[0] < sentence.end
            and not (time.words[0] and encoding.lower[time.words[0] - 1] in _bounds_of(time))
            and _reaches(time.words, act, syntax, encoding.lower)
        ),
        None,
    )


def _is_parted(words: tuple[int, int], cue: range, encoding: Encoding) -> bool:
    """Tell whether a semicolon stands between a time and a cue: "attacked it on Thursday; the ministry [rejected] that"."""
    start, end = min(words[1], cue[-1] + 1), max(words[0], cue[0])
    return ";" in encoding.words[start:end]


def _is_since(time: Time, sentence: int, encoding: Encoding, syntax: Syntax) -> bool:
    """Tell whether a time is that from which something is counted: "on his ninth trip since they attacked [on Oct. 7], said"."""
    before = encoding.lower[syntax.sentences[sentence].start : time.words[0]]
    since = next((at for at in range(len(before) - 1, -1, -1) if before[at] in {"since", ","}), None)
    return since is not None and before[since] == "since"


def _is_of_speaker(time: Time, statement: Statement, cue: range, encoding: Encoding) -> bool:
    """Tell whether a time is of what else is told of who speaks: "Trump, who telephoned both [on Saturday], wrote that"."""
    if not statement.source or time.words[0] >= cue[0]:
        return False
    first = bisect_left(encoding.spans, statement.source[0].start, key=lambda word: word.start)
    is_behind = not _WHO.isdisjoint(encoding.lower[first + 1 : time.words[0]])
    return is_behind and "," in encoding.words[time.words[1] : cue[0]]


_WHO = frozenset({"who", "whose", "whom"})


def _is_of_comparison(cue: range, time: Time, encoding: Encoding) -> bool:
    """Tell whether a time is that of what is compared with: "put it at 54 percent, up from 48 in November"."""
    between = encoding.lower[cue[-1] + 1 : time.words[0]]
    return any(pair in _COMPARED for pair in pairwise(between))


def _bounds_of(time: Time) -> frozenset[str]:
    """Return the words that make a time a bound: what was said before midnight was still said on that day."""
    return _BOUNDS - {"before", "after"} if time.type == "TIME" else _BOUNDS


def _is_in(word: int, sentence: int, syntax: Syntax) -> bool:
    """Tell whether a word is of a sentence, or of an opening phrase that was cut off from it: "Meanwhile, on Thursday, …"."""
    own = syntax.sentence_of[word]
    if own != sentence - 1:
        return own == sentence
    cut = syntax.sentences[own]
    return (
        syntax.upos[cut.end - 1] == "PUNCT"
        and all(
            syntax.upos[w] in {"ADV", "ADP", "PUNCT", "DET", "PROPN", "NUM", "NOUN"} for w in range(cut.start, cut.end)
        )
        and cut.end - cut.start <= _OPENING
    )


def _verbs_above(cue: range, syntax: Syntax) -> Iterator[int]:
    """Yield the verbs whose act the cue's is part of: "confirmed the call in a tweet on Friday, saying …"."""
    verb = next((w for w in reversed(cue) if syntax.upos[w] in {"VERB", "AUX"}), cue[-1])
    while syntax.is_relation(verb, "advcl", "conj", "xcomp", "parataxis") and not syntax.children(verb, "nsubj"):
        verb = syntax.heads[verb]
        yield verb


def _is_next_to(words: tuple[int, int], cue: range) -> bool:
    """Tell whether a time stands right beside the cue: "said Friday", "said on Friday", "on Friday said"."""
    return 0 <= words[0] - (cue[-1] + 1) <= 1 or cue[0] == words[1]


def _is_before_that(words: tuple[int, int], cue: range, syntax: Syntax) -> bool:
    """Tell whether a time stands before the "that" of what was said, on which the tree hangs it: "told him last week that …"."""
    inside = range(*words)
    head = next((syntax.heads[w] for w in inside if syntax.heads[w] not in inside), words[0])
    marked = any(words[1] <= mark < head for mark in syntax.children(head, "mark"))
    return cue[-1] < words[0] and marked and syntax.heads[head] in cue and syntax.is_relation(head, "ccomp")


def _is_behind_cue(time: Time, statement: Statement, cue: range, syntax: Syntax) -> bool:
    """Tell whether a time follows a cue behind what was said, though the tree hangs it on what was said.

    "The law will pass, said Lind of Acme on Dutch radio on Monday".
    """
    first, last = time.words
    sentence = syntax.sentence_of[cue[0]]
    if not cue[-1] < first or syntax.sentence_of[first] != sentence:
        return False
    if (
        any(span.end > time.span.start for span in statement.content)
        or statement.cue[0].start < statement.content[-1].end
    ):
        return False
    inside = range(first, last)
    head = next((syntax.heads[w] for w in inside if syntax.heads[w] not in inside), first)
    between = (syntax.upos[w] for w in range(cue[-1] + 1, first))
    return head < cue[0] and all(kind in _OF_PHRASES for kind in between)


def _is_fronted(words: tuple[int, int], cue: range, syntax: Syntax) -> bool:
    """Tell whether a time opens the sentence and the cue is its main verb: "On Thursday, he said"."""
    sentence = syntax.sentences[syntax.sentence_of[words[0]]]
    main = any(syntax.heads[w] == w or syntax.heads[w] in range(*words) for w in cue)
    opening = all(syntax.upos[w] in {"ADV", "ADP", "PUNCT", "CCONJ", "DET"} for w in range(sentence.start, words[0]))
    return opening and main and words[1] <= cue[0]


def _reaches(words: tuple[int, int], cue: Collection[int], syntax: Syntax, lower: Sequence[str]) -> bool:
    """Tell whether the way up the tree from a time comes to the cue without passing a clause of its own."""
    inside = range(*words)
    at = next((w for w in inside if syntax.heads[w] not in inside or syntax.heads[w] == w), words[0])
    if at in cue:
        return True
    for _ in range(_FARTHEST):
        if syntax.is_relation(at, "acl") and lower[at] in _ISSUED and channel_of([lower[syntax.heads[at]]]) is not None:
            at = syntax.heads[at]  # "in a letter [sent on Friday]"
        elif syntax.is_relation(at, "advcl") and lower[at] in _ISSUED and channel_of([lower[at - 1]]) is not None:
            return (
                syntax.heads[at] in cue
            )  # the same, with a slip of the tree: "in remarks [broadcast on Friday], he said"
        if syntax.is_relation(at, "ccomp", "acl", "advcl", "appos", "conj", "parataxis"):
            return False
        above = syntax.heads[at]
        if above == at:
            return False
        if above in cue:
            return True
        at = above
    return False


def _last_told(statements: Sequence[Statement], index: int) -> int | None:
    """Return the statement before one, those inside another left out."""
    return next((i for i in range(index - 1, -1, -1) if statements[i].parent is None), None)


def _is_told_by_the_way(statement: Statement, encoding: Encoding, starts: Sequence[int]) -> bool:
    """Tell whether a statement is only told of who speaks, in a relative clause: "Trump, [who had threatened to], wrote that"."""
    source = _words(starts, statement.source)
    return len(source) == 1 and encoding.lower[source[0]] in {"who", "which"}


def _same_speech(index: int, statements: Sequence[Statement], encoding: Encoding, starts: Sequence[int]) -> int | None:
    """Return the statement that this one goes on with: the last of the same speaker, in the same paragraph or by its cue."""
    statement = statements[index]
    if statement.speaker is None:
        return None
    before = next((i for i in range(index - 1, -1, -1) if statements[i].speaker == statement.speaker), None)
    if before is None or _is_told_by_the_way(statements[before], encoding, starts):
        return None
    here, there = (_words(starts, statements[i].content) for i in (index, before))
    if not here or not there:
        return None
    gap = encoding.line_numbers[here[0]] - encoding.line_numbers[there[0]]
    cue = {encoding.lower[w] for w in _words(starts, statement.cue)}
    if cue & _BEFORE:
        return None  # "He had [earlier] called her a liar": not what he says now
    same = statements[before].channel in {statement.channel, None} or statement.channel is None
    goes_on = (
        not cue or bool(cue & _GOES_ON) or (before == _last_told(statements, index) and statement.kind == "direct")
    )
    return before if same and (gap == 0 or (gap == 1 and goes_on)) else None

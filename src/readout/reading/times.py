# SPDX-License-Identifier: Apache-2.0
"""When: time expressions with their TIMEX3 values, each with the rule and the anchor that gave it.

The anchor is the day of publication: as given, else as the dateline or byline states it. Without one a value keeps its open
form (`XXXX-WXX-5`) and says why. Which side of the anchor a bare weekday or month lies on is decided by the tense of the clause
and by words such as "by" and "since". The day of running is never asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from readout.reading.almanac import interval_of
from readout.reading.encoding import Encoding
from readout.reading.parts import Part
from readout.reading.reading import Reading
from readout.reading.syntax import Syntax
from readout.reading.timevalues import Anchor, Clue, Value, Values
from readout.reading.timex import Timex, TimexType, find_timexes
from readout.report import Published
from readout.text import Span

__all__ = ["Time", "Times", "find_times", "publication_stated"]


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression.

    Attributes:
        span: Its characters.
        words: Its words, half-open.
        type: TIMEX3 type.
        value: TIMEX3 value, open (`XXXX-WXX-5`) where nothing anchors it.
        first: First day or minute of the interval that it stands for; None where that is open.
        last: Last of it, included.
        rule: The pattern that found it and gave the value.
        anchor: What it was counted from, if from anything.
        undecided: Why the value is open.
    """

    span: Span
    words: tuple[int, int]
    type: TimexType
    value: str | None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    first: str | None = None
    last: str | None = None
    rule: str = ""
    anchor: Anchor | None = None
    undecided: str | None = None


@dataclass(frozen=True, slots=True)
class Times:
    """The layer that finds times, and the day of publication where the text states it."""

    name: str = "times"
    requires: tuple[type, ...] = (Encoding, Syntax, Part)
    provides: tuple[type, ...] = (Time, Published)

    def __call__(self, reading: Reading) -> Reading:
        """Read."""
        encoding, report = reading.the(Encoding), reading.report
        timexes = find_timexes(report.text)
        published = report.published or publication_stated(timexes, reading.of(Part))
        found = find_times(encoding, reading.the(Syntax), timexes, published)
        return reading.adding(Time, found).adding(Published, [published] if published else [])


def publication_stated(timexes: Iterable[Timex], parts: Iterable[Part]) -> Published | None:
    """Return the day that the report's dateline, byline or source line states in full, if one does."""
    places = [part.span for part in parts if part.kind in {"dateline", "byline", "source_line", "credit"}]
    for timex in timexes:
        inside = any(place.start <= timex.start and timex.end <= place.end for place in places)
        if inside and timex.rule in {"month_day", "iso_date"} and "year" in timex.parts:
            value = Values(None).value_of(timex, Clue())
            if value and value.value and interval_of(value.value):
                return Published(value.value, "stated", (Span(timex.start, timex.end),))
    return None


def find_times(encoding: Encoding, syntax: Syntax, timexes: Sequence[Timex], published: Published | None) -> list[Time]:
    """Give each time expression its value.

    Args:
        encoding: The words.
        syntax: Their trees.
        timexes: The expressions, in text order.
        published: What relative ones are counted from.
    """
    values = Values(_day_of(published), spans=published.spans if published else ())
    values.learn_order(timexes)
    starts = [span.start for span in encoding.spans]
    tree, found = _Tree(encoding, syntax), list[Time]()
    for timex in timexes:
        first = bisect_right(starts, timex.start) - 1
        last = bisect_right(starts, timex.end - 1)
        if first < 0 or last <= first or not tree.is_time(timex, first, last):
            continue
        value = values.value_of(timex, tree.clue(first, last))
        if value is not None:
            found.append(_time(timex, (first, last), value))
    return found


def _day_of(published: Published | None) -> date | None:
    if published is None or len(published.value) != 10:
        return None
    return date.fromisoformat(published.value)


def _time(timex: Timex, words: tuple[int, int], value: Value) -> Time:
    kind = value.type or timex.type
    bounds = interval_of(value.value) if value.value and kind in {"DATE", "TIME"} else None
    first, last = bounds or (None, None)
    return Time(
        Span(timex.start, timex.end), words, kind, value.value, value.mod, value.quant, value.freq,
        first, last, timex.rule, value.anchor, value.undecided,
    )  # fmt: skip


_IRREGULAR_PAST = {
    "said", "told", "met", "held", "went", "came", "spoke", "began", "took", "made", "gave", "left", "won", "fell", "rose",
    "struck", "wrote", "saw", "sent", "brought", "led", "ran", "became", "kept", "got", "found", "built", "fought", "drove",
    "broke", "chose", "flew", "knew", "thought", "felt", "lost", "paid", "shot", "stood", "withdrew", "swore", "sold",
    "spent", "taught", "caught", "bought", "grew", "drew", "tore", "hid", "died", "sought", "was", "were", "had", "did",
}  # fmt: skip
_FUTURE_AUX = {"will", "'ll", "’ll", "shall", "wo", "ll"}
_PLANS = {
    "plan", "plans", "planning", "expect", "expects", "scheduled", "due", "going", "intend", "intends", "hope", "hopes",
    "slated", "poised", "may", "might", "should", "must", "can",
}  # fmt: skip
_LIKELY = {
    "would", "could", "planned", "expected", "schedule", "set", "agree", "agreed", "promised", "vowed", "pledged",
    "ready", "likely", "until", "upcoming", "invited", "is", "are",
}  # fmt: skip
_NAMES_BEFORE = {
    "page",
    "no.",
    "no",
    "number",
    "flight",
    "resolution",
    "article",
    "section",
    "room",
    "route",
    "highway",
}


class _Tree:
    """What the words around an expression say of it."""

    def __init__(self, encoding: Encoding, syntax: Syntax) -> None:
        self.lower, self.syntax = encoding.lower, syntax
        self.lines = encoding.line_numbers

    def is_time(self, timex: Timex, first: int, last: int) -> bool:
        """Tell a time from a word of the same shape: the modal "may", the verb "march", a number that counts things."""
        upos = self.syntax.upos
        if timex.rule == "month" and last - first == 1 and self._is_first_name(first):
            return False
        if timex.rule == "month" and last - first == 1 and self.lower[first].rstrip(".") in {"may", "march"}:
            return upos[first] not in {"AUX", "VERB"}
        if timex.rule == "year" and last - first == 1:
            return self._is_year(first)
        if timex.rule == "present" and self.lower[first] == "current":
            return upos[first] == "ADJ"
        return True

    def _is_first_name(self, word: int) -> bool:
        """Tell "Jan Egeland" and "Theresa May" from months: the tree joins the words of a name."""
        after = [c for c in self.syntax.children(word, "flat") if self.syntax.upos[c] == "PROPN"]
        return bool(after) or self.syntax.is_relation(word, "flat")

    def _is_year(self, word: int) -> bool:
        before = self.lower[word - 1] if word else ""
        if before in _NAMES_BEFORE or before in {"$", "£", "€", "some", "about", "nearly", "almost", "than", "least"}:
            return False
        head = self.syntax.heads[word]
        counted = self.syntax.is_relation(word, "nummod") and head > word and self.syntax.upos[head] == "NOUN"
        plural = counted and self.lower[head].endswith("s")
        return not plural

    def clue(self, first: int, last: int) -> Clue:
        """Return the tense of the clause that an expression stands in, the words before it and its sentence."""
        before = self.lower[first - 1] if first else ""
        return Clue(self._tense(first, last, before), before, self.syntax.sentence_of[first], self.lines[first])

    def _tells_tense(self, word: int) -> bool:
        """Tell whether a word is a verb, or an adjective of plans such as "due"."""
        kind = self.syntax.upos[word]
        return kind in {"VERB", "AUX"} or (kind == "ADJ" and self.lower[word] in _PLANS | _LIKELY)

    def _tense(self, first: int, last: int, before: str) -> str:
        if before in {"since", "last"}:
            return "past"
        inside = range(first, last)
        head = next((self.syntax.heads[w] for w in inside if self.syntax.heads[w] not in inside), first)
        verbs = [w for w in (head, *self.syntax.ancestors(head)) if self._tells_tense(w)]
        for verb in verbs[:2]:
            helpers = [self.lower[c] for c in self.syntax.children(verb, "aux", "cop")]
            if _FUTURE_AUX & {*helpers, self.lower[verb]}:
                return "future"
            if {"had", "was", "were", "did", "has", "have"} & set(helpers) and self.lower[verb] not in _PLANS | _LIKELY:
                return "past"
            if _PLANS & {*helpers, self.lower[verb]}:
                return "future"
            marks = {self.lower[c] for c in self.syntax.children(verb, "mark")}
            if before in {"by", "until", "till"} or "to" in marks or _LIKELY & {*helpers, self.lower[verb]}:
                return "ahead"
            if self.lower[verb].endswith("ed") or self.lower[verb] in _IRREGULAR_PAST:
                return "past"
        sentence = self.syntax.sentences[self.syntax.sentence_of[first]]
        planned = any(self.lower[w] in {"due", "slated", "scheduled"} for w in range(sentence.start, first))
        return "ahead" if planned or before in {"by", "until", "till"} else ""

# SPDX-License-Identifier: Apache-2.0
"""What the words around a time expression say of it: whether it is a time at all, and the tense of its clause."""

from __future__ import annotations

from readout.reading.anchors import Clue
from readout.reading.encoding import Encoding
from readout.reading.syntax import Syntax
from readout.reading.timex import Timex

__all__ = ["Surroundings"]

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
_AGREED = {"planned", "agreed", "promised", "vowed", "pledged", "invited"}
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


class Surroundings:
    """The words of a report and their trees, asked for what stands around an expression (a half-open range of words)."""

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
        """Return the tense of the clause that an expression stands in, the words before it and its line."""
        before = self.lower[first - 1] if first else ""
        return Clue(self._tense(first, last, before), before, self.lines[first], self._is_rate(first, last))

    def _is_rate(self, first: int, last: int) -> bool:
        """Tell whether an expression stands right after a number, or after a noun that has one."""
        if not first or self.lower[last : last + 1] in {("after",), ("before",), ("or",)}:
            return False
        kind = self.syntax.upos[first - 1]
        return kind in {"NUM", "SYM"} or (kind == "NOUN" and bool(self.syntax.children(first - 1, "nummod")))

    def _tells_tense(self, word: int) -> bool:
        """Tell whether a word is a verb, or an adjective of plans such as "due"."""
        kind = self.syntax.upos[word]
        return kind in {"VERB", "AUX"} or (kind == "ADJ" and self.lower[word] in _PLANS | _LIKELY)

    def _tense(self, first: int, last: int, before: str) -> str:
        if before in {"since", "last"}:
            return "past"
        if before == "effective":
            return "future"
        inside = range(first, last)
        head = next((self.syntax.heads[w] for w in inside if self.syntax.heads[w] not in inside), first)
        verbs = [w for w in (head, *self.syntax.ancestors(head)) if self._tells_tense(w)]
        own = self.lower[last : last + 1] in [("'s",), ("’s",)]  # "Friday's ruling" is rather one that was made
        for nth, verb in enumerate(verbs[:2]):
            helpers = [self.lower[c] for c in self.syntax.children(verb, "aux", "cop")]
            if nth == 0 and not helpers and self.lower[verb] in _AGREED and before not in {"for", "by"}:
                return "past"  # "agreed in June", where in "agreed to meet in June" it is the meeting that has the time
            if _FUTURE_AUX & {*helpers, self.lower[verb]}:
                return "future"
            if {"had", "was", "were", "did", "has", "have"} & set(helpers) and self.lower[verb] not in _PLANS | _LIKELY:
                return "past"
            if _PLANS & {*helpers, self.lower[verb]}:
                return "future"
            marks = {self.lower[c] for c in self.syntax.children(verb, "mark")}
            if before in {"by", "until", "till"} or "to" in marks or _LIKELY & {*helpers, self.lower[verb]}:
                return "" if own or nth else "ahead"
            if self.lower[verb].endswith("ed") or self.lower[verb] in _IRREGULAR_PAST:
                return "past"
        sentence = self.syntax.sentences[self.syntax.sentence_of[first]]
        planned = any(self.lower[w] in {"due", "slated", "scheduled"} for w in range(sentence.start, first))
        return "ahead" if planned or before in {"by", "until", "till"} else ""

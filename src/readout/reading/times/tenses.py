# SPDX-License-Identifier: Apache-2.0
"""What the words around a time expression say of it: the tense of its clause, and on which side of the anchor it lies."""

from __future__ import annotations

from itertools import pairwise

from readout.reading.encoding import Encoding
from readout.reading.times.almanac import MONTHS, WEEKDAYS
from readout.reading.times.anchors import Clue
from readout.reading.times.prospects import is_forecast, is_singled_out, is_warned_of, may_come, was_expected
from readout.reading.trees.slips import DAYS
from readout.reading.trees.syntax import Syntax
from readout.reading.trees.verbforms import is_participle, is_past
from readout.resources import verb_triggers

__all__ = ["Surroundings"]

_IRREGULAR_PAST = {
    "said", "told", "met", "held", "went", "came", "spoke", "began", "took", "made", "gave", "left", "won", "fell", "rose",
    "struck", "wrote", "saw", "sent", "brought", "led", "ran", "became", "kept", "got", "found", "built", "fought", "drove",
    "broke", "chose", "flew", "knew", "thought", "felt", "lost", "paid", "shot", "stood", "withdrew", "swore", "sold",
    "spent", "taught", "caught", "bought", "grew", "drew", "tore", "hid", "died", "sought", "was", "were", "had", "did",
}  # fmt: skip
# Of one form in the present and the past; a report that gives such a verb its doer, its object and its day tells of the past.
_UNCHANGED = frozenset(
    "set cut put hit hurt shut let quit shed split beat cast burst spread bid rid thrust upset shot read broadcast".split()
)
_FUTURE_AUX = {"will", "'ll", "’ll", "shall", "wo", "ll"}
_PLANS = {
    "plan", "plans", "planning", "expect", "expects", "scheduled", "due", "going", "intend", "intends", "hope", "hopes",
    "slated", "poised", "may", "might", "should", "must", "can",
}  # fmt: skip
_LIKELY = {
    "would", "could", "planned", "expected", "schedule", "set", "agree", "agreed", "promised", "vowed", "pledged",
    "ready", "likely", "until", "upcoming", "invited", "is", "are",
}  # fmt: skip
_PAST_AUX = {"had", "was", "were", "did", "has", "have"}
_BE = {"is", "are", "be", "was", "were", "been", "being"}
_WHEN = {"after", "when", "since", "because", "once"}
_HELD = frozenset("held fought played staged signed concluded contested".split())
_DELIVERIES = {("delivery",), ("settlement",), ("futures",), ("contract",)}
_BEGINNING = frozenset("beginning starting commencing effective".split())
_UNTIL = {"by", "until", "till"}
_PUT_OFF = {
    "extended", "extend", "renewed", "prolonged", "postponed", "delayed", "deferred", "adjourned", "valid", "runs", "lasts",
    "continues",
}  # fmt: skip
_LASTED = {
    "stayed", "remained", "lasted", "continued", "waited", "lived", "worked", "served", "ran", "held", "kept", "fought", "was",
    "were", "went", "dragged", "talked", "negotiated", "burned", "burnt", "raged", "slept", "sat", "stood", "hid", "rained",
    "searched", "danced", "celebrated", "queued", "camped", "argued", "smouldered", "smoldered",
}  # fmt: skip
_IN_FORCE = frozenset(
    "ceasefire truce strike curfew lockdown ban closure embargo blockade tariffs sanctions mourning".split()
)
_ORDERED = frozenset(
    "agreed announced declared ordered imposed proposed called decreed agree agrees announces declares".split()
)
_SHUT = frozenset("shut closed suspended remanded cancelled canceled banned barred grounded halted".split())
_OPENED = frozenset("reopened resumed restarted restored lifted ended returned opened".split())
_ASKED = frozenset("ask asked asks asking request requested requests propose proposed seek sought called".split())
_MEETINGS = frozenset("meeting session talks summit vote debate hearing".split())
_HEADS = {
    (":",),
    ("-",),
    ("–",),
    ("—",),
    ("--",),
}  # behind a date that heads its line: "12 May: …", "Jan 19 - The truce starts"
# What has been made, done or said where it is called by its month.
_MADE = frozenset(
    "agreement deal accord pact ruling verdict report study survey attack bombing raid killing shooting speech letter "
    "decision order statement earthquake quake flood floods coup riot riots massacre".split()
)
_ISSUED = frozenset("issued released published signed announced passed approved filed delivered posted imposed".split())
_ARTICLES = frozenset("a an the its his her their this that".split())
_NEAR = 6  # words
_PENDING = {"expected", "scheduled", "set", "likely"}
_ARRANGED = {"planned", "fixed", "booked", "arranged", "proposed", "foreseen", "pencilled"}
_AGREED = {"planned", "agreed", "promised", "vowed", "pledged", "invited", "decided", "offered", "threatened"}
_DELAYED = frozenset(
    "postponed postpone postpones delayed deferred adjourned rescheduled delay postponement deferral".split()
)
_MOVED = frozenset({"moved", "move", "moves", "moving", "shifted", "shift", "shifts"})
_HOW_OFTEN = frozenset({"once", "twice", "times"})
_SPANS = frozenset("year month week day decade century centurie hour".split())
_DELAYED_BY_TWO = {(verb, "off") for verb in ("put", "puts", "putting")} | {
    (verb, "back") for verb in ("pushed", "push", "pushes", "put", "moved")
}
_STOPS = frozenset({";", "and", "but", "who", "which"})
_TIMETABLES = frozenset("fixtures fixture schedule schedules timetable agenda calendar diary programme".split())
_CALLED = frozenset("call calls called calling convened convenes summoned fixed booked".split())
_FIXED = frozenset("fixed set chose picked proposed named suggested".split())
_OWED = frozenset("due supposed meant scheduled".split())
_COMING = frozenset(
    "expected anticipated looming planned upcoming forthcoming scheduled slated proposed coming impending".split()
)


class Surroundings:
    """The words of a report and their trees, asked for what stands around an expression (a half-open range of words)."""

    def __init__(self, encoding: Encoding, syntax: Syntax) -> None:
        self.lower, self.syntax = encoding.lower, syntax
        self.words, self.lines = encoding.words, encoding.line_numbers

    def clue(self, first: int, last: int) -> Clue:
        """Return the tense of the clause that an expression stands in, the words before it and its line."""
        before = self.lower[first - 1] if first else ""
        holder = self._holder(first, last)
        of_noun = (
            self.syntax.upos[holder] == "NOUN" and not self.syntax.children(holder, "cop") and not self._had(holder)
        )
        tense = self._tense(first, last, before)
        closed = self.lower[last : last + 1]
        heads = closed in _HEADS or (closed == (".",) and self.words[first].isupper() and len(self.words[first]) > 1)
        heads &= not first or self.lines[first - 1] != self.lines[first]
        clause = self._clause(holder)
        opens = first - self.syntax.sentences[self.syntax.sentence_of[first]].start <= 1  # "In June 2021, …"
        present = opens and clause >= 0 and self._is_present(clause)
        rate, held = self._is_rate(first, last), self._is_of_what_was_held(holder)
        clause = -1 if self._is_of_later_level(first) else clause
        line = self.lines[first]
        alone = {line} & {self.lines[w] for w in (first - 1, last) if 0 <= w < len(self.lines)} == set()
        in_morning = "morning" in self.lower[last : last + 2]
        deed = tense == "past" and not of_noun and self._is_deed(holder) and "ahead" not in self.lower[holder:first]
        fronted = before == "on" and holder >= last and self.syntax.upos[holder] == "VERB"
        had = "had" in self._helpers(holder)
        return Clue(
            tense,
            before,
            line,
            rate,
            of_noun,
            clause,
            heads,
            present,
            opens,
            held,
            alone,
            in_morning,
            deed,
            had,
            fronted,
        )

    def _is_deed(self, verb: int) -> bool:
        """Tell whether a verb in the past tense, or that of a name as its object, tells of violence: "attacked [Israel]"."""
        if self.syntax.upos[verb] == "PROPN" and self.syntax.is_relation(verb, "obj"):
            verb = self.syntax.heads[verb]
        is_told = self.syntax.upos[verb] == "VERB" and is_past(self.lower[verb])
        return is_told and any(trigger.type == "ASSAULT" for trigger in verb_triggers(self.words[verb]))

    def _is_of_later_level(self, first: int) -> bool:
        """Tell whether a time is that of the second level of a change: "from 69.8 percent in Sept. 2022 to 3.4 [in November]"."""
        sentence = self.syntax.sentences[self.syntax.sentence_of[first]]
        for at in range(first - 1, max(first - _NEAR, sentence.start), -1):
            if self.lower[at] == "to" and self.lower[at + 1][0].isdigit():
                words = self.lower[max(at - _NEAR - _NEAR, sentence.start) : at]
                return any(
                    word == "from" and words[i + 1 : i + 2] and words[i + 1][0].isdigit()
                    for i, word in enumerate(words)
                )
        return False

    def _is_of_what_was_held(self, noun: int) -> bool:
        """Tell whether a noun is what was held, fought, signed: "the 2018 tournament was held from Nov. 20 to Dec. 18"."""
        syntax, verb = self.syntax, self.syntax.heads[noun]
        if not syntax.is_relation(noun, "nsubj", "nsubj:pass") or self._helpers(verb) & _FUTURE_AUX:
            return False
        took_place = self.lower[verb] == "took" and any(self.lower[c] == "place" for c in syntax.children(verb, "obj"))
        return took_place or (self.lower[verb] in _HELD and syntax.is_relation(noun, "nsubj:pass"))

    def _is_present(self, verb: int) -> bool:
        """Tell whether a verb is told in the present: "inspectors visit", "two carers are dismissed"."""
        helpers = self._helpers(verb)
        return (helpers <= {"is", "are"} and bool(helpers)) or (not helpers and self._is_timetable(verb))

    def _clause(self, holder: int) -> int:
        """Return the first of the joined verbs that a time belongs to, -1 if it belongs to none."""
        syntax = self.syntax
        verb = next((w for w in (holder, *syntax.ancestors(holder)) if syntax.upos[w] == "VERB"), -1)
        while verb >= 0 and syntax.is_relation(verb, "conj") and syntax.upos[syntax.heads[verb]] == "VERB":
            verb = syntax.heads[verb]
        return verb

    def _had(self, noun: int) -> bool:
        """Tell whether a noun is the subject of what had been before: "talks in October had failed"."""
        return self.syntax.is_relation(noun, "nsubj") and "had" in self._helpers(self.syntax.heads[noun])

    def _holder(self, first: int, last: int) -> int:
        """Return the word that an expression hangs on, with two slips of the tree put right.

        Names have no time: "leaves for Moscow on Monday". And what ends in a comma before "he said" does not hang on "said".
        """
        inside, heads = range(first, last), self.syntax.heads
        holder = next((heads[w] for w in inside if heads[w] not in inside), first)
        if holder >= last and any(last <= c < holder for c in self.syntax.children(holder, "mark")):
            holder = heads[
                holder
            ]  # "telephoned him on Friday to press for talks": what stands before "to" is not of the pressing
        if holder >= last and self._is_told_right_before(holder, first, last):
            return heads[holder]  # "said on Thursday there would be no talks"
        if holder > last and (nearer := self._verb_before_comma(holder, first, last)) is not None:
            return nearer
        if holder < first and (nearer := self._verb_of_clause_between(holder, first)) is not None:
            return nearer
        told = [c for c in self.syntax.children(holder, "ccomp") if c < first]
        if told and holder > last and self.lower[last] in {",", ",”", "”"}:
            return told[-1]
        if (later := self._later_verb(holder, first)) is not None:
            return later
        if (agreed := self._what_is_agreed(holder, first)) is not None:
            return agreed
        is_name = self.syntax.upos[holder] == "PROPN" and self.syntax.is_relation(holder, "obl", "nmod")
        return heads[holder] if is_name and heads[holder] not in inside else holder

    def _is_called(self, first: int) -> bool:
        """Tell whether something is called for a day: "unions have called a strike [for Thursday]"."""
        near = range(max(first - _NEAR, 0), first - 1)
        return any(self.lower[w] in _CALLED and self.syntax.children(w, "obj") for w in near)

    def _is_told_right_before(self, clause: int, first: int, last: int) -> bool:
        """Tell whether an expression stands between a verb and the clause that the verb tells, with no comma behind it."""
        verb = self.syntax.heads[clause]
        is_behind = verb == first - 1 - (self.lower[first - 1] == "on") and self.syntax.upos[verb] == "VERB"
        told = is_behind and self.syntax.is_relation(clause, "ccomp") and self.lower[last] != ","
        return told and any(last <= c < clause for c in self.syntax.children(clause, "nsubj", "expl"))

    def _verb_before_comma(self, verb: int, first: int, last: int) -> int | None:
        """Return the verb before a time that the tree hangs on an aside behind a comma: "rise from April, the most allowed"."""
        syntax, heads = self.syntax, self.syntax.heads
        begins_later = any(last < c < verb for c in syntax.children(verb, "nsubj", "nsubj:pass"))
        is_aside = (
            syntax.is_relation(verb, "acl", "acl:relcl")
            and heads[verb] < first
            and self.lower[last : last + 1] == (",",)
        )
        if not (is_aside and begins_later) or any(c < first for c in syntax.children(verb, "nsubj", "obj", "mark")):
            return None
        return next((w for w in range(first - 1, heads[verb], -1) if syntax.upos[w] == "VERB"), None)

    def _verb_of_clause_between(self, verb: int, first: int) -> int | None:
        """Return the verb of a clause of time that ends in a time: "has begun to return after it crossed the coast on Saturday"."""
        syntax = self.syntax
        if "," in self.lower[verb:first]:
            return None
        nearest = next((w for w in range(first - 1, verb, -1) if syntax.upos[w] == "VERB"), None)
        if (
            nearest is None
            or self._tense_of(nearest, "") != "past"
            or not syntax.children(nearest, "nsubj", "nsubj:pass")
        ):
            return None
        return nearest if _WHEN & {self.lower[m] for m in syntax.children(nearest, "mark", "advmod")} else None

    def _later_verb(self, verb: int, first: int) -> int | None:
        """Return the verb right before an expression, where the tree hangs it on one farther before that has a day of its own.

        "Arrived on Tuesday and was expected to meet Lind on Wednesday".
        """
        has_day = any(self.lower[c] in DAYS for c in self.syntax.children(verb, "obl", "obl:unmarked") if c < first)
        joined = [c for c in self.syntax.children(verb, "conj") if verb < c < first]
        if self.syntax.upos[verb] != "VERB" or not has_day or not joined:
            return None
        return next((w for w in range(first - 1, joined[-1] - 1, -1) if self.syntax.upos[w] == "VERB"), None)

    def _what_is_agreed(self, verb: int, first: int) -> int | None:
        """Return the infinitive between a verb of agreeing or expecting and a time behind it: "agreed [to meet] on Friday"."""
        if self.lower[verb] not in _AGREED | _PENDING:
            return None
        between = [c for c in self.syntax.children(verb, "xcomp") if verb < c < first]
        return next((c for c in between if "to" in {self.lower[m] for m in self.syntax.children(c, "mark")}), None)

    def _is_rate(self, first: int, last: int) -> bool:
        """Tell whether an expression stands right after a number, or after a noun that has one."""
        if not first or self.lower[last : last + 1] in {("after",), ("before",), ("or",)}:
            return False
        if self.lower[first - 1] == ")":  # "500 lei ($28) a month"
            opening = next((w for w in range(first - 2, max(first - _NEAR - 2, 0), -1) if self.lower[w] == "("), 0)
            return opening > 0 and self._is_rate(opening, last)
        kind = self.syntax.upos[first - 1]
        if kind == "NOUN" and (whole := self._measured(first - 1)) is not None:
            return bool(self.syntax.children(whole, "nummod"))
        return kind in {"NUM", "SYM"} or (kind == "NOUN" and bool(self.syntax.children(first - 1, "nummod")))

    def _measured(self, noun: int) -> int | None:
        """Return the noun of a measure behind which what is measured stands: "tonnes" of "20,000 tonnes of food [a month]"."""
        whole = self.syntax.heads[noun]
        of = any(self.lower[c] == "of" for c in self.syntax.children(noun, "case"))
        return whole if of and self.syntax.is_relation(noun, "nmod") and whole < noun else None

    def _tells_tense(self, word: int, holder: int) -> bool:
        """Tell whether a word is a verb, an adjective of plans such as "due", or what "be" says of something."""
        kind = self.syntax.upos[word]
        if kind in {"VERB", "AUX"} or (kind == "ADJ" and self.lower[word] in _PLANS | _LIKELY):
            return True
        helpers = self._helpers(word) if self.syntax.children(word, "cop") else set()
        return bool(helpers & (_FUTURE_AUX | _PAST_AUX)) or (word == holder and bool(helpers))

    def _helpers(self, verb: int) -> set[str]:
        return {self.lower[c] for c in self.syntax.children(verb, "aux", "cop")}

    def _tense(self, first: int, last: int, before: str) -> str:
        if (
            before in {"since", "last", "than"}
            or self.lower[max(first - 2, 0) : first] == ("than", "in")
            or self._was_set(first)
        ):
            return "past"
        if before == "from" and self.lower[max(first - 2, 0)] == "forward":
            return "future"  # "brought forward from November"
        begin = self.syntax.sentences[self.syntax.sentence_of[first]].start
        words = self.lower[begin:first]
        if before == "in" and not {"compares", "compared"}.isdisjoint(words[-_NEAR - 1 :]):
            return "past"  # "compares with 6 percent in January"
        if (
            self.lower[last : last + 1]
            and self.lower[last] in _MADE
            and before in _ARTICLES
            and self.lower[first] in MONTHS
        ):
            return "past"  # "sells itself under a June agreement"
        if self._is_issued(first - 1 - (before == "on")):
            return "past"  # "will review the ruling issued Wednesday"
        if was_expected(words):
            return "past"  # "£127bn, up from £87bn expected in March"
        if before == "effective" or self._is_fixed(first, last, before):
            return "future"
        if self._is_beginning(first):
            return "ahead"  # "declared three days of mourning starting Thursday"
        if first > 1 and self.lower[first - 2] == "due" and self._helpers(first - 2) & {"is", "are"}:
            return "future"  # "a verdict is due on Thursday"
        if self.lower[last : last + 2] in {("is", "due"), ("are", "due")}:
            return "future"  # "and on Monday is due in Beijing"
        if self.lower[max(first - 2, 0) : first] == ("ahead", "of") or self._is_of_plan(first):
            return "ahead"
        if self.lower[last : last + 1] in _DELIVERIES or (before == "for" and is_forecast(words)):
            return "ahead"  # "crude for August delivery", "cut its forecast for the fourth quarter"
        end = self.syntax.sentences[self.syntax.sentence_of[first]].end
        behind = self.lower[last:end], self.syntax.upos[last:end]
        if may_come(words, self.syntax.upos[begin:first], *behind) or (
            before == "for" and is_warned_of(words, *behind)
        ):
            return "ahead"
        if before == "from" and self._is_in_force(first, last):
            return "ahead"
        if (before in {"to", "until", "till"} and self._is_put_off(first)) or self._is_moved(first, last, before):
            return "future"
        if self._is_scheduled(first) or (before == "for" and self._is_called(first)):
            return "ahead"
        if "have" in self.lower[max(first - _NEAR, 0) : first] and self._had_to_be_over(self._holder(first, last)):
            return "past"
        is_span = self.lower[last - 1].rstrip("s") in _SPANS
        if before == "in" and is_span and self.lower[max(first - 2, 0)] in _HOW_OFTEN:
            return "past"  # "once in 300 years"
        if before == "in" and is_span and self.lower[last : last + 1] == ("of",):
            return "past"  # "killed in four days of fighting"
        if before == "in" and is_singled_out(words):
            return "past"  # "for the first time in five years", "the worst drought in decades"
        holder = self._holder(first, last)
        asking = next((w for w in (holder, self.syntax.heads[holder]) if self.lower[w] in _ASKED), first)
        if not _MEETINGS.isdisjoint(self.lower[asking:first]):
            return ""  # "had asked for a meeting on Wednesday": when it was asked, or when they are to meet
        if self._was_done_by(holder, first):
            return "past"
        verbs = [w for w in (holder, *self.syntax.ancestors(holder)) if self._tells_tense(w, holder)]
        if len(verbs) > 1 and self.lower[verbs[0]].endswith("ing") and self.syntax.is_relation(verbs[0], "xcomp"):
            verbs = verbs[1:]  # "is to resume trading on Tuesday"
        own = self.lower[last : last + 1] in [("'s",), ("’s",)]  # "Friday's ruling" is rather one that was made
        for nth, verb in enumerate(verbs[:2]):
            if nth == 0 and self._was_agreed(verb, before):
                return "past"  # "agreed in June", where in "agreed to meet in June" it is the meeting that has the time
            if nth == 0 and self._was_reached(verb, first, before):
                return "past"
            told = self._tense_of(verb, before)
            if told == "ahead" and own and self.lower[verb] in _PENDING:
                return "ahead"  # "Monday's vote is expected to be close"
            if told == "ahead" and (own or nth or self._had_been_planned(verb)):
                return ""
            if told:
                return told
            if verb == holder and self._is_timetable(verb):
                return "ahead"
        sentence = self.syntax.sentences[self.syntax.sentence_of[first]]
        planned = any(self.lower[w] in {"due", "slated", "scheduled"} for w in range(sentence.start, first))
        return "ahead" if planned or before in _UNTIL else ""

    def _was_done_by(self, verb: int, first: int) -> bool:
        """Tell whether a participle says what somebody did to a thing on a day: "a letter [seen] by AFP on Wednesday"."""
        is_reduced = self.syntax.is_relation(verb, "acl") and is_participle(self.lower[verb]) and verb < first
        return is_reduced and self.lower[verb + 1] == "by" and self.lower[verb] not in _LIKELY | _PLANS

    def _is_in_force(self, first: int, last: int) -> bool:
        """Tell whether what is agreed or ordered is in force from a time on: "agreed to a ceasefire from Sunday"."""
        begin = max(self.syntax.sentences[self.syntax.sentence_of[first]].start, first - 2 * _NEAR)
        words = self.lower[begin : first - 1]
        in_force = not _IN_FORCE.isdisjoint(words[-3:]) and not _ORDERED.isdisjoint(words)
        in_force = in_force and ("called", "off") not in pairwise(words)
        return in_force and self.lower[last : last + 1] not in {("to",), ("until",), ("through",)}

    def _is_put_off(self, first: int) -> bool:
        """Tell whether something is put off to a time: "postponed from 25 February to 15 December", "put off to mid-December"."""
        begin = max(self.syntax.sentences[self.syntax.sentence_of[first]].start, first - _NEAR - _NEAR)
        words = self.lower[begin : first - 1]
        if _STOPS & set(words[max(len(words) - _NEAR, 0) :]):
            return False
        return not _DELAYED.isdisjoint(words) or any(pair in _DELAYED_BY_TWO for pair in pairwise(words))

    def _is_moved(self, first: int, last: int, before: str) -> bool:
        """Tell whether something is moved from one time to another: "moved the vote from 16 April to 11 May"."""
        begin = max(self.syntax.sentences[self.syntax.sentence_of[first]].start, first - _NEAR - _NEAR)
        words = self.lower[begin:first]
        verbs = [w for w in range(begin, first) if self.lower[w] in _MOVED]
        if not any(self.syntax.children(w, "obj", "aux:pass", "nsubj:pass") for w in verbs):
            return False  # "shares moved sideways from Monday to Wednesday"
        return (before == "from" and self.lower[last : last + 1] == ("to",)) or (before == "to" and _is_of_times(words))

    def _had_to_be_over(self, verb: int) -> bool:
        """Tell whether something should be over by now: "due to have begun by Feb. 3"."""
        before = self.lower[max(verb - 4, 0) : verb]  # "due to have been begun"
        return any(before[at] in _OWED and before[at + 1 : at + 3] == ("to", "have") for at in range(len(before)))

    def _is_fixed(self, first: int, last: int, before: str) -> bool:
        """Tell whether a day is what somebody fixes or asks for: "fixed March 4 for the start", "had asked for Jan. 2"."""
        if before == "for" and self.lower[max(first - 2, 0)] in {"ask", "asked", "asking", "asks"}:
            return True
        # "Set Friday as the deadline" is told of one that is over, too.
        is_weekday = not WEEKDAYS.keys().isdisjoint(self.lower[first:last])
        return before in _FIXED and not is_weekday and self.lower[last : last + 1] in {("for",), ("as",)}

    def _is_scheduled(self, first: int) -> bool:
        """Tell whether a time stands in the heading of a timetable: "Fixtures on Saturday:"."""
        sentence = self.syntax.sentences[self.syntax.sentence_of[first]]
        if _TIMETABLES.isdisjoint(self.lower[max(first - _NEAR, sentence.start) : first]):
            return False
        return not any(self.syntax.upos[w] in {"VERB", "AUX"} for w in range(sentence.start, sentence.end))

    def _is_beginning(self, first: int) -> bool:
        """Tell whether a time says from when on something is to be: right behind "starting" or "beginning on"."""
        words = self.lower[max(first - 2, 0) : first]
        verb = next((at for at in (first - 1, first - 2) if at >= 0 and self.lower[at] in _BEGINNING), None)
        if verb is None or (verb == first - 2 and words[-1] not in {"on", "from", "in"}):
            return False
        return not self.syntax.children(verb, "aux", "cop")

    def _is_of_plan(self, first: int) -> bool:
        """Tell whether the noun in front of a time is of something to come: "the planned visit of the king in October"."""
        if first > 1 and self.lower[first - 2] == "due" and self.syntax.upos[first - 1] == "ADP":
            return True
        if self.lower[first - 1 : first] == ("for",) and first > 1 and self.lower[first - 2] in _ARRANGED:
            return "had" not in self.lower[max(first - 4, 0) : first - 2]  # "put off a visit planned for Wednesday"
        for word in range(first - 2, max(first - 2 * _NEAR, 0), -1):
            if self.lower[word] == "due" and self.lower[word + 1] in {"in", "at", "back"}:
                return True  # "was due in Kyiv on Wednesday"
            if self.lower[word] in _COMING and self.syntax.is_relation(word, "amod"):
                return "as" not in self.lower[word - 2 : word]  # "began as previously planned on Saturday"
            if self.syntax.upos[word] == "VERB" and self.lower[word - 1] == "to" and self.lower[word - 2] in _BE:
                return True  # "and was to see him on Tuesday", whatever the tree hangs the day on
            if self.syntax.upos[word] in {"AUX", "PUNCT", "SCONJ", "VERB"}:
                return False
        return False

    def _is_issued(self, verb: int) -> bool:
        """Tell whether a participle right behind its noun says that something was issued."""
        is_behind = verb > 0 and self.lower[verb] in _ISSUED and self.syntax.is_relation(verb, "acl")
        return is_behind and self.syntax.upos[verb - 1] in {"NOUN", "PROPN"} and not self._helpers(verb)

    def _tense_of(self, verb: int, before: str) -> str:
        """Return the tense that a verb tells, "" if it tells none; `before` is the word before the expression."""
        word, helpers = self.lower[verb], self._helpers(verb) or self._shared_helpers(verb)
        if _FUTURE_AUX & {*helpers, word}:
            return "future"
        if (helpers & {"has", "have"} and before in _UNTIL) or (
            word in _PUT_OFF and before in _UNTIL | {"through", "to"}
        ):
            return "ahead" if "had" in helpers else "future"  # "has given them until Tuesday", "runs through January"
        marks = {self.lower[c] for c in self.syntax.children(verb, "mark")}
        if "to" in marks and helpers & {"was", "were"} and "have" not in helpers:
            return "ahead"  # "was to meet him on Friday", "was due to meet him"
        above = self.syntax.heads[verb]
        if "to" in marks and self.lower[above] in _PENDING | {"due"} and self._helpers(above) & {"is", "are"}:
            return "future"  # "is expected to rule on Tuesday"
        if before in {"until", "till"} and helpers & {"is", "are"}:
            return "future"  # "school is cancelled until Tuesday"
        if before in {"until", "till"} and word in _SHUT and helpers <= _BE:
            if self._was_opened(verb):
                return "past"  # "were shut until Sunday, when they reopened"
            return "ahead"  # "schools were shut until Sunday"
        if _PAST_AUX & helpers and word not in _PLANS | _LIKELY:
            return "past"
        to_come = before in _UNTIL | {"for"}  # "set elections for Friday", "put the case off until Monday"
        if word in _UNCHANGED and not helpers and not to_come and self._is_unchanged_past(verb):
            return "past"
        if _PLANS & {*helpers, word}:
            return "future"
        if not helpers and word in _LASTED and before in _UNTIL:
            return "past"  # "stayed until Monday"
        if before in _UNTIL or "to" in marks or _LIKELY & {*helpers, word}:
            return "ahead"
        return "past" if word.endswith("ed") or word in _IRREGULAR_PAST or is_past(word) else ""

    def _was_opened(self, verb: int) -> bool:
        """Tell whether a verb of the past behind another tells that what was shut is open again."""
        sentence = self.syntax.sentences[self.syntax.sentence_of[verb]]
        return any(
            self.lower[w] in _OPENED and self._helpers(w) <= _BE and not self.syntax.children(w, "mark")
            for w in range(verb + 1, sentence.end)
            if self.syntax.upos[w] == "VERB"
        )

    def _was_reached(self, verb: int, first: int, before: str) -> bool:
        """Tell whether a time in front of a verb of the past bounds what was so by then: "By May it held 82 villages"."""
        word, syntax = self.lower[verb], self.syntax
        if before != "by" or verb < first or self._helpers(verb) or word in _LIKELY | _AGREED | _PLANS:
            return False
        is_plan = syntax.children(verb, "xcomp", "mark") or not syntax.children(verb, "nsubj")
        return not is_plan and (word.endswith("ed") or word in _IRREGULAR_PAST or is_past(word))

    def _is_unchanged_past(self, verb: int) -> bool:
        """Tell whether a verb of one form for present and past is told of the past.

        It has a doer and an object, "protesters set fire to cars on Monday", or a particle, "a hotline set up in January"; not
        "set for January", "shops shut on Monday", nor "help cut emissions".
        """
        syntax = self.syntax
        if syntax.children(verb, "compound:prt") and self.lower[verb] == "set":
            return True
        if (
            self.lower[verb] == "broadcast"
            and syntax.upos[verb - 1] == "NOUN"
            and syntax.is_relation(verb, "acl", "advcl")
        ):
            return True  # "in remarks broadcast on Wednesday"
        if syntax.children(verb, "mark", "nsubj:pass") or not syntax.children(verb, "obj", "ccomp", "xcomp"):
            return False
        if syntax.children(verb, "nsubj"):
            return True
        above = syntax.heads[verb]
        return syntax.is_relation(verb, "conj") and self._tense_of(above, "") == "past"

    def _shared_helpers(self, verb: int) -> set[str]:
        """Return the helpers of the verb before that a participle shares: "were moved and burned by June"."""
        syntax = self.syntax
        alone = is_participle(self.lower[verb]) and not syntax.children(verb, "nsubj", "nsubj:pass", "mark")
        return self._helpers(syntax.heads[verb]) if alone and syntax.is_relation(verb, "conj") else set()

    def _was_agreed(self, verb: int, before: str) -> bool:
        """Tell whether a verb of agreeing has the time itself: "agreed in June"."""
        planned = self.lower[verb] == "planned" and bool(
            self.syntax.children(verb, "obj")
        )  # "planned a march on Friday"
        return self.lower[verb] in _AGREED and not planned and not self._helpers(verb) and before not in {"for", "by"}

    def _was_set(self, first: int) -> bool:
        """Tell whether words end in "set on": of a record; the tree takes "set" for a noun as often as not."""
        words = self.lower[max(first - 3, 0) : first]
        return words[-2:] in [("set", "on"), ("set", "in")] and words[0] not in _BE

    def _had_been_planned(self, verb: int) -> bool:
        """Tell whether an infinitive is of a plan that was given up: "had been scheduled to end on Friday"."""
        above = self.syntax.heads[verb]
        return "had" in self._helpers(above) and self.syntax.upos[above] == "VERB"

    def _is_timetable(self, verb: int) -> bool:
        """Tell whether a verb in the present has a day of its own: "opens on Tuesday"; who "says" something may cite it."""
        word, syntax = self.lower[verb], self.syntax
        is_present = syntax.upos[verb] == "VERB" and not (is_participle(word) or word.endswith("ing"))
        head = syntax.heads[verb]  # "let the offensive begin on Saturday"
        is_bare = syntax.is_relation(verb, "xcomp") and self._tense_of(head, "") == "past"
        return is_present and not is_bare and not syntax.children(verb, "aux", "cop", "mark", "ccomp")


def _is_of_times(words: tuple[str, ...]) -> bool:
    """Tell whether the words before "to" give a day or month from which something is moved: "from 16 April to"."""
    behind = words[len(words) - words[::-1].index("from") :] if "from" in words else ()
    return any(word in MONTHS or word in WEEKDAYS for word in behind)

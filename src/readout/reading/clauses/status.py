# SPDX-License-Identifier: Apache-2.0
"""Status: whether what a word tells of occurred, goes on, is planned, requested, conditional, hypothetical, attempted or denied.

A word is judged by its own clause, and by the words above it that decide on it: "failed" over "to reach", "if" over its
clause, "threat" over "of a strike". The judgement goes up the tree and comes down again, as the polarity of
implicatives is passed on by Nairn, Condoravdi and Karttunen (2006), "Computing relative polarity for textual inference",
and by Stanovsky et al. (2017), "Integrating deep linguistic features in factuality prediction"; the statuses below the
fact and its denial are those of Saurí and Pustejovsky (2009), "FactBank", by what makes them open.

A report's speaker is believed here: in "the army said it fired", the firing occurred, on the army's word. On whose word
something stands is told by the statement around it, not by its status.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from readout.reading.clauses.clauses import Clause
from readout.reading.clauses.conditions import opening_of, opening_phrase
from readout.reading.clauses.embedding import embedding_of, is_of_speech, modifier_of, ordinal_of
from readout.reading.clauses.predicates import ACTUAL, Finding, Value, is_headline_plan, own_finding
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax
from readout.reading.trees.verbforms import SAME_IN_PRESENT
from readout.resources import commitment_of, noun_triggers_at
from readout.text import Span

__all__ = ["STATUSES", "Happened", "Status", "Value", "status_of"]

Happened = Literal["happened", "did_not", "unknown"]

STATUSES: tuple[Value, ...] = (
    "occurred", "ongoing", "planned", "requested", "conditional", "hypothetical", "attempted", "denied",
)  # fmt: skip

_DEEPEST = 30  # words looked up through; news has five, and a tree without sense must not cost the stack

# What a class of the table of commitments makes of what is embedded, where the word itself is so, and where it is denied.
# "same" passes on the status of the word; "actual" leaves the embedded clause to itself; the last three look at tense.
_OUTCOMES: dict[str, tuple[str, str]] = {
    "able": ("able", "denied"),
    "allow": ("same", "denied"),
    "aspect": ("aspect", "denied"),
    "attempt": ("attempted", "denied"),
    "belief": ("hypothetical", "denied"),
    "counter": ("denied", "occurred"),
    "denial": ("denied", "hypothetical"),
    "denied": ("denied", "occurred"),
    "desire": ("hypothetical", "denied"),
    "ended": ("ended", "occurred"),
    "evidence": ("actual", "denied"),
    "factive": ("factive", "factive"),
    "force": ("same", "hypothetical"),
    "hesitate": ("hypothetical", "occurred"),
    "implicative": ("same", "denied"),
    "light": ("same", "denied"),
    "obligation": ("obligation", "denied"),
    "ongoing": ("ongoing", "denied"),
    "plan": ("planned", "denied"),
    "possibility": ("hypothetical", "hypothetical"),
    "postponed": ("planned", "planned"),
    "question": ("hypothetical", "hypothetical"),
    "refuse": ("denied", "hypothetical"),
    "report": ("actual", "hypothetical"),
    "request": ("requested", "hypothetical"),
}
_OPEN = ("conditional", "hypothetical")
_BEING = frozenset("have has had having is are was were be".split())
_ANYONE = frozenset("anyone anybody whoever whatever whichever".split())
_UNDER_WAY = frozenset("way progress force course swing effect week month day year".split())
_UNTIL = frozenset({"until", "till"})
_WOULD = frozenset({"would", "will", "wo", "could", "should", "might"})
_NORMS = frozenset(
    "act agreement amendment bill clause constitution deal decree directive law laws legislation measure ordinance pact policy "
    "powers provision regulation regulations resolution rule rules statute treaty".split()
)
_INSTEAD = frozenset("without instead rather".split())
_REASONS = frozenset("because although though while whereas since as".split())
_FAILED = frozenset("failed foiled thwarted abortive unsuccessful botched bungled vain".split())
_WRITTEN = frozenset(
    "report reports letter letters article articles study statement claim claims allegation allegations".split()
)
_UNMADE = frozenset("block blocks blocked blocking veto vetoes vetoed vetoing".split())
_REFUSALS = ("refuse", "denial", "counter")
_BECOMING = frozenset({"become", "becomes", "became", "becoming"})
_ARRANGEMENTS = frozenset("date dates day time venue location place timetable schedule agenda format".split())
_ARRANGING = frozenset(
    "set fix fixed agree agreed decide decided finalise finalised finalize finalized settle settled choose chosen found find "
    "announce announced confirm confirmed named propose proposed seek seeking sought discuss discussed".split()
)
_MADE_KNOWN = frozenset({"announce", "announced", "confirm", "confirmed"})
_NOT_YET = frozenset("not n't n’t never yet no neither will would to".split())
_PAST = frozenset("last previous earlier month year week".split())
_TALKS = frozenset("talk talks negotiation negotiations discussion discussions consultations dialogue".split())
_ROUNDS = frozenset({"round", "rounds", "resumption"})
_AGREEING = frozenset({"agree", "agrees", "agreed", "agreeing"})
_CALLS = frozenset({"call", "calls"})
_CANCELLED = frozenset("called cancelled canceled scrapped aborted".split())  # a call for help is rejected, or unheeded
_OF_LENGTH = frozenset(
    "round rounds visit trip tour session meeting summit conference day days hours call series".split()
)  # of what ends when it is over

_LENGTHS = frozenset("hour day night week month year decade long lengthy protracted".split())
_TOPICS = frozenset("on about over".split())
_DEALINGS = frozenset(
    "talk talks negotiation negotiations discussion discussions consultation consultations debate debates vote votes referendum "
    "conference dialogue proposal proposals plan plans".split()
)
_AMOUNTS = frozenset("amount mean violate constitute breach undermine represent".split())
_COUNTS = frozenset("first second third fourth latest last".split())  # "the strike would be the first"
_FARTHEST = 8  # words from talks to what they are on


@dataclass(frozen=True, slots=True)
class Status:
    """What a report says of an event.

    Attributes:
        value: One of `STATUSES`.
        cues: The words that decided, in text order; none where nothing but the absence of such words did.
        rule: The name of the rule that decided, for explanation.
        happened: What the words commit their author to: that it happened or goes on, that it did not, or neither. Of what
            is still to come nothing is known yet.
    """

    value: Value
    cues: tuple[Span, ...]
    rule: str
    happened: Happened


_BEFORE = frozenset({"before"})


def status_of(encoding: Encoding, syntax: Syntax, word: int) -> Status:
    """Judge what a report says of the event that a word names.

    Args:
        encoding: The words of the report; its scores are not looked at.
        syntax: Their trees.
        word: A verb, an event noun or a predicate adjective.
    """
    found = _Judge(encoding, syntax).judge(word, 0)
    cues = tuple(encoding.spans[at] for at in sorted(set(found.words)))
    return Status(found.value, cues, found.rule, _happened(found))


def _happened(found: Finding) -> Happened:
    if found.is_actual:
        return "happened"
    return "did_not" if found.value == "denied" or found.rule in ("would have", "failed") else "unknown"


@dataclass(frozen=True, slots=True)
class _Judge:
    encoding: Encoding
    syntax: Syntax
    clauses: dict[int, Clause] = field(default_factory=dict)  # each word's clause is asked for several times

    def judge(self, word: int, depth: int) -> Finding:
        """Judge a word that is `depth` steps above the one that was asked for."""
        if depth > _DEEPEST:
            return ACTUAL
        if self._is_noun(word):
            return self._noun(word, depth)
        return _composed(self._around(word, depth), own_finding(self._clause(word)))

    def _clause(self, word: int) -> Clause:
        if word not in self.clauses:
            self.clauses[word] = Clause(self.encoding, self.syntax, word)
        return self.clauses[word]

    def _lower(self, word: int) -> str:
        return self.encoding.lower[word]

    def _is_noun(self, word: int) -> bool:
        syntax = self.syntax
        if syntax.upos[word] in ("VERB", "AUX", "ADJ") or syntax.is_relation(
            word, "amod", "advmod", "acl", "ccomp", "advcl"
        ):
            return False
        return not syntax.children(word, "cop", "nsubj", "aux", "expl")

    # What stands above a clause.

    def _around(self, word: int, depth: int) -> Finding:
        syntax, clause = self.syntax, self._clause(word)
        if syntax.heads[word] == word:
            return ACTUAL
        if clause.is_relation("conj"):
            return self._around_conjunct(word, depth)
        if self._is_time_of(word):
            return ACTUAL
        if syntax.relations[word] == "acl:relcl" and not self._is_told_by_noun(clause):
            anyone = syntax.heads[word]
            if self._lower(anyone) in _ANYONE:
                return Finding("conditional", (anyone,), "whoever")
            return self._of_supposed(anyone, depth)
        if clause.is_relation("amod"):
            return self._of_noun(word, depth)
        if (too := self._too(clause)) is not None:
            return Finding("denied", (too,), "too")
        if (found := embedding_of(self.encoding, syntax, word)) is not None:
            return self._embedded(word, found.governor, found.kind, found.words, depth)
        return self._unmarked(clause, depth)

    def _is_time_of(self, word: int) -> bool:
        """Tell whether a clause says which of several times: "the eighth time that they [had struck]"."""
        head = self.syntax.heads[word]
        is_past = self._clause(word).tense in ("past", "perfect")
        return self._lower(head) == "time" and self.syntax.is_relation(word, "acl", "acl:relcl") and is_past

    def _of_supposed(self, noun: int, depth: int) -> Finding:
        """Judge a relative clause of something that is only supposed to be: "if you had a militia that killed"."""
        if depth >= _DEEPEST or self._is_definite(noun) or self._lower(self.syntax.heads[noun]) not in _BEING:
            return ACTUAL
        above = self._around_noun(noun, depth + 1)
        return above if above.value in _OPEN else ACTUAL

    def _unmarked(self, clause: Clause, depth: int) -> Finding:
        """Judge by the mere relation, where the table knows nothing of the word above."""
        word, head = clause.word, self.syntax.heads[clause.word]
        if clause.is_relation("advcl"):
            return self._adverbial(clause, depth)
        if clause.is_relation("ccomp"):
            return self._embedded(word, head, "report", (), depth)
        if clause.is_relation("xcomp", "csubj"):
            return self.judge(head, depth + 1).under("complement")
        if not clause.is_relation("acl"):
            return ACTUAL
        if not clause.is_infinitive():
            return self._of_noun(word, depth)
        if is_headline_plan(clause):
            return ACTUAL
        if ordinal_of(self.encoding, self.syntax, head) is not None:  # "became the first state to recognise it"
            above = self.syntax.heads[head]
            becomes = self._lower(above) in _BECOMING and self.syntax.is_relation(head, "obj", "xcomp")
            return self.judge(above if becomes else head, depth + 1).under("infinitive of the first")
        if self.syntax.children(head, "cop") and any(
            self._lower(c) == "in" for c in self.syntax.children(head, "case")
        ):
            return Finding("planned", (word,), "purpose")  # "the envoy is in Tarsk to meet the president"
        return Finding("hypothetical", (word,), "infinitive of a noun")

    def _is_told_by_noun(self, clause: Clause) -> bool:
        """Tell "the claim that he fled", which parsers take for a relative clause."""
        return clause.mark_in(frozenset({"that"})) is not None and is_of_speech(
            self._lower(self.syntax.heads[clause.word])
        )

    def _of_noun(self, word: int, depth: int) -> Finding:
        """Judge a participle by its noun: "no plan linking them" links nothing, and the risk of Iran attacking is a risk."""
        noun = self.syntax.heads[word]
        feared = self.syntax.heads[noun]
        if self._lower(word).endswith("ing") and self._is_feared(noun, feared):
            return self._embedded(word, feared, "possibility", (feared,), depth)
        above = self.judge(self.syntax.heads[word], depth + 1)
        if above.value in ("planned", "requested") and self._is_new_act(noun):
            return above  # "called for [an inquiry] led by the court"
        if above.value != "denied" or word in above.words:
            return ACTUAL
        made = not any(self._lower(w) in _UNMADE for w in above.words)  # a statement that is blocked says nothing
        return ACTUAL if above.rule in _REFUSALS and self._lower(noun) in _WRITTEN and made else above

    def _is_new_act(self, noun: int) -> bool:
        """Tell whether a noun names something done, and not one that the reader is taken to know."""
        return noun_triggers_at(self.encoding.words, noun) is not None and not self._is_definite(noun)

    def _is_feared(self, noun: int, above: int) -> bool:
        """Tell whether a noun with its participle is what may be: "the [risk] of Iran attacking"."""
        case = [self._lower(at) for at in self.syntax.children(noun, "case")]
        known = commitment_of(self._lower(above), "noun") if case == ["of"] and noun != above else None
        return known is not None and known.commits.get(":of") == "possibility"

    def _around_conjunct(self, word: int, depth: int) -> Finding:
        """Judge by what stands above the first conjunct, but a past tense after an infinitive is a clause of its own."""
        head = self.syntax.heads[word]
        gerund = self._gerund_beside(word)
        if gerund is not None and depth < _DEEPEST:
            return self._around(gerund, depth + 1)
        is_apart = self._clause(word).tense == "past" and self._clause(head).tense == "none"
        if depth >= _DEEPEST or (
            is_apart and self.syntax.upos[head] == "VERB" and not self.syntax.is_relation(head, "root", "conj")
        ):
            return ACTUAL
        return self._around(head, depth + 1)

    def _gerund_beside(self, word: int) -> int | None:
        """Return the one that a verb in -ing is joined to in sense: "has mentioned [selling] ships and cutting the fleet"."""
        head = self.syntax.heads[word]
        if not self._lower(word).endswith("ing") or self._lower(head).endswith("ing"):
            return None
        beside = [c for c in self.syntax.children(head, "xcomp", "ccomp", "advcl") if head < c < word]
        return next((c for c in reversed(beside) if self._lower(c).endswith("ing")), None)

    def _adverbial(self, clause: Clause, depth: int) -> Finding:
        head = self.syntax.heads[clause.word]
        is_head_past = self._clause(head).tense in ("past", "perfect")
        opening = opening_of(clause)
        if opening is not None and not (self._lower(opening) == "once" and is_head_past):
            return Finding("conditional", (opening,), "if")
        if (mark := clause.mark_in(_INSTEAD)) is not None:
            return Finding("denied", (mark,), "without")
        if (mark := self._topic_of_talks(clause)) is not None:
            return Finding("hypothetical", (mark,), "topic of talks")
        if (mark := clause.mark_in(_UNTIL)) is not None and self._is_to_come(clause):
            return Finding("hypothetical", (mark,), "until")
        if is_head_past and clause.tense == "present" and (mark := clause.mark_in(_BEFORE)) is not None:
            return Finding("planned", (mark,), "before")  # "the test came a day before the two meet"
        above = self.judge(head, depth + 1)
        if clause.is_infinitive():
            return Finding("planned", (clause.word,), "purpose") if above.is_actual else above
        is_apart = clause.tense in ("past", "perfect") or (
            clause.tense == "present" and clause.mark_in(_REASONS) is not None
        )
        if above.value == "attempted" and self._lower(clause.word).endswith("ing"):
            # "tried to storm the base, killing two": who tries has done what he did on the way.
            is_apart = is_apart or self._lower(max(clause.word - 1, 0)) == ","
        return ACTUAL if is_apart or above.is_actual or above.value == "denied" else above

    def _topic_of_talks(self, clause: Clause) -> int | None:
        """Return the "on" before what talks are about: "suspended talks with Sudan [on] normalising relations"."""
        mark = clause.mark_in(_TOPICS)
        if mark is None or not clause.is_gerund():
            return None
        before = self.encoding.lower[max(mark - _FARTHEST, self.syntax.heads[clause.word]) : mark]
        return None if _DEALINGS.isdisjoint(before) else mark

    def _is_to_come(self, clause: Clause) -> bool:
        """Tell whether what is behind "until" has not happened: "until they [withdraw]", "would not talk until they had left"."""
        head = self._clause(self.syntax.heads[clause.word])
        if any(self._lower(w) == "had" for w in clause.auxiliaries):
            return head.is_infinitive() or not _WOULD.isdisjoint(self._lower(w) for w in head.auxiliaries)
        return clause.tense in ("present", "perfect")

    # What a word of the table makes of what it embeds.

    def _embedded(self, word: int, governor: int, kind: str, words: tuple[int, ...], depth: int) -> Finding:
        above, clause = self.judge(governor, depth + 1), self._clause(word)
        is_either = self._lower(word) in SAME_IN_PRESENT and not self._lower(governor).startswith("insist")
        if kind == "report" and clause.is_subjunctive() and not is_either:  # "a bomb hit the base, officials said"
            return Finding("requested", (*words, word), "subjunctive")
        if kind == "attempt" and (vain := self._in_vain(governor)) is not None:
            return Finding("attempted", (*words, vain), "failed")
        outcome = self._outcome(word, governor, kind, above)
        cues = words if above.is_actual else tuple(sorted({*words, *above.words}))
        if outcome == "actual":
            is_open = above.value in (*_OPEN, "requested")
            return Finding("hypothetical" if is_open else "occurred", cues, kind)
        if kind == "factive" and outcome == "occurred":
            return Finding("occurred", words, kind)
        if outcome == "same" or above.value in _OPEN:
            return Finding(above.value, cues, kind if above.is_actual else above.rule)
        return Finding(_value(outcome), cues, kind)

    def _outcome(self, word: int, governor: int, kind: str, above: Finding) -> str:
        outcome = _OUTCOMES[kind][above.value == "denied"]
        is_past = self._clause(governor).tense in ("past", "perfect")
        if outcome == "able":
            return "hypothetical" if above.is_actual and not is_past else "same"
        if outcome == "obligation":
            is_had = not self._clause(word).is_infinitive()  # "has its money stashed away"
            return "same" if is_had or (above.is_actual and is_past) else "requested"
        if kind == "allow" and outcome == "same" and self._is_of_norm(governor):
            return "hypothetical"
        if outcome == "aspect":
            return "ongoing" if above.is_actual and not is_past else "same"
        if outcome == "ended":
            return "occurred" if self._is_definite(word) or self._is_of_length(word) else "denied"
        if kind == "report" and above.rule in _REFUSALS and self.syntax.upos[governor] == "NOUN":
            return "denied"
        if outcome == "factive":
            is_open = self._clause(word).is_gerund() and not above.is_actual and above.value != "denied"
            return "same" if is_open else "occurred"
        return outcome

    def _is_of_norm(self, governor: int) -> bool:
        """Tell whether a rule allows something, by which nothing is done yet: "a law that lets police [detain] suspects"."""
        syntax = self.syntax
        whose = [*syntax.children(governor, "nsubj")]
        if syntax.is_relation(governor, "acl", "acl:relcl"):
            whose.append(syntax.heads[governor])
        if syntax.is_relation(governor, "advcl") and not whose:  # "a rule took effect, letting police detain suspects"
            whose += syntax.children(syntax.heads[governor], "nsubj")
        return any(self._lower(w) in _NORMS for w in whose)

    def _too(self, clause: Clause) -> int | None:
        """Return the "too" of "too tired to flee"."""
        if not clause.is_infinitive():
            return None
        governor = self.syntax.heads[clause.word]
        return next((at for at in self.syntax.children(governor, "advmod") if self._lower(at) == "too"), None)

    def _in_vain(self, governor: int) -> int | None:
        """Return the word that says that an attempt failed: "tried in vain", "tried but failed", "a failed attempt"."""
        children = self.syntax.children(governor, "obl", "advmod", "conj", "amod")
        return next((at for at in children if self._lower(at) in _FAILED), None)

    # Nouns.

    def _noun(self, noun: int, depth: int) -> Finding:
        around = self._around_noun(noun, depth)
        cancelled = self._lower(noun) in _CALLS and any(self._lower(w) in _CANCELLED for w in around.words)
        if depth == 0 and around.rule in _REFUSALS and is_of_speech(self._lower(noun)) and not cancelled:
            return Finding("occurred", around.words, "refusal of what was said")
        if (no := self._clause(noun).negated_noun(noun)) is not None:
            return around if around.value == "denied" else Finding("denied", (no,), "no")
        modifier = modifier_of(self.encoding, self.syntax, noun)
        if modifier is None or not around.is_actual:
            return around
        rule = "failed" if self._lower(modifier[1]) in _FAILED else f"{modifier[0]} (modifier)"
        return Finding(_value(_OUTCOMES[modifier[0]][0]), (modifier[1],), rule)

    def _around_noun(self, noun: int, depth: int) -> Finding:
        syntax, head = self.syntax, self.syntax.heads[noun]
        if head == noun or depth > _DEEPEST:
            return ACTUAL
        if syntax.is_relation(noun, "conj", "appos"):
            return self._around_noun(head, depth + 1) if self._is_noun(head) else ACTUAL
        if (arranging := self._arranging(noun)) is not None:
            return Finding("planned", (arranging,), "arranged")
        if (found := embedding_of(self.encoding, syntax, noun)) is not None:
            return self._embedded(noun, found.governor, found.kind, found.words, depth)
        if (
            case := next((at for at in syntax.children(noun, "case") if self._lower(at) in _INSTEAD), None)
        ) is not None:
            return Finding("denied", (case,), "without")
        if (opening := opening_phrase(self._clause(noun), noun)) is not None:
            return Finding("conditional", (opening,), "if")
        if syntax.is_relation(noun, "nmod") and self._lower(head) in {"case", "event"}:
            return Finding("conditional", (head,), "if")
        if (
            syntax.relations[noun] == "nsubj"
            and self._lower(head) in _UNDER_WAY
            and self._clause(head).tense == "present"
        ):
            return Finding("ongoing", (head,), "under way")
        return self._argument(noun, head, depth)

    def _arranging(self, noun: int) -> int | None:
        """Return the verb by which a date or place for something is found, or not yet: "a date for talks had not been [set]"."""
        cases = [at for at in self.syntax.children(noun, "case") if self._lower(at) in {"for", "of", "on"}]
        if not cases or any(self._lower(at) in _PAST for at in self.syntax.children(noun, "amod", "nmod:poss", "det")):
            return None
        case, verb = cases[0], self.syntax.heads[noun]
        if self._lower(noun) in _TALKS and self._lower(verb) in _ROUNDS:  # "agreed on a new round of talks"
            on = [at for at in self.syntax.children(verb, "case") if self._lower(at) == "on"]
            case, verb = (on[0], self.syntax.heads[verb]) if on else (case, verb)
        if self._lower(case) == "on":  # "Togo and Benin [agreed] on talks"
            return verb if self._lower(noun) in _TALKS | _ROUNDS and self._lower(verb) in _AGREEING else None
        subjects = [self._lower(w) for w in self.syntax.children(verb, "nsubj", "nsubj:pass", "obj")]
        if self._lower(case - 1) in _ARRANGEMENTS:
            verb = self.syntax.heads[case - 1]
        elif _ARRANGEMENTS.isdisjoint(subjects):  # "no date was [set] for the visit"
            return None
        if self._lower(verb) in _MADE_KNOWN and self._lower(case) == "of" and not self._is_yet_to_be(verb):
            return None  # "the date of the talks was announced a week before"
        return verb if self._lower(verb) in _ARRANGING else None

    def _is_yet_to_be(self, verb: int) -> bool:
        """Tell whether something is not done yet: "has not been announced", "no date was set", "will be announced"."""
        beside = [*self.syntax.children(verb, "advmod", "aux", "mark")]
        beside += [d for s in self.syntax.children(verb, "nsubj:pass", "obj") for d in self.syntax.children(s, "det")]
        return any(self._lower(at) in _NOT_YET for at in beside)

    def _argument(self, noun: int, head: int, depth: int) -> Finding:
        """Judge a noun by the clause in which it has a part: what is not new to the reader is taken to be there already."""
        if not self.syntax.is_relation(noun, "obj", "nsubj", "obl", "nmod", "compound", "xcomp", "iobj"):
            return ACTUAL
        above = self.judge(head, depth + 1)
        if above.is_actual:
            return ACTUAL
        if self._is_definite(noun) and above.value != "denied":
            return Finding("hypothetical", above.words, "weighed") if self._is_weighed(noun) else ACTUAL
        if above.value == "denied" and not self._is_in_denial(noun):
            return ACTUAL
        return above

    def _is_weighed(self, noun: int) -> bool:
        """Tell whether it is said what something would be: "Norland's recognition of Tarsk would [be] a breach"."""
        head = self.syntax.heads[noun]
        says = self.syntax.children(head, "cop") or self._lower(head) in _AMOUNTS
        counted = ordinal_of(self.encoding, self.syntax, head) is not None or self._lower(head) in _COUNTS
        would = any(self._lower(at) == "would" for at in self._clause(head).auxiliaries)
        return bool(says) and would and not counted and self.syntax.is_relation(noun, "nsubj")

    def _is_in_denial(self, noun: int) -> bool:
        """Tell whether a denial takes in the noun: "did not hold a meeting", "any meeting", but not "the meeting"."""
        syntax = self.syntax
        if any(self._lower(at) == "any" for at in syntax.children(noun, "det")):
            return True
        is_aim = [self._lower(at) for at in syntax.children(noun, "case")] == ["for"]
        return (syntax.is_relation(noun, "obj") or is_aim) and not self._is_definite(noun)

    def _is_of_length(self, word: int) -> bool:
        """Tell whether a noun means what begins and ends, and has been held when it does: "ended [a fourth round] of talks"."""
        above = self.syntax.heads[word]
        if any(self._lower(c) in _LENGTHS for c in self.syntax.children(word, "compound", "amod")):
            return True  # "ended a three-day siege"
        return self._lower(word) in _OF_LENGTH or (
            self.syntax.is_relation(word, "nmod") and self._lower(above) in _OF_LENGTH
        )

    def _is_definite(self, noun: int) -> bool:
        syntax = self.syntax
        if syntax.children(noun, "nmod:poss"):
            return True
        return any(self._lower(at) in {"the", "this", "that", "these", "those"} for at in syntax.children(noun, "det"))


def _value(outcome: str) -> Value:
    return next(value for value in STATUSES if value == outcome)


def _composed(around: Finding, own: Finding | None) -> Finding:
    """Join what stands above a clause with what the clause says."""
    if own is None or (around.value == "ongoing" and own.is_actual):
        return around
    if around.is_actual:
        return Finding(own.value, around.words, around.rule) if own.is_actual and around.words else own
    if own.value == "conditional":
        return own
    if own.value != "denied":
        return around
    words = (*around.words, *own.words)
    if around.value == "denied":
        return Finding("occurred", words, "twice denied")
    return Finding("denied", words, "not") if around.value in ("planned", "requested") else around

# SPDX-License-Identifier: Apache-2.0
"""What a report says of an event: that it occurred, goes on, is planned, asked for, denied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from readout.reading.clauses import Clause
from readout.reading.embedding import embedding_of, modifier_of
from readout.reading.encoding import Encoding
from readout.reading.syntax import Syntax
from readout.resources import commitment_of
from readout.text import Span

__all__ = ["STATUSES", "Happened", "Status", "Value", "status_of"]

Value = Literal["occurred", "ongoing", "planned", "requested", "conditional", "hypothetical", "attempted", "denied"]
Happened = Literal["happened", "did_not", "unknown"]

STATUSES: tuple[Value, ...] = (
    "occurred", "ongoing", "planned", "requested", "conditional", "hypothetical", "attempted", "denied",
)  # fmt: skip

_DEEPEST = 30  # embeddings looked up through; news has five, and a broken tree must not cost the stack


@dataclass(frozen=True, slots=True)
class Status:
    value: Value
    cues: tuple[Span, ...]
    rule: str
    happened: Happened


@dataclass(frozen=True, slots=True)
class _Finding:
    value: Value
    words: tuple[int, ...] = ()
    rule: str = "plain"

    @property
    def is_actual(self) -> bool:
        return self.value in ("occurred", "ongoing")


_ACTUAL = _Finding("occurred")

# What a class of the table does to what is embedded under a word that itself (first) is so, (second) is denied.
# "same" passes on the status of the word, "actual" leaves the embedded clause to itself.
_OUTCOMES: dict[str, tuple[str, str]] = {
    "able": ("same", "denied"),
    "allow": ("same", "denied"),
    "aspect": ("aspect", "denied"),
    "attempt": ("attempted", "denied"),
    "belief": ("hypothetical", "denied"),
    "counter": ("denied", "occurred"),
    "denial": ("denied", "hypothetical"),
    "denied": ("denied", "occurred"),
    "desire": ("hypothetical", "denied"),
    "ended": ("occurred", "occurred"),
    "evidence": ("actual", "denied"),
    "factive": ("actual", "actual"),
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
_PASSING = frozenset("able allow aspect force implicative light".split())
_STATES = frozenset(
    """abut adjoin belong belongs border borders contain contains control controls deserve differ exist exists favor favors favour
    favours govern governs have has hold holds house include includes involve involves lack lacks lead leads lie lies live lives need
    needs oppose opposes own owns possess remain remains reside resides rule rules run runs serve serves stay stays stand stands
    support supports want wants work works hope hopes fear fears believe believes know knows think thinks""".split()
)
_WHOEVER = frozenset("whoever whatever whichever".split())
_ANYONE = frozenset("anyone anybody".split()) | _WHOEVER
_UNDER_WAY = frozenset("way progress force course swing effect week month day year".split())


def status_of(encoding: Encoding, syntax: Syntax, word: int) -> Status:
    found = _Judge(encoding, syntax).judge(word, 0)
    words = sorted(set(found.words))
    return Status(found.value, tuple(encoding.spans[w] for w in words), found.rule, _happened(found))


def _happened(found: _Finding) -> Happened:
    if found.is_actual:
        return "happened"
    if found.value == "denied" or found.rule in ("would have", "failed"):
        return "did_not"
    return "unknown"


class _Judge:
    def __init__(self, encoding: Encoding, syntax: Syntax) -> None:
        self._encoding = encoding
        self._syntax = syntax

    def _lower(self, word: int) -> str:
        return self._encoding.lower[word]

    def _clause(self, word: int) -> Clause:
        return Clause(self._encoding, self._syntax, word)

    def judge(self, word: int, depth: int = 0) -> _Finding:
        if depth > _DEEPEST:
            return _ACTUAL
        if self._is_noun(word):
            return self._noun(word, depth)
        around = self._around(word, depth)
        return _composed(around, self._own(word, around))

    def _is_noun(self, word: int) -> bool:
        syntax = self._syntax
        if syntax.upos[word] in ("VERB", "AUX"):
            return False
        return not syntax.children(word, "cop", "nsubj", "aux", "expl") and not syntax.is_relation(word, "amod", "advmod", "acl", "ccomp", "advcl") and syntax.upos[word] != "ADJ"

    # --- what the clause says itself

    def _own(self, word: int, around: _Finding) -> _Finding | None:
        clause = self._clause(word)
        tense = clause.tense()
        if self._syntax.relations[word] != "advcl" and (opens := clause.opens_condition()) is not None:
            return _Finding("conditional", (opens,), "if")
        first = word - 1 if self._syntax.is_relation(word, "nsubj") and word else word
        subjects = [*self._syntax.children(word, "nsubj"), first]
        if (whoever := next((w for w in subjects if self._lower(w) in _WHOEVER), None)) is not None:
            return _Finding("conditional", (whoever,), "whoever")
        if (yet := self._yet(clause)) is not None:
            return _Finding("denied", (yet,), "yet to")
        condition = clause.condition()
        if condition is not None and (tense != "past" or clause.would() is not None):
            return _Finding("conditional", (condition,), "would have" if clause.has_perfect() and clause.would() is not None else "then")
        if (negation := clause.negation()) is not None:
            return self._negated(clause, negation)
        return self._modal(clause, around) or self._plain(clause)

    def _yet(self, clause: Clause) -> int | None:
        """Return "yet" before an infinitive: "has yet to be ratified"."""
        if not clause.is_infinitive():
            return None
        start = next(clause.marks())
        return start - 1 if start and self._lower(start - 1) == "yet" else None

    def _negated(self, clause: Clause, negation: int) -> _Finding:
        may = clause.may()
        if may is not None and self._lower(may) in {"may", "might", "must"}:
            return _Finding("hypothetical", (may, negation), "may not")
        tense = clause.tense()
        rule = "not will" if clause.future() is not None or clause.would() is not None else "not must" if clause.must() is not None else "not can" if may is not None else f"not {tense}"
        return _Finding("denied", (negation,), rule)

    def _modal(self, clause: Clause, around: _Finding) -> _Finding | None:
        would, future, doubt = clause.would(), clause.future(), clause.doubt()
        if (almost := clause.almost()) is not None:
            return _Finding("denied", (almost,), "almost")
        if would is not None:
            if clause.has_perfect():
                return _Finding("conditional", (would,), "would have")
            return _Finding("planned", (would,), "would said") if self._is_told(clause.word) else _Finding("hypothetical", (would,), "would")
        if doubt is not None:
            return _Finding("hypothetical", (doubt,), f"doubt {clause.tense()}")
        if future is not None:
            return _Finding("planned", (future,), "will")
        if (may := clause.may()) is not None:
            return _Finding("hypothetical", (may,), "can" if self._lower(may) in {"can", "ca"} else "could" if self._lower(may)=="could" else "may")
        if (must := clause.must()) is not None:
            return _Finding("requested", (must,), "should have" if clause.has_perfect() else "must")
        if (question := clause.question()) is not None and self._is_main(clause.word):
            return _Finding("hypothetical", (question,), "question")
        if clause.is_command() and self._syntax.is_relation(clause.word, "root", "conj", "parataxis", "ccomp"):
            return _Finding("requested", (clause.word,), "command")
        return None

    def _is_main(self, word: int) -> bool:
        syntax = self._syntax
        while syntax.is_relation(word, "conj"):
            word = syntax.heads[word]
        return syntax.relations[word] == "root"

    def _is_told(self, word: int) -> bool:
        syntax = self._syntax
        while syntax.is_relation(word, "conj"):
            word = syntax.heads[word]
        if not syntax.is_relation(word, "ccomp", "acl", "parataxis") or syntax.relations[word] == "acl:relcl":
            return any(self._lower(c) in {"said"} for c in syntax.children(word, "parataxis"))
        return self._clause(syntax.heads[word]).tense() in ("past", "none", "perfect")

    def _plain(self, clause: Clause) -> _Finding | None:
        tense, word = clause.tense(), clause.word
        auxiliaries = tuple(clause.auxiliaries())
        if clause.is_infinitive():
            if any(self._lower(a) in {"is", "are", "was", "were", "'s"} for a in auxiliaries):
                return _Finding("planned", auxiliaries, "is to")
            if self._syntax.is_relation(word, "root", "conj") or self._is_headline_plan(clause):
                return _Finding("planned", (word,), "headline to")
            return None
        if any(self._lower(w) == "due" for w in self._syntax.children(word, "case")):
            return _Finding("planned", auxiliaries, "due")
        if tense == "present" and (soon := clause.time_to_come()) is not None:
            return _Finding("planned", (soon,), "soon")
        if clause.is_progressive() and tense in ("present", "perfect"):
            return _Finding("ongoing", auxiliaries, "progressive")
        if tense == "present":
            if clause.is_headline() and not clause.is_state():
                return _Finding("occurred", (word,), "headline")
            is_going = clause.is_state() or self._lower(word) in _STATES
            return _Finding("ongoing" if is_going else "occurred", auxiliaries or (word,), "present state" if is_going else "present")
        if tense in ("past", "perfect"):
            return _Finding("occurred", auxiliaries or (word,), tense)
        return None

    def _is_headline_plan(self, clause: Clause) -> bool:
        head = self._syntax.heads[clause.word]
        return self._syntax.is_relation(clause.word, "acl") and self._syntax.relations[head] == "root" and clause.is_headline()

    # --- what stands above

    def _around(self, word: int, depth: int) -> _Finding:
        syntax = self._syntax
        relation = syntax.relations[word]
        if relation == "root" or syntax.heads[word] == word:
            return _ACTUAL
        if relation == "conj":
            return self._around_conjunct(word, depth)
        if relation == "acl:relcl" and not (self._clause(word).mark_in(frozenset({"that"})) and self._is_said(syntax.heads[word])):
            return self._relative(word, depth)
        if relation == "amod":
            return _ACTUAL
        found = embedding_of(self._encoding, syntax, word)
        if found is not None:
            return self._embedded(word, found.governor, found.kind, found.words, depth)
        if syntax.is_relation(word, "advcl"):
            return self._adverbial(word, depth)
        if syntax.is_relation(word, "ccomp"):
            return self._embedded(word, syntax.heads[word], "report", (), depth)
        if syntax.is_relation(word, "xcomp", "csubj"):
            return self._same(syntax.heads[word], depth, "xcomp to" if self._clause(word).is_infinitive() else "xcomp")
        if syntax.is_relation(word, "acl"):
            if self._clause(word).is_infinitive():
                if self._is_headline_plan(self._clause(word)):
                    return _ACTUAL
                return _Finding("hypothetical", (word,), "acl to")
            return _ACTUAL
        return _ACTUAL

    def _around_conjunct(self, word: int, depth: int) -> _Finding:
        """Judge by what stands above the first conjunct; a finite verb after infinitives belongs to the verb above them."""
        clause, head = self._clause(word), self._syntax.heads[word]
        first = self._clause(head)
        if clause.tense() == "past" and first.tense() == "none" and self._syntax.upos[head] == "VERB" and depth < _DEEPEST:
            return self._around(head, depth + 1) if self._syntax.is_relation(head, "root", "conj") else _ACTUAL
        return self._around(head, depth + 1) if depth < _DEEPEST else _ACTUAL

    def _same(self, governor: int, depth: int, rule: str) -> _Finding:
        found = self.judge(governor, depth + 1)
        return _Finding(found.value, found.words, f"{rule} / {found.rule}" if found.is_actual else found.rule)

    def _relative(self, word: int, depth: int) -> _Finding:
        head = self._syntax.heads[word]
        if self._lower(head) in _ANYONE:
            return _Finding("conditional", (head,), "whoever")
        return _ACTUAL

    def _embedded(self, word: int, governor: int, kind: str, words: tuple[int, ...], depth: int) -> _Finding:
        above = self.judge(governor, depth + 1)
        outcome = _OUTCOMES[kind][above.value == "denied"]
        too = next((w for w in self._syntax.children(governor, "advmod") if self._lower(w) == "too"), None)
        if too is not None and self._clause(word).is_infinitive():
            return _Finding("denied", (too,), "too")
        if kind == "factive" and not (self._clause(word).is_gerund() and not above.is_actual and above.value != "denied"):
            return _Finding("occurred", words, "factive")
        if kind == "factive":
            return _Finding(above.value, above.words, above.rule)
        if kind == "ended" and not self._is_definite(word):
            outcome = "counter"
        if kind == "report" and self._clause(word).is_subjunctive():
            return _Finding("requested", (*words, word), "subjunctive")
        if outcome == "counter":
            outcome = "denied"
        if kind in ("able", "obligation", "aspect"):
            tense = self._clause(governor).tense()
            is_past = tense in ("past", "perfect")
            if kind == "able" and above.is_actual and not is_past:
                outcome = "hypothetical"
            if outcome == "obligation":
                outcome = "same" if is_past and above.is_actual else "requested"
            if outcome == "aspect":
                outcome = "ongoing" if above.is_actual and not is_past else "same"
        cues = tuple(sorted({*words, *(above.words if not above.is_actual else ())}))
        if outcome == "actual":
            if above.value in ("conditional", "hypothetical", "requested") :
                return _Finding("hypothetical", cues, f"{kind} {above.value}")
            return _Finding("occurred", cues, kind)
        if outcome == "same":
            return _Finding(above.value, cues, f"{kind}" if above.is_actual else above.rule)
        if above.value in ("conditional", "hypothetical"):
            return _Finding(above.value, cues, above.rule)
        rule = kind if above.is_actual else f"{kind} {above.value}"
        return _Finding(outcome, cues, rule)

    def _adverbial(self, word: int, depth: int) -> _Finding:
        clause = self._clause(word)
        head = self._syntax.heads[word]
        if (opens := clause.opens_condition()) is not None:
            if self._lower(opens) != "once" or self._clause(head).tense() not in ("past","perfect"):
                return _Finding("conditional", (opens,), "if")
        mark = clause.mark_in(frozenset("without instead rather".split()))
        if mark is not None:
            return _Finding("denied", (mark,), self._lower(mark))
        if clause.is_infinitive():
            above = self.judge(head, depth + 1)
            if not above.is_actual:
                return _Finding(above.value, above.words, above.rule)
            return _Finding("planned", (word,), "purpose")
        above = self.judge(head, depth + 1)
        if clause.tense() in ("past", "perfect") or above.is_actual or above.value == "denied":
            return _ACTUAL
        if clause.tense() == "present" and clause.mark_in(frozenset("because although though while whereas since as".split())):
            return _ACTUAL
        return _Finding(above.value, above.words, above.rule)

    # --- nouns

    def _noun(self, noun: int, depth: int) -> _Finding:
        clause, syntax = self._clause(noun), self._syntax
        around = self._around_noun(noun, depth)
        if depth == 0 and around.rule in ("refuse", "denial", "counter") and self._is_said(noun):
            return _Finding("occurred", around.words, f"{around.rule} of what was said")
        if (no := clause.negated_noun(noun)) is not None:
            return _Finding("denied", (no,), "no") if around.value != "denied" else around
        modifier = modifier_of(self._encoding, syntax, noun)
        if modifier is not None and around.is_actual:
            outcome = _OUTCOMES[modifier[0]][0]
            rule = "failed" if self._lower(modifier[1]) in {"failed", "foiled", "thwarted", "abortive", "unsuccessful"} else f"modifier {modifier[0]}"
            return _Finding(outcome, (modifier[1],), rule)
        return around

    def _around_noun(self, noun: int, depth: int) -> _Finding:
        syntax = self._syntax
        head, relation = syntax.heads[noun], syntax.relations[noun]
        if relation == "root":
            return _ACTUAL
        if relation in ("conj", "appos") :
            return self._around_noun(head, depth + 1) if self._is_noun(head) and depth < _DEEPEST else _ACTUAL
        found = embedding_of(self._encoding, syntax, noun)
        if found is not None:
            return self._embedded(noun, found.governor, found.kind, found.words, depth)
        cases = [self._lower(w) for w in syntax.children(noun, "case")]
        if "without" in cases:
            return _Finding("denied", (syntax.children(noun, "case")[0],), "without")
        if "instead" in cases or "rather" in cases:
            return _Finding("denied", (syntax.children(noun, "case")[0],), "instead")
        if syntax.is_relation(noun, "nmod") and self._lower(head) in {"case", "event"}:
            return _Finding("conditional", (head,), "if noun")
        if relation == "nsubj" and self._lower(head) in _UNDER_WAY and self._clause(head).tense() == "present":
            return _Finding("ongoing", (head,), "under way")
        if syntax.is_relation(noun, "obj", "nsubj", "obl", "nmod", "compound", "xcomp", "iobj"):
            return self._argument(noun, head, depth)
        return _ACTUAL

    def _is_said(self, noun: int) -> bool:
        found = commitment_of(self._lower(noun), "noun")
        return found is not None and not {"request", "report", "plan", "possibility", "attempt"}.isdisjoint(found.commits.values())

    def _argument(self, noun: int, head: int, depth: int) -> _Finding:
        above = self.judge(head, depth + 1)
        if above.value == "denied":
            return self._in_denial(noun, above)
        if above.is_actual:
            return _Finding("occurred", (), "noun")
        if self._is_definite(noun):
            return _Finding("occurred", (), f"definite {above.value}")
        return _Finding(above.value, above.words, f"indefinite {above.rule}")

    def _in_denial(self, noun: int, above: _Finding) -> _Finding:
        """Judge an argument of what did not happen: "did not hold a meeting" denies the meeting, not "the" meeting."""
        syntax = self._syntax
        is_any = any(self._lower(w) == "any" for w in syntax.children(noun, "det"))
        is_new = syntax.is_relation(noun, "obj") and not self._is_definite(noun)
        is_comment = [self._lower(w) for w in syntax.children(noun, "case")] == ["for"] and not self._is_definite(noun)
        if is_any or is_new or is_comment:
            return _Finding("denied", above.words, "any" if is_any else "indefinite in denial")
        return _Finding("occurred", (), "noun in denial")

    def _is_definite(self, noun: int) -> bool:
        determiners = self._syntax.children(noun, "det", "nmod:poss")
        return any(self._lower(w) in {"the", "this", "that", "these", "those"} or self._syntax.is_relation(w, "nmod:poss") for w in determiners)


def _composed(around: _Finding, own: _Finding | None) -> _Finding:
    if own is None:
        return around
    if around.is_actual:
        if around.value == "ongoing" and own.is_actual:
            return around
        return own if not (own.is_actual and around.words) else _Finding(own.value, around.words, around.rule + " " + own.rule)
    if own.value == "conditional":
        return own
    if own.value == "denied":
        if around.value == "denied":
            return _Finding("occurred", (*around.words, *own.words), "twice denied")
        if around.value in ("planned", "requested"):
            return _Finding("denied", (*around.words, *own.words), f"{around.rule} not")
    return around

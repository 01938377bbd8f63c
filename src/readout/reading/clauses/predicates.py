# SPDX-License-Identifier: Apache-2.0
"""What a clause says of its own predicate: that it happened, will, may, must, did not. What stands above it is left aside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from readout.reading.clauses.clauses import Clause
from readout.reading.clauses.conditions import condition_on, opening_of

__all__ = ["ACTUAL", "Finding", "Value", "is_headline_plan", "own_finding"]

Value = Literal["occurred", "ongoing", "planned", "requested", "conditional", "hypothetical", "attempted", "denied"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A status with the words, as indexes, and the rule that gave it."""

    value: Value
    words: tuple[int, ...] = ()
    rule: str = "plain"

    @property
    def is_actual(self) -> bool:
        """Whether it happened or goes on."""
        return self.value in ("occurred", "ongoing")

    def under(self, rule: str) -> Finding:
        """Return the finding under another rule if it says that something happened; else as it is."""
        return Finding(self.value, self.words, rule) if self.is_actual else self


ACTUAL = Finding("occurred")

_WHOEVER = frozenset("whoever whatever whichever".split())
_BE = frozenset("is are was were 's ’s".split())
_BINDING = frozenset(
    "threaten threatens vow vows warn warns pledge pledges promise promises offer offers urge urges demand demands".split()
)
_STATES = frozenset(
    """abut adjoin belong belongs border borders contain contains control controls deserve differ exist exists favor favors favour
    favours govern governs have has hold holds house include includes involve involves lack lacks lead leads lie lies live lives
    need needs oppose opposes own owns possess remain remains reside resides rule rules run runs serve serves stay stays stand
    stands support supports want wants work works hope hopes fear fears believe believes know knows think thinks""".split()
)


def own_finding(clause: Clause) -> Finding | None:
    """Judge a predicate by its own clause.

    Returns:
        The finding; None where the clause has no tense, so that what stands above decides alone.
    """
    return (
        _condition(clause)
        or _denial(clause)
        or _modality(clause)
        or _mood(clause)
        or _intention(clause)
        or _tense(clause)
    )


def _condition(clause: Clause) -> Finding | None:
    if not clause.is_relation("advcl") and (opening := opening_of(clause)) is not None:
        return Finding("conditional", (opening,), "if")
    if (whoever := clause.subject_in(_WHOEVER)) is not None:
        return Finding("conditional", (whoever,), "whoever")
    condition = condition_on(clause)
    if condition is None or (clause.tense == "past" and clause.would() is None):
        return None
    if clause.tense == "present" and clause.would() is None and _binds_speaker(clause):
        return None  # "threatens action if there is no deal": he does threaten
    if clause.tense == "perfect" and clause.lower(condition) in {"on", "condition"}:
        return None  # "has lifted the ban on condition that": it has
    is_counterfactual = clause.would() is not None and clause.has_perfect()
    return Finding("conditional", (condition,), "would have" if is_counterfactual else "then")


def _binds_speaker(clause: Clause) -> bool:
    """Tell whether a verb is one by which somebody binds himself or another there and then: threatens, vows, warns, offers."""
    return clause.lower(clause.word) in _BINDING and not clause.auxiliaries


def _denial(clause: Clause) -> Finding | None:
    if (yet := clause.yet()) is not None:
        return Finding("denied", (yet,), "yet to")
    if clause.tense in ("past", "perfect") and (almost := clause.almost()) is not None:
        return Finding("denied", (almost,), "almost")
    if (negation := clause.negation()) is None:
        return None
    may = clause.may()
    if may is not None and clause.lower(may) in {"may", "might", "must"}:
        return Finding("hypothetical", (may, negation), "may not")
    return Finding("denied", (negation,), "not will" if clause.future() is not None else "not")


def _modality(clause: Clause) -> Finding | None:
    if (would := clause.would()) is not None:
        if clause.has_perfect():
            return Finding("conditional", (would,), "would have")
        return (
            Finding("planned", (would,), "would, told")
            if clause.is_told()
            else Finding("hypothetical", (would,), "would")
        )
    if (doubt := clause.doubt()) is not None:
        return Finding("hypothetical", (doubt,), "doubt")
    if (future := clause.future()) is not None:
        return Finding("planned", (future,), "will")
    if (may := clause.may()) is not None:
        return Finding("hypothetical", (may,), "can" if clause.lower(may) in {"can", "ca", "could"} else "may")
    if (must := clause.must()) is not None:
        return Finding("requested", (must,), "must")
    return None


def _mood(clause: Clause) -> Finding | None:
    if (question := clause.question()) is not None:
        return Finding("hypothetical", (question,), "question")
    if clause.is_relation("root", "conj", "parataxis", "ccomp") and clause.is_command():
        return Finding("requested", (clause.word,), "command")
    return None


def _intention(clause: Clause) -> Finding | None:
    """Judge what is set for later without a future tense: "is to", "is due to", "leaves on Friday", a headline's "to"."""
    auxiliaries = clause.auxiliaries
    if clause.is_infinitive():
        if any(clause.lower(word) in _BE for word in auxiliaries):
            return Finding("planned", auxiliaries, "is to")
        if clause.is_relation("root", "conj") or is_headline_plan(clause):
            return Finding("planned", (clause.word,), "headline to")
        return None
    if any(clause.lower(word) == "due" for word in clause.children("case")):
        return Finding("planned", auxiliaries, "due")
    if clause.tense == "present" and (soon := clause.time_to_come()) is not None:
        return Finding("planned", (soon,), "soon")
    return None


def is_headline_plan(clause: Clause) -> bool:
    """Tell whether an infinitive is the verb of a headline: "Bank to close", a noun with a clause to the parser."""
    head = clause.syntax.heads[clause.word]
    return clause.is_relation("acl") and clause.syntax.relations[head] == "root" and clause.is_headline()


def _tense(clause: Clause) -> Finding | None:
    tense, words = clause.tense, clause.auxiliaries or (clause.word,)
    if _is_foreign_perfect(clause) or _is_gerund_behind_mark(clause):
        return None
    if clause.auxiliaries and all(clause.lower(word) == "be" for word in clause.auxiliaries):
        return Finding("hypothetical", words, "bare be")  # "apologise or be expelled"
    if tense in ("past", "perfect", "present") and clause.is_progressive() and tense != "past":
        return Finding("ongoing", words, "progressive")
    if tense == "present":
        if clause.is_headline() and not clause.is_state():
            return Finding("occurred", words, "headline")
        is_going_on = clause.is_state() or clause.lower(clause.word) in _STATES
        return Finding("ongoing", words, "present state") if is_going_on else Finding("occurred", words, "present")
    return Finding("occurred", words, tense) if tense in ("past", "perfect") else None


def _is_foreign_perfect(clause: Clause) -> bool:
    """Tell whether a verb in -ing has only another one's "has": "has mentioned selling ships and cutting the fleet"."""
    helpers = [clause.lower(word) for word in clause.auxiliaries]
    shared = clause.holder != clause.word and clause.lower(clause.word).endswith("ing")
    return shared and helpers[:1] in (["has"], ["have"], ["had"]) and "been" not in helpers


def _is_gerund_behind_mark(clause: Clause) -> bool:
    """Tell whether "being" stands behind a preposition and has no time of its own: "died after [being shot]"."""
    alone = bool(clause.auxiliaries) and all(clause.lower(word) == "being" for word in clause.auxiliaries)
    return alone and any(word < clause.word for word in clause.children("mark", "case"))

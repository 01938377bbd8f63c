# SPDX-License-Identifier: Apache-2.0
"""Conditions: "if", "unless", "provided that", "in case of", "had he known", and the clauses that depend on them."""

from __future__ import annotations

from readout.reading.clauses.clauses import Clause

__all__ = ["condition_on", "opening_of", "opening_phrase"]

_IF = frozenset("if unless provided providing assuming lest".split())
_NO_CONDITIONS = frozenset("even as".split())  # "even if", "as if"
_PHRASES = (
    ("provided", "that"), ("providing", "that"), ("on", "condition", "that"), ("in", "case"), ("as", "long", "as"),
    ("so", "long", "as"), ("in", "the", "event"),
)  # fmt: skip
_INVERTED = frozenset("had were should".split())
_SHORTEST_INVERSION = 5  # words: "Had he known, …"


def condition_on(clause: Clause) -> int | None:
    """Return the word that opens a condition on a clause: "if", "unless", an inverted "had", "in case of"."""
    if (inverted := _inverted_sentence(clause)) is not None and clause.word > inverted[1]:
        return inverted[0]
    for child in clause.children("advmod", "advcl"):
        if _is_first_of_phrase(clause, child):
            return child
    for child in clause.children("advcl"):
        if (found := opening_of(clause.of(child))) is not None:
            return found
    for child in clause.children("obl"):
        if (found := _conditional_noun(clause, child)) is not None:
            return found
    return None


def _is_first_of_phrase(clause: Clause, word: int) -> bool:
    """Tell "as long" and "provided that", which parsers hang on the main verb by themselves."""
    low = clause.lower(word)
    if low == "long":
        return word > 0 and clause.lower(word - 1) in {"as", "so"}
    return low in {"provided", "providing"} and clause.after(word) == "that"


def _conditional_noun(clause: Clause, noun: int) -> int | None:
    cases = clause.syntax.children(noun, "case")
    if (phrase := opening_phrase(clause, noun)) is not None:
        return phrase
    if clause.lower(noun) in {"case", "event", "condition"} and any(clause.lower(at) in {"in", "on"} for at in cases):
        return noun if clause.syntax.children(noun, "nmod", "acl", "ccomp", "fixed") else None
    if clause.would() is None:
        return None
    return next((word for word in cases if clause.lower(word) == "without"), None)


def opening_phrase(clause: Clause, head: int) -> int | None:
    """Return the first word of a phrase of condition that stands before or at the start of what a word heads."""
    words = clause.encoding.lower
    first = clause.syntax.subtree(head)[0]
    for phrase in _PHRASES:
        for start in (first - len(phrase), first):
            if start >= 0 and words[start : start + len(phrase)] == phrase:
                return start
    return None


def opening_of(clause: Clause) -> int | None:
    """Return the word that makes a clause a condition, or None."""
    if (inverted := _inverted_sentence(clause)) is not None and clause.word < inverted[1]:
        return inverted[0]
    if (phrase := opening_phrase(clause, clause.word)) is not None:
        return phrase
    for word in clause.marks():
        low, before = clause.lower(word), clause.lower(word - 1) if word else ""
        if low in _IF and before not in _NO_CONDITIONS:
            return word
        if low == "once" and clause.tense != "past":
            return word
    return _inversion(clause)


def _inversion(clause: Clause) -> int | None:
    """Return an auxiliary before its subject in a clause that follows the main one: "he would fall, should talks fail"."""
    subjects = clause.children("nsubj", "expl")
    if not subjects or not clause.auxiliaries or not clause.is_relation("advcl"):
        return None
    first = clause.auxiliaries[0]
    is_inverted = first < clause.syntax.subtree(subjects[0])[0] and clause.lower(first) in _INVERTED
    return first if is_inverted else None


def _inverted_sentence(clause: Clause) -> tuple[int, int] | None:
    """Return the inverted auxiliary that opens the sentence and the comma that ends its clause: "Had he known, …".

    Read from the words, not the tree: parsers take such a clause for the main one.
    """
    sentence = clause.syntax.sentences[clause.syntax.sentence_of[clause.word]]
    words, start = clause.encoding.lower, sentence.start
    if words[start] not in _INVERTED or sentence.end - start < _SHORTEST_INVERSION:
        return None
    if clause.syntax.upos[start + 1] not in ("DET", "PRON", "PROPN", "NOUN"):
        return None
    comma = next((at for at in range(start, sentence.end) if words[at] == ","), None)
    return None if comma is None or "?" in words[comma : sentence.end] else (start, comma)

# SPDX-License-Identifier: Apache-2.0
"""Pronouns that mean the subject of the clause they hang on: "[its] own exports", "with what [he] called new ideas".

Whoever tells another what "his country" will do speaks of his own.
"""

from __future__ import annotations

from readout.reading.coreference.discourse import Discourse

__all__ = ["join_own_subjects"]

_OWNING = frozenset("his her its their".split())
_CALLING = frozenset("called calls described describes termed dubbed labelled labeled considers considered".split())


def join_own_subjects(discourse: Discourse) -> None:
    """Join "its own" and "what he called" with the nearest subject above them that agrees."""
    syntax, lower, mentions = discourse.syntax, discourse.encoding.lower, discourse.mentions
    at_head = {m.head: i for i, m in enumerate(mentions)}
    for i, mention in enumerate(mentions):
        if mention.form != "pronoun" or discourse.facts[i].person != 3:
            continue
        word = mention.head
        is_own = lower[word] in _OWNING and lower[word + 1 : word + 2] == ("own",)
        verb = syntax.heads[word]
        is_called = (
            lower[word - 1 : word] == ("what",) and syntax.is_relation(word, "nsubj") and lower[verb] in _CALLING
        )
        is_land = lower[word] in _OWNING and lower[word + 1 : word + 2] in _LANDS and _is_told(discourse, word)
        if is_own or is_called or is_land:
            _join(discourse, i, verb if is_called else word, at_head)


_LANDS = frozenset({("country",), ("nation",), ("government",)})
_TELLING = frozenset("told assured promised informed".split())


def _is_told(discourse: Discourse, word: int) -> bool:
    """Tell whether an owner's country is the subject of what one tells another: "Kim told Putin that [his] country would"."""
    syntax, noun = discourse.syntax, discourse.syntax.heads[word]
    verb = syntax.heads[noun]
    above = syntax.heads[verb]
    is_subject = noun == word + 1 and syntax.is_relation(noun, "nsubj", "nsubj:pass")
    return is_subject and syntax.is_relation(verb, "ccomp") and discourse.encoding.lower[above] in _TELLING


def _join(discourse: Discourse, i: int, start: int, at_head: dict[int, int]) -> None:
    """Join a pronoun with the first subject that agrees of the verbs above a word, which stands before it."""
    syntax, word = discourse.syntax, discourse.mentions[i].head
    for above in syntax.ancestors(start):
        for subject in syntax.children(above, "nsubj", "nsubj:pass"):
            j = at_head.get(subject)
            if j is None or subject >= word or discourse.holds(j, i) or discourse.holds(i, j):
                continue
            if discourse.quotations[subject] == discourse.quotations[word] and discourse.chains.agrees(i, j):
                discourse.chains.join(j, i)
                return

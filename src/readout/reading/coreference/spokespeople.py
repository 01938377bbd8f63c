# SPDX-License-Identifier: Apache-2.0
"""Whom somebody speaks for: "Its spokesman said [the group] had left", "[Rubio] had called, his spokeswoman said"."""

from __future__ import annotations

from collections.abc import Iterator

from readout.reading.coreference.contradictions import Owner, may_be
from readout.reading.coreference.discourse import Discourse
from readout.resources import cue_verb

__all__ = ["body_spoken_for", "person_spoken_for"]

_SPEAKING = frozenset(
    "spokesman spokeswoman spokesperson leader head chief chair chairman chairwoman president director commander secretary founder "
    "secretary-general lawyer official".split()
)
_BODIES = frozenset(
    "group movement organisation organization party company firm union alliance militia bloc agency charity".split()
)
_REACH = 12  # mentions looked back at for who speaks


def body_spoken_for(discourse: Discourse, i: int, *, owner: Owner) -> int | None:
    """Return a mention of the body for which somebody says something in which "the group" stands.

    Args:
        discourse: The mentions of the report.
        i: The description.
        owner: Tells who owns a description.
    """
    facts = discourse.facts[i]
    if facts.noun not in _BODIES or facts.definiteness != "definite" or facts.number != "one" or discourse.saying(i):
        return None
    near = {discourse.mentions[j].head: j for j in range(max(0, i - _REACH), i)}
    for word in _bodies(discourse, i):
        j = near.get(word)
        if j is not None and discourse.facts[j].kind in {"organisation", "group"} and discourse.chains.agrees(i, j):
            return j if may_be(discourse, i, j, owner=owner) else None
        if j is not None and discourse.mentions[j].form == "pronoun" and discourse.chains.is_named(j):
            named = next(k for k in discourse.some(j) if discourse.mentions[k].form == "name")
            return (
                j
                if may_be(discourse, i, named, owner=owner) and discourse.facts[named].kind == "organisation"
                else None
            )
    return None


def _bodies(discourse: Discourse, i: int) -> Iterator[int]:
    """Yield the words of the bodies that those who say the clause speak for."""
    syntax, lower = discourse.syntax, discourse.encoding.lower
    for clause in syntax.ancestors(discourse.mentions[i].head):
        verb = syntax.heads[clause]
        if not syntax.is_relation(clause, "ccomp") or cue_verb(lower[verb]) is None:
            continue
        is_beside = syntax.is_relation(verb, "advcl") and lower[verb].endswith("ing")  # "declined, saying [it] was"
        teller = syntax.heads[verb] if is_beside else verb
        for subject in syntax.children(verb, "nsubj") or syntax.children(teller, "nsubj"):
            for head in (subject, *syntax.children(subject, "appos", "nmod")):
                if lower[head] in _SPEAKING:
                    yield from syntax.children(head, "nmod:poss", "nmod", "compound")


def person_spoken_for(discourse: Discourse, i: int) -> int | None:
    """Return the mention of the person of whom "his" spokeswoman tells something: "[Rubio] had called, [his] spokeswoman said".

    Args:
        discourse: The mentions of the report.
        i: A pronoun.
    """
    syntax, lower, head = discourse.syntax, discourse.encoding.lower, discourse.mentions[i].head
    if not discourse.facts[i].gender or not syntax.is_relation(head, "nmod:poss"):
        return None
    noun = syntax.heads[head]
    if lower[noun] not in _SPOKESPEOPLE:
        return None
    speaker = noun if syntax.is_relation(noun, "nsubj") else syntax.heads[noun]
    verb = syntax.heads[speaker]
    if not syntax.is_relation(speaker, "nsubj") or cue_verb(lower[verb]) is None:
        return None
    subjects = {s for told in syntax.children(verb, "ccomp") if told < head for s in syntax.children(told, "nsubj")}
    for j in range(i - 1, max(-1, i - 2 * _REACH), -1):
        if discourse.mentions[j].head in subjects:
            is_person = discourse.mentions[j].form == "name" and discourse.facts[j].kind == "person"
            return j if is_person and discourse.chains.agrees(i, j) else None
    return None


_SPOKESPEOPLE = frozenset("spokesman spokeswoman spokesperson lawyer attorney aide office".split())

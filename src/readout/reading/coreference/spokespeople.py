# SPDX-License-Identifier: Apache-2.0
"""The body that somebody speaks for, which is meant by "the group" in what is said: "Its spokesman said [the group] had left"."""

from __future__ import annotations

from collections.abc import Iterator

from readout.reading.coreference.contradictions import Owner, may_be
from readout.reading.coreference.discourse import Discourse
from readout.resources import cue_verb

__all__ = ["body_spoken_for"]

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
        for subject in syntax.children(verb, "nsubj"):
            for head in (subject, *syntax.children(subject, "appos", "nmod")):
                if lower[head] in _SPEAKING:
                    yield from syntax.children(head, "nmod:poss", "nmod", "compound")

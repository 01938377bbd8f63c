# SPDX-License-Identifier: Apache-2.0
"""Who "the former" and "the latter" of two are that "and" has joined just before, or of the only two persons of the sentence."""

from __future__ import annotations

from dataclasses import replace

from readout.reading.coreference.discourse import Discourse

__all__ = ["link_latter"]

_ORDER = frozenset({"former", "latter"})
_NEAR = 16  # mentions of a sentence and the one before


def link_latter(discourse: Discourse, i: int) -> bool:
    """Join "the latter" with the second, and "the former" with the first, of the two joined last; tell whether it is such a word.

    Where no two are found that the report keeps, nobody is meant: it may be a plan or a figure.
    """
    mention, word = discourse.mentions[i], discourse.encoding.lower[discourse.mentions[i].head]
    if word not in _ORDER or mention.end != mention.head + 1:
        return False
    two, persons = _two_before(discourse, i), _two_persons(discourse, i)
    sentence_of = discourse.syntax.sentence_of
    is_here = two is not None and sentence_of[discourse.mentions[two[1]].head] == sentence_of[mention.head]
    two = two if is_here else persons or two
    if two is None:
        discourse.left_out |= {i}
        return True
    meant = two[word == "latter"]
    facts = discourse.facts[meant]
    discourse.facts[i] = replace(discourse.facts[i], kind=facts.kind, number=facts.number, gender=facts.gender)
    if not discourse.chains.join(meant, i):
        discourse.left_out |= {i}
    return True


def _two_before(discourse: Discourse, i: int) -> tuple[int, int] | None:
    """Return the mentions of the two nouns that "and" joins last, in the sentence or the one before, if it joins two only."""
    syntax, mentions = discourse.syntax, discourse.mentions
    first = syntax.sentence_of[mentions[i].head] - 1
    at_head = {mentions[j].head: j for j in range(max(0, i - _NEAR), i)}
    for word in range(mentions[i].start - 1, -1, -1):
        if syntax.sentence_of[word] < first:
            return None
        if word in at_head and discourse.encoding.lower[word] in _ORDER:
            first = min(first, syntax.sentence_of[word] - 1)  # "The former counted eight. The latter said more."
            continue
        if syntax.is_relation(word, "conj") and syntax.upos[word] in {"NOUN", "PROPN"}:
            other = syntax.heads[word]
            if len(syntax.children(other, "conj")) > 1 or word not in at_head or other not in at_head:
                return None
            return at_head[other], at_head[word]
    return None


def _two_persons(discourse: Discourse, i: int) -> tuple[int, int] | None:
    """Return the two persons whom the sentence has named, if it is two: "[Wang] telephoned [Rubio] at the latter's request"."""
    sentence_of, mentions = discourse.syntax.sentence_of, discourse.mentions
    here = sentence_of[mentions[i].head]
    found: dict[int, int] = {}
    for j in range(max(0, i - _NEAR), i):
        is_here = sentence_of[mentions[j].head] == here and mentions[j].form == "name"
        if is_here and discourse.facts[j].kind == "person" and j not in discourse.left_out:
            found.setdefault(discourse.chains.of(j), j)
    persons = list(found.values())
    return (persons[0], persons[1]) if len(persons) == 2 else None

# SPDX-License-Identifier: Apache-2.0
"""The second of two things that somebody is: "She is a lawyer and [a former mayor]", "known as a poet and as [a spy]"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readout.reading.coreference.chains import Chains
from readout.reading.coreference.mentions import Mention
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax

__all__ = ["is_predicate", "is_said_of_one", "join_second_predicate"]

_BE = frozenset("is was 's ’s been be being am became becomes become remains remained".split())


def is_said_of_one(encoding: Encoding, syntax: Syntax, word: int) -> bool:
    """Tell whether a noun says what one person or body is, by "is" or "as" before it."""
    verbs = {encoding.lower[w] for w in syntax.children(word, "cop")}
    if verbs:
        return bool(verbs & _BE)
    return syntax.is_relation(word, "obl") and [encoding.lower[w] for w in syntax.children(word, "case")] == ["as"]


def is_predicate(encoding: Encoding, syntax: Syntax, word: int) -> bool:
    """Tell whether a noun only says what somebody is, is not or will be: "hopes to be [president]", "will be elected [mayor]"."""
    subjects = {encoding.lower[w] for w in syntax.children(word, "nsubj", "expl")}
    if syntax.children(word, "cop"):
        return subjects.isdisjoint(_EMPTY)  # "it was the ministry that"
    verb = syntax.heads[word]
    if not syntax.is_relation(word, "xcomp", "obj"):
        return False
    return encoding.lower[verb] in _BECOME or (
        encoding.lower[verb] in _MADE and bool(syntax.children(verb, "aux:pass"))
    )


_EMPTY = frozenset("it this that there what".split())
_BECOME = frozenset("become becomes became becoming remain remains remained remaining".split())
_MADE = frozenset("elected named appointed declared crowned made nominated confirmed".split())


def join_second_predicate(
    encoding: Encoding,
    syntax: Syntax,
    mentions: Sequence[Mention],
    i: int,
    at_head: Mapping[int, int],
    chains: Chains,
) -> None:
    """Join a description that "and" adds to what somebody is with that description, if that is joined with whom it is said of."""
    mention = mentions[i]
    if mention.form != "nominal" or not syntax.is_relation(mention.head, "conj") or chains.facts[i].number == "many":
        return
    other = at_head.get(syntax.heads[mention.head])
    if other is None or other >= i or mentions[other].form != "nominal" or mentions[other].type != mention.type:
        return
    if syntax.children(mention.head, "nsubj", "neg") or not is_said_of_one(encoding, syntax, mentions[other].head):
        return
    links = {encoding.lower[w] for w in syntax.children(mention.head, "cc")}
    if links <= {"and", "but"} and chains.of(other) < other and chains.agrees(i, other):
        chains.join(i, other)

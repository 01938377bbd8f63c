# SPDX-License-Identifier: Apache-2.0
"""Of which body somebody is the head: the leader of the council is not the leader of one of its parties."""

from __future__ import annotations

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.roles import Description

__all__ = ["heads_another_body"]

_OF = frozenset({"of", "for", "at"})
_IDLE = frozenset("the a an of for at and 's ’s former new acting interim deputy vice senior top".split())


def heads_another_body(discourse: Discourse, i: int, name: int) -> bool:
    """Tell whether a description is of the head of a named body, and a person is known as the head of another.

    Args:
        discourse: The mentions of the report.
        i: The description, an office's: "the leader of the Calder Council".
        name: A mention of the person: "group leader Jan Novak".
    """
    described = discourse.descriptions[i]
    if described is None or not described.office or described.country is not None:
        return False
    mention, lower = discourse.mentions[i], discourse.encoding.lower
    if mention.end - mention.head < 3 or lower[mention.head + 1] not in _OF:
        return False
    body = range(mention.head + 2, mention.end)
    if not any(discourse.encoding.words[w][:1].isupper() for w in body):
        return False
    known = [one for member in discourse.some(name) for one in discourse.said_of(member)]
    known = [
        one
        for one in known
        if one is not described and one.office and one.office.split()[-1] == described.office.split()[-1]
    ]
    named = [words for one in known if (words := _body_words(discourse, one))]
    if not named:
        return False
    own, chains = {lower[w] for w in body} - _IDLE, _chains_in(discourse, i, body)
    return not any(own & {lower[w] for w in words} or chains & _chains_in(discourse, name, words) for words in named)


def _body_words(discourse: Discourse, one: Description) -> range | None:
    """Return the words of a title besides those of the office: "Conservative group" in "Conservative group leader"."""
    office = set(one.office.split()) | {one.noun}
    words = [w for w in range(*one.words) if discourse.encoding.lower[w] not in office | _IDLE]
    return range(words[0], words[-1] + 1) if words else None


def _chains_in(discourse: Discourse, near: int, words: range) -> set[int]:
    """Return the chains of the mentions within some words, which stand near a mention."""
    low, high = max(0, near - _FAR), min(len(discourse.mentions), near + _FAR)
    return {
        discourse.chains.of(j)
        for j in range(low, high)
        if discourse.mentions[j].form == "name" and discourse.mentions[j].start in words
    }


_FAR = 8  # mentions

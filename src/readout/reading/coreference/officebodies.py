# SPDX-License-Identifier: Apache-2.0
"""Of which body an office is by the names in its words: "the Fine Gael leader" is no "leader of the Traditional Unionist Voice"."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.names import is_acronym_of

__all__ = ["is_of_another_body"]


def is_of_another_body(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether a description names a body in front of its office, and the report gives somebody the office of another.

    Args:
        discourse: The mentions of the report.
        i: The description.
        j: A mention of whom it may mean.
    """
    described, mention, words = discourse.descriptions[i], discourse.mentions[i], discourse.encoding.words
    if described is None or not described.office:
        return False
    inside = (words[w] for w in range(mention.start, mention.head) if words[w][:1].isupper())
    own = [word for word in inside if word.lower() in discourse.saying(i)]
    if not own:
        return False
    members = discourse.some(j)
    said = [one for member in members for one in discourse.said_of(member) if one.office == described.office]
    # "the Green leader" is not "Ada Lind, the Labour leader" below, whose party he would be called by before her name
    is_below = described.country is None and all(member > i for member in members)
    of_body = (one.words for one in said if one.of_body or (is_below and one.sector == "PTY"))
    named = [[word for word in words[start:end] if word[:1].isupper()] for start, end in of_body]
    return bool(named) and all(some and not _are_one(own, some) for some in named)


def _are_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two bodies share a word of their names, or one is called by the letters of the other."""
    by_letters = [*((short, other) for short in one), *((short, one) for short in other)]
    return not set(one).isdisjoint(other) or any(is_acronym_of(short, " ".join(name)) for short, name in by_letters)

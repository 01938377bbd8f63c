# SPDX-License-Identifier: Apache-2.0
"""Whose father or mother somebody is by whose child another is: "a son of [Johann Bernoulli]", "his [father]"."""

from __future__ import annotations

from readout.reading.coreference.discourse import Discourse

__all__ = ["Parents"]

_CHILD = frozenset({"son", "daughter", "child"})
_PARENT = {"father": "male", "mother": "female"}
_NEAR = 5  # words between "of" and the name: "the son of former president Ana Lima"


class Parents:
    """The parents that a report names where it says whose child somebody is."""

    def __init__(self, discourse: Discourse) -> None:
        """Begin without any."""
        self._discourse = discourse
        self._of: list[tuple[int, int]] = []  # a child's description, and the parent's name

    def note(self, i: int) -> None:
        """Note a description that says whose child somebody is, of one parent alone."""
        discourse, mention = self._discourse, self._discourse.mentions[i]
        lower, head = discourse.encoding.lower, mention.head
        if mention.form != "nominal" or lower[head] not in _CHILD or lower[head + 1 : head + 2] != ("of",):
            return
        for j in range(i + 1, min(i + _NEAR, len(discourse.mentions))):
            name = discourse.mentions[j]
            if name.form == "name" and discourse.facts[j].kind == "person" and name.start <= head + 1 + _NEAR:
                if lower[name.end : name.end + 1] != ("and",):
                    self._of.append((i, j))
                return

    def meant_by(self, i: int, owner: int | None) -> int | None:
        """Return whom "his father" means, if the report has named one parent of his."""
        discourse, noun = self._discourse, self._discourse.facts[i].noun
        if noun not in _PARENT or owner is None:
            return None
        chains = discourse.chains
        named = {chains.of(j): j for child, j in self._of if j < i and chains.of(child) == chains.of(owner)}
        fitting = [j for chain, j in named.items() if chains.gender(chain) in {"", _PARENT[noun]}]
        return fitting[0] if len(fitting) == 1 else None

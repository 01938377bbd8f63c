# SPDX-License-Identifier: Apache-2.0
"""Whose father or mother somebody is by whose child another is: "a son of [Johann Bernoulli]", "his [father]"."""

from __future__ import annotations

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.genders import gender_of_noun
from readout.reading.coreference.kinship import relatives
from readout.resources import kin_of_noun

__all__ = ["Parents"]


class Parents:
    """The parents that a report names where it says whose child somebody is."""

    def __init__(self, discourse: Discourse) -> None:
        """Begin without any."""
        self._discourse = discourse
        self._of: list[tuple[int, int]] = []  # a child's description, and the parent's name

    def note(self, i: int) -> None:
        """Note a description that says whose child somebody is, of one parent alone."""
        kin, named = kin_of_noun(self._discourse.facts[i].noun), relatives(self._discourse, i)
        if kin is not None and kin.line and kin.generation < 0 and len(named) == 1:
            self._of.append((i, named[0]))

    def meant_by(self, i: int, owner: int | None) -> int | None:
        """Return whom "his father" means, if the report has named one parent of his."""
        kin, chains = kin_of_noun(self._discourse.facts[i].noun), self._discourse.chains
        if kin is None or owner is None or not kin.line or kin.generation < 0 or kin.gender is None:
            return None
        named = {chains.of(j): j for child, j in self._of if j < i and chains.of(child) == chains.of(owner)}
        fitting = [j for chain, j in named.items() if chains.gender(chain) in {"", gender_of_noun(kin.noun)}]
        return fitting[0] if len(fitting) == 1 else None

# SPDX-License-Identifier: Apache-2.0
"""Who somebody's kin are by what a report has said of whose kin others are: "a son of [Johann Bernoulli]", "his [father]"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.genders import gender_of_noun
from readout.reading.coreference.kinship import relatives
from readout.resources import Kin, kin_of_noun

__all__ = ["KnownKin"]

_ENOUGH = 64  # facts of one report: keeps the cost linear


@dataclass(frozen=True, slots=True)
class _Fact:
    """That who one mention means is the kin of whom another means."""

    one: int
    kin: Kin
    other: int


class KnownKin:
    """The kinships that a report tells, read the other way round."""

    def __init__(self, discourse: Discourse, owner: Callable[[int], int | None]) -> None:
        """Begin without any; `owner` says whose a description is: "[his] father"."""
        self._discourse, self._owner = discourse, owner
        self._facts: list[_Fact] = []

    def note(self, i: int) -> None:
        """Note a description that says whose kin one person is, of one other alone."""
        discourse = self._discourse
        kin = kin_of_noun(discourse.facts[i].noun)
        if kin is None or discourse.mentions[i].form != "nominal" or discourse.facts[i].number == "many":
            return
        of = relatives(discourse, i)
        other = self._owner(i) if not of else of[0] if len(of) == 1 else None
        if other is not None:
            self._facts.append(_Fact(i, kin, other))

    def meant_by(self, i: int, owner: int | None) -> int | None:
        """Return whom "his father" means, if the report has named one whose son he is."""
        discourse, chains = self._discourse, self._discourse.chains
        kin = kin_of_noun(discourse.facts[i].noun)
        if kin is None or owner is None or kin.gender is None or discourse.facts[i].number == "many":
            return None
        own = chains.of(owner)
        told = [fact for fact in self._facts[-_ENOUGH:] if fact.one < i and chains.of(fact.one) == own]
        turned = {chains.of(fact.other): fact.other for fact in told if _is_turned(fact.kin, kin)}
        fitting = [j for chain, j in turned.items() if chains.gender(chain) in {"", gender_of_noun(kin.noun)}]
        return fitting[0] if len(fitting) == 1 else None


def _is_turned(one: Kin, other: Kin) -> bool:
    """Tell whether who is somebody's by one noun may have him by another: son and father, brother and sister."""
    return one.relation == other.relation and one.generation == -other.generation

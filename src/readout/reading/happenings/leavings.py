# SPDX-License-Identifier: Apache-2.0
"""Who leaves a body of states withdraws from its members, and no troops: "Hungary announced its withdrawal from the court"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readout.reading.happenings.parties import Parties, Party
from readout.resources import Trigger

__all__ = ["as_leaving", "is_union"]

_UNIONS = frozenset({"IGO"})


def as_leaving(parties: Parties, trigger: Trigger, recipients: Sequence[Party]) -> Trigger:
    """Return a withdrawal's sense: of one from a body of states that of cutting ties with it."""
    if (trigger.type, trigger.mode) != ("RETREAT", "withdraw") or not recipients:
        return trigger
    left = all(is_union(parties, party) for party in recipients)
    return replace(trigger, type="SANCTION", contexts=("diplomatic",)) if left else trigger


def is_union(parties: Parties, party: Party) -> bool:
    """Tell whether a party is a body of states itself, and not a country or somebody of such a body."""
    entity = parties.entity(party.id)
    return entity is not None and entity.type == "organisation" and entity.sector in _UNIONS and party.direct

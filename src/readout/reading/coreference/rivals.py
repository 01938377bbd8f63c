# SPDX-License-Identifier: Apache-2.0
"""Who "its rival", "the rival force" and "the paramilitaries" are, where a report tells of those who fight each other."""

from __future__ import annotations

from readout.reading.coreference.discourse import Discourse
from readout.resources import sector_of_noun

__all__ = ["irregulars_meant", "rival_meant"]

_RIVALS = frozenset("rival enemy foe adversary opponent".split())
_OPPOSING = frozenset("rival enemy opposing".split())
_BODIES = frozenset("force army group side faction camp militia".split())
_ARMED = frozenset({"MIL", "PRM", "REB", "UAF"})
_REACH = 300  # mentions looked back at: keeps the cost linear


def rival_meant(discourse: Discourse, i: int, owner: int | None) -> int | None:
    """Return a mention of the other of the two armed bodies that the report has spoken of so far; None where there are not two.

    Args:
        discourse: The mentions of the report.
        i: The description.
        owner: Whose rival it is, put together with whom that means.
    """
    facts, chains = discourse.facts[i], discourse.chains
    is_owned = facts.noun in _RIVALS and facts.definiteness == "owned"
    is_opposing = (
        facts.noun in _BODIES and facts.definiteness == "definite" and not _OPPOSING.isdisjoint(discourse.saying(i))
    )
    if facts.number == "many" or not (is_owned or is_opposing):
        return None
    armed = {chains.of(j): j for j in range(max(0, i - _REACH), i) if _is_armed(discourse, j)}
    if len(armed) != 2:
        return None
    one = owner if is_owned else _last_subject(discourse, i, frozenset(armed))
    if one is None or chains.of(one) not in armed:
        return None
    return next(j for chain, j in armed.items() if chain != chains.of(one))


def irregulars_meant(discourse: Discourse, i: int) -> int | None:
    """Return a mention of the one armed group beside the state's that the report has named: "the paramilitary force"."""
    facts, lower, mention = discourse.facts[i], discourse.encoding.lower, discourse.mentions[i]
    is_irregular = facts.noun in _IRREGULARS or (
        facts.noun in _BODIES and not _IRREGULAR.isdisjoint(lower[mention.start : mention.head])
    )
    described = discourse.descriptions[i]
    if facts.noun in _SINGLE and (facts.number != "many" or (described is not None and described.past)):
        return None  # "the rebel", "the ex-rebels" are people
    if (
        not is_irregular
        or facts.definiteness != "definite"
        or not _COUNTED.isdisjoint(lower[mention.start : mention.head])
    ):
        return None
    named = {}
    for j in range(max(0, i - _REACH), i):
        identity = discourse.identities[j]
        if identity is not None and identity.sector in {"PRM", "REB"} and identity.type == "organisation":
            named[discourse.chains.of(j)] = j
    return next(iter(named.values())) if len(named) == 1 and discourse.is_near(i, next(iter(named.values()))) else None


_IRREGULARS = frozenset("paramilitary rebel insurgent militant".split())
_SINGLE = _IRREGULARS - {"paramilitary"}
_IRREGULAR = frozenset("paramilitary rebel militant insurgent armed".split())
_COUNTED = frozenset("two three four five several some many other".split())


def _is_armed(discourse: Discourse, j: int) -> bool:
    """Tell whether a mention is of an armed body: by its name, or by a description that is no number of its people."""
    if discourse.mentions[j].form == "pronoun" or discourse.facts[j].kind not in {"organisation", "group"}:
        return False
    if discourse.facts[j].noun in _RIVALS:
        return False
    identity, entry = discourse.identities[j], sector_of_noun(discourse.facts[j].noun)
    if identity is not None:
        return identity.sector in _ARMED
    is_body = discourse.facts[j].definiteness in {"definite", "owned"} and discourse.facts[j].noun in {
        *_BODIES,
        "military",
    }
    return is_body and entry is not None and entry.sector in _ARMED


def _last_subject(discourse: Discourse, i: int, armed: frozenset[int]) -> int | None:
    """Return the last mention before a description that is a subject and means one of two."""
    for j in range(i - 1, max(-1, i - _REACH), -1):
        if discourse.chains.of(j) in armed and discourse.syntax.is_relation(discourse.mentions[j].head, "nsubj"):
            return j
    return None

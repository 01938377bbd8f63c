# SPDX-License-Identifier: Apache-2.0
"""What kind of body a noun means, so that a court is never taken for a ministry."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["bodies_fit", "body_kinds", "is_insurgent", "is_land", "is_union", "may_mean_country"]

# Nouns of one line may mean one body; nouns of two lines mean two.
_KINDS = {
    noun: line.split()[0]
    for line in (
        "ministry department",
        "court tribunal judiciary",
        "army military force navy garrison troop",
        "government administration regime junta authority leadership presidency",
        "cabinet",
        "parliament legislature congress senate assembly house chamber",
        "police constabulary gendarmerie",
        "office",
        "palace household",
        "embassy consulate",
        "delegation mission team",
        "council",
        "committee subcommittee panel",
        "commission",
        "bank lender",
        "party",
        "coalition bloc alliance",
        "university college school institute academy faculty",
        "hospital clinic",
        "newspaper paper daily magazine tabloid weekly",
        "broadcaster channel station television radio",
        "union",
        "church diocese parish",
        "company firm corporation airline manufacturer retailer carmaker automaker",
        "bureau",
        "board",
        "secretariat",
        "prosecution",
        "foundation charity",
        "federation confederation",
        "tank",
    )
    for noun in line.split()
}
# Bodies that a state has one of for each purpose: a name that says nothing of its kind is none of them.
_OF_STATE = frozenset(
    {"ministry", "court", "cabinet", "parliament", "police", "office", "palace", "embassy", "council"}
)
_TANKS = frozenset("tank university parliament council foundation".split())
_LAND = frozenset(
    "country nation state republic kingdom federation island power archipelago emirate monarchy sheikhdom".split()
)
_COUNTRY = _LAND | frozenset(
    "ally neighbour neighbor side government administration regime authority leadership".split()
)


def body_kinds(words: Iterable[str]) -> frozenset[str]:
    """Return the kinds of body that words in lower case name, each by the first noun of its line."""
    return frozenset(kind for word in words if (kind := _KINDS.get(word) or _KINDS.get(word.removesuffix("s"))))


def bodies_fit(noun: str, known: frozenset[str], *, is_listed: bool) -> bool:
    """Tell whether a description with this noun may mean a body.

    Args:
        noun: Singular, lower case.
        known: The kinds that the body's names and descriptions tell.
        is_listed: Whether a table knows the body by a name that does not tell its kind: "the Pentagon".
    """
    kind = _KINDS.get(noun)
    if kind is None:
        return True
    if kind == "tank":  # "the think tank" may be an institute, a house or a council
        return known <= _TANKS
    if kind == "delegation" and noun != "mission":  # "the team" is not the union that sent it
        return kind in known
    return kind in known if known else is_listed or kind not in _OF_STATE


def is_land(noun: str) -> bool:
    """Tell whether a noun means a country itself, of which a report has several: "the nation"."""
    return noun in _LAND


def may_mean_country(noun: str) -> bool:
    """Tell whether a description with this noun may mean a country or its government: "the group" does not."""
    return noun in _COUNTRY


def is_insurgent(name: str) -> bool:
    """Tell whether a name is one of those that insurgents give their armies: "the Ta'ang National Liberation Army"."""
    words = name.split()
    return len(words) > 2 and words[-1] in _ARMIES and not _CAUSES.isdisjoint(words[:-1])


_ARMIES = frozenset({"Army", "Front", "Forces", "Force", "Brigade", "Brigades"})
_CAUSES = frozenset("Liberation Independence Resistance Revolutionary Salvation Alliance".split())


def is_union(name: str) -> bool:
    """Tell whether a name is that of a syndicate of those who work in one trade: "the Sudanese Journalists' Syndicate"."""
    words = name.replace("’", "'").split()
    return words[-1] in _SYNDICATES and any(word.endswith("s'") for word in words)


_SYNDICATES = frozenset({"Syndicate", "Guild", "Union"})

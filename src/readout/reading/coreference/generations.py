# SPDX-License-Identifier: Apache-2.0
"""Families: which bearer of a surname "the younger Bush" and "the elder Bush" are, by what the report says of their kin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.names import person_name
from readout.reading.coreference.naming import is_told_apart
from readout.reading.coreference.selves import kin_noun

__all__ = ["join_generations", "kin_introduced"]

_ELDER = frozenset("elder older senior".split())
_PARENTS = frozenset("father mother grandfather grandmother uncle aunt".split())
_CHILDREN = frozenset("son daughter grandson granddaughter nephew niece".split())
_OF_SONS = frozenset({"jr", "ii", "iii", "iv"})


def _ages_told(discourse: Discourse, names: Sequence[int]) -> dict[int, bool]:
    """Return the names told apart by age, and whether they are the elder's: "the [elder] Bush"."""
    lower, mentions = discourse.encoding.lower, discourse.mentions
    apart = (i for i in names if is_told_apart(discourse.encoding, mentions[i].start))
    return {i: lower[mentions[i].start - 1] in _ELDER for i in apart}


def kin_introduced(discourse: Discourse, names: Sequence[int]) -> frozenset[int]:
    """Return the full names that are introduced as somebody's kin: "his father, [Idriss Deby Itno]"."""
    persons = [i for i in names if discourse.facts[i].kind == "person"]
    owners = (i for i in persons if person_name(discourse.texts[i]).is_full and _is_whose_child(discourse, i))
    return frozenset(owners) | frozenset(
        i for i in persons if person_name(discourse.texts[i]).is_full and kin_noun(discourse, i)
    )


def _is_whose_child(discourse: Discourse, i: int) -> bool:
    """Tell whether a name is only told to say whose child somebody is: "Shinjiro, a son of former premier [Koizumi Junichiro]"."""
    lower, start = discourse.encoding.lower, discourse.mentions[i].start
    for at in range(start - 1, max(1, start - _TITLE), -1):
        if lower[at] == "of":
            return lower[at - 1] in _CHILDREN
        if lower[at] == ",":
            return False
    return False


_TITLE = 5  # words


def join_generations(discourse: Discourse, names: Sequence[int]) -> None:
    """Join "the elder Bush" with the bearer of that name who is a father by the report, and with nobody who is a son.

    Where only one of two bearers is known to be the elder or the younger, the other is what is left.
    """
    ages, chains = _ages_told(discourse, names), discourse.chains
    if not ages:
        return
    bearers: dict[str, dict[int, str]] = defaultdict(dict)
    for i in names:
        name = person_name(discourse.texts[i])
        if name.is_full and discourse.facts[i].kind == "person":
            age, chain = _age(discourse, i), chains.of(i)
            for word in name.words[1:]:  # "Deby" of Idriss Deby Itno
                bearers[word][chain] = age or bearers[word].get(chain, "")
    called: dict[tuple[str, bool], int] = {}
    for i, is_elder in ages.items():
        surname = person_name(discourse.texts[i]).surname
        of_name = bearers[surname]
        if len(of_name) == 2 and len(set(of_name.values())) == 2 and "" in of_name.values():
            known = next(age for age in of_name.values() if age)
            rest = "elder" if known == "younger" else "younger"
            of_name = {chain: age or rest for chain, age in of_name.items()}
        wanted, other = ("elder", "younger") if is_elder else ("younger", "elder")
        meant = [chain for chain, age in of_name.items() if age == wanted]
        for chain in (chain for chain, age in of_name.items() if age == other):
            chains.bar(i, chain)
        if (surname, not is_elder) in called:
            chains.bar(i, called[surname, not is_elder])
        chains.join(meant[0] if len(meant) == 1 else called.setdefault((surname, is_elder), i), i)
        called.setdefault((surname, is_elder), i)


def _age(discourse: Discourse, i: int) -> str:
    """Return whether a full name is the elder's or the younger's of a family, or nothing."""
    noun = kin_noun(discourse, i)
    if noun in _PARENTS:
        return "elder"
    return "younger" if noun in _CHILDREN or person_name(discourse.texts[i]).generation in _OF_SONS else ""

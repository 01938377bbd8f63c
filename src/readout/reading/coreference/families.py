# SPDX-License-Identifier: Apache-2.0
"""Families: who is not who by kinship, and which bearer of a surname "the younger Bush" and "the elder Bush" are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.kinship import kin_right_before, kin_told, relatives
from readout.reading.coreference.names import PersonName, given_fits, person_name
from readout.reading.coreference.naming import is_told_apart

__all__ = ["join_generations", "kin_introduced", "part_kin", "part_parents"]

_ELDER = frozenset("elder older senior".split())
_OF_SONS = frozenset({"jr", "ii", "iii", "iv"})
_ENOUGH = 64  # names with a word in common: keeps the cost linear


def part_kin(discourse: Discourse, names: Sequence[int]) -> None:
    """Say that whom a report introduces as somebody's kin has not only a longer or shorter form of that name.

    "Her father, General [Aung San]" is not Aung San Suu Kyi, nor "his father, [Ferdinand Marcos]" Ferdinand Marcos Jr.
    """
    persons = [i for i in names if discourse.facts[i].kind == "person"]
    kin = [i for i in persons if kin_told(discourse, i)]
    if not kin:
        return
    bearers: dict[str, dict[PersonName, int]] = defaultdict(dict)
    cut = {i: person_name(discourse.texts[i]) for i in persons}
    for i in persons:  # the same name is joined with its first mention, so that one is enough
        for word in set(cut[i].words) if cut[i].is_full else ():
            if len(bearers[word]) < _ENOUGH:
                bearers[word].setdefault(cut[i], i)
    for i in kin:
        near = {name: j for word in cut[i].words for name, j in bearers[word].items()}
        for name, j in near.items():
            is_given = (
                not cut[i].is_full and cut[i].words[:1] != name.words[:1] and bool(kin_right_before(discourse, i))
            )
            if is_given or (cut[i].is_full and _are_two(cut[i], name)):  # "his brother [Sabah]" is no Ahmad al-Sabah
                discourse.chains.bar(i, j)


def _are_two(one: PersonName, other: PersonName) -> bool:
    """Tell whether one who is introduced as kin is not the bearer of another name: "Idriss Deby", "Mahamat Idriss Deby"."""
    if one.generation != other.generation or one.surname != other.surname:
        return True
    return not given_fits(one.words[0], other.words[0])


def part_parents(discourse: Discourse) -> None:
    """Say that nobody is whose kin he is: "the fifth son of Sheikh [Ahmad]" is not Ahmad."""
    heads = {mention.head: i for i, mention in enumerate(discourse.mentions) if mention.form == "name"}
    for i in range(len(discourse.mentions)):
        for j in relatives(discourse, i):
            discourse.chains.bar(i, j)
            for k in _told_so(discourse, i, heads):
                discourse.chains.bar(k, j)  # "[Aung San Suu Kyi] is the daughter of [Aung San]"


def _told_so(discourse: Discourse, i: int, heads: Mapping[int, int]) -> list[int]:
    """Return the names of whom a description is said or beside which it stands."""
    syntax, head = discourse.syntax, discourse.mentions[i].head
    words = syntax.children(head, "nsubj") if syntax.children(head, "cop") else []
    beside = [syntax.heads[head]] if syntax.is_relation(head, "appos") else []
    return [heads[w] for w in (*words, *beside) if w in heads]


def _ages_told(discourse: Discourse, names: Sequence[int]) -> dict[int, bool]:
    """Return the names told apart by age, and whether they are the elder's: "the [elder] Bush"."""
    lower, mentions = discourse.encoding.lower, discourse.mentions
    apart = (i for i in names if is_told_apart(discourse.encoding, mentions[i].start))
    return {i: lower[mentions[i].start - 1] in _ELDER for i in apart}


def kin_introduced(discourse: Discourse, names: Sequence[int]) -> frozenset[int]:
    """Return the full names introduced as somebody's kin, or as whose kin somebody is.

    "His father, [Idriss Deby Itno]"; "Shinjiro, a son of former premier [Koizumi Junichiro]".
    """
    persons = [i for i in names if discourse.facts[i].kind == "person" and person_name(discourse.texts[i]).is_full]
    told = {i for i in persons if kin_told(discourse, i)}
    told.update(j for i in range(len(discourse.mentions)) for j in relatives(discourse, i))
    return frozenset(told.intersection(persons))


def join_generations(discourse: Discourse, names: Sequence[int]) -> None:
    """Join "the elder Bush" with the bearer of that name who is a father by the report, and with nobody who is a son.

    Where of all bearers but one the same is known, that they are elders or the younger, the one is what is left.
    """
    ages, chains = _ages_told(discourse, names), discourse.chains
    if not ages:
        return
    bearers: dict[str, dict[int, str]] = defaultdict(dict)
    whole = [person_name(discourse.texts[i]) for i in names if discourse.facts[i].kind == "person"]
    surnames = {name.surname for name in whole if name.is_full}
    for i in names:
        name = person_name(discourse.texts[i])
        if name.is_full and discourse.facts[i].kind == "person":
            age, chain = _age(discourse, i), chains.of(i)
            for nth, word in enumerate(name.words):  # "Deby" of Idriss Deby Itno, "Hun" of Hun Sen
                if not nth and word in surnames:
                    continue  # Paul Ryan is no Paul
                bearers[word][chain] = age or bearers[word].get(chain, "")
    called: dict[tuple[str, bool], int] = {}
    for i, is_elder in ages.items():
        surname = person_name(discourse.texts[i]).surname
        of_name = bearers[surname]
        known = {age for age in of_name.values() if age}
        if len(known) == 1 and list(of_name.values()).count("") == 1:  # all others are sons
            rest = "elder" if known == {"younger"} else "younger"
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
    kin = kin_told(discourse, i)
    if kin is not None and kin.generation > 0:
        return "elder"
    is_son = person_name(discourse.texts[i]).generation in _OF_SONS
    return "younger" if is_son or (kin is not None and kin.generation < 0) else ""

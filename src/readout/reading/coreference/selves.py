# SPDX-License-Identifier: Apache-2.0
"""Who is not who by how people are spoken of: nobody describes himself in what he says, nor bears the name of his kin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.names import PersonName, given_fits, person_name
from readout.resources import cue_verb

__all__ = ["KIN", "kin_noun", "kin_noun_before", "part_kin", "part_parents", "part_speakers"]

KIN = frozenset(
    "father mother son daughter brother sister husband wife grandfather grandmother grandson granddaughter uncle aunt nephew niece "
    "cousin half-brother half-sister stepfather stepmother stepson stepdaughter fiance fiancee widow widower".split()
)
_OWNERS = frozenset({"his", "her", "their", "whose", "'s", "’s", "my", "our"})
_BETWEEN = 5  # words between "her father" and his name: "the late General"
_ENOUGH = 64  # names with a word in common: keeps the cost linear
_PARTS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss")


def part_kin(discourse: Discourse, names: Sequence[int]) -> None:
    """Say that whom a report introduces as somebody's kin has not only a longer or shorter form of that name.

    "Her father, General [Aung San]" is not Aung San Suu Kyi, nor "his father, [Ferdinand Marcos]" Ferdinand Marcos Jr.
    """
    persons = [i for i in names if discourse.facts[i].kind == "person"]
    kin = [i for i in persons if kin_noun(discourse, i)]
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
            is_given = not cut[i].is_full and cut[i].words[:1] != name.words[:1] and _is_behind_kin(discourse, i)
            if is_given or (cut[i].is_full and _are_two(cut[i], name)):  # "his brother [Sabah]" is no Ahmad al-Sabah
                discourse.chains.bar(i, j)


def _is_behind_kin(discourse: Discourse, i: int) -> bool:
    """Tell whether a name stands right behind a noun of kin, and is a given name then: "his brother [Sabah]", not "Mr. Bell"."""
    lower, start = discourse.encoding.lower, discourse.mentions[i].start
    return start > 1 and lower[start - 1] in KIN and bool(kin_noun_before(discourse, i))


def part_parents(discourse: Discourse) -> None:
    """Say that nobody is whose kin he is: "the fifth son of Sheikh [Ahmad]" is not Ahmad."""
    mentions, lower = discourse.mentions, discourse.encoding.lower
    for i, mention in enumerate(mentions):
        if (
            mention.form != "nominal"
            or lower[mention.head] not in KIN
            or lower[mention.head + 1 : mention.head + 2] != ("of",)
        ):
            continue
        for j in range(i + 1, min(i + _BETWEEN, len(mentions))):
            if mentions[j].form == "name" and mentions[j].start <= mention.head + _BETWEEN:
                discourse.chains.bar(i, j)


def kin_noun(discourse: Discourse, i: int) -> str:
    """Return the noun by which a name is told to be kin: "her father" or "Lind's son" before it, "Lind's father" behind it."""
    return kin_noun_before(discourse, i) or _kin_behind(discourse, i)


def kin_noun_before(discourse: Discourse, i: int) -> str:
    """Return the noun of "her father" or "Lind's son" right before a name, or with a comma and a title between; else nothing."""
    lower, start = discourse.encoding.lower, discourse.mentions[i].start
    line = discourse.encoding.lines[discourse.encoding.line_numbers[start]][0]
    for at in range(start - 1, max(line, start - 1 - _BETWEEN), -1):
        if lower[at] in KIN:
            return "" if _OWNERS.isdisjoint(lower[max(line, at - 3) : at]) else lower[at]
        if discourse.syntax.upos[at] in {"VERB", "AUX", "ADP", "CCONJ"} or (
            lower[at] == "," and lower[at - 1] not in KIN
        ):
            return ""
    return ""


def _kin_behind(discourse: Discourse, i: int) -> str:
    """Return the noun of "Lind's father" or "the father of" between a name and the comma or "of" behind: "Bo, [Lind's father],"."""
    lower, end = discourse.encoding.lower, discourse.mentions[i].end
    if lower[end : end + 1] != (",",):
        return ""
    if lower[end + 1 : end + 2] and lower[end + 1] in KIN and lower[end + 2 : end + 3] == ("of",):
        return lower[end + 1]  # "Sara Duterte, [daughter] of Rodrigo Duterte"
    for at in range(end + 2, min(end + 2 + _BETWEEN, len(lower) - 1)):
        if lower[at] in KIN:
            is_owned = lower[at - 1] in {"'s", "’s"} and lower[at + 1] in {",", ".", "and"}
            is_owned = is_owned or (at == end + 2 and lower[at - 1] in {"his", "her"} and lower[at + 1] in {",", "."})
            return lower[at] if is_owned or (lower[at - 1] == "the" and lower[at + 1] == "of") else ""
        if lower[at] == "," or discourse.syntax.upos[at] in {"VERB", "AUX", "ADP", "CCONJ"}:
            return ""
    return ""


def _are_two(one: PersonName, other: PersonName) -> bool:
    """Tell whether one who is introduced as kin is not the bearer of another name: "Idriss Deby", "Mahamat Idriss Deby"."""
    if one.generation != other.generation or one.surname != other.surname:
        return True
    return not given_fits(one.words[0], other.words[0])


def part_speakers(discourse: Discourse) -> None:
    """Say that nobody is whom he describes in what he says: "The lawyer said [the president] needed parliament's consent"."""
    syntax, lower, mentions = discourse.syntax, discourse.encoding.lower, discourse.mentions
    at_head: dict[int, int] = {}
    described: list[tuple[int, int]] = []
    for i, mention in enumerate(mentions):
        at_head.setdefault(mention.head, i)
        if _is_described(discourse, i):
            described.append((mention.head, i))
    for head, i in described:
        for clause in syntax.ancestors(head):
            verb = syntax.heads[clause]
            if not syntax.is_relation(clause, "ccomp") or verb == clause or cue_verb(lower[verb]) is None:
                continue
            for word in syntax.children(verb, "nsubj", "obj", "iobj"):
                teller = at_head.get(word)
                if teller is not None and teller != i and mentions[teller].form != "pronoun":
                    discourse.chains.bar(i, teller)


def _is_described(discourse: Discourse, i: int) -> bool:
    """Tell whether a mention is a definite description of people that takes part in its clause, and is said of nobody."""
    mention, facts, syntax = discourse.mentions[i], discourse.facts[i], discourse.syntax
    if (
        mention.form != "nominal"
        or facts.kind not in {"person", "group"}
        or facts.definiteness not in {"definite", "owned"}
    ):
        return False
    cases = {discourse.encoding.lower[w] for w in syntax.children(mention.head, "case")}
    return syntax.is_relation(mention.head, *_PARTS) and not syntax.children(mention.head, "cop") and "as" not in cases

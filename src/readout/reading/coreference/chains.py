# SPDX-License-Identifier: Apache-2.0
"""Chains of mentions that stand for one entity, and what is known of each chain together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from readout.reading.coreference.facts import Facts

__all__ = ["Chains"]

_BODIES = {"organisation", "place", "group"}
_SEVERAL = {"organisation", "group"}


class Chains:
    """Mentions, put together step by step (union-find); a chain is known by the number of its first mention.

    What was put together stays together: a step that is not sure must not be taken.
    """

    def __init__(self, facts: Sequence[Facts], named: Iterable[int]) -> None:
        """Begin with every mention alone; `named` are the numbers of the names."""
        self.facts = facts
        count = len(facts)
        self._above = list(range(count))
        self._members: list[list[int]] = [[i] for i in range(count)]
        self._named = [False] * count
        for i in named:
            self._named[i] = True
        self._gender = [f.gender for f in facts]
        self._barred: list[set[int]] = [set() for _ in range(count)]
        self._settled = [False] * count

    def of(self, mention: int) -> int:
        """Return the chain of a mention."""
        root = mention
        while self._above[root] != root:
            root = self._above[root]
        while self._above[mention] != root:
            self._above[mention], mention = root, self._above[mention]
        return root

    def members(self, chain: int) -> Sequence[int]:
        """Return the mentions of a chain, not sorted."""
        return self._members[self.of(chain)]

    def is_named(self, chain: int) -> bool:
        """Tell whether a chain holds a name."""
        return self._named[self.of(chain)]

    def gender(self, chain: int) -> str:
        """Return the gender that the chain's words say, or nothing."""
        return self._gender[self.of(chain)]

    def settle(self, mentions: Iterable[int]) -> None:
        """Say that all that these mentions can tell of who is one has been used: no two of their chains are joined later."""
        for mention in mentions:
            self._settled[self.of(mention)] = True

    def bar(self, one: int, other: int) -> None:
        """Say that two mentions are never one: "his" and "his counterpart"."""
        a, b = self.of(one), self.of(other)
        self._barred[a].add(b)
        self._barred[b].add(a)

    def may_join(self, one: int, other: int) -> bool:
        """Tell whether nothing that is known forbids that two mentions are one."""
        a, b = self.of(one), self.of(other)
        if a == b:
            return True
        if (self._settled[a] and self._settled[b]) or any(self.of(x) == b for x in self._barred[a]):
            return False
        return not (self._gender[a] and self._gender[b] and self._gender[a] != self._gender[b])

    def join(self, one: int, other: int) -> bool:
        """Put two chains together if nothing forbids it; tell whether they are together now."""
        if not self.may_join(one, other):
            return False
        a, b = sorted((self.of(one), self.of(other)))
        if a == b:
            return True
        self._above[b] = a
        if len(self._members[a]) < len(self._members[b]):
            self._members[a], self._members[b] = self._members[b], self._members[a]
        self._members[a] += self._members[b]
        self._members[b] = []
        self._named[a] |= self._named[b]
        self._settled[a] |= self._settled[b]
        self._gender[a] = self._gender[a] or self._gender[b]
        self._barred[a] |= self._barred[b]
        self._barred[b] = set()
        return True

    def agrees(self, anaphor: int, antecedent: int, *, singular_they: bool = False) -> bool:
        """Tell whether an anaphor may go back to an antecedent by number, person and kind."""
        one, other = self.facts[anaphor], self.facts[antecedent]
        return self.may_join(anaphor, antecedent) and _agree(one, other, singular_they=singular_they)

    def all(self) -> list[list[int]]:
        """Return the chains in the order of their first mention, each in text order."""
        return sorted(sorted(members) for members in self._members if members)


def _agree(one: Facts, other: Facts, *, singular_they: bool) -> bool:
    if one.person in {1, 2} or other.person in {1, 2}:
        return _agree_in_person(one, other)
    if one.person and other.person:
        return _numbers_fit(one, other) and (one.kind == other.kind or not (one.gender or other.gender))
    if one.person or other.person:
        pronoun, phrase = (one, other) if one.person else (other, one)
        return _stands_for(pronoun, phrase, singular_they=singular_they)
    return (_numbers_fit(one, other) or one.kind in _BODIES) and _kinds_fit(one.kind, other.kind)


def _stands_for(pronoun: Facts, phrase: Facts, *, singular_they: bool) -> bool:
    if pronoun.gender:
        return phrase.kind == "person" and phrase.number != "many"
    if pronoun.number == "many":
        is_one = phrase.kind == "person" and phrase.number == "one"
        return (
            phrase.kind in _SEVERAL
            or phrase.number == "many"
            or (phrase.kind == "person" and (singular_they or not is_one))
        )
    if pronoun.number == "one":
        return phrase.kind not in {"person", "group"} and phrase.number != "many"
    if pronoun.noun == "which":
        return phrase.kind != "person"
    return True


def _numbers_fit(one: Facts, other: Facts) -> bool:
    return {one.number, other.number} != {"one", "many"}


def _kinds_fit(one: str, other: str) -> bool:
    return one == other or {one, other} <= _BODIES


def _agree_in_person(one: Facts, other: Facts) -> bool:
    if one.person and other.person and one.person != other.person:
        return False  # who says "you" means somebody else than "I"
    return _numbers_fit(one, other)

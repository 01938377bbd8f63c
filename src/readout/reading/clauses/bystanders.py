# SPDX-License-Identifier: Apache-2.0
"""Who only stands by while two others deal with each other: hosts, mediators, who calls on both, whose embassy tells of it."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import Scene

__all__ = ["HOSTING", "is_bystander", "is_teller", "whole_phrase", "without_hosts"]

HOSTING = frozenset(
    "hosted hosts host hosting brokered broker mediated mediating mediate arranged organised organized guarantee guarantees "
    "guaranteed guaranteeing facilitates facilitated facilitating sponsors sponsored sponsoring".split()
)
_ENVOYS = frozenset("embassy ambassador envoy consulate diplomat official officials".split())
_OFFERS = frozenset("offered offers offering".split())
_PEACEMAKING = frozenset("mediate mediating mediation mediator help good offices".split())
_ASKS = frozenset("urged urges called calls appealed appeals asked asks pressed".split())
_SAYS = frozenset("said says announced".split())
_PAIRED = frozenset({"both", "two", "sides"})
_OF_BOTH = frozenset("both two them parties sides restraint calm".split())
_REACH = 6  # words behind a verb
_TOWN = 4  # letters of a town in capitals at least: "US, UK" may begin a headline
_DATELINE = 10  # words of a dateline behind its town
_DASHES = frozenset({"-", "–", "—", "--"})


def is_bystander(scene: Scene, word: int) -> bool:
    """Tell whether a name is of who hosts, mediates or looks on, or only says whose envoy speaks."""
    if _is_dateline(scene, word):
        return True
    return _is_of_envoy(scene, word) or _is_of_host(scene, word) or _is_of_onlooker(scene, word)


def _is_dateline(scene: Scene, word: int) -> bool:
    """Tell whether a name only says where the report was written: "SINGAPORE (Interpress) -- The two countries"."""
    name = scene.encoding.words[word]
    begins = word == 0 or scene.lines[word - 1] != scene.lines[word]
    if not begins or not name.isupper() or len(name) < _TOWN:
        return False
    behind = scene.encoding.words[word + 1 : word + 1 + _DATELINE]
    return bool(behind) and behind[0] in {",", "(", *_DASHES} and not _DASHES.isdisjoint(behind)


def without_hosts(scene: Scene, words: Sequence[int]) -> list[int]:
    """Leave out by whom a meeting was held that says nothing of who met: "talks hosted by [Norland]"."""
    return [w for w in words if not (scene.case_of(w) == "by" and _is_of_host(scene, w))]


def _is_of_host(scene: Scene, word: int) -> bool:
    """Tell whether a name is that of who only brings others together, or of their state: "brokered by [Brazil]"."""
    syntax, word = scene.syntax, whole_phrase(scene, word)
    above = syntax.heads[word]
    is_doer = syntax.is_relation(word, "nsubj") or scene.case_of(word) == "by"
    if is_doer and scene.lower(above) in HOSTING:
        return True
    titles = syntax.children(word, "nmod:desc")  # on which the tree may hang the clause of the name behind
    clauses = (clause for noun in (word, *titles) for clause in syntax.children(noun, "acl:relcl"))
    return any(scene.lower(clause) in HOSTING for clause in clauses)


def whole_phrase(scene: Scene, word: int) -> int:
    """Return the head of the phrase that a name belongs to: "ministry" of "Norland's foreign ministry"."""
    syntax = scene.syntax
    while syntax.is_relation(word, "compound", "nmod:poss", "nmod:desc", "flat", "conj") and syntax.heads[word] != word:
        word = syntax.heads[word]
    return word


def _is_of_onlooker(scene: Scene, word: int) -> bool:
    """Tell whether a name is that of who asks the two for peace, or offers it: "[Brazil] urged both sides to talk"."""
    word = whole_phrase(scene, word)
    verb = scene.syntax.heads[word]
    if not scene.syntax.is_relation(word, "nsubj"):
        return False
    behind = scene.encoding.lower[verb + 1 : verb + _REACH]
    if scene.lower(verb) in _OFFERS:
        return not _PEACEMAKING.isdisjoint(behind)
    return scene.lower(verb) in _ASKS and not _OF_BOTH.isdisjoint(behind)


def is_teller(scene: Scene, word: int) -> bool:
    """Tell whether a name is that of who tells of two: "[Qatar] said both sides had agreed"."""
    word = whole_phrase(scene, word)
    verb = scene.syntax.heads[word]
    says = scene.syntax.is_relation(word, "nsubj") and scene.lower(verb) in _SAYS
    return says and not _PAIRED.isdisjoint(scene.encoding.lower[verb + 1 : verb + 4])


def _is_of_envoy(scene: Scene, word: int) -> bool:
    """Tell whether a country only says whose embassy or envoy speaks: of "the US embassy" the US is no side."""
    above = scene.syntax.heads[word]
    return scene.syntax.is_relation(word, "compound", "nmod:poss", "nmod:desc") and scene.lower(above) in _ENVOYS

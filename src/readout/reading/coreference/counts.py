# SPDX-License-Identifier: Apache-2.0
"""What speaks against "they" and against descriptions of several: where something is, and how many there are."""

from __future__ import annotations

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.facts import singular_of

__all__ = ["are_counted_apart", "are_several_before", "is_where"]

_THEY = frozenset("they their them themselves theirs".split())
_WHERE = frozenset("in at near inside outside across around within through".split())


def is_where(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether an earlier mention only says where something is, and "they" is to take it up: "in Washington … they"."""
    mention = discourse.mentions[j]
    if discourse.facts[i].noun not in _THEY or discourse.facts[j].kind != "place":
        return False
    syntax, lower = discourse.syntax, discourse.encoding.lower
    return any(lower[word] in _WHERE for word in syntax.children(mention.head, "case") if word < mention.start)


def are_counted_apart(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether a description of several has another number than one of an earlier chain: "14 members", "the 10 members"."""
    if discourse.facts[i].number != "many" or discourse.mentions[i].form != "nominal":
        return False
    number = _number(discourse, i)
    if discourse.encoding.lower[discourse.mentions[i].head] in _GROUPS and not _are_so_many(discourse, j, number):
        return True
    others = {_number(discourse, k) for k in discourse.some(j) if discourse.mentions[k].form == "nominal"} - {None}
    return (
        number is not None and bool(others) and all(number != other and _are_alike(number, other) for other in others)
    )


def are_several_before(discourse: Discourse, i: int) -> bool:
    """Tell whether a plural noun stands before a pronoun, in its sentence or the one before: it may mean that."""
    syntax, lower = discourse.syntax, discourse.encoding.lower
    head = discourse.mentions[i].head
    start = syntax.sentences[max(0, syntax.sentence_of[head] - 1)].start
    return any(syntax.upos[word] == "NOUN" and singular_of(lower[word]) != lower[word] for word in range(start, head))


_GROUPS = {
    "pair": "two", "duo": "two", "couple": "two", "two": "two", "trio": "three", "three": "three", "quartet": "four",
    "four": "four",
}  # fmt: skip


def _are_so_many(discourse: Discourse, j: int, number: str | None) -> bool:
    """Tell whether a chain is of as many as "the pair" says, by a number or by "and", or tells of none: no "leaders"."""
    members = [k for k in discourse.some(j) if discourse.mentions[k].form == "nominal"]
    spans = (discourse.mentions[k] for k in members)
    return (
        not members
        or any(_number(discourse, k) == number for k in members)
        or any("and" in discourse.encoding.lower[m.start : m.end] for m in spans)
    )


def _number(discourse: Discourse, i: int) -> str | None:
    mention, lower = discourse.mentions[i], discourse.encoding.lower
    syntax = discourse.syntax
    if lower[mention.head] in _GROUPS:
        return _GROUPS[lower[mention.head]]  # "the pair" is not "the trio"
    if any(lower[w] == "both" for w in syntax.children(mention.head, "det") if mention.start <= w < mention.head):
        return "two"  # "both countries" are not "the three countries"
    found = [lower[w] for w in syntax.children(mention.head, "nummod") if mention.start <= w < mention.head]
    return found[0].replace(",", "") if len(found) == 1 else None


def _are_alike(one: str, other: str | None) -> bool:
    """Tell whether two numbers are written alike, so that unlike words are unlike numbers: both in digits or both in letters."""
    return other is not None and ((one.isdigit() and other.isdigit()) or (one.isalpha() and other.isalpha()))

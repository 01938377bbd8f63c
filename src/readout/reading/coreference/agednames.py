# SPDX-License-Identifier: Apache-2.0
"""Who is named only after the news: "A court has jailed [a former adviser]. The judge found that [Matthew Pace], 47, had …".

A report of a court, an arrest or a death tells first what somebody is and what has come to them, and gives the name, with the age,
in one of the next paragraphs. A name with an age and without any title takes up the one person to whom it came.
"""

from __future__ import annotations

from bisect import bisect_left

from readout.reading.coreference.discourse import Discourse

__all__ = ["join_aged_names"]

_PARAGRAPHS = 3  # from the news to the name
_MOST = 20  # unnamed persons looked at: of more than one in these paragraphs nobody knows which is meant
_AGES = range(10, 111)
# What comes to somebody whom a report names later.
_COMING = frozenset(
    "sentenced jailed convicted arrested charged detained killed shot stabbed died murdered indicted fined acquitted accused "
    "deported extradited expelled imprisoned executed freed released kidnapped abducted found pleaded remanded cleared poisoned "
    "sentences jails convicts arrests charges detains kills indicts fines acquits deports extradites expels frees dies".split()
)


def join_aged_names(discourse: Discourse) -> None:
    """Put a name with an age together with the one unnamed person of the paragraphs before to whom something has come."""
    news = [j for j in range(len(discourse.mentions)) if _is_of_news(discourse, j)]
    if not news:
        return
    lines, mentions = discourse.encoding.line_numbers, discourse.mentions
    named = set[int]()
    for i in range(news[0] + 1, len(mentions)):
        if not _is_aged_name(discourse, i):
            continue
        here = lines[mentions[i].head]
        end = bisect_left(news, i)
        before = news[max(0, end - _MOST) : end]
        near = [j for j in before if here - lines[mentions[j].head] <= _PARAGRAPHS and j not in named]
        if len(near) == 1 and _fits(discourse, i, near[0]) and discourse.chains.join(i, near[0]):
            named.add(near[0])


def _is_of_news(discourse: Discourse, j: int) -> bool:
    """Tell whether a description is of one new person to whom something has come, whom the sentence does not name."""
    mention, facts, syntax = discourse.mentions[j], discourse.facts[j], discourse.syntax
    if mention.form != "nominal" or facts.kind != "person" or facts.number != "one":
        return False
    if facts.definiteness != "indefinite" or discourse.is_generic(j) or discourse.chains.is_named(j):
        return False
    is_whom = syntax.is_relation(mention.head, "nsubj", "nsubj:pass", "obj")
    return is_whom and discourse.encoding.lower[syntax.heads[mention.head]] in _COMING


def _is_aged_name(discourse: Discourse, i: int) -> bool:
    """Tell whether somebody is named for the first time, with an age and nothing else: "[Matthew Pace], 47, had"."""
    mention, words = discourse.mentions[i], discourse.encoding.words
    if mention.form != "name" or discourse.facts[i].kind != "person" or discourse.titles.get(i):
        return False
    if words[mention.end : mention.end + 1] != (",",) or words[mention.end + 2 : mention.end + 3] not in {
        (",",),
        (".",),
    }:
        return False
    age = words[mention.end + 1]
    if not (age.isascii() and age.isdigit() and int(age) in _AGES):
        return False
    members = discourse.some(i)
    is_first = all(k >= i or discourse.encoding.line_numbers[discourse.mentions[k].head] == 0 for k in members)
    return is_first and all(discourse.mentions[k].form == "name" for k in members)


def _fits(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether nothing speaks against a name for somebody: no other in the same sentence, nobody's "a woman" for a man."""
    syntax, mentions = discourse.syntax, discourse.mentions
    if syntax.sentence_of[mentions[i].head] == syntax.sentence_of[mentions[j].head]:
        return False
    return discourse.chains.agrees(i, j)

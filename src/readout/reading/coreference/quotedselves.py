# SPDX-License-Identifier: Apache-2.0
"""Who "I" is in a quotation whose teller stands beside it: “I think so,” Lind said, “as does [my] party”.

The statements say it too, of more quotations but later; here it is known whose "my husband" is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from readout.reading.coreference.discourse import Discourse
from readout.resources import cue_verb

__all__ = ["join_quoted_selves", "join_selves_late", "subjects_told_of", "tellers"]

_SELVES = frozenset("i me my mine myself".split())


def join_quoted_selves(discourse: Discourse) -> None:
    """Join "I" and "my" of a quotation with the one person whose name tells it, by its own sentence or the one right before.

    Who "he" is that tells one, and whom a description means that does, is not known yet.
    """
    _join_selves(discourse, only_named=True)


def join_selves_late(discourse: Discourse) -> None:
    """Join "I" with whoever tells the quotation, now that it is known who "he" and "the minister" are: [he] said, “[I] know”."""
    _join_selves(discourse, only_named=False)


def _join_selves(discourse: Discourse, *, only_named: bool) -> None:
    lower, quotations = discourse.encoding.lower, discourse.quotations
    selves: dict[int, list[int]] = defaultdict(list)
    for i, mention in enumerate(discourse.mentions):
        if mention.form == "pronoun" and lower[mention.head] in _SELVES and quotations[mention.head] >= 0:
            selves[quotations[mention.head]].append(i)
    telling = tellers(discourse) if selves else {}
    for quotation, found in selves.items():
        teller = telling.get(quotation)
        if teller is not None and (discourse.mentions[teller].form == "name" or not only_named):
            for i in found:
                discourse.chains.join(i, teller)


def tellers(discourse: Discourse, *, only_whole: bool = False) -> dict[int, int]:
    """Return by the number of a quotation the one person who tells it by its own sentence or the one right before.

    Args:
        discourse: The mentions of the report.
        only_whole: Whether to leave out what is quoted in part, where the teller may be "he": he said that “his time has come”.
    """
    told: dict[int, set[int]] = defaultdict(set)
    for quotation, teller, clause in _told(discourse):
        if not only_whole or _is_whole(discourse, clause):
            told[quotation].add(teller)
    after = {quotation: told[before] for quotation, before in _goes_on(discourse).items() if before in told}
    return {quotation: min(some) for quotation, some in {**after, **told}.items() if len(some) == 1}


def subjects_told_of(discourse: Discourse) -> dict[int, int]:
    """Return by the number of a quotation of whom it is told in front of it: "The marshal said of [Fano]: “They are bandits.”"."""
    syntax, lower, quotations = discourse.syntax, discourse.encoding.lower, discourse.quotations
    at_head = {m.head: j for j, m in enumerate(discourse.mentions) if quotations[m.head] < 0}
    found: dict[int, int] = {}
    for quotation, _, clause in _told(discourse):
        verb = syntax.heads[clause]
        for word in syntax.children(verb, "obl"):
            is_of = [lower[w] for w in syntax.children(word, "case")] in (["of"], ["about"])
            if is_of and verb < word < clause and word in at_head:
                found.setdefault(quotation, at_head[word])
    return found


def _is_whole(discourse: Discourse, clause: int) -> bool:
    """Tell whether a clause is quoted from its first word on, with no "that" before."""
    quotations, syntax = discourse.quotations, discourse.syntax
    parts = syntax.children(clause, "mark", "nsubj", "nsubj:pass", "expl")
    return all(quotations[w] == quotations[clause] for w in parts)


def _told(discourse: Discourse) -> Iterator[tuple[int, int, int]]:
    """Yield the number of a quotation, that of a person who is the subject of the verb that it depends on, and its clause."""
    syntax, quotations = discourse.syntax, discourse.quotations
    for j, mention in enumerate(discourse.mentions):
        verb = syntax.heads[mention.head]
        if quotations[mention.head] >= 0 or quotations[verb] >= 0 or not syntax.is_relation(mention.head, "nsubj"):
            continue
        facts = discourse.facts[j]
        if facts.kind != "person" or facts.number == "many" or facts.person in {1, 2}:
            continue
        if cue_verb(discourse.encoding.lower[verb]) is None:
            continue
        said = syntax.children(verb, "ccomp", "parataxis")
        said = [*said, syntax.heads[verb]] if syntax.is_relation(verb, "parataxis") else said
        yield from ((quotations[w], j, w) for w in said if quotations[w] >= 0)


def _goes_on(discourse: Discourse) -> dict[int, int]:
    """Return by quotation that is a sentence of its own the one in the sentence before: “Yes,” he said. [“I am.”]."""
    quotations, syntax, encoding = discourse.quotations, discourse.syntax, discourse.encoding
    last: dict[int, int] = {}  # by sentence
    found: dict[int, int] = {}
    for sentence in syntax.sentences:
        inside = quotations[sentence.start : sentence.end]
        here = {q for q in inside if q >= 0}
        if not here:
            continue
        number = syntax.sentence_of[sentence.start]
        outside = [w for w, q in enumerate(inside, sentence.start) if q < 0 and syntax.upos[w] != "PUNCT"]
        last[number] = max(here)
        is_same = number > 0 and encoding.line_numbers[sentence.start] == encoding.line_numbers[sentence.start - 1]
        if len(here) == 1 and not outside and is_same and number - 1 in last:
            before = last[number - 1]
            quotation = here.pop()
            found.setdefault(quotation, before)
            if before == quotation:
                found.pop(quotation)
    return {quotation: found.get(before, before) for quotation, before in found.items()}

# SPDX-License-Identifier: Apache-2.0
"""Who is not who by how people are spoken of: nobody describes himself in what he says."""

from __future__ import annotations

from readout.reading.coreference.discourse import Discourse
from readout.resources import cue_verb

__all__ = ["part_speakers"]

_PARTS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss")


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

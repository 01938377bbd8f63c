# SPDX-License-Identifier: Apache-2.0
"""Whose voice somebody is whom only "spokesman" introduces: "[The army] denied it. Spokesman Idris Lamine gave no toll".

It is that of the body that has just said something. An ambassador named so is of the embassy that has.
"""

from __future__ import annotations

from dataclasses import replace

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.titled import Titled
from readout.resources import cue_verb, holders_named

__all__ = ["give_voices_bodies"]

_VOICES = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_SENT = frozenset({"ambassador", "consul"})
_MISSIONS = frozenset("embassy mission consulate delegation".split())
_SENTENCES = 2  # back to where the body speaks
_NEAR = 24  # mentions
_BODIES = frozenset({"organisation", "place"})


def give_voices_bodies(discourse: Discourse) -> None:
    """Give those whom a title without an owner calls a spokesman the country and sector of the body that spoke before."""
    for i, found in discourse.titles.items():
        for at, titled in enumerate(found):
            described = titled.description
            is_bare = described.words[1] - described.words[0] == 1 and described.country is None
            is_told = discourse.encoding.lower[discourse.mentions[i].end : discourse.mentions[i].end + 1] == ("of",)
            if not is_bare or is_told or described.noun not in _VOICES | _SENT or discourse.countries(i):
                continue
            body = (
                _body_before(discourse, i, is_sent=described.noun in _SENT) if _speaks(discourse, i, titled) else None
            )
            known = {holder.country for holder in holders_named(discourse.texts[i])}
            if body is not None and (not known or body[0] in known):
                country, sector = body
                found[at] = replace(titled, description=replace(described, country=country, sector=sector))


def _speaks(discourse: Discourse, i: int, titled: Titled) -> bool:
    """Tell whether a sentence begins with a title and its name, and who is so called says something there."""
    syntax, head = discourse.syntax, discourse.mentions[i].head
    first = syntax.sentences[syntax.sentence_of[head]].start
    is_first = titled.description.words[0] == first
    verb = syntax.heads[head]
    is_doer = syntax.is_relation(head, "nsubj") and not syntax.is_relation(head, "nsubj:pass")
    return is_first and is_doer and _is_said(discourse, verb)


def _is_said(discourse: Discourse, verb: int) -> bool:
    return cue_verb(discourse.encoding.lower[verb]) is not None or discourse.encoding.lower[verb] in _GIVES


def _is_according_to(discourse: Discourse, j: int) -> bool:
    start = discourse.mentions[j].start
    before = discourse.encoding.lower[max(0, start - 3) : start]
    return before[-2:] == ("according", "to") or before == ("according", "to", "the")


_GIVES = frozenset("gave gives declined refused".split())  # "gave no toll", "declined to comment"


def _body_before(discourse: Discourse, i: int, *, is_sent: bool) -> tuple[str | None, str | None] | None:
    """Return country and sector of the body that speaks last before a name, in this paragraph or the one before."""
    mentions, syntax, lines = discourse.mentions, discourse.syntax, discourse.encoding.line_numbers
    here, line = syntax.sentence_of[mentions[i].head], lines[mentions[i].head]
    for j in range(i - 1, max(-1, i - _NEAR), -1):
        at = mentions[j].head
        if here - syntax.sentence_of[at] > _SENTENCES or line - lines[at] > 1:
            return None
        if syntax.sentence_of[at] == here or discourse.quotations[at] >= 0 or mentions[j].form == "pronoun":
            continue
        if discourse.facts[j].kind == "other":
            continue  # "Kenyan" of "the Kenyan foreign ministry"
        says = syntax.is_relation(at, "nsubj") and cue_verb(discourse.encoding.lower[syntax.heads[at]]) is not None
        if not says and not _is_according_to(discourse, j):
            continue
        identity, described = discourse.identities[j], discourse.descriptions[j]
        side = (identity.country, identity.sector) if identity is not None else None
        if side is None and described is not None:
            side = described.country, described.sector
        words = set(discourse.encoding.lower[mentions[j].start : mentions[j].end])
        is_body = discourse.facts[j].kind in _BODIES and (not is_sent or not words.isdisjoint(_MISSIONS))
        return side if is_body and side is not None and any(side) else None
    return None

# SPDX-License-Identifier: Apache-2.0
"""Whom a more general word takes up than the one that a report has used: "the monarch", "the envoy", "the prelate"."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.officekeys import office_key

__all__ = ["meant_in_general"]


def _table() -> Mapping[str, frozenset[str]]:
    """Return by general word the keys of the offices whose holders are called so, and the nouns of no office."""
    rows = (
        ("monarch sovereign royal", "king,queen,emir,sultan,emperor,grand duke"),
        ("ruler", "king,queen,emir,sultan,emperor,crown prince,junta leader"),
        ("envoy diplomat", "ambassador,special envoy,special representative,representative,consul general,high commissioner"),
        ("prelate", "bishop,archbishop,cardinal,patriarch,metropolitan"),
        ("archbishop", "metropolitan,archbishop of canterbury,cardinal"),
        ("cleric clergyman", "bishop,archbishop,imam,ayatollah,grand mufti,mufti,mullah,priest,rabbi,preacher"),
        ("general", "army chief,army commander,chief of staff,marshal,field marshal,commander-in-chief,junta leader,coup leader,"
            "lieutenant general,major general,brigadier general,lieutenant-general,major-general,brigadier-general"),
        ("admiral", "vice admiral,rear admiral,vice-admiral,rear-admiral,fleet admiral"),
        ("colonel", "lieutenant colonel,lieutenant-colonel"),
        ("soldier", "general,colonel,army chief,junta leader"),
        ("lawmaker legislator parliamentarian mp", "lawmaker,legislator,parliamentarian,mp,senator,congressman"),
        ("tycoon billionaire magnate businessman oligarch", "tycoon,billionaire,magnate,businessman,oligarch"),
        ("lawyer attorney", "lawyer,attorney"),
        ("spokesman spokeswoman spokesperson", "press secretary,presidential press secretary,white house press secretary,"
            "pentagon press secretary"),
    )  # fmt: skip
    return MappingProxyType(
        {
            general: frozenset(office_key(title) for title in titles.split(","))
            for generals, titles in rows
            for general in generals.split()
        }
    )


_OFFICES = _table()
_FAR = 60  # mentions looked back over
_PARAGRAPHS = 1


def meant_in_general(discourse: Discourse, i: int) -> int | None:
    """Return the one of whom a description says in a general word what the report has said: the king is "the monarch".

    Args:
        discourse: The mentions of the report.
        i: A description in the singular, with "the".
    """
    facts, described = discourse.facts[i], discourse.descriptions[i]
    offices = _OFFICES.get(facts.noun)
    if offices is None or facts.number == "many" or described is None:
        return None
    found: dict[int, int] = {}
    lines, mentions, sentence_of = discourse.encoding.line_numbers, discourse.mentions, discourse.syntax.sentence_of
    here, nearest = lines[mentions[i].head], -1
    for j in range(i - 1, max(-1, i - _FAR), -1):
        if here - lines[mentions[j].head] > _PARAGRAPHS or (found and sentence_of[mentions[j].head] != nearest):
            break
        if mentions[j].form == "pronoun" or discourse.facts[j].number == "many" or discourse.facts[j].kind != "person":
            continue
        members = discourse.some(j)
        said = [one for member in members for one in discourse.said_of(member)]
        is_holder = any(one.office in offices for one in said)
        lands = {one.country for one in said if one.country is not None}
        fits = described.country is None or not lands or described.country in lands
        if is_holder and fits and discourse.chains.agrees(i, j) and not discourse.holds(i, j):
            found.setdefault(discourse.chains.of(j), j)
            nearest = sentence_of[mentions[j].head]
    is_beside = nearest == sentence_of[mentions[i].head]  # in one sentence the one told of last is meant
    return next(iter(found.values())) if found and (len(found) == 1 or is_beside) else None

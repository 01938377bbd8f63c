# SPDX-License-Identifier: Apache-2.0
"""Names that a sentence says are one: "García is the nom de guerre of Chamorro", "MBZ, as the crown prince is known"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from readout.reading.coreference.chains import Chains
from readout.reading.coreference.mentions import Mention
from readout.reading.encoding import Encoding
from readout.resources import body_named, country_named, sector_of_noun

__all__ = ["alias_texts", "join_aliases", "known_as"]

_KIND = (
    r"(?:real|birth|full|given|original|stage|pen|code|war|religious|assumed) name|nom de guerre|pseudonym|alias|nickname"
    r"|call ?sign|codename"
)
_BETWEEN = re.compile(
    rf", whose (?:{_KIND}) (?:is|was|is said to be)"
    rf"|(?:is|was) (?:the|a) (?:{_KIND}) (?:of|for|used by)"
    rf"|,? (?:whose|by|under) (?:his|her|the) (?:{_KIND}),?"
    r"|,? ?(?:was )?(?:born|née|né|aka|alias)(?: as)?"
    r"|,? (?:(?:better|also|formerly|popularly|widely|commonly|universally) )?known (?:as|by)"
    r"|,? who (?:is|was|goes|went) (?:(?:better|also|widely|popularly|commonly) )?(?:known (?:as|by)|called|nicknamed|by)"
    rf"|,? (?:(?:better|also) )?known by (?:his|her|the|their) (?:{_KIND})(?: of)?"
)
_REAL = re.compile(rf"['’]s (?:{_KIND})")  # "Ana Lima, Rojas's real name"
_LED = frozenset({("led", "by"), ("commanded", "by"), ("headed", "by")})
_LONGEST = 9  # words between
_NEAR = 60  # characters behind
_QUOTES = frozenset("\"“”'‘’")
_KNOWN = re.compile(
    r"(?:is|was|are) (?:(?:widely|also|often|popularly|commonly|better|usually|locally|universally) )?"
    r"(?:known|called|nicknamed|dubbed)"
)


def join_aliases(encoding: Encoding, mentions: Sequence[Mention], chains: Chains) -> None:
    """Join two names of one person where the words between them say so."""
    names = [i for i, m in enumerate(mentions) if m.form == "name" and m.type == "person"]
    for i, j in pairwise(names):
        if encoding.line_numbers[mentions[i].start] != encoding.line_numbers[mentions[j].start]:
            continue
        if not mentions[i].end < mentions[j].start <= mentions[i].end + _LONGEST:
            continue
        between = encoding.span(mentions[i].end, mentions[j].start).of(encoding.text)
        end = mentions[j].end
        behind = (
            ""
            if end >= len(encoding.words)
            else encoding.span(end, min(end + 3, len(encoding.words))).of(encoding.text)
        )
        is_real = between.strip() == "," and _REAL.match(behind)
        if (_says_alias(between) and not _leads_what_is_known(encoding, mentions[i])) or is_real:
            chains.join(i, j)


def _says_alias(between: str) -> bool:
    """Tell whether the words between two names say that both are one; the second may stand in quotation marks."""
    return _BETWEEN.fullmatch(between.strip().rstrip("\"“'‘").strip().lower()) is not None


def _leads_what_is_known(encoding: Encoding, one: Mention) -> bool:
    """Tell whether a troop that somebody leads has the name behind: "a unit commanded by [Alaudinov], known as Akhmat"."""
    before, behind = encoding.lower[max(one.start - 3, 0) : one.start], encoding.lower[one.end : one.end + 3]
    if len(before) < 3 or before[1:] not in _LED or behind != (",", "known", "as"):
        return False
    noun = sector_of_noun(before[0])
    return noun is not None and noun.group and noun.sector == "MIL"


def alias_texts(encoding: Encoding, mentions: Sequence[Mention]) -> frozenset[str]:
    """Return the words by which somebody named is said to go, or is "known as": they are a person's wherever they stand."""
    names = [m for m in mentions if m.form == "name"]
    found = {
        m for m in names if m.type == "person" and encoding.lower[max(0, m.start - 2) : m.start] == ("known", "as")
    }
    for one, other in pairwise(names):
        is_near = one.type == "person" and one.end < other.start <= one.end + _LONGEST
        if is_near and _says_alias(encoding.span(one.end, other.start).of(encoding.text)):
            found.add(other)
        if is_near and _leads_what_is_known(encoding, one):
            found.discard(other)
    texts = {m.span.of(encoding.text) for m in found}
    return frozenset(text for text in texts if country_named(text) is None and body_named(text) is None)


def known_as(encoding: Encoding, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Return the names by which somebody is said to be known, with the description: "[MBZ], as [the crown prince] is known"."""
    found = []
    for i, j in _near(mentions):
        name, other = mentions[i], mentions[j]
        if _is_born(encoding, name, other):
            found.append((j, i))
            continue
        is_named = other.form == "name" and name.type == other.type == "person"  # "Baba", as Odinga was known
        if name.form != "name" or not (other.form == "nominal" or is_named) or other.end >= len(encoding.words):
            continue
        at = encoding.spans[other.end].start
        behind = encoding.text[at : at + _NEAR].lower()
        between = tuple(word for word in encoding.lower[name.end : other.start] if word not in _QUOTES)
        is_between = between in {(",", "as"), ("as",)}
        between = between[:2] if other.form == "name" and name.form == "name" else between
        is_between = is_between or between == (",", "as")
        if is_between and _KNOWN.match(behind) and (name.type == other.type or name.end == name.start + 1):
            found.append((i, j))
    return found


def _near(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield each mention with the next one, and with the name behind a title: "Janja, as the first lady [Ana Silva] is known"."""
    for i in range(len(mentions) - 1):
        yield i, i + 1
        if i + 2 < len(mentions) and mentions[i + 1].form == "nominal" and mentions[i + 2].start <= mentions[i + 1].end:
            yield i, i + 2


def _is_born(encoding: Encoding, one: Mention, other: Mention) -> bool:
    """Tell whether a description is followed by the name somebody was born with: "the pontiff, born [Robert Prevost]"."""
    is_beside = one.form == "nominal" and other.form == "name" and one.type == other.type == "person"
    return is_beside and encoding.lower[one.end : other.start] == (",", "born")

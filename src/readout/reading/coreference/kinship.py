# SPDX-License-Identifier: Apache-2.0
"""Kinship as a report tells it: whose kin a name or a description is: "her father, [Aung San]", "a son of [Bo Holt]".

Other modules ask here, and none has a list of kin of its own; the nouns are a table, `readout.resources.kin_of_noun`.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.mentions import Mention
from readout.reading.encoding import Encoding
from readout.resources import Kin, kin_of_noun

__all__ = ["is_kin_of", "is_one_alone", "kin_at", "kin_right_before", "kin_told", "relatives"]

_OWNERS = frozenset({"his", "her", "their", "whose", "'s", "’s", "my", "our", "another"})
_NEAR = 5  # words between "her father" and his name, "the late General", or between "the son of" and a name
_BREAKS = frozenset({"VERB", "AUX", "ADP", "CCONJ"})
_IN_LAW = ("in", "law")
_ALONE = frozenset({("line", 1), ("spouse", 0)})


def is_one_alone(noun: str) -> bool:
    """Tell whether somebody has only one at a time of what a noun says: a father, a wife."""
    kin = kin_of_noun(noun)
    return kin is not None and kin.gender is not None and (kin.relation, max(kin.generation, 0)) in _ALONE


def kin_at(lower: Sequence[str], last: int) -> tuple[Kin, int] | None:
    """Return the kin whose words end with a word, and their first word: "father", "son-in-law"."""
    kin = kin_of_noun(lower[last])
    if kin is not None:
        return kin, last
    front = [w for w in range(max(0, last - 5), last) if lower[w] != "-"]
    if lower[last] == "law" and len(front) > 1 and (lower[front[-1]], lower[last]) == _IN_LAW:
        kin = kin_of_noun(lower[front[-2]])
    return None if kin is None else (kin, front[-2])


def kin_told(discourse: Discourse, i: int) -> Kin | None:
    """Return the kin that a name is told to be: "her father" or "Lind's son" before it, "Lind's father" behind it."""
    return _kin_before(discourse, i) or _kin_behind(discourse, i)


def kin_right_before(discourse: Discourse, i: int) -> Kin | None:
    """Return the kin of the noun that a name stands right behind, with nothing between: "his brother [Sabah]"."""
    start = discourse.mentions[i].start
    is_right = start > 1 and kin_at(discourse.encoding.lower, start - 1) is not None
    return _kin_before(discourse, i) if is_right else None


def is_kin_of(encoding: Encoding, mention: Mention) -> bool:
    """Tell whether a description says behind its noun whose kin somebody is: "the daughter of Rodrigo Duterte"."""
    return mention.form == "nominal" and _of_kin(encoding.lower, mention.head) is not None


def relatives(discourse: Discourse, i: int) -> list[int]:
    """Return the persons named whose kin a description says somebody is: both of "the son of [Bo] and [Ana Holt]"."""
    mentions, encoding = discourse.mentions, discourse.encoding
    found: list[int] = []
    of = _of_kin(encoding.lower, mentions[i].head) if mentions[i].form == "nominal" else None
    if of is None:
        return found
    for j in range(i + 1, len(mentions)):
        is_joined = bool(found) and encoding.lower[mentions[j].start - 1] == "and"
        if mentions[j].start > of + _NEAR or (found and not is_joined):
            break
        if mentions[j].form == "name" and discourse.facts[j].kind == "person":
            found.append(j)
    return found


def _of_kin(lower: Sequence[str], head: int) -> int | None:
    """Return the "of" behind a noun of kinship: "the son of", "the father-in-law of"."""
    words = (w for w in range(head + 1, min(head + 6, len(lower))) if lower[w] not in {"-", *_IN_LAW})
    of = next(words, None) if kin_at(lower, head) is not None else None
    return of if of is not None and lower[of] == "of" else None


def _kin_before(discourse: Discourse, i: int) -> Kin | None:
    """Return the kin of "her father" or "Lind's son" right before a name, or with a comma and a title between."""
    lower, start = discourse.encoding.lower, discourse.mentions[i].start
    line = discourse.encoding.lines[discourse.encoding.line_numbers[start]][0]
    for at in range(start - 1, max(line, start - 1 - _NEAR), -1):
        found = kin_at(lower, at)
        if found is not None:
            kin, first = found
            return None if _OWNERS.isdisjoint(lower[max(line, first - 3) : first]) else kin
        if lower[at] == "and" and discourse.syntax.upos[at + 1 : at + 2] == ("NOUN",):
            continue  # "his father and predecessor, Gurbanguly"
        is_parted = lower[at] == "," and kin_at(lower, at - 1) is None and lower[at - 2] != "and"
        if discourse.syntax.upos[at] in _BREAKS or is_parted:
            return None
    return None


def _kin_behind(discourse: Discourse, i: int) -> Kin | None:
    """Return the kin of "Lind's father" or "the father of" between a name and the comma or "of" behind: "Bo, [Lind's father],"."""
    lower, end = discourse.encoding.lower, discourse.mentions[i].end
    if lower[end : end + 1] != (",",):
        return None
    if end + 1 < len(lower) and kin_of_noun(lower[end + 1]) and lower[end + 2 : end + 3] == ("of",):
        return kin_of_noun(lower[end + 1])  # "Sara Duterte, [daughter] of Rodrigo Duterte"
    for at in range(end + 2, min(end + 2 + _NEAR, len(lower) - 1)):
        kin = kin_of_noun(lower[at])
        if kin is not None:
            is_owned = lower[at - 1] in {"'s", "’s"} and lower[at + 1] in {",", ".", "and"}
            is_owned = is_owned or (at == end + 2 and lower[at - 1] in {"his", "her"} and lower[at + 1] in {",", "."})
            return kin if is_owned or (lower[at - 1] == "the" and lower[at + 1] == "of") else None
        if lower[at] == "," or discourse.syntax.upos[at] in _BREAKS:
            return None
    return None

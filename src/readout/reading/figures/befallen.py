# SPDX-License-Identifier: Apache-2.0
"""Numbers that stand for people alone, by what befell them: "30 were injured", "killing 12", "driven from their homes"."""

from __future__ import annotations

import re

from readout.reading.encoding import Encoding
from readout.reading.figures.amounts import Amount
from readout.reading.figures.counted import is_person
from readout.reading.trees.syntax import Syntax

__all__ = ["befell_people"]

_DONE = frozenset(
    "killed wounded injured hurt displaced uprooted arrested detained jailed evacuated rescued hospitalised hospitalized trapped "
    "stranded kidnapped abducted massacred executed deported infected vaccinated buried drowned died perished fled flee saved "
    "airlifted charged convicted sentenced indicted acquitted pardoned beheaded tortured beaten conscripted freed released "
    "captured repatriated orphaned quarantined maimed lynched".split()
)
_LEFT = frozenset("missing homeless dead unaccounted displaced injured wounded".split())
# What is done to people, with where that brought them.
_DRIVEN = frozenset("driven forced chased made taken rushed pulled feared believed".split())
_AWAY = frozenset(
    "flee leave homes home evacuate homeless hospital hospitals custody hostage captive prisoner rubble wreckage alive dead".split()
)
_DOING = re.compile(
    r"(?:kill|wound|injur|hurt|arrest|detain|evacuat|rescu|displac|kidnapp?|abduct|massacr|infect|sicken|hospitali[sz]|orphan|execut|behead|"
    r"conscript|deport)(?:e|es|s|ed|ing)?"
)  # with a bare number for whom it befell: "killing 12"
_DRIVING = frozenset("drive drives driving drove driven force forces forcing forced send sends sending sent".split())
_FROM = (("from",), ("to",), ("out",))
_LEAVING = frozenset("left leave leaving abandoned abandon abandoning lost lose".split())
_HOMES = frozenset({"home", "homes", "houses", "jobs", "lives"})
_NEAR = 3  # words: "left their homes"
_REACH = 6  # words: "driven from their homes"


_HELPERS = frozenset("were was are had have has been also".split())
_ALONE = frozenset(
    "died die drowned drown perished perish fled flee marched rallied protested demonstrated starved starve emigrated".split()
)  # have no object that is hurt


# What people alone suffer or do, behind the number or from its verb on.
_SUFFERED = re.compile(
    r"(?:(?:were|was|are|is|had|has|have|been|also|still|now|already|will|would|could|be)\s+)*"
    r"(?:in need|need(?:ed|s)?\s+(?:(?:urgent|humanitarian|emergency|food|medical)\s+)*(?:aid|help|assistance|food|shelter|care)|"
    r"(?:go|went|gone|going|goes)\s+hungry|fac(?:e|ed|es|ing)\s+(?:\w+\s+)?(?:hunger|famine|starvation|eviction|trial|charges|deportation)|"
    r"at\s+risk|liv(?:e|ed|ing)\s+(?:in\s+(?:poverty|tents|camps|slums|shelters|exile)|below|under\s+siege))\b"
)
_IN_HOSPITAL = re.compile(
    r"(?:(?:were|was|are|is|still|remain(?:ed|s)?)\s+)+in\s+(?:an?\s+)?(?:grave|critical|serious|stable|intensive)\b"
)
_MANY = 1_000  # of species and banks fewer are at risk
_WORDS = 8


def _suffers(encoding: Encoding, at: int, amount: Amount) -> bool:
    """Tell whether the words from here on are of what people alone suffer: "need aid", "go hungry"."""
    if any(encoding.line_starts[at : at + 1]):
        return False
    words = " ".join(encoding.lower[at : at + _WORDS])
    if _counts_things(encoding, amount):
        return False
    return _IN_HOSPITAL.match(words) is not None or (amount.low >= _MANY and _SUFFERED.match(words) is not None)


def _counts_things(encoding: Encoding, amount: Amount) -> bool:
    """Tell whether a number before it, no smaller, is of things or beasts: "40 lions; [12] are in critical condition"."""
    for at in range(amount.start - 1, max(amount.start - _BACK, 0), -1):
        word = encoding.lower[at]
        if word == "." or any(encoding.line_starts[at + 1 : at + 2]):
            return False
        number = _number(encoding.lower[at - 1]) if word.isalpha() and word.endswith("s") else None
        if number is not None:
            return number >= amount.low and not is_person(encoding, at)
    return False


def _number(word: str) -> float | None:
    """Return the number that a word is, as exactly as it takes to tell which of two is more."""
    figures = word.replace(",", "")
    return float(figures) if figures.isdecimal() else _NUMBERS.get(word)


_BACK = 16  # words
_NUMBERS = {
    word: float(n) for n, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)
}
_NUMBERS |= {"dozen": 12, "hundred": 1e2, "thousand": 1e3, "million": 1e6}


def _is_followed(encoding: Encoding, at: int) -> bool:
    """Tell whether what befalls people stands right behind a number, whatever the tree makes of it: "said 45 died"."""
    is_more = encoding.lower[at : at + 1] == ("more",)  # "19 more die", "3 more killed in floods"
    end = at + is_more
    while encoding.lower[end : end + 1] and encoding.lower[end] in _HELPERS:
        end += 1
    if not encoding.lower[end : end + 1] or any(encoding.line_starts[at : end + 1]):
        return False
    passive = not {"were", "was", "are", "been"}.isdisjoint(encoding.lower[at:end])
    return encoding.lower[end] in _ALONE or ((passive or is_more) and encoding.lower[end] in _DONE)


def _is_driven(encoding: Encoding, amount: Amount) -> bool:
    """Tell whether a bare number is of those whom something drove from their homes: "driven some 12 million from their homes"."""
    before = encoding.lower[max(amount.start - 2, 0) : amount.start]
    behind = encoding.lower[amount.end : amount.end + _REACH]
    return not _DRIVING.isdisjoint(before) and behind[:1] in _FROM and not _AWAY.isdisjoint(behind)


def befell_people(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    """Tell whether a bare number is the subject of what befalls people alone, or whom it befell."""
    inside = range(amount.start, amount.end)
    if amount.kind != "count":
        return False
    head = next((w for w in inside if syntax.heads[w] not in inside), None)
    if _DOING.fullmatch(encoding.lower[max(amount.start - 1, 0)]) is not None:
        return True  # "killed 11 and wounded 46", whatever the tree makes of it
    if _is_followed(encoding, amount.end) or _suffers(encoding, amount.end, amount):
        return True
    if head is None:
        return False
    verb = syntax.heads[head]
    if _is_driven(encoding, amount):
        return True
    if syntax.is_relation(head, "obj") and verb < amount.start:
        return syntax.upos[verb] == "VERB" and _DOING.fullmatch(encoding.lower[verb]) is not None
    if encoding.lower[verb] in {"more", "others"} and verb == amount.end:  # "five more were hospitalised"
        head, verb = verb, syntax.heads[verb]
    is_before = verb > head and syntax.is_relation(head, "obj")  # an object before its verb is a slip of the tree
    if not (syntax.is_relation(head, "nsubj") or is_before):
        return False
    word = encoding.lower[verb]
    if verb >= amount.end and _suffers(encoding, verb, amount):
        return True  # "18.6 million, a third of the population, need aid"
    if word in _DONE:
        return verb >= amount.end and not any(
            at != head and encoding.lower[at - 1] != "," for at in syntax.children(verb, "obj")
        )
    if word in _LEFT:
        return bool(syntax.children(verb, "cop", "aux"))
    if word in _LEAVING and verb >= amount.end:
        return not _HOMES.isdisjoint(encoding.lower[verb + 1 : verb + 1 + _NEAR])  # "200,000 have left their homes"
    return word in _DRIVEN and not _AWAY.isdisjoint(encoding.lower[verb + 1 : verb + 1 + _REACH])

# SPDX-License-Identifier: Apache-2.0
"""Bounds of names: what the name head cut off or cut in two, put together where the words leave no doubt.

A name is only ever made longer here, and only over words that are written as part of one: glued to it by an apostrophe,
counted by a day ("the March 23 Movement"), spelled by the acronym in brackets behind, or known to a table as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from readout.reading.coreference.names import is_acronym_of
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax
from readout.resources import (
    begins_with_name,
    body_named,
    country_named,
    country_of_adjective,
    find_office,
    honorific_named,
    igo_named,
    office_named,
    outlet_named,
)

if TYPE_CHECKING:
    from readout.reading.coreference.namedentities import Name

__all__ = ["JUNIORS", "with_whole_names"]

_APOSTROPHES = frozenset("'’‘ʻʼ")
_QUOTES = frozenset("\"“”'‘’")
_NUMERALS = frozenset("II III IV V VI VII VIII IX XI XII XIII XIV XV XVI".split())
JUNIORS = frozenset({"Jr.", "Jr", "Sr.", "Sr"})
_TELLING = frozenset("said says told was is has had who and in of".split())
_MONTHS = frozenset("January February March April May June July August September October November December".split())
# Nouns of bodies that are told apart only by the words beside them: "the Journalists' Syndicate", "the May 19 Movement".
_BODIES = frozenset(
    "Union Association Federation Confederation Syndicate Society Network Council Committee Institute Chamber League Congress "
    "Ministry Department Board Bureau Office Center Centre Coalition Campaign Alliance Front Forum Movement Party Foundation "
    "Initiative Commission Organization Organisation Brigade Brigades Group Army Collective Agency Fund Partnership".split()
)
# What a body's name has behind its last "and": "the Ministry of Trade and [Industry]".
_FIELDS = frozenset(
    "Technology Commerce Industry Culture Research Development Welfare Trade Science Medicine Sport Tourism Innovation "
    "Communication Reform Reconciliation Integration Education Health Labour Labor Employment Agriculture Energy Mining "
    "Infrastructure Immigration Tribalism Equality Justice Peace Finance Planning Racism".split()
)
_FURTHEST = 3  # words that a name may lack in front


def with_whole_names(encoding: Encoding, syntax: Syntax, names: Sequence[Name]) -> list[Name]:
    """Return the names, those that were cut off or in two made whole.

    Args:
        encoding: The report's words.
        syntax: Their trees.
        names: In text order, none over another.
    """
    found: list[Name] = []
    left = list(reversed(_with_purposes(encoding, names)))
    while left:
        name = left.pop()
        if found and found[-1].end == name.start and name.type == "organisation" and _has_article(encoding, found[-1]):
            name = replace(name, start=found.pop().start)
        if found and _is_adjective(encoding, found[-1]) and encoding.words[name.start] in _BODIES:
            first = found[-1].start
        else:
            first = found[-1].end if found else 0
        name = _with_front(encoding, syntax, _from(name, _glued_front(encoding, name, first)), first)
        name = _from(name, _called_front(encoding, name, found)) if name.type == "person" else name
        name = _to(name, _glued_end(encoding, name, left))
        name = _to(name, _known_end(encoding, name))
        while left and left[-1].start < name.end:
            left.pop()
        while left and _are_one(encoding, syntax, name, left[-1]):
            name = _to(name, left.pop().end)
            name = _to(name, _glued_end(encoding, name, left))
        while found and found[-1].end > name.start:
            found.pop()
        end = _listed_end(encoding, name, _stop(encoding, left))
        name = _to(name, _numbered_end(encoding, _to(name, end)))
        while left and left[-1].start < name.end:
            left.pop()  # "Jr."
        found.append(_to(name, _closed_end(encoding, name)))
    return found


def _with_purposes(encoding: Encoding, names: Sequence[Name]) -> list[Name]:
    """Name bodies by what they are for, where their letters stand behind: "the [Group for the Support of Islam], or GSI"."""
    words, lower = encoding.words, encoding.lower
    starts = {name.start: name for name in names}
    whole: list[tuple[int, int]] = []
    for at in range(1, len(words) - 2):
        if words[at] not in _BODIES or lower[at - 1] != "the" or lower[at + 1] not in {"for", "of", "against"}:
            continue
        end = _end_of_purpose(encoding, at + 1)
        behind = words[end : end + 3]
        given = behind[1:2] if behind[:1] == ("(",) else behind[2:3] if behind[:2] == (",", "or") else ()
        if end > at + 3 and given and given[0].isupper() and len(given[0]) > 1 and at not in starts:
            whole.append((at, end))
    if not whole:
        return list(names)
    kept = [name for name in names if not any(start < name.end and name.start < end for start, end in whole)]
    kind = replace(names[0], type="organisation") if names else None
    more = [] if kind is None else [replace(kind, start=start, end=end) for start, end in whole]
    return sorted([*kept, *more], key=lambda name: name.start)


def _end_of_purpose(encoding: Encoding, at: int) -> int:
    """Return the word behind a run of words in capitals and what joins them: "for the Support of Islam and Muslims"."""
    end = at
    while end < len(encoding.words) and (encoding.words[end][:1].isupper() or encoding.lower[end] in _JOINTS):
        end += 1
    while end > at and encoding.lower[end - 1] in _JOINTS:
        end -= 1
    return end


_JOINTS = frozenset({"for", "of", "the", "and", "in", "against"})


def _from(name: Name, start: int) -> Name:
    return name if name.start == start else replace(name, start=start)


def _to(name: Name, end: int) -> Name:
    return name if name.end == end else replace(name, end=end)


def _closed_end(encoding: Encoding, name: Name) -> int:
    """Close the bracket that a name opens: "CPI(M[)] leader"."""
    words = encoding.words
    is_open = "(" in words[name.start : name.end] and ")" not in words[name.start : name.end]
    return name.end + (is_open and words[name.end : name.end + 1] == (")",))


def _stop(encoding: Encoding, left: Sequence[Name]) -> int:
    return left[-1].start if left else len(encoding.words)


def _has_article(encoding: Encoding, land: Name) -> bool:
    """Tell whether a country stands behind "the" that has no article of its own: the "[South Sudan] Opposition Alliance"."""
    text, last = _text(encoding, land.start, land.end), encoding.words[land.end - 1]
    if (
        encoding.lower[land.start - 1 : land.start] != ("the",)
        or country_named(text) is None
        or country_of_adjective(text)
    ):
        return False
    return not (last.isupper() or last.endswith(("s", ".")) or last in _WITH_ARTICLE)


_WITH_ARTICLE = frozenset("Republic Kingdom Congo Gambia Vatican Ukraine Coast Federation".split())


def _is_adjective(encoding: Encoding, name: Name) -> bool:
    return country_of_adjective(_text(encoding, name.start, name.end)) is not None


# Apostrophes


def _is_glued(encoding: Encoding, left: int) -> bool:
    """Tell whether an apostrophe stands directly between two words: "Mata" ' "afa"."""
    spans, words = encoding.spans, encoding.words
    if not 0 <= left < len(words) - 2 or words[left + 1] not in _APOSTROPHES or not words[left + 2].isalpha():
        return False
    return spans[left].end == spans[left + 1].start and spans[left + 1].end == spans[left + 2].start


def _glued_end(encoding: Encoding, name: Name, left: Sequence[Name]) -> int:
    end, stop = name.end, _stop(encoding, left)
    while end + 1 < stop and _is_glued(encoding, end - 1):
        end += 2
    return end


def _glued_front(encoding: Encoding, name: Name, first: int) -> int:
    start = name.start
    while start - 2 >= first and _is_glued(encoding, start - 2) and encoding.words[start - 2][:1].isupper():
        start -= 2
    return start


def _numbered_end(encoding: Encoding, name: Name) -> int:
    """Return the end of a name with what tells its bearer from a forebear: "Mulinu'u" II, "Joseph Biden", Jr."""
    behind = encoding.words[name.end : name.end + 2]
    if name.type != "person" or not behind:
        return name.end
    comma = behind[0] == ","
    if behind[0] in _NUMERALS:
        return name.end + 1
    end = name.end + 1 + comma
    if not behind[comma:] or behind[comma] not in JUNIORS:
        return name.end
    follows = encoding.words[end : end + 1]  # "Ola Lind, Sr VP of the bank"
    is_senior = behind[comma].startswith("Sr") and follows and follows[0][0].isalpha() and follows[0] not in _TELLING
    return name.end if is_senior else end


# Words in front


def _with_front(encoding: Encoding, syntax: Syntax, name: Name, first: int) -> Name:
    if name.type == "person":
        to = _with_first_to(encoding, name, first)
        return _from(name, _own_first(encoding, syntax, name, first) if to == name.start else to)
    if name.type == "place":
        return _from(name, _state_front(encoding, name, first))
    if name.type != "organisation":
        return name
    start = _dated_front(encoding, name, first)
    start = _owned_front(encoding, _from(name, start), first)
    return _from(name, _known_front(encoding, _from(name, start), first))


def _own_first(encoding: Encoding, syntax: Syntax, name: Name, first: int) -> int:
    """Return the start of a person's name with the first word that the tree gives it: "junta chief" [Min] Aung Hlaing."""
    at = name.start - 1
    if at < first or at < 0 or encoding.line_starts[name.start] or not encoding.words[at].istitle():
        return name.start
    whole = f"{encoding.words[at]} {_text(encoding, name.start, name.end)}"
    if begins_with_name(whole):
        return at  # "[Sheikh] Hasina"
    if syntax.upos[at] != "PROPN" or syntax.heads[name.start] != at or not syntax.is_relation(name.start, "flat"):
        return name.start
    is_title = find_office(encoding.words, name.start) is not None or office_named(encoding.words[at]) is not None
    return name.start if is_title or honorific_named(encoding.words[at]) is not None else at


def _with_first_to(encoding: Encoding, name: Name, first: int) -> int:
    """Return the start of a name before which "To" is written large within a sentence: "President [To] Lam"."""
    at = name.start - 1
    if name.type != "person" or at < max(first, 1) or encoding.words[at] != "To" or name.end - name.start > 1:
        return name.start
    is_within = not encoding.line_starts[at] and encoding.words[at - 1] not in _BEFORE_SENTENCES
    line = range(*encoding.lines[encoding.line_numbers[at]])
    is_text = any(encoding.words[w] == "to" or encoding.words[w] == "the" for w in line)
    return at if is_within and is_text else name.start


_BEFORE_SENTENCES = frozenset({".", "!", "?", ":", ";", '"', "“", "‘", "'", "(", "—", "–"})


def _state_front(encoding: Encoding, name: Name, first: int) -> int:
    """Return the start of a country's name with what it calls itself: "the [State of] Israel"."""
    words, found = encoding.words, name.start
    for start in range(name.start - 2, max(first, name.start - 4) - 1, -1):
        if words[name.start - 1] != "of" or not words[start][:1].isupper() or encoding.line_starts[start + 1]:
            break
        if words[start] in _STATES and country_named(_text(encoding, start, name.end)) is not None:
            found = start
    return found


_STATES = frozenset("State Republic Kingdom Sultanate Emirate Commonwealth Islamic Hashemite".split())


def _dated_front(encoding: Encoding, name: Name, first: int) -> int:
    """Return the start of a body called by a day: "the [March 23] Movement", "the [6 April] Youth Movement"."""
    if encoding.words[name.end - 1] not in _BODIES:
        return name.start
    start = name.start
    before = encoding.words[max(first, start - 2) : start]
    if encoding.words[start] in _MONTHS and before[-1:] and before[-1].isdigit():
        return start - 1
    is_date = len(before) == 2 and any(w in _MONTHS for w in before) and any(w.isdigit() for w in before)
    return start - 2 if is_date else start


def _owned_front(encoding: Encoding, name: Name, first: int) -> int:
    """Return the start of a body that is named by whose it is: "the [Sudanese Journalists'] Syndicate"."""
    start = name.start
    if encoding.words[start] not in _BODIES or start - 2 < first or encoding.words[start - 1] not in _APOSTROPHES:
        return start
    owners = encoding.words[start - 2]
    if not (
        owners[:1].isupper()
        and owners.endswith("s")
        and encoding.spans[start - 2].end == encoding.spans[start - 1].start
    ):
        return start
    start -= 2
    while start > first and encoding.words[start - 1].istitle() and not encoding.line_starts[start]:
        start -= 1
    return start + (encoding.words[start] in {"The", "A", "An"})


def _known_front(encoding: Encoding, name: Name, first: int) -> int:
    """Return the start of a body that a table knows with the words in front, or that its acronym spells with them."""
    if _is_known(encoding, name.start, name.end):
        return name.start
    short = encoding.words[name.end + 1] if _is_in_brackets(encoding, name.end) else ""
    if short and is_acronym_of(short, _text(encoding, name.start, name.end)):
        return name.start
    for start in range(name.start - 1, max(first, name.start - 1 - _FURTHEST) - 1, -1):
        if encoding.line_starts[start + 1] or not encoding.words[start][:1].isupper():
            break
        is_spelled = bool(short) and is_acronym_of(short, _text(encoding, start, name.end))
        if (is_spelled or _is_known(encoding, start, name.end)) and encoding.words[start] not in {"The", "A", "An"}:
            return start
    return name.start


def _is_in_brackets(encoding: Encoding, end: int) -> bool:
    words = encoding.words
    return words[end : end + 1] == ("(",) and words[end + 2 : end + 3] == (")",)


# Words behind


def _known_end(encoding: Encoding, name: Name) -> int:
    """Return the end of a long name of a table that was cut at "and" or "in": "Federation of Red Cross [and Red Crescent]"."""
    words = encoding.words
    if name.type != "organisation" or words[name.end : name.end + 1] == () or words[name.end] not in _LINKING:
        return name.end
    last = name.end
    while last < min(name.end + _LONGEST_REST, len(words)) and not encoding.line_starts[last]:
        if not (words[last][:1].isupper() or words[last] in _LINKING or "-" in words[last - 1 : last + 1]):
            break
        last += 1
    known = (end for end in range(last, name.end + 1, -1) if words[end - 1] not in _LINKING)
    return next((end for end in known if igo_named(_text(encoding, name.start, end)) is not None), name.end)


_LONGEST_REST = 8  # words
_LINKING = frozenset({"of", "and", "the", "for", "on", "in"})


def _are_one(encoding: Encoding, syntax: Syntax, name: Name, other: Name) -> bool:
    """Tell whether what follows is the rest of a name."""
    if encoding.line_numbers[name.start] != encoding.line_numbers[other.start]:
        return False
    if name.type == other.type == "person" and name.end == other.start:  # behind an apostrophe
        is_one = syntax.is_relation(other.start, "flat") and syntax.heads[other.start] == syntax.heads[name.end - 1]
        return is_one and name.end - 2 > name.start and _is_glued(encoding, name.end - 3)
    if name.type == other.type == "person" and _is_nicknamed(encoding, name, other):
        return True
    return _is_purpose(encoding, name, other) or _is_further_field(encoding, name, other)


def _is_nicknamed(encoding: Encoding, name: Name, other: Name) -> bool:
    """Tell whether two are one name around what its bearer is called: "[Wilmer “Pipo”] [Chavarría]", "[Ana] “La Jefa” [Mora]"."""
    marks = [at for at in range(name.start, other.start) if encoding.words[at] in _QUOTES]
    is_whole = len(marks) == 2 and marks[1] == other.start - 1 and name.end in {marks[0], marks[1], marks[1] + 1}
    return is_whole and name.start < marks[0] and _is_byname(encoding, *marks)


def _called_front(encoding: Encoding, name: Name, found: Sequence[Name]) -> int:
    """Return the start of a name that the name head has begun inside quotation marks: "[Wilmer] “Pipo” Chavarría"."""
    words, mark = encoding.words, name.start - 1
    marks = [at for at in range(name.start, name.end) if words[at] in _QUOTES]
    if mark < 1 or words[mark] not in _QUOTES or len(marks) != 1 or marks[0] == name.end - 1:
        return name.start
    if encoding.line_starts[mark] or not words[mark - 1].istitle() or not _is_byname(encoding, mark, marks[0]):
        return name.start
    return found[-1].start if found and found[-1].end == mark and found[-1].type == "person" else mark - 1


def _is_byname(encoding: Encoding, first: int, last: int) -> bool:
    """Tell whether up to three capitalised words stand between two quotation marks."""
    return 2 <= last - first <= 4 and all(encoding.words[at][:1].isupper() for at in range(first + 1, last))


def _is_purpose(encoding: Encoding, name: Name, other: Name) -> bool:
    """Tell whether a name says what a body is for: "the Network for [the Defense of Human Rights]"."""
    if not name.type == other.type == "organisation" or encoding.words[name.end - 1] not in _BODIES:
        return False
    between = encoding.lower[name.end : other.start]
    is_known = _is_known(encoding, name.start, name.end) or _is_known(encoding, other.start, other.end)
    return between in {("for",), ("for", "the"), ("on",), ("against",)} and not is_known


def _is_further_field(encoding: Encoding, name: Name, other: Name) -> bool:
    """Tell whether a name is only the last word of what a body is of: "the Trade Union of Education and [Science Workers]"."""
    if other.type not in {"organisation", "other"} or encoding.lower[name.end : other.start] != ("and",):
        return False
    if not _is_of_fields(encoding, name) or _is_known(encoding, other.start, other.end):
        return False
    return _is_field(encoding.words[other.end - 1]) and other.end - other.start <= 2


def _listed_end(encoding: Encoding, name: Name, stop: int) -> int:
    """Return the end of a body with the last one or two words of what it is of: "the Union of Greens and [Farmers]"."""
    end = at = name.end
    if end + 1 >= stop or encoding.lower[end] != "and" or not _is_of_fields(encoding, name):
        return end
    while at + 1 < stop and encoding.words[at + 1].istitle():
        at += 1
    return at + 1 if end < at < end + _FURTHEST and _is_field(encoding.words[at]) else end


def _is_of_fields(encoding: Encoding, name: Name) -> bool:
    """Tell whether a body's name ends with one or two words of what it is of: "Trade Union of [Education]"."""
    of = next((at for at in range(name.end - 2, name.start, -1) if encoding.lower[at] == "of"), None)
    if name.type != "organisation" or of is None or name.end - of > _FURTHEST or encoding.words[of - 1] not in _BODIES:
        return False
    return not _is_known(encoding, name.start, name.end)


def _is_field(word: str) -> bool:
    return word in _FIELDS or (word.endswith("s") and word[:-1].isalpha() and not word.isupper())


def _is_known(encoding: Encoding, start: int, end: int) -> bool:
    text = _text(encoding, start, end)
    return any(known(text) is not None for known in (igo_named, body_named, outlet_named))


def _text(encoding: Encoding, start: int, end: int) -> str:
    return encoding.span(start, end).of(encoding.text)

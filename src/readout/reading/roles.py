# SPDX-License-Identifier: Apache-2.0
"""Titles, offices, country and sector: what the words beside a name, or a description without one, say of someone.

The words are looked at in their order and by their part of speech more than by the tree: a title is a run of nouns, and a run
of nouns is where a parser errs most. Nothing is known here of any person.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from readout.reading.encoding import Encoding
from readout.reading.facts import singular_of
from readout.reading.syntax import Syntax
from readout.resources import (
    Noun,
    body_named,
    country_named,
    country_of_adjective,
    country_of_capital,
    country_of_part,
    fold_name,
    igo_named,
    office_named,
    office_state,
    outlet_named,
    sector_of_noun,
)
from readout.text import Span

__all__ = ["COUNTERPARTS", "Allegiance", "Description", "Role", "allegiance_of", "describe", "office_key", "title_after", "title_before"]

WordRange = tuple[int, int]

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_LINKS = frozenset({"of", "for"})
_MARKS = frozenset({"'s", "’s", "'", "’", "-", "[", "]", "‑"})
_NO_TITLE = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october "
    "november december today yesterday tomorrow earlier later morning afternoon evening night week month year".split()
)
_STATUS = frozenset("top senior veteran longtime long-time fellow prominent leading right-hand new current embattled late".split())
_NUMBERS = frozenset("two three four five six seven eight nine ten both several many some first second third another other".split())
_LONGEST_TITLE = 10
_LONGEST_APPOSITION = 16
_LONGEST_NAME = 6
_HEADS = frozenset("chief head boss leader director".split())
_BELOW = frozenset("deputy vice assistant under junior associate shadow".split())
_FOREIGN = frozenset("to in on with from against who whom which whose that , ( said".split())
# Words of titles that mean one thing, and whole offices that do, in the order of the alphabet.
_SAME = {
    "defense": "defence", "spokesman": "spokesperson", "spokeswoman": "spokesperson", "chairman": "chair", "chairwoman": "chair",
    "chairperson": "chair", "premier": "minister prime", "pm": "minister prime", "gen": "general", "lt": "lieutenant", "home": "interior",
    "congressman": "congressperson", "congresswoman": "congressperson", "envoy": "ambassador", "ministers": "minister",
    "presidents": "president", "fm": "foreign minister", "labor": "labour", "secretarygeneral": "general secretary",
}  # fmt: skip
_SAME_OFFICE = {
    "secretary state": "foreign minister", "minister state": "minister state", "diplomat top": "foreign minister",
    "chief diplomat": "foreign minister", "external minister": "foreign minister", "defence war": "defence",
    "minister war": "defence minister", "finance chief": "finance minister", "head state": "president",
}  # fmt: skip
_NO_MINISTERS = frozenset("general press state cabinet private deputy under assistant first executive permanent council party".split())
COUNTERPARTS = frozenset("counterpart opposite-number homologue".split())


@dataclass(frozen=True, slots=True)
class Role:
    """What someone is, in the report's words.

    Attributes:
        title: "Defence Minister": without article, country, or a word that says it is past.
        country: Alpha-3 or IGO code, where the words give it.
        span: The characters of the title with its country.
    """

    title: str
    country: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Allegiance:
    """For whom somebody acts, as the words say: the country or IGO, a body's sector, and which words said it."""

    country: str | None
    sector: str | None
    kind: str
    words: WordRange


@dataclass(frozen=True, slots=True)
class Description:
    """A title or description, understood.

    Attributes:
        words: Its words without article.
        noun: Head noun, singular and in lower case.
        title: The title proper, as the report writes it.
        office: Key of the office; descriptions of one office have one key. Empty where the words are no office's.
        country: Alpha-3 or IGO code.
        sector: PLOVER sector.
        is_person: Whether the noun is one for persons; None where the tables do not know it.
        anonymous: Whether who is only called so speaks without a name.
        past: Whether the words say that it is over.
    """

    words: WordRange
    noun: str
    title: str
    office: str
    country: str | None
    sector: str | None
    is_person: bool | None
    anonymous: bool
    past: bool


def allegiance_of(encoding: Encoding, start: int, end: int) -> Allegiance | None:
    """Find the first country, international organisation or body that a stretch of words names, the longest at one place."""
    for at in range(start, end):
        if not encoding.words[at][:1].isupper():
            continue
        for size in range(min(_LONGEST_NAME, end - at), 0, -1):
            side = _side(encoding.span(at, at + size).of(encoding.text))
            if side is not None:
                return Allegiance(*side, (at, at + size))
    return None


@lru_cache(maxsize=16_384)
def _side(name: str) -> tuple[str | None, str | None, str] | None:
    """Return country, sector and kind of what a name stands for by the tables."""
    land = country_of_adjective(name) or country_named(name)
    if land is not None:
        return land.iso3, None, "country"
    union = igo_named(name)
    if union is not None:
        return union.code, union.sector, "igo"
    body = body_named(name)
    if body is not None:
        return body.country, body.sector, body.kind
    land = country_of_capital(name) or country_of_part(name)
    if land is not None:
        return land.iso3, None, "place"
    outlet = outlet_named(name)
    return (outlet.country, "MED", "outlet") if outlet is not None else None


def title_before(encoding: Encoding, syntax: Syntax, name: int) -> WordRange | None:
    """Find the title in front of a name that begins at a word: "US Defense Secretary" Lloyd Austin.

    Returns:
        The words from its country or first noun on, article left out; None if what stands there is no title.
    """
    start = name
    while start > 0 and name - start < _LONGEST_TITLE and not encoding.line_starts[start] and _in_title(encoding, syntax, start - 1):
        start -= 1
    start = _trimmed(encoding, syntax, start, name)
    end = name
    while end > start and encoding.words[end - 1] in {"[", "(", "“", '"'}:
        end -= 1
    if end <= start or encoding.lower[end - 1] in _LINKS | _MARKS:
        return None
    for at in range(start, end):
        # "In Kyiv President Zelenskyy said": a longer run may begin with words that are no part of the title.
        if (at == start or encoding.lower[at - 1] not in _LINKS | _MARKS) and _is_title(encoding, syntax, at, end):
            return at, end
    return None


def _in_title(encoding: Encoding, syntax: Syntax, word: int) -> bool:
    lower = encoding.lower[word]
    if lower in _NO_TITLE:
        return False
    return syntax.upos[word] in _NOMINAL or lower in _LINKS or lower in _MARKS or (lower == "the" and encoding.lower[word - 1] in _LINKS)


def _trimmed(encoding: Encoding, syntax: Syntax, start: int, end: int) -> int:
    while start < end and (encoding.lower[start] in _LINKS | _MARKS | {"the"} or syntax.upos[start] not in _NOMINAL):
        start += 1
    return start


def _is_title(encoding: Encoding, syntax: Syntax, start: int, end: int) -> bool:
    """Tell whether a run of words is a title: its head noun is a person's, or, unknown, a common noun right before the name."""
    described = describe(encoding, syntax, start, end)
    if described is None:
        return False
    if described.office or described.noun in COUNTERPARTS:
        return True
    if described.is_person is not None:
        return described.is_person
    last = end - 1
    return syntax.upos[last] == "NOUN" and encoding.words[last].islower() and encoding.lower[last] == described.noun


def title_after(encoding: Encoding, syntax: Syntax, end: int) -> WordRange | None:
    """Find the title that follows a name after a comma: Avril Haines, "the US director of national intelligence", said.

    It must end at a comma, a stop or "who"; a clause with a verb is no title.
    """
    if end >= len(encoding.words) or encoding.words[end] not in {",", "("}:
        return None
    at = start = end + 1
    while at < len(encoding.words) and at - start < _LONGEST_APPOSITION and not encoding.line_starts[at]:
        if encoding.words[at] in {",", ".", ")", ";", ":", "—", "–"} or encoding.lower[at] in {"who", "whose", "and"}:
            break
        if syntax.upos[at] in {"VERB", "AUX", "PRON", "SCONJ"} and encoding.lower[at] not in {"his", "her", "its", "their"}:
            return None
        at += 1
    first = start + 1 if start < at and encoding.lower[start] in {"the", "a", "an"} else start
    if at <= first or syntax.upos[first] == "ADP" or (at < len(encoding.words) and encoding.line_starts[at]):
        return None
    described = describe(encoding, syntax, first, at)
    if described is None or not (described.office or described.is_person):
        return None
    return first, at


def head_noun(encoding: Encoding, syntax: Syntax, start: int, end: int) -> int | None:
    """Return the head noun of a run of words: the last before "of", "for", another preposition or a comma."""
    head = None
    for at in range(start, end):
        if syntax.upos[at] in {"NOUN", "PROPN"} or (head is None and syntax.upos[at] == "ADJ"):
            if encoding.lower[at + 1 : at + 2] and encoding.lower[at + 1] in {"'s", "’s", "'", "’"} and at + 1 < end:
                continue
            head = at
        elif head is not None and (syntax.upos[at] in {"ADP", "SCONJ", "VERB"} or encoding.words[at] in {",", "("}):
            break
    return head


def describe(encoding: Encoding, syntax: Syntax, start: int, end: int, head: int | None = None) -> Description | None:
    """Understand a title or description.

    Args:
        encoding: The words.
        syntax: Their parts of speech.
        start: First word.
        end: Word after the last.
        head: The head noun, where it is known.

    Returns:
        What it says; None if it holds no noun.
    """
    if start < end and encoding.lower[start] in {"the", "a", "an", "this", "that"}:
        start += 1
    found = head_noun(encoding, syntax, start, end)
    head = found if head is None or not start <= head < end else head
    if head is None:
        return None
    front = allegiance_of(encoding, start, head)
    back = _behind(encoding, head, end) if front is None or front.country is None else None
    title_start, past = _title_start(encoding, front, start, head)
    title = encoding.span(title_start, _title_end(encoding, syntax, head, end)).of(encoding.text)
    noun = singular_of(encoding.lower[head])
    office, sector = _office(title, noun, front)
    entry = _noun_entry(encoding, title_start, head)
    side = front or back
    if side is not None and side.sector is not None and (sector is None or side.kind == "igo" or not office):
        sector = side.sector
    if sector is None and entry is not None:
        sector = entry.sector
    country = next((s.country for s in (front, back) if s is not None and s.country is not None), None)
    is_person = True if office else entry.person if entry is not None else None
    anonymous = entry.anonymous if entry is not None else False
    return Description((start, end), noun, title, office, country, sector, is_person, anonymous, past)


def _behind(encoding: Encoding, head: int, end: int) -> Allegiance | None:
    """Find for whom the head noun is by its "of" or "for": "president of Italy", but not "ambassador to Italy"."""
    if head + 1 >= end or encoding.lower[head + 1] not in {"of", "for", "at"}:
        return None
    stop = next((w for w in range(head + 2, end) if encoding.lower[w] in _FOREIGN), end)
    return allegiance_of(encoding, head + 2, stop)


def _title_start(encoding: Encoding, front: Allegiance | None, start: int, head: int) -> tuple[int, bool]:
    """Return the first word of the title proper, and whether the words before say that it is over."""
    past = any(office_state(w) == "former" for w in encoding.lower[start:head])
    at = start
    while at < head:
        if front is not None and at == front.words[0] and _is_left_out(encoding, front):
            at = front.words[1]
        elif encoding.lower[at] in _NUMBERS or encoding.lower[at].isdigit() or _is_status(encoding.lower[at]) or encoding.lower[at] in _MARKS or encoding.lower[at] in {"his", "her", "their", "its"}:
            at += 1
        else:
            break
    return min(at, head), past


def _is_status(word: str) -> bool:
    return word in _STATUS or office_state(word) is not None


def _is_left_out(encoding: Encoding, front: Allegiance) -> bool:
    """Tell whether a title is written without its body: "EU's foreign policy chief", but "Pentagon chief"."""
    after = encoding.lower[front.words[1] : front.words[1] + 1]
    return front.kind in {"country", "igo", "place"} or after in (("'s",), ("’s",), ("'",), ("’",))


def _title_end(encoding: Encoding, syntax: Syntax, head: int, end: int) -> int:
    """Return the end of the title proper: "director of national intelligence", but "president" of Italy, "spokesman" for X."""
    if head + 1 >= end or encoding.lower[head + 1] not in _LINKS:
        return head + 1
    stop = next(
        (w for w in range(head + 2, end) if encoding.lower[w] in _FOREIGN or syntax.upos[w] in {"VERB", "SCONJ"}), end
    )
    while stop > head + 2 and syntax.upos[stop - 1] not in _NOMINAL:
        stop -= 1
    if stop <= head + 2:
        return head + 1
    if office_named(encoding.span(head, stop).of(encoding.text)) is not None:
        return stop
    side = allegiance_of(encoding, head + 2, stop)
    whole_side = side is not None and side.words[1] >= stop and side.kind in {"country", "place", "igo"}
    return head + 1 if encoding.lower[head + 1] == "for" or whole_side else stop


def _office(title: str, noun: str, front: Allegiance | None) -> tuple[str, str | None]:
    """Return the key of the office that a title names, and its sector; an empty key where it names none."""
    words = title.split()
    if front is not None and front.kind == "ministry" and front.sector == "MIL" and noun in _HEADS:
        return office_key("defence minister"), "MIL"
    for at in range(len(words)):
        found = office_named(" ".join(words[at:]))
        if found is not None:
            below = any(fold_name(w) in _BELOW for w in words[:at])
            return ("deputy " if below else "") + office_key(found.title), found.sector
    return "", None


def _noun_entry(encoding: Encoding, start: int, head: int) -> Noun | None:
    for at in range(max(start, head - 2), head + 1):
        text = encoding.span(at, head + 1).of(encoding.text)
        found = sector_of_noun(text) or sector_of_noun(singular_of(text.lower()))
        if found is not None:
            return found
    return None


def office_key(title: str) -> str:
    """Return one key for all ways to name an office: defence minister, Secretary of Defense; chairman, chair."""
    kept = (w for w in fold_name(title).split() if w not in {"of", "for", "the", "and", "affairs", "national"})
    words = [word for w in kept for word in _SAME.get(w, w).split()]
    key = " ".join(sorted(words))
    key = _SAME_OFFICE.get(key, key)
    if "secretary" in words and len(words) > 1 and not _NO_MINISTERS & set(words):
        key = " ".join(sorted("minister" if w == "secretary" else w for w in words))
    return _SAME_OFFICE.get(key, key)

# SPDX-License-Identifier: Apache-2.0
"""The named entities of a report: what the name head finds, what stands where a name must, and the same words elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from readout.model import best_tags, spans_of_tags
from readout.reading.coreference.listedregions import with_listed_regions
from readout.reading.coreference.nameslips import mend_names
from readout.reading.coreference.nametypes import of_told_type
from readout.reading.coreference.townnames import with_towns
from readout.reading.encoding import Encoding
from readout.reading.page.datelines import dateline_at
from readout.reading.trees.syntax import MONTHS_AND_NAMES, Syntax
from readout.resources import body_named, country_named, find_office, outlet_named

__all__ = ["Name", "all_names", "find_names"]

_CIVIL = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms."})
_KINDS = frozenset("daily weekly newspaper agency broadcaster channel station website magazine".split())
_BODIES: tuple[Literal["organisation", "place"], ...] = ("organisation", "place")
_SHORT = 2  # letters: a shorter word is no name by itself


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity as a half-open range of words."""

    start: int
    end: int
    type: Literal["person", "organisation", "place", "other"]


def find_names(encoding: Encoding) -> list[Name]:
    """Find the named entities: exact decoding of the name head, line by line."""
    scores = encoding.scores
    labels = scores.heads.labels["names"]
    tags = best_tags(scores.of("names"), scores.heads.transitions["names"], encoding.lines)
    shouts = not any(word.istitle() for word in encoding.words)
    found = []
    for start, end, label in spans_of_tags([labels[t] for t in tags.tolist()]):
        if end - start > 1 and encoding.words[start] in _KINDS:  # "the daily Morgenposten"
            start += 1
        if _is_hyphenated(encoding, end):  # "Park Sun-won"
            end += 2
        if encoding.words[start:end] == ("Staff",) and start and encoding.words[start - 1] == "General":
            start, label = start - 1, "organisation"  # no general of that name
        dash = _spaced_dash(encoding, start, end)
        if dash is not None:  # "Abuja - Armed men": a dateline and the first word of its story
            found.append(Name(start, dash, "place"))
            start = dash + 1
        if dash is not None and end - start == 1:
            continue
        stop = _sentence_end(encoding, start, end)
        if stop is not None:  # "Dong Jun. Giang said": two
            found.append(Name(start, stop, label))  # type: ignore[arg-type]
            start = stop + 1
        if encoding.words[end - 1] == "-":  # "Moon Jae-in": what follows the hyphen directly is part of the name
            joined = end < len(encoding.words) and encoding.spans[end].start == encoding.spans[end - 1].end
            end += 1 if joined else -1
        if start >= end or _is_address(encoding.words[start:end]) or (not shouts and _is_lower(encoding, start, end)):
            continue
        # "US troops": the model takes a country before a noun for an adjective, as "American" would be.
        is_country = label == "other" and country_named(encoding.span(start, end).of(encoding.text)) is not None
        found.append(Name(start, end, "place" if is_country else label))  # type: ignore[arg-type]
    return found


def _spaced_dash(encoding: Encoding, start: int, end: int) -> int | None:
    """Return the dash with white space around it within a name that begins a line."""
    if not encoding.line_starts[start]:
        return None
    spans = encoding.spans
    for at in range(start + 1, end - 1):
        if (
            encoding.words[at] in {"-", "–", "—"}
            and spans[at - 1].end < spans[at].start < spans[at].end < spans[at + 1].start
        ):
            return at
    return None


def _sentence_end(encoding: Encoding, start: int, end: int) -> int | None:
    """Return the stop within a name that ends a sentence: a word of its own, with a blank behind it and no abbreviation before."""
    words, spans = encoding.words, encoding.spans
    for at in range(start + 1, end - 1):
        is_whole = len(words[at - 1]) >= _WHOLE or words[at - 1] in MONTHS_AND_NAMES
        if words[at] == "." and is_whole and words[at - 1].isalpha() and spans[at].end < spans[at + 1].start:
            return at
    return None


_WHOLE = 5  # letters of a word that is no abbreviation


def _is_hyphenated(encoding: Encoding, end: int) -> bool:
    """Tell whether a hyphen and a word that are written together with a name follow it, all in small letters."""
    spans = encoding.spans
    if end + 1 >= len(spans) or encoding.words[end] != "-" or not encoding.words[end + 1].islower():
        return False
    return spans[end - 1].end == spans[end].start and spans[end].end == spans[end + 1].start


def _without_deed(encoding: Encoding, name: Name) -> Name:
    """Leave out what is done by whom a name names, which the corpora count as one word with it: "[Kenya]-led force"."""
    if name.end - name.start < 3 or encoding.words[name.end - 2] != "-" or not _is_done(encoding.words[name.end - 1]):
        return name
    land = country_named(encoding.span(name.start, name.end - 2).of(encoding.text))
    return replace(name, end=name.end - 2, type="place" if land is not None else name.type)


def _datelined(encoding: Encoding, name: Name) -> Name:
    """Take what opens a dateline in capitals for a place, whatever the head makes of it: "[NOUAKCHOTT], 3 March (AFP) -"."""
    if name.type == "place" or not encoding.line_starts[name.start] or not encoding.words[name.start].isupper():
        return name
    begin, stop = encoding.spans[name.start].start, encoding.spans[name.end - 1].end
    found = dateline_at(encoding.text[begin : begin + _LONGEST_DATELINE])
    is_within = found is not None and found.is_sure and stop <= begin + found.end
    return replace(name, type="place") if is_within and outlet_named(encoding.text[begin:stop]) is None else name


_LONGEST_DATELINE = 200  # characters with what follows


def _is_done(word: str) -> bool:
    """Tell whether a word behind a hyphen says by whom something is done: "Kenya-[led]", "US-[backed]"."""
    return word.islower() and (word in _DONE or word.endswith("ed"))


_DONE = frozenset("led run born made held".split())


def _is_lower(encoding: Encoding, start: int, end: int) -> bool:
    """Tell whether nothing in a range is written as a name: "the pontiff", where other words have capitals."""
    return all(word.islower() for word in encoding.words[start:end])


def _is_address(words: Sequence[str]) -> bool:
    return any("@" in word or "://" in word or word.startswith("www.") for word in words)


def all_names(encoding: Encoding, syntax: Syntax) -> list[Name]:
    """Find the named entities, with those that only their surroundings or another place of the report tell."""
    names = [_datelined(encoding, _without_deed(encoding, name)) for name in find_names(encoding)]
    mended = list(of_told_type(encoding, mend_names(encoding, syntax, names)))
    found = _asking(encoding, _numbered(encoding, mended))
    every = _everywhere(encoding, _titled(encoding, syntax, _addressed(encoding, syntax, _surnamed(encoding, found))))
    return with_towns(encoding, with_listed_regions(encoding, every))


def _surnamed(encoding: Encoding, names: Sequence[Name]) -> list[Name]:
    """Take a surname that is a pronoun in other places for one behind a title: "Vice Premier [He Lifeng]"."""
    words = encoding.words
    found = {
        at: Name(at, at + 2, "person")
        for at in range(1, len(words) - 1)
        if words[at] in _PRONOUNS and words[at + 1].istitle() and not encoding.line_starts[at]
        if words[at - 1].istitle() and find_office(words, at) is not None
    }
    kept = [name for name in names if not {name.start, name.start - 1} & found.keys()]
    longer = [Name(name.start - 1, name.end, "person") for name in names if name.start - 1 in found]
    ends = {name.start for name in longer}
    return sorted([*kept, *longer, *(n for at, n in found.items() if at not in ends)], key=lambda name: name.start)


_PRONOUNS = frozenset({"He", "You", "An", "So"})


def _numbered(encoding: Encoding, names: Sequence[Name]) -> list[Name]:
    """Take letters and a number for the name of an armed group that the report calls one: "the [M23] rebels"."""
    words, taken = encoding.words, {word for name in names for word in range(name.start, name.end)}
    numbered = [w for w in range(len(words)) if w not in taken and _NUMBERED.fullmatch(words[w])]
    called = {words[w] for w in numbered if body_named(words[w]) is not None}
    called |= {words[w] for w in numbered if encoding.lower[w + 1 : w + 2] and encoding.lower[w + 1] in _FIGHTING}
    found = [Name(w, w + 1, "organisation") for w in numbered if words[w] in called]
    return sorted([*names, *found], key=lambda name: name.start)


def _asking(encoding: Encoding, names: Sequence[Name]) -> list[Name]:
    """Take an outlet for a name before a question that it asks, or behind what it is: "[AFP]: Why?", "the channel [Telesur]"."""
    words, taken = encoding.words, {word for name in names for word in range(name.start, name.end)}
    found = [
        Name(w, w + 1, "organisation")
        for w in range(len(words) - 1)
        if w not in taken
        and words[w][0].isupper()
        and _is_outlets_place(encoding, w)
        and outlet_named(words[w]) is not None
    ]
    return sorted([*names, *found], key=lambda name: name.start)


def _is_outlets_place(encoding: Encoding, word: int) -> bool:
    """Tell whether an outlet's name may be looked for at a word: as a label in capitals, or behind a noun for outlets."""
    if encoding.line_starts[word]:
        return encoding.words[word + 1] == ":" and encoding.words[word].isupper()
    return encoding.words[word - 1] in _KINDS


_NUMBERED = re.compile("[A-Z]{1,3}[0-9]{1,3}")
_FIGHTING = frozenset(
    "rebels rebel rebellion insurgents militants militia fighters gang gangs guerrillas movement".split()
)


def _addressed(encoding: Encoding, syntax: Syntax, names: Sequence[Name]) -> list[Name]:
    """Take what stands behind "Mr" for a name, if the name head did not: a word that is a title elsewhere, "Mr [Sheikh]"."""
    words, known = encoding.words, {word for name in names for word in range(name.start, name.end)}
    found = [
        Name(w + 1, w + 2, "person")
        for w in range(len(words) - 1)
        if words[w].rstrip(".") in _ADDRESSES
        and w + 1 not in known
        and words[w + 1].istitle()
        and syntax.upos[w + 1] in {"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"}
    ]
    return sorted([*names, *found], key=lambda name: name.start)


_ADDRESSES = frozenset({"Mr", "Mrs", "Ms"})


def _titled(encoding: Encoding, syntax: Syntax, names: Sequence[Name]) -> list[Name]:
    """Take what stands between a title and a verb for a name, if the name head did not: "President [Obama] lifted the ban".

    So of what stands between a crown and its land: "King [Abdullah] of Jordan".
    """
    known = {word for name in names if name.type != "other" for word in range(name.start, name.end)}
    words, end = encoding.words, 1
    found: list[Name] = []
    for at in range(1, len(words)):
        if at < end and found and found[-1].end == end:
            continue  # inside the name that was found last
        end = max(at, end)
        while end < len(words) and end not in known and syntax.upos[end] == "PROPN" and words[end].istitle():
            end += 1
        if at == end:
            continue  # no name begins here
        of_land = encoding.lower[end : end + 1] == ("of",) and encoding.lower[at - 1] in _CROWNED
        ahead = end < len(words) and (of_land or syntax.upos[end] in {"VERB", "AUX"})
        closed = end < len(words) and (words[end] in _CLOSING or syntax.upos[end] in {"ADP", "CCONJ"})
        is_title = (ahead or closed) and words[at - 1].istitle() and words[at] != "Staff"
        title = find_office(words, at) if is_title else None
        if title is not None and not ahead and len(title.office.title.replace("-", " ").split()) < _LONG_TITLE:
            title = None  # "Minister Counsellor.", but "Director General [Grossi]."
        # "Mr. Trump broke off talks", but "Mr. President".
        honoured = encoding.lower[at - 1] in _CIVIL and find_office(words, end) is None
        if honoured or (title is not None and not title.plural and find_office(words, end) is None):
            found.append(Name(at, end, "person"))
    taken = {word for name in found for word in range(name.start, name.end)}
    apart = [name for name in names if taken.isdisjoint(range(name.start, name.end))]
    return sorted([*apart, *found], key=lambda name: name.start)


_CLOSING = frozenset({".", ",", "'s", "’s", ")"})
_LONG_TITLE = 2  # words
_CROWNED = frozenset("king queen prince princess emir sultan emperor sheikh".split())


def _everywhere(encoding: Encoding, names: Sequence[Name]) -> list[Name]:
    """Add the places where a name stands alone that was found elsewhere: "Trump" is a name wherever it is written so.

    Only for words that the report nowhere writes in lower case; the last word stands for a person's whole name.
    """
    kinds: dict[str, str] = {}
    for name in names:
        word = encoding.words[name.end - 1]
        if (name.end - name.start == 1 or name.type == "person") and len(word) > _SHORT and word[0].isupper():
            kinds.setdefault(word, name.type)
    lower = {word for word in encoding.words if word.islower()}
    taken = {word for name in names for word in range(name.start, name.end)}
    added = [
        Name(i, i + 1, kinds[word])  # type: ignore[arg-type]
        for i, word in enumerate(encoding.words)
        if word in kinds and i not in taken and word.lower() not in lower
        if not _in_longer_name(encoding, i) or (kinds[word] == "person" and _is_behind_title(encoding, i))
    ]
    return sorted(_of_one_type([*names, *added], encoding), key=lambda name: name.start)


def _of_one_type(names: Sequence[Name], encoding: Encoding) -> Iterator[Name]:
    """Give names of one word that the report writes as part of a person's name that person's type.

    "Lula" is no place where "Luiz Inácio Lula da Silva" is a person, unless the report also has a place of that name by itself
    more often. What is as often a body's or a place's, and nobody's surname, is that.
    """
    persons = [name for name in names if name.type == "person"]
    borne = {w for name in persons for w in encoding.words[name.start : name.end]}
    surnames = {w for name in persons if name.end - name.start > 1 for w in encoding.words[name.start : name.end]}
    alone = Counter((encoding.words[n.start], n.type) for n in names if n.end - n.start == 1)
    for name in names:
        word = encoding.words[name.start]
        if name.end - name.start > 1:
            yield name
        elif name.type == "person":
            body = next((kind for kind in _BODIES if alone[word, kind] >= alone[word, "person"]), None)
            yield name if body is None or word in surnames else replace(name, type=body)
        else:
            is_person = word in borne and alone[word, "person"] > alone[word, name.type] and country_named(word) is None
            yield replace(name, type="person") if is_person else name


def _is_behind_title(encoding: Encoding, word: int) -> bool:
    """Tell whether an office stands right before a word, and no capital behind it: "to President [Trump]"."""
    office = find_office(encoding.words, word) if encoding.words[word - 1].istitle() else None
    behind = encoding.words[word + 1 : word + 2]
    return office is not None and not office.plural and not (behind and (behind[0][0].isupper() or behind[0] == "-"))


def _in_longer_name(encoding: Encoding, word: int) -> bool:
    """Tell whether a capital letter stands right beside the word: then it is part of something that was not found as a name."""
    beside = [encoding.words[i] for i in (word - 1, word + 1) if 0 <= i < len(encoding.words)]
    return any(other[0].isupper() for other in beside) or "-" in beside

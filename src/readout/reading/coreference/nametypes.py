# SPDX-License-Identifier: Apache-2.0
"""Names whose type their letters or their other places in the report tell, where the name head slips.

A short word in capitals that it takes for a person is a broadcaster, party or union: "[DJ], the union of journalists". Words that
are a person's name in one place are one in another: "[Ana Lima] has measured", though Lima is a city.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from readout.reading.coreference.ledbodies import names_of_led
from readout.reading.encoding import Encoding
from readout.resources import (
    body_named,
    country_of_part,
    find_office,
    holders_called,
    honorific_named,
    kin_of_noun,
    outlet_named,
)

if TYPE_CHECKING:
    from readout.reading.coreference.namedentities import Name

__all__ = ["of_told_type"]

_LEAST, _MOST = 2, 8  # letters
_ADJECTIVE = 4  # letters: shorter words in front may be part of a name ("al", "the")
# Persons who are called by their initials.
_BY_INITIALS = frozenset("JFK FDR LBJ RFK MLK AOC AMLO MBS MBZ PNoy GMA PLO KCR YSR MGR MAGA DJT DSK".split())


def of_told_type(encoding: Encoding, names: Sequence[Name]) -> Iterator[Name]:
    """Yield the names, those corrected that capitals, a table of outlets or another place of the report make something else."""
    texts = [encoding.words[name.start : name.end] for name in names]
    persons = {words for name, words in zip(names, texts, strict=True) if name.type == "person"}
    counted = Counter(texts)
    known = {words for words in persons if counted[words] > 1}
    borne = {word for words in persons if len(words) > 1 for word in words}
    small = {word.lower() for word in encoding.words if not word.isupper()}
    starts = {name.start: name for name in names if name.type == "person"}
    led = names_of_led(encoding, names)
    for name, words in zip(names, texts, strict=True):
        if name.start and encoding.words[name.start - 1] == "Marine" and _is_called_marine(encoding, name):
            yield replace(name, start=name.start - 1, type="person")
        elif name.type == "person" and (words in led or _is_armed_group(words)):
            yield replace(name, type="organisation")
        elif name.type != "person" and len(words) == 1 and _is_of_kin(encoding, name):
            yield replace(name, type="person")
        elif (
            name.type == "person"
            and words not in known
            and (len(words) > 1 or words[0] not in borne)
            and _owns_person(encoding, name, starts)
        ):
            yield replace(name, type="organisation")
        elif name.type == "person" and len(words) == 1 and words[0] not in borne:
            is_body = _is_known_body(words[0]) or _is_in_capitals(encoding, name, small)
            yield replace(name, type="organisation") if is_body else name
        elif name.type == "organisation" and len(words) > 1 and words[0].islower() and len(words[0]) > _ADJECTIVE:
            yield replace(name, start=name.start + words[1][:1].isupper())  # "the conservative [People's Party]"
        elif name.type == "place" and len(words) > 1 and words in persons:
            is_land = country_of_part(" ".join(words)) is not None
            yield name if is_land else replace(name, type="person")
        else:
            yield name


def _is_called_marine(encoding: Encoding, name: Name) -> bool:
    """Tell whether "Marine" before a name is given and no soldier: "[Marine] Le Pen", not "U.S. Marine John Bell".

    A soldier is named in full behind it; behind a given name stands a surname alone.
    """
    words, first = encoding.words, name.start
    if (
        encoding.line_starts[first]
        or words[first] in _MARINE
        or not _OF_MARINES.isdisjoint(encoding.lower[first - 2 : first - 1])
    ):
        return False
    return name.end - first == 1 or words[first].lower() in _FRENCH


_OF_MARINES = frozenset("u.s. us royal american british former ex retired the a first fellow".split())
_MARINE = frozenset("Corps Corp Gen Maj Lt Sgt Cpl Col Capt Brigade One Unit Protection Park Biology Science".split())
_FRENCH = frozenset("le la de du des d'".split())  # before a surname


def _is_of_kin(encoding: Encoding, name: Name) -> bool:
    """Tell whether a name between commas is of somebody's kin: "with his wife, [Usha], in March"."""
    lower, at = encoding.lower, name.start
    return (
        at > 2
        and lower[at - 1] == ","
        and kin_of_noun(lower[at - 2]) is not None
        and lower[at - 3] in {"his", "her"}
        and (encoding.words[name.end : name.end + 1] in {(",",), (".",)})
    )


def _owns_person(encoding: Encoding, name: Name, starts: Mapping[int, Name]) -> bool:
    """Tell whether somebody named in full stands right behind a name and its "'s": "[IG Metall]'s Barbara Resch"."""
    behind = starts.get(name.end + 1)
    is_owner = encoding.words[name.end : name.end + 1] in {("'s",), ("’s",)}
    is_longer = name.end - name.start > 1 or not encoding.words[name.start].istitle()  # "Merz's Lars Klingbeil"
    is_told = is_longer and not holders_called(encoding.words[name.end - 1])
    return is_owner and is_told and behind is not None and behind.end - behind.start > 1


def _is_armed_group(words: Sequence[str]) -> bool:
    """Tell whether a table knows an armed group by a name of several words, which the head takes for a person's: "al Shabaab"."""
    body = body_named(" ".join(words)) if len(words) > 1 else None
    return body is not None and body.kind == "armed group"


def _is_known_body(word: str) -> bool:
    """Tell whether a table knows an agency or a party by a word, and nobody in office by it."""
    outlet, body = outlet_named(word), body_named(word)
    is_known = (outlet is not None and outlet.kind == "agency") or (body is not None and body.kind == "party")
    return is_known and not holders_called(word)


def _is_in_capitals(encoding: Encoding, name: Name, small: set[str]) -> bool:
    """Tell whether a word stands in capitals where others do not, and not behind a title or beside a given name."""
    words, at = encoding.words, name.start
    word = words[at]
    if not (word.isalpha() and word.isupper() and _LEAST <= len(word) <= _MOST) or word in _BY_INITIALS:
        return False
    start, end = encoding.lines[encoding.line_numbers[at]]
    beside = [words[w] for w in (at - 1, at + 1) if start <= w < end]
    is_loud = sum(words[w].isupper() for w in range(start, end)) * 2 > end - start
    is_called = at > start and (honorific_named(words[at - 1]) is not None or find_office(words, at) is not None)
    return (
        not is_loud
        and not is_called
        and word.lower() not in small
        and not any(w.istitle() and len(w) > 1 for w in beside[:1])
    )

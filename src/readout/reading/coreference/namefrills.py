# SPDX-License-Identifier: Apache-2.0
"""What stands glued to names: posts in letters ("BSF DIG" Rajiv Agnihotri, "Iran FM"), "-san", Said, the number of a party."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax
from readout.resources import body_named, country_named, country_of_adjective

if TYPE_CHECKING:
    from readout.reading.coreference.namedentities import Name

__all__ = ["with_number", "with_said", "without_address", "without_officer", "without_post"]

_POSTS = frozenset(
    "ACP ADGP ASP CEO CJI CM CMD COAS CP DCM DCP DG DGP DIG DSP FM GOC IG IGP MD MLA MLC MP PM SHO SP SSP".split()
)
_OF_STATE = frozenset("PM FM DPM EAM VP".split())
_FIRMS = frozenset("Global Bank Group Radio Records Shunt".split())  # "FM Global" is a firm
_ADDRESSES = frozenset("san sama sensei ssi nim".split())
_PARTS = 2  # words of a full name at least


def without_post(encoding: Encoding, name: Name) -> Iterator[Name]:
    """Yield the body and the person of a name that holds a post in letters between: "BSF" DIG "Rajiv Agnihotri".

    Posts in a state need no more than a surname behind them, or nothing: "UK" FM "Lammy", "Iran" FM.
    """
    words = encoding.words
    post = next((at for at in range(name.start, name.end) if words[at] in _OF_STATE), None)
    land = encoding.span(name.start, post).of(encoding.text) if post is not None and post > name.start else ""
    of_state = post is not None and (not land or _is_land(land)) and words[name.end - 1] not in _FIRMS
    if post is not None and of_state and all(word.istitle() for word in words[post + 1 : name.end] if word.isalpha()):
        if land:
            yield replace(name, end=post, type="place")
        if post + 1 < name.end:
            yield replace(name, start=post + 1, type="person")
        return
    at = name.start
    while at < name.end and words[at].isupper() and len(words[at]) > 1 and words[at].isalpha():
        at += 1
    rest = words[at : name.end]
    is_full = len(rest) >= _PARTS and all(word[:1].isupper() and not word.isupper() for word in rest)
    if at == name.start or words[at - 1] not in _POSTS or not is_full:
        yield name
        return
    if at - 1 > name.start:
        yield replace(name, end=at - 1, type="organisation")
    yield replace(name, start=at, type="person")


def _is_land(words: str) -> bool:
    return country_named(words) is not None or country_of_adjective(words) is not None


def without_officer(encoding: Encoding, name: Name) -> Iterator[Name]:
    """Yield a body and its officer, of whom the model makes one name: "Senate Budget Committee" Chairman "Ana Lind" of Idaho."""
    words = encoding.words
    for at in range(name.start + 2, name.end - 2):
        end = next((w for w in range(at + 1, name.end) if encoding.lower[w] == "of"), name.end)
        is_named = _PARTS <= end - at - 1 <= _MOST and all(word.istitle() for word in words[at + 1 : end])
        if name.type != "person" and words[at] in _OFFICERS and is_named and words[end - 1] not in _OF_BODIES:
            yield replace(name, end=at, type="organisation")
            yield replace(name, start=at + 1, end=end, type="person")
            return
    yield name


_OFFICERS = frozenset("Chairman Chairwoman Chair Spokesman Spokeswoman Spokesperson Leader Whip".split())
_OF_BODIES = frozenset(
    "Foundation Center Centre Institute Library School Prize Award University Fund Airport Trust".split()
)
_MOST = 4  # words of a person's name


def with_number(encoding: Encoding, name: Name) -> Name:
    """Give a body the number that ends its name by a table: "Estonia [200]" is no state."""
    end = name.end
    if not (end < len(encoding.words) and encoding.words[end].isdigit()) or encoding.line_starts[end]:
        return name
    is_body = body_named(encoding.span(name.start, end + 1).of(encoding.text)) is not None
    return replace(name, end=end + 1, type="organisation") if is_body else name


def without_address(encoding: Encoding, name: Name) -> Name:
    """Leave a form of address away that a hyphen joins to a name: "Takaichi-san"."""
    is_addressed = encoding.lower[max(name.start, name.end - 1)] in _ADDRESSES and encoding.words[name.end - 2] == "-"
    return replace(name, end=name.end - 2, type="person") if is_addressed and name.end - name.start > 2 else name


def with_said(encoding: Encoding, syntax: Syntax, name: Name) -> Name:
    """Make "Said" part of the name beside it, where it tells nothing: "Ali [Said], the leader", "[Said] Moussi died"."""
    words, lower, start, end = encoding.words, encoding.lower, name.start, name.end
    if name.type != "person" or end >= len(words):
        return name
    sentence = syntax.sentences[syntax.sentence_of[start]]
    if words[end] == "Said" and end + 1 < len(words) and not encoding.line_starts[end]:
        is_said = lower[end + 1] in _TOLD or words[end + 1][:1].isupper()  # "Biden Said to Weigh Exit"
        return name if is_said else replace(name, end=end + 1)
    is_first = start - 1 == sentence.start and words[start - 1] == "Said"
    tells = not _MARKS.isdisjoint(words[start : sentence.end])
    is_doing = is_first and not tells and (words[end] == "," or syntax.upos[end] in {"VERB", "AUX"})
    return replace(name, start=start - 1) if is_doing else name


_TOLD = frozenset("to that he she it they we i the a an his her their there no not by likely".split())
_MARKS = frozenset({":", '"', "“", "”", "\u2018", "'"})

# SPDX-License-Identifier: Apache-2.0
"""For whom somebody acts, as words say: the country, international organisation or body that a title or description names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from readout.reading.coreference.facts import singular_of
from readout.reading.encoding import Encoding
from readout.resources import (
    body_named,
    country_named,
    country_of_adjective,
    country_of_capital,
    country_of_part,
    igo_named,
    outlet_named,
)

__all__ = [
    "BACKED",
    "LANDS",
    "Allegiance",
    "WordRange",
    "allegiance_of",
    "capital_behind",
    "is_of_several",
    "land_in_brackets",
    "land_in_front",
]

WordRange = tuple[int, int]

_LONGEST_NAME = 6
_AMERICAS = frozenset({"Latin", "Central", "South", "North"})
_IN_WORDS = frozenset(  # articles and prefixes
    (part, "-") for part in "al el as ad an ar at ash inter intra pan trans cross anti non pro ibero luso".split()
)


@dataclass(frozen=True, slots=True)
class Allegiance:
    """For whom somebody acts, as the words say: the country or IGO, a body's sector, and which words said it."""

    country: str | None
    sector: str | None
    kind: str
    words: WordRange
    assumed: bool = False


def allegiance_of(encoding: Encoding, start: int, end: int) -> Allegiance | None:
    """Find the first country, international organisation or body that a stretch of words names."""
    for at in range(start, end):
        is_large = encoding.words[at][:1].isupper() or _is_article_of_name(encoding, at, end)
        if not is_large or encoding.lower[max(0, at - 2) : at] in _IN_WORDS:
            continue  # the Kuwaiti house of "al-[Sabah]" is not of Malaysia, the "Inter-[American]" commission of no state
        if encoding.words[at] in {"American", "Americans"} and encoding.words[max(0, at - 1)] in _AMERICAS:
            continue  # "Latin American presidents"
        for size in range(min(_LONGEST_NAME, end - at), 0, -1):
            if encoding.words[at + size - 1] in _NO_ENDS:
                continue  # "Vice-Admiral" begins with no outlet
            if encoding.words[at + size : at + size + 1] == ("-",) and not BACKED.isdisjoint(
                encoding.lower[at + size + 1 : at + size + 2]
            ):
                continue  # "the Rwanda-backed rebels" are not Rwanda's
            side = _side(encoding.span(at, at + size).of(encoding.text))
            if side is not None and side[2] == "party" and _is_longer(encoding, start, at, at + size):
                continue
            if side is not None and side[2] == "outlet" and _is_portfolio(encoding, at):
                continue
            if side is not None and side[2] == "country" and encoding.words[at + size : at + size + 1] in _OF_RIVERS:
                continue  # the "Niger Delta" is not in Niger
            if side is not None and side[2] == "igo" and at > start and _is_of_joint_name(encoding, at):
                continue
            if side is not None and not (side[2] == "outlet" and encoding.lower[at] in _IN_TITLES and size == 1):
                name = encoding.span(at, at + size).of(encoding.text)
                body = None if side[2] in LANDS else outlet_named(name) if side[2] == "outlet" else body_named(name)
                return Allegiance(*side, (at, at + size), assumed=body is not None and body.shared)
    return None


def _is_article_of_name(encoding: Encoding, at: int, end: int) -> bool:
    """Tell whether a word is the Arabic article in small letters that begins a name: "al Shabaab"."""
    return encoding.words[at] in _ARABIC and at + 1 < end and encoding.words[at + 1][:1].isupper()


_OF_RIVERS = (("Delta",), ("River",), ("Basin",), ("Valley",))
_ARABIC = frozenset({"al", "el"})


def _is_portfolio(encoding: Encoding, at: int) -> bool:
    """Tell whether a name says of what a ministry is: "the Department of [Foreign Affairs]" is no magazine's."""
    before = encoding.words[max(0, at - 2) : at]
    return before[1:] == ("of",) and before[0] in _PORTFOLIOS


_PORTFOLIOS = frozenset("Department Departments Ministry Ministries Minister Ministers Secretary Office".split())


def _is_of_joint_name(encoding: Encoding, at: int) -> bool:
    """Tell whether "Security Council" ends the name of another: "the National Defence and [Security Council]"."""
    before, joint = encoding.words[max(0, at - 2) : at - 1], encoding.lower[at - 1 : at]
    is_named = encoding.words[at].istitle() and joint == ("and",) and bool(before) and before[0].istitle()
    return is_named and _side(before[0]) is None


def _is_longer(encoding: Encoding, first: int, at: int, end: int) -> bool:
    """Tell whether a party's name is longer than what a table knows for another's: "[Social] Democratic Alliance"."""
    if at > first and encoding.words[at - 1] in _PREFIXES:
        return True
    behind = encoding.words[end : end + 3]
    named = behind[2:3] if behind[1:2] == ("the",) else behind[1:2]
    return behind[:1] in {("of",), ("for",)} and bool(named) and named[0][:1].isupper()


_PREFIXES = frozenset(
    "Social Liberal National New Christian People's United Popular Progressive Green Free Movement".split()
)


def land_in_brackets(encoding: Encoding, end: int) -> str | None:
    """Return the country in brackets right behind a name, as minutes write it: "ANNA EVSTIGNEEVA ([Russian Federation]) said"."""
    if encoding.words[end : end + 1] != ("(",):
        return None
    close = next(
        (w for w in range(end + 2, min(end + 3 + _LONGEST_NAME, len(encoding.words))) if encoding.words[w] == ")"), 0
    )
    land = country_named(encoding.span(end + 1, close).of(encoding.text)) if close else None
    return None if land is None else land.iso3


def land_in_front(encoding: Encoding, start: int) -> Allegiance | None:
    """Find the country or capital that opens the sentence of a body: "In [Moscow], the Foreign Ministry said".

    So too where more of the sentence stands between them, if that names no other country: "In [Kenya], prices had doubled, said
    traders, and the government …".
    """
    first = encoding.lines[encoding.line_numbers[start]][0]
    before = (w for w in range(start - 1, max(first, start - _LONGEST_FRONT) - 1, -1) if encoding.words[w] in _ENDS)
    first = next(before, first - 1) + 1
    if encoding.words[first] != "In":
        return None
    comma = next((w for w in range(first + 2, min(first + 2 + _LONGEST_NAME, start)) if encoding.words[w] == ","), None)
    if comma is None:
        return None
    name = encoding.span(first + 1, comma).of(encoding.text)
    capital = country_of_capital(name)
    land = capital or country_named(name)
    other = allegiance_of(encoding, comma, start)
    if land is None or (other is not None and other.country != land.iso3) or encoding.lower[comma + 1] == "where":
        return None  # "In London, where he is on a visit"
    if capital is None and land.iso3 == "GEO":
        return None  # as likely the American state
    return Allegiance(land.iso3, None, "country" if capital is None else "place", (first + 1, comma))


_ENDS = frozenset('.?!;:“”"')
_LONGEST_FRONT = 24  # words


def capital_behind(encoding: Encoding, end: int) -> Allegiance | None:
    """Find the capital in which a body sits, right behind its noun: "the foreign ministry in [Pyongyang]"."""
    if encoding.lower[end : end + 1] != ("in",):
        return None
    for size in range(_LONGEST_NAME, 0, -1):
        stop = end + 1 + size
        if stop <= len(encoding.words):
            land = country_of_capital(encoding.span(end + 1, stop).of(encoding.text))
            if land is not None:
                return Allegiance(land.iso3, None, "country", (end + 1, stop))
    return None


def is_of_several(encoding: Encoding, start: int, end: int, noun: int) -> bool:
    """Tell whether a description is of people of several countries: "the ministers of Peru and Ghana", "Peruvian and Ghanaian"."""
    if singular_of(encoding.lower[noun]) == encoding.lower[noun]:
        return False
    first = allegiance_of(encoding, start, end)
    if first is not None and _is_second_adjective(encoding, first):
        return True
    while first is not None and first.kind in LANDS:
        at = first.words[1]
        while at < end and encoding.lower[at] in {",", "and", "the"}:
            at += 1
        # Mentions end at a comma: "[the ambassadors of Canada], Britain and Switzerland".
        stop = end if at < end else _list_end(encoding, first.words[1])
        at = at if at < end else first.words[1] + 1
        other = allegiance_of(encoding, at, stop) if first.words[1] < at < stop else None
        if other is not None and other.words[0] == at and other.country != first.country:
            return True
        first = allegiance_of(encoding, first.words[1], end)
    return False


def _is_second_adjective(encoding: Encoding, side: Allegiance) -> bool:
    """Tell whether another country stands before one, which the tree cut off: "Philippine, [Indonesian] leaders".

    So too by its name, where "and" joins both, or a headline's comma: "Serbia and [Kosovo] leaders", "India, [Pakistan] envoys".
    """
    at = side.words[0]
    if (
        at < 2
        or encoding.lower[at - 1] not in {",", "and"}
        or encoding.line_numbers[at - 2] != encoding.line_numbers[at]
    ):
        return False
    own, other = (country_of_adjective(encoding.words[w]) for w in (at, at - 2))
    if own is not None and other is not None:
        return own != other
    is_list = encoding.lower[at - 1] == "and" or encoding.line_numbers[at] == 0
    own_land = country_named(encoding.span(*side.words).of(encoding.text))
    return is_list and own_land is not None and _land_before(encoding, at - 1) not in {None, own_land.iso3}


def _land_before(encoding: Encoding, end: int) -> str | None:
    """Return the country whose name ends at a word."""
    first = max(encoding.lines[encoding.line_numbers[end - 1]][0], end - _LONGEST_NAME)
    named = (country_named(encoding.span(start, end).of(encoding.text)) for start in range(first, end))
    return next((land.iso3 for land in named if land is not None), None)


def _list_end(encoding: Encoding, at: int) -> int:
    """Return the end of a list of two or three more that a comma leads in: ", Britain and Switzerland"; `at` if there is none."""
    lower = encoding.lower
    if lower[at : at + 1] != (",",):
        return at
    joint = next((w for w in range(at + 2, min(at + _LONGEST_LIST, len(lower))) if lower[w] == "and"), None)
    is_list = joint is not None and encoding.words[joint + 1 : joint + 2] and encoding.words[joint + 1][:1].isupper()
    return at + 2 if is_list and joint is not None else at


BACKED = frozenset(
    "backed supported aligned allied sponsored funded financed armed trained linked brokered mediated occupied friendly".split()
)
_LONGEST_LIST = 8  # words
_NO_ENDS = frozenset("-‐‑,(")
_IN_TITLES = frozenset({"vice"})  # words of titles that are names of outlets too


LANDS = frozenset({"country", "place", "part"})


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
    land = country_of_capital(name)
    if land is not None:
        return land.iso3, None, "place"
    part = country_of_part(name)
    if part is not None:
        return part.iso3, None, "part"
    outlet = outlet_named(name)
    return (outlet.country, "MED", "outlet") if outlet is not None else None

# SPDX-License-Identifier: Apache-2.0
"""Slips of the name head: names that run over a verb, a title or an owner, and labels of parties that are no names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from readout.reading.coreference.namebounds import JUNIORS, with_whole_names
from readout.reading.coreference.namefrills import (
    with_number,
    with_said,
    without_address,
    without_officer,
    without_post,
)
from readout.reading.coreference.names import is_acronym_of
from readout.reading.encoding import Encoding
from readout.reading.trees.slips import STYLES
from readout.reading.trees.syntax import Syntax
from readout.reading.trees.zoneslips import ZONES
from readout.resources import (
    body_named,
    country_named,
    country_of_adjective,
    country_of_capital,
    country_of_part,
    find_office,
    igo_named,
    office_named,
    outlet_named,
    sector_of_noun,
)

if TYPE_CHECKING:
    from readout.reading.coreference.namedentities import Name

__all__ = ["mend_names", "party_label"]

_OWNERS = frozenset({"'s", "’s"})
_LANDFORMS = frozenset("Shoal Reef Atoll Strait Island Islands Peninsula Archipelago Airport Province Sea Gulf".split())
_ORDINALS = frozenset({("First",), ("Second",), ("Third",)})
_FEASTS = frozenset(
    {"Ramadan", "Easter", "Christmas", "Eid", "Eid al-Fitr", "Eid al-Adha", "Hajj", "Passover", "Yom Kippur", "Diwali", "Nowruz",
     "Hanukkah", "Lent", "Tet", "Vesak", "Thanksgiving"}
)  # fmt: skip
_OUTLETS = frozenset(
    (word,) for word in "run owned affiliated backed controlled daily newspaper broadcaster channel".split()
)
_CARRIED = frozenset((word, "by") for word in "carried quoted cited published reported broadcast aired run".split())
_ARMED = frozenset("fighter fighters mercenary mercenaries militant militants troops forces gunmen group".split())
_PARTIES = frozenset({"D", "R", "I"})  # "Tester, D-Mont.": as news of the United States labels its lawmakers


def mend_names(encoding: Encoding, syntax: Syntax, names: Sequence[Name]) -> list[Name]:
    """Put right what the name head took for one name; everything else stays as it is.

    Args:
        encoding: The report's words.
        syntax: Their parts of speech.
        names: In text order.
    """
    names = with_whole_names(encoding, syntax, names)
    persons = {encoding.words[n.start : n.end] for n in names if n.type == "person"}
    borne = {word for words in persons if len(words) > 1 for word in words}

    bodies, gangs = _acronyms(encoding, names), _gangs(encoding, names)

    def told_elsewhere(part: Name) -> Name:
        return replace(part, type="person") if encoding.words[part.start : part.end] in persons else part

    def known(part: Name) -> Name:
        """Correct what the model took for a person of whom nothing else is told: "Nevada", "the Registrar of Societies (ROS)"."""
        if encoding.words[part.start : part.end] in bodies or (
            part.type in {"person", "other"} and _is_body(encoding, part)
        ):
            return replace(part, type="organisation")
        if part.type != "person" and _is_called_politely(encoding, part):
            return replace(part, type="person")
        if encoding.words[part.start : part.end] in gangs:
            return replace(part, type="organisation")
        is_alone = part.type == "person" and not borne & set(encoding.words[part.start : part.end])
        is_part = is_alone and country_of_part(encoding.span(part.start, part.end).of(encoding.text)) is not None
        if part.type == "person" and encoding.words[part.end - 1] in _LANDFORMS:
            numbered = encoding.words[part.start - 1 : part.start] in _ORDINALS  # "Second Thomas Shoal"
            return replace(part, start=part.start - numbered, type="place")
        if encoding.span(part.start, part.end).of(encoding.text) in _FEASTS:
            return replace(part, type="other")
        return replace(part, type="place") if is_part else part

    return [
        known(part) if part == name else told_elsewhere(part)
        for name in names
        for whole in _around_junior(encoding, name)
        for told in _around_verbs(encoding, syntax, whole)
        for one in _parted(encoding, told)
        for owned in _without_owner(encoding, one)
        for bare in _without_home(encoding, _without_label(encoding, owned))
        for plain in _without_title(encoding, without_address(encoding, bare))
        for officer in without_officer(encoding, plain)
        for person in without_post(encoding, officer)
        for part in (with_number(encoding, with_said(encoding, syntax, person)),)
        if not _is_title(encoding, part) and not _is_label(encoding, part)
    ]


_COURTESIES = frozenset("mr mr. mrs mrs. ms ms. miss".split())


def _is_called_politely(encoding: Encoding, name: Name) -> bool:
    """Tell whether a courtesy stands before a short name, or is its first word: "[Ms. Andrade] wrote"."""
    first, before = encoding.lower[name.start], encoding.lower[max(0, name.start - 1) : name.start]
    courtesy = first in _COURTESIES and encoding.words[name.start].istitle()  # no "MS-13"
    return (courtesy or not _COURTESIES.isdisjoint(before)) and name.end - name.start <= 2 + courtesy


def _is_body(encoding: Encoding, name: Name) -> bool:
    """Tell whether one word is a body's name by what stands beside it: "(Anadolu/Reuters)", "Wagner" fighters, the "Houthis"."""
    word, behind = encoding.span(name.start, name.end).of(encoding.text), encoding.lower[name.end : name.end + 1]
    outlet, body = outlet_named(word), body_named(word)
    if outlet is not None and encoding.lower[name.start - 1 : name.start] in _OUTLETS:
        return True
    if outlet is not None and encoding.line_starts[name.start] and behind == (":",):
        return True  # who asks at a briefing: "Bloomberg: Can you confirm it?"
    if name.end != name.start + 1:
        return False
    if outlet is not None and encoding.lower[max(0, name.start - 2) : name.start] in _CARRIED:
        return True
    if outlet is not None and (
        outlet.kind == "platform" or "/" in {*encoding.words[name.start - 1 : name.start], *behind}
    ):
        return True
    if body is None or body.sector not in {"PRM", "REB", "MIL"}:
        return False
    return encoding.lower[name.start - 1 : name.start] == ("the",) or not _ARMED.isdisjoint(behind)


def _is_label(encoding: Encoding, name: Name) -> bool:
    """Tell whether a name is a party's letter, "[D]-Hawaii", a form of address, "[H.E.] Ana Holm", or a zone, "15:42 [GMT]"."""
    if name.end != name.start + 1:
        return False
    word, before = encoding.words[name.start], encoding.words[max(0, name.start - 1) : name.start]
    if before == ("Gen",) and word in {"X", "Y", "Z"}:
        return True  # a generation, and no general
    is_zone = word in ZONES and bool(before) and before[0][-1:].isdigit()
    return is_zone or word in STYLES or party_label(encoding.words, name.start) is not None


def _acronyms(encoding: Encoding, names: Sequence[Name]) -> set[tuple[str, ...]]:
    """Return the acronyms that stand in brackets behind the body that they abbreviate."""
    found = set[tuple[str, ...]]()
    for body, short in pairwise(names):
        between = encoding.words[body.end : short.start]
        if body.type == "organisation" and between == ("(",) and encoding.words[short.end : short.end + 1] == (")",):
            text = encoding.span(short.start, short.end).of(encoding.text)
            if short.end == short.start + 1 and is_acronym_of(
                text, encoding.span(body.start, body.end).of(encoding.text)
            ):
                found.add((text,))
    return found


def _gangs(encoding: Encoding, names: Sequence[Name]) -> set[tuple[str, ...]]:
    """Return the words of the names that a report calls a gang's: "the [Los Lobos] gang", but not "a Chicago gang"."""
    called = (n for n in names if encoding.lower[n.end : n.end + 1] in _GANGS and n.type != "person")
    of_two = (n for n in called if n.end - n.start > 1 and encoding.lower[n.start - 1 : n.start] == ("the",))
    texts = {encoding.words[n.start : n.end]: encoding.span(n.start, n.end).of(encoding.text) for n in of_two}
    return {w for w, t in texts.items() if not (country_named(t) or country_of_capital(t) or country_of_part(t))}


_GANGS = frozenset({("gang",), ("cartel",), ("mafia",), ("syndicate",), ("clan",)})


def party_label(words: Sequence[str], at: int) -> int | None:
    """Return the end of a label of party and state that begins at a word: "D-Mont.", "R-N.Y."; None if there is none."""
    is_one = (
        at + 2 < len(words) and words[at] in _PARTIES and words[at + 1] in {"-", "–"} and words[at + 2][:1].isupper()
    )
    return at + 3 if is_one else None


def _around_junior(encoding: Encoding, name: Name) -> Iterator[Name]:
    """Yield a name with "Jr." and the name that begins the next sentence apart: "Marcos Jr." "Kamikawa" had flown in."""
    at = next((w + 1 for w in range(name.start + 1, name.end - 1) if encoding.words[w] in JUNIORS), name.end)
    if at < name.end and encoding.words[at] == ".":
        at += 1
    if name.type != "person" or at >= name.end or not encoding.words[at][:1].isupper():
        yield name
        return
    yield replace(name, end=at)
    yield replace(name, start=at)


def _around_verbs(encoding: Encoding, syntax: Syntax, name: Name) -> Iterator[Name]:
    """Yield what stands on either side of a verb: "Studio Nord" told "The Daily Harbor"."""
    start = name.start
    for at in range(name.start + 1, name.end - 1):
        if syntax.upos[at] in {"VERB", "AUX"} and encoding.words[at].islower() and start < at:
            yield replace(name, start=start, end=at)
            start = at + 1
    yield name if start == name.start else replace(name, start=start)


def _parted(encoding: Encoding, name: Name) -> Iterator[Name]:
    """Yield two that "and" joins and the tables know, where they know nothing of the whole: "Hamas" and "Hezbollah"."""
    if not _is_listed(encoding, name.start, name.end):
        for at in range(name.start + 1, name.end - 1):
            if (
                encoding.lower[at] in {"and", "&"}
                and _is_listed(encoding, name.start, at)
                and _is_listed(encoding, at + 1, name.end)
            ):
                yield replace(name, end=at)
                yield replace(name, start=at + 1)
                return
    yield name


def _is_listed(encoding: Encoding, start: int, end: int) -> bool:
    """Tell whether a table knows a country, body, organisation or outlet by some words."""
    text = encoding.span(start, end).of(encoding.text)
    return any(known(text) is not None for known in (country_named, body_named, igo_named, outlet_named))


def _without_owner(encoding: Encoding, name: Name) -> Iterator[Name]:
    """Yield the country apart that a name begins with as its owner: "France's" Anna Lemaire."""
    for at in range(name.start + 1, name.end - 1):
        if encoding.words[at] in _OWNERS and country_named(encoding.span(name.start, at).of(encoding.text)) is not None:
            yield replace(name, end=at, type="place")
            yield replace(name, start=at + 1)
            return
    yield name


def _without_label(encoding: Encoding, name: Name) -> Name:
    """Leave the state of a label of party and state, "D-Mont." is Montana, and what stands behind a zone: "09:30 GMT [Lind]"."""
    first, clock = encoding.words[name.start], encoding.words[name.start - 1] if name.start else ""
    if first in ZONES and name.end > name.start + 1 and clock[-1:].isdigit():
        return replace(name, start=name.start + 1, type="person" if name.end == name.start + 2 else name.type)
    is_label = party_label(encoding.words, name.start) is not None and name.end > name.start + 2
    return replace(name, start=name.start + 2, type="place") if is_label else name


def _without_home(encoding: Encoding, name: Name) -> Iterator[Name]:
    """Yield a person and of where or what body apart: "Ilana Seid" of "Palau", but not "Joan of Arc"."""
    of = next((w for w in range(name.start + 2, name.end - 1) if encoding.lower[w] == "of"), None)
    if name.type != "person" or of is None or not encoding.words[of + 1][:1].isupper():
        yield name
        return
    is_land = country_named(encoding.span(of + 1, name.end).of(encoding.text)) is not None
    yield replace(name, end=of)
    yield replace(name, start=of + 1, type="place" if is_land else "organisation")


def _is_title(encoding: Encoding, name: Name) -> bool:
    """Tell whether a name is all title: "Chinese State Councilor" in front of who is one, "[Envoy] warns of war" as a headline."""
    first = encoding.lower[name.start]
    begins = encoding.line_starts[name.start] or encoding.words[name.start - 1] == ":"
    if name.end == name.start + 1 and begins and first not in _SURNAMES:
        is_behind = encoding.words[name.end : name.end + 1] and encoding.words[name.end].islower()
        if name.type == "person" and is_behind and office_named(first) is not None:
            return True
    title = find_office(encoding.words, name.end) if name.type in {"organisation", "other"} else None
    return (
        title is not None
        and title.end - title.start > 1
        and (
            title.start == name.start
            or country_of_adjective(encoding.span(name.start, title.start).of(encoding.text)) is not None
        )
    )


_SURNAMES = frozenset("pope king prince bishop judge major marshall dean constable baron mayor chancellor".split())


def _without_title(encoding: Encoding, name: Name) -> Iterator[Name]:
    """Yield the person behind a title that is no part of a name, and the country before it: "U.S." candidate "Dan Holt"."""
    noun = sector_of_noun(encoding.lower[name.end - 1])
    if noun is not None and noun.group and not noun.person:  # "Premier League"
        yield name
        return
    for end in range(name.end - 1, name.start, -1):
        may_be = encoding.words[end - 1].islower() or name.type == "other"
        title = find_office(encoding.words, end) if may_be else None
        if title is None or title.start < name.start or not encoding.words[end][:1].isupper():
            continue
        for front in range(title.start, name.start, -1):
            if country_named(encoding.span(name.start, front).of(encoding.text)) is not None:
                yield replace(name, end=front, type="place")
                break
        yield replace(name, start=end, type="person")
        return
    yield name

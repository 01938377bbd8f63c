# SPDX-License-Identifier: Apache-2.0
"""What the mentions of one chain say together: type, name, aliases, roles, country, sector, anonymity."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from readout.reading.coreference.allegiances import land_in_brackets
from readout.reading.coreference.identities import Identity
from readout.reading.coreference.linking import Linked
from readout.reading.coreference.mentions import Mention
from readout.reading.coreference.names import person_name
from readout.reading.coreference.nameslips import party_label
from readout.reading.coreference.officeholders import takes_up_office
from readout.reading.coreference.officekeys import is_trade, office_key
from readout.reading.coreference.roles import Description, Role
from readout.reading.encoding import Encoding
from readout.resources import (
    begins_with_name,
    country_named,
    country_of_adjective,
    country_of_part,
    cue_verb,
    honorific_named,
    kin_of_noun,
    outlet_named,
)
from readout.resources import country as country_by_code
from readout.text import Span

__all__ = ["Portrait", "portrait_of"]

Type = Literal["person", "organisation", "place", "group", "other"]
_TYPES: dict[str, Type] = {
    "person": "person", "organisation": "organisation", "place": "place", "group": "group", "other": "other",
}  # fmt: skip
# Nouns that, like those of kin, say what someone is to another, not what they are.
_RELATIONAL = frozenset(
    "counterpart predecessor successor friend ally rival colleague opponent "
    "person man woman people neighbour neighbor baby boy girl victim".split()
)
# Of Georgia, they are of the American one.
_OF_STATES = frozenset(
    "governor senator representative congressman congresswoman mayor prosecutor sheriff attorney".split()
)
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})


@dataclass(frozen=True, slots=True)
class Portrait:
    """An entity without its id and mentions; fields as in `readout.reading.coreference.entities.Entity`."""

    type: Type
    name: str | None
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    country: str | None
    sector: str | None
    anonymous: bool


def portrait_of(encoding: Encoding, mentions: Sequence[Mention], linked: Linked, chain: Sequence[int]) -> Portrait:
    """Put together what the mentions of one chain say."""
    identity = next((linked.identities[i] for i in chain if linked.identities[i] is not None), None)
    kind = _type(linked, chain, identity)
    fragments = _fragments(mentions, linked, chain)
    every = list(_descriptions(linked, chain, fragments))
    described = _told_once(every)
    name = _name(encoding, mentions, linked, chain, kind, identity)
    country, sector = _side(described, identity, kind)
    if sector is None and kind == "organisation" and name is not None and (_is_on_air(name) or _is_paper(name)):
        sector = "MED"
    country = country or _origin(encoding, mentions, linked, chain, kind)
    if country is None and kind == "person" and not any(d.noun in _OF_STATES for d in described):
        country = next(filter(None, (_behind(encoding, mentions[i]) for i in chain if linked.forms[i] == "name")), None)
    is_open = kind == "person" and (country is None or sector is None)
    body = _body_behind(encoding, mentions, linked, chain) if is_open else None
    if body is not None and country in {None, body.country}:
        country, sector = body.country, sector if sector is not None and body.sector == "PTY" else body.sector
    return Portrait(
        kind, name, _aliases(encoding, mentions, linked, chain, fragments),
        tuple(_roles(encoding, described, kind)), country, sector,
        name is None and kind in {"person", "group"} and any(d.anonymous for d in every),
    )  # fmt: skip


def _told_once(described: Sequence[Description]) -> list[Description]:
    """Leave out an office in one word where another description tells it in full: "Minister", who is the economy minister."""
    return [one for one in described if not any(_is_told_by(one, other) for other in described)]


def _is_told_by(one: Description, other: Description) -> bool:
    if not one.office or " " in one.title or one.office == other.office or one.noun != other.noun:
        return False
    return not other.past and one.country in {None, other.country} and takes_up_office(one.office, other.office)


def _type(linked: Linked, chain: Sequence[int], identity: Identity | None) -> Type:
    if identity is not None:
        return _TYPES[identity.type]
    if any(titled.description.is_person is False for i in chain for titled in linked.titles.get(i, ())):
        return "organisation"
    for forms in (("name",), ("nominal",), ("pronoun",)):
        found = Counter[str]()
        for i in chain:
            if (
                linked.forms[i] in forms
            ):  # a fuller name tells more: "the Biden administration" makes no body of Joe Biden
                found[linked.kinds[i]] += len(linked.texts[i].split()) if forms == ("name",) else 1
        if found:
            return _TYPES.get(found.most_common(1)[0][0], "other")
    return "other"


def _fragments(mentions: Sequence[Mention], linked: Linked, chain: Sequence[int]) -> frozenset[int]:
    """Return the descriptions that are only a part of a title beside a name of the same chain."""
    wholes = [titled.whole for i in chain for titled in linked.titles.get(i, ())]
    if not wholes:
        return frozenset()
    starts = {whole.start: whole for whole in wholes}
    ordered = sorted(starts)
    found = set()
    for i in chain:
        at = bisect_right(ordered, mentions[i].span.start) - 1
        if linked.forms[i] == "nominal" and at >= 0 and starts[ordered[at]].contains(mentions[i].span):
            found.add(i)
    return frozenset(found)


def _descriptions(linked: Linked, chain: Sequence[int], fragments: frozenset[int]) -> Iterator[Description]:
    """Yield the titles beside the names and the descriptions, in text order."""
    for i in chain:
        for titled in linked.titles.get(i, ()):
            yield titled.description
        described = linked.descriptions[i]
        if described is not None and i not in fragments:
            yield described


_BORN = frozenset({"born", "née", "né"})


def _is_of_birth(encoding: Encoding, start: int) -> bool:
    """Tell whether a name is what somebody was called: "born [Robert Prevost]", but not "Somali-born Ilhan Omar"."""
    before = encoding.lower[max(0, start - 2) : start]
    return before[-1:] != () and before[-1] in _BORN and before[:1] != ("-",)


def _name(
    encoding: Encoding,
    mentions: Sequence[Mention],
    linked: Linked,
    chain: Sequence[int],
    kind: Type,
    identity: Identity | None,
) -> str | None:
    if identity is not None and identity.name is not None:
        return identity.name
    names = [i for i in chain if linked.forms[i] == "name"]
    if names:
        names = [i for i in names if not _is_of_birth(encoding, mentions[i].start)] or names
        fullest = max(names, key=lambda i: (_fullness(linked.texts[i], kind), not linked.texts[i].isupper()))
        written = _flat(mentions[fullest].span.of(encoding.text))
        is_called = kind == "person" and _NICKNAME.search(written) is not None
        outlet = next(
            (linked.texts[i] for i in names if identity and identity.key == f"outlet:{linked.texts[i]}"), None
        )
        if outlet is not None:
            return _without_article(outlet) if outlet.istitle() else outlet  # the broadcaster DR is no doctor
        return _without_article(_NICKNAME.sub(" ", written) if is_called else linked.texts[fullest])
    if kind == "organisation":
        known = next((i for i in chain if _is_owned(linked, i)), None)
        return None if known is None else _without_article(linked.texts[known])
    return None


_NICKNAME = re.compile(r"(?<=\w) [\"“'‘][^\"”]+[\"”'’] (?=\w)")  # Wilmer “Pipo” Chavarría
_LED = re.compile(r"[^\W\d]-(?:led|[a-z]+ed)\b")  # a "Kenya-led force" is not Kenya's


def _is_owned(linked: Linked, i: int) -> bool:
    """Tell whether a description names a body by saying whose it is: "the Russian defence ministry"."""
    described = linked.descriptions[i]
    if linked.texts[i].lower().startswith(("his ", "her ", "their ", "my ", "our ")) or _LED.search(linked.texts[i]):
        return False
    if " from " in linked.texts[i]:
        return False  # "forces from the Tarsk Front" are not called so
    is_told = described is not None and described.country is not None
    if not is_told and not any(word[:1].isupper() for word in _without_article(linked.texts[i]).split()):
        return False  # "In Riga, the interior ministry"
    identity = linked.identities[i]  # "the government", of which the report does not say whose it is, has no name
    return (identity is not None and not (identity.is_assumed and identity.country is None)) or (
        described is not None and described.country is not None and not described.anonymous
    )


def _fullness(text: str, kind: Type) -> int:
    if kind == "person":
        return len(person_name(text).words)
    return len(text.split())


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    if not rest or begins_with_name(text) or _begins_with_land(text):
        return text  # "Sheikh Hasina", "Sri Lanka's parliament"
    if first.lower() in _ARTICLES or honorific_named(first) is not None:
        return rest
    return text


def _begins_with_land(text: str) -> bool:
    """Tell whether the first two words are the name or adjective of a country: "[Sri Lanka]'s parliament"."""
    two = " ".join(text.split()[:2])
    if text.split()[0].lower() in _ARTICLES:
        return False
    return country_named(two) is not None or country_of_adjective(two) is not None


def _aliases(
    encoding: Encoding, mentions: Sequence[Mention], linked: Linked, chain: Sequence[int], fragments: frozenset[int]
) -> tuple[str, ...]:
    found: list[str] = []
    for i in chain:
        for titled in (one for one in linked.titles.get(i, ()) if not one.shared):
            found += [_flat(titled.span.of(encoding.text)), _flat(titled.whole.of(encoding.text))]
        if linked.forms[i] != "pronoun" and i not in fragments:
            found += [linked.texts[i], _flat(mentions[i].span.of(encoding.text))]
            described = linked.descriptions[i]
            if described is not None and described.words[0] < mentions[i].start:
                found.append(_flat(encoding.span(described.words[0], mentions[i].end).of(encoding.text)))
    return tuple(dict.fromkeys(found))


def _flat(text: str) -> str:
    """Write a span that runs over a line's end on one line."""
    return " ".join(text.split())


def _roles(encoding: Encoding, described: Sequence[Description], kind: Type) -> Iterator[Role]:
    if kind != "person" and kind != "group":
        return
    seen: set[tuple[str, str | None]] = set()
    of_lands = {one.office or one.title.lower() for one in described if one.country is not None and not one.inferred}
    own = any(one.office and not (one.inferred or one.past or is_trade(one.title, one.noun)) for one in described)
    over = {one.office or one.title.lower() for one in described if one.past}
    for one in described:
        if own and one.inferred:
            continue
        key = (one.office or one.title.lower(), one.country)
        if one.country is None and key[0] in of_lands:  # "the president", who is Mexico's
            continue
        is_what = one.noun not in _RELATIONAL and kin_of_noun(one.noun) is None
        if is_what and (one.office or (one.is_person and kind == "person")) and key not in seen:
            seen.add(key)
            words = Span(encoding.spans[one.words[0]].start, encoding.spans[one.words[1] - 1].end)
            yield Role(one.title, one.country, words, key[0] in over)


_ON_AIR = frozenset({"Radio", "TV", "Television", "FM", "Broadcasting"})


def _is_on_air(name: str) -> bool:
    """Tell whether a name is that of a station: "Radio Norden", "BBC Radio Leeds", "CNN Brasil"."""
    words = name.split()
    return len(words) > 1 and (
        not _ON_AIR.isdisjoint(words) or (words[0].isupper() and outlet_named(words[0]) is not None)
    )


def _is_paper(name: str) -> bool:
    """Tell whether a name is that of a newspaper: "the Norland Times", "the Daily Echo"."""
    words = name.split()
    return len(words) > 1 and (words[-1] in _PAPERS or words[0] == "Daily")


_PAPERS = frozenset({"Times", "Tribune", "Herald", "Gazette", "Chronicle", "Courier", "Telegraph"})


def _origin(
    encoding: Encoding, mentions: Sequence[Mention], linked: Linked, chain: Sequence[int], kind: Type
) -> str | None:
    """Return the country that owns a name ("North Korea's" Kim Jong Un), or that a place is part of."""
    for i in chain:
        start = mentions[i].start
        if linked.forms[i] != "name":
            continue
        if start > 1 and encoding.lower[start - 1] in {"'s", "’s"}:
            for size in range(1, min(4, start)):
                land = country_named(encoding.span(start - 1 - size, start - 1).of(encoding.text))
                if land is not None:
                    return land.iso3
        part = country_of_part(mentions[i].span.of(encoding.text)) if kind in {"place", "group"} else None
        if part is not None:
            return part.iso3
    return None


def _behind(encoding: Encoding, name: Mention) -> str | None:
    """Return the country behind a person's name: "President Alar Karis of Estonia", but not "of Hungary's Fidesz"."""
    if (
        encoding.words[name.end : name.end + 1] in {(",",), ("(",)}
        and party_label(encoding.words, name.end + 1) is not None
    ):
        return "USA"  # "Sen. Jon Tester, D-Mont."
    if (land := land_in_brackets(encoding, name.end)) is not None:
        return land
    if encoding.lower[name.end : name.end + 1] != ("of",):
        return None
    start = name.end + 1 + (encoding.lower[name.end + 1 : name.end + 2] == ("the",))
    for end in range(min(start + 4, len(encoding.words)), start, -1):
        found = country_named(encoding.span(start, end).of(encoding.text))
        if found is not None and encoding.words[start][:1].isupper():
            after = encoding.words[end : end + 1]
            return None if after and (after[0] in {"'s", "’s", "'", "’"} or after[0][:1].isupper()) else found.iso3
    return None


def _body_behind(
    encoding: Encoding, mentions: Sequence[Mention], linked: Linked, chain: Sequence[int]
) -> Identity | Description | None:
    """Return the body behind a person's name that the tables know: "Governor Jane Holm of the Bank of Norland"."""
    for i in chain:
        end = mentions[i].end
        if linked.forms[i] != "name" or encoding.lower[end : end + 1] != ("of",):
            continue
        starts = {end + 1, end + 1 + (encoding.lower[end + 1 : end + 2] == ("the",))}  # a name begins behind "the"
        at = bisect_left(mentions, end + 1, key=lambda mention: mention.start)
        for j in range(at, min(at + _SAME_START, len(mentions))):
            if mentions[j].start not in starts or linked.kinds[j] != "organisation":
                continue
            body = linked.identities[j] or linked.descriptions[j]  # "of the Japanese central bank"
            if body is None or not body.sector or body.country is None or _LED.search(linked.texts[j]):
                continue
            has_office = any(titled.description.office for titled in linked.titles.get(i, ()))
            if (has_office or body.sector in _OF_MEMBERS) and _ends_there(encoding, mentions[j].end):
                return body
    return None


def _ends_there(encoding: Encoding, end: int) -> bool:
    """Tell whether a body's name says no more of a noun: not "warned Jane Doe of Taliban [threats]", "of the bank['s] plan"."""
    behind = encoding.lower[end : end + 1]
    if not behind or not behind[0][:1].isalpha():
        return behind not in {("'s",), ("’s",), ("'",), ("’",)}
    return behind[0] in _GOING_ON or behind[0].endswith("ed") or cue_verb(behind[0]) is not None


_OF_MEMBERS = frozenset(
    {"NGO", "EDU", "IGO"}
)  # whose people need no title: "Amina Sow of the International Crisis Group"
_GOING_ON = frozenset(
    "and or but who is was has had will would can could may did does in on at to for with from as by met left flew".split()
)


_SAME_START = 3  # mentions that may begin at one word


def _side(described: Sequence[Description], identity: Identity | None, kind: Type) -> tuple[str | None, str | None]:
    """Return country and sector: what the tables know, else what the first role says that is not past.

    Who held an office is no longer of its sector, but still of the country: "the former Cambodian leader".
    """
    if identity is not None:
        return identity.country, identity.sector
    has_office = any(d.office and d.sector for d in described)
    present = [
        d for d in described if not d.past and not (has_office and kin_of_noun(d.noun) is not None)
    ]  # "his father", once premier
    offices = [d for d in present if d.office] or present
    past = [d for d in described if d.past and d.country is not None and country_by_code(d.country) is not None]
    country = next((d.country for d in (*offices, *present, *past) if d.country is not None), None)
    sector = next((d.sector for d in (*offices, *present) if d.sector is not None), None)
    is_secretary = all(d.office == _SECRETARY for d in (*offices, *present) if d.sector == "PTY")
    if sector == "PTY" and is_secretary and country is not None and country_by_code(country) is None:
        return country, "IGO"  # "the alliance's secretary general" is one of a party elsewhere
    return country, sector


_SECRETARY = office_key("secretary general")

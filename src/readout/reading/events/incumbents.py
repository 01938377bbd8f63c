# SPDX-License-Identifier: Apache-2.0
"""Know a person of whom the report tells no country by the table of holders: by full name, or by surname and title.

The table speaks only where the words are silent, and not where they make somebody else of the bearer of a name: "James
Cameron, a baker" is in no office. A surname alone, by which nobody is introduced, is the leader's of a country that the report
names: "In [Moscow], Putin said"; else it says nothing. Where the table leaves two countries, none is told.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from readout.reading.clauses.scene import Scene
from readout.reading.coreference.entities import Entity
from readout.reading.coreference.knownholders import is_general
from readout.reading.coreference.mentions import Mention
from readout.reading.coreference.officekeys import office_key
from readout.reading.coreference.roles import Role
from readout.reading.evidence import Support
from readout.resources import (
    Holder,
    Term,
    country,
    holders_called,
    holders_named,
    holders_named_shortly,
    is_common_surname,
    office_named,
    office_state,
)
from readout.text import Span

__all__ = ["Incumbency", "incumbency_of", "terms_of_name"]

_LEADERS = frozenset(
    {"president", "prime minister", "premier", "chancellor", "leader", "king", "emir", "supreme leader"}
)
# Sectors of the words of those who may hold one: not a "club president", which is BUS or ELI, and no "father of two".
_SECTORS = frozenset({"GOV", "MIL", "IGO", "LEG", "OPP", "PTY", "SPY", "JUD", "HLH", None})
_YEARS = 15  # after which news seldom speaks of who held an office without a word of it
_STATES = frozenset("country nation republic state government".split())
_BESIDE = ("appos", "nmod", "compound", "flat")

Held = tuple[Holder, Term]


@dataclass(frozen=True, slots=True)
class Incumbency:
    """What the table of holders adds to a person.

    Attributes:
        country: Alpha-3 or IGO code.
        sector: PLOVER sector of the office; None where the person may hold it no more.
        role: The office, where the words tell none and the table is sure of it.
        because: The words, and the terms.
    """

    country: str
    sector: str | None
    role: Role | None
    because: Support


def incumbency_of(scene: Scene, entity: Entity, day: str | None) -> Incumbency | None:
    """Look a person up of whom the words tell no country, or only that: "Australia's Penny Wong".

    Args:
        scene: The report.
        entity: Who it is.
        day: When the report was published, as exactly as it is known.

    Returns:
        What the table says; None where it has nobody of the name, or leaves it open.
    """
    mention = next((m for m in entity.mentions if m.form == "name"), None)
    if entity.type != "person" or entity.name is None or mention is None:
        return None
    if entity.sector not in _SECTORS or (entity.country is not None and (entity.roles or entity.sector is not None)):
        return None
    bearers = [b for b in holders_named(entity.name) if entity.country in {None, b.country}]
    if entity.country is not None and not bearers:
        return None
    if bearers:
        held = [(bearer, term) for bearer in bearers for term in bearer.terms]
        told = {office_key(role.title) for role in entity.roles}
        held = [one for one in held if office_key(one[1].office) in told] or held
        return _by_name(entity, mention, held, day) if _may_be(scene, entity, held) else None
    by_title = _by_title(scene, entity, mention, day) or _by_short_name(scene, entity, mention, day)
    return by_title or _by_surname(scene, entity, mention, day)


def terms_of_name(name: str) -> list[str]:
    """Write out all terms of those who bear a name, or are called by it: what an open country was open between."""
    holders = holders_named(name) or holders_called(name)
    return [_written(holder, term) for holder in holders for term in holder.terms]


def _may_be(scene: Scene, entity: Entity, held: Sequence[Held]) -> bool:
    """Tell whether what the words call somebody is such as the bearer of an office may be called, or they call them nothing."""
    offices = {term.office for _, term in held}
    if any(_fits(scene, role, offices) for role in entity.roles):
        return True
    return not entity.roles and all(is_general(scene.lower(at)) for at in _nouns_beside(scene, entity))


def _fits(scene: Scene, role: Role, offices: Collection[str]) -> bool:
    fits = is_general(role.title) or any(_is_office(role.title, office) for office in offices)
    return fits and _is_of_state(scene, role)


def _is_of_state(scene: Scene, role: Role) -> bool:
    """Tell whether no other body than a state stands before a title: "the country's president", but "Club president"."""
    text = scene.encoding.text
    title = text.find(role.title, role.span.start, role.span.end)
    spans = scene.encoding.spans
    at = bisect_left(spans, role.span.start, key=lambda span: span.start)
    while at < len(spans) and spans[at].start < title:
        word = scene.lower(at)
        if scene.syntax.upos[at] in {"NOUN", "PROPN"} and word not in _STATES and office_state(word) is None:
            return False
        at += 1
    return True


def _nouns_beside(scene: Scene, entity: Entity) -> Iterator[int]:
    """Yield the nouns of descriptions that stand right at the name: "David Cameron, a baker", "the baker David Cameron"."""
    names = {m.head for m in entity.mentions if m.form == "name"}
    for mention in entity.mentions:
        if mention.form == "nominal" and (
            (scene.syntax.heads[mention.head] in names and scene.syntax.is_relation(mention.head, *_BESIDE))
            or any(scene.syntax.heads[at] == mention.head and scene.syntax.is_relation(at, *_BESIDE) for at in names)
        ):
            yield mention.head


def _by_name(entity: Entity, mention: Mention, held: Sequence[Held], day: str | None) -> Incumbency | None:
    if day is None:
        return _told(held, mention)
    present = [one for one in held if one[1].covers(day)]
    if not present:
        past = [one for one in held if one[1].is_over(day) and country(one[0].country) is not None]
        if not entity.roles:  # by the name alone, a minister of long ago is as well a namesake
            past = [one for one in past if not one[1].is_over(f"{int(day[:4]) - _YEARS:04}")]
        return _told(past, mention, past=True)
    told = _told(present, mention)
    sure = [term for _, term in present if term.is_sure_on(day)]
    if told is None or not sure:
        return told
    role = None if entity.roles else Role(sure[-1].office, told.country, mention.span)
    return Incumbency(told.country, _sector(told.country, sure), role, told.because)


def _by_short_name(scene: Scene, entity: Entity, mention: Mention, day: str | None) -> Incumbency | None:
    """Look for the one who bears the first and last of several names, and holds the very office that the words give."""
    if not entity.roles:
        return None
    held = [(bearer, term) for bearer in holders_named_shortly(entity.name or "") for term in bearer.terms]
    offices = {office_key(term.office) for _, term in held}
    fits = any(_is_of_state(scene, role) and office_key(role.title) in offices for role in entity.roles)
    return _by_name(entity, mention, held, day) if fits else None


def _by_surname(scene: Scene, entity: Entity, mention: Mention, day: str | None) -> Incumbency | None:
    """Look for the one leader who is called so on the day, where a report never says more and names his country."""
    name = entity.name or ""
    if (
        day is None
        or " " in name
        or is_common_surname(name)
        or entity.roles
        or any(True for _ in _nouns_beside(scene, entity))
    ):
        return None
    called = holders_called(name)
    held = [
        (holder, term) for holder in called for term in holder.terms if term.office in _HEADS and term.is_sure_on(day)
    ]
    if len(called) != 1 or not held or called[0].country not in scene.directory.countries:
        return None
    told = _told(held, mention)
    return None if told is None else Incumbency(told.country, _sector(told.country, [held[-1][1]]), None, told.because)


_HEADS = _LEADERS - {"leader", "premier"}


def _sector(code: str, terms: Sequence[Term]) -> str:
    found = office_named(terms[-1].office)
    return "IGO" if country(code) is None else (found.sector if found is not None else None) or "GOV"


def _by_title(scene: Scene, entity: Entity, mention: Mention, day: str | None) -> Incumbency | None:
    """Look for the one who is called so and holds, or held, the office that the words give."""
    held = [(holder, term) for holder in holders_called(entity.name or "") for term in holder.terms]
    told = [_of_title(scene, role, held, mention, day) for role in entity.roles if role.country is None]
    found = [one for one in told if one is not None]
    return found[0] if len({one.country for one in found}) == 1 else None


def _of_title(scene: Scene, role: Role, held: Sequence[Held], mention: Mention, day: str | None) -> Incumbency | None:
    fitting = [one for one in held if _is_office(role.title, one[1].office)]
    if not _is_of_state(scene, role):
        return None
    past = any(office_state(word) == "former" for word in role.span.of(scene.encoding.text).lower().split())
    held = _at(fitting, day, past=past)
    told = _told(held, mention, past=past, words=role.span)
    if told is None or past or role.title.lower() != "secretary":
        return told
    return replace(told, sector=_sector(told.country, [term for _, term in held]))  # the word alone tells of no state


def _is_office(title: str, office: str) -> bool:
    short = title.lower()
    if short == "secretary":  # "Secretary Rubio"
        return office.startswith("secretary of ")
    if short in _VOICES:  # "Spokesman Dmitry Peskov"
        return office.lower().split()[-1] in _VOICES
    return office_key(title) == office_key(office) or (short.endswith("leader") and office in _LEADERS)


_VOICES = frozenset({"spokesman", "spokeswoman", "spokesperson"})


def _at(held: Iterable[Held], day: str | None, *, past: bool) -> list[Held]:
    if day is None:
        return list(held)
    return [one for one in held if (one[1].is_over(day) if past else one[1].covers(day))]


def _told(
    held: Sequence[Held], mention: Mention, *, past: bool = False, words: Span | None = None
) -> Incumbency | None:
    """Say what terms tell, if they are of one country."""
    if past:
        held = [one for one in held if country(one[0].country) is not None]
    found = {holder.country for holder, _ in held}
    if len(found) != 1:
        return None
    terms = "; ".join(dict.fromkeys(_written(holder, term) for holder, term in held))
    rule = f"table of holders: {'former, ' if past else ''}{terms}"
    spans = (mention.span,) if words is None else (words, mention.span)
    return Incumbency(found.pop(), None, None, Support("country", rule, None, spans))


def _written(holder: Holder, term: Term) -> str:
    when = f"since {term.first}" if term.last is None else f"{term.first} to {term.last}"
    return f"{holder.name}, {term.office}, {holder.country}, {when}"

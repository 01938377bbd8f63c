# SPDX-License-Identifier: Apache-2.0
"""Know a person of whom the report tells no country by the table of holders: by full name, or by surname and title.

The table speaks only where the words are silent, and not where they make somebody else of the bearer of a name: "James
Cameron, a baker" is in no office. A surname alone says nothing. Where the table leaves two countries, none is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from readout.reading.draft import Scene
from readout.reading.entities import Entity
from readout.reading.evidence import Support
from readout.reading.mentions import Mention
from readout.reading.roles import Role, office_key
from readout.resources import Holder, Term, country, holders_called, holders_named, office_named, office_state
from readout.text import Span

__all__ = ["Incumbency", "incumbency_of"]

# What any holder of a high office may be called, whatever the office.
_GENERAL = frozenset(
    "leader president president-elect premier minister secretary chancellor ruler strongman statesman politician king prince "
    "diplomat envoy chief head dictator official".split()
)
_LEADERS = frozenset({"president", "prime minister", "premier", "chancellor", "leader", "king", "emir", "supreme leader"})
_OF_STATE = frozenset({"GOV", "MIL", "IGO", None})

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
    """Look a person without a country up.

    Args:
        scene: The report.
        entity: Who it is.
        day: When the report was published, as exactly as it is known.

    Returns:
        What the table says; None where it has nobody of the name, or leaves it open.
    """
    mention = next((m for m in entity.mentions if m.form == "name"), None)
    if entity.type != "person" or entity.name is None or entity.country is not None or mention is None:
        return None
    bearers = holders_named(entity.name)
    if bearers:
        held = [(bearer, term) for bearer in bearers for term in bearer.terms]
        return _by_name(entity, mention, held, day) if _may_be(entity, held) else None
    return _by_title(scene, entity, mention, day)


def _may_be(entity: Entity, held: Sequence[Held]) -> bool:
    """Tell whether the roles that the words give somebody are such as the bearer of an office may have."""
    offices = {office_key(term.office) for _, term in held}
    return not entity.roles or any(
        office_key(role.title) in offices or role.title.lower().split()[-1] in _GENERAL for role in entity.roles
    )


def _by_name(entity: Entity, mention: Mention, held: Sequence[Held], day: str | None) -> Incumbency | None:
    if day is None:
        return _told(held, mention)
    present = [one for one in held if one[1].covers(day)]
    if not present:
        past = [one for one in held if one[1].is_over(day) and country(one[0].country) is not None]
        return _told(past, mention, past=True)
    told = _told(present, mention)
    sure = [term for _, term in present if term.is_sure_on(day)]
    if told is None or not sure:
        return told
    role = None if entity.roles else Role(sure[-1].office, told.country, mention.span)
    return Incumbency(told.country, _sector(told.country, sure), role, told.because)


def _sector(code: str, terms: Sequence[Term]) -> str:
    found = office_named(terms[-1].office)
    return "IGO" if country(code) is None else (found.sector if found is not None else None) or "GOV"


def _by_title(scene: Scene, entity: Entity, mention: Mention, day: str | None) -> Incumbency | None:
    """Look for the one who is called so and holds, or held, the office that the words give."""
    if entity.sector not in _OF_STATE:
        return None
    held = [(holder, term) for holder in holders_called(entity.name or "") for term in holder.terms]
    for role in entity.roles:
        if role.country is None and (fitting := [one for one in held if _is_office(role.title, one[1].office)]):
            past = any(office_state(word) == "former" for word in role.span.of(scene.encoding.text).lower().split())
            return _told(_at(fitting, day, past=past), mention, past=past, words=role.span)
    return None


def _is_office(title: str, office: str) -> bool:
    return office_key(title) == office_key(office) or (title.lower().endswith("leader") and office in _LEADERS)


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
    return f"{holder.name}, {term.office}, {holder.country}, {term.first} to {term.last or 'not known'}"

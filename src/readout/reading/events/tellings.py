# SPDX-License-Identifier: Apache-2.0
"""Put several tellings of one event together: the headline's and the lead's, the official's and the ministry's.

Two tellings are of one event if type, status, parties, date and place agree as far as they are given, and at least one party is the
same. What one of them leaves open the other fills. "The two men met again later" on another day is another event.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from readout.reading.coreference.entities import Entity
from readout.reading.events.event import Event
from readout.reading.happenings.parties import Parties

__all__ = ["merge_tellings"]

_MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT"})
# What is done by one to another may be told from either side, but who is praised need not praise.
_EITHER_WAY = _MUTUAL - {"SUPPORT"}
_OF_WORDS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "CONCEDE", "REQUEST"})
_FOUGHT = frozenset({"ASSAULT", "COERCE"})
_ACTUAL = frozenset({"occurred", "ongoing"})
_DAY = len("2001-W02")  # characters of a date as fine as a week
_DEFINITE = frozenset({"the", "both", "these", "those"})
_GROWS, _SUREST = 0.05, 0.95  # each telling more adds so much confidence, up to so much

_MANY = frozenset("three four five six seven eight nine ten eleven twelve dozens hundreds thousands scores".split())
_NUMBERS = _MANY | {"two"}

Named = Callable[[str], Entity | None]


def merge_tellings(
    events: Sequence[Event],
    again: Collection[int],
    parties: Parties,
    things: Sequence[frozenset[str]] = (),
    one_sided: Collection[int] = (),
) -> list[Event]:
    """Return the events, each once, in the order of their first telling.

    Args:
        events: One for each telling, in text order.
        again: Indices of those that only speak of a pair: tellings of an earlier one, or none unless the pair is known by itself.
        parties: Gives the entity with an id.
        things: For each, what it was done to that is no party, or what was asked for: "the ruling". Empty where that says nothing.
        one_sided: Indices of those that one does to another, whatever others of the type are: "invited", not "agreed".
    """
    named = parties.entity
    merged: list[Event] = []
    about: list[frozenset[str]] = []
    sided: list[bool] = []
    for index, event in enumerate(events):
        own = things[index] if things else frozenset[str]()
        alike = (i for i in range(len(merged) - 1, -1, -1) if not _are_of_others(event, about[i], own))
        here = index in one_sided
        known = next((i for i in alike if _is_same(merged[i], event, named, either_way=not (here or sided[i]))), None)
        if known is not None:
            merged[known], about[known] = _together(merged[known], event), about[known] | own
        elif index not in again or all(map(parties.is_public, event.actors)):
            merged.append(event)
            about.append(own)
            sided.append(here)
    return merged


def _are_of_others(event: Event, one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two acts of words are about different things: "rejected the charge" and "rejected a ruling"."""
    return event.type in _OF_WORDS and bool(one and other) and not one & other


def _is_same(one: Event, other: Event, named: Named, *, either_way: bool) -> bool:
    if one.type != other.type or not _agree(one.mode, other.mode) or not _agree(one.place, other.place):
        return False
    if one.status != other.status and not ({one.status, other.status} <= _ACTUAL and _are_told_alike(one, other)):
        return False
    return _dates_agree(one.date, other.date) and _parties_agree(one, other, named, either_way=either_way)


def _are_told_alike(one: Event, other: Event) -> bool:
    """Tell whether what goes on may be what is told as done: "has been fighting the army" is not "shelled the market"."""
    return one.type not in _FOUGHT or (bool(one.recipients) == bool(other.recipients) and one.mode == other.mode)


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _dates_agree(one: str | None, other: str | None) -> bool:
    """Tell whether two dates may be the same; a month agrees with a day in it.

    What has no date is the news of the day: "the pact of 2001" is not the one that the headline tells of.
    """
    if one is None or other is None:
        return all(date is None or len(date) >= _DAY for date in (one, other))
    return one.startswith(other) or other.startswith(one)


def _parties_agree(one: Event, other: Event, named: Named, *, either_way: bool) -> bool:
    if _is_pair_again(one, other, named):
        return True
    straight = _sides_agree(one.actors, other.actors, named), _sides_agree(one.recipients, other.recipients, named)
    crossed = _sides_agree(one.actors, other.recipients, named), _sides_agree(one.recipients, other.actors, named)
    ways = [straight, crossed] if either_way and one.type in _EITHER_WAY else [straight]
    if any(False not in way and True in way for way in ways):
        return True
    return either_way and one.type in _MUTUAL and None not in crossed and all(crossed)


def _is_pair_again(one: Event, other: Event, named: Named) -> bool:
    """Tell whether the later telling speaks of "the two men", whom the earlier one names."""
    if one.type not in _MUTUAL or not one.recipients or other.recipients or len(other.actors) != 1:
        return False
    group = named(other.actors[0])
    if group is None or group.type != "group" or group.name is not None or group.country is not None:
        return False
    # "negotiators met" tells of others than the two who had negotiated.
    return any(_may_be_two(alias.lower().split()) for alias in group.aliases)


def _may_be_two(words: Sequence[str]) -> bool:
    """Tell whether words take up two: "the leaders", "both men", but not "the bloc's 27 leaders"."""
    is_owned = any(word.endswith(("'s", "’s", "s'", "s’")) for word in words)
    is_more = any(word.isdigit() or word in _MANY for word in words)
    return words[0] in _DEFINITE and not is_owned and not is_more


def _sides_agree(one: Sequence[str], other: Sequence[str], named: Named) -> bool | None:
    """Tell whether two sides have somebody in common; None if one of them is not given."""
    if not one or not other:
        return None
    return any(
        a == b or _is_same_state(named(a), named(b)) or _is_same_number(named(a), named(b)) for a in one for b in other
    )


def _is_same_number(one: Entity | None, other: Entity | None) -> bool:
    """Tell whether two nameless ones are counted and called alike: "14 Norlandic officials" in the headline and below."""
    if one is None or other is None or one.name is not None or other.name is not None:
        return False
    called = {a.lower() for a in one.aliases} & {a.lower() for a in other.aliases}
    return any(words.split()[0].isdigit() or words.split()[0] in _NUMBERS for words in called if words)


def _is_same_state(one: Entity | None, other: Entity | None) -> bool:
    """Tell whether one is a country and the other its government or army: "Russia", "Russian forces"."""
    if one is None or other is None or one.country is None or one.country != other.country:
        return False
    states = [e for e in (one, other) if e.type == "place"]
    bodies = [e for e in (one, other) if e.type in {"organisation", "group"} and e.sector in {"GOV", "MIL"}]
    return bool(states) and len(states) + len(bodies) == 2


def _together(one: Event, other: Event) -> Event:
    fuller = other if len(other.actors) + len(other.recipients) > len(one.actors) + len(one.recipients) else one
    dates = [d for d in (one.date, other.date) if d is not None]
    own_voice = one.according_to is None or other.according_to is None
    return replace(
        one,
        mode=one.mode or other.mode,
        contexts=tuple(dict.fromkeys((*one.contexts, *other.contexts))),
        triggers=(*one.triggers, *other.triggers),
        evidences=(*one.evidences, *other.evidences),
        actors=one.actors if _has_both(one) else fuller.actors,
        recipients=_whom(one, other) if _has_both(one) else fuller.recipients,
        date=max(dates, key=len, default=None),
        duration=one.duration or other.duration,
        place=one.place or other.place,
        instrument=one.instrument or other.instrument,
        issue=one.issue or other.issue,
        according_to=None if own_voice else one.according_to,
        confidence=min(max(_SUREST, one.confidence), max(one.confidence, other.confidence) + _GROWS),
        because=(*one.because, *other.because),
        undecided=() if not one.undecided or not other.undecided else one.undecided,
    )


def _whom(one: Event, other: Event) -> tuple[str, ...]:
    """Return to whom it was done by the telling that names more of them, where both say by whom."""
    more = other.recipients if one.type not in _MUTUAL and other.actors else ()
    return more if len(more) > len(one.recipients) else one.recipients


def _has_both(event: Event) -> bool:
    return bool(event.actors and event.recipients)

# SPDX-License-Identifier: Apache-2.0
"""Put several tellings of one event together: the headline's and the lead's, the official's and the ministry's.

Two tellings are of one event if type, status, parties, date and place agree as far as they are given, and at least one party is the
same. What one of them leaves open the other fills. "The two men met again later" on another day is another event.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from readout.reading.coreference.entities import Entity
from readout.reading.coreference.facts import singular_of
from readout.reading.events.event import Event
from readout.reading.happenings.parties import Parties

__all__ = ["may_hold", "merge_tellings"]

_MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT"})
# What is done by one to another may be told from either side, but who is praised need not praise.
_EITHER_WAY = _MUTUAL - {"SUPPORT"}
_OF_WORDS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "CONCEDE", "REQUEST"})
_FOUGHT = frozenset({"ASSAULT", "COERCE"})
_ACTUAL = frozenset({"occurred", "ongoing"})
_POWER = "political_institutions"
_DAY = len("2001-W02")  # characters of a date as fine as a week
# What the holders of an office that two are called by may be called one by one.
_OFFICES = {
    "general": frozenset("general gen chief commander".split()),
    "commander": frozenset("commander general gen chief".split()),
    "minister": frozenset("minister secretary premier chancellor chief".split()),
    "president": frozenset("president leader chief".split()),
    "premier": frozenset("premier minister chancellor leader".split()),
    "ambassador": frozenset("ambassador envoy".split()),
    "governor": frozenset({"governor", "gov"}),
    "mayor": frozenset({"mayor"}),
    "king": frozenset({"king", "monarch", "emir"}),
}
_DEFINITE = frozenset({"the", "both", "these", "those"})
_GROWS, _SUREST = 0.05, 0.95  # each telling more adds so much confidence, up to so much

_HEADS = frozenset("presidents leaders ministers premiers chiefs envoys officials diplomats".split())
_MANY = frozenset("three four five six seven eight nine ten eleven twelve dozens hundreds thousands scores".split())
_NUMBERS = _MANY | {"two"}

Named = Callable[[str], Entity | None]


def merge_tellings(
    events: Sequence[Event],
    again: Collection[int],
    parties: Parties,
    things: Sequence[frozenset[str]] = (),
    one_sided: Collection[int] = (),
    headlines: Collection[int] = (),
    recalled: Collection[int] = (),
) -> list[Event]:
    """Return the events, each once, in the order of their first telling.

    Args:
        events: One for each telling, in text order.
        again: Indices of those that only speak of a pair: tellings of an earlier one, or none unless the pair is known by itself.
        parties: Gives the entity with an id.
        things: For each, what it was done to that is no party, or what was asked for: "the ruling". Empty where that says nothing.
        one_sided: Indices of those that one does to another, whatever others of the type are: "invited", not "agreed".
        headlines: Indices of those that the headline tells, whose parties the text calls by more words.
        recalled: Indices of those that are told of the last time: "the two last met in May".
    """
    named = parties.entity
    merged: list[Event] = []
    about: list[frozenset[str]] = []
    sided: list[bool] = []
    short: list[bool] = []  # whether only the headline tells it so far
    for index, event in enumerate(events):
        own = things[index] if things else frozenset[str]()
        alike = (i for i in range(len(merged) - 1, -1, -1) if not _are_of_others(event, about[i], own))
        here = index in one_sided
        at = [i for i in alike if index not in recalled or merged[i].date is not None]
        known = next((i for i in at if _is_same(merged[i], event, named, either_way=not (here or sided[i]))), None)
        if known is None and index not in headlines:
            known = next((i for i in at if short[i] and _is_taken_up(merged[i], event, named)), None)
            if known is not None:  # the text says more exactly who they are
                merged[known] = _with_sides_of(merged[known], event)
        if known is not None:
            short[known] = short[known] and index in headlines
            merged[known], about[known] = _together(merged[known], event, named), about[known] | own
        elif index not in again or all(map(parties.is_public, event.actors)):
            merged.append(event)
            about.append(own)
            sided.append(here)
            short.append(index in headlines)
    return merged


def _are_of_others(event: Event, one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two acts of words are about different things: "rejected the charge" and "rejected a ruling"."""
    return event.type in _OF_WORDS | {"CONSULT", "ASSAULT"} and bool(one and other) and not one & other


def _is_same(one: Event, other: Event, named: Named, *, either_way: bool) -> bool:
    if one.type != other.type or not _agree(one.mode, other.mode) or not _agree(one.place, other.place):
        return False
    if any(a.mode == "phone" != b.mode and b.place is not None for a, b in ((one, other), (other, one))):
        return False  # who met in Samarkand did not do so in phone calls
    if (one.mode == "third-party") != (other.mode == "third-party") and one.actors and other.actors:
        return False  # who mediates between two does not meet one of them by that
    if one.type == "ACCUSE" and one.mode != other.mode:
        return False  # who summons an envoy does not investigate him
    if one.status != other.status and not ({one.status, other.status} <= _ACTUAL and _are_told_alike(one, other)):
        return False
    return _dates_agree(one.date, other.date) and _parties_agree(one, other, named, either_way=either_way)


def _is_taken_up(headline: Event, event: Event, named: Named) -> bool:
    """Tell whether an event of the text is that of the headline, which calls its parties by one word: "Rebels seize town"."""
    if (headline.type, headline.status) != (event.type, event.status) or not _agree(headline.mode, event.mode):
        return False
    if _POWER in headline.contexts and _POWER not in event.contexts:
        return False  # who seized power has shot others at another time
    if not (_agree(headline.place, event.place) and _dates_agree(headline.date, event.date)):
        return False
    if _is_summary(headline, event, named):
        return True
    sides = ((headline.actors, event.actors), (headline.recipients, event.recipients))
    agree = [_sides_agree(one, other, named) for one, other in sides]
    called = [_are_called_alike(one, other, named) for one, other in sides]
    sure = [a or c for a, c in zip(agree, called, strict=True)]
    where = bool(headline.recipients) and _is_where(headline, event, named)
    return any(sure) and (sure[0] or agree[0] is None) and (sure[1] or agree[1] is None or where)


def _is_summary(headline: Event, event: Event, named: Named) -> bool:
    """Tell whether a headline only says in one plural who met or agreed: "Norlandic, Estmark presidents hold talks"."""
    if headline.type not in _MUTUAL or headline.recipients or len(headline.actors) != 1 or not _has_both(event):
        return False
    group = named(headline.actors[0])
    if group is None or group.type != "group" or group.name is not None:
        return False
    nouns = {alias.lower().split()[-1] for alias in group.aliases if alias}
    return bool(nouns & _HEADS) and len(event.actors) == len(event.recipients) == 1


def _with_sides_of(headline: Event, event: Event) -> Event:
    return replace(headline, actors=event.actors or headline.actors, recipients=event.recipients or headline.recipients)


def _are_called_alike(one: Sequence[str], other: Sequence[str], named: Named) -> bool:
    """Tell whether one of each side is called by the same noun, and the first has no name: "allies", "Norland's allies"."""
    return any(_is_noun_of(named(a), named(b)) for a in one for b in other)


def _is_noun_of(short: Entity | None, long: Entity | None) -> bool:
    if short is None or long is None:
        return False
    if short.name is not None:  # "Lind arrested", then "former premier Anna Lind"
        return short.type == long.type == "person" and long.name is not None and long.name.split()[-1:] == [short.name]
    if short.country is not None and long.country is not None and short.country != long.country:
        return False
    if (
        short.country is not None
        and (short.country, short.sector) == (long.country, long.sector)
        and short.sector is not None
    ):
        return short.type == long.type
    nouns = {alias.lower().split()[-1] for alias in short.aliases if alias}
    return bool(nouns & {alias.lower().split()[-1] for alias in long.aliases if alias})


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
    if straight == (True, False) and (_is_where(one, other, named) or _is_where(other, one, named)):
        return True
    crossed = _sides_agree(one.actors, other.recipients, named), _sides_agree(one.recipients, other.actors, named)
    ways = [straight, crossed] if either_way and one.type in _EITHER_WAY else [straight]
    if any(False not in way and True in way for way in ways):
        return True
    return either_way and one.type in _MUTUAL and None not in crossed and all(crossed)


def _is_where(one: Event, other: Event, named: Named) -> bool:
    """Tell whether all that one telling has for a victim is where the other one has it happen: "attack a bus in [Norland]"."""
    if one.type not in _FOUGHT or one.place is not None or other.place is None:
        return False
    victims = [named(id) for id in one.recipients]
    return all(victim is not None and victim.type == "place" and victim.name == other.place for victim in victims)


def _is_pair_again(one: Event, other: Event, named: Named) -> bool:
    """Tell whether the later telling speaks of "the two men", whom the earlier one names."""
    if one.type not in _MUTUAL or not one.recipients or other.recipients or len(other.actors) != 1:
        return False
    group = named(other.actors[0])
    if group is None or group.type != "group" or group.name is not None or group.country is not None:
        return False
    # "negotiators met" tells of others than the two who had negotiated.
    called = [words for alias in group.aliases if _may_be_two(words := alias.lower().split())]
    sides = [named(id) for id in (*one.actors, *one.recipients)]
    return any(all(side is None or may_hold(side, words[-1]) for side in sides) for words in called)


def may_hold(entity: Entity, plural: str) -> bool:
    """Tell whether a person may be one of those who hold an office: of "the two generals" no premier is one."""
    office = singular_of(plural)
    titles = [role.title.lower().replace(".", "").split()[-1] for role in entity.roles if role.title]
    if entity.type != "person" or not titles or office not in _OFFICES:
        return True
    return any(title == "counterpart" or title in _OFFICES[office] for title in titles)


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


def _together(one: Event, other: Event, named: Named) -> Event:
    fuller = other if len(other.actors) + len(other.recipients) > len(one.actors) + len(one.recipients) else one
    dates = [d for d in (one.date, other.date) if d is not None]
    own_voice = one.according_to is None or other.according_to is None
    actors, recipients = _sides(one, other, fuller)
    if one.recipients and other.recipients and (_is_where(one, other, named) or _is_where(other, one, named)):
        recipients = other.recipients if _is_where(one, other, named) else one.recipients
    return replace(
        one,
        mode=one.mode or other.mode,
        contexts=tuple(dict.fromkeys((*one.contexts, *other.contexts))),
        triggers=(*one.triggers, *other.triggers),
        evidences=(*one.evidences, *other.evidences),
        actors=actors,
        recipients=recipients,
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


def _sides(one: Event, other: Event, fuller: Event) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return both sides of two tellings of one event: a third party that only the later names is of it as well.

    Of what is mutual the later telling counts if it names all that the first names; else each side by itself.
    """
    if not _has_both(one):
        return fuller.actors, fuller.recipients
    if one.type in _MUTUAL:
        adds = {*one.actors, *one.recipients} < {*other.actors, *other.recipients}
        return (other.actors, other.recipients) if adds and _has_both(other) else (one.actors, one.recipients)
    doers = other.actors if set(one.actors) < {*other.actors} - {*one.recipients} else one.actors
    whom = other.recipients if other.actors and len(other.recipients) > len(one.recipients) else one.recipients
    return doers, whom


def _has_both(event: Event) -> bool:
    return bool(event.actors and event.recipients)

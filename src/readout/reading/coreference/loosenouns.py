# SPDX-License-Identifier: Apache-2.0
"""Nouns that have their usual sector only in some company: the parties to a conflict are no political ones.

Nor is a coalition that a state leads one of parties, or a back channel between two capitals a broadcaster.
"""

from __future__ import annotations

from readout.reading.encoding import Encoding
from readout.resources import country_named

__all__ = ["are_sides", "has_usual_sector", "tells_of_states"]

_BOTH = frozenset(
    "both two all warring conflicting opposing feuding contracting signatory third civil neither either rival other".split()
)
# In a report with one of these "the parties" may be those that stand for election.
_ELECTED = frozenset("election elections electoral politicians parliament parliamentary voters votes lawmakers".split())
_COALITIONS = frozenset({"coalition", "coalitions"})
_GOVERNING = frozenset("ruling governing party".split())
_COUNTED = 6  # words between a number and its noun, at most
_NUMBERS = frozenset({"two", "both", "three", "four"})
_BESIDE_STATES = frozenset("neighbours neighbors rivals foes adversaries enemies".split())
_OF_RIVAL_STATES = frozenset(
    "regional nuclear armed - neighbouring neighboring rival arch former soviet oil rich producing exporting landlocked "
    "island".split()
)
_PARTIES = _ELECTED | {"party", "parties", "coalition"}
_OF_STATES = frozenset("regional trade trading economic military defence defense transatlantic western".split())
_AIRED = frozenset(
    "tv television news radio broadcast satellite cable sports telegram youtube whatsapp state private media".split()
)
_NEAR = 4  # words behind a coalition in which its leader stands: "a coalition of states led by"


def are_sides(encoding: Encoding, head: int) -> bool:
    """Tell whether "parties" are those to a conflict or a contract, and no political ones: "urged [both parties] to stop"."""
    noun, before = encoding.lower[head], encoding.lower[max(0, head - 1)]
    if noun == "parties" and before == "the":
        return _ELECTED.isdisjoint(encoding.vocabulary) and (
            _COALITIONS.isdisjoint(encoding.vocabulary) or _GOVERNING.isdisjoint(encoding.vocabulary)
        )
    return noun in {"side", "sides", "parties", "party"} and before in _BOTH


def _is_led_by_state(encoding: Encoding, head: int) -> bool:
    """Tell whether a coalition is one of states: "a coalition led by [Saudi Arabia]", not "led by the Labour party"."""
    led = next(
        (w for w in range(head + 1, min(head + 1 + _NEAR, len(encoding.lower))) if encoding.lower[w] == "led"), None
    )
    if led is None or encoding.lower[led + 1 : led + 2] != ("by",):
        return False
    first = led + 2 + (encoding.lower[led + 2 : led + 3] == ("the",))
    return any(
        country_named(encoding.span(first, end).of(encoding.text))
        for end in range(first + 1, min(first + 4, len(encoding.words)) + 1)
    )


def tells_of_states(word: str) -> bool:
    """Tell whether a word in front of "rivals" or "neighbours" says that they are states: "regional", "nuclear-armed", "Gulf"."""
    return word in _OF_RIVAL_STATES or (word[:1].isupper() and word not in {"The", "Both"})


def _are_states(encoding: Encoding, head: int) -> bool:
    """Tell whether some number of neighbours or rivals are states: "the two nuclear-armed [neighbours]"."""
    before = encoding.words[max(0, head - _COUNTED) : head]
    at = next((k for k, word in enumerate(before) if word.lower() in _NUMBERS), len(before))
    kind = before[at + 1 :]
    return bool(kind) and all(map(tells_of_states, kind))


def has_usual_sector(encoding: Encoding, head: int) -> bool:
    """Tell whether a noun has the sector that the table of nouns gives it.

    Args:
        encoding: The report's words.
        head: The noun.
    """
    noun, before = encoding.lower[head], encoding.lower[max(0, head - 3) : head]
    if noun in _COALITIONS:
        return not (before[-2:] == ("-", "led") or _is_led_by_state(encoding, head))
    if encoding.words[head] in {
        "bloc",
        "alliance",
    }:  # of states, where a report does not speak of parties that stand for election
        is_of_states = not _OF_STATES.isdisjoint(before) or _PARTIES.isdisjoint(encoding.vocabulary)
        return not is_of_states
    if noun == "council" and before[-1:] == ("security",):
        return before[-2:-1] not in {("and",), ("'s",), ("’s",)}  # "the Defence and Security Council" is a state's
    if noun in _BESIDE_STATES and _are_states(encoding, head):
        return False
    if noun in {"channel", "channels"}:
        beside = (
            *encoding.words[max(0, head - 1) : head],
            *encoding.words[head + 1 : head + 2],
        )  # "the channel Telesur"
        return any(word[:1].isupper() for word in beside) or not _AIRED.isdisjoint(before)
    return not are_sides(encoding, head)

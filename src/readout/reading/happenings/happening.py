# SPDX-License-Identifier: Apache-2.0
"""A trigger of an event at one place, with its parties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readout.reading.happenings.parties import Party
from readout.resources import Trigger

__all__ = ["Happening", "sides_of_mutual"]


@dataclass(frozen=True, slots=True)
class Happening:
    """A trigger at one place.

    Attributes:
        trigger: Its sense.
        word: Its head word.
        words: Its words, half-open.
        verb: The verb of its clause: itself, or the light verb that a noun depends on.
        actors: Who does it.
        recipients: To whom or with whom.
        arguments: Head words of all that belongs to it, parties or not.
        again: Whether it only speaks of a pair that must be named before: "the meeting between the two ministers".
    """

    trigger: Trigger
    word: int
    words: tuple[int, int]
    verb: int | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    arguments: tuple[int, ...]
    again: bool = False


def sides_of_mutual(
    trigger: Trigger, actors: Sequence[Party], recipients: Sequence[Party]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Part the sides of what both do: in "the two met" and "Kyiv and Moscow agreed" the first is put down as the actor."""
    if trigger.mutual and not recipients and len(actors) > 1:
        return tuple(actors[:1]), tuple(actors[1:])
    if trigger.mutual and not actors and len(recipients) > 1:
        return tuple(recipients[:1]), tuple(recipients[1:])
    return tuple(actors), tuple(recipients)

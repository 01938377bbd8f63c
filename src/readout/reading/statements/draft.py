# SPDX-License-Identifier: Apache-2.0
"""A statement in the making.

The statements layer works in steps (quotations, nested speech, speaker, relay, channel), each in its own module; a `Draft` is
what they hand on to each other. Nothing outside the layer sees one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from readout.reading.attributions.attribution import WordRange
from readout.reading.coreference.entities import Entity
from readout.reading.evidence import OpenField, Support

__all__ = ["SPEAKERS", "Draft"]

SPEAKERS = frozenset({"person", "organisation", "group", "place"})
"""Types of entities that may say something; a place does for its government."""


@dataclass(slots=True, eq=False)
class Draft:
    """One statement in the making; ranges are of words. Two drafts are never the same one, however alike."""

    contents: list[WordRange]
    cue: WordRange | None
    source: WordRange | None
    confidence: float
    cue_parts: list[WordRange] = field(default_factory=list)
    speaker: Entity | None = None
    joint: list[Entity] = field(default_factory=list)
    addressees: list[Entity] = field(default_factory=list)
    relayed_by: list[Entity] = field(default_factory=list)
    channel: str | None = None
    outlet: Entity | None = None
    condition: list[WordRange] = field(default_factory=list)
    unnamed: bool = False
    surroundings: WordRange | None = None
    parent: Draft | None = None
    because: list[Support] = field(default_factory=list)
    undecided: list[OpenField] = field(default_factory=list)
    verbatim: bool = False  # word for word without quotation marks, as a transcript has it

    @property
    def start(self) -> int:
        """First word of the content."""
        return self.contents[0][0]

    @property
    def end(self) -> int:
        """Word after the last of the content."""
        return self.contents[-1][1]

    def take_source(self, words: WordRange, rule: str) -> None:
        """Take a source for the one that was found before, whose reasons no longer hold."""
        self.source = words
        self.because = [support for support in self.because if support.field != "source"]
        self.because.append(Support("source", rule, None))

    def holds(self, word: int) -> bool:
        """Tell whether a word is part of the content."""
        return any(start <= word < end for start, end in self.contents)

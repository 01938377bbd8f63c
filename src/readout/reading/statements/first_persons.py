# SPDX-License-Identifier: Apache-2.0
"""Who says "I": the first persons of a quotation, and of a turn of a transcript, are its speaker's.

Who is who is found before anybody knows who speaks, and leaves "I" in a quotation to nobody. "We" is the speaker only where a
body or a group speaks; whom a person means by it, the words seldom tell, and it stays open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from readout.reading.attributions.quotes import Quotation, find_quotations
from readout.reading.coreference.entities import Entity
from readout.reading.coreference.mentions import Mention
from readout.reading.encoding import Encoding
from readout.reading.reading import Reading
from readout.reading.statements.statements import Statement
from readout.text import Span

__all__ = ["FirstPerson", "FirstPersons", "find_first_persons"]

_ONE = frozenset("i me my mine myself".split())
_MANY = frozenset("we us our ours ourselves".split())


@dataclass(frozen=True, slots=True)
class FirstPerson:
    """A mention that stands for the speaker of the quotation that it is in, and that speaker's id."""

    mention: Mention
    speaker: str


def find_first_persons(
    encoding: Encoding, mentions: Sequence[Mention], entities: Sequence[Entity], statements: Sequence[Statement]
) -> list[FirstPerson]:
    """Find the first persons in quotations whose speaker is known and that are no entity's yet, in text order."""
    known = {mention for entity in entities for mention in entity.mentions}
    types = {entity.id: entity.type for entity in entities}
    free = [m for m in mentions if m not in known and encoding.lower[m.head] in _ONE | _MANY and m.form == "pronoun"]
    innermost = _innermost([m.span for m in free], find_quotations(encoding.text) if free else [])
    said = _Said(statements)
    found = []
    for mention, quotation in zip(free, innermost, strict=True):
        speaker = said.speaker_in_turn(mention.span) if quotation is None else said.speaker_of(mention.span, quotation)
        is_person = types.get(speaker or "") == "person"
        if speaker is not None and is_person == (encoding.lower[mention.head] in _ONE):
            found.append(FirstPerson(mention, speaker))
    return found


def _innermost(spans: Sequence[Span], quotations: Sequence[Quotation]) -> list[Quotation | None]:
    """Return the innermost quotation around each of some spans in text order."""
    found: list[Quotation | None] = []
    around: list[Quotation] = []
    at = 0
    for span in spans:
        while at < len(quotations) and quotations[at].span.start <= span.start:
            around = [q for q in around if q.span.end > quotations[at].span.start]
            around.append(quotations[at])
            at += 1
        around = [q for q in around if q.span.end > span.start]
        found.append(around[-1] if around else None)
    return found


class _Said:
    """The pieces of contents, to be found by place."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        pieces = [(piece, statement) for statement in statements for piece in statement.content]
        self._pieces = sorted(pieces, key=lambda pair: (pair[0].start, -pair[0].end))
        self._starts = [piece.start for piece, _ in self._pieces]
        self._turns = [
            (piece, statement)
            for piece, statement in self._pieces
            if statement.kind == "direct" and statement.parent is None
        ]
        self._turns_from = [piece.start for piece, _ in self._turns]

    def speaker_of(self, word: Span, quotation: Quotation) -> str | None:
        """Return who says a word of a quotation: the speaker of the smallest content that holds the quotation's begin too.

        What begins later within the quotation is only told in it: “They claim [that I lied],” Lind said. And a quotation
        within another is not the outer speaker's: nobody says it for whom no statement begins with it.
        """
        first = quotation.inner.start
        for at in range(bisect_right(self._starts, first) - 1, -1, -1):
            piece, statement = self._pieces[at]
            if piece.end >= word.end:
                return statement.speaker if not quotation.depth or piece.start >= quotation.span.start else None
            if piece.end <= first and statement.parent is None:
                return None
        return None

    def speaker_in_turn(self, word: Span) -> str | None:
        """Return who says a word outside of quotation marks word for word: whose turn of a transcript it stands in."""
        at = bisect_right(self._turns_from, word.start) - 1
        return self._turns[at][1].speaker if at >= 0 and self._turns[at][0].end >= word.end else None


class FirstPersons:
    """The layer that finds out who says "I"."""

    name = "first persons"
    requires: tuple[type, ...] = (Encoding, Mention, Entity, Statement)
    provides: tuple[type, ...] = (FirstPerson,)

    def __call__(self, reading: Reading) -> Reading:
        """Find the first persons of the report's quotations."""
        found = find_first_persons(
            reading.the(Encoding), reading.of(Mention), reading.of(Entity), reading.of(Statement)
        )
        return reading.adding(FirstPerson, found)

# SPDX-License-Identifier: Apache-2.0
"""The numbers that a report gives: how many, how much, of what, on whose word.

Nothing is added up or converted. Ordinals, dates, clock times, ages, numbers in names and lengths of time are no
figures, but for a length that a verb gives as the extent of something ("the talks lasted about an hour").
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from readout.reading.encoding import Encoding
from readout.reading.figures.amounts import Amount, amount_at, beginnings, joined_words
from readout.reading.figures.befallen import befell_people
from readout.reading.figures.comparedthings import with_compared_things
from readout.reading.figures.comparisons import Compared, comparisons
from readout.reading.figures.counted import counted_words, is_person
from readout.reading.figures.currencies import with_currencies
from readout.reading.figures.dollars import with_dollars
from readout.reading.figures.figure import Figure, FigureKind
from readout.reading.figures.listedcounts import told_by_label
from readout.reading.figures.lookalikes import is_lookalike, tallies
from readout.reading.figures.modifiers import with_modifier
from readout.reading.figures.rates import rate_of, unit_with_rate
from readout.reading.figures.sharednouns import with_shared_nouns
from readout.reading.figures.takenup import are_people, taken_up
from readout.reading.figures.tolls import is_of_toll, told_by_noun
from readout.reading.page.parts import Part
from readout.reading.places.places import Place
from readout.reading.reading import Reading
from readout.reading.statements.holding import Holding
from readout.reading.statements.statements import Statement
from readout.reading.times.times import Time
from readout.reading.trees.syntax import Syntax
from readout.resources import country
from readout.text import Span

__all__ = ["Figures", "find_figures"]


_KINDS: dict[str, FigureKind] = {
    "count": "count", "tally": "count", "money": "money", "percentage": "percentage", "measure": "measure",
    "time": "measure", "ratio": "ratio", "multiple": "ratio",
}  # fmt: skip


_PEOPLE_TOLD = (befell_people, is_of_toll, are_people)


def find_figures(
    encoding: Encoding,
    syntax: Syntax,
    statements: Sequence[Statement] = (),
    times: Sequence[Time] = (),
    *,
    parts: Sequence[Part] = (),
    publisher: str | None = None,
    places: Sequence[Place] = (),
) -> list[Figure]:
    """Find a report's figures, in text order; a number that is part of a date or a clock time is none."""
    told_of = {code for place in places if (code := _country(place)) is not None}
    shared = with_currencies(encoding, syntax, _amounts(encoding, syntax, told_of), told_of=told_of)
    sums = with_dollars(encoding, shared, parts, publisher, told_of=told_of)
    found = [with_modifier(encoding, each) for each in sums]
    pairs = [
        (
            amount,
            counted_words(encoding, syntax, amount)
            or told_by_label(encoding, amount)
            or told_by_noun(encoding, syntax, amount),
        )
        for amount in found
    ]
    pairs = with_shared_nouns(encoding, syntax, pairs)
    pairs = [(amount, words) for amount, words in pairs if words or not _takes_up(encoding, amount)]
    amounts, counted = [amount for amount, _ in pairs], [words for _, words in pairs]
    figures = [_figure(encoding, syntax, amount, words) for amount, words in zip(amounts, counted, strict=True)]
    compared = [_compared(encoding, *each) for each in zip(amounts, counted, figures, strict=True)]
    than = comparisons(encoding, syntax, compared)
    figures = [replace(figure, comparison=than.get(place)) for place, figure in enumerate(figures)]
    figures = with_compared_things(figures)
    for place, taken in taken_up(encoding, syntax, compared).items():
        figures[place] = _going_on(figures[place], figures[taken.place], whole=taken.whole)
    holding = Holding(statements)
    kept = _outside(_outside_dates(figures, times), [part.span for part in parts if part.kind == "boilerplate"])
    return [replace(f, statement=holding.innermost(f.span)) for f in kept]


def _country(place: Place) -> str | None:
    """Return the code, of two letters, of the country that a place lies in."""
    known = country(place.country) if place.country else None
    return known.iso2 if known else None


def _takes_up(encoding: Encoding, amount: Amount) -> bool:
    """Tell whether a number only takes up who was named before: "the two met in Geneva"."""
    before = encoding.lower[amount.start - 1] if amount.start else ""
    alone = amount.kind == "count" and amount.end - amount.start == 1 and encoding.words[amount.start].isalpha()
    return alone and before in {"the", "these", "those"}


def _amounts(encoding: Encoding, syntax: Syntax, told_of: Set[str]) -> list[Amount]:
    """Read the amounts from left to right, without those that count nothing."""
    joined = joined_words(encoding)
    apart = tallies(encoding, syntax, joined)
    found: list[Amount] = []
    end = 0
    for at in beginnings(encoding):
        amount = amount_at(encoding, joined, at, told_of) if at >= end else None
        if amount is None:
            continue
        if at in apart:
            amount = replace(amount, end=at + 1, high=None, kind="tally")
        end = max(amount.end, at + 1)
        if not is_lookalike(encoding, syntax, joined, amount):
            found.append(amount)
    return found


def _outside_dates(figures: Sequence[Figure], times: Sequence[Time]) -> list[Figure]:
    dates = [time.span for time in times if time.type in {"DATE", "TIME"}]
    return _outside(figures, dates)


def _outside(figures: Sequence[Figure], spans: Sequence[Span]) -> list[Figure]:
    return [f for f in figures if not any(s.start < f.span.end and f.span.start < s.end for s in spans)]


def _figure(encoding: Encoding, syntax: Syntax, amount: Amount, counted: tuple[int, int] | None) -> Figure:
    end, unit = _end(encoding, amount, counted), amount.unit
    of = encoding.span(*counted) if counted else None
    if counted and amount.kind in {"count", "ratio"} and is_person(encoding, counted[1] - 1):
        # The members of a "193-member assembly" may be states.
        unit = None if encoding.lower[amount.end : amount.end + 2] == ("-", "member") else "person"
    elif counted is None and any(tells(encoding, syntax, amount) for tells in _PEOPLE_TOLD):
        unit = "person"
    span = encoding.span(amount.start, end)
    rate = rate_of(encoding, syntax, amount, max(end, counted[1] if counted else end))
    return Figure(
        span=span,
        words=span.of(encoding.text),
        low=float(amount.low),
        high=None if amount.high is None else float(amount.high),
        modifier=amount.modifier,
        unit=unit_with_rate(unit, rate),
        of=of.of(encoding.text) if of else None,
        of_span=of,
        kind=_KINDS[amount.kind],
        per=rate.per if rate else None,
        per_span=encoding.span(rate.start, rate.end) if rate else None,
    )


def _going_on(figure: Figure, told: Figure, *, whole: bool) -> Figure:
    """Give a bare number what the figure that it goes on with counts; of some of "them" only that they are people."""
    if not whole:
        return replace(figure, unit=told.unit)
    return replace(
        figure,
        unit=told.unit,
        of=told.of,
        of_span=told.of_span,
        kind=told.kind,
        per=figure.per or told.per,
        per_span=figure.per_span or told.per_span,
    )


_TO_COUNTED = frozenset(
    "of the a an these those this that its their his her our your my all - more other additional further".split()
)


def _end(encoding: Encoding, amount: Amount, counted: tuple[int, int] | None) -> int:
    """Return the word after a figure's last: what is counted is part of it, but for money and behind another number."""
    if counted is None or counted[1] <= amount.start:
        return amount.end  # "the number of missing is 10,000"
    if amount.kind == "money" or not _TO_COUNTED.issuperset(encoding.lower[amount.end : counted[0]]):
        return amount.end
    return max(amount.end, counted[1])


def _compared(encoding: Encoding, amount: Amount, counted: tuple[int, int] | None, figure: Figure) -> Compared:
    return Compared(
        amount.start, _end(encoding, amount, counted), figure.low, figure.high, figure.kind, figure.unit, figure.of
    )


class Figures:
    """The layer that finds figures."""

    name = "figures"
    requires: tuple[type, ...] = (Part, Encoding, Syntax, Statement, Time, Place)
    provides: tuple[type, ...] = (Figure,)

    def __call__(self, reading: Reading) -> Reading:
        """Find the report's figures."""
        encoding, syntax = reading.the(Encoding), reading.the(Syntax)
        found = find_figures(
            encoding,
            syntax,
            reading.of(Statement),
            reading.of(Time),
            parts=reading.of(Part),
            publisher=reading.report.publisher,
            places=reading.of(Place),
        )
        return reading.adding(Figure, found)

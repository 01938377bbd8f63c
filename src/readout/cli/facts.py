# SPDX-License-Identifier: Apache-2.0
"""Say in words which figures, times and places a record holds, each once however often the report has it.

Nothing is decided here. A value that the record leaves open is shown as open, with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from readout.cli.wording import legible, speaker_words
from readout.record import Comparison, Figure, Place, Record, Time
from readout.text import Span

__all__ = [
    "Fact",
    "anchor_words",
    "figure_facts",
    "figure_lines",
    "figure_words",
    "number_words",
    "place_facts",
    "place_lines",
    "time_facts",
    "time_lines",
]

_KINDS = {"metonym": "for its government", "demonym": "its people", "part_of_name": "in a name"}

# TimeML writes X for what is not known: XXXX-WXX-5 is some Friday. PXD is a number of days not told, which no
# day of publication would settle.
_OPEN = re.compile(r"^[^P]*X")

_ThingT = TypeVar("_ThingT")


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure, a time or a place, with what is told of it and every stretch of the text that says so."""

    words: str
    told: str
    spans: tuple[Span, ...]

    @property
    def line(self) -> tuple[str, str]:
        """Return its words and what is told of it."""
        return self.words, self.told


def figure_facts(record: Record) -> list[Fact]:
    """Give each figure as its number and what is told of it: what is counted, compared with what, on whose word."""
    return [Fact(_as_told(record, each), _about_figure(record, each), (each.span,)) for each in record.figures]


_ROUGH = re.compile(
    r"\b(dozens|scores|tens|hundreds|thousands|millions|billions|trillions)\b"
    r"|\b(several|a few) (dozen|hundred|thousand|million|billion|trillion)\b",
    re.IGNORECASE,
)


def _as_told(record: Record, figure: Figure) -> str:
    """Write a figure as a number, or in the report's words where a number would say more than they do: "tens of thousands"."""
    counted = figure.of_span
    end = counted.start if counted is not None and figure.start < counted.start <= figure.end else figure.end
    words = re.sub(r"\s+(of( the)?)?\s*$", "", legible(record.report.text[figure.start : end]))
    is_number = any(letter.isdigit() for letter in words)
    is_rough = _ROUGH.search(words) is not None or not float(figure.low or 0).is_integer()
    return f"“{words}”" if is_rough and not is_number else figure_words(figure)


def figure_lines(record: Record) -> list[tuple[str, str]]:
    """Give the lines of the figures."""
    return [fact.line for fact in figure_facts(record)]


def figure_words(figure: Figure) -> str:
    """Write a figure with its modifier and unit: "more than 6.1 million USD"."""
    counted = figure.kind == "count" and figure.of  # "4,200 families" needs no "person"
    unit = "" if figure.unit is None or counted else legible(figure.unit)
    if unit == "person" and (figure.low, figure.high) not in {(1, 1), (1, None), (None, 1)}:
        unit = "people"
    parts = [legible(figure.modifier or ""), number_words(figure.low, figure.high), _sign(figure.unit) or unit]
    return " ".join(part for part in parts if part).replace(" %", "\u00a0%")


def number_words(low: float | None, high: float | None) -> str:
    """Write a number or a range, with digits in groups of three and nothing rounded away."""
    ends = [_digits(end) for end in (low, high) if end is not None]
    return "–".join(dict.fromkeys(ends)) or "number left open"


def _digits(number: float) -> str:
    number = float(number)
    return f"{int(number):,}" if number.is_integer() else f"{number:,.15g}"


def _sign(unit: str | None) -> str:
    """Return what must stand with the number whatever is counted: the percent sign, or the currency."""
    if unit == "percent":
        return "%"
    return unit if unit is not None and re.fullmatch("[A-Z]{3}", unit) else ""


def _about_figure(record: Record, figure: Figure) -> str:
    told = [legible(figure.of or ""), _per(figure), _compared(figure.comparison)]
    if figure.according_to is not None:
        statement = record.statement(figure.according_to)
        told.append(f"{speaker_words(record, statement)} ({legible(statement.id)})")
    return " · ".join(part for part in told if part)


def _per(figure: Figure) -> str:
    """Write what a figure is told for each of, unless the name of its unit says so: "per day"."""
    told = f"per {legible(figure.per)}" if figure.per else ""
    return "" if told and (figure.unit or "").endswith(told) else told


def _compared(comparison: Comparison | None) -> str:
    if comparison is None:
        return ""
    if comparison.low is None and comparison.high is None:
        return comparison.direction
    link = "as" if comparison.direction == "same" else "from"
    number = f"{comparison.direction} {link} {number_words(comparison.low, comparison.high)}"
    sign = _sign(comparison.unit)
    return f"{number}\u00a0{sign}" if sign else number


def time_facts(record: Record) -> list[Fact]:
    """Give each time as its words and its value; times of one value and one reason stand together."""
    grouped = _grouped(record.times, lambda time: (time.type, _value(time), time.undecided))
    return [
        Fact(_all_words(record, times), _time_value(times[0]), tuple(time.span for time in times)) for times in grouped
    ]


def time_lines(record: Record) -> list[tuple[str, str]]:
    """Give the lines of the times."""
    return [fact.line for fact in time_facts(record)]


def _value(time: Time) -> str:
    told = [time.value or "", *(part for part in (time.mod, time.quant, time.freq) if part)]
    return " ".join(part for part in told if part)


def _time_value(time: Time) -> str:
    value = legible(_value(time))
    if time.undecided is not None:
        return f"{value} open: {legible(time.undecided)}".lstrip()
    return f"{value} open" if _is_open(time) else value


def _is_open(time: Time) -> bool:
    return time.value is None or _OPEN.search(time.value) is not None


def anchor_words(record: Record) -> str | None:
    """Tell what would settle dates left open; that there are such is for the record's notes to say."""
    if record.report.published is not None or not any(_is_open(time) for time in record.times):
        return None
    return "The day of publication, given with --published YYYY-MM-DD, would settle relative dates."


def place_facts(record: Record) -> list[Fact]:
    """Give each place as its name and what is told of it; mentions of one place in one role are counted."""
    grouped = _grouped(
        record.places, lambda place: (place.name, place.country, place.kind, place.geonames_id, place.undecided)
    )
    return [
        Fact(legible(places[0].name), _about_place(places), tuple(place.span for place in places)) for places in grouped
    ]


def place_lines(record: Record) -> list[tuple[str, str]]:
    """Give the lines of the places."""
    return [fact.line for fact in place_facts(record)]


def _about_place(places: list[Place]) -> str:
    place = places[0]
    told = [place.country, _KINDS.get(place.kind), f"{len(places)} times" if len(places) > 1 else None]
    told.append(f"open: {legible(place.undecided)}" if place.undecided is not None else None)
    return " · ".join(part for part in told if part)


def _all_words(record: Record, times: Iterable[Time]) -> str:
    """Quote the different words of several times, in text order."""
    words = dict.fromkeys(legible(time.span.of(record.report.text)) for time in times)
    return ", ".join(f"“{each}”" for each in words)


def _grouped(things: Iterable[_ThingT], key: Callable[[_ThingT], object]) -> list[list[_ThingT]]:
    """Put what has the same key together, in the order of first mention."""
    groups: dict[object, list[_ThingT]] = {}
    for thing in things:
        groups.setdefault(key(thing), []).append(thing)
    return list(groups.values())

# SPDX-License-Identifier: Apache-2.0
"""Which figure a report compares with which: "up from 3 million", "compared with", "rose from 4 to 6"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from readout.reading.encoding import Encoding
from readout.reading.figures.amounts import CHANGING
from readout.reading.trees.syntax import Syntax
from readout.text import Span

__all__ = ["Compared", "Comparison", "comparisons"]

Direction = Literal["up", "down", "same"]

_DIRECTIONS: dict[str, Direction] = {"up": "up", "higher": "up", "down": "down", "lower": "down"}
_QUALIFIERS = frozenset(
    "the a an its their his initial previous earlier original revised record estimated forecast current peak".split()
)
_QUALIFIED = 3  # words
_RISES = frozenset("rise rises rose risen increase increased gain gained growth grew climbed jump jumped".split())
_FALLS = frozenset(
    "fall falls fell fallen drop dropped decline declined decrease decreased shrank slipped contraction".split()
)
_TIMED = frozenset("last previous earlier prior next same".split())
_ADJUNCT = 5  # words between a figure and its "from": "to $48 billion last year from"
_IN_A_YEAR = ("in", "2024")
_REACH = 6  # words between a verb of change and its "from": "raised the share of … from"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a figure is compared with, as `readout.record.Comparison` has it."""

    direction: Direction
    low: float | None
    high: float | None
    unit: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What must be known of a figure to compare it; `start` and `end` are words, modifier and counted noun included."""

    start: int
    end: int
    low: float
    high: float | None
    kind: str
    unit: str | None
    of: str | None


@dataclass(frozen=True, slots=True)
class _Cue:
    """The words before a figure that make it the one compared with."""

    start: int
    direction: Direction | None
    strong: bool


def comparisons(encoding: Encoding, syntax: Syntax, figures: Sequence[Compared]) -> dict[int, Comparison]:
    """Find which figures are compared with another of their sentence; keys are places in `figures`.

    A figure that no word gives the direction of has that of the order of the two numbers. Where several figures before
    "up from" could be meant, none is taken.
    """
    found: dict[int, Comparison] = {}
    earlier: set[int] = set()  # those that are compared with are not compared themselves
    for place, other in enumerate(figures):
        first = _first_of_sentence(syntax, figures, place)
        cue = _cue(encoding, other.start) if not _is_of_rival(encoding, syntax, other) else None
        target = None
        if cue is not None and (pairs := _pairs(encoding, syntax, figures, first, place, cue)):
            for one, than in pairs:
                span = encoding.span(cue.start, figures[than].end)
                direction = cue.direction or _order(figures[one], figures[than])
                found[one] = Comparison(direction, figures[than].low, figures[than].high, figures[than].unit, (span,))
            earlier |= {than for _, than in pairs}
            continue
        if cue is None and (less := _brought_down_to(encoding, figures, first, place)) is not None:
            larger = figures[less]
            spans = (encoding.span(larger.start, larger.end),)
            found[place] = Comparison("down", larger.low, larger.high, larger.unit, spans)
            earlier.add(less)
            continue
        if cue is not None:
            candidates = [i for i in range(first, place) if i not in earlier]
            target = _part_told(
                encoding, figures, _target(encoding, syntax, figures, candidates, cue, place), place, cue
            )
            told, start, end = cue.direction, cue.start, other.end
        elif place > first and _is_from_to(encoding, syntax, figures[place - 1], other):
            target, other = place, figures[place - 1]
            told, start, end = None, other.start - 1, other.end
        if target is None:
            continue
        figure = figures[target]
        span = encoding.span(start, end)
        told = told or _opposite_way(encoding, figure, other) or _order(figure, other)
        found[target] = Comparison(told, other.low, other.high, other.unit, (span,))
        earlier.add(place if target != place else place - 1)
    return found


def _is_of_rival(encoding: Encoding, syntax: Syntax, other: Compared) -> bool:
    """Tell whether a number is that of another side, not of another time: "54 percent, against 36 for Amadou Ba"."""
    against = encoding.lower[other.start - 1 : other.start] in (("against",), ("to",), ("versus",))
    named = syntax.upos[other.end + 1 : other.end + 2] == ("PROPN",)
    return against and named and encoding.lower[other.end : other.end + 1] == ("for",)


def _order(figure: Compared, other: Compared) -> Direction:
    return "up" if figure.low > other.low else "down" if figure.low < other.low else "same"


def _pairs(
    encoding: Encoding, syntax: Syntax, figures: Sequence[Compared], first: int, place: int, cue: _Cue
) -> list[tuple[int, int]]:
    """Pair two figures with the two that they are compared with: "45 dead and 230 wounded, up from 38 and 190"."""
    if not cue.strong or place - 2 < first or place + 1 >= len(figures):
        return []
    joined = [encoding.lower[figures[at].end : figures[at + 1].start] for at in (place - 2, place)]
    told_of = range(figures[place - 1].end, cue.start)
    if joined != [("and",), ("and",)] or any(syntax.upos[w] in {"VERB", "AUX"} for w in told_of):
        return []
    pairs = [(place - 2, place), (place - 1, place + 1)]
    fit = all(_is_alike(figures[a], figures[b]) and _agrees(figures[a], figures[b], cue) for a, b in pairs)
    return pairs if fit else []


def _first_of_sentence(syntax: Syntax, figures: Sequence[Compared], place: int) -> int:
    sentence = syntax.sentence_of[figures[place].start]
    first = place
    while first and syntax.sentence_of[figures[first - 1].start] == sentence:
        first -= 1
    return first


def _cue(encoding: Encoding, start: int) -> _Cue | None:
    """Return the comparing words right before a word."""
    lower = encoding.lower
    at = start
    while at > max(start - _QUALIFIED, 0) and lower[at - 1] in _QUALIFIERS:  # "down from its initial N615,000"
        at -= 1
    if at < 1:
        return None
    before = lower[at - 1]
    if before == "from":
        told = _DIRECTIONS.get(lower[at - 2]) if at > 1 else None
        if told is None and not {"the", "a"}.issuperset(lower[at:start]):
            return None  # "a splash from his 99-county tour"
        return _Cue(at - 2 if told else at - 1, told, told is not None)
    if before in {"with", "to"} and at > 1 and lower[at - 2] == "compared":
        return _Cue(at - 3 if at > 2 and lower[at - 3] == "as" else at - 2, None, True)
    if before not in {"against", "versus"}:
        return None
    return _Cue(at - 1, None, at > 1 and lower[at - 2] == ",")  # "66 percent, the most in years, against 51"


def _target(
    encoding: Encoding, syntax: Syntax, figures: Sequence[Compared], candidates: Sequence[int], cue: _Cue, place: int
) -> int | None:
    """Choose the figure that is compared: the one right before, else the only one of the same kind."""
    if not candidates:
        return None
    nearest, other = candidates[-1], figures[place]
    if len(candidates) > 1 and _is_conversion(encoding, figures[candidates[-2]], figures[nearest], other):
        return candidates[-2]
    if _is_by_how_much(encoding, figures[nearest], other):  # "$4.98 billion, up 77 percent from $2.81 billion"
        before = candidates[-2] if len(candidates) > 1 else None
        return before if before is not None and _is_alike(figures[before], other) else None
    between = encoding.lower[figures[nearest].end : cue.start]
    paired = len(candidates) > 1 and encoding.lower[figures[nearest - 1].end : figures[nearest].start] == ("and",)
    if not cue.strong and other.of is not None and figures[nearest].unit != other.unit:
        return None  # "66 people from 12 countries"
    if not cue.strong and other.of is None and _has_noun_to_come(encoding, syntax, other):
        return None  # "70 students from two primary and two secondary schools"
    of_year = between[:1] == ("in",) and len(between) == len(_IN_A_YEAR) and between[1].isdigit()
    if not cue.strong and of_year and nearest == place - 1 and _is_alike(figures[nearest], other):
        return nearest  # "11,892 complaints in 2024 against 5,268 in 2022"
    is_other_kind = (
        other.of is not None and other.kind == "count" != figures[nearest].kind
    )  # "RM72mil, compared with 986 cases"
    if nearest == place - 1 and between in ((), (",",)) and not is_other_kind and not (paired and between):
        return nearest
    if not cue.strong:
        return nearest if _is_changed_to(encoding, figures[nearest], other, between) else None
    told_of = range(figures[nearest].end, cue.start)
    same_clause = nearest == place - 1 and not any(syntax.upos[w] in {"VERB", "AUX", "CCONJ"} for w in told_of)
    if same_clause and not paired and _is_alike(figures[nearest], other) and _agrees(figures[nearest], other, cue):
        return nearest  # "2.3% in the year to April, down from 3.2%"
    alike = [i for i in candidates if _is_alike(figures[i], other) and _agrees(figures[i], other, cue)]
    same = [i for i in alike if other.of is not None and figures[i].of == other.of]
    return (same or alike)[-1] if len(same or alike) == 1 or same else None


def _is_by_how_much(encoding: Encoding, figure: Compared, other: Compared) -> bool:
    """Tell whether a percentage is that of a change to what is no percentage itself, which another figure gives."""
    if figure.kind != "percentage" or other.kind in {"percentage", "count"}:
        return False
    before = encoding.lower[figure.start - 1] if figure.start else ""
    return before in {"up", "down", "by"} or CHANGING.fullmatch(before) is not None


def _part_told(
    encoding: Encoding, figures: Sequence[Compared], target: int | None, place: int, cue: _Cue
) -> int | None:
    """Return the part, where the figure that is compared is the whole that it is of: "100 of the 169 seats, up from 81"."""
    if not target or encoding.lower[figures[target - 1].end : figures[target].start] not in _OF_WHOLE:
        return target
    part, other = figures[target - 1], figures[place]
    return target - 1 if _is_alike(part, other) and _agrees(part, other, cue) else target


_OF_WHOLE = {("of",), *(("of", word) for word in ("the", "its", "their", "all", "some", "about"))}


def _has_noun_to_come(encoding: Encoding, syntax: Syntax, other: Compared) -> bool:
    """Tell whether an adjective behind a bare number says that a noun comes, of which nothing was told before."""
    behind = encoding.lower[other.end : other.end + 1]
    return other.kind == "count" and syntax.upos[other.end : other.end + 1] == ("ADJ",) and behind[0] not in _TIMED


def _is_conversion(encoding: Encoding, figure: Compared, said_again: Compared, other: Compared) -> bool:
    """Tell whether a figure says the one before it in another unit: "8,900 acres, or 14 square miles, [from 2,300 acres]"."""
    joined = encoding.lower[figure.end : said_again.start] in ((",", "or"), ("or",), ("(",), (",", "about"))
    return joined and _is_alike(figure, other) and not _is_alike(said_again, other)


def _brought_down_to(encoding: Encoding, figures: Sequence[Compared], first: int, place: int) -> int | None:
    """Return the larger figure that something is down from where it is down to this one: "9,400 customers …, down to 1,100"."""
    here = figures[place]
    if (
        encoding.lower[max(here.start - 2, 0) : here.start] != ("down", "to")
        or here.kind != "count"
        or here.of is not None
    ):
        return None
    before = [at for at in range(first, place) if _is_alike(figures[at], here) and figures[at].low > here.low]
    return before[0] if len(before) == 1 else None


def _opposite_way(encoding: Encoding, figure: Compared, other: Compared) -> Direction | None:
    """Return the direction of a rise that is compared with a fall, or the other way round: "fell by 0.7%, with a 0.1% rise"."""
    ways = [_way(encoding, each) for each in (figure, other)]
    return None if None in ways or ways[0] == ways[1] else ways[0]


def _way(encoding: Encoding, figure: Compared) -> Direction | None:
    """Return which way a figure says that something went, by the noun right behind it or the verb right before it."""
    before = encoding.lower[max(figure.start - 2, 0) : figure.start]
    beside = {*encoding.lower[figure.end : figure.end + 1], *(before if before[-1:] == ("by",) else before[-1:])}
    rose, fell = not beside.isdisjoint(_RISES), not beside.isdisjoint(_FALLS)
    return None if rose == fell else "up" if rose else "down"


def _is_changed_to(encoding: Encoding, figure: Compared, other: Compared, between: Sequence[str]) -> bool:
    """Tell whether "from" goes with the figure before: "doubled to 48 last year from 22"."""
    near = len(between) <= _ADJUNCT and not {",", ";", ".", "and", "with", "who", "which"} & set(between)
    return encoding.lower[figure.start - 1 : figure.start] == ("to",) and near and _is_alike(figure, other)


def _is_alike(figure: Compared, other: Compared) -> bool:
    """Tell whether two numbers can be of the same thing: a bare one can be of any count."""
    if other.kind == "count" and other.of is None:
        return figure.kind == "count"
    return figure.kind == other.kind and figure.unit == other.unit


def _agrees(figure: Compared, other: Compared, cue: _Cue) -> bool:
    """Tell whether the two numbers stand in the order that the words say."""
    return cue.direction is None or (figure.low > other.low if cue.direction == "up" else figure.low < other.low)


def _is_from_to(encoding: Encoding, syntax: Syntax, first: Compared, second: Compared) -> bool:
    """Tell whether a verb says that the first number became the second: "fell from 9 percent to 7"."""
    lower = encoding.lower
    if (
        lower[first.start - 1 : first.start] != ("from",)
        or first.high is not None
        or not _is_alike_either(first, second)
    ):
        return False
    between = lower[first.end : second.start]
    if between[-1:] != ("to",) or len(between) > _ADJUNCT or {",", ";", ".", "from"} & set(between):
        return False
    begin = max(syntax.sentences[syntax.sentence_of[first.start]].start, first.start - 1 - _REACH)
    return any(CHANGING.fullmatch(word) for word in lower[begin : first.start - 1])


def _is_alike_either(first: Compared, second: Compared) -> bool:
    return _is_alike(first, second) or _is_alike(second, first)

# SPDX-License-Identifier: Apache-2.0
"""The numbers that a report gives: how many, how much, of what, on whose word.

Nothing is added up or converted. Ordinals, dates, clock times, ages, numbers in names and lengths of time are no
figures, but for a length that a verb gives as the extent of something ("the talks lasted about an hour").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from readout.reading.amounts import Amount, amount_at, joined_words, with_modifier
from readout.reading.encoding import Encoding
from readout.reading.reading import Reading
from readout.reading.statements import Statement
from readout.reading.syntax import Syntax
from readout.reading.times import Time
from readout.resources import country_of_adjective, sector_of_noun
from readout.text import Span

__all__ = ["Comparison", "Figure", "Figures", "find_figures"]

_MONTHS = set(
    "january february march april may june july august september october november december jan. feb. mar. apr. jun. "
    "jul. aug. sept. sep. oct. nov. dec.".split()
)
_CLOCK = {"a.m.", "p.m.", "am", "pm", "gmt", "utc", "o'clock", "est", "edt", "hours"}
_YEAR_CUES = set("in since by until till from during early late mid before after of through to and or , (".split())
_LABELS = set(
    "part page pages chapter article articles section resolution number no. no nos. room channel route highway flight phase "
    "level category type grade class act paragraph protocol line track gate day year week".split()
)
_NO_ONE = {"point", "time", "thing", "way", "side", "hand", "reason", "another"}
_PEOPLE = {
    "people", "persons", "person", "men", "women", "children", "man", "woman", "child", "boys", "girls", "dead",
    "wounded", "fans", "tourists", "leaders", "members", "others", "injured", "missing",
}  # fmt: skip
_NOUNLIKE = {"dead", "wounded", "injured", "missing", "others"}
_LASTING = {"last", "lasts", "lasted", "lasting"}
_FILLER = {"more", "other", "additional", "further", "-"}
_BETWEEN = re.compile(r",?\s*(?:(up|down|higher|lower)\s+from|(?:as\s+)?compared\s+(?:with|to)|against|versus|from)\s*")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a figure is compared with, as `readout.record.Comparison` has it."""

    direction: Literal["up", "down", "same"]
    low: float | None
    high: float | None
    unit: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the report gives, as `readout.record.Figure` states it.

    `statement` is the index, among the report's statements, of the innermost one whose content holds the figure.
    """

    span: Span
    words: str
    low: float
    high: float | None
    modifier: str | None
    unit: str | None
    of: str | None
    of_span: Span | None
    kind: Literal["count", "money", "percentage", "measure", "ratio"]
    comparison: Comparison | None = None
    statement: int | None = None


def find_figures(
    encoding: Encoding, syntax: Syntax, statements: Sequence[Statement] = (), times: Sequence[Time] = ()
) -> list[Figure]:
    """Find a report's figures, in text order; a number that is part of a date or a clock time is none."""
    joined = joined_words(encoding)
    found: list[tuple[Amount, Figure]] = []
    at = 0
    while at < len(encoding.words):
        amount = amount_at(encoding, joined, at)
        if amount is None:
            at += 1
            continue
        at = max(amount.end, at + 1)
        if not _is_no_figure(encoding, syntax, joined, amount):
            found.append((amount, _figure(encoding, syntax, with_modifier(encoding, amount))))
    figures = _outside_dates(_compared(encoding, syntax, found), times)
    return [replace(figure, statement=_statement_of(figure, statements)) for figure in figures]


def _outside_dates(figures: Sequence[Figure], times: Sequence[Time]) -> list[Figure]:
    dates = [time.span for time in times if time.type in {"DATE", "TIME"}]
    return [figure for figure in figures if not any(d.start <= figure.span.start < d.end for d in dates)]


def _figure(encoding: Encoding, syntax: Syntax, amount: Amount) -> Figure:
    counted = _counted(encoding, syntax, amount)
    end, unit = amount.end, amount.unit
    of = None
    if counted is not None:
        of = encoding.span(*counted)
        end = end if amount.kind == "money" else max(end, counted[1])
        if amount.kind in {"count", "ratio"} and _is_person(encoding, counted[1] - 1):
            unit = "person"
    span = encoding.span(amount.start, end)
    return Figure(
        span=span,
        words=span.of(encoding.text),
        low=float(amount.low),
        high=None if amount.high is None else float(amount.high),
        modifier=amount.modifier,
        unit=unit,
        of=of.of(encoding.text) if of else None,
        of_span=of,
        kind="measure" if amount.kind == "time" else amount.kind,
    )


def _counted(encoding: Encoding, syntax: Syntax, amount: Amount) -> tuple[int, int] | None:
    """Return the words that name what is counted."""
    lower, at = encoding.lower, amount.end
    if at >= len(lower) or encoding.line_starts[at]:
        return None
    if amount.kind == "count" and lower[at] in {"a", "an", "the"}:  # "6,000 a week": how often, not of what
        return None
    if lower[at] == "of" or (amount.kind == "money" and lower[at] in {"in", "worth"}):
        at += 1 + (lower[at : at + 2] == ("worth", "of"))
        while at < len(lower) and syntax.upos[at] == "DET" and amount.kind == "money":
            at += 1
        return _phrase(encoding, syntax, at, nouns_only=amount.kind == "money")
    if amount.kind == "ratio" and syntax.upos[at] in {"DET", "PRON"}:
        return _phrase(encoding, syntax, at)
    return _phrase(encoding, syntax, at) if amount.kind in {"count", "ratio"} else None


def _phrase(encoding: Encoding, syntax: Syntax, start: int, *, nouns_only: bool = False) -> tuple[int, int] | None:
    """Return the noun phrase that begins here, without what follows its noun."""
    at, end = start, start
    if at < len(encoding.words) and syntax.upos[at] in {"DET", "PRON"}:
        at += 1
    while at < len(encoding.words) and not (at > start and encoding.line_starts[at]):
        upos = syntax.upos[at]
        if (
            upos == "NOUN"
            or (upos == "ADJ" and encoding.lower[at] in _NOUNLIKE)
            or (upos == "PROPN" and country_of_adjective(encoding.words[at]))
        ):
            if encoding.lower[at] in _MONTHS or (end > start and syntax.heads[at] != at and _is_apart(syntax, at, end)):
                break
            end = at + 1
        elif (
            upos not in {"ADJ", "PROPN"}
            and encoding.lower[at] != "-"
            and not (at > start and encoding.lower[at - 1] == "-")
            and not (upos == "VERB" and syntax.is_relation(at, "amod", "compound"))
        ):
            break
        at += 1
    if end == start or (nouns_only and encoding.lower[end - 1] in {"year", "month", "week", "day", "quarter"}):
        return None
    while start < end - 1 and encoding.lower[start] in _FILLER:
        start += 1
    return start, end


def _is_apart(syntax: Syntax, word: int, end: int) -> bool:
    """Tell whether a noun behind the counted one is not of its phrase: "20 people Monday"."""
    return syntax.is_relation(word, "obl", "nsubj", "obj", "root") and syntax.heads[end - 1] != word


def _is_person(encoding: Encoding, word: int) -> bool:
    noun = sector_of_noun(encoding.lower[word])
    if encoding.lower[word] in {"families", "family", "households"}:
        return False
    if encoding.lower[word] in _PEOPLE or (noun is not None and noun.person):
        return True
    return encoding.words[word][:1].isupper() and country_of_adjective(encoding.words[word]) is not None


def _is_no_figure(encoding: Encoding, syntax: Syntax, joined: Sequence[bool], amount: Amount) -> bool:
    if amount.kind == "time":
        return not _is_extent(encoding, amount)
    if amount.kind != "count":
        return False
    return (
        _is_date(encoding, syntax, amount)
        or _is_part_of_word(encoding, joined, amount)
        or _is_label(encoding, syntax, amount)
        or _is_age(encoding, syntax, amount)
        or _is_mere_one(encoding, syntax, amount)
    )


def _is_extent(encoding: Encoding, amount: Amount) -> bool:
    start = with_modifier(encoding, amount).start
    return start > 0 and encoding.lower[start - 1] in _LASTING


def _is_date(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    lower, start, end = encoding.lower, amount.start, amount.end
    before, after = lower[start - 1] if start else "", lower[end] if end < len(lower) else ""
    if (
        after in _CLOCK
        or before == "past"
        or (before in _MONTHS and amount.low < 2100)
        or (after in _MONTHS and amount.low <= 31)
    ):
        return True
    is_year = end == start + 1 and re.fullmatch(r"1[5-9]\d\d|20\d\d", lower[start]) is not None
    if not is_year:
        return False
    counted = _phrase(encoding, syntax, end)
    if before in _YEAR_CUES or counted is None:
        return True
    return not encoding.lower[counted[1] - 1].endswith(("s", "people", "men", "children"))


def _is_part_of_word(encoding: Encoding, joined: Sequence[bool], amount: Amount) -> bool:
    """Tell whether the number is a piece of a name, a telephone number or a score: "F-16", "24/7", "555-0142"."""
    words, start, end = encoding.words, amount.start, amount.end
    if start and joined[start] and words[start - 1] in {"-", "/", "–", "#", ":", ".", "_", "+", "*"}:
        return True
    if start and joined[start] and words[start - 1][-1].isalnum():
        return True
    if end < len(words) and joined[end] and words[end] in {"/", "–", "-"}:
        return end + 1 < len(words) and joined[end + 1] and (words[end + 1][0].isdigit() or words[end] == "/")
    if end < len(words) and joined[end] and words[end][0].isalpha():
        return True
    glued = [i for i in range(start + 1, end) if words[i] == "-" and joined[i]]
    return bool(glued) and amount.digits and len(words[end - 1]) >= 4 and amount.low < 1000


def _is_label(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    """Tell whether the number names what stands before it: "Article 5", "Boeing 737", or is a name: "Group of Seven"."""
    start = amount.start
    if encoding.line_starts[start] and encoding.words[amount.end : amount.end + 1] in ((".",), (")",)):
        return True
    if start and not encoding.line_starts[start]:
        if encoding.lower[start - 1] in _LABELS and amount.digits:
            return True
        if syntax.upos[start - 1] == "PROPN" and amount.digits and syntax.heads[start] == start - 1:
            return True
        begins = any(s.start == start for s in syntax.sentences)
        if (
            not begins
            and encoding.words[start].istitle()
            and encoding.words[start].isalpha()
            and (_phrase(encoding, syntax, amount.end) is None)
        ):
            return True
    return False


def _is_age(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    lower, start, end = encoding.lower, amount.start, amount.end
    if start and lower[start - 1] in {"aged", "age"}:
        return True
    apposed = start > 1 and lower[start - 1] == "," and syntax.upos[start - 2] == "PROPN"
    return apposed and lower[end : end + 1] in ((",",), (".",)) and amount.low < 120


def _is_mere_one(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    """Tell whether "one" counts nothing: "one of them", "no one", "at one point"."""
    if encoding.lower[amount.start : amount.end] != ("one",):
        return False
    counted = _phrase(encoding, syntax, amount.end)
    return (
        counted is None
        or encoding.lower[counted[1] - 1] in _NO_ONE
        or (
            amount.start > 0
            and encoding.lower[amount.start - 1] in {"no", "this", "that", "which", "each", "every", "any"}
        )
    )


def _compared(encoding: Encoding, syntax: Syntax, found: Sequence[tuple[Amount, Figure]]) -> list[Figure]:
    """Give each figure the next one of its sentence, where the words between compare the two."""
    figures = [figure for _, figure in found]
    for i in range(len(found) - 1):
        (amount, figure), (other, earlier) = found[i], found[i + 1]
        same = syntax.sentence_of[amount.start] == syntax.sentence_of[other.start]
        between = _BETWEEN.fullmatch(encoding.text[figure.span.end : earlier.span.start]) if same else None
        if between is None:
            continue
        told = {"up": "up", "higher": "up", "down": "down", "lower": "down"}.get(between[1] or "")
        order = "up" if figure.low > earlier.low else "down" if figure.low < earlier.low else "same"
        direction: Literal["up", "down", "same"] = told or order  # type: ignore[assignment]
        span = Span(figure.span.end + len(between[0]) - len(between[0].lstrip(", ")), earlier.span.end)
        figures[i] = replace(figure, comparison=Comparison(direction, earlier.low, earlier.high, earlier.unit, (span,)))
    return figures


def _statement_of(figure: Figure, statements: Sequence[Statement]) -> int | None:
    """Return the innermost statement whose content holds the figure: the one with the shortest content."""
    holding = [
        (sum(span.end - span.start for span in statement.content), index)
        for index, statement in enumerate(statements)
        if any(span.start <= figure.span.start and figure.span.end <= span.end for span in statement.content)
    ]
    return min(holding)[1] if holding else None


class Figures:
    """The layer that finds figures."""

    name = "figures"
    requires: tuple[type, ...] = (Encoding, Syntax, Statement, Time)
    provides: tuple[type, ...] = (Figure,)

    def __call__(self, reading: Reading) -> Reading:
        """Find the report's figures."""
        encoding, syntax = reading.the(Encoding), reading.the(Syntax)
        return reading.adding(Figure, find_figures(encoding, syntax, reading.of(Statement), reading.of(Time)))

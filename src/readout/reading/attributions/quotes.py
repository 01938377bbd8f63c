# SPDX-License-Identifier: Apache-2.0
"""Pair quotation marks, of every kind that news is printed in.

Marks are read paragraph by paragraph, left to right, with a stack, so a paragraph costs as much as it has
marks:

* “ ” „ « » ‹ › 「 」 tell by their form whether they open or close, but for “ (closes „) and » « (German
order). * Straight " and '' alternate, by their place beside words; `` opens and '' closes, as wires type
them. * ' and ’ within a word, in "'em", "'90s", "rock 'n' roll" and after a plural ("the ministers’ talks")
are apostrophes;
  behind figures, ' and " are feet and inches. A single mark opens a quotation only where its paragraph
  closes it.
* A quotation that a paragraph does not close ends with the paragraph. If the next paragraph opens with the
  same mark, it goes on there, as printers have it: each paragraph is one quotation, all but the first
  `continued`.

Scare quotes are quotations too; `Quotation.words` tells them from speech.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from readout.reading.paragraphs import paragraphs_of
from readout.text import Span

__all__ = ["Quotation", "find_quotations"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks.

    Attributes:
        span: The quotation with its marks.
        inner: What is quoted, without the marks and the white space beside them.
        closed: Whether it has a closing mark; otherwise it ends with its paragraph.
        continued: Whether it goes on from the paragraph before.
        words: Number of words quoted.
        depth: 0 for a quotation in no other, 1 for one within it, and so on.
    """

    span: Span
    inner: Span
    closed: bool
    continued: bool = False
    words: int = 0
    depth: int = 0


def find_quotations(text: str, regions: Sequence[Span] | None = None) -> list[Quotation]:
    """Find the quotations of a text.

    Args:
        text: Any text.
        regions: The paragraphs to look in, in text order and without overlap; all paragraphs of the text by
            default.

    Returns:
        Quotations by their start, the outer before the inner. Those of depth 0 do not overlap; every
        other lies within one of lesser depth. Time grows linearly with the text.
    """
    paragraphs = regions if regions is not None else [paragraph.span for paragraph in paragraphs_of(text)]
    found: list[Quotation] = []
    unclosed: str | None = None
    for paragraph in paragraphs:
        pairs = _pair_marks(_marks_in(text, paragraph), paragraph)
        quotations = _quotations_of(text, paragraph, pairs)
        if quotations and unclosed == pairs[0].kind and quotations[0].span.start == paragraph.start:
            quotations[0] = replace(quotations[0], continued=True)
        found += quotations
        unclosed = next((pair.kind for pair in pairs if pair.close is None), None)
    return found


# Marks: what each may do at its place.
# -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark: the kind that it opens, if it may, and the kinds that it closes, the likeliest first."""

    start: int
    end: int
    opens: str | None = None
    closes: tuple[str, ...] = ()
    # A single closing mark that may be the apostrophe of a plural.
    is_doubtful: bool = False


_MARK = re.compile(r"[“”„‟«»‹›‘’‚‛「」『』＂\"]|``|`|'+")

# Marks whose form tells: the kind that they open, the kinds that they close. A kind has the name of its
# opening mark.
_BY_FORM: dict[str, tuple[str | None, tuple[str, ...]]] = {
    "“": ("“", ("„",)), "‟": ("“", ()), "”": (None, ("“", "„", '"')), "„": ("„", ()),
    "«": ("«", ("»",)), "»": ("»", ("«",)), "‹": ("‹", ("›",)), "›": ("›", ("‹",)),
    "「": ("「", ()), "」": (None, ("「",)), "『": ("『", ()), "』": (None, ("『",)), "``": ('"', ()),
}  # fmt: skip
_SINGLE_KINDS = frozenset("‘'‚‹›")
# What these open but nothing closes is no quotation: » and › also stand before links and in lists.
_NEVER_UNCLOSED = frozenset("'‚‹›»")

# What may stand before an opening mark, beside white space.
_BEFORE_OPENING = frozenset("([{<—–-―/:;,“‘\"'`„«‹「『…*_¿¡|=>")
_AFTER_OPENING = frozenset('([{“"$£€@#…¿-–—.*')
# Words that have lost their beginning: the mark before them is an apostrophe.
_CLIPPED = re.compile(
    r"(?:\d\ds?|em|til|tis|twas|twere|cause|cos|coz|bout|round|n|nuff|ere|neath|cuz)\b", re.IGNORECASE
)
_FEET = re.compile(r"\d['’]\s?\d{1,2}$")


def _marks_in(text: str, paragraph: Span) -> list[_Mark]:
    """Find the marks of a paragraph that are no apostrophes, feet or inches."""
    marks: list[_Mark] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        for start, end in _cut_run(text, match):
            mark = _read_mark(text, start, end, paragraph)
            if mark is not None:
                marks.append(mark)
    return marks


def _cut_run(text: str, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Cut a run of straight single marks into doubles and singles: ''' opens as '' and ', and closes as ' and ''."""
    start, end = match.span()
    if text[start] != "'" or end - start <= 2:
        yield start, end
        return
    is_odd = bool((end - start) % 2)
    is_opening = end < len(text) and text[end].isalnum()
    if is_odd and not is_opening:
        yield start, start + 1
    first = start + (is_odd and not is_opening)
    yield from ((double, double + 2) for double in range(first, end - 1, 2))
    if is_odd and is_opening:
        yield end - 1, end


def _read_mark(text: str, start: int, end: int, paragraph: Span) -> _Mark | None:
    """Tell what a mark may do, by its form and the characters beside it; None where it is no quotation mark."""
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    mark = text[start:end]
    if mark in _BY_FORM:
        return _Mark(start, end, *_BY_FORM[mark])
    if mark == "‚":
        # It is also typed for a comma.
        return _Mark(start, end, "‚") if before.isspace() and after.isalnum() else None
    read = _read_double if mark in ('"', "＂", "''") else _read_single
    return read(text, Span(start, end), before, after)


def _read_double(text: str, at: Span, before: str, after: str) -> _Mark | None:
    """Read a straight double mark: it opens before a word, closes behind one, or means inches."""
    opens = not after.isspace() and (before.isspace() or before in _BEFORE_OPENING)
    if before.isdigit() and _FEET.search(text[max(0, at.start - 5) : at.start]):
        return None
    # With white space on both sides it can only close: “… 'outreach,' " he said.
    closes = ('"', "“", "„") if not opens else () if before.isspace() else ('"',)
    return _Mark(at.start, at.end, '"' if opens else None, closes) if opens or closes else None


def _read_single(text: str, at: Span, before: str, after: str) -> _Mark | None:
    """Read a single mark: it opens before a word, closes behind one, or is an apostrophe."""
    mark = text[at.start]
    if before.isalnum() and after.isalnum():
        return None
    ends_both = before == "," and after in {'"', "”"}  # "He would say, 'It happens[,'"] he recalled"
    if mark != "’" and (before.isspace() or before in _BEFORE_OPENING) and _may_begin(after) and not ends_both:
        is_clipped = _CLIPPED.match(text, at.end) is not None
        return None if is_clipped else _Mark(at.start, at.end, "‘" if mark in "‘‛" else "'", ("‚",) * (mark == "‘"))
    if mark == "‘":
        return _Mark(at.start, at.end, None, ("‚",))
    if mark == "`" or before.isspace() or after.isalnum():
        return None
    # The second mark of "rock 'n' roll".
    if before in "nN" and at.start >= 2 and text[at.start - 2] in "'‘’":
        return None
    closes = ("‘", "‚", "'") if mark == "’" else ("'", "‘")
    return _Mark(at.start, at.end, None, closes, is_doubtful=before in "sSxz" and after.isspace())


def _may_begin(after: str) -> bool:
    """Tell whether a quotation can begin with this character."""
    return after.isalnum() or after in _AFTER_OPENING


# Pairs.
# --------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Pair:
    """An opening mark and, once it is found, the closing one."""

    kind: str
    opening: _Mark
    close: _Mark | None = None
    # Whether another mark of its kind opened after it while it stood open.
    is_reopened: bool = False


class _Standing:
    """The quotations that stand open, the innermost last."""

    def __init__(self) -> None:
        """Begin with none."""
        self.pairs: list[_Pair] = []
        self._number: Counter[str] = Counter()

    def push(self, pair: _Pair) -> None:
        """Open a quotation."""
        if self._number[pair.kind] and self.pairs[-1].kind == pair.kind:
            self.pairs[-1].is_reopened = True
        self.pairs.append(pair)
        self._number[pair.kind] += 1

    def closed_by(self, mark: _Mark) -> str | None:
        """Return the kind of quotation that a mark closes here; None where it closes none."""
        kind = next((kind for kind in mark.closes if self._number[kind]), None)
        # A single mark does not close past a double one: then it is an apostrophe.
        if kind in _SINGLE_KINDS and self.pairs[-1].kind not in _SINGLE_KINDS:
            return None
        return kind

    def close(self, kind: str, mark: _Mark) -> None:
        """Close the innermost quotation of a kind; what was opened in it and not closed is none."""
        while True:
            pair = self.pairs.pop()
            self._number[pair.kind] -= 1
            if pair.kind == kind:
                pair.close = mark
                return


def _pair_marks(marks: Sequence[_Mark], paragraph: Span) -> list[_Pair]:
    """Pair the marks of a paragraph; returns the quotations by their start."""
    pairs: list[_Pair] = []
    standing = _Standing()
    for place, mark in enumerate(marks):
        kind = standing.closed_by(mark)
        if kind is not None:
            if not (mark.is_doubtful and _is_closed_better(marks, place)):
                standing.close(kind, mark)
        elif mark.opens is not None:
            pairs.append(_Pair(mark.opens, mark))
            standing.push(pairs[-1])
    unclosed = _unclosed_of(standing.pairs, paragraph)
    return [pair for pair in pairs if pair.close is not None or pair is unclosed]


def _is_closed_better(marks: Sequence[_Mark], place: int) -> bool:
    """Tell whether the mark behind one that may be a plural's apostrophe closes the same quotation without doubt."""
    following = marks[place + 1] if place + 1 < len(marks) else None
    return following is not None and following.closes == marks[place].closes and not following.is_doubtful


def _unclosed_of(open_pairs: Sequence[_Pair], paragraph: Span) -> _Pair | None:
    """Choose the quotation that a paragraph leaves open; what else stands open is a stray mark."""
    outermost = open_pairs[0] if open_pairs else None
    if outermost is None or outermost.kind in _NEVER_UNCLOSED or outermost.is_reopened:
        return None
    if outermost.kind == "‘" and outermost.opening.start != paragraph.start:
        return None
    return outermost


# Quotations.
# ---------------------------------------------------------------------------------------------------------

_WORD = re.compile(r"\w+(?:[’'.,:-]\w+)*")


def _quotations_of(text: str, paragraph: Span, pairs: Sequence[_Pair]) -> list[Quotation]:
    """Measure the quotations of a paragraph."""
    if not pairs:
        return []
    word_starts = [match.start() for match in _WORD.finditer(text, paragraph.start, paragraph.end)]
    found: list[Quotation] = []
    outer_ends: list[int] = []
    for pair in pairs:
        span = Span(pair.opening.start, pair.close.end if pair.close else paragraph.end)
        inner = _trim(text, pair.opening.end, pair.close.start if pair.close else paragraph.end)
        while outer_ends and outer_ends[-1] <= span.start:
            outer_ends.pop()
        if inner is not None:
            words = bisect_left(word_starts, inner.end) - bisect_left(word_starts, inner.start)
            depth = len(outer_ends)
            found.append(Quotation(span, inner, pair.close is not None, words=words, depth=depth))
            outer_ends.append(span.end)
    return found


def _trim(text: str, start: int, end: int) -> Span | None:
    """Leave white space out at both ends; None where nothing else is there."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None

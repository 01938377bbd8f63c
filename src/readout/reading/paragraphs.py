# SPDX-License-Identifier: Apache-2.0
"""Cut a text into paragraphs, whether a blank line, a line's end or an indent parts them.

Reports come in three layouts: paragraphs parted by blank lines, one paragraph to a line, and lines broken
at a fixed width, as old wires and mail have them. The third is told by its lines being full: the next
line's first word would not have fitted. In the other two every line is a paragraph of its own, so a
caption's line stays apart from its credit's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from readout.text import Span

__all__ = ["Paragraph", "paragraphs_of"]

_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
# Begins and ends with what is no white space, so no line needs trimming; linear, since white space is only
# tried again at a line's end.
_LINE = re.compile(rf"\S(?:[^{_BREAKS}]*\S)?")
_BREAK = re.compile(rf"\r\n|[{_BREAKS}]")
_FIRST_WORD = re.compile(r"\S+")
_SPEAKER = re.compile(
    r"[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){0,4}:\s"
)  # "SECRETARY-GENERAL: …" begins what somebody else says

# Lines broken by a machine are 40 to 120 wide; longer ones are paragraphs.
_NARROWEST, _WIDEST = 40, 120
# Fewer breaks than these prove nothing; of more, six in ten lines must be full (tables and lists are in
# between).
_FEWEST_BREAKS = 3
_FULL_SHARE = 0.6
# A ragged edge: how far a full line may fall short of the usual width.
_RAGGED = 3

_STOPS = frozenset(".!?:;\"”’'…)]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a text.

    Attributes:
        span: Where it stands, without white space at its ends. It may hold line breaks where lines are full.
        block: Number of the run of paragraphs, without a blank line between them, that it belongs to.
    """

    span: Span
    block: int


def paragraphs_of(text: str) -> list[Paragraph]:
    """Find the paragraphs of a text.

    Args:
        text: Any text.

    Returns:
        The paragraphs in text order; between them stands only white space. Linear in the text's length.
    """
    lines = _lines_of(text)
    width = _width_of(text, lines)
    return lines if width is None else _join_full_lines(text, lines, width)


def _lines_of(text: str) -> list[Paragraph]:
    """Find the lines that are not blank, each with the number of its block."""
    lines: list[Paragraph] = []
    end, block = 0, 0
    for match in _LINE.finditer(text):
        if lines and _is_blank_line_in(text[end : match.start()]):
            block += 1
        lines.append(Paragraph(Span(*match.span()), block))
        end = match.end()
    return lines


def _is_blank_line_in(gap: str) -> bool:
    """Tell whether white space between two lines holds more than one line's end."""
    return gap != "\n" and len(_BREAK.findall(gap)) > 1


def _width_of(text: str, lines: Sequence[Paragraph]) -> int | None:
    """Return the width at which a machine broke the lines; None where none did."""
    inner = [(one, two) for one, two in pairwise(lines) if one.block == two.block]
    if len(inner) < _FEWEST_BREAKS:
        return None
    lengths = sorted(one.span.end - one.span.start for one, _ in inner)
    # The widest but for a tenth: a table or an address may stick out.
    width = lengths[len(lengths) * 9 // 10]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    full = sum(_is_full(text, one, two, width) for one, two in inner)
    return width if full >= _FULL_SHARE * len(inner) else None


def _is_full(text: str, line: Paragraph, following: Paragraph, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted on a line."""
    if _SPEAKER.match(text, following.span.start) and not following.span.of(text).isupper():
        return False
    word = _FIRST_WORD.match(text, following.span.start, following.span.start + _WIDEST)
    room = width - _RAGGED - (line.span.end - line.span.start)
    return word is None or word.end() - word.start() + 1 > room


def _join_full_lines(text: str, lines: Sequence[Paragraph], width: int) -> list[Paragraph]:
    """Join the lines of a text that a machine broke."""
    joined: list[Paragraph] = []
    previous: Paragraph | None = None
    for line in lines:
        if previous is not None and previous.block == line.block and _runs_on(text, previous, line, width):
            joined[-1] = Paragraph(Span(joined[-1].span.start, line.span.end), line.block)
        else:
            joined.append(line)
        previous = line
    return joined


def _runs_on(text: str, line: Paragraph, following: Paragraph, width: int) -> bool:
    """Tell whether a broken line goes on in the next."""
    if _is_full(text, line, following, width):
        return True
    if text[line.span.end - 1] in _STOPS:
        return False
    # A short line without a stop, and no capital after it. Old wires are all in capitals and ragged.
    return text[following.span.start].islower() or (line.span.of(text).isupper() and following.span.of(text).isupper())

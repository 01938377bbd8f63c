# SPDX-License-Identifier: Apache-2.0
"""The words of a report with the encoder's scores for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from readout.model import Model, Scores
from readout.reading.paragraphs import paragraphs_of
from readout.reading.reading import Reading
from readout.text import Span, words_of

__all__ = ["Encoding", "Encodings", "encode"]


@dataclass(frozen=True)
class Encoding:
    """The words of a text and every head's scores for them.

    Attributes:
        text: The text as it was given.
        spans: Place of each word in the text.
        words: The words themselves.
        line_starts: Whether each word is the first of its line; lines broken at a fixed width are one.
        scores: One row for each word.
    """

    text: str
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    line_starts: tuple[bool, ...]
    scores: Scores

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(word.lower() for word in self.words)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The different words in lower case."""
        return frozenset(self.lower)

    @cached_property
    def lines(self) -> tuple[tuple[int, int], ...]:
        """The lines, as half-open ranges of words."""
        starts = [i for i, first in enumerate(self.line_starts) if first]
        return tuple(pairwise([*starts, len(self.words)]))

    @cached_property
    def line_numbers(self) -> tuple[int, ...]:
        """The number of each word's line, from 0."""
        return tuple(n for n, (start, end) in enumerate(self.lines) for _ in range(start, end))

    def span(self, start_word: int, end_word: int) -> Span:
        """Return the characters of a half-open, non-empty range of words."""
        return Span(self.spans[start_word].start, self.spans[end_word - 1].end)


def encode(model: Model, text: str, words: Sequence[Span] | None = None) -> Encoding:
    """Score a text's words.

    Args:
        model: The encoder.
        text: Any text.
        words: Its words, where they are known (a treebank's); `words_of(text)` if None.
    """
    spans = tuple(words_of(text) if words is None else words)
    forms = tuple(text[span.start : span.end] for span in spans)
    starts = {paragraph.span.start for paragraph in paragraphs_of(text)}
    line_starts = tuple(i == 0 or span.start in starts for i, span in enumerate(spans))
    return Encoding(text, spans, forms, line_starts, model.score(forms, line_starts))


class Encodings:
    """The layer that runs the encoder, once for all the others."""

    name = "encodings"
    requires: tuple[type, ...] = ()
    provides: tuple[type, ...] = (Encoding,)

    def __init__(self, model: Model) -> None:
        """Read with the given model."""
        self._model = model

    def __call__(self, reading: Reading) -> Reading:
        """Encode the report's text."""
        return reading.adding(Encoding, [encode(self._model, reading.report.text)])

# SPDX-License-Identifier: Apache-2.0
"""A report's text as a page of paragraphs: what the rules for its parts ask of it again and again."""

from __future__ import annotations

import re
from typing import Literal

from readout.reading.paragraphs import paragraphs_of

__all__ = ["Kinds", "Page", "PartKind", "is_ended", "is_stopped", "sentences_in"]

PartKind = Literal[
    "headline", "standfirst", "byline", "dateline", "caption", "credit", "body", "source_line", "boilerplate"
]

# The kind of every paragraph, None while it is not known.
Kinds = list[PartKind | None]

# Enough to tell a report in capitals from one whose headline is.
_LOOKED_AT = 4000
# Of the lines long enough to be sentences, captions and standfirsts have no stop, and rarely make up more
# than half.
_STOPPED_SHARE = 0.3

_SENTENCE_END = re.compile(r"[.!?][”\"’')\]]?(?=\s+[“\"‘A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|St|No|U\.S|U\.N|U\.K)\.)$")
_FINAL = ".!?"
_CLOSERS = "”\"’')]"
_OPENING = re.compile(r"[A-Z][A-Z'’. -]{2,30}(?:, [A-Z][\w. ]{2,20})?(?: \([^()\n]{2,30}\))? (?:—|–|--|-) (?=[A-Z“\"])")
_ITEMS = 3  # paragraphs that open with a place in capitals make a digest
_SPEAKER = re.compile(r"[A-Z][A-Z.'’ -]{1,40}:\s")


class Page:
    """A text's paragraphs and what the rules ask of them again and again."""

    def __init__(self, text: str) -> None:
        """Cut the text into paragraphs."""
        self.text = text
        self.paragraphs = paragraphs_of(text)
        self.lines = [paragraph.span.of(text) for paragraph in self.paragraphs]
        letters = [character for character in text[:_LOOKED_AT] if character.isalpha()]
        self.is_capitals = sum(map(str.isupper, letters)) > 0.9 * len(letters)
        prose = [line for line in self.lines[:60] if len(line) > 60]
        # Two speakers in capitals before a colon are a conversation, not two places.
        self.is_transcript = sum(bool(_SPEAKER.match(line)) for line in self.lines) > 1
        self.is_digest = sum(bool(_OPENING.match(line)) for line in self.lines) >= _ITEMS
        self.uses_stops = sum(map(is_ended, prose)) >= _STOPPED_SHARE * len(prose)
        self.has_capitals = any(map(str.isupper, letters))

    def __len__(self) -> int:
        return len(self.lines)

    def are_in_one_block(self, first: int, second: int) -> bool:
        """Tell whether no blank line stands between two paragraphs."""
        inside = min(first, second) >= 0 and max(first, second) < len(self)
        return inside and self.paragraphs[first].block == self.paragraphs[second].block


def is_stopped(line: str) -> bool:
    """Tell whether a line ends in a full stop; a question or a cry may be a title."""
    bare = line.rstrip(_CLOSERS)
    return bare.endswith(".") and not bare.endswith("..")


def is_ended(line: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    bare = line.rstrip(_CLOSERS)
    return bool(bare) and (bare[-1] in _FINAL or bare[-1] == "…")


def sentences_in(line: str) -> list[str]:
    """Cut a short line into sentences, well enough to count them."""
    found: list[str] = []
    start = 0
    for match in _SENTENCE_END.finditer(line):
        if not _ABBREVIATION.search(line, max(0, match.end() - 8), match.end()):
            found.append(line[start : match.end()])
            start = match.end()
    return [*found, line[start:]]

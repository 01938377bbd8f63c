# SPDX-License-Identifier: Apache-2.0
"""Lay a report's text out in blocks: headline, captions, paragraphs. Every word of it is in one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from readout.record import Record
from readout.text import Span

__all__ = ["Block", "blocks_of"]

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of one kind, with parts of other kinds that stand in its lines: a dateline, a credit."""

    kind: str
    span: Span
    inline: tuple[tuple[str, Span], ...] = ()


def blocks_of(record: Record) -> list[Block]:
    """Cut the text into blocks, in order; white space between them is left out.

    Words that are in no part are blocks of kind `other`; unless no part is the body, for then they are. Parts
    that share a line are one block.
    """
    text = record.report.text
    pieces = list(_pieces(record))
    blocks: list[Block] = []
    row: list[tuple[str, Span]] = []
    for kind, span in pieces:
        if row and "\n" in text[row[-1][1].end : span.start]:
            blocks.append(_joined(row))
            row = []
        row.append((kind, span))
    return [*blocks, _joined(row)] if row else blocks


def _joined(row: list[tuple[str, Span]]) -> Block:
    """Make one block of what shares a line; the body is the block, and what is not the block is set in it."""
    kinds = [kind for kind, _ in row]
    outer = "body" if "body" in kinds else kinds[0]
    inline = tuple((kind, span) for kind, span in row if kind != outer)
    return Block(outer, Span(row[0][1].start, row[-1][1].end), inline)


def _pieces(record: Record) -> Iterator[tuple[str, Span]]:
    """Give paragraphs with their kind, without the white space around them."""
    text = record.report.text
    parts = sorted(record.report.parts, key=lambda part: (part.start, part.end))
    between = "other" if any(part.kind == "body" for part in parts) else "body"
    position = 0
    for part in parts:
        start = max(part.start, position)
        yield from _paragraphs(between, Span(position, start), text)
        yield from _paragraphs(part.kind, Span(start, max(start, part.end)), text)
        position = max(position, part.end)
    yield from _paragraphs(between, Span(position, len(text)), text)


def _paragraphs(kind: str, span: Span, text: str) -> Iterator[tuple[str, Span]]:
    """Cut at blank lines; a text that has none has a paragraph in every line."""
    boundary = _BLANK_LINE if _BLANK_LINE.search(text) else re.compile("\n")
    start = span.start
    edges = [(found.start(), found.end()) for found in boundary.finditer(text, span.start, span.end)]
    for end, following in [*edges, (span.end, span.end)]:
        words = text[start:end]
        if words.strip():
            first = start + len(words) - len(words.lstrip())
            yield kind, Span(first, first + len(words.strip()))
        start = following

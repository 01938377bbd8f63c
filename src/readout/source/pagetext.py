# SPDX-License-Identifier: Apache-2.0
"""What was extracted from a page, as plain text: a blank line between paragraphs, a line's end where the page has one.

The blank line keeps paragraphs apart whatever their lengths are, so that lines broken by <br> stay one block and nothing is
taken for text of a fixed width.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["text_of_body"]

_LINE_END = "lb"
# Characters. A cell of a table of figures or names is shorter; a paragraph is longer.
_LONGEST_CELL = 200
_LINE_ENDS = re.compile(r"\n+")
_BLANK_LINES = re.compile(r"\n{2,}")
# Where the page's code breaks a line it means nothing.
_SPACE = re.compile(r"\s+")


def text_of_body(body: _Element) -> str:
    """Write the body that was extracted from a page as plain text.

    Args:
        body: Paragraphs, headings, quotations, lists and tables, in the words of TEI as trafilatura uses them.

    Returns:
        One block for each, parted by blank lines; an item of a list or a row of a table is a line, its cells parted by tabs.
        White space within a line is one space. Linear in the size of the body.
    """
    blocks = [*_text_block(body.text or "")]
    for element in body:
        blocks += _block_of(element)
        blocks += _text_block(element.tail or "")
    return "\n\n".join(block for block in blocks if block)


def _text_block(text: str) -> Iterator[str]:
    if text and not text.isspace():
        yield _lines([text])


def _block_of(element: _Element) -> Iterator[str]:
    """Return the blocks of one element: a quotation may have several paragraphs."""
    match element.tag:
        case "list":
            yield "\n".join(_lines(_pieces(item)) for item in element.iter("item") if item.getparent() is element)
        case "table":
            yield from _table(element)
        case "quote" if any(child.tag in {"p", "quote", "list"} for child in element):
            yield _lines([element.text or ""])
            for child in element:
                yield from _block_of(child)
                yield _lines([child.tail or ""])
        case _:
            yield _lines(_pieces(element))


def _table(table: _Element) -> Iterator[str]:
    """Return a table as one block, or, where a page was laid out with it, each of its cells as blocks of text."""
    rows = [[_lines(_pieces(cell)) for cell in row.iter("cell")] for row in table.iter("row")]
    if all("\n" not in cell and len(cell) <= _LONGEST_CELL for row in rows for cell in row):
        yield "\n".join("\t".join(row) for row in rows if any(row))
    else:
        for row in rows:
            for cell in row:
                yield _LINE_ENDS.sub("\n\n", cell)


def _pieces(element: _Element) -> Iterator[str]:
    """Return the texts in an element, with a line's end where it has one and where a nested item begins."""
    for part in element.iter():
        if part.tag in {_LINE_END, "item", "p"} and part is not element:
            yield "\n"
        if isinstance(part.tag, str):
            yield _SPACE.sub(" ", part.text or "")
        if part is not element:
            yield _SPACE.sub(" ", part.tail or "")


def _lines(pieces: Iterable[str]) -> str:
    """Join pieces to lines without white space at their ends; two line ends and more begin a block, as on old pages."""
    lines = "\n".join(" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return _BLANK_LINES.sub("\n\n", lines.strip("\n"))

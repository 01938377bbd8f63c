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
            yield "\n".join("\t".join(_lines(_pieces(cell)).replace("\n", " ") for cell in row.iter("cell")) for row in element.iter("row"))
        case "quote" if any(child.tag in {"p", "quote", "list"} for child in element):
            yield _lines([element.text or ""])
            for child in element:
                yield from _block_of(child)
                yield _lines([child.tail or ""])
        case _:
            yield _lines(_pieces(element))


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
    """Join pieces to lines without white space at their ends."""
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)

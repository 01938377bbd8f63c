# SPDX-License-Identifier: Apache-2.0
"""The text of markup that is all article, paragraph by paragraph: a body of HTML, XHTML or NITF.

Nothing is chosen here: what an agency or a table gives as the body of a report is the report. Pages, of which most is no
article, go through `readout.source.pages`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from readout.errors import SourceError

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["text_from_element", "text_from_markup"]

# Elements that stand on lines of their own, of HTML and of NITF.
_BLOCKS = frozenset(
    "p div section article header footer aside main h1 h2 h3 h4 h5 h6 hl1 hl2 ul ol li dl dt dd table tr blockquote pre "
    "figure figcaption hr address nav form body body.head body.content body.end block bq byline byttl dateline abstract "
    "hedline media media-caption note distributor tagline fn th td center".split()
)
# Cells of one row stand on one line.
_CELLS = frozenset({"td", "th"})
# What is never read: no words, or none of the report.
_SILENT = frozenset(
    "script style head template noscript iframe object svg math button select option audio video canvas media-metadata "
    "media-reference docdata title".split()
)
# As HTML has it; a no-break space is a character of the text.
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BREAK = "\n"


def text_from_markup(markup: str, *, label: str) -> str:
    """Return the text of a body of HTML or XHTML.

    Args:
        markup: The body, or a part of one.
        label: What it is called in messages.

    Raises:
        SourceError: If there are no words in it.
    """
    from lxml import etree, html

    # As bytes, so that an encoding that the markup declares is of no account.
    data = markup.replace("\0", "").encode("utf-8", "replace")
    try:
        root = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise SourceError(f"{label} is HTML without words; expected the text of a report") from error
    return text_from_element(root)


def text_from_element(root: _Element) -> str:
    """Return the text under an element: blocks as paragraphs, white space as a browser shows it."""
    paragraphs: list[list[str]] = [[]]
    for piece in _pieces(root):
        if piece is None:
            paragraphs.append([])
        else:
            paragraphs[-1].append(piece)
    lines = ("".join(pieces) for pieces in paragraphs)
    return "\n\n".join(filter(None, map(_tidied, lines)))


def _tidied(paragraph: str) -> str:
    """Take the white space away that no reader sees."""
    lines = (_SPACE.sub(" ", line).strip(" ") for line in paragraph.split("\v"))
    return "\n".join(filter(None, lines))


def _pieces(root: _Element) -> Iterator[str | None]:
    """Return the pieces of text in order, None where a block begins or ends.

    An explicit stack, for markup that is nested deeper than Python calls.
    """
    stack: list[tuple[_Element, bool]] = [(root, False)]
    while stack:
        element, is_left = stack.pop()
        name = _name(element)
        if not is_left and name not in _SILENT:
            yield from _edge(name)
            yield element.text or ""
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
            continue
        if is_left:
            yield from _edge(name)
        if element is not root:
            yield element.tail or ""


def _edge(name: str) -> Iterator[str | None]:
    """Return what stands between an element of this name and its neighbours."""
    if name == "br":
        yield "\v"
    elif name in _CELLS:
        yield " "
    elif name in _BLOCKS:
        yield None


def _name(element: _Element) -> str:
    """Return an element's name without its namespace; comments and instructions have none and are silent."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else "script"

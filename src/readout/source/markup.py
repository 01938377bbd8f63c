# SPDX-License-Identifier: Apache-2.0
"""Tell a page of HTML from the text of a report, which may mention a tag or carry a few."""

from __future__ import annotations

import re

__all__ = ["markup_in"]

# What a page or a document begins with, after white space and comments.
_COMMENT = re.compile(r"\s*<!--(?:(?!-->).){0,20000}-->", re.DOTALL)
_OPENING = re.compile(r"\s*<(?:(?P<xml>\?xml\b)|!doctype\s+html|html\b|head\b|body\b)", re.IGNORECASE)

# Tags of layout, which no writer types; <b>, <i> and <a> occur in texts taken from feeds.
_LAYOUT = re.compile(
    r"</?(?:p|div|span|section|article|header|footer|nav|main|aside|figure|figcaption|h[1-6]|ul|ol|li|table|tr|td|th|"
    r"script|style|meta|link|img|br|form|input|button|iframe|body|head)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
# A page has a tag of layout every 50 to 150 characters. A report about web pages does not reach one in 400.
_CHARACTERS_PER_TAG = 400
_FEWEST_TAGS = 6

# A page shows itself early; more is not looked at.
_LOOKED_AT = 200_000


def markup_in(text: str) -> str | None:
    """Tell whether a text is a page's source and not what the page says.

    Args:
        text: The whole text; its first 200,000 characters are looked at.

    Returns:
        "HTML" or "XML", or None where it is a text.
    """
    head = text[:_LOOKED_AT].removeprefix("\ufeff")
    comment = _COMMENT.match(head)
    opening = _OPENING.match(head, comment.end() if comment else 0)
    if opening:
        is_xml = opening["xml"] is not None and "<html" not in head[:1000].lower()
        return "XML" if is_xml else "HTML"
    tags = sum(1 for _ in _LAYOUT.finditer(head))
    return "HTML" if tags >= max(_FEWEST_TAGS, len(head) / _CHARACTERS_PER_TAG) else None

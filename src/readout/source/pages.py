# SPDX-License-Identifier: Apache-2.0
"""A page of HTML to the report that stands on it.

The text is what trafilatura takes for the article, with a blank line between paragraphs; the page's title stands before it where
the article begins without a headline. What the page says of the report (`pagemeta`) goes with it, each detail with its basis.
The same bytes give the same report on any day.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from readout.errors import SourceError
from readout.source.details import Details
from readout.source.extras import missing_archive
from readout.source.markup import markup_in
from readout.source.pagecode import code_of_page
from readout.source.pagemeta import details_of, headings_in
from readout.source.pagetext import text_of_body
from readout.source.received import Received
from readout.source.texts import report_from_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["received_from_page"]

# Words. A flash of the news has 15 and more; what is shorter is a button, a caption or a notice.
_FEWEST_WORDS = 12
# A headline stands among the first lines of the article: below a rubric, above a standfirst.
_FIRST_LINES = 4

# What stands on a page in place of the article. Reports are about such things too, so it must be most of a short text.
_NOTICE = re.compile(
    r"\bcookies?\b|\bwe (?:value|respect|care about) your privacy\b|\bour (?:\d+ )?partners\b|\bconsent\b|\bprivacy policy\b|"
    r"\b(?:enable|turn on|requires?) javascript\b|\bjavascript (?:is|has been|must be)\b|\byour browser\b|\bad ?blocker\b|"
    r"\bare (?:a|not a) (?:human|robot)\b|\bunusual traffic\b|\baccess (?:is |to this page (?:is|has been) )?denied\b|"
    r"\b(?:page|article|story) (?:(?:you (?:are looking for|requested) )?(?:could not|cannot|can't) be found|not found)\b|"
    r"\b(?:page|article|story) no longer exists\b|"
    r"\b(?:subscribe|log ?in|sign in|register) (?:now |here |or \w+ )?to (?:continue|read|keep)\b|\balready a subscriber\b|"
    r"\bto continue reading\b",
    re.IGNORECASE,
)
# A notice quotes nobody.
_SAID = re.compile(r"\b(?:said|says|told|according to)\b", re.IGNORECASE)
_LONGEST_NOTICE = 2500
_NOTICE_SHARE = 0.4

# Extraction compares every piece of a paragraph with every other: 3,000 take half a second, 30,000 a minute.
_INLINE = frozenset("a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong "
                    "sub sup time tt u var wbr".split())  # fmt: skip
_MOST_INLINE = 3000


def received_from_page(
    data: bytes,
    *,
    address: str,
    url: str | None = None,
    encoding: str | None = None,
    content_type: str | None = None,
    given: Details | None = None,
    otherwise: Details | None = None,
) -> Received:
    """Take the report from a page.

    Args:
        data: The page as it was received, decompressed.
        address: Where it was found, as of `Received`; named in messages. Where that is `url`, the address that the page gives
            as its own, on the same site, takes its place.
        url: The address it was fetched from, where it was.
        encoding: Its encoding where the caller knows it.
        content_type: The header of that name that came with it.
        given: What the caller says of it; counts more than what the page says.
        otherwise: What a feed or an archive says of it; counts where the page says nothing.

    Returns:
        The report, with who gave which detail.

    Raises:
        SourceError: If there is no article on the page, or it is none.
        ConfigError: If the libraries for it are not installed, or the day that the caller gives is none.
    """
    name = repr(address)
    code = code_of_page(data, name=name, encoding=encoding, content_type=content_type)
    tree = _tree_of(code, name)
    stated = details_of(tree, url=url)
    headings = headings_in(tree)
    text = _article_in(tree, name)
    values, basis = Details.weigh(giver for giver in (given, stated, otherwise, _as_fetched(url)) if giver)
    title = values.get("title")
    if title and not _has_headline(text, (title, *headings)):
        text = f"{title}\n\n{text}"
    report = report_from_text(
        text,
        name=name,
        published=values.get("published"),
        publisher=values.get("publisher"),
        url=values.get("url"),
        title=title,
    )
    # The text tells its language; what the page says of it is often that of its frame.
    language = report.language or values.get("language")
    kept = {detail: giver for detail, giver in basis.items() if detail != "language" or values["language"] == language}
    return Received(
        report=replace(report, language=language),
        # By whichever link a page was reached, it stands where it says that it stands.
        address=stated.url or address if url == address else address,
        author=values.get("author"),
        basis=kept,
    )


def _as_fetched(url: str | None) -> Details | None:
    """Return the address that the caller fetched, for pages that do not give their own."""
    return Details(basis="caller", url=url) if url else None


def _tree_of(code: str, name: str) -> HtmlElement:
    """Parse a page, or say what it is instead."""
    try:
        from trafilatura.utils import load_html
    except ImportError as error:
        raise missing_archive("reading a page", error) from error
    _silence()
    if "<" not in code or (markup_in(code) == "XML" and "<html" not in code.lower()):
        raise SourceError(f"{name} is no page of HTML; expected one: give a text as a text file, a feed by its address")
    # A piece of a page is refused unless it is wrapped.
    tree = load_html(
        code if re.search(r"<(?:html|body)\b", code, re.IGNORECASE) else f"<html><body>{code}</body></html>"
    )
    if tree is None:
        raise SourceError(
            f"{name} has no content that could be read (it is empty or its elements are nested too deep); "
            "open the page, save its text and read that"
        )
    _check_paragraphs(tree, name)
    return tree


def _silence() -> None:
    """Keep what the libraries log, which is said again in the error, from standard error where nobody set up logging."""
    for library in ("trafilatura", "htmldate"):
        logger = logging.getLogger(library)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def _check_paragraphs(tree: HtmlElement, name: str) -> None:
    """Refuse pages with a paragraph in more pieces than extraction gets through."""
    owners: dict[HtmlElement, HtmlElement] = {}
    pieces: Counter[HtmlElement] = Counter()
    for element in tree.iter(*_INLINE):
        parent = element.getparent()
        owners[element] = owner = owners.get(parent, parent)
        pieces[owner] += 1
    if pieces and max(pieces.values()) > _MOST_INLINE:
        raise SourceError(
            f"{name} has a paragraph in {max(pieces.values()):,} pieces, more than {_MOST_INLINE:,}; "
            "expected the page of one report: save its text and read that"
        )


def _article_in(tree: HtmlElement, name: str) -> str:
    """Extract the article, or say that there is none."""
    from trafilatura import bare_extraction

    frames = tree.find(".//frameset") is not None
    # "python": without metadata, which would look for a date in text and address, up to the day of running.
    document = bare_extraction(tree, include_comments=False, with_metadata=False)
    body = getattr(document, "body", None)
    text = text_of_body(body) if body is not None else ""
    if len(text.split()) < _FEWEST_WORDS:
        found = (
            "only frames, whose pages have addresses of their own" if frames else f"{len(text.split())} words of text"
        )
        raise SourceError(
            f"{name} has no article that could be found, {found} (its text may come by a script); "
            "open the page, save its text and read that"
        )
    if _is_notice(text):
        raise SourceError(
            f"{name} shows a notice instead of an article: {text[:80]!r}…; open the page, save its text and read that"
        )
    return text


def _is_notice(text: str) -> bool:
    """Tell whether a text asks for consent, a subscription or another browser, or says that there is no page."""
    if len(text) > _LONGEST_NOTICE or _SAID.search(text):
        return False
    lines = text.splitlines()
    about = sum(len(line) for line in lines if _NOTICE.search(line))
    return about > _NOTICE_SHARE * len(text)


def _has_headline(text: str, titles: Iterable[str]) -> bool:
    """Tell whether a text begins with one of its page's titles."""
    first = [_bare(line) for line in text.split("\n", _FIRST_LINES * 2)[:-1] or [text] if line][:_FIRST_LINES]
    return any(bare and any(line == bare for line in first) for bare in map(_bare, titles))


def _bare(line: str) -> str:
    """Return the letters and digits of a line, as titles differ in quotation marks, dashes and case."""
    return "".join(filter(str.isalnum, line.casefold()))

# SPDX-License-Identifier: Apache-2.0
"""News items in NewsML-G2, the XML of the IPTC, alone or in a message; and in NITF alone.

XML is read without entities, document types and the network: a document that declares entities is refused, since nothing
that an agency sends needs them and everything that an attacker sends does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from readout.errors import SourceError
from readout.source.blocks import text_from_element, text_from_markup
from readout.source.days import day_from
from readout.source.details import Details
from readout.source.pieces import Opened, Pending, Pieces
from readout.source.receipts import received_from_text, web_address, with_headline
from readout.source.received import Received
from readout.source.streams import bounded

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["pieces_of_newsml"]

# A message with hundreds of items; more are sent as several.
_LARGEST = 32_000_000
_DECLARATION = "<!ENTITY"

_OTHER_ITEMS = {
    "packageItem": "a package, which names items and holds none",
    "conceptItem": "a concept",
    "knowledgeItem": "a set of concepts",
    "planningItem": "a plan of coverage",
    "catalogItem": "a catalogue",
    "NewsML": "NewsML 1, the standard before NewsML-G2",
}


def pieces_of_newsml(opened: Opened) -> Pieces:
    """Make a report of each news item of a document.

    Args:
        opened: The document.

    Raises:
        SourceError: If it is no XML, declares entities, or holds no news item.
    """
    data = bounded(opened.stream, _LARGEST, label=opened.label, what="a message of news items")
    root = _parsed(data, opened.label)
    items = [root] if _name(root) == "nitf" else list(_named(root, "newsItem"))
    if not items:
        what = _OTHER_ITEMS.get(_name(root), "a message without news items")
        raise SourceError(
            f"{opened.label} is {what}; expected a news item (newsItem) with a text: give the items themselves"
        )
    for number, item in enumerate(items, start=1):
        address = opened.found.address if len(items) == 1 else f"{opened.found.address}!/{number}"
        label = opened.label if len(items) == 1 else f"item {number} of {opened.label}"
        yield Pending(address=address, make=partial(_received, item, address=address, label=label))


def _parsed(data: bytes, label: str) -> _Element:
    """Read XML, safely."""
    from lxml import etree

    for encoding in ("ascii", "utf-16-le", "utf-16-be"):
        if _DECLARATION.encode(encoding) in data:
            raise SourceError(f"{label} declares entities, which may hide a bomb; write it without a document type")
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(f"{label} is no well-formed XML: {error}; mend it or get it again") from error


def _received(item: _Element, *, address: str, label: str) -> Received:
    """Read an item."""
    _refuse_unpublished(item, label)
    guid = item.get("guid")
    told = _details(item)
    text = with_headline(_text_of(item, label), told.title)
    return received_from_text(text, address=guid or address, label=label, told=[told])


def _details(item: _Element) -> Details:
    """Read what an item says of its report, in its metadata and, where these are silent, in the head of its NITF."""
    meta = _first(item, "itemMeta")
    content = _first(item, "contentMeta")
    head = _first(item, "body.head")
    links = (link.get("href") for link in _named(item, "link") if (link.get("rel") or "").endswith("canonical"))
    return Details(
        basis="metadata",
        title=_words(_main(content, "headline")) or _words(_first(head, "hl1")) or _words(_first(meta, "title")),
        author=_words(_first(content, "by")) or _words(_first(head, "byline")) or _party(_first(content, "creator")),
        published=_day_of(item, meta, content),
        publisher=_publisher_of(meta, content, item),
        url=web_address(next(filter(None, links), None)) or web_address(item.get("guid")),
        language=_language_of(item, content),
    )


def _day_of(item: _Element, meta: _Element | None, content: _Element | None) -> str | None:
    """Return the day of this version: another version is another text, with another day."""
    said = [
        _words(_first(meta, "versionCreated")),
        _words(_first(content, "contentModified")),
        _words(_first(content, "contentCreated")),
        _words(_first(meta, "firstCreated")),
        *(date.get("norm") for name in ("date.release", "date.issue", "story.date") for date in _named(item, name)),
    ]
    return next(filter(None, map(day_from, said)), None)


def _publisher_of(meta: _Element | None, content: _Element | None, item: _Element) -> str | None:
    """Return who gave the item out: its provider by name, its source, its credit line, else its provider by code."""
    provider = _first(meta, "provider")
    named = _words(_first(provider, "name")) or _party(_first(content, "infoSource"))
    return named or _words(_first(content, "creditline")) or _party(provider) or _words(_first(item, "distributor"))


def _language_of(item: _Element, content: _Element | None) -> str | None:
    """Return the two letters of the content's language."""
    language = _first(content, "language")
    tag = (language.get("tag") if language is not None else None) or _xml_lang(item) or ""
    first = tag.partition("-")[0].lower()
    return first if len(first) == 2 else None


def _refuse_unpublished(item: _Element, label: str) -> None:
    """Refuse what its publisher has taken back or not let go yet, and what is no text."""
    status = _code(_first(_first(item, "itemMeta"), "pubStatus")) or "usable"
    if status != "usable":
        version = f" (version {item.get('version')})" if item.get("version") else ""
        raise SourceError(
            f"{label} is a news item with the status {status!r}{version}: its publisher does not want it to be used; "
            "expected one that is usable: leave it out"
        )


def _text_of(item: _Element, label: str) -> str:
    """Return the text: of NITF the body's content, of XHTML the body, of inline data what it says."""
    inline = next(_named(item, "inlineXML"), item if _name(item) == "nitf" else None)
    if inline is not None:
        body = next((found for name in ("body.content", "body", "article") for found in _named(inline, name)), inline)
        return text_from_element(body)
    data = next(_named(item, "inlineData"), None)
    if data is not None:
        text = "".join(str(piece) for piece in data.itertext())
        return text_from_markup(text, label=label) if "html" in (data.get("contenttype") or "") else text.strip("\n")
    kind = _code(_first(_first(item, "itemMeta"), "itemClass")) or "unknown"
    raise SourceError(
        f"{label} is a news item of the class {kind!r} without a text in it; expected one with inlineXML or inlineData: "
        "leave it out"
    )


def _named(root: _Element | None, name: str) -> Iterator[_Element]:
    """Return the elements of a name under another, of whatever namespace."""
    return iter(()) if root is None else root.iter(f"{{*}}{name}", name)


def _first(root: _Element | None, name: str) -> _Element | None:
    return next(_named(root, name), None)


def _main(root: _Element | None, name: str) -> _Element | None:
    """Return the element of a name that has no role, or the main one's; else the first."""
    found = list(_named(root, name))
    main = (each for each in found if (each.get("role") or "main").endswith("main"))
    return next(main, found[0] if found else None)


def _party(element: _Element | None) -> str | None:
    """Return what a person or organisation is called: its name, else its literal or the last part of its code."""
    if element is None:
        return None
    return _words(_first(element, "name")) or element.get("literal") or _code(element)


def _code(element: _Element | None) -> str | None:
    """Return the last part of a code or of an address that stands for one."""
    if element is None:
        return None
    code = element.get("qcode") or (element.get("uri") or "").rstrip("/").rpartition("/")[2]
    return code.rpartition(":")[2] or None


def _words(element: _Element | None) -> str | None:
    """Return an element's words."""
    return None if element is None else _joined(str(piece) for piece in element.itertext()) or None


def _joined(pieces: Iterable[str]) -> str:
    return " ".join("".join(pieces).split())


def _name(element: _Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _xml_lang(item: _Element) -> str | None:
    lang = item.get("{http://www.w3.org/XML/1998/namespace}lang")
    return lang if isinstance(lang, str) else None

# SPDX-License-Identifier: Apache-2.0
"""The bytes of a page to its code: decoded as a browser would, without scripts, and of bounded complexity.

Extraction takes time that grows with the square of some things: the attributes of one tag, the elements of a page. Whoever
writes a page chooses these, so they are counted before anything is parsed.
"""

from __future__ import annotations

import codecs
import re

from readout.errors import SourceError
from readout.source.encoding import text_from_bytes

__all__ = ["LARGEST_PAGE", "code_of_page"]

# Bytes. The largest pages of the news have 5 MB, nearly all of it scripts.
LARGEST_PAGE = 10_000_000
# Pages of the news have 500 to 8,000 tags that open; a live blog of a whole day has 20,000. A page of 20,000 words each in an
# element of its own takes 12 s.
_MOST_TAGS = 25_000
# No tag that a person or a program writes for a reader has a tenth of them.
_MOST_ATTRIBUTES = 300

# A browser looks this far for the declaration, too.
_PRESCAN = 1024
_DECLARED = re.compile(
    rb"""<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml\b[^>]{0,100}?encoding=["']([\w.:-]{2,40})""",
    re.I,
)
_IN_HEADER = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)

# What the Encoding Standard of the web knows, by Python's names. What it calls Latin-1 or ASCII is Windows-1252.
_LATIN = frozenset({"ascii", "iso8859-1", "cp1252"})
_KNOWN = _LATIN | frozenset(
    "utf-8 utf-16 utf-16-le utf-16-be cp866 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 "
    "iso8859-13 iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u mac-roman mac-cyrillic cp874 cp1250 cp1251 cp1253 cp1254 cp1255 "
    "cp1256 cp1257 cp1258 gb2312 gbk gb18030 big5 big5hkscs euc_jp iso2022_jp shift_jis cp932 euc_kr cp949 iso8859-9".split()
)
# Their bytes are ASCII, so they are valid UTF-8 as well: here only the declaration tells.
_SEVEN_BIT = frozenset({"iso2022_jp"})
# A page in UTF-8 in which one comment or one advertisement is not is still in UTF-8: one bad byte in this many.
_BYTES_PER_FAULT = 500

_NOT_SHOWN = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|<(?P<name>script|style)\b(?P<attributes>[^>]*+)(?:>.*?(?:</(?P=name)\b[^>]*+(?:>|\Z)|\Z)|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_LINKED_DATA = re.compile(r"application/ld\+json", re.IGNORECASE)
# Data on the article has 2 to 60 kB, with its whole text in it; what is larger is the state of a program.
_LARGEST_DATA = 500_000
_INVALID = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")

_ATTRIBUTE = r"""[\s/]*+[^\s/>=]=?+[^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]++))?+"""
_TAG = re.compile(rf"<[a-z][^\s/>]*+(?:{_ATTRIBUTE}){{0,{_MOST_ATTRIBUTES}}}+(?P<more>{_ATTRIBUTE})?+", re.IGNORECASE)


def code_of_page(data: bytes, *, name: str, encoding: str | None = None, content_type: str | None = None) -> str:
    """Decode a page and leave out what it does not show.

    The encoding is that of the byte order mark; else UTF-8 if the bytes are that, whatever is declared; else the caller's, the
    header's or the page's own; else it is detected.

    Args:
        data: The page as it was received, decompressed.
        name: What it is called in messages.
        encoding: Its encoding where the caller knows it.
        content_type: The header of that name.

    Returns:
        HTML without comments, styles and scripts; data for search engines (JSON-LD) stays.

    Raises:
        SourceError: If it is too large or too complex, or no text.
    """
    if len(data) > LARGEST_PAGE:
        raise SourceError(
            f"{name} has more than {LARGEST_PAGE:,} bytes (10 MB), which is more than a page of news has; "
            "give the page of one report"
        )
    declared = [*_declared_by(encoding, content_type), *_declared_in(data)]
    code = _NOT_SHOWN.sub(_kept_of, _INVALID.sub("", _decode(data, declared, name)))
    _check_complexity(code, name)
    return code


def _declared_by(encoding: str | None, content_type: str | None) -> list[str]:
    """Return the encodings that the caller and the header declare."""
    in_header = _IN_HEADER.search(content_type or "")
    return _known([encoding, in_header[1] if in_header else None])


def _declared_in(data: bytes) -> list[str]:
    """Return the encoding that the page itself declares."""
    found = _DECLARED.search(data, 0, _PRESCAN)
    return _known([(found[1] or found[2]).decode("ascii", "replace")]) if found else []


def _known(names: list[str | None]) -> list[str]:
    """Return Python's names of those encodings that pages of the web have."""
    known = []
    for name in names:
        try:
            python = codecs.lookup(name).name if name else ""
        except LookupError:
            continue
        if python in _KNOWN:
            known.append("cp1252" if python in _LATIN else python)
    return known


def _decode(data: bytes, declared: list[str], name: str) -> str:
    """Decode a page."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return text_from_bytes(data, name=name)
    for encoding in ("utf-8", *declared):
        if encoding == "utf-8" and _SEVEN_BIT.intersection(declared):
            continue
        # A page in UTF-16 says so in ASCII when its server has re-encoded it: then this is no declaration.
        if encoding.startswith("utf-16") and b"\x00" not in data[:_PRESCAN]:
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        # NUL bytes in what is valid UTF-8 are either UTF-16 without a mark or dirt.
        if "\x00" not in text or not _is_utf16(data):
            return text
    return _decode_undeclared(data, declared, name)


def _is_utf16(data: bytes) -> bool:
    """Tell UTF-16 without a mark, in which every other byte of a tag is NUL, from a page with some NUL bytes."""
    head = data[:_PRESCAN]
    return head.count(0) * 3 > len(head)


def _decode_undeclared(data: bytes, declared: list[str], name: str) -> str:
    """Decode a page that is neither UTF-8 nor what it declares."""
    if b"\x00" in data and not _is_utf16(data):
        data = data.replace(b"\x00", b"")
    text = data.decode("utf-8", "replace")
    faults = text.count("\ufffd")
    # Faults in a page with enough that is right: a Western page has no sequence that happens to be UTF-8.
    if faults * _BYTES_PER_FAULT < len(data) and ("utf-8" in declared or _has_sequences(text)):
        return text
    if "cp1252" in declared:
        # Five of its bytes have no meaning; a browser shows nothing for them.
        return data.decode("cp1252", "replace")
    return text_from_bytes(data, name=name)


def _has_sequences(text: str) -> bool:
    """Tell whether what was decoded as UTF-8 has characters of several bytes, which nothing else has by chance."""
    return any(character > "\x7f" and character != "\ufffd" for character in text)


def _kept_of(match: re.Match[str]) -> str:
    """Return what stays of a comment, a style or a script."""
    if match["name"] and _LINKED_DATA.search(match["attributes"]) and len(match[0]) <= _LARGEST_DATA:
        return match[0]
    return " "


def _check_complexity(code: str, name: str) -> None:
    """Refuse pages that would take minutes: nobody writes those to be read."""
    tags = 0
    for match in _TAG.finditer(code):
        tags += 1
        if match["more"]:
            raise SourceError(
                f"{name} has a tag with more than {_MOST_ATTRIBUTES} attributes; expected the page of a report: "
                "save its text and read that"
            )
    if tags > _MOST_TAGS:
        raise SourceError(
            f"{name} has {tags:,} elements, more than {_MOST_TAGS:,}; expected the page of one report: "
            "save its text and read that"
        )

# SPDX-License-Identifier: Apache-2.0
"""What files cannot hold: lone surrogates (no UTF-8), and the control characters that XML 1.0 forbids.

Whatever stands for such a character is one character too, so that offsets stay right.
"""

from __future__ import annotations

import json
import re

from readout.record import Json

__all__ = ["NOT_IN_XML", "REPLACEMENT", "json_line", "writable", "xml_attribute", "xml_text"]

REPLACEMENT = "\ufffd"

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_SURROGATE = re.compile("[\ud800-\udfff]")

NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0, section 2.2, does not count among its characters."""

# A carriage return has to be written as a reference: a parser turns it into a line feed otherwise. In attributes it does so
# with every white space.
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_ATTRIBUTE = {**_IN_TEXT, ord('"'): "&quot;", ord("\n"): "&#10;", ord("\t"): "&#9;"}


def writable(text: str) -> str:
    """Return the text as UTF-8 can hold it: each lone surrogate is replaced by U+FFFD."""
    return text if text.isascii() else _SURROGATE.sub(REPLACEMENT, text)


def json_line(value: Json) -> str:
    """Write a value as one line of JSON, without the line's end; lone surrogates stand escaped."""
    written = _ENCODER.encode(value)
    return written if written.isascii() else _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def xml_text(text: str) -> str:
    """Return the text as the content of an element; what XML cannot hold is replaced by U+FFFD."""
    return NOT_IN_XML.sub(REPLACEMENT, text).translate(_IN_TEXT)


def xml_attribute(text: str) -> str:
    """Return the text as the value of an attribute, with its quotation marks; what XML cannot hold is replaced by U+FFFD."""
    return f'"{NOT_IN_XML.sub(REPLACEMENT, text).translate(_IN_ATTRIBUTE)}"'

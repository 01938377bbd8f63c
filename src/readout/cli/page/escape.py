# SPDX-License-Identifier: Apache-2.0
"""The one way by which words of a record come onto a page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

__all__ = ["joined", "name", "safe"]

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def safe(words: str) -> str:
    """Make words safe in the text and in the attributes of a page; what HTML cannot hold becomes U+FFFD."""
    return html.escape(_UNPRINTABLE.sub("\ufffd", words), quote=True)


def name(words: str) -> str:
    """Set a name apart, so that one written from right to left leaves its neighbours in their places."""
    return f"<bdi>{safe(words)}</bdi>"


def joined(names: Iterable[str]) -> str:
    """List names, each set apart."""
    return ", ".join(map(name, names))

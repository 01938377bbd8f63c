# SPDX-License-Identifier: Apache-2.0
"""JSON Feed (versions 1 and 1.1) to its items."""

from __future__ import annotations

import json
from collections.abc import Mapping

from readout.errors import SourceError

__all__ = ["is_json_feed", "objects_in"]

# The version may stand behind the items.
_VERSION = (b"jsonfeed.org/version/", b"jsonfeed.org\\/version\\/")


def is_json_feed(data: bytes) -> bool:
    """Tell whether bytes are a JSON Feed: an object that names the version of the format."""
    return data[:200].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{") and any(
        version in data for version in _VERSION
    )


def objects_in(data: bytes, address: str) -> tuple[str | None, list[Mapping[str, object]]]:
    """Read the items of a JSON Feed.

    Args:
        data: The feed.
        address: Where it was found, for messages.

    Returns:
        Its title and its items as they are.

    Raises:
        SourceError: If it is damaged or no JSON Feed.
    """
    try:
        feed = json.loads(data.decode("utf-8-sig"), strict=False)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{address!r} is a damaged JSON Feed ({error}); get it again") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise SourceError(
            f"{address!r} is JSON without the items of a JSON Feed; expected a list of them under 'items'"
        )
    title = feed.get("title")
    return title if isinstance(title, str) else None, [item for item in items if isinstance(item, dict)]

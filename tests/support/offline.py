# SPDX-License-Identifier: Apache-2.0
"""The web for bytes that may name any address: nothing of it is asked."""

from __future__ import annotations

from readout.errors import SourceError
from readout.source.fetching import Fetched, Fetcher
from tests.support import wares

__all__ = ["Offline"]


class Offline(Fetcher):
    """Gives a page for every address of `example`, and says of every other that it does not answer."""

    def __init__(self) -> None:
        """Open nothing, so that there is nothing to close."""

    def fetch(self, url: str, **_: str | None) -> Fetched:
        """Answer at once."""
        if ".example/" not in url:
            raise SourceError(f"{url!r} did not answer; try again later")
        return Fetched(url_final=url, status=200, headers={}, body=wares.page(), content_type="text/html")

    def close(self) -> None:
        """Close nothing."""

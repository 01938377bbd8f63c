# SPDX-License-Identifier: Apache-2.0
"""A page of HTML to the report that stands on it."""

from __future__ import annotations

from readout.source.details import Details
from readout.source.received import Received

__all__ = ["received_from_page"]


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
        address: Where it was found, as of `Received`; named in messages.
        url: The address it was fetched from, where it was; links on it are resolved against that.
        encoding: Its encoding where the caller knows better than the page; else that of `content_type`, then what the
            page itself declares, count.
        content_type: The header of that name that came with it.
        given: What the caller says of it; counts more than what the page says.
        otherwise: What a feed or an archive says of it; counts where the page says nothing.

    Returns:
        The report, with who gave which detail.

    Raises:
        SourceError: If there is no article on the page.
    """
    raise NotImplementedError

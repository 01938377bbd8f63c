# SPDX-License-Identifier: Apache-2.0
"""Fetch an address of the web, politely and within limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType

__all__ = ["Fetched", "Fetcher", "Limits"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much and how long is fetched at most."""

    allow_private: bool = False
    largest: int = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address answered.

    Attributes:
        url_final: The address after redirects.
        status: 200, or 304 where it has not changed since the caller last asked.
        headers: Names in lower case.
        body: Decompressed.
        content_type: As the server says it, with its parameters; None where it says none.
    """

    url_final: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    content_type: str | None


class Fetcher:
    """A client for many addresses: `with Fetcher() as fetcher: fetcher.fetch(url)`."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""

    def fetch(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """Fetch an address.

        Args:
            url: http or https.
            etag: What the server gave as `ETag` when it was last asked.
            modified: What it gave as `Last-Modified`.

        Raises:
            SourceError: If it cannot or must not be fetched; says why.
        """
        raise NotImplementedError

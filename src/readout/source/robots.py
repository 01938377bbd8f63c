# SPDX-License-Identifier: Apache-2.0
"""What a site's robots.txt allows (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.source.extras import missing_archive

if TYPE_CHECKING:
    from protego import Protego

__all__ = ["LARGEST_ROBOTS", "Robots", "Rules"]

# Bytes; RFC 9309 asks for at least 500 KiB, and lets the rest be ignored.
LARGEST_ROBOTS = 512_000
# Seconds. A site may ask for more between two requests; then it does not mean programs that read a few pages a day.
_LONGEST_DELAY = 30.0

_TOO_MANY = 429


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a site allows.

    Attributes:
        parsed: Its robots.txt; None where it has none, and allows everything.
        is_closed: Whether its robots.txt could not be had, which counts as a ban of everything.
    """

    parsed: Protego | None = None
    is_closed: bool = False


class Robots:
    """The rules of the sites that were asked, each fetched once."""

    def __init__(self, fetch: Callable[[str], tuple[int, bytes]], *, agent: str) -> None:
        """Begin without any rules.

        Args:
            fetch: Returns status and body of an address, redirects followed; status 0 where nobody answered.
            agent: The name that groups of rules are meant for.
        """
        self._fetch = fetch
        self._agent = agent
        self._rules: dict[str, Rules] = {}

    def rules_of(self, origin: str) -> Rules:
        """Return the rules of a site, `https://example.org`, fetched if they are not known yet."""
        if origin not in self._rules:
            self._rules[origin] = _rules_from(*self._fetch(f"{origin}/robots.txt"))
        return self._rules[origin]

    def allows(self, origin: str, url: str) -> bool:
        """Tell whether an address of a site may be fetched."""
        rules = self.rules_of(origin)
        return not rules.is_closed and (rules.parsed is None or rules.parsed.can_fetch(url, self._agent))

    def delay_of(self, origin: str) -> float:
        """Return the seconds that a site asks to leave between two requests."""
        rules = self.rules_of(origin)
        delay = rules.parsed.crawl_delay(self._agent) if rules.parsed else None
        return min(delay or 0.0, _LONGEST_DELAY)


def _rules_from(status: int, body: bytes) -> Rules:
    """Read a site's answer: none (4xx) allows everything, a fault of the server (5xx, too many requests) nothing."""
    if status == 200:
        try:
            from protego import Protego
        except ImportError as error:
            raise missing_archive("fetching from the web", error) from error
        return Rules(parsed=Protego.parse(body[:LARGEST_ROBOTS].decode("utf-8-sig", "replace")))
    return Rules(is_closed=not 300 <= status < 500 or status == _TOO_MANY)

# SPDX-License-Identifier: Apache-2.0
"""Fetch an address of the web, politely and within limits.

Politely: robots.txt is respected, a host is left time between two requests, and one that says "later" is left alone for as long as
it says. Within limits: of size (unpacked), of time for the whole answer, of redirects; and only from the public internet, at
every redirect anew. Proxies of the environment are not used, since they would connect to what nobody checked.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import TracebackType
from typing import TYPE_CHECKING

from readout.errors import SourceError
from readout.source.bodies import ACCEPTED, body_from
from readout.source.extras import missing_archive
from readout.source.pacing import Pace, back_off, seconds_asked
from readout.source.robots import LARGEST_ROBOTS, Robots
from readout.version import __version__

if TYPE_CHECKING:
    from ssl import SSLContext

    import httpcore
    from httpx import URL

__all__ = ["AGENT", "Fetched", "Fetcher", "Limits", "TryLater"]

# The name by which a robots.txt can address us.
AGENT = "Readout"

_ACCEPT = (
    b"text/html,application/xhtml+xml,application/feed+json,application/rss+xml,application/atom+xml,"
    b"application/xml;q=0.9,*/*;q=0.5"
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 503})
# What is no text, by its type: told before it is fetched.
_NO_TEXT = ("image/", "audio/", "video/", "font/", "application/pdf", "application/msword", "application/vnd.openxml")


class TryLater(SourceError):
    """The server is busy and asks to come back later.

    Attributes:
        seconds: How much later.
    """

    def __init__(self, message: str, seconds: float) -> None:
        super().__init__(message)
        self.seconds = seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is fetched, how long it may take, and from where.

    Attributes:
        allow_private: Whether addresses of one's own network are fetched too.
        largest: Bytes of an answer, unpacked.
        seconds: For one answer, from the connection to its last byte.
        silence: Seconds without a byte.
        redirects: Followed one after the other.
        attempts: How often a busy server is asked.
        longest_wait: Seconds that a busy server is waited for; one that asks for more is given up.
        delay: Seconds between two requests to a host; more where its robots.txt asks for more.
    """

    allow_private: bool = False
    largest: int = 10_000_000
    seconds: float = 60.0
    silence: float = 15.0
    redirects: int = 5
    attempts: int = 3
    longest_wait: float = 60.0
    delay: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address answered.

    Attributes:
        url_final: The address after redirects.
        status: 200, or 304 where it has not changed since the caller last asked.
        headers: Names in lower case.
        body: Unpacked; empty where it has not changed.
        content_type: As the server says it, with its parameters; None where it says none.
    """

    url_final: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    content_type: str | None


class Fetcher:
    """A client for many addresses: `with Fetcher() as fetcher: fetcher.fetch(url)`."""

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        sleep: Callable[[float], None] = time.sleep,
        chance: random.Random | None = None,
    ) -> None:
        """Open no connection yet.

        Args:
            limits: What is fetched at most.
            sleep: What waits; a test gives another.
            chance: For the waits; seeded in a test.

        Raises:
            ConfigError: If the libraries for it are not installed.
        """
        try:
            import httpcore

            from readout.source.addresses import CheckedBackend

            context = _trusted()
        except ImportError as error:
            raise missing_archive("fetching from the web", error) from error
        self._limits = limits or Limits()
        self._sleep = sleep
        self._chance = chance or random.Random()
        self._pace = Pace(sleep=sleep)
        self._backend = CheckedBackend(allow_private=self._limits.allow_private)
        # Connections idle for as long as the usual delay lasts; HTTP/1.1 everywhere: what is fetched is a page now and then.
        self._pool = httpcore.ConnectionPool(
            ssl_context=context,
            network_backend=self._backend,
            keepalive_expiry=10.0,
            http2=False,
        )
        self._robots = Robots(self._fetch_robots, agent=AGENT)

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()

    def fetch(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """Fetch an address.

        Args:
            url: http or https.
            etag: What the server gave as `ETag` when it was last asked.
            modified: What it gave as `Last-Modified`.

        Returns:
            What it answered, with status 200, or 304 if it was asked for what is newer and has nothing.

        Raises:
            TryLater: If the server is busy for longer than is waited for.
            SourceError: If it cannot or must not be fetched; says why.
        """
        from readout.source.addresses import url_from

        asked = {"if-none-match": etag, "if-modified-since": modified}
        headers = {
            name: value.encode("latin-1", "ignore") for name, value in asked.items() if value and value.isprintable()
        }
        hop = url_from(url)
        for _ in range(self._limits.redirects + 1):
            self._check_robots(hop)
            answer = self._ask(hop, headers)
            if answer.status not in _REDIRECTS:
                return _accepted(answer, url, is_conditional=bool(headers))
            hop = _next_hop(hop, answer)
        raise SourceError(
            f"{url!r} redirects more than {self._limits.redirects} times; give the address of the page itself"
        )

    def _check_robots(self, url: URL) -> None:
        if not self._robots.allows(_origin_of(url), str(url)):
            raise SourceError(
                f"{str(url)!r} is not fetched: the robots.txt of {url.host!r} asks programs not to, or cannot be had; "
                "open the page in a browser, save it and read that"
            )

    def _ask(self, url: URL, headers: Mapping[str, bytes]) -> Fetched:
        """Ask a server, and again when it is busy."""
        delay = max(self._limits.delay, self._robots.delay_of(_origin_of(url)))
        for attempt in range(self._limits.attempts):
            self._pace.wait(url.host, delay)
            answer = self._ask_once(url, headers, self._limits.largest)
            if answer.status not in _BUSY:
                return answer
            asked = seconds_asked(answer.headers.get("retry-after"))
            seconds = (
                back_off(attempt, longest=self._limits.longest_wait, chance=self._chance) if asked is None else asked
            )
            if seconds > self._limits.longest_wait or attempt + 1 == self._limits.attempts:
                break
            self._sleep(seconds)
        raise TryLater(
            f"{str(url)!r} is busy (status {answer.status}); try again in {max(1, round(seconds))} seconds", seconds
        )

    def _ask_once(self, url: URL, headers: Mapping[str, bytes], limit: int) -> Fetched:
        """Send one request and read its answer."""
        import httpcore

        name = repr(str(url))
        self._backend.set_deadline(self._limits.seconds)
        asked: list[tuple[bytes | str, bytes | str]] = [
            ("host", url.netloc),
            ("user-agent", f"{AGENT}/{__version__}"),
            ("accept", _ACCEPT),
            ("accept-encoding", ACCEPTED),
            *headers.items(),
        ]
        timeouts = dict.fromkeys(("connect", "read", "write", "pool"), self._limits.silence)
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        try:
            with self._pool.stream("GET", target, headers=asked, extensions={"timeout": timeouts}) as response:
                return _answer_of(response, url, limit)
        except httpcore.TimeoutException as error:
            raise SourceError(f"{name} did not answer in time; try again later") from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError) as error:
            raise SourceError(
                f"{name} cannot be fetched: {error or type(error).__name__}; check the address, or try again later"
            ) from error

    def _fetch_robots(self, url: str) -> tuple[int, bytes]:
        """Fetch a robots.txt; what cannot be fetched has the status 0."""
        from readout.source.addresses import Unreachable, url_from

        hop = url_from(url)
        for _ in range(self._limits.redirects + 1):
            try:
                answer = self._ask_once(hop, {}, LARGEST_ROBOTS * 4)
                if answer.status not in _REDIRECTS:
                    return answer.status, answer.body
                hop = _next_hop(hop, answer)
            except Unreachable:
                raise  # no matter of its robots.txt
            except SourceError:
                return 0, b""
        return 404, b""


@cache
def _trusted() -> SSLContext:
    """Return whom the certificates are believed of; reading that list takes a third of a second."""
    from httpx import create_ssl_context

    return create_ssl_context(trust_env=False)


def _origin_of(url: URL) -> str:
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


def _answer_of(response: httpcore.Response, url: URL, limit: int) -> Fetched:
    """Read the body of an answer, unless it is not wanted."""
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
    content_type = headers.get("content-type")
    body = b""
    if response.status == 200:
        name = repr(str(url))
        if (content_type or "").strip().lower().startswith(_NO_TEXT):
            raise SourceError(f"{name} is {content_type!r}; expected a page or a feed: save its text and read that")
        body = body_from(response.iter_stream(), encoding=headers.get("content-encoding", ""), limit=limit, name=name)
    return Fetched(url_final=str(url), status=response.status, headers=headers, body=body, content_type=content_type)


def _accepted(answer: Fetched, url: str, *, is_conditional: bool) -> Fetched:
    """Return an answer that is one."""
    if answer.status == 200 or (answer.status == 304 and is_conditional):
        return answer
    reason = {
        401: "wants a password",
        403: "refuses it",
        404: "has no such page",
        410: "has removed it",
        451: "may not show it",
    }
    what = reason.get(answer.status, "did not answer with a page")
    raise SourceError(f"{url!r}: the server {what} (status {answer.status}); check the address")


def _next_hop(url: URL, answer: Fetched) -> URL:
    """Return where an answer redirects to."""
    from httpx import InvalidURL

    from readout.source.addresses import url_from

    location = answer.headers.get("location", "")
    try:
        # Headers are bytes; those beyond ASCII are UTF-8 nearly always.
        target = str(url.join(location.encode("latin-1").decode("utf-8", "replace")))
    except (InvalidURL, ValueError) as error:
        raise SourceError(f"{str(url)!r} redirects to {location[:100]!r}, which is no address") from error
    if not location:
        raise SourceError(
            f"{str(url)!r} redirects without saying where to; open it in a browser, save the page and read that"
        )
    return url_from(target)

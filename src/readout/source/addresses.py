# SPDX-License-Identifier: Apache-2.0
"""Which addresses of the web may be fetched, and connections that go to what was checked and to nothing else.

A name is resolved once, what it resolves to is checked, and the connection goes to that: a name server that answers otherwise
the next time (DNS rebinding) gains nothing by it. Forms such as `http://2130706433/` or `[::ffff:127.0.0.1]` are checked as the
addresses that they are.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING

import httpcore

from readout.errors import SourceError

if TYPE_CHECKING:
    from httpx import URL

__all__ = ["CheckedBackend", "Unreachable", "is_public", "url_from"]

# Networks of IPv6 that stand for one of IPv4: translators (NAT64) deliver what is sent there.
_NAT64 = IPv6Network("64:ff9b::/96")
_COMPATIBLE = IPv6Network("::/96")

_LONGEST_ADDRESS = 4000


class Unreachable(SourceError):
    """The host does not exist, or is none that may be connected to."""


def url_from(address: str) -> URL:
    """Read an address of the web.

    Raises:
        SourceError: If it is none that can be fetched.
    """
    from httpx import URL, InvalidURL

    try:
        if len(address) > _LONGEST_ADDRESS:
            raise InvalidURL("it is too long")
        url = URL(address.strip())
    except (InvalidURL, UnicodeError, ValueError) as error:
        raise SourceError(
            f"{address[:100]!r} is no address of the web ({error}); expected one like https://example.org/news"
        ) from error
    if url.scheme not in {"http", "https"}:
        raise SourceError(f"{address[:100]!r} has the scheme {url.scheme!r}; only http and https are fetched")
    if not url.host or not url.host.strip("."):
        raise SourceError(f"{address[:100]!r} names no host; expected an address like https://example.org/news")
    if url.userinfo:
        raise SourceError(f"the address of {url.host!r} has a user's name or password in it; give it without")
    return url.copy_with(fragment=None)


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Tell whether an address is one of the public internet: not private, of this machine, of this link, or reserved."""
    if isinstance(address, IPv6Address):
        inner = _inner_of(address)
        if inner is not None:
            return is_public(inner)
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _inner_of(address: IPv6Address) -> IPv4Address | None:
    """Return the address of IPv4 that one of IPv6 stands for."""
    if address in _NAT64 or (address in _COMPATIBLE and int(address) > 1):
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


class CheckedBackend(httpcore.NetworkBackend):
    """Connects for httpcore to public addresses only, and lets nothing last beyond the deadline of the request.

    The deadline is per thread. It covers what a time limit on each read does not: a server that sends a byte now and then.
    """

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._backend = httpcore.SyncBackend()
        self._of_thread = threading.local()

    def set_deadline(self, seconds: float) -> None:
        """Let the requests of this thread end within some seconds from now."""
        self._of_thread.deadline = time.monotonic() + seconds

    def left(self, timeout: float | None) -> float:
        """Return the seconds that a step may take."""
        left: float = getattr(self._of_thread, "deadline", time.monotonic() + 60.0) - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for the whole of it is over")
        return left if timeout is None else min(left, timeout)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a host that answers, once all of them have been checked."""
        failed: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in self._resolve(host, port):
            try:
                stream = self._backend.connect_tcp(address, port, self.left(timeout), local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
                continue
            return _TimedStream(stream, self)
        raise failed or httpcore.ConnectError(f"{host} has no address")

    def _resolve(self, host: str, port: int) -> list[str]:
        """Resolve a host and check every address that it has."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise Unreachable(
                f"the host {host!r} cannot be found ({error}); check the address and the network"
            ) from error
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        for address in addresses:
            # A zone ("%eth0") only ever stands behind an address of this link.
            if not self._allow_private and not is_public(ip_address(address.partition("%")[0])):
                raise Unreachable(
                    f"the host {host!r} has the address {address}, which is none of the public internet; "
                    "allow private addresses (--allow-private) if you mean one of your own network"
                )
        return addresses


class _TimedStream(httpcore.NetworkStream):
    """A connection on which no read or write goes beyond the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, backend: CheckedBackend) -> None:
        self._stream = stream
        self._backend = backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._backend.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._backend.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._backend.left(timeout))
        return _TimedStream(stream, self._backend)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)

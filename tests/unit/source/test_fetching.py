# SPDX-License-Identifier: Apache-2.0
"""Fetching, against a real server on this machine."""

from __future__ import annotations

import gzip
import itertools
import random
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from ipaddress import ip_address

import pytest

from readout.errors import SourceError
from readout.source.addresses import is_public, url_from
from readout.source.fetching import Fetcher, Limits, TryLater
from readout.source.pacing import Pace, back_off, seconds_asked
from tests.support.webserver import Answer, Site, website

PAGE = b"<html><body><p>The border will open on Friday, the ministry said.</p></body></html>"


@pytest.fixture
def site() -> Iterator[Site]:
    with website({"/page": Answer(PAGE)}) as found:
        yield found


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def fetcher(slept: list[float]) -> Iterator[Fetcher]:
    limits = Limits(allow_private=True, delay=0.0, largest=200_000, seconds=20.0, silence=10.0)
    with Fetcher(limits, sleep=slept.append, chance=random.Random(1)) as found:
        yield found


class TestFetching:
    def test_gives_the_page_and_says_who_asks(self, site: Site, fetcher: Fetcher):
        fetched = fetcher.fetch(f"{site.url}/page#part")
        assert (fetched.status, fetched.body, fetched.url_final) == (200, PAGE, f"{site.url}/page")
        assert fetched.content_type == "text/html; charset=utf-8"
        assert site.headers[-1]["user-agent"].startswith("Readout/")
        assert site.headers[-1]["host"] == site.url.removeprefix("http://")

    def test_follows_redirects_of_every_form(self, site: Site, fetcher: Fetcher):
        for number, location in enumerate(
            ("/page", "page", f"{site.url}/page", f"//{site.url.removeprefix('http://')}/page")
        ):
            site.answers[f"/{number}"] = Answer(status=(301, 302, 307, 308)[number], headers={"Location": location})
            assert fetcher.fetch(f"{site.url}/{number}").url_final == f"{site.url}/page"

    @pytest.mark.parametrize(
        ("location", "reason"),
        [
            ("/loop", "redirects more than 5 times"),
            ("file:///etc/passwd", "'file'; only http and https"),
            ("http://%zz/", "cannot be found"),
            ("", "without saying where to"),
        ],
    )
    def test_stops_at_redirects_that_lead_nowhere(self, site: Site, fetcher: Fetcher, location: str, reason: str):
        site.answers["/loop"] = Answer(status=302, headers={"Location": location})
        with pytest.raises(SourceError, match=reason):
            fetcher.fetch(f"{site.url}/loop")

    @pytest.mark.parametrize(
        ("status", "reason"), [(404, "no such page"), (403, "refuses it"), (500, "status 500"), (204, "status 204")]
    )
    def test_says_what_the_server_said(self, site: Site, fetcher: Fetcher, status: int, reason: str):
        site.answers["/page"] = Answer(status=status)
        with pytest.raises(SourceError, match=reason):
            fetcher.fetch(f"{site.url}/page")

    @pytest.mark.parametrize("kind", ["image/png", "application/pdf", "video/mp4"])
    def test_leaves_what_is_no_text_on_the_server(self, site: Site, fetcher: Fetcher, kind: str):
        site.answers["/page"] = Answer(content_type=kind, write=endless(b"x" * 1000))
        with pytest.raises(SourceError, match=kind):
            fetcher.fetch(f"{site.url}/page")

    @pytest.mark.parametrize(
        "address",
        [
            "ftp://example.org/", "example.org", "http://", "http://user:word@example.org/", "http://exa mple.org", "http://[::1",
            "http://" + "a" * 5000, "", "http://.", "javascript:alert(1)", "http://xn--a/\x00", "data:text/html,hi",
        ],
    )  # fmt: skip
    def test_refuses_what_is_no_address_of_the_web(self, fetcher: Fetcher, address: str):
        with pytest.raises(SourceError):
            fetcher.fetch(address)

    def test_says_that_nobody_answers(self, fetcher: Fetcher):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
        with pytest.raises(SourceError, match=r"robots\.txt|cannot be fetched"):
            fetcher.fetch(f"http://127.0.0.1:{port}/")

    def test_asks_only_for_what_is_newer(self, site: Site, fetcher: Fetcher):
        site.answers["/page"] = [
            Answer(PAGE, headers={"ETag": '"1"', "Last-Modified": "Tue, 12 Mar 2024 08:00:00 GMT"}),
            Answer(status=304),
        ]
        first = fetcher.fetch(f"{site.url}/page")
        second = fetcher.fetch(f"{site.url}/page", etag=first.headers["etag"], modified=first.headers["last-modified"])
        assert (second.status, second.body) == (304, b"")
        assert site.headers[-1]["if-none-match"] == '"1"'
        assert site.headers[-1]["if-modified-since"] == "Tue, 12 Mar 2024 08:00:00 GMT"

    def test_does_not_believe_that_nothing_changed_without_asking(self, site: Site, fetcher: Fetcher):
        site.answers["/page"] = Answer(status=304)
        with pytest.raises(SourceError, match="status 304"):
            fetcher.fetch(f"{site.url}/page")


def endless(chunk: bytes, *, pause: float = 0.0) -> Callable[[Callable[[bytes], object]], None]:
    def write(send: Callable[[bytes], object]) -> None:
        for _ in itertools.count():
            send(chunk)
            time.sleep(pause)

    return write


def packed(size: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join([*(packer.compress(bytes(1_000_000)) for _ in range(size // 1_000_000)), packer.flush()])


class TestLimits:
    def test_unpacks_what_is_packed(self, site: Site, fetcher: Fetcher):
        raw = zlib.compressobj(wbits=-15)
        for coding, body in {
            "gzip": gzip.compress(PAGE),
            "deflate": zlib.compress(PAGE),
            "DEFLATE": raw.compress(PAGE) + raw.flush(),
            "identity": PAGE,
        }.items():
            site.answers["/page"] = Answer(body, headers={"Content-Encoding": coding})
            assert fetcher.fetch(f"{site.url}/page").body == PAGE

    @pytest.mark.parametrize(
        ("answer", "reason"),
        [
            pytest.param(Answer(b"x" * 200_001), "more than 200,000 bytes", id="large"),
            pytest.param(Answer(write=endless(b"x" * 4096)), "more than 200,000 bytes", id="endless"),
            pytest.param(
                Answer(packed(300_000_000), headers={"Content-Encoding": "gzip"}),
                "more than 200,000 bytes",
                id="a bomb",
            ),
            pytest.param(Answer(b"no gzip", headers={"Content-Encoding": "gzip"}), "cannot be unpacked", id="damaged"),
            pytest.param(
                Answer(gzip.compress(PAGE)[:-12], headers={"Content-Encoding": "gzip"}), "in the middle", id="cut off"
            ),
            pytest.param(Answer(PAGE, headers={"Content-Encoding": "br"}), "packed as 'br'", id="not as asked"),
        ],
    )
    def test_refuses_bodies(self, site: Site, fetcher: Fetcher, answer: Answer, reason: str):
        site.answers["/page"] = answer
        with pytest.raises(SourceError, match=reason):
            fetcher.fetch(f"{site.url}/page")

    def test_does_not_wait_for_a_body_that_drips(self, site: Site):
        site.answers["/page"] = Answer(write=endless(b"x", pause=0.05))
        with (
            Fetcher(Limits(allow_private=True, delay=0.0, seconds=0.5)) as fetcher,
            pytest.raises(SourceError, match="in time"),
        ):
            fetcher.fetch(f"{site.url}/page")

    def test_does_not_wait_for_headers_that_drip(self, site: Site):
        listening = socket.create_server(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/"

        def drip() -> None:
            connection, _ = listening.accept()
            with connection:
                try:
                    for _ in itertools.count():
                        connection.sendall(b"H")
                        time.sleep(0.05)
                except OSError:
                    return

        thread = threading.Thread(target=drip, daemon=True)
        thread.start()
        with (
            listening,
            Fetcher(Limits(allow_private=True, delay=0.0, seconds=0.5)) as fetcher,
            pytest.raises(SourceError),
        ):
            fetcher.fetch(url)
        thread.join(10)
        assert not thread.is_alive()

    def test_does_not_wait_for_silence(self, site: Site):
        site.answers["/page"] = Answer(write=lambda send: time.sleep(1.5))
        with (
            Fetcher(Limits(allow_private=True, delay=0.0, silence=0.2)) as fetcher,
            pytest.raises(SourceError, match="in time"),
        ):
            fetcher.fetch(f"{site.url}/page")


class TestPrivateAddresses:
    @pytest.mark.parametrize(
        "host",
        [
            "127.0.0.1", "localhost", "2130706433", "0x7f.1", "017700000001", "127.1", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254",
            "100.64.0.1", "[fe80::1]", "[fc00::1]", "[::]", "[::127.0.0.1]", "224.0.0.1", "255.255.255.255", "192.0.2.1",
        ],
    )  # fmt: skip
    def test_are_refused_in_every_form(self, host: str):
        with (
            Fetcher(Limits(delay=0.0)) as fetcher,
            pytest.raises(SourceError, match=r"none of the public internet|cannot be found"),
        ):
            fetcher.fetch(f"http://{host}:9/")

    @pytest.mark.parametrize(
        "address", ["8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::"]
    )
    def test_are_not_those_of_the_public_internet(self, address: str):
        assert is_public(ip_address(address))

    def test_are_checked_behind_a_redirect(self, site: Site, monkeypatch: pytest.MonkeyPatch):
        # The first host resolves to this server as if it were public; the second is private for all to see.
        site.answers["/page"] = Answer(status=302, headers={"Location": "http://169.254.169.254/latest/meta-data"})
        monkeypatch.setattr("readout.source.addresses.is_public", lambda address: str(address) == "127.0.0.1")
        with Fetcher(Limits(delay=0.0)) as fetcher, pytest.raises(SourceError, match=r"169\.254\.169\.254"):
            fetcher.fetch(f"{site.url}/page")

    def test_are_refused_when_a_name_has_one_among_others(self, monkeypatch: pytest.MonkeyPatch):
        found = [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("93.184.215.14", "10.0.0.1")
        ]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
        with Fetcher(Limits(delay=0.0)) as fetcher, pytest.raises(SourceError, match=r"10\.0\.0\.1"):
            fetcher.fetch("http://rebinding.example/")

    def test_name_is_resolved_once_and_that_is_connected_to(self, site: Site, monkeypatch: pytest.MonkeyPatch):
        port = int(site.url.rpartition(":")[2])
        asked: list[str] = []

        def resolve(host: str, port: object, *_: object, **__: object) -> list[object]:
            asked.append(host)
            # What rebinding does: public for who checks, private for who connects. The checked one must be taken.
            address = "127.0.0.1" if host == "news.example" else host
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

        monkeypatch.setattr(socket, "getaddrinfo", resolve)
        with Fetcher(Limits(allow_private=True, delay=0.0)) as fetcher:
            assert fetcher.fetch(f"http://news.example:{port}/page").body == PAGE
        # What is connected to is a number, which is not looked up as a name again.
        assert set(asked) <= {"news.example", "127.0.0.1"}
        assert site.headers[-1]["host"] == f"news.example:{port}"


class TestRobots:
    def test_is_fetched_once_and_respected(self, site: Site, fetcher: Fetcher):
        site.answers["/robots.txt"] = Answer(
            b"User-agent: readout\nDisallow: /private\nAllow: /private/open\n\nUser-agent: *\nDisallow: /"
        )
        site.answers["/private/open"] = Answer(PAGE)
        assert fetcher.fetch(f"{site.url}/page").body == PAGE
        assert fetcher.fetch(f"{site.url}/private/open").body == PAGE
        with pytest.raises(SourceError, match=r"robots\.txt"):
            fetcher.fetch(f"{site.url}/private/page")
        assert site.asked == ["/robots.txt", "/page", "/private/open"]

    def test_counts_behind_a_redirect(self, site: Site, fetcher: Fetcher):
        site.answers["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /page")
        site.answers["/old"] = Answer(status=301, headers={"Location": "/page"})
        with pytest.raises(SourceError, match=r"robots\.txt"):
            fetcher.fetch(f"{site.url}/old")
        assert "/page" not in site.asked

    @pytest.mark.parametrize(
        ("status", "allowed"), [(404, True), (403, True), (401, True), (500, False), (503, False), (429, False)]
    )
    def test_that_cannot_be_had(self, site: Site, fetcher: Fetcher, status: int, allowed: bool):
        site.answers["/robots.txt"] = Answer(status=status)
        if allowed:
            assert fetcher.fetch(f"{site.url}/page").body == PAGE
        else:
            with pytest.raises(SourceError, match="cannot be had"):
                fetcher.fetch(f"{site.url}/page")

    def test_is_followed_to_where_it_moved(self, site: Site, fetcher: Fetcher):
        site.answers["/robots.txt"] = Answer(status=301, headers={"Location": "/rules"})
        site.answers["/rules"] = Answer(b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /*.html$\r\n")
        with pytest.raises(SourceError, match=r"robots\.txt"):
            fetcher.fetch(f"{site.url}/a.html")
        assert fetcher.fetch(f"{site.url}/page").body == PAGE

    def test_that_is_no_text_allows_everything(self, site: Site, fetcher: Fetcher):
        site.answers["/robots.txt"] = Answer(bytes(range(256)) * 4000)
        assert fetcher.fetch(f"{site.url}/page").body == PAGE

    def test_sets_the_pace(self, site: Site, fetcher: Fetcher, slept: list[float]):
        site.answers["/robots.txt"] = Answer(b"User-agent: *\nCrawl-delay: 7\n")
        for _ in range(2):
            fetcher.fetch(f"{site.url}/page")
        assert [round(seconds) for seconds in slept] == [7]


class TestPace:
    def test_leaves_time_between_requests_to_one_host_only(self):
        slept: list[float] = []
        pace = Pace(clock=lambda: 100.0, sleep=slept.append)
        for host in ("a", "b", "a", "a"):
            pace.wait(host, 2.0)
        assert slept == [2.0, 4.0]

    @pytest.mark.parametrize("status", [429, 503])
    def test_waits_as_long_as_it_is_asked_to(self, site: Site, fetcher: Fetcher, slept: list[float], status: int):
        site.answers["/page"] = [Answer(status=status, headers={"Retry-After": "9"}), Answer(PAGE)]
        assert fetcher.fetch(f"{site.url}/page").body == PAGE
        assert slept == [9.0]

    def test_waits_longer_each_time_when_it_is_not_told_how_long(
        self, site: Site, fetcher: Fetcher, slept: list[float]
    ):
        site.answers["/page"] = Answer(status=503)
        with pytest.raises(TryLater, match="busy"):
            fetcher.fetch(f"{site.url}/page")
        assert site.asked.count("/page") == 3
        assert 1.0 <= slept[0] <= 2.0 <= slept[1] <= 4.0

    def test_gives_up_where_it_is_asked_to_wait_for_long(self, site: Site, fetcher: Fetcher, slept: list[float]):
        site.answers["/page"] = Answer(status=429, headers={"Retry-After": "7200"})
        with pytest.raises(TryLater) as raised:
            fetcher.fetch(f"{site.url}/page")
        assert (raised.value.seconds, slept, site.asked.count("/page")) == (7200.0, [], 1)

    @pytest.mark.parametrize(
        ("header", "seconds"),
        [("120", 120.0), ("Tue, 12 Mar 2024 08:01:00 GMT", 60.0), ("Tue, 12 Mar 2024 07:00:00 GMT", 0.0), ("soon", None),
         ("", None), (None, None), ("-5", None), ("9" * 400, 999_999_999.0)],
    )  # fmt: skip
    def test_reads_how_long(self, header: str | None, seconds: float | None):
        assert seconds_asked(header, now=datetime(2024, 3, 12, 8, tzinfo=UTC)) == seconds

    def test_backs_off_to_a_limit(self):
        waits = [
            back_off(attempt, first=60.0, longest=3600.0, chance=random.Random(2)) for attempt in (0, 1, 5, 50, 5000)
        ]
        assert 30 <= waits[0] <= 60 <= waits[1] <= 120
        assert all(1800 <= wait <= 3600 for wait in waits[2:])


def test_fragment_and_white_space_are_no_part_of_an_address():
    assert str(url_from(" https://Example.org/a?b=c#d ")) == "https://example.org/a?b=c"

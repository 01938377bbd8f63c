# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from readout.errors import ConfigError
from readout.source.fetching import Fetcher, Limits
from readout.source.received import Received, Refused
from readout.source.watching import Watch
from readout.source.watchlist import Watched, read_watchlist
from readout.source.watchstate import Memory, WatchState, key_of
from tests.support.webpages import TITLE, page
from tests.support.webserver import Answer, Site, website

HOUR = 3600.0


def rss(*links: str) -> bytes:
    items = "".join(f"<item><title>{TITLE}</title><link>{link}</link></item>" for link in links)
    return f'<rss version="2.0"><channel><title>World</title>{items}</channel></rss>'.encode()


class Desk:
    """A watch with a clock of its own, and what it was handed."""

    def __init__(
        self, folder: Path, site: Site, *feeds: str, archive: str = "news.sqlite", every: float = HOUR
    ) -> None:
        self.folder, self.site, self.archive = folder, site, archive
        self.feeds = [Watched(url=f"{site.url}{feed}", publisher="The Harbour Times", every=every) for feed in feeds]
        self.now = 1_700_000_000.0
        self.kept: list[str] = []
        self.dies_after: int | None = None
        self.fetchers: list[Fetcher] = []

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    def add(self, items: Iterable[Received | Refused]) -> Iterator[str]:
        for number, each in enumerate(items):
            if number == self.dies_after:
                raise KeyboardInterrupt
            self.kept.append(each.address.removeprefix(self.site.url))
            yield type(each).__name__

    def watch(self) -> Watch:
        """Begin, as a new process does."""
        fetcher = Fetcher(Limits(allow_private=True, delay=0.0, attempts=1))
        self.fetchers.append(fetcher)
        state = WatchState(self.folder / "feeds.watch.json", archive=self.archive)
        chance = random.Random(1)
        return Watch(self.feeds, state, fetcher, self.add, clock=lambda: self.now, sleep=self.sleep, chance=chance)


@pytest.fixture
def site() -> Iterator[Site]:
    with website({f"/{name}": Answer(page().encode()) for name in "abcdef"}) as found:
        yield found


@pytest.fixture
def desk(tmp_path: Path, site: Site) -> Iterator[Desk]:
    site.answers["/feed"] = Answer(rss("/b", "/a"))
    made = Desk(tmp_path, site, "/feed")
    yield made
    for fetcher in made.fetchers:
        fetcher.close()


class TestVisits:
    def test_hand_over_what_is_new_with_the_oldest_first(self, desk: Desk):
        (visit,) = desk.watch().once()
        assert (visit.kind, visit.outcomes, desk.kept) == ("read", ["Received", "Received"], ["/a", "/b"])
        desk.site.answers["/feed"] = Answer(rss("/c", "/b", "/a"))
        (visit,) = desk.watch().once()
        assert desk.kept == ["/a", "/b", "/c"]

    def test_ask_only_for_what_has_changed(self, desk: Desk):
        desk.site.answers["/feed"] = [
            Answer(rss("/a"), headers={"ETag": '"1"', "Last-Modified": "x"}),
            Answer(status=304),
        ]
        assert [visit.kind for _ in range(2) for visit in desk.watch().once()] == ["read", "unchanged"]
        assert desk.site.headers[-1]["if-none-match"] == '"1"'

    def test_hand_over_what_was_changed(self, desk: Desk):
        def atom(day: int) -> Answer:
            return Answer(
                f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><link href="/a"/>'
                f"<updated>2024-03-{day}T08:00:00Z</updated>"
                "</entry></feed>".encode()
            )

        desk.site.answers["/feed"] = [atom(12), atom(12), atom(13)]
        for _ in range(3):
            list(desk.watch().once())
        assert desk.kept == ["/a", "/a"]

    def test_give_the_publisher_of_the_list(self, desk: Desk):
        given: list[str | None] = []

        def add(items: Iterable[Received | Refused]) -> Iterator[None]:
            for item in items:
                given.append(item.report.publisher if isinstance(item, Received) else None)
                yield None

        desk.add = add  # type: ignore[assignment, method-assign]
        list(desk.watch().once())
        assert given == ["The Harbour Times"] * 2

    def test_try_a_page_that_is_not_there_yet_again_and_then_refuse_it(self, desk: Desk):
        desk.site.answers["/feed"] = Answer(rss("/late", "/a"), headers={"ETag": '"1"'})
        assert [visit.waiting for _ in range(2) for visit in desk.watch().once()] == [1, 1]
        assert desk.kept == ["/a"]
        # Had it kept the ETag, the server would not name the late page again.
        assert "if-none-match" not in desk.site.headers[-1]
        (visit,) = desk.watch().once()
        assert (visit.outcomes, visit.waiting, desk.kept) == (["Refused"], 0, ["/a", "/late"])
        list(desk.watch().once())
        assert desk.kept == ["/a", "/late"]

    def test_of_a_bad_feed_harm_no_other(self, desk: Desk):
        desk.feeds = Desk(desk.folder, desk.site, "/none", "/page", "/feed").feeds
        desk.site.answers["/page"] = Answer(page().encode())
        visits = list(desk.watch().once())
        assert [visit.kind for visit in visits] == ["failed", "failed", "read"]
        assert "404" in str(visits[0].reason)
        assert "a page of HTML" in str(visits[1].reason)
        assert desk.kept == ["/a", "/b"]


class TestSchedule:
    def test_visits_each_feed_in_its_time(self, desk: Desk):
        start = desk.now
        times = [round((desk.now - start) / HOUR, 1) for _ in islice(desk.watch().forever(), 4)]
        assert [0.9 * number <= at <= 1.1 * number for number, at in enumerate(times)] == [True] * 4

    def test_leaves_a_feed_that_fails_alone_for_longer_each_time(self, desk: Desk):
        desk.site.answers["/feed"] = Answer(status=500)
        waits = [visit.next - desk.now for visit in islice(desk.watch().forever(), 4)]
        assert [
            number * HOUR <= wait <= 2 * number * HOUR for number, wait in zip((1, 2, 4, 8), waits, strict=True)
        ] == [True] * 4

    def test_leaves_a_feed_alone_for_as_long_as_it_asks(self, desk: Desk):
        desk.site.answers["/feed"] = [Answer(status=429, headers={"Retry-After": "90000"}), Answer(rss("/a"))]
        (visit,) = desk.watch().once()
        assert visit.next == desk.now + 90_000
        (visit,) = desk.watch().once()  # it was passed over in silence
        assert (visit.kind, visit.next, visit.outcomes) == ("left alone", desk.now + 90_000, [])
        desk.now += 90_001
        assert [visit.kind for visit in desk.watch().once()] == ["read"]

    def test_goes_on_after_a_clock_was_set_right(self, desk: Desk):
        list(desk.watch().once())
        waits: list[float] = []
        watching = desk.watch()
        watching._sleep = lambda seconds: (waits.append(seconds), desk.sleep(seconds))[0]  # type: ignore[func-returns-value]
        next(watching.forever())
        assert max(waits) <= 60.0


class TestMemory:
    def test_goes_on_where_it_was_interrupted(self, desk: Desk):
        desk.site.answers["/feed"] = Answer(rss("/c", "/b", "/a"), headers={"ETag": '"1"'})
        desk.dies_after = 2
        with pytest.raises(KeyboardInterrupt):
            list(desk.watch().once())
        desk.dies_after = None
        list(desk.watch().once())
        # One is handed over again: it was not said to be kept yet. The archive knows it.
        assert desk.kept == ["/a", "/b", "/c"]

    def test_of_an_entry_begins_when_it_is_said_to_be_kept(self, desk: Desk):
        def add(items: Iterable[Received | Refused]) -> Iterator[str]:
            desk.kept.extend(item.address for item in items)
            yield from ()
            raise KeyboardInterrupt

        kept_by, desk.add = desk.add, add  # type: ignore[method-assign]
        with pytest.raises(KeyboardInterrupt):
            list(desk.watch().once())
        desk.kept, desk.add = [], kept_by  # type: ignore[method-assign]
        list(desk.watch().once())
        assert desk.kept == ["/a", "/b"]

    def test_is_of_one_archive(self, desk: Desk):
        list(desk.watch().once())
        desk.archive = "other.sqlite"
        list(desk.watch().once())
        assert desk.kept == ["/a", "/b", "/a", "/b"]

    def test_is_replaced_as_a_whole(self, desk: Desk, monkeypatch: pytest.MonkeyPatch):
        list(desk.watch().once())
        before = (desk.folder / "feeds.watch.json").read_bytes()
        desk.site.answers["/feed"] = Answer(rss("/c"))

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("os.fsync", full)
        with pytest.raises(OSError, match="No space"):
            list(desk.watch().once())
        assert [path.name for path in desk.folder.iterdir()] == ["feeds.watch.json"]
        assert (desk.folder / "feeds.watch.json").read_bytes() == before

    @pytest.mark.parametrize(
        "written",
        [
            "",
            "[]",
            "{}",
            '{"format": "other/1"}',
            "\x00",
            '{"format": "readout-watch/1", "archive": "a", "feeds": {"u": {"seen": 3}}}',
        ],
    )
    def test_that_is_damaged_is_named(self, tmp_path: Path, written: str):
        (tmp_path / "w.json").write_text(written)
        with pytest.raises(ConfigError, match=r"w\.json.* delete it to begin anew"):
            WatchState(tmp_path / "w.json", archive="a")

    def test_comes_back_as_it_was(self, tmp_path: Path):
        state = WatchState(tmp_path / "w.json", archive="a")
        memory = state.of("u")
        memory.etag, memory.next, memory.failures, memory.seen, memory.failed = '"é"', 5.5, 2, {"k": "v"}, {"f": 1}
        state.save()
        assert WatchState(tmp_path / "w.json", archive="a").of("u") == memory

    def test_forgets_the_oldest_of_many(self):
        memory = Memory(seen={key_of(str(number)): "" for number in range(5000)}, failed={"gone": 1})
        memory.forget({key_of("0")})
        assert len(memory.seen) == 2001
        assert key_of("0") in memory.seen
        assert key_of("4999") in memory.seen
        assert key_of("1") not in memory.seen
        assert memory.failed == {}

    def test_is_small(self, desk: Desk):
        desk.site.answers["/feed"] = Answer(rss(*(f"/{'x' * 200}{number}" for number in range(50)), "/a"))
        for _ in range(3):
            list(desk.watch().once())
        written = json.loads((desk.folder / "feeds.watch.json").read_text())
        assert len(written["feeds"][desk.feeds[0].url]["seen"]) == 51
        assert (desk.folder / "feeds.watch.json").stat().st_size < 51 * 60


class TestList:
    def read(self, folder: Path, written: str) -> tuple[Watched, ...]:
        (folder / "feeds.toml").write_text(written, encoding="utf-8")
        return read_watchlist(folder / "feeds.toml")

    def test_names_feeds(self, tmp_path: Path):
        written = (
            '[[feed]]\nurl = "https://a.example/"\npublisher = "A"\nevery = "2h"\n[[feed]]\nurl = "http://b.example/x"'
        )
        assert self.read(tmp_path, written) == (
            Watched(url="https://a.example/", publisher="A", every=7200.0),
            Watched(url="http://b.example/x", publisher=None, every=900.0),
        )

    @pytest.mark.parametrize(
        ("written", "reason"),
        [
            ("", "names no feeds"),
            ("[[feed]", "is no TOML"),
            ("feed = 3", "names no feeds"),
            ("feed = []", "names no feeds"),
            ('feeds = "x"', "'feeds', which is not known; do you mean 'feed'"),
            ("[[feed]]", "feed 1 has the url None"),
            ("[[feed]]\nurl = 3", "feed 1 has the url 3"),
            ('[[feed]]\nurl = "ftp://a.example"', "feed 1: .*'ftp'; only http and https"),
            ('[[feed]]\nurl = "https://a.example"\npublsher = "A"', "do you mean 'publisher'"),
            ('[[feed]]\nurl = "https://a.example"\nzz = "A"', "it may have: url, publisher, every"),
            ('[[feed]]\nurl = "https://a.example"\npublisher = " "', "the publisher ' '"),
            ('[[feed]]\nurl = "https://a.example"\nevery = "15"', "every = '15'; expected a time"),
            ('[[feed]]\nurl = "https://a.example"\nevery = 15', "every = 15; expected a time"),
            ('[[feed]]\nurl = "https://a.example"\nevery = "0m"', 'from "1m" to "30d"'),
            ('[[feed]]\nurl = "https://a.example"\nevery = "99d"', 'from "1m" to "30d"'),
            ('[[feed]]\nurl = "https://a.example/"\n[[feed]]\nurl = "https://A.example/"', "feed 2 is feed 1 again"),
        ],
    )
    def test_with_a_fault_is_refused_with_its_place(self, tmp_path: Path, written: str, reason: str):
        with pytest.raises(ConfigError, match=reason):
            self.read(tmp_path, written)

    def test_that_is_not_there_is_named(self, tmp_path: Path):
        with pytest.raises(ConfigError, match="there is no file"):
            read_watchlist(tmp_path / "none.toml")

    def test_that_is_no_text_is_named(self, tmp_path: Path):
        (tmp_path / "feeds.toml").write_bytes(b"\xff\xfe")
        with pytest.raises(ConfigError, match="cannot be read"):
            read_watchlist(tmp_path / "feeds.toml")

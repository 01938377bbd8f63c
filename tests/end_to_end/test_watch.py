# SPDX-License-Identifier: Apache-2.0
"""`readout watch` from a real server into a real archive."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.webpages import page
from tests.support.webserver import Answer, Site, website

pytestmark = [pytest.mark.slow]


STORIES = {
    "Tarn": "The prime minister of the island told parliament on Monday that the treaty would be signed in June, officials said.",
    "Olmo": "Two villages were without power on Sunday after snow brought down the only line, the grid operator said.",
    "Brixen": "A court in the old town sentenced a former mayor to four years for taking bribes, a spokeswoman for the court said.",
}


def page_of(name: str) -> Answer:
    return Answer(
        page(
            body=f"<p>{STORIES[name]}</p><p>{name} has had no such day.</p>", before=f"<h1>News of {name}</h1>"
        ).encode()
    )


@pytest.fixture
def site() -> Iterator[Site]:
    items = "".join(f"<item><title>{name}</title><link>/{name}</link></item>" for name in STORIES)
    pages = {f"/{name}": page_of(name) for name in STORIES}
    feed = Answer(f'<rss version="2.0"><channel>{items}</channel></rss>'.encode(), headers={"ETag": '"1"'})
    with website({"/feed": feed, **pages}) as found:
        yield found


@pytest.fixture
def start(tmp_path: Path, site: Site) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Return what starts a watch of the site's feed and of one that is not there."""
    (tmp_path / "feeds.toml").write_text(
        f'[[feed]]\nurl = "{site.url}/none"\n[[feed]]\nurl = "{site.url}/feed"\npublisher = "The Harbour Times"\nevery = "1m"\n'
    )
    running: list[subprocess.Popen[str]] = []

    def begin(*options: str) -> subprocess.Popen[str]:
        command = [
            sys.executable,
            "-m",
            "readout",
            "watch",
            "feeds.toml",
            "--archive",
            "news.sqlite",
            "--allow-private",
            *options,
        ]
        process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        running.append(process)
        return process

    yield begin
    for process in running:
        process.kill()
        process.communicate()


def addresses_in(folder: Path) -> list[str]:
    with sqlite3.connect(folder / "news.sqlite") as connection:
        found = [address for (address,) in connection.execute("SELECT address FROM appearances ORDER BY address")]
    connection.close()
    return found


def test_watch_adds_each_report_once(tmp_path: Path, site: Site, start: Callable[..., subprocess.Popen[str]]):
    first = start("--once")
    told, complained = first.communicate(timeout=300)
    assert first.returncode == 1, complained  # one of the feeds is not there
    assert f"{site.url}/feed: 3 added; next visit" in told
    assert f"{site.url}/none" in complained
    assert "404" in complained
    assert addresses_in(tmp_path) == [f"{site.url}/{name}" for name in ("Brixen", "Olmo", "Tarn")]
    # The feed that failed is left alone; the other has nothing new, though its server forgot what it said.
    second = start("--once")
    told, complained = second.communicate(timeout=300)
    assert (second.returncode, complained) == (0, "")
    assert f"{site.url}/feed: nothing new; next visit" in told
    assert f"{site.url}/none: failed lately and is left alone; next visit" in told
    assert len(addresses_in(tmp_path)) == 3


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "a service manager"])
def test_watch_ends_cleanly(tmp_path: Path, start: Callable[..., subprocess.Popen[str]], number: signal.Signals):
    process = start()
    assert process.stdout is not None
    assert "3 added" in process.stdout.readline()
    process.send_signal(number)
    _, complained = process.communicate(timeout=120)
    assert process.returncode == 130
    assert (
        complained.splitlines()[-1] == "readout: stopped; what was added is kept: run the same command again to go on"
    )
    assert "Traceback" not in complained
    assert len(addresses_in(tmp_path)) == 3


def test_watch_goes_on_after_it_was_killed(tmp_path: Path, site: Site, start: Callable[..., subprocess.Popen[str]]):
    reached, go_on = threading.Event(), threading.Event()

    def hold(send: Callable[[bytes], object]) -> None:
        reached.set()
        go_on.wait(120)
        send(b"")

    held, site.answers["/Olmo"] = site.answers["/Olmo"], Answer(write=hold)
    process = start()
    assert reached.wait(120), process.poll()
    process.kill()
    process.wait(120)
    go_on.set()
    site.answers["/Olmo"] = held
    again = start("--once")
    told, complained = again.communicate(timeout=300)
    assert "Traceback" not in complained
    assert f"{site.url}/feed: " in told
    assert addresses_in(tmp_path) == [f"{site.url}/{name}" for name in ("Brixen", "Olmo", "Tarn")]


def test_fault_in_the_list_is_told_before_an_archive_is_made(
    tmp_path: Path, start: Callable[..., subprocess.Popen[str]]
):
    (tmp_path / "feeds.toml").write_text('[[feed]]\nurl = "https://a.example/"\nevry = "1h"\n')
    process = start("--once")
    _, complained = process.communicate(timeout=120)
    assert process.returncode == 2
    assert complained == "readout: 'feeds.toml', feed 1 has 'evry', which is not known; do you mean 'every'?\n"
    assert not (tmp_path / "news.sqlite").exists()

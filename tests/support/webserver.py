# SPDX-License-Identifier: Apache-2.0
"""A server of the web on this machine, whose answers a test writes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(slots=True)
class Answer:
    """What is answered to a path."""

    body: bytes = b""
    status: int = 200
    content_type: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    # Writes what follows the headers in its own way, in place of the body.
    write: Callable[[Callable[[bytes], object]], None] | None = None


@dataclass(slots=True)
class Site:
    """The server, what it answers, and what it was asked.

    Attributes:
        url: `http://127.0.0.1:PORT`.
        answers: By path; a list is answered one after the other, its last one again and again.
        asked: Paths in the order of the requests.
        headers: Of each request, names in lower case.
    """

    url: str
    answers: dict[str, Answer | list[Answer]]
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def answer(self, path: str) -> Answer:
        found = self.answers.get(path, Answer(b"no such page", 404))
        if isinstance(found, list):
            return found.pop(0) if len(found) > 1 else found[0]
        return found


@contextmanager
def website(answers: dict[str, Answer | list[Answer]] | None = None) -> Iterator[Site]:
    """Serve answers on a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.headers.append({name.lower(): value for name, value in self.headers.items()})
            answer = site.answer(self.path)
            self.send_response(answer.status)
            if answer.content_type:
                self.send_header("Content-Type", answer.content_type)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if answer.write is None:
                self.send_header("Content-Length", str(len(answer.body)))
                self.end_headers()
                self.wfile.write(answer.body)
                return
            self.send_header("Connection", "close")
            self.end_headers()
            self.close_connection = True
            try:
                answer.write(self.wfile.write)
            except OSError:
                return  # the client has had enough

        def log_message(self, format: str, *arguments: object) -> None:
            return

        def handle(self) -> None:
            try:
                super().handle()
            except OSError:
                return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Site(f"http://127.0.0.1:{server.server_port}", answers if answers is not None else {})
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

# SPDX-License-Identifier: Apache-2.0
"""A real Chromium for tests: from the system, with its driver; nothing is downloaded, and without one the tests are skipped."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("selenium", reason="needs selenium, which is among the development dependencies")

from selenium import webdriver  # after the skip
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains

__all__ = ["Browser", "driver"]

FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
    "--disable-dev-shm-usage",
)  # fmt: skip


class Browser:
    """A Chromium with a page open, and what a person would do with it."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def open(self, path: Path, *, anchor: str = "") -> None:
        self.driver.get("about:blank")  # otherwise a new anchor would not load the page anew
        self.driver.get(path.as_uri() + anchor)

    def tell(self, command: str, **parameters: Any) -> Any:
        return self.driver.execute_cdp_cmd(command, parameters)

    def look(self, *, media: str = "", scheme: str = "light", width: int = 1300, height: int = 900) -> None:
        wanted = {"prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce"}
        features = [{"name": name, "value": value} for name, value in wanted.items()]
        self.tell("Emulation.setEmulatedMedia", media=media, features=features)
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.tell("Emulation.setDeviceMetricsOverride", **size)

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def find(self, selector: str) -> Any:
        return self.driver.find_element("css selector", selector)

    def point(self, selector: str) -> None:
        ActionChains(self.driver).move_to_element(self.find(selector)).perform()

    def press(self, *keys: str) -> None:
        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    def click_words(self, words: str) -> None:
        """Click the segment that begins with these words."""
        element = next(m for m in self.driver.find_elements("css selector", ".m") if m.text.startswith(words))
        self.run("arguments[0].scrollIntoView({block: 'center'})", element)
        left, top = self.run(
            """const wide = [...arguments[0].getClientRects()].sort((a, b) => b.width - a.width)[0];
            return [wide.left + wide.width / 2, wide.top + wide.height / 2]""",
            element,
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.tell("Input.dispatchMouseEvent", type=kind, x=left, y=top, button="left", clickCount=1)

    def lit(self) -> list[str]:
        """Return the numbers of the cards that are lit."""
        return self.run("return [...document.querySelectorAll('.card.on')].map((c) => c.dataset.n)")

    def lit_words(self) -> list[str]:
        return self.run("return [...document.querySelectorAll('.m.on')].map((m) => m.textContent)")

    def focused(self) -> str:
        """Name what has the focus: `card 3`, `number 3`, or the element's tag."""
        return self.run(
            """const e = document.activeElement;
            if (e.matches('.face')) return 'card ' + e.closest('.card').dataset.n;
            return e.matches('.ref') ? 'number ' + e.dataset.n : e.tagName.toLowerCase();"""
        )

    def style(self, selector: str, name: str) -> str:
        return self.run("return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]", selector, name)

    def in_view(self, selector: str) -> bool:
        return self.run(
            """const b = document.querySelector(arguments[0]).getBoundingClientRect();
            return b.top >= 0 && b.bottom <= window.innerHeight""",
            selector,
        )

    def complaints(self) -> list[str]:
        return [entry["message"] for entry in self.driver.get_log("browser")]


@pytest.fixture(scope="module")
def driver() -> Iterator[webdriver.Chrome]:
    binary = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    chromedriver = shutil.which("chromedriver")
    if not binary or not chromedriver:
        pytest.skip("needs Chromium and its driver: apt-get install chromium chromium-driver")
    options = Options()
    options.binary_location = binary
    for flag in FLAGS:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    started = webdriver.Chrome(options=options, service=Service(chromedriver))
    yield started
    started.quit()

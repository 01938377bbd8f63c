# SPDX-License-Identifier: Apache-2.0
"""The map in a real Chromium: it draws itself from its own file, and tells the words under the pointer."""

from __future__ import annotations

from pathlib import Path

import pytest

from readout.cli import main
from tests.support.browser import Browser, driver

pytest.importorskip("selenium", reason="needs selenium, which is among the development dependencies")

from selenium import webdriver  # after the skip
from selenium.webdriver.support.wait import WebDriverWait

__all__ = ["driver"]  # a fixture

REPORT = "The minister flew from Oslo to Warsaw on Monday.\n\nIn Warsaw he met his Polish counterpart."


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("map") / "map.html"
    with pytest.raises(SystemExit) as left:
        main(["read", "--text", REPORT, "--map", str(path), "--quiet"])
    assert left.value.code == 0
    return path


def test_map_draws_itself_without_a_complaint_or_a_request(driver: webdriver.Chrome, page: Path):
    browser = Browser(driver)
    browser.look()
    browser.complaints()
    browser.open(page)
    WebDriverWait(driver, 20).until(lambda _: browser.run("return document.querySelectorAll('#map svg').length") == 1)
    words = browser.find("#map svg").get_attribute("textContent") or ""
    assert "Oslo" in words
    assert "Warsaw" in words
    assert browser.complaints() == []
    assert browser.run("return performance.getEntriesByType('resource').length") == 0


def test_pin_tells_its_words_under_the_pointer(driver: webdriver.Chrome, page: Path):
    browser = Browser(driver)
    browser.look()
    browser.open(page)
    pins = "#map svg .mark-symbol path[aria-label*='Warsaw']"
    WebDriverWait(driver, 20).until(lambda _: driver.find_elements("css selector", pins))
    browser.point(pins)
    WebDriverWait(driver, 10).until(lambda _: "“Warsaw”" in browser.find("#vg-tooltip-element").text)
    assert "Mentions" in browser.find("#vg-tooltip-element").text

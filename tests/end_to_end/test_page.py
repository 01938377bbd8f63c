# SPDX-License-Identifier: Apache-2.0
"""The page in a real Chromium: pointer, keyboard, themes, print, a narrow screen, and no JavaScript.

Needs Chromium and its driver from the system, and selenium from the development dependencies; nothing is downloaded.
Without a browser the tests are skipped, and pytest's summary says so.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from readout.cli.page import page_of
from readout.record import Figure, Note, Place, Record, Time
from readout.text import Span
from tests.support.browser import Browser, driver
from tests.support.odesa import RECORD, TEXT

pytest.importorskip("selenium", reason="needs selenium, which is among the development dependencies")

from selenium import webdriver  # after the skip
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

__all__ = ["driver"]  # a fixture


def at(words: str, after: str = "") -> Any:
    start = TEXT.index(words, TEXT.index(after))
    return {"start": start, "end": start + len(words)}


TOLD = dataclasses.replace(
    RECORD,
    figures=(Figure(**at("24 hours"), low=24, modifier="less than", unit="hour", kind="measure", according_to="s4"),),
    times=(Time(**at("July 23, 2022"), type="DATE", value="2022-07-23"),),
    places=(
        Place(**at("Odesa"), name="Odesa", kind="location", country="UKR", lat=46.5, lon=30.7),
        Place(
            **at("Odesa", TEXT[TEXT.index("Odesa") + 1 :]),
            name="Odesa",
            kind="location",
            country="UKR",
            lat=46.5,
            lon=30.7,
        ),
    ),
)

CONTRASTS = """
const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
const luminance = ([r, g, b]) => [r, g, b].map((c) => c / 255)
  .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
const ground = (element) => {
  for (let e = element; e; e = e.parentElement) {
    const found = channels(getComputedStyle(e).backgroundColor);
    if (found.length === 3 || found[3] === 1) return found;
  }
  return [255, 255, 255];
};
return [...document.querySelectorAll(arguments[0])].filter((e) => e.offsetParent).map((e) => {
  const a = luminance(channels(getComputedStyle(e).color)), b = luminance(ground(e));
  return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e.className + ": " + e.textContent.slice(0, 30)];
});
"""


@pytest.fixture
def browser(driver: webdriver.Chrome, page: Path) -> Browser:
    browser = Browser(driver)
    browser.look()
    browser.open(page)
    browser.run("localStorage.clear()")
    browser.open(page)
    browser.complaints()
    return browser


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(page_of(RECORD), encoding="utf-8")
    return path


def test_page_loads_without_a_complaint_or_a_request(browser: Browser, page: Path):
    browser.open(page)
    assert browser.complaints() == []
    assert browser.run("return performance.getEntriesByType('resource').length") == 0


def test_pointing_at_words_lights_their_card(browser: Browser):
    browser.point(".ref[data-n='10']")
    assert browser.lit() == ["10"]
    browser.point(".brand")
    assert browser.lit() == []


def test_pointing_at_a_card_lights_its_words(browser: Browser):
    browser.point("#card-4 .how")
    assert browser.lit_words()[0].startswith("“It took less than 24 hours")
    assert browser.lit_words()[-1] == "“breaking its promises.”"


@pytest.mark.parametrize(
    ("words", "number"),
    [("they “had", "8"), ("his ministry", "7"), ("the Russians", "8"), ("he", "5"), ("Kyiv", "2")],
    ids=["inner content", "outer content", "inner source", "pronoun", "source"],
)
def test_clicking_words_chooses_the_innermost_statement(browser: Browser, words: str, number: str):
    browser.click_words(words)
    assert browser.lit() == [number]
    assert browser.focused() == f"card {number}"


def test_clicked_statement_stays_lit_until_let_go(browser: Browser):
    browser.click_words("they “had")
    browser.point(".brand")
    assert browser.lit() == ["8"]
    browser.press(Keys.ESCAPE)
    assert browser.lit() == []


def test_card_clicked_brings_its_words_into_view(browser: Browser):
    browser.look(height=500)
    browser.find("#card-11 .how").click()
    box = browser.run(
        "const b = document.querySelector('mark[data-s=\"11\"]').getBoundingClientRect(); return [b.top, b.bottom]"
    )
    assert box[0] >= 0
    assert box[1] <= 500


def test_words_clicked_bring_their_card_into_view(browser: Browser):
    browser.look(height=500)
    browser.click_words("insurers")
    script = "const b = document.querySelector('#card-11').getBoundingClientRect(); return [b.top, b.bottom]"
    WebDriverWait(browser.driver, 5).until(lambda _: browser.run(script)[0] >= 0 and browser.run(script)[1] <= 500)


def test_card_reached_by_keyboard_is_in_view_beside_its_words(browser: Browser):
    browser.look(height=500)
    browser.press(*"jjjjjjjjjjj")
    for selector in ("#card-11 h3", "mark[data-s='11']"):
        box = browser.run("return document.querySelector(arguments[0]).getBoundingClientRect()", selector)
        assert 0 <= box["top"] < box["bottom"] <= 500


def test_tab_goes_from_the_skip_link_to_numbers_and_cards(browser: Browser):
    browser.press(Keys.TAB)
    assert browser.run("return document.activeElement.className") == "skip"
    seen = []
    for _ in range(40):
        browser.press(Keys.TAB)
        seen.append(browser.focused())
    expected = [f"number {n}" for n in (1, 2, 3, 4, 5, 6, 8, 7, 9, 10, 11, 12)]
    assert [name for name in seen if name.startswith("number")] == expected
    assert [name for name in seen if name.startswith("card")][:3] == ["card 1", "card 2", "card 3"]


def test_skip_link_leads_to_the_statements(browser: Browser):
    browser.press(Keys.TAB, Keys.ENTER, Keys.TAB, "j")
    assert browser.focused() == "card 1"


def test_focus_can_be_seen(browser: Browser):
    browser.press("j")
    assert browser.style("#card-1 .face", "outlineStyle") == "solid"
    assert browser.style("#card-1 .face", "outlineWidth") == "3px"


def test_j_and_k_and_arrows_walk_through_the_statements(browser: Browser):
    walked = []
    for key in ("j", "j", Keys.ARROW_DOWN, "k", Keys.ARROW_UP, "k", "k"):
        browser.press(key)
        walked.append(browser.focused())
        assert browser.lit() == [walked[-1].split()[1]]
    assert walked == [f"card {n}" for n in (1, 2, 3, 2, 1, 1, 1)]


def test_enter_goes_from_card_to_text_and_back(browser: Browser):
    browser.press("j", "j", "j", Keys.ENTER)
    assert browser.focused() == "number 3"
    browser.press("j")
    assert browser.focused() == "number 4"
    browser.press(Keys.ENTER)
    assert browser.focused() == "card 4"
    browser.press(Keys.ESCAPE)
    assert (browser.focused(), browser.lit()) == ("body", [])


def test_filter_shows_one_speaker_and_can_be_undone(browser: Browser):
    button = next(
        found for found in browser.driver.find_elements("css selector", ".speakers button") if "Nikolenko" in found.text
    )
    button.click()
    shown = "return [...document.querySelectorAll('.card')].filter((c) => !c.hidden).map((c) => c.dataset.n)"
    assert browser.run(shown) == ["4", "5"]
    assert button.get_attribute("aria-pressed") == "true"
    assert browser.find("#status").text == "2 of 12 shown"
    assert browser.style("mark[data-s='10']", "backgroundColor") == "rgba(0, 0, 0, 0)"
    browser.press("j", "j", "j")
    assert browser.focused() == "card 5"
    button.click()
    assert len(browser.run(shown)) == 12
    assert browser.find("#status").text == ""


def test_holder_leads_to_the_statement_that_holds_this_one(browser: Browser):
    browser.find("#card-8 .holder").click()
    assert (browser.focused(), browser.lit()) == ("card 7", ["7"])


def test_theme_goes_round_and_is_remembered(browser: Browser, page: Path):
    grounds = {"light": "rgb(253, 252, 249)", "dark": "rgb(21, 23, 26)"}
    seen = [browser.style("body", "backgroundColor")]
    for _ in range(3):
        browser.find("#theme").click()
        seen.append(browser.style("body", "backgroundColor"))
    assert seen == [grounds["light"], grounds["dark"], grounds["light"], grounds["light"]]
    browser.find("#theme").click()

    def is_dark_when_opened_anew(_: object) -> bool:
        browser.open(page)
        return browser.style("body", "backgroundColor") == grounds["dark"]

    # Chromium hands what a page stores to another process, and a page opened at once may still read what stood there before.
    WebDriverWait(browser.driver, 10).until(is_dark_when_opened_anew)


def test_theme_follows_the_system_unless_chosen(browser: Browser):
    browser.look(scheme="dark")
    assert browser.style("body", "backgroundColor") == "rgb(21, 23, 26)"
    for _ in range(2):
        browser.find("#theme").click()
    assert browser.style("body", "backgroundColor") == "rgb(253, 252, 249)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lit", [False, True], ids=["at rest", "lit"])
def test_all_words_stand_out_from_their_ground(browser: Browser, scheme: str, lit: bool):
    """WCAG 2.2, AA: 4.5 to 1 for text. The record has nine speakers, so all eight colours are there."""
    browser.look(scheme=scheme)
    if lit:
        browser.run("document.querySelectorAll('.card').forEach((c) => c.querySelector('.face').focus())")
        browser.run("document.querySelectorAll('.m[data-s], .card, .ref').forEach((e) => e.classList.add('on'))")
    selector = ".m, .ref, .number, .about, .how, .flag, .low, .open, .condition, .facts, small, button, h1, p, th, td"
    poor = [(words, round(ratio, 2)) for ratio, words in browser.run(CONTRASTS, selector) if ratio < 4.5]
    assert poor == []


def test_print_has_footnotes_and_no_controls(browser: Browser):
    browser.click_words("they “had")
    browser.look(media="print", scheme="dark")
    assert browser.style("#theme", "display") == "none"
    assert browser.style(".speakers", "display") == "none"
    assert browser.style(".side", "position") == "static"
    assert browser.style("body", "backgroundColor") == "rgb(255, 255, 255)"
    assert browser.style("body", "color") == "rgb(0, 0, 0)"
    report, cards = (
        browser.run("return document.querySelector(arguments[0]).getBoundingClientRect()", selector)
        for selector in (".report", ".side")
    )
    assert cards["top"] >= report["bottom"]
    assert [card.text.split()[0] for card in browser.driver.find_elements("css selector", ".card")] == [
        str(number) for number in range(1, 13)
    ]


@pytest.mark.parametrize("width", [320, 400, 800, 1300])
def test_page_never_scrolls_sideways(browser: Browser, width: int):
    browser.look(width=width)
    assert browser.run("return document.documentElement.scrollWidth") <= width


def test_tapped_words_show_their_card_on_a_narrow_screen(browser: Browser):
    browser.look(width=400, height=800)
    browser.click_words("they “had")
    box = browser.run("return document.querySelector('#card-8').getBoundingClientRect()")
    assert browser.style("#card-8", "position") == "fixed"
    assert 0 < box["top"] < box["bottom"] <= 800
    browser.press(Keys.ESCAPE)
    assert browser.style("#card-8", "position") == "static"


def test_page_works_without_javascript(browser: Browser, page: Path):
    browser.tell("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(page)
        browser.find(".ref[data-n='9']").click()
        at_card = browser.driver.current_url
        browser.find("#card-9 .number").click()
        at_text = browser.driver.current_url
        toggle = browser.find("#theme").is_displayed()
    finally:
        browser.tell("Emulation.setScriptExecutionDisabled", value=False)
    assert at_card.endswith("#card-9")
    assert at_text.endswith("#text-9")
    assert not toggle


def test_anchor_in_the_address_lights_its_statement(browser: Browser, page: Path):
    browser.open(page, anchor="#card-6")
    assert browser.lit() == ["6"]


def test_every_control_has_a_name_and_a_role(browser: Browser):
    nodes = browser.tell("Accessibility.getFullAXTree")["nodes"]
    focusable = [
        node
        for node in nodes
        if not node["ignored"]
        and any(p["name"] == "focusable" and p["value"]["value"] for p in node.get("properties", []))
    ]
    named = {node["role"]["value"] for node in focusable if node.get("name", {}).get("value")}
    unnamed = [
        node["role"]["value"]
        for node in focusable
        if not node.get("name", {}).get("value") and node["role"]["value"] not in ("generic", "RootWebArea")
    ]
    assert unnamed == []
    assert {"button", "link", "group"} <= named


@pytest.fixture
def told(browser: Browser, tmp_path: Path) -> Browser:
    """Open a page that has figures, times and places, too."""
    path = tmp_path / "told.html"
    path.write_text(page_of(TOLD), encoding="utf-8")
    browser.open(path)
    browser.complaints()
    return browser


def test_entry_leads_to_its_words_and_they_lead_back(told: Browser):
    told.find("#place-1 a").click()
    assert told.run("return document.activeElement.id") == "words-place-1-1"
    assert told.in_view("#words-place-1-1")
    assert told.style("#words-place-1-1", "outlineStyle") == "solid"
    told.press(Keys.ENTER)
    assert told.run("return document.activeElement.closest('tr').id") == "place-1"
    assert told.in_view("#place-1")


def test_number_leads_to_a_further_mention(told: Browser):
    told.find("#place-1 .more").click()
    assert told.run("return document.activeElement.id") == "words-place-1-2"
    assert told.run("return document.activeElement.textContent") == "Odesa"


def test_words_clicked_lead_to_their_entry(told: Browser):
    told.find("#words-figure-1-1").click()
    assert told.run("return document.activeElement.closest('tr').id") == "figure-1"
    assert told.in_view("#figure-1")


def test_kind_can_be_hidden_and_shown_by_keyboard(told: Browser):
    def line(kind: str) -> str:
        return told.style(f".report .{kind}", "textDecorationLine")

    assert {kind: line(kind) for kind in ("figure", "time", "place")} == dict.fromkeys(
        ("figure", "time", "place"), "underline"
    )
    told.run("document.querySelector('.legend [data-fact=time]').focus()")
    told.press(Keys.SPACE)
    assert told.find(".legend [data-fact=time]").get_attribute("aria-pressed") == "false"
    assert (line("time"), line("figure"), line("place")) == ("none", "underline", "underline")
    told.press(Keys.ENTER)
    assert line("time") == "underline"


def test_hidden_mark_leaves_its_words_to_the_statement(told: Browser):
    told.find(".legend [data-fact=figure]").click()
    told.run("document.querySelector('#words-figure-1-1').scrollIntoView({block: 'center'})")
    box = told.run("return document.querySelector('#words-figure-1-1').getBoundingClientRect()")
    for kind in ("mousePressed", "mouseReleased"):
        at = {"x": box["left"] + box["width"] / 2, "y": box["top"] + box["height"] / 2}
        told.tell("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **at)
    assert told.lit() == ["4"]


def test_entry_shows_its_kind_again(told: Browser):
    told.find(".legend [data-fact=place]").click()
    told.find("#place-1 a").click()
    assert told.find(".legend [data-fact=place]").get_attribute("aria-pressed") == "true"


def test_marks_of_facts_are_no_stops_on_the_way_through_the_statements(told: Browser):
    seen = []
    for _ in range(12):
        told.press(Keys.TAB)
        seen.append(told.run("return document.activeElement.className.split(' ')[0]"))
    assert "fact" not in seen
    assert "ref" in seen


def test_kinds_differ_in_more_than_colour(told: Browser):
    styles = {kind: told.style(f".report .{kind}", "textDecorationStyle") for kind in ("figure", "time", "place")}
    assert styles == {"figure": "dotted", "time": "dashed", "place": "solid"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("hidden", [False, True], ids=["shown", "hidden"])
def test_words_of_facts_and_lists_stand_out_from_their_ground(told: Browser, scheme: str, hidden: bool):
    told.look(scheme=scheme)
    if hidden:
        told.run("document.querySelectorAll('.legend button').forEach((b) => b.click())")
    told.run("document.querySelector('#place-1 a').focus()")
    selector = ".fact, .legend button, .legend small, .told a, .told td"
    assert [(words, round(ratio, 2)) for ratio, words in told.run(CONTRASTS, selector) if ratio < 4.5] == []


def test_lists_are_printed_and_marks_and_switches_are_not(told: Browser):
    told.look(media="print", scheme="dark")
    assert told.style(".legend", "display") == "none"
    assert told.style(".report .figure", "textDecorationLine") == "none"
    assert "Odesa" in told.find("section[aria-label=Places]").text


@pytest.mark.parametrize("width", [320, 400, 800, 1300])
def test_page_with_facts_never_scrolls_sideways(told: Browser, width: int):
    told.look(width=width)
    assert told.run("return document.documentElement.scrollWidth") <= width


def test_facts_are_linked_without_javascript(told: Browser):
    told.tell("Emulation.setScriptExecutionDisabled", value=True)
    try:
        told.driver.refresh()
        told.find("#place-1 a").click()
        at_words = told.driver.current_url
        enabled = told.find(".legend button").is_enabled()
    finally:
        told.tell("Emulation.setScriptExecutionDisabled", value=False)
    assert at_words.endswith("#words-place-1-1")
    assert not enabled


def test_script_in_a_report_stays_words(browser: Browser, tmp_path: Path):
    evil = "</p></main><script>document.title = 'owned'; alert(1)</script><img src=x onerror=alert(2)>"
    report = dataclasses.replace(RECORD.report, text=evil, parts=(), published=None, title=evil)
    statement = dataclasses.replace(
        RECORD.statements[0], content=(Span(3, len(evil)),), cue=(), source=(), speaker=None
    )
    record = Record(report=report, entities=(), statements=(statement,), notes=(Note(evil),))
    path = tmp_path / "evil.html"
    path.write_text(page_of(record), encoding="utf-8")
    browser.open(path)
    assert browser.driver.title == f"{evil} · Readout"
    assert browser.complaints() == []
    assert browser.run("return document.images.length + document.scripts.length") == 1
    assert evil[3:] in browser.find("main").text

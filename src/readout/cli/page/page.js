// SPDX-License-Identifier: Apache-2.0
// Link marks and cards both ways, move between statements by keyboard, filter by speaker, and choose the theme.
// Without this file the page still reads: numbers and cards are anchors of one another.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const cards = all(".card");
  const refs = all(".ref");
  const marks = all(".m[data-s]");
  const side = document.getElementById("statements");
  const status = document.getElementById("status");
  const root = document.documentElement;

  const group = (elements, numbersOf) => {
    const found = new Map();
    for (const element of elements) {
      for (const number of numbersOf(element)) {
        if (!found.has(number)) found.set(number, []);
        found.get(number).push(element);
      }
    }
    return found;
  };
  const marksOf = group(marks, (mark) => mark.dataset.s.split(" "));
  const cardOf = new Map(cards.map((card) => [card.dataset.n, card]));
  const refOf = new Map(refs.map((ref) => [ref.dataset.n, ref]));

  let shown = null; // the statement that is lit
  let pinned = null; // the statement that stays lit when the pointer leaves
  let speaker = null; // the speaker whose statements alone are shown

  const elementsOf = (number) => [...(marksOf.get(number) || []), cardOf.get(number), refOf.get(number)].filter(Boolean);

  const litClass = (number) => `lit-${cardOf.get(number).dataset.colour}`;

  const light = (number) => {
    if (number === shown) return;
    if (shown) elementsOf(shown).forEach((element) => element.classList.remove("on", litClass(shown)));
    if (number) elementsOf(number).forEach((element) => element.classList.add("on", litClass(number)));
    shown = number;
  };

  // On a narrow screen the cards are below the text.
  const besideText = () => getComputedStyle(side).position === "sticky";

  // Scroll the panel only, and only when it is a panel of its own: the page must not move under the pointer.
  const bringCard = (number) => {
    const card = cardOf.get(number);
    if (!card || !besideText()) return;
    const box = card.getBoundingClientRect();
    const panel = side.getBoundingClientRect();
    if (box.top < panel.top || box.bottom > panel.bottom) {
      side.scrollTop += box.top - panel.top - Math.max(16, (panel.height - box.height) / 3);
    }
  };

  const bringText = (number) => {
    const first = (marksOf.get(number) || []).find((mark) => mark.matches("mark")) || refOf.get(number);
    if (!first) return;
    const box = first.getBoundingClientRect();
    if (box.top < 48 || box.bottom > window.innerHeight - 48) first.scrollIntoView({ block: "center" });
  };

  const pin = (number) => {
    pinned = number;
    light(number);
    if (number === null) root.classList.remove("sheet");
    cards.forEach((card) => card.querySelector(".face").toggleAttribute("aria-current", card.dataset.n === number));
  };

  const face = (number) => cardOf.get(number).querySelector(".face");
  const isHidden = (number) => cardOf.get(number).hidden;
  // Who points at words that are in several statements means the innermost; it is named first.
  const numberAt = (target) => {
    const element = target.closest("[data-s], .ref, .card");
    if (!element) return null;
    if (!element.dataset.s) return element.dataset.n;
    return element.dataset.s.split(" ").find((number) => !isHidden(number)) || null;
  };

  // When the page scrolls under a pointer that rests, the browser reports a pointer that comes; nobody pointed.
  let rest = "";
  const place = (event) => `${event.screenX} ${event.screenY}`;
  document.addEventListener("mousemove", (event) => { rest = place(event); });

  document.addEventListener("mouseover", (event) => {
    if (place(event) === rest) return;
    const number = numberAt(event.target);
    if (!number) return light(pinned);
    light(number);
    if (!event.target.closest(".card")) bringCard(number);
  });

  // Pressing a button of the mouse moves the focus; were the page to scroll then, the click would end elsewhere.
  let pressed = false;
  document.addEventListener("pointerdown", () => { pressed = true; });
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => { pressed = false; });

  document.addEventListener("focusin", (event) => {
    const number = numberAt(event.target);
    if (!number || pressed) return;
    light(number);
    bringCard(number);
    if (event.target.closest(".card")) bringText(number);
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("summary, .facts a, button")) return;
    if (event.target.closest(".report .fact, .told a")) return follow(event);
    if (String(window.getSelection()).length) return; // words are being copied
    const holder = event.target.closest(".holder");
    const number = holder ? holder.hash.replace("#card-", "") : numberAt(event.target);
    if (!number) return pin(null);
    event.preventDefault();
    const inText = !event.target.closest(".card");
    if (inText && !besideText()) root.classList.add("sheet");
    pin(number);
    if (holder || inText) {
      face(number).focus({ preventScroll: inText });
      bringCard(number);
    } else if (event.target.closest(".number")) {
      root.classList.remove("sheet");
      refOf.get(number)?.focus();
    } else {
      bringText(number);
    }
  });

  // From words to their line and back; the focus goes with them, so that Enter leads back again.
  const follow = (event) => {
    const link = event.target.closest("a");
    const found = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const goal = found && (found.matches(".fact") ? found : found.querySelector("a"));
    if (!goal) return;
    event.preventDefault();
    const kind = goal.closest(".report") ? found.id.split("-")[1] : null;
    if (kind) showFacts(kind, true);
    goal.focus({ preventScroll: true });
    goal.scrollIntoView({ block: "center" });
  };

  const step = (by) => {
    const open = cards.filter((card) => !card.hidden).map((card) => card.dataset.n);
    if (!open.length) return;
    const here = open.indexOf(numberAt(document.activeElement) || pinned || shown);
    const next = open[Math.min(open.length - 1, Math.max(0, here < 0 ? (by > 0 ? 0 : open.length - 1) : here + by))];
    pin(next);
    // Whoever walks through the text stays in the text.
    if (document.activeElement.classList.contains("ref") && refOf.has(next)) refOf.get(next).focus();
    else face(next).focus({ preventScroll: besideText() });
    bringCard(next);
  };

  const cross = (event) => {
    const element = document.activeElement;
    if (!element.matches(".face, .ref")) return;
    event.preventDefault();
    const number = numberAt(element);
    pin(number);
    (element.matches(".ref") ? face(number) : refOf.get(number) || element).focus();
  };

  const letGo = () => {
    if (pinned || shown) {
      const element = document.activeElement;
      pin(null);
      if (element.matches(".face, .ref, .card a")) element.blur();
    } else if (speaker !== null) {
      choose(null);
    }
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
    const atStatement = event.target.closest?.(".card, .ref");
    if (event.key === "j" || (event.key === "ArrowDown" && atStatement)) step(1);
    else if (event.key === "k" || (event.key === "ArrowUp" && atStatement)) step(-1);
    else if (event.key === "Enter") return cross(event);
    else if (event.key === "Escape") return letGo();
    else return;
    event.preventDefault();
  });

  // The filter by speaker.
  const buttons = all(".speakers button");
  const choose = (wanted) => {
    speaker = wanted;
    pin(null);
    buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.speaker === wanted)));
    cards.forEach((card) => { card.hidden = wanted !== null && card.dataset.speaker !== wanted; });
    refs.forEach((ref) => ref.classList.toggle("off", isHidden(ref.dataset.n)));
    marks.forEach((mark) => mark.classList.toggle("off", mark.dataset.s.split(" ").every(isHidden)));
    const open = cards.filter((card) => !card.hidden).length;
    status.textContent = wanted === null ? "" : `${open} of ${cards.length} shown`;
  };
  buttons.forEach((button) => {
    button.disabled = false;
    button.addEventListener("click", () => choose(button.dataset.speaker === speaker ? null : button.dataset.speaker));
  });

  // The marks of figures, times and places.
  const switches = all(".legend button");
  const showFacts = (kind, wanted) => {
    root.classList.toggle(`hide-${kind}`, !wanted);
    switches.filter((each) => each.dataset.fact === kind).forEach((each) => each.setAttribute("aria-pressed", String(wanted)));
  };
  switches.forEach((each) => {
    each.disabled = false;
    each.addEventListener("click", () => showFacts(each.dataset.fact, each.getAttribute("aria-pressed") !== "true"));
  });

  // The theme: as the system, dark, light. Storage may be forbidden, as for a page opened from a file.
  const themes = ["system", "dark", "light"];
  const names = { system: "as the system", dark: "dark", light: "light" };
  const toggle = document.getElementById("theme");
  const stored = () => { try { return localStorage.getItem("readout-theme"); } catch { return null; } };
  const store = (theme) => { try { localStorage.setItem("readout-theme", theme); } catch { /* then not remembered */ } };
  let theme = themes.includes(stored()) ? stored() : "system";
  const dress = () => {
    if (theme === "system") delete root.dataset.theme;
    else root.dataset.theme = theme;
    toggle.textContent = `Theme: ${names[theme]}`;
  };
  toggle.addEventListener("click", () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length];
    store(theme);
    dress();
  });
  toggle.hidden = false;
  root.classList.add("scripted");
  dress();

  const target = /^#(?:card|text)-(\d+)$/.exec(location.hash);
  if (target && cardOf.has(target[1])) pin(target[1]);
})();

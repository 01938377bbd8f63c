# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501  # bulletins stand here as they are printed
"""A news desk: edits a report as desks do, by a recipe, the same way every time.

A recipe is a base text and steps; a step is the name of an edit and what it needs. The edits work on paragraphs, of which the first is
the headline. Bulletins are reports that a program writes by a template: the places and firms in them are invented.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random

__all__ = ["CREDITS", "EDITS", "FOOTERS", "TEMPLATES", "Recipe", "base_text", "paragraphs_of", "write"]

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / "tests" / "corpus" / "copies" / "texts"

Recipe = Sequence[object]
"""The name of a base text, then steps: lists of an edit's name and its arguments."""

Paragraphs = list[str]

FOOTERS = (
    "Follow Readout Examples for more news from the region.",
    "Sign up to our morning newsletter\n\nRead more: How we report\n\nFollow us on Facebook and Twitter",
    "© Readout Examples. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.",
    "This article is part of a series on the agreements and disasters that shaped the last two decades. The series looks at what was "
    "known on the day, who told it first, and how the accounts changed in the weeks that followed. It is edited by a team of five in "
    "three cities, who have gone through more than four thousand dispatches, press releases and recordings. Earlier parts dealt "
    "with the banking crisis, the Arab uprisings and the Fukushima accident. Readers who were there are invited to write to the desk "
    "with what they remember; letters may be shortened before they are printed.",
    "Readout Examples is a newsroom without owners. It lives on the gifts of its readers, who keep it open to everyone. Articles may be "
    "republished free of charge under the terms that are given on our website, provided that they are not altered, that the author is "
    "named, and that a link leads back to the original. Pictures are not included in that licence. If you take over an article please "
    "let our partnership team know, so that we can tell our supporters where their money has had an effect.",
)
CREDITS = (
    "(Reporting by Anna Example and Paul Sample; Editing by Mary Model)",
    "(Writing by Paul Sample, with reporting by Li Instance in Geneva; Editing by Tom Pattern)",
    "Readout Examples, with agencies",
    "Source: Example Press",
)


def write(recipe: Recipe) -> str:
    """Write the text that a recipe describes."""
    base, *steps = recipe
    paragraphs = paragraphs_of(base_text(str(base)))
    for step in steps:
        if not isinstance(step, list):
            raise TypeError(f"found {step!r} in a recipe, expected a list: the name of an edit, then its arguments")
        name, *arguments = step
        paragraphs = EDITS[name](paragraphs, *arguments)
    return "\n\n".join(paragraphs) + "\n"


def base_text(name: str) -> str:
    """Return a text of ours: of the examples, of the texts beside the pairs, or a bulletin ("weather:7")."""
    template, colon, seed = name.partition(":")
    if colon:
        return TEMPLATES[template](Random(f"{template} {seed}"))
    example = ROOT / "examples" / name / "report.txt"
    return (example if example.exists() else TEXTS / f"{name}.txt").read_text(encoding="utf-8")


def paragraphs_of(text: str) -> Paragraphs:
    """Cut a text at its blank lines."""
    return [paragraph for paragraph in re.split(r"\n\s*\n", text.strip()) if paragraph]


def _lead(paragraphs: Paragraphs) -> int:
    """Return the place of the first paragraph of the story."""
    return next(
        i
        for i, paragraph in enumerate(paragraphs)
        if len(paragraph.split()) > 15 and paragraph.rstrip(" ”\"’'").endswith(".")
    )


def _headline(paragraphs: Paragraphs, words: str) -> Paragraphs:
    return [words, *paragraphs[1:]]


def _headline_from_lead(paragraphs: Paragraphs, n_words: int) -> Paragraphs:
    lead = paragraphs[_lead(paragraphs)].rpartition(" — ")[2].rpartition(") - ")[2]
    return [" ".join(lead.split()[:n_words]).rstrip(",.;"), *paragraphs[1:]]


def _headline_of(paragraphs: Paragraphs, base: str) -> Paragraphs:
    return [paragraphs_of(base_text(base))[0], *paragraphs[1:]]


def _strip_front(paragraphs: Paragraphs) -> Paragraphs:
    """Leave out standfirst, byline and caption, as feeds do."""
    return [paragraphs[0], *paragraphs[_lead(paragraphs) :]]


def _byline(paragraphs: Paragraphs, words: str) -> Paragraphs:
    return [paragraphs[0], words, *paragraphs[1:]]


def _dateline(paragraphs: Paragraphs, words: str) -> Paragraphs:
    lead = _lead(paragraphs)
    return [*paragraphs[:lead], f"{words} {paragraphs[lead]}", *paragraphs[lead + 1 :]]


def _credit(paragraphs: Paragraphs, number: int) -> Paragraphs:
    return [*paragraphs, CREDITS[number]]


def _footer(paragraphs: Paragraphs, number: int) -> Paragraphs:
    return [*paragraphs, *paragraphs_of(FOOTERS[number])]


def _trim(paragraphs: Paragraphs, share: float) -> Paragraphs:
    """Keep the front and the first share of the story, a paragraph at least."""
    lead = _lead(paragraphs)
    return paragraphs[: lead + max(1, round(share * (len(paragraphs) - lead)))]


def _cut(paragraphs: Paragraphs, *places: int) -> Paragraphs:
    """Leave out paragraphs, counted from the lead."""
    lead = _lead(paragraphs)
    return [paragraph for i, paragraph in enumerate(paragraphs) if i - lead not in places]


def _insert(paragraphs: Paragraphs, base: str, number: int, place: int) -> Paragraphs:
    """Put in a paragraph of another text's story, before the one at a place counted from the lead."""
    other = paragraphs_of(base_text(base))
    at = _lead(paragraphs) + place
    return [*paragraphs[:at], other[_lead(other) + number], *paragraphs[at:]]


def _say(paragraphs: Paragraphs, words: str, place: int) -> Paragraphs:
    """Put in a new paragraph before the one at a place counted from the lead."""
    at = _lead(paragraphs) + place
    return [*paragraphs[:at], words, *paragraphs[at:]]


def _merge(paragraphs: Paragraphs, base: str, share: float) -> Paragraphs:
    """Append the head of another text as a second item."""
    return [*paragraphs, *_trim(_strip_front(paragraphs_of(base_text(base))), share)]


def _replace(paragraphs: Paragraphs, old: str, new: str) -> Paragraphs:
    return [paragraph.replace(old, new) for paragraph in paragraphs]


_NUMBER = re.compile(r"(?<![\w.,:/-])\d{1,3}(?:,\d{3})+\b|(?<![\w.,:/-])\d{2,3}(?![\w.,:-])")


def _toll(paragraphs: Paragraphs, number: int, added: int) -> Paragraphs:
    """Raise one figure wherever it stands."""
    figures = list(dict.fromkeys(_NUMBER.findall("\n".join(paragraphs))))
    if not figures:
        return paragraphs
    old = figures[number % len(figures)]
    new = f"{int(old.replace(',', '')) + added:,}"
    return [re.sub(rf"(?<![\d.,]){old}(?![\d,])", new, paragraph) for paragraph in paragraphs]


_AMERICAN = {
    "favour": "favor", "honour": "honor", "neighbour": "neighbor", "labour": "labor", "defence": "defense", "centre": "center",
    "kilometre": "kilometer", "metre": "meter", "organisation": "organization", "recognise": "recognize", "legalise": "legalize",
    "authorise": "authorize", "programme": "program", "analyse": "analyze", "towards": "toward", "per cent": "percent",
    "licence": "license", "honoured": "honored", "tonnes": "tons", "grey": "gray", "travelled": "traveled", "colour": "color",
    "summarise": "summarize", "criticise": "criticize", "organise": "organize", "theatre": "theater", "catalogue": "catalog",
}  # fmt: skip
_NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
_MONTHS = {
    "January": "Jan.",
    "February": "Feb.",
    "August": "Aug.",
    "October": "Oct.",
    "November": "Nov.",
    "December": "Dec.",
}
_SYNONYMS = {
    " said ": " told reporters ", " about ": " around ", " almost ": " nearly ", " because ": " since ", " but ": " yet ",
    " also ": " in addition ", " big ": " large ", " more than ": " over ",
}  # fmt: skip


def _respell(paragraphs: Paragraphs, words: Mapping[str, str]) -> Paragraphs:
    for old, new in words.items():
        paragraphs = [paragraph.replace(old, new) for paragraph in paragraphs]
    return paragraphs


def _american(paragraphs: Paragraphs) -> Paragraphs:
    return _respell(paragraphs, _AMERICAN)


def _british(paragraphs: Paragraphs) -> Paragraphs:
    return _respell(
        paragraphs, {new: old for old, new in _AMERICAN.items() if new not in ("tons", "program", "toward")}
    )


def _synonyms(paragraphs: Paragraphs, every: int) -> Paragraphs:
    """Put other common words into every so many-th paragraph."""
    return [_respell([p], _SYNONYMS)[0] if i % every == 0 else p for i, p in enumerate(paragraphs)]


def _digits(paragraphs: Paragraphs) -> Paragraphs:
    return [re.sub(rf"\b({'|'.join(_NUMBERS)})\b", lambda m: str(_NUMBERS.index(m[1]) + 2), p) for p in paragraphs]


def _spelled(paragraphs: Paragraphs) -> Paragraphs:
    return [
        re.sub(r"(?<![\w.,:/$-])([2-9]|1[0-2])(?![\w.,:%-])", lambda m: _NUMBERS[int(m[1]) - 2], p) for p in paragraphs
    ]


def _short_months(paragraphs: Paragraphs) -> Paragraphs:
    return [re.sub(rf"\b({'|'.join(_MONTHS)})(?= \d)", lambda m: _MONTHS[m[1]], p) for p in paragraphs]


def _straight(paragraphs: Paragraphs) -> Paragraphs:
    return [p.translate(str.maketrans("“”‘’–—", "\"\"''--")) for p in paragraphs]


def _curly(paragraphs: Paragraphs) -> Paragraphs:
    def turn(paragraph: str) -> str:
        paragraph = re.sub(r'(?<![\w.,!?])"', "“", paragraph).replace('"', "”")
        return re.sub(r"(?<![\w.,!?])'(?=\w)", "‘", paragraph).replace("'", "’")

    return [turn(paragraph) for paragraph in paragraphs]


def _shuffle(paragraphs: Paragraphs, one: int, other: int) -> Paragraphs:
    """Let two paragraphs of the story change places."""
    lead = _lead(paragraphs)
    moved = list(paragraphs)
    a, b = (min(lead + place, len(moved) - 1) for place in (one, other))
    moved[a], moved[b] = moved[b], moved[a]
    return moved


def _join(paragraphs: Paragraphs) -> Paragraphs:
    """Make one paragraph of every two of the story."""
    lead = _lead(paragraphs)
    story = paragraphs[lead:]
    return [*paragraphs[:lead], *(" ".join(story[i : i + 2]) for i in range(0, len(story), 2))]


def _wrap(paragraphs: Paragraphs, columns: int) -> Paragraphs:
    return [textwrap.fill(paragraph, columns) for paragraph in paragraphs]


def _one_line(paragraphs: Paragraphs) -> Paragraphs:
    """Lose all ends of lines, as a bad extraction does."""
    return [" ".join(" ".join(paragraphs).split())]


EDITS: Mapping[str, Callable[..., Paragraphs]] = {
    "headline": _headline, "headline from lead": _headline_from_lead, "headline of": _headline_of, "strip front": _strip_front,
    "byline": _byline, "dateline": _dateline, "credit": _credit, "footer": _footer, "trim": _trim, "cut": _cut, "insert": _insert,
    "say": _say, "merge": _merge, "replace": _replace, "toll": _toll, "american": _american, "british": _british,
    "synonyms": _synonyms, "digits": _digits, "spelled": _spelled, "short months": _short_months, "straight": _straight,
    "curly": _curly, "shuffle": _shuffle, "join": _join, "wrap": _wrap, "one line": _one_line,
}  # fmt: skip

_DAYS = "Monday Tuesday Wednesday Thursday Friday".split()
_FIRMS = (
    "Norvane Marine",
    "Halden Foods",
    "Quillon Rail",
    "Tessaly Paper",
    "Ostrava Lime",
    "Brackwater Gas",
    "Ferrant Tools",
)
_TOWNS = ("Northport", "Eastmere", "Halling", "Sundby", "Carrow", "Westhaven", "Little Arden")


def _weather(random: Random) -> str:
    day, next_day = random.sample(_DAYS, 2)
    first, second, third = random.sample(_TOWNS, 3)
    low, high = random.randint(2, 9), random.randint(12, 27)
    return f"""Weather for {day}: highs of {high} degrees on the coast

Temperatures on {day} will reach {high} degrees in {first} and {high - random.randint(1, 4)} in {second}, the weather service said, \
with lows of {low} overnight in sheltered places.

Winds from the west will blow at {random.randint(10, 30)} kilometres an hour, with gusts of up to {random.randint(35, 70)} on exposed \
shores, and there is a {5 * random.randint(2, 16)} per cent chance of rain in the afternoon. Boats in {third} should expect waves of \
{random.randint(1, 4)} metres.

The sun rises at {random.randint(5, 7)}.{random.randint(10, 59)} and sets at {random.randint(17, 21)}.{random.randint(10, 59)}. High \
water in {first} is at {random.randint(1, 11)}.{random.randint(10, 59)}.

The outlook for {next_day}: cloud in the morning, then brighter from the west, with highs of {high + random.randint(-4, 4)} degrees. \
The service advises walkers in the hills to take warm clothing and to check conditions before they set out."""


def _results(random: Random) -> str:
    firm, town = random.choice(_FIRMS), random.choice(_TOWNS)
    sales, profit = random.randint(120, 900), random.randint(8, 90)
    return f"""{firm} reports quarterly profit of ${profit} million

{firm.upper()} on {random.choice(_DAYS)} reported net income of ${profit} million in its latest quarter.

The company, based in {town}, said it had profit of {random.randint(11, 99)} cents per share. Earnings, adjusted for one-time gains and \
costs, came to {random.randint(11, 99)} cents per share.

The results topped the expectations of analysts, {random.randint(3, 9)} of whom had forecast earnings of {random.randint(11, 99)} cents \
per share on average.

The company posted revenue of ${sales} million in the period, against ${sales - random.randint(5, 60)} million a year earlier. For the \
current quarter, the company said it expects revenue in the range of ${sales + 4} million to ${sales + random.randint(9, 30)} million.

The shares have climbed {random.randint(2, 40)} percent since the beginning of the year, while the index of the exchange has risen \
{random.randint(2, 20)} percent. In the final minutes of trading on {random.choice(_DAYS)}, they hit ${random.randint(8, 140)}."""


def _markets(random: Random) -> str:
    day = random.choice(_DAYS)
    return f"""Stocks end {day} at {random.randint(3000, 9000):,} points

The index of leading shares closed at {random.randint(3000, 9000):,} points on {day}, a change of {random.randint(5, 90)} points or \
0.{random.randint(10, 99)} per cent on the day, as investors weighed the latest figures on prices and waited for the central bank.

Among the most traded, {random.choice(_FIRMS)} closed at {random.randint(100, 999)} pence and {random.choice(_FIRMS)} at \
{random.randint(100, 999)}. The second index, of smaller companies, stood at {random.randint(15000, 21000):,}.

On the currency markets the pound was worth ${1 + random.randint(10, 40) / 100} compared with ${1 + random.randint(10, 40) / 100} at \
the previous close. Against the euro it bought {1 + random.randint(5, 25) / 100} compared with {1 + random.randint(5, 25) / 100}.

A barrel of Brent crude oil for delivery next month cost ${random.randint(50, 110)}.{random.randint(10, 99)}, and an ounce of gold was \
quoted at ${random.randint(1200, 2400):,}. The yield on ten-year government bonds was {random.randint(1, 5)}.{random.randint(10, 99)} \
per cent at the end of the session."""


def _tremor(random: Random) -> str:
    town, other, day = *random.sample(_TOWNS, 2), random.choice(_DAYS)
    return f"""Magnitude {random.randint(3, 6)}.{random.randint(0, 9)} tremor near {town}

An earthquake with a preliminary magnitude of {random.randint(3, 6)}.{random.randint(0, 9)} was recorded {random.randint(4, 60)} \
kilometres from {town} at {random.randint(1, 11)}.{random.randint(10, 59)} on {day}, according to the seismological service.

It struck at a depth of {random.randint(3, 30)} kilometres and was felt in {other}, {random.randint(20, 90)} kilometres away. In the past \
ten days, there have been {random.randint(2, 30)} earthquakes of magnitude 3.0 or greater centred nearby.

There were no immediate reports of damage. This notice was written by an algorithm from the service's data and was reviewed by an \
editor before it was published; the figures may be revised."""


TEMPLATES: Mapping[str, Callable[[Random], str]] = {
    "weather": _weather, "results": _results, "markets": _markets, "tremor": _tremor,
}  # fmt: skip

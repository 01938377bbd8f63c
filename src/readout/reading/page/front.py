# SPDX-License-Identifier: Apache-2.0
"""Tell what stands before a report's story: headline, standfirsts, bylines, dates and captions.

The first line that reads as a title is the headline; a report may have none. What stands between it and the story is
told by its form and its neighbours, paragraph by paragraph, until one is none of all this: there the story begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from readout.reading.page.captions import CAPTION_THRESHOLD, caption_score, credit_start, is_depiction
from readout.reading.page.datelines import dateline_at, is_dateline
from readout.reading.page.furniture import is_agency, is_front_label, is_names, is_title_case, words_in
from readout.reading.page.page import Kinds, Page, PartKind, is_ended, is_stopped, sentences_in
from readout.resources import country_named

__all__ = ["LONGEST_NAMES", "caption_score_at", "mark_front"]

# Lengths in words. Titles of the news are rarely longer than 20; standfirsts than 45.
_LONGEST_HEADLINE = 28
_LONGEST_STANDFIRST = 50
LONGEST_NAMES = 8
# Measured on archives that stop their titles and on ones without titles: 97 % of titles, 2 % of first
# paragraphs.
_TITLE_THRESHOLD = 1.0
_STANDFIRST_THRESHOLD = 1.5
# Where the front ends if nothing else ends it: pages have had menus, but no longer.
_LONGEST_FRONT = 30

_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_SAID = re.compile(r"\b(?:said|told|says|added|announced|according to)\b", re.IGNORECASE)
_DETERMINER = re.compile(r"\b(?:the|a|an|this|that|these|those|his|her|its|their|my|our)\b", re.IGNORECASE)
_OPENS_PROSE = re.compile(
    r"(?:the|a|an|it|he|she|they|i|we|there|this|these|but|and|in|on|at|for|as|when|while|after)\b", re.IGNORECASE
)


def mark_front(page: Page, kinds: Kinds) -> None:
    """Mark headline, standfirsts, bylines, dates and captions, up to where the story begins."""
    _mark_letterhead(page, kinds)
    headline = _find_headline(page, kinds)
    if headline is None:
        return
    kinds[headline] = "headline"
    start = headline + 1
    # A title broken over two lines: "A bridge too many;" / "Two towns ask …".
    if page.are_in_one_block(headline, start) and kinds[start] is None and page.lines[headline][-1] in ";,–—-":
        kinds[start] = "headline" if start + 1 < len(page) else None
        start += kinds[start] is not None
    for place in range(headline):
        kinds[place] = kinds[place] or "boilerplate"
    _mark_behind_headline(page, kinds, start)


_FOR_RELEASE = re.compile(r"for\s+(?:immediate|general)\s+release\b.{0,40}", re.IGNORECASE)
_OF_OFFICE = re.compile(
    r"\b(?:department|office|ministry|bureau|agency|commission|secretary|attorney(?:['’]s)?|embassy|division|press|release|news)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"(?:(?:media|press) )?contacts?:", re.IGNORECASE)
_LETTERHEAD = 5  # lines


def _mark_letterhead(page: Page, kinds: Kinds) -> None:
    """Mark "FOR IMMEDIATE RELEASE", whom to call, and the offices above where the headline stands below."""
    lines = page.lines[: _LETTERHEAD + 1]
    release = next((place for place, line in enumerate(lines) if _FOR_RELEASE.fullmatch(line)), None)
    if release is None or release + 2 >= len(page):
        return
    contacts = [place for place, line in enumerate(lines) if place > release and _CONTACT.match(line)]
    for place in (release, *contacts):
        kinds[place] = "boilerplate"
    below = next((place for place in range(release + 1, len(page)) if kinds[place] is None), release)
    if below == release or is_ended(page.lines[below]) or dateline_at(page.lines[below]) is not None:
        return  # the headline stands above
    above = [place for place in range(release) if kinds[place] not in {"boilerplate", "dateline"}]
    if all(_is_of_office(lines[place]) for place in above):
        for place in above:
            kinds[place] = "boilerplate"


def _is_of_office(line: str) -> bool:
    """Tell whether a line is the name of an office, as letterheads have it."""
    is_name = all(word[0].isupper() or word in _WITHIN_NAMES for word in words_in(line))
    return is_name and _OF_OFFICE.search(line) is not None and len(line.split()) <= LONGEST_NAMES and not is_ended(line)


_WITHIN_NAMES = frozenset("of the and for on in".split())


def _find_headline(page: Page, kinds: Kinds) -> int | None:
    """Find the headline among the first lines that are no furniture."""
    places = [place for place in range(min(len(page), _LONGEST_FRONT)) if kinds[place] is None][:4]
    if len(places) < 2:
        return None
    at = 0
    while at + 2 < len(places) and _is_kicker(page.lines[places[at]]) and _reads_as_title(page, kinds, places[at + 1]):
        at += 1
        if not page.lines[places[at]].isupper():  # "The Columbus Ledger", "LOCAL NEWS"
            return places[at]
    first = places[at]
    return first if _reads_as_title(page, kinds, first) else None


def _is_kicker(line: str) -> bool:
    """Tell whether a line can be a rubric over the headline: "World", "MIDDLE EAST", "Live Updates |", "Kenya:"."""
    if line[-1] == ":" and country_named(line[:-1].strip()) is not None:
        return True
    return len(words_in(line)) <= 3 and len(line) <= 30 and line[-1] not in '.!?,;:”"' and not line[0].islower()


def _reads_as_title(page: Page, kinds: Kinds, place: int) -> bool:
    """Tell whether a line at the beginning is the title of what follows."""
    line = page.lines[place]
    dateline = dateline_at(line, is_capitals=page.is_capitals)
    if (dateline and not dateline.is_colon) or is_dateline(line):
        return False
    following = next((page.lines[i] for i in range(place + 1, len(page)) if kinds[i] is None), None)
    if following is None or line[-1] in ":," or line[0] in ",.;)":
        return False
    if line[0].islower() and page.has_capitals:
        return False
    length = len(line.split())
    if length > _LONGEST_HEADLINE or len(line) > 220 or len(sentences_in(line)) > 2:
        return False
    if not is_stopped(line) and page.uses_stops:
        return True
    return _title_score(page, kinds, place, following) >= _TITLE_THRESHOLD


def _title_score(page: Page, kinds: Kinds, place: int, following: str) -> float:
    """Score how much a line that ends in a full stop, as sentences do, is a title all the same.

    Some archives put a stop behind every title. Then a title still lacks what prose has: articles, verbs of
    saying, days of the week; it is short beside the paragraph below it, and that may open with a dateline.
    """
    line = page.lines[place]
    length = len(line.split())
    score = 2.0 if is_title_case(line) and not page.is_capitals else 0.0
    below = kinds[place + 1] if place + 1 < len(page) else None
    if below in ("byline", "dateline") or dateline_at(following, is_capitals=page.is_capitals):
        score += 1.5
    score += 1.0 if length <= 14 else -1.0 if length > 20 else 0.0
    score += 1.0 if not _DETERMINER.search(line) and length >= 4 else 0.0
    score += 0.5 if len(following) > 1.5 * len(line) else -0.5
    score -= 1.5 if _SAID.search(line) else 0.0
    score -= 1.0 if _WEEKDAY.search(line) else 0.0
    score -= 1.0 if _OPENS_PROSE.match(line) else 0.0
    return score


def _mark_behind_headline(page: Page, kinds: Kinds, start: int) -> None:
    """Mark what stands between the headline and the story."""
    standfirsts: list[int] = []
    for place in range(start, min(len(page), start + _LONGEST_FRONT)):
        line = page.lines[place]
        if kinds[place] is not None:
            continue
        if is_dateline(line):
            kinds[place] = "dateline"
        elif _is_front_byline(page, kinds, place):
            kinds[place] = "byline"
        elif caption_score_at(page, kinds, place, is_front=True) >= CAPTION_THRESHOLD:
            kinds[place] = "caption"
        elif len(standfirsts) < 2 and "byline" not in kinds[start:place] and _may_be_standfirst(page, place):
            standfirsts.append(place)
        else:
            break
    # From the last to the first, so that each sees what the ones behind it turned out to be.
    for place in reversed(standfirsts):
        if _is_standfirst(page, kinds, place):
            kinds[place] = "standfirst"


def _is_front_byline(page: Page, kinds: Sequence[PartKind | None], place: int) -> bool:
    """Tell whether a line behind the headline names its author without "By": "Jane Doe in Geneva", "Reuters"."""
    line = page.lines[place]
    if is_agency(line):
        return kinds[place - 1] not in ("caption", "credit")
    words = words_in(line)
    if (
        not 2 <= len(words) <= LONGEST_NAMES
        or is_ended(line)
        or line[-1] in ":,"
        or page.is_capitals
        or not is_names(line)
        or country_named(line.partition(":")[0].strip()) is not None  # "Bangladesh: Cox's Bazar"
    ):
        return False
    # A title of two names and nothing else would be a second headline; an author's line has another beside
    # it, or stands right before the story.
    return place + 1 < len(page) and any(character.islower() for character in line) and not any(map(str.isdigit, line))


def caption_score_at(page: Page, kinds: Sequence[PartKind | None], place: int, *, is_front: bool) -> float:
    """Score a paragraph as a caption, with what its neighbours say."""
    score = caption_score(page.lines[place])
    following = kinds[place + 1] if place + 1 < len(page) else None
    if following == "credit":
        # On the next line it is as good as on the same.
        score += 4.0 if page.are_in_one_block(place, place + 1) else 2.0 if is_depiction(page.lines[place]) else 0.0
    if not is_front:
        return score
    for neighbour in (place - 1, place + 1):
        if page.are_in_one_block(place, neighbour) and credit_start(page.lines[neighbour]) is not None:
            score += 1.5
    # Right below the headline stands a standfirst more often, and it is in the present tense too.
    score -= 0.5 if kinds[place - 1] == "headline" else 0.0
    # Nothing to see below it: then it is the story, however much it reads as a caption.
    return score if any(kind is None for kind in kinds[place + 1 : place + 1 + _LONGEST_FRONT]) else score - 2.0


def _may_be_standfirst(page: Page, place: int) -> bool:
    """Tell whether a paragraph has the form of a standfirst: short, one or two sentences, and a story below it."""
    line = page.lines[place]
    if len(line) > 400 or dateline_at(line, is_capitals=page.is_capitals) or place + 1 >= len(page):
        return False
    # A day and a source: this is how the first paragraph of a story is written.
    if _WEEKDAY.search(line) and _SAID.search(line):
        return False
    return len(line.split()) <= _LONGEST_STANDFIRST and len(sentences_in(line)) <= 3 and line[-1] not in ":,"


def _is_standfirst(page: Page, kinds: Sequence[PartKind | None], place: int) -> bool:
    """Tell whether a short paragraph behind the headline sums up the story, or is its first paragraph.

    What stands between it and the story tells: no byline, label or dateline stands within a story. Without
    them, it is a standfirst if it lacks what leads have (a day, a source, a final stop) or if the next
    paragraph says it again.
    """
    line = page.lines[place]
    story = next((i for i in range(place + 1, len(page)) if kinds[i] is None), None)
    if story is None:
        return False
    between = set(kinds[place + 1 : story])
    if between & {"byline", "dateline"} or any(map(is_front_label, page.lines[place + 1 : story])):
        return True
    if dateline_at(page.lines[story], is_capitals=page.is_capitals) or (page.uses_stops and not is_ended(line)):
        return True
    if kinds[place + 1] == "standfirst":
        return True
    # Pictures stand below a standfirst: what is below a picture and has no more to show for itself is the
    # story.
    if kinds[place - 1] in ("caption", "credit", "byline"):
        return False
    score = 1.0 if between & {"caption", "credit"} else 0.0
    score += 1.0 if _repeats(line, page.lines[story]) else 0.0
    score += 0.5 if len(line.split()) <= 25 else 0.0
    score += 0.5 if not _OPENS_PROSE.match(line) else 0.0
    score -= 1.0 if _WEEKDAY.search(line) else 0.0
    return score >= _STANDFIRST_THRESHOLD


def _repeats(line: str, following: str) -> bool:
    """Tell whether a paragraph says again what the line before it said."""
    told = {word.lower() for word in words_in(line) if len(word) > 3}
    again = {word.lower() for word in words_in(following[:1000])}
    return len(told) >= 4 and len(told & again) >= 0.5 * len(told)

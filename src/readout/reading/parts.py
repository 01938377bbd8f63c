# SPDX-License-Identifier: Apache-2.0
"""Find the parts of a report in plain text: headline, standfirst, byline, dateline, caption, credit, body and the rest.

The rules look at paragraphs and their neighbours, in this order:

1. Furniture: what a line's words alone tell (`readout.reading.furniture`), and the links under "Related:".
2. The front: the first line that reads as a title is the headline. Behind it, until the story begins, stand bylines, dates,
   captions and at most two standfirsts.
3. The story: everything else, one body part to a paragraph. A caption is found here by its credit alone.
4. What shares a paragraph is split: the dateline from the first paragraph of the story, the credit from its caption,
   "(Reporting by …)" from the last paragraph.

A report may have none of these but a body. When in doubt it is body: what is wrongly called body costs nothing, what is
wrongly called boilerplate is lost to the reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from readout.reading.captions import CAPTION_THRESHOLD, caption_score, credit_start, is_depiction, is_labelled
from readout.reading.datelines import dateline_at, inner_dateline, is_dateline
from readout.reading.furniture import (
    furniture_of,
    is_agency,
    is_front_label,
    is_heading_of_links,
    is_names,
    is_title_case,
    words_in,
)
from readout.reading.paragraphs import paragraphs_of
from readout.reading.reading import Reading
from readout.text import Span

__all__ = ["Part", "PartKind", "Parts", "find_parts"]

PartKind = Literal[
    "headline", "standfirst", "byline", "dateline", "caption", "credit", "body", "source_line", "boilerplate"
]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the report.

    Attributes:
        kind: What it is.
        span: Where it stands, without white space at its ends.
    """

    kind: PartKind
    span: Span


class Parts:
    """The layer that finds the report's parts, by rules over its text."""

    name = "parts"
    requires: tuple[type, ...] = ()
    provides: tuple[type, ...] = (Part,)

    def __call__(self, reading: Reading) -> Reading:
        """Add the parts of the report."""
        return reading.adding(Part, find_parts(reading.report.text))


def find_parts(text: str) -> tuple[Part, ...]:
    """Find the parts of a report.

    Args:
        text: The report's text.

    Returns:
        Parts in text order that do not overlap and hold every character that is no white space. Linear in the text's
        length.
    """
    page = _Page(text)
    return tuple(_split_paragraphs(page, _kinds_of(page)))


# Lengths in words. Titles of the news are rarely longer than 20; standfirsts than 45.
_LONGEST_HEADLINE = 28
_LONGEST_STANDFIRST = 50
_LONGEST_NAMES = 8
# Measured on archives that stop their titles and on ones without titles: 97 % of titles, 2 % of first paragraphs.
_TITLE_THRESHOLD = 1.0
_STANDFIRST_THRESHOLD = 2.0
# Enough to tell a report in capitals from one whose headline is.
_LOOKED_AT = 4000
# Of the lines long enough to be sentences, captions and standfirsts have no stop, and rarely make up more than half.
_STOPPED_SHARE = 0.3
# Where the front ends if nothing else ends it: pages have had menus, but no longer.
_LONGEST_FRONT = 30

_SENTENCE_END = re.compile(r"[.!?][”\"’')\]]?(?=\s+[“\"‘A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|St|No|U\.S|U\.N|U\.K)\.)$")
_FINAL = ".!?"
_CLOSERS = "”\"’')]"
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_SAID = re.compile(r"\b(?:said|told|says|added|announced|according to)\b", re.IGNORECASE)
_DETERMINER = re.compile(r"\b(?:the|a|an|this|that|these|those|his|her|its|their|my|our)\b", re.IGNORECASE)
_OPENS_PROSE = re.compile(
    r"(?:the|a|an|it|he|she|they|i|we|there|this|these|but|and|in|on|at|for|as|when|while|after)\b", re.IGNORECASE
)
_REPORTING_AT_END = re.compile(
    r"\((?:additional |with )?(?:reporting|writing|editing|edited|written|compiled|reported)\b[^()]{3,300}\)\.?$", re.IGNORECASE
)
_SPEAKER = re.compile(r"[A-Z][A-Z.'’ -]{1,40}:\s")
_SIGNATURE = re.compile(r"[—–-]{1,2}\s?(?=[^\W\d_])")
_OF_AUTHOR = re.compile(
    r"(?P<name>(?:[A-Z][\w.’'-]*,? ){1,5}?)(?:\([^()]{0,80}\) )?(?:is|was|are|has been|, )\b.{0,160}?\b(?:author|editor|columnist|"
    r"reporter|correspondent|fellow|professor|lecturer|historian|journalist|writer|member|director|president|founder|"
    r"chair(?:man|woman)?|contributor|host|analyst|co-host|bureau chief)\b"
)


class _Page:
    """A text's paragraphs and what the rules ask of them again and again."""

    def __init__(self, text: str) -> None:
        """Cut the text into paragraphs."""
        self.text = text
        self.paragraphs = paragraphs_of(text)
        self.lines = [paragraph.span.of(text) for paragraph in self.paragraphs]
        letters = [character for character in text[:_LOOKED_AT] if character.isalpha()]
        self.is_capitals = sum(map(str.isupper, letters)) > 0.9 * len(letters)
        prose = [line for line in self.lines[:60] if len(line) > 60]
        # Two speakers in capitals before a colon are a conversation, not two places.
        self.is_transcript = sum(bool(_SPEAKER.match(line)) for line in self.lines) > 1
        self.uses_stops = sum(map(_is_ended, prose)) >= _STOPPED_SHARE * len(prose)
        self.has_capitals = any(map(str.isupper, letters))

    def __len__(self) -> int:
        return len(self.lines)

    def are_in_one_block(self, first: int, second: int) -> bool:
        """Tell whether no blank line stands between two paragraphs."""
        inside = 0 <= min(first, second) and max(first, second) < len(self)
        return inside and self.paragraphs[first].block == self.paragraphs[second].block


_Kinds = list[PartKind | None]


def _kinds_of(page: _Page) -> list[PartKind]:
    """Tell the kind of every paragraph."""
    kinds: _Kinds = [*map(furniture_of, page.lines)]
    _mark_links(page, kinds)
    _mark_front(page, kinds)
    _mark_captions(page, kinds)
    _mark_author(page, kinds)
    _mark_agency_lines(page, kinds)
    _mark_signatures(page, kinds)
    return [kind or "body" for kind in kinds]


def _mark_links(page: _Page, kinds: _Kinds) -> None:
    """Mark the links that follow "Related:" and the like."""
    in_list = False
    for place, line in enumerate(page.lines):
        if is_heading_of_links(line):
            in_list, kinds[place] = True, "boilerplate"
        elif in_list and kinds[place] is None:
            in_list = _is_link(line, page)
            kinds[place] = "boilerplate" if in_list else None


def _is_link(line: str, page: _Page) -> bool:
    """Tell whether a line below "Related:" is the title of another story, not the story going on."""
    if len(line) > 160 or line[-1] in ",:;":
        return False
    return (page.uses_stops and not _is_ended(line)) or is_title_case(line)


# The front -----------------------------------------------------------------------------------------------------------


def _mark_front(page: _Page, kinds: _Kinds) -> None:
    """Mark headline, standfirsts, bylines, dates and captions, up to where the story begins."""
    headline = _find_headline(page, kinds)
    if headline is None:
        return
    kinds[headline] = "headline"
    start = headline + 1
    # A title broken over two lines: "A tortured relationship;" / "Divided by ideology, …".
    if page.are_in_one_block(headline, start) and kinds[start] is None and page.lines[headline][-1] in ";,–—-":
        kinds[start] = "headline" if start + 1 < len(page) else None
        start += kinds[start] is not None
    for place in range(headline):
        kinds[place] = kinds[place] or "boilerplate"
    _mark_behind_headline(page, kinds, start)


def _find_headline(page: _Page, kinds: _Kinds) -> int | None:
    """Find the headline among the first lines that are no furniture."""
    places = [place for place in range(min(len(page), _LONGEST_FRONT)) if kinds[place] is None][:4]
    if len(places) < 2:
        return None
    first, second = places[:2]
    if _is_kicker(page.lines[first]) and _reads_as_title(page, kinds, second) and len(places) > 2:
        return second
    return first if _reads_as_title(page, kinds, first) else None


def _is_kicker(line: str) -> bool:
    """Tell whether a line can be a rubric over the headline: "World", "MIDDLE EAST", "Live Updates |"."""
    return len(words_in(line)) <= 3 and len(line) <= 30 and line[-1] not in ".!?,;:”\"" and not line[0].islower()


def _reads_as_title(page: _Page, kinds: _Kinds, place: int) -> bool:
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
    if length > _LONGEST_HEADLINE or len(line) > 220 or len(_sentences(line)) > 2:
        return False
    if not _is_stopped(line) and page.uses_stops:
        return True
    return _title_score(page, kinds, place, following) >= _TITLE_THRESHOLD


def _title_score(page: _Page, kinds: _Kinds, place: int, following: str) -> float:
    """Score how much a line that ends in a full stop, as sentences do, is a title all the same.

    Some archives put a stop behind every title. Then a title still lacks what prose has: articles, verbs of saying, days
    of the week; it is short beside the paragraph below it, and that may open with a dateline.
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


def _mark_behind_headline(page: _Page, kinds: _Kinds, start: int) -> None:
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
        elif _caption_score_at(page, kinds, place, is_front=True) >= CAPTION_THRESHOLD:
            kinds[place] = "caption"
        elif len(standfirsts) < 2 and "byline" not in kinds[start:place] and _may_be_standfirst(page, place):
            standfirsts.append(place)
        else:
            break
    # From the last to the first, so that each sees what the ones behind it turned out to be.
    for place in reversed(standfirsts):
        if _is_standfirst(page, kinds, place):
            kinds[place] = "standfirst"


def _is_front_byline(page: _Page, kinds: Sequence[PartKind | None], place: int) -> bool:
    """Tell whether a line behind the headline names its author without "By": "Jane Doe in Geneva", "Associated Press"."""
    line = page.lines[place]
    if is_agency(line):
        return kinds[place - 1] not in ("caption", "credit")
    words = words_in(line)
    if not 2 <= len(words) <= _LONGEST_NAMES or _is_ended(line) or line[-1] in ":," or page.is_capitals or not is_names(line):
        return False
    # A title of two names and nothing else would be a second headline; an author's line has another beside it,
    # or stands right before the story.
    return place + 1 < len(page) and any(character.islower() for character in line) and not any(map(str.isdigit, line))


def _caption_score_at(page: _Page, kinds: Sequence[PartKind | None], place: int, *, is_front: bool) -> float:
    """Score a paragraph as a caption, with what its neighbours say."""
    score = caption_score(page.lines[place])
    following = kinds[place + 1] if place + 1 < len(page) else None
    if following == "credit" and (page.are_in_one_block(place, place + 1) or is_depiction(page.lines[place])):
        score += 2.0
    if not is_front:
        return score
    for neighbour in (place - 1, place + 1):
        if page.are_in_one_block(place, neighbour) and credit_start(page.lines[neighbour]) is not None:
            score += 1.5
    # Right below the headline stands a standfirst more often, and it is in the present tense too.
    score -= 0.5 if kinds[place - 1] == "headline" else 0.0
    # Nothing to see below it: then it is the story, however much it reads as a caption.
    return score if any(kind is None for kind in kinds[place + 1 : place + 1 + _LONGEST_FRONT]) else score - 2.0


def _may_be_standfirst(page: _Page, place: int) -> bool:
    """Tell whether a paragraph has the form of a standfirst: short, one or two sentences, and a story below it."""
    line = page.lines[place]
    if len(line) > 400 or dateline_at(line, is_capitals=page.is_capitals) or place + 1 >= len(page):
        return False
    return len(line.split()) <= _LONGEST_STANDFIRST and len(_sentences(line)) <= 3 and line[-1] not in ":,"


def _is_standfirst(page: _Page, kinds: Sequence[PartKind | None], place: int) -> bool:
    """Tell whether a short paragraph behind the headline sums up the story, or is its first paragraph.

    What stands between it and the story tells: no byline, label or dateline stands within a story. Without them, it is a
    standfirst if it lacks what leads have (a day, a source, a final stop) or if the next paragraph says it again.
    """
    line = page.lines[place]
    story = next((i for i in range(place + 1, len(page)) if kinds[i] is None), None)
    if story is None:
        return False
    between = set(kinds[place + 1 : story])
    if between & {"byline", "dateline"} or any(map(is_front_label, page.lines[place + 1 : story])):
        return True
    if dateline_at(page.lines[story], is_capitals=page.is_capitals) or (page.uses_stops and not _is_ended(line)):
        return True
    if kinds[place + 1] == "standfirst":
        return True
    # Pictures stand below a standfirst: what is below a picture and has no more to show for itself is the story.
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


# The story and its end -----------------------------------------------------------------------------------------------


def _mark_captions(page: _Page, kinds: _Kinds) -> None:
    """Mark captions within the story: those that a credit ends or follows."""
    for place, line in enumerate(page.lines):
        if kinds[place] is not None or len(line) > 1000:
            continue
        follows = place + 1 < len(page) and kinds[place + 1] == "credit"
        if not (follows or is_labelled(line) or credit_start(line) is not None):
            continue
        if _caption_score_at(page, kinds, place, is_front=False) >= CAPTION_THRESHOLD:
            kinds[place] = "caption"


def _mark_author(page: _Page, kinds: _Kinds) -> None:
    """Mark the note on the author with which opinion pieces end: a person whom the story does not name."""
    places = [place for place in range(len(page)) if kinds[place] is None][-2:]
    for place in places[:0:-1]:
        line = page.lines[place]
        found = _OF_AUTHOR.match(line) if len(line) <= 500 and len(page) > 3 else None
        if found and not _is_named_before(page, place, found["name"].split()[-1].strip(",")):
            kinds[place] = "boilerplate"


def _is_named_before(page: _Page, place: int, surname: str) -> bool:
    """Tell whether the story names a person before this paragraph."""
    return surname in page.text[: page.paragraphs[place].span.start]


def _mark_agency_lines(page: _Page, kinds: _Kinds) -> None:
    """Tell what an agency's name alone on a line is: under a picture its credit, at the end the source."""
    last_body = max((i for i, line in enumerate(page.lines) if kinds[i] is None and not is_agency(line)), default=0)
    for place, line in enumerate(page.lines):
        if kinds[place] in (None, "source_line") and is_agency(line) and len(page) > 1:
            kinds[place] = "source_line" if place > last_body else "credit"


def _mark_signatures(page: _Page, kinds: _Kinds) -> None:
    """Mark "— Jane Doe" below what she wrote; of several such lines in a row, which are a list, none."""
    signed = [bool(_SIGNATURE.match(line)) for line in page.lines]
    for place, line in enumerate(page.lines):
        if not signed[place] or place == 0 or any(signed[place - 1 : place]) or any(signed[place + 1 : place + 2]):
            continue
        words = words_in(line)
        if kinds[place] is None and 2 <= len(words) <= _LONGEST_NAMES and is_names(line) and "," not in line[-2:]:
            kinds[place] = "byline"


# Splitting -----------------------------------------------------------------------------------------------------------


def _split_paragraphs(page: _Page, kinds: Sequence[PartKind]) -> Iterator[Part]:
    """Yield the parts, with those that share a paragraph apart."""
    is_first = True
    for paragraph, line, kind in zip(page.paragraphs, page.lines, kinds, strict=True):
        start = paragraph.span.start
        if kind == "body":
            cuts = list(_cut_body(page, line, is_first=is_first))
            is_first = is_first and all(cut_kind != "body" for cut_kind, _, _ in cuts)
        elif kind == "caption":
            cuts = list(_cut_caption(line))
        else:
            cuts = [(kind, 0, len(line))]
        for cut_kind, cut_start, cut_end in cuts:
            yield Part(cut_kind, Span(start + cut_start, start + cut_end))


_Cut = tuple[PartKind, int, int]


def _cut_caption(line: str) -> Iterator[_Cut]:
    """Cut the credit from the end of a caption."""
    credit = credit_start(line, is_caption=True)
    if credit is None:
        yield ("caption", 0, len(line))
        return
    caption_end = len(line[:credit].rstrip())
    if caption_end:
        yield ("caption", 0, caption_end)
    yield ("credit", credit, len(line))


def _cut_body(page: _Page, line: str, *, is_first: bool) -> Iterator[_Cut]:
    """Cut byline and dateline from the beginning of a paragraph of the story, and the reporters from its end."""
    start = 0
    inner = inner_dateline(line) if is_first and line[:3].lower() == "by " else None
    if inner:
        yield ("byline", 0, len(line[: inner[0]].rstrip(" ,")))
        yield ("dateline", *inner)
        start = inner[1]
    else:
        dateline = dateline_at(line, is_capitals=page.is_capitals)
        if dateline and (is_first or dateline.is_sure) and not (dateline.is_colon and page.is_transcript):
            yield ("dateline", 0, dateline.end)
            start = dateline.end
    start += len(line[start:]) - len(line[start:].lstrip())
    yield from _cut_reporters(line, start)


def _cut_reporters(line: str, start: int) -> Iterator[_Cut]:
    """Cut "(Reporting by …; editing by …)" from the end of a paragraph."""
    from_char = max(start, len(line) - 320)
    reporters = _REPORTING_AT_END.search(line, from_char)
    end = len(line[: reporters.start()].rstrip()) if reporters else len(line)
    if start < end:
        yield ("body", start, end)
    if reporters:
        yield ("byline", reporters.start(), len(line))


# Sentences, roughly --------------------------------------------------------------------------------------------------


def _is_stopped(line: str) -> bool:
    """Tell whether a line ends in a full stop; a question or a cry may be a title."""
    bare = line.rstrip(_CLOSERS)
    return bare.endswith(".") and not bare.endswith("..")


def _is_ended(line: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    bare = line.rstrip(_CLOSERS)
    return bool(bare) and (bare[-1] in _FINAL or bare[-1] == "…")


def _sentences(line: str) -> list[str]:
    """Cut a short line into sentences, well enough to count them."""
    found: list[str] = []
    start = 0
    for match in _SENTENCE_END.finditer(line):
        if not _ABBREVIATION.search(line, max(0, match.end() - 8), match.end()):
            found.append(line[start : match.end()])
            start = match.end()
    return [*found, line[start:]]

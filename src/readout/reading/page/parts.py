# SPDX-License-Identifier: Apache-2.0
"""Find the parts of a report in plain text: headline, standfirst, byline, dateline, caption, credit, body and the rest.

The rules look at paragraphs and their neighbours, in this order:

1. Furniture: what a line's words alone tell (`readout.reading.page.furniture`), and the links under "Related:".
2. The front: the first line that reads as a title is the headline. Behind it, until the story begins, stand
bylines, dates,
   captions and at most two standfirsts.
3. The story: everything else, one body part to a paragraph. A caption is found here by its credit alone. 4.
What shares a paragraph is split: the dateline from the first paragraph of the story, the credit from its
caption,
   "(Reporting by …)" from the last paragraph.

A report may have none of these but a body. When in doubt it is body: what is wrongly called body costs
nothing, what is wrongly called boilerplate is lost to the reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readout.reading.page.boilerplate import is_heading_of_links
from readout.reading.page.captions import CAPTION_THRESHOLD, credit_start, is_label, is_labelled
from readout.reading.page.datelines import dateline_at, inner_dateline
from readout.reading.page.front import LONGEST_NAMES, caption_score_at, mark_front
from readout.reading.page.furniture import furniture_of, is_agency, is_names, is_title_case, words_in
from readout.reading.page.page import Kinds, Page, PartKind, is_ended
from readout.reading.reading import Reading
from readout.text import Span

__all__ = ["Part", "PartKind", "Parts", "find_parts"]


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
        Parts in text order that do not overlap. Between them stand white space, the dash behind a dateline and the
        comma before it. Linear in the text's length.
    """
    page = Page(text)
    return tuple(_split_paragraphs(page, _kinds_of(page)))


_REPORTING_AT_END = re.compile(
    r"\((?:additional |with )?(?:reporting|writing|editing|edited|written|compiled|reported)\b[^()]{3,300}\)\.?$",
    re.IGNORECASE,
)
_LONGEST_QUESTION = 14  # words of the title of a story that is linked
_STORY = 3  # paragraphs, the headline among them
_NOTICE_AT_END = re.compile(
    r"(?<=[.!?”\"’')]\s)(?:©|\(c\)|copyright\b)[^\n]{0,120}(?:all rights reserved|may not be published)[^\n]*$",
    re.IGNORECASE,
)
_END_MARK = re.compile(r"(?<=[.!?”\"’')])\s+(?:Enditem|ENDITEM)\.?$")  # as Xinhua sets it
_BUTTON_IN_FRONT = re.compile(
    r"(?P<button>[Rr]ead [Mm]ore)\s+(?=[“\"A-Z])(?!Than\b)"
)  # glued to a paragraph of the story
_LONGEST_NOTICE = 320  # characters
_SIGNATURE = re.compile(r"[—–-]{1,2}\s?(?=[^\W\d_])")
_AUTHOR_IS = (
    r"author|editor|columnist|reporter|correspondent|fellow|professor|lecturer|historian|journalist|writer|member|"
    r"director|president|founder|chair(?:man|woman)?|contributor|host|analyst|co-host|bureau chief"
)
_OF_AUTHOR = re.compile(
    r"(?P<name>(?:[A-Z][\w.'’-]*,? ){1,5}?)(?:\([^()]{0,80}\) )?(?:is|was|are|has been|, )\b"
    rf".{{0,160}}?\b(?:{_AUTHOR_IS})\b"
)


def _kinds_of(page: Page) -> list[PartKind]:
    """Tell the kind of every paragraph."""
    kinds: Kinds = [*map(furniture_of, page.lines)]
    _mark_links(page, kinds)
    mark_front(page, kinds)
    _mark_captions(page, kinds)
    _mark_author(page, kinds)
    _mark_agency_lines(page, kinds)
    _mark_signatures(page, kinds)
    return [kind or "body" for kind in kinds]


def _mark_links(page: Page, kinds: Kinds) -> None:
    """Mark the links that follow "Related:" and the like."""
    in_list = False
    for place, line in enumerate(page.lines):
        if is_heading_of_links(line):
            in_list, kinds[place] = True, "boilerplate"
        elif in_list and kinds[place] == "dateline" and _has_story_above(kinds, place):
            kinds[place] = "boilerplate"  # the day of a story that is linked
        elif in_list and kinds[place] is None:
            in_list = _is_link(line, page)
            kinds[place] = "boilerplate" if in_list else None


def _is_link(line: str, page: Page) -> bool:
    """Tell whether a line below "Related:" is the title of another story, not the story going on."""
    if len(line) > 160 or line[-1] in ",:;":
        return False
    is_question = line[-1] == "?" and len(line.split()) <= _LONGEST_QUESTION
    return (page.uses_stops and not is_ended(line)) or is_question or is_title_case(line)


def _has_story_above(kinds: Kinds, place: int) -> bool:
    """Tell whether so much stands above a line that the story has begun."""
    return sum(kind is None for kind in kinds[:place]) >= _STORY


# The story and its end.


def _mark_captions(page: Page, kinds: Kinds) -> None:
    """Mark captions within the story: those that a credit ends or follows."""
    for place, line in enumerate(page.lines):
        if kinds[place] is not None or len(line) > 1000:
            continue
        if place and kinds[place - 1] == "caption" and is_label(page.lines[place - 1]):
            kinds[place] = "caption"
            continue
        follows = place + 1 < len(page) and kinds[place + 1] == "credit"
        if not (follows or is_labelled(line) or credit_start(line) is not None):
            continue
        if caption_score_at(page, kinds, place, is_front=False) >= CAPTION_THRESHOLD:
            kinds[place] = "caption"


def _mark_author(page: Page, kinds: Kinds) -> None:
    """Mark the note on the author with which opinion pieces end: a person whom the story does not name."""
    places = [place for place in range(len(page)) if kinds[place] is None][-2:]
    for place in places[:0:-1]:
        line = page.lines[place]
        found = _OF_AUTHOR.match(line) if len(line) <= 500 and len(page) > 3 else None
        if found and not _is_named_before(page, place, found["name"].split()[-1].strip(",")):
            kinds[place] = "boilerplate"


def _is_named_before(page: Page, place: int, surname: str) -> bool:
    """Tell whether the story names a person before this paragraph."""
    return surname in page.text[: page.paragraphs[place].span.start]


def _mark_agency_lines(page: Page, kinds: Kinds) -> None:
    """Tell what an agency's name alone on a line is: under a picture its credit, at the end the source."""
    last_body = max((i for i, line in enumerate(page.lines) if kinds[i] is None and not is_agency(line)), default=0)
    for place, line in enumerate(page.lines):
        if kinds[place] in (None, "source_line") and is_agency(line) and len(page) > 1:
            kinds[place] = "source_line" if place > last_body else "credit"


def _mark_signatures(page: Page, kinds: Kinds) -> None:
    """Mark "— Jane Doe" below what she wrote; of several such lines in a row, which are a list, none."""
    signed = [bool(_SIGNATURE.match(line)) for line in page.lines]
    for place, line in enumerate(page.lines):
        if not signed[place] or place == 0 or any(signed[place - 1 : place]) or any(signed[place + 1 : place + 2]):
            continue
        words = words_in(line)
        if kinds[place] is None and 2 <= len(words) <= LONGEST_NAMES and is_names(line) and "," not in line[-2:]:
            kinds[place] = "byline"


# Splitting what shares a paragraph.


def _split_paragraphs(page: Page, kinds: Sequence[PartKind]) -> Iterator[Part]:
    """Yield the parts, with those that share a paragraph apart."""
    is_first = True
    for paragraph, line, kind in zip(page.paragraphs, page.lines, kinds, strict=True):
        start = paragraph.span.start
        if kind == "body":
            cuts = list(_cut_body(page, line, is_first=is_first))
            is_first = is_first and all(cut_kind != "body" for cut_kind, _, _ in cuts)
        elif kind == "caption":
            cuts = list(_cut_caption(line))
        elif kind == "dateline":
            dateline = dateline_at(line)
            is_all = dateline is not None and dateline.story == len(line)
            cuts = [(kind, 0, dateline.end if dateline and is_all else len(line))]
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


def _cut_body(page: Page, line: str, *, is_first: bool) -> Iterator[_Cut]:
    """Cut byline and dateline from the beginning of a paragraph of the story, and the reporters from its end."""
    button = _BUTTON_IN_FRONT.match(line)
    start = button.end() if button else 0
    if button:
        yield ("boilerplate", 0, button.end("button"))
    inner = inner_dateline(line) if is_first and line[:3].lower() == "by " else None
    dateline = inner[1] if inner else dateline_at(line, is_capitals=page.is_capitals)
    if inner:
        start = inner[0]
        yield ("byline", 0, len(line[:start].rstrip(" ,")))
    opens = is_first or (dateline is not None and (dateline.is_sure or (page.is_digest and not dateline.is_colon)))
    if dateline and opens and not (dateline.is_colon and page.is_transcript):
        yield ("dateline", start, start + dateline.end)
        start += dateline.story
    yield from _cut_end(line, start)


def _cut_end(line: str, start: int) -> Iterator[_Cut]:
    """Cut a notice of rights or the mark of the end from the end of a paragraph, and the reporters before it."""
    from_char = max(start, len(line) - _LONGEST_NOTICE)
    notice = _NOTICE_AT_END.search(line, from_char) or _END_MARK.search(line, from_char)
    if notice is None:
        yield from _cut_reporters(line, start)
        return
    yield from _cut_reporters(line[: notice.start()].rstrip(), start)
    yield ("boilerplate", len(line) - len(line[notice.start() :].lstrip()), len(line))


def _cut_reporters(line: str, start: int) -> Iterator[_Cut]:
    """Cut "(Reporting by …; editing by …)" from the end of a paragraph."""
    from_char = max(start, len(line) - 320)
    reporters = _REPORTING_AT_END.search(line, from_char)
    end = len(line[: reporters.start()].rstrip()) if reporters else len(line)
    if start < end:
        yield ("body", start, end)
    if reporters:
        yield ("byline", reporters.start(), len(line))

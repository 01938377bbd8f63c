# SPDX-License-Identifier: Apache-2.0
"""Find the dateline with which a report's first paragraph opens: where it was written, when, and for which agency.

"PARIS (AP) —", "WASHINGTON, May 3 (Reuters) -", "KYIV, Ukraine —", "Geneva, 12 June 2024 –", "NEW DELHI:",
"(CNN)". What stands before the dash must be a place, and the less it looks like one, the more must speak
for it: a place in capitals is enough, one in ordinary letters needs a date or an agency, or the first
paragraph's start and nothing else before the dash.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from readout.reading.page.furniture import AGENCY, is_date
from readout.resources import country_named, country_of_capital
from readout.resources.gazetteer import packaged_gazetteer

__all__ = ["Dateline", "dateline_at", "inner_dateline", "is_dateline"]

# The longest datelines name a ship, a sea, two dates and two agencies.
_LONGEST = 140

_DASH = re.compile(r"\s*(?:—|–|―|--+|(?<=[\s)])-(?=\s|$)|(?<=[\s)])_(?=\s|$))\s*")
_ANY_MARK = re.compile(r"[—–―(:]|--|[ )][-_](?:\s|$)")
_COLON = re.compile(r"\s?:\s+")
_BRACKET = re.compile(r"\(([^()]{2,45})\)")
_AGENCY_ONLY = re.compile(rf"(?:(?P<place>[^()]{{2,40}}) )?\((?P<agency>{AGENCY})\)\s+(?=[A-Z“\"‘'])", re.IGNORECASE)
_AGENCY = re.compile(AGENCY, re.IGNORECASE)
_INNER_AGENCY = re.compile(rf"\((?:{AGENCY}|[A-Z][\w.]+(?: [A-Z][\w.]+){{0,3}})\)\s*(?:—|–|--+|-\s|_\s)", re.IGNORECASE)

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b(?:{_MONTH} \d{{1,2}}(?:(?:, ?| |/)\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?:,? (?:\d{{4}}|\d\d))?)(?![\w])",
    re.IGNORECASE,
)
# Other ways to end a dateline that has a date: "/TASS/.", "(EFE).-", "(WAM) /", "(ANI):", "(PTI) Leaders", "BAKU, May 3. Leaders".
_OTHER_END = re.compile(
    r"\s*(?P<slashed>/[A-Z][\w. -]{1,30}/)\.?\s+|(?<=\))(?:\.-|:)\s*|(?<=\))\s+/\s+|(?<=\))\s+(?=[A-Z“\"‘'])|"
    r"(?P<stop>\.)\s+(?=[A-Z“\"‘'])|\s+\|\s+"
)
# "SEOUL, Sept 9 North Korea …", where the agency and its dash were taken out.
_CAPITALS_AND_DATE = re.compile(
    r"(?P<place>[A-Z][A-Z.'’ -]{2,30}(?:, [A-Z][\w. ]{1,20})?),? "
    r"(?P<date>(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\.? \d{1,2})"
    r"\s+(?=[A-Z“\"])(?!(?:AM|PM|GMT|EST|EDT|ET)\b)"
)
_BARS = re.compile(rf"(?P<place>[^|\n]{{2,40}})\s\|\s(?P<agency>{AGENCY})\s*\|?\s*(?=$|[A-Z“\"‘'])", re.IGNORECASE)
_CLOCK = re.compile(
    r",? (?:at )?\d\d?[.:]\d\d(?: ?[ap]\.?m\.?)?(?: (?:GMT|UTC|local time|(?-i:[A-Z]{2,4}T)))?", re.IGNORECASE
)
_LAND = re.compile(r" \[([A-Z][\w. ]+)\]")  # "New Delhi [India]"
_PLACE_AT_END = re.compile(r"(?:[A-Z][A-Z.'’-]+,? ?){1,4}(?:[A-Z][\w.]+ ?){0,2}$")
# "BREAKING —" is capitals and a dash too.
_CAPTIONED = (
    "BREAKING EXCLUSIVE UPDATE UPDATED WATCH WATCHING READ LISTEN LIVE OPINION ANALYSIS VIDEO PHOTOS EDITORIAL COMMENT "
    "CORRECTION EXPLAINER FACTBOX TIMELINE URGENT ALERT NEWS REPORT INTERVIEW FEATURE REVIEW PROFILE RELATED NOTE "
    "ADVISORY POLL QUESTION ANSWER HEADLINE SUMMARY BACKGROUND KEY MORE NATO EU UN US USA UK WHO IMF OPEC CIA FBI GOP"
)
_LABELS = frozenset(_CAPTIONED.split())
_PARTICLES = "de la le les la al el of the on in sur upon and du der den am an es e y da do dos san off near at aboard"
_MOST_IN_PLACE = 3  # words
_LARGE = 100_000  # inhabitants
_JOINING = frozenset(_PARTICLES.split())
_TOKEN = re.compile(r"[^\s,/]+")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at a paragraph's start, in characters from there.

    Attributes:
        end: Where it ends, before its dash or colon.
        story: Where the story goes on behind the dash; the paragraph's length where it does not.
        is_sure: Whether it is one wherever it stands; otherwise only a report's first paragraph has it.
        is_colon: Whether it ends in a colon, as Indian papers set it and as a transcript sets its speakers.
    """

    end: int
    story: int
    is_sure: bool = False
    is_colon: bool = False


def dateline_at(paragraph: str, *, is_capitals: bool = False) -> Dateline | None:
    """Find the dateline that a paragraph opens with.

    Args:
        paragraph: A paragraph without white space at its ends.
        is_capitals: Whether the whole report is in capitals, so that capitals do not mark a place.

    Returns:
        The dateline, or None.
    """
    head = paragraph[:_LONGEST]
    if (barred := _between_bars(head)) is not None:
        return barred
    if (other := _otherwise_ended(head, is_capitals=is_capitals)) is not None:
        return other
    capitals = _CAPITALS_AND_DATE.match(head) if not is_capitals else None
    if capitals and _is_place(capitals["place"]) and _is_in_capitals(capitals["place"]):
        return Dateline(capitals.end("date"), capitals.end(), is_sure=True)
    agency = _AGENCY_ONLY.match(head)
    if agency and (agency["place"] is None or _is_place(agency["place"])):
        end = agency.end("agency") + 1
        return Dateline(end, (_DASH.match(head, end) or agency).end(), is_sure=True)
    if not _ANY_MARK.search(head):
        return None
    mark = _DASH.search(head, 2) or _COLON.search(head, 2)
    return _dateline_before(paragraph, mark, is_capitals=is_capitals) if mark else None


def _between_bars(head: str) -> Dateline | None:
    """Find a dateline whose place and agency stand between bars: "TBILISI | AFP | Police cleared …"."""
    found = _BARS.match(head)
    if found is None or not _is_place(found["place"].strip()):
        return None
    return Dateline(found.end("agency"), found.end(), is_sure=True)


def _otherwise_ended(head: str, *, is_capitals: bool) -> Dateline | None:
    """Find a dateline with a date that ends in no dash, as many agencies outside Europe and America set it."""
    if not _DATE.search(head):
        return None
    for mark in _OTHER_END.finditer(head, 2):
        before = head[: mark.start()]
        if not _DATE.search(before):
            continue
        read = _read_head(before.rstrip(" ."))
        if read is None or (mark["stop"] and (is_capitals or not _is_in_capitals(read[0]))):
            continue
        end = mark.end("slashed") if mark["slashed"] else mark.start()
        return Dateline(end, mark.end(), is_sure=True)
    return None


def _dateline_before(paragraph: str, mark: re.Match[str], *, is_capitals: bool) -> Dateline | None:
    """Judge what stands before the first dash (or, without one, the first colon)."""
    first = paragraph[mark.end() : mark.end() + 1]
    if first and not (first.isupper() or first.isdigit() or first in "“\"‘'`([$£€…"):
        return None
    read = _read_head(paragraph[: mark.start()])
    if read is None:
        return None
    place, is_vouched = read
    found = Dateline(mark.start(), mark.end(), is_sure=is_vouched, is_colon=mark.group().strip() == ":")
    if found.is_colon:
        is_told = is_vouched or (not is_capitals and _is_in_capitals(place))  # "New Delhi, Aug 19: India …"
        return replace(found, is_sure=False) if first and is_told else None
    return found if is_vouched or _is_bare_place(place, mark, is_capitals=is_capitals) else None


def _read_head(head: str) -> tuple[str, bool] | None:
    """Read a place, with a date and an agency if they are there.

    Returns:
        The place and whether a date or an agency vouches for it; None where other words stand there too.
    """
    brackets = _BRACKET.findall(head)
    is_dated = _DATE.search(head) is not None
    place = _CLOCK.sub("", _DATE.sub("", _LAND.sub(r", \1", _BRACKET.sub("", head)))).strip(" ,")
    # "(NBC News) —", "ABUJA (Daily Trust) —" and "Hanoi, May 3 (VNA) —", but not "Senator Smith (R-Ohio) —".
    is_signed = len(brackets) == 1 and (
        _AGENCY.fullmatch(brackets[0]) is not None
        or _DATE.fullmatch(brackets[0]) is not None
        or (_is_agency(brackets[0]) and (not place or is_dated or _is_in_capitals(place)))
    )
    if len(brackets) > is_signed or not (_is_place(place) if place else is_signed):
        return None
    return place, is_signed or is_dated


def _is_bare_place(place: str, mark: re.Match[str], *, is_capitals: bool) -> bool:
    """Tell whether words before a dash are a place though no date or agency says so."""
    if _is_in_capitals(place):
        return not is_capitals
    if place.upper().split()[0] in _LABELS:
        return False
    # "Paris — Ministers met": short, and no hyphen for a dash, which would be a range or an aside; but "Kampala - Police met".
    if mark.group() == mark.group().strip() or len(place.split()) > _MOST_IN_PLACE:
        return False
    return mark.group().strip() in ("—", "–", "--") or (mark.group().strip() == "-" and _is_known_town(place))


def _is_known_town(place: str) -> bool:
    """Tell whether a capital or a large town is called so: "Abuja", "Goma, Congo"."""
    town, _, land = (part.strip() for part in place.partition(","))
    if land and country_named(land) is None:
        return False
    if country_of_capital(town) is not None:
        return True
    return any(site.population >= _LARGE for site in packaged_gazetteer().named(town))


def _is_agency(words: str) -> bool:
    """Tell whether the words in brackets can be an agency or a newspaper."""
    return words[0].isupper() and len(words.split()) <= 5 and not any(mark in words for mark in ';:“”"')


def _is_place(words: str) -> bool:
    """Tell whether words can name a place with its region."""
    tokens = _TOKEN.findall(words)
    if not 0 < len(tokens) <= 9 or not tokens[0][0].isupper():
        return False
    if "--" in words or any(mark in words for mark in '“”"?!;:=@#—–'):
        return False
    if not _has_abbreviations_only(words):
        return False
    return all(not token[0].islower() or token in _JOINING for token in tokens) and not words[-1].isdigit()


def _has_abbreviations_only(words: str) -> bool:
    """Tell whether full stops within words belong to abbreviations ("St. Louis", "DOVER, Del.")."""
    return all(len(token) <= 6 for token in words.split()[:-1] if token.endswith("."))


def _is_in_capitals(place: str) -> bool:
    """Tell whether a place is set in capitals, as agencies set it, and is no label."""
    city = place.split(",")[0].strip()
    letters = [character for character in city if character.isalpha()]
    capitals = sum(character.isupper() for character in letters)
    return len(letters) >= 3 and capitals >= 0.8 * len(letters) and city.split()[0].strip(".") not in _LABELS


def is_dateline(paragraph: str) -> bool:
    """Tell whether a whole paragraph is a dateline: a date, or a place with a date, an agency or a dash."""
    if len(paragraph) > _LONGEST:
        return False
    if is_date(paragraph):
        return True
    found = dateline_at(paragraph)
    if found and found.story == len(paragraph):
        return True
    brackets = _BRACKET.findall(paragraph)
    has_agency = len(brackets) == 1 and bool(_AGENCY.fullmatch(brackets[0]))
    place = _CLOCK.sub("", _DATE.sub("", _BRACKET.sub("", paragraph))).strip(" ,.")
    return (has_agency or bool(_DATE.search(paragraph))) and _is_place(place)


def inner_dateline(paragraph: str) -> tuple[int, Dateline] | None:
    """Find a dateline behind a byline in one paragraph ("By A and B, Associated Press KYIV, Ukraine (AP) — …").

    Args:
        paragraph: A paragraph that opens with "By".

    Returns:
        Where the dateline starts within the paragraph, and the dateline, in characters from there; or None.
    """
    found = _INNER_AGENCY.search(paragraph, 0, 2 * _LONGEST)
    if not found:
        return None
    before = paragraph[: found.start()].rstrip()
    capitals = _PLACE_AT_END.search(before)
    start = capitals.start() if capitals else before.rfind(",") + 1
    start += len(paragraph[start : found.start()]) - len(paragraph[start : found.start()].lstrip())
    dateline = dateline_at(paragraph[start : start + _LONGEST])
    return (start, dateline) if 0 < start < found.start() and dateline else None

# SPDX-License-Identifier: Apache-2.0
"""Tell by its words alone what a line of a page is when it is no part of the story.

A news page in plain text is strewn with lines that nobody in the story says: bylines, dates, credits,
invitations to follow and subscribe, links to other stories. Here are the forms they take in English;
`readout.reading.page.parts` weighs them with their place on the page. Nothing here looks at lines longer than a
few hundred characters, but for notes and notices.
"""

from __future__ import annotations

import re
from typing import Literal

from readout.reading.page.boilerplate import is_boilerplate, is_share_bar
from readout.resources import country_named, outlet_named
from readout.resources.gazetteer import packaged_gazetteer

__all__ = [
    "AGENCY",
    "Furniture",
    "furniture_of",
    "is_agency",
    "is_date",
    "is_front_label",
    "is_names",
    "is_title_case",
    "words_in",
]

Furniture = Literal["byline", "dateline", "credit", "source_line", "boilerplate"]

# Notes from the editor and legal notices are the longest furniture there is.
_LONGEST = 1200
_LONGEST_LINE = 320
_LONGEST_OUTLET = 8  # words
_TOWN = 50_000  # inhabitants

# News and picture agencies, as they sign.
_AGENCIES = r"""
    associated press; ap(?: photos?| images)?; afp; agence france[- ]presse; reuters; thomson reuters foundation;
    upi; united press international; epa(?:[-/]efe)?; efe; ansa; dpa; picture alliance;
    pa(?: wire| media| images)?; press association; getty(?: images)?; anadolu(?: agency)?;
    xinhua(?: news agency)?; tass; ria novosti; interfax; sputnik; kyodo(?: news)?; yonhap(?: news)?; pti;
    press trust of india; ani; ians; aap; the canadian press; bloomberg(?: news)?; shutterstock; alamy; nurphoto;
    sipa(?: usa)?; zuma(?: press)?; imago(?: images)?; rex features; wikimedia commons; ukrinform; belta; irna;
    isna; mehr; fars; sana; wafa; petra; kuna; spa; wam; mena; bernama; antara; cnn; npr; bbc(?: news)?
"""
AGENCY = f"(?:the )?(?:{'|'.join(name.strip() for name in _AGENCIES.split(';'))})"

# What stands in lower case within and between names, beside the names themselves.
_PARTICLES = "de del der den di da dos du el al la las le los ibn bin ben van von y e &"
_SMALL = "a an and at by in for of on or the to with from via i is as"
_PICTURES = "photo photos file pool images handout courtesy picture"
_NEWSROOM = (
    "and at by in for of the with from staff agencies agency writer writers reporter reporters correspondent "
    "correspondents editor editors special senior chief news researcher researchers contributor"
)
_CREDIT_WORDS = frozenset(f"{_PARTICLES} {_SMALL} {_PICTURES}".split())
_NAME_WORDS = frozenset(f"{_PARTICLES} {_NEWSROOM}".split())
_WORD = re.compile(r"[^\W_](?:[\w.'’&/-]*[\w])?")

_MONTHS = "january february march april may june july august september october november december"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
_DATED = (
    "published updated posted modified last first created on at am pm a.m p.m noon midnight ago minute minutes "
    "min mins an hour hours hrs day days local time date z h jan feb mar apr jun jul aug sep sept oct nov dec mon "
    "tue tues wed thu thur thurs fri sat sun gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst cet cest "
    "eet eest ist jst msk sgt hkt aest aedt wib cat eat wat sast gst pkt npt bdt wita wit pht nzst nzdt akst akdt hst "
    "brt art clt pet cot vet"
)
_DATE_WORDS = frozenset(f"{_MONTHS} {_WEEKDAYS} {_DATED}".split())
_DATE_NUMBER = re.compile(
    r"\d{1,4}(?:[:./-]\d{1,2}){0,2}(?:st|nd|rd|th|z|h|am|pm|[ap]\.m)?|\d{4}-\d\d-\d\dt[\d:.+-]+z?"
)
# Where pages were copied without what parted their lines: "May 3, 20239:03 PM UTCUpdated 10 hours ago".
_GLUED = re.compile(r"(?<=\b20\d\d)(?=\d{1,2}:\d\d)|(?<=[A-Z\d])(?=(?:Updated|Published)\b)")
_TELLS_A_DAY = re.compile(rf"\d|\b(?:{_WEEKDAYS.replace(' ', '|')})\b")

_PHOTO_WORD = (
    r"(?:file |handout |courtesy )?(?:photo(?:graph|grapher)?|picture|image|illustration|graphic|video|cartoon|map)s?"
)
_CREDIT = re.compile(
    rf"[\[(]?(?:{_PHOTO_WORD}(?: credit| source| courtesy| copyright)?(?::| by | via | courtesy)|"
    rf"(?:image|photo|picture|video) (?:source|copyright|credit),|(?:image |photo )?credit:|file:|courtesy (?:of )?)"
    r"|[\[(][^()\[\]]{2,60} (?:photos?|images?|pictures?|handout|illustration)[\])]\.?$",
    re.IGNORECASE,
)
_NAME_AND_AGENCY = re.compile(
    rf"[\[(]?(?:{AGENCY} (?:photo|images)\b|{AGENCY} ?/|[^\s].{{0,80}}?(?:/ ?| via ){AGENCY}(?=\W|$))", re.IGNORECASE
)
_AGENCY_ALONE = re.compile(rf"[\[(—–-]*\s*{AGENCY}(?:\s*(?:/|,|and|&)\s*{AGENCY})*\s*[\])]?\.?", re.IGNORECASE)

_SOURCE_LINE = re.compile(
    rf"sources?\s*[:\-–—]|\(?(?:h/t|hat tip)\b|with (?:inputs?|files|reporting) from\b|[—–-]{{1,2}}\s*{AGENCY}\.?$|"
    rf"[—–-]{{0,2}}\s*[A-Z][\w .]{{1,25}}/(?:agencies|wires|{AGENCY})$|"
    r"(?:(?!\d)[\w’'.-]+ ){1,5}(?:and|&|with) (?:(?:the )?(?:news |other )?agencies|wires?)\.?$|"
    r"(?:(?:news )?agencies|wire (?:services|reports))\.?$|(?:courtesy|via):",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:said|told|says)\b")  # "Sources: two people close to the board said …"
_BY = re.compile(
    r"\(?(?:story |words |text |analysis |interview |report |reporting |written |reported )?by:?\s+", re.IGNORECASE
)
_NOT_A_NAME = re.compile(
    rf"(?:the|a|an|then|now|late|early|mid|noon|doing|{_MONTHS.replace(' ', '|')}|{_WEEKDAYS.replace(' ', '|')})\b",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"[(\[]?(?:additional |with |contributing )?(?:reporting|writing|editing|edited|written|compiled|translated|"
    r"reported)"
    r"(?: and (?:reporting|writing|editing))? (?:by|in|from)\b|contribut(?:ing|ors?):|podcast produced by\b",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"(?:(?:by|from) (?:a |an |our |the )?|our )(?:[^.!?]{0,60} )?"
    r"(?:staff|correspondents?|reporters?|writers?|team)\.?$",
    re.IGNORECASE,
)
_OF_STAFF = re.compile(
    r"(?:[A-Z][\w.&’']*\s){1,3}(?:NEWS\s+(?:NETWORK|SERVICE)|News\s+Network|Correspondents?|Reporters?|Staff\s+Writers?|News\s+Service|(?:News|Web|Online)\s+Desk)"
)  # "News24 Correspondent"
_DESK_WORD = re.compile(
    r"\b(?:additional|reporting|writing|editing|edited|written|reported|compiled|produced)\b", re.IGNORECASE
)
_CONTRIBUTED = re.compile(
    r"(.{3,250}?)(?:,? also)? "
    r"(?:contributed(?: (?:to|from|reporting)\b.*|\.?)|reported from .{3,80}|reporting from .{3,80})$"
)

_WAS_REPORTED = re.compile(r"\d|\b(?:was|were|been|being|are|is)$")  # "68 cases were reported from Guinea"

_FRONT_LABEL = re.compile(
    r"(?:abstract|full text|lead|body|synopsis)[.:]?|.{0,12}min(?:ute)?s? read.{0,12}", re.IGNORECASE
)


def furniture_of(line: str) -> Furniture | None:
    """Tell what kind of furniture a line is.

    Args:
        line: A paragraph without white space at its ends.

    Returns:
        The kind, or None where the words alone do not tell that it is furniture.
    """
    if len(line) > _LONGEST:
        return None
    if is_boilerplate(line):
        return "boilerplate"
    if len(line) > _LONGEST_LINE:
        return "byline" if _is_reporting(line) else None
    if is_date(line) or _is_dated_outlet(line):
        return "dateline"
    if _is_published_in(line):
        return "source_line"
    if _is_credit(line):
        return "credit"
    if (_SOURCE_LINE.match(line) and len(line.split()) <= 15 and not _SAID.search(line)) or _is_outlet(line):
        return "source_line"
    return "byline" if _is_byline(line) else None


def _is_outlet(line: str) -> bool:
    """Tell whether a line is the name of an outlet and the town or country where it appears: "The Star, Nairobi"."""
    outlet, _, town = line.partition(", ")
    if not town or len(line.split()) > _LONGEST_OUTLET or outlet_named(outlet) is None:
        return False
    return country_named(town) is not None or any(s.population >= _TOWN for s in packaged_gazetteer().named(town))


_BAR = re.compile(r"\s[/|•·–—-]\s")
_PUBLISHED_IN = re.compile(
    r"(?:(?:first|originally)\s+)?published\s+(?:in|on|by)\s+(?:the\s+)?(?P<outlet>[^,.:]{2,60})", re.IGNORECASE
)


def _is_dated_outlet(line: str) -> bool:
    """Tell whether a line is the name of an outlet and a date: "Philippine Daily Inquirer / 05:44 AM July 30, 2023"."""
    outlet, *rest = _BAR.split(line, maxsplit=1)
    return len(line) <= _LONGEST_LINE and bool(rest) and is_date(rest[0]) and outlet_named(outlet) is not None


def _is_published_in(line: str) -> bool:
    """Tell whether a line says in which outlet the report appeared, and when: "Published in Dawn, February 12th, 2024"."""
    found = _PUBLISHED_IN.match(line)
    if found is None or outlet_named(found["outlet"].strip()) is None:
        return False
    rest = line[found.end() :].strip(" ,.:")
    return not rest or is_date(rest)


def _is_credit(line: str) -> bool:
    """Tell whether a line credits a picture: short, and names rather than a sentence."""
    words = words_in(line)
    others = sum(word[0].islower() and word.lower() not in _CREDIT_WORDS for word in words)
    if len(words) > 24:
        return False
    if _CREDIT.match(line):
        return others <= len(words) / 3
    return others == 0 and ("/" in line or " " in line) and _NAME_AND_AGENCY.match(line) is not None


def _is_byline(line: str) -> bool:
    """Tell whether a line says who wrote the report."""
    if _OF_STAFF.fullmatch(line):
        return True
    if _is_reporting(line) or (len(line) <= 80 and _STAFF.match(line)):
        return True
    by = _BY.match(line)
    if by and not _NOT_A_NAME.match(line, by.end()):
        rest = line[by.end() :].removesuffix(")")
        return len(rest.split()) <= 20 and is_names(rest)
    contributed = _CONTRIBUTED.match(line)
    if contributed is None or _WAS_REPORTED.search(contributed[1]):
        return False
    return is_names(contributed[1].split(",")[0].split(" in ")[0])


def _is_reporting(line: str) -> bool:
    """Tell whether a line names those who reported, wrote and edited, and says no more."""
    found = _REPORTING.match(line)
    return found is not None and (line[0] in "([" or is_names(_DESK_WORD.sub("", line[found.end() :])))


def is_agency(line: str) -> bool:
    """Tell whether a line is the name of an agency, or of several, and nothing else."""
    return len(line) <= 120 and _AGENCY_ALONE.fullmatch(line) is not None


def is_names(line: str) -> bool:
    """Tell whether all words of a line are names, or words that stand between and beside names."""
    words = words_in(line)
    return bool(words) and all(not word[0].islower() or word in _NAME_WORDS for word in words)


def is_date(line: str) -> bool:
    """Tell whether a line holds a date or a time and nothing else."""
    if len(line) > 100:
        return False
    line = _GLUED.sub(" ", line)
    tokens = [token.strip(".,;|()[]·•–—+-").lower() for token in line.replace("|", " ").split()]
    told = [token for token in tokens if token]
    known = all(token.rstrip(":") in _DATE_WORDS or _DATE_NUMBER.fullmatch(token) for token in told)
    return bool(told) and known and len(told) >= 2 and bool(_TELLS_A_DAY.search(line.lower()))


def is_front_label(line: str) -> bool:
    """Tell whether a line parts a report's front from its story: an archive's label, the reading time, buttons."""
    words = words_in(line[:200])
    return bool(_FRONT_LABEL.fullmatch(line)) or (len(words) >= 2 and is_share_bar(words))


def is_title_case(line: str) -> bool:
    """Tell whether a line is capitalised as a title is: most of its longer words."""
    words = [word for word in words_in(line[:400]) if len(word) > 3 and word[0].isalpha()]
    return len(words) >= 2 and sum(not word[0].islower() for word in words) >= 0.75 * len(words)


def words_in(line: str) -> list[str]:
    """Return the words of a line, without punctuation."""
    return _WORD.findall(line)

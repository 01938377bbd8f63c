# SPDX-License-Identifier: Apache-2.0
"""Tell by its words alone what a line of a page is when it is no part of the story.

A news page in plain text is strewn with lines that nobody in the story says: bylines, dates, credits, invitations to
follow and subscribe, links to other stories. Here are the forms they take in English; `readout.reading.parts` weighs them
with their place on the page. Nothing here looks at lines longer than a few hundred characters, but for notes and notices.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

__all__ = [
    "AGENCY",
    "Furniture",
    "furniture_of",
    "is_agency",
    "is_date",
    "is_front_label",
    "is_heading_of_links",
    "is_names",
    "is_title_case",
    "words_in",
]

Furniture = Literal["byline", "dateline", "credit", "source_line", "boilerplate"]

# Notes from the editor and legal notices are the longest furniture there is.
_LONGEST = 1200
_LONGEST_LINE = 320

# News and picture agencies, as they sign.
AGENCY = (
    r"(?:the )?(?:associated press|ap(?: photos?| images)?|afp|agence france[- ]presse|reuters|thomson reuters foundation|"
    r"upi|united press international|epa(?:[-/]efe)?|efe|ansa|dpa|picture alliance|pa(?: wire| media| images)?|"
    r"press association|getty(?: images)?|anadolu(?: agency)?|xinhua(?: news agency)?|tass|ria novosti|interfax|sputnik|"
    r"kyodo(?: news)?|yonhap(?: news)?|pti|press trust of india|ani|ians|aap|the canadian press|bloomberg(?: news)?|"
    r"shutterstock|alamy|nurphoto|sipa(?: usa)?|zuma(?: press)?|imago(?: images)?|rex features|wikimedia commons|"
    r"ukrinform|belta|irna|isna|mehr|fars|sana|wafa|petra|kuna|spa|wam|mena|bernama|antara|cnn|npr|bbc(?: news)?)"
)

_SMALL_WORDS = frozenset(
    "a an and at by de del der den di da dos du el al la las le los ibn bin ben van von y e & in for of on or the to with "
    "from via i is as".split()
)
_CREDIT_WORDS = _SMALL_WORDS | {"photo", "photos", "file", "pool", "images", "handout", "courtesy", "picture", "via"}
_NAME_WORDS = frozenset(
    "and at by de del der den di da dos du el al la las le los ibn bin ben van von y e & in for of the with from "
    "staff agencies agency writer writers reporter reporters correspondent correspondents editor editors special "
    "senior chief news researcher researchers contributor".split()
)
_WORD = re.compile(r"[^\W_](?:[\w.'’&/-]*[\w])?")

_MONTHS = "january february march april may june july august september october november december"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
_DATE_WORDS = frozenset(
    f"{_MONTHS} jan feb mar apr jun jul aug sep sept oct nov dec {_WEEKDAYS} mon tue tues wed thu thur thurs fri sat sun "
    "published updated posted modified last first created on at am pm a.m p.m noon midnight gmt utc est edt et cst cdt ct "
    "mst mdt mt pst pdt pt bst cet cest eet eest ist jst msk sgt hkt aest aedt wib ago minute minutes min mins hour "
    "hours hrs day days local time date z h".split()
)
_DATE_NUMBER = re.compile(r"\d{1,4}(?:[:./-]\d{1,2}){0,2}(?:st|nd|rd|th|z|h|am|pm|[ap]\.m)?|\d{4}-\d\d-\d\dt[\d:.+-]+z?")
_TELLS_A_DAY = re.compile(rf"\d|\b(?:{_WEEKDAYS.replace(' ', '|')})\b")

_PHOTO_WORD = (
    r"(?:file |handout |courtesy )?(?:photo(?:graph|grapher)?|picture|image|illustration|graphic|video|cartoon|map)s?"
)
_CREDIT = re.compile(
    rf"[\[(]?(?:{_PHOTO_WORD}(?: credit| source| courtesy| copyright)?(?::| by | via | courtesy)|"
    rf"(?:image|photo|picture|video) (?:source|copyright|credit),|(?:image |photo )?credit:|file:|courtesy (?:of )?)",
    re.IGNORECASE,
)
_NAME_AND_AGENCY = re.compile(
    rf"[\[(]?(?:{AGENCY} (?:photo|images)\b|{AGENCY} ?/|[^\s].{{0,80}}?(?:/ ?| via ){AGENCY}(?=\W|$))", re.IGNORECASE
)
_AGENCY_ALONE = re.compile(rf"[\[(—–-]*\s*{AGENCY}(?:\s*(?:/|,|and|&)\s*{AGENCY})*\s*[\])]?\.?", re.IGNORECASE)

_SOURCE_LINE = re.compile(
    rf"sources?\s*[:\-–—]|\(?(?:h/t|hat tip)\b|with (?:inputs?|files|reporting) from\b|[—–-]{{1,2}}\s*{AGENCY}\.?$|"
    r"(?:(?!\d)[\w’'.-]+ ){1,5}(?:and|&|with) (?:(?:the )?(?:news |other )?agencies|wires?)\.?$|"
    r"(?:(?:news )?agencies|wire (?:services|reports))\.?$|(?:courtesy|via):",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:story |words |text |analysis |interview |report |reporting |written |reported )?by:?\s+", re.IGNORECASE)
_NOT_A_NAME = re.compile(
    rf"(?:the|a|an|then|now|late|early|mid|noon|doing|{_MONTHS.replace(' ', '|')}|{_WEEKDAYS.replace(' ', '|')})\b",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"[(\[]?(?:additional |with |contributing )?(?:reporting|writing|editing|edited|written|compiled|translated|reported)"
    r"(?: and (?:reporting|writing|editing))? (?:by|in|from)\b|contribut(?:ing|ors?):|podcast produced by\b",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"(.{3,250}?)(?:,? also)? (?:contributed(?: (?:to|from|reporting)\b.*|\.?)|reported from .{3,80}|reporting from .{3,80})$"
)

# Each of these opens a line that is no news. Verbs are in the imperative or name the page itself, and carry the word
# that makes them so: "Watch for prices to rise" and "Shares fell" are news.
_BOILERPLATE = re.compile(
    r"""
    (?:please\ )?(?:
      (?:on\ twitter,?\ )?follow\ (?:us|@\w|me|our|the\ \w+\ on|(?:[\w.@’'-]+\ ){1,5}on\ (?:twitter|x|facebook|instagram|telegram|threads|bluesky))
    | (?:find|like|join|visit|reach|contact|email|e-mail)\ us\b
    | (?:.{0,80}[?.]\ )?like\ (?:the|our|this)\ (?:page|post)
    | join\ (?:our|the)\ .{0,40}(?:channel|group|conversation|newsletter|community)
    | (?:read|see|view|watch|hear|learn)\ (?:also|more|next|full|it\ here)\b
    | read\ (?:the|our|his|her|their|all|about)\b.{0,80}\ (?:here|below)\b
    | (?:also\ (?:read|see|watch|on)|read|watch|see|listen|more|related|in\ pictures|explainer|recommended)\s?[:|»>–—]
    | related(?:\ (?:articles?|stories|story|topics?|news|content|links?|coverage|posts?|video))?[:.]?$
    | more\ (?:on\ (?:this|the)\ (?:story|topic)|from\ (?:our|the|around)|stories|news|like\ this|top\ stories)\b
    | (?:most|more)\ (?:read|popular|viewed|shared)\b | trending(?:\ now)?[:.]?$ | top\ stories[:.]?$
    | (?:recommended|suggested|selected)\ (?:for\ you|stories|reading|articles)\b
    | you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested) | don[’']t\ miss\b.{0,60}$ | (?:up|read|what\ to\ read)\ next\b
    | editors?[’']?s?[’']?\ picks?\b
    | (?:watch|listen|see)\ (?:to\ )?.{0,120}\b(?:below|above|here|live|video|podcast|episode)\W*$
    | sign\ (?:up|in)\b | subscrib(?:e|ers?\ only)\b | log\ in\b | register\ (?:now|here|for\ free)\b
    | (?:get|receive)\ .{0,80}(?:newsletter|inbox|app|alerts?|updates|notifications)\b | download\ (?:our|the|now)\b
    | (?:our\ )?(?:daily|weekly|free)\ newsletter | newsletter[:.]?$
    | advertise(?:ment|\ with\ us)\b.{0,60}$ | ad[.:]?$ | sponsored\b.{0,60}$ | promoted\b.{0,40}$ | paid\ (?:content|post)\b
    | (?:story|article|report|text)\ continues\b | continue\ reading\b | scroll\ (?:down\ )?to\b | skip\ to\b
    | (?:click|tap)\ (?:here|on|to|below|through)\b | (?:back|return)\ to\ top\b | load(?:ing)?(?:\ more)?\W*$
    | share\ (?:this|on|via|your|with)\b | share$ | (?:copy|get)\ link\b | print(?:\ this.{0,30})?$ | tweet(?:\ this)?$
    | (?:\d+\ |leave\ a\ |post\ a\ |view\ |show\ |add\ a\ |join\ the\ )?(?:comments?|reply|conversation|discussion)(?:\ \(?\d*\)?)?[:.]?$
    | (?:©|\(c\)\ |copyright\b) | all\ rights\ reserved | (?:terms\ (?:of|and)|privacy\ (?:policy|notice)|cookie)
    | (?:this\ )?(?:article|story|piece|post|report|column|essay|interview|version)\ (?:was|is|has\ been|have\ been|first|originally)\ (?:\w+\ ){0,3}
      (?:published|appeared|updated|corrected|edited|amended|translated|produced|republished|posted|adapted|part\ of)
    | this\ (?:article|story|piece|post|report|column)\ (?:appeared|contains|will\ be\ updated)\b
    | (?:an\ earlier|a\ previous|the\ original)\ version\ of\ this\b
    | (?:editor(?:[’']s|s[’']|ial)?\ note|author[’']s\ note|note\ to\ (?:editors|readers)|disclaimer|disclosure|clarification|correction)
      (?:\ appended)?\s?[:.–—-]
    | corrections?(?:\ appended)?[:.]?$
    | (?:the\ )?(?:views|opinions)\ (?:and\ opinions\ )?expressed\b | (?:keywords|tags?|topics?|filed\ under|categor(?:y|ies)|labels?|sections?):
    | support\ (?:our|independent|quality|the\ \w+[’']s)\b.{0,60} | donate(?:\ (?:now|here|today|to\ us))?\W*$
    | (?:send|submit|share)\ (?:us\ |your\ )?(?:tips|news\ tips|feedback|letters|comments|quips)\b
    | (?:have|got)\ (?:a|any)\ (?:news\ )?(?:tip|tips|story|question|questions|feedback)\b.{0,80}\? | feedback\?
    | for\ (?:more|the\ latest|all\ the\ latest|breaking)\b.{0,100}\b(?:visit|follow|sign\ up|check\ out|click|subscribe|head\ to|download|go\ to)\b
    | we\ (?:use|value)\ (?:cookies|your\ privacy) | your\ browser\b | (?:please\ )?enable\ (?:javascript|cookies)
    | we\ are\ sorry,?\ ?this\ video | (?:this\ )?video\ (?:is\ )?(?:unavailable|not\ available|restricted|can(?:not|’t|'t)\ be\ played)
    | \d{1,3}\ ?-?min(?:ute)?s?\ read\b | (?:estimated\ )?reading\ time\b | (?:abstract|full\ text|lead|body|synopsis)[.:]?$
    | (?:play|pause|mute|unmute|fullscreen|close|menu|search|home|next|previous|back|ok|accept(?:\ all)?)$
    )""",
    re.IGNORECASE | re.VERBOSE,
)  # fmt: skip
_RESERVED = ("all rights reserved", "may not be published", "may not be reproduced", "may not be republished")
_SHARE_BAR = frozenset(
    "facebook twitter x whatsapp linkedin email e-mail print share tweet pinterest reddit telegram copy link messenger save "
    "listen comments comment instagram youtube tiktok threads bluesky flipboard pocket sms viber line rss on via this".split()
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_FRONT_LABEL = re.compile(r"(?:abstract|full text|lead|body|synopsis)[.:]?|.{0,12}min(?:ute)?s? read.{0,12}", re.IGNORECASE)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}")
_HEADING_OF_LINKS = re.compile(
    r"[\"“']?(?:related(?: \w+)?|also (?:on|read|see)\b.{0,40}|more (?:on|from)\b.{0,50}|read (?:more|also|next)|see also|"
    r"most (?:read|popular|viewed)|trending(?: now)?|recommended(?: \w+){0,2}|you (?:may|might) also like|top stories|"
    r"editors?[’']?s?[’']? picks|keep reading|what to read next|up next|latest (?:news|stories)|don[’']t miss)"
    r"\s*[:.»>|…]?[\"”']?[:.]?$",
    re.IGNORECASE,
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
    if _is_boilerplate(line):
        return "boilerplate"
    if len(line) > _LONGEST_LINE:
        return "byline" if line[0] in "([" and _REPORTING.match(line) else None
    if is_date(line):
        return "dateline"
    if _is_credit(line):
        return "credit"
    if _SOURCE_LINE.match(line) and len(line.split()) <= 15:
        return "source_line"
    return "byline" if _is_byline(line) else None


def _is_boilerplate(line: str) -> bool:
    """Tell whether a line speaks of the page, the site or the reader instead of the news."""
    # Not past quotation marks: what is quoted is news, even if it is “Follow me”.
    head = line.lstrip("*•·–—- \u00a0([|>»")
    words = words_in(_TAG.sub(" ", line[:400]))
    if not words:
        return True
    lowered = line.lower()
    if _BOILERPLATE.match(head) or any(notice in lowered for notice in _RESERVED):
        return True
    if _is_share_bar(words):
        return True
    return len(words) <= 14 and "@" in line and bool(_ADDRESS.search(line)) and not any(mark in line for mark in "“”\"")


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
    if _REPORTING.match(line):
        return True
    by = _BY.match(line)
    if by and not _NOT_A_NAME.match(line, by.end()):
        rest = line[by.end() :]
        return len(rest.split()) <= 20 and is_names(rest)
    contributed = _CONTRIBUTED.match(line)
    return contributed is not None and is_names(contributed[1].split(",")[0].split(" in ")[0])


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
    tokens = [token.strip(".,;|()[]·•–—-").lower() for token in line.replace("|", " ").split()]
    told = [token for token in tokens if token]
    known = all(token.rstrip(":") in _DATE_WORDS or _DATE_NUMBER.fullmatch(token) for token in told)
    return bool(told) and known and len(told) >= 2 and bool(_TELLS_A_DAY.search(line.lower()))


def is_front_label(line: str) -> bool:
    """Tell whether a line stands between a report's front and its story: an archive's label, the reading time, a bar."""
    words = words_in(line[:200])
    return bool(_FRONT_LABEL.fullmatch(line)) or (len(words) >= 2 and _is_share_bar(words))


def _is_share_bar(words: Sequence[str]) -> bool:
    """Tell whether words are the names of buttons."""
    return len(words) <= 25 and all(word.lower() in _SHARE_BAR or word.isdigit() for word in words)


def is_heading_of_links(line: str) -> bool:
    """Tell whether a line announces a list of links to other stories."""
    return len(line) <= 120 and bool(_HEADING_OF_LINKS.match(line))


def is_title_case(line: str) -> bool:
    """Tell whether a line is capitalised as a title is: most of its longer words."""
    words = [word for word in words_in(line[:400]) if len(word) > 3 and word[0].isalpha()]
    return len(words) >= 2 and sum(not word[0].islower() for word in words) >= 0.75 * len(words)


def words_in(line: str) -> list[str]:
    """Return the words of a line, without punctuation."""
    return _WORD.findall(line)

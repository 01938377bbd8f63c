# SPDX-License-Identifier: Apache-2.0
"""How the lines begin that speak of the page, the site or the reader instead of the news.

A pattern must carry the word that makes it so, since "Watch for prices to rise", "Terms of the deal" and "Promoted to
general" are news: an imperative that only a page gives, the page's own name for itself ("this article"), or the end of
the line right behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["is_boilerplate", "is_heading_of_links", "is_share_bar"]

# Every pattern is tried at a line's beginning, whatever the case. "$" is the line's end.
_OPENINGS = (
    # Follow, find, join
    r"(?:on twitter,? )?(?:please )?follow (?:us|@\w|me\b|our\b|(?:[\w.@’'-]+\s){1,6}?on (?:twitter|x|facebook|"
    r"instagram)\b)",
    r"(?:please )?(?:find|like|join|visit|reach|contact|e-?mail) us\b",
    r"(?:.{0,80}[?.] )?like (?:the|our|this) (?:page|post)\b",
    r"join (?:our|the) .{0,40}(?:channel|group|conversation|newsletter|community)\W*$",
    r"(?:follow|find|see|read) (?:all (?:of )?|more (?:of )?)?(?:\w+[’']s? )?.{0,60}\b(?:coverage|stories|reporting)\b"
    r".{0,60}(?:\bhttps?://|\bon our\b)",
    r"(?:more )?(?:ap|afp|reuters|bbc)\b.{0,40}: ?https?://\S+$",
    # Read, watch, listen
    r"(?:read|see|view|watch|hear|learn) (?:also|more|next|full)\b(?!\s(?-i:[“\"A-Z]).{140,}[.!?”\"]$)",
    r"(?:read|watch|see|view|hear) (?:the|our|his|her|their|all|about|it)\b.{0,120}\b(?:here|below|above)\W*$",
    r"(?:watch|listen)\b.{0,120}\b(?:below|above|here|live|podcast|episode)\W*$",
    r"(?:also (?:read|see|watch|on)|read|watch|see|listen|more|related|in pictures|explainer|recommended)\s?[:|»>–—]",
    r"related(?: (?:articles?|stories|story|topics?|news|content|links?|coverage|posts?|videos?))?[:.]?$",
    r"more (?:on (?:this|the) (?:story|topic)\b|from (?:our|around)\b|(?:stories|news|like this)(?: (?:from|like|"
    r"on)\b|[:.]?$))",
    r"(?:most|more) (?:read|popular|viewed|shared)(?: [\w]+){0,3}[:.]?$",
    r"(?:trending(?: now)?|top stories)[:.]?$",
    r"(?:recommended|suggested|selected) (?:for you|stories|reading|articles)\b",
    r"you (?:may|might) (?:also (?:like|be interested)|be interested in)\b",
    r"don[’']t miss\b.{0,60}$",
    r"(?:up|read|what to read) next\b",
    r"editors?[’']?s?[’']? picks?\b",
    r"for (?:more|the latest|all the latest|breaking)\b.{0,100}\b(?:visit|follow|sign up|check out|click|"
    r"subscribe|download)\b",
    # Sign up, pay, download
    r"(?:sign (?:up|in)|subscribe|log in|register (?:now|here|for free))\b",
    r"subscribers? only\b|(?:to )?unsubscribe\b|manage (?:your )?(?:preferences|subscriptions?)\b",
    r"you (?:are receiving|receive|received|have received|(?:are|were) sent) this (?:e-?mail|message|newsletter)\b",
    r"(?:want|get|receive|enter) .{0,80}(?:newsletters?|inbox|app|e-?mail alerts?|notifications)\b",
    r"(?:our )?(?:daily |weekly |free )?newsletter[:.]?$|(?:our|daily|weekly) newsletter\b",
    r"download (?:our|the|now)\b.{0,60}$",
    r"support (?:our|independent|quality) .{0,60}$|donate(?: (?:now|here|today|to us))?\W*$",
    r"(?:advertisements?|advertising|ad|sponsored(?: content| post)?|promoted(?: content| stories)?|paid "
    r"(?:content|post))[.:]?$",
    r"advertise with us\b",
    # The page's buttons
    r"(?:story|article|report|text) continues (?:below|after)\b|continue reading\b|scroll (?:down )?to\b|skip to\b",
    r"(?:click|tap) (?:here|on|to|below|through)\b|(?:back|return) to top\b|load(?:ing)?(?: more)?\W*$",
    r"share (?:this|on|via|your)\b|share$|(?:copy|get) link\b|print(?: this.{0,30})?$|tweet(?: this)?$",
    r"(?:\d+ |(?:leave|post|add) a |view |show |join the )?(?:comments?|reply|conversation|discussion)(?: "
    r"\(?\d*\)?)?[:.]?$",
    r"(?:(?:photo|image|picture|slide) )?\d{1,3} ?(?:of|/) ?\d{1,3}$",
    r"(?:play|pause|mute|unmute|fullscreen|close|menu|search|home|next|previous|back|ok|accept(?: all)?)$",
    r"\d{1,3}[ -]?min(?:ute)?s? read\b|(?:estimated )?reading time\b",
    r"we (?:use|value) (?:cookies|your privacy)\b|cookies? (?:policy|settings|notice|preferences)\b",
    r"(?:view|read|open|see) (?:this |it )?(?:e-?mail |newsletter |message )?(?:in (?:your |a |the )?(?:web )?browser|"
    r"online)\W*$",
    r"your browser\b|(?:please )?enable (?:javascript|cookies)\b",
    r"we are sorry,? ?this video|(?:this )?video (?:is )?(?:unavailable|not available|restricted|can(?:not|[’']t) "
    r"be played)",
    # Rights and notes
    r"©|\(c\) |copyright\W{0,4}(?:©|\d{4}|by\b|all\b)|all rights reserved|terms (?:of (?:use|service)|and "
    r"conditions)\b",
    r"privacy (?:policy|notice)\b|our standards: |reuse this (?:content|article)\b|enditem\b",
    r"(?:this )?(?:article|story|piece|post|column|essay) (?:was|is|has been|have been|first|originally) (?:\w+ ){0,3}"
    r"(?:published|appeared|updated|corrected|edited|amended|translated|produced|republished|posted|adapted|refiled|"
    r"reissued|revised|part of)\b",
    r"this (?:report|interview|version) (?:was|has been) (?:(?:first|originally) \w+|updated|corrected|edited|"
    r"amended|translated)\b",
    r"this (?:article|story|piece|post|column) (?:first |originally )?(?:appeared|contains|will be updated)\b",
    r"(?:an earlier|a previous|the original) version of this\b",
    r"(?:editor(?:[’']s|s[’']|ial)? note|author[’']s note|note to (?:editors|readers)|disclaimer|disclosure|"
    r"clarification|"
    r"correction)(?: appended)?\s?[:.–—-]",
    r"corrections?(?: appended)?[:.]?$",
    r"(?:the )?(?:views|opinions)(?: and opinions)? expressed\b",
    r"(?:keywords|tags?|topics?|filed under|categor(?:y|ies)|labels?|sections?):",
    # Talking to the reader
    r"(?:send|submit|share) (?:us |your )?(?:tips|news tips|feedback|letters|comments|quips)\b",
    r"(?:have|got) (?:a|any) (?:news )?(?:tips?|story|feedback)\b.{0,80}\?|feedback\?",
    # Where it is from, and when it came
    r"published[:.]?$|read the original (?:article|story)\b|allafrica publishes\b",
    # Whose desk let it go, as the Press Trust of India signs
    r"(?-i:PTI(?: [A-Z]{2,4}){1,6})$",
    # What archives put before a story's pieces
    r"(?:abstract|full text|lead|body|synopsis)[.:]?$",
)
_BOILERPLATE = re.compile("|".join(f"(?:{opening})" for opening in _OPENINGS), re.IGNORECASE)
_LONGEST_NOTICE = 320  # characters; in a longer paragraph the notice stands behind the story
_RESERVED = ("all rights reserved", "may not be published", "may not be reproduced", "may not be republished")

_BUTTONS = (
    "facebook twitter x whatsapp linkedin email e-mail print share tweet pinterest reddit telegram copy link messenger "
    "save listen comments comment instagram youtube tiktok threads bluesky flipboard pocket sms viber line rss "
    "on via this"
)
_SHARE_BAR = frozenset(_BUTTONS.split())
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_QUOTED = re.compile(r"[“”\"]")

_HEADING_OF_LINKS = re.compile(
    r"[\"“']?(?:related(?: \w+)?|also (?:on|read|see)\b.{0,40}|more (?:on|from)\b.{0,50}|read (?:more|also|next)|"
    r"see also|"
    r"most (?:read|popular|viewed)|trending(?: now)?|recommended(?: \w+){0,2}|you (?:may|might) also like|top stories|"
    r"explore more on these topics|topics(?: in this (?:article|story))?|"
    r"editors?[’']?s?[’']? picks|keep reading|what to read next|up next|latest (?:news|stories)|don[’']t miss)"
    r"\s*[:.»>|…]?[\"”']?[:.]?$",
    re.IGNORECASE,
)


def is_boilerplate(line: str) -> bool:
    """Tell whether a line speaks of the page, the site or the reader.

    Args:
        line: A paragraph without white space at its ends.

    Returns:
        Whether it does. A line without a letter or digit ("___") does too.
    """
    words = _WORD.findall(_TAG.sub(" ", line[:400]))
    if not words or is_share_bar(words) or _is_menu(line):
        return True
    # Not past quotation marks: what is quoted is news, even if it is “Follow me”.
    if _BOILERPLATE.match(line.lstrip("*•·–—- \u00a0([|>»")):
        return True
    lowered = line.lower()
    if len(line) <= _LONGEST_NOTICE and any(notice in lowered for notice in _RESERVED):
        return True
    return len(words) <= 16 and "@" in line and not _QUOTED.search(line) and _ADDRESS.search(line) is not None


def _is_menu(line: str) -> bool:
    """Tell whether a line is a page's menu: short items between bars, one of them of no news: "Home | Sport | Contact us"."""
    items = [item.strip() for item in _BAR.split(line[:_LONGEST_NOTICE])]
    is_short = all(0 < len(item.split()) <= _LONGEST_ITEM for item in items)
    return len(items) >= _FEWEST_ITEMS and is_short and any(item.lower() in _MENU for item in items)


_BAR = re.compile(r"[|•·]|\s{2,}")
_FEWEST_ITEMS = 3
_LONGEST_ITEM = 3  # words
_MENU = frozenset(
    "home;homepage;e-edition;obituaries;classifieds;contact;contact us;about;about us;log in;login;sign in;sign up;"
    "subscribe;search;menu;my account;advertise;newsletters;e-paper;epaper;privacy;privacy policy;terms of use;careers".split(
        ";"
    )
)


def is_share_bar(words: Sequence[str]) -> bool:
    """Tell whether words are the names of buttons."""
    return len(words) <= 25 and all(word.lower() in _SHARE_BAR or word.isdigit() for word in words)


def is_heading_of_links(line: str) -> bool:
    """Tell whether a line announces a list of links to other stories."""
    return len(line) <= 120 and _HEADING_OF_LINKS.match(line) is not None

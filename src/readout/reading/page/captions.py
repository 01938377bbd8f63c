# SPDX-License-Identifier: Apache-2.0
"""Tell a picture's caption from a paragraph of the story, where nothing but plain text is left of the page.

A caption describes what is seen: present tense, an act of the body, a place and an occasion ("X speaks
during…", "People walk past…"). It points into the picture ("left", "pictured", "file photo") and often ends
in its credit. `caption_score` adds up what speaks for and against; the rules and their weights:

| for | weight |
|---|---|
| ends in a picture's credit ("[File: A Name/AP]", "(AP Photo/A Name)", "Photograph: A Name/AFP") | 4 |
| calls itself one ("Image caption, …") | 4 |
| points into a picture ("from left", "is seen", "file photo", "this photo") | 2 |
| says in the present tense what can be seen, and where, when or how ("waves as", "walk past") | 1.5 |
| no full stop | 0.5 |

| against | weight |
|---|---|
| a verb of saying in the past tense | -1.5 |
| a quotation of five words and more | -1 |
| more than 45 words | -1 |
| more than 70 words | -3 |

`readout.reading.page.parts` adds what its neighbours say: a credit on the next line, a caption in the same
block, a place between the headline and the story.
"""

from __future__ import annotations

import re

from readout.reading.page.furniture import AGENCY

__all__ = ["CAPTION_THRESHOLD", "caption_score", "credit_start", "is_depiction", "is_label", "is_labelled"]

# What a paragraph must reach to be a caption.
CAPTION_THRESHOLD = 2.0

_PICTURE = (
    r"(?:file|photo|photograph|picture|image|video|illustration|graphic|handout|courtesy|credit|screengrab|screenshot)"
)
_LONGEST_CREDIT = 140

_BRACKET_AT_END = re.compile(r"[\[(]([^\[\]()]{2,130})[\])]\.?$")
_SURE_CREDIT = re.compile(
    rf"{_PICTURE}s?\b(?! shows)|.{{0,100}}?(?:/ ?|\bvia |\bfor ){AGENCY}\b|{AGENCY} ?/|{AGENCY} (?:photo|images)\b|"
    rf"AP Photo|"
    r".{0,100}?\b(?:photo|file|handout|pool|getty images|via reuters)\W*$",
    re.IGNORECASE,
)
_AGENCY_CREDIT = re.compile(rf"(?:[^,;]{{2,40}}[,;] ?)?{AGENCY}|{AGENCY}[,;:] ?[^,;]{{2,40}}", re.IGNORECASE)
_OPEN_CREDIT = re.compile(
    rf"(?<=[.!?”\"’)] )(?:(?:{_PICTURE} )?{_PICTURE}s?(?: credit| source)?(?: ?: ?| by )[^.!?]{{2,100}}\.?"
    rf"|(?:[^\W\d_][\w.'’-]* ){{0,4}}[^\W\d_][\w.'’-]*(?: via |/| / )(?:[^\W\d_][\w.'’ -]{{1,30}}/)?{AGENCY}\.?)$",
    re.IGNORECASE,
)

_SEEN = re.compile(
    r"\b(?:pictured|is seen|are seen|seen here|seen (?:in|at|on|during|through|from)|is shown|are shown|"
    r"file (?:photo|picture|image|pic|footage)|in th(?:is|ese)(?: \w+){0,3} (?:photos?|images?|pictures?|frame grab)|"
    r"(?:undated|handout|satellite|combination|aerial) (?:photos?|images?|pictures?|handout)|"
    r"(?:photo|image|picture) (?:shows|taken|released|provided)|(?:from|top|bottom|far|second|third) (?:left|right)|"
    r"clockwise|in the (?:background|foreground))\b|[(,] ?(?:left|right|cent(?:er|re))[),]|\(L\)",
    re.IGNORECASE,
)

# What can be seen: acts of the body and of crowds, weather, fire and machines. Third person and plural.
_ACTS_OF_CAPTIONS = """
    address addresses appear appears applaud applauds arrive arrives ask asks attend attends bathe bathes billow
    billows bow bows burn burns campaign campaigns carries carry cast casts celebrate celebrates chant chants chat
    chats cheer cheers clap claps clash clashes clean cleans clear clears climb climbs collect collects cook cooks
    cries cross crosses cry dance dances deliver delivers demonstrate demonstrates depart departs dig digs display
    displays drive drives eat eats embrace embraces enter enters erupt erupts evacuate evacuates exit exits fire
    fires flee flees flies float floats fly gather gathers gesture gestures give gives greet greets guard guards
    hang hangs help helps hold holds hug hugs inspect inspects join joins jump jumps kiss kisses kneel kneels laugh
    laughs launch launches lay lays lead leads lean leans leave leaves lie lies lift lifts light lights line lines
    listen listens load loads look looks loom looms march marches meet meets mourn mourns move moves observe
    observes operate operates pass passes patrol patrols pause pauses perform performs play plays point points pose
    poses pray prays prepare prepares protest protests pull pulls push pushes queue queues raise raises rallies
    rally reach reaches react reacts read reads rest rests ride rides rise rises run runs sail sails salute salutes
    scuffle scuffles search searches sell sells shake shakes shelter shelters shout shouts show shows sift sifts
    sign signs sing sings sit sits sleep sleeps smile smiles smolder smolders smoulder smoulders speak speaks sprawl
    sprawls spray sprays stand stands stare stares step steps surround surrounds sweep sweeps take takes talk talks
    tear tears testifies testify throw throws tour tours tower towers travel travels tries try turn turns use uses
    visit visits vote votes wade wades wait waits walk walks watch watches wave waves wear wears weep weeps welcome
    welcomes wipe wipes work works yell yells
"""
_ACTS = "|".join(_ACTS_OF_CAPTIONS.split())
_OCCASION = (
    r"at|during|on|in|as|while|outside|inside|near|past|after|before|next to|beside|behind|with|along|through|"
    r"over|into|"
    r"from|to|around|amid|for|under|alongside|against|across|ahead of|down|up|off|about|toward|towards|by|"
    r"alongside|beneath"
)
# The act within the first words, and soon after it where, when or how: "Rescuers carry a man from the
# rubble".
_DEPICTION = re.compile(
    rf"(?:[\w.,'’&()/-]+ ){{1,11}}?(?<!\bto )(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bof )(?<!\bin )(?<!\bon )(?<!\bfor )"
    rf"(?<!\band )(?<!\bits )(?<!\bhis )(?<!\bher )(?<!\btheir )(?:{_ACTS}) "
    rf"(?:[\w'’,.()-]+ ){{0,10}}?(?:{_OCCASION})\b",
    re.IGNORECASE,
)
# The BBC's pages say so themselves.
_LABELLED = re.compile(r"(?:image|media|picture|photo|video) caption\b", re.IGNORECASE)
_PAST_SAYING = re.compile(
    r"\b(?:said|told|added|announced|warned|insisted|claimed|stated|declared|reported|denied|tweeted|wrote|argued|"
    r"confirmed|accused|vowed|urged|according to)\b",
    re.IGNORECASE,
)
# Narration in the past tense; a caption tells the past only of what is not in its picture.
_PAST_AUXILIARY = re.compile(r"\b(?:was|were|had|did|has|have|will|would|could|may|might)\b", re.IGNORECASE)
_QUOTATION = re.compile(r"[“\"]([^“”\"]*)[”\"]")


def caption_score(paragraph: str) -> float:
    """Score how much a paragraph speaks for being a picture's caption.

    Args:
        paragraph: A paragraph without white space at its ends.

    Returns:
        The sum of the weights above; `CAPTION_THRESHOLD` and more is a caption.
    """
    if len(paragraph) > 1000:
        return -3.0
    length = len(paragraph.split())
    score = -3.0 if length > 70 else -1.0 if length > 45 else 0.0
    if credit_start(paragraph) is not None or is_labelled(paragraph):
        score += 4.0
    if _SEEN.search(paragraph):
        score += 2.0
    if is_depiction(paragraph):
        score += 1.5
    if paragraph[-1] not in '.!?”"’:;,':
        score += 0.5
    if _PAST_SAYING.search(paragraph):
        score -= 1.5
    if any(len(quoted.split()) >= 5 for quoted in _QUOTATION.findall(paragraph)):
        score -= 1.0
    return score


def is_labelled(paragraph: str) -> bool:
    """Tell whether a paragraph calls itself a caption ("Image caption, The dam in 1974")."""
    return _LABELLED.match(paragraph) is not None


def is_label(paragraph: str) -> bool:
    """Tell whether a paragraph is only the name that a caption below it bears: "Image caption,"."""
    found = _LABELLED.match(paragraph)
    return found is not None and not paragraph[found.end() :].strip(" ,:")


def is_depiction(paragraph: str) -> bool:
    """Tell whether a paragraph says in the present tense what can be seen."""
    head = paragraph[:400]
    return _DEPICTION.match(head) is not None and not _PAST_AUXILIARY.search(head)


def credit_start(paragraph: str, *, is_caption: bool = False) -> int | None:
    """Find where the credit begins with which a caption ends.

    Args:
        paragraph: A paragraph without white space at its ends.
        is_caption: Whether it is known to be a caption, so that an agency alone in brackets is a credit too.

    Returns:
        The credit's start within the paragraph, 0 where the paragraph is nothing else; None where
        there is no credit.
    """
    from_char = max(0, len(paragraph) - _LONGEST_CREDIT)
    tail = paragraph[from_char:]
    bracket = _BRACKET_AT_END.search(tail)
    if bracket and (_SURE_CREDIT.match(bracket[1]) or (is_caption and _AGENCY_CREDIT.fullmatch(bracket[1]))):
        return from_char + bracket.start()
    open_credit = _OPEN_CREDIT.search(tail)
    return from_char + open_credit.start() if open_credit else None

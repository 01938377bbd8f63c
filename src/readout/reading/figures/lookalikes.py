# SPDX-License-Identifier: Apache-2.0
"""Numbers that are no figures: dates, clock times, ages, scores, points of a list, and labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readout.reading.encoding import Encoding
from readout.reading.figures.ages import is_age_of_somebody
from readout.reading.figures.amounts import Amount
from readout.reading.figures.counted import MONTHS, is_person, phrase_at
from readout.reading.figures.labels import PLURALS, is_label
from readout.reading.figures.modifiers import with_modifier
from readout.reading.figures.numbers import NUMBER_WORDS, number_at
from readout.reading.trees.syntax import Syntax
from readout.resources import unit_at

__all__ = ["is_lookalike", "tallies"]

_CLOCK = {"a.m.", "p.m.", "am", "pm", "gmt", "utc", "o'clock", "est", "edt", "hours"}
_YEAR_CUES = set("in since by until till from during early late mid before after of through to and or , (".split())
_NTH = {("first",), ("second",), ("last",), ("other",), ("latter",)}
_AGED = {"aged", "age", "ages"}
_NO_ONE = {"point", "time", "thing", "way", "side", "hand", "reason", "another"}
_TELLING = frozenset("estimate account count survey poll measure reckoning calculation tally version".split())
_LASTING = {"last", "lasts", "lasted", "lasting"}
_GAME = set(
    "beat beats beating beaten defeat defeated defeats win wins won lose lost loses drew draw led victory score scores "
    "scored match matches game games set sets".split()
)
_VOTE = {"vote", "votes", "voted", "voting", "ballot"}
_DECIDED = {
    "passed",
    "approved",
    "rejected",
    "adopted",
    "ratified",
    "confirmed",
    "ruled",
    "upheld",
    "endorsed",
    "ousted",
    "ruling",
    "decision",
    "opinion",
    "verdict",
}
_VOTE_REACH = 4  # words between a tally and the word that says that it is one: "voted by a margin of 52-48"
# What people do at an age: "married at 19", "died on Sunday at 91".
_LIVED = frozenset("died dies school married orphaned retired widowed pregnant born".split())
_OLDER = frozenset("is are was were be us them those anyone everyone all".split())
_MINUTES = 60
_HOURS = 24
_CALLED_BY_SIZE = frozenset("seater seaters wheeler wheelers pounder pounders footer".split())
_OF_AGE = frozenset({"youngest", "oldest", "eldest"})
_LISTED_AGES = frozenset(", and as were are was of the dead victims killed : between".split())
_AGES_REACH = 40  # words: of a list of ages
_LONGEST_LIFE = 120  # years: a bare number above this is no age
_MOST_POINTS = 200  # of one side in a game


def is_lookalike(encoding: Encoding, syntax: Syntax, joined: Sequence[bool], amount: Amount) -> bool:
    """Tell whether a number counts or measures nothing."""
    if amount.kind == "time":
        return not _is_extent(encoding, syntax, amount)
    if amount.kind == "ratio":  # "in the second half of May", "two-and-a-half-year"
        in_word = amount.start > 0 and joined[amount.start] and encoding.words[amount.start - 1] == "-"
        return in_word or _is_of_period(encoding, amount)
    if amount.unit == "degree" and _is_bearing(encoding, amount.end):
        return True  # "13.9 degrees north"
    if amount.kind != "count":
        return False
    return (
        _is_date(encoding, syntax, amount)
        or _is_part_of_word(encoding, joined, amount)
        or _is_part_of_compound(encoding, syntax, joined, amount)
        or _is_score(encoding, syntax, joined, amount)
        or is_label(encoding, syntax, amount)
        or _is_age(encoding, syntax, amount)
        or _is_point_of_list(encoding, syntax, amount)
        or _is_mere_one(encoding, syntax, amount)
        or encoding.lower[amount.end : amount.end + 1] == ("times",)  # how often; `amounts` reads multiples
        or _is_of_test(encoding, syntax, amount)
        or _is_mere_zero(encoding, syntax, amount)
        or _is_coordinate(encoding, joined, amount)
        or _is_first_of_lengths(encoding, amount)
        or _is_other_length(encoding, syntax, amount)
        or _is_hour(encoding, amount)
    )


_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today tomorrow".split())


_ARRIVING = frozenset(
    "arrived reached left met began started landed opened came crossed departed sailed spoke gathered".split()
)


def _is_hour(encoding: Encoding, amount: Amount) -> bool:
    """Tell whether a bare number is an hour: "on Thursday at 10."."""
    at, behind = amount.start - 1, encoding.lower[amount.end : amount.end + 2]
    if at > 0 and encoding.lower[at] == "at" and behind[:1] == ("on",) and not _WEEKDAYS.isdisjoint(behind[1:]):
        arrived = not _ARRIVING.isdisjoint(encoding.lower[max(at - _VOTE_REACH - 2, 0) : at])
        return arrived and amount.digits and amount.low <= _HOURS  # "reached the airport at 10 on Monday"
    told = at > 0 and encoding.lower[at] == "at" and encoding.lower[at - 1] in _WEEKDAYS and amount.low <= _HOURS
    return told and amount.digits and encoding.lower[amount.end : amount.end + 1] in ((".",), (",",), (";",), (")",))


def _is_of_period(encoding: Encoding, amount: Amount) -> bool:
    """Tell whether a part is one of a time: "the second half of May", "the first three quarters", "a quarter of a century"."""
    lower = encoding.lower
    if lower[max(amount.start - 1, 0) : amount.start] in _NTH | _SPANS:
        return lower[amount.start] == "half" or lower[amount.end - 1] == "quarters"
    return lower[amount.end : amount.end + 1] == ("of",) and lower[amount.end + 1 : amount.end + 3] in _A_PERIOD


_SPANS = {("past",), ("next",), ("final",), ("previous",)}
_A_PERIOD = {
    (article, unit) for article in ("a", "an") for unit in ("century", "hour", "day", "year", "decade", "second")
}


def _is_mere_zero(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    """Tell "the zero point" and "zero tolerance" from "zero cases", which were counted."""
    if encoding.lower[amount.start : amount.end] != ("zero",):
        return False
    counted = phrase_at(encoding, syntax, amount.end)
    return counted is not None and not encoding.lower[counted[1] - 1].endswith(PLURALS)


def _is_coordinate(encoding: Encoding, joined: Sequence[bool], amount: Amount) -> bool:
    """Tell whether a number is part of a point on the globe: "14°46'N 42°12'E", "42.61 east"."""
    words, start, end = encoding.words, amount.start, amount.end
    if start and joined[start] and words[start - 1] in _DEGREES:
        return True
    if end + 1 < len(words) and words[end] in _DEGREES:
        return words[end + 1][0].isdigit() or words[end + 1] in _BEARINGS
    return amount.digits and amount.low % 1 != 0 and _is_bearing(encoding, end)


def _is_bearing(encoding: Encoding, at: int) -> bool:
    """Tell whether a bearing stands here: "north", "E", "latitude"; not in "5 degrees north of the equator"."""
    return (
        encoding.words[at : at + 1] != ()
        and encoding.words[at] in _BEARINGS
        and encoding.lower[at + 1 : at + 2] != ("of",)
    )


_DEGREES = frozenset({"°", "º"})
_BEARINGS = frozenset("north south east west latitude longitude N S E W".split())


_LISTING = ((",",), ("and",), ("or",))


def _is_first_of_lengths(encoding: Encoding, amount: Amount) -> bool:
    """Tell whether the number behind "and" has a unit of time that is its own, too: "terms of 20 and 11 years"."""
    lower = encoding.lower
    if lower[amount.end : amount.end + 1] not in _LISTING or amount.end + 1 >= len(lower):
        return False
    behind = number_at(lower, amount.end + 1)
    while behind is not None and lower[behind.end : behind.end + 1] in _LISTING and behind.end + 1 < len(lower):
        behind = number_at(lower, behind.end + 1)  # "four, seven, 12 and 20 years"
    unit = unit_at(encoding.words, behind.end) if behind is not None and behind.end < len(lower) else None
    return unit is not None and unit[0].kind == "time"


# What stands between a length of time and a number of the same unit: "two years, or up to five", "10 years to seven".
_OR = frozenset(
    ", or to up at least most then later cut reduced raised extended lengthened shortened even possibly".split()
)
_TIMED = frozenset("year years month months day days week weeks hour hours minute minutes".split())
_LENGTHS = 6  # words


def _is_other_length(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    """Tell whether a bare number is of the unit of the length told before it: "six years, later cut to four"."""
    lower, at = encoding.lower, amount.start - 1
    first = max(syntax.sentences[syntax.sentence_of[amount.start]].start, amount.start - _LENGTHS)
    while at > first and lower[at] in _OR:
        at -= 1
    is_behind = (
        at < amount.start - 1 and lower[at] in _TIMED and not {"or", "to"}.isdisjoint(lower[at + 1 : amount.start])
    )
    counted = at > 0 and (lower[at - 1][0].isdigit() or lower[at - 1] in NUMBER_WORDS)
    return is_behind and counted and phrase_at(encoding, syntax, amount.end) is None


def tallies(encoding: Encoding, syntax: Syntax, joined: Sequence[bool]) -> frozenset[int]:
    """Return the numbers of votes for and against that a hyphen joins: "voted 52-48", "a 5-4 vote"."""
    lower, found = encoding.lower, set[int]()
    told = -1  # the last of a tally: "approved 74-66 in the House and 18-17 in the Senate"
    for hyphen in (at for at, word in enumerate(lower) if word in {"-", "–"} and joined[at]):
        pair = lower[hyphen - 1], *lower[hyphen + 1 : hyphen + 2]
        if len(pair) < 2 or not joined[hyphen + 1] or not all(map(str.isdecimal, pair)):
            continue
        if int(pair[0]) < int(pair[1]) and lower[hyphen + 2 : hyphen + 3] == ("votes",):  # "needs 15-20 votes"
            continue
        sentence = syntax.sentences[syntax.sentence_of[hyphen]]
        near = range(max(sentence.start, hyphen - _VOTE_REACH - 1), min(sentence.end, hyphen + _VOTE_REACH + 1))
        goes_on = told in range(sentence.start, hyphen) and "VERB" not in syntax.upos[told:hyphen]
        goes_on = goes_on and phrase_at(encoding, syntax, hyphen + 2) is None
        if goes_on or any(lower[i] in _VOTE for i in near) or _is_of_decision(encoding, syntax, hyphen + 2, near):
            found |= {hyphen - 1, hyphen + 1}
            told = hyphen + 1
    return frozenset(found)


def _is_of_decision(encoding: Encoding, syntax: Syntax, behind: int, near: range) -> bool:
    """Tell whether two numbers are those of a decision: "was passed 220-213", "a 6-3 ruling"; not "approved 5-10 projects"."""
    if behind >= len(encoding.lower) or encoding.lower[behind] in _DECIDED:
        return behind < len(encoding.lower)
    return any(encoding.lower[i] in _DECIDED for i in near) and phrase_at(encoding, syntax, behind) is None


def _is_of_test(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    """Tell "credit scores", "to settle scores" and what somebody scores from scores of people, or of what they did."""
    if encoding.lower[amount.end - 1] != "scores" or encoding.lower[amount.end : amount.end + 1] in {
        ("of",),
        ("more",),
    }:
        return False
    at = amount.end - 1
    return not syntax.is_relation(at, "nsubj", "nsubj:pass") or (at > 0 and syntax.heads[at - 1] == at)


def _is_extent(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    before = with_modifier(encoding, amount).start - 1  # "lasted two hours", not "the last two hours"
    if before > 0 and encoding.lower[before] == "for":
        before -= 1
    return before >= 0 and encoding.lower[before] in _LASTING and syntax.upos[before] in {"VERB", "AUX"}


def _is_date(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    lower, start, end = encoding.lower, amount.start, amount.end
    before, after = lower[start - 1] if start else "", lower[end] if end < len(lower) else ""
    if (
        after in _CLOCK
        or (before == "past" and amount.low <= _MINUTES)  # "half past 10"; not "a toll past 1,900"
        or (before in MONTHS and amount.low < 2100)
        or (after in MONTHS and amount.low <= 31)
    ):
        return True
    if before == "(" and after == ")" and amount.low <= 31 and lower[start - 2] in _WEEKDAYS:
        return True  # "on Wednesday (30)"
    is_year = end == start + 1 and re.fullmatch(r"1[5-9]\d\d|20\d\d", lower[start]) is not None
    if not is_year:
        return False
    counted = phrase_at(encoding, syntax, end)
    if before in _YEAR_CUES or counted is None or lower[counted[1] - 1] in {"level", "levels"}:
        return True
    return not encoding.lower[counted[1] - 1].endswith(PLURALS)


def _is_part_of_word(encoding: Encoding, joined: Sequence[bool], amount: Amount) -> bool:
    """Tell whether the number is a piece of a name, a telephone number or a score: "F-16", "24/7", "555-0142"."""
    words, start, end = encoding.words, amount.start, amount.end
    if start and joined[start] and words[start - 1] in {"-", "/", "–", "#", ":", ".", "_", "+", "*"}:
        return True
    if start and joined[start] and words[start - 1][-1].isalnum():
        return True
    if start > 1 and joined[start] and joined[start - 1] and words[start - 1] in {"'", "’", "′"}:
        return True  # "6'3"
    if end + 1 < len(words) and joined[end] and joined[end + 1] and words[end] == "+" and words[end + 1][0].isdigit():
        return True  # "the 2+2 talks"
    if end < len(words) and joined[end] and words[end] in {"/", "–", "'", "’", "′"}:
        return end + 1 < len(words) and joined[end + 1] and (words[end + 1][0].isdigit() or words[end] == "/")
    if end < len(words) and joined[end] and words[end][0].isalpha():
        return True
    glued = [i for i in range(start + 1, end) if words[i] == "-" and joined[i]]
    return bool(glued) and amount.digits and len(words[end - 1]) >= 4 and amount.low < 1000


def _is_part_of_compound(encoding: Encoding, syntax: Syntax, joined: Sequence[bool], amount: Amount) -> bool:
    """Tell whether a hyphen makes it part of a word that counts nothing: "two-sided", "one-page", "18- to 24-year-old"."""
    at = amount.end
    if at + 1 >= len(joined) or not joined[at] or encoding.lower[at] != "-":
        return False
    if not joined[at + 1] or encoding.lower[at - 1] == "one":
        return True
    behind = encoding.lower[at + 1]
    if behind in _CALLED_BY_SIZE:
        return True  # "a 14-seater"
    return behind not in {"strong", "odd", "plus"} and (
        syntax.upos[at + 1] != "NOUN" or behind in {"way", "time", "wheel"}
    )


def _is_score(encoding: Encoding, syntax: Syntax, joined: Sequence[bool], amount: Amount) -> bool:
    """Tell whether a pair of numbers is the score of a game: "lost 1-3"; "lost 10-15 men" is none."""
    start, end = amount.start, amount.end
    if end != start + 3 or not joined[start + 1] or amount.high is None or amount.high > _MOST_POINTS:
        return False
    sentence = syntax.sentences[syntax.sentence_of[start]]
    played = any(encoding.lower[i] in _GAME for i in range(sentence.start, sentence.end))
    return played and phrase_at(encoding, syntax, end) is None


def _is_age(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    lower, start, end = encoding.lower, amount.start, amount.end
    if start and lower[start - 1] in _AGED:
        return True
    if start > 1 and lower[start - 1] == "of" and lower[start - 2] in _AGED:
        return True  # "died at the age of 37"
    if start and lower[start - 1] == "at" and _is_of_life(encoding, syntax, start):
        return True
    if start > 1 and lower[start - 1] in {"between", "from"} and lower[start - 2] in _AGED:
        return True  # "aged between 23 and 51"
    if start > 2 and lower[start - 1] in {"and", "or", "to", ","} and lower[start - 3] in _AGED:
        return True  # "aged 23 and 31"
    if (
        start > 3
        and lower[start - 1] in {"and", "to"}
        and lower[start - 4 : start - 2] in {(word, "of") for word in _AGED}
    ):
        return True  # "between the ages of 18 and 54"
    if amount.low >= _LONGEST_LIFE:
        return False
    if _is_among_ages(encoding, syntax, amount):
        return True
    if (
        start
        and lower[start - 1] == "turned"
        and syntax.upos[end : end + 1] != ("NOUN",)
        and lower[end : end + 1] != ("of",)
    ):
        return True  # "who turned 66 a week after"
    if start > 1 and lower[start - 1] == "between" and amount.high is not None and amount.high < _LONGEST_LIFE:
        return is_person(encoding, start - 2) and phrase_at(encoding, syntax, end) is None  # "men between 15 and 24"
    if start > 1 and lower[start - 1] in {"under", "over"}:
        told = lower[start - 2]
        if phrase_at(encoding, syntax, end) is None or (
            is_person(encoding, start - 2) and syntax.upos[start - 2] == "NOUN"
        ):
            return told in _OLDER or is_person(encoding, start - 2)  # "women under 30"
    if syntax.children(start, "cop") and lower[end : end + 1] in (("and",), (",",), (".",)):
        subjects = syntax.children(start, "nsubj")
        return any(syntax.upos[s] == "PROPN" or lower[s] in {"he", "she", "who", "i"} for s in subjects)
    return is_age_of_somebody(encoding, syntax, amount)


def _is_among_ages(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    """Tell whether a number is the age of the youngest, or one of several: "gave the ages of the dead as 22, 27 and 31"."""
    lower, start = encoding.lower, amount.start
    if phrase_at(encoding, syntax, amount.end) is not None:
        return False
    first = max(syntax.sentences[syntax.sentence_of[start]].start, start - _AGES_REACH)
    if start and lower[start - 1] in _OF_AGE:
        return True  # "the youngest 98 and the oldest 101"
    if lower[start - 1 : start] in (("was",), ("is",)) and not _OF_AGE.isdisjoint(lower[max(start - 5, first) : start]):
        return True
    at = start - 1
    while at >= first and (lower[at] in _LISTED_AGES or lower[at].isdigit()):
        at -= 1
    return at >= first and lower[at] == "ages"


def _is_of_life(encoding: Encoding, syntax: Syntax, start: int) -> bool:
    """Tell whether what somebody did at a number was done at that age: "she left school at 14."."""
    behind = encoding.lower[start + 1 : start + 2]
    if behind and (behind[0].isalnum() and behind[0] not in {"and", "after", "when", "but"}):
        return False
    sentence = syntax.sentences[syntax.sentence_of[start]]
    return not _LIVED.isdisjoint(encoding.lower[sentence.start : start])


def _is_point_of_list(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    """Tell whether it only says that a next point comes: "Two, we need trucks"."""
    start, end = amount.start, amount.end
    if end != start + 1 or encoding.lower[end : end + 1] not in ((",",), (":",)):
        return False
    if not any(sentence.start == start for sentence in syntax.sentences):
        return False
    subjects = [child for child in syntax.children(syntax.heads[start], "nsubj") if child != start]
    return not syntax.is_relation(start, "nsubj") or bool(subjects)


def _is_mere_one(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    """Tell whether "one" counts nothing: "one of them", "no one", "at one point"."""
    if encoding.lower[amount.start : amount.end] != ("one",):
        return False
    counted = phrase_at(encoding, syntax, amount.end)
    before = encoding.lower[max(0, amount.start - 2) : amount.start]
    if before in {("votes", "to"), ("vote", "to")}:
        return False  # "by two votes to one"
    return (
        counted is None
        or encoding.lower[counted[1] - 1] in _NO_ONE
        or (before[-1:] in (("by",), ("to",), ("in",)) and encoding.lower[counted[1] - 1] in _TELLING)
        or before[-1:] in (("no",), ("this",), ("that",), ("each",), ("every",), ("any",))
        or (before[-1:] == ("which",) and before[:1] not in (("in",), ("of",), ("by",)))
    )

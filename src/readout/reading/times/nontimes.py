# SPDX-License-Identifier: Apache-2.0
"""What has the shape of a time and is none: modals, names of people and papers, ages, numbers of things."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.times.almanac import MONTHS
from readout.reading.times.timex import Timex
from readout.reading.trees.slips import DAYS
from readout.reading.trees.syntax import Syntax

__all__ = ["is_time"]

_POSSESSIVES = frozenset("his her their my your our its".split())
_STAGES = frozenset("early mid late to or and - – in".split())
_DECADES = frozenset("twentie thirtie fortie fiftie sixtie seventie eightie ninetie".split())
_WEATHER = frozenset(
    "temperature temperatures highs lows degrees heat mercury thermometer thermometers fahrenheit".split()
)
_MAKERS = frozenset("audi question".split())  # "an Audi Q3"
_NAMED_DAYS = frozenset("super black bloody cyber fat giving blue".split())
_NEARLY = {("almost",), ("nearly",), ("virtually",)}  # "held rallies almost daily"
_PROGRAMMES = {("programme",), ("program",), ("show",)}  # "told the BBC's Today programme"
_NAMES_BEFORE = frozenset(
    "page no. no number flight resolution article section room route highway pillar gate checkpoint hill block plot unit order "
    "decree directive regulation hull bus train ward booth locomotive apartment".split()
)


def is_time(timex: Timex, first: int, last: int, *, lower: Sequence[str], syntax: Syntax) -> bool:
    """Tell a time from words of the same shape: the modal "may", the verb "march", a number that counts things, an age.

    Args:
        timex: The expression.
        first: Its first word.
        last: The word after its last.
        lower: The words of the report in lower case.
        syntax: Their trees.
    """
    upos = syntax.upos
    if timex.rule == "month" and last - first == 1 and _is_first_name(first, syntax):
        return False
    if timex.rule == "month" and last - first == 1 and lower[first] == "jan" and _begins_name(first, lower, syntax):
        return False
    if timex.rule == "month" and last - first == 1 and lower[first] == "may" and _ends_name(first, lower, syntax):
        return False
    if timex.rule == "month" and last - first == 1 and lower[first].rstrip(".") in {"may", "march"}:
        return upos[first] not in {"AUX", "VERB"}
    if "weekday" in timex.parts and first and lower[first - 1] in _NAMED_DAYS and upos[first - 1] != "VERB":
        return False  # "three weeks after Super Tuesday", "the Bloody Sunday inquiry"
    if timex.parts.get("weekday", "").startswith("sun.") and first:
        return lower[first - 1] != "the" and upos[first - 1] != "PROPN"  # "according to the Las Vegas Sun."
    if timex.rule == "year" and last - first == 1:
        return _is_year(first, lower, syntax)
    if timex.rule == "decade" and not {"decade", "short"} & timex.parts.keys():
        return not _is_age(first, lower) and not _is_of_weather(first, lower, syntax)
    if timex.rule == "duration_sum":
        return lower[last : last + 1] not in (("old",), ("-",))
    if timex.rule == "clock" and timex.parts.keys() <= {"hour24", "minute24"} and first and lower[first - 1] == "in":
        return False  # "won the race in 2:20"
    if "code" in timex.parts:
        return first == 0 or lower[first - 1] not in _MAKERS
    if timex.rule == "day" and lower[last : last + 1] in _PROGRAMMES:
        return False
    if timex.rule == "adverb_set":
        return not _is_newspaper(first, lower, syntax)
    if timex.rule == "present" and lower[first] == "current":
        return upos[first] == "ADJ"
    return True


def _is_age(first: int, lower: Sequence[str]) -> bool:
    """Tell "in his mid to late thirties" and "a couple in early seventies" from a decade, which has an article."""
    before = first - 1
    if lower[first] != "the" and lower[before : before + 1] in (("in",), ("aged",), ("their",)):
        return True
    while before >= 0 and (
        lower[before] in _STAGES or lower[before].rstrip("s") in _DECADES or lower[before][-2:] == "0s"
    ):
        before -= 1
    return before >= 0 and lower[before] in _POSSESSIVES


def _is_of_weather(first: int, lower: Sequence[str], syntax: Syntax) -> bool:
    """Tell "temperatures in the nineties" from a decade."""
    sentence = syntax.sentences[syntax.sentence_of[first]]
    return not _WEATHER.isdisjoint(lower[sentence.start : sentence.end])


def _is_first_name(word: int, syntax: Syntax) -> bool:
    """Tell "Jan Egeland" and "Theresa May" from months: the tree joins the words of a name."""
    after = [c for c in syntax.children(word, "flat") if syntax.upos[c] == "PROPN"]
    return bool(after) or syntax.is_relation(word, "flat")


def _begins_name(word: int, lower: Sequence[str], syntax: Syntax) -> bool:
    """Tell "Jan Novak" from "in Jan", whatever the tree makes of it."""
    before = lower[word - 1] if word else ""
    return syntax.upos[word + 1 : word + 2] == ("PROPN",) and before not in {"in", "since", "of", "by", "until", "last"}


def _ends_name(word: int, lower: Sequence[str], syntax: Syntax) -> bool:
    """Tell "Theresa May met" and "Prime Minister May" from months, whatever the tree makes of them.

    Not "U.S. May payrolls" and "Brent May futures".
    """
    before = lower[word - 1] if word else ""
    named = syntax.upos[word - 1 : word] == ("PROPN",) and before not in DAYS | MONTHS.keys()
    return before in _STYLED or (named and syntax.upos[word + 1 : word + 2] in _BEHIND_NAMES)


_BEHIND_NAMES = {("VERB",), ("AUX",), ("PART",), ("PUNCT",), ("ADV",)}
_STYLED = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "minister", "secretary", "president"})


def _is_newspaper(word: int, lower: Sequence[str], syntax: Syntax) -> bool:
    """Tell "the Cuban daily Granma" and "the daily reported" from what is done daily."""
    after = syntax.upos[word + 1 : word + 2]
    is_noun = syntax.upos[word] == "NOUN" and after != ("NOUN",) and lower[word - 1 : word] not in _NEARLY
    return lower[word] in {"daily", "weekly"} and (is_noun or after == ("PROPN",))


def _is_year(word: int, lower: Sequence[str], syntax: Syntax) -> bool:
    before = lower[word - 1] if word else ""
    if before in _NAMES_BEFORE or before in {"$", "£", "€", "some", "about", "nearly", "almost", "than", "least"}:
        return False
    head = syntax.heads[word]
    counted = syntax.is_relation(word, "nummod") and head > word and syntax.upos[head] == "NOUN"
    plural = counted and lower[head].endswith("s")
    return not plural

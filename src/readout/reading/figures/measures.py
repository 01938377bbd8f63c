# SPDX-License-Identifier: Apache-2.0
"""What stands behind a number and says in what it is: a currency, a letter for a unit, pounds of the one kind or the other."""

from __future__ import annotations

from readout.reading.encoding import Encoding
from readout.resources import currency_of_noun, currency_of_symbol, is_currency_adjective, is_currency_noun

__all__ = ["currency_behind", "letter_unit", "nautical_miles", "percent", "pounds"]

_LETTERS = {"C": "degree Celsius", "F": "degree Fahrenheit", "m": "metre"}
_LABELS = frozenset(
    "flat unit section gate row seat level room terminal block apartment suite zone class type group form platform figure".split()
)
_BEFORE_NUMBERS = frozenset("the a an in at to of from and his her its some about over by".split())
_BEHIND_METRES = frozenset("in to above below at from and , . long high deep wide tall of by away".split())
_ALSO_OTHERWISE = {"real", "won", "mark", "marks", "crown", "crowns"}  # money only with an adjective: "Swedish crowns"
_LARGE = 1e6  # from which those are money without one: "2 trillion won"; not "2 million won seats"
_HUNDREDS = 100
_KOREAN = frozenset("korea korean koreans seoul pyongyang korea's kospi yonhap".split())
_HAS_OBJECT = frozenset("the a an their its his her by more seats prizes medals awards it them over back".split())
_MOST_POUNDS = 100_000  # of a weight
_SUMS = frozenset(
    "aid damage damages funding money cash debt investment support savings losses taxpayers public fine fines bill deal prize loan "
    "fee bonus coin coins note notes grant cheque check payment package contract house salary wage donation rescue bailout stake "
    "budget project scheme reward ransom lawsuit settlement".split()
)
_MOST_OF_SUMS = 5_000  # of pounds that may be either
_OF_POUNDS = frozenset(
    "£ pence penny sterling gbp british britain uk u.k. london england english scotland scottish wales welsh egypt egyptian "
    "lebanon lebanese syria syrian sudan sudanese ireland irish northern gibraltar falklands cyprus "
    "price prices cost costs paid pay".split()
)
_WEIGHED = frozenset("weigh weighs weighed weighing weight".split())
_WHOSE_CENTS = frozenset({"us", "u.s.", "american", "canadian", "australian", "euro"})
_NEAR = 4  # words between "weighing" and its pounds


def letter_unit(encoding: Encoding, joined: list[bool], start: int, at: int) -> tuple[str, int] | None:
    """Return the unit of a letter right behind a number from `start`, and the word after it: "46.2C", "800m"; not "seat 4F"."""
    unit = _LETTERS.get(encoding.words[at])
    before = encoding.words[start - 1] if start else "of"
    is_name = (
        (before[0].isupper() and before.lower() not in _BEFORE_NUMBERS)
        or before.lower() in _LABELS
        or (start > 0 and joined[start] and before.isalnum())
    )
    glued_on = at + 1 < len(joined) and joined[at + 1] and encoding.words[at + 1] in {"-", "/", "+"}
    is_name = is_name or (unit is not None and unit != "metre" and before.lower() == "in")  # "he lives in 5C"
    apart = (
        unit == "metre" and encoding.lower[at + 1 : at + 2] and encoding.lower[at + 1] in _BEHIND_METRES
    )  # "1.2 m in"
    return None if unit is None or is_name or glued_on or not (joined[at] or apart) else (unit, at + 1)


def nautical_miles(encoding: Encoding, at: int) -> int | None:
    """Return the word behind "nm", which are nautical miles in a report that spells those out, not nanometres."""
    return at + 1 if encoding.words[at] == "nm" and "nautical" in encoding.vocabulary else None


def percent(encoding: Encoding, joined: list[bool], at: int) -> int | None:
    """Return the word behind the short form of percent that is glued to its number: "0.3pc"."""
    return at + 1 if joined[at] and encoding.words[at] == "pc" else None


def pounds(encoding: Encoding, start: int, at: int, value: float) -> tuple[str, int] | None:
    """Return the unit of weight where pounds are no money: "a 500-pound bomb", "12 pounds of flour", "weighed 200 pounds"."""
    lower = encoding.lower
    if lower[at] not in {"pound", "pounds"} or value >= _MOST_POUNDS:
        return None
    if lower[at + 1 : at + 3] == ("per", "square"):
        return "pound", at + 1  # of pressure
    told = "of" in lower[at + 1 : at + 2]
    noun = lower[at + 2 : at + 3] if told else lower[at + 1 : at + 2]
    weighed = not _WEIGHED.isdisjoint(lower[max(start - _NEAR, 0) : start])
    told_of_weights = (
        value < _MOST_OF_SUMS and encoding.vocabulary.isdisjoint(_OF_POUNDS) and lower[at + 1 : at + 2] != ("(",)
    )
    joined_to_noun = lower[at] == "pound" and lower[at - 1] == "-"
    if told_of_weights and not told and not joined_to_noun:
        return "pound", at + 1  # "or about 70 pounds", where nothing in the report has to do with such money
    return ("pound", at + 1) if weighed or ((told or joined_to_noun) and noun and noun[0] not in _SUMS) else None


def currency_behind(encoding: Encoding, at: int, value: float) -> tuple[str | None, int] | None:
    """Return the currency that the words behind a number name, and the word after it: "million Swedish crowns", "€"."""
    lower, words = encoding.lower, encoding.words
    if (words[at] in {"€", "£", "$"} and not (at + 1 < len(words) and words[at + 1][0].isdigit())) or (
        words[at].isupper() and len(words[at]) == 3 and currency_of_symbol(words[at])
    ):
        return currency_of_symbol(words[at]), at + 1
    if lower[at] in {"cent", "cents", "pence", "kopecks"}:
        return "cent" if lower[at].startswith("cent") else lower[at], at + 1
    if lower[at] == "cfa" and lower[at + 1 : at + 2] in (("franc",), ("francs",)):
        return None, at + 2  # of which of the two, `currencies` tells
    if lower[at] in _WHOSE_CENTS and lower[at + 1 : at + 2] in (("cent",), ("cents",)):
        return "cent", at + 2  # "73.9 US cents"
    for noun in range(at, min(at + 4, len(lower))):
        if is_currency_noun(lower[noun]):
            adjective = lower[noun - 1] if noun > at else ""
            if noun > at and not is_currency_adjective(adjective, lower[noun]):
                return None
            if lower[noun] in _ALSO_OTHERWISE and noun == at and not _is_sum(encoding, noun, value):
                return None
            return currency_of_noun(lower[noun], adjective), noun + 1
    return None


def _is_sum(encoding: Encoding, noun: int, value: float) -> bool:
    """Tell "300 million won" and, in a report on Korea, "87,100 won" from "2 million won the right to vote"."""
    behind = encoding.lower[noun + 1 : noun + 2]
    korean = encoding.lower[noun] == "won" and not encoding.vocabulary.isdisjoint(_KOREAN)
    return (value >= _LARGE or (korean and (value >= _HUNDREDS or value % 1 != 0))) and (
        not behind or behind[0] not in _HAS_OBJECT
    )

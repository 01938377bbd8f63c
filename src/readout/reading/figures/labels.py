# SPDX-License-Identifier: Apache-2.0
"""Numbers that only name something: articles of a law, models, streets, telephones, places in a ranking."""

from __future__ import annotations

import re

from readout.reading.encoding import Encoding
from readout.reading.figures.amounts import Amount
from readout.reading.figures.counted import MONTHS, phrase_at
from readout.reading.trees.syntax import Syntax

__all__ = ["PLURALS", "is_label"]

_LABELS = set(
    "part page pages chapter article articles section resolution number no. no nos. room channel route highway flight phase "
    "level category type grade class act paragraph protocol line track gate day year week size suite court terminal unit "
    "apartment flat platform pier zone ward annex appendix kilometre kilometer milepost clause rule table figure item "
    "model mark version".split()
)
_SPANS = frozenset({"day", "week", "year"})
_WHICH = frozenset("this last next that each every same past previous following".split())
_ROADS = frozenset("Route Ruta Highway Road Autoroute Carretera Rodovia Motorway".split())
_MAKERS = frozenset("Boeing Airbus Antonov Ilyushin Tupolev Sukhoi Embraer Bombardier ATR Fokker".split())
_LABELS_OF_SEVERAL = frozenset(
    "gates pages chapters articles sections routes flights rooms channels lines levels pavilions blocks wings numbers "
    "units reactors nos nos.".split()
)
_LISTING = frozenset({",", "and", "or", "to", "-", "–"})
_STREETS = set(
    "street st. st road rd. rd avenue ave. ave square lane drive boulevard blvd. terrace crescent close gardens row quay "
    "place parade embankment marg".split()
)
_INDICES = frozenset("P S&P FTSE CAC Nikkei DAX STOXX Fortune Russell".split())  # "the S&P 500"
_SCHOOLED = frozenset("form grade standard class primary phase stage annex title level".split())
_HIGHEST_FORM = 12
_BIG = frozenset("Big Fab Final Elite".split())
_HIGHEST_MODEL = 1000
_DAYS = set("monday tuesday wednesday thursday friday saturday sunday".split())
_GROUPS = 3  # of digits, from which they are a telephone number
_LONGEST_SHORT_NUMBER = 999
_EMERGENCY = frozenset({911.0, 999.0, 112.0, 101.0, 111.0, 988.0})
_DIALLED = frozenset("call called calling calls dial dialed dialled dialing dialling ring rang phone phoned".split())
_CALLS = frozenset("call calls caller callers operator operators dispatcher dispatchers handler handlers line".split())
_SMALL_WORDS = frozenset("to and or when after before as if because for in at on from but about with".split())
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last")
_NEAR_ODDS = 6  # words
_TITLED = frozenset(
    "Form Studio Apollo Proposition Prop Order Bill Lot Block Case Title Model Pier Tower Building Camp Base Point Area Camp Psalm "
    "Chapter UPDATE WRAPUP Exit Highway Interstate Battalion Company Task".split()
)
PLURALS = ("s", "people", "men", "children")  # "gave the Army 300 tanks"


def is_label(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    """Tell whether a number is that of what bears it, of a model, a house, a telephone or a place in a ranking."""
    return (
        _is_in_row_of_digits(encoding, amount)
        or _is_dialled(encoding, amount)
        or _is_of_ranking(encoding, syntax, amount)
        or _is_numbered(encoding, syntax, amount)
        or _is_name(encoding, syntax, amount)
        or _is_of_surname(encoding, amount)
        or _is_address(encoding, syntax, amount)
    )


def _is_numbered(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    """Tell whether the number names what stands before it, "Article 5", or a point of a list, "2.", or is a name, "Seven"."""
    start, lower = amount.start, encoding.lower
    if encoding.line_starts[start]:
        return encoding.words[amount.end : amount.end + 1] in ((".",), (")",))
    if start and _is_verb_of_number(encoding, syntax, amount):
        return False
    if start > 1 and lower[start - 1] in _SPANS and lower[start - 2] in _WHICH:
        return False  # "this year 157 people have died"
    if start and amount.digits and (lower[start - 1] in _LABELS or encoding.words[start - 1] in _TITLED):
        return True
    if start > 1 and amount.digits and encoding.words[start - 1][:1].isupper() and encoding.words[start - 2] in _ROADS:
        return True  # "Route Nationale 2"
    if amount.high is not None and encoding.words[max(start - 1, 0)] in _MAKERS:
        return True  # "a Boeing 737-800"
    if start and amount.digits and lower[_before_list(encoding, start)] in _LABELS_OF_SEVERAL:
        return True  # "gates 10, 11, 12 and 13"
    if start > 1 and encoding.words[start - 2] == "Group" and lower[start - 1] == "of":
        return True
    if start and encoding.words[start - 1] in _BIG and encoding.words[start].istitle():
        return True  # "the Big Four firms"
    if start and lower[start - 1] in _SCHOOLED and not amount.digits and encoding.words[start - 1].istitle():
        return amount.end == start + 1 and amount.low <= _HIGHEST_FORM  # "a Form Three student"
    begins = syntax.sentences[syntax.sentence_of[start]].start == start
    word = encoding.words[start]
    begins = begins or lower[start - 1] == ":"  # "Police: Two killed"
    return not begins and word.istitle() and word.isalpha() and phrase_at(encoding, syntax, amount.end) is None


def _is_verb_of_number(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    """Tell whether "number" is the verb: "the Maasai number 1.19 million", "the rebels number 3,000"."""
    if encoding.lower[amount.start - 1] not in {"number", "numbered"}:
        return False
    is_verb = syntax.upos[amount.start - 1] == "VERB" or encoding.lower[amount.start - 1] == "numbered"
    return is_verb or amount.end > amount.start + 1 or "," in encoding.words[amount.start]


def _before_list(encoding: Encoding, start: int) -> int:
    """Return the word before a list of numbers, of which one begins here."""
    at = start - 1
    while at > 0 and encoding.lower[at] in _LISTING and encoding.lower[at - 1].isdigit():
        at -= 2
    return at


def _is_name(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    """Tell whether the number is the end or the middle of a name: "Airbus 320", "the Boeing 737 MAX"."""
    before = amount.start - 1
    if before < 0 or encoding.line_starts[amount.start] or not amount.digits or amount.high is not None:
        return False
    if _is_of_party(encoding, syntax, amount) or "," in encoding.words[amount.start]:
        return False  # "Lebanon 1.5 million and Jordan 660,000"
    if encoding.words[before] in _INDICES or (
        syntax.heads[amount.start] == before and syntax.is_relation(amount.start, "flat")
    ):
        return True
    if _is_of_model(encoding, syntax, amount):
        return True
    if syntax.upos[before] != "PROPN":
        return False
    if syntax.heads[amount.start] == before:
        return True
    if syntax.heads[before] == amount.start and syntax.is_relation(before, "compound", "flat", "nmod"):
        return True
    if encoding.lower[before] in _DAYS or not encoding.words[before][:1].isupper():
        return False
    after = amount.end
    named_on = after < len(encoding.words) and syntax.upos[after] == "PROPN" and encoding.words[after][:1].isupper()
    return named_on and phrase_at(encoding, syntax, after) is None


def _is_of_surname(encoding: Encoding, amount: Amount) -> bool:
    """Tell whether "ten" is a particle of a name: "Erik [ten] Hag", "[Ten] Hag" where that was named."""
    start, end = amount.start, amount.end
    if encoding.lower[start:end] != ("ten",) or end >= len(encoding.words) or not encoding.words[end].istitle():
        return False
    first = re.search(rf"\b([A-Z][\w'’-]+) ten {re.escape(encoding.words[end])}\b", encoding.text)
    return first is not None and first[1].lower() not in MONTHS | _DAYS


def _is_of_party(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    """Tell whether a number behind a name is of seats or votes told before it: "won 9 seats. The PS took 7, the PP 5"."""
    sentence = syntax.sentences[syntax.sentence_of[amount.start]]
    if not _ELECTED.isdisjoint(encoding.lower[sentence.start : amount.start]):
        return True
    last = syntax.sentences[max(syntax.sentence_of[amount.start] - 1, 0)]
    in_line = encoding.line_numbers[last.start] == encoding.line_numbers[amount.start]
    words = encoding.lower[last.start : last.end]
    return in_line and not _ELECTED.isdisjoint(words) and not _WON.isdisjoint(words)


_WON = frozenset("won win wins took takes gained got lost kept secured captured elected election".split())
_ELECTED = frozenset({"seats", "votes"})


def _is_of_model(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    """Tell whether a name with an article or a number stands before a small number: "a Falcon 9 rocket", "18 Leopard 2 tanks"."""
    at = amount.start - 1
    if (
        amount.end != amount.start + 1
        or not encoding.words[amount.start].isdigit()
        or encoding.lower[at] in _DAYS | MONTHS
    ):
        return False
    while at >= 0 and syntax.upos[at] == "PROPN" and encoding.words[at][0].isupper():
        at -= 1
    if not 0 <= at < amount.start - 1 or amount.low >= _HIGHEST_MODEL:
        return False
    counted = phrase_at(encoding, syntax, amount.end)
    plural = counted is not None and encoding.lower[counted[1] - 1].endswith(PLURALS)
    return syntax.upos[at] == "NUM" or (syntax.upos[at] == "DET" and (not plural or encoding.lower[at] in {"a", "an"}))


def _is_address(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    """Tell whether a house stands at this number: "14 Harbour Street"."""
    at = amount.end
    at += encoding.words[at : at + 1] == (",",) and encoding.lower[amount.start - 1] == "at"  # "at 7, Lok Kalyan Marg"
    while at < len(encoding.words) and at < amount.end + 4 and not encoding.words[at][:1].islower():
        if at > amount.end and encoding.lower[at] in _STREETS:
            return True
        at += 1
    return False


def _is_in_row_of_digits(encoding: Encoding, amount: Amount) -> bool:
    """Tell whether groups of digits stand beside it, three of them or one with a leading zero: a telephone number."""
    if not amount.digits or amount.end > amount.start + 1:
        return False
    first, last = amount.start, amount.end
    while first and encoding.words[first - 1].isdigit():
        first -= 1
    while last < len(encoding.words) and encoding.words[last].isdigit() and not encoding.line_starts[last]:
        last += 1
    if last - first >= _GROUPS:
        return True
    beside = (encoding.lower[amount.start - 1 : amount.start], encoding.lower[amount.end : amount.end + 1])
    return any(word.isdigit() and word.startswith("0") for words in beside for word in words)


def _is_dialled(encoding: Encoding, amount: Amount) -> bool:
    """Tell whether it is a short number that is called: "called 911", "a 999 call"."""
    if not amount.digits or amount.end != amount.start + 1 or not 100 <= amount.low <= _LONGEST_SHORT_NUMBER:
        return False
    before, after = encoding.lower[amount.start - 1 : amount.start], encoding.lower[amount.end : amount.end + 1]
    called = bool(before) and before[0] in _DIALLED and _counts_nothing(encoding, amount.end)
    return called or (amount.low in _EMERGENCY and bool(after) and after[0] in _CALLS)


def _counts_nothing(encoding: Encoding, at: int) -> bool:
    """Tell whether nothing that could be counted begins here: a stop, or a small word."""
    return at >= len(encoding.lower) or not encoding.lower[at].isalpha() or encoding.lower[at] in _SMALL_WORDS


def _is_of_ranking(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    """Tell whether it is the length of a ranking, or the odds of a bet: "came 12th out of 20", "odds of 3 to 1"."""
    start, lower = amount.start, encoding.lower
    if lower[start - 1 : start] == ("top",):
        counted = phrase_at(encoding, syntax, amount.end)
        return counted is None or not lower[counted[1] - 1].endswith(PLURALS)  # "among the league's top four"
    ranked = lower[max(start - 2, 0) : start] == ("out", "of") or lower[max(start - 1, 0) : start] == ("of",)
    nth = start - 3 if lower[start - 1 : start] == ("of",) and lower[start - 2 : start - 1] == ("out",) else start - 2
    if ranked and nth >= 0 and _ORDINAL.fullmatch(lower[nth]) and _counts_nothing(encoding, amount.end):
        return True
    return "odds" in lower[max(start - _NEAR_ODDS, 0) : start] and ("to" in lower[start - 1 : amount.end + 1])

# SPDX-License-Identifier: Apache-2.0
"""Sums with the letters of their currency glued to the number: "Rs500,000", "N3.4trn", "AED561bn", "$US500 million"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Set
from decimal import Decimal

from readout.reading.encoding import Encoding
from readout.resources import currency_codes, currency_of_symbol

__all__ = ["dollar_sum", "glued_sum", "may_be_glued"]

_NUMBER = (
    r"(?P<number>\d{1,3}(?:,\d{3})+|(?<=R)\d{1,3}(?:[ \u00a0]\d{3})+|\d+)(?P<part>\.\d+)?"
    r"(?:\s?(?P<scale>trillion|trn|tn|tr|billion|bln|bn|million|mln|mil|bil|mn|m|b|crore|lakh)\b)?"
)
# Codes that are words, summits, grades of petrol and makers, too: "COP28", "RON95", "AMD64".
_WORDS = frozenset("AMD TRY SOS BAM CUP SLE COP RON ESP PEN MAD TOP ALL".split())
_CODES = currency_codes()
_SUM = re.compile(
    rf"(?P<letters>{'|'.join(sorted(_CODES))}|RMB|Rs|RM|KSh|Ksh|Shs?|Tk|MK|N|R|K|P){_NUMBER}(?![\w-]|\.\d)(?!\s+(?:road|highway|freeway|motorway)\b)"
)
_DOLLARS = re.compile(rf"\$(?P<letters>US|AU?|NZ|CA?|HK|NT){_NUMBER}(?!\w)")  # as Australian papers write them
_SCALES = {
    "trillion": 10**12, "trn": 10**12, "tn": 10**12, "tr": 10**12, "billion": 10**9, "bil": 10**9, "bn": 10**9, "b": 10**9,
    "million": 10**6, "mil": 10**6, "bln": 10**9, "mln": 10**6, "mn": 10**6, "m": 10**6, "crore": 10**7, "lakh": 10**5,
}  # fmt: skip
# Letters that mean a currency only in a report on where it is paid, with words that tell so. Whose rupees "Rs" are no sign tells.
_CURRENCIES: dict[str, tuple[str | None, frozenset[str]]] = {
    "Rs": (None, frozenset()),
    "N": ("NGN", frozenset("naira nigeria nigerian nigerians abuja lagos".split())),
    "R": ("ZAR", frozenset("rand rands african africans johannesburg pretoria gauteng durban zar".split())),
    "RM": ("MYR", frozenset("ringgit malaysia malaysian kuala".split())),
    "Tk": ("BDT", frozenset("taka bangladesh bangladeshi dhaka".split())),
    **dict.fromkeys(("KSh", "Ksh"), ("KES", frozenset("kenya kenyan kenyans nairobi shilling shillings".split()))),
    "MK": ("MWK", frozenset("kwacha malawi malawian malawians lilongwe blantyre".split())),
}
# Letters of several currencies, which such words tell apart; one digit alone is a mountain, or the five powers.
_SHILLINGS = {
    "KES": frozenset("kenya kenyan kenyans nairobi".split()),
    "UGX": frozenset("uganda ugandan ugandans kampala".split()),
    "TZS": frozenset("tanzania tanzanian tanzanians dodoma".split()),
}
_SHARED: dict[str, dict[str, frozenset[str]]] = {
    "Sh": _SHILLINGS,
    "Shs": _SHILLINGS,
    "K": {
        "MWK": frozenset("malawi malawian malawians lilongwe blantyre".split()),
        "ZMW": frozenset("zambia zambian zambians lusaka".split()),
        "PGK": frozenset("kina papua guinean moresby".split()),
    },
    "P": {
        "PHP": frozenset("philippine philippines filipino filipinos manila peso pesos".split()),
        "BWP": frozenset("pula botswana gaborone".split()),
    },
}


_SHORTEST = 3  # characters: "K20"
_LONG = 4  # digits


def may_be_glued(word: str) -> bool:
    """Tell whether a word, in lower case, can begin such a sum: letters and a digit."""
    return _GLUED.match(word) is not None


_GLUED = re.compile(r"[a-z]{1,3}\d")


def glued_sum(encoding: Encoding, start: int, told_of: Set[str] = frozenset()) -> tuple[int, float, str | None] | None:
    """Return the word behind a sum that begins here, its value and its currency, None for that where several have the letters.

    `told_of` are the countries in which the report's places lie: local papers do not name their own.
    """
    found = _SUM.match(encoding.text, encoding.spans[start].start)
    if found is None:
        return None
    is_short = "," not in found["number"] and len(found["number"]) < _LONG and not found["scale"]
    if is_short and (found["letters"] in _WORDS or (found["letters"] == "R" and _is_road(encoding, start))):
        return None
    if found["letters"] in _CODES or found["letters"] == "RMB":
        return *_end_and_value(encoding, start, found), currency_of_symbol(found["letters"])
    if (shared := _SHARED.get(found["letters"])) is not None:
        told = [code for code, words in shared.items() if not encoding.vocabulary.isdisjoint(words)]
        told = told or [code for code in shared if code[:2] in told_of]
        if (not told and shared is not _SHILLINGS) or len(found[0]) < _SHORTEST:
            return None
        return *_end_and_value(encoding, start, found), told[0] if len(told) == 1 else None
    currency, words = _CURRENCIES[found["letters"]]
    if currency and encoding.vocabulary.isdisjoint(words) and currency[:2] not in told_of:
        return None
    return *_end_and_value(encoding, start, found), currency


def _is_road(encoding: Encoding, word: int) -> bool:
    """Tell whether it is a road of South Africa: "on the R61 near Mthatha", not "the R350 grant"."""
    behind = encoding.lower[word + 1 : word + 2]
    return encoding.lower[max(word - 1, 0)] == "the" and (not behind or behind[0] in _BEHIND_ROADS)


_BEHIND_ROADS = frozenset(
    ". , ; ) and or near between to towards from at in outside on when after where was is has will this".split()
)


def dollar_sum(encoding: Encoding, start: int) -> tuple[int, float, str] | None:
    """Return the word behind a sum whose dollar sign, before the letters that say whose it is, begins here: "$US500 million"."""
    found = _DOLLARS.match(encoding.text, encoding.spans[start].start)
    currency = currency_of_symbol(f"{found['letters']}$") if found else None
    return None if found is None or currency is None else (*_end_and_value(encoding, start, found), currency)


def _end_and_value(encoding: Encoding, start: int, found: re.Match[str]) -> tuple[int, float]:
    number = Decimal(re.sub(r"[, \u00a0]", "", found["number"]) + (found["part"] or ""))
    value = float(number * _SCALES.get(found["scale"] or "", 1))  # 8.2 billion is not 8199999999.999999
    return bisect_left(encoding.spans, found.end(), lo=start + 1, key=lambda span: span.start), value

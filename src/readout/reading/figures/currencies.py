# SPDX-License-Identifier: Apache-2.0
"""Whose rupees, pesos, dinars, shillings or CFA francs a report tells of: those of the one country with such money that it names.

Where it names two of them, that which the sentence names decides; where it names none, that in which its towns lie. Else the
figure has no unit.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence, Set
from dataclasses import replace

from readout.reading.encoding import Encoding
from readout.reading.figures.amounts import RUPEES, Amount
from readout.reading.trees.syntax import Syntax
from readout.resources import (
    country_named,
    country_of_adjective,
    country_of_capital,
    currencies_sharing,
    currency_of_noun,
    is_currency_adjective,
    is_currency_noun,
)

__all__ = ["countries_named", "with_currencies"]

# Nouns of which the table has every country.
_TOLD = frozenset(
    "rupee rupees peso pesos dinar dinars krone kroner krona kronor shilling shillings dirham dirhams rial rials leu lei".split()
)
_GLUED = re.compile(r"rs\d+")  # "Rs500,000"
_POUNDS, _STERLING = frozenset({"pound", "pounds"}), "GBP"
_OF_STERLING = frozenset("£ sterling british britain uk u.k. england scotland wales london quid pence".split())
# The two CFA francs, and the countries in which they are paid.
_CFA = {"XOF": frozenset("BJ BF CI GW ML NE SN TG".split()), "XAF": frozenset("CM CF TD CG GQ GA".split())}
_LONGEST = 3  # words of a country's name: "Trinidad and Tobago"


def with_currencies(
    encoding: Encoding, syntax: Syntax, amounts: Sequence[Amount], *, told_of: Set[str] = frozenset()
) -> list[Amount]:
    """Give sums in money that several countries call alike the code of the one that the report names.

    Where it names none of them, that of the one in which its towns lie, `told_of`: local papers do not name their country.
    """
    nouns = [_noun(encoding, amount) for amount in amounts]
    if not any(nouns):
        return list(amounts)
    named = countries_named(encoding)
    pounds = _other_pounds(encoding, named)
    found = []
    for amount, noun in zip(amounts, nouns, strict=True):
        codes = [pounds] if noun in _POUNDS and pounds else _codes(noun, named) if noun not in _POUNDS else []
        if not codes and noun not in _POUNDS:
            codes = _codes(noun, told_of)
        if len(codes) > 1:
            codes = _codes(noun, _named_beside(encoding, syntax, amount))
        found.append(replace(amount, unit=codes[0]) if len(codes) == 1 else amount)
    return found


def _named_beside(encoding: Encoding, syntax: Syntax, amount: Amount) -> set[str]:
    """Return the countries that the sentence of a sum names: "Kenya's Treasury released 4 billion shillings"."""
    sentence = syntax.sentences[syntax.sentence_of[amount.start]]
    return countries_named(encoding, within=range(sentence.start, sentence.end))


def _other_pounds(encoding: Encoding, named: Set[str]) -> str | None:
    """Return whose pounds are meant where nothing tells of sterling: those spelled out once, or of the one such country named."""
    if not _OF_STERLING.isdisjoint(encoding.vocabulary) or "GB" in named or "SS" in named:
        return None
    others = [code for code in currencies_sharing("pounds") if code != _STERLING]
    spelled = {
        currency_of_noun("pounds", encoding.lower[at - 1])
        for at, word in enumerate(encoding.lower)
        if word in _POUNDS and at and is_currency_adjective(encoding.lower[at - 1], word)
    }
    told = [code for code in others if code in spelled] or [code for code in others if code[:2] in named]
    return told[0] if len(told) == 1 else None


def _codes(noun: str, named: Set[str]) -> list[str]:
    """Return the currencies that a noun can mean in the countries named."""
    if noun == "cfa":
        return [code for code, paid in _CFA.items() if paid & named]
    return [code for code in currencies_sharing(noun) if code[:2] in named] if noun else []


def _noun(encoding: Encoding, amount: Amount) -> str:
    """Return the noun of money, or of "Rs", of which an amount does not say whose it is; "" if there is none."""
    if amount.kind == "money" and amount.unit == _STERLING and encoding.lower[amount.end - 1] in _POUNDS:
        return "" if is_currency_adjective(encoding.lower[amount.end - 2], "pounds") else "pounds"
    if amount.kind != "money" or amount.unit:
        return ""
    words = encoding.lower[amount.start : amount.end]
    if "cfa" in words:
        return "cfa"
    noun = "rupees" if words[0] in RUPEES or _GLUED.fullmatch(words[0]) else next(filter(is_currency_noun, words), "")
    return noun if noun in _TOLD else ""


def countries_named(encoding: Encoding, *, without: Collection[str] = (), within: range | None = None) -> set[str]:
    """Return the codes, of two letters, of the countries that a report names by name, adjective or capital, but by those words."""
    texts = {
        encoding.span(at, at + length).of(encoding.text)
        for at in within or range(len(encoding.words))
        if encoding.words[at][0].isupper() and encoding.lower[at] not in without
        for length in range(1, min(_LONGEST, len(encoding.words) - at) + 1)
    }
    known = (country_named, country_of_adjective, country_of_capital)
    return {found.iso2 for text in texts for look in known if (found := look(text)) is not None and found.iso2}

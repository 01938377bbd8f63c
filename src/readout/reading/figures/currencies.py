# SPDX-License-Identifier: Apache-2.0
"""Whose rupees, pesos, dinars, kroner or CFA francs a report tells of: those of the one country with such money that it names.

Where it names two of them, or none, the figure has no unit.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set
from dataclasses import replace

from readout.reading.encoding import Encoding
from readout.reading.figures.amounts import RUPEES, Amount
from readout.resources import (
    country_named,
    country_of_adjective,
    country_of_capital,
    currencies_sharing,
    is_currency_noun,
)

__all__ = ["countries_named", "with_currencies"]

_TOLD = frozenset("rupee rupees peso pesos dinar dinars krone kroner".split())  # of which the table has every country
# The two CFA francs, and the countries in which they are paid.
_CFA = {"XOF": frozenset("BJ BF CI GW ML NE SN TG".split()), "XAF": frozenset("CM CF TD CG GQ GA".split())}
_LONGEST = 3  # words of a country's name: "Trinidad and Tobago"


def with_currencies(encoding: Encoding, amounts: Sequence[Amount]) -> list[Amount]:
    """Give sums in money that several countries call alike the code of the one that the report names."""
    nouns = [_noun(encoding, amount) for amount in amounts]
    if not any(nouns):
        return list(amounts)
    named = countries_named(encoding)
    units = [_codes(noun, named) for noun in nouns]
    return [
        replace(amount, unit=codes[0]) if len(codes) == 1 else amount
        for amount, codes in zip(amounts, units, strict=True)
    ]


def _codes(noun: str, named: Set[str]) -> list[str]:
    """Return the currencies that a noun can mean in the countries named."""
    if noun == "cfa":
        return [code for code, paid in _CFA.items() if paid & named]
    return [code for code in currencies_sharing(noun) if code[:2] in named] if noun else []


def _noun(encoding: Encoding, amount: Amount) -> str:
    """Return the noun of money, or of "Rs", of which an amount does not say whose it is; "" if there is none."""
    if amount.kind != "money" or amount.unit:
        return ""
    words = encoding.lower[amount.start : amount.end]
    if "cfa" in words:
        return "cfa"
    noun = "rupees" if words[0] in RUPEES else next(filter(is_currency_noun, words), "")
    return noun if noun in _TOLD else ""


def countries_named(encoding: Encoding, *, without: Collection[str] = ()) -> set[str]:
    """Return the codes, of two letters, of the countries that a report names by name, adjective or capital, but by those words."""
    texts = {
        encoding.span(at, at + length).of(encoding.text)
        for at, word in enumerate(encoding.words)
        if word[0].isupper() and encoding.lower[at] not in without
        for length in range(1, min(_LONGEST, len(encoding.words) - at) + 1)
    }
    known = (country_named, country_of_adjective, country_of_capital)
    return {found.iso2 for text in texts for look in known if (found := look(text)) is not None and found.iso2}

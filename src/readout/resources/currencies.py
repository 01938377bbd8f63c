# SPDX-License-Identifier: Apache-2.0
"""Currencies by ISO 4217: the symbols and words by which reports write them.

A bare dollar is the American one and a bare pound the British; what else several countries share ("francs", "pesos")
has no code without a word that tells which one it is.
"""

from __future__ import annotations

import re
from functools import cache

from readout.resources._tables import Row, rows

__all__ = [
    "currencies_sharing",
    "currency_beginnings",
    "currency_codes",
    "currency_of_noun",
    "currency_of_symbol",
    "is_currency_adjective",
    "is_currency_noun",
    "symbols_of_currency",
]

_DEFAULTS = {"dollar": "USD", "dollars": "USD", "pound": "GBP", "pounds": "GBP"}


def currency_of_symbol(symbol: str) -> str | None:
    """Return the code of a symbol or code before a number: "$", "A$", "£", "EUR"."""
    return _symbols().get(symbol)


def currency_of_noun(noun: str, adjective: str = "") -> str | None:
    """Return the code of a noun, in lower case, with the word before it: "rubles"; "dollars", "canadian"."""
    return _nouns().get((adjective, noun)) or _nouns().get(("", noun)) or _DEFAULTS.get(noun)


def currencies_sharing(noun: str) -> tuple[str, ...]:
    """Return the codes of all currencies that a noun, in lower case, may mean, whose first two letters are the country's."""
    return tuple(row["code"] for row in _table() if noun in row.get("shared", ()))


def symbols_of_currency(code: str) -> tuple[str, ...]:
    """Return the symbols that mean a currency: "A$" and "AU$" of AUD."""
    return tuple(symbol for row in _table() if row["code"] == code for symbol in row.get("symbols", ()))


def is_currency_noun(noun: str) -> bool:
    """Tell whether a noun, in lower case, is one of a currency, be it clear which or not."""
    return noun in _all_nouns()


def is_currency_adjective(adjective: str, noun: str) -> bool:
    """Tell whether an adjective, in lower case, says which currency the noun means."""
    return (adjective, noun) in _nouns()


@cache
def currency_codes() -> frozenset[str]:
    """Return the codes of ISO 4217 that the table has."""
    return frozenset(row["code"] for row in _table())


@cache
def currency_beginnings() -> frozenset[str]:
    """Return the words, in lower case, with which a symbol or a code begins: "$", "eur", "us" of "US$"."""
    letters = (re.match(r"[A-Za-z.]+", symbol) for symbol in _symbols())
    return frozenset((*map(str.lower, _symbols()), *(found[0].lower() for found in letters if found)))


@cache
def _table() -> list[Row]:
    return rows("currencies")


@cache
def _symbols() -> dict[str, str]:
    return {symbol: row["code"] for row in _table() for symbol in (row["code"], *row.get("symbols", ()))}


@cache
def _nouns() -> dict[tuple[str, str], str]:
    alone = {("", noun): row["code"] for row in _table() for noun in row.get("nouns", ())}
    told = {
        (adjective, noun): row["code"]
        for row in _table()
        for noun in (*row.get("nouns", ()), *row.get("shared", ()))
        for adjective in row.get("adjectives", ())
    }
    return alone | told


@cache
def _all_nouns() -> frozenset[str]:
    return frozenset(noun for row in _table() for noun in (*row.get("nouns", ()), *row.get("shared", ())))

# SPDX-License-Identifier: Apache-2.0
"""Whose dollars a bare "$" stands for: the American ones, or those of the house whose style the report follows.

An Australian or Canadian house writes "$" for its own dollars and marks the American ones ("US$", "$US"). So a bare "$" is
of the country of the agency in the dateline, or of the publisher, where the report names that country; and of the one country
with dollars of its own that a report names which marks the American ones. Where such a report names several, it has no unit.
Local papers name neither agency nor country: where all places of such a report lie in one country with dollars of its own, a
bare "$" is of it if the report is not spelled as Americans spell, American where it tells of oil, gold or the World Bank, and
else has no unit.
A report that marks the dollars of that country ("A$") leaves the American ones bare.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from readout.reading.encoding import Encoding
from readout.reading.figures.amounts import Amount
from readout.reading.figures.currencies import countries_named
from readout.reading.page.parts import Part
from readout.resources import country, currencies_sharing, outlet_named, symbols_of_currency

__all__ = ["with_dollars"]

_MARKED = re.compile(r"US\$|U\.S\.\$|\$US|\bUSD\b|\b(?:US|U\.S\.|American) (?:dollars?|cents?)\b")
_AUSTRALIAN = re.compile(r"\$US ?\d")  # how Australian houses mark them, to whom a bare "$" is never American
_CONVERTED = re.compile(r"\((?:about |around |some |nearly |roughly )?\$\d|\bor (?:about |around |some )?\$\d")
_IN_DOLLARS = re.compile(
    r"\b(?:a|per) (?:barrel|ounce)\b|\b[Bb]itcoin\b|\bWorld Bank\b|\bIMF\b"
)  # told of in American ones
_AMERICAN = re.compile(r"us|u\.s\.|usd|american|us\d.*")
_FOR = frozenset({"dateline", "byline", "credit", "source_line"})  # the parts that name an agency
_LONGEST = 4  # words of an outlet's name
_AMERICA = "US"
# Spellings that no American paper has but in names: "the Rogers Centre".
_NO_AMERICAN = frozenset(
    "programme programmes kilometre kilometres metre metres litre litres tonnes neighbour neighbours neighbouring "
    "neighbourhood favour labour harbour colour councillor councillors centre centres defence organise organised recognise "
    "recognised authorised".split()
)
_AT_HOME = frozenset({"AU", "CA", "NZ"})  # whose papers write a bare "$" for their own
_IN_AMERICAN = frozenset({"TW", "LR"})  # where a bare "$" is American


def with_dollars(
    encoding: Encoding,
    amounts: Sequence[Amount],
    parts: Iterable[Part] = (),
    publisher: str | None = None,
    *,
    told_of: Set[str] = frozenset(),
) -> list[Amount]:
    """Give sums in bare dollars the code of those that the report means by them; none where it could mean several.

    `told_of` are the countries in which the report's places lie.
    """
    bare = [_is_bare(encoding, amount) for amount in amounts]
    if not any(bare):
        return list(amounts)
    codes = _codes(encoding, parts, publisher, told_of)
    unit = next(iter(codes)) if len(codes) == 1 else None
    return [replace(amount, unit=unit) if told else amount for amount, told in zip(amounts, bare, strict=True)]


def _is_bare(encoding: Encoding, amount: Amount) -> bool:
    words = encoding.lower[amount.start : amount.end]
    return amount.kind == "money" and amount.unit == "USD" and not any(map(_AMERICAN.fullmatch, words))


def _codes(encoding: Encoding, parts: Iterable[Part], publisher: str | None, told_of: Set[str]) -> Set[str]:
    """Return the dollars that a bare "$" of the report can be."""
    names = _agencies(encoding.text, parts)
    skipped = {word.lower() for name in names for word in name.split()}
    named = countries_named(encoding, without=skipped)
    local = {code for code in currencies_sharing("dollar") if code != "USD" and not _marks(encoding.text, code)}
    outlets = [outlet for name in (*names, publisher or "") if (outlet := outlet_named(name)) is not None]
    home = country(outlets[0].country) if outlets and outlets[0].country else None
    of_house = {code for code in local if home is not None and code[:2] == home.iso2}
    if of_house and (home is not None and (home.iso2 in named or _AMERICA not in named)):
        return of_house
    of_named = {code for code in local if code[:2] in named}
    if of_named and _MARKED.search(encoding.text):
        return of_named
    shared = {code for code in currencies_sharing("dollar") if code[:2] not in {_AMERICA, *_IN_AMERICAN}}
    of_places = {code for code in shared if told_of | named == {code[:2]}}
    if of_places and not outlets:
        is_home = of_places <= local and told_of <= _AT_HOME and _is_spelled_abroad(encoding)
        is_american = _IN_DOLLARS.search(encoding.text) is not None
        is_american |= not of_places <= local and _CONVERTED.search(encoding.text) is not None
        return set() if is_home == is_american else of_places if is_home else {"USD"}
    return set() if _AUSTRALIAN.search(encoding.text) else {"USD"}


def _marks(text: str, code: str) -> bool:
    return any(symbol in text for symbol in (code, *symbols_of_currency(code)))


def _is_spelled_abroad(encoding: Encoding) -> bool:
    return not _NO_AMERICAN.isdisjoint(encoding.words) or "per cent" in encoding.text


def _agencies(text: str, parts: Iterable[Part]) -> list[str]:
    """Return the names of the outlets that the report's dateline, credit or source line holds."""
    found: list[str] = []
    for part in parts:
        if part.kind not in _FOR:
            continue
        words = re.findall(r"[^\s()/,—–-]+", part.span.of(text))
        pieces = (" ".join(words[at : at + n]) for n in range(_LONGEST, 0, -1) for at in range(len(words) - n + 1))
        found += [piece for piece in pieces if piece[:1].isupper() and outlet_named(piece) is not None]
    return found

# SPDX-License-Identifier: Apache-2.0
"""Firms and other bodies called by their first words alone: Clearlake Capital, "Clearlake"; Delta Tankers, "Delta"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from readout.reading.coreference.chains import Chains
from readout.reading.coreference.identities import Identity
from readout.reading.coreference.mentions import Mention
from readout.resources import country_named, country_of_adjective, country_of_part

__all__ = ["join_first_words", "named_as_firms"]

# What a body's name ends with that only says what it does or is.
_TRADES = frozenset(
    "Capital Shipping Tankers Airlines Airways Aviation Aerospace Motors Motor Automotive Bank Bancorp Energy Oil Gas "
    "Petroleum Power Solar Nuclear Pharmaceuticals Pharma Therapeutics Biotech Technologies Technology Systems Software Labs "
    "Laboratories Robotics Industries Industrial Steel Metals Mining Minerals Resources Foods Beverages Media Entertainment "
    "Pictures Studios Games Partners Management Investments Investment Ventures Equity Securities Insurance Financial Finance "
    "Electric Electronics Semiconductor Semiconductors Telecom Telecommunications Communications Networks Wireless Mobile "
    "Marine Maritime Lines Logistics Railways Construction Engineering Cement Chemicals Chemical Plastics Paper Retail Stores "
    "Brands Cosmetics Apparel Hotels Resorts Properties Estates Group Holdings Holding International Global Worldwide "
    "Enterprises Consulting Analytics Football Club FC Corp Corporation Inc "
    "Ltd Limited Company Co PLC LLC AG SA NV SE".split()
)

# Words in front that are no name of their own.
_WIDE = frozenset(
    "The National Royal European African Asian American Arab Central First World International Federal State Northern Southern "
    "Eastern Western New General Public Private Islamic Atlantic Pacific".split()
)


def named_as_firms(mentions: Sequence[Mention], texts: Sequence[str]) -> frozenset[int]:
    """Return the names of one word that the model takes for persons, and that only a firm of the report begins with.

    Args:
        mentions: All mentions.
        texts: Their words.
    """
    firms = {first for m, text in zip(mentions, texts, strict=True) if (first := _first_words(m, text)) is not None}
    if not firms:
        return frozenset()
    borne = {
        word for m, text in zip(mentions, texts, strict=True) if m.type == "person" and " " in text for word in text.split()
    }  # fmt: skip
    return frozenset(
        i
        for i, (m, text) in enumerate(zip(mentions, texts, strict=True))
        if m.form == "name" and m.type == "person" and " " not in text and text in firms and text not in borne
    )


def join_first_words(
    mentions: Sequence[Mention], texts: Sequence[str], identities: Sequence[Identity | None], chains: Chains
) -> None:
    """Join a body called by its first words with the one of the report whose name goes on with what it does."""
    long = _by_first_words(mentions, texts)
    for i, mention in enumerate(mentions):
        identity = identities[i]
        if (
            mention.form != "name"
            or mention.type != "organisation"
            or (identity is not None and not _is_firm(identity))
        ):
            continue
        found = {chains.of(j) for j in long.get(texts[i], ())}
        if len(found) == 1:
            chains.join(found.pop(), i)


def _is_firm(identity: Identity) -> bool:
    return identity.key.startswith("body:") and identity.sector in {"MNC", "BUS"}


def _by_first_words(mentions: Sequence[Mention], texts: Sequence[str]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        first = _first_words(mention, texts[i])
        if first is not None:
            found[first].append(i)
    return found


def _first_words(mention: Mention, text: str) -> str | None:
    """Return the words of a body's name before those that say what it does; None if those are the name of a place or all."""
    if mention.form != "name" or mention.type != "organisation":
        return None
    words = text.replace(".", "").split()
    end = len(words)
    while end > 1 and words[end - 1] in _TRADES:
        end -= 1
    first = " ".join(words[:end])
    is_place = any(known(first) is not None for known in (country_named, country_of_part, country_of_adjective))
    return None if end == len(words) or is_place or first in _WIDE | _TRADES else first

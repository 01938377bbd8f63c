# SPDX-License-Identifier: Apache-2.0
"""What a country is said to be, by words that are said of persons too: "Qatar, [a key mediator], said a deal was close"."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.coreference.mentions import Mention
from readout.reading.encoding import Encoding
from readout.resources import country_named

__all__ = ["described_lands"]

_ARTICLES = frozenset({"a", "an", "the", "its", "their", "another", "one", "itself", "currently", "also"})
_CLOSING = frozenset(", . ; ) — –".split())
_OF_LANDS = frozenset(
    "mediator member sponsor co-sponsor ally neighbour neighbor backer supporter signatory guarantor host broker supplier producer "
    "exporter importer rival partner donor buyer creditor lender adversary enemy foe friend champion beneficiary participant "
    "observer president chair holder applicant candidate newcomer giant heavyweight".split()
)
_COUNCILS = frozenset("council g7 g20 union bloc organisation organization presidency group alliance nato eu".split())
_WITHIN = 12  # words of a description


def described_lands(encoding: Encoding, mentions: Sequence[Mention]) -> dict[int, int]:
    """Return the descriptions of a country right behind its name, each with that name."""
    ends = {
        m.end: i
        for i, m in enumerate(mentions)
        if m.form == "name"
        and encoding.lower[m.start - 1 : m.start] != ("in",)  # "In Norway, the mediator, Jan Roth, said"
        and country_named(m.span.of(encoding.text)) is not None
    }
    found = {i: ends[m.start - 1] for i, m in enumerate(mentions) if m.start - 1 in ends}
    return {i: name for i, name in found.items() if _is_of_land(encoding, mentions[i])}


def _is_of_land(encoding: Encoding, mention: Mention) -> bool:
    words, lower = encoding.words, encoding.lower
    if mention.form != "nominal" or lower[mention.start] not in _ARTICLES or words[mention.start - 1] != ",":
        return False
    if lower[mention.head] not in _OF_LANDS or words[mention.end : mention.end + 1] == ():
        return False
    if lower[mention.head] == "president" and _COUNCILS.isdisjoint(lower[mention.head : mention.end]):
        return False
    behind = range(mention.end, min(mention.end + _WITHIN, len(words)))
    return any(words[w] in _CLOSING for w in behind) and not words[mention.end][:1].isupper()

# SPDX-License-Identifier: Apache-2.0
"""What a country is said to be, by words that are said of persons too: "Qatar, [a key mediator], said a deal was close"."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.coreference.mentions import Mention
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax
from readout.resources import country_named

__all__ = ["described_lands"]

_ARTICLES = frozenset({"a", "an", "the", "its", "their", "another", "one", "itself", "currently", "also"})
_OF_LANDS = frozenset(
    "mediator member sponsor co-sponsor ally neighbour neighbor backer supporter signatory guarantor host broker supplier producer "
    "exporter importer rival partner donor buyer creditor lender adversary enemy foe friend champion beneficiary participant "
    "observer president chair holder applicant candidate newcomer giant heavyweight".split()
)
_COUNCILS = frozenset("council g7 g20 union bloc organisation organization presidency group alliance nato eu".split())


def described_lands(encoding: Encoding, syntax: Syntax, mentions: Sequence[Mention]) -> dict[int, int]:
    """Return the descriptions of a country right behind its name, each with that name."""
    ends = {
        m.end: i
        for i, m in enumerate(mentions)
        if m.form == "name" and m.type != "person" and country_named(m.span.of(encoding.text)) is not None
    }
    persons = {m.start for m in mentions if m.form == "name" and m.type == "person"}
    found = {i: ends[m.start - 1] for i, m in enumerate(mentions) if m.start - 1 in ends and m.end + 1 not in persons}
    return {i: name for i, name in found.items() if _is_of_land(encoding, syntax, mentions[i])}


def _is_of_land(encoding: Encoding, syntax: Syntax, mention: Mention) -> bool:
    words, lower = encoding.words, encoding.lower
    if mention.form != "nominal" or lower[mention.start] not in _ARTICLES or words[mention.start - 1] != ",":
        return False
    if lower[mention.head] not in _OF_LANDS or not syntax.is_relation(mention.head, "appos"):
        return False  # "From Qatar, [a mediator] said"
    return lower[mention.head] != "president" or not _COUNCILS.isdisjoint(lower[mention.head : mention.end])

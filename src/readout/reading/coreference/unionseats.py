# SPDX-License-Identifier: Apache-2.0
"""Towns that stand for the international bodies that sit there: "Brussels imposed tariffs" was the European Union.

The words of the whole report decide: where they speak of the body, or of what only it does, the town is the body; where they speak
of the country, its government. Where they speak of neither nobody knows who is meant, and the town stays a town.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.coreference.identities import Identity
from readout.reading.coreference.mentions import Mention
from readout.reading.encoding import Encoding
from readout.resources import fold_name, igo_named

__all__ = ["settle_seats"]

_EUROPE = frozenset("eu european europe eurozone mep meps".split())
_OF_UNION = frozenset(
    "bloc commission tariff tariffs sanctions antitrust".split()
)  # what Belgium by itself has nothing of
_BELGIUM = frozenset({"belgium", "belgian", "belgians", "flemish", "walloon", "wallonia", "flanders"})
_NETHERLANDS = frozenset({"netherlands", "dutch", "dutchman"})
_COURTS = (
    "International Criminal Court",
    "International Court of Justice",
    "Organisation for the Prohibition of Chemical Weapons",
)


def settle_seats(
    encoding: Encoding, mentions: Sequence[Mention], texts: Sequence[str], identities: Sequence[Identity | None]
) -> list[Identity | None]:
    """Say of each Brussels and each Hague that stands for somebody whether it is the government or a body that sits there."""
    settled = list(identities)
    for i, identity in enumerate(identities):
        if identity is None or mentions[i].form != "name":
            continue
        town = texts[i].lower().removeprefix("the ")
        if town == "brussels" and identity.key == "country:BEL":
            settled[i] = _brussels(encoding.vocabulary, identity)
        elif town == "hague" and identity.key == "country:NLD":
            settled[i] = _hague(encoding.vocabulary, identities, identity)
    return settled


def _brussels(words: frozenset[str], belgium: Identity) -> Identity:
    """Return the Union, where the report speaks of Europe or of what the Union imposes, else Belgium where it speaks of that."""
    if not _EUROPE.isdisjoint(words):
        return _body("European Union")
    if not _BELGIUM.isdisjoint(words):
        return belgium
    return _body("European Union") if not _OF_UNION.isdisjoint(words) else _town("brussels", "BEL")


def _hague(words: frozenset[str], identities: Sequence[Identity | None], netherlands: Identity) -> Identity:
    """Return the one court or agency of The Hague that the report names; of the Netherlands it names them, or no court."""
    named = {one.key for one in identities if one is not None}
    courts = [body for name in _COURTS if (body := _body(name)).key in named]
    if not courts or not _NETHERLANDS.isdisjoint(words):
        return netherlands
    return courts[0] if len(courts) == 1 else _town("hague", "NLD")


def _body(name: str) -> Identity:
    union = igo_named(name)
    assert union is not None  # a name of the table
    return Identity(f"igo:{union.code}", union.name, "organisation", union.code, union.sector, fold_name(union.name))


def _town(name: str, iso3: str) -> Identity:
    return Identity(f"city:{name}", None, "place", iso3, None)

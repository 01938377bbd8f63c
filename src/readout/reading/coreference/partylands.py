# SPDX-License-Identifier: Apache-2.0
"""Of what country somebody is by the letters of a body: those of the report's own, not of another that a table knows.

"His PPP counterpart" is Korean where the report speaks of the People Power Party, and no Pakistani.
"""

from __future__ import annotations

from dataclasses import replace

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.roles import Description
from readout.reading.coreference.sharedletters import bodies_of_shared_letters
from readout.resources import body_named

__all__ = ["settle_described"]


def settle_described(discourse: Discourse) -> None:
    """Give titles and descriptions with an acronym in them the country of the body that the report spells out by it."""
    told = _lands_told(discourse)
    if not told:
        return

    shared = bodies_of_shared_letters(discourse.encoding, discourse.mentions, discourse.texts)
    own = {discourse.mentions[i].start for i in shared if discourse.identities[i] is not None}

    def settled(one: Description | None) -> Description | None:
        if one is None or one.country is None:
            return one
        for at in range(*one.words):
            word = discourse.encoding.words[at]
            known = body_named(word) if word in told and at not in own else None
            if known is not None and known.country == one.country:
                return replace(one, country=told[word])
        return one

    discourse.descriptions[:] = [settled(one) for one in discourse.descriptions]
    for found in discourse.titles.values():
        found[:] = [replace(t, description=settled(t.description) or t.description) for t in found]


def _lands_told(discourse: Discourse) -> dict[str, str | None]:
    """Return by acronym the country of the body that the report spells out, where the table knows another by the letters."""
    found: dict[str, str | None] = {}
    for i, mention in enumerate(discourse.mentions):
        text = discourse.texts[i]
        known = body_named(text) if mention.form == "name" and text.isupper() else None
        if known is None or text in found:
            continue
        whole = [k for k in discourse.some(i) if discourse.mentions[k].form == "name" and " " in discourse.texts[k]]
        lands = [one.country for k in whole if (one := discourse.identities[k]) is not None]
        if whole and known.country not in lands and (lands or discourse.identities[i] is None):
            found[text] = lands[0] if lands else None
    return found

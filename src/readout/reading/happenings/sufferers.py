# SPDX-License-Identifier: Apache-2.0
"""Whose fall, arrest or death something is: who "welcomed Assad's fall" did not praise him, nor "condemned his arrest" him."""

from __future__ import annotations

from readout.reading.clauses.scene import Scene
from readout.reading.coreference.facts import singular_of
from readout.reading.happenings.parties import Parties, Party

__all__ = ["is_sufferer"]

_SUFFERED = frozenset(
    "fall downfall ouster ousting overthrow removal defeat death demise resignation departure exit collapse suspension "
    "arrest detention imprisonment jailing conviction sentencing extradition expulsion change".split()
)
_DONE = frozenset("assassination killing murder execution kidnapping abduction".split())  # also whose deed it is


def is_sufferer(scene: Scene, parties: Parties, party: Party) -> bool:
    """Tell whether a party only stands in what happened to him: "welcomed [Assad]'s fall", "the arrest of [the bishop]"."""
    syntax, noun = scene.syntax, scene.syntax.heads[party.word]
    thing = singular_of(scene.lower(noun))
    if thing not in _SUFFERED | _DONE or syntax.upos[noun] != "NOUN":
        return False
    if scene.case_of(party.word) == "of" and syntax.is_relation(party.word, "nmod"):
        return True
    if not syntax.is_relation(party.word, "nmod:poss", "compound"):
        return False
    of = any(scene.case_of(c) == "of" for c in syntax.children(noun, "nmod"))  # "Togo's arrest of the bishop"
    return not of and (thing in _SUFFERED or parties.is_kind(party, "person")) and not parties.is_place(party)

# SPDX-License-Identifier: Apache-2.0
"""Contacts that a readout tells of: "According to a readout of the call, A told B …"."""

from __future__ import annotations

from readout.reading.clauses.scene import Scene
from readout.reading.coreference.facts import singular_of
from readout.reading.happenings.happening import Happening
from readout.reading.happenings.lostparties import doers, person_behind
from readout.reading.happenings.meetings import sense_of_meeting, told
from readout.reading.happenings.parties import Parties

__all__ = ["at_readout"]

_READOUTS = frozenset("readout readouts summary transcript account record minutes".split())
_MEDIA = {"call": "phone", "conversation": None, "meeting": None, "talk": None, "discussion": None}
_ADDRESSING = frozenset("speech request warning promise question".split())


def at_readout(scene: Scene, parties: Parties, noun: int) -> Happening | None:
    """Return the contact that a noun names whose readout tells who said something to whom in the same sentence."""
    lemma = singular_of(scene.lower(noun))
    if lemma not in _MEDIA or scene.case_of(noun) != "of" or scene.lower(scene.syntax.heads[noun]) not in _READOUTS:
        return None
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[noun]]
    for verb in range(noun + 1, sentence.end):
        cue = scene.cue_at(verb) if scene.syntax.upos[verb] == "VERB" else None
        if cue is None or cue.addressee != "obj" or cue.kind not in _ADDRESSING:
            continue
        actors = doers(scene, parties, verb)
        heads = scene.syntax.children(verb, "iobj", "obj")
        hearers = parties.of(heads, owned=False) or person_behind(scene, parties, verb + 1)
        others = [p for p in hearers if p.id not in {a.id for a in actors}]
        if actors and others:
            return told(sense_of_meeting(scene.lower(noun), _MEDIA[lemma]), (noun, noun + 1), verb, actors, others)
    return None

# SPDX-License-Identifier: Apache-2.0
"""What somebody sets out behind a colon: "She set out three conditions: [borders could not be changed by force, …]"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.evidence import Support
from readout.reading.statements.draft import SPEAKERS, Draft
from readout.reading.statements.quoted import Ranges, merged

__all__ = ["find_listings"]

_SETTING_OUT = frozenset(
    "set sets setting laid lay lays outlined outlines listed lists named gave gives presented spelled spelt put cited".split()
)
_POINTS = frozenset(
    "condition conditions demand demands point points principle principles reason reasons priority priorities requirement "
    "requirements term terms option options proposal proposals step steps goal goals aim aims argument arguments".split()
)
_SURE = 0.7  # not measured
_REACH = 25  # words from the points to the colon: "in a statement published on Sunday night"


def find_listings(drafts: Sequence[Draft], scene: Scene, segments: Sequence[WordRange]) -> Iterator[Draft]:
    """Yield the statements in which somebody sets out some points behind a colon, but for those that are there already."""
    taken = Ranges(merged(r for d in drafts for r in (*d.contents, d.cue) if r))
    syntax, words = scene.syntax, scene.encoding.words
    for segment in segments:
        for verb in range(*segment):
            if scene.lower(verb) not in _SETTING_OUT or syntax.upos[verb] != "VERB" or taken.at(verb, verb + 1):
                continue
            subject = next((w for w in syntax.children(verb, "nsubj") if w < verb), None)
            point = next((w for w in syntax.children(verb, "obj") if verb < w and scene.lower(w) in _POINTS), None)
            who = None if subject is None else scene.entity_of(subject)
            if subject is None or point is None or who is None or who.type not in SPEAKERS:
                continue
            end = syntax.sentences[syntax.sentence_of[verb]].end
            colon = next((w for w in range(point + 1, min(point + _REACH, end - 2)) if words[w] == ":"), None)
            content = None if colon is None else (colon + 1, end - (words[end - 1] in {".", "!", "?"}))
            if content is None or taken.at(*content):
                continue
            because = Support("content", "points set out behind a colon", None, (scene.span((verb, verb + 1)),))
            is_apart = scene.lower(verb + 1) in {"out", "down", "forward"}
            yield Draft([content], (verb, verb + 1 + is_apart), scene.phrase(subject), _SURE, because=[because])

# SPDX-License-Identifier: Apache-2.0
"""What somebody calls something, with a clause between: "Lind called the road, which was built in May, “a success”"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.evidence import Support
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import Quoted

__all__ = ["read_interrupted_namings"]

_NAMING = frozenset({"call", "describe", "term", "label", "dub", "brand"})
_RELATIVE = frozenset({"which", "who"})
_SURE = 0.8  # not measured
_LONGEST = 25  # words of the clause between


def read_interrupted_namings(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> list[Draft]:
    """Return the statements with those whose quotation the labels lost, or gave to the verb of the clause between."""
    found = list(_namings(scene, quotations))
    taken = {naming.contents[-1] for naming in found}
    kept = [d for d in drafts if not (d.source is None and any(_holds(d, piece) for piece in taken))]
    for naming in found:
        own = next(
            (d for d in kept if d.cue is not None and naming.cue is not None and naming.cue[0] in range(*d.cue)), None
        )
        if own is None:
            kept.append(naming)
        elif own.contents and not _holds(own, naming.contents[-1]) and own.end <= naming.contents[-1][0]:
            own.contents.append(naming.contents[-1])
    return kept


def _holds(draft: Draft, piece: WordRange) -> bool:
    return any(start <= piece[0] and piece[1] <= end for start, end in draft.contents)


def _namings(scene: Scene, quotations: Quoted) -> Iterator[Draft]:
    words, syntax = scene.encoding.words, scene.syntax
    for comma in range(2, len(words) - 4):
        if words[comma] != "," or scene.lower(comma + 1) not in _RELATIVE:
            continue
        thing = scene.mention_before(comma)
        if thing is None:
            continue
        verb = thing[0][0] - 1
        cue = scene.cue_at(verb) if verb >= 0 else None
        subjects = [] if cue is None or cue.lemma not in _NAMING else syntax.children(verb, "nsubj")
        sentence = syntax.sentences[syntax.sentence_of[comma]]
        behind = range(comma + 2, min(comma + _LONGEST, sentence.end - 2))
        said = [q for q in quotations.outermost(comma, sentence.end) if q[0] - 1 in behind and words[q[0] - 1] == ","]
        if not subjects or subjects[0] > verb or not said:
            continue
        spans = (scene.span((verb, verb + 1)), scene.span(thing[0]))
        because = [Support("content", "what something is called behind a clause between", None, spans)]
        yield Draft([(verb + 1, comma), said[0]], (verb, verb + 1), scene.phrase(subjects[0]), _SURE, because=because)

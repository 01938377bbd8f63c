# SPDX-License-Identifier: Apache-2.0
"""What somebody's answer, message or view is: "[The minister's] [answer] was that [the country would have no master]".

The noun says it and its owner is the source; the labels of the model, which learn from verbs, miss most of these.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.evidence import Support
from readout.reading.statements.draft import SPEAKERS, Draft
from readout.reading.statements.quoted import Quoted
from readout.resources import cue_noun

__all__ = ["find_copulas"]

_SURE = 0.7  # not measured: the corpus has a handful
_IS = frozenset({"is", "was", "remains", "remained"})
_KINDS = frozenset(
    "speech claim belief assessment denial promise threat warning announcement request agreement".split()
)
_ANSWERS = frozenset("verdict reply answer response conclusion message view position point hope demand".split())
_FRONT = 12  # words of a sentence to its noun, at most
_LEAST = 4  # words from the verb to the end of what is said
_OWN = frozenset("my our your".split())


def find_copulas(
    drafts: Sequence[Draft], scene: Scene, quotations: Quoted, segments: Sequence[WordRange]
) -> list[Draft]:
    """Return what nouns with an owner and "was that" say, and take it out of what is told in other sentences."""
    lower, syntax, found = scene.encoding.lower, scene.syntax, []
    for start, stop in segments:
        for word in range(start + 2, stop - 3):
            if lower[word] not in _IS or lower[word + 1] != "that" or quotations.at(word, word + 1):
                continue
            sentence = syntax.sentences[syntax.sentence_of[word]]
            first, end = max(start, sentence.start), min(stop, sentence.end)
            end -= scene.encoding.words[end - 1] in {".", "!"}
            told = _noun_with_owner(first, word, scene)
            if told is None or end - word < _LEAST or not _take_out(drafts, (first, end)):
                continue
            owner, noun = told
            spans = scene.span(owner), scene.span((noun, noun + 1))
            because = Support("content", "what a noun of saying is", None, spans)
            found.append(Draft([(word + 2, end)], (noun, noun + 1), owner, _SURE, because=[because]))
    return found


def _take_out(drafts: Sequence[Draft], sentence: WordRange) -> bool:
    """Take what a sentence says out of statements that are told elsewhere; tell whether nobody says it within it."""
    holders = [d for d in drafts if any(s < sentence[1] and sentence[0] < e for s, e in d.contents)]
    beside = [d for d in drafts if any(r and sentence[0] <= r[0] < sentence[1] for r in (d.cue, d.source))]
    if beside or any(len(d.contents) == 1 for d in holders):
        return False
    for draft in holders:
        draft.contents = [c for c in draft.contents if not (sentence[0] <= c[0] and c[1] <= sentence[1] + 1)]
    return True


def _noun_with_owner(start: int, copula: int, scene: Scene) -> tuple[WordRange, int] | None:
    """Return the owner and the noun that a sentence begins with, in front of its "was that"."""
    for noun in range(start + 1, min(copula, start + _FRONT)):
        owner = _owner(noun, scene) if _says(noun, scene) else None
        if owner is None or not scene.syntax.is_relation(noun, "nsubj", "nsubj:outer"):
            continue
        if owner[0] > start and scene.syntax.upos[owner[0] - 1] == "DET":
            owner = owner[0] - 1, owner[1]  # the tree hangs "the" of "the minister's answer" on the answer
        known = scene.directory.of_words(*owner)
        is_front = owner[0] == start or scene.syntax.upos[start] in {"CCONJ", "ADV", "ADP"}
        return (
            (owner, noun) if known is not None and known.type in SPEAKERS and start <= owner[0] and is_front else None
        )
    return None


def _owner(noun: int, scene: Scene) -> WordRange | None:
    """Return whose a noun is: by the tree, or by the mark in front of it."""
    owners = [w for w in scene.syntax.children(noun, "nmod:poss") if w < noun]
    if owners:
        return None if scene.lower(owners[0]) in _OWN else scene.phrase(owners[0])
    before = scene.mention_before(noun - 1) if scene.lower(noun - 1) in {"'s", "’s"} else None
    return None if before is None else before[0]


def _says(word: int, scene: Scene) -> bool:
    if scene.syntax.upos[word] != "NOUN":
        return False
    entry = cue_noun(scene.lower(word))
    return scene.lower(word) in _ANSWERS or (entry is not None and entry.kind in _KINDS)

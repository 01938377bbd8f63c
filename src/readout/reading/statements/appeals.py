# SPDX-License-Identifier: Apache-2.0
"""What somebody calls for where the labels pass it over: "The envoy [appealed for] [calm], reminding both of their pledges"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.evidence import Support
from readout.reading.statements.draft import SPEAKERS, Draft
from readout.reading.statements.nesting import with_apposition
from readout.reading.statements.quoted import Quoted, Ranges, merged

__all__ = ["find_appeals", "take_nearer_cues"]

_CALLED = frozenset("called calls appealed appeals pleaded pleads".split())
_NOT = frozenset({"not", "n't", "n’t", "never"})
_GOING_ON = {(upos,) for upos in (*VERBAL, "PRON")}
_SURE = 0.6  # not measured


def take_nearer_cues(drafts: Sequence[Draft], scene: Scene) -> None:
    """Let what is said begin with the verb right in front of it: "appealed for calm and [reminded] [them of the need]"."""
    taken = {w for draft in drafts if draft.cue for w in range(*draft.cue)}
    syntax = scene.syntax
    for draft in drafts:
        verb = scene.cue_head(draft)
        if verb is None or draft.cue is None or len(draft.contents) != 1 or draft.start < draft.cue[1] + 2:
            continue
        nearer = draft.start - 1
        cue = scene.cue_at(nearer) if nearer not in taken else None
        if cue is None or not syntax.is_relation(nearer, "conj") or syntax.heads[nearer] != verb:
            continue
        own = syntax.children(nearer, "obj", "iobj", "ccomp", "xcomp")
        if syntax.upos[nearer] == "VERB" and any(draft.holds(w) for w in own) and not syntax.children(nearer, "nsubj"):
            draft.cue = nearer, nearer + 1
            taken.add(nearer)


def find_appeals(
    drafts: Sequence[Draft], scene: Scene, quotations: Quoted, segments: Sequence[WordRange]
) -> Iterator[Draft]:
    """Yield what finite verbs call for, where nothing of it is told yet."""
    taken = Ranges(merged(r for draft in drafts for r in (*draft.contents, draft.cue) if r))
    lower = scene.encoding.lower
    for start, stop in segments:
        for verb in range(start + 1, stop - 2):
            if lower[verb] not in _CALLED or taken.at(verb, verb + 1):
                continue
            case = _for_behind(verb, scene)
            source = None if case is None or quotations.at(verb, verb + 1) else _source(verb, drafts, scene)
            content = None if case is None else _content(case, scene)
            if source is None or content is None or taken.at(*content):
                continue
            cue = verb, verb + 1 + (case == verb + 1)
            spans = scene.span(cue), scene.span(source)
            because = Support("content", "what somebody calls for", None, spans)
            yield Draft([content], cue, source, _SURE, because=[because])


def _for_behind(verb: int, scene: Scene) -> int | None:
    """Return the "for" right behind a verb, or behind to whom it appeals: "appealed to the West [for] troops"."""
    if scene.lower(verb + 1) == "for":
        return verb + 1
    heard = scene.mention_at(verb + 2) if scene.lower(verb + 1) == "to" else None
    return heard[0][1] if heard is not None and scene.lower(heard[0][1]) == "for" else None


def _source(verb: int, drafts: Sequence[Draft], scene: Scene) -> WordRange | None:
    """Return who calls: the subject of the verb, or of the one that it is joined to."""
    syntax = scene.syntax
    helpers = {scene.lower(w) for w in syntax.children(verb, "aux", "aux:pass", "advmod")}
    if syntax.upos[verb] != "VERB" or not _NOT.isdisjoint(helpers) or syntax.children(verb, "aux:pass", "obj"):
        return None
    subject = scene.subject(verb)
    if subject is None or subject > verb or syntax.is_relation(subject, "nsubj:pass"):
        return None
    found = scene.entity_of(subject)
    if found is None or found.type not in SPEAKERS:
        return None
    known = (d.source for d in drafts if d.source is not None and d.source[0] <= subject < d.source[1] <= verb)
    return next(known, None) or with_apposition(scene.phrase(subject), verb, scene)


def _content(case: int, scene: Scene) -> WordRange | None:
    """Return what stands behind "for", up to the clause that only goes on: "[calm], saying that"."""
    syntax, noun = scene.syntax, scene.syntax.heads[case]
    if noun < case or not syntax.is_relation(case, "case", "mark"):
        return None
    below, end = set(syntax.subtree(noun)), case + 1
    while end in below and not (scene.encoding.words[end] == "," and syntax.upos[end + 1 : end + 2] in _GOING_ON):
        end += 1
    while end > case + 1 and syntax.upos[end - 1] == "PUNCT" and scene.encoding.words[end - 1] not in {"”", '"'}:
        end -= 1
    return (case + 1, end) if end > case + 1 else None

# SPDX-License-Identifier: Apache-2.0
"""What another says in the same breath: "Police said seven were missing[, but the fire service put it at eight]".

Behind a comma and "but" or "while", a verb of saying with a subject of its own is told by the report as the first one is, where the
tree joins the two verbs; "put it at eight" sets a number against the first one's, whatever it joins.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import Scene
from readout.reading.evidence import Support
from readout.reading.statements.draft import SPEAKERS, Draft
from readout.reading.statements.quoted import Quoted

__all__ = ["part_rival_tails", "part_rivals"]

_AGAINST = frozenset("but while whereas although though".split())
_JOINTS = _AGAINST | {"and"}
_SAID = frozenset("speech claim denial assessment request promise warning writing".split())
_PUTTING = frozenset({"put", "puts"})


def part_rivals(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> list[Draft]:
    """End contents in front of what somebody else is told to have said, and return that where it is no statement yet."""
    by_cue = {w: draft for draft in drafts if draft.cue for w in range(*draft.cue)}
    found = []
    for draft in drafts:
        start, end = draft.contents[-1]
        if draft.cue is None or draft.source is None or len(draft.contents) > 1 or start < draft.cue[1]:
            continue
        rival = _rival(draft, scene, quotations)
        if rival is None:
            continue
        comma, subject, verb = rival
        draft.contents = [(start, comma)]
        other = by_cue.get(verb)
        if other is not None and (other.source is None or other.source[0] < comma):
            other.take_source(scene.phrase(subject), "subject of the cue")
        if other is not None or verb >= end - 1 or scene.lower(verb) in _PUTTING:
            continue  # what is put at a number is found with the estimates
        support = Support("content", "behind a teller of its own", None, (scene.span((verb, verb + 1)),))
        first = verb + 1 + (scene.lower(verb + 1) == "that")
        by_cue[verb] = Draft(
            [(first, end)], (verb, verb + 1), scene.phrase(subject), draft.confidence, because=[support]
        )
        found.append(by_cue[verb])
    return found


def part_rival_tails(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> None:
    """End contents in front of what another says behind their teller: "Ten died, police said[, but the ministry denied it]"."""
    told = [(d, d.cue, d.source) for d in drafts if d.cue is not None and d.source is not None]
    for draft, cue, _ in told:
        start, end = draft.contents[-1]
        first = scene.cue_head(draft)
        if first is None or len(draft.contents) < 2 or start < cue[1] or scene.lower(start) not in _AGAINST:
            continue
        marked = quotations.marked(start, end)
        near = range(start + 1, min(start + 1 + _ADVERBS, end))
        rivals = (
            other_cue[0]
            for other, other_cue, source in told
            if other is not draft and source[0] in near and source[1] <= other_cue[0] < end <= other.end + 1
        )
        if any(verb not in marked and _is_told_alike(verb, first, scene) for verb in rivals):
            draft.contents.pop()


def _is_told_alike(verb: int, first: int, scene: Scene) -> bool:
    """Tell whether two cues are told in one tense: "said, but … denied", not "said, but … had told him"."""
    syntax = scene.syntax
    is_same_tense = scene.lower(first).endswith("s") == scene.lower(verb).endswith("s")
    return syntax.upos[verb] == "VERB" and is_same_tense and not syntax.children(verb, "aux", "aux:pass")


def _rival(draft: Draft, scene: Scene, quotations: Quoted) -> tuple[int, int, int] | None:
    """Return the comma, the subject and the verb of what another says at the end of an indirect content."""
    start, end = draft.contents[0]
    first, syntax = scene.cue_head(draft), scene.syntax
    joints = [w for w in range(start + 2, end - 3) if scene.lower(w) == "," and _is_joint(w + 1, scene)]
    if first is None or not joints:
        return None
    marked = quotations.marked(start, end)
    for verb in range(joints[0] + 3, min(end + 2, syntax.sentences[syntax.sentence_of[start]].end)):
        subjects = [s for s in syntax.children(verb, "nsubj") if s < verb and verb not in marked]
        begin = scene.phrase(subjects[-1])[0] if subjects else start
        comma = next((w for w in joints if 2 <= begin - w <= _ADVERBS), None)
        if comma is None or not _tells(verb, comma, first, scene):
            continue
        speaker = scene.entity_of(subjects[-1])
        if comma not in marked and speaker is not None and speaker.type in SPEAKERS:
            return comma, subjects[-1], verb
    return None


_COUNTED = 8  # words from "put" to "at": "put the number of dead at"
_ADVERBS = 4  # words from a comma to a subject: "while on Monday"


_REPLIED = frozenset("replied answered responded retorted countered replies answers responds".split())


def _is_joint(word: int, scene: Scene) -> bool:
    is_which = scene.lower(word) == "to" and scene.lower(word + 1) in {"which", "whom"}  # "to which Lind replied that"
    return scene.lower(word) in _JOINTS or is_which


def _tells(verb: int, comma: int, first: int, scene: Scene) -> bool:
    """Tell whether a verb behind a comma is told as the first one is."""
    syntax = scene.syntax
    if syntax.upos[verb] != "VERB":
        return False
    if scene.lower(verb) in _PUTTING:
        at = next((w for w in range(verb + 2, verb + _COUNTED) if scene.lower(w) == "at"), None)
        behind = range(at + 1, min(at + 4, len(syntax.upos))) if at is not None else range(0)  # "at more than 30"
        return any(syntax.upos[w] == "NUM" for w in behind) and scene.lower(comma + 1) != "and"
    cue = scene.cue_at(verb)
    if scene.lower(comma + 1) == "to":
        return scene.lower(verb) in _REPLIED
    is_joined = syntax.heads[verb] == first and syntax.is_relation(verb, "conj", "advcl", "parataxis")
    is_said = cue is not None and cue.kind in _SAID
    has_clause = bool(syntax.children(verb, "ccomp", "xcomp"))  # not "and the court released him"
    return is_joined and is_said and has_clause and _is_told_alike(verb, first, scene)

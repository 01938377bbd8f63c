# SPDX-License-Identifier: Apache-2.0
"""What somebody says in the same breath: "Doctors said that children were dying[, and begged the world to help]".

Behind a comma, a verb of saying without a subject goes on with the clause of the first one, and is no part of what is said there.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import Scene
from readout.reading.evidence import Support
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import Quoted

__all__ = ["part_second_sayings"]

_JOINTS = frozenset({"and", "but"})
_ACTS = frozenset("speech request denial promise threat warning announcement question".split())


def part_second_sayings(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> list[Draft]:
    """End contents in front of what their speaker said besides, and return that."""
    cues = {w for draft in drafts if draft.cue for w in range(*draft.cue)}
    found = []
    for draft in drafts:
        start, end = draft.contents[-1]
        if draft.cue is None or draft.source is None or len(draft.contents) > 1 or start < draft.cue[1]:
            continue
        verb = _second(draft, scene, quotations)
        if verb is None or verb in cues:
            continue
        stop = next(w for w in range(verb, start, -1) if scene.encoding.words[w] == ",")
        draft.contents = [(start, stop)]
        support = Support("content", "second verb of the same speaker", None, (scene.span((verb, verb + 1)),))
        found.append(Draft([(verb + 1, end)], (verb, verb + 1), draft.source, draft.confidence, because=[support]))
    return found


def _second(draft: Draft, scene: Scene, quotations: Quoted) -> int | None:
    """Return the verb of a second saying in an indirect content."""
    start, end = draft.contents[-1]
    first = scene.cue_head(draft)
    if first is None or not scene.lower(first).endswith(("d", "told")):
        return None  # both verbs are in the past tense
    marked = quotations.marked(start, end)
    for comma in range(start + 2, end - 3):
        verb = comma + 2
        if scene.encoding.words[comma] != "," or comma in marked or scene.lower(comma + 1) not in _JOINTS:
            continue
        while verb < end - 2 and scene.syntax.upos[verb] == "ADV":
            verb += 1
        cue = scene.cue_at(verb) if scene.syntax.upos[verb] == "VERB" else None
        if cue is not None and cue.kind in _ACTS and _is_past(verb, scene) and scene.lower(verb + 1) not in {"by", ","}:
            return verb
    return None


def _is_past(verb: int, scene: Scene) -> bool:
    is_alone = not scene.syntax.children(verb, "nsubj", "nsubj:pass", "aux", "aux:pass")
    return is_alone and scene.lower(verb).endswith(("ed", "said", "told"))

# SPDX-License-Identifier: Apache-2.0
"""Who stands behind the verb of a quotation in front, where the labels look for it in another sentence: "“…,” read [a banner]"."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import Scene
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import Quoted

__all__ = ["take_subjects_behind"]


def take_subjects_behind(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> None:
    """Give a verb right behind its quotation the noun right behind it, if its source is told in a later sentence."""
    for draft in drafts:
        verb = scene.cue_head(draft)
        if verb is None or draft.cue is None or draft.source is None or draft.cue != (verb, verb + 1):
            continue
        is_elsewhere = scene.sentence_start(draft.source[0]) > scene.sentence_start(verb)
        is_quoted = any(draft.start <= s and e == verb for s, e in quotations.outermost(draft.start, verb))
        if not is_elsewhere or not is_quoted or draft.end != verb:
            continue
        behind = [w for w in scene.syntax.children(verb, "nsubj", "obj") if w > verb]
        if len(behind) == 1 and scene.phrase(behind[0])[0] == verb + 1 and scene.syntax.upos[behind[0]] != "PRON":
            draft.take_source(scene.phrase(behind[0]), "behind the verb of a quotation")

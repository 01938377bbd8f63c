# SPDX-License-Identifier: Apache-2.0
"""Two sayings side by side: "According to the police, the man had acted alone; [his lawyer said] he had been made to"."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import Scene
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import Quoted

__all__ = ["part_at_semicolons"]


def part_at_semicolons(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> None:
    """End a content at a semicolon behind which somebody who is named says something else.

    Not where a pronoun may be the speaker of both, nor behind "had", which goes on with what is said: "he lied; B had denied it".
    """
    telling = {draft.source[0]: draft for draft in drafts if draft.source is not None and draft.cue is not None}
    for draft in drafts:
        if draft.cue is None or draft.start < draft.cue[0]:
            continue
        for nth, (start, end) in enumerate(draft.contents):
            marks = [w for w in range(start + 2, end - 3) if scene.encoding.words[w] == ";"]
            stop = next((w for w in marks if _begins_another(w, draft, telling, scene)), None)
            stop = next((w for w in marks if _is_only_named(start, w, draft, scene)), None) if stop is None else stop
            stop = next((w for w in marks if _is_only_asked(start, w, draft, scene)), None) if stop is None else stop
            if stop is not None and stop not in quotations.marked(start, end):
                draft.contents[nth:] = [(start, stop)]
                break


def _is_only_named(start: int, semicolon: int, draft: Draft, scene: Scene) -> bool:
    """Tell whether what is judged is a thing, and a clause with a subject follows: "dismissed it as meddling; [B summoned C]"."""
    syntax, verb = scene.syntax, scene.cue_head(draft)
    if verb is None or not any(start <= w < semicolon for w in syntax.children(verb, "obj")):
        return False
    if any(start <= w < semicolon for w in syntax.children(verb, "ccomp", "xcomp")):
        return False
    subjects = (w for w in range(semicolon + 1, draft.end) if syntax.is_relation(w, "nsubj"))
    subject = next(subjects, None)
    return subject is not None and syntax.upos[subject] != "PRON" and scene.phrase(subject)[0] == semicolon + 1


def _is_only_asked(start: int, semicolon: int, draft: Draft, scene: Scene) -> bool:
    """Tell whether what is asked is an infinitive, and a clause with a subject follows: "asked her to wait; [others had left]"."""
    subjects = (w for w in range(semicolon + 1, draft.end) if scene.syntax.is_relation(w, "nsubj"))
    subject = next(subjects, None) if scene.lower(start) == "to" else None
    return subject is not None and scene.syntax.upos[subject] != "PRON" and scene.phrase(subject)[0] == semicolon + 1


def _begins_another(word: int, draft: Draft, telling: dict[int, Draft], scene: Scene) -> bool:
    other = telling.get(word + 1)
    if other is None or other is draft or other.source is None or other.cue is None or other.cue[0] < other.source[1]:
        return False
    has_had = scene.lower(other.cue[0]) in {"had", "would", "was", "were"}
    return not has_had and scene.syntax.upos[other.source[1] - 1] != "PRON"

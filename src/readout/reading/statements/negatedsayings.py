# SPDX-License-Identifier: Apache-2.0
"""What somebody has not said, where the negation stands in front of the subject or in it.

"[At no point did] the minister [say] that the dam was safe" tells of no such words of hers, as "did not say" does; and what "no
official" or "neither side" has said, nobody has.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.evidence import Support
from readout.reading.statements.draft import Draft

__all__ = ["is_nobody", "take_negations"]

_NOBODY = frozenset("no nobody none neither".split())
_NEGATIONS = frozenset("no not never nowhere nor neither".split())
_POSITIVE = frozenset("only just until till since sooner merely simply least".split())  # "not only did she say"
_LONGEST = 7  # words from a negation to the auxiliary: "nowhere in the 300-page report does"


def take_negations(drafts: Sequence[Draft], scene: Scene) -> None:
    """Take into a cue the negation in front of its subject: "[At no point did] she [say] that …"."""
    for draft in drafts:
        negation = _negation_before(draft, scene)
        if negation is not None and draft.cue is not None:
            draft.cue_parts = [draft.cue, *draft.cue_parts]
            draft.cue = negation
            draft.because.append(Support("cue", "negation in front of the subject", None, (scene.span(negation),)))


def _negation_before(draft: Draft, scene: Scene) -> WordRange | None:
    """Return the negation and the auxiliary that stand right in front of a source with its verb behind it."""
    verb = scene.cue_head(draft)
    if verb is None or draft.cue is None or draft.source is None or draft.source[1] > draft.cue[0]:
        return None
    helper = draft.source[0] - 1
    if helper not in scene.syntax.children(verb, "aux"):
        return None
    first = max(scene.sentence_start(helper), helper - _LONGEST)
    negation = next((w for w in range(helper - 1, first - 1, -1) if scene.lower(w) in _NEGATIONS), None)
    if negation is None or scene.lower(negation + 1) in _POSITIVE:
        return None
    if any(scene.syntax.upos[w] in {"VERB", "PUNCT"} for w in range(negation, helper)):
        return None
    leads = negation > first and scene.syntax.upos[negation - 1] == "ADP"  # "at no point"
    return negation - leads, helper + 1


def is_nobody(source: WordRange, scene: Scene) -> bool:
    """Tell whether a source says that there is none: "no official", "nobody", "neither side"; not "No. 10"."""
    behind = source[0] + 1
    is_number = scene.lower(behind) == "." or scene.syntax.upos[min(behind, source[1] - 1)] == "NUM"
    return scene.lower(source[0]) in _NOBODY and not is_number

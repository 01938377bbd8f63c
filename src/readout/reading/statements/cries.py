# SPDX-License-Identifier: Apache-2.0
"""What a crowd calls out: "a charge that drew cries of “Shame!” from [the benches opposite]".

Who cries stands behind "from", and is no part of the cry; what drew it does not cry.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import Scene
from readout.reading.evidence import Support
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import Quoted

__all__ = ["settle_cries"]

_CRIES = frozenset(
    "cries cry shouts shout chants chant calls yells screams jeers roars murmurs whispers heckles".split()
)
_CRIERS = frozenset({"from", "by", "among"})
_DRAWING = frozenset(
    "drew draws drawing drawn brought provoked provoking prompted prompting sparked sparking triggered elicited met greeted "
    "interrupted caused raised earned".split()
)


def settle_cries(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> None:
    """Give cries to those who cry, and end them where they end."""
    for draft in drafts:
        start, end = draft.contents[-1]
        of = start - 1
        if draft.cue is None or draft.cue[1] != start:
            continue
        if scene.lower(of) != "of" or scene.lower(of - 1) not in _CRIES:
            continue
        cry = next((q for q in quotations.outermost(start, end) if q[0] == start), None)
        if cry is None:
            continue
        draft.contents = [cry]
        crier = scene.mention_at(cry[1] + 1) if scene.lower(cry[1]) in _CRIERS else None
        if crier is not None:
            draft.take_source(crier[0], "who cries, behind the cry")
        elif draft.source is not None and any(scene.lower(w) in _DRAWING for w in range(*draft.cue)):
            draft.source = None
            draft.because = [support for support in draft.because if support.field != "source"]
        draft.because.append(Support("content", "words called out", None, (scene.span((of - 1, of + 1)),)))

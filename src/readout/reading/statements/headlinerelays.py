# SPDX-License-Identifier: Apache-2.0
"""Outlets that a headline ends with: in "Kim says ties with Russia ‘unbreakable’ - [KCNA]" KCNA passes on what Kim says."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import Scene
from readout.reading.evidence import Support
from readout.reading.statements.draft import Draft
from readout.reading.statements.relays import is_outlet

__all__ = ["pass_on_headline"]

_DASHES = frozenset({"-", "–", "—"})
_LONGEST = 4  # words of an outlet


def pass_on_headline(drafts: Sequence[Draft], start: int, end: int, scene: Scene) -> None:
    """Let the outlet behind a headline's last dash relay what the headline tells somebody to say."""
    words = scene.encoding.words
    dash = next((w for w in range(end - 2, max(start, end - 2 - _LONGEST), -1) if words[w] in _DASHES), None)
    outlet = scene.mention_at(dash + 1) if dash is not None else None
    if dash is None or outlet is None or outlet[0] != (dash + 1, end) or not is_outlet(outlet[1]):
        return
    text, spans = scene.encoding.text, scene.encoding.spans
    if not text[spans[dash].start - 1].isspace():
        return
    for draft in drafts:
        if draft.cue is not None and draft.source is not None and start <= draft.source[0] and draft.end in {dash, end}:
            draft.contents[-1] = draft.contents[-1][0], dash
            draft.relayed_by.append(outlet[1])
            draft.because.append(Support("relayed_by", "behind a headline's dash", None, (scene.span(outlet[0]),)))

# SPDX-License-Identifier: Apache-2.0
"""Names that end what is said, behind what their bearer is: "said that he had met his opposite number[, Saimumin Yatimov]"."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import Scene
from readout.reading.statements.draft import Draft

__all__ = ["end_with_names"]

_STOPS = frozenset({".", ";", "!", "?", ","})


def end_with_names(drafts: Sequence[Draft], scene: Scene) -> None:
    """Let a content go on with the name of whom it ends with, between two commas or a comma and the stop."""
    words = scene.encoding.words
    for draft in drafts:
        start, end = draft.contents[-1]
        if draft.cue is None or start < draft.cue[1] or words[end : end + 1] != (",",):
            continue
        named, described = scene.mention_at(end + 1), scene.mention_before(end)
        if named is None or described is None or named[1] is not described[1] or named[1].type != "person":
            continue
        behind = named[0][1]
        taken = [r for d in drafts for r in (d.source, d.cue) if r is not None and d is not draft]
        is_free = not any(r[0] < behind and end < r[1] for r in taken)
        is_name = scene.syntax.upos[behind - 1] == "PROPN" and words[behind : behind + 1] in {
            (stop,) for stop in _STOPS
        }
        if described[0][0] >= start and is_name and is_free:
            draft.contents[-1] = start, behind

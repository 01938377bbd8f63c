# SPDX-License-Identifier: Apache-2.0
"""Two who tell one sentence: "[Police fired tear gas], witnesses said, [and arrested 237 people], according to the minister".

Who stands between two commas tells what is in front, and who ends the sentence what is behind.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.statements.draft import Draft

__all__ = ["part_two_tellers"]


def part_two_tellers(drafts: Sequence[Draft], scene: Scene) -> None:
    """End what is told in front of the first teller with him, and leave the rest to the one behind."""
    words = scene.encoding.words
    inner = {d.start: d for d in drafts if d.cue is not None and d.source is not None and len(d.contents) == 1}
    for draft in drafts:
        first = inner.get(draft.start)
        if first is None or first is draft or first.cue is None or first.source is None or draft.cue is None:
            continue
        end = draft.end
        teller = min(first.cue[0], first.source[0]), max(first.cue[1], first.source[1])
        if len(draft.contents) > 1 or draft.cue[0] < end or not first.end < teller[0] < teller[1] < end:
            continue
        is_between = first.end == teller[0] - 1 and words[teller[0] - 1] == words[teller[1]] == ","
        rest = teller[1] + 2
        if is_between and scene.lower(rest - 1) in {"and", "but"} and scene.syntax.upos[rest] in VERBAL:
            draft.contents = [(rest, end)]

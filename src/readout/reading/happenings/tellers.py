# SPDX-License-Identifier: Apache-2.0
"""Who tells of something right in front of a meeting has been there: "Diop announced after talks with Novak that …"."""

from __future__ import annotations

from readout.reading.clauses.scene import Scene

__all__ = ["teller_in_front"]


def teller_in_front(scene: Scene, noun: int) -> int:
    """Return the verb of saying right in front of a noun's phrase, whatever the tree hangs it on; else what it hangs on.

    "Moscow has promised help, Diop [announced] after talks with Novak".
    """
    case = next(iter(scene.syntax.children(noun, "case")), 0)
    is_told = case > 0 and scene.syntax.upos[case - 1] == "VERB" and scene.cue_at(case - 1) is not None
    return case - 1 if is_told and scene.syntax.children(case - 1, "nsubj") else scene.syntax.heads[noun]

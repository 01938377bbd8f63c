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
    if scene.lower(noun) in _WRITTEN and (charge := _charge_above(scene, scene.syntax.heads[noun])) is not None:
        return charge
    is_told = case > 0 and scene.syntax.upos[case - 1] == "VERB" and scene.cue_at(case - 1) is not None
    return case - 1 if is_told and scene.syntax.children(case - 1, "nsubj") else scene.syntax.heads[noun]


_WRITTEN = frozenset({"letter", "letters", "message", "email", "telegram"})
_CHARGING = frozenset("accuse accuses accused accusing warn warns warned blame blames blamed".split())
_WRITES = frozenset(  # what is done by writing it
    "insulting threatening offering promising lying misleading telling asking urging claiming saying revealing leaking passing "
    "giving sharing disclosing defaming slandering blackmailing apologising apologizing admitting".split()
)


def _charge_above(scene: Scene, word: int) -> int | None:
    """Return the verb of a charge that a clause with "of" or "for" hangs on: "[accused] Togo of arming rebels in a letter"."""
    marks = {scene.lower(c) for c in scene.syntax.children(word, "mark", "case")}
    if not scene.lower(word).endswith("ing") or scene.lower(word) in _WRITES or marks.isdisjoint({"of", "for"}):
        return None  # "accused Lind of [insulting] the king in a letter": he wrote it
    above = scene.syntax.heads[word]
    return above if scene.lower(above) in _CHARGING and scene.syntax.children(above, "nsubj") else None

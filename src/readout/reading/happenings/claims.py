# SPDX-License-Identifier: Apache-2.0
"""Attacks that somebody says were his own: "claimed responsibility for the attack", "the raid was claimed by the rebels"."""

from __future__ import annotations

from readout.reading.clauses.arguments import agents, is_passive
from readout.reading.clauses.scene import Scene

__all__ = ["claim_of"]

_CLAIMS = frozenset("claim claims claimed claiming".split())
_TAKES = frozenset("take takes took taken taking accept accepts accepted admit admits admitted".split())
_CREDIT = frozenset({"responsibility", "credit"})
_SERIES = frozenset(
    "series string spate wave number dozens hundreds scores two three several both some many most".split()
)
_NOBODY = frozenset({"no", "neither", "nobody", "none"})


def claim_of(scene: Scene, noun: int) -> int | None:
    """Return the verb by which somebody claims what a noun names; none if it is said of nobody."""
    syntax, credit = scene.syntax, scene.syntax.heads[noun]
    for clause in syntax.children(noun, "acl", "acl:relcl"):  # "the attack, which was claimed by the rebels"
        if scene.lower(clause) in _CLAIMS and is_passive(scene, clause) and agents(scene, clause):
            return clause
    if scene.lower(credit) in _SERIES and scene.case_of(noun) == "of":  # "for a string of attacks"
        noun, credit = credit, syntax.heads[credit]
    claiming = _CLAIMS
    if scene.case_of(noun) == "for" and syntax.upos[credit] == "VERB":  # whatever the tree hangs the phrase on
        credit = next((c for c in syntax.children(credit, "obj") if scene.lower(c) in _CREDIT), credit)
    if scene.lower(credit) in _CREDIT and scene.case_of(noun) == "for":
        claiming, noun, credit = _CLAIMS | _TAKES, credit, syntax.heads[credit]
    if not syntax.is_relation(noun, "obj", "nsubj:pass") or scene.lower(credit) not in claiming:
        return None
    whose = agents(scene, credit)
    none = any(scene.lower(w) in _NOBODY for who in whose for w in (who, *syntax.children(who, "det")))
    return credit if whose and not none else None

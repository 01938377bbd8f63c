# SPDX-License-Identifier: Apache-2.0
"""Those who are on strike: "teachers have been on strike for a month", which no verb tells of."""

from __future__ import annotations

from readout.reading.clauses.arguments import conjuncts
from readout.reading.clauses.scene import Scene
from readout.reading.happenings.happening import Happening
from readout.reading.happenings.parties import Parties
from readout.resources import noun_triggers_at

__all__ = ["on_strike"]

_BE = frozenset("is are was were be been being am".split())


def on_strike(scene: Scene, parties: Parties, noun: int) -> Happening | None:
    """Return the strike that somebody is on, from its noun as what is said of them; none of any other word."""
    syntax = scene.syntax
    if scene.lower(noun) != "strike" or scene.case_of(noun) != "on":
        return None
    if not any(scene.lower(c) in _BE for c in syntax.children(noun, "cop", "aux:pass", "aux")):
        return None
    found = noun_triggers_at(("walkout",), 0)
    who = parties.of(
        [w for c in syntax.children(noun, "nsubj", "nsubj:pass") for w in conjuncts(scene, c)], owned=False
    )
    if found is None or not who:
        return None
    on = scene.syntax.children(noun, "case")[0]  # "on a nationwide strike"
    return Happening(found[0][0], noun, (on, noun + 1), noun, tuple(who), (), tuple(p.word for p in who))

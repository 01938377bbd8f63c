# SPDX-License-Identifier: Apache-2.0
"""Courtesy calls: who "called on the president on Tuesday" went to see him; who "called on him to resign" did not."""

from __future__ import annotations

from readout.reading.clauses.scene import Scene

__all__ = ["is_courtesy_call"]

_CALLS = frozenset({"call", "calls", "called", "calling"})
_ASKING = frozenset({"xcomp", "ccomp", "advcl", "acl"})


def is_courtesy_call(scene: Scene, verb: int) -> bool:
    """Tell whether somebody called on a person of name or office, and nothing is said that the person should do."""
    syntax = scene.syntax
    if scene.lower(verb) not in _CALLS or syntax.children(verb, "obj", "aux:pass", "nsubj:pass"):
        return False
    on = [w for w in syntax.children(verb, "obl") if any(scene.lower(c) == "on" for c in syntax.children(w, "case"))]
    on = [w for w in on if syntax.subtree(w)[0] in {verb + 1, verb + 2}]
    called_on = scene.entity_of(on[0]) if on else None
    if called_on is None or called_on.type != "person" or not (called_on.name or called_on.roles):
        return False
    below = (c for w in (verb, on[0]) for c in syntax.children(w) if c > on[0] and syntax.is_relation(c, *_ASKING))
    return not any(scene.lower(m) == "to" for c in below for m in syntax.children(c, "mark"))

# SPDX-License-Identifier: Apache-2.0
"""Headlines in which nobody is told to ask: "[Ouattara] urged [to let rivals stand]" is said to Ouattara, by nobody named.

Verbs that always say who is urged have their object in front where none stands behind: headlines leave out "was". In the
body of a report the same words are those of one who orders, or warns, others.
"""

from __future__ import annotations

from readout.reading.clauses.clauses import Clause
from readout.reading.clauses.scene import Scene

__all__ = ["is_bare_participle"]

_NEEDING_HEARERS = frozenset("urge tell order warn advise instruct remind".split())


def is_bare_participle(scene: Scene, verb: int) -> bool:
    """Tell whether a verb in front of "to" leaves out "was": somebody is told, and tells nobody."""
    cue = scene.cue_at(verb)
    is_past = scene.lower(verb).endswith(("ed", "told"))
    if cue is None or cue.lemma not in _NEEDING_HEARERS or not is_past or scene.lower(verb + 1) != "to":
        return False
    syntax = scene.syntax
    if not syntax.is_relation(verb, "root") or not Clause(scene.encoding, syntax, verb).is_headline():
        return False  # "The governor warned to expect power cuts."
    is_infinitive = verb + 2 < len(syntax.upos) and syntax.upos[verb + 2] in {"VERB", "AUX"}
    has_object = syntax.children(verb, "obj", "iobj", "aux", "aux:pass") or syntax.is_relation(verb, "conj", "acl")
    return is_infinitive and not has_object and bool(syntax.children(verb, "nsubj", "nsubj:pass"))

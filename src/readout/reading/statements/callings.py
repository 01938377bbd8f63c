# SPDX-License-Identifier: Apache-2.0
"""What somebody calls somebody, within what another passes on: "[Trump called Maduro a thug], Fox News reported"."""

from __future__ import annotations

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene

__all__ = ["called_by"]

_CALLING = frozenset("call brand dub label deem".split())


def called_by(verb: int, scene: Scene) -> WordRange | None:
    """Return who or what is called something, and what it is called, right behind a verb of naming."""
    syntax, cue = scene.syntax, scene.cue_at(verb)
    if cue is None or cue.lemma not in _CALLING:
        return None
    behind = [w for w in syntax.children(verb, "obj", "iobj", "xcomp", "obl", "ccomp") if w > verb]
    if len(behind) < 2 or syntax.is_relation(behind[0], "obl") or scene.phrase(behind[0])[0] != verb + 1:
        return None
    end = scene.phrase(behind[0])[1]
    name = behind[1]
    words = syntax.subtree(name)
    is_next = words[0] == end and words == list(range(words[0], words[-1] + 1))
    is_plain = syntax.is_relation(name, "obj", "xcomp") or scene.case_of(name) in {"a", "an"}
    is_plain = is_plain or (syntax.upos[name] == "ADJ" and not syntax.children(name, "nsubj"))
    is_name = is_plain and not any(scene.lower(w) == "to" for w in syntax.children(name, "mark"))
    if not is_next or not is_name or scene.lower(name) in _TIMES:
        return None
    last = words[-1] + 1
    while syntax.upos[last - 1] == "PUNCT" and scene.encoding.words[last - 1] in {",", ".", ";", ":"}:
        last -= 1
    return verb + 1, last


_TIMES = frozenset("minute hour day week month year moment time".split())  # "called him an [hour] later"

# SPDX-License-Identifier: Apache-2.0
"""Sayings whose verb is left out: "A said that the raids had to stop, and [the minister, Igor Ivanov,] that [Russia could act]".

The verb stands for both, and so do the labels take both for what the first one says.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import NAMING, Scene
from readout.reading.evidence import Support
from readout.reading.statements.draft import SPEAKERS, Draft
from readout.reading.statements.quoted import Quoted

__all__ = ["part_gappings"]

_LONGEST = 14  # words of who says it
_FEWEST = 3  # words that are said


def part_gappings(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> list[Draft]:
    """End contents in front of what another says without a verb, and return that."""
    found = []
    for draft in drafts:
        start, end = draft.contents[-1]
        if draft.cue is None or len(draft.contents) > 1 or start < draft.cue[1]:
            continue
        marked = quotations.marked(start, end)
        for that in range(start + _FEWEST, end - _FEWEST):
            source = None if scene.lower(that) != "that" or that in marked else _source_before(that, start, scene)
            if source is None:
                continue
            stop = source[0] - 1 - (scene.lower(source[0] - 1) == "and")
            source = _behind_owner(source, scene)
            draft.contents[-1] = start, stop + (scene.encoding.words[stop] not in {",", ";"})
            support = Support("content", "behind a teller whose verb is left out", None, (scene.span(source),))
            new = Draft([(that + 1, end)], None, source, draft.confidence, because=[support])
            found.append(new)
            break
    return found


def _behind_owner(source: WordRange, scene: Scene) -> WordRange:
    """Return who speaks behind a name that only owns what is left out too: "Lind's spokesman said …; Berg's, [Ola Falk], that"."""
    owner = next((w for w in range(source[0], source[1] - 2) if scene.lower(w) in {"'s", "’s"}), None)
    is_bare = owner is not None and scene.lower(owner + 1) == ","
    return (owner + 2, source[1]) if owner is not None and is_bare else source


def _source_before(that: int, start: int, scene: Scene) -> WordRange | None:
    """Return who stands between a semicolon, or a comma and "and", and a "that", with nothing else between."""
    words, upos = scene.encoding.words, scene.syntax.upos
    end = that - (words[that - 1] == ",")
    first = end
    while first > max(start + 2, that - _LONGEST) and (upos[first - 1] in NAMING or words[first - 1] == ","):
        first -= 1
    is_joined = words[first - 1] == ";" or (scene.lower(first - 1) == "and" and words[first - 2] in {",", ";"})
    named = scene.mention_at(first)
    if (
        first >= end
        or not is_joined
        or not _begins_clause(that, scene)
        or named is None
        or named[1].type not in SPEAKERS
    ):
        return None
    return (first, end) if words[end - 1] != "," else None


def _begins_clause(that: int, scene: Scene) -> bool:
    """Tell whether a "that" has a subject and a verb behind it: "that Russia could act", not "that body of old men"."""
    syntax = scene.syntax
    verb = syntax.heads[that]
    if syntax.upos[that] != "SCONJ" or not syntax.is_relation(that, "mark") or verb < that:
        return False
    return any(w > that for w in syntax.children(verb, "nsubj", "nsubj:pass", "expl"))

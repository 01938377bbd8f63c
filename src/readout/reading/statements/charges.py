# SPDX-License-Identifier: Apache-2.0
"""Of what somebody is accused: "reported that Berg accused [Bern of breaking the deal]", "rejected [the charge that it was so]"."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.statements.draft import Draft
from readout.resources import channel_of

__all__ = ["begin_at_charges", "begin_at_objects", "charge_of", "part_charges"]

_OF = {"accuse": "of", "suspect": "of", "blame": "for", "criticise": "for", "criticize": "for"}
_QUOTED = frozenset({('"',), ("“",), ("‘",)})
_JUDGED = frozenset("speech denial claim announcement".split())
_CLOSING = frozenset({'"', "”", "’"})


def begin_at_charges(drafts: Sequence[Draft], scene: Scene) -> None:
    """Begin what is denied at the noun that it is called by: "rejected [the charge that it was stalling]"."""
    syntax = scene.syntax
    for draft in drafts:
        verb = scene.cue_head(draft)
        cue = scene.cue_at(verb) if verb is not None else None
        start, end = draft.contents[0]
        if verb is None or cue is None or cue.kind != "denial" or draft.cue is None or not draft.cue[1] < start:
            continue
        objects = [w for w in syntax.children(verb, "obj") if draft.cue[1] <= w < start]
        first = syntax.subtree(objects[0])[0] if objects else start
        if first == draft.cue[1] and scene.lower(start - 1) == "that" and objects[0] == start - 2:
            draft.contents[0] = first, end


def begin_at_objects(drafts: Sequence[Draft], scene: Scene) -> None:
    """Begin what is judged at the noun that its clause says more of: "praised [the board's decision to publish]"."""
    syntax = scene.syntax
    for draft in drafts:
        verb = scene.cue_head(draft)
        cue = scene.cue_at(verb) if verb is not None else None
        start, end = draft.contents[0]
        if verb is None or cue is None or cue.kind not in _JUDGED or draft.cue is None or not draft.cue[1] < start:
            continue
        noun = next((w for w in syntax.children(verb, "obj") if draft.cue[1] <= w < start), None)
        clauses = [] if noun is None else [c for c in syntax.children(noun, "acl") if start <= c < end]
        thing = scene.entity_of(noun) if noun is not None else None
        is_thing = noun == start - 1 and (thing is None or thing.type == "other")
        if noun is not None and clauses and is_thing and scene.phrase(noun)[0] == draft.cue[1]:
            draft.contents[0] = draft.cue[1], end


def part_charges(drafts: Sequence[Draft], scene: Scene) -> None:
    """Leave out how and when somebody is accused: "accused [China] in a letter to the governors [of “political warfare”]"."""
    syntax, lower = scene.syntax, scene.encoding.lower
    for draft in drafts:
        verb = scene.cue_head(draft)
        cue = scene.cue_at(verb) if verb is not None else None
        case = _OF.get(cue.lemma) if cue is not None else None
        start, end = draft.contents[0]
        if verb is None or case is None or draft.cue is None or draft.cue[1] != start or len(draft.contents) > 1:
            continue
        accused = scene.mention_at(start)
        first = accused[0][1] if accused is not None else end
        how = syntax.heads[first] if first < end else first
        is_how = first < end and lower[first] in {"in", "during"} and channel_of([lower[how]]) is not None
        of = [w for w in range(how + 1, end) if lower[w] == case and verb in {syntax.heads[syntax.heads[w]], how}]
        of = of or [
            w for w in range(how + 1, end) if lower[w] == case and scene.encoding.words[w + 1 : w + 2] in _QUOTED
        ]
        if accused is not None and accused[0][0] == start and is_how and of and of[-1] + 1 < end:
            draft.contents = [(start, first), (of[-1], end)]


def charge_of(verb: int, scene: Scene) -> WordRange | None:
    """Return whom a verb accuses and of what, right behind it; None where it accuses nobody of anything."""
    syntax, cue = scene.syntax, scene.cue_at(verb)
    case = _OF.get(cue.lemma) if cue is not None else None
    objects = [w for w in syntax.children(verb, "obj") if w > verb]
    if case is None or not objects or syntax.subtree(objects[0])[0] not in {verb + 1, verb + 2}:
        return None
    leads = [
        w
        for c in (*syntax.children(verb, "obl", "advcl", "xcomp"), *syntax.children(objects[0], "nmod", "acl"))
        for w in syntax.children(c, "case", "mark")
        if scene.lower(w) == case and w > objects[0]
    ]
    if not leads:
        return None
    end = max(syntax.subtree(syntax.heads[leads[0]])) + 1
    while syntax.upos[end - 1] == "PUNCT" and scene.encoding.words[end - 1] not in _CLOSING:
        end -= 1
    return verb + 1, end

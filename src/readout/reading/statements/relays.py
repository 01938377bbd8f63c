# SPDX-License-Identifier: Apache-2.0
"""Who only passes words on: outlets whose statement holds nothing but another's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from readout.reading.clauses.arguments import QUOTING
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.coreference.entities import Entity
from readout.reading.evidence import Support
from readout.reading.statements.draft import Draft
from readout.resources import channel_of

__all__ = ["drop_relays", "is_outlet", "is_platform"]


def is_outlet(entity: Entity | None) -> bool:
    """Tell whether an entity is a medium that reports what others say."""
    return entity is not None and entity.sector == "MED" and entity.type == "organisation"


def is_platform(entity: Entity | None) -> bool:
    """Tell whether an entity is where people post, which hears and passes on nothing itself: "Telegram", "Truth Social"."""
    if entity is None or entity.name is None or entity.type == "person":
        return False
    return channel_of(entity.name.lower().split()) in {"social_post", "tweet"}


def drop_relays(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Take out statements of outlets that do nothing but hold another's statement, and let them relay that one.

    "The ministry said the call took place, TASS reported" is the ministry's statement, relayed by TASS, and not one of TASS.
    """
    dropped: set[Draft] = set()
    in_order = sorted(drafts, key=lambda d: (d.start, -d.end))
    starts = [draft.start for draft in in_order]
    for outer in sorted(drafts, key=lambda d: d.end - d.start):
        if not is_outlet(outer.speaker):
            continue
        inside = in_order[bisect_left(starts, outer.start) : bisect_left(starts, outer.end)]
        inner = next((d for d in inside if d is not outer and d not in dropped and _fills(d, outer, scene)), None)
        if inner is None or inner.speaker is outer.speaker:
            continue
        if outer.speaker is not None and outer.speaker not in inner.relayed_by:
            inner.relayed_by.append(outer.speaker)
            where = (scene.span(outer.source),) if outer.source else ()
            inner.because.append(Support("relayed_by", "holds this statement and nothing else", None, where))
        dropped.add(outer)
    quoting = (draft for draft in drafts if _is_quoting(draft, scene))
    dropped |= {draft for draft in quoting if any(_says_again(draft, other, scene) for other in drafts)}
    return [draft for draft in drafts if draft not in dropped]


def _is_quoting(draft: Draft, scene: Scene) -> bool:
    verb = scene.cue_head(draft)
    return verb is not None and scene.lower(verb) in QUOTING


def _says_again(draft: Draft, other: Draft, scene: Scene) -> bool:
    """Tell whether a draft quotes what another has told already: "Lau called it a lie, TASS [quoted her as saying]"."""
    is_same = other is not draft and other.speaker is draft.speaker is not None
    return is_same and (other.contents == draft.contents or _fills(other, draft, scene))


def _fills(inner: Draft, outer: Draft, scene: Scene) -> bool:
    """Tell whether the inner statement's source, cue and content make up nearly all of the outer content."""
    if inner.source is None or inner.cue is None:
        return False
    own = {w for r in [*inner.contents, inner.source, inner.cue] for w in range(*r)} | _clause_of(inner, scene)
    whole = [w for r in outer.contents for w in range(*r) if scene.syntax.upos[w] != "PUNCT"]
    if not all(outer.holds(w) for w in (inner.source[0], inner.cue[0], inner.contents[0][0])):
        return False
    return sum(w in own for w in whole) >= 0.8 * len(whole)


def _clause_of(draft: Draft, scene: Scene) -> set[int]:
    """Return the words of the cue's clause: to whom, how and when it was said belong to the saying, a second verb does not."""
    verb = scene.cue_head(draft)
    if verb is None or scene.syntax.upos[verb] not in VERBAL:
        return set()
    others = (w for c in scene.syntax.children(verb, "conj", "parataxis") for w in scene.syntax.subtree(c))
    return set(scene.syntax.subtree(verb)) - set(others)

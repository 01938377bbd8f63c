# SPDX-License-Identifier: Apache-2.0
"""Whose words they are: the speaker behind the source, and those who pass the words on.

The model gives a source; the tree tells whether it is the speaker ("Haines"), a document of the speaker's
("Austin's tweet"), or somebody who relays ("TASS said, quoting the ministry").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from readout.reading.draft import VERBAL, Draft, Scene
from readout.reading.entities import Entity
from readout.reading.evidence import OpenField, Support
from readout.resources import channel_of

__all__ = ["drop_relays", "resolve_speaker"]

_QUOTING = {"quote", "cite", "quoted", "quoting", "cited", "citing", "quotes", "cites"}


def resolve_speaker(draft: Draft, scene: Scene) -> None:
    """Fill speaker, relays and, where the source is a document, the channel of a draft."""
    if draft.speaker is not None:
        return
    verb = scene.cue_head(draft)
    source = _source_head(draft, scene, verb)
    if source is None:
        draft.undecided.append(OpenField("speaker", "the report names no source for these words"))
        return
    if verb is not None and _by_quoting(draft, scene, verb, source):
        return
    _by_document(draft, scene, source)
    if draft.speaker is None:
        found = scene.entity_of(source)
        if found is None:
            draft.undecided.append(
                OpenField("speaker", "nobody is known to stand for the source", (scene.span(scene.phrase(source)),))
            )
        else:
            _set_speaker(draft, scene, found, source, "the source's noun phrase")
    if verb is not None:
        _by_outer_verb(draft, scene, verb)


def _set_speaker(draft: Draft, scene: Scene, speaker: Entity, head: int, rule: str) -> None:
    draft.speaker = speaker
    draft.because.append(Support("speaker", rule, None, (scene.span(scene.phrase(head)),)))


def _source_head(draft: Draft, scene: Scene, verb: int | None) -> int | None:
    """Return the source's head word; without a source, the subject of the cue, which then becomes the source."""
    if draft.source is not None:
        return scene.head_of(draft.source)
    if verb is None or scene.syntax.upos[verb] not in VERBAL:
        return None
    subject = scene.subject(verb)
    if subject is None or draft.holds(subject) or scene.syntax.upos[subject] in VERBAL:
        return None
    if scene.directory.of_words(*scene.phrase(subject)) is None:
        return None
    draft.source = scene.phrase(subject)
    return subject


def _by_quoting(draft: Draft, scene: Scene, verb: int, source: int) -> bool:
    """Read "X said, quoting Y", "X quoted Y as saying" and "Y was quoted by X as saying"."""
    syntax = scene.syntax
    for quoting in [verb, *syntax.ancestors(verb), *syntax.children(verb), *syntax.children(source, "acl", "advcl")]:
        if scene.lower(quoting) not in _QUOTING or syntax.upos[quoting] not in VERBAL or draft.holds(quoting):
            continue
        if syntax.sentence_of[quoting] != syntax.sentence_of[verb]:
            continue
        passive = syntax.children(quoting, "nsubj:pass")
        agents = syntax.children(quoting, "obl:agent") or [
            c for c in syntax.children(quoting, "obl") if scene.case_of(c) == "by"
        ]
        objects = [c for c in syntax.children(quoting, "obj") if not draft.holds(c)]
        quoted = passive[:1] or objects[:1]
        relays = agents if passive else [s for s in [scene.subject(quoting)] if s is not None]
        if not quoted or quoted[0] in relays:
            continue
        speaker = scene.entity_of(quoted[0])
        if speaker is None:
            continue
        _set_speaker(draft, scene, speaker, quoted[0], f"object of '{scene.lower(quoting)}'")
        draft.source = scene.phrase(quoted[0])
        for relay in relays:
            _add_relay(draft, scene, relay, f"subject of '{scene.lower(quoting)}'")
        return True
    return False


def _add_relay(draft: Draft, scene: Scene, head: int, rule: str) -> None:
    relay = scene.entity_of(head)
    if relay is not None and relay is not draft.speaker and relay not in draft.relayed_by:
        draft.relayed_by.append(relay)
        draft.because.append(Support("relayed_by", rule, None, (scene.span(scene.phrase(head)),)))


def _by_document(draft: Draft, scene: Scene, source: int) -> None:
    """Read a document for its author: "Austin's tweet", "a statement by the ministry"."""
    kind = channel_of([scene.lower(source)])
    if kind is None or scene.syntax.upos[source] not in {"NOUN", "PROPN"}:
        return
    draft.channel = kind
    draft.because.append(Support("channel", "the source is a document", None, (scene.encoding.spans[source],)))
    owners = scene.syntax.children(source, "nmod:poss")
    owners += [c for c in scene.syntax.children(source, "nmod", "obl") if scene.case_of(c) in {"by", "from", "of"}]
    owners += scene.syntax.children(source, "compound")
    for owner in owners:
        if (found := scene.entity_of(owner)) is not None and found.type in {"person", "organisation", "group", "place"}:
            _set_speaker(draft, scene, found, owner, "author of the document")
            return


def _by_outer_verb(draft: Draft, scene: Scene, verb: int) -> None:
    """Read "the ministry said …, TASS reported": a verb over or beside the cue whose subject is an outlet."""
    syntax = scene.syntax
    beside = [c for c in syntax.children(verb, "parataxis", "ccomp", "advcl") if not draft.holds(c)]
    for other in [*syntax.ancestors(verb), *beside]:
        if draft.holds(other) or scene.cue_at(other) is None:
            continue
        for subject in syntax.children(other, "nsubj"):
            if is_outlet(scene.entity_of(subject)) and not draft.holds(subject):
                _add_relay(draft, scene, subject, f"subject of '{scene.lower(other)}' over the cue")
    for phrase in [*syntax.children(verb, "obl", "nmod"), *beside]:
        if scene.case_of(phrase) == "according" and not draft.holds(phrase) and is_outlet(scene.entity_of(phrase)):
            _add_relay(draft, scene, phrase, "according to")


def is_outlet(entity: Entity | None) -> bool:
    """Tell whether an entity is a medium that reports what others say."""
    return entity is not None and entity.sector == "MED" and entity.type != "person"


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
    return [draft for draft in drafts if draft not in dropped]


def _fills(inner: Draft, outer: Draft, scene: Scene) -> bool:
    """Tell whether the inner statement's source, cue and content make up nearly all of the outer content."""
    if inner.source is None or inner.cue is None:
        return False
    own = {w for r in [*inner.contents, inner.source, inner.cue] for w in range(*r)}
    whole = [w for r in outer.contents for w in range(*r) if scene.syntax.upos[w] != "PUNCT"]
    if not all(outer.holds(w) for w in (inner.source[0], inner.cue[0], inner.contents[0][0])):
        return False
    return sum(w in own for w in whole) >= 0.8 * len(whole)



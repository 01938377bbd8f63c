# SPDX-License-Identifier: Apache-2.0
"""Unnamed sources that speak again, or one after the other: "the same person said", "one of them said", "a second person said".

Who is one of several whose names are kept back is kept back as well, though "one" and "person" do not say so by themselves; so is
whom an outlet cites by no more than a description: "citing a member of the board".
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import Scene
from readout.reading.evidence import Support
from readout.reading.statements.draft import Draft
from readout.resources import office_named, sector_of_noun

__all__ = ["is_unnamed", "settle_unnamed"]

_NEAR = 3  # paragraphs from one unnamed source to the next of them
_COUNTS = frozenset("one two three four several some another others".split())
_NEXT = frozenset("second third fourth fifth other".split())
_ANYBODY = frozenset("person people source sources one".split())


def is_unnamed(draft: Draft) -> bool:
    """Tell whether the report keeps the speaker's name back: by the words for it, or by a condition beside them."""
    speaker = draft.speaker
    if speaker is None:
        return False
    return speaker.anonymous or (speaker.name is None and (bool(draft.condition) or draft.unnamed))


def settle_unnamed(drafts: Sequence[Draft], scene: Scene) -> None:
    """Find the speakers of "the same person", and mark those that are one of several unnamed ones."""
    before: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.cue or d.contents[0])[0]):
        words = scene.encoding.lower[slice(*draft.source)] if draft.source else ()
        line = scene.lines[(draft.cue or draft.contents[0])[0]]
        near = [d for d in before[-4:] if line - scene.lines[(d.cue or d.contents[0])[0]] <= _NEAR]
        if words[:2] == ("the", "same") and near:
            _settle_same(draft, near, words[-1], scene)
        elif _is_cited(draft, scene) or (_is_next(words) and near):
            draft.unnamed = draft.speaker is not None and draft.speaker.type in {"person", "group"}
        elif words[:1] == ("one",) and draft.source is not None and _is_somebody(scene.head_of(draft.source), scene):
            draft.unnamed = draft.speaker is not None and draft.speaker.type == "person"  # "one minister said"
        elif draft.speaker is not None and any(d.speaker is draft.speaker for d in near):
            draft.unnamed = draft.speaker.name is None  # "One minister said no. [She] asked to be left out"
        if is_unnamed(draft):
            before.append(draft)


def _settle_same(draft: Draft, near: Sequence[Draft], noun: str, scene: Scene) -> None:
    """Give "the same person" to the last unnamed source that may be called so."""
    for other in reversed(near):
        if other.source is None or other.speaker is None or other.speaker.type != "person":
            continue
        if noun in _ANYBODY or noun in scene.encoding.lower[slice(*other.source)]:
            where = (scene.span(other.source),)
            draft.because = [support for support in draft.because if support.field != "speaker"]
            draft.because.append(Support("speaker", "the same as the source before", None, where))
            draft.speaker, draft.unnamed = other.speaker, True
            return


def _is_next(words: Sequence[str]) -> bool:
    """Tell whether a source is only one, or the next, of some: "one of them", "a second person", "a third, from Fiji,"."""
    words = words[: words.index(",")] if "," in words else words
    if not words or len(words) > 4:
        return False
    if words[0] in _COUNTS:
        return len(words) == 1 or words[1:3] == ("of", "them") or words[-1] in _ANYBODY
    return words[0] in {"a", "the"} and len(words) > 1 and words[1] in _NEXT and words[-1] in {*_ANYBODY, words[1]}


def _is_somebody(noun: int, scene: Scene) -> bool:
    """Tell whether a noun is what persons are called: "minister", not "ranking"."""
    entry = sector_of_noun(scene.lower(noun))
    return office_named(scene.lower(noun)) is not None or (entry is not None and entry.person)


def _is_cited(draft: Draft, scene: Scene) -> bool:
    """Tell whether an outlet cites the speaker by a description: "the site reported, citing [a member of the board]"."""
    speaker = draft.speaker
    if speaker is None or speaker.name is not None or not draft.relayed_by or speaker.type not in {"person", "group"}:
        return False
    if draft.source is None or scene.lower(draft.source[0]) not in {"a", "an", *_COUNTS}:
        return False
    return any(s.field == "speaker" and s.rule in {"object of 'citing'", "object of 'quoting'"} for s in draft.because)

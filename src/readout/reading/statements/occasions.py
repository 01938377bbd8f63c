# SPDX-License-Identifier: Apache-2.0
"""Occasions that a sentence of its own tells: "Kerr took to Telegram. “We are leaving,” he wrote"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.coreference.entities import Entity
from readout.reading.evidence import Support
from readout.reading.statements.askedwords import INTERVIEWED
from readout.reading.statements.channels import phrase_at
from readout.reading.statements.draft import Draft
from readout.text import Span

__all__ = ["OCCASION", "share_occasions"]

OCCASION = "told by the sentence before"

_CASES = frozenset("in on at during via to".split())
_TURNING = frozenset("turned turns turn took takes take taking turning".split())  # "turned to Twitter"
# Where somebody speaks to many, or writes for all to read: of a call or a book the next words need not be.
_PUBLIC = frozenset(
    {"interview", "tweet", "social_post", "press_conference", "speech", "broadcast", "statement", "video", "testimony"}
)
_NOT_YET = frozenset("will would may might could should can to not n't n’t never if after before when until".split())
_HOLDING = frozenset("held holds gave gives delivered delivers addressed".split())


@dataclass(frozen=True, slots=True)
class _Occasion:
    """Who spoke through which channel, and the words that tell it."""

    speaker: Entity
    channel: str
    outlet: Entity | None
    words: Span


def share_occasions(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give statements the channel that the sentence before them tells of their speaker, and those that go on with them."""
    said = {w for draft in drafts for content in draft.contents for w in range(*content)}
    telling = {scene.syntax.sentence_of[r[0]] for d in drafts for r in (d.cue, d.source) if r}
    last: tuple[int, _Occasion] | None = None
    by_sentence = {scene.syntax.sentence_of[_begin(draft)]: draft for draft in drafts if draft.channel in _WRITTEN}
    for draft in sorted(drafts, key=_begin):
        number = scene.syntax.sentence_of[_begin(draft)]
        if draft.channel is not None or draft.speaker is None:
            continue
        occasion = None
        if last is not None and number - last[0] <= 1 and _is_same_line(last[0], number, scene):
            occasion = last[1] if last[1].speaker is draft.speaker else None
        if occasion is None and number and number - 1 not in telling and _is_same_line(number - 1, number, scene):
            occasion = _occasion_of(number - 1, draft.speaker, said, scene)
        if occasion is None and _is_writing(draft, scene):
            occasion = _written_before(draft, number, by_sentence, scene)
        if occasion is not None:
            last = number, occasion
            draft.channel, draft.outlet = occasion.channel, occasion.outlet
            draft.because.append(Support("channel", OCCASION, None, (occasion.words,)))


_WRITTEN = frozenset({"tweet", "social_post", "letter", "statement", "message", "email", "article", "book"})


def _is_writing(draft: Draft, scene: Scene) -> bool:
    """Tell whether a cue says that it was written: where, the sentence before may tell."""
    verb = scene.cue_head(draft)
    cue = scene.cue_at(verb) if verb is not None else None
    return cue is not None and cue.lemma in {"write", "post"}


def _written_before(draft: Draft, number: int, by_sentence: Mapping[int, Draft], scene: Scene) -> _Occasion | None:
    """Return where the speaker wrote what the sentence before says: "attacked it in a letter. “No,” she wrote"."""
    before = by_sentence.get(number - 1)
    if before is None or before.speaker is not draft.speaker or draft.speaker is None or before.channel is None:
        return None
    if not _is_same_line(number - 1, number, scene):
        return None
    words = next((s.spans for s in before.because if s.field == "channel" and s.spans), ())
    return _Occasion(draft.speaker, before.channel, before.outlet, words[0]) if words else None


def _begin(draft: Draft) -> int:
    """Return the first word of content, cue and source."""
    return min([draft.start, *(r[0] for r in (draft.cue, draft.source) if r)])


def _is_same_line(one: int, other: int, scene: Scene) -> bool:
    """Tell whether two sentences stand in one paragraph."""
    sentences = scene.syntax.sentences
    return scene.lines[sentences[one].start] == scene.lines[sentences[other].start]


def _occasion_of(number: int, speaker: Entity, said: set[int], scene: Scene) -> _Occasion | None:
    """Return the occasion that a sentence tells, if its subject is the speaker and nothing in it was said."""
    syntax, sentence = scene.syntax, scene.syntax.sentences[number]
    inside = set(range(sentence.start, sentence.end))
    if inside & said:
        return None
    main = next((w for w in inside if syntax.heads[w] == w), None)
    if main is None or not _has_spoken(main, speaker, scene):
        return None
    held = _held(main, speaker, inside, scene)
    if held is not None:
        return held
    for case in sorted(inside):
        if scene.lower(case) not in _CASES or syntax.upos[case] not in {"ADP", "SCONJ", "PART"}:
            continue
        if not _is_of_main(case, main, scene) or (scene.lower(case) == "to" and scene.lower(main) not in _TURNING):
            continue
        found = phrase_at(case, inside, scene)
        if found is not None and found[0] in _PUBLIC:
            return _Occasion(speaker, found[0], found[1], scene.span((case, found[2] + 1)))
    return None


def _held(main: int, speaker: Entity, inside: set[int], scene: Scene) -> _Occasion | None:
    """Read an occasion that is the object of its verb: "She [held a news conference]", "gave the BBC [an interview]"."""
    if scene.lower(main) not in _HOLDING:
        return None
    for noun in scene.syntax.children(main, "obj"):
        start = scene.phrase(noun)[0]
        found = phrase_at(start - 1, inside, scene) if start > main else None
        if found is not None and found[2] == noun and found[0] in _PUBLIC - {"statement", "video"}:
            return _Occasion(speaker, found[0], found[1], scene.span((main, noun + 1)))
    return None


def _is_of_main(case: int, main: int, scene: Scene) -> bool:
    """Tell whether a phrase hangs on the main verb, or on one without a subject of its own: "was first to say so, [in a post]"."""
    syntax = scene.syntax
    for word in syntax.ancestors(case):
        if word == main:
            return True
        if syntax.upos[word] in VERBAL and (
            syntax.children(word, "nsubj", "nsubj:pass", "aux:pass")
            or not syntax.is_relation(word, "xcomp", "acl", "conj")
        ):
            return False
    return False


def _has_spoken(main: int, speaker: Entity, scene: Scene) -> bool:
    """Tell whether the subject of a sentence is somebody who spoke, or was asked to, and is not only to do so."""
    syntax = scene.syntax
    is_done_to = bool(syntax.children(main, "aux:pass"))
    if is_done_to and scene.lower(main) not in INTERVIEWED:
        return False
    if any(scene.lower(w) in _NOT_YET for w in syntax.children(main, "aux", "advmod", "mark")):
        return False
    subjects = syntax.children(main, "nsubj", "nsubj:pass")
    return bool(subjects) and scene.entity_of(subjects[0]) is speaker

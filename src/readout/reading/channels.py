# SPDX-License-Identifier: Apache-2.0
"""To whom and through what: addressees, channel, outlet, and the condition under which a source stays unnamed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readout.reading.draft import VERBAL, Draft, Scene
from readout.reading.entities import Entity
from readout.reading.evidence import Support
from readout.reading.speakers import is_outlet
from readout.resources import channel_of, channel_of_verb

__all__ = ["find_addressees", "find_channel", "find_condition"]

_SPEAKING = {"speak", "speaking", "spoke", "speaks", "talk", "talking", "talked", "write", "writing", "wrote", "brief", "briefing", "addressing"}  # fmt: skip
_INTO = {"in", "at", "on", "during", "via", "through", "by", "over", "to", "with", "for"}
_UNNAMED = re.compile(
    r"on (?:the )?condition (?:of anonymity|that (?:he|she|they|it) (?:not )?be (?:not )?(?:named|identified))"
    r"|(?:spoke|speaking|talked|talking) anonymously|(?:who )?(?:asked|asking|requested|requesting|wished|wanted|declined|declining|"
    r"refused|refusing)(?: that (?:he|she|they))? (?:not )?to (?:not )?be (?:named|identified)"
    r"|(?:who |because |as )?(?:(?:he|she|they) )?(?:was|were|is|are) not authori[sz]ed to [^,.;”\"]{3,80}"
    r"|on background\b|requested anonymity|asked for anonymity|whose names? (?:was|were|has|have) (?:been )?withheld",
    re.IGNORECASE,
)


def find_addressees(draft: Draft, scene: Scene) -> None:
    """Fill the addressees: the object of "told", the phrase of "said to", "speaking to reporters"."""
    verb = scene.cue_head(draft)
    if verb is None:
        return
    cue = scene.cue_at(verb)
    for word in _told(draft, scene, verb, cue.addressee if cue else None):
        found = scene.entity_of(word)
        if found is not None and found is not draft.speaker and found not in draft.addressees:
            draft.addressees.append(found)
            draft.because.append(Support("addressees", "object of the cue", None, (scene.span(scene.phrase(word)),)))


def _told(draft: Draft, scene: Scene, verb: int, way: str | None) -> Iterator[int]:
    syntax = scene.syntax
    if way == "obj":
        yield from (c for c in syntax.children(verb, "obj", "iobj") if not draft.holds(c))
    for phrase in syntax.children(verb, "obl", "iobj"):
        if scene.case_of(phrase) in ({"to"} | ({way} if way else set())) and not draft.holds(phrase):
            yield phrase
    subject = scene.subject(verb)
    around = [*scene.clause_verbs(verb), *(syntax.children(subject, "acl", "advcl") if subject is not None else [])]
    for other in around:
        if other != verb and scene.lower(other) in _SPEAKING and not draft.holds(other):
            yield from (c for c in syntax.children(other, "obl") if scene.case_of(c) in {"to", "with"})


def find_channel(draft: Draft, scene: Scene) -> None:
    """Fill channel and outlet: "in an interview with Rai", "on Telegram", "tweeted", "told lawmakers"."""
    verb = scene.cue_head(draft)
    if verb is not None:
        around = scene.clause_verbs(verb)
        for at in around:
            for phrase in [at, *scene.syntax.children(at, "obl", "obj", "nmod", "advcl")]:
                if not draft.holds(phrase):
                    _by_phrase(draft, scene, phrase)
        subject = scene.subject(verb)
        if subject is not None:
            for phrase in scene.syntax.children(subject, "nmod", "acl"):
                if not draft.holds(phrase):
                    _by_phrase(draft, scene, phrase)
    if draft.channel is None and verb is not None:
        kind = next((k for v in scene.clause_verbs(verb) if (k := _channel_of_verb(scene, v))), None)
        if kind:
            _set_channel(draft, scene, kind, verb, "the verb")
    if draft.channel == "interview" and draft.outlet is None:
        draft.outlet = next((a for a in draft.addressees if is_outlet(a)), None)
    if draft.channel is None and any(_is_legislative(a) for a in draft.addressees) and not _is_legislative(draft.speaker):
        draft.channel = "testimony"
        draft.because.append(Support("channel", "told to a legislature", None, ()))


def _channel_of_verb(scene: Scene, verb: int) -> str | None:
    cue = scene.cue_at(verb)
    return channel_of_verb(cue.lemma if cue else scene.lower(verb))


def _set_channel(draft: Draft, scene: Scene, kind: str, word: int, rule: str) -> None:
    draft.channel = kind
    draft.because.append(Support("channel", rule, None, (scene.span(scene.phrase(word)),)))


def _by_phrase(draft: Draft, scene: Scene, head: int) -> None:
    """Read one phrase of the saying for a channel: its noun, or a platform's name."""
    if draft.channel is not None or scene.syntax.upos[head] in VERBAL or scene.syntax.is_relation(head, "nsubj"):
        return
    case = scene.case_of(head)
    if case not in _INTO and not scene.syntax.is_relation(head, "obj"):
        return
    start, end = scene.phrase(head)
    before = [scene.lower(w) for w in range(start, end) if w <= head and scene.syntax.upos[w] not in {"DET", "PRON"}]
    kind = next((k for i in range(len(before)) if (k := channel_of(before[i:]))), None)
    if kind is None or (scene.syntax.is_relation(head, "obj") and kind not in {"statement", "interview", "tweet", "letter"}):
        return
    _set_channel(draft, scene, kind, head, "phrase of the cue")
    for with_whom in scene.syntax.children(head, "nmod", "obl", "appos", "compound", "nmod:poss"):
        found = scene.entity_of(with_whom)
        if is_outlet(found):
            draft.outlet = found
            break
    verb = scene.syntax.heads[head]
    for phrase in scene.syntax.children(verb, "obl"):
        if draft.outlet is None and kind == "interview" and scene.case_of(phrase) in {"with", "on", "by"}:
            found = scene.entity_of(phrase)
            draft.outlet = found if is_outlet(found) else None


def _is_legislative(entity: Entity | None) -> bool:
    return entity is not None and entity.sector == "LEG"


def find_condition(draft: Draft, scene: Scene) -> None:
    """Fill the words in which an unnamed source's reason or condition is given, in the sentence of its source or cue."""
    where = draft.source or draft.cue
    if where is None:
        return
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[where[0]]]
    base = scene.encoding.spans[sentence.start].start
    text = scene.encoding.text[base : scene.encoding.spans[sentence.end - 1].end]
    for match in _UNNAMED.finditer(text):
        words = [
            w for w in range(sentence.start, sentence.end)
            if scene.encoding.spans[w].start < base + match.end() and base + match.start() < scene.encoding.spans[w].end
        ]  # fmt: skip
        if words and not draft.holds(words[0]):
            draft.condition.append((words[0], words[-1] + 1))

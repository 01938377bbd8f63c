# SPDX-License-Identifier: Apache-2.0
"""Contents by the clause that their verb has in the tree: where it begins, where it goes on, what stands before it.

"tells anyone who will listen [that the accord is dead]", "told Oslo a year before the war [that it would come]": whom and when is
no part of what is said. "As an aide put it, [“the door is open”]" and "[“Flies come in,”] he liked to say of it" have an object
besides.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.statements.channels import phrase_at
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import Quoted

__all__ = [
    "begin_at_quotations",
    "begin_at_that",
    "go_on_behind_cues",
    "go_on_with_and_that",
    "leave_out_objects",
    "return_quotations",
]

_FARTHEST = 16  # words between a verb and its "that"
_OPENING = frozenset({'"', "“", "‘", "«"})
_CLOSING = frozenset({'"', "”", "’", "»"})
_AT = frozenset({"on", "in", "via"})
_OF = frozenset({"of", "about"})


def begin_at_that(drafts: Sequence[Draft], scene: Scene) -> None:
    """Begin a content behind the "that" of its verb's clause, where whom or when stands before it."""
    syntax = scene.syntax
    for draft in drafts:
        verb = scene.cue_head(draft)
        start, end = draft.contents[0]
        cue = scene.cue_at(verb) if verb is not None else None
        if verb is None or cue is None or draft.cue is None or start != draft.cue[1]:
            continue
        heard = syntax.children(verb, "obj", "iobj")
        if cue.addressee != "obj" and any(start <= w for w in heard):
            continue  # "referred to [a report that it was unsafe]"
        if cue.addressee == "obj" and heard and _is_told_without_that(verb, heard[0], draft, scene):
            draft.contents[0] = syntax.noun_phrase(heard[0])[1], end
            continue
        for clause in syntax.children(verb, "ccomp", "xcomp", "advcl"):
            first = syntax.subtree(clause)[0]
            before = range(start, first)
            is_that = scene.lower(first) == "that" and not syntax.is_relation(clause, "advcl")
            is_led_in = is_that and syntax.is_relation(first, "mark") and start < first < end - 2
            is_led_in = is_led_in or _is_aim_behind_channel(clause, first, draft, scene)
            if is_led_in and scene.lower(start - 1) in _AT and verb < start - 1:
                draft.cue = draft.cue[0], start - 1  # "vowed on [Truth Social to …]"
            if is_led_in and len(before) < _FARTHEST and not any(scene.encoding.words[w] in _OPENING for w in before):
                draft.contents[0] = first + (scene.lower(first) == "that"), end
                break


def _is_told_without_that(verb: int, heard: int, draft: Draft, scene: Scene) -> bool:
    """Tell whether a clause without "that" stands right behind whom it is told: "told aid workers [they had five minutes]"."""
    syntax, (start, end) = scene.syntax, draft.contents[0]
    words = scene.phrase(heard)
    clauses = [
        c for c in syntax.children(verb, "ccomp") if words[1] < c < end and syntax.children(c, "nsubj", "nsubj:pass")
    ]
    if scene.lower(start) in {"what", "where", "how", "who", "which", "when", "why"}:
        return False
    return words[0] == start and bool(clauses) and syntax.subtree(clauses[0])[0] == words[1]


def begin_at_quotations(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> None:
    """Begin at the quotation of the cue's own sentence, not in the one before: "Who was there? [“Nobody,”] she said"."""
    sentence_of = scene.syntax.sentence_of
    for draft in drafts:
        start, end = draft.contents[0]
        if draft.cue is None or draft.cue[0] < end:
            continue
        first = next(iter(quotations.outermost(start, end)), None)
        if first is None:
            continue
        last = quotations.outermost(*draft.contents[-1])[-1:] or [first]
        is_parted = any(scene.encoding.words[w] == ";" for w in range(first[1] - 1, last[0][0]))
        is_parted = is_parted or any(scene.encoding.words[w] == ";" for w in range(start, first[0]))
        if is_parted and draft.contents[-1][1] <= draft.cue[0] and last[0][1] >= draft.contents[-1][1]:
            draft.contents = [last[0]]  # "said the envoy; and [“Both must stop,”] pleaded the chairman"
            continue
        if first[0] <= start or sentence_of[start] == sentence_of[draft.cue[0]]:
            continue
        is_own = first[1] >= end and scene.sentence_start(first[0]) == first[0]
        if is_own and sentence_of[end - 1] == sentence_of[draft.cue[0]]:
            draft.contents[0] = first[0], end


def _is_aim_behind_channel(clause: int, first: int, draft: Draft, scene: Scene) -> bool:
    """Tell whether what is promised stands behind where it was: "vowed on Truth Social [to raise tariffs]"."""
    start = draft.start - (scene.lower(draft.start - 1) in _AT)
    is_aim = scene.lower(first) == "to" and first in scene.syntax.children(clause, "mark") and start < first
    return is_aim and scene.lower(start) in _AT and phrase_at(start, set(range(start, first)), scene) is not None


def go_on_behind_cues(drafts: Sequence[Draft], scene: Scene) -> None:
    """Let a content that is only a subject go on behind its cue: "[The union], he added, [has a new offer]"."""
    words, syntax = scene.encoding.words, scene.syntax
    taken = {w for draft in drafts for r in (*draft.contents, draft.cue, draft.source) if r for w in range(*r)}
    for draft in drafts:
        if draft.cue is None or draft.source is None or draft.end > min(draft.source[0], draft.cue[0]):
            continue
        first, behind = min(draft.source[0], draft.cue[0]), max(draft.source[1], draft.cue[1])
        if words[first - 1] != "," or words[behind : behind + 1] != (",",) or draft.end != first - 1:
            continue
        head = scene.head_of(draft.contents[-1])
        verb = syntax.heads[head]
        is_subject = syntax.is_relation(head, "nsubj", "nsubj:pass") and verb > behind
        if not is_subject or syntax.sentence_of[verb] != syntax.sentence_of[head]:
            continue
        end = max(w for w in syntax.subtree(verb) if syntax.upos[w] != "PUNCT" or words[w] in _CLOSING) + 1
        if end > behind + 1 and taken.isdisjoint(range(behind + 1, end)):
            draft.contents.append((behind + 1, end))


def go_on_with_and_that(drafts: Sequence[Draft], scene: Scene) -> None:
    """Let a content go on with "and that": "said [he had asked if they would stay, and that Lind answered: “No”]"."""
    lower, syntax = scene.encoding.lower, scene.syntax
    telling = {d.source[0]: d for d in drafts if d.source is not None and d.cue is not None}
    outermost = {d.end: d for d in sorted(drafts, key=lambda d: -d.start)}  # of those that end at one word
    for draft in outermost.values():
        if draft.cue is None or draft.start < draft.cue[1] or syntax.upos[draft.start] == "PART":
            continue  # what somebody was asked to do goes on with no "that": "said he had asked her [to stay], and that …"
        at = draft.end + (lower[draft.end : draft.end + 1] == (",",))
        inner = telling.get(at + 2)
        if (
            lower[at : at + 2] != ("and", "that")
            or inner is None
            or inner.cue is None
            or syntax.upos[at + 1] != "SCONJ"
        ):
            continue
        if inner.start >= inner.cue[1] and syntax.sentence_of[inner.cue[0]] == syntax.sentence_of[draft.cue[0]]:
            draft.contents[-1] = draft.contents[-1][0], inner.end


def return_quotations(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> None:
    """Give a quotation that a statement of another sentence has taken to whoever stands right behind it: "[“No,”] she said"."""
    sentence_of = scene.syntax.sentence_of
    tellers = {min(r[0] for r in (d.source, d.cue) if r): d for d in drafts if d.cue is not None}
    for draft in drafts:
        for piece in draft.contents[1:] if draft.cue is not None else ():
            other = tellers.get(piece[1])
            if other is None or other is draft or draft.cue is None or not quotations.covers(piece):
                continue
            if "," not in scene.encoding.words[piece[1] - 2 : piece[1]]:
                continue  # "“No.” She left.": another sentence
            if sentence_of[piece[0]] != sentence_of[draft.cue[0]] and all(c[0] >= piece[1] for c in other.contents):
                draft.contents.remove(piece)
                other.contents.insert(0, piece)
                break


def leave_out_objects(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> None:
    """Leave out "it" behind "put", and of what a quotation in front is said: "[“Flies come in,”] he said of the reforms"."""
    words = scene.encoding.words
    for draft in drafts:
        if draft.cue is None:
            continue
        start, end = draft.contents[0]
        is_put = scene.lower(draft.cue[1] - 1) in {"put", "puts"} and scene.lower(start) == "it"
        if is_put and start == draft.cue[1] and words[start + 1 : start + 2] in {(",",), (":",)} and end - start > 3:
            draft.cue, draft.contents[0] = (draft.cue[0], start + 1), (start + 2, end)
        last = draft.contents[-1]
        is_about = len(draft.contents) > 1 and last[0] == draft.cue[1] and scene.lower(draft.cue[1] - 1) in _OF
        front = draft.contents[-2] if is_about else last
        is_phrase = not any(scene.syntax.upos[w] in VERBAL or words[w] in _OPENING for w in range(*last))
        if is_about and is_phrase and front[1] <= draft.cue[0] and quotations.covers(front):
            draft.contents.pop()

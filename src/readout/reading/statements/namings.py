# SPDX-License-Identifier: Apache-2.0
"""What somebody calls something: "what the ministry called [hostile remarks]".

The words behind the verb are the speaker's; "what" and what stands in front of it are the report's.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.statements.draft import Draft

__all__ = ["drop_relatives", "drop_what", "named_after"]

_NAMING = frozenset("call describe term label dub brand deem consider regard characterize characterise".split())


def drop_what(drafts: Sequence[Draft], scene: Scene) -> None:
    """Leave to contents what is said: no "what" in front of who says it, and nothing of the clause around."""
    for draft in drafts:
        verb = scene.cue_head(draft)
        is_what = len(draft.contents) > 1 and _is_what(draft.contents[0], scene)
        if is_what and draft.cue is not None and draft.contents[1][0] > draft.cue[1]:
            draft.contents = draft.contents[1:]  # "[what] he told us in May: “…”"
        if verb is None or draft.cue is None or len(draft.contents) < 2 or draft.contents[-1][0] != draft.cue[1]:
            continue
        before = draft.contents[-2][1]
        if scene.lower(before - 1) != "what" or before not in {draft.cue[0], (draft.source or draft.cue)[0]}:
            continue
        draft.contents = [_own(draft.contents[-1], verb, scene)]


def _is_what(words: WordRange, scene: Scene) -> bool:
    return words[1] - words[0] == 1 and scene.lower(words[0]) == "what"


def drop_relatives(drafts: Sequence[Draft], scene: Scene) -> None:
    """Leave out of contents the pronoun that only joins them to what is before: "the town, [which] aid groups say is cut off"."""
    for draft in drafts:
        if len(draft.contents) < 2 or draft.cue is None:
            continue
        if draft.source is not None and _goes_on_of_source(draft, draft.source, scene):
            draft.source = draft.source[0], draft.contents.pop()[1]
            continue
        aside = scene.encoding.words[draft.contents[0][1]] == ","  # "which[, Norland says,] was never promised"
        if draft.contents[1][0] != draft.cue[1] + aside:
            continue
        start, end = draft.contents[0]
        if (
            end - start == 1
            and scene.lower(start) in {"which", "who", "whom"} | ({"that"} if not aside else set())
            and end + aside in {draft.cue[0], (draft.source or draft.cue)[0]}
        ):
            draft.contents = draft.contents[1:]


def _goes_on_of_source(draft: Draft, source: WordRange, scene: Scene) -> bool:
    """Tell whether a content ends with what is told of its source: "…, according to two men[, who had seen it]"."""
    start = draft.contents[-1][0]
    return start == source[1] + 1 and scene.lower(start) in {"who", "whose"} and draft.contents[0][1] <= source[0]


def named_after(verb: int, subject: int, scene: Scene) -> WordRange | None:
    """Return what stands behind a verb of naming in a clause with "what": "what officials called [unlawful seizures]"."""
    cue, start = scene.cue_at(verb), scene.phrase(subject)[0]
    if cue is None or cue.lemma not in _NAMING or not start or scene.lower(start - 1) != "what":
        return None
    words = set(scene.syntax.subtree(verb))
    end = verb + 1
    while end in words and scene.encoding.words[end] not in {",", ".", ";", ":"}:
        end += 1
    found = _own((verb + 1, end), verb, scene)
    return found if found[0] < found[1] and subject < verb else None


def _own(words: WordRange, verb: int, scene: Scene) -> WordRange:
    """Return words behind a verb of naming without its "as" and without the verb of the clause around."""
    start, end = words
    if end - start > 1 and scene.lower(start) == "as":
        start += 1
    below = set(scene.syntax.subtree(verb))
    stop = next((w for w in range(start + 1, end) if w not in below and scene.syntax.upos[w] in VERBAL), end)
    return (start, stop) if start in below and scene.syntax.is_relation(verb, "acl") else (start, end)

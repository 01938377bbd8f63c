# SPDX-License-Identifier: Apache-2.0
"""Contents by the main clause of their sentence: where it begins, and what of it stands in front of who tells it."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.statements.draft import Draft

__all__ = ["begin_at_colons", "begin_at_sentences"]

_LONGEST = 16  # words of a subject


def begin_at_sentences(drafts: Sequence[Draft], scene: Scene) -> None:
    """Begin a content with its sentence if its main clause stands there: "[They left], a secret long kept, aides said"."""
    syntax, words = scene.syntax, scene.encoding.words
    ranges = [r for draft in drafts for r in (*draft.contents, draft.cue, draft.source) if r is not None]
    taken = {word for r in ranges for word in range(*r)}
    for draft in drafts:
        start, end = draft.contents[0]
        if draft.cue is None or draft.source is None or min(draft.cue[0], draft.source[0]) < end:
            continue
        first = syntax.sentences[syntax.sentence_of[start]].start
        is_free = not any(w in taken or words[w] in _MARKS for w in range(first, start))
        if words[start - 1] == "," and first < start - 1 and is_free and _hangs(draft, first, scene):
            draft.contents[0] = first, end


_HANGING = frozenset({"appos", "parataxis", "acl:relcl", "acl", "advcl"})
_MARKS = frozenset('"“”:;')


def _hangs(draft: Draft, first: int, scene: Scene) -> bool:
    """Tell whether a content is only told beside a clause that begins its sentence: that clause is said, or has it below it."""
    syntax, (start, end) = scene.syntax, draft.contents[0]
    verb = scene.cue_head(draft)
    if verb is not None and any(first <= w < start for w in syntax.children(verb, "ccomp")):
        return True
    joined = [w for w in range(start, end) if syntax.heads[w] < start]
    if len(joined) != 1 or not syntax.is_relation(joined[0], *_HANGING):
        return False
    above = [w for w in syntax.ancestors(joined[0]) if first <= w < start]
    return bool(above) and syntax.upos[above[-1]] in VERBAL


def begin_at_colons(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give a subject in front of its teller to what he tells: "He rejected that: [the deal], he said, [would fail]"."""
    words, upos = scene.encoding.words, scene.syntax.upos
    by_end = {draft.contents[-1][1]: draft for draft in drafts}
    for draft in drafts:
        if draft.source is None or draft.cue is None or words[draft.source[0] - 1] != ",":
            continue
        comma, (goes_on, _) = draft.source[0] - 1, draft.contents[0]
        colon = next(
            (w for w in range(comma - 1, max(scene.sentence_start(comma), comma - _LONGEST), -1) if words[w] == ":"),
            None,
        )
        if colon is None or not draft.cue[1] <= goes_on <= draft.cue[1] + 1 or upos[goes_on] not in VERBAL:
            continue
        if comma - colon < 2 or any(upos[w] in VERBAL for w in range(colon, comma)):
            continue
        other = by_end.get(comma)
        if other is not None and other.contents[-1][0] < colon:
            other.contents[-1] = other.contents[-1][0], colon
        draft.contents.insert(0, (colon + 1, comma))

# SPDX-License-Identifier: Apache-2.0
"""Contents by the main clause of their sentence: where it begins, and what of it stands in front of who tells it."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.statements.draft import Draft

__all__ = ["begin_at_marks", "begin_at_sentences"]

_LONGEST = 24  # words of a subject


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
        # "[It was] the first time [that a king had come], aides said"
        is_opened = words[start - 1] == "," or "that" in {scene.lower(start), scene.lower(start - 1)}
        if is_opened and first < start - 1 and is_free and _hangs(draft, first, scene):
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


_QUOTES = frozenset('"“‘')
_BETWEEN = 5  # words from a cue to what goes on: ", he told Interpress, [will fail]"


def begin_at_marks(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Give what stands between a colon or semicolon and its teller to what he tells: "He left: [the deal], she said, [failed]"."""
    words, upos = scene.encoding.words, scene.syntax.upos
    by_end = {draft.contents[-1][1]: draft for draft in drafts}
    emptied = set[int]()
    for draft in drafts:
        if draft.source is None or draft.cue is None or words[draft.source[0] - 1] != ",":
            continue
        comma, goes_on = draft.source[0] - 1, min(draft.start + (words[draft.start] in _QUOTES), draft.end - 1)
        first = max(scene.sentence_start(comma), comma - _LONGEST)
        mark = next((w for w in range(comma - 1, first, -1) if words[w] in {":", ";"}), None)
        is_near = draft.cue[1] <= draft.start <= draft.cue[1] + _BETWEEN
        is_behind = is_near and (draft.start == draft.cue[1] or words[draft.start - 1] == ",")
        if mark is None or comma - mark < 2 or not is_behind:
            continue
        other = by_end.get(comma)
        runs_on = other is not None and other is not draft and other.contents[-1][0] < mark
        is_subject = upos[goes_on] in VERBAL and not any(upos[w] in VERBAL for w in range(mark + 1, comma))
        if not is_subject and not (runs_on and words[mark] == ";"):
            continue
        if other is not None and runs_on:
            other.contents[-1] = other.contents[-1][0], mark
        elif other is not None and other is not draft and other.contents == [(mark + 1, comma)]:
            emptied.add(id(other))  # "He [went further]: the passage, he said, would be a graveyard"
        draft.contents.insert(0, (mark + 1, comma))
    return [draft for draft in drafts if id(draft) not in emptied]

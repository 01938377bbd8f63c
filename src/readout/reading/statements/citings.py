# SPDX-License-Identifier: Apache-2.0
"""Whose words are passed on by whom, where the labels of the model have mixed the two.

"The radio said on Tuesday, [citing Interpress], that the mayor had left": the saying and the citing are one statement, and so are
"the queen was [cited by the palace as calling] it a loss". What is said stands in neither; who is quoted is no content.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.arguments import QUOTING
from readout.reading.clauses.scene import Scene
from readout.reading.statements.draft import Draft
from readout.resources import cue_verb

__all__ = ["settle_citings"]

_PASSED_ON = frozenset({"quoted", "cited"})


def settle_citings(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give statements that are told on another's word the saying for their cue, and leave who is quoted out of their content."""
    _give_behind_aside(drafts, scene)
    for draft in drafts:
        word = _quoting(draft, scene)
        if word is None or draft.cue is None:
            continue
        if not _is_passive(word, scene):
            _settle_aside(draft, word, scene)


def _give_behind_aside(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give a verb without a content what stands behind whom it cites: "told B, which reported, citing two envoys, [that …]"."""
    words = scene.encoding.words
    for bare in drafts:
        if bare.contents or bare.cue is None or words[bare.cue[1] : bare.cue[1] + 1] != (",",):
            continue
        if scene.lower(bare.cue[1] + 1) not in QUOTING:
            continue
        for other in drafts:
            last = other.contents[-1] if len(other.contents) > 1 else (0, 0)
            if bare.cue[1] + 2 < last[0] and words[last[0] - 1] == "," and scene.sentence_start(last[0]) <= bare.cue[0]:
                bare.contents = [other.contents.pop()]
                break


def _quoting(draft: Draft, scene: Scene) -> int | None:
    """Return the verb of quoting in a cue."""
    words = range(*draft.cue) if draft.cue else range(0)
    return next((w for w in words if scene.lower(w) in QUOTING and scene.syntax.upos[w] == "VERB"), None)


def _is_passive(word: int, scene: Scene) -> bool:
    return scene.lower(word) in _PASSED_ON and bool(scene.syntax.children(word, "aux:pass", "nsubj:pass"))


def _settle_aside(draft: Draft, word: int, scene: Scene) -> None:
    """Read "[said], citing Interpress, that [he had left]": the content belongs to the verb that the citing hangs on."""
    said = scene.syntax.heads[word]
    if scene.cue_at(said) is None or said >= word:
        said = word - 2  # "goes further and [reports], citing two aides, that", whatever the tree makes of it
        if scene.lower(word - 1) != "," or cue_verb(scene.lower(said)) is None:
            return
    _part_clause(draft, scene)
    if len(draft.contents) < 2:
        return
    quoted, told = draft.contents[0], draft.contents[-1]
    beside = quoted[0] == word + 1 and told[0] - quoted[1] <= 1
    hangs = scene.syntax.heads[_clause_head(told, scene)] in {said, word} or scene.lower(told[0]) == "that"
    if not beside or not hangs:
        return
    draft.contents, draft.cue = draft.contents[1:], (said, said + 1)


def _part_clause(draft: Draft, scene: Scene) -> None:
    """Part who is quoted from what is told where a content holds both: "a statement by the ministry, [that he had left]"."""
    start, end = draft.contents[0] if draft.contents else (0, 0)
    comma = next((w for w in range(start, end - 2) if scene.lower(w) == "," and scene.lower(w + 1) == "that"), None)
    if len(draft.contents) == 1 and comma is not None:
        draft.contents = [(start, comma), (comma + 1, end)]


def _clause_head(words: WordRange, scene: Scene) -> int:
    """Return the word of a clause that hangs on a word outside of it."""
    heads = scene.syntax.heads
    return next((w for w in range(*words) if not words[0] <= heads[w] < words[1]), words[0])

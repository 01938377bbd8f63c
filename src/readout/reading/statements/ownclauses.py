# SPDX-License-Identifier: Apache-2.0
"""Cues in a clause that hangs on another: whose clause it is says who speaks.

The labels run over the border of two clauses that share their words: in "[Kerr, whose partners] had objected, told them so" the
partners object and Kerr tells; in "sources rejected this, [asserting] that …" the sources assert.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.statements.draft import SPEAKERS, Draft
from readout.resources import cue_verb

__all__ = ["part_own_clauses"]


def part_own_clauses(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give each cue the source of its own clause."""
    for draft in drafts:
        if draft.cue is None:
            continue
        _tell_in_front(draft, draft.cue, scene)
        _end_with_relative(draft, draft.cue, scene)
        _begin_in_front_of_name(draft, draft.cue, scene)
        if draft.source is not None:
            _part_at_whose(draft, draft.source, scene)
            _part_at_subject(draft, draft.source, draft.cue, scene)
        elif len(draft.contents) > 1:
            _take_subject(draft, draft.cue, scene)


def _end_with_relative(draft: Draft, cue: WordRange, scene: Scene) -> None:
    """End what a relative clause tells where that ends: "Lind, who says [she was deposed], has been held with her son"."""
    verb, syntax = scene.cue_head(draft), scene.syntax
    start, end = draft.contents[-1] if draft.contents else (0, 0)
    if verb is None or start < cue[1] or draft.source is None or scene.lower(draft.source[0]) not in {"who", "which"}:
        return
    if syntax.relations[verb] != "acl:relcl" or draft.source[1] - draft.source[0] > 1:
        return
    main = next((w for w in syntax.ancestors(verb) if start < w < end and syntax.upos[w] in VERBAL), None)
    comma = next((w for w in range(main or start, start, -1) if scene.encoding.words[w] == ","), None)
    if main is None or comma is None or comma - start < _FEWEST:
        return
    if all(syntax.upos[w] in {*VERBAL, "ADV", "PART"} for w in range(comma + 1, main)):
        draft.contents[-1] = start, comma


_FEWEST = 2  # words


def _begin_in_front_of_name(draft: Draft, cue: WordRange, scene: Scene) -> None:
    """Read "[a rebel who gave her name as Sofia] said", where the labels take the name alone for who says it."""
    start, end = draft.source or (0, 0)
    if (
        end != cue[0]
        or scene.lower(start - 1) != "as"
        or not {"name", "names"} & set(scene.encoding.lower[start - 3 : start])
    ):
        return
    who = next((w for w in range(start - 2, max(0, start - _TO_NAME), -1) if scene.lower(w) == "who"), None)
    before = None if who is None else scene.mention_before(who)
    if before is not None:
        draft.take_source((before[0][0], end), "who gave a name")


_TO_NAME = 8  # words from "who" to a name


def _tell_in_front(draft: Draft, cue: WordRange, scene: Scene) -> None:
    """Give "Experts [note] [that it was used]" its own teller, where the labels have a cue of the next sentence for it."""
    if not draft.contents or draft.end > cue[0]:
        return
    start = draft.start
    first = scene.sentence_start(start)
    is_that = scene.lower(start) == "that" and first < start - 1 and scene.sentence_start(cue[0]) > start
    teller = cue_verb(scene.lower(start - 1)) if is_that else None
    found = scene.mention_at(first) if teller is not None else None
    if found is None or found[1].type not in SPEAKERS or found[0][1] > start:
        return
    if any(scene.cue_at(w) is not None or scene.encoding.words[w] == "," for w in range(first, start - 1)):
        return
    draft.cue = start - 1, start
    draft.take_source((first, start - 1), "subject of the cue")


def _part_at_whose(draft: Draft, source: WordRange, scene: Scene) -> None:
    """Part "Kerr, whose partners" in who tells and who does what the clause says."""
    verb = scene.cue_head(draft)
    which = next((w for w in range(source[0] + 2, source[1] - 1) if _leads_to_which(w, scene)), None)
    if which is not None and verb is not None:
        behind = [w for w in scene.syntax.children(verb, "nsubj") if which < w < source[1]]
        if behind:  # "asked Borg, to which [Abela] replied that"
            draft.take_source(scene.phrase(behind[0]), "subject of the clause behind 'which'")
        else:
            draft.take_source((source[0], which - 1 - (scene.encoding.words[which - 2] == ",")), "in front of 'which'")
        return
    whose = next((w for w in range(source[0] + 1, source[1] - 1) if scene.lower(w) == "whose"), None)
    if verb is None or whose is None or any(scene.syntax.upos[w] in VERBAL for w in range(whose, source[1])):
        return
    subjects = scene.syntax.children(verb, "nsubj", "nsubj:pass")
    shared = scene.subject(verb)  # "Machar, whose party signed it, left and [said]"
    subjects = subjects or ([] if shared is None else [shared])
    if any(whose < w < source[1] for w in subjects):
        draft.take_source((whose, source[1]), "subject of the clause behind 'whose'")
    elif any(source[0] <= w < whose for w in subjects):
        draft.take_source(
            (source[0], whose - (scene.encoding.words[whose - 1] == ",")), "in front of the clause 'whose'"
        )


def _part_at_subject(draft: Draft, source: WordRange, cue: WordRange, scene: Scene) -> None:
    """Part "a claim [the presidency] called a joke" in what is spoken of and who speaks."""
    verb = scene.cue_head(draft)
    if verb is None or source[1] != cue[0] or not scene.syntax.is_relation(verb, "acl", "acl:relcl"):
        return
    subjects = [w for w in scene.syntax.children(verb, "nsubj") if source[0] < w < source[1]]
    noun = scene.syntax.heads[verb]
    if subjects and source[0] <= noun < scene.phrase(subjects[-1])[0] and scene.syntax.upos[subjects[-1]] != "PRON":
        draft.take_source((scene.phrase(subjects[-1])[0], source[1]), "subject of the clause about what is spoken of")


def _leads_to_which(word: int, scene: Scene) -> bool:
    return scene.lower(word) in {"which", "whom"} and scene.syntax.upos[word - 1] == "ADP"


def _take_subject(draft: Draft, cue: WordRange, scene: Scene) -> None:
    """Take the subject in "[sources], however, rejected this, asserting that …" out of what is said."""
    syntax, verb = scene.syntax, scene.cue_head(draft)
    first = draft.contents[0]
    if verb is None or not syntax.is_relation(verb, "advcl") or not scene.lower(verb).endswith("ing"):
        return
    subjects = [w for w in syntax.children(syntax.heads[verb], "nsubj") if w < cue[0]]
    behind = [content for content in draft.contents if content[0] >= cue[1]]
    if not subjects or not behind or first[0] < scene.phrase(subjects[0])[0]:
        return
    draft.contents = behind
    draft.take_source(scene.phrase(subjects[0]), "subject of the verb that the cue hangs on")

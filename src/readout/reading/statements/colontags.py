# SPDX-License-Identifier: Apache-2.0
"""Who spoke behind a colon, with "he said" once more at the end: "[Nelson] congratulated them: “Well done,” he said".

"He" is whom the sentence begins with, and what stands in front of the colon is no part of what he said.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.evidence import Support
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import Quoted

__all__ = ["IN_FRONT", "settle_colon_tags"]

IN_FRONT = "the subject in front of the colon"
_PRONOUNS = frozenset({("he",), ("she",)})


def settle_colon_tags(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> None:
    """Give quotations behind a colon that "he said" follows to the person in front of it."""
    for draft in drafts:
        quotation = _behind_colon(draft, scene, quotations)
        if quotation is None:
            continue
        colon = quotation[0] - 1
        first = scene.sentence_start(colon)
        subjects = [w for w in range(first, colon) if _is_subject(w, scene)]
        person = scene.entity_of(subjects[0]) if subjects else None
        is_again = draft.source is not None and scene.encoding.lower[slice(*draft.source)] in _PRONOUNS
        if draft.source is None or (is_again and (person is None or person.type != "person")):
            continue
        for other in drafts:
            if other is not draft and other.contents[-1][0] < colon < other.end:
                other.contents[-1] = other.contents[-1][0], colon
                around = other.surroundings or (first, colon)
                other.surroundings = around[0], min(around[1], colon)
        draft.contents = [quotation]
        if not is_again or person is None:
            continue  # "The rebels denied it: [“We were not there,”] a spokesman said"
        others = [p for p in scene.directory.persons_in(first, colon) if p is not person]
        if others or scene.is_called_otherwise(person, draft.source[0]):
            continue  # "Lind came with his daughter Ana: “We are late,” she said"
        draft.speaker = person
        where = (scene.span(scene.phrase(subjects[0])),)
        draft.because.append(Support("speaker", IN_FRONT, None, where))


def _is_subject(word: int, scene: Scene) -> bool:
    """Tell whether a word is the subject of a clause that no other word leads in; the tree may hang it all on "he said"."""
    above = scene.syntax.heads[word]
    return scene.syntax.is_relation(word, "nsubj") and not scene.syntax.is_relation(above, "acl", "acl:relcl", "advcl")


def _behind_colon(draft: Draft, scene: Scene, quotations: Quoted) -> WordRange | None:
    """Return the quotation that ends a content, behind a colon and a clause of the same paragraph."""
    if draft.source is None or draft.cue is None or draft.source[0] != draft.end or draft.cue[0] != draft.source[1]:
        return None
    if len(draft.contents) > 1:
        return None
    start, end = draft.contents[0]
    quotation = next((q for q in quotations.outermost(start, end) if q[1] == end), None)
    if quotation is None or quotation[0] < 2 or scene.encoding.words[quotation[0] - 1] != ":":
        return None
    first = scene.sentence_start(quotation[0] - 1)
    is_there = scene.lines[first] == scene.lines[draft.source[0]] and first <= start
    has_verb = any(scene.syntax.upos[w] in VERBAL for w in range(first, quotation[0]))
    return quotation if is_there and has_verb else None

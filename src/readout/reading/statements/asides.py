# SPDX-License-Identifier: Apache-2.0
"""Who says it between two commas, behind the subject of what is said: "Russia[, he stressed,] believed that the world would tire".

The labels of the model now and then give the second verb to who stands before it, or take only a quotation behind it for what is
said. Where the tree hangs that verb on the one between the commas, its subject in front and all that follows are said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.evidence import Support
from readout.reading.statements.draft import Draft

__all__ = ["settle_asides"]

_SURE = 0.6  # of those that the labels have missed
_MOST_BEHIND = 5  # words from the verb to its comma: "wrote on X"
_KINDS = frozenset("speech writing claim announcement warning promise denial".split())
_STOPS = frozenset({".", "!", "?"})
_MARKS = frozenset({'"', "“", "”", ":"})
_RELATIVE = frozenset("who which that whom whose".split())
_BETWEEN = frozenset({"ADV", "AUX"})


@dataclass(frozen=True, slots=True)
class _Aside:
    """Who says it, the verb of saying, what stands in front, and the verb of what is said with where it begins behind."""

    source: WordRange
    cue: WordRange
    front: WordRange
    verb: int
    behind: int


def settle_asides(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Give asides the clause that they stand in, and return the drafts with those that were missing."""
    by_cue: dict[int, Draft] = {}
    for draft in drafts:
        if draft.cue is not None:
            by_cue.update((w, draft) for w in range(*draft.cue))
    found = list(drafts)
    for aside in _asides(scene):
        own = next((by_cue[w] for w in range(*aside.cue) if w in by_cue), None)
        slipped = by_cue.get(aside.verb)
        if own is None and slipped is not None and slipped.source == aside.source:
            own = slipped
        end = _end(aside, own, scene)
        if own is None:
            own = Draft([], aside.cue, aside.source, _SURE)
            found.append(own)
        elif (own.holds(aside.front[0]) and own.holds(aside.verb)) or (
            own is not slipped and own.source not in {None, aside.source}
        ):
            continue
        own.cue = aside.cue
        own.take_source(aside.source, "between two commas")
        own.contents = [aside.front, (aside.behind, end)]
        own.because.append(Support("content", "clause around who says it", None, (scene.span(aside.cue),)))
    return found


def _asides(scene: Scene) -> Iterator[_Aside]:
    words, syntax = scene.encoding.words, scene.syntax
    for cue_verb in range(2, len(words) - 2):
        cue = scene.cue_at(cue_verb) if syntax.upos[cue_verb] == "VERB" else None
        if cue is None or cue.kind not in _KINDS:
            continue
        subjects = [w for w in syntax.children(cue_verb, "nsubj") if w < cue_verb]
        comma = next(
            (w for w in range(cue_verb + 1, min(cue_verb + 1 + _MOST_BEHIND, len(words))) if words[w] == ","), 0
        )
        if (
            len(subjects) != 1
            or not comma
            or {scene.lower(subjects[0]), scene.lower(scene.phrase(subjects[0])[0])} & _RELATIVE
        ):
            continue
        source = scene.phrase(subjects[0])
        first = scene.sentence_start(cue_verb)
        if source[0] - 1 <= first or words[source[0] - 1] != ",":
            continue
        if any(syntax.upos[w] not in _BETWEEN for w in range(source[1], cue_verb)):
            continue
        verb = next((w for w in syntax.children(cue_verb, "ccomp") if w > comma), None)
        if verb is None and syntax.is_relation(cue_verb, "acl:relcl", "parataxis"):
            # "Guards, he wrote on X, had held him": hung on the subject, but nothing joins it
            above = syntax.heads[cue_verb]
            verb = syntax.heads[above] if syntax.is_relation(above, "nsubj", "nsubj:pass") else above
            verb = verb if verb > comma else None
        own = [] if verb is None else [w for w in syntax.children(verb, "nsubj", "nsubj:pass") if w < source[0] - 1]
        front = first + (syntax.upos[first] == "CCONJ"), source[0] - 1
        if verb is None or not own or scene.phrase(own[0])[0] != front[0]:
            continue
        if not any(words[w] in _MARKS for w in range(first, comma)):
            begin = source[1]
            yield _Aside(source, (begin, cue_verb + 1), front, verb, comma + 1)


def _end(aside: _Aside, own: Draft | None, scene: Scene) -> int:
    """Return where what is said ends: with the clause, or where the labels have it end."""
    end = max(scene.syntax.subtree(aside.verb)) + 1
    end = max(end, own.end) if own is not None and own.contents and own.end > aside.behind else end
    return end - (scene.encoding.words[end - 1] in _STOPS)

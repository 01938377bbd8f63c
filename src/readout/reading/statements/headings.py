# SPDX-License-Identifier: Apache-2.0
"""Headings that are no statements: "Analysis: why …", "What we know about …", "CLAIM: …", "Did the minister say …?"."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.statements.draft import Draft

__all__ = ["begin_behind_genres", "is_asked_at_large", "is_checked", "is_genre", "is_known_to_all"]

_GENRES = frozenset(
    "analysis explainer explained factbox fact-check live correction corrections clarification update updated opinion "
    "timeline profile obituary recap podcast watch exclusive breaking feature focus insight commentary preview newsletter "
    "interview q&a".split()
)
_GENRE_PAIRS = frozenset(
    {("fact", "check"), ("press", "review"), ("in", "brief"), ("live", "updates"), ("key", "points"), ("q", "&", "a")}
)
_LEARNING = frozenset("know knew learned learnt".split())
_HELPING = frozenset("do does did has have had is are was were will would can could should may might must".split())
_CLAIM = ("claim", ":")
_FINDINGS = frozenset("assessment verdict rating facts fact conclusion ruling".split())


def begin_behind_genres(drafts: Sequence[Draft], scene: Scene) -> None:
    """Leave what kind of report it is out of what is said: "[Q&A:] ‘We cannot go on’, says Chile's water chief"."""
    for draft in drafts:
        start, end = draft.contents[0]
        colon = next((w for w in range(start + 1, min(start + 4, end - 2)) if scene.lower(w) == ":"), None)
        if (
            colon is not None
            and start == scene.sentence_start(start)
            and _is_called_genre(scene.encoding.lower[start:colon])
        ):
            draft.contents[0] = colon + 1, end


def _is_called_genre(named: tuple[str, ...]) -> bool:
    return named in _GENRE_PAIRS or (len(named) == 1 and named[0] in _GENRES)


def is_genre(draft: Draft, scene: Scene) -> bool:
    """Tell whether a colon stands behind what kind of report it is, not behind who says it: "Analysis: [why the junta …]"."""
    if draft.cue is None or draft.source is None or scene.encoding.words[slice(*draft.cue)] != (":",):
        return False
    named = scene.encoding.lower[slice(*draft.source)]
    return draft.source[1] == draft.cue[0] and _is_called_genre(named)


def is_known_to_all(draft: Draft, scene: Scene) -> bool:
    """Tell whether a heading announces what the report tells: "What we know about [the raid]"."""
    if draft.cue is None or draft.source is None or scene.lower(draft.cue[0]) not in _LEARNING:
        return False
    is_we = draft.source[1] == draft.cue[0] and scene.encoding.lower[slice(*draft.source)] == ("we",)
    start = draft.source[0] - 1
    return is_we and scene.lower(start) == "what" and start <= scene.sentence_start(start) + 2


def is_checked(draft: Draft, scene: Scene) -> bool:
    """Tell whether a statement is only claimed for a check of facts: "CLAIM: The agency has ordered …".

    What the check finds may stand in the same line: "CLAIM: … AP'S ASSESSMENT: False. The agency said in April that …".
    """
    anchor = draft.cue or draft.contents[0]
    line = scene.encoding.lines[scene.lines[anchor[0]]]
    lower = scene.encoding.lower
    is_found = any(lower[w] == ":" and lower[w - 1] in _FINDINGS for w in range(line[0] + 2, draft.start))
    return lower[line[0] : line[0] + 2] == _CLAIM and draft.start > line[0] + 1 and not is_found


def is_asked_at_large(draft: Draft, scene: Scene) -> bool:
    """Tell whether the report asks whether somebody said it: "Did the agency declare [the vaccine mandatory]?"."""
    verb = scene.cue_head(draft)
    if verb is None or draft.verbatim or scene.syntax.upos[verb] not in VERBAL:
        return False
    syntax = scene.syntax
    sentence = syntax.sentences[syntax.sentence_of[verb]]
    subjects = [w for w in syntax.children(verb, "nsubj") if w < verb]
    helpers = [w for w in syntax.children(verb, "aux") if scene.lower(w) in _HELPING]
    is_turned = bool(subjects and helpers) and helpers[0] < subjects[0]
    is_asked = scene.encoding.words[sentence.end - 1] == "?" and syntax.heads[verb] == verb
    before = range(sentence.start, helpers[0] if helpers else sentence.start)
    return is_turned and is_asked and all(scene.lower(w) not in _TAKES_FOR_GRANTED for w in before)


# Marks of quotations, and words that ask why, how or when somebody said it, but not whether.
_TAKES_FOR_GRANTED = frozenset({'"', "“", "‘", "'", "«", *"why how when where what who whom which whose".split()})

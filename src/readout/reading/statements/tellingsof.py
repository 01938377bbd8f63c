# SPDX-License-Identifier: Apache-2.0
"""What somebody tells of, where the labels pass it over: "They [spoke of] [a figure in red]", "[told] MPs [of the wait]"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.evidence import Support
from readout.reading.statements.channels import phrase_at
from readout.reading.statements.draft import SPEAKERS, Draft
from readout.reading.statements.quoted import Quoted, Ranges, merged

__all__ = ["find_tellings_of", "find_tellings_that"]

_SURE = 0.6  # not measured: the labels miss one in seven
_OF = frozenset("spoke speaks told tells warned warns complained complains boasted boasts talked talks".split())
_LISTENED = frozenset("told tells warned warns".split())  # with whom it is told in front of "of"
_LEAST = 2  # words
_WITHIN = frozenset("with without in from for on".split())
_WHEN = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_NOT = frozenset({"not", "n't", "n’t", "never"})


def find_tellings_of(
    drafts: Sequence[Draft], scene: Scene, quotations: Quoted, segments: Sequence[WordRange]
) -> Iterator[Draft]:
    """Yield what finite verbs of telling tell of, where nothing of it is told yet."""
    taken = Ranges(merged(r for draft in drafts for r in (*draft.contents, draft.cue) if r))
    for start, stop in segments:
        for verb in range(start, stop - _LEAST - 1):
            if scene.lower(verb) not in _OF or taken.at(verb, verb + 1) or quotations.at(verb, verb + 1):
                continue
            subject, told = _subject(verb, scene), _told(verb, scene)
            if subject is None or told is None or taken.at(*told) or told[1] - told[0] < _LEAST:
                continue
            is_beside = scene.lower(verb + 1) == "of"
            cue = (verb, verb + 2) if is_beside else (verb, verb + 1)
            content = (told[0] + is_beside, told[1])
            spans = scene.span(cue), scene.span(subject)
            because = Support("content", "what a verb of telling tells of", None, spans)
            yield Draft([content], cue, subject, _SURE, because=[because])


def find_tellings_that(
    drafts: Sequence[Draft], scene: Scene, quotations: Quoted, segments: Sequence[WordRange]
) -> Iterator[Draft]:
    """Yield what somebody told others that, where nothing of it is told yet: "The mother of a man found dead [told] us [that]"."""
    taken = Ranges(merged(r for draft in drafts for r in (*draft.contents, draft.cue, draft.source) if r))
    syntax = scene.syntax
    for start, stop in segments:
        for verb in range(start, stop - _LEAST - 2):
            if scene.lower(verb) not in {"told", "tells"} or taken.at(verb, verb + 1) or quotations.at(verb, verb + 1):
                continue
            that = [
                w
                for c in syntax.children(verb, "ccomp")
                for w in syntax.children(c, "mark")
                if scene.lower(w) == "that"
            ]
            subject = scene.subject(verb)
            found = None if subject is None else scene.entity_of(subject)
            if (
                not that
                or subject is None
                or found is None
                or found.type not in SPEAKERS
                or syntax.children(verb, "aux:pass")
            ):
                continue
            words = syntax.subtree(syntax.heads[that[0]])
            content = that[0] + 1, words[-1] + 1
            content = (content[0], content[1] - 1) if scene.encoding.words[content[1] - 1] in {".", ","} else content
            if verb < that[0] == words[0] and subject < verb and not taken.at(*content):
                spans = scene.span((verb, verb + 1)), scene.span(scene.phrase(subject))
                because = Support("content", "what somebody told others", None, spans)
                yield Draft([content], (verb, verb + 1), scene.phrase(subject), _SURE, because=[because])


def _subject(verb: int, scene: Scene) -> WordRange | None:
    """Return who tells: somebody in front of the verb."""
    syntax = scene.syntax
    subjects = [w for w in syntax.children(verb, "nsubj") if w < verb]
    helpers = (scene.lower(w) for w in syntax.children(verb, "aux", "aux:pass", "advmod"))
    if not subjects or syntax.upos[verb] != "VERB" or not _NOT.isdisjoint(helpers) or syntax.children(verb, "aux:pass"):
        return None
    found = scene.entity_of(subjects[-1])
    return scene.phrase(subjects[-1]) if found is not None and found.type in SPEAKERS else None


def _told(verb: int, scene: Scene) -> WordRange | None:
    """Return "of" and what is told: "[of a figure in red]"."""
    syntax, at = scene.syntax, verb + 1
    if scene.lower(at) != "of":
        found = scene.mention_at(at) if scene.lower(verb) in _LISTENED else None
        at = at if found is None else found[0][1]
    if scene.lower(at) != "of" or syntax.upos[at] not in {"ADP", "SCONJ"}:
        return None
    words = syntax.subtree(syntax.heads[at])
    if syntax.heads[at] < at or words[0] != at:
        return None
    while words and syntax.upos[words[-1]] == "PUNCT" and scene.encoding.words[words[-1]] not in {"”", '"', "’", "'"}:
        words = words[:-1]
    end = words[-1] + 1
    while (wider := _with_phrase(end, verb, scene)) > end:
        end = wider
    return at, end


def _with_phrase(end: int, verb: int, scene: Scene) -> int:
    """Return where a phrase right behind ends that the tree hangs on the verb: "of wards [with three children to a bed]"."""
    syntax = scene.syntax
    if end + 2 >= len(scene.encoding.words) or scene.lower(end) not in _WITHIN or syntax.upos[end] != "ADP":
        return end
    noun = syntax.heads[end]
    words = syntax.subtree(noun) if syntax.heads[noun] == verb and noun > end else []
    is_when = any(scene.lower(w) in _WHEN or syntax.upos[w] == "NUM" for w in words[:3]) and scene.lower(end) != "with"
    if not words or words[0] != end or is_when or phrase_at(end, set(words), scene) is not None:
        return end
    return words[-1] + 1 - (syntax.upos[words[-1]] == "PUNCT")

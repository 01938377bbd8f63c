# SPDX-License-Identifier: Apache-2.0
"""What others make of it: "…, a claim that [Canberra has described as “false”]", "remarks that [Oslo views as a threat]".

The noun stands for what was said before, the clause behind it for the answer of another. The labels of the model often leave the
answer to the first speaker, who would contradict himself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.evidence import Support
from readout.reading.statements.draft import Draft
from readout.reading.statements.nesting import with_apposition
from readout.resources import cue_noun

__all__ = ["part_reactions"]

_NAMING = frozenset(
    "describe call term brand label dub view regard see dismiss reject condemn denounce deem consider criticise criticize deride "
    "mock hail welcome characterize characterise decry slam ridicule".split()
)
_DENYING = frozenset("reject deny dispute dismiss contest refute repudiate rebuff".split())
_BOUNDS = frozenset({",", "—", "–", "-", "(", ";"})
_STOPS = frozenset({",", ".", ";", ":", "—", "–", "-", ")"})
_MARKS = frozenset({'"', "“", "‘", "«"})
_CLOSING = frozenset({'"', "”", "’", "»"})
_REACH = 12  # words from the noun to the verb
_SURE = 0.65  # not measured


@dataclass(frozen=True, slots=True)
class _Reaction:
    said: WordRange  # "a claim"
    source: WordRange
    cue: WordRange
    called: WordRange | None  # "as “false”"

    @property
    def contents(self) -> list[WordRange]:
        return [self.said, self.called] if self.called is not None else [self.said]


def part_reactions(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Give each reaction a statement of its own, and end or drop what was read around it.

    Returns:
        The statements not yet among the drafts, which are changed in place.
    """
    found = []
    for reaction in _reactions(scene):
        own = [d for d in drafts if d.cue is not None and d.cue[0] < reaction.cue[1] and reaction.cue[0] < d.cue[1]]
        end = scene.syntax.sentences[scene.syntax.sentence_of[reaction.cue[0]]].end
        for draft in own:
            draft.contents = reaction.contents
            is_said = draft.source is not None and draft.source[0] < reaction.said[1] <= draft.source[1]
            draft.source = reaction.source if is_said else draft.source or reaction.source
            draft.surroundings = reaction.said[0], end
        drafts[:] = [d for d in drafts if d in own or not _is_of_noun(d, reaction)]
        for draft in drafts:
            if draft not in own:
                _end_before(draft, reaction, scene)
        if not own:
            support = Support("content", "clause behind the noun for what was said", None, (scene.span(reaction.cue),))
            new = Draft(reaction.contents, reaction.cue, reaction.source, _SURE, because=[support])
            new.surroundings = reaction.said[0], end
            found.append(new)
    return found


def _is_of_noun(draft: Draft, reaction: _Reaction) -> bool:
    """Tell whether a draft takes the reaction for what the noun says: "made remarks that [Oslo views as a threat]"."""
    start = reaction.source[0]
    is_noun = draft.cue is not None and draft.cue[0] < reaction.said[1] <= draft.cue[1]
    return is_noun and len(draft.contents) == 1 and draft.start in {start, start - 1}


def _end_before(draft: Draft, reaction: _Reaction, scene: Scene) -> None:
    """End a content in front of the noun that takes it up: "[he had not been told], a claim that Canberra denies"."""
    first = reaction.said[0]
    if scene.encoding.words[first - 1] not in _BOUNDS or (draft.cue is not None and draft.cue[0] > first):
        return
    for nth, (start, end) in enumerate(draft.contents):
        if start + 1 < first < end and end <= reaction.contents[-1][1] + 2:
            draft.contents[nth:] = [(start, first - 1)]
            return


def _reactions(scene: Scene) -> Iterator[_Reaction]:
    syntax, lower = scene.syntax, scene.encoding.lower
    for noun in range(1, len(lower) - 3):
        if syntax.upos[noun] != "NOUN" or cue_noun(lower[noun]) is None:
            continue
        if (denied := _denied_by(noun, scene)) is not None:
            yield denied
        first_of_clause = noun + 1 + (lower[noun + 1] in {"that", "which"})
        if first_of_clause == noun + 1 and not _is_bare(noun, scene):
            continue
        sentence = syntax.sentences[syntax.sentence_of[noun]]
        for verb in range(first_of_clause + 1, min(noun + _REACH, sentence.end)):
            cue = scene.cue_at(verb)
            if cue is None or not {cue.lemma} & (_NAMING | _DENYING) or syntax.upos[verb] != "VERB":
                continue
            called = _called(verb, sentence.end, scene)
            first = _group(verb, first_of_clause, scene)
            is_open = called is not None and cue.lemma in _NAMING
            is_denied = cue.lemma in _DENYING and (verb + 1 == sentence.end or scene.encoding.words[verb + 1] in _STOPS)
            if first is not None and (is_open or is_denied):
                said = scene.phrase(noun)[0], noun + 1
                yield _Reaction(said, (first_of_clause, first), (first, verb + 1), called)
            break


def _is_bare(noun: int, scene: Scene) -> bool:
    """Tell whether a noun takes up what was said, with nothing between it and who answers: "- [an accusation] the UN rejected"."""
    named = scene.mention_at(noun + 1)
    is_led_in = scene.lower(noun - 1) in {"a", "an"} and scene.encoding.words[noun - 2] in _BOUNDS
    return is_led_in and named is not None and named[1].type in {"person", "organisation", "group", "place"}


def _denied_by(noun: int, scene: Scene) -> _Reaction | None:
    """Read "…, [a claim] [denied] by [the alliance’s spokesman, Jamie Shea]"."""
    cue = scene.cue_at(noun + 1)
    if (
        cue is None
        or cue.lemma not in _DENYING
        or scene.lower(noun + 2) != "by"
        or scene.lower(noun - 1) not in {"a", "an"}
    ):
        return None
    found = scene.mention_at(noun + 3)
    if found is None or found[1].type == "other" or scene.encoding.words[noun - 2] not in _BOUNDS:
        return None
    source = with_apposition((noun + 3, scene.phrase(scene.head_of(found[0]))[1]), len(scene.encoding.words), scene)
    return _Reaction((noun - 1, noun + 1), source, (noun + 1, noun + 2), None)


def _group(verb: int, start: int, scene: Scene) -> int | None:
    """Return the first word of a verb group whose subject, known to the report, stands between a word and it."""
    first = verb
    while first - 1 > start and scene.syntax.upos[first - 1] in {"AUX", "ADV"}:
        first -= 1
    if scene.encoding.lower[start:first] == ("both",):
        return first  # "a charge that [both] denied"
    found = scene.directory.of_words(start, first)
    is_plain = all(scene.syntax.upos[w] not in {"VERB", "AUX", "PUNCT"} for w in range(start, first))
    return first if found is not None and is_plain and found.type != "other" else None


def _called(verb: int, end: int, scene: Scene) -> WordRange | None:
    """Return what stands right behind a verb of naming: "as racist", "“laughable”"; nothing where an object stands there."""
    start, words = verb + 1, scene.encoding.words
    if start >= end or (scene.lower(start) != "as" and words[start] not in _MARKS):
        return None
    opened = next((w for w in range(start, min(start + 4, end)) if words[w] in _MARKS), None)
    behind = start + 1
    if opened is not None:
        close = next((w for w in range(opened + 1, end) if words[w] in _CLOSING), None)
        behind = close + 1 if close is not None else end
    while behind < end and words[behind] not in _STOPS:
        behind += 1
    return start, behind

# SPDX-License-Identifier: Apache-2.0
"""Headlines that name their source at an end: "Russia takes village: ministry", "US to cut aid - Trump", "Police: Suspect fled".

So do the heads of the items of a live report: "Biden: ‘A moment of risk’".

Wires and newspapers write so every day, and no sentence of a report's body is built that way, so the labels of the model miss many.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.allegiances import allegiance_of
from readout.reading.coreference.entities import Entity
from readout.reading.coreference.facts import singular_of
from readout.reading.evidence import Support
from readout.reading.page.parts import Part
from readout.reading.statements.draft import Draft
from readout.reading.statements.headlinerelays import pass_on_headline
from readout.reading.statements.headlines import headlines
from readout.reading.statements.quoted import Quoted, Ranges
from readout.reading.trees.zoneslips import behind_clock
from readout.resources import channel_of, sector_of_noun

__all__ = ["find_headline_sources", "part_headline_hearers"]

_DASHES = frozenset("-–—")
_LONGEST = 6  # words of a source
_LEAST = 3  # words of what is said
_CLAUSAL = frozenset({"VERB", "AUX"})
_STATES = frozenset(
    "dead killed missing injured wounded unlikely possible ready likely".split()
)  # no verb: "At least 9 dead - police"
_DOCUMENTS = frozenset({"report", "poll", "document", "statement"})
_BODIES = frozenset(
    {"GOV", "MIL", "COP", "IGO", "LEG", "JUD", "SPY", "HLH", "REB"}
)  # that say things in front of a colon
_TELLING = frozenset({"tells", "tell"})
_SAYING = _TELLING | {"says", "say", "said"}
_SURE = 0.6  # not measured: no corpus marks headlines apart


def find_headline_sources(
    drafts: Sequence[Draft], scene: Scene, quotations: Quoted, parts: Sequence[Part]
) -> list[Draft]:
    """Return the sayings of headlines that end, or begin, with their source, as far as nothing is said there yet."""
    taken = {w for d in drafts for r in (*d.contents, d.cue, d.source) if r for w in range(*r)}
    found = []
    for start, end in headlines(scene, parts):
        pass_on_headline(drafts, start, end, scene)
        if taken.isdisjoint(range(start, end)):
            draft = (
                _told_behind(start, end, scene) or _behind_mark(start, end, scene) or _before_colon(start, end, scene)
            )
            if draft is not None:
                found.append(draft)
    taken |= {w for d in found for r in (*d.contents, d.cue, d.source) if r for w in range(*r)}
    bodies = Ranges((part.span.start, part.span.end) for part in parts if part.kind in {"body", "standfirst"})
    for start, end in scene.encoding.lines:
        if taken.isdisjoint(range(start, end)) and bodies.at(*scene.span((start, end))):
            draft = _labelled_quotation(start, end, scene, quotations)
            found += [] if draft is None else [draft]
    return found


def part_headline_hearers(drafts: Sequence[Draft], scene: Scene, parts: Sequence[Part]) -> None:
    """Leave out of what a headline tells to whom: "Xi tells [Biden] China won't yield", "Gambia tells [ICJ] Myanmar ‘chose’ it"."""
    lines = list(headlines(scene, parts))
    upos, words = scene.syntax.upos, scene.encoding.words
    for draft in drafts:
        start, end = draft.contents[0]
        if draft.cue is None or scene.lower(draft.cue[1] - 1) not in _TELLING_WHOM or start != draft.cue[1]:
            continue
        found = scene.mention_at(start) if any(first <= start < last for first, last in lines) else None
        if found is None or not _can_speak(found[1]) or found[0][1] >= end - 1:
            continue
        rest = range(found[0][1], end)
        is_clause = any(upos[w] in _CLAUSAL or words[w][:1] in _MARKS for w in rest[1:])
        # Nobody need be warned: "IMF warns China slowdown could hurt".
        begins = _BEGINS_CLAUSE if scene.lower(draft.cue[1] - 1) != "warns" else _NEVER_COMPOUND
        if is_clause and upos[rest[0]] in begins and words[rest[0]] not in _POSSESSIVE:
            draft.contents[0] = rest[0], end


_TELLING_WHOM = frozenset({"tells", "warns", "assures", "reminds"})
_BEGINS_CLAUSE = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM"})
_NEVER_COMPOUND = frozenset({"PRON", "DET"})
_MARKS = frozenset("‘“\"'")
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def _labelled_quotation(start: int, end: int, scene: Scene, quotations: Quoted) -> Draft | None:
    """Read a line that is nothing but "[Biden]: ‘A moment of risk’" or "[Biden]: pact ‘has collapsed’"."""
    first, start = start, behind_clock(scene.encoding.words, start)
    colon = next((w for w in range(start + 1, min(end, start + _LONGEST)) if scene.encoding.words[w] == ":"), None)
    quoted = [] if colon is None else quotations.outermost(colon + 1, end)
    if colon is None or not quoted:
        return None
    behind = quoted[0][1]
    text, spans = scene.encoding.text, scene.encoding.spans
    if first < start and behind < end and "\n" in text[spans[behind - 1].end : spans[behind].start]:
        end = behind  # the head of an item, "09:41 GMT Lind: ‘No’", and its text in the next line
    # No sentence, but one that is told: not "Smith: ‘Dubliners’ at 100".
    is_line = scene.encoding.words[end - 1] not in {".", "!", "?"} and _is_clause(colon + 1, end, scene)
    if quoted[0] != (colon + 1, end) and not is_line:
        return None
    source = start, colon
    entity = scene.directory.of_words(*source)
    is_named = entity is not None and entity.name is not None and _can_speak(entity)
    return (
        _draft((colon + 1, end), (colon, colon + 1), source, scene) if is_named and _is_source(source, scene) else None
    )


def _behind_mark(start: int, end: int, scene: Scene) -> Draft | None:
    """Read "Russia takes village: [ministry]" and "US to cut aid - [Trump]"."""
    mark = next((w for w in range(end - 2, max(start, end - 2 - _LONGEST), -1) if _is_mark(w, scene)), None)
    if mark is None or mark - start < _LEAST or not _is_clause(start, mark, scene):
        return None
    source = (mark + 1, end)
    return _draft((start, mark), (mark, mark + 1), source, scene) if _is_source(source, scene) else None


def _before_colon(start: int, end: int, scene: Scene) -> Draft | None:
    """Read "[Police]: Suspect fled the scene"; of a name alone nobody knows whether it is the source or the matter."""
    colon = next((w for w in range(start + 1, min(end, start + _LONGEST)) if scene.encoding.words[w] == ":"), None)
    if colon is None or end - colon <= _LEAST or not _is_clause(colon + 1, end, scene):
        return None
    source = (start, colon)
    entity, noun = scene.directory.of_words(*source), _noun(source, scene)
    is_body = entity is not None and entity.type == "organisation" and entity.sector in _BODIES
    side = allegiance_of(scene.encoding, *source)  # "UN: 30 killed": the labels take the number for part of the name
    is_body = is_body or (side is not None and side.words == source and side.sector in _BODIES)
    is_matter = scene.encoding.words[noun][:1].isupper() and noun > start  # "Champions League: …"
    if not is_body and _kind(noun, scene) not in _DOCUMENTS and (is_matter or not _is_speaker_noun(noun, scene)):
        return None
    return _draft((colon + 1, end), (colon, colon + 1), source, scene)


def _told_behind(start: int, end: int, scene: Scene) -> Draft | None:
    """Read "Strike kills 30, [aid worker] says" and "Truce is close, [Hamas official] tells AFP"."""
    comma = next((w for w in range(end - 3, start + 1, -1) if scene.encoding.words[w] == ","), None)
    if comma is None:
        return None
    verb = next((w for w in range(comma + 2, end) if scene.lower(w) in _SAYING), None)
    if verb is None or not _is_source((comma + 1, verb), scene):
        return None
    is_last = verb == end - 1
    is_told = scene.lower(verb) in _TELLING and not is_last and scene.mention_at(verb + 1) is not None
    is_said = scene.lower(verb) not in _TELLING and is_last
    return _draft((start, comma), (verb, verb + 1), (comma + 1, verb), scene) if is_told or is_said else None


def _draft(content: WordRange, cue: WordRange, source: WordRange, scene: Scene) -> Draft:
    because = [Support("source", "at an end of a headline", None, (scene.span(source),))]
    return Draft([content], cue, source, _SURE, because=because)


def _is_mark(word: int, scene: Scene) -> bool:
    """Tell whether a colon or a dash with a blank before it stands at a word."""
    text, spans = scene.encoding.text, scene.encoding.spans
    written = scene.encoding.words[word]
    return written == ":" or (written in _DASHES and text[spans[word].start - 1].isspace())


def _is_clause(start: int, end: int, scene: Scene) -> bool:
    words = range(start, end)
    return any(scene.syntax.upos[w] in _CLAUSAL or scene.lower(w) in _STATES for w in words)


def _is_source(words: WordRange, scene: Scene) -> bool:
    """Tell whether some words without a verb name somebody who can say something, or a document."""
    if words[0] >= words[1]:
        return False
    is_noun = words[1] - words[0] == 1  # whatever the tree takes it for: "…: study"
    if not is_noun and any(scene.syntax.upos[w] in _CLAUSAL | {"PUNCT", "ADP", "SCONJ"} for w in range(*words)):
        return False
    entity, noun = scene.directory.of_words(*words), _noun(words, scene)
    return _can_speak(entity) or _is_speaker_noun(noun, scene) or _kind(noun, scene) in _DOCUMENTS


def _can_speak(entity: Entity | None) -> bool:
    if entity is None:
        return False
    return entity.type in {"person", "organisation", "group"} or (entity.type == "place" and entity.sector == "GOV")


def _is_speaker_noun(noun: int, scene: Scene) -> bool:
    entry = sector_of_noun(scene.lower(noun)) or sector_of_noun(singular_of(scene.lower(noun)))
    return entry is not None and scene.encoding.words[noun - 1 : noun] != ("’s",)


def _kind(noun: int, scene: Scene) -> str | None:
    return channel_of([scene.lower(noun)])


def _noun(words: WordRange, scene: Scene) -> int:
    return scene.syntax.noun_of(*words)

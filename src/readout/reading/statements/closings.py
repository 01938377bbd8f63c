# SPDX-License-Identifier: Apache-2.0
"""Sentences that begin or end by saying who says so: "The talks have failed, the ministry said on Monday".

The plainest of all attributions. Where the labels of the model have missed it, or have taken a verb inside for the saying
("Rubio called the prime minister, a spokeswoman said"), the words at the end of the sentence decide. So do those in front:
"According to the ministry, the talks have failed".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import NAMING, VERBAL, Scene
from readout.reading.evidence import Support
from readout.reading.statements.documents import document_at
from readout.reading.statements.draft import Draft
from readout.reading.trees.slips import DAYS

__all__ = ["close_sentences", "closing_in"]

_SAID = frozenset(
    "said says told reported announced confirmed added submitted argued claimed warned insisted maintained asserted".split()
)
_NAMING = NAMING | {"CCONJ"}
_NO_CLAUSE = frozenset(
    "after before when while as since although though if because in at on during following speaking asked according by with for "
    "to from once until unless despite but and or".split()
)
_QUOTED = frozenset("quoted cited interviewed seen obtained published released issued led".split())
_RELATIVE = frozenset("who whom whose which".split())
_STOPS = frozenset({".", "!", "?", ";"})
_Told = tuple[list[WordRange], WordRange, WordRange]  # contents, source, cue
_LEAST = 5  # words of a clause worth attributing: "Yes, he said" is left to the model
_MOST_BEHIND = 6  # words behind the verb: "told reporters in Geneva on Monday"
_SURE = 0.6  # of those that the labels have missed, so many are right (PolNeAR, training part)


def close_sentences(drafts: Sequence[Draft], scene: Scene, segments: Sequence[WordRange]) -> list[Draft]:
    """Add the statements of sentences that begin or end with their saying, and leave out what was read inside such a sentence.

    Args:
        drafts: What the labels gave.
        scene: Words, trees and who is who.
        segments: The words that are read.

    Returns:
        Drafts, old and new, in no order.
    """
    taken, kept = _taken(drafts), list(drafts)
    by_cue: dict[WordRange | None, list[Draft]] = {}
    for draft in drafts:
        by_cue.setdefault(draft.cue, []).append(draft)
    for (content, *rest), source, cue in _told(scene, segments):
        # Who says was taken for what is said, or for a part of it.
        wrong = [source], [(content[0], source[1])]
        turned = [d for d in by_cue.get(cue, ()) if d.source is None and d.contents in wrong]
        for draft in by_cue.get(cue, ()):
            if rest and draft.contents == [content]:
                draft.contents += rest  # the model has found what stands in front of who tells it
            if not rest and _is_end_of(draft, content, scene):
                draft.contents = [content]
        if turned:
            kept = [draft for draft in kept if draft not in turned]
            taken -= set(range(source[0], cue[1]))
        if content > source and not taken & set(range(*cue)):  # "according to an aide, who asked not to be named, …"
            kept = [draft for draft in kept if not (draft.cue and cue[1] <= draft.cue[0] < content[0])]
            taken = _taken(kept)
        beside = min(source[0], cue[0]), max(source[1], cue[1])
        if taken & set(range(*beside)):
            continue
        new = Draft([content, *rest], cue, source, _SURE)
        if scene.lower(cue[0]) == "quoted":
            new.cue_parts = [(source[1], source[1] + 2)]  # "quoted Lind [as saying]"
        rule = "the sentence ends with who says so" if content < source else "the sentence begins with who says so"
        new.because.append(Support("content", rule, None, (scene.span(beside),)))
        kept = [draft for draft in kept if not _is_slip(draft, content, scene)]
        kept.append(new)
    return kept


def _is_end_of(draft: Draft, content: WordRange, scene: Scene) -> bool:
    """Tell whether a content is only the end of a clause that is said: "Rios wrote [to say that he was ill], an aide said"."""
    start, end = draft.contents[0] if len(draft.contents) == 1 else (0, 0)
    lower, syntax = scene.encoding.lower, scene.syntax
    if not content[0] < start < end == content[1] or {"but", "and"} & {lower[start], lower[start - 1]}:
        return False
    top = next((w for w in range(start, end) if not start <= syntax.heads[w] < end), start)
    return any(content[0] <= w < start and syntax.upos[w] in VERBAL for w in syntax.ancestors(top))


def _taken(drafts: Sequence[Draft]) -> set[int]:
    """Return the words of the cues and sources of some drafts."""
    return {w for draft in drafts for words in (draft.cue, draft.source) if words for w in range(*words)}


def _told(scene: Scene, segments: Sequence[WordRange]) -> Iterator[_Told]:
    """Yield content, source and cue of each sentence that begins or ends with its saying."""
    readable = {w for segment in segments for w in range(*segment)}
    for sentence in scene.syntax.sentences:
        if sentence.start not in readable or sentence.end - sentence.start < _LEAST + 3:
            continue
        bounds = (
            sentence.start + _is_clock(sentence.start, scene),
            sentence.end,
        )  # of a live report: "09:15 The bridge is open"
        found = _opening(scene, *bounds) or closing_in(scene, *bounds)
        found = (
            found
            or _quoting_behind(scene, *bounds)
            or _according_behind(scene, *bounds)
            or _turned_behind(scene, *bounds)
        )
        if found is not None:
            content, source, cue = found
            yield [content], source, cue
        elif (parted := _between_commas(scene, *bounds)) is not None:
            yield parted


def _is_clock(word: int, scene: Scene) -> bool:
    hours, _, minutes = scene.encoding.words[word].partition(":")
    return hours.isdigit() and minutes.isdigit()


def _opening(scene: Scene, start: int, end: int) -> tuple[WordRange, WordRange, WordRange] | None:
    words, upos = scene.encoding.words, scene.syntax.upos
    if scene.encoding.lower[start : start + 2] != ("according", "to"):
        return None
    comma = start + 2
    while comma < end and words[comma] != "," and (upos[comma] in _NAMING or scene.lower(comma) in _QUOTED):
        comma += 1
    # "an official [quoted by the daily …]": who, and by whose relay.
    source = start + 2, next((w for w in range(start + 2, comma) if scene.lower(w) in _QUOTED), comma)
    if comma + 1 < end and scene.lower(comma + 1) in _RELATIVE:  # "according to the agency, which …, the vote was"
        comma = next((w for w in range(comma + 1, end) if words[w] == ","), end)
    last = end - 1 if words[end - 1] in _STOPS else end
    if source[0] == source[1] or comma >= last or words[comma] != "," or last - comma < _LEAST:
        return None
    found = (comma + 1, last), source, (start, start + 2)
    return found if _is_clause(scene, comma + 1, last) else None


def _according_behind(scene: Scene, start: int, end: int) -> tuple[WordRange, WordRange, WordRange] | None:
    """Read "The talks have failed, according to [a readout of the call]": who ends the sentence."""
    words, upos, lower = scene.encoding.words, scene.syntax.upos, scene.encoding.lower
    last = end - 1 if words[end - 1] in _STOPS else end
    at = next((w for w in range(start + _LEAST + 1, last - 2) if lower[w : w + 2] == ("according", "to")), None)
    if at is not None:  # "according to two aides [who asked not to be named]"
        last = next((w for w in range(at + 3, last) if lower[w] in _RELATIVE), last)
        last -= words[last - 1] == ","
    is_noun_phrase = at is not None and all(upos[w] in _NAMING or lower[w] in _QUOTED for w in range(at + 2, last))
    if at is None or words[at - 1] != "," or not is_noun_phrase:
        return None
    content, source = (start, at - 1), (at + 2, last)
    is_known = scene.directory.of_words(*source) is not None or document_at(source[0], scene) is not None
    return (content, source, (at, at + 2)) if is_known and _is_clause(scene, *content, quoting=True) else None


def _quoting_behind(scene: Scene, start: int, end: int) -> tuple[WordRange, WordRange, WordRange] | None:
    """Read "A truce is near, [the agency quoted Lind as saying]"; the verb of quoting is the cue, who is quoted the source."""
    lower, words = scene.encoding.lower, scene.encoding.words
    last = end - (words[end - 1] in _STOPS)
    verb = next((w for w in range(start + _LEAST, last - 3) if lower[w] == "quoted"), None)
    if lower[last - 2 : last] != ("as", "saying") or verb is None:
        return None
    comma = next((w for w in range(verb - 1, start, -1) if words[w] == ","), None)
    outlet = None if comma is None else scene.mention_at(comma + 1)
    source = verb + 1, last - 2
    if comma is None or outlet is None or outlet[0][1] > verb or scene.directory.of_words(*source) is None:
        return None
    is_one = not any(words[w] in {",", *_MARKS} for w in range(*source))
    return (
        ((start, comma), source, (verb, verb + 1)) if is_one and _is_clause(scene, start, comma, quoting=True) else None
    )


def _turned_behind(scene: Scene, start: int, end: int) -> tuple[WordRange, WordRange, WordRange] | None:
    """Read "The pumps would be shut, [said an engineer who asked not to be named]"."""
    lower = scene.encoding.lower
    behind = _SAID | {"writes", "wrote", "argues"}
    verb = next((w for w in range(start + _LEAST, end - 2) if lower[w] in behind and lower[w - 1] == ","), None)
    if verb is None or scene.syntax.upos[verb] != "VERB" or lower[verb + 1] in {"that", "to"}:
        return None
    found = scene.mention_at(verb + 1)
    if found is None or found[1].type not in {"person", "organisation", "group"}:
        return None
    source = min(found[0][0], verb + 1), scene.phrase(scene.head_of(found[0]))[1]
    if not scene.syntax.is_relation(scene.head_of(found[0]), "nsubj") or not _is_clause(scene, start, verb - 1):
        return None
    return (start, verb - 1), source, (verb, verb + 1)


def _between_commas(scene: Scene, start: int, end: int) -> _Told | None:
    """Read "The boats were late, [the captain told the court], but they came": who tells it stands between two commas."""
    words, lower = scene.encoding.words, scene.encoding.lower
    stop = end - 1 if words[end - 1] in _STOPS else end
    for verb in range(start + _LEAST + 1, end - _LEAST):
        if scene.syntax.upos[verb] != "VERB" or lower[verb] not in _SAID:
            continue
        first = next((w for w in range(verb - 1, start, -1) if words[w] == ","), verb)
        last = next((w for w in range(verb + 1, min(verb + _MOST_BEHIND, end)) if words[w] == ","), end)
        if (
            _is_when(last + 1, stop, scene)
            and _is_teller(scene, first + 1, verb, last)
            and _is_clause(scene, start, first)
        ):
            return [(start, first)], (first + 1, verb), (verb, verb + 1)
        goes_on = last + 1 < stop and lower[last + 1] in {"but", "and"} and _goes_on(scene, last + 2, stop)
        if goes_on and _is_teller(scene, first + 1, verb, last) and _is_clause(scene, start, first):
            return [(start, first), (last + 1, stop)], (first + 1, verb), (verb, verb + 1)
    return None


def _goes_on(scene: Scene, start: int, end: int) -> bool:
    """Tell whether words behind "and" go on with what is told: a clause that has no teller of its own, or a predicate."""
    syntax = scene.syntax
    if start >= end:
        return False  # the text ends here
    if syntax.upos[start] == "AUX":
        return not syntax.children(start, "nsubj")
    named = scene.mention_at(start)
    verb = start if named is None else named[0][1]
    is_told = scene.cue_at(verb) is not None and any(w > verb for w in syntax.children(verb, "ccomp"))
    return _is_clause(scene, start, end) and not is_told


def _is_when(word: int, end: int, scene: Scene) -> bool:
    """Tell whether a clause only says when it was told: "they agreed, both sides said, [24 hours after the attack began]"."""
    at = next((w for w in range(word, min(word + 4, end - 2)) if scene.lower(w) in _WHEN), None)
    return at is not None and all(scene.syntax.upos[w] in {"NUM", "NOUN", "ADV", "DET", "ADJ"} for w in range(word, at))


_WHEN = frozenset("after before as amid during".split())


def _is_teller(scene: Scene, start: int, verb: int, end: int) -> bool:
    """Tell whether some words are who says it, the verb and whom it is said to, and nothing else."""
    upos = scene.syntax.upos
    is_named = all(upos[w] in _NAMING for w in range(start, end) if w != verb)
    is_known = start < verb and scene.directory.of_words(start, verb) is not None
    return is_named and is_known and upos[start] not in {"ADP", "CCONJ"}


def closing_in(scene: Scene, start: int, end: int) -> tuple[WordRange, WordRange, WordRange] | None:
    """Return content, source and cue of words that end with their saying: "The road was mined, [the villagers told them]"."""
    words, upos = scene.encoding.words, scene.syntax.upos
    lower = scene.encoding.lower
    near = range(max(start, end - _MOST_BEHIND - 2), end)
    verbs = [
        w
        for w in near
        if upos[w] == "VERB" and (lower[w] in _SAID or lower[w - 3 : w + 1] == ("was", "quoted", "as", "saying"))
    ]
    last = next((w for w in reversed(near) if upos[w] == "VERB"), None)
    if last is not None and (last not in verbs or not verbs) and scene.cue_at(last) is not None:
        return _as_said(scene, start, last) if last >= end - 3 else None
    if not verbs:
        return None
    verb = verbs[-1]
    if any(upos[w] in {"VERB", "AUX", "SCONJ"} or words[w] in {",", ":", "“", '"', "”"} for w in range(verb + 1, end)):
        return None
    cue = verb, verb + 1
    if lower[verb - 3 : verb + 1] == ("was", "quoted", "as", "saying"):
        verb, cue = verb - 3, (verb - 3, verb - 1)  # "the ministry was quoted as saying by the agency"
    comma = verb - 1
    while comma > start and words[comma] != "," and (upos[comma] in _NAMING or scene.syntax.is_relation(comma, "amod")):
        comma -= 1  # over "a local [elected] official"
    if words[comma] != ",":
        return _as_said(scene, start, verb) or _qualified(scene, start, verb)
    if comma + 1 == verb or comma - start < _LEAST:
        return None
    found = scene.directory.of_words(comma + 1, verb)
    if found is None and "and" in lower[comma + 1 : verb] and (teller := scene.mention_before(verb)) is not None:
        found = teller[1]  # "two sources and [an official] told"
    if found is None or upos[comma + 1] in {"ADP", "CCONJ"}:
        return _as_said(scene, start, verb)
    return ((start, comma), (comma + 1, verb), cue) if _is_clause(scene, start, comma) else None


def _qualified(scene: Scene, start: int, verb: int) -> tuple[WordRange, WordRange, WordRange] | None:
    """Read "The king has died, [the fund that he set up] said" and "…, [two people close to him] told the station"."""
    words, lower = scene.encoding.words, scene.encoding.lower
    comma = next((w for w in range(verb - 1, max(start + _LEAST - 2, verb - _QUALIFIED), -1) if words[w] == ","), None)
    found = None if comma is None else scene.mention_at(comma + 1)
    if comma is None or found is None or found[1].type not in {"person", "organisation", "group"}:
        return None
    more = _NEAR | _RELATIVE | {"that"}
    behind = next((w for w in range(comma + 2, verb) if lower[w] in more or scene.syntax.upos[w] not in _NAMING), verb)
    is_qualified = behind < verb - 1 and lower[behind] in more
    if not is_qualified or any(words[w] in _MARKS for w in range(comma, verb)) or not _is_clause(scene, start, comma):
        return None
    return (start, comma), (comma + 1, verb), (verb, verb + 1)


_NEAR = frozenset("close familiar briefed involved present aware knowledgeable".split())
_QUALIFIED = 14  # words of a source that says more of itself, at most


def _as_said(scene: Scene, start: int, verb: int) -> tuple[WordRange, WordRange, WordRange] | None:
    """Read "The road was mined, [as the villagers had said]"."""
    upos, lower = scene.syntax.upos, scene.encoding.lower
    first = verb
    while first - 1 > start and upos[first - 1] == "AUX":
        first -= 1
    at = next((w for w in range(first - 1, max(start + 1, first - _MOST_BEHIND), -1) if lower[w] == "as"), start)
    source = at + 1, first
    if at - 1 - start < _LEAST - 1 or lower[at - 1] != "," or source[0] >= source[1]:
        return None
    if any(upos[w] not in _NAMING for w in range(*source)) or scene.directory.of_words(*source) is None:
        return None
    return ((start, at - 1), source, (first, verb + 1)) if _is_clause(scene, start, at - 1) else None


def _is_clause(scene: Scene, start: int, end: int, *, quoting: bool = False) -> bool:
    """Tell whether some words are a whole clause, outside quotation marks; with `quoting`, some of them may stand within."""
    counts = scene.encoding.lower[start : start + 2] in {("at", "least"), ("at", "most")}
    marks = [w for w in range(start, end) if scene.encoding.words[w] in _MARKS]
    is_quoted = bool(marks) and not (quoting and len(marks) % 2 == 0 and marks[0] > start + 2)
    dated = (
        scene.lower(start) in {"on", "in", "at"} and scene.lower(start + 1) in DAYS
    )  # "On Sunday its fighters burned"
    if (scene.lower(start) in _NO_CLAUSE and not (counts or dated)) or is_quoted:
        return False
    syntax = scene.syntax
    verbs = [w for w in range(start, end) if syntax.upos[w] in VERBAL or syntax.children(w, "cop")]
    return any(s < v for v in verbs for s in scene.syntax.children(v, "nsubj") if start <= s)


_MARKS = frozenset('“”"«»')


def _is_slip(draft: Draft, content: WordRange, scene: Scene) -> bool:
    """Tell whether a draft took a verb of the clause for a saying: its content is no clause, and ends where the clause does."""
    if draft.cue is None or not content[0] <= draft.cue[0] < content[1] or draft.end != content[1]:
        return False
    return not any(scene.syntax.upos[w] in VERBAL for w in range(draft.start, draft.end))

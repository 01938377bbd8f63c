# SPDX-License-Identifier: Apache-2.0
"""On whose word: "according to" names its source right behind it, and passes on what another says.

The labels of the model now and then give these words the source of the next sentence, and in "[Fidan], according to Anadolu, [told]
them" they take the agency for who told it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.evidence import Support
from readout.reading.statements.documents import document_at
from readout.reading.statements.draft import SPEAKERS, Draft
from readout.reading.statements.quoted import Quoted, Ranges, merged
from readout.resources import office_named, sector_of_noun

__all__ = ["begin_behind_appositions", "find_accordings", "settle_accordings"]

_SURE = 0.7  # not measured: the labels miss one in twelve
_ASIDE = 10  # words of "according to …" between a subject and its verb, at most


def settle_accordings(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give "according to" the source behind it, and a verb behind it the subject in front of it."""
    told = {d.cue[0]: d for d in drafts if d.cue is not None and d.contents}
    for draft in drafts:
        if draft.cue is not None and not draft.contents:
            _hold_in_front(draft, told, scene)
            continue
        if draft.cue is None:
            continue
        if scene.encoding.lower[slice(*draft.cue)] == ("according", "to"):
            _take_behind(draft, scene)
            _begin_in_front(draft, scene)
            _go_on_behind_source(draft, told, scene)
            _stay_in_sentence(draft, scene)
            _go_on_in_relative(draft, scene)
        else:
            _take_in_front(draft, scene)
            _take_of_first_verb(draft, scene)


def _go_on_in_relative(draft: Draft, scene: Scene) -> None:
    """Read what a relative clause tells behind its source: "the raid, which according to Oslo [killed two]"."""
    cue, source = draft.cue, draft.source
    if cue is None or source is None or source[0] != cue[1] or draft.end != cue[0] or draft.contents[-1][1] != cue[0]:
        return
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[cue[0]]]
    stop = sentence.end - (scene.encoding.words[sentence.end - 1] == ".")
    is_told = any(scene.syntax.upos[w] in VERBAL for w in range(source[1], stop))
    if scene.lower(cue[0] - 1) in {"which", "who", "that"} and is_told:
        draft.contents = [(source[1], stop)]


def _hold_in_front(draft: Draft, told: Mapping[int, Draft], scene: Scene) -> None:
    """Read "[Officials conceded that it was lost], according to two people", where the labels have only what officials say."""
    cue, source, words = draft.cue or (0, 0), draft.source, scene.encoding.words
    first = scene.sentence_start(cue[0])
    is_behind = source is not None and source[0] == cue[1] and words[cue[0] - 1] == "," and cue[0] - 1 > first
    if not is_behind or scene.encoding.lower[slice(*cue)] != ("according", "to"):
        return
    inner = next((told[at] for at in range(first, cue[0]) if at in told), None)
    if inner is None or inner.source is None or inner.end != cue[0] - 1:
        return
    if not first <= inner.source[0] < cue[0] - 1:
        return
    teller = scene.directory.of_words(*source) if source is not None else None
    if teller is None or (teller.type == "other" and document_at(cue[1], scene) is None):
        return  # "acted according to an agreement with Bern"
    draft.contents = [(inner.source[0], cue[0] - 1)]
    draft.because.append(Support("content", "what stands in front of the cue", None, (scene.span(cue),)))


def _take_behind(draft: Draft, scene: Scene) -> None:
    """Read "…, according to [two aides] who spoke on condition of anonymity" where the source stands elsewhere."""
    at = (draft.cue or (0, 0))[1]
    is_near = draft.source is not None and scene.syntax.sentence_of[draft.source[0]] == scene.syntax.sentence_of[at - 1]
    found = None if is_near else scene.mention_at(at)
    if found is not None and draft.start < at and found[1].type in SPEAKERS:
        draft.take_source((at, found[0][1]), "right behind the cue")
        behind = found[0][1] + (scene.encoding.words[found[0][1] : found[0][1] + 1] == (",",))
        draft.contents = [
            (behind, end) if start == at and behind < end else (start, end) for start, end in draft.contents
        ]


def _begin_in_front(draft: Draft, scene: Scene) -> None:
    """Read "[Falk], according to the Post, [has told aides so]", where the labels left out the subject."""
    cue, source, words = draft.cue, draft.source, scene.encoding.words
    if cue is None or source is None or source[0] != cue[1] or draft.start != source[1] + 1:
        return
    first = scene.sentence_start(cue[0])
    is_parted = words[cue[0] - 1] == "," and words[source[1]] == "," and first < cue[0] - 1
    before = scene.mention_before(cue[0] - 1) if is_parted else None
    if before is not None and before[0][0] == first and scene.syntax.upos[draft.start] in VERBAL:
        draft.contents.insert(0, (first, cue[0] - 1))


def _go_on_behind_source(draft: Draft, told: Mapping[int, Draft], scene: Scene) -> None:
    """Read "[What changed it], according to CNN, which cited two aides, [was the call]", where the labels stop in front."""
    cue, source, words = draft.cue, draft.source, scene.encoding.words
    if cue is None or source is None or source[0] != cue[1] or draft.end != cue[0] - 1 or words[cue[0] - 1] != ",":
        return
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[cue[0]]]
    which = source[1] + 1
    if which >= sentence.end or words[source[1]] != ",":
        return
    comma = None if scene.lower(which) in {"which", "who"} else source[1]
    comma = comma or next((w for w in range(which + 2, sentence.end - 2) if words[w] == ","), None)
    if comma is None or scene.syntax.upos[comma + 1] not in VERBAL or scene.lower(comma + 1).endswith("ing"):
        return
    last = sentence.end - (words[sentence.end - 1] in {".", "!", "?"})
    draft.contents.append((comma + 1, last))
    for other in (told[at] for at in range(which, comma) if at in told):
        other.contents = [(start, min(end, comma)) for start, end in other.contents if start < comma]


def _stay_in_sentence(draft: Draft, scene: Scene) -> None:
    """Read "According to police, [he had confessed]. He told them why", where the labels took what the next sentence tells."""
    cue, source, syntax = draft.cue or (0, 0), draft.source, scene.syntax
    sentence = syntax.sentences[syntax.sentence_of[cue[0]]]
    if source is None or source[0] != cue[1] or sentence.start != cue[0] or draft.end <= sentence.end:
        return
    behind = syntax.sentences[syntax.sentence_of[max(draft.start, sentence.end)]]
    verb = next((w for w in range(behind.start, behind.end) if syntax.heads[w] == w), behind.start)
    if scene.cue_at(verb) is None or not syntax.children(verb, "nsubj"):
        return
    content = _clause_beside(cue[0], source, sentence.start, sentence.end, scene)
    if content is not None:
        draft.contents = [content]
        draft.because.append(Support("content", "clause beside 'according to'", None, (scene.span(content),)))


def begin_behind_appositions(drafts: Sequence[Draft], scene: Scene) -> None:
    """Read "According to Lind[, the mayor of Oslo,] the bridge is closed", where who she is was taken for what is said."""
    for draft in drafts:
        if draft.cue is not None and scene.lower(draft.cue[0]) == "according":
            _begin_behind_apposition(draft, scene)


def _is_participle(scene: Scene, word: int) -> bool:
    """Tell whether a word says what was done with what stands in front: "the minutes, [declassified] in 2017"."""
    is_done = scene.lower(word).endswith(("ed", "en", "wn", "ade")) and scene.syntax.upos[word] in {
        "VERB",
        "ADJ",
        "NOUN",
    }
    return is_done and scene.syntax.upos[word + 1] == "ADP"


def _has_subject_behind(scene: Scene, comma: int, end: int) -> bool:
    """Tell whether a clause with a subject of its own begins behind a comma."""
    first = next((w for w in range(comma + 1, end) if scene.syntax.is_relation(w, "nsubj", "nsubj:pass", "expl")), None)
    return first is not None and scene.phrase(first)[0] == comma + 1


def _begin_behind_apposition(draft: Draft, scene: Scene) -> None:
    source, (start, end) = draft.source, draft.contents[0]
    words, syntax = scene.encoding.words, scene.syntax
    if draft.cue is None or source is None or source[0] != draft.cue[1] or start != source[1] + 1:
        return
    named = scene.directory.of_words(*source)
    comma = next((w for w in range(start + 1, end - 3) if words[w] == ","), None)
    if comma is not None and _is_participle(scene, start) and _has_subject_behind(scene, comma, end):
        draft.contents[0] = comma + 1, end  # "according to the minutes[, released in 2017,] he asked"
        return
    other = scene.mention_at(start)
    is_named = other is not None and other[1].type == "person" and other[0][1] == comma and words[source[1]] == ","
    if is_named and comma is not None and _has_subject_behind(scene, comma, end):
        draft.contents[0] = comma + 1, end  # "according to Lind's press chief[, Ana Roth,] he was ill"
        draft.take_source((source[0], comma), "behind the cue, with the name beside it")
        return
    if comma is None or named is None or named.name is None or scene.lower(start) not in _OPENS_APPOSITION:
        return
    if any(syntax.upos[w] in VERBAL or words[w] in {'"', "“"} for w in range(start, comma)):
        return
    noun = scene.lower(scene.head_of((start, comma)))
    entry = sector_of_noun(noun)
    if office_named(noun) is None and (entry is None or not entry.person):
        return  # "According to Lind, the strikes, the floods and the fire"
    first = comma + 1 + (syntax.upos[comma + 1] in {"ADV", "CCONJ"})
    subject = next((w for w in range(first, end) if syntax.is_relation(w, "nsubj", "nsubj:pass", "expl")), None)
    # "According to Lind, the driver, a boy, died" has no subject behind the comma but the one in front.
    if subject is not None and scene.lower(subject) not in {"who", "which"} and scene.phrase(subject)[0] <= first:
        draft.source = source[0], comma
        draft.contents[0] = comma + 1, end


_OPENS_APPOSITION = frozenset("a an the its his her their".split())


def _take_of_first_verb(draft: Draft, scene: Scene) -> None:
    """Read "[Modi] rejected it, according to his office, and conveyed concern", where the labels took the office to convey it."""
    source, verb = draft.source, scene.cue_head(draft)
    if source is None or verb is None or scene.encoding.lower[source[0] - 2 : source[0]] != ("according", "to"):
        return
    if source[1] > verb or not scene.syntax.is_relation(verb, "conj"):
        return
    subject = next((w for w in scene.syntax.children(scene.syntax.heads[verb], "nsubj") if w < source[0]), None)
    if (
        subject is not None
        and not scene.syntax.children(verb, "nsubj")
        and scene.directory.at_head(subject) is not None
    ):
        draft.take_source(scene.phrase(subject), "subject of the verb in front of who passes it on")


def _take_in_front(draft: Draft, scene: Scene) -> None:
    """Read "[Fidan], according to Anadolu, told them that …", where the labels took the agency for the speaker."""
    cue, source, words = draft.cue, draft.source, scene.encoding.words
    if cue is None or source is None or source[1] >= cue[0] or words[cue[0] - 1] != ",":
        return
    at = next((w for w in range(cue[0] - 2, max(1, cue[0] - _ASIDE), -1) if scene.lower(w) == "according"), None)
    if at is None or words[at - 1] != "," or scene.lower(at + 1) != "to" or source[0] < at:
        return
    before = scene.mention_before(at - 1)
    if before is not None and document_at(before[0][0], scene) is None:
        draft.take_source(scene.phrase(scene.head_of(before[0])), "subject in front of who passes it on")


def find_accordings(
    drafts: Sequence[Draft], scene: Scene, quotations: Quoted, segments: Sequence[WordRange]
) -> Iterator[Draft]:
    """Yield the statements of "according to" that the labels have missed, with the clause beside it for what is said.

    None within a quotation or another's content, whose own it is.
    """
    told = Ranges(merged(r for draft in drafts for r in (*draft.contents, draft.cue) if r))
    lower, syntax = scene.encoding.lower, scene.syntax
    for start, stop in segments:
        for word in range(start, stop - 2):
            if lower[word : word + 2] != ("according", "to") or told.at(word, word + 1):
                continue
            if quotations.at(word, word + 1):
                continue
            sentence = syntax.sentences[syntax.sentence_of[word]]
            source = _source_behind(word + 2, scene)
            source = None if source is None else _with_name(source, sentence.end, scene)
            content = (
                None
                if source is None
                else _clause_beside(word, source, max(start, sentence.start), sentence.end, scene)
            )
            if source is not None and content is not None:
                because = Support("content", "clause beside 'according to'", None, (scene.span(content),))
                found = Draft([content], (word, word + 2), source, _SURE, because=[because])
                _go_on_in_relative(found, scene)
                yield found


def _source_behind(word: int, scene: Scene) -> WordRange | None:
    """Return who or which document stands behind "according to", and no plan or law."""
    found = scene.mention_at(word)
    if found is not None and found[1].type in SPEAKERS:
        return scene.phrase(scene.head_of(found[0]))
    document = document_at(word, scene)
    return None if document is None else (word, scene.phrase(document)[1])


def _with_name(source: WordRange, end: int, scene: Scene) -> WordRange:
    """Return a source with the name that ends its sentence behind a comma: "according to her press secretary, [Eva Lind]."."""
    name = scene.mention_at(source[1] + 1)
    if scene.encoding.words[source[1] : source[1] + 1] != (",",) or name is None or name[1].type != "person":
        return source
    is_name = scene.encoding.words[name[0][0]][:1].isupper() and name[1].name is not None
    return (source[0], end - 1) if is_name and name[0][1] == end - 1 else source


def _clause_beside(word: int, source: WordRange, start: int, end: int, scene: Scene) -> WordRange | None:
    """Return the clause in front of "according to", from the last semicolon or the start, or the one behind its comma."""
    words = scene.encoding.words
    first = next((w + 1 for w in range(word - 1, start - 1, -1) if words[w] == ";"), start)
    if first == word or words[word] == "According":  # "According to two aides, the talks failed."
        first, last = source[1] + 1, end - (words[end - 1] in {".", "!", "?"})
        is_clause = words[source[1] : first] == (",",) and last - first > 2
        return (first, last) if is_clause else None
    last = word - (words[word - 1] == ",")
    has_verb = any(scene.syntax.upos[w] in VERBAL and scene.lower(w) != "according" for w in range(first, last))
    is_aside = words[source[1] : source[1] + 1] == (",",)  # "the talks, according to two aides, had failed"
    return (first, last) if has_verb and last - first > 2 and not is_aside else None

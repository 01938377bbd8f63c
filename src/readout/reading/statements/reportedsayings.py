# SPDX-License-Identifier: Apache-2.0
"""Who is quoted as saying what, and by whom: "The envoy was quoted by Interfax [as telling reporters that] the talks had failed".

The labels of the model take the agency, or nobody, for the source there, and who is quoted for a part of what is said. The order of
the words is fixed, so they decide: who, "was quoted", by whom, "as saying", to whom, and what, behind that or in front of who.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.arguments import QUOTING
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.evidence import Support
from readout.reading.statements.channels import listener_at
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import Quoted
from readout.reading.statements.relays import is_outlet

__all__ = ["settle_reported"]

_PASSED_ON = frozenset({"quoted", "cited", "reported"})
_BE = frozenset("was were is are been be being".split())
_MOST = 12  # words from "quoted" to "as saying": "in Thursday's edition of the state-run daily"
_WITHIN = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "PRON", "NUM", "ADP", "ADV"})
_TITLES = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART"})
_STOPS = frozenset({".", "!", "?", ";"})
_CLOSING = frozenset({'"', "”", "’", "''", "»"})
_SURE = 0.6  # of those that the labels have missed; as of the sentences that end with who says so


@dataclass(frozen=True, slots=True)
class _Reported:
    """Who is quoted as saying something.

    Attributes:
        source: Who is quoted.
        cue: "was quoted".
        saying: "as telling".
        by: The word behind "by", if there is one.
        behind: The word behind all of these.
        end: The end of the sentence, without its stop.
    """

    source: WordRange
    cue: WordRange
    saying: WordRange
    by: int | None
    behind: int
    end: int


def settle_reported(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> list[Draft]:
    """Return the drafts with what somebody is quoted as saying given to them, and not to who quotes them."""
    for draft in drafts:
        _part_cue(draft, scene)
    found = list(_reported(scene))
    if not found:
        return list(drafts)
    by_cue: dict[int, list[Draft]] = {}
    for draft in drafts:
        for word in {draft.cue[0], draft.cue[1] - 1} if draft.cue is not None else ():
            by_cue.setdefault(word, []).append(draft)
    gone: set[Draft] = set()
    new = []
    for one in found:
        own = list(dict.fromkeys(d for w in range(one.cue[0], one.behind) for d in by_cue.get(w, ()) if d not in gone))
        contents = _contents(one, own, scene, quotations)
        if not contents:
            continue
        draft = next((d for d in own if d.contents), None) or Draft([], None, None, _SURE)
        draft.contents = contents
        draft.cue, draft.cue_parts = one.cue, [one.saying]
        if one.cue[1] == one.saying[0]:
            draft.cue, draft.cue_parts = (one.cue[0], one.saying[1]), []
        draft.take_source(one.source, "who is quoted")
        _add_relay(draft, one, scene)
        gone.update(own)
        gone.update(d for d in drafts if d.cue is None and d.contents == contents and d is not draft)
        new.append(draft)
    return [draft for draft in drafts if draft not in gone] + new


def _part_cue(draft: Draft, scene: Scene) -> None:
    """Take for the source who is quoted where the labels see that in the cue or in what is said: "quotes [him] as saying"."""
    lower = scene.encoding.lower
    if draft.cue is None or lower[draft.cue[0]] not in QUOTING:
        return
    start, end = draft.cue
    behind = next((c for c in draft.contents if c[0] == end), None) if len(draft.contents) > 1 else None
    if behind is not None:
        end = behind[1] if lower[behind[1] - 2 : behind[1]] == _AS_SAYING else behind[1] + 2
    if end - start < _SHORTEST_CUE or lower[end - 2 : end] != _AS_SAYING:
        return
    draft.contents = [content for content in draft.contents if content != behind]
    draft.take_source((start + 1, end - 2), "who is quoted")
    draft.cue, draft.cue_parts = (start, start + 1), [(end - 2, end)]


_AS_SAYING = ("as", "saying")
_SHORTEST_CUE = 4  # words: "quotes him as saying"


def _reported(scene: Scene) -> Iterator[_Reported]:
    lower, upos, words = scene.encoding.lower, scene.syntax.upos, scene.encoding.words
    for sentence in scene.syntax.sentences:
        for verb in range(sentence.start + 1, sentence.end):
            if lower[verb] not in _PASSED_ON and lower[verb] not in QUOTING:
                continue
            first = verb
            while first - 1 > sentence.start and upos[first - 1] in {"AUX", "ADV"}:
                first -= 1
            saying = _saying(verb, sentence.end, scene)
            if saying is not None and _BE.isdisjoint(lower[first:verb]):
                source, first = _whom(verb, saying, scene), verb
            else:
                source = _who(first, verb, sentence.start, scene)
            if saying is None or source is None:
                continue
            behind = saying[1]
            by = next((w + 1 for w in range(verb + 1, saying[0]) if lower[w] == "by"), None)
            if by is None and behind < sentence.end and lower[behind] == "by":
                by = behind + 1
                behind = _behind_name(by, sentence.end, scene)
            end = sentence.end - 1 if words[sentence.end - 1] in _STOPS else sentence.end
            yield _Reported(source, (first, verb + 1), saying, by, behind, end)


def _saying(verb: int, end: int, scene: Scene) -> WordRange | None:
    """Return "as saying" or "as having told" behind a verb, with nothing but names and phrases between."""
    lower = scene.encoding.lower
    for word in range(verb + 1, min(verb + _MOST, end - 1)):
        if lower[word] == "as" and lower[word + 1].endswith("ing"):
            last = word + 1 + (lower[word + 1] == "having")
            return (word, last + 1) if last < end and scene.cue_at(last) is not None else None
        if scene.syntax.upos[word] not in _WITHIN and not _joins_name(word, scene):
            return None
    return None


def _joins_name(word: int, scene: Scene) -> bool:
    """Tell whether a hyphen joins the parts of a name: "quoted by Al[-]Ahram as saying"."""
    upos = scene.syntax.upos
    is_between = 0 < word < len(upos) - 1 and scene.encoding.words[word] == "-"
    return is_between and upos[word - 1] in _TITLES and upos[word + 1] in _TITLES


def _who(first: int, verb: int, start: int, scene: Scene) -> WordRange | None:
    """Return who is quoted: the subject in front of "was", without what is said in front of it."""
    syntax, words = scene.syntax, scene.encoding.words
    last = first - (words[first - 1] == ",")
    mark = next((w for w in range(first - 1, max(start, first - _MOST), -1) if words[w] in _CLOSING), None)
    is_whole = mark is not None and (words[mark - 1] in {",", ".", "?", "!"} or words[mark + 1] == ",")
    if (
        mark is not None
        and is_whole
        and all(syntax.upos[w] in _WITHIN or words[w] == "," for w in range(mark + 1, first))
    ):
        return (mark + 1, last) if mark + 1 < last else None  # "…,” [the governor, Oleh Bondar,] was quoted"
    heads = [w for w in syntax.children(verb, "nsubj:pass", "nsubj") if start <= w < first]
    if heads:
        begin = min(w for w in syntax.subtree(heads[-1]) if start <= w < first)
    else:
        before = scene.mention_before(last)
        if before is None:
            return None
        begin = before[0][0]
    run = last - 1
    while run > start and syntax.upos[run - 1] in _TITLES:
        run -= 1
    if words[run - 1] == "," and run < begin:
        begin = run  # ", [Kremlin spokesman Dmitry Peskov] was quoted", wherever the tree hangs the Kremlin
    if words[begin] == ",":
        begin += 1
    return (begin, last) if begin < last and syntax.upos[begin] not in VERBAL else None


def _whom(verb: int, saying: WordRange, scene: Scene) -> WordRange | None:
    """Return whom an agency quotes "as having said" or "as telling them" something; "as saying" is left to the labels."""
    cue = scene.cue_at(saying[1] - 1)
    is_plain = saying[1] - saying[0] == 2 and (cue is None or cue.addressee != "obj")
    words = verb + 1, saying[0]
    if is_plain or scene.lower(verb) not in QUOTING or scene.directory.of_words(*words) is None:
        return None
    return words


def _behind_name(at: int, end: int, scene: Scene) -> int:
    """Return the word behind the name of who quotes."""
    found = listener_at(at, scene)
    behind = found[0][1] if found is not None else at
    named = scene.mention_at(behind) if found is not None else None
    if named is not None and scene.syntax.upos[behind] == "PROPN" and is_outlet(named[1]):
        behind = named[0][1]  # "by the state news agency [Belta]"
    return max(at, min(behind, end))


def _contents(one: _Reported, own: Sequence[Draft], scene: Scene, quotations: Quoted) -> list[WordRange]:
    """Return what is said: what stands behind the saying, or in front of who is quoted."""
    syntax, start = scene.syntax, _behind_listener(one, scene)
    beside = [q for q in quotations.outermost(one.source[0] - 1, one.source[0]) if q[1] == one.source[0]]
    if beside and scene.encoding.words[one.source[0] - 2] in {",", "?", "!"} and not _goes_on(start, one, scene):
        return beside  # "[“We will not go,”] he was quoted as saying by Interpress", wherever the sentence begins
    sentence = syntax.sentences[syntax.sentence_of[one.source[0]]].start
    comma = one.source[0] - (scene.encoding.words[one.source[0] - 1] == ",")
    front = _front([(s, min(e, comma)) for d in own for s, e in d.contents if s < comma], (sentence, comma), scene)
    is_in_front = any(syntax.upos[w] in VERBAL for s, e in front for w in range(s, e)) or any(
        quotations.covers(c) for c in front if c[0] < c[1]
    )
    if is_in_front and not _goes_on(start, one, scene):
        return front
    behind = [c for d in own for c in d.contents if c[1] > start and c[0] >= one.saying[1]]
    end = max((c[1] for c in behind), default=one.end)
    if end > one.end and not quotations.marked(one.end - 1, end):
        end = one.end
    return [(start, end)] if start < end else []


def _goes_on(start: int, one: _Reported, scene: Scene) -> bool:
    return any(scene.syntax.upos[w] in VERBAL for w in range(start, one.end))


def _front(known: list[WordRange], room: WordRange, scene: Scene) -> list[WordRange]:
    """Return what is said in front of who is quoted: all of the sentence, or what a comma parts from the rest."""
    start = known[0][0] if known else room[0]
    if known and (start <= room[0] or scene.encoding.words[start - 1] in {",", ":"}):
        return known
    return [room]


def _behind_listener(one: _Reported, scene: Scene) -> int:
    """Return where what is said behind a saying begins: behind "that", and behind who was told and where."""
    lower, start = scene.encoding.lower, one.behind
    cue = scene.cue_at(one.saying[1] - 1)
    is_told = cue is not None and cue.addressee is not None
    that = next((w for w in range(start, min(start + _MOST, one.end - 2)) if lower[w] == "that"), None)
    if that is None or not scene.syntax.is_relation(that, "mark"):
        return start
    between = range(start, that)
    is_aside = all(scene.syntax.upos[w] in _WITHIN for w in between) and (is_told or not between)
    return that + 1 if is_aside else start


def _add_relay(draft: Draft, one: _Reported, scene: Scene) -> None:
    """Let who quotes pass the words on: "by Interfax", "by his office", "in the Financial Times"."""
    places = [one.by] if one.by is not None else list(range(one.cue[1] + 1, one.saying[0]))
    for at in places:
        found = listener_at(at, scene)
        if found is not None and found[0][1] - found[0][0] == 1 and scene.syntax.is_relation(at, "nmod:poss"):
            noun = scene.syntax.heads[at]  # "by [his office]"
            owned = scene.entity_of(noun)
            found = (scene.phrase(noun), owned) if owned is not None and noun > at else found
        is_quoting = found is not None and (at == one.by or is_outlet(found[1]))
        if found is not None and is_quoting and found[1] is not scene.directory.of_words(*one.source):
            draft.relayed_by.append(found[1])
            draft.because.append(Support("relayed_by", "by whom they are quoted", None, (scene.span(found[0]),)))
            return

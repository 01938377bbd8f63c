# SPDX-License-Identifier: Apache-2.0
"""Statements of several: "residents and officials said" is what the residents said and what the officials said.

A statement has one speaker, so a source that names several makes one statement of each; they share content, cue and source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.pairphrases import are_they_who_meet
from readout.reading.clauses.pairs import pair_before, pair_called
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.entities import Entity
from readout.reading.coreference.facts import singular_of
from readout.reading.evidence import OpenField, Support
from readout.reading.statements.countedspeakers import listed_before
from readout.reading.statements.draft import Draft

__all__ = ["find_joint_speakers", "part_joint_speakers"]

_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_DETERMINING = ("det", "amod", "nmod:poss", "nummod", "compound")


def find_joint_speakers(draft: Draft, scene: Scene) -> None:
    """Fill who else says it beside the speaker: those that stand in one list with the speaker, "Oslo, Rome and Bern said"."""
    if draft.source is None:
        return
    if are_they_who_meet(scene, draft.source[0]):
        _find_who_agree(draft, draft.source, scene)
        return
    if draft.speaker is None:
        return
    pair = pair_called(scene, scene.directory.entities, draft.speaker, draft.source[0])
    if pair is not None:
        draft.speaker, draft.joint = pair[0], [pair[1]]
        draft.addressees = [a for a in draft.addressees if a not in pair]
        return
    counted = listed_before(scene, scene.head_of(draft.source)) if draft.speaker.name is None else []
    if counted:
        draft.speaker, draft.joint = counted[0], counted[1:]
        return
    draft.source = _with_list(draft, draft.source, scene)
    listed = _listed(scene, draft.source)
    named = [found for word in listed if (found := _of_word(scene, word, draft.source)) is not None]
    if draft.speaker not in named:
        return  # the source names somebody else's document or office
    is_plain = all(scene.syntax.upos[w] == "PROPN" for w in listed)
    if is_plain and len(listed) == 2 and scene.lower(listed[1] - 1) == ",":
        draft.speaker = named[0]  # a headline's "[Modi], Trump agree"
    is_plain = is_plain and not any(scene.syntax.upos[w] == "ADP" for w in range(*draft.source))
    if is_plain and named[0].type == "place" and draft.speaker is not named[0]:
        draft.speaker = named[0]  # "[Norland], the European Union and Japan condemned it": in the order of the text
    for word in listed:
        found = _of_word(scene, word, draft.source)
        known = (draft.speaker, *draft.joint, *draft.relayed_by, *draft.addressees)
        if found is not None and found.type == "place" and draft.speaker.type != "place" and not is_plain:
            continue  # "mediators from Oman and [Qatar]", whatever the tree joins
        if found is not None and found not in known and not _is_same_person(scene, word, found):
            draft.joint.append(found)


def _find_who_agree(draft: Draft, source: WordRange, scene: Scene) -> None:
    """Fill the two of "[They] agreed to stay in touch", of whom none can agree alone."""
    met = pair_before(scene, scene.directory.entities, source[0])
    is_known = draft.speaker is not None
    draft.speaker, draft.joint = (None, []) if met is None else (met[0], [met[1]])
    if met is not None:
        draft.undecided = [field for field in draft.undecided if field.field != "speaker"]
    elif is_known:
        draft.because = [support for support in draft.because if support.field != "speaker"]
        draft.undecided.append(OpenField("speaker", "who they are is not sure", (scene.span(source),)))


def _with_list(draft: Draft, source: WordRange, scene: Scene) -> WordRange:
    """Return a source with what is joined to it right behind: the tree's subject is the first of a list."""
    below = [c for c in scene.syntax.children(scene.syntax.noun_of(*source), "conj") if c >= source[1]]
    words = [w for c in below for w in scene.syntax.subtree(c) if scene.syntax.upos[c] in _NAMING]
    if not words or scene.lower(source[1]) not in {"and", ","}:
        return source
    wider = source[0], max(words) + 1
    taken = [*draft.contents, *([draft.cue] if draft.cue else [])]
    return source if any(start < wider[1] and source[1] < end for start, end in taken) else wider


def _listed(scene: Scene, source: WordRange) -> list[int]:
    """Return the heads of the phrases that a source is a list of, in text order."""
    syntax, (start, end) = scene.syntax, source
    tops = [w for w in range(start, end) if syntax.heads[w] == w or not start <= syntax.heads[w] < end]
    nouns = [w for w in tops if syntax.upos[w] in _NAMING]
    if not any(scene.lower(w) in {"and", "&"} for w in range(start, end)):
        return nouns[:1] + _joined_by_comma(scene, nouns, end)
    # The commas of a list do not close: "the mayor, the governor and an aide said", not "the mayor, a judge and a poet, said".
    members = [
        c for w in nouns[:1] for c in syntax.children(w, "appos") if _is_plural(w, scene) and syntax.children(c, "conj")
    ]
    if members and all(syntax.upos[c] == "PROPN" for c in members):  # "His lawyers, [Ada Lind] and [Ivo Falk], said"
        return sorted(c for m in members for c in (m, *syntax.children(m, "conj")) if start <= c < end)
    closed = "," in (scene.lower(end - 1), scene.lower(min(end, len(scene.encoding.words) - 1)))
    found = [w for w in nouns if w == nouns[0] or _is_behind_comma(scene, w, closed=closed)]
    found += [] if closed else _states_between(found[:1], scene)
    for at in found:
        beside = [] if closed else [c for c in syntax.children(at, "appos") if syntax.children(c, "conj")]
        joined = [*syntax.children(at, "conj"), *beside]
        found += [w for w in joined if start <= w < end and w > at and w not in found]
    found = sorted(w for w in found if syntax.upos[w] in _NAMING)
    if closed and found and _is_plural(found[0], scene) and _is_followed(found[0], end, scene):
        apposed = sorted({*found[1:], *syntax.children(found[0], "appos")})
        if len(apposed) > 1 and all(syntax.upos[w] == "PROPN" for w in apposed):
            return apposed
    return found


def _joined_by_comma(scene: Scene, nouns: list[int], end: int) -> list[int]:
    """Return the last of two whom a headline joins with a comma, right before a verb in the plural: "Modi, [Trump] agree"."""
    if not nouns or (scene.lower(end).endswith("s") and not scene.lower(end).endswith("ss")):
        return []
    if scene.phrase(nouns[0])[0] != scene.sentence_start(nouns[0]):
        return []  # "In a telegram to the widow, Eva Berg, [King Emil] recalled"
    joined = nouns[1:] or scene.syntax.children(nouns[0], "conj", "appos")  # what somebody is would end with a comma
    is_pair = len(joined) == 1 and nouns[0] < joined[0] < end and scene.syntax.upos[joined[0]] == "PROPN"
    return joined if is_pair and scene.lower(scene.phrase(joined[0])[0] - 1) == "," else []


def _states_between(first: list[int], scene: Scene) -> list[int]:
    """Return the states that the tree takes for what the first of a list is: "France, [Germany] and Russia"."""
    found = []
    for at in first:
        last = max(scene.syntax.children(at, "conj"), default=at)
        for word in scene.syntax.children(at, "appos"):
            both = scene.directory.at_head(at), scene.directory.at_head(word)
            is_state = all(e is not None and e.type == "place" and e.country is not None for e in both)
            if at < word < last and is_state and both[0] is not both[1]:
                found.append(word)
    return found


def _is_followed(word: int, end: int, scene: Scene) -> bool:
    """Tell whether a comma stands right behind a noun: "their parties[,] the PPA-CI and the PDCI, said"."""
    return word + 1 < end and scene.lower(word + 1) == ","


def _is_plural(word: int, scene: Scene) -> bool:
    """Tell whether a noun is of several: "lawyers"."""
    return scene.syntax.upos[word] == "NOUN" and singular_of(scene.lower(word)) != scene.lower(word)


def _is_behind_comma(scene: Scene, word: int, *, closed: bool) -> bool:
    """Tell whether a phrase goes on with a list: not "the group, whose [members] met", which begins a clause.

    The tree may hang the comma on the phrase behind it; where another closes the list, that is what somebody is.
    """
    words = [w for w in scene.syntax.subtree(word) if w == word or closed or scene.syntax.upos[w] != "PUNCT"]
    return scene.lower(words[0] - 1) in {"and", ","} and scene.lower(words[0]) != "whose"


def _is_same_person(scene: Scene, word: int, found: Entity) -> bool:
    """Tell whether a noun goes on with a title: "Oduya, the president of Ghana and [head] of the mission"."""
    is_one = scene.syntax.upos[word] == "NOUN" and singular_of(scene.lower(word)) == scene.lower(word)
    return found.type == "person" and is_one and not scene.syntax.children(word, *_DETERMINING)


def _of_word(scene: Scene, word: int, source: WordRange) -> Entity | None:
    """Return who speaks at the head of a phrase within a source."""
    if scene.syntax.upos[word] not in _NAMING:
        return None
    start, end = scene.phrase(word)
    found = scene.directory.at_head(word) or scene.directory.of_words(max(start, source[0]), min(end, source[1]))
    return found if found is not None and found.type != "other" else None


def part_joint_speakers(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Return the statements with those of the others who said the same words, each behind the first speaker's."""
    found: list[Draft] = []
    for draft in drafts:
        found.append(draft)
        for speaker in draft.joint:
            because = [support for support in draft.because if support.field != "speaker"]
            where = (scene.span(draft.source),) if draft.source else ()
            because.append(Support("speaker", "named beside the first speaker", None, where))
            found.append(replace(draft, speaker=speaker, because=because, joint=[]))
    return found

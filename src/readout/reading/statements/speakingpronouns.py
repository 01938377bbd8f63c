# SPDX-License-Identifier: Apache-2.0
"""Who "he", "she" and "they" are where they speak: more than of other pronouns, the speakers around tell."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.entities import Entity
from readout.reading.evidence import OpenField, Support
from readout.reading.statements.colontags import IN_FRONT
from readout.reading.statements.draft import Draft
from readout.reading.statements.semicolons import speaking_in_front

__all__ = ["is_main_subject", "settle_pronouns"]


def settle_pronouns(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give statements of "he", "she" or "they" that nobody could be found for to whoever spoke last.

    A pronoun that attributes goes back to the speaker before it far more often than to anybody else. It is done only where
    that speaker is of the right kind and stands in the same paragraph or the one before.
    """
    line_of = scene.lines
    said = bytearray(len(scene.encoding.words))
    for content in (c for d in drafts for holder in (d, d.parent) if holder for c in holder.contents):
        said[slice(*content)] = b"\1" * (content[1] - content[0])
    last: dict[str, tuple[Draft, int]] = {}
    for draft in sorted(drafts, key=lambda d: (d.cue or d.contents[0])[0]):
        place = (draft.cue or draft.contents[0])[0]
        pronoun = scene.lower(draft.source[0]) if draft.source and draft.source[1] - draft.source[0] == 1 else ""
        if draft.parent is not None and draft.parent.verbatim:
            _settle_in_turn(draft, draft.parent, pronoun)
            continue
        kind = {"he": "person", "she": "person", "they": "many", "it": "body"}.get(pronoun, "")
        if any(support.rule == IN_FRONT for support in draft.because):
            kind = ""
        if kind == "person" and draft.source is not None:
            is_told = _settle_in_paragraph(draft, draft.source, scene, said)
            if not is_told and kind in last and last[kind][1] == line_of[place]:
                _keep_speaker(draft, draft.source, last[kind][0], scene)
        if kind == "person" and kind in last and line_of[place] - last[kind][1] == 1:
            _keep_last(draft, last[kind][0], scene)
        if pronoun == "it" and draft.source is not None and "body" in last and last["body"][1] == line_of[place]:
            _keep_body(draft, draft.source, last["body"][0], scene)
        if pronoun == "it" and draft.source is not None:
            _take_body_before(draft, draft.source, scene)
        if pronoun == "it" and draft.speaker is not None and _is_only_spoken_of(draft, draft.speaker):
            draft.speaker = None
            draft.because = [support for support in draft.because if support.field != "speaker"]
            draft.undecided.append(OpenField("speaker", "'it' is not who the words are about"))
        if draft.speaker is None and kind in last and line_of[place] - last[kind][1] <= 1:
            before = last[kind][0]
            where = (scene.span(before.source),) if before.source else ()
            draft.speaker = before.speaker
            draft.undecided = [o for o in draft.undecided if o.field != "speaker"]
            draft.because.append(Support("speaker", f"'{pronoun}', who spoke last", None, where))
        if draft.speaker is not None and draft.parent is None:
            last["person" if draft.speaker.type == "person" else "many"] = (draft, line_of[place])
            if draft.speaker.type not in {"person", "group"} or (draft.speaker.type == "group" and draft.speaker.name):
                last["body"] = (draft, line_of[place])


def _settle_in_turn(draft: Draft, turn: Draft, pronoun: str) -> None:
    """Give an "I" in a turn of a transcript to its speaker; of others the speakers around say nothing."""
    if pronoun == "i" and turn.speaker is not None:
        draft.speaker = turn.speaker
        draft.undecided = [o for o in draft.undecided if o.field != "speaker"]
        draft.because.append(Support("speaker", "'I', whose turn it is", None))


def _keep_speaker(draft: Draft, source: WordRange, before: Draft, scene: Scene) -> None:
    """Give a "he" or "she" that was taken for somebody of another paragraph to whoever spoke before in its own."""
    speaker, other = before.speaker, draft.speaker
    start, _ = scene.encoding.lines[scene.lines[source[0]]]
    if speaker is None or other is None or speaker is other or before.source is None:
        return
    is_near = any(start <= m.start < source[0] and m.form != "pronoun" for m in other.mentions)
    if (
        is_near
        or scene.is_called_otherwise(speaker, source[0])
        or not any(start <= m.start < source[0] and m.form == "name" for m in speaker.mentions)
    ):
        return
    draft.speaker = speaker
    draft.because = [support for support in draft.because if support.field != "speaker"]
    draft.because.append(
        Support("speaker", "pronoun, who spoke before in the paragraph", None, (scene.span(before.source),))
    )


def _keep_body(draft: Draft, source: WordRange, before: Draft, scene: Scene) -> None:
    """Give an "it" that was taken for a body of another paragraph to the body that spoke last in its own."""
    speaker, other = before.speaker, draft.speaker
    start, _ = scene.encoding.lines[scene.lines[source[0]]]
    if speaker is None or other is None or speaker is other or before.source is None:
        return
    if any(start <= m.start < source[0] and m.form != "pronoun" for m in other.mentions):
        return
    draft.speaker = speaker
    draft.because = [support for support in draft.because if support.field != "speaker"]
    draft.because.append(
        Support("speaker", "'it', the body that spoke before in the paragraph", None, (scene.span(before.source),))
    )


def _take_body_before(draft: Draft, source: WordRange, scene: Scene) -> None:
    """Give an "it" taken for somebody of another paragraph to the body of the sentence before: "[The ministry] was silent"."""
    other, number = draft.speaker, scene.syntax.sentence_of[source[0]] - 1
    start, _ = scene.encoding.lines[scene.lines[source[0]]]
    near = [] if other is None else [m for m in other.mentions if start <= m.start < source[0] and m.form != "pronoun"]
    if number < 0 or near:
        return
    before = scene.syntax.sentences[number]
    subjects = [w for w in range(max(start, before.start), before.end) if is_main_subject(w, scene)]
    body = scene.entity_of(subjects[0]) if subjects else None
    if body is None or body is other or body.type != "organisation" or scene.lower(subjects[0]) == "it":
        return
    draft.speaker = body
    draft.undecided = [o for o in draft.undecided if o.field != "speaker"]
    draft.because = [support for support in draft.because if support.field != "speaker"]
    where = (scene.span(scene.phrase(subjects[0])),)
    draft.because.append(Support("speaker", "'it', the body of the sentence before", None, where))


def _keep_last(draft: Draft, before: Draft, scene: Scene) -> None:
    """Give a "he" or "she" taken for somebody further above to whoever spoke in the paragraph before."""
    speaker, other, source = before.speaker, draft.speaker, draft.source
    if speaker is None or other is None or source is None or speaker is other or before.source is None:
        return
    line = scene.lines[source[0]]
    near = [m for m in other.mentions if scene.lines[m.start] in {line - 1, line} and m.start < source[0]]
    if near or scene.is_called_otherwise(speaker, source[0]):
        return
    draft.speaker = speaker
    draft.because = [support for support in draft.because if support.field != "speaker"]
    draft.because.append(
        Support("speaker", "pronoun, who spoke in the paragraph before", None, (scene.span(before.source),))
    )


def _is_only_spoken_of(draft: Draft, speaker: Entity) -> bool:
    """Tell whether the report names a body before its "it" only in what is said: "[The cabinet met], it added"."""
    before = [m for m in speaker.mentions if m.form != "pronoun" and draft.cue and m.start < draft.cue[0]]
    return bool(before) and all(draft.holds(m.head) for m in before)


def _settle_in_paragraph(draft: Draft, source: WordRange, scene: Scene, said: bytearray) -> bool:
    """Give a "he" or "she" to the only person that its paragraph names before it outside of what is said, whoever was found.

    Returns:
        Whether it is somebody else, whom that person has told something.
    """
    start, _ = scene.encoding.lines[scene.lines[source[0]]]
    persons = [
        person
        for person in scene.directory.persons_in(start, source[0])
        if any(start <= m.start < source[0] and m.form != "pronoun" and not said[m.start] for m in person.mentions)
        and not scene.is_called_otherwise(person, source[0])
    ]
    told = _told_by(persons[0], source[0], start, scene) if len(persons) == 1 else None
    if told is not None:
        return _give_to_other(draft, told, scene)
    rule = "pronoun, the only person named in the paragraph"
    own = [person for person in persons if _goes_on(person, source[0], scene)] if len(persons) > 1 else []
    in_front = speaking_in_front(persons, source[0], said, scene) if len(persons) > 1 else []
    if len(in_front) == 1:
        persons, rule = in_front, "pronoun, who spoke in front of the semicolon"
    elif len(own) == 1:
        persons, rule = own, "pronoun, the subject of its sentence"
    elif len(persons) > 1 and _tells(persons, source[0], scene):
        return False  # "Berg told Lind that [he] hoped": none of the sentence before
    elif len(persons) > 1:
        persons, rule = _subjects_before(persons, source[0], scene, said), "pronoun, the subject of the sentence before"
    if len(persons) != 1 or draft.speaker is persons[0] or _has_asked(persons[0], source, scene):
        return False
    if draft.speaker is not None and _is_asked_before(draft.speaker, source, scene):
        return False
    draft.speaker = persons[0]
    draft.undecided = [o for o in draft.undecided if o.field != "speaker"]
    draft.because = [support for support in draft.because if support.field != "speaker"]
    named = next((m for m in persons[0].mentions if start <= m.start < source[0]), None)
    spans = (named.span,) if named else ()
    draft.because.append(Support("speaker", rule, None, spans))
    return False


def _give_to_other(draft: Draft, pronoun: int, scene: Scene) -> bool:
    """Give a "she" to the "her" in front of it, as far as it is known who that is."""
    other = scene.directory.at_head(pronoun)
    if other is None or other.type != "person" or other.name is None:
        return False
    draft.speaker = other
    draft.undecided = [o for o in draft.undecided if o.field != "speaker"]
    draft.because = [support for support in draft.because if support.field != "speaker"]
    draft.because.append(
        Support("speaker", "pronoun, to whom something was said", None, (scene.encoding.spans[pronoun],))
    )
    return True


def _told_by(person: Entity, pronoun: int, start: int, scene: Scene) -> int | None:
    """Return the "her" of "[Millett] put it to [her] that it was so. She agreed": who is told something is another."""
    other, syntax = {"he": "him", "she": "her"}.get(scene.lower(pronoun), ""), scene.syntax
    for mention in person.mentions:
        head = mention.head
        while syntax.is_relation(head, "appos", "flat") and syntax.heads[head] != head:
            head = syntax.heads[head]
        verb = syntax.heads[head]
        if not (start <= mention.start < pronoun and syntax.is_relation(head, "nsubj")):
            continue
        cue = scene.cue_at(verb)
        for word in syntax.children(verb, "obj", "iobj", "obl"):
            is_told = scene.case_of(word) == "to" or (
                cue is not None and cue.addressee == "obj" and not scene.case_of(word)
            )
            if scene.lower(word) == other and word < pronoun and is_told:
                return word
    return None


def _goes_on(person: Entity, pronoun: int, scene: Scene) -> bool:
    """Tell whether a clause beside the main one goes on with the main one's subject: "[Berg] went further: he told Interpress"."""
    syntax, verb = scene.syntax, scene.syntax.heads[pronoun]
    main = syntax.heads[verb]
    led_in = scene.lower(pronoun - 1)
    if led_in == "what" or (led_in in {"which", "where"} and syntax.is_relation(verb, "acl:relcl", "advcl")):
        main = [verb, *syntax.ancestors(verb)][-1]  # "[Berg] gave an address, in which he said", "with what he called"
    elif syntax.is_relation(verb, "ccomp") and main < pronoun and scene.cue_at(main) is not None:
        hearers = [scene.entity_of(w) for w in syntax.children(main, "obj", "iobj")]
        if any(hearer is None or hearer.type not in {"group", "organisation"} for hearer in hearers):
            return False  # "Berg told Lind that [he] hoped": one of the two; "Berg told reporters that [he] hoped"
    elif _concedes(verb, scene):
        main = [verb, *syntax.ancestors(verb)][-1]  # "[Berg] said it would pass, though he admitted that"
    elif not syntax.is_relation(verb, "parataxis", "conj") or syntax.heads[main] != main:
        return False
    if scene.is_called_otherwise(person, pronoun):
        return False
    return any(
        m.form == "name" and m.start < pronoun and m.head in syntax.children(main, "nsubj") for m in person.mentions
    )


def _tells(persons: Sequence[Entity], pronoun: int, scene: Scene) -> bool:
    """Tell whether one of some persons says the clause that a pronoun is the subject of."""
    verb = scene.syntax.heads[pronoun]
    subjects = (
        scene.syntax.children(scene.syntax.heads[verb], "nsubj") if scene.syntax.is_relation(verb, "ccomp") else []
    )
    return any(m.form == "name" and m.head in subjects for person in persons for m in person.mentions)


def _concedes(verb: int, scene: Scene) -> bool:
    """Tell whether a clause behind what is said adds what the same says: ", though he admitted that"."""
    marks = [scene.lower(w) for w in scene.syntax.children(verb, "mark")]
    return not {"though", "although"}.isdisjoint(marks) and scene.cue_at(verb) is not None


def _subjects_before(persons: Sequence[Entity], pronoun: int, scene: Scene, said: bytearray) -> list[Entity]:
    """Return of some persons those of whom the sentence before a pronoun's tells, outside of what is said."""
    syntax, number = scene.syntax, scene.syntax.sentence_of[pronoun] - 1
    found = []
    for person in persons:
        here = [
            m
            for m in person.mentions
            if syntax.sentence_of[m.head] == number and m.form != "pronoun" and not said[m.start]
        ]
        if any(is_main_subject(m.head, scene) for m in here) and not scene.is_called_otherwise(person, pronoun):
            found.append(person)
    return found


def is_main_subject(word: int, scene: Scene) -> bool:
    """Tell whether a word is the subject of its sentence's main clause."""
    above = scene.syntax.heads[word]
    return scene.syntax.is_relation(word, "nsubj") and scene.syntax.heads[above] == above


def _is_asked_before(person: Entity, source: WordRange, scene: Scene) -> bool:
    """Tell whether somebody is asked in the sentence before, and so answers: "The judge asked [Lind] whether it was so"."""
    syntax, before = scene.syntax, scene.syntax.sentence_of[source[0]] - 1
    here = (m.head for m in person.mentions if syntax.sentence_of[m.head] == before)
    return any(syntax.is_relation(w, "obj", "iobj") and scene.lower(syntax.heads[w]) == "asked" for w in here)


def _has_asked(person: Entity, source: WordRange, scene: Scene) -> bool:
    """Tell whether somebody stands beside a pronoun only as who has put the question: "Pressed by [a lawmaker], he replied"."""
    syntax = scene.syntax
    here = [
        m.head
        for m in person.mentions
        if syntax.sentence_of[m.head] == syntax.sentence_of[source[0]] and m.head < source[0]
    ]
    return bool(here) and any(syntax.is_relation(w, "obl:agent") for w in here)

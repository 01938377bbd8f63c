# SPDX-License-Identifier: Apache-2.0
"""Whoever is asked or told something: not who says it, but to whom it is said.

"She was told [to leave]" is said to her, by nobody that is named. "Lind, asked [if he would go], promised …" says nothing of who
asks: what Lind says begins with his own verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.arguments import is_passive
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.coreference.entities import Entity
from readout.reading.evidence import Support
from readout.reading.statements.askedwords import ASKED
from readout.reading.statements.bareparticiples import is_bare_participle
from readout.reading.statements.draft import Draft

__all__ = ["free_the_told", "leave_out_when_asked", "told_entity", "turn_to_answers", "without_questions"]

_DECLINED = frozenset("declined declines refused refuses demurred".split())
_OPENS_QUESTION = frozenset("if whether about why how what when who by on in at during to".split())
_RELATIVE = frozenset("who whom that which".split())
_BELIEVING = frozenset("persuade convince assure".split())  # who is convinced holds it


def turn_to_answers(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Give to the verb that answers what a participle in front of it has: "Lind, asked [if he would go, promised to stay]".

    Returns:
        The drafts that remain: those without an answer in a clause of its own are left out, for nobody there asks anything.
    """
    cues = {word for draft in drafts if draft.cue for word in range(*draft.cue)}
    kept = []
    for draft in drafts:
        if _is_asked_behind_stop(draft, scene):
            continue
        if _take_answer(draft, scene):
            kept.append(draft)
            continue
        answer = _answer(draft, scene)
        told = None if answer is None or answer in cues else _told_by(answer, draft, scene)
        if answer is None or draft.cue is None:
            kept.append(draft)
        elif told is not None:
            draft.cue, draft.contents = (answer, answer + 1), [told]
            draft.because.append(Support("cue", "verb behind what was asked", None, (scene.span(draft.cue),)))
            kept.append(draft)
    return kept


def _take_answer(draft: Draft, scene: Scene) -> bool:
    """Take the answer behind a colon out of what somebody was asked: "Asked [who was to blame, a woman said: “All of us.”]"."""
    words, syntax = scene.encoding.words, scene.syntax
    if draft.cue is None or len(draft.contents) != 1 or scene.lower(draft.cue[0]) not in ASKED:
        return False
    start, end = draft.contents[0]
    colon = next((w for w in range(start, end - 2) if words[w] == ":" and words[w + 1] in {'"', "“"}), None)
    if colon is None or start < draft.cue[1] or scene.cue_at(colon - 1) is None:
        return False
    subject = next((w for w in syntax.children(colon - 1, "nsubj") if start < w < colon), None)
    comma = scene.phrase(subject)[0] - 1 if subject is not None else start
    if words[comma] != ",":
        return False
    draft.cue, draft.contents = (colon - 1, colon), [(colon + 1, end)]
    draft.take_source((comma + 1, colon - 1), "who answers")
    return True


def _is_asked_behind_stop(draft: Draft, scene: Scene) -> bool:
    """Tell whether somebody only was asked, who answers behind: "Lind said no; [asked if it was over], she said it was"."""
    asked, syntax = (draft.cue or (0, 0))[0], scene.syntax
    if draft.cue is None or scene.lower(asked) not in ASKED or scene.lower(asked - 1) != ";" or draft.start < asked:
        return False
    is_bare = not syntax.children(asked, "nsubj", "aux", "aux:pass") and scene.lower(asked + 1) in _OPENS_QUESTION
    comma = draft.end
    return is_bare and scene.lower(comma) == "," and scene.mention_at(comma + 1) is not None


def without_questions(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Leave out of contents what somebody is asked in front of the answer: "[Asked whether he would resign], he laughed".

    What somebody is asked to do and declines stays: "Asked by the judge [to sit], he refused".
    """
    kept = []
    for draft in drafts:
        start, end = draft.contents[0]
        is_front = draft.cue is not None and end <= draft.cue[0] and start == scene.sentence_start(start)
        if not is_front or scene.lower(start) not in ASKED or scene.encoding.words[end : end + 1] != (",",):
            kept.append(draft)
            continue
        to = next((w for w in range(start + 1, end - 1) if _opens_request(w, scene)), None)
        if draft.cue is not None and scene.lower(draft.cue[1] - 1) in _DECLINED and to is not None:
            draft.contents[0] = to, end
        elif (answer := _clause_behind(start, end, scene)) is not None:
            draft.contents[0] = answer, end
        else:
            draft.contents = draft.contents[1:]
        if draft.contents:
            kept.append(draft)
    return kept


_SAID_WHEN_ASKED = 3  # words of the shortest such cue


def leave_out_when_asked(drafts: Sequence[Draft], scene: Scene) -> None:
    """Leave out what somebody was asked behind the answer: "“No,” Lind said when asked [if a reply had come]"."""
    for draft in drafts:
        if draft.cue is None or draft.cue[1] - draft.cue[0] < _SAID_WHEN_ASKED or len(draft.contents) < 2:
            continue
        asked = draft.cue[1] - 1
        if draft.contents[-1][0] == asked + 1 and scene.lower(asked) in ASKED and scene.lower(asked - 1) == "when":
            draft.contents = draft.contents[:-1]
            draft.cue = draft.cue[0], draft.cue[1] - 2


def _clause_behind(start: int, end: int, scene: Scene) -> int | None:
    """Return where the answer begins within what is said: "[Asked whether it would hold, [he was sure of it], an aide said]"."""
    syntax = scene.syntax
    for comma in (w for w in range(start + 2, end - 2) if scene.encoding.words[w] == ","):
        subjects = (w for w in range(comma + 1, end) if syntax.is_relation(w, "nsubj", "nsubj:pass"))
        subject = next(subjects, None)
        if subject is not None and scene.phrase(subject)[0] == comma + 1 and syntax.heads[subject] > subject:
            return comma + 1
    return None


def _opens_request(word: int, scene: Scene) -> bool:
    """Tell whether a word is the "to" of what somebody is asked to do, not of whom or where."""
    return scene.lower(word) == "to" and scene.syntax.is_relation(word, "mark")


def _answer(draft: Draft, scene: Scene) -> int | None:
    """Return the verb that answers, behind the comma that ends what somebody was asked."""
    words, syntax = scene.encoding.words, scene.syntax
    if draft.cue is None or draft.source is None or draft.source[1] not in {draft.cue[0], draft.cue[0] - 1}:
        return None
    asked = draft.cue[0]
    if scene.lower(asked) not in ASKED or words[asked - 1] != "," or scene.lower(asked + 1) not in _OPENS_QUESTION:
        return None
    sentence = syntax.sentences[syntax.sentence_of[asked]]
    for word in range(asked + 2, sentence.end - 1):
        if words[word] in {'"', "“"}:
            return None
        verb = word + 1
        is_finite = syntax.upos[verb] in VERBAL and not scene.lower(verb).endswith("ing")
        if words[word] == "," and is_finite and not any(w < verb for w in syntax.children(verb, "nsubj") if w > asked):
            return verb
    return None


def _told_by(verb: int, draft: Draft, scene: Scene) -> WordRange | None:
    """Return what a verb of saying says, behind it."""
    if scene.cue_at(verb) is None:
        return None
    clauses = [w for w in scene.syntax.children(verb, "ccomp", "xcomp", "obj") if w > verb]
    if draft.holds(verb) and draft.end > verb + 1:
        return verb + 1, draft.end
    end = max((max(scene.syntax.subtree(w)) + 1 for w in clauses), default=verb + 1)
    end -= scene.encoding.words[end - 1] in {".", ","}
    return (verb + 1, end) if end > verb + 1 else None


def told_subject(verb: int, scene: Scene) -> int | None:
    """Return to whom a passive verb says something: "[The crew] was told to wait", "[He] refused and was asked to leave"."""
    cue, syntax = scene.cue_at(verb), scene.syntax
    is_told = is_passive(scene, verb) or is_bare_participle(scene, verb)
    if cue is None or cue.addressee != "obj" or cue.lemma in _BELIEVING or not is_told:
        return None
    if syntax.is_relation(verb, "acl") and not syntax.is_relation(verb, "acl:relcl"):
        return None
    at = verb
    while not syntax.children(at, "nsubj:pass", "nsubj") and syntax.is_relation(at, "conj") and syntax.heads[at] < at:
        at = syntax.heads[at]
    subjects = [w for w in syntax.children(at, "nsubj:pass", "nsubj") if w < verb]
    return subjects[-1] if subjects else None


def told_entity(draft: Draft, verb: int, scene: Scene) -> tuple[WordRange, Entity] | None:
    """Return the words and the entity of whom a passive verb says something to: also "[the envoy], who was told to leave"."""
    subject, syntax = told_subject(verb, scene), scene.syntax
    if subject is not None and scene.lower(subject) in _RELATIVE and syntax.is_relation(verb, "acl:relcl"):
        subject = syntax.heads[verb]
    found = None if subject is None or draft.holds(subject) else scene.entity_of(subject)
    return None if subject is None or found is None else (scene.phrase(subject), found)


def free_the_told(draft: Draft, verb: int, scene: Scene) -> None:
    """Take for the source who tells, if anybody, where the labels have whom it is told: "[Lind] was asked [by a reporter] to …"."""
    subject = told_subject(verb, scene)
    if subject is None or draft.cue is None:
        return
    if len(draft.contents) > 1 and draft.contents[0] == scene.phrase(subject):
        draft.contents.pop(0)  # "[Lind] was asked by a reporter [whether he knew]": to whom, not what
    if draft.source is None or not draft.source[0] <= subject < draft.source[1]:
        return
    draft.source = None
    draft.because = [support for support in draft.because if support.field != "source"]
    joined = [w for w in range(draft.cue[0] + 1, verb) if scene.syntax.upos[w] == "CCONJ"]
    if joined:
        draft.cue = joined[-1] + 1, draft.cue[1]
    for agent in scene.syntax.children(verb, "obl:agent"):
        if not draft.holds(agent) and scene.entity_of(agent) is not None:
            draft.take_source(scene.phrase(agent), "who does what the passive tells")

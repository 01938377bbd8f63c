# SPDX-License-Identifier: Apache-2.0
"""What somebody is said to have said: "Luns is understood to have told the envoy that …", "he appears to believe that …".

The corpus that the model learned from has no source there, for nobody says it: the whole clause is content, its subject too. What
is told in the infinitive is a statement within, and its speaker is that subject.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.statements.draft import SPEAKERS, Draft

__all__ = ["give_back_subjects", "part_participles", "raised_subject"]

_HELD = frozenset(
    "said believed thought reported known feared understood rumoured rumored alleged presumed assumed expected supposed".split()
)
_SEEMING = frozenset("appear appears appeared seem seems seemed".split())
_NOT_YET = frozenset({"expected", "supposed"})
_NOT = frozenset({"not", "n't", "n’t", "never"})


def give_back_subjects(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give a content the subject of a verb that nobody says: "[The envoy] was said [to be ill]", "[She] seems [to agree]"."""
    for draft in drafts:
        verb = scene.cue_head(draft)
        if verb is None or draft.cue is None:
            continue
        _take_agent(draft, draft.cue, scene)
        if draft.source is None and len(draft.contents) > 1:
            named = scene.mention_at(draft.start)
            if named is not None and draft.contents[0][1] < named[0][1] <= draft.cue[0]:
                draft.contents[0] = named[0]  # "[Vladislav Goranov], who …, is alleged [to have taken it]"
            _take_back(draft, verb, scene)
        elif draft.source is None and _raises(verb, scene) and scene.lower(draft.start) == "to":
            _give_left_out(draft, verb, scene)
        if draft.source is None or draft.source[1] != draft.cue[0]:
            continue
        if _raises(verb, scene) and draft.start == verb + 1 and scene.lower(draft.start) == "to":
            draft.contents.insert(0, draft.source)
            draft.source = None
            draft.because = [support for support in draft.because if support.field != "source"]


def _take_agent(draft: Draft, cue: WordRange, scene: Scene) -> None:
    """Take for the source by whom something is said of a subject: "Lind, who has fled, was said by [officials] to be ill"."""
    by, start = cue[1], draft.contents[-1][0]
    found = scene.mention_at(by + 1) if scene.lower(by) == "by" and len(draft.contents) > 1 else None
    if draft.source is not None or found is None or found[1].type not in SPEAKERS:
        return
    if 0 <= start - found[0][1] <= 1 and draft.contents[0][1] <= cue[0]:
        draft.take_source(found[0], "by whom it is said")


def part_participles(drafts: Sequence[Draft], scene: Scene) -> None:
    """End what a participle says in front of the clause's verb: "[A boy] reported by local media [to be five] was among them"."""
    for draft in drafts:
        verb = draft.cue[1] - 1 if draft.cue is not None else 0
        if not verb or scene.lower(verb) not in _HELD or scene.syntax.upos[verb - 1] not in {"NOUN", "PROPN"}:
            continue
        to = _to_be(verb, scene)
        named = scene.mention_before(verb)
        end = None if to is None else _clause_verb(verb, to, draft.end, scene)
        if to is None or end is None or named is None or draft.contents[0][0] not in {verb + 1, to}:
            continue
        if any(scene.lower(w) in _RELATIVE for w in range(to, end)):
            continue
        draft.cue, draft.contents = (verb, verb + 1), [named[0], (to, end - (scene.lower(end - 1) == ","))]
        draft.source = None
        if scene.lower(verb + 1) == "by":
            draft.take_source((verb + 2, to), "by whom it is said")


def _clause_verb(verb: int, to: int, end: int, scene: Scene) -> int | None:
    """Return the first word of what a clause says of its subject behind a participle: "a boy said to be five [was] hurt"."""
    syntax = scene.syntax
    behind = range(to + 3, min(end + 1, syntax.sentences[syntax.sentence_of[to]].end))
    found = next((w for w in behind if scene.lower(w) in _FINITE), None)
    if found is not None:
        return found
    told = (w for w in behind if syntax.upos[w] == "VERB" and syntax.heads[w] == verb)
    return next((w for w in told if syntax.is_relation(w, "ccomp") and not syntax.children(w, "mark", "aux")), None)


def _to_be(verb: int, scene: Scene) -> int | None:
    """Return the "to" of "to be" or "to have" behind a participle, and behind who says it."""
    found = next((w for w in range(verb + 1, verb + _FARTHEST) if scene.lower(w) == "to"), None)
    is_by = scene.lower(verb + 1) == "by" and found is not None and found > verb + 2
    return (
        found
        if found is not None and scene.lower(found + 1) in {"be", "have"} and (is_by or found == verb + 1)
        else None
    )


_FARTHEST = 10  # words from a participle to its "to"
_FINITE = frozenset("was were is are has had will would".split())
_RELATIVE = frozenset("who which that and".split())


def _take_back(draft: Draft, verb: int, scene: Scene) -> None:
    """Take the subject out of a content where the cue holds both verbs: "[She] seems to have warned them [that …]"."""
    subject = raised_subject(verb, scene)
    if subject is None or draft.cue is None or scene.syntax.heads[verb] < draft.cue[0]:
        return
    if draft.contents[0] == scene.phrase(subject):
        draft.take_source(draft.contents.pop(0), "subject of both verbs of the cue")


def _give_left_out(draft: Draft, verb: int, scene: Scene) -> None:
    """Give a content the subject that an aside parts from its verb: "[Luns], for his part, is understood [to have told …]"."""
    subject = next((w for w in scene.syntax.children(verb, "nsubj", "nsubj:pass") if w < verb), None)
    if subject is not None and draft.start == verb + 1 and scene.phrase(subject)[1] <= verb:
        draft.contents.insert(0, scene.phrase(subject))


def raised_subject(verb: int, scene: Scene) -> int | None:
    """Return who is said to have said what a verb in the perfect infinitive tells, or to hold what one of belief does."""
    syntax = scene.syntax
    above = syntax.heads[verb]
    if not syntax.is_relation(verb, "xcomp", "advcl") or above > verb or not _raises(above, scene):
        return None
    helpers = {scene.lower(w) for w in syntax.children(verb, "aux")}
    cue = scene.cue_at(verb)
    is_held = "have" in helpers or (cue is not None and cue.kind == "belief")
    if not is_held or scene.lower(above) in _NOT_YET or _is_denied(above, scene):
        return None
    return next((w for w in syntax.children(above, "nsubj", "nsubj:pass") if w < above), None)


def _raises(verb: int, scene: Scene) -> bool:
    """Tell whether a verb's subject is that of its infinitive: "is said", "seems"."""
    is_passive = scene.lower(verb) in _HELD and bool(scene.syntax.children(verb, "aux:pass"))
    return is_passive or (scene.lower(verb) in _SEEMING and scene.syntax.upos[verb] == "VERB")


def _is_denied(verb: int, scene: Scene) -> bool:
    return any(scene.lower(w) in _NOT for w in scene.syntax.children(verb, "advmod", "aux"))

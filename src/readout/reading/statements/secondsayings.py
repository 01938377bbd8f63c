# SPDX-License-Identifier: Apache-2.0
"""What is said in the same breath: "Doctors said that children were dying[, and begged the world to help]".

Behind a comma, a verb of saying without a subject goes on with the clause of the first one, and is no part of what is said
there. With a subject of its own it is what another says.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import Scene
from readout.reading.evidence import Support
from readout.reading.statements.draft import SPEAKERS, Draft
from readout.reading.statements.quoted import Quoted

__all__ = ["part_denials", "part_joined_tellers", "part_others_sayings", "part_second_sayings"]

_JOINTS = frozenset({"and", "but"})
_ACTS = frozenset("speech request denial promise threat warning announcement question".split())


def part_second_sayings(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> list[Draft]:
    """End contents in front of what their speaker said besides, and return that."""
    cues = {w for draft in drafts if draft.cue for w in range(*draft.cue)}
    found = []
    for draft in drafts:
        start, end = draft.contents[-1]
        if draft.cue is None or draft.source is None or len(draft.contents) > 1 or start < draft.cue[1]:
            continue
        verb = _second(draft, scene, quotations)
        if verb is None or verb in cues:
            continue
        stop = next(w for w in range(verb, start, -1) if scene.lower(w) in _JOINTS)
        stop -= scene.encoding.words[stop - 1] == ","
        draft.contents = [(start, stop)]
        cue = verb, verb + 1 + (scene.lower(verb + 1) in _CALLED and scene.lower(verb) in {"called", "appealed"})
        support = Support("content", "second verb of the same speaker", None, (scene.span(cue),))
        found.append(Draft([(cue[1], end)], cue, draft.source, draft.confidence, because=[support]))
    return found


def part_denials(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> list[Draft]:
    """Part what is denied from what is said behind a colon: "denied that he had promised it: [“It was never on the table”]"."""
    found = []
    for draft in drafts:
        verb = scene.cue_head(draft)
        cue = scene.cue_at(verb) if verb is not None else None
        start, end = draft.contents[-1]
        if draft.cue is None or cue is None or cue.kind != "denial" or start < draft.cue[1]:
            continue
        colon = next((w for w in range(start + 2, end - 2) if scene.encoding.words[w] == ":"), None)
        if colon is None or (colon + 1, end) not in quotations.outermost(colon + 1, end):
            continue
        sentence = scene.syntax.sentences[scene.syntax.sentence_of[start]]
        if scene.cue_at(colon - 1) is not None or end < sentence.end - 1:
            continue  # "denied a report that it had said: “…”", "denied it: “…,” his lawyer said"
        draft.contents[-1] = (start, colon)
        support = Support("content", "behind a denial and its colon", None, (scene.span((colon, colon + 1)),))
        found.append(Draft([(colon + 1, end)], (colon, colon + 1), draft.source, draft.confidence, because=[support]))
    return found


def part_others_sayings(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Take out of a saying the end that has a teller of its own: "it met, an aide said, though [the court said] it had not"."""
    cues = {w for draft in drafts if draft.cue for w in range(*draft.cue)}
    found = []
    for draft in drafts:
        start, end = draft.contents[-1]
        if (
            draft.cue is None
            or len(draft.contents) < 2
            or start < draft.cue[1] + 2
            or draft.contents[0][0] > draft.cue[0]
        ):
            continue
        verb = start - 1 - (scene.lower(start - 1) == "that")
        cue = scene.cue_at(verb) if verb not in cues else None
        subjects = [w for w in scene.syntax.children(verb, "nsubj") if draft.cue[1] <= w < verb]
        if cue is None or cue.kind not in _ACTS or not subjects:
            continue
        draft.contents.pop()
        support = Support("content", "behind a teller of its own", None, (scene.span((verb, verb + 1)),))
        source = scene.phrase(subjects[0])
        found.append(Draft([(start, end)], (verb, verb + 1), source, draft.confidence, because=[support]))
    return found


def part_joined_tellers(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give a cue the subject that a saying before it has swallowed: "accused her of lying, and [Lind, who sat there,] [said]".

    A second verb of the first speaker would have "and" in front of it.
    """
    by_end = {draft.contents[-1][1]: draft for draft in drafts if draft.source is not None and draft.cue is not None}
    for draft in drafts:
        if draft.cue is None or draft.start < draft.cue[1]:
            continue
        comma = draft.cue[0] - (scene.encoding.words[draft.cue[0] - 1] == ",")
        first = by_end.get(comma) or by_end.get(draft.cue[0])
        if first is None or first is draft or first.source != draft.source or first.start < (first.cue or (0, 0))[1]:
            continue
        start, end = first.contents[-1]
        joint = next((w for w in range(end - 2, start + 1, -1) if _joins(w, scene)), None)
        found = None if joint is None else scene.mention_at(joint + 1)
        if joint is None or found is None or found[1].type not in SPEAKERS:
            continue
        is_aside = scene.encoding.words[found[0][1] : found[0][1] + 1] == (",",) and found[0][1] < end
        if comma < draft.cue[0] and is_aside:
            first.contents[-1] = start, joint - (scene.encoding.words[joint - 1] == ",")
            draft.take_source((joint + 1, draft.cue[0]), "behind 'and', in front of the cue")


def _joins(word: int, scene: Scene) -> bool:
    """Tell whether "and" begins a second clause at a word, behind a comma that may stand within quotation marks."""
    before = scene.encoding.words[max(0, word - 2) : word]
    return scene.lower(word) in _JOINTS and (before[-1:] == (",",) or before[:1] == (",",))


def _second(draft: Draft, scene: Scene, quotations: Quoted) -> int | None:
    """Return the verb of a second saying in an indirect content."""
    start, end = draft.contents[-1]
    first = scene.cue_head(draft)
    if first is None or not (_is_past(first, scene) or _is_present(first, scene)):
        return None
    if (shown := scene.cue_at(first)) is not None and shown.lemma == "show":
        return None  # "the picture showed he had shared it and added a comment"
    is_same_tense = _is_past if _is_past(first, scene) else _is_present
    marked = quotations.marked(start, end)
    for joint in range(start + 2, end - 2):
        if scene.lower(joint) not in _JOINTS or joint in marked:
            continue
        verb = joint + 1
        while verb < end - 2 and scene.syntax.upos[verb] == "ADV":
            verb += 1
        hangs = scene.syntax.is_relation(verb, "conj") and scene.syntax.heads[verb] == first
        if scene.encoding.words[joint - 1] != "," and not hangs and not _parts(joint, start, scene):
            continue
        cue = scene.cue_at(verb) if scene.syntax.upos[verb] == "VERB" else None
        is_charge = cue is not None and cue.lemma in _CHARGING and bool(scene.syntax.children(verb, "obj", "iobj"))
        is_act = cue is not None and (cue.kind in _ACTS or is_charge) and _is_alone(verb, scene)
        if cue is not None and cue.kind == "announcement" and not scene.syntax.children(verb, "ccomp", "xcomp"):
            continue  # "dismissed the charges and released him"
        if is_act and is_same_tense(verb, scene) and scene.lower(verb + 1) not in {"by", ","}:
            return verb
    return None


def _parts(joint: int, start: int, scene: Scene) -> bool:
    """Tell whether the clause in front of "and" cannot go on with a verb in the past: "said it [would] fail and urged".

    Behind "would" stands no past tense, and no road thanks anybody. "Said he had met them and urged" stays open.
    """
    before = range(start, joint)
    verbs = [w for w in before if scene.syntax.upos[w] == "VERB" or scene.syntax.children(w, "cop")]
    verbs = [w for w in verbs if not any(scene.lower(m) == "to" for m in scene.syntax.children(w, "mark"))]
    if not verbs and not any(scene.syntax.upos[w] in {"AUX", "SCONJ"} for w in before):
        return _has_own_clause(joint + 1, scene)  # "called for [an inquiry] and demanded that"
    if len(verbs) != 1:
        return False
    helpers = {scene.lower(w) for w in scene.syntax.children(verbs[0], "aux", "cop")}
    if helpers & _MODALS:
        return True
    subjects = scene.syntax.children(verbs[0], "nsubj", "nsubj:pass")
    if (scene.lower(verbs[0]) in _DYING or scene.syntax.children(verbs[0], "aux:pass")) and _charges(joint + 1, scene):
        return True  # "said [17 people had died] and blamed the air force"
    if subjects and scene.lower(subjects[0]) in _IMPERSONAL and _charges(joint + 1, scene):
        return (
            True  # "said [it remained their aim] and blamed Kyiv"; "said [soldiers came] and accused them" stays open
        )
    if not subjects or scene.syntax.upos[subjects[0]] != "NOUN":
        return False
    found = scene.entity_of(subjects[0])
    return found is None or (found.name is None and found.type in {"other", "place"})


def _has_own_clause(word: int, scene: Scene) -> bool:
    """Tell whether a verb stands in front of what it asks or tells, and names nothing: "demanded that it be so"."""
    syntax = scene.syntax
    clauses = [c for c in syntax.children(word, "ccomp", "xcomp") if c > word]
    return syntax.upos[word] == "VERB" and bool(clauses) and not syntax.children(word, "case", "det")


_CHARGING = frozenset("accuse blame".split())
_DYING = frozenset("died perished drowned".split())
_IMPERSONAL = frozenset({"it", "there"})


def _charges(word: int, scene: Scene) -> bool:
    cue = scene.cue_at(word)
    return cue is not None and cue.lemma in _CHARGING


_MODALS = frozenset("would could should might will can must may".split())
_CALLED = frozenset({"for", "on", "upon"})


_IRREGULAR = frozenset("said told undertook swore spoke wrote gave held forbade withdrew foretold".split())


def _is_alone(verb: int, scene: Scene) -> bool:
    return not scene.syntax.children(verb, "nsubj", "nsubj:pass", "aux", "aux:pass")


def _is_past(verb: int, scene: Scene) -> bool:
    return scene.lower(verb).endswith("ed") or scene.lower(verb) in _IRREGULAR


def _is_present(verb: int, scene: Scene) -> bool:
    return scene.lower(verb).endswith("s")

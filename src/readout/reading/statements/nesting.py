# SPDX-License-Identifier: Apache-2.0
"""Speech within speech, found by syntax: the corpora mark the outer attribution only.

Inside a content, a reporting verb with a subject of its own and a clause, or a quotation, for its object is a statement in
turn: "Kyiv said [Moscow had warned that it would reply]". First persons are passed over: "I urge you" in a quotation is
what the speaker does, not what somebody else said.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import NAMING, Scene
from readout.reading.evidence import Support
from readout.reading.statements.callings import called_by
from readout.reading.statements.charges import charge_of
from readout.reading.statements.closings import closing_in
from readout.reading.statements.contents import trim
from readout.reading.statements.draft import SPEAKERS, Draft
from readout.reading.statements.hearsay import raised_subject
from readout.reading.statements.namings import named_after
from readout.reading.statements.quoted import Quoted
from readout.resources import cue_noun, cue_verb

__all__ = ["find_nested", "find_plain", "nest", "with_apposition"]

_TOLD = frozenset(
    "speech writing request denial claim promise threat warning announcement agreement assessment belief".split()
)
_NOT = {"not", "n't", "n’t", "never"}
_ASKING = frozenset("do does did".split())
_FIRST_PERSON = {"i", "we", "you"}
_WITHOUT_WORDS = frozenset("commit sign approve veto ratify adopt".split())  # "signed a “painful” pact"
_DONE_WITH_LOADS = frozenset({"carry", "run"})
_NOBODY = {"nobody", "none", "no"}
_RELATIVE = {"who", "which", "that", "whom"}
_SCORE = (
    0.55  # precision of these rules on the dev articles' contents is not measured; kept below the model's usual score
)


def find_nested(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> list[Draft]:
    """Return the statements inside the contents of others."""
    cues = {w for draft in drafts if draft.cue for w in range(*draft.cue)}
    found = []
    for draft in drafts:
        for start, end in draft.contents:
            closing = None if cues & set(range(start, end)) else closing_in(scene, start, end)
            if closing is not None and not quotations.marked(start, end):
                content, source, cue = closing
                support = Support("content", "the content ends with who says so", None, (scene.span(source),))
                found.append(Draft([content], cue, source, _SCORE, because=[support]))
                continue
            teller = None if cues & set(range(start, end)) else _teller_in_front(start, end, scene)
            for verb in range(start, end):
                if teller is not None and teller.cue == (verb, verb + 1):
                    cues.add(verb)
                    found.append(teller)
                    continue
                if verb in cues:
                    continue
                inner = _statement_of(verb, (start, end), scene, quotations, draft) or _of_noun(
                    verb, (start, end), scene
                )
                if inner is not None:
                    cues.add(verb)
                    found.append(inner)
    return found


def _teller_in_front(start: int, end: int, scene: Scene) -> Draft | None:
    """Read "[Oslo] [said] [the move would ruin it]" where the tree has lost whose subject the first words are."""
    found = scene.mention_at(start)
    verb = start if found is None else found[0][1]
    cue = scene.cue_at(verb) if start < verb < end - 3 else None
    if found is None or found[1].type not in SPEAKERS or cue is None or cue.lemma not in _SAYING:
        return None
    if scene.syntax.children(verb, "ccomp", "obj", "aux:pass") or scene.syntax.upos[verb] != "VERB":
        return None
    first = verb + 1 + (scene.lower(verb + 1) == "that")
    subjects = [w for w in range(first, end) if scene.syntax.is_relation(w, "nsubj", "nsubj:pass", "expl")]
    if not subjects or scene.phrase(subjects[0])[0] != first:
        return None
    spans = (scene.span((verb, verb + 1)), scene.span(found[0]))
    support = Support("content", "the content begins with who says so", None, spans)
    return Draft([(first, end)], (verb, verb + 1), found[0], _SCORE, because=[support])


_SAYING = frozenset("say claim add insist warn argue maintain announce report".split())


def _of_noun(noun: int, within: WordRange, scene: Scene) -> Draft | None:
    """Return what somebody's view or claim is: "in line with [its] view that [the strait is open]"."""
    syntax = scene.syntax
    cue = cue_noun(scene.lower(noun)) if syntax.upos[noun] == "NOUN" else None
    if cue is None or cue.kind not in _HELD:
        return None
    owners = syntax.children(noun, "nmod:poss")
    if not owners or scene.lower(owners[0]) in _OWN:
        return None
    clauses = [
        c
        for c in syntax.children(noun, "acl", "ccomp")
        if any(scene.lower(m) == "that" for m in syntax.children(c, "mark"))
    ]
    if not clauses or not syntax.children(clauses[0], "nsubj", "nsubj:pass", "expl"):
        return None
    words = [w for w in syntax.subtree(clauses[0]) if syntax.upos[w] != "PUNCT"]
    content, source = (words[0] + 1, words[-1] + 1), scene.phrase(owners[0])
    if scene.lower(words[0]) != "that" or content[1] > within[1] or source[0] < within[0] or content[0] <= noun:
        return None
    spans = (scene.span((noun, noun + 1)), scene.span(source))
    support = Support("content", "noun of saying with its own clause", None, spans)
    return Draft([content], (noun, noun + 1), source, _SCORE, because=[support])


_HELD = frozenset("speech claim belief assessment denial promise threat warning announcement".split())
_OWN = frozenset("my our your".split())


def find_plain(drafts: Sequence[Draft], scene: Scene, quotations: Quoted, segments: Sequence[WordRange]) -> list[Draft]:
    """Return what main verbs say that the labels have passed over: "The envoy appealed to both armies [to hold their fire]"."""
    taken = {w for d in drafts for r in (*d.contents, d.cue, d.source) if r for w in range(*r)}
    found = []
    for start, end in segments:
        numbers = range(scene.syntax.sentence_of[start], scene.syntax.sentence_of[end - 1] + 1)
        for sentence in (scene.syntax.sentences[number] for number in numbers):
            words = range(max(start, sentence.start), min(end, sentence.end))
            root = next((w for w in words if scene.syntax.heads[w] == w), None)
            joined = [] if root is None else [w for w in scene.syntax.children(root, "conj") if w in words]
            for verb in [] if root is None else [root, *joined]:
                cue = None if verb in taken else scene.cue_at(verb)
                if (
                    cue is None
                    or cue.kind not in _PLAIN
                    or (verb != root and cue.lemma in _DECIDING)
                    or quotations.at(verb, verb + 1)
                ):
                    continue
                plain = _statement_of(verb, (sentence.start, sentence.end), scene, quotations)
                if plain is None or plain.source is None or plain.cue is None or plain.start < verb:
                    continue
                first = plain.source[0] if verb == root else plain.cue[0]  # the source may have said something before
                if taken.isdisjoint(range(first, plain.end)) and scene.directory.of_words(*plain.source) is not None:
                    plain.source = with_apposition(plain.source, root or verb, scene)
                    found.append(plain)
    return found


def with_apposition(source: WordRange, verb: int, scene: Scene) -> WordRange:
    """Return a subject with what stands behind it in front of the verb: "the archbishop, [Eva Brandt,] appealed"."""
    words = [w for w in scene.syntax.subtree(scene.head_of(source)) if w < verb]
    is_whole = bool(words) and words == list(range(source[0], words[-1] + 1)) and words[-1] >= source[1] - 1
    if is_whole:
        return source[0], words[-1] + 1
    named = scene.mention_at(source[1] + 1) if scene.lower(source[1]) == "," else None
    is_same = named is not None and named[1] is scene.directory.of_words(*source)
    return (source[0], named[0][1]) if named is not None and is_same else source


_DECIDING = frozenset("decide choose resolve opt".split())  # of what somebody does beside saying something
_PLAIN = frozenset("speech writing request denial claim promise threat warning announcement".split())


def _statement_of(
    verb: int, within: WordRange, scene: Scene, quotations: Quoted, outer: Draft | None = None
) -> Draft | None:
    syntax = scene.syntax
    cue = scene.cue_at(verb)
    if cue is None or (cue.kind not in _TOLD and cue.lemma not in _JUDGING) or syntax.upos[verb] != "VERB":
        return None
    if cue.relays and cue.lemma in _DONE_WITH_LOADS:
        return None  # "was carrying “illegal building materials” to the ship"
    subjects = syntax.children(verb, "nsubj") or _subject_of_quotation(verb, within, scene, quotations)
    subjects = subjects or _shared_subject(verb, scene)
    raised = None if subjects else raised_subject(verb, scene)
    subjects = [raised] if raised is not None else subjects
    if not subjects or scene.lower(subjects[0]) in _FIRST_PERSON | _NOBODY or _is_asked_or_negated(verb, scene):
        return None
    if _is_conditional(verb, scene):
        return None  # "if Oslo says that it has no part in it": it has not
    is_for = any(scene.lower(w) == "for" for w in syntax.children(verb, "mark")) or scene.case_of(subjects[0]) == "for"
    is_told = cue.lemma in _TELLING and bool(syntax.children(verb, "aux:pass"))
    agents = [w for w in syntax.children(verb, "obl:agent", "obl") if is_told and scene.case_of(w) == "by"]
    if agents and scene.entity_of(agents[0]) is not None and verb < agents[0]:
        return _told_by(verb, agents[0], within, scene)
    is_left = bool(syntax.children(verb, "cop")) and any(scene.lower(w) == "to" for w in syntax.children(verb, "mark"))
    if is_for or is_left:
        return None  # "it was for others to decide how": nobody has
    if syntax.children(verb, "aux:pass") or any(scene.lower(c) == "been" for c in syntax.children(verb, "aux")):
        return None  # "he had been called back": nobody says it here
    subject = ([w for w in subjects if w < verb and not scene.case_of(w)] or subjects[:1])[-1]
    content = (
        charge_of(verb, scene)
        or called_by(verb, scene)
        or _clause(verb, scene)
        or (None if cue.lemma in _WITHOUT_WORDS else _quoted_object(verb, scene, quotations))
    )
    content = content or (_object_of(verb, scene) if cue.lemma in _JUDGING else None)
    if content is not None:  # "said, [‘Come on, it is late’], even then": a quotation ends at its mark
        content = next(
            (
                (s, e)
                for s, e in quotations.at(*content)
                if s == content[0] and (e > content[1] or scene.lower(e) == ",")
            ),
            content,
        )
    if content is not None and _is_no_saying(cue.lemma, content, subject, scene):
        return None
    content = content or _quotation_before(subject, within, scene, quotations) or named_after(verb, subject, scene)
    if content is None or content[0] < within[0] or content[0] >= within[1]:
        return None
    if content[1] > within[1]:
        if syntax.upos[within[1]] != "PUNCT":
            return None
        content = content[0], within[1]  # what goes on behind the comma belongs to the outer cue: ", according to"
    if (
        syntax.is_relation(subject, "nsubj:pass") and raised is None
    ):  # "the measures are intended to": nobody intends them here
        return None
    if scene.lower(subject) in _RELATIVE and syntax.is_relation(verb, "acl"):
        subject = syntax.heads[verb]
    source = scene.phrase(subject)
    cue_range = _verb_group(verb, scene)
    if scene.encoding.lower[verb + 1 : verb + 2] == ("for",) and verb + 2 < content[0] and cue.kind == "request":
        cue_range, content = (cue_range[0], verb + 2), (verb + 2, content[1])  # "asked for [four years to repay it]"
    if scene.lower(verb) in {"called", "calls"} and scene.lower(verb + 1) in {"on", "upon"}:
        cue_range = cue_range[0], verb + 2
    is_apart = raised is not None and outer is not None and outer.holds(source[0])
    is_outside = source[0] < within[0] and not is_apart
    if is_outside or any(content[0] < e and s < content[1] for s, e in (source, cue_range)):
        return None
    spans = (scene.span(cue_range), scene.span(source))
    found = Draft(
        [content],
        cue_range,
        source,
        _SCORE,
        because=[Support("content", "reporting verb with its own clause", None, spans)],
    )
    trim([found], scene)
    return found


def _is_conditional(verb: int, scene: Scene) -> bool:
    """Tell whether a verb is only supposed, or is joined to one: "if Oslo calls and says that"."""
    syntax = scene.syntax
    joined = [syntax.heads[verb]] if syntax.is_relation(verb, "conj") else []
    return any(scene.lower(w) in {"if", "unless"} for v in (verb, *joined) for w in syntax.children(v, "mark") if w < v)


def _told_by(verb: int, agent: int, within: WordRange, scene: Scene) -> Draft | None:
    """Read "it had been told by [a former commander] that [they searched the plane]"."""
    content, source = _clause(verb, scene), scene.phrase(agent)
    if content is None or content[0] < source[1] or content[1] > within[1]:
        return None
    spans = scene.span((verb, verb + 1)), scene.span(source)
    support = Support("content", "what somebody is told by another", None, spans)
    return Draft([content], _verb_group(verb, scene), source, _SCORE, because=[support])


_TELLING = frozenset("tell inform assure warn advise ask".split())


def _is_no_saying(lemma: str, content: WordRange, subject: int, scene: Scene) -> bool:
    """Tell whether a verb of an infinitive or a thing says nothing: "had begun [to soften]", "which means [the bank lost]"."""
    if lemma in _DOING and "to" in {scene.lower(content[0]), scene.lower(content[0] + 1)}:
        return True
    if lemma in _ALLOWING:
        between = (w for w in range(content[0], content[1]) if scene.lower(w) == "to")
        return any(scene.syntax.is_relation(w, "mark") for w in between)
    found = scene.entity_of(subject) if lemma in _MEANING else None
    return lemma in _MEANING and (found is None or found.type not in SPEAKERS)


_DOING = frozenset("begin start continue plan intend move comply pretend seek try attempt".split())
_ALLOWING = frozenset("allow permit let".split())
_MEANING = frozenset("mean require seek aim".split())


def _is_asked_or_negated(verb: int, scene: Scene) -> bool:
    """Tell whether nothing was said: "did not say", "does anyone believe"."""
    subjects = scene.syntax.children(verb, "nsubj")
    asked = [
        w
        for w in scene.syntax.children(verb, "aux")
        if scene.lower(w) in _ASKING and subjects and w < subjects[0] < verb
    ]
    return bool(asked) or any(scene.lower(child) in _NOT for child in scene.syntax.children(verb, "advmod", "aux"))


def _clause(verb: int, scene: Scene) -> WordRange | None:
    clauses = scene.syntax.children(verb, "ccomp", "xcomp")
    clauses = [c for c in clauses if scene.syntax.is_relation(c, "ccomp") or _is_to_infinitive(c, scene)]
    if len(clauses) > 1 and scene.syntax.upos[clauses[0]] == "PROPN" and not scene.syntax.children(clauses[0], "cop"):
        clauses = clauses[1:]  # "assured [Javier Milei] that", where the tree takes the name for a clause
    clauses = clauses or _asked_of(verb, scene)
    if not clauses:
        return None
    words = scene.syntax.subtree(clauses[0])
    if scene.lower(words[0]) in {"but", "and"}:
        return None  # "said he hoped so, [but that no convoy had left]"
    while words and (
        (scene.syntax.upos[words[0]] == "PUNCT" and scene.encoding.words[words[0]] not in "“‘\"'")
        or (scene.lower(words[0]) in {"that", "if", "whether"} and scene.syntax.is_relation(words[0], "mark"))
    ):
        words = words[1:]
    joint = next((w for w in words[1:-1] if _joins_finite(w, words[0], scene)), None)
    words = [w for w in words if joint is None or w < joint]
    while words and scene.encoding.words[words[-1]] in {",", ".", ";", ":"}:
        words = words[:-1]
    if len(words) < 2 or words[0] < verb < words[-1]:
        return None
    return _with_object(verb, words[0], scene), words[-1] + 1


def _asked_of(verb: int, scene: Scene) -> list[int]:
    """Return what somebody is asked to do, where the tree takes it for the purpose: "ordered his men [to hold their fire]"."""
    cue, objects = scene.cue_at(verb), scene.syntax.children(verb, "obj", "iobj")
    if scene.lower(verb) in {"called", "calls"} and scene.lower(verb + 1) in {"on", "upon"}:
        cue, objects = cue_verb("call on"), scene.syntax.children(verb, "obl")[:1]
    if cue is None or cue.kind != "request" or cue.addressee != "obj" or not objects:
        return []
    asked = scene.entity_of(objects[0])
    if asked is None or asked.type == "other":
        return []
    behind = max(scene.syntax.subtree(objects[0])) + 1
    purposes = (c for c in scene.syntax.children(verb, "advcl") if _is_to_infinitive(c, scene))
    return [c for c in purposes if scene.syntax.subtree(c)[0] == behind and scene.lower(behind) in {"to", "not"}]


def _joins_finite(word: int, start: int, scene: Scene) -> bool:
    """Tell whether "and" goes on with the clause around an infinitive: "had warned them [to stop] and had acted"."""
    syntax = scene.syntax
    is_infinitive = syntax.upos[start] in {"PART", "ADV"} and "to" in {scene.lower(start), scene.lower(start + 1)}
    return (
        is_infinitive
        and syntax.upos[word] == "CCONJ"
        and scene.lower(word + 1) in {"had", "has", "have", "was", "were"}
    )


def _with_object(verb: int, start: int, scene: Scene) -> int:
    """Return where the object begins that something is called: "had welcomed [the deal as “a first step”]"."""
    between = range(verb + 1, start)
    cue = scene.cue_at(verb)
    is_as = scene.lower(start) == "as" or (
        cue is not None and cue.addressee is None and scene.encoding.lower[start : start + 2] == ("to", "be")
    )  # "declared [the houses to be unsafe]", but "told them [to be careful]"
    if not is_as or not between or not all(scene.syntax.upos[w] in NAMING for w in between):
        return start
    return verb + 1 + (scene.syntax.upos[verb + 1] == "ADP")  # "refers to [it as “a start”]"


def _is_to_infinitive(word: int, scene: Scene) -> bool:
    return any(scene.lower(mark) == "to" for mark in scene.syntax.children(word, "mark"))


def _quoted_object(verb: int, scene: Scene, quotations: Quoted) -> WordRange | None:
    for child in scene.syntax.children(verb, "obj", "obl"):
        if scene.case_of(child) in {"with", "to"} and scene.entity_of(child) is not None:
            continue  # "spoke by phone with Correa, who he said was “upset”"
        words = scene.syntax.subtree(child)
        start, end = words[0], words[-1] + 1
        near = quotations.at(start - 1, end + 1)
        if scene.syntax.is_relation(child, "obl") and any(
            s <= w < e for s, e in near for w in scene.syntax.children(child, "case")
        ):
            continue  # "signed it “behind our backs”" is how, not what
        if any(start <= s + 1 and e <= end + 1 and s > verb for s, e in near):
            start = min([start, *(s for s, _ in near if s == start - 1)])
            end = max([end, *(e for _, e in near if e == end + 1)])
            return _with_object(verb, start, scene), end
    return None


_JUDGING = frozenset("regret condemn praise commend welcome hail denounce deplore criticize criticise express".split())


def _object_of(verb: int, scene: Scene) -> WordRange | None:
    """Return what somebody judges, a noun phrase right behind the verb: "had condemned [the raid on the camp]"."""
    objects = scene.syntax.children(verb, "obj")
    words = scene.syntax.subtree(objects[0]) if objects else []
    while words and scene.syntax.upos[words[-1]] == "PUNCT":
        words = words[:-1]
    is_whole = len(words) > 1 and words == list(range(words[0], words[-1] + 1)) and words[0] == verb + 1
    found = scene.entity_of(objects[0]) if is_whole else None
    if found is not None and found.type in {"person", "group"}:
        return None  # "welcomed [the team] at the airport" is done with no words
    return (words[0], words[-1] + 1) if is_whole else None


def _subject_of_quotation(verb: int, within: WordRange, scene: Scene, quotations: Quoted) -> list[int]:
    """Return who stands between a quotation and the verb, where the tree has hung it within the quotation."""
    before = scene.mention_before(verb)
    if before is None or before[0][1] != verb:
        return []
    head = scene.head_of(before[0])
    start = scene.phrase(head)[
        0
    ]  # "“I cannot walk down the street” without [reporters] asking": one word may stand between
    is_near = any(q[1] in {start - 1, start} and within[0] <= q[0] for q in quotations.outermost(*within))
    return [head] if is_near else []


def _shared_subject(verb: int, scene: Scene) -> list[int]:
    """Return the subject of the verb that a verb is joined to: "[Lind] called them and promised that", "called, urging them"."""
    first = scene.syntax.heads[verb]
    is_joined = scene.syntax.is_relation(verb, "conj")
    is_beside = scene.syntax.is_relation(verb, "advcl") and scene.lower(verb).endswith("ing") and first < verb
    if not (is_joined or is_beside) or scene.syntax.upos[first] != "VERB":
        return []
    return scene.syntax.children(first, "nsubj")


def _quotation_before(subject: int, within: WordRange, scene: Scene, quotations: Quoted) -> WordRange | None:
    """Return the quotation that ends right before a subject: "[“We agree,” Lind told them], the broadcaster said"."""
    start = scene.phrase(subject)[0]
    marks = range(start - 1, start) if scene.syntax.upos[start - 1] == "PUNCT" else range(0)
    ends = {start, *marks}  # not "it feared “a rivalry” [after] the islands signed"
    before = [q for q in quotations.outermost(*within) if q[1] in ends and within[0] <= q[0]]
    return before[0] if before else None


def _verb_group(verb: int, scene: Scene) -> WordRange:
    """Return the verb with its auxiliaries and the adverbs between: "has repeatedly warned"."""
    start = verb
    helpers = [c for c in scene.syntax.children(verb, "aux", "advmod") if c < verb]
    while start - 1 in helpers:
        start -= 1
    return start, verb + 1


def nest(drafts: Sequence[Draft]) -> None:
    """Set each statement's parent: the smallest statement whose content holds its cue, source and content."""
    holding: dict[int, list[Draft]] = {}
    for draft in drafts:
        for start, end in draft.contents:
            for word in range(start, end):
                holding.setdefault(word, []).append(draft)
    for draft in drafts:
        draft.parent = None
        own = [*draft.contents, *(r for r in (draft.cue, draft.source) if r)]
        for other in holding[draft.start]:
            if other is draft or _size(other) <= _size(draft):
                continue
            if all(any(s <= a and b <= e for s, e in other.contents) for a, b in own) and (
                draft.parent is None or _size(other) < _size(draft.parent)
            ):
                draft.parent = other


def _size(draft: Draft) -> int:
    """Return how many words are said: "[she] is expected [to go]" is less than the clause that it fills from end to end."""
    return sum(end - start for start, end in draft.contents)

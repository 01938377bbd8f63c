# SPDX-License-Identifier: Apache-2.0
"""What a report adds at the end of a sentence to what somebody says: "said the council shielded it[, a reference to Oslo]".

The labels run on to the stop. What the words mean, what others make of them and what was not told besides are the report's own.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.statements.anonymity import is_unnamed_told
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import Quoted
from readout.resources import cue_noun

__all__ = ["close_brackets", "leave_out_marks", "leave_out_tails"]

_MEANT = frozenset("reference allusion nod swipe jab".split())  # "an apparent reference to", "a swipe at"
_AT = frozenset("to at".split())
_TAKEN_UP = frozenset("claim denial assessment belief".split())  # kinds of "allegation", "charge", "suggestion"
_JOINTS = frozenset({"but", "and"})
_GAVE = frozenset("gave offered provided".split())
_NOTHING = frozenset("no few".split())
_THEY = frozenset("it he she they".split())
_DETAILS = frozenset(
    "details detail evidence reason reasons explanation specifics timetable date proof figures".split()
)
_SILENT = frozenset("acknowledge elaborate identify specify".split())
_UNSAID = frozenset("who what when where why which how whether if more".split())
_MARKS, _CLOSING = frozenset({'"', "“", "”"}), frozenset({'"', "”"})
_RELATIVE = frozenset("who whose which where when".split())
_ASIDE = 7  # words between a verb and the comma behind an aside: "was, in effect,"
_LONGEST = 4  # words from the article to its noun: "an apparent veiled reference"


def close_brackets(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> None:
    """End what is said in a bracket with it; the quotation behind goes back: "“We tried,” said A (who blamed [B]), “but no”"."""
    words, ends = scene.encoding.words, {d.contents[-1][1]: d for d in drafts if quotations.covers(d.contents[-1])}
    for draft in drafts:
        start, end = draft.contents[-1]
        said = words[start:end]
        close = next((w for w in range(start, end) if words[w] == ")"), None)
        if close is None or said.count(")") <= said.count("(") or draft.cue is None or draft.cue[0] > start:
            continue
        draft.contents[-1] = start, close
        first = scene.sentence_start(start)
        other = next((ends[w] for w in range(first, draft.cue[0]) if w in ends), None)
        rest = close + 1 + (scene.lower(close + 1) == ","), end
        if other is not None and other.contents[-1][0] >= first - 1 and rest in quotations.outermost(*rest):
            other.contents.append(rest)


def leave_out_tails(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> None:
    """End contents in front of what the report adds to them."""
    for draft in drafts:
        start, end = draft.contents[-1]
        is_second = draft.cue is not None and len(draft.contents) > 1 and start >= draft.cue[1]
        if is_second and scene.lower(start) in _THEY and _tells_no_more(start, (start, end), scene):
            draft.contents.pop()  # "…, the ministry said; [it gave no details]"
            continue
        if draft.cue is None or draft.start < draft.cue[1] or draft.verbatim or end - start < _LONGEST:
            continue
        marked = quotations.marked(start, end)
        for word in range(start + 2, end - 2):
            if word not in marked and _begins_tail(word, (start, end), scene.cue_head(draft), scene):
                draft.contents[-1] = start, word
                break


def leave_out_marks(drafts: Sequence[Draft], scene: Scene) -> None:
    """Leave out the mark that closes what had begun before: "“It is over. Both agreed that [no talks are needed].”"."""
    words = scene.encoding.words
    for draft in drafts:
        start, end = draft.contents[-1]
        marks = [word for content in draft.contents for word in words[slice(*content)] if word in _MARKS]
        if len(marks) == 1 and marks[0] == words[end - 1] and marks[0] in _CLOSING and end - start > 2:
            draft.contents[-1] = start, end - 1 - (words[end - 2] in {".", ","})


def _begins_tail(word: int, content: WordRange, cue: int | None, scene: Scene) -> bool:
    if scene.encoding.words[word] in {",", "—", "–", "-"}:
        return _is_taken_up(word, scene) or _is_set_against(word, content, cue, scene)
    if scene.encoding.words[word] == ";":
        return is_unnamed_told((word + 1, content[1]), scene)
    return scene.lower(word) in _JOINTS and _tells_no_more(word, content, scene)


def _is_set_against(comma: int, content: WordRange, verb: int | None, scene: Scene) -> bool:
    """Tell whether the report sets another deed against what is judged: "accused [Oslo of it], while Bern closed its border"."""
    syntax = scene.syntax
    if verb is None or scene.lower(comma + 1) not in {"while", "whereas"}:
        return False
    has_clause = any(content[0] <= w < comma for w in syntax.children(verb, "ccomp", "xcomp", "advcl"))
    is_thing = any(content[0] <= w < comma for w in syntax.children(verb, "obj"))
    subject = next((w for w in range(comma + 2, content[1]) if syntax.is_relation(w, "nsubj")), None)
    return is_thing and not has_clause and subject is not None and scene.phrase(subject)[0] == comma + 2


def _is_taken_up(comma: int, scene: Scene) -> bool:
    """Tell whether a comma sets off what the words before mean, or what another says of them."""
    first = comma + 1 + (scene.lower(comma + 1) == "in")
    if scene.lower(first) not in {"a", "an"} or scene.syntax.upos[first] != "DET":
        return False
    behind = range(first + 1, min(first + 1 + _LONGEST, len(scene.encoding.words)))
    noun = next((w for w in behind if scene.syntax.upos[w] != "ADJ"), first)
    if scene.lower(noun) in _MEANT:
        return scene.lower(noun + 1) in _AT and not _is_own(comma, noun, scene)
    cue = cue_noun(scene.lower(noun))
    return cue is not None and cue.kind in _TAKEN_UP and _is_anothers(noun, scene)


def _is_own(comma: int, noun: int, scene: Scene) -> bool:
    """Tell whether the speaker goes on: "was, in effect[, a reference to Oslo]", "… to Oslo, and that more would come"."""
    syntax, words = scene.syntax, scene.encoding.words
    sentence = syntax.sentences[syntax.sentence_of[comma]]
    before = range(max(sentence.start, comma - _ASIDE), comma + 1)
    if syntax.children(noun, "cop") or any(words[w] == "," and syntax.upos[w - 1] == "AUX" for w in before):
        return True
    behind = range(noun, sentence.end - 1)
    is_next = any(words[w] == "," and scene.lower(w + 1) not in _RELATIVE for w in behind)
    return is_next or any(scene.lower(w) in _JOINTS and scene.lower(w + 1) == "that" for w in behind)


def _is_anothers(noun: int, scene: Scene) -> bool:
    """Tell whether the clause behind a noun has somebody else for its subject: "an allegation [the rebels laughed off]"."""
    first = noun + 1 + (scene.lower(noun + 1) in {"that", "which"})
    found = scene.mention_at(first)
    end = scene.syntax.sentences[scene.syntax.sentence_of[noun]].end
    is_who = found is not None and found[1].type in {"person", "organisation", "group"}
    return is_who and any(scene.syntax.upos[w] in VERBAL for w in range(first + 1, end))


def _tells_no_more(joint: int, content: WordRange, scene: Scene) -> bool:
    """Tell whether somebody only tells no more: "[he had raised it] but gave no details"."""
    lower = scene.encoding.lower
    if scene.lower(joint + 1) in _GAVE:
        return scene.lower(joint + 2) in _NOTHING and not _DETAILS.isdisjoint(lower[joint + 3 : joint + 6])
    said = lower[joint + 1 : joint + 4]
    is_unsaid = said[2:] == ("say",) and not _UNSAID.isdisjoint(
        lower[joint + 4 : joint + 5]
    )  # not "did not say a word"
    is_told = is_unsaid or not _SILENT.isdisjoint(said[2:])
    is_silent = said[:1] == ("did",) and said[1:2] in {("not",), ("n't",), ("n’t",)} and is_told
    return (is_silent and joint + 3 < content[1]) or said == ("would", "not", "elaborate")

# SPDX-License-Identifier: Apache-2.0
"""Where a content begins and ends: with the clause that is said, and not within it, beyond it or in another sentence."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.statements.askedwords import ASKED
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import Quoted

__all__ = [
    "begin_at_clauses",
    "begin_behind_asides",
    "begin_behind_that",
    "begin_whole",
    "close_gaps",
    "close_marks",
    "end_whole",
    "leave_out_asides",
    "leave_out_hearers",
    "leave_out_questions",
    "part_at_colons",
    "part_from_sources",
    "part_from_tellers",
    "put_to_hearers",
    "say_in_cues",
    "stop_at_marks",
    "stop_in_time",
    "take_from_contents",
]

_OBJECT = 16  # words of an object at most, with "by phone" and "on Monday" behind it
_CLOSING = frozenset({'"', "”", "’", "»"})
_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"})
_REFUSING = frozenset("refused refuses refuse declined declines decline refusing declining failed".split())
_ASKING = frozenset("whether if how what when where who why".split())


def begin_whole(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give contents that begin right behind their own verb the beginning of its clause.

    "[Lind told Berg that the talks were over], according to a statement": now and then the model takes what follows "told"
    only, or what follows its "that", which leaves nobody to have told it.
    """
    cues = {word for draft in drafts if draft.cue for word in range(*draft.cue)}
    for draft in drafts:
        verb = _verb_left_out(draft, scene)
        if verb is None or verb in cues:
            continue
        subject = scene.subject(verb)
        if subject is None or subject > verb:
            continue
        first = min(scene.syntax.subtree(w)[0] for w in [subject, *scene.syntax.children(verb, "nsubj")])
        if scene.syntax.sentence_of[first] == scene.syntax.sentence_of[verb]:
            draft.contents[0] = (first, draft.contents[0][1])


def _verb_left_out(draft: Draft, scene: Scene) -> int | None:
    """Return the verb in front of a content that stands before its cue, if the content is its object or clause."""
    start, end = draft.contents[0]
    if draft.cue is None or draft.cue[0] < end:
        return None
    syntax = scene.syntax
    joined = [w for w in range(start, end) if syntax.heads[w] < start]
    if not joined or not syntax.is_relation(joined[0], "obj", "iobj", "ccomp", "xcomp", "obl"):
        return None
    verb = syntax.heads[joined[0]]
    if syntax.upos[verb] != "VERB" or syntax.sentence_of[verb] != syntax.sentence_of[start] or start - verb > _OBJECT:
        return None
    between = range(verb + 1, start)
    return None if any(scene.encoding.words[w] in {",", ":", "“", '"', "”"} for w in between) else verb


def end_whole(drafts: Sequence[Draft], scene: Scene) -> None:
    """Let a content that is only the subject of what is said go on: "said [the plan], drawn up in May, [would fail]"."""
    syntax = scene.syntax
    for draft in drafts:
        verb = scene.cue_head(draft)
        start, end = draft.contents[-1]
        if verb is None or draft.cue is None or draft.cue[1] > start or scene.encoding.words[end : end + 1] != (",",):
            continue
        if any(syntax.upos[w] in VERBAL for w in range(start, end)):
            continue
        told = [c for c in syntax.children(verb, "ccomp") if c > end and not syntax.children(c, "nsubj", "nsubj:pass")]
        if told and syntax.sentence_of[told[0]] == syntax.sentence_of[start]:
            draft.contents[-1] = start, _without_stop(max(syntax.subtree(told[0])) + 1, scene)


def close_gaps(drafts: Sequence[Draft], scene: Scene) -> None:
    """Let a content in front of its source reach the comma: "[The army left the town] on Friday, the ministry said"."""
    words, syntax = scene.encoding.words, scene.syntax
    for draft in drafts:
        teller = min((r[0] for r in (draft.source, draft.cue) if r), default=0)
        for nth, (start, end) in enumerate(draft.contents):
            comma = teller - 1
            if not end < comma or words[comma] != "," or syntax.sentence_of[start] != syntax.sentence_of[comma]:
                continue
            gap = range(end, comma)
            if _tells(gap, scene):
                draft.contents[nth] = start, comma
            if words[end] == ";" and _is_own_clause(gap, draft, drafts, scene):
                draft.contents[nth] = start, comma
            if _is_clause_of(gap, (start, end), scene):
                draft.contents[nth] = start, comma
            if words[end] == "," and _is_participle(gap[1:], (start, comma), scene):
                draft.contents[nth] = start, comma
            if any(syntax.upos[w] == "PUNCT" for w in gap):
                continue
            is_whole = all(syntax.upos[w] not in VERBAL and _hangs_within(w, start, comma, scene) for w in gap)
            if is_whole or _goes_on_with_verb(gap, (start, end), scene):
                draft.contents[nth] = start, comma


def _is_participle(gap: range, content: WordRange, scene: Scene) -> bool:
    """Tell whether words are a participle that a content leaves out: "[He signed it, without telling them], they said"."""
    verbs = [w for w in gap if scene.syntax.upos[w] in VERBAL]
    is_plain = all(scene.syntax.upos[w] != "PUNCT" and _hangs_within(w, *content, scene) for w in gap)
    is_ing = bool(verbs) and scene.lower(verbs[0]).endswith("ing") and verbs[0] - gap.start < 2
    return is_plain and is_ing and not scene.syntax.children(verbs[0], "nsubj")


def _is_clause_of(gap: range, content: WordRange, scene: Scene) -> bool:
    """Tell whether words say more of a noun that a content ends with: "[The paper] shown in the video, he said, [was a fake]"."""
    syntax = scene.syntax
    tops = [w for w in gap if syntax.heads[w] not in gap]
    is_clause = (
        len(tops) == 1 and syntax.is_relation(tops[0], "acl") and content[0] <= syntax.heads[tops[0]] < content[1]
    )
    return is_clause and all(syntax.upos[w] != "PUNCT" for w in gap)


def _is_own_clause(gap: range, draft: Draft, drafts: Sequence[Draft], scene: Scene) -> bool:
    """Tell whether words behind a semicolon are told too: "[He had written; the letter went unanswered], he told them"."""
    cues = [d.cue for d in drafts if d is not draft and d.cue is not None]
    verbs = [w for w in gap if scene.syntax.upos[w] in VERBAL]
    has_subject = any(s in gap for v in verbs for s in scene.syntax.children(v, "nsubj", "nsubj:pass"))
    return has_subject and not any(cue[0] in gap for cue in cues)


def _tells(gap: range, scene: Scene) -> bool:
    """Tell whether words behind a quotation say who told it: "[“We will win,” the general told his men], according to an aide"."""
    if scene.encoding.words[gap.start - 1] not in _CLOSING:
        return False
    verb = next((w for w in gap if scene.syntax.upos[w] not in _NAMING), gap.stop)
    cue = scene.cue_at(verb) if gap.start < verb < gap.stop else None
    return cue is not None and cue.kind in {"speech", "writing", "question", "warning", "request"}


def _goes_on_with_verb(gap: range, content: WordRange, scene: Scene) -> bool:
    """Tell whether words are the predicate of a content that stops in front of it: "[No talks with Oslo] are planned"."""
    syntax = scene.syntax
    subjects = [w for w in range(*content) if syntax.heads[w] in gap and syntax.is_relation(w, "nsubj")]
    if not subjects:
        return False
    verb = syntax.heads[subjects[0]]
    return all(w == verb or verb in syntax.ancestors(w) for w in gap)


def _hangs_within(word: int, start: int, end: int, scene: Scene) -> bool:
    return start <= scene.syntax.heads[word] < end


def begin_behind_asides(drafts: Sequence[Draft], scene: Scene) -> None:
    """Begin behind what is told of a source in front: "According to the report[, published on Tuesday,] the dam was unsafe"."""
    words, syntax = scene.encoding.words, scene.syntax
    for draft in drafts:
        start, end = draft.contents[0]
        if draft.source is None or draft.cue is None or draft.source[0] != draft.cue[1] or start != draft.source[1] + 1:
            continue
        is_participle = syntax.upos[start] == "VERB" and scene.lower(start).endswith(("ed", "en", "nt"))
        if scene.lower(draft.cue[0]) != "according" or not is_participle or syntax.children(start, "nsubj", "aux"):
            continue
        comma = next((w for w in range(start + 1, end - 3) if words[w] == ","), None)
        if comma is not None:
            draft.contents[0] = comma + 1, end


def begin_at_clauses(drafts: Sequence[Draft], scene: Scene) -> None:
    """Begin with the clause that an aside stands in: "briefed her on Goma, where, he said, [thousands had fled]"."""
    words = scene.encoding.words
    for draft in drafts:
        if len(draft.contents) < 2 or draft.source is None or draft.cue is None or draft.cue[0] != draft.source[1]:
            continue
        at, behind = draft.source[0], draft.cue[1]
        is_aside = words[at - 1 : at] == (",",) and words[behind : behind + 1] == (",",)
        if is_aside and scene.lower(at - 2) in _SUBORDINATING and draft.contents[0][1] <= at:
            draft.contents = [content for content in draft.contents if content[0] >= behind] or draft.contents


_SUBORDINATING = frozenset("where because while whereas although though when".split())


def close_marks(drafts: Sequence[Draft], scene: Scene) -> None:
    """End with the mark that closes what is quoted last: "expected [“more attacks, not tanks”]"."""
    words = scene.encoding.words
    for draft in drafts:
        start, end = draft.contents[-1]
        closing = words[end : end + 1]
        if closing == ("”",):
            is_open = words[start:end].count("“") > words[start:end].count("”")
        else:
            is_open = closing == ('"',) and words[start:end].count('"') % 2 == 1
        if is_open:
            draft.contents[-1] = start, end + 1


def begin_behind_that(drafts: Sequence[Draft], scene: Scene) -> None:
    """Begin what is said behind "that", not at the occasion: "said [at a forum] that Brussels would stay out"."""
    for draft in drafts:
        start, end = draft.contents[0]
        is_self = draft.cue is not None and start == draft.cue[1] and scene.lower(start) in _SELVES
        is_told = is_self and scene.lower(start - 1) in _SAYING  # not "described [himself as a democrat]"
        if is_told and end - start > 2 and scene.lower(start + 1) != "and":
            start += 1 + (scene.lower(start + 1) == "that")  # "has said [herself] that it was not"
            draft.contents[0] = start, end
        if draft.cue is None or start != draft.cue[1] or scene.syntax.upos[start] != "ADP":
            continue
        that = next((w for w in range(start + 2, min(start + _OCCASION, end - 2)) if scene.lower(w) == "that"), None)
        before = range(start, that or start)
        is_occasion = that is not None and not any(scene.syntax.upos[w] in {*VERBAL, "PUNCT"} for w in before)
        if that is not None and is_occasion and scene.syntax.is_relation(that, "mark"):
            draft.contents[0] = that + 1, end


_SELVES = frozenset({"himself", "herself", "themselves"})
_SAYING = frozenset(
    "say says said saying admits admitted acknowledges acknowledged concedes conceded insists insisted".split()
)
_OCCASION = 9  # words of an occasion at most: "at a regular news briefing in Beijing on Monday"


def part_at_colons(drafts: Sequence[Draft], scene: Scene) -> None:
    """Leave to who is named last what stands behind a colon: "She begged donors to pay: [half has come], according to the bank"."""
    words, syntax = scene.encoding.words, scene.syntax
    telling: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.cue is not None:
            telling.setdefault(syntax.sentence_of[draft.cue[0]], []).append(draft)
    for draft in drafts:
        if draft.cue is None or scene.lower(draft.cue[0]) != "according" or draft.cue[0] < draft.end:
            continue
        start, end = draft.contents[-1]
        colon = next((w for w in range(end - 3, start, -1) if words[w] == ":"), None)
        if colon is None or not any(syntax.upos[w] in VERBAL for w in range(colon + 1, end)):
            continue
        here = telling[syntax.sentence_of[draft.cue[0]]]
        before = [d for d in here if d.cue and start <= d.cue[0] < colon < d.end and d.start < colon]
        if before:
            draft.contents[-1] = colon + 1, end
        for other in before:
            other.contents = [(first, min(last, colon)) for first, last in other.contents if first < colon]


def stop_at_marks(drafts: Sequence[Draft], scene: Scene, quotations: Quoted) -> None:
    """End a whole quotation in front of when it was said, "shouted “Go” [before he left]", and of another sentence."""
    for draft in drafts:
        start, end = draft.contents[-1]
        if end - start > 1 and scene.encoding.words[end - 1] == "," and not quotations.marked(end - 1, end):
            end -= 1  # "which sees [prices at their height], said"
            draft.contents[-1] = start, end
        whole = next((q for q in quotations.outermost(start, end) if q[0] == start and q[1] < end), None)
        if whole is None or quotations.marked(whole[1], end):
            continue
        is_stopped = scene.encoding.words[whole[1] - 2] in {".", "!", "?"} and whole[1] == scene.sentence_start(
            whole[1]
        )
        if scene.lower(whole[1]) in _WHEN or is_stopped or _is_deed(whole[1], scene):
            draft.contents[-1] = whole


def _is_deed(comma: int, scene: Scene) -> bool:
    """Tell whether a comma sets off what somebody did beside saying it: "tweeted that “it is near”[, before flying home]"."""
    is_when = scene.lower(comma) == "," and scene.lower(comma + 1) in {"before", "after"}
    return is_when and scene.lower(comma + 2).endswith("ing") and scene.syntax.upos[comma + 2] == "VERB"


_WHEN = frozenset("before after while when as until because".split())


def stop_in_time(drafts: Sequence[Draft], scene: Scene) -> None:
    """End the content of a noun where the noun's clause does: "the claim that [the dam was safe] did not convince them"."""
    syntax = scene.syntax
    for draft in drafts:
        noun = scene.cue_head(draft)
        if noun is None or draft.cue is None or syntax.upos[noun] != "NOUN" or draft.contents[-1][0] != draft.cue[1]:
            continue
        start, end = draft.contents[-1]
        if not any(start < w < end and syntax.upos[w] in VERBAL for w in syntax.ancestors(noun)):
            continue
        own = set(syntax.subtree(noun))
        stop = next((w for w in range(start, end) if w not in own), end)
        if any(syntax.upos[w] in VERBAL or syntax.children(w, "cop") for w in range(start, stop)):
            draft.contents[-1] = start, stop


def _without_stop(end: int, scene: Scene) -> int:
    return end - 1 if scene.encoding.words[end - 1] in {".", ",", ";"} else end


def part_from_sources(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give a content back the noun phrase that its own cue parts it from, where the source swallowed it.

    "[The army], the ministry said, [would not leave]": what stands in front of the source's comma is the subject of what goes on.
    """
    words, upos = scene.encoding.words, scene.syntax.upos
    for draft in drafts:
        if draft.source is None or draft.cue is None or len(draft.contents) > 1 or draft.source[1] != draft.cue[0]:
            continue
        start, end = draft.source
        commas = [w for w in range(start + 1, end - 1) if words[w] == ","]
        verb = draft.start + (words[draft.start] in _OPENING)  # "Lind, the book says, “[simply] nodded”"
        verb += upos[verb] == "ADV"
        goes_on = draft.start == draft.cue[1] + 1 and words[draft.cue[1]] == "," and upos[verb] in {"AUX", "VERB"}
        if len(commas) == 1 and goes_on and start == scene.sentence_start(start):
            draft.source = commas[0] + 1, end
            draft.contents = [(start, commas[0]), *draft.contents]


def part_from_tellers(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give a cue the source right in front of it, where the content swallowed it: "Two soldiers wounded, [Oslo] says".

    What stands between the content's last comma and the cue has to be the subject of the cue and nothing else.
    """
    for draft in drafts:
        cue = draft.cue
        if cue is None or draft.end != cue[0] or cue[0] == scene.sentence_start(cue[0]):
            continue
        if draft.source is not None and _are_together(scene, draft.source, cue):
            continue
        start, end = draft.contents[-1]
        if len(draft.contents) > 1 and draft.contents[-2][1] == start and _is_noun_phrase(scene, start, end):
            draft.contents.pop()  # “…,” [the envoy] was quoted as saying
            draft.take_source((start, end), "subject in front of the cue")
            continue
        begin = _behind_comma(scene, start, end)
        if begin is not None and _is_subject(scene, begin, end, cue):
            draft.take_source((begin, end), "subject in front of the cue")
            draft.contents[-1] = start, begin if scene.encoding.words[begin - 1] in _CLOSING else begin - 1


def take_from_contents(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give a cue the source right behind it that was taken for more content: "[It would help], said [a diplomat who left]"."""
    for draft in drafts:
        is_own = (
            draft.source is not None
            and draft.cue is not None
            and scene.syntax.sentence_of[draft.source[0]] == scene.syntax.sentence_of[draft.cue[0]]
        )
        if draft.cue is None or is_own or len(draft.contents) < 2 or draft.contents[-1][0] != draft.cue[1]:
            continue
        start, end = draft.contents[-1]
        head = scene.head_of((start, end))
        is_named = scene.syntax.upos[start] in _NAMING and scene.syntax.upos[head] in {"NOUN", "PROPN", "PRON"}
        is_behind = draft.contents[-2][1] <= draft.cue[0] and scene.syntax.is_relation(head, "nsubj", "obj")
        found = scene.entity_of(head)
        if is_named and is_behind and found is not None and found.type in {"person", "organisation", "group"}:
            draft.contents.pop()
            draft.take_source((start, end), "subject behind the cue")


def leave_out_asides(drafts: Sequence[Draft], scene: Scene) -> None:
    """Leave out when it was said where what is said goes on: "[The bank], she said [when asked about it], [would close]"."""
    words, syntax = scene.encoding.words, scene.syntax
    for draft in drafts:
        start, end = draft.contents[0]
        if draft.cue is None or draft.source is None or draft.cue[1] != start or scene.lower(start) not in _WHEN:
            continue
        comma = next((w for w in range(start, end - 1) if words[w] == ","), None)
        first = scene.sentence_start(start)
        front = next((w for w in range(first + 1, draft.cue[0]) if words[w] == ","), None)
        if comma is None or front is None or len(draft.contents) > 1 or draft.source[1] != draft.cue[0]:
            continue
        if (
            not first < front + 1 <= max(draft.source[0], front + 1) < draft.source[1]
            or syntax.upos[comma + 1] not in VERBAL
        ):
            continue
        if draft.source[0] <= front:
            draft.take_source((front + 1, draft.source[1]), "between comma and cue")
        draft.contents = [(first, front), (comma + 1, end)]


def leave_out_hearers(drafts: Sequence[Draft], scene: Scene) -> None:
    """Leave out whom a quotation was said to in its middle: "“Stop,” he begged [his colleagues], “and think.”"."""
    words = scene.encoding.words
    for draft in drafts:
        _leave_out_in_front_of_colon(draft, scene)
        cue = scene.cue_at(draft.cue[1] - 1) if draft.cue is not None else None
        nth = next((i for i, c in enumerate(draft.contents) if draft.cue is not None and c[0] == draft.cue[1]), 0)
        if not nth or cue is None or cue.addressee != "obj" or words[draft.contents[nth - 1][1] - 1] not in _CLOSING:
            continue
        start, end = draft.contents[nth]
        comma = next((w for w in range(start, end) if words[w] == ","), end)
        if _is_noun_phrase(scene, start, comma) and (comma == end or words[comma + 1] in _OPENING):
            draft.contents[nth : nth + 1] = [(comma + 1, end)] if comma + 1 < end else []


def _leave_out_in_front_of_colon(draft: Draft, scene: Scene) -> None:
    """Leave out to whom it is said: "confirmed the decision [to journalists:] “We should.”"."""
    start, end = draft.contents[0]
    words = scene.encoding.words
    colon = next((w for w in range(start + 1, end - 2) if words[w] == ":" and words[w + 1] in _OPENING), None)
    if colon is None or draft.cue is None or start != draft.cue[1]:
        return
    cue = scene.cue_at(draft.cue[1] - 1)
    is_heard = cue is not None and cue.addressee == "obj"
    objects = scene.syntax.children(draft.cue[1] - 1, "obj", "iobj")
    if is_heard and _is_noun_phrase(scene, start, colon) and any(start <= w < colon for w in objects):
        draft.contents[0] = colon + 1, end  # "asks [its readers]: “Do we want them?”"
        return
    to = next((w for w in range(colon - 2, start, -1) if scene.lower(w) == "to"), None)
    heard = None if to is None else scene.mention_at(to + 1)
    if to is None or heard is None or heard[0][1] != colon or heard[1].type not in {"person", "group", "organisation"}:
        return
    if _is_noun_phrase(scene, start, to):
        draft.contents[:1] = [(start, to), (colon + 1, end)]


_OPENING = frozenset({'"', "“", "‘", "«"})


def leave_out_questions(drafts: Sequence[Draft], scene: Scene) -> None:
    """Leave out what somebody was asked where he answers: "Orban, who was asked [if he would go], answered that he would not"."""
    for draft in drafts:
        if draft.source is None or draft.cue is None or len(draft.contents) < 2 or draft.contents[0][1] > draft.cue[0]:
            continue
        start = draft.contents[0][0]
        who = next((w for w in range(draft.source[0] + 1, start) if scene.lower(w) == "who"), None)
        if who is None or scene.encoding.words[who - 1] != "," or draft.contents[1][0] < draft.cue[1]:
            continue
        if any(scene.lower(w) in ASKED for w in range(who, start)):
            draft.contents = draft.contents[1:]
            draft.take_source((draft.source[0], min(who - 1, draft.source[1])), "who answers")


def put_to_hearers(drafts: Sequence[Draft], scene: Scene) -> None:
    """Take who hears it into no content: "[put it to] the witness that [she had …]", "[apologised to] the victims for [it]"."""
    lower = scene.encoding.lower
    for draft in drafts:
        start, end = draft.contents[0]
        if draft.cue is not None and lower[draft.cue[0]].startswith("apologi") and lower[start - 1] == "to":
            heard = scene.mention_at(start)
            behind = end if heard is None else heard[0][1] + 1
            if behind < end and lower[behind - 1] == "for":
                draft.contents[0] = behind, end
        if draft.cue is None or draft.cue[1] != start or lower[start - 1] not in {"put", "puts"}:
            continue
        that = next((w for w in range(start + 3, min(start + _OBJECT, end - 1)) if lower[w] == "that"), None)
        if lower[start : start + 2] == ("it", "to") and that is not None:
            draft.cue = draft.cue[0], start + 1
            draft.contents[0] = that + 1, end


def _behind_comma(scene: Scene, start: int, end: int) -> int | None:
    """Return the word behind the last comma of some words, and behind the mark that closes a quotation there."""
    words = scene.encoding.words
    comma = next((w for w in range(end - 2, start, -1) if words[w] == ","), None)
    begin = None if comma is None else comma + 1 + (words[comma + 1] in _CLOSING)
    return begin if begin is not None and begin < end else None


def _is_subject(scene: Scene, start: int, end: int, cue: WordRange) -> bool:
    """Tell whether some words are the subject of a cue and nothing else; behind a quotation, whatever the tree says."""
    syntax = scene.syntax
    if scene.encoding.words[start - 1] in _CLOSING and _is_noun_phrase(scene, start, end):
        return True
    tops = [w for w in range(start, end) if not start <= syntax.heads[w] < end]
    if len(tops) == 1 and syntax.is_relation(tops[0], "nsubj") and cue[0] <= syntax.heads[tops[0]] < cue[1]:
        return True
    # "Killing three drivers, [two sources and an official] told": the tree has put them on the list, and the verb has nobody.
    is_list = all(syntax.upos[w] in {*_NAMING, "CCONJ"} or syntax.is_relation(w, "amod") for w in range(start, end))
    if not is_list or any(syntax.children(w, "nsubj") for w in range(*cue)):
        return False
    who = scene.mention_before(end)
    return who is not None and who[1].type in {"person", "group", "organisation"} and who[0][0] >= start


def _is_noun_phrase(scene: Scene, start: int, end: int) -> bool:
    """Tell whether some words are nouns and what stands before them."""
    return all(scene.syntax.upos[w] in _NAMING for w in range(start, end))


def _are_together(scene: Scene, one: WordRange, other: WordRange) -> bool:
    """Tell whether two ranges begin in one sentence."""
    return scene.syntax.sentence_of[one[0]] == scene.syntax.sentence_of[other[0]]


_WANTING = frozenset({"want", "wants", "wanted", "wanting", "demanded", "asked"})


def say_in_cues(drafts: Sequence[Draft], scene: Scene) -> None:
    """Leave the saying to the cue where somebody refuses to say: "refused to say [whether it was consulted]"."""
    lower = scene.encoding.lower
    for draft in drafts:
        start, end = draft.contents[0]
        if draft.cue is None or draft.cue[1] != start or end - start < 4:
            continue
        if lower[start - 1] in _WANTING and lower[start : start + 2] == ("to", "know") and lower[start + 2] in _ASKING:
            draft.cue = draft.cue[0], start + 2  # "wanted to know [whether he would apologise]"
            draft.contents[0] = start + 2, end
            continue
        that = next((w for w in range(start + 3, min(start + _OBJECT, end - 1)) if lower[w] == "that"), None)
        if lower[start - 1 : start + 3] == ("let", "it", "be", "known") and that is not None:
            draft.cue = draft.cue[0], start + 3  # "let it be known through a spokesman that [he would appeal]"
            draft.contents[0] = that + 1, end
            continue
        if lower[draft.cue[1] - 1] not in _REFUSING:
            continue
        if lower[start] == "to" and lower[start + 1] in {"say", "tell"} and lower[start + 2] in _ASKING:
            draft.cue = draft.cue[0], start + 2
            draft.contents[0] = start + 2, end

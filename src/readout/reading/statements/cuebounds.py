# SPDX-License-Identifier: Apache-2.0
"""Where a cue and a source end: how and when something was said has fields of its own."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.facts import singular_of
from readout.reading.statements.channels import phrase_at
from readout.reading.statements.draft import Draft
from readout.resources import channel_of, outlet_named

__all__ = ["begin_cues", "end_cues", "end_objects", "end_sources", "part_occasions", "part_particles", "part_platforms"]

_HOW = frozenset("in on at during via through after late early".split())
_WHEN = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight earlier later last this".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# Not in a report or a book, of which something may be said.
_SAID_IN = frozenset(
    {"speech", "interview", "tweet", "social_post", "press_conference", "broadcast", "video", "statement"}
)
_CLOSING = frozenset({'"', "”"})
_POSTED = frozenset({"tweet", "social_post"})
_NAMING = frozenset({"NOUN", "PROPN", "NUM"})


def end_cues(drafts: Sequence[Draft], scene: Scene) -> None:
    """End cues in front of how and when it was said: "said [in a statement]", "had reported [on Monday]".

    The corpus that the model learned from has these words within the cue as often as outside of it. They stay where the
    content goes on from them ("declined to comment Tuesday on") and where a verb needs them ("called for", "said of").
    """
    for draft in drafts:
        verb = scene.cue_head(draft)
        if verb is None or draft.cue is None or not draft.cue[0] <= verb < draft.cue[1] - 1:
            continue
        if _is_circumstance((verb + 1, draft.cue[1]), scene):
            draft.cue = draft.cue[0], verb + 1


def begin_cues(drafts: Sequence[Draft], scene: Scene) -> None:
    """Leave to a source what is said of it by a participle: "[A post shared 40,000 times on Facebook] [claims] that"."""
    for draft in drafts:
        verb = scene.cue_head(draft)
        if verb is None or draft.cue is None or draft.source is None or draft.source[1] != draft.cue[0]:
            continue
        first, (start, end) = draft.cue[0], draft.source
        is_last = first < verb == draft.cue[1] - 1 and scene.syntax.upos[first] == "VERB"
        is_own = any(start <= w < end for w in scene.syntax.children(verb, "nsubj"))
        if is_last and is_own and scene.lower(first).endswith("ed") and scene.lower(verb - 1) not in {"to", ",", "and"}:
            draft.source, draft.cue = (start, verb), (verb, verb + 1)


def part_occasions(drafts: Sequence[Draft], scene: Scene) -> None:
    """End a source in front of how it was said, set off by commas: "England's NICE[, in draft guidance,] has said"."""
    for draft in drafts:
        if draft.source is None or draft.cue is None or draft.source[1] > draft.cue[0]:
            continue
        start, end = draft.source
        comma = next((w for w in range(start + 1, end - 1) if scene.encoding.words[w] == ","), None)
        if comma is None or scene.lower(comma + 1) not in _HOW:
            continue
        found = phrase_at(comma + 1, set(range(comma + 1, end)), scene)
        if found is not None and not any(scene.syntax.upos[w] in {"VERB", "AUX"} for w in range(start, end)):
            draft.source = start, comma


def _is_audience(start: int, end: int, scene: Scene) -> bool:
    """Tell whether words within a cue are who is told: "tells [a briefing]", not "tells the story of"."""
    nouns = [w for w in range(start + 1, end) if scene.syntax.upos[w] == "NOUN"]
    if scene.lower(start) not in {"a", "an", "the"} or not nouns:
        return False
    found = scene.entity_of(nouns[-1])
    is_somebody = found is not None and found.type in {"person", "organisation", "group"}
    return is_somebody or channel_of([scene.lower(nouns[-1])]) in {"press_conference", "speech", "testimony"}


def end_sources(drafts: Sequence[Draft], scene: Scene) -> None:
    """End sources in front of the day on which it was said: "The governor [on Monday] called"; and of a clause that goes on."""
    cues = {d.cue[1] - 1 for d in drafts if d.cue is not None}
    for draft in drafts:
        if draft.source is None or draft.cue is None:
            continue
        start, end = draft.source
        told = end - 2 if scene.encoding.words[end - 1] == "," else end
        comma = next((w for w in range(told - 1, max(start, told - 4), -1) if scene.encoding.words[w] == ","), None)
        if told < end and told in cues and comma is not None and scene.syntax.upos[comma + 1] in {"PRON", "PROPN"}:
            draft.source = start, end = start, comma  # "a spokesman for the mayor[, you report,]"
        if end - start > 4 and scene.lower(end - 2) == "whose" and scene.encoding.words[end - 3] == ",":
            draft.source = start, end - 3  # "Zoe, 15, [whose mother] asked …"
        if start >= draft.cue[1] and (comma := _before_channel(start, end, scene)) is not None:
            draft.source = start, comma
        _begin_at_first_subject(draft, draft.cue, scene)
        start, end = draft.source
        stop = end - 1 if scene.lower(end - 1) in _DAYS else end
        if stop < end and scene.lower(stop - 1) in {"on", "late", "early"}:
            stop -= 1
        if end == draft.cue[0] and start < stop < end:
            draft.source = start, stop
        words = scene.encoding.words[start:stop]
        if words.count("(") > words.count(")") and scene.encoding.words[stop : stop + 1] == (")",):
            draft.source = start, stop + 1


def _begin_at_first_subject(draft: Draft, cue: WordRange, scene: Scene) -> None:
    """Begin at what somebody is in front of the name: "[Hamas's leader in exile,] Khaled Meshaal, said"."""
    start, end = draft.source or (0, 0)
    verb = scene.cue_head(draft)
    if verb is None or not start < end <= cue[0] or scene.encoding.words[start - 1] != ",":
        return
    for subject in scene.syntax.children(verb, "nsubj"):
        first, last = scene.phrase(subject)
        is_noun = scene.syntax.upos[subject] == "NOUN" and scene.entity_of(subject) is scene.directory.of_words(
            start, end
        )
        if (
            is_noun
            and last == start - 1
            and first == scene.sentence_start(first)
            and scene.syntax.upos[start] == "PROPN"
        ):
            draft.source = first, end


def part_platforms(drafts: Sequence[Draft], scene: Scene) -> None:
    """Leave out of contents and cues where it was written or told: "vowed [on Truth Social] to sue", "tells [a briefing]: “…”"."""
    for draft in drafts:
        start, end = draft.contents[0]
        verb = scene.cue_head(draft)
        cue = scene.cue_at(verb) if verb is not None else None
        is_told = verb is not None and cue is not None and cue.lemma == "tell" and draft.start >= verb
        heard = scene.mention_at(verb + 1) if is_told and verb is not None else None
        is_heard = heard is not None and draft.cue is not None and heard[0][1] == draft.cue[1]
        is_heard = is_heard or (verb is not None and _is_audience(verb + 1, (draft.cue or (0, 0))[1], scene))
        if is_told and verb is not None and draft.cue is not None and is_heard:
            draft.cue = draft.cue[0], min(verb + 1, draft.cue[1])
        if draft.cue is None or draft.cue[1] != start or draft.cue[1] - draft.cue[0] < 2:
            continue
        behind = next((w for w in range(start + 1, min(start + 4, end - 2)) if scene.lower(w) in {"to", "that"}), None)
        if scene.lower(start - 1) not in {"on", "via"} or behind is None:
            continue
        named = scene.encoding.lower[start:behind]
        if channel_of(named) in _POSTED or scene.encoding.words[start:behind] == ("X",):
            draft.cue = draft.cue[0], start - 1
            draft.contents[0] = behind + (scene.lower(behind) == "that"), end


def _before_channel(start: int, end: int, scene: Scene) -> int | None:
    """Return where a source behind its cue ends in front of how it was said: "said Lind, of the union[, over WhatsApp]"."""
    words = scene.encoding.words
    for case in range(end - 4, end - 1):
        if case > start + 1 and scene.lower(case) in {"on", "over", "via"} and words[case - 1] != ",":
            found = phrase_at(case, set(range(case, end)), scene)
            if found is not None and found[2] == end - 1 and found[0] in _SAID_IN:
                return case  # "promised the minister [on Polish radio]"
    comma = next((w for w in range(end - 2, start, -1) if words[w] == ","), start)
    if comma == start or scene.lower(comma + 1) not in {"over", "via", "on", "in", "by"}:
        return None
    return comma if phrase_at(comma + 1, set(range(comma + 1, end)), scene) is not None else None


def part_particles(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give a cue the particle that stands behind a pronoun: "[ruled] that [out] on Sunday"."""
    syntax = scene.syntax
    for draft in drafts:
        start = draft.start
        if draft.cue is None or start != draft.cue[1] or syntax.upos[start] != "PRON" or draft.cue_parts:
            continue
        if start + 1 == len(syntax.heads):
            continue  # the text ends here
        if syntax.is_relation(start + 1, "compound:prt") and syntax.heads[start + 1] == draft.cue[1] - 1:
            draft.contents = [(start, start + 1)]
            draft.cue_parts = [(start + 1, start + 2)]


def end_objects(drafts: Sequence[Draft], scene: Scene) -> None:
    """End contents in front of the occasion on which it was said: "called it “a start” [in a televised speech]"."""
    for draft in drafts:
        verb = scene.cue_head(draft)
        start, end = draft.contents[-1]
        if verb is None or draft.cue is None or start < draft.cue[1]:
            continue
        end = _before_second_verb(start, end, verb, scene)
        draft.contents[-1] = start, end
        case = next((w for w in range(start + 1, end) if _leads_in_occasion(w, verb, end, scene)), None)
        if case is not None:
            draft.contents[-1] = start, case
        elif start == draft.cue[1] and (inside := _occasion_inside(start, end, scene)) is not None:
            draft.contents[-1:] = [(start, inside[0]), (inside[1], end)]


def _occasion_inside(start: int, end: int, scene: Scene) -> WordRange | None:
    """Return the words between what is judged and what it is called: "dismissed the charge [in a post on X] as “nonsense”"."""
    lower = scene.encoding.lower
    stop = next((w for w in range(start + 3, end - 1) if lower[w] == "as"), None)
    if stop is None:
        return None
    for case in range(start + 1, stop - 1):
        if lower[case] in _HOW and scene.syntax.upos[case] == "ADP":
            found = phrase_at(case, set(range(case, stop)), scene)
            is_new = lower[case + 1] in {"a", "an"} or scene.syntax.upos[case + 1] == "PROPN"
            if found is not None and found[0] in _SAID_IN and is_new:  # "the charge in [the] statement" is its own
                return case, stop
    return None


def _before_second_verb(start: int, end: int, verb: int, scene: Scene) -> int:
    """Return where an object ends in front of what else its subject did: "acknowledged the loss [but gave no details]"."""
    syntax = scene.syntax
    objects = [w for w in syntax.children(verb, "obj") if start <= w < end]
    if not objects or any(start <= w < end for w in syntax.children(verb, "ccomp", "xcomp")):
        return end
    contrast = next((w for w in range(objects[0] + 1, end - 3) if _sets_against(w, scene)), None)
    if contrast is not None and contrast > start + 1:
        return contrast
    for other in syntax.children(verb, "conj"):
        joints = [w for w in syntax.children(other, "cc") if objects[0] < w]
        if (
            not joints
            or not objects[0] < other < end
            or syntax.upos[other] != "VERB"
            or syntax.children(other, "nsubj")
        ):
            continue
        stop = joints[0] - (scene.encoding.words[joints[0] - 1] == ",")
        if stop > start:
            return stop
    return end


def _sets_against(comma: int, scene: Scene) -> bool:
    """Tell whether a comma parts what somebody judges from what another does: "rejected the truce[, while] his rival took it"."""
    if scene.encoding.words[comma] != "," or scene.lower(comma + 1) not in {"while", "whereas"}:
        return False
    verb = scene.syntax.heads[comma + 1]
    return scene.syntax.upos[verb] in {"VERB", "AUX"} and bool(scene.syntax.children(verb, "nsubj", "nsubj:pass"))


def _leads_in_occasion(word: int, verb: int, end: int, scene: Scene) -> bool:
    """Tell whether a preposition leads in a phrase of the saying's own verb that names a channel and goes to the content's end."""
    if scene.lower(word) not in _HOW or scene.syntax.upos[word] != "ADP":
        return False
    noun = scene.syntax.heads[word]
    if scene.encoding.words[word - 1] in _CLOSING and not _quotes(range(word, end), scene):
        found = phrase_at(word, set(range(word, end)), scene)
        clause = scene.syntax.children(verb, "ccomp", "xcomp", "parataxis")
        is_told = any(verb < w < word and scene.syntax.children(w, "nsubj", "aux", "cop") for w in clause)
        # "called them “idiots” [on Radio Marca]", not "said he did “great” in the debate"
        return found is not None and found[0] in _SAID_IN and not is_told
    above = scene.syntax.heads[noun]
    if scene.syntax.is_relation(noun, "nmod") and _is_platform(noun, scene):
        above = _above_object(above, scene)  # "announced the completion [on X]"
    elif _is_occasion_of_object(noun, word, verb, scene):
        above = verb  # "announced the break [in a post on X]", whatever the tree hangs it on
    elif not scene.syntax.is_relation(noun, "obl"):  # "was “in no position to lecture anyone”" is what is said
        return False
    if above != verb or not word < noun < end or max(scene.syntax.subtree(noun)) != end - 1:
        return False
    found = phrase_at(word, set(range(word, end)), scene)
    return found is not None and found[0] in _SAID_IN


def _is_occasion_of_object(noun: int, case: int, verb: int, scene: Scene) -> bool:
    """Tell whether a phrase of an occasion hangs on what is announced, which can be in none: not "the claims [in a book]"."""
    above = scene.syntax.heads[noun]
    if not scene.syntax.is_relation(noun, "nmod"):
        return False
    if scene.lower(case) == "on":  # "on its Telegram channel"
        return any(_is_platform(w, scene) for w in range(case + 1, noun)) and _above_object(above, scene) == verb
    is_plain = scene.lower(case) == "in" and scene.lower(case + 1) in {"a", "an"}
    is_object = scene.syntax.is_relation(above, "obj") and scene.syntax.heads[above] == verb
    return is_plain and is_object and singular_of(scene.lower(above)) not in _IN_WORDS


def _above_object(noun: int, scene: Scene) -> int:
    """Return the verb of whose object a noun is, or hangs on: "announced" of "announced the recall of the envoy"."""
    while scene.syntax.is_relation(noun, "nmod"):
        noun = scene.syntax.heads[noun]
    return scene.syntax.heads[noun]


# What may stand in a speech or a post itself.
_IN_WORDS = frozenset(
    "claim remark comment word phrase language passage line lie error mistake allegation accusation threat insult slur".split()
)


def _quotes(words: range, scene: Scene) -> bool:
    return any(scene.encoding.words[w] in {*_CLOSING, "“"} for w in words)


def _is_platform(noun: int, scene: Scene) -> bool:
    outlet = outlet_named(scene.encoding.words[noun])
    return outlet is not None and outlet.kind == "platform"


def _is_circumstance(words: WordRange, scene: Scene) -> bool:
    """Tell whether the words behind a verb, up to the end of its cue, are a phrase of time or of an occasion."""
    start, end = words
    syntax = scene.syntax
    if syntax.upos[end - 1] not in {*_NAMING, "ADJ"} and scene.lower(end - 1) not in _WHEN:
        return False
    if scene.lower(start) in _WHEN or (
        scene.lower(start) == "as" and scene.lower(start + 1) in {"recently", "early", "late"}
    ):
        return True
    return scene.lower(start) in _HOW and start < syntax.heads[start] < end

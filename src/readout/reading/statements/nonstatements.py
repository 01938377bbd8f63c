# SPDX-License-Identifier: Apache-2.0
"""What looks like a statement and is none: a verb of saying that only names whom, what or about what, with nothing told."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.arguments import QUOTING
from readout.reading.clauses.courtesycalls import is_courtesy_call
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.coreference.entities import Entity
from readout.reading.coreference.facts import singular_of
from readout.reading.statements.askedwords import ASKED
from readout.reading.statements.draft import SPEAKERS, Draft
from readout.reading.statements.quoted import OPENING_MARKS
from readout.resources import cue_noun, cue_phrase, cue_verb

__all__ = [
    "is_bearer",
    "is_briefing_of_source",
    "is_call",
    "is_citation",
    "is_contrary",
    "is_deed",
    "is_felt",
    "is_meant",
    "is_purpose",
    "is_question",
    "is_recognition",
    "is_relative",
    "is_shown",
    "is_stopped",
    "is_topic",
    "is_urging",
    "is_wordless",
    "without_asked",
]

# Verbs of saying that are done with things too, and then say nothing: "ordered the release", "concluded the visit".
_DONE_WITH_THINGS = frozenset(
    "order summon thank greet congratulate invite continue conclude end begin add open close finish "
    "sign approve veto ratify adopt sentence hear publish post release sanction blacklist designate table".split()
)
_RECALLED = frozenset(
    "ambassador ambassadors envoy envoys diplomat diplomats troops soldiers staff".split()
)  # not in mind
_MEANING = frozenset({"mean", "intend", "design"})
_BRINGING_TO = frozenset({"persuade", "convince", "pressure", "force", "lobby", "summon"})


def is_citation(draft: Draft, scene: Scene) -> bool:
    """Tell whether a draft only names who is quoted: "citing [the ministry]" is no statement of its own."""
    verb = scene.cue_head(draft)
    if verb is None or scene.lower(verb) not in QUOTING or len(draft.contents) > 1 or draft.cue_parts:
        return False
    return not any(scene.syntax.upos[w] in VERBAL for w in range(draft.start, draft.end))


def is_briefing_of_source(draft: Draft, scene: Scene) -> bool:
    """Tell whether a cue only says how a source knows: "two sources [briefed on the plans] said"."""
    verb = scene.cue_head(draft)
    if verb is None or draft.cue is None or scene.lower(verb) not in _BRIEFED:
        return False
    return scene.lower(verb + 1) == "on" and not scene.syntax.children(verb, "aux", "obj")


_BRIEFED = frozenset({"briefed", "informed", "updated"})


def is_contrary(draft: Draft, scene: Scene) -> bool:
    """Tell whether what stands behind is just not what somebody says: "Contrary to what the post alleges, [it is old]"."""
    if draft.cue is None or draft.start < draft.cue[1]:
        return False
    first = min(r[0] for r in (draft.cue, draft.source) if r)
    return scene.encoding.lower[max(scene.sentence_start(first), first - 3) : first] == ("contrary", "to", "what")


def is_meant(draft: Draft, scene: Scene) -> bool:
    """Tell whether a draft only says what some words mean: "It was understood [to mean Turkey]"."""
    last = draft.contents[-1][0]
    is_told = draft.source is None and draft.cue is not None and draft.cue[1] == last
    return is_told and scene.encoding.lower[last - 1 : last + 2] in _MEANT


_MEANT = {(verb, "to", "mean") for verb in ("understood", "taken", "thought", "believed")}


def is_felt(draft: Draft, scene: Scene) -> bool:
    """Tell whether something only moves or is seen by people, of whom no words are told: "were angered by [the cuts]"."""
    if draft.cue is None or len(draft.contents) > 1 or _is_quoting(draft, scene):
        return False
    cue = scene.encoding.lower[slice(*draft.cue)]
    is_felt = cue[-1].startswith("witness") or (cue[-1] in _AT and not _MOVED.isdisjoint(cue))
    return is_felt and draft.start == draft.cue[1] and scene.lower(draft.start) not in _CLAUSES


_MOVED = frozenset(
    "angered enraged infuriated outraged shocked stunned horrified appalled dismayed alarmed unnerved rattled "
    "galvanised galvanized moved touched delighted thrilled heartened emboldened saddened offended "
    "irritated frustrated surprised".split()
)
_AT = frozenset({"by", "over", "at"})
_CLAUSES = frozenset("that how what when whether as".split())


def is_purpose(draft: Draft, scene: Scene) -> bool:
    """Tell whether a content is only what a meeting is for: "will gather to discuss [the truce]", not "agreed to discuss"."""
    if draft.cue is None or draft.start != draft.cue[1] or draft.cue[1] < _FEWEST_WORDS or _is_quoting(draft, scene):
        return False
    to, verb = draft.cue[1] - 2, draft.cue[1] - 1
    if scene.lower(to) != "to" or scene.lower(verb) not in _DEBATING:
        return False
    above = scene.syntax.heads[verb]
    if scene.syntax.upos[above] == "ADJ":
        return False  # "is ready to discuss [the border]"
    is_held = scene.lower(above) in _HOLDS and bool(
        scene.syntax.children(above, "obj")
    )  # "held a call with her to discuss"
    return (is_held or scene.cue_at(above) is None) and all(scene.cue_at(w) is None for w in range(draft.cue[0], to))


_FEWEST_WORDS = 3  # "Ministers to discuss", as headlines have it
_HOLDS = frozenset("hold holds held holding".split())
_DEBATING = frozenset("discuss debate consider review examine".split())


def _is_quoting(draft: Draft, scene: Scene) -> bool:
    return any(_is_mark(scene.encoding.words[w]) for w in range(draft.start, draft.end))


def is_recognition(draft: Draft, scene: Scene) -> bool:
    """Tell whether a state only recognises another, which says nothing: "No country recognises [the island as a state]"."""
    verb = scene.cue_head(draft)
    cue = scene.cue_at(verb) if verb is not None else None
    if draft.cue is None or cue is None or cue.lemma not in {"recognise", "recognize"} or draft.start != draft.cue[1]:
        return False
    found = scene.mention_at(draft.start)
    has_clause = any(scene.syntax.upos[w] in VERBAL for w in range(draft.start, draft.end))
    return found is not None and found[1].type in SPEAKERS and found[0][1] < draft.end + 1 and not has_clause


def is_stopped(draft: Draft, scene: Scene) -> bool:
    """Tell whether a cue ends its sentence, and the next was taken for what is said: "She agreed. [Why had it not been told?]"."""
    if draft.cue is None or len(draft.contents) > 1 or draft.start != draft.cue[1] + 1:
        return False
    stops = scene.encoding.words[draft.cue[1]] == "." and scene.sentence_start(draft.start) == draft.start
    return stops and not any(w in OPENING_MARKS for w in scene.encoding.words[draft.start - 1 : draft.end])


def is_call(draft: Draft, scene: Scene) -> bool:
    """Tell whether a draft only names whom somebody telephoned or went to see: "called [Sharif]", not "called Sharif a liar"."""
    verb = scene.cue_head(draft)
    if verb is not None and is_courtesy_call(scene, verb):
        return True
    if verb is None or scene.lower(verb) not in {"called", "phoned", "telephoned", "calls"} or len(draft.contents) > 1:
        return False
    if scene.lower(verb + 1) in {"on", "upon", "for"}:
        return False
    if scene.lower(draft.end - 1) in _GATHERINGS and scene.head_of(draft.contents[0]) == draft.end - 1:
        return draft.cue is not None and draft.start == draft.cue[1]  # "called [an urgent meeting]"
    words, upos = range(draft.start, draft.end), scene.syntax.upos
    called = [w for w in scene.syntax.children(verb, "obj", "iobj") if verb < w < draft.start]
    if any((e := scene.entity_of(w)) is not None and e.type == "person" for w in called):
        about = {"about", "over", "regarding"} & {scene.lower(draft.start), scene.lower(draft.start - 1)}
        return bool(about) or scene.lower(draft.start) in {"on", "to", "in", "at", "from", "late", "early", "again"}
    goes_on = next((w for w in words if upos[w] in VERBAL), None)
    if goes_on is not None and scene.syntax.heads[goes_on] == verb and scene.syntax.is_relation(goes_on, "conj"):
        words = range(draft.start, goes_on)  # "called [Sharif and told him that …]"
        goes_on = None
    elif goes_on is not None and _is_aim(goes_on, verb, scene):
        words = range(draft.start, goes_on)  # "called [Sharif on Monday to press for talks]"
        goes_on = None
    if goes_on is not None or any(scene.encoding.words[w] in {'"', "“"} for w in words):
        return False
    heads = [w for w in words if not draft.holds(scene.syntax.heads[_first_joined(w, scene)])]
    heads = [w for w in heads if not scene.syntax.is_relation(w, "obl")]
    if any(not scene.syntax.is_relation(w, "obj", "conj", "appos") for w in heads if upos[w] in {"NOUN", "PROPN"}):
        return False  # "called Sharif [a liar]"
    if any(_is_behind_others(w, scene) for w in heads):
        return False  # "called the demonstrators [terrorists]"
    if any(_is_judged(w, draft.end, scene) for w in heads if upos[w] in {"NOUN", "PROPN"}):
        return False  # "called the minister [weak]"
    named = [scene.directory.of_words(w, w + 1) for w in heads if upos[w] in {"NOUN", "PROPN"}]
    return bool(named) and all(e is not None and _is_known(e) for e in named)


_GATHERINGS = frozenset(
    "meeting meetings election elections session summit vote referendum strike conference witnesses police".split()
)


def _is_behind_others(word: int, scene: Scene) -> bool:
    """Tell whether the tree takes several for a part of the name of others: "demonstrators terrorists"."""
    parts = (scene.lower(w) for w in scene.syntax.children(word, "compound") if scene.syntax.upos[w] == "NOUN")
    return any(singular_of(part) != part for part in parts)


def _is_judged(noun: int, end: int, scene: Scene) -> bool:
    """Tell whether an adjective that belongs to no noun behind it follows a noun: "the minister [very weak]"."""
    upos, behind = scene.syntax.upos, noun + 1
    while behind < end and upos[behind] == "ADV":
        behind += 1
    if behind >= end or upos[behind] != "ADJ" or scene.lower(behind) in _WHEN:
        return False
    above = scene.syntax.heads[behind]
    return not (above > behind and upos[above] in {"NOUN", "PROPN"})


_WHEN = frozenset("late early last next several".split())


def _first_joined(word: int, scene: Scene) -> int:
    """Return the first of what "and" joins with a word, or the word."""
    while scene.syntax.is_relation(word, "conj"):
        word = scene.syntax.heads[word]
    return word


def _is_known(entity: Entity) -> bool:
    """Tell whether somebody has a name or an office: "called [the emir of Qatar]", "the ministers", not "demonstrators"."""
    return bool(entity.roles) or (entity.type == "person" and entity.name is not None)


def _is_aim(word: int, verb: int, scene: Scene) -> bool:
    """Tell whether a verb with "to" says what somebody telephoned for."""
    syntax = scene.syntax
    is_below = syntax.heads[word] == verb and syntax.is_relation(word, "advcl", "xcomp")
    return is_below and any(scene.lower(w) == "to" for w in syntax.children(word, "mark"))


def is_deed(draft: Draft, scene: Scene) -> bool:
    """Tell whether a draft is a deed that nobody says: "[The charter] was signed", "will continue [to take action]"."""
    verb = scene.cue_head(draft)
    if _goes_on(draft, scene) or _is_given_up(draft, scene):
        return True
    if (
        draft.source is not None
        or verb is None
        or len(draft.contents) > 1
        or not scene.syntax.children(verb, "aux:pass")
    ):
        return False
    return draft.end <= verb and not any(
        scene.syntax.upos[w] in VERBAL or scene.encoding.words[w] in {'"', "“"} for w in range(draft.start, draft.end)
    )


def _is_given_up(draft: Draft, scene: Scene) -> bool:
    """Tell whether somebody only gives up what he said against a thing: "lifted its veto over [the bid]"."""
    words = [] if draft.cue is None else [scene.lower(w) for w in range(*draft.cue)]
    return not _GIVING_UP.isdisjoint(words[:-1]) and not _RESISTANCE.isdisjoint(words[1:])


_GIVING_UP = frozenset("lift lifts lifted lifting drop drops dropped dropping end ended ends withdrew withdraw".split())
_RESISTANCE = frozenset("veto vetoes objection objections opposition resistance".split())


def _goes_on(draft: Draft, scene: Scene) -> bool:
    """Tell whether somebody only goes on doing something: "will continue [to prevent it]", but not "“Never,” he continued"."""
    if draft.cue is None or scene.lower(draft.cue[1] - 1) not in _GOING_ON or draft.start != draft.cue[1]:
        return False
    is_quoted = any(scene.encoding.words[w] in {'"', "“"} for w in range(draft.start, draft.end))
    return scene.lower(draft.start) == "to" and not is_quoted


_GOING_ON = frozenset("continue continues continued begin begins began begun start starts started".split())


def is_relative(draft: Draft, scene: Scene) -> bool:
    """Tell whether all that is said is a pronoun that joins a clause: "the pact, [which] the two discussed in May"."""
    is_one = draft.end - draft.start == 1 and scene.lower(draft.start) in {"which", "who", "whom", "that", "what"}
    return is_one and not (scene.lower(draft.start) == "that" and _is_denied(draft, scene))


def _is_denied(draft: Draft, scene: Scene) -> bool:
    """Tell whether a content is all that somebody denies: "an aide disputed [that]"."""
    verb = scene.cue_head(draft)
    cue = scene.cue_at(verb) if verb is not None else None
    return cue is not None and cue.kind == "denial" and draft.cue is not None and draft.start == draft.cue[1]


def is_question(draft: Draft, scene: Scene) -> bool:
    """Tell whether a draft only names what somebody was asked: "Asked about [the visit], she replied"."""
    if draft.cue is None or scene.lower(draft.cue[0]) not in ASKED:
        return False
    before = scene.lower(draft.cue[0] - 1) if draft.cue[0] else ""
    if before in {"when", "if"} and (draft.source is None or draft.source[0] > draft.end - 1):
        return True  # "When asked whether [it was ready], the minister said"
    if (
        draft.source is None
        and draft.cue[0] == scene.sentence_start(draft.cue[0])
        and scene.lower(draft.start - 1) == "about"
    ):
        return True  # "Asked at a news conference about [the arrests]"
    behind = scene.lower(draft.cue[0] + 1) if draft.cue[0] + 1 < len(scene.encoding.words) else ""
    if draft.cue[0] == scene.sentence_start(draft.cue[0]) and behind == "by":
        return True  # "Asked by reporters whether [it was true], he said": nobody who answers asks
    if draft.source is not None and draft.cue[0] == scene.sentence_start(draft.cue[0]) and draft.source[0] >= draft.end:
        return True  # "Asked on Monday if [she would go], the minister said no"
    if draft.source is None and draft.cue[0] == scene.sentence_start(draft.cue[0]):  # "Asked whether [he would go], he"
        return bool({behind, scene.lower(draft.start)} & _ASKING_FOR)
    return behind in {"about", "on", "by"} and not any(
        scene.syntax.upos[w] in VERBAL for w in range(draft.start, draft.end)
    )


_ASKING_FOR = frozenset("if whether why how what when who whom whose which where about to".split())


def without_asked(kept: Sequence[Draft], drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Leave out what was only asked about: "Asked whether [both had agreed to come], she smiled", where nobody is said to agree."""
    asked = {w for d in drafts if is_question(d, scene) for content in d.contents for w in range(*content)}
    return [d for d in kept if d.cue is None or d.cue[0] not in asked]


def is_bearer(draft: Draft, scene: Scene) -> bool:
    """Tell whether a cue only says what somebody is, of whom nothing is told to have been said: "[a critic of] the party"."""
    return (
        draft.source is None
        and draft.cue is not None
        and not _BEARERS.isdisjoint(scene.encoding.lower[slice(*draft.cue)])
    )


_BEARERS = frozenset(
    "critic critics opponent opponents supporter supporters advocate advocates proponent proponents".split()
)


def is_wordless(draft: Draft, scene: Scene) -> bool:
    """Tell whether a draft is a thing done, with no clause and no words quoted: "ordered [the release]", "revised [the plan]"."""
    verb = scene.cue_head(draft)
    if draft.cue is None or verb is None:
        return False
    known = [
        cue for w in range(*draft.cue) if (cue := cue_verb(scene.lower(w)) or cue_noun(scene.lower(w))) is not None
    ]
    if known:
        if any(cue.lemma == "recall" for cue in known):
            return scene.lower(scene.head_of(draft.contents[0])) in _RECALLED
        if any(cue.lemma == "welcome" for cue in known):
            return _is_somebody(draft, scene)
        if any(cue.lemma == "dismiss" for cue in known):
            return _is_somebody(draft, scene) or _is_case(draft, scene, _cases(draft, scene))
        if any(cue.lemma in {"apologise", "apologize"} for cue in known):
            who = scene.entity_of(scene.head_of(draft.contents[0]))  # "apologised to [the victims]"
            return scene.lower(draft.start - 1) == "to" and who is not None and who.type in SPEAKERS
        if any(cue.lemma in {"reject", "approve"} for cue in known):
            return _is_case(draft, scene, _LAWS)
        is_deed = verb == draft.cue[1] - 1 and all(cue.lemma in _DONE_WITH_THINGS for cue in known)
        return is_deed and (_is_thing(draft, scene) or _has_object(draft, verb, scene))
    if not _is_thing(draft, scene):
        return False
    syntax, words = scene.syntax, range(draft.start, draft.end)
    if syntax.upos[verb] != "VERB" or cue_phrase(" ".join(scene.encoding.words[slice(*draft.cue)])) is not None:
        return False
    if not syntax.is_relation(scene.head_of(draft.contents[0]), "obj") or syntax.heads[draft.cue[1] - 1] > draft.cue[1]:
        return False  # "drew on [a plot]"
    if any(scene.lower(w) == "at" and "NUM" in syntax.upos[w + 1 : w + 4] for w in words):
        return False  # "put [the toll at 23]", wherever the number hangs
    # "painted [the theft as a prank]" says something of it.
    return not any(syntax.heads[w] == verb and syntax.is_relation(w, "obl", "xcomp", "advcl") for w in words)


def is_shown(draft: Draft, scene: Scene) -> bool:
    """Tell whether something is shown to somebody, which says nothing: "showed [reporters a map]", not "showed that …"."""
    verb = scene.cue_head(draft)
    if verb is None or draft.cue is None or scene.lower(verb) not in _SHOWING or draft.start < draft.cue[1]:
        return False
    things = [w for w in scene.syntax.children(verb, "obj", "iobj") if draft.cue[1] <= w < draft.end]
    shower = scene.directory.of_words(*draft.source) if draft.source is not None else None
    if shower is None or shower.type != "person":
        return False  # "the poll showed her a point ahead"
    return len(things) > 1 and not any(draft.holds(w) for w in scene.syntax.children(verb, "ccomp", "xcomp"))


_SHOWING = frozenset("show shows showed shown showing".split())


def _is_somebody(draft: Draft, scene: Scene) -> bool:
    """Tell whether a content is a person of whom nothing is said: dismissed "the army chief", but not "her critics as spies"."""
    start, end = draft.contents[0]
    head = scene.head_of(draft.contents[0])
    found = scene.entity_of(head)
    is_person = found is not None and found.type == "person" and start <= head < end
    return (
        is_person
        and draft.start >= (draft.cue or (0, 0))[1]
        and not any(scene.lower(w) == "as" for w in range(start, min(head + 3, len(scene.encoding.words))))
    )


def _is_case(draft: Draft, scene: Scene, cases: frozenset[str]) -> bool:
    """Tell whether a content is what a court or a chamber throws out: dismissed "an appeal", but not "the appeal as a stunt"."""
    start, end = draft.contents[0]
    noun = scene.head_of(draft.contents[0])
    if draft.start < (draft.cue or (0, 0))[1] or not start <= noun < end or "as" in scene.encoding.lower[start:end]:
        return False
    return scene.lower(noun) in cases


def _cases(draft: Draft, scene: Scene) -> frozenset[str]:
    """Return what the source of a draft throws out: a minister dismisses "charges that he lied", and a court the charges."""
    court = scene.directory.of_words(*draft.source) if draft.source is not None else None
    if court is None or court.sector == "JUD":
        return _SUITS | _CHARGES
    return _SUITS if court.type == "organisation" else frozenset()


_LAWS = frozenset(
    "legislation bill bills budget budgets constitution amendment amendments nomination nominations".split()
)
_SUITS = frozenset(
    "petition petitions appeal appeals case cases lawsuit lawsuits suit suits motion motions application applications".split()
)
_CHARGES = frozenset("complaint complaints challenge challenges charge charges".split())


def _has_object(draft: Draft, verb: int, scene: Scene) -> bool:
    """Tell whether a content begins with the object of a verb that has no clause: "ordered [the recall of an envoy who …]"."""
    syntax, (start, end) = scene.syntax, draft.contents[0]
    if len(draft.contents) > 1 or any(_is_mark(scene.encoding.words[w]) for w in range(start, end)):
        return False
    objects = [w for w in syntax.children(verb, "obj") if start <= w < end]
    clauses = [w for w in syntax.children(verb, "ccomp", "xcomp", "parataxis") if start <= w < end]
    return bool(objects) and syntax.subtree(objects[0])[0] == start and not clauses


def _is_thing(draft: Draft, scene: Scene) -> bool:
    """Tell whether a content is one phrase behind the cue, with no verb in it and no quotation marks."""
    if draft.cue is None or len(draft.contents) > 1 or draft.start < draft.cue[1]:
        return False
    words = range(draft.start, draft.end)
    return not any(scene.syntax.upos[w] in VERBAL or _is_mark(scene.encoding.words[w]) for w in words)


def _is_mark(word: str) -> bool:
    return word[:1] in OPENING_MARKS and word.lower() != "'s"


def is_topic(draft: Draft, scene: Scene) -> bool:
    """Tell whether a draft only names what unnamed people speak about: "speculation about [his future]"."""
    if draft.cue is not None and _is_put_off(draft.cue, scene):
        return True
    if draft.cue is not None and (scene.lower(draft.cue[0]), scene.lower(draft.cue[0] - 1)) == ("meaning", ","):
        return draft.start == draft.cue[1] and scene.lower(draft.start) != "that"  # "he said, meaning [France]"
    if draft.cue is None or not _is_thing(draft, scene):
        return False
    if scene.lower(draft.cue[0]) in {"commenting", "asked", "speaking", "addressing"} and draft.cue[
        0
    ] == scene.sentence_start(draft.cue[0]):
        return True  # "Commenting on [the statement], she said"
    if scene.lower(draft.cue[0]) in _STIRRING and any(scene.lower(w) in _FELT for w in range(*draft.cue)):
        return True  # "the envoy said on Wednesday, raising hopes of [a truce]"
    if scene.lower(draft.cue[0]) in {"referring", "alluding"} and draft.cue[1] - draft.cue[0] <= 2:
        return True  # "“Never,” he said, referring to [the sanctions]"
    nouns = [w for w in range(*draft.cue) if scene.syntax.upos[w] == "NOUN" and cue_noun(scene.lower(w)) is not None]
    if draft.source is not None:  # "the visit fuelled speculation about [a pact]": no visit speaks
        said_by = scene.directory.of_words(*draft.source)
        return bool(nouns) and (said_by is None or said_by.type == "other")
    head = scene.cue_head(draft)
    return head is not None and scene.syntax.upos[head] == "NOUN" and not scene.syntax.children(head, "nmod:poss")


def _is_put_off(cue: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a cue only says when a vote or debate is held: "put off a vote on [twinning the city]"."""
    words = scene.encoding.lower[slice(*cue)]
    return not _BALLOTS.isdisjoint(words) and not _HELD.isdisjoint(words)


_HELD = frozenset(
    "put defer defers deferred postpone postpones postponed delay delays delayed hold holds held schedule schedules scheduled "
    "cancel cancels cancelled canceled".split()
)
_BALLOTS = frozenset("vote votes debate debates".split())
_STIRRING = frozenset("raising sparking fuelling fueling stoking prompting dashing dampening easing".split())
_FELT = frozenset("hopes hope fears fear concerns concern questions doubts speculation worries".split())


def is_urging(draft: Draft, scene: Scene) -> bool:
    """Tell whether somebody is brought to do something, by whatever words: "persuaded the rebels [to free them]"."""
    verb = scene.cue_head(draft)
    cue = scene.cue_at(verb) if verb is not None else None
    if cue is not None and cue.lemma in _MEANING and draft.source is None and scene.lower(draft.start) == "to":
        return verb is not None and bool(scene.syntax.children(verb, "aux:pass"))  # "the fund was meant [to help]"
    return cue is not None and cue.lemma in _BRINGING_TO and scene.lower(draft.start) == "to"

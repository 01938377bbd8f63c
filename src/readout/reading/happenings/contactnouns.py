# SPDX-License-Identifier: Apache-2.0
"""Contacts that a noun tells of: "in a call on Monday, A told B", "a call between the two presidents lasted an hour"."""

from __future__ import annotations

from readout.reading.clauses.arguments import conjuncts, owners, phrases
from readout.reading.clauses.bystanders import without_hosts
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.coreference.facts import singular_of
from readout.reading.happenings.contactframes import WRITINGS
from readout.reading.happenings.eventnouns import is_joined, is_known_to_source
from readout.reading.happenings.happening import Happening
from readout.reading.happenings.lostparties import doers, person_after, person_behind
from readout.reading.happenings.meetings import LINES, is_both, sense_of_meeting, told
from readout.reading.happenings.parties import THE_TWO, Parties, Party
from readout.reading.happenings.tellers import teller_in_front
from readout.resources import Trigger, is_in_set, noun_triggers_at

__all__ = ["FRAMED", "TOUCH", "at_noun", "brings_up"]

_FRAMING = frozenset("in during at on after following by via through over with".split())
TOUCH = frozenset({"touch", "contact"})
FRAMED = frozenset(
    "call conversation meeting talk summit visit letter email message telegram lunch dinner breakfast banquet audience session "
    "round exchange discussion".split()
)
_LATER = frozenset({"after", "following", "on", "over"})
_MEALS = frozenset("lunch dinner breakfast banquet".split())
_BY_LINE = frozenset("by over on via through".split())
_TELLS_OF = frozenset(
    "lasted ended concluded took began started opened focused centered centred covered closed followed produced ran went came "
    "resumed continued dealt touched yielded brought broke marked dragged".split()
)
_HELD = frozenset(
    "held had hosted conducted completed resumed finished wrapped convened attended joined closed granted gave".split()
)
_STAYS = frozenset("stay stays stayed remain remains remained keep keeps kept get got been was were is".split())
_BETWEEN = frozenset("between of with among".split())  # before the sides of a noun
_GIVEN = frozenset("the this that these those each every any no".split())  # before what was brought up elsewhere
_SWAPPED = frozenset("swap swaps swapped freed released bodies remains fire gunfire".split())
_ROUNDS = frozenset("round cycle series set day hour session".split())


def at_noun(scene: Scene, parties: Parties, noun: int) -> Happening | None:
    """Return the contact that a noun tells of, in a phrase of another verb or as what lasted, ended or was held."""
    sense = _noun_sense(scene, noun)
    if sense is None:
        return _in_touch(scene, parties, noun)
    if is_known_to_source(scene, noun) or is_joined(scene, noun):
        return None
    return (
        _in_phrase(scene, parties, noun, *sense)
        or _as_subject(scene, parties, noun, *sense)
        or _on_line(scene, parties, noun, sense[0])
    )


def _on_line(scene: Scene, parties: Parties, noun: int, trigger: Trigger) -> Happening | None:
    """Read "was on the phone with both leaders through the night"."""
    syntax = scene.syntax
    if scene.lower(noun) not in LINES or scene.case_of(noun) != "on" or not syntax.children(noun, "cop"):
        return None
    actors = parties.of([w for s in syntax.children(noun, "nsubj") for w in conjuncts(scene, s)], owned=False)
    others = parties.of(phrases(scene, noun, "with", "to"), owned=False)
    others = others or person_after(scene, parties, noun, "with") or person_after(scene, parties, noun, "to")
    if not actors or not others or {p.id for p in actors} & {p.id for p in others}:
        return None
    return told(trigger, (noun, noun + 1), noun, actors, others)


def _is_swap(scene: Scene, noun: int) -> bool:
    """Tell whether an exchange is one of prisoners: "freed him in the biggest exchange since the war"."""
    if singular_of(scene.lower(noun)) != "exchange":
        return False
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[noun]]
    words = scene.encoding.lower[sentence.start : sentence.end]
    return any(is_in_set("captives", singular_of(word)) or word in _SWAPPED for word in words)


def _in_phrase(scene: Scene, parties: Parties, noun: int, trigger: Trigger, start: int) -> Happening | None:
    """Read "in a call on Monday, A told B that …", "during a visit to Rabat, A signed …", "discussed Gaza with B in a call"."""
    phrase = _measure_of(scene, noun) or noun  # "after seven [hours] of talks with"
    if not scene.syntax.is_relation(phrase, "obl", "nmod") or scene.case_of(phrase) not in _FRAMING:
        return None
    verb = teller_in_front(scene, phrase)
    if scene.syntax.upos[verb] not in VERBAL or _is_no_meeting(scene, noun) or _is_swap(scene, noun):
        return None
    line, cue = scene.lower(noun) in LINES, scene.cue_at(verb)
    if line and cue is not None and cue.kind == "belief":  # nobody accepts or hopes by phone: a slip of the tree
        return None
    if not line and not _is_new(scene, noun) and len(doers(scene, parties, verb)) < 2:
        return None  # "after the talks, Ilic and Gashi said"
    written = singular_of(scene.lower(noun)) in WRITINGS
    addressed = phrases(scene, noun, "for") if written else []  # "sent an envoy with a letter for [the premier]"
    sides = (
        ("with", "between", "to") if line else ("with", "between", "to", "from")
    )  # "by phone from Doha": where one was
    own = parties.of([*phrases(scene, noun, *sides), *addressed], owned=False)
    own = own or person_after(scene, parties, noun, "with")
    if written and not own and scene.case_of(noun) in _LATER:
        return None  # "frees the crew after a letter": who wrote to whom is not told
    if written and scene.lower(verb) in _SENDING and not (addressed or phrases(scene, noun, "to")):
        return None  # "sent an envoy to Tarsk with a message": to whom it is, is not told, and not to him
    if phrases(scene, noun, "between") and is_both(scene, own, pair=False):
        return told(trigger, (start, noun + 1), verb, own, [])  # "told reporters after a dinner between [the two]"
    deal = doers(scene, parties, verb)
    if own and any(p.rule == THE_TWO for p in deal) and {p.id for p in own}.isdisjoint(p.id for p in deal):
        return None  # "Over lunch with Rau, the two leaders": he is one of the two, whoever else was taken for these
    actors = [p for p in deal if p.id not in {o.id for o in own}]
    ids = {p.id for p in actors}
    others = own or [p for p in _addressed(scene, parties, verb) if p.id not in ids]
    if singular_of(scene.lower(noun)) == "visit":
        others = own
    if not actors or not (others or is_both(scene, actors, pair=True)):
        return None
    return told(trigger, (start, noun + 1), verb, actors, others)


def _measure_of(scene: Scene, noun: int) -> int | None:
    """Return the word for how long a contact was that stands in front of its "of"."""
    case = next(iter(scene.syntax.children(noun, "case")), 0)
    is_long = scene.lower(case) == "of" and scene.lower(case - 1) in _MEASURES
    return case - 1 if is_long else None


_SENDING = frozenset("send sends sent sending dispatched dispatches".split())
_MEASURES = frozenset("minutes hours hour days day weeks rounds round".split())


def _in_touch(scene: Scene, parties: Parties, noun: int) -> Happening | None:
    """Read "had been in constant touch with his counterpart", "stayed in contact with B"."""
    if scene.lower(noun) not in TOUCH or scene.case_of(noun) != "in":
        return None
    others = parties.of(phrases(scene, noun, "with"), owned=False) or person_after(scene, parties, noun, "with")
    verb = scene.syntax.heads[noun]
    is_told = scene.syntax.is_relation(noun, "obl") and scene.lower(verb) in _STAYS
    subjects = scene.syntax.children(noun, "nsubj") if scene.syntax.children(noun, "cop") else []
    actors = doers(scene, parties, verb) if is_told else parties.of(subjects, owned=False)
    if not actors or not others or {p.id for p in actors} & {p.id for p in others}:
        return None
    return told(sense_of_meeting("contact", None), (noun, noun + 1), verb if is_told else noun, actors, others)


def _is_no_meeting(scene: Scene, noun: int) -> bool:
    """Tell whether a phrase gives a reason or a price: "suspended over a leaked conversation", "freed in exchange for"."""
    if scene.case_of(noun) == "over":
        return scene.lower(noun) not in LINES | _MEALS
    return scene.encoding.lower[max(noun - 1, 0) : noun + 2] == ("in", "exchange", "for")


def _as_subject(scene: Scene, parties: Parties, noun: int, trigger: Trigger, start: int) -> Happening | None:
    """Read "a call between the Polish and Lithuanian presidents lasted half an hour"."""
    above, trigger_end, held = scene.syntax.heads[noun], noun + 1, noun
    if scene.case_of(noun) == "of" and singular_of(scene.lower(above)) in _ROUNDS:
        noun = above  # "closed their sixth round of talks"
    if not scene.syntax.is_relation(noun, "nsubj", "nsubj:pass", "obj"):
        return None
    verb = scene.syntax.heads[noun]
    if scene.syntax.is_relation(noun, "obj") and scene.lower(verb + 1) == "off":
        return None  # "broke off talks": nobody held any by that
    is_followed = scene.syntax.is_relation(noun, "obj") and _is_followed(scene, verb)
    if scene.lower(verb) not in _TELLS_OF | _HELD and not is_followed:
        return None
    sides = owners(scene, noun, _BETWEEN)
    if not sides and scene.syntax.is_relation(noun, "nsubj", "nsubj:pass"):
        sides = _sides_behind(scene, verb)
    with_whom = phrases(scene, verb, "with") if scene.syntax.is_relation(noun, "obj") else []
    with_whom = phrases(scene, held, "with") or with_whom
    found = parties.of(without_hosts(scene, sides), owned=False)
    found = found or parties.of(without_hosts(scene, with_whom), owned=False)
    found = found or person_after(scene, parties, noun, "with")
    if scene.syntax.is_relation(noun, "obj") and not is_followed:
        actors = [p for p in doers(scene, parties, verb) if p.id not in {q.id for q in found}]
        if not actors or not (found or is_both(scene, actors, pair=False)):
            return None
        return told(trigger, (start, trigger_end), verb, actors, found)
    if not found or not is_both(scene, found, pair=False):
        return None
    return told(trigger, (start, trigger_end), verb, found, [])


def _is_followed(scene: Scene, verb: int) -> bool:
    """Tell whether one contact comes after another: "The call follows [the two leaders' meeting] in Woodside"."""
    subject = scene.subject(verb)
    return scene.lower(verb) in _FOLLOWING and subject is not None and singular_of(scene.lower(subject)) in FRAMED


_FOLLOWING = frozenset({"follows", "followed", "follow"})


def _sides_behind(scene: Scene, verb: int) -> list[int]:
    """Return between whom it is that a verb tells of, far behind it: "talks began in Geneva on Monday [between] …"."""
    end = scene.syntax.sentences[scene.syntax.sentence_of[verb]].end
    for at in range(verb + 1, end):
        if scene.syntax.upos[at] in {"PUNCT", "VERB", "SCONJ"}:
            break
        if scene.lower(at) == "between" and scene.syntax.is_relation(at, "case"):
            return conjuncts(scene, scene.syntax.heads[at])
    return []


def _noun_sense(scene: Scene, word: int) -> tuple[Trigger, int] | None:
    """Return the sense of a noun of contact that ends at a word, and where its words begin."""
    if scene.lower(word) in LINES and scene.case_of(word) in _BY_LINE:
        return sense_of_meeting(scene.lower(word), "phone"), word
    if scene.syntax.upos[word] != "NOUN" or singular_of(scene.lower(word)) not in FRAMED:
        return None
    for start in (word - 1, word):
        found = noun_triggers_at(scene.encoding.words, start) if start >= 0 else None
        if found is not None and found[1] == word + 1 and found[0][0].type == "CONSULT":
            return found[0][0], start
    return sense_of_meeting(scene.lower(word), None), word


def _is_new(scene: Scene, noun: int, *, with_sides: bool = True) -> bool:
    """Tell whether a noun brings its contact up: "a call", "talks", "Tuesday's meeting"; "the call" only with its sides."""
    given = {scene.lower(c) for c in scene.syntax.children(noun, "det")}
    sides = with_sides and bool(phrases(scene, noun, "with", "between", "to"))
    return sides or not given & _GIVEN


def brings_up(scene: Scene, happening: Happening) -> bool:
    """Tell whether a noun tells of its contact itself: "a call between the two presidents lasted an hour"."""
    above = scene.lower(scene.syntax.heads[happening.word])
    if not _is_new(scene, happening.word, with_sides=False):
        return False
    return scene.syntax.is_relation(happening.word, "nsubj", "nsubj:pass") and above in _TELLS_OF | _HELD


def _addressed(scene: Scene, parties: Parties, verb: int) -> list[Party]:
    # "conveyed condolences [to the premier] at a meeting", whatever the tree hangs him on
    things = [*scene.syntax.children(verb, "obj", "iobj"), *phrases(scene, verb, "with", "to", steps=2)]
    found = parties.of([j for thing in things for j in conjuncts(scene, thing)], owned=False)
    persons = [p for p in found if parties.is_kind(p, "person", "organisation", "group")]
    return persons or person_behind(scene, parties, verb + 1)

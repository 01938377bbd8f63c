# SPDX-License-Identifier: Apache-2.0
"""Meetings, calls, visits and letters that are told in other ways than by a verb or noun with both its parties beside it.

"The ministers of Peru and Bolivia met": one plural subject is both sides. "In a call on Monday, A told B that …": the contact
stands in a phrase, and its parties are those of the saying. "A call between the two presidents lasted an hour": the noun is the
subject of its own length. "Wrote to", "sat down with", "passed a message to": verbs that tell of a contact by what stands beside
them. Where the tree loses a party in a long title, the mention right before or behind the verb is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from readout.reading.arguments import agents, conjuncts, owners, patients, phrases
from readout.reading.draft import VERBAL, Scene
from readout.reading.facts import singular_of
from readout.reading.happenings import Happening
from readout.reading.parties import Parties, Party
from readout.reading.sides import is_press
from readout.resources import Country, Trigger, country_named, country_of_adjective, noun_triggers_at, verb_triggers

__all__ = ["with_encounters"]


@dataclass(frozen=True, slots=True)
class _Frame:
    """How some verbs tell of a contact.

    Attributes:
        lemma: The first of them.
        verbs: Their forms.
        slots: Where the other side stands: obj, iobj, or a preposition.
        mode: PLOVER mode.
        near: Words one of which must stand beside the verb.
        things: Nouns one of which must be the object.
        mutual: Whether a plural subject is both sides.
        pair: Whether such a subject must name both: "the two", "the French and German".
        purpose: Whether it must be in order to say something: "called Lavrov to discuss the truce".
    """

    lemma: str
    verbs: frozenset[str]
    slots: tuple[str, ...]
    mode: str | None = None
    near: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    mutual: bool = False
    pair: bool = False
    purpose: bool = False


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WRITINGS = _words("letter message note telegram cable email text missive proposal")
_FRAMES = (
    _Frame("meet", _words("meet meets met meeting"), ("obj", "with"), mutual=True),
    _Frame("confer", _words("confer conferred confers conferring convened conversed"), ("with",), mutual=True),
    _Frame(
        "speak",
        _words("speak spoke speaks spoken speaking talk talked talks talking"),
        ("with", "to"),
        mutual=True,
        pair=True,
    ),
    _Frame("discuss", _words("discuss discussed discusses discussing"), ("with",), mutual=True, pair=True),
    _Frame("consult", _words("consult consulted consults consulting"), ("obj", "with"), mutual=True, pair=True),
    _Frame("brief", _words("brief briefed briefs briefing hosted received welcomed"), ("obj",)),
    _Frame("ring", _words("ring rang rung phone phoned telephone telephoned"), ("obj",), mode="phone"),
    _Frame("contact", _words("contact contacted contacts"), ("obj",)),
    _Frame("greet", _words("greet greeted greets"), ("obj",), mutual=True),
    _Frame("email", _words("email emailed e-mailed texted messaged"), ("obj",), mutual=True),
    _Frame("sit", _words("sit sat sitting"), ("with",), near=_words("down"), mutual=True),
    _Frame("call", _words("call called calls"), ("obj",), near=_words("in")),
    _Frame("call", _words("call called calls"), ("obj",), mode="phone", purpose=True),
    _Frame("write", _words("write wrote writes written writing"), ("to",)),
    _Frame(
        "exchange",
        _words("exchange exchanged exchanges swapped"),
        ("with",),
        things=_WRITINGS | _words("call view"),
        mutual=True,
    ),
    _Frame(
        "send",
        _words("send sent sends hand handed hands deliver delivered gave give signed"),
        ("iobj", "to"),
        things=_WRITINGS,
    ),
    _Frame(
        "pass",
        _words("pass passed passes convey conveyed conveys relay relayed relays transmitted"),
        ("iobj", "to"),
        things=_WRITINGS | _words("warning offer assurance reply"),
    ),
    _Frame("receive", _words("receive received receives got"), ("from",), things=_WRITINGS | _words("call")),
    _Frame("dine", _words("dine dined dines lunch lunched"), ("with",), mutual=True),
)
_GOT = _words("received receives receive got took")
_PAID = _words("paid pay pays paying")
_TRAVELS = _words("flew flown travelled traveled arrived landed went came visited")
_VERBS = _TRAVELS.union(*(frame.verbs for frame in _FRAMES))
_PURPOSES = _words(
    "visit talks summit meeting meetings negotiations meet met meets received welcomed greeted hosted discuss official state "
    "consultations counterpart audience invitation see"
)
_FRAMING = _words("in during at on after following by via through over with")
_FRAMED = _words(
    "call conversation meeting talk summit visit letter email message telegram lunch dinner breakfast banquet audience session "
    "round exchange discussion"
)
_LINES = _words("phone telephone hotline video videolink link videoconference teleconference")
_BY_LINE = _words("by over on via through")
_TELLS_OF = _words(
    "lasted ended concluded took began started opened focused centered centred covered closed followed produced ran went came "
    "resumed continued dealt touched yielded brought broke marked dragged"
)
_HELD = _words(
    "held had hosted conducted completed resumed finished wrapped convened attended joined closed granted gave"
)
_ROUNDS = _words("round cycle series set day hour session")
_SAID = _words(
    "discuss talk explain congratulate express thank ask urge warn tell inform assure offer convey apologise apologize complain "
    "protest reaffirm reiterate brief consult share say condemn"
)
_PAIRED = _words("two both")
_JOINS = _words(", and of")
_TITLES = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "PART", "NUM"})
_CLAUSE = 14  # words from a verb to the phrase of its other side: "held talks in Vienna on Monday with"
_FARTHEST = 7  # words of a title between a verb and the name behind it


def with_encounters(
    scene: Scene, parties: Parties, readable: Sequence[bool], found: Sequence[Happening]
) -> list[Happening]:
    """Add the contacts that the triggers miss, and the other side where the tree has lost it.

    Args:
        scene: Words and trees.
        parties: Who words stand for.
        readable: Whether each word stands in a part of the report that tells something.
        found: The happenings found by the triggers.

    Returns:
        All happenings, in text order.
    """
    kept = [h for h in found if h.trigger.type != "CONSULT" or not _is_with_press(parties, h)]
    kept = [_completed(scene, parties, h) if h.trigger.type == "CONSULT" else h for h in kept]
    kept = [replace(h, again=False) if h.again and _brings_up(scene, h) else h for h in kept]
    taken = {w for h in kept if h.trigger.type == "CONSULT" for w in (h.word, h.verb) if w is not None}
    for word in range(len(scene.encoding.words)):
        if not readable[word] or word in taken:
            continue
        happening = (
            _at_verb(scene, parties, word) or _in_phrase(scene, parties, word) or _as_subject(scene, parties, word)
        )
        if happening is not None and not taken & {happening.word, happening.verb}:
            taken |= {happening.word}
            kept = [h for h in kept if h.word != happening.word or h.trigger.type != "REQUEST"]
            kept.append(happening)
    kept = [h for h in kept if h.trigger.type != "CONSULT" or not _is_with_press(parties, h)]
    return sorted(kept, key=lambda h: h.words)


def _is_with_press(parties: Parties, happening: Happening) -> bool:
    """Tell whether a side is of the press, which relays or asks and is not met."""
    sides = (parties.entity(p.id) for p in (*happening.actors, *happening.recipients))
    return any(entity is not None and is_press(entity) for entity in sides)


def _completed(scene: Scene, parties: Parties, happening: Happening) -> Happening:
    """Give "held talks in Jerusalem with …" the side that the tree hangs elsewhere."""
    writers = _writers(scene, parties, happening.verb) if happening.verb is not None else []
    if writers and happening.recipients and _carries(scene, happening.verb):
        return replace(happening, actors=tuple(writers))  # "handed the emir a letter from the president"
    told = [p for p in happening.recipients if scene.case_of(p.word) not in {"in", "at"}]
    if told or len(happening.actors) != 1 or not happening.trigger.mutual:
        return happening
    others = [p for p in _other_side(scene, parties, happening) if p.id != happening.actors[0].id]
    if not others:
        return happening
    arguments = (*happening.arguments, *(p.word for p in others))
    return replace(happening, recipients=tuple(others), arguments=arguments)


def _carries(scene: Scene, verb: int | None) -> bool:
    return verb is not None and any(singular_of(scene.lower(w)) in _WRITINGS for w in patients(scene, verb))


def _other_side(scene: Scene, parties: Parties, happening: Happening) -> list[Party]:
    found = _after(scene, parties, happening.word, "with")
    if happening.verb is not None and scene.lower(happening.verb) in _GOT:  # "received a call from"
        return parties.of(agents(scene, happening.verb), owned=False)
    if happening.verb is not None and scene.lower(happening.verb) in _PAID:  # "paid a courtesy call on"
        found = found or _after(scene, parties, happening.word, "on")
    if found or scene.syntax.upos[happening.word] != "VERB":
        return found
    return parties.of(patients(scene, happening.word), owned=False) or _behind(scene, parties, happening.word + 1)


def _brings_up(scene: Scene, happening: Happening) -> bool:
    """Tell whether a noun tells of its contact itself: "a call between the two presidents lasted an hour"."""
    above = scene.lower(scene.syntax.heads[happening.word])
    if not _is_new(scene, happening.word, with_sides=False):
        return False
    return scene.syntax.is_relation(happening.word, "nsubj", "nsubj:pass") and above in _TELLS_OF | _HELD


# Verbs


def _at_verb(scene: Scene, parties: Parties, verb: int) -> Happening | None:
    lower = scene.lower(verb)
    if lower not in _VERBS or scene.syntax.upos[verb] != "VERB":
        return None
    if scene.syntax.is_relation(verb, "amod", "compound", "case", "mark"):
        return None
    actors = _actors(scene, parties, verb)
    if not actors:
        return None
    for frame in _FRAMES:
        if lower in frame.verbs and _fits(scene, frame, verb):
            happening = _by_frame(scene, parties, frame, verb, actors)
            if happening is not None:
                return happening
    return _journey(scene, parties, verb, actors) if lower in _TRAVELS else None


def _fits(scene: Scene, frame: _Frame, verb: int) -> bool:
    if frame.near and not frame.near & set(_beside(scene, verb)):
        return False
    if frame.purpose and _next(scene, verb) in {"on", "upon", "for"}:
        return False
    if frame.purpose and not any(scene.lower(c) in _SAID for c in scene.syntax.children(verb, "advcl", "xcomp")):
        return False
    things = {singular_of(scene.lower(thing)) for thing in patients(scene, verb)}
    return not frame.things or bool(frame.things & things)


def _next(scene: Scene, word: int) -> str:
    return scene.lower(word + 1) if word + 1 < len(scene.encoding.words) else ""


def _beside(scene: Scene, verb: int) -> Iterator[str]:
    yield from (scene.lower(c) for c in scene.syntax.children(verb, "compound:prt", "advmod"))
    yield from scene.encoding.lower[verb + 1 : verb + 2]


def _actors(scene: Scene, parties: Parties, verb: int) -> list[Party]:
    found = parties.of(agents(scene, verb), owned=False) or parties.of(agents(scene, verb), owned=True)
    if found:
        return found
    subjects = scene.syntax.children(verb, "nsubj:pass")
    if subjects and not scene.syntax.children(verb, "aux:pass") and not phrases(scene, verb, "by"):
        return parties.of([j for s in subjects for j in conjuncts(scene, s)], owned=False)
    if scene.syntax.children(verb, "nsubj", "nsubj:pass", "csubj", "mark", "aux:pass"):
        return []
    return _in_front(scene, parties, verb)


def _in_front(scene: Scene, parties: Parties, verb: int) -> list[Party]:
    """Return those named right before a verb, where the tree has hung its subject elsewhere: "QUITO - A, …, and B, …, met"."""
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[verb]]
    found: dict[str, Party] = {}
    word = verb - 1
    while word >= sentence.start and (scene.syntax.upos[word] in _TITLES or scene.lower(word) in _JOINS):
        entity = scene.directory.at_head(word)
        if entity is not None and entity.type in {"person", "organisation", "group"}:
            found.setdefault(entity.id, Party(entity.id, word, "before the verb"))
        word -= 1
    there = list(reversed(found.values()))
    there = [p for n, p in enumerate(there) if not any(_is_apposed(scene, parties, p, q) for q in there[n + 1 : n + 2])]
    return [p for p in there if _is_kind(parties, p, "person")] or there


def _is_apposed(scene: Scene, parties: Parties, party: Party, after: Party) -> bool:
    """Tell whether a title and the name behind its comma are one: "Ecuador's president, Lucia Andrade"."""
    title, name = parties.entity(party.id), parties.entity(after.id)
    between = scene.encoding.lower[party.word + 1 : party.word + 2]
    return title is not None and name is not None and title.name is None and name.name is not None and between == (",",)


def _by_frame(scene: Scene, parties: Parties, frame: _Frame, verb: int, actors: Sequence[Party]) -> Happening | None:
    ids = {p.id for p in actors}
    others: list[Party] = []
    for slot in frame.slots:
        others = [p for p in _in_slot(scene, parties, verb, slot, frame.near) if p.id not in ids]
        if others:
            break
    line = any(scene.lower(c) in _LINES for c in scene.syntax.children(verb, "obl"))
    if not others and not (frame.mutual and _is_both(scene, actors, pair=frame.pair and not line)):
        return None
    if not others and _has_other_object(scene, verb) and "obj" in frame.slots:
        return None  # "met criticism"
    if frame.things and "from" not in frame.slots:
        actors = _writers(scene, parties, verb) or actors
    return _happening(frame.lemma, verb, frame.mode, actors, others)


def _has_other_object(scene: Scene, verb: int) -> bool:
    return any(scene.lower(thing) not in {"other", "another"} for thing in scene.syntax.children(verb, "obj"))


def _writers(scene: Scene, parties: Parties, verb: int) -> list[Party]:
    """Return whose letter it is that somebody else hands over: "a letter from the president"."""
    return parties.of([w for thing in patients(scene, verb) for w in phrases(scene, thing, "from")], owned=False)


def _in_slot(scene: Scene, parties: Parties, verb: int, slot: str, near: frozenset[str]) -> list[Party]:
    if slot == "obj":
        found = parties.of(patients(scene, verb), owned=False)
        if found or scene.syntax.children(verb, "aux:pass"):
            return found
        return _behind(scene, parties, verb + 2 if _next(scene, verb) in near else verb + 1)
    if slot == "iobj":
        found = parties.of([j for c in scene.syntax.children(verb, "iobj") for j in conjuncts(scene, c)], owned=False)
        return found
    heads = phrases(scene, verb, slot)
    for thing in patients(scene, verb):
        heads = heads or phrases(scene, thing, slot)
    return _who(parties, parties.of(heads, owned=False)) or _after(scene, parties, verb, slot)


def _who(parties: Parties, found: Sequence[Party]) -> list[Party]:
    """Leave out a country that only stands in front of a title: "with U.S. President Donald Trump"."""
    return [p for p in found if p.direct and not (_is_kind(parties, p, "place") and _has_title(parties, p))]


def _has_title(parties: Parties, place: Party) -> bool:
    scene = parties.scene
    after = scene.directory.at_head(place.word)
    ahead = _behind(scene, parties, place.word + 1)
    return after is not None and bool(ahead) and ahead[0].word - place.word < _FARTHEST


def _after(scene: Scene, parties: Parties, start: int, preposition: str) -> list[Party]:
    """Return the person behind a preposition further on in the clause, wherever the tree hangs it."""
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[start]]
    for word in range(start + 1, min(sentence.end, start + _CLAUSE)):
        if scene.syntax.upos[word] in VERBAL or scene.lower(word) in {";", ":", "“", '"'}:
            return []
        if scene.lower(word) == preposition:
            return _behind(scene, parties, word + 1)
    return []


def _behind(scene: Scene, parties: Parties, start: int) -> list[Party]:
    """Return the person whose title or name begins at a word: "briefed [NATO Secretary General Ole Brandt]"."""
    for word in range(start, min(start + _FARTHEST, len(scene.encoding.words))):
        if scene.syntax.upos[word] not in _TITLES:
            return []
        entity = None if scene.syntax.is_relation(word, "nmod:poss") else scene.directory.at_head(word)
        if entity is not None and entity.type == "person":
            return [Party(entity.id, word, "behind the verb")]
    return []


def _is_both(scene: Scene, actors: Sequence[Party], *, pair: bool) -> bool:
    """Tell whether a subject is both sides: two parties, or one plural noun."""
    if len(actors) != 1:
        return len(actors) > 1
    word = actors[0].word
    if scene.lower(word) in {"they", "both", "we"}:
        return True
    if singular_of(scene.lower(word)) == scene.lower(word):
        return False
    return not pair or _names_both(scene, word)


def _names_both(scene: Scene, noun: int) -> bool:
    """Tell whether a plural noun says that it is two: "the two ministers", "French and German", "of France and Germany"."""
    below = scene.syntax.children(noun, "amod", "compound", "nummod", "nmod", "det", "nmod:poss")
    if any(scene.lower(c) in _PAIRED for c in below):
        return True
    inside = [w for c in below for w in scene.syntax.subtree(c)]
    lands = {land.iso3 for w in inside if (land := _land(scene, w)) is not None}
    return len(lands) > 1


def _land(scene: Scene, word: int) -> Country | None:
    text = scene.encoding.words[word]
    return country_of_adjective(text) or country_named(text)


def _journey(scene: Scene, parties: Parties, verb: int, actors: Sequence[Party]) -> Happening | None:
    """Read "flew to Pyongyang", "arrived in Riyadh" as a visit, if somebody by name or office goes to another country."""
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[verb]]
    if not _PURPOSES & set(scene.encoding.lower[verb : sentence.end]) and scene.lower(verb) != "visited":
        return None
    visitor = parties.entity(actors[0].id)
    heads = [*patients(scene, verb), *phrases(scene, verb, "to", "in")]
    for head in heads:
        place = parties.entity_at(head)
        if place is None or place.type != "place" or place.country is None or visitor is None:
            continue
        known = visitor.name is not None or bool(visitor.roles)
        if visitor.type in {"person", "group"} and known and visitor.country != place.country:
            return _happening("travel", verb, "visit", actors, [Party(place.id, head, "where to")])
    return None


# Nouns


def _noun_sense(scene: Scene, word: int) -> tuple[Trigger, int] | None:
    """Return the sense of a noun of contact that ends at a word, and where its words begin."""
    if scene.lower(word) in _LINES and scene.case_of(word) in _BY_LINE:
        return _sense(scene.lower(word), "phone"), word
    if scene.syntax.upos[word] != "NOUN" or singular_of(scene.lower(word)) not in _FRAMED:
        return None
    for start in (word - 1, word):
        found = noun_triggers_at(scene.encoding.words, start) if start >= 0 else None
        if found is not None and found[1] == word + 1 and found[0][0].type == "CONSULT":
            return found[0][0], start
    return _sense(scene.lower(word), None), word


def _in_phrase(scene: Scene, parties: Parties, noun: int) -> Happening | None:
    """Read "in a call on Monday, A told B that …", "during a visit to Rabat, A signed …", "discussed Gaza with B in a call"."""
    sense = _noun_sense(scene, noun)
    if sense is None or not scene.syntax.is_relation(noun, "obl", "nmod") or scene.case_of(noun) not in _FRAMING:
        return None
    verb = scene.syntax.heads[noun]
    if scene.syntax.upos[verb] not in VERBAL:
        return None
    line, cue = scene.lower(noun) in _LINES, scene.cue_at(verb)
    if line and cue is not None and cue.kind == "belief":  # nobody accepts or hopes by phone: a slip of the tree
        return None
    if not line and not _is_new(scene, noun) and len(_actors(scene, parties, verb)) < 2:
        return None  # "after the talks, Ilic and Gashi said"
    own = parties.of(phrases(scene, noun, "with", "between", "to", "from"), owned=False)
    own = own or _after(scene, parties, noun, "with")
    actors = [p for p in _actors(scene, parties, verb) if p.id not in {o.id for o in own}]
    ids = {p.id for p in actors}
    others = own or [p for p in _addressed(scene, parties, verb) if p.id not in ids]
    if singular_of(scene.lower(noun)) == "visit":
        others = own
    if not actors or not (others or _is_both(scene, actors, pair=True)):
        return None
    trigger, start = sense
    return _told(trigger, (start, noun + 1), verb, actors, others)


def _is_new(scene: Scene, noun: int, *, with_sides: bool = True) -> bool:
    """Tell whether a noun brings its contact up: "a call", "talks", "Tuesday's meeting"; "the call" only with its sides."""
    given = {scene.lower(c) for c in scene.syntax.children(noun, "det")}
    sides = with_sides and bool(phrases(scene, noun, "with", "between", "to"))
    return sides or not given & _words("the this that these those each every any no")


def _addressed(scene: Scene, parties: Parties, verb: int) -> list[Party]:
    things = [*scene.syntax.children(verb, "obj", "iobj"), *phrases(scene, verb, "with", "to")]
    found = parties.of([j for thing in things for j in conjuncts(scene, thing)], owned=False)
    persons = [p for p in found if _is_kind(parties, p, "person", "organisation", "group")]
    return persons or _behind(scene, parties, verb + 1)


def _is_kind(parties: Parties, party: Party, *kinds: str) -> bool:
    entity = parties.entity(party.id)
    return entity is not None and entity.type in kinds


def _as_subject(scene: Scene, parties: Parties, noun: int) -> Happening | None:
    """Read "a call between the Polish and Lithuanian presidents lasted half an hour"."""
    sense = _noun_sense(scene, noun)
    above, trigger_end = scene.syntax.heads[noun], noun + 1
    if sense is not None and scene.case_of(noun) == "of" and singular_of(scene.lower(above)) in _ROUNDS:
        noun = above  # "closed their sixth round of talks"
    if sense is None or not scene.syntax.is_relation(noun, "nsubj", "nsubj:pass", "obj"):
        return None
    verb = scene.syntax.heads[noun]
    if scene.lower(verb) not in _TELLS_OF | _HELD:
        return None
    found = parties.of(owners(scene, noun, _words("between of with among")), owned=False)
    found = found or _after(scene, parties, noun, "with")
    trigger, start = sense
    if scene.syntax.is_relation(noun, "obj"):
        actors = [p for p in _actors(scene, parties, verb) if p.id not in {q.id for q in found}]
        if not actors or not (found or _is_both(scene, actors, pair=False)):
            return None
        return _told(trigger, (start, trigger_end), verb, actors, found)
    if not found or not _is_both(scene, found, pair=False):
        return None
    return _told(trigger, (start, trigger_end), verb, found, [])


# Both


def _sense(lemma: str, mode: str | None) -> Trigger:
    """Return the sense of meeting under another word."""
    return replace(verb_triggers("met")[0], lemma=lemma, mode=mode, weak=True)


def _happening(lemma: str, verb: int, mode: str | None, actors: Sequence[Party], others: Sequence[Party]) -> Happening:
    return _told(_sense(lemma, mode), (verb, verb + 1), verb, actors, others)


def _told(
    trigger: Trigger, words: tuple[int, int], verb: int, actors: Sequence[Party], others: Sequence[Party]
) -> Happening:
    if not others and len(actors) > 1:
        actors, others = actors[:1], actors[1:]
    heads = tuple(dict.fromkeys(p.word for p in (*actors, *others)))
    return Happening(trigger, words[1] - 1, words, verb, tuple(actors), tuple(others), heads)

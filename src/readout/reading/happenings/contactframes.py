# SPDX-License-Identifier: Apache-2.0
"""How verbs tell of a contact: "sat down with", "wrote to", "called … to discuss", "passed a message to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile

from readout.reading.clauses.arguments import agents, patients, phrases
from readout.reading.clauses.courtesycalls import is_courtesy_call
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.entities import Entity
from readout.reading.coreference.facts import singular_of
from readout.reading.happenings.audiences import SEES, is_audience

__all__ = ["FRAMES", "RECEPTIONS", "WRITINGS", "Frame", "fits", "next_word"]


@dataclass(frozen=True, slots=True)
class Frame:
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
        courtesy: Whether it must be a courtesy call: "called on the president", but not "called on him to go".
        audience: Whether both must hold an office, and it be told where or when: "saw the premier in Tarsk".
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
    courtesy: bool = False
    audience: bool = False


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WRITINGS = _words("letter message note telegram cable email text missive proposal")
FRAMES = (
    Frame("meet", _words("meet meets met meeting"), ("obj", "with"), mutual=True),
    Frame(
        "confer", _words("confer conferred confers conferring convened conversed interacted"), ("with",), mutual=True
    ),
    Frame(
        "speak",
        _words("speak spoke speaks spoken speaking talk talked talks talking"),
        ("with", "to"),
        mutual=True,
        pair=True,
    ),
    Frame("discuss", _words("discuss discussed discusses discussing"), ("with",), mutual=True, pair=True),
    Frame("consult", _words("consult consulted consults consulting"), ("obj", "with"), mutual=True, pair=True),
    Frame("brief", _words("brief briefed briefs briefing hosted received welcomed"), ("obj",)),
    Frame("ring", _words("ring rang rung phone phoned telephone telephoned"), ("obj",), mode="phone"),
    Frame("contact", _words("contact contacted contacts"), ("obj",)),
    Frame("greet", _words("greet greeted greets"), ("obj",), mutual=True),
    Frame("email", _words("email emailed e-mailed texted messaged"), ("obj",), mutual=True),
    Frame("sit", _words("sit sat sitting"), ("with",), near=_words("down"), mutual=True),
    Frame("call", _words("call called calls"), ("obj",), near=_words("in")),
    Frame("call", _words("call called calls"), ("obj",), mode="phone", purpose=True),
    Frame("call", _words("call called calls calling"), ("on",), courtesy=True),
    Frame("see", SEES, ("obj",), audience=True),
    Frame("write", _words("write wrote writes written writing"), ("to",)),
    Frame(
        "exchange",
        _words("exchange exchanged exchanges swapped"),
        ("with",),
        things=WRITINGS | _words("call view"),
        mutual=True,
    ),
    Frame(
        "send",
        _words("send sent sends hand handed hands deliver delivered gave give signed"),
        ("iobj", "to"),
        things=WRITINGS,
    ),
    Frame(
        "pass",
        _words(
            "pass passed passes convey conveyed conveys relay relayed relays transmitted carried carries brought brings"
        ),
        ("iobj", "to"),
        things=WRITINGS | _words("warning offer assurance reply"),
    ),
    Frame("receive", _words("receive received receives got"), ("from",), things=WRITINGS | _words("call")),
    Frame("dine", _words("dine dined dines lunch lunched"), ("with",), mutual=True),
)
RECEPTIONS = frozenset(
    "opposition resistance criticism scepticism skepticism protest backlash approval outrage applause silence".split()
)
_SAID = _words(
    "discuss talk explain congratulate express thank ask urge warn tell inform assure offer convey apologise apologize complain "
    "protest reaffirm reiterate brief consult share say condemn"
)


def fits(scene: Scene, frame: Frame, verb: int) -> bool:
    """Tell whether a verb has beside it what its frame asks for; the other side is not looked at."""
    if frame.courtesy or frame.audience:
        return is_courtesy_call(scene, verb) if frame.courtesy else is_audience(scene, verb)
    if frame.lemma == "meet" and any(singular_of(scene.lower(w)) in RECEPTIONS for w in phrases(scene, verb, "with")):
        return False  # "would meet with the resistance of the people"
    if frame.near and not frame.near & set(_beside(scene, verb)):
        return False
    if frame.purpose and next_word(scene, verb) in {"on", "upon", "for"}:
        return False
    has_purpose = any(scene.lower(c) in _SAID for c in scene.syntax.children(verb, "advcl", "xcomp"))
    if frame.purpose and not has_purpose and not _is_ringing(scene, verb):
        return False
    things = {singular_of(scene.lower(thing)) for thing in patients(scene, verb)}
    return not frame.things or bool(frame.things & things)


def _is_ringing(scene: Scene, verb: int) -> bool:
    """Tell whether somebody is called, and nothing is said that he is called: "called [the envoy, Lind,] twice on Monday"."""
    objects = scene.syntax.children(verb, "obj")
    found = scene.entity_of(objects[0]) if len(objects) == 1 else None
    if found is None or not (_is_of_office(found) or (found.type == "person" and found.name)):
        return False
    if scene.syntax.children(verb, "xcomp", "ccomp", "iobj") or not _may_ring(scene, verb):
        return False
    lower, end = scene.encoding.lower, scene.syntax.sentences[scene.syntax.sentence_of[verb]].end
    others = scene.syntax.children(objects[0], "conj")
    known = [e for w in others if (e := scene.entity_of(w)) is not None and _is_of_office(e)]
    last = max(others) if others and len(known) == len(others) else objects[0]
    for word in range(last + 1, end):
        if lower[word] in _AGAIN or lower[word] in _DAYS or _is_beside_talks(scene, word, end):
            return True
        if lower[word] in _ENDS:  # not "called Lind, who ran in May, a liar"
            behind = lower[word + 1 : end]
            return found.name is not None and not any(a == "," and b in {"a", "an", "the"} for a, b in pairwise(behind))
        joined = lower[word] == "and" and scene.syntax.upos[word + 1 : word + 2] == ("PROPN",)
        is_named = scene.syntax.upos[word] in _NAMING or lower[word] == "," or joined
        if not is_named or (lower[word] in {"a", "an"} and lower[word - 1] != ","):
            closed = lower[word] == "." or (lower[word - 1] == "," and scene.syntax.upos[word] == "VERB")
            return closed and _is_abroad(scene, verb, objects[0], word)
    return False


def _is_of_office(entity: Entity) -> bool:
    """Tell whether somebody holds an office, or several govern: "the French minister", "the Polish and Baltic premiers"."""
    return bool(entity.roles) and (entity.type == "person" or (entity.type == "group" and entity.sector == "GOV"))


def _is_beside_talks(scene: Scene, word: int, end: int) -> bool:
    """Tell whether a call is dated by what came before or after it: "called Lind [before the vote]", not "… before the panel"."""
    if scene.lower(word) not in {"before", "after", "during", "following"}:
        return False
    for behind in range(word + 1, min(word + _BESIDE, end)):
        if singular_of(scene.lower(behind)) in _TALKS:
            rest = takewhile(lambda w: scene.lower(w) not in {".", ","}, range(behind + 1, end))
            return all(scene.syntax.upos[w] not in {"DET", "NUM"} or scene.syntax.upos[w - 1] == "ADP" for w in rest)
    return False


def _is_abroad(scene: Scene, verb: int, whom: int, end: int) -> bool:
    """Tell whether who holds an office calls one who holds one in another country, and nothing more is said of either."""
    own, other = ([scene.entity_of(w) for w in words] for words in (agents(scene, verb), [whom]))
    sides = [e for e in (*own, *other) if e is not None and e.type == "person" and e.roles]
    lands = {e.country for e in sides}
    told = {scene.lower(w) for w in range(whom, end) if scene.syntax.upos[w] == "ADP"}
    return len(sides) == len(lands) == len(("one", "other")) and None not in lands and told <= {"of", "from"}


def _may_ring(scene: Scene, verb: int) -> bool:
    """Tell whether those who call somebody may telephone: prosecutors, courts and parties call witnesses and candidates."""
    callers = scene.syntax.children(verb, "nsubj")
    known = [e for w in callers if (e := scene.entity_of(w)) is not None]
    hears = any(singular_of(scene.lower(w)) in _HEARING for w in callers)
    return not hears and all(e.type != "organisation" and e.sector not in {"JUD", "PTY"} for e in known)


# What ends the phrase of who is called, so that it says no more of him.
_ENDS = _words("who while when")
_HEARING = _words("prosecutor prosecution defence defense court judge jury lawyer attorney committee panel")
_NAMING = frozenset({"NOUN", "PROPN", "ADP", "DET", "PART", "NUM"})
_BESIDE = 5  # words in which talks stand behind "before": "before his next two meetings"
_TALKS = _words(
    "call talk meeting summit vote visit trip announcement speech address strike attack raid election conference"
)
_AGAIN = _words("twice again back late early shortly hours minutes immediately repeatedly")
_DAYS = _words("monday tuesday wednesday thursday friday saturday sunday yesterday today earlier")


def next_word(scene: Scene, word: int) -> str:
    """Return the word right behind a word, in lower case; nothing at the end."""
    return scene.lower(word + 1) if word + 1 < len(scene.encoding.words) else ""


def _beside(scene: Scene, verb: int) -> Iterator[str]:
    yield from (scene.lower(c) for c in scene.syntax.children(verb, "compound:prt", "advmod"))
    yield from scene.encoding.lower[verb + 1 : verb + 2]

# SPDX-License-Identifier: Apache-2.0
"""Meetings, calls, visits and letters that are told in other ways than by a verb or noun with both its parties beside it.

"The ministers of Peru and Bolivia met": one plural subject is both sides. "In a call on Monday, A told B that …": the contact
stands in a phrase, and its parties are those of the saying. "A call between the two presidents lasted an hour": the noun is the
subject of its own length. "Wrote to", "sat down with", "passed a message to": verbs that tell of a contact by what stands beside
them. Where the tree loses a party in a long title, the mention right before or behind the verb is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readout.reading.clauses.arguments import agents, patients
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.facts import singular_of
from readout.reading.happenings.contactnouns import FRAMED, TOUCH, at_noun, brings_up
from readout.reading.happenings.contactverbs import VERBS, at_verb, carries_writing, writers
from readout.reading.happenings.expectedvisits import EXPECTED, at_expected
from readout.reading.happenings.happening import Happening
from readout.reading.happenings.lostparties import person_after, person_behind
from readout.reading.happenings.meetings import LINES
from readout.reading.happenings.parties import Parties, Party
from readout.reading.happenings.readouts import at_readout
from readout.reading.happenings.sides import is_press
from readout.reading.happenings.stays import at_stay

__all__ = ["with_encounters"]

_GOT = frozenset("received receives receive got took".split())
_UNNAMED = frozenset({"anonymity", "anonymously"})
_OPENLY = frozenset({"publicly", "openly", "freely", "candidly", "frankly"})
_MAY = frozenset("authorized authorised permitted allowed cleared entitled".split())
_SPEAKS = frozenset("speak spoke speaking talk talked talking discuss discussed discussing comment brief".split())
_SOURCE_REACH = 8  # words from a verb to what says how a source speaks: "spoke to the agency on condition of anonymity"
_PAID = frozenset("paid pay pays paying".split())
_TELLING = VERBS | LINES | TOUCH | EXPECTED


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
    kept = [replace(h, again=False) if h.again and brings_up(scene, h) else h for h in kept]
    taken = {w for h in kept if h.trigger.type == "CONSULT" for w in (h.word, h.verb) if w is not None}
    telling = {form for form in scene.encoding.vocabulary if form in _TELLING or singular_of(form) in FRAMED}
    for word, form in enumerate(scene.encoding.lower):
        if form not in telling or not readable[word] or word in taken:
            continue
        happening = (
            at_verb(scene, parties, word)
            or at_noun(scene, parties, word)
            or at_stay(scene, parties, word)
            or at_readout(scene, parties, word)
            or at_expected(scene, parties, word)
        )
        if happening is not None and not taken & {happening.word, happening.verb, *_met_before(scene, happening)}:
            taken |= {happening.word}
            kept = [h for h in kept if h.word != happening.word or h.trigger.type != "REQUEST"]
            kept.append(happening)
    kept = [
        h
        for h in kept
        if h.trigger.type != "CONSULT"
        or not (
            _is_with_press(parties, h)
            or _is_of_source(scene, h)
            or _is_interview(scene, h)
            or _is_of_what_was_said(scene, parties, h)
        )
    ]
    return sorted(kept, key=lambda h: h.words)


def _met_before(scene: Scene, happening: Happening) -> list[int]:
    """Return the verb that a talk without another side only goes on from: "[met] in Riga and discussed the war"."""
    goes_on = scene.syntax.is_relation(happening.word, "conj") and not scene.syntax.children(happening.word, "nsubj")
    return [scene.syntax.heads[happening.word]] if goes_on and not happening.recipients else []


def _is_with_press(parties: Parties, happening: Happening) -> bool:
    """Tell whether a side is of the press, which relays or asks and is not met."""
    sides = (parties.entity(p.id) for p in (*happening.actors, *happening.recipients))
    return any(entity is not None and is_press(entity) for entity in sides)


def _is_interview(scene: Scene, happening: Happening) -> bool:
    """Tell whether something was told in an interview, by whatever line: "told the Echo in a telephone [interview]"."""
    verb = happening.verb
    return verb is not None and any(
        scene.lower(w) in {"interview", "interviews"} for w in scene.syntax.children(verb, "obl")
    )


def _is_of_what_was_said(scene: Scene, parties: Parties, happening: Happening) -> bool:
    """Tell whether a contact has for a side whom only a quotation names that it stands outside of: how that was said.

    “We share it with our allies,” the army said in a message to reporters: the allies got no message.
    """
    if happening.word == happening.verb:
        return False
    own = parties.on_whose_word(scene.encoding.spans[happening.word])
    others = {parties.on_whose_word(scene.encoding.spans[p.word]) for p in (*happening.actors, *happening.recipients)}
    return own is None and any(i is not None and parties.statements[i].kind == "direct" for i in others)


def _is_of_source(scene: Scene, happening: Happening) -> bool:
    """Tell whether only the way is told in which a source speaks: "on condition of anonymity", "not authorised to discuss it"."""
    verb = happening.verb
    if verb is None:
        return False
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[verb]]
    behind = scene.encoding.lower[verb + 1 : min(verb + _SOURCE_REACH, sentence.end)]
    if not _UNNAMED.isdisjoint(behind) or (scene.lower(verb) in _SPEAKS and "condition" in behind[:3]):
        return True
    may = scene.syntax.is_relation(verb, "xcomp", "ccomp", "advcl") and scene.lower(scene.syntax.heads[verb]) in _MAY
    return not happening.recipients and scene.lower(verb) in _SPEAKS and (may or not _OPENLY.isdisjoint(behind))


def _completed(scene: Scene, parties: Parties, happening: Happening) -> Happening:
    """Give "held talks in Jerusalem with …" the side that the tree hangs elsewhere."""
    verb = happening.verb
    senders = writers(scene, parties, verb) if verb is not None else []
    if verb is not None and senders and happening.recipients and carries_writing(scene, verb):
        ids = {p.id for p in senders}
        others = [p for p in happening.recipients if p.id not in ids] or parties.of(agents(scene, verb), owned=False)
        return replace(
            happening, actors=tuple(senders), recipients=tuple(others)
        )  # "handed the emir a letter from the president"
    told = [p for p in happening.recipients if scene.case_of(p.word) not in {"in", "at"}]
    if told or len(happening.actors) != 1 or not happening.trigger.mutual:
        return happening
    others = [p for p in _other_side(scene, parties, happening) if p.id != happening.actors[0].id]
    if not others:
        return happening
    arguments = (*happening.arguments, *(p.word for p in others))
    return replace(happening, recipients=tuple(others), arguments=arguments)


def _other_side(scene: Scene, parties: Parties, happening: Happening) -> list[Party]:
    found = person_after(scene, parties, happening.word, "with")
    if happening.verb is not None and scene.lower(happening.verb) in _GOT:  # "received a call from"
        return parties.of(agents(scene, happening.verb), owned=False)
    if happening.verb is not None and scene.lower(happening.verb) in _PAID:  # "paid a courtesy call on"
        found = found or person_after(scene, parties, happening.word, "on")
    if found or scene.syntax.upos[happening.word] != "VERB":
        return found
    return parties.of(patients(scene, happening.word), owned=False) or person_behind(scene, parties, happening.word + 1)

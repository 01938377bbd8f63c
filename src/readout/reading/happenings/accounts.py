# SPDX-License-Identifier: Apache-2.0
"""The words that tell of one contact: verbs and nouns of meeting, calling, visiting and writing, and by which medium.

A report tells a contact several times: once with both parties ("spoke by phone with"), then as "the call" or "the two-hour
talks". An `Account` is one of these places. Which accounts are of one contact is decided in `readout.reading.contacts.contacts`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from readout.reading.clauses.courtesycalls import is_courtesy_call
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.facts import singular_of
from readout.reading.times.times import Time

__all__ = [
    "MEDIA",
    "Account",
    "account_at",
    "date_of",
    "is_definite",
    "is_noun_of_contact",
    "is_of_later_contact",
    "is_of_witness",
    "is_spot",
    "later_accounts",
    "medium_of",
]

_PHONE = frozenset("phone telephone call hotline phoned telephoned rang calls phones".split())
_VIDEO = frozenset("video videoconference teleconference virtual virtually online videolink zoom".split())
_MEET = frozenset(
    "meet meets met meeting meetings summit summits host hosts hosted hosting receive receives received receiving welcome "
    "welcomed greet greeted handshake handshakes shook shakes lunch lunched dinner dined breakfast sit sits sat see sees saw "
    "seen audience session round summon summons summoned join joined attend attended face-to-face sidelines room gathered "
    "gather convene convened".split()
)
_VISIT = frozenset(
    "visit visits visited visiting travel travels travelled traveled trip fly flew flown arrive arrives arrived tour".split()
)
_LETTER = frozenset("letter letters wrote write writes written correspondence".split())
_MESSAGE = frozenset(
    "message messages telegram telegrams cable note notes text texted email emailed e-mail texts "
    "e-mailed messaged conveyed relayed transmitted passed".split()
)
_TALKS = frozenset("talks negotiations consultations".split())
_NOUNS = {
    "call": "phone",
    **dict.fromkeys(
        ("meeting", "summit", "lunch", "dinner", "breakfast", "audience", "encounter", "session"), "meeting"
    ),
    **dict.fromkeys(("visit", "trip"), "visit"),
    **dict.fromkeys(("letter",), "letter"),
    **dict.fromkeys(("message", "telegram"), "message"),
    **dict.fromkeys(
        ("talk", "discussion", "negotiation", "consultation", "exchange", "contact", "dialogue", "conversation"), None
    ),
}
_BOUNDS = frozenset("since until till before after by to".split())
_THEIRS = frozenset("met spoke talked conferred discussed conversed".split())
_OWNED = frozenset("'s ’s ' ’".split())
_ANOTHER = frozenset("before after ahead until since following".split())  # what stands behind these is of another time
_BEFORE = 4  # words between a noun and its article: "the two-hour call"
_DEFINITE = frozenset("the this that these those both their his her its our".split())

MEDIA = ("phone", "video_call", "meeting", "visit", "letter", "message")


@dataclass(frozen=True, slots=True)
class Account:
    """One place where a contact is told.

    Attributes:
        word: Head word of what names it.
        medium: One of `MEDIA`, or None where these words leave it open.
        sure: Whether the words say the medium themselves: "talks" may be of any kind.
        date: When, if a time hangs on the word; an event has its own.
    """

    word: int
    medium: str | None
    sure: bool
    date: str | None = None


def account_at(scene: Scene, word: int, *, mode: str | None) -> Account:
    """Return what an event's trigger tells of the medium.

    Args:
        scene: Words and trees.
        word: Head word of the trigger.
        mode: The event's PLOVER mode.
    """
    medium, sure = medium_of(scene, word, mode=mode)
    return Account(word, medium, sure)


def medium_of(scene: Scene, word: int, *, mode: str | None = None) -> tuple[str | None, bool]:
    """Tell the medium of a contact from its trigger and what hangs on it, and whether the words say so themselves."""
    own, beside = scene.lower(word), set(_beside(scene, word))
    if (
        own.startswith("call")
        and scene.syntax.upos[word] == "VERB"
        and scene.encoding.lower[word + 1 : word + 2] == ("in",)
    ):
        return "meeting", True  # "called in the ambassador"
    if is_courtesy_call(scene, word):
        return "meeting", True
    if own in _VISIT and scene.syntax.upos[word] == "VERB":
        return "visit", True  # "flew to Oslo with a letter"
    if any(scene.lower(verb).startswith(("paid", "pay")) for verb in _light(scene, word)):
        return ("visit" if own in _VISIT else "meeting"), True  # "paid a call on"
    if (beside | {own}) & _VIDEO:
        return "video_call", True
    if own in _LETTER or beside & _LETTER:
        return "letter", True
    if (own in _MESSAGE or beside & _MESSAGE) and mode != "phone":
        return "message", True
    if mode == "phone" or own in _PHONE or beside & _PHONE:
        return "phone", True
    if own in _MEET:
        return "meeting", True
    if mode == "visit" or own in _VISIT:
        return "visit", True
    if beside & _MEET or own in _TALKS:
        return "meeting", bool(beside & _MEET)
    return None, False


def _beside(scene: Scene, word: int) -> Iterator[str]:
    """Yield the words that say more of a trigger: its modifiers, its phrases, and the light verb's phrases of a noun."""
    for head in (word, *_light(scene, word)):
        for child in scene.syntax.children(head):
            if scene.case_of(child) in _ANOTHER:
                continue  # "met both before the call"
            if _is_discussed(scene, child):
                continue
            if scene.syntax.is_relation(
                child, "compound", "amod", "obl", "nmod", "obj", "nmod:poss", "advmod", "nsubj:pass"
            ):
                if scene.encoding.words[child] == "Telegram":
                    continue  # where it was posted, and no telegram
                yield scene.lower(child)
                yield from scene.encoding.lower[max(child - 1, 0) : child]  # "by video link", whatever the tree says
                yield from (scene.lower(c) for c in scene.syntax.children(child, "compound", "amod") if child != word)


def _light(scene: Scene, word: int) -> list[int]:
    return [scene.syntax.heads[word]] if scene.syntax.is_relation(word, "obj") else []


def is_noun_of_contact(scene: Scene, word: int) -> bool:
    """Tell whether a noun names a contact: "call", "talks", but not "its call on Norland to withdraw" nor "a call for peace"."""
    if scene.syntax.upos[word] != "NOUN" or singular_of(scene.lower(word)) not in _NOUNS:
        return False
    if singular_of(scene.lower(word)) != "call":
        return True
    upon = [w for w in scene.syntax.children(word, "nmod") if scene.case_of(w) in {"on", "upon"}]
    is_demand = any(scene.entity_of(w) is not None for w in upon)  # not "the call on Friday"
    return not is_demand and scene.encoding.lower[word + 1 : word + 2] != ("for",)


def is_definite(scene: Scene, noun: int) -> bool:
    """Tell whether a noun is one that the report knows already: "the call", "their talks"; not "the first such visit"."""
    if scene.lower(max(noun - 1, 0)) == "such":
        return False
    if any(scene.lower(c) in _DEFINITE for c in scene.syntax.children(noun, "det", "nmod:poss")):
        return True
    before = noun - 1  # by the words alone too: trees go astray at a possessive
    while before > 0 and noun - before < _BEFORE and scene.syntax.upos[before] in {"ADJ", "NUM", "NOUN"}:
        before -= 1
    return before >= 0 and scene.lower(before) in _DEFINITE | _OWNED


def later_accounts(
    scene: Scene, readable: Sequence[bool], taken: frozenset[int], times: Sequence[Time]
) -> list[Account]:
    """Find what speaks of a contact told elsewhere, in text order: "the call lasted an hour", "they talked by phone"."""
    found = []
    for word in range(len(scene.encoding.words)):
        if not readable[word] or word in taken:
            continue
        if _is_of_them(scene, word):
            found.append(Account(word, *medium_of(scene, word), date=date_of(scene, word, times)))
            continue
        if not is_noun_of_contact(scene, word):
            continue
        if scene.syntax.is_relation(word, "compound", "amod", "flat") or not is_definite(scene, word):
            continue
        if _is_discussed(scene, word):
            continue
        medium = _NOUNS[singular_of(scene.lower(word))]
        given, sure = medium_of(scene, word)
        found.append(Account(word, given or medium, sure and given is not None, date_of(scene, word, times)))
    return found


def _is_discussed(scene: Scene, word: int) -> bool:
    """Tell whether a meeting is what others talk about: "the two discussed the [summit] held in March"."""
    is_object = scene.syntax.is_relation(word, "obj") and scene.lower(scene.syntax.heads[word]) in _DISCUSSING
    return is_object or scene.case_of(word) == "about"


_DISCUSSING = frozenset("discuss discussed discusses discussing review reviewed debate debated".split())


def is_of_another_time(scene: Scene, word: int) -> bool:
    """Tell whether something is named only to say when: "they spoke ahead of the [summit]"."""
    return scene.case_of(word) in _ANOTHER


def _is_of_them(scene: Scene, verb: int) -> bool:
    """Tell whether a verb of contact is said of those whom the report knows already: "they spoke", "the two met"."""
    if scene.syntax.upos[verb] != "VERB" or scene.lower(verb) not in _THEIRS or scene.syntax.children(verb, "aux"):
        return False
    return any(
        scene.lower(s) in {"they", "both", "two", "pair"} for s in scene.syntax.children(verb, "nsubj", "nsubj:pass")
    )


def date_of(scene: Scene, word: int, times: Sequence[Time]) -> str | None:
    """Return the day that hangs on a word of contact, or on the "held" behind it: "the talks, held from March 6 to 10".

    Failing that, the day that stands in its clause, whatever the tree says: behind it with no verb between, or in front of all.
    """
    held = [w for w in range(word + 1, min(word + 3, len(scene.encoding.words))) if scene.lower(w) == "held"]
    goals = {word, *scene.syntax.children(word, "acl"), *held}
    if scene.syntax.is_relation(word, "nsubj", "nsubj:pass") and scene.syntax.upos[word] == "NOUN":
        goals.add(scene.syntax.heads[word])
    days = [t for t in times if t.type in {"DATE", "TIME"} and t.value and not t.value.endswith("_REF")]
    days = [t for t in days if "/" not in str(t.value)]  # "in 1998-99"
    days = [t for t in days if not _BOUNDS & set(scene.encoding.lower[max(0, t.words[0] - 1) : t.words[0]])]
    days = [t for t in days if "since" not in scene.encoding.lower[word + 1 : t.words[0]]]
    days = [t for t in days if not _is_of_thing(scene, word, t) and not is_of_witness(scene, word, t)]
    days = [t for t in days if not is_of_later_contact(scene, word, t) and not _is_of_occasion(scene, word, t)]
    hanging = [t for t in days if goals & {scene.syntax.heads[w] for w in range(*t.words)}]
    beside = [t for t in days if _is_beside(scene, word, t)]
    near = [t for t in days if _is_in_clause(scene, word, t)]
    found = next(iter((*hanging, *beside, *near)), None)
    return None if found is None or found.value is None else found.value.partition("T")[0]


def is_of_witness(scene: Scene, word: int, time: Time) -> bool:
    """Tell whether a time is that when others came to see what was written: "a letter to the UN seen by AFP [on Wednesday]"."""
    between = scene.encoding.lower[word + 1 : time.words[0]]
    return any(one in _WITNESSED and behind in {"by", "on"} for one, behind in pairwise(between))


def is_of_later_contact(scene: Scene, word: int, time: Time) -> bool:
    """Tell whether a time is that of a contact told in a clause further on: "talks on what they agreed in a call [on Monday]"."""
    at = time.words[0] - 2
    if (
        scene.syntax.upos[word] != "NOUN"
        or not word < at
        or scene.lower(at + 1) != "on"
        or not is_noun_of_contact(scene, at)
    ):
        return False
    return any(scene.syntax.upos[w] == "VERB" for w in range(word + 1, at))


_WITNESSED = frozenset("seen obtained reviewed leaked circulated".split())


def is_spot(scene: Scene, word: int) -> bool:
    """Tell whether a noun says where people stand together: "on the [steps]", not "on [steps] to end the war"."""
    if scene.lower(word) not in _SPOTS:
        return False
    children = scene.syntax.children
    is_kind = bool(children(word, "amod", "acl")) or any(
        scene.syntax.upos[w] == "NOUN" for w in children(word, "compound")
    )
    return not is_kind and not any(scene.case_of(w) in {"to", "for", "towards"} for w in children(word, "nmod"))


_SPOTS = frozenset("margins margin lawn steps stage tarmac runway beach balcony terrace deck".split())


def _is_of_thing(scene: Scene, word: int, time: Time) -> bool:
    """Tell whether a time only says which thing is meant: "the guarantors of the [1942] protocol"."""
    owned = scene.encoding.lower[time.words[1] : time.words[1] + 1] in (("'s",), ("’s",))
    above = {scene.syntax.heads[w] for w in range(*time.words)} - {word}
    things = range(time.words[1], min(time.words[1] + _BEFORE, len(scene.encoding.words)))
    return not owned and any(w in above and scene.syntax.upos[w] in {"NOUN", "PROPN"} for w in things)


def _is_of_occasion(scene: Scene, word: int, time: Time) -> bool:
    """Tell whether a day owns what only says when something was: "they spoke ahead of [Friday]'s summit"."""
    syntax = scene.syntax
    owned = (syntax.heads[w] for w in range(*time.words) if syntax.is_relation(w, "nmod:poss", "compound"))
    return any(noun != word and is_of_another_time(scene, noun) for noun in owned)


def _is_in_clause(scene: Scene, word: int, time: Time) -> bool:
    """Tell whether a day stands in the clause of a verb: "met the envoy in Rome on Monday", "On Monday, they met"."""
    syntax, (start, end) = scene.syntax, time.words
    if syntax.upos[word] != "VERB" or syntax.sentence_of[start] != syntax.sentence_of[word]:
        return False
    between = range(word + 1, start) if start > word else range(end, word)
    if start < word and start > syntax.sentences[syntax.sentence_of[word]].start + 1:
        return False
    return not any(syntax.upos[w] == "VERB" or scene.lower(w) in {";", ":", "and", "but"} for w in between)


def _is_beside(scene: Scene, word: int, time: Time) -> bool:
    """Tell whether a time stands right at a word, whatever the tree says: "Friday's call", "spoke on Friday"."""
    lower, (start, end) = scene.encoding.lower, time.words
    owned = scene.syntax.upos[word] == "NOUN" and end == word - 1 and lower[end] in _OWNED
    return owned or start == word + 1 or (start == word + 2 and lower[word + 1] in {"on", "in"})

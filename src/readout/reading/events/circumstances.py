# SPDX-License-Identifier: Apache-2.0
"""When, where, how long, with what and about what: what the words of an event's own clause say of it.

A saying's time is not the event's: "On Friday, he said that they had met on Monday" dates the meeting by Monday. Only what hangs on
the trigger or on its light verb counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from readout.reading.clauses.arguments import agents, complement, is_passive, phrases
from readout.reading.clauses.embedding import ordinal_of
from readout.reading.clauses.scene import Scene
from readout.reading.events.journeys import JOURNEYS, is_goal, place_of_journey
from readout.reading.events.plandays import day_of_plan
from readout.reading.happenings.accounts import is_of_later_contact, is_of_witness, is_spot
from readout.reading.happenings.happening import Happening
from readout.reading.places.places import Place
from readout.reading.times.times import Time
from readout.reading.trees.verbforms import is_past
from readout.resources import noun_triggers_at
from readout.text import Span

__all__ = ["Circumstances", "find_circumstances", "lies_ahead"]

_PLACED = frozenset("in at near outside inside on off around across along throughout".split())
_BOUNDS = frozenset("since until till before after by".split())
_ENDS = frozenset({"since", "until", "till", "before"})
_TAKES_PLACE = frozenset(
    "last lasts lasted lasting begin begins began begun start starts started take takes took occur occurred happen happened "
    "come came".split()
)
_CLAUSAL = frozenset("ccomp advcl acl:relcl parataxis conj csubj".split())
_STREETS = frozenset({"streets", "outskirts", "centre", "center", "suburbs"})
_SAID = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
_TRIES = frozenset("tried attempted managed failed began started refused voted".split())
_OCCASIONS = frozenset({"after", "ahead", "amid", "before", "following"})
_CAUSES = frozenset({"over", "about"})
_ABOUT = ("over", "about", "on", "regarding", "concerning")
_WITH = frozenset(
    "gun pistol rifle knife machete bomb missile rocket drone artillery shell mortar gas club stick stone bullet tank grenade axe "
    "sword mine torpedo bulldozer cannon baton weapon explosive aircraft jet helicopter".split()
)
_HANDS = frozenset("handed gave delivered passed presented".split())
_BOUNDING = frozenset("since until till before between".split())  # "the first talks since May" were not in May
_OWNED = (("'s",), ("’s",))
_BESIDE = 3  # words from "Friday's" to its noun: "Friday's brief phone call"
_FARTHEST = 6
_AFTERWARDS = frozenset("later then subsequently eventually afterwards since soon".split())
_PARTS_OF_TIME = frozenset(
    "hours night morning evening afternoon day days week weekend month end start beginning middle eve course".split()
)
_OF_WHAT_WILL_BE = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
_OF_THE_NEWS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday last".split())
_YEAR = len("2001")
_TALKS = frozenset("meeting talks summit conference negotiations discussions consultations session".split())
_JUDGED = frozenset({"COERCE", "SANCTION", "ACCUSE", "SUPPORT"})
_DEEDS = frozenset(
    "murder murders killing killings role part involvement crimes death deaths theft rape genocide fraud".split()
)
_DECADE = len("199")
_DAY = len("2001-W02")  # characters of a date as fine as a week
_LONGEST_TITLE = 7  # words from a country to the name: "US Secretary of State Marco Rubio"


_APART = frozenset("after before since later earlier ago".split())  # "a year after they had stormed": not so long
_LATELY = frozenset({"recent", "past", "last"})  # "over recent weeks" is no length of a meeting
_NO_LENGTH = frozenset(
    "in within after before than to".split()
)  # "the first in seven years", "sentenced to seven years"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is said of one telling, with the words: (value, span) for date, duration and place."""

    date: tuple[str, Span] | None = None
    duration: tuple[str, Span] | None = None
    place: tuple[str, Span] | None = None
    instrument: tuple[Span, ...] = ()
    issue: tuple[Span, ...] = ()


def find_circumstances(
    scene: Scene,
    happening: Happening,
    times: Sequence[Time],
    places: Sequence[Place],
    *,
    own: tuple[int, int] | None = None,
) -> Circumstances:
    """Find what the clause of a happening says of it.

    Args:
        scene: Words and trees.
        happening: The happening.
        times: Times of its sentence.
        places: Places of its sentence.
        own: Words that are known to be only its own, whatever the tree hangs what stands there on; half-open.
    """
    clear = [
        t
        for t in times
        if (_is_within(t.words[0], own) or _hangs_on(scene, happening, t.words) or _touches(scene, happening, t.words))
        and not _bounds(scene, happening, t)
        and not _is_of_participle(scene, happening, t)
        and not (happening.trigger.part == "noun" and is_of_witness(scene, happening.word, t))
        and not is_of_later_contact(scene, happening.word, t)
        and not _is_owner(scene, happening, t)
        and not _is_origin(scene, t)
        and not _is_of_what_is_agreed(scene, happening, t)
        and not _is_to_come(scene, happening, t)
        and not _is_of_next_plan(scene, happening, t)
    ]
    dates = _days(scene, clear)
    durations = [t for t in clear if t.type == "DURATION" and t.value is not None]
    lower = scene.encoding.lower
    durations = [t for t in durations if not _NO_LENGTH & set(lower[max(0, t.words[0] - 1) : t.words[0]])]
    durations = [t for t in durations if not _APART & set(lower[t.words[1] - 1 : t.words[1] + 1])]
    durations = [t for t in durations if not _LATELY & set(lower[t.words[0] : t.words[1]])]
    date = min(dates, key=lambda t: _distance(happening, t.words), default=None) or (
        _day_of_when(scene, happening, times)
        or _day_of_time(scene, happening, times)
        or _day_of_first(scene, happening, times)
        or _day_of_journey(scene, happening, times)
        or _day_of_where(scene, happening, times)
        or _day_behind_contact(scene, happening, times)
        or day_of_plan(scene, happening, _days(scene, times))
    )
    duration = min(durations, key=lambda t: _distance(happening, t.words), default=None)
    # Where the subject is, or what is only spoken of, nothing is done: "[NATO's mission in Norland] condemned it".
    spoken = happening.recipients if happening.trigger.type in _SAID else ()
    heads = {p.argument or p.word for p in (*happening.actors, *spoken)}
    heads |= {p.word for p in (*happening.actors, *happening.recipients)}
    parties = {w for head in heads for w in range(*scene.phrase(head))}
    placed = [
        p
        for p in places
        if p.kind == "location"
        and (_is_placed(scene, p, parties) or _is_where_struck(scene, happening, p) or is_goal(scene, happening, p))
        if _is_within(p.start, own) or _hangs_on(scene, happening, (p.start, p.end))
        if not _is_side(scene, happening, p)
        and not _is_spoken_of(scene, happening, p)
        and not _is_avenged(scene, happening, p)
        and not (happening.trigger.type in _SAID | {"AGREE"} and _is_of_what_is_said(scene, happening, p))
    ]
    place = min(placed, key=lambda p: (p.feature_class != "P", _distance(happening, (p.start, p.end))), default=None)
    place = place or _place_of_where(scene, happening, places) or place_of_journey(scene, happening, places)
    return Circumstances(
        date=None if date is None else (_day(str(date.value)), date.span),
        duration=None if duration is None else (str(duration.value), duration.span),
        place=None if place is None else (place.name, place.span),
        instrument=_instrument(scene, happening),
        issue=_issue(scene, happening),
    )


def _is_within(word: int, own: tuple[int, int] | None) -> bool:
    return own is not None and own[0] <= word < own[1]


def _days(scene: Scene, times: Sequence[Time]) -> list[Time]:
    """Return the times that are days, months or years, and do not only bound something."""
    known = [t for t in times if t.type in {"DATE", "TIME"} and t.value is not None and not t.value.endswith("_REF")]
    known = [t for t in known if any(c.isdigit() for c in str(t.value))]  # "a day earlier", of a day that is not known
    known = [t for t in known if len(str(t.value)) >= _DECADE]  # "near the 11th-century temple"
    known = [t for t in known if "/" not in str(t.value)]  # "the 1998-99 budget": which of its years is not told
    return [t for t in known if not _BOUNDING & set(scene.encoding.lower[max(0, t.words[0] - 1) : t.words[0]])]


def _day_of_first(scene: Scene, happening: Happening, times: Sequence[Time]) -> Time | None:
    """Return the day of the verb that a happening's is joined to, if it stands before: "met on Monday and signed a pact"."""
    verb, syntax = happening.word, scene.syntax
    first = syntax.heads[verb]
    if happening.trigger.part != "verb" or not syntax.is_relation(verb, "conj") or syntax.upos[first] != "VERB":
        return None
    if happening.trigger.type == "CONSULT" and scene.lower(verb) in _HANDS:
        return None  # "summoned the envoy on Monday and handed him a note" is one contact
    if syntax.children(verb, "nsubj", "nsubj:pass", "mark", "aux", "aux:pass") or any(
        scene.lower(w) == "but" for w in syntax.children(verb, "cc")
    ):
        return None
    if not _AFTERWARDS.isdisjoint(scene.lower(w) for w in syntax.children(verb, "advmod")):
        return None  # "severed ties in December and later expelled the envoy"
    before = [t for t in times if t.words[1] <= verb and syntax.heads[_head(scene, t.words)] == first]
    shared = [t for t in _days(scene, before) if not (_bounds(scene, happening, t) or _is_owner(scene, happening, t))]
    shared = [t for t in shared if not _is_to_come(scene, happening, t)]
    shared = [t for t in shared if not (_is_coarse(t) and any(_is_deed(scene, w) for w in range(first, t.words[0])))]
    return max(shared, key=lambda t: t.words[0], default=None)


def _day_of_journey(scene: Scene, happening: Happening, times: Sequence[Time]) -> Time | None:
    """Return the day of a journey for what it is made for: "will travel to Brasilia [on Tuesday] to meet the minister"."""
    verb, syntax = happening.word, scene.syntax
    above = syntax.heads[verb]
    marks = {scene.lower(w) for w in syntax.children(verb, "mark")}
    if "to" not in marks or not syntax.is_relation(verb, "advcl", "xcomp") or scene.lower(above) not in JOURNEYS:
        return None
    own = [
        t for t in times if above < t.words[0] and t.words[1] <= verb and syntax.heads[_head(scene, t.words)] == above
    ]
    own = [t for t in _days(scene, own) if not _bounds(scene, happening, t)]
    return own[0] if len(own) == 1 else None


def _day_of_when(scene: Scene, happening: Happening, times: Sequence[Time]) -> Time | None:
    """Return the time in front of the "when" that opens the happening's clause: "not since [May], when they had met in Oslo"."""
    for when in scene.syntax.children(happening.word, "advmod", "mark"):
        if scene.lower(when) == "when" and when < happening.word:
            ends = {when, when - 1 if scene.lower(max(0, when - 1)) == "," else when}
            known = (t for t in times if t.words[1] in ends and t.type in {"DATE", "TIME"} and t.value is not None)
            return next((t for t in known if not str(t.value).endswith("_REF")), None)
    return None


def _day_of_time(scene: Scene, happening: Happening, times: Sequence[Time]) -> Time | None:
    """Return when the time was at which something was done: "the last time that the two broke off trade was in [March 2008]"."""
    syntax, noun = scene.syntax, scene.syntax.heads[happening.word]
    if not syntax.is_relation(happening.word, "acl:relcl", "acl") or scene.lower(noun) not in {"time", "occasion"}:
        return None
    said = syntax.heads[noun]
    if not syntax.is_relation(noun, "nsubj") or not syntax.children(said, "cop"):
        return None
    heads = ((t, _head(scene, t.words)) for t in _days(scene, times) if t.words[0] > happening.word)
    return next((t for t, head in heads if said in {head, syntax.heads[head]}), None)


def _where(scene: Scene, happening: Happening) -> int | None:
    """Return the "where" that opens a happening's clause, behind the place that it means."""
    if not scene.syntax.is_relation(happening.word, "acl:relcl", "advcl"):
        return None
    opening = scene.syntax.children(happening.word, "advmod", "mark")
    return next((w for w in opening if scene.lower(w) == "where" and w < happening.word), None)


def _place_of_where(scene: Scene, happening: Happening, places: Sequence[Place]) -> Place | None:
    """Return the last place in front of the "where" that opens a happening's clause: "flew to [Madrid], where he met"."""
    where = _where(scene, happening)
    before = [p for p in places if where is not None and p.kind == "location" and p.end <= where]
    return max(before, key=lambda p: p.start, default=None)


def _day_of_where(scene: Scene, happening: Happening, times: Sequence[Time]) -> Time | None:
    """Return the day of coming to where something was done: "landed [on Sunday] in Minsk, where police held him"."""
    syntax, verb = scene.syntax, happening.word
    if _where(scene, happening) is None or syntax.children(verb, "aux", "cop"):
        return None
    above = next((w for w in syntax.ancestors(verb) if syntax.upos[w] == "VERB"), None)
    before = [t for t in _days(scene, times) if t.words[1] <= verb and syntax.heads[_head(scene, t.words)] == above]
    return max(before, key=lambda t: t.words[0], default=None)


def _day_behind_contact(scene: Scene, happening: Happening, times: Sequence[Time]) -> Time | None:
    """Return the day right behind the talks in which somebody said something: "condemned it in a call with Lind [on Sunday]"."""
    syntax, noun = scene.syntax, happening.word
    is_talk = (
        happening.trigger.type == "CONSULT" and happening.trigger.part == "noun" and syntax.is_relation(noun, "obl")
    )
    if not is_talk or scene.case_of(noun) not in {"in", "during"} or syntax.upos[syntax.heads[noun]] != "VERB":
        return None
    end = scene.phrase(noun)[1]
    behind = (t for t in _days(scene, times) if t.words[0] - (scene.lower(t.words[0] - 1) == "on") == end)
    own = (t for t in behind if not _is_to_come(scene, happening, t))
    return next((t for t in own if syntax.heads[_head(scene, t.words)] == syntax.heads[noun]), None)


def _is_of_what_is_agreed(scene: Scene, happening: Happening, time: Time) -> bool:
    """Tell whether a time is when something agreed, threatened or asked for is to be done: "agreed to meet [in October]".

    A day of the week may be that of the news, wherever it stands ("agreed to free the crew on Wednesday"); so may one of a year.
    """
    below = complement(scene, happening.word) if happening.trigger.type in _OF_WHAT_WILL_BE else None
    start, end = time.words
    if below is None or start < below or _OF_THE_NEWS & set(scene.encoding.lower[max(0, start - 1) : end]):
        return False
    if any(len(word) == _YEAR and word.isdigit() for word in scene.encoding.lower[start:end]):
        return False
    infinitive = any(scene.lower(c) == "to" for c in scene.syntax.children(below, "mark"))
    ends = scene.syntax.sentences[scene.syntax.sentence_of[below]].end
    joint = next((w for w in range(below + 1, ends) if scene.syntax.is_relation(w, "cc", "mark")), ends)
    return infinitive and time.words[0] < joint


def _is_to_come(scene: Scene, happening: Happening, time: Time) -> bool:
    """Tell whether a time lies ahead of what is told as past: "pledged a million for Norland [next year]"."""
    verb = happening.word if happening.verb is None else happening.verb
    told = {scene.lower(c) for c in scene.syntax.children(verb, "aux", "mark", "aux:pass")}
    words = scene.encoding.lower[max(0, time.words[0] - 1) : time.words[1]]
    ahead = not _AHEAD.isdisjoint(words) and "the" not in words  # "the next day" is of the story
    ahead = ahead or lies_ahead(time)  # "agreed to free them on Wednesday"
    return ahead and is_past(scene.lower(verb)) and not told - {"had", "has", "have", "been"}


def lies_ahead(time: Time) -> bool:
    """Tell whether a time is later than the day of the report."""
    anchor = time.anchor
    told = anchor is not None and anchor.basis == "published" and time.first is not None
    return told and str(time.first)[:_WHOLE] > str(anchor.value if anchor else "")[:_WHOLE]


_WHOLE = len("2001-01-01")
_AHEAD = frozenset({"next", "tomorrow", "upcoming"})


def _bounds(scene: Scene, happening: Happening, time: Time) -> bool:
    """Tell whether a time only says before or after which: "since February", "since ties were cut in December"."""
    first = time.words[0]
    if "since" in scene.encoding.lower[happening.word + 1 : first]:
        return True
    head = _head(scene, time.words)
    near = {scene.case_of(head), *scene.encoding.lower[max(0, first - 1) : first]}
    above = scene.syntax.heads[head]
    ended = happening.word < above < first and scene.case_of(above) in _ENDS  # "fought until a truce in 1991"
    return bool(near & _BOUNDS) or ended


def _day(value: str) -> str:
    """Leave out the time of day."""
    return value.partition("T")[0] if value[:1].isdigit() else value


def _distance(happening: Happening, words: tuple[int, int]) -> int:
    return min(abs(words[0] - happening.word), abs(words[1] - 1 - happening.word))


def _is_placed(scene: Scene, place: Place, parties: set[int]) -> bool:
    head = _area(scene, place)
    above = scene.syntax.heads[head]
    if scene.case_of(head) == "on" and scene.lower(above) in _TALKS:
        return False  # "a four-way meeting on eastern Ukraine"
    if scene.case_of(head) in {"in", "at"} and _is_whole_name(scene, head, above):
        return not _leads_to(scene, place, parties)  # "meet Secretary-General António Guterres in New York"
    if head in parties or _leads_to(scene, place, parties):
        return False
    # A town in front of a noun is where it was, "the Geneva talks"; a country is whom it is about: "Congo talks in Doha".
    if scene.case_of(head) == "of" and scene.lower(scene.syntax.heads[head]) in _STREETS:
        return True  # "took to the streets of Tarsk"
    in_front = scene.syntax.is_relation(head, "compound") and place.feature_class == "P"
    joined = scene.syntax.is_relation(head, "appos", "nmod:desc", "conj") and not scene.syntax.is_relation(above, "obj")
    return scene.case_of(head) in _PLACED or in_front or joined  # no "Ukraine" in "discuss a deal, Ukraine by phone"


def _is_where_struck(scene: Scene, happening: Happening, place: Place) -> bool:
    """Tell whether those on whom force was used were at a place: "killed ten militants [in Gulu]", not "the leader in Gulu"."""
    syntax, head = scene.syntax, _area(scene, place)
    struck = {p.argument or p.word for p in happening.recipients} | {p.word for p in happening.recipients}
    above = syntax.heads[head]
    if any(place.start <= p.word < place.end for p in happening.recipients):
        return False  # "seize town in [eastern Congo]": Congo is all that the words name of whom it was done to
    if happening.trigger.type != "ASSAULT" or scene.case_of(head) not in _AT or above not in struck:
        return False
    found = scene.entity_of(above)
    is_anybody = scene.lower(scene.phrase(above)[0]) in {"a", "an"}  # "a diplomat in Lima"
    return found is None or found.type != "person" or is_anybody


_AT = frozenset({"in", "at", "near", "outside", "inside"})


def _is_avenged(scene: Scene, happening: Happening, place: Place) -> bool:
    """Tell whether something else was done at a place, for which this was done: "in retaliation for the raid in [Norland]"."""
    between = scene.encoding.lower[happening.word + 1 : place.start]
    return any(one in _REVENGE and two == "for" for one, two in pairwise(between))


_REVENGE = frozenset({"retaliation", "revenge", "reprisal", "response", "vengeance"})


def _is_spoken_of(scene: Scene, happening: Happening, place: Place) -> bool:
    """Tell whether a place is only spoken of: "a video call on [Ukraine]", but not "on the island of Bali"."""
    head = _head(scene, (place.start, place.end))
    if scene.lower(happening.word) in _DISCUSS:  # "discussed the situation [in northern Tarsk]", whatever it hangs on
        before = scene.encoding.lower[max(0, place.start - _PHRASE) : place.start]
        return any(one in _AFFAIRS and two in {"in", "on"} for one, two in pairwise(before))
    spoken = happening.trigger.type in _SAID | {"CONSULT", "AGREE"}
    is_about = scene.syntax.is_relation(head, "nmod")  # "met on Crete" is where
    return (
        spoken and is_about and scene.case_of(head) == "on" and place.start > 0 and scene.lower(place.start - 1) == "on"
    )


def _is_side(scene: Scene, happening: Happening, place: Place) -> bool:
    """Tell whether a place that is joined to another is a party itself: "ministers from Russia, [China] and Iran"."""
    head = _head(scene, (place.start, place.end))
    own = scene.directory.at_head(head)
    ids = {p.id for p in (*happening.actors, *happening.recipients)}
    return own is not None and own.id in ids and scene.syntax.is_relation(head, "conj")


def _is_whole_name(scene: Scene, head: int, above: int) -> bool:
    """Tell whether a place hangs on the name of a person, of whom it says no more: "in New York" behind "Guterres"."""
    named = scene.directory.at_head(above)
    is_person = named is not None and named.type == "person" and named.name is not None
    behind = scene.syntax.is_relation(head, "nmod") and not scene.syntax.is_relation(above, "nsubj")
    return is_person and behind and scene.syntax.upos[above] == "PROPN"


def _is_of_what_is_said(scene: Scene, happening: Happening, place: Place) -> bool:
    """Tell whether a place is of what is asked or judged: "told Togo to shut its mission in Chad", "condemned the raid in Lima"."""
    above = scene.syntax.ancestors(_head(scene, (place.start, place.end)))
    relations = ("xcomp", "obj") if happening.trigger.type == "ACCUSE" else ("xcomp",)  # "signed a pact in Zagreb"
    beside = [place.start - 2] if happening.trigger.type == "ACCUSE" else []  # whatever the tree hangs it on
    return any(
        scene.syntax.is_relation(w, *relations) and scene.syntax.heads[w] == happening.word for w in (*above, *beside)
    )


def _leads_to(scene: Scene, place: Place, parties: set[int]) -> bool:
    """Tell whether a place begins the title of a party: "US Secretary of State Marco Rubio"."""
    name = next((w for w in range(place.end, place.end + _LONGEST_TITLE) if w in parties), place.end)
    return name > place.end and scene.is_title(range(place.end, name))


def _head(scene: Scene, words: tuple[int, int]) -> int:
    heads = scene.syntax.heads
    return next((w for w in range(*words) if not words[0] <= heads[w] < words[1] or heads[w] == w), words[0])


def _area(scene: Scene, place: Place) -> int:
    """Return the noun that says what a place is, if there is one, else its head: "Helmand [province]", "the [town] of Gao"."""
    head = _head(scene, (place.start, place.end))
    above = scene.syntax.heads[head]
    is_of = scene.syntax.is_relation(head, "nmod") and scene.case_of(head) == "of"
    is_called = is_of or scene.syntax.is_relation(head, "compound", "flat", "amod", "nmod:desc")
    return above if is_called and scene.lower(above) in _AREAS else head


_AREAS = frozenset(
    "area borough city commune county department district enclave governorate hamlet island islands municipality neighborhood "
    "neighbourhood oblast outskirts peninsula prefecture province region settlement state suburb suburbs territory town township "
    "valley village".split()
)


def _hangs_on(scene: Scene, happening: Happening, words: tuple[int, int]) -> bool:
    """Tell whether the way up the tree from some words comes to the trigger or its verb without leaving a clause."""
    goals = {happening.word, *({happening.verb} if happening.verb is not None else ())}
    above = scene.syntax.heads[happening.word]
    if happening.trigger.part == "noun" and scene.lower(above) in _TAKES_PLACE:  # "Friday's call lasted an hour"
        goals.add(above)
    if scene.syntax.is_relation(happening.word, "acl") and ordinal_of(scene.encoding, scene.syntax, above) is not None:
        goals |= {above, scene.syntax.heads[above]}  # "on Thursday became the first state to recognise it"
    if scene.syntax.is_relation(happening.word, "xcomp") and scene.lower(above) in _TRIES:
        goals.add(above)  # "tried on Monday to storm the prison"
    if _is_outcome(scene, happening.word):  # "opened fire on Monday, killing ten"
        goals.add(above)
    at = head = _head(scene, words)
    if head == happening.verb:  # "was in [Muscat] for talks"
        return True
    for _ in range(_FARTHEST):
        above = scene.syntax.heads[at]
        if at != head and at != happening.word and (scene.case_of(at) in _CAUSES or _is_topic(scene, at)):
            return False  # "cut ties over the war in Tarsk"
        if at not in (head, happening.word) and happening.trigger.part == "verb" and scene.case_of(at) in _OCCASIONS:
            return False  # "paused aid after a row in Tarsk"
        if scene.syntax.relations[at] in _CLAUSAL or above == at or _is_of_another(scene, happening, at, goals):
            return False
        if above in goals:
            return True
        at = above
    return False


def _is_topic(scene: Scene, word: int) -> bool:
    """Tell whether a noun is what is spoken or written about: "briefed her on the [situation] in Tarsk", "a pact on [rule] in"."""
    if scene.syntax.is_relation(word, "obj") and scene.lower(scene.syntax.heads[word]) in _DISCUSS:
        return scene.lower(word) in _AFFAIRS  # "discussed the situation in Tarsk"
    if scene.case_of(word) not in {"on", "about", "regarding"}:
        return False
    is_written = scene.syntax.upos[word] == "NOUN" and scene.lower(scene.syntax.heads[word]) in _DOCUMENTS
    return scene.lower(word) in _AFFAIRS or is_written


_PHRASE = 4  # words in front of a place's name: "situation in the northern"
_DISCUSS = frozenset("discuss discusses discussed discussing review reviewed reviewing".split())
_DOCUMENTS = frozenset(
    "declaration agreement accord treaty pact deal memorandum protocol convention charter resolution contract document text "
    "principles statement communique communiqué report bill law".split()
)

_AFFAIRS = frozenset(
    "situation war conflict crisis fighting violence unrest developments events progress clashes".split()
)


def _is_outcome(scene: Scene, verb: int) -> bool:
    """Tell whether a verb says what came of what the one above it tells: a participle without subject or conjunction."""
    syntax = scene.syntax
    if not syntax.is_relation(verb, "advcl") or not scene.lower(verb).endswith("ing") or syntax.heads[verb] > verb:
        return False
    return not syntax.children(verb, "mark", "nsubj", "case")


def _is_of_another(scene: Scene, happening: Happening, at: int, goals: set[int]) -> bool:
    """Tell whether the step up from a word leads into something that has its own time and place.

    "a [2016] ruling", and what was done to somebody before: "freed sailors captured in March".
    """
    syntax, above = scene.syntax, scene.syntax.heads[at]
    if happening.trigger.part != "verb" or above in goals or syntax.upos[above] not in {"NOUN", "PROPN"}:
        return False
    in_front = at < above and syntax.is_relation(at, "compound", "nummod", "amod", "nmod:poss", "nmod:unmarked")
    in_front = in_front and scene.lower(above) not in _AREAS  # "in Helmand [province]" is there itself
    return in_front or syntax.is_relation(at, "acl")


def _is_deed(scene: Scene, noun: int) -> bool:
    """Tell whether a noun is what somebody is judged for: "jailed for the [murder] of an exile in Berlin in 2019"."""
    if scene.case_of(noun) not in {"for", "over", "on"} or scene.syntax.upos[noun] != "NOUN":
        return False
    return scene.lower(noun) in _DEEDS or noun_triggers_at(scene.encoding.words, noun) is not None


def _is_owner(scene: Scene, happening: Happening, time: Time) -> bool:
    """Tell whether a time only says which thing is meant, wherever the tree hangs it: "condemned [Friday]'s raid"."""
    if happening.trigger.part != "verb":
        return False
    lower, (start, end) = scene.encoding.lower, time.words
    of_thing = lower[max(0, start - 1)] == "of" and lower[max(0, start - 2)] not in _PARTS_OF_TIME
    return lower[end : end + 1] in _OWNED or of_thing


def _is_origin(scene: Scene, time: Time) -> bool:
    """Tell whether a time is since when something had been: "ended ties dating back to [the 1940s]"."""
    before = scene.encoding.lower[max(0, time.words[0] - 3) : time.words[0]]
    return "dating" in before and before[-1] in {"to", "from"}


def _is_of_next_plan(scene: Scene, happening: Happening, time: Time) -> bool:
    """Tell whether a time is that of what somebody was to do next: "met her in Bern and was to see him [on Tuesday]"."""
    between = scene.encoding.lower[happening.word + 1 : time.words[0]]
    to = (at for at in range(2, len(between)) if between[at - 2] in {"and", "but"} and between[at - 1] in _IS)
    return happening.trigger.part == "verb" and any(between[at] == "to" for at in to)


_IS = frozenset({"is", "are", "was", "were"})


def _is_of_participle(scene: Scene, happening: Happening, time: Time) -> bool:
    """Tell whether a month or a year stands behind what was done before: "freed teachers kidnapped from a school [in June]".

    A day may be that of the report's news, wherever it stands: "freed sailors kidnapped in the gulf on Monday".
    """
    if happening.trigger.part != "verb" or time.value is None or not _is_coarse(time):
        return False
    if happening.trigger.lemma == "invite" and happening.word < time.words[0]:
        return True  # "invited him to Washington in February", when he is to come
    between = range(happening.word + 1, time.words[0])
    if any(scene.syntax.upos[w] == "PUNCT" for w in between):
        return False
    if happening.trigger.type in _JUDGED and any(_is_deed(scene, w) for w in between):
        return True
    return any(
        scene.syntax.relations[w] == "acl" and scene.syntax.upos[w] == "VERB" and is_passive(scene, w) for w in between
    )


def _is_coarse(time: Time) -> bool:
    """Tell whether a time is a month or a year."""
    return time.value is not None and len(time.value) < _DAY


def _touches(scene: Scene, happening: Happening, words: tuple[int, int]) -> bool:
    """Tell whether a time stands right beside a trigger, wherever the tree hangs it: "Friday's call", "agreed in May"."""
    if happening.trigger.part != "noun":
        return any(_follows(scene, words, word) for word in (happening.word, *_happened_before(scene, happening.word)))
    owned = scene.encoding.lower[words[1] : words[1] + 1] in _OWNED and 1 <= happening.words[0] - words[1] <= _BESIDE
    return owned or (
        0 <= words[0] - happening.words[1] <= 1 and scene.lower(words[0] - 1) in {scene.lower(happening.word), "on"}
    )


def _follows(scene: Scene, time: tuple[int, int], word: int) -> bool:
    """Tell whether a time stands right behind a word, with nothing between but "in" or "on"."""
    return time[0] == word + 2 and scene.lower(word + 1) in {"in", "on"}


def _happened_before(scene: Scene, verb: int) -> list[int]:
    """Return the subjects of a verb that are nobody: "a [truce] in May ended the war", and so it did in May."""
    return [w for w in agents(scene, verb) if scene.syntax.upos[w] == "NOUN" and scene.directory.at_head(w) is None]


def _instrument(scene: Scene, happening: Happening) -> tuple[Span, ...]:
    found = []
    for head in phrases(scene, happening.word, "with", "by", "using"):
        start, end = scene.phrase(head)
        if scene.lower(head).removesuffix("s") in _WITH:
            found.append(scene.span((start, end)))
    return tuple(found[:1])


def _issue(scene: Scene, happening: Happening) -> tuple[Span, ...]:
    taken = {p.word for p in (*happening.actors, *happening.recipients)}
    for preposition in _ABOUT:
        for head in (happening.word, happening.verb):
            if head is None or (preposition == "on" and happening.trigger.type in {"ASSAULT", "SANCTION", "COERCE"}):
                continue
            found = [w for w in phrases(scene, head, preposition) if w not in taken and not _is_when(scene, w)]
            if found:
                return (scene.span(scene.phrase(found[0])),)
    return ()


def _is_when(scene: Scene, word: int) -> bool:
    """Tell whether a phrase names a day or month, or a medium: "on Friday", "on Twitter"."""
    return scene.syntax.is_relation(word, "obl:tmod") or scene.syntax.upos[word] == "PROPN" or scene.lower(word) in {
        "phone", "telephone", "sidelines", "behalf", "eve", "day", "condition", "tuesday", "line",
    } or is_spot(scene, word)  # fmt: skip

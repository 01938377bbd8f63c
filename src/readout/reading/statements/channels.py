# SPDX-License-Identifier: Apache-2.0
"""To whom and through what: addressees, channel and outlet.

News tells these beside the saying, in the words of its sentence that are not content ("told Rai 1 in an interview
on Friday that …").
So the rules look there, at the words in their order; the tree is asked for subjects only, where the order does not tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.coreference.entities import Entity
from readout.reading.evidence import Support
from readout.reading.statements.asked import told_entity
from readout.reading.statements.askedwords import INTERVIEWED
from readout.reading.statements.draft import Draft
from readout.reading.statements.relays import is_outlet, is_platform
from readout.resources import channel_of, channel_of_verb, cue_verb, sector_of_noun

__all__ = ["find_addressees", "find_channel", "find_channels", "is_named_outlet", "listener_at", "phrase_at"]

_SPEAKING = {
    "speak",
    "speaking",
    "spoke",
    "speaks",
    "spoken",
    "talk",
    "talking",
    "talked",
    "writing",
    "wrote",
    "written",
}
_SENT = frozenset(
    "letter message memo email e-mail note telegram cable".split()
)  # "in a letter to her colleagues, she said"
_SPOKEN = frozenset("statement remarks comments speech address".split())
_COMMENTING = frozenset("commenting comment commented comments elaborating".split())
_CHANNEL_CASES = {"in", "at", "on", "during", "via", "through", "by", "over", "after", "from"}
_BRIEFED = frozenset({"briefed", "informed", "updated"})
_TAKING = frozenset("take takes took taken taking".split())
_OUTLET_CASES = {"with", "on", "for", "by", "to", "of", "’s", "'s"}
_WITNESSED = frozenset("seen obtained reviewed viewed".split())  # by an outlet, to which nothing was said
_PHRASE = 7  # words of a channel's phrase at most: "in a rare televised address to the nation"
_WITHIN_PHRASE = {"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV", "PART", "PRON", "VERB"}
_WITHIN_TITLE = {"NOUN", "PROPN", "NUM"}
_WITHIN_NAME = {"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON"}


def find_addressees(draft: Draft, scene: Scene) -> None:
    """Fill the addressees: "told lawmakers", "said to the BBC", "speaking to reporters"."""
    for words, found in _with_joint(_told(draft, scene), draft, scene):
        if is_platform(found) and scene.lower(words[0] - 1) in {"on", "to", "via"}:
            continue  # "replied to the paper on Instagram", "took to Telegram"
        if _is_in_brackets(words[0], draft, scene):
            continue  # "said Lind (who would not speak to [Falk])"
        if found is not draft.speaker and found not in draft.addressees and found not in draft.relayed_by:
            draft.addressees.append(found)
            draft.because.append(Support("addressees", "told beside the cue", None, (scene.span(words),)))


def _is_in_brackets(word: int, draft: Draft, scene: Scene) -> bool:
    """Tell whether a word stands behind a bracket that a source opens."""
    start = draft.source[0] if draft.source is not None else word
    before = scene.encoding.words[start:word] if start < word and scene.sentence_start(start) <= word else ()
    return before.count("(") > before.count(")")


def _with_joint(
    told: Iterator[tuple[WordRange, Entity]], draft: Draft, scene: Scene
) -> Iterator[tuple[WordRange, Entity]]:
    """Yield with each who is told those that "and" joins to it: "told [Ford] and [Kissinger] that"."""
    for words, found in told:
        yield words, found
        for joint in scene.syntax.children(scene.head_of(words), "conj"):
            other = scene.entity_of(joint) if scene.syntax.upos[joint] in {"NOUN", "PROPN"} else None
            if other is not None and other.type != "other" and joint >= words[1] and not draft.holds(joint):
                yield scene.phrase(joint), other


def _told(draft: Draft, scene: Scene) -> Iterator[tuple[WordRange, Entity]]:
    verb = scene.cue_head(draft)
    if verb is None or draft.cue is None:
        return
    cue = scene.cue_at(verb)
    around = scene.around(draft)
    inside, after = set(around), draft.cue[1]
    places = []
    is_called_on = scene.lower(verb).startswith("call") and scene.lower(after - 1) in {"on", "upon"}
    if is_called_on or (cue is not None and cue.addressee == "obj"):
        places.append(after)
    elif cue is not None and after in inside and scene.lower(after) in {"to", "with"} & {"to", cue.addressee}:
        places.append(after + 1)
    yield from (found for found in (told_entity(draft, verb, scene), _asked_to(draft, scene)) if found is not None)
    within = [
        w for w in around if draft.parent is None or draft.parent.holds(w)
    ]  # its own clause, not the one around it
    places += [word + 2 for word in within if word + 2 in inside and _is_told_behind(word, scene)]
    places += [
        w + 1 for w in range(draft.cue[0], after - 1) if scene.lower(w) == "to"
    ]  # "said to [the station Echo]" and "wrote to [the mayor] to demand" are all cue
    for _, end in draft.cue_parts:  # "was quoted by the daily [as telling] her party that"
        told = scene.cue_at(end - 1)
        places += [end] if told is not None and told.addressee == "obj" else []
    for place in places:
        found = listener_at(place, scene) if place in inside else None
        if found is not None:
            yield found


def _asked_to(draft: Draft, scene: Scene) -> tuple[WordRange, Entity] | None:
    """Return who is asked to do what a content says: "called on [Brandt] to resign", "asked [Berlin] for help"."""
    cue = cue_verb(scene.span(draft.cue).of(scene.encoding.text)) if draft.cue else None
    if cue is None or cue.kind != "request":
        return None
    start, end = draft.contents[0]
    marks = {"to", "for"} if cue.lemma in _ASKING_FOR else {"to"}
    marker = next((w for w in range(start + 1, min(end, start + _PHRASE)) if scene.lower(w) in marks), None)
    if marker is not None and scene.lower(marker - 1) == "not":
        marker -= 1
    named = marker is not None and all(scene.syntax.upos[w] in _WITHIN_NAME for w in range(start, marker))
    if cue.lemma == "call for" and marker is not None and scene.lower(marker + 1) == "be":
        return None  # "called for the governor to be dismissed" asks others
    return scene.mention_before(marker) if named and marker is not None else None


_ASKING_FOR = frozenset("ask beg press implore petition".split())


def _is_told_behind(word: int, scene: Scene) -> bool:
    """Tell whether a word and the next lead in who is told: "speaking to", "a letter to", "asked by"."""
    behind = scene.lower(word + 1)
    if behind in {"to", "with"} and _is_speaking(scene, word):
        found = scene.mention_at(word + 2)
        # "called a meeting and spoke to both presidents" is another saying
        return not scene.syntax.is_relation(word, "acl:relcl", "conj") or (found is not None and _is_audience(found[1]))
    if behind == "to" and scene.lower(word) in _SPOKEN:
        return scene.case_of(word) in {"in", "during"}  # "in a statement to reporters, she said"
    # "a letter to her colleagues", "asked by the BBC about it, she said"
    return scene.noun_at(word) in (_SENT if behind == "to" else INTERVIEWED if behind == "by" else ())


def listener_at(place: int, scene: Scene) -> tuple[WordRange, Entity] | None:
    """Return who stands at a word: an outlet by its name, "the Italian daily [La Repubblica]", whatever is a mention of its own."""
    found = scene.mention_at(place)
    if found is not None and found[1].type in {"place", "organisation"}:
        found = _titled(found, scene) or found
    is_place = found is not None and found[1].type == "place"  # "told the Moscow daily [Kommersant]"
    if found is not None and found[1].name is not None and not (is_place and _is_media_noun(found[0][1], scene)):
        return found
    word = place
    while word < len(scene.encoding.words) and scene.syntax.upos[word] in _WITHIN_NAME and word - place < _PHRASE:
        named = scene.mention_at(word) if word > place else None
        if named is not None and named[0][0] == word and is_named_outlet(named, scene):
            return named
        word += 1
    return found


def _is_media_noun(word: int, scene: Scene) -> bool:
    """Tell whether a word is what outlets are called: "daily", "broadcaster"."""
    noun = sector_of_noun(scene.lower(word)) if word < len(scene.encoding.words) else None
    return noun is not None and noun.sector == "MED" and not noun.person


def _titled(found: tuple[WordRange, Entity], scene: Scene) -> tuple[WordRange, Entity] | None:
    """Return the person whose title begins with a country's or a body's name: "told [U.S. District Judge Lewis Kaplan]"."""
    behind = found[0][1]
    for word in range(behind + 1, min(found[0][0] + _PHRASE, len(scene.encoding.words))):
        named = scene.mention_at(word)
        if named is not None and named[0][0] == word and named[1].type == "person" and named[1].name is not None:
            is_owner = scene.encoding.lower[named[0][1] : named[0][1] + 1] in {("'s",), ("’s",)}
            return None if is_owner or is_outlet(found[1]) or not scene.is_title(range(behind, word)) else named
    return None


def is_named_outlet(found: tuple[WordRange, Entity], scene: Scene) -> bool:
    """Tell whether a name is an outlet's, by the tables or by the noun in front of it: "the daily [Morgenposten]"."""
    (start, _), entity = found
    if entity.name is None or entity.type == "person":
        return False
    noun = sector_of_noun(scene.lower(start - 1)) if start else None
    is_of_outlets = noun is not None and noun.sector == "MED" and (not noun.person or entity.type == "organisation")
    return is_outlet(entity) or is_of_outlets


def _is_called_outlet(entity: Entity, scene: Scene) -> bool:
    """Tell whether the report calls somebody an outlet by the noun in front of a name: "the broadcaster Kanal 5"."""
    return any(is_named_outlet(((m.start, m.end), entity), scene) for m in entity.mentions if m.form == "name")


def _is_audience(entity: Entity) -> bool:
    """Tell whether somebody is told things for others to know: "who spoke to reporters", not "who spoke to the minister"."""
    return entity.type == "group" or entity.sector == "MED"


def _is_speaking(scene: Scene, word: int) -> bool:
    """Tell whether a verb says how the words were spoken: not "Trump, who has spoken to Putin six times, said"."""
    past = any(scene.lower(c) in {"has", "have", "had"} for c in scene.syntax.children(word, "aux"))
    return scene.lower(word) in _SPEAKING and not (past and scene.syntax.is_relation(word, *_TOLD_OF))


_TOLD_OF = ("acl:relcl", "ccomp", "conj", "parataxis")


def find_channels(drafts: Sequence[Draft], scene: Scene) -> None:
    """Fill channel and outlet of each statement; what another says in the sentence is no way in which this one was said."""
    said: dict[int, list[WordRange]] = {}
    for draft in drafts:
        for content in draft.contents:
            said.setdefault(scene.syntax.sentence_of[content[0]], []).append(content)
    for draft in drafts:
        anchor = draft.cue or draft.source
        beside = () if anchor is None else said.get(scene.syntax.sentence_of[anchor[0]], ())
        find_channel(draft, scene, [c for c in beside if anchor is not None and not c[0] <= anchor[0] < c[1]])


def _of_dealings(draft: Draft, scene: Scene) -> set[int]:
    """Return the words about a source that tell with whom that one spoke: "Rutte, [who spoke to Tusk by phone], said"."""
    if draft.source is None or draft.cue is None:
        return set()
    syntax, found = scene.syntax, set[int]()
    for verb in range(draft.source[0], max(draft.source[1], draft.cue[0])):
        if scene.lower(verb) not in _DEALT or not syntax.is_relation(verb, "acl"):
            continue
        words = set(syntax.subtree(verb))
        others = [e for w in words if (e := scene.entity_of(w)) is not None and e.type in {"person", "place"}]
        if others and draft.cue[0] not in words:
            found |= words
    return found


_DEALT = frozenset("spoke talked met called telephoned phoned".split())


def find_channel(draft: Draft, scene: Scene, beside: Sequence[WordRange] = ()) -> None:
    """Fill channel and outlet: "in an interview with Rai", "on Telegram", "tweeted", "told lawmakers".

    Args:
        draft: The statement.
        scene: Words, trees and who is who.
        beside: Words of its sentence that are said in other statements.
    """
    elsewhere = {w for start, end in beside for w in range(start, end)} | _of_dealings(draft, scene)
    around = [w for w in scene.around(draft) if w not in elsewhere]
    if draft.channel is None:
        _by_object(draft, scene)
    if draft.channel is None:
        _by_phrase(draft, scene, around)
    if draft.channel is None:
        _by_address(draft, scene)
    if draft.channel is None:
        _by_paper(draft, scene, around)
    if draft.channel is None:
        _by_verb(draft, scene)
    if draft.channel in {"interview", "broadcast"} and draft.outlet is None:
        draft.outlet = next((a for a in draft.addressees if is_outlet(a) or _is_called_outlet(a, scene)), None)
    if draft.channel is None and not _is_legislative(draft.speaker):
        legislators = [a for a in draft.addressees if _is_legislative(a)]
        verb = scene.cue_head(draft)
        cue = scene.cue_at(verb) if verb is not None else None
        is_asked = cue is not None and cue.kind == "request"  # "urged lawmakers to act"
        if legislators and not is_asked and draft.speaker is not None and draft.speaker.type == "person":
            draft.channel = "testimony"
            draft.because.append(Support("channel", "an official told legislators", None))


def _by_object(draft: Draft, scene: Scene) -> None:
    """Read an occasion that is told something as if it were somebody: "told a news conference"."""
    verb = scene.cue_head(draft)
    cue = scene.cue_at(verb) if verb is not None else None
    if draft.cue is None or cue is None or cue.addressee != "obj":
        return
    words: list[str] = []
    for word in range(draft.cue[1], min(draft.cue[1] + _PHRASE, len(scene.encoding.words))):
        if words and scene.lower(word) == "-":
            continue  # "told a late[-]night news conference"
        if scene.syntax.upos[word] not in _WITHIN_PHRASE or scene.syntax.upos[word] == "VERB":
            return
        words.append(scene.lower(word))
        kind = next((k for i in range(len(words)) if (k := channel_of(words[i:]))), None)
        if kind is None and words[0] in {"a", "an", "the"} and words[-1] in _GATHERINGS:
            kind = "speech"
        if kind in _OCCASIONS and not _goes_on(
            words, kind, word + 1, scene, {word + 1} if word + 1 < len(scene.encoding.words) else set()
        ):
            draft.channel = kind
            draft.because.append(Support("channel", "what was told", None, (scene.span((draft.cue[1], word + 1)),)))
            return


_WHEN = frozenset({"after", "before", "later", "ago", "earlier"})
_GATHERINGS = frozenset("meeting gathering crowd summit conference forum congregation audience".split())
_TOPICS = frozenset({"report", "letter", "speech", "poll", "book", "testimony", "court_filing", "email", "document"})
_DONE_WITH = _TOPICS - {"speech", "testimony"} | {"phone", "broadcast"}
_OCCASIONS = frozenset({"press_conference", "interview", "testimony", "speech"})


def _is_behind_aside(draft: Draft, scene: Scene, case: int) -> bool:
    """Tell whether a phrase stands behind the relative clause that a saying is told in: "who had threatened to, wrote [on X]"."""
    verb = scene.cue_head(draft)
    while verb is not None and scene.syntax.is_relation(verb, "conj"):
        verb = scene.syntax.heads[verb]
    is_aside = verb is not None and scene.syntax.is_relation(verb, "acl:relcl")
    return is_aside and case >= draft.end and "," in scene.encoding.words[draft.end : case]


def _by_phrase(draft: Draft, scene: Scene, around: list[int]) -> None:
    """Read the first phrase beside the saying whose noun is a channel: preposition, then words up to the noun."""
    inside = set(around)
    for case in around:
        is_resort = scene.lower(case) == "to" and scene.lower(case - 1) in _TAKING  # "took to Telegram"
        if scene.lower(case) not in _CHANNEL_CASES and not is_resort:
            continue
        if scene.syntax.upos[case] not in {"ADP", "SCONJ", "PART"}:
            continue
        is_own = draft.cue is not None and case == draft.cue[1] and scene.lower(draft.start - 1) == "that"
        # "wrote [on Truth Social] that they owed him", whatever the tree hangs it on
        if not is_own and (_is_in_another_clause(draft, scene, case) or _is_of_another_verb(draft, scene, case)):
            continue
        if _is_behind_aside(draft, scene, case):
            continue
        relay = listener_at(case + 1, scene) if scene.lower(case) == "by" else None
        if relay is not None and is_named_outlet(relay, scene):
            continue  # "was quoted by the news website Echo as telling": who passes it on, not through what it was said
        if scene.lower(case) == "on" and scene.lower(case - 1) in _COMMENTING | _BRIEFED:
            continue  # "commenting on this statement", "two people briefed on the call said"
        found = phrase_at(case, inside, scene)
        if found is not None:
            draft.channel, draft.outlet, last = found
            draft.because.append(Support("channel", "phrase beside the cue", None, (scene.span((case, last + 1)),)))
            return


def phrase_at(case: int, inside: set[int], scene: Scene) -> tuple[str, Entity | None, int] | None:
    """Return the channel, the outlet and the last word of a phrase that a preposition leads in: "in an interview" with "Rai"."""
    words: list[str] = []
    for word in range(case + 1, case + 1 + _PHRASE):
        if (
            word in inside
            and scene.lower(word) == "-"
            and (scene.syntax.upos[word - 1] == "NUM" or words[-1:] == ["e"])
        ):
            continue  # "a 40[-]minute address", "an e[-]mail"
        if word not in inside or scene.syntax.upos[word] not in _WITHIN_PHRASE or _is_finite(word, scene):
            break
        if scene.syntax.upos[word] == "DET" and word > case + 1 and scene.syntax.upos[word - 1] in _WITHIN_TITLE:
            break  # "In 2017 [the same court] annulled it"
        words.append(scene.lower(word))
        kind = next((k for i in range(len(words)) if (k := channel_of(words[i:]))), None)
        if scene.lower(word) == "ruling" and scene.syntax.heads[word] == word + 1:
            kind = None  # "told lawmakers from the ruling party": what rules, not what a court does
        if words[-1] == "minutes" and (
            scene.lower(word + 1) in _WHEN or any(scene.syntax.upos[w] == "NUM" for w in range(case + 1, word))
        ):
            break  # "after about 20 minutes", "minutes after the oath": these are no document
        if scene.lower(case) in {"on", "to"} and scene.encoding.words[word] == "X":
            kind = channel_of(["post", "on", *words])  # a letter alone is a site only behind "on"
        elif kind is not None and word + 2 in inside and scene.lower(word + 1) == "on":
            kind = channel_of([*words, "on", scene.lower(word + 2)]) or kind
        is_aired = scene.lower(case) == "on" and kind in {"broadcast", "social_post"}
        if scene.lower(case) != "in" and sector_of_noun(scene.lower(word)) is not None and not is_aired:
            continue  # "in court" tells how it was said, "over the court" does not
        if scene.lower(case) == "at" and words[-1] == "notice":
            return None  # "asked at short notice to come"
        if scene.lower(case) == "over" and words[-1] in _SPOKEN:
            return None  # "summoned the envoy over remarks by Lind": what it is about
        if kind in _DONE_WITH and scene.lower(case) == "after":
            return None  # what was said after a call, a debate or a poll was not said in it
        if kind is not None and not _goes_on(words, kind, word + 1, scene, inside):
            if kind in _TOPICS and scene.lower(case) == "on":
                return None  # "seized on the findings": of what is spoken, not how
            is_named = words[-1] not in {"media", "network", "networks"}  # "on social media" names none
            return kind, _outlet(scene, case + 1, word, inside) if is_named else None, word
    return None


def _is_finite(word: int, scene: Scene) -> bool:
    """Tell whether a verb is a clause's: "on Monday [published] the text"; not of a noun's phrase: "a [televised] address"."""
    return scene.syntax.upos[word] == "VERB" and bool(scene.syntax.children(word, "nsubj"))


def _is_in_another_clause(draft: Draft, scene: Scene, word: int) -> bool:
    """Tell whether a phrase says how something else was done: "said on Tuesday, two days after the two spoke [by telephone]"."""
    if draft.cue is None:
        return False
    if word < draft.cue[1]:  # "hailed it [in a post], although the Kremlin called for restraint"
        verb = scene.cue_head(draft)
        marks = [] if verb is None else scene.syntax.children(verb, "mark")
        return any(word < mark and scene.lower(mark) in _CLAUSE_BEGINS for mark in marks)
    begun = [
        w for w in range(draft.cue[1], word) if scene.lower(w) in _CLAUSE_BEGINS and scene.syntax.is_relation(w, "mark")
    ]
    return bool(begun) and any(
        scene.syntax.upos[w] == "VERB" and scene.syntax.children(w, "nsubj") for w in range(begun[0], word)
    )


_TALKED = frozenset({"spoke", "talked", "met"})


def _is_of_another_verb(draft: Draft, scene: Scene, case: int) -> bool:
    """Tell whether a phrase hangs on a verb with a subject of its own: "condemned it and that Borrell had spoken [by phone]"."""
    cue, syntax = scene.cue_head(draft), scene.syntax
    place = syntax.heads[case]
    if syntax.children(place, "cop") and any(scene.lower(w) == "who" for w in syntax.children(place, "nsubj")):
        return True  # "said Lind, who was [in the courtroom]"
    verb = next((w for w in syntax.ancestors(place) if syntax.upos[w] == "VERB"), None)
    if cue is None or verb is None:
        return False
    start, end = draft.source or (0, 0)
    if start <= verb < case < end <= cue and syntax.is_relation(verb, "acl") and scene.lower(verb) not in _SPEAKING:
        return not scene.lower(verb).endswith("ing")  # "a witness, identified [in court documents] as X, has testified"
    if syntax.is_relation(verb, "conj") and syntax.heads[verb] == cue < verb and scene.lower(verb) in _TALKED:
        return True  # "threatened to go, and spoke [by phone] with him"
    if scene.lower(verb) in _SPEAKING - {"spoken"}:
        return False
    who = any(scene.lower(w) in {"who", "which"} for w in syntax.children(verb, "nsubj"))
    if verb != cue and who and syntax.children(verb, "ccomp") and scene.cue_at(verb) is not None:
        return True  # "Oslo, which said [in a tweet] that it agreed, called for calm"
    if syntax.is_relation(verb, "acl:relcl"):  # "said the police, who had said as much [in a report]"
        return any(scene.lower(w) == "had" for w in syntax.children(verb, "aux"))
    return verb > cue and bool(syntax.children(verb, "nsubj"))


_CLAUSE_BEGINS = frozenset("after before when while since until once as because although though".split())


def _goes_on(words: list[str], kind: str, after: int, scene: Scene, inside: set[int]) -> bool:
    """Tell whether the next word makes another channel of the phrase: "a press" + "conference", "a television" + "interview"."""
    if after not in inside or scene.syntax.upos[after] not in _WITHIN_PHRASE:
        return False
    longer = channel_of([*words, scene.lower(after)])
    return longer is not None and longer != kind


def _outlet(scene: Scene, start: int, noun: int, inside: set[int]) -> Entity | None:
    """Return the outlet named right behind a channel's noun ("an interview with Rai 1") or before it ("a CNN interview")."""
    for at in range(start, noun):
        found = scene.mention_at(at)
        if found is not None and is_outlet(found[1]) and scene.syntax.upos[at] != "PRON":  # "in [its] editorial"
            return found[1]
    for at in range(noun + 1, noun + 1 + _PHRASE):  # "published on Sunday by"
        if at in inside and scene.encoding.words[at] in {",", ";"}:
            return None
        if at + 1 in inside and scene.lower(at) in _OUTLET_CASES and scene.lower(at - 1) not in _WITNESSED:
            found = listener_at(at + 1, scene)
            if found is not None and is_named_outlet(found, scene):
                return found[1]
    return None


_AUDIENCES = frozenset(
    "rally crowd gathering audience supporters meeting parliament assembly session summit event function students troops nation "
    "council congress lawmakers delegates mourners worshippers demonstrators".split()
)


def _by_address(draft: Draft, scene: Scene) -> None:
    """Read a clause that says to whom the speaker spoke: "Addressing [a rally], she said"."""
    verb = scene.cue_head(draft)
    for clause in scene.syntax.children(verb, "advcl") if verb is not None else ():
        heard = scene.syntax.children(clause, "obj") if scene.lower(clause) == "addressing" else []
        if heard:
            words = [scene.lower(w) for w in range(clause + 1, heard[0] + 1)]
            named = next((k for i in range(len(words)) if (k := channel_of(words[i:]))), None)
            if named is None and words[-1] not in _AUDIENCES:
                return  # "addressing the issue"
            draft.channel = named or "speech"
            draft.because.append(
                Support("channel", "whom the speaker addressed", None, (scene.span((clause, heard[0] + 1)),))
            )
            return


def _by_paper(draft: Draft, scene: Scene, around: list[int]) -> None:
    """Read where somebody writes: "Merz, writing in [the Financial Times], argued", "wrote in [the Guardian] that"."""
    inside = set(around)
    for word in around:
        if scene.lower(word) in {"wrote", "writing", "writes"} and scene.lower(word + 1) in {"in", "for"}:
            found = scene.mention_at(word + 2) if word + 2 in inside else None
            if found is not None and is_outlet(found[1]):
                draft.channel, draft.outlet = "article", found[1]
                where = (scene.span((word, found[0][1])),)
                draft.because.append(Support("channel", "where it was written", None, where))
                return


def _by_verb(draft: Draft, scene: Scene) -> None:
    verb = scene.cue_head(draft)
    writing = next((w for w in range(*(draft.cue or (0, 0))) if scene.lower(w) in {"wrote", "written", "writes"}), None)
    is_mail = not _MAILS.isdisjoint(scene.encoding.vocabulary)  # of which the report may speak here too
    if any(scene.lower(w) in {"phoned", "telephoned"} for w in range(*(draft.cue or (0, 0)))):
        draft.channel = "phone"
        draft.because.append(Support("channel", "the verb", None, (scene.span(draft.cue or (0, 0)),)))
        return
    if writing is not None and scene.lower(writing + 1) == "to" and draft.addressees and not is_mail:
        draft.channel = "letter"
        where = (scene.span((writing, writing + 2)),)
        draft.because.append(Support("channel", "written to somebody", None, where))
        return
    for word in [verb] if verb is not None else []:
        if scene.syntax.upos[word] in VERBAL:
            cue = scene.cue_at(word)
            kind = channel_of_verb(cue.lemma if cue else scene.lower(word))
            if kind is not None:
                draft.channel = kind
                draft.because.append(Support("channel", "the verb", None, (scene.encoding.spans[word],)))


_MAILS = frozenset("email emails e-mail e-mails".split())


def _is_legislative(entity: Entity | None) -> bool:
    return entity is not None and entity.sector == "LEG"

# SPDX-License-Identifier: Apache-2.0
"""What a report says of a contact beside who, when and where: who sought it, the one before, its tone, topics and outcome.

Every finder looks at the sentences in which the contact is told and gives the words that it rests on. Tone and outcome are the
report's own words; nothing is judged.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from readout.reading.clauses.arguments import agents, is_passive, objects, owners, phrases
from readout.reading.clauses.courtesycalls import is_courtesy_call
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.contacts.contact import Before
from readout.reading.happenings.accounts import Account, is_noun_of_contact, is_spot
from readout.reading.happenings.parties import Parties, Party
from readout.reading.times.times import Time
from readout.text import Span

__all__ = ["Initiator", "find_before", "find_duration", "find_initiator", "find_outcome", "find_tone", "find_topics"]

_BEHEST = frozenset("request initiative invitation behest suggestion insistence".split())
_ON = frozenset("at on by upon".split())
_SOUGHT = frozenset("initiated requested sought proposed arranged organised organized convened".split())
_REACHES_OUT = frozenset(
    "phoned telephoned telephones phones rang rung rings called calls summoned summons summon contacted".split()
)
_TONES = frozenset(
    "professional constructive productive frank candid cordial warm friendly businesslike business-like tense open fruitful useful "
    "positive heated difficult good excellent substantive serious sincere brief polite pragmatic respectful detailed tough stormy "
    "successful fruitless amicable courteous blunt icy cold civil honest sober intense lively deep in-depth encouraging "
    "disappointing helpful calm".split()
)
_TONE_NOUNS = frozenset("tone atmosphere mood spirit climate".split())
_DESCRIBES = frozenset(
    "described describes describe called calls call characterised characterized termed said labelled labeled branded".split()
)
_LASTS = frozenset("lasted lasting took ran went".split())
_NOT_LONG = frozenset(
    "in after within since every gap until before ago for-the-first-time break pause interval".split()
)
# Who is the first to do something is no contact: "the first lady", "the first foreign leader to go there since 1953".
_SOMEBODY = frozenset({"lady", "leader", "president", "premier", "minister", "envoy", "ruler"})
_FROM_THERE = {("ago",), ("earlier",), ("later",), ("after",), ("before",), ("since",)}
_ENDS = frozenset(
    "ended concluded closed finished produced yielded resulted brought solve solved resolve resolved lead led reach reached fail "
    "failed failing agreed agree agreeing settled settle signed sign bring broke collapsed made".split()
)
_SPEAKS_OF = frozenset("discussed discuss discusses discussing covered addressed reviewed".split())
_COUNTED = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
_WORDS_BETWEEN = (
    14  # at most, from "first" to "since": "the first direct contact between the leaders of … and … since 1979"
)


@dataclass(frozen=True, slots=True)
class Initiator:
    """Who sought a contact, and the words that say so."""

    party: Party
    rule: str
    words: tuple[int, int]


# Who sought it


def find_initiator(scene: Scene, parties: Parties, accounts: Sequence[Account]) -> Initiator | None:
    """Find who asked for a contact: "at the request of", "initiated by", or who picked up the phone."""
    sentences = _sentences(scene, accounts)
    for words in sentences:
        for word in words:
            found = _behest(scene, parties, word) or _sought(scene, parties, word)
            if found is not None:
                return found
    return next((f for t in accounts if (f := _caller(scene, parties, t.word)) is not None), None)


def _behest(scene: Scene, parties: Parties, word: int) -> Initiator | None:
    if scene.lower(word) not in _BEHEST or not _is_after(scene, word, _ON):
        return None
    party = _first(parties.of(owners(scene, word), owned=True)) or parties.of_adjective(word)
    start, end = scene.phrase(word)
    case = scene.syntax.children(word, "case")
    return None if party is None else Initiator(party, "at the request of", (min([start, *case]), end))


def _is_after(scene: Scene, noun: int, prepositions: frozenset[str]) -> bool:
    """Tell whether a noun has one of some prepositions, in the tree or, past a quotation mark, among the words before it."""
    start = scene.phrase(noun)[0]
    return bool({scene.case_of(noun), *scene.encoding.lower[max(0, start - 2) : noun]} & prepositions)


def _sought(scene: Scene, parties: Parties, word: int) -> Initiator | None:
    """Read "the call was initiated by Serbia", "Denmark requested the meeting"."""
    if scene.lower(word) not in _SOUGHT or scene.syntax.upos[word] not in VERBAL:
        return None
    things = scene.syntax.children(word, "nsubj:pass", "nsubj") if is_passive(scene, word) else objects(scene, word)
    if scene.syntax.is_relation(word, "acl"):
        things = [scene.syntax.heads[word]]
    if not any(is_noun_of_contact(scene, thing) for thing in things):
        return None
    if any(scene.lower(c) in {"later", "then", "another"} for c in scene.syntax.children(word, "advmod")):
        return None  # "met the minister and later proposed talks": others
    by = agents(scene, word)
    party = _first(parties.of(by, owned=True))
    if party is None:
        return None
    reach = [word, party.word]
    return Initiator(party, "sought by", (min(reach), max(reach) + 1))


def _caller(scene: Scene, parties: Parties, word: int) -> Initiator | None:
    if scene.lower(word) not in _REACHES_OUT or scene.syntax.upos[word] != "VERB" or is_courtesy_call(scene, word):
        return None
    party = _first(parties.of(agents(scene, word), owned=True))
    return None if party is None else Initiator(party, "who called", (word, word + 1))


def _first(parties: Sequence[Party]) -> Party | None:
    return parties[0] if parties else None


# The one before


def find_before(
    scene: Scene, accounts: Sequence[Account], times: Sequence[Time], telling: Collection[int] = ()
) -> Before | None:
    """Find what is said of an earlier contact: "first since June", "their second meeting this month", "had last met in May".

    Args:
        scene: Words and trees.
        accounts: Where the contact is told.
        times: The report's times.
        telling: Numbers of the sentences that tell of contacts, this one or others.
    """
    told: list[Before] = []
    own = {scene.syntax.sentence_of[account.word] for account in accounts}
    for words in _sentences(scene, accounts, around=1):
        if (number := scene.syntax.sentence_of[words.start]) in telling and number not in own:
            continue
        dates = [t for t in times if t.words[0] in words and t.type in {"DATE", "TIME", "DURATION"}]
        for word in words:
            found = (
                _since(scene, word, words, dates) or _counted(scene, word, dates) or _last(scene, word, words, dates)
            )
            if found is not None:
                told.append(found)
    # "First call in three years" over "their first since September 2022": the day says more.
    return next((found for found in told if found.date is not None), told[0] if told else None)


def _since(scene: Scene, word: int, words: range, times: Sequence[Time]) -> Before | None:
    """Read "for the first time since June", "the first talks in five years", "not since 2019"."""
    lower = scene.encoding.lower
    who = scene.syntax.heads[word]
    is_first = lower[word] == "first" and _SOMEBODY.isdisjoint((*lower[word + 1 : word + 3], lower[who]))
    is_not = lower[word] == "not" and lower[word + 1 : word + 2] == ("since",)
    if not is_first and not is_not:
        return None
    ahead = range(word + 1, min(words.stop, word + _WORDS_BETWEEN + 6))
    for at in ahead:
        if lower[at] == "since":
            time = next((t for t in times if t.type != "DURATION" and at < t.words[0] <= at + 9), None)
            if time is not None:
                start = _opened(scene, word)
                # "since ties were cut in December", "since his election in May": that is when ties were cut.
                other = any(scene.syntax.upos[w] in VERBAL for w in range(at, time.words[0]))
                nouns = [w for w in range(at + 1, time.words[0]) if scene.syntax.upos[w] == "NOUN"]
                other = other or (bool(nouns) and not any(is_noun_of_contact(scene, w) for w in nouns))
                other = other or _is_of_another(scene, time)
                return Before(None if other else _day(time), scene.span((start, time.words[1])), "first since")
        time = next((t for t in times if t.type == "DURATION" and t.words[0] == at + 1), None)
        if lower[at] in {"in", "for"} and time is not None and is_first:
            return Before(None, scene.span((_opened(scene, word), time.words[1])), "first in")
    return None


def _is_of_another(scene: Scene, time: Time) -> bool:
    """Tell whether a time only says of what something else was: "since the [1950-53] war", but not "since the June summit"."""
    behind = time.words[1]
    if behind >= len(scene.encoding.words) or scene.syntax.upos[behind] != "NOUN":
        return False
    owned = any(scene.syntax.heads[w] == behind for w in range(*time.words))
    return owned and not is_noun_of_contact(scene, behind)


def _opened(scene: Scene, word: int) -> int:
    """Return where a phrase such as "for the first time" begins."""
    lower = scene.encoding.lower
    start = word
    while start and lower[start - 1] in {"the", "their", "his", "her", "its", "for", "our"}:
        start -= 1
    return start


def _counted(scene: Scene, word: int, times: Sequence[Time]) -> Before | None:
    """Read "their second meeting this month"."""
    if scene.lower(word) not in _COUNTED or not is_noun_of_contact(scene, scene.syntax.heads[word]):
        return None
    noun = scene.syntax.heads[word]
    time = next((t for t in times if t.type == "DATE" and noun < t.words[0] <= noun + 3), None)
    if time is None:
        return None
    return Before(_day(time), scene.span((_opened(scene, word), time.words[1])), "counted")


def _last(scene: Scene, word: int, words: range, times: Sequence[Time]) -> Before | None:
    """Read "they had last met in October", "the two last spoke on Monday"."""
    if scene.lower(word) not in {"last", "previously", "earlier"}:
        return None
    verb = scene.syntax.heads[word]
    if scene.syntax.upos[verb] != "VERB" or scene.lower(verb) not in {"met", "spoke", "spoken", "talked", "called"}:
        return None
    time = next((t for t in times if t.type == "DATE" and verb < t.words[0] <= verb + 4), None)
    start = min(
        [verb, *scene.syntax.children(verb, "aux"), *(scene.phrase(w)[0] for w in scene.syntax.children(verb, "nsubj"))]
    )
    return Before(_day(time), scene.span((start, time.words[1])), "last") if time is not None else None


def _day(time: Time) -> str | None:
    if time.value is None or time.value.endswith("_REF") or "/" in time.value:
        return None
    return time.value.partition("T")[0] if time.value[:1].isdigit() else time.value


# How long, how, about what, with what end


def find_duration(scene: Scene, accounts: Sequence[Account], times: Sequence[Time]) -> tuple[str, Span] | None:
    """Find how long a contact lasted: "the 20-minute call", "spoke for an hour", "lasted half an hour"."""
    for account in accounts:
        near = [t for t in times if t.type == "DURATION" and t.value and _is_length(scene, account, t)]
        if near:
            best = min(near, key=lambda t: abs(t.words[0] - account.word))
            return str(best.value), best.span
    return None


def _is_length(scene: Scene, account: Account, time: Time) -> bool:
    syntax, (start, end) = scene.syntax, time.words
    if syntax.sentence_of[start] != syntax.sentence_of[account.word]:
        return False
    if not _LATELY.isdisjoint(scene.encoding.lower[start:end]):
        return False  # "met several times over recent months"
    before = scene.encoding.lower[max(0, start - 3) : start]
    # "After a 45-minute call", "after two days of talks": the words are of the contact, whatever stands in front.
    is_of = scene.encoding.lower[end : end + 1] == ("of",) and end < account.word <= end + _NOUN
    is_of = is_of and syntax.upos[account.word] == "NOUN"
    is_own = "-" in scene.encoding.words[start:end] or is_of
    if (_NOT_LONG & set(before[-2:]) and not is_own) or scene.encoding.lower[end : end + 1] in _FROM_THERE:
        return False
    if scene.lower(end - 1) in {"ago", "before", "earlier", "later"}:  # "by letter a few hours earlier": not so long
        return False
    if start <= account.word + 1 and end + 1 >= account.word:
        return True
    head = next((w for w in range(start, end) if not start <= syntax.heads[w] < end), start)
    above = syntax.heads[head]
    return above == account.word or scene.lower(above) in _LASTS


_LATELY = frozenset("recent past last coming next".split())
_NOUN = 4  # words from "of" to its noun: "two days of tense talks"


def find_tone(scene: Scene, accounts: Sequence[Account]) -> tuple[str, Span] | None:
    """Find the report's word for the tone of a contact: "described the call as frank", "a warm meeting"."""
    for account in accounts:
        found = _tone_of(scene, account.word)
        if found is not None:
            return found
    return None


def _tone_of(scene: Scene, word: int) -> tuple[str, Span] | None:
    if scene.syntax.upos[word] != "NOUN":
        return None
    for adjective in _toned(scene, word):
        return scene.lower(adjective), scene.encoding.spans[adjective]
    return None


def _toned(scene: Scene, noun: int) -> Iterator[int]:
    """Yield the words for tone that are said of a noun, or of the tone of it."""
    syntax, lower = scene.syntax, scene.encoding.lower
    is_letter = lower[noun] in {"letter", "letters"}  # one that is open is one that all may read
    yield from (
        c for c in syntax.children(noun, "amod") if lower[c] in _TONES and not (is_letter and lower[c] == "open")
    )
    above = syntax.heads[noun]
    if lower[above] in _TONE_NOUNS and syntax.is_relation(noun, "nmod"):
        noun, above = above, syntax.heads[above]
    if syntax.upos[above] == "ADJ" and lower[above] in _TONES and syntax.is_relation(noun, "nsubj"):
        yield above
    elif lower[above] in _DESCRIBES:
        below = [w for w in syntax.subtree(above) if w > noun and lower[w] in _TONES and syntax.upos[w] == "ADJ"]
        yield from below[:1]


def find_topics(scene: Scene, accounts: Sequence[Account], times: Sequence[Time]) -> tuple[Span, ...]:
    """Find what a contact was about: the object of "discussed", the phrase of "talks on"."""
    when = {word for time in times for word in range(*time.words)}
    for account in accounts:
        for head in (account.word, *_verb_of(scene, account.word)):
            matters = [w for w in objects(scene, head) if scene.syntax.upos[w] != "PRON"]
            if scene.lower(head) in _SPEAKS_OF and matters:
                return (scene.span(_whole(scene, matters[0])),)
            found = [
                w
                for w in phrases(scene, head, "about", "on", "over", "regarding")
                if w not in when and _is_topic(scene, w)
            ]
            if found:
                return (scene.span(_whole(scene, found[0])),)
    return ()


def _verb_of(scene: Scene, noun: int) -> list[int]:
    above = scene.syntax.heads[noun]
    return [above] if scene.syntax.upos[noun] == "NOUN" and scene.syntax.upos[above] in VERBAL and above != noun else []


def _is_topic(scene: Scene, word: int) -> bool:
    """Tell whether a phrase names a matter, and no day, medium or meeting: "on Friday", "over the phone"."""
    if scene.syntax.upos[word] in {"PROPN", "NUM"} or is_noun_of_contact(scene, word):
        return False
    somebody = scene.directory.at_head(word)
    if somebody is not None and somebody.type in {"person", "group"}:
        return False
    return scene.lower(word) not in {
        "phone", "telephone", "hotline", "hold", "ice",
        "sidelines", "line", "condition", "behalf", "eve", "night", "morning", "weekend", "fringes",
    } and not is_spot(scene, word)  # fmt: skip


def _whole(scene: Scene, head: int) -> tuple[int, int]:
    return scene.phrase(head)


def find_outcome(scene: Scene, accounts: Sequence[Account]) -> tuple[Span, ...]:
    """Find what came of a contact: "ended without an agreement", "but failed to agree on"."""
    for account in accounts:
        verbs = [account.word, *_verb_of(scene, account.word)]
        for verb in dict.fromkeys(v for at in verbs for v in (at, *scene.syntax.children(at, "conj", "advcl"))):
            if scene.lower(verb) in _ENDS and _follows(scene, verb, account):
                return (scene.span(_clause(scene, verb)),)
    return ()


def _follows(scene: Scene, verb: int, account: Account) -> bool:
    """Tell whether a verb tells what came after, and nobody did it to the talks: "ended", not "were led by"."""
    others = [w for w in scene.syntax.children(verb, "nsubj") if w != account.word and verb != account.word]
    if scene.syntax.is_relation(verb, "advcl") and others and scene.syntax.children(verb, "mark"):
        return False  # "flew to Norland before his term ended"
    return verb > account.word and scene.syntax.upos[verb] in VERBAL and not scene.syntax.children(verb, "aux:pass")


def _clause(scene: Scene, verb: int) -> tuple[int, int]:
    """Return a verb with its helpers and all that hangs on it behind, up to what is joined to it."""
    joined = [
        w for c in scene.syntax.children(verb, "conj", "cc", "punct", "parataxis") for w in scene.syntax.subtree(c)
    ]
    start = min([verb, *(c for c in scene.syntax.children(verb, "aux", "advmod") if verb - 3 <= c < verb)])
    own = [w for w in scene.syntax.subtree(verb) if w >= start and w not in joined]
    end = start
    while end in own:
        end += 1
    return start, end


# Where to look


def _sentences(scene: Scene, accounts: Iterable[Account], *, around: int = 0) -> Iterator[range]:
    """Yield the sentences of some accounts, then those beside them in the same paragraph."""
    syntax, lines = scene.syntax, scene.lines
    own = list(dict.fromkeys(syntax.sentence_of[t.word] for t in accounts))
    paragraphs = {lines[syntax.sentences[n].start] for n in own}
    beside = [n + step for n in own for step in range(-around, around + 1) if step]
    for n in dict.fromkeys([*own, *beside]):
        if not 0 <= n < len(syntax.sentences):
            continue
        sentence = syntax.sentences[n]
        if lines[sentence.start] in paragraphs:
            yield range(sentence.start, sentence.end)

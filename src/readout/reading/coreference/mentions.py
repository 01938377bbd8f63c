# SPDX-License-Identifier: Apache-2.0
"""Mentions: names, descriptions and pronouns that stand for someone or something."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from readout.reading.attributions.attribution import Attribution
from readout.reading.coreference.namedentities import Name, all_names
from readout.reading.coreference.names import is_in_letters
from readout.reading.coreference.nameslips import party_label
from readout.reading.coreference.officewords import whole_office
from readout.reading.encoding import Encoding
from readout.reading.page.parts import Part
from readout.reading.reading import Reading
from readout.reading.trees.slips import STYLES
from readout.reading.trees.syntax import Syntax
from readout.resources import (
    Office,
    anonymity_phrase_at,
    body_named,
    channel_of,
    country_named,
    country_of_adjective,
    cue_verb,
    find_office,
    honorific_named,
    office_named,
    sector_of_noun,
)
from readout.text import Span

__all__ = ["Form", "Mention", "Mentions", "find_mentions"]

Form = Literal["name", "nominal", "pronoun"]

# Types of the mention head (GUM's) that a record keeps; the others (times, substances, …) are no entities of the news.
_KEPT = {"person": "person", "organization": "organisation", "place": "place"}
_HEADS = {"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"}  # parts of speech that may head a mention
_AGES = frozenset("younger elder older".split())
_ONES = frozenset({"one", "another"})  # who says something is somebody: "[One] told me that …", "[another] said"
_INDEFINITE = frozenset("nothing anything something everything".split())
_SEVERAL = frozenset("some many others several most few both".split())
_AMOUNTS = frozenset({"little", "much", "less"})
_SURE, _SURE_OF_NONE = 0.8, 0.995  # how sure the mention head must be of another type, or of none, to be believed
_PERSONAL = frozenset(
    "i me my myself we us our ourselves he him his himself she her hers herself they them their themselves it its itself".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention.

    Attributes:
        span: Its characters: the name itself, the whole description without clauses, or the pronoun.
        start: First word.
        end: Word after the last.
        head: Head word in the tree.
        form: name, nominal or pronoun.
        type: person, organisation, place, group or other.
        score: Probability of the type, 0 to 1.
    """

    span: Span
    start: int
    end: int
    head: int
    form: Form
    type: str
    score: float


_AFFAIRES = frozenset({"d'affaires", "d’affaires"})


def find_mentions(encoding: Encoding, syntax: Syntax, sources: Sequence[tuple[int, int]] = ()) -> list[Mention]:
    """Find every mention of a person, organisation, place or group, in text order.

    Names come from the name head; descriptions and pronouns are words that the mention head calls the head of
    a mention, with their noun phrase from the tree. A description that holds a name as its head ("Russian Defence
    Minister Sergey Shoygu") is the name's mention alone; what it says of the name is found by `entities`.

    Args:
        encoding: The words and their scores.
        syntax: Their trees.
        sources: Ranges of words that speak; what heads one is a mention whatever it is ("the joint statement").
    """
    names = all_names(encoding, syntax)
    found = [_name_mention(encoding, syntax, name) for name in names]
    taken = {word for name in names for word in range(name.start, name.end)}
    taken |= {word for word in range(len(encoding.words)) if party_label(encoding.words, word) is not None}
    scores = encoding.scores.of("mentions")
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    labels = encoding.scores.heads.labels["mentions"]
    best = [labels[label] for label in chances.argmax(axis=1).tolist()]
    sure = chances.max(axis=1).tolist()
    speaking = {syntax.noun_of(*source) for source in sources}
    for word, upos in enumerate(syntax.upos):
        if (
            upos not in _HEADS
            or word in taken
            or _is_head_of_body(encoding, word)
            or (word + 1 in taken and honorific_named(encoding.words[word]))
        ):
            continue
        mention = _described(encoding, syntax, word, best[word], sure[word], speaks=word in speaking)
        if mention is not None:
            found.append(mention)
    inside = {word: name.start for name in names for word in range(name.start + 1, name.end)}
    persons = {name.start: name.end for name in names if name.type == "person"}
    found = [_behind_name(encoding, _from_name_on(encoding, m, inside), persons) for m in found]
    found = [_as_letters(encoding, m) for m in found if not _entitles_several(encoding, m, persons)]
    heads = {m.head for m in found} | taken
    found = [m for m in found if not _counts_things(encoding, syntax, m, heads)]
    found = _with_whole_offices(encoding, found)
    return sorted(found, key=lambda m: (m.start, -m.end))


def _is_head_of_body(encoding: Encoding, word: int) -> bool:
    """Tell whether a head is what somebody shakes: "put a gun to [my head]", not "its head" or "his head of staff"."""
    lower = encoding.lower
    is_own = lower[word] == "head" and word > 0 and lower[word - 1] in {"his", "her", "my", "your"}
    return is_own and lower[word + 1 : word + 2] != ("of",)


def _with_whole_offices(encoding: Encoding, mentions: Sequence[Mention]) -> list[Mention]:
    """Give descriptions by an office all its words; what was one by one of those words alone is none: "Secretary of [State]"."""
    found, offices = [], []
    for mention in mentions:
        words = mention.start, mention.end
        if mention.form == "nominal" and mention.type == "person":
            words = whole_office(encoding, *words, mention.head)
        if words != (mention.start, mention.end):
            mention = replace(mention, span=encoding.span(*words), start=words[0], end=words[1])
            offices.append(mention)
        found.append(mention)
    if not offices:
        return found
    taken = {word for one in offices for word in range(one.head + 1, one.end)}
    return [m for m in found if m.form == "pronoun" or m.head not in taken]


def _from_name_on(encoding: Encoding, mention: Mention, inside: Mapping[int, int]) -> Mention:
    """Let a description that begins inside a name begin with it: "[Organization of] American States' chief"."""
    start = inside.get(mention.start)
    if mention.form != "nominal" or start is None or mention.head < mention.start + 1:
        return mention
    start -= encoding.lower[start - 1 : start] == ("the",)
    return replace(mention, start=start, span=encoding.span(start, mention.end))


def _as_letters(encoding: Encoding, mention: Mention) -> Mention:
    """Take a body's letters for its name: "The [MOD] denied it", "the Russian [MoD]"."""
    word = encoding.words[mention.head]
    first, last = encoding.lines[encoding.line_numbers[mention.head]]
    is_loud = not any(one.islower() for one in encoding.words[first:last])
    is_body = mention.type == "organisation" or (mention.type == "other" and body_named(word) is not None)
    if mention.form != "nominal" or not is_body or is_loud or mention.head != mention.end - 1:
        return mention
    if len(word) < 2 or not word.isalpha() or not is_in_letters(word) or sector_of_noun(word.lower()) is not None:
        return mention  # "the NGO"
    start = mention.head
    return replace(mention, form="name", type="organisation", start=start, span=encoding.span(start, mention.end))


def _entitles_several(encoding: Encoding, mention: Mention, persons: Mapping[int, int]) -> bool:
    """Tell whether a description is only the title of several whom names tell behind it: "[Foreign Ministers] Lavrov and Fidan"."""
    title = find_office(encoding.words, mention.end) if mention.form == "nominal" and mention.end in persons else None
    return title is not None and title.plural and encoding.words[mention.end - 1][:1].isupper()


def _counts_things(encoding: Encoding, syntax: Syntax, mention: Mention, heads: AbstractSet[int]) -> bool:
    """Tell whether an ordinal says the how manieth a thing is that no record keeps: "the conversation, [the third] in a week"."""
    head = mention.head
    if mention.form != "nominal" or encoding.lower[head] not in _ORDINALS:
        return False
    counted = list(syntax.children(head, "nsubj")) if syntax.children(head, "cop") else []
    if syntax.is_relation(head, "appos"):
        counted.append(syntax.heads[head])
    if mention.start > 1 and encoding.words[mention.start - 1] == "," and encoding.lower[mention.start] == "the":
        counted.append(mention.start - 2)
    return any(syntax.upos[word] == "NOUN" and word not in heads for word in counted)


_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last latest".split())


def _behind_name(encoding: Encoding, mention: Mention, persons: Mapping[int, int]) -> Mention:
    """Let a description begin behind the name that it tells of: "Jake Sullivan, [the president's adviser]"."""
    end = persons.get(mention.start)
    if mention.form != "nominal" or end is None or end >= mention.head or encoding.words[end] != ",":
        return mention
    return replace(mention, start=end + 1, span=encoding.span(end + 1, mention.end))


def _name_mention(encoding: Encoding, syntax: Syntax, name: Name) -> Mention:
    head = syntax.noun_of(name.start, name.end)
    return Mention(encoding.span(name.start, name.end), name.start, name.end, head, "name", name.type, 1.0)


def _described(
    encoding: Encoding, syntax: Syntax, word: int, label: str, sure: float, *, speaks: bool
) -> Mention | None:
    """Return the description or pronoun that a word heads, if it heads one; `label` is the mention head's, with its chance."""
    lower, upos = encoding.lower[word], syntax.upos[word]
    if lower == "person" and word and encoding.lower[word - 1] == "in":
        return None  # "spoke in person"
    if lower == "state" and encoding.lower[word + 1 : word + 2] == ("of",) and _is_condition(encoding, word + 2):
        return None  # "a state of emergency" is no state
    if encoding.lower[max(0, word - 2) : word + 1] in _IN_OFFICES:
        return None  # "head of [state]" is one office
    if encoding.words[word] == "State" and syntax.upos[word + 1 : word + 2] == ("NOUN",):
        return None  # "[State] broadcaster", at the beginning of a sentence
    if (
        lower in _AMOUNTS
        and encoding.lower[word + 1 : word + 2] != ("of",)
        and (encoding.words[word].islower() or upos != "PROPN")
    ):
        return None  # "had said [little]"
    if lower == "party" and encoding.lower[word + 1 : word + 2] == ("to",):
        return None  # who is "a party to the agreement" is no party
    if word and encoding.lower[word - 1] in _INDEFINITE and upos != "VERB":
        return None  # "nothing [official]"
    if (
        lower in {"figure", "figures"}
        and syntax.is_relation(word, "obj")
        and not syntax.children(word, "amod", "compound")
    ):
        return None  # "declined to give a [figure]"
    if lower == "exile" and encoding.lower[word - 1 : word] in {("in",), ("into",), ("from",)}:
        return None  # "died in exile in Hawaii"
    is_condition = lower in _CONDITIONS or encoding.words[word] == "justice"  # "closer to justice"
    if is_condition and not syntax.children(word, "det", "amod", "compound", "nmod", "nmod:poss", "nummod"):
        return None  # "left office", "from exile"
    if encoding.lower[max(0, word - 3) : word] == ("-", "in", "-"):
        return None  # "commander-in-[chief]"
    if _is_first_of_hyphenated(encoding, syntax, word) or encoding.words[word] in STYLES:
        return None  # "the [Secretary]-General"
    if lower in _AGES and encoding.words[word + 1 : word + 2] and encoding.words[word + 1][:1].isupper():
        return None  # "the [elder] Bush"
    if lower in _PERSONAL and (upos in {"PRON", "DET"} or encoding.words[word].islower()):
        kind = _KEPT.get(label, "other" if lower in {"it", "its", "itself"} else "person")
        return Mention(encoding.spans[word], word, word + 1, word, "pronoun", kind, sure)
    if upos == "PROPN" and not speaks and _is_no_noun(encoding, syntax, word):
        return None
    if upos in {"NOUN", "PROPN"} and not syntax.is_relation(word, "compound", "flat", "fixed", "goeswith"):
        kind, chance = _kind_of_noun(lower, label, sure)
    elif label in _KEPT and upos in {"NOUN", "PROPN", "ADJ", "NUM"} and not _modifies(syntax, word, upos):
        kind, chance = _KEPT[label], sure
    else:
        kind, chance = "", 0.0
    if not kind and _is_of_two(encoding, syntax, word):
        kind, chance = "other", 1.0 - sure
    if not kind and lower == "number" and encoding.lower[word - 1] == "opposite":
        kind, chance = "person", 1.0 - sure  # "her Iranian opposite [number]"
    if lower in {"chargé", "charge"} and not _AFFAIRES.isdisjoint(encoding.lower[word + 1 : word + 2]):
        kind, chance = "person", sure
    if _is_post(encoding, syntax, word) or (not kind and _is_office(encoding, syntax, word)):
        kind, chance = "person", 1.0 - sure
    if not kind:
        if not speaks or (upos not in {"NOUN", "PROPN", "ADJ", "NUM"} and lower not in _ONES):
            return None
        kind = "person" if lower in _ONES else "other"
    start, end = syntax.noun_phrase(word)
    while start < word and (
        (syntax.upos[start] == "ADP" and syntax.is_relation(start, "case")) or encoding.lower[start] in _JOINING
    ):
        start += 1  # a slip of the tree: "by Turkey and its forces"
    start = _with_owner(encoding, _with_then(encoding, _behind_dash(encoding, start, word)))
    if encoding.lower[max(start - 1, 0) : start + 1] in {("at", "least"), ("at", "most")}:
        start -= 1  # "at least 48 people", where "at" is no preposition
    if (
        unnamed := anonymity_phrase_at(encoding.words, end - 1) or anonymity_phrase_at(encoding.words, end)
    ) is not None:
        end = max(end, _end_of_phrase(encoding, unnamed[1]))  # "a person familiar with the talks"
    end = _before_asides(encoding, syntax, word, _before_examples(encoding, word, end))
    end = _before_language(encoding, word, end)
    while end - 1 > word and (encoding.words[end - 1] in {":", ","} or _is_courtesy(encoding, end - 1)):
        end -= 1  # "the chief executive", Dr Bell
    if (
        encoding.words[end : end + 1] == (")",)
        and "(" in encoding.words[start:end]
        and ")" not in encoding.words[start:end]
    ):
        end += 1  # "the director of the World Bank (WB[)]", Ana Rau
    if encoding.words[start] in {"them", "us"} and start < word:
        start += 1  # "among them [two ministers]"
    for at in range(start + 1, word):  # "most of them [tourists]", which the tree takes for one
        if encoding.lower[at] in {"them", "us"} and encoding.lower[at - 1] == "of":
            start = at + 1
    if kind == "person" and ((upos == "NOUN" and _is_plural(lower)) or lower in _SEVERAL):
        kind = "group"
        start = _with_lands(encoding, start)
    return Mention(encoding.span(start, end), start, end, word, "nominal", kind, chance)


def _is_courtesy(encoding: Encoding, word: int) -> bool:
    """Tell whether a word behind a comma is the courtesy or title of a name that follows: "the surgeon, [Dr] Bell"."""
    is_large = encoding.words[word + 1 : word + 2] and encoding.words[word + 1][:1].isupper()
    if not is_large or encoding.words[word - 1] != ",":
        return False
    is_rank = encoding.words[word].istitle() and office_named(encoding.words[word]) is not None
    return is_rank or honorific_named(encoding.words[word]) is not None


def _is_first_of_hyphenated(encoding: Encoding, syntax: Syntax, word: int) -> bool:
    """Tell whether a hyphen without spaces makes a word a part of the one behind it."""
    if encoding.words[word + 1 : word + 2] != ("-",) or syntax.heads[word] != word + 2:
        return False
    return encoding.spans[word].end == encoding.spans[word + 1].start == encoding.spans[word + 2].start - 1


def _behind_dash(encoding: Encoding, start: int, head: int) -> int:
    """Return the start of a description behind a dash with spaces around, which ends a headline: "toll rises to 9 - [police]"."""
    spans = encoding.spans
    for at in range(head - 1, start, -1):
        if (
            encoding.words[at] in {"-", "–", "—"}
            and spans[at - 1].end < spans[at].start
            and spans[at].end < spans[at + 1].start
        ):
            return at + 1
    return start


def _with_then(encoding: Encoding, start: int) -> int:
    """Return the start of a description from before "then", which the tree cut off: "[his then] right-hand man"."""
    if start < _BEFORE_THEN or encoding.lower[start - 1] != "then" or encoding.line_starts[start - 1]:
        return start
    return start - 2 if encoding.lower[start - 2] in {"the", "his", "her", "its", "their"} else start


def _with_owner(encoding: Encoding, start: int) -> int:
    """Return the start of a description from the country that owns it, which the tree cut off: "[Sri Lanka] 's president"."""
    if encoding.lower[start] not in {"'s", "’s"} or encoding.line_starts[start]:
        return start
    first = max(encoding.lines[encoding.line_numbers[start]][0], start - _LONGEST_LAND)
    large = (at for at in range(first, start) if encoding.words[at][:1].isupper())
    return next((at for at in large if country_named(encoding.span(at, start).of(encoding.text)) is not None), start)


_LONGEST_LAND = 4  # words
_BEFORE_THEN = 2  # words: "his then"


def _with_lands(encoding: Encoding, start: int) -> int:
    """Return the start of a description of people of two countries, which the tree has cut: "[Philippine, Indonesian] leaders"."""
    if encoding.line_starts[start]:
        return start
    if (
        country_of_adjective(encoding.words[start]) is None
        and country_of_adjective(encoding.words[start - 1]) is not None
    ):
        start -= 1
    if country_of_adjective(encoding.words[start]) is None:
        return start
    while start > 1 and encoding.lower[start - 1] in {",", "and"} and not encoding.line_starts[start]:
        other = encoding.words[start - 2]
        if encoding.line_starts[start - 1] or country_of_adjective(other) is None or other.endswith("s"):
            break
        start -= 2
    return start


_IN_OFFICES = frozenset(
    (head, "of", of)
    for of in ("state", "staff", "government")
    for head in ("head", "heads", "chief", "chiefs", "minister", "ministers")
)


def _is_condition(encoding: Encoding, word: int) -> bool:
    """Tell whether a word says in what state something is: "a state of [emergency]", "of nuclear [alert]"."""
    return not _STATES.isdisjoint(encoding.lower[word : word + 3])


_STATES = frozenset(
    "emergency siege alarm alert war calamity disaster affairs mind exception panic crisis mourning play readiness".split()
)
_CONDITIONS = frozenset("exile public office force custody".split())


def _before_asides(encoding: Encoding, syntax: Syntax, head: int, end: int) -> int:
    """Return where a description ends in front of an aside with a verb: "four firms, [in what people called a plot]"."""
    comma = next((w for w in range(head + 1, end) if encoding.words[w] == ","), None)
    if comma is None or comma + 1 >= end:
        return end
    if _is_courtesy(encoding, comma + 1):
        return comma  # "the emir of Kuwait, [Sheikh Meshal]"
    added = [w for at in range(head, comma) for w in syntax.children(at, "appos") if comma < w < end]
    if any(syntax.subtree(w)[0] in {comma, comma + 1} for w in added):
        return comma  # "one of his lawyers, [Jan Hora]"
    if syntax.upos[comma + 1] not in {"ADP", "SCONJ"}:
        return end
    return comma if any(syntax.upos[w] in {"VERB", "AUX"} for w in range(comma + 1, end)) else end


def _before_language(encoding: Encoding, head: int, end: int) -> int:
    """Return where a description ends in front of the language in which they are told: "told the guests [in Arabic]"."""
    if end - 2 <= head or encoding.lower[end - 2] != "in":
        return end
    language = encoding.words[end - 1]
    is_language = language in _LANGUAGES or (language[:1].isupper() and country_of_adjective(language) is not None)
    return end - 2 if is_language else end


_LANGUAGES = frozenset(
    "Arabic Hebrew Yiddish Farsi Persian Dari Pashto Urdu Hindi Bengali Punjabi Tamil Kurdish Mandarin Cantonese Tibetan Uighur "
    "Uyghur Swahili Amharic Tigrinya Oromo Somali Hausa Yoruba Igbo Zulu Xhosa Afrikaans Malay Tagalog Latin Catalan Basque "
    "Galician Welsh Gaelic Flemish Creole Quechua Esperanto".split()
)


def _is_of_two(encoding: Encoding, syntax: Syntax, word: int) -> bool:
    """Tell whether a word means one of two named just before: "the [latter] stayed"."""
    if encoding.lower[word] not in {"former", "latter"} or encoding.lower[word - 1 : word] != ("the",):
        return False
    return syntax.is_relation(word, "nsubj", "obj", "iobj", "obl", "nmod", "nmod:poss") and not syntax.children(
        word, "nmod"
    )


def _is_office(encoding: Encoding, syntax: Syntax, word: int) -> bool:
    """Tell whether a noun is one for who holds an office of several words: "the US [defense secretary]", "secretary of state"."""
    if syntax.upos[word] not in {"NOUN", "PROPN"} or syntax.is_relation(word, "compound", "flat", "fixed"):
        return False
    found = find_office(encoding.words, word + 1)
    if found is not None and found.start < word and "of" not in encoding.lower[found.start : word]:
        return _is_public(found.office)
    if encoding.lower[word + 1 : word + 2] != ("of",):
        return False
    behind = office_named(" ".join(encoding.words[word : word + 3]))
    return behind is not None and _is_public(behind)


def _is_post(encoding: Encoding, syntax: Syntax, word: int) -> bool:
    """Tell whether a word is a post in letters by which somebody is called: "the PM", but not "5 PM" nor "PM" Starmer.

    Nor is it one that only stands for other words, or on which one broadcasts: "particulate matter (PM)", "on FM".
    """
    if encoding.words[word] not in _POSTS or syntax.is_relation(word, "flat", "nmod:desc", "compound"):
        return False
    if encoding.lower[max(0, word - 1)] in _NO_POSTS:
        return False
    is_named = any(w[:1].isupper() and not w.isupper() for w in encoding.words[word + 1 : word + 2])
    return not is_named and not encoding.lower[max(0, word - 1)][-1].isdigit()


_POSTS = frozenset("PM FM DPM EAM VP".split())
_NO_POSTS = frozenset("( or on in called / at".split())


def _is_public(office: Office) -> bool:
    """Tell whether an office is one of a state, which one at a time holds: no front-runner, no chief executive."""
    return office.kind == "office" and office.sector in _PUBLIC


_PUBLIC = frozenset({"GOV", "MIL", "LEG", "JUD", "COP"})


_JOINING = frozenset({"and", "or", "nor"})


def _is_no_noun(encoding: Encoding, syntax: Syntax, word: int) -> bool:
    """Tell whether a bare word in small letters is called a name only by a slip of the tagger: "described the talks as [frank]"."""
    if not encoding.words[word].islower() or sector_of_noun(encoding.lower[word]) is not None:
        return False
    return not syntax.children(word, "det", "amod", "nmod", "nummod", "compound")


def _before_examples(encoding: Encoding, head: int, end: int) -> int:
    """Return where a description ends before examples, "outlets[, including]", or a condition, "reporters [on condition of]"."""
    for word in range(head + 1, end - 1):
        if encoding.lower[word] in {"on", "under"} and "condition" in encoding.lower[word + 1 : word + 3]:
            return word
        if encoding.words[word] == "," and encoding.lower[word + 1] in {"including", "such", "like", "among"}:
            return word
    return end


def _modifies(syntax: Syntax, word: int, upos: str) -> bool:
    """Tell whether a word only says what something is like: "a frank and direct conversation", "the talks were frank"."""
    if upos == "ADJ" and syntax.relations[word] == "amod" and syntax.heads[word] > word:
        return True
    if (
        upos == "ADJ"
        and (syntax.children(word, "cop") or syntax.is_relation(word, "conj"))
        and not syntax.children(word, "det")
    ):
        return True
    return syntax.is_relation(word, "amod", "compound") and bool(syntax.children(word, "conj"))


def _end_of_phrase(encoding: Encoding, end: int) -> int:
    """Return the end of a phrase that keeps a name back, with the object that its preposition still lacks."""
    while end < len(encoding.words) and encoding.lower[end - 1] in {
        "with",
        "on",
        "of",
        "to",
        "the",
        "his",
        "her",
        "their",
    }:
        end += 1
    return end


def _kind_of_noun(noun: str, label: str, sure: float) -> tuple[str, float]:
    """Return the type of what a noun stands for, "" if it is nothing that a record keeps.

    The table of nouns for people and bodies has a say where the mention head is in doubt: the corpus that it learned from
    has few officials and ministries.
    """
    if label in _KEPT:
        return _KEPT[label], sure
    known = sector_of_noun(noun)
    if known is None or sure > (_SURE_OF_NONE if label == "O" else _SURE):
        return "", 0.0
    return "person" if known.person else "organisation", 1.0 - sure


def _is_plural(word: str) -> bool:
    return word in {"people", "men", "women", "children", "police"} or (word.endswith("s") and not word.endswith("ss"))


class Mentions:
    """The layer that finds mentions."""

    name = "mentions"
    requires: tuple[type, ...] = (Encoding, Syntax, Attribution, Part)
    provides: tuple[type, ...] = (Mention,)

    def __call__(self, reading: Reading) -> Reading:
        """Find the report's mentions."""
        encoding, syntax, attributions = reading.the(Encoding), reading.the(Syntax), reading.of(Attribution)
        sources = [attribution.source for attribution in attributions if attribution.source]
        hearers = [(word, word + 1) for found in attributions for word in _hearers(encoding, syntax, found)]
        found = _in_the_story(find_mentions(encoding, syntax, [*sources, *hearers]), reading.of(Part))
        return reading.adding(Mention, found)


def _in_the_story(mentions: Iterable[Mention], parts: Sequence[Part]) -> list[Mention]:
    """Leave out descriptions in what is no part of the story: "By a staff writer", "Home"."""
    ends = [part.span.end for part in parts]
    at = ((bisect_right(ends, mention.span.start), mention) for mention in mentions)
    return [m for n, m in at if m.form == "name" or n == len(parts) or not _is_furniture(parts[n], m)]


def _is_furniture(part: Part, mention: Mention) -> bool:
    return part.kind in _FURNITURE and part.span.start <= mention.span.start


_FURNITURE = frozenset({"byline", "dateline", "credit", "source_line", "boilerplate"})


def _hearers(encoding: Encoding, syntax: Syntax, attribution: Attribution) -> list[int]:
    """Return the nouns for whom something is told right behind its verb: "told [the inquiry] that", no "told a news conference"."""
    if attribution.cue is None:
        return []
    verb, end = attribution.cue[1] - 1, attribution.cue[1]
    cue = cue_verb(encoding.lower[verb])
    if cue is None or cue.addressee != "obj":
        return []
    told = (w for w in syntax.children(verb, "obj", "iobj") if syntax.subtree(w)[0] == end and syntax.upos[w] == "NOUN")
    return [w for w in told if channel_of([encoding.lower[w]]) is None]

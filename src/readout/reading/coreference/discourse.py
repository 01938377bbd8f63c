# SPDX-License-Identifier: Apache-2.0
"""The mentions of one report, and what is known of each and, through its chain, of the entity that it stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from readout.reading.attributions.quotes import find_quotations
from readout.reading.coreference.acronyms import settle_acronyms
from readout.reading.coreference.aliases import alias_texts
from readout.reading.coreference.allegiances import land_in_brackets
from readout.reading.coreference.chains import Chains
from readout.reading.coreference.describedlands import described_lands
from readout.reading.coreference.facts import Facts, corrected, facts_of
from readout.reading.coreference.firms import named_as_firms
from readout.reading.coreference.identities import Identity, identify, is_adjective, settle_bodies, settle_namesakes
from readout.reading.coreference.koreas import settle_koreas
from readout.reading.coreference.mentions import Mention
from readout.reading.coreference.naming import name_texts
from readout.reading.coreference.peoples import is_peoples_adjective
from readout.reading.coreference.roles import Description, describe
from readout.reading.coreference.sharedletters import bodies_of_shared_letters
from readout.reading.coreference.titled import Titled
from readout.reading.coreference.unionseats import settle_seats
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax
from readout.resources import Epithet, country_named, country_of_adjective, cue_verb, epithet_of

__all__ = ["Discourse", "discourse_of"]

# "Any MP who votes for it": nobody, so nobody is meant by "the MP".
_GENERIC = frozenset({"any", "every", "each", "no", "either", "neither"})
_OF_OTHERS = frozenset({"of", "about", "with", "against", "to", "from"})  # "she said of the Ivorian leader"
_SAYING = frozenset({"ADJ", "NOUN", "PROPN"})
_SENTENCES_BACK = 3
_MENTIONS_BACK = 40
_ENOUGH = 64
_WHO = frozenset({"who", "which", "that"})
_DEEP = 12  # words up a tree
_NEAR = 200  # mentions of two paragraphs: more are of a text without any


@dataclass(slots=True)
class Discourse:
    """What the steps of linking share; lists are by number of the mention.

    Attributes:
        encoding: The report's words.
        syntax: Its trees.
        mentions: In text order, corrected: what is written as a name is one.
        facts: What each mention's words say by themselves.
        chains: Who is who so far.
        texts: Each mention's words, an editor's brackets left out.
        identities: What the tables know of each mention.
        descriptions: What each nominal says of its entity; completed while linking.
        quotations: For each word the number of the quotation that it stands in, -1 outside.
        left_out: Mentions of nobody: the adjective in "Russian forces".
        epithets: By the number of a description, which states or organisations it may mean by its words: "the kingdom".
        titles: Titles beside names, by the number of the name.
        items: First words of the items of a digest.
    """

    encoding: Encoding
    syntax: Syntax
    mentions: Sequence[Mention]
    facts: list[Facts]
    chains: Chains
    texts: list[str]
    identities: list[Identity | None]
    descriptions: list[Description | None]
    quotations: Sequence[int]
    left_out: frozenset[int]
    titles: dict[int, list[Titled]] = field(default_factory=dict)
    epithets: dict[int, Epithet] = field(default_factory=dict)
    items: Sequence[int] = ()

    def some(self, mention: int) -> Sequence[int]:
        """Return some mentions of a chain, all of them if they are few: what is asked of them, many say alike."""
        return self.chains.members(mention)[:_ENOUGH]

    def said_of(self, member: int) -> list[Description]:
        """Return the titles beside a mention, and what the mention itself says."""
        described = self.descriptions[member]
        found = [titled.description for titled in self.titles.get(member, ())]
        return found if described is None else [*found, described]

    def countries(self, name: int) -> set[str]:
        """Return the countries that the report gives a person with an office."""
        members = self.some(name)
        said = (one for member in members for one in self.said_of(member))
        found = {one.country for one in said if one.country is not None and not one.past}
        named = (self.mentions[m] for m in members if self.mentions[m].form == "name")
        lands = {land_in_brackets(self.encoding, mention.end) for mention in named if mention.type == "person"}
        return found | {land for land in lands if land is not None}

    def saying(self, i: int) -> list[str]:
        """Return the words of a description before its noun that tell it from others."""
        mention = self.mentions[i]
        return [self.encoding.lower[w] for w in range(mention.start, mention.head) if self.syntax.upos[w] in _SAYING]

    def naming(self, i: int) -> list[str]:
        """Return the words that name a mention: its own, and those of the name that the tables know it by."""
        identity = self.identities[i]
        return [*self.texts[i].lower().split(), *(identity.head.split() if identity is not None else ())]

    def is_generic(self, i: int) -> bool:
        """Tell whether a description means nobody: "any MP"."""
        return self.encoding.lower[self.mentions[i].start] in _GENERIC

    def holds(self, i: int, j: int) -> bool:
        """Tell whether one mention stands within the other: "his" in "his counterpart", not in "people who doubt [their] luck"."""
        a, b = self.mentions[i], self.mentions[j]
        return a.start < b.end and b.start < a.end and not self._is_in_clause_of(i, j)

    def _is_in_clause_of(self, i: int, j: int) -> bool:
        """Tell whether a pronoun stands in a clause that tells of the noun of a mention, which it may mean then."""
        head, at = self.mentions[j].head, self.mentions[i].head
        if self.mentions[i].form != "pronoun" or at < head:
            return False
        for _ in range(_DEEP):
            if self.syntax.heads[at] in {head, at}:
                break
            at = self.syntax.heads[at]
        return self.syntax.heads[at] == head and self.syntax.is_relation(at, "acl")

    def is_near(self, i: int, name: int) -> bool:
        """Tell whether a chain was mentioned in the same paragraph or the one before."""
        lines, chain = self.encoding.line_numbers, self.chains.of(name)
        here = lines[self.mentions[i].head]
        for j in range(i - 1, max(-1, i - _NEAR), -1):
            if here - lines[self.mentions[j].head] > 1:
                return False
            if self.chains.of(j) == chain:
                return True
        return False

    def is_clause_mate(self, i: int, j: int) -> bool:
        """Tell whether both are arguments of one verb and so are two, unless one is a reflexive: "he told him"."""
        a, b = self.mentions[i].head, self.mentions[j].head
        if self.encoding.lower[a].endswith(("self", "selves")):
            return False
        if self.syntax.heads[a] != self.syntax.heads[b]:
            return self._is_beside_who(a, b)
        subject, other = (a, b) if self.syntax.is_relation(a, "nsubj") else (b, a)
        if self.syntax.is_relation(subject, "nsubj") and self.syntax.is_relation(other, "obl"):
            return any(self.encoding.lower[w] in _OF_OTHERS for w in self.syntax.children(other, "case"))
        arguments = ("nsubj", "obj", "iobj")
        return self.syntax.is_relation(a, *arguments) and self.syntax.is_relation(b, *arguments)

    def _is_beside_who(self, word: int, noun: int) -> bool:
        """Tell whether a word is the object of a clause whose "who" stands for a noun: "Suharto, who ousted [him]"."""
        verb = self.syntax.heads[word]
        if self.syntax.heads[verb] != noun or not self.syntax.is_relation(verb, "acl"):
            return False
        subjects = self.syntax.children(verb, "nsubj")
        return self.syntax.is_relation(word, "obj", "iobj") and any(self.encoding.lower[w] in _WHO for w in subjects)

    def owner(self, i: int) -> int | None:
        """Return the mention that owns a description: it begins the description."""
        owner = i + 1
        if owner >= len(self.mentions) or self.mentions[owner].start > self.mentions[i].start + 1:
            return None
        return None if self.mentions[owner].end > self.mentions[i].head else owner

    def recent(self, i: int) -> Iterator[tuple[int, int]]:
        """Yield the mentions of the last sentences, latest first, and how many sentences back each is."""
        sentence_of = self.syntax.sentence_of
        here = sentence_of[self.mentions[i].head]
        for j in range(i - 1, max(-1, i - _MENTIONS_BACK), -1):
            back = here - sentence_of[self.mentions[j].head]
            if back > _SENTENCES_BACK:
                return
            yield j, back


def discourse_of(encoding: Encoding, syntax: Syntax, mentions: Sequence[Mention]) -> Discourse:
    """Say what the mentions of a report tell one by one; each begins as a chain of its own.

    Args:
        encoding: The report's words.
        syntax: Its trees.
        mentions: In text order.
    """
    full = (m for m in mentions if m.form == "name" and m.type == "person" and m.end - m.start > 1)
    surnames = {encoding.words[m.end - 1] for m in full}
    mentions = [corrected(encoding, syntax, m, surnames) for m in mentions]
    called = _called_by_surname(encoding, syntax, mentions)
    mentions = [replace(m, type="person") if i in called else m for i, m in enumerate(mentions)]
    lands = described_lands(encoding, syntax, mentions)
    mentions = [replace(m, type="place") if i in lands else m for i, m in enumerate(mentions)]
    aliases = alias_texts(encoding, mentions)
    if aliases:
        is_alias = (m.form == "name" and m.span.of(encoding.text) in aliases for m in mentions)
        mentions = [replace(m, type="person") if called else m for m, called in zip(mentions, is_alias, strict=True)]
    texts = name_texts(encoding, mentions)
    firms = named_as_firms(mentions, texts)
    if firms:
        mentions = [replace(m, type="organisation") if i in firms else m for i, m in enumerate(mentions)]
        texts = name_texts(encoding, mentions)
    facts = [facts_of(encoding, syntax, m) for m in mentions]
    facts = [replace(f, kind="place", number="any", gender="") if i in lands else f for i, f in enumerate(facts)]
    triples = zip(mentions, texts, facts, strict=True)
    identities = [
        None if i in called else identify(encoding, syntax, m, text, fact.kind)
        for i, (m, text, fact) in enumerate(triples)
    ]
    identities = settle_seats(encoding, mentions, texts, settle_namesakes(encoding, mentions, texts, identities))
    identities = settle_bodies(mentions, texts, identities)
    identities = settle_acronyms(encoding, mentions, texts, settle_koreas(encoding, mentions, identities))
    for i, body in bodies_of_shared_letters(encoding, mentions, texts).items():
        identities[i] = None if body is None else identities[body]
    borne = {word for m, text in zip(mentions, texts, strict=True) if m.type == "person" for word in text.split()[1:]}
    facts = [
        fact if text in borne else _known_body(fact, identity)
        for fact, identity, text in zip(facts, identities, texts, strict=True)
    ]
    epithets = _epithets(encoding, mentions, facts)
    return Discourse(
        encoding,
        syntax,
        mentions,
        facts,
        Chains(facts, [i for i, m in enumerate(mentions) if m.form == "name"]),
        texts,
        identities,
        [_described(encoding, syntax, m) for m in mentions],
        _words_in_quotations(encoding),
        _adjectives(encoding, syntax, mentions, identities) | _regions(mentions, identities, epithets),
        epithets=epithets,
    )


def _called_by_surname(encoding: Encoding, syntax: Syntax, mentions: Sequence[Mention]) -> frozenset[int]:
    """Return the surnames that look like towns of those named in full, or themselves: "Ana Lima left. [Lima] said"."""
    named = (m for m in mentions if m.form == "name" and m.type == "person" and m.end - m.start > 1)
    surnames = {encoding.words[m.end - 1] for m in named}
    selves = {encoding.words[m.end - 1] for m in mentions if m.form == "name" and _is_themselves(encoding, m)}

    def is_person(mention: Mention) -> bool:
        if mention.form == "name" and mention.end - mention.start == 1 and encoding.words[mention.start] in selves:
            return True
        if mention.form != "name" or encoding.words[mention.start] not in surnames:
            return False
        verb = syntax.heads[mention.head]
        is_doer = syntax.is_relation(mention.head, "nsubj") and syntax.upos[verb] == "VERB"
        is_told = syntax.is_relation(mention.head, "obj", "iobj", "obl") and cue_verb(encoding.lower[verb]) is not None
        is_doer = is_doer or (is_told and mention.type == "organisation")
        return mention.end - mention.start == 1 and is_doer and country_named(encoding.words[mention.start]) is None

    return frozenset(i for i, mention in enumerate(mentions) if is_person(mention))


def _is_themselves(encoding: Encoding, name: Mention) -> bool:
    """Tell whether "himself" or "herself" right behind a name of one word makes it a person's: "Bolsonaro himself"."""
    is_self = encoding.lower[name.end : name.end + 1] in {("himself",), ("herself",)}
    return is_self and name.end - name.start == 1 and country_named(encoding.words[name.start]) is None


def _known_body(facts: Facts, identity: Identity | None) -> Facts:
    """Correct what the model takes for a person where a table knows a body or a state: "[Kremlin] says no talks are planned"."""
    if facts.kind != "person" or facts.person or identity is None or identity.type == "person":
        return facts
    return replace(facts, kind=identity.type, number="any", gender="")


def _regions(
    mentions: Sequence[Mention], identities: Sequence[Identity | None], epithets: Iterable[int]
) -> frozenset[int]:
    """Return the names in epithets, which only say of where something is: "West African" nation."""
    return frozenset(
        j
        for i in epithets
        for j in range(max(0, i - 1), min(len(mentions), i + 3))
        if mentions[j].form == "name"
        and identities[j] is None
        and mentions[i].start <= mentions[j].start < mentions[i].head
    )


def _epithets(encoding: Encoding, mentions: Sequence[Mention], facts: Sequence[Facts]) -> dict[int, Epithet]:
    found = {}
    for i, (mention, fact) in enumerate(zip(mentions, facts, strict=True)):
        if mention.form == "nominal" and fact.number != "many" and fact.definiteness == "definite":
            epithet = epithet_of(encoding.lower[mention.start : mention.head + 1])
            if epithet is not None:
                found[i] = epithet
    return found


def _adjectives(
    encoding: Encoding, syntax: Syntax, mentions: Sequence[Mention], identities: Sequence[Identity | None]
) -> frozenset[int]:
    """Return the names that only say of what kind something is."""
    surnames = {
        encoding.words[m.end - 1] for m in mentions if m.form == "name" and m.type == "person" and m.end - m.start > 1
    }
    return frozenset(
        i
        for i, m in enumerate(mentions)
        if m.form == "name" and identities[i] is None
        if m.type != "person" or _is_before_noun(encoding, syntax, m, surnames)
        if is_adjective(encoding, syntax, m) or is_peoples_adjective(encoding, syntax, m.start, m.end)
    )


def _is_before_noun(encoding: Encoding, syntax: Syntax, name: Mention, surnames: AbstractSet[str]) -> bool:
    """Tell whether what looks like a person's name says of what kind the noun behind it is: "[Maldivian] officials"."""
    head = syntax.heads[name.head]
    is_modifier = head >= name.end and syntax.is_relation(name.head, "compound", "amod")
    is_surname = name.end - name.start == 1 and encoding.words[name.start] in surnames
    return is_modifier and syntax.upos[head] == "NOUN" and encoding.words[head].islower() and not is_surname


def _described(encoding: Encoding, syntax: Syntax, mention: Mention) -> Description | None:
    if mention.form != "nominal":
        return None
    return describe(encoding, syntax, _first_word(encoding, mention), mention.end, mention.head)


def _first_word(encoding: Encoding, mention: Mention) -> int:
    """Return the first word of a description, with a country's adjective that the tree has cut off."""
    before = mention.start - 1
    if (
        before >= 0
        and not encoding.line_starts[mention.start]
        and country_of_adjective(encoding.words[before]) is not None
    ):
        return before
    return mention.start


def _words_in_quotations(encoding: Encoding) -> list[int]:
    """Return for each word the number of the quotation that it stands in, -1 outside."""
    found = [-1] * len(encoding.words)
    at = 0
    outer = (quotation for quotation in find_quotations(encoding.text) if quotation.depth == 0)
    for number, quotation in enumerate(outer):
        at = bisect_left(encoding.spans, quotation.span.start, at, key=lambda span: span.start)
        while at < len(found) and encoding.spans[at].end <= quotation.span.end:
            found[at] = number
            at += 1
    return found

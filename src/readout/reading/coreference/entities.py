# SPDX-License-Identifier: Apache-2.0
"""Who is who within one report: the persons, bodies, places and groups that it mentions, each once.

Country, sector, roles and whether somebody speaks without a name come from the report's own words and from the tables
of countries, bodies and offices; nothing is known here of any person. What cannot be decided stays apart: two
unnamed officials are two. "I" and "you" in a quotation belong to nobody until the statements say who speaks
(`with_mentions`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Literal

from readout.reading.coreference.antecedents import Ranked
from readout.reading.coreference.linking import link_mentions
from readout.reading.coreference.mentions import Mention
from readout.reading.coreference.portraits import Portrait, portrait_of
from readout.reading.coreference.ranking import rank_antecedents
from readout.reading.coreference.roles import Role
from readout.reading.encoding import Encoding
from readout.reading.page.labels import Label
from readout.reading.page.parts import Part
from readout.reading.reading import Reading
from readout.reading.trees.syntax import Syntax
from readout.resources import country_named, igo_named, outlet_named
from readout.text import Span

__all__ = ["Directory", "Entities", "Entity", "EntityType", "find_entities", "with_mentions"]

_LONGEST_ACRONYM = 6

EntityType = Literal["person", "organisation", "place", "group", "other"]


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something that the report mentions.

    Attributes:
        id: "n1", "n2" … in the order of first mention.
        type: What it is.
        name: The fullest name in the report; for a country, the table's; None where the report gives none.
        aliases: The words of its names and descriptions, and the titles before its name, each once, in text order.
        roles: Titles and offices, in text order.
        country: ISO 3166-1 alpha-3 or an IGO's code, where the words give it.
        sector: PLOVER sector, where the words give it.
        anonymous: Whether it speaks without being named.
        mentions: Where it is mentioned, in text order.
    """

    id: str
    type: EntityType
    name: str | None
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    country: str | None
    sector: str | None
    anonymous: bool
    mentions: tuple[Mention, ...]


def find_entities(
    encoding: Encoding,
    syntax: Syntax,
    mentions: Sequence[Mention],
    *,
    ranked: Ranked | None = None,
    labels: Sequence[Span] = (),
    datelines: Sequence[Span] = (),
) -> list[Entity]:
    """Find out who is who.

    Args:
        encoding: The report's words.
        syntax: Its trees.
        mentions: Its mentions, in text order.
        ranked: Antecedents of each mention, `rank_antecedents(encoding, syntax, mentions)` if None.
        labels: Where a transcript names who speaks.
        datelines: Of several, each opens an item of a digest.

    Returns:
        In the order of first mention. Pronouns that go back to nobody are in no entity.
    """
    if ranked is None:
        mentions = with_phrases(encoding, syntax, mentions)
        ranked = rank_antecedents(encoding, syntax, mentions)
    linked = link_mentions(encoding, syntax, mentions, ranked, labels=labels, datelines=datelines)
    found: list[Entity] = []
    for chain in linked.chains:
        if any(mentions[i].form != "pronoun" for i in chain):
            portrait = portrait_of(encoding, mentions, linked, chain)
            found.append(_entity(f"n{len(found) + 1}", portrait, mentions, chain))
    return found


def with_phrases(encoding: Encoding, syntax: Syntax, mentions: Sequence[Mention]) -> list[Mention]:
    """Add phrases whose noun a name only modifies: "the Turkish side", "the Tass news agency"."""
    taken = {word for mention in mentions for word in range(mention.start, mention.end)}
    given = _given_acronyms(encoding, mentions)
    acronyms = [_acronym(encoding, word, given) for word in range(len(encoding.words)) if word not in taken]
    charged = range(len(encoding.words) - 1) if not _AFFAIRS.isdisjoint(encoding.vocabulary) else ()
    envoys = [_charge(encoding, syntax, word) for word in charged if word not in taken]
    more_names = (m for m in (*acronyms, *envoys) if m is not None)
    mentions = sorted((*mentions, *more_names), key=lambda m: (m.start, -m.end))
    taken = {mention.head for mention in mentions}
    more = [found for m in mentions if (found := _phrase_of(encoding, syntax, m)) and found.head not in taken]
    return sorted((*mentions, *more), key=lambda m: (m.start, -m.end))


def _given_acronyms(encoding: Encoding, mentions: Sequence[Mention]) -> frozenset[str]:
    """Return the acronyms that stand in brackets behind the name of a body, or of its land: "Front for Concord in Chad (FACT)"."""
    ends = {m.end for m in mentions if m.form == "name" and m.type in {"organisation", "place"}}
    found = (encoding.words[at + 1 : at + 3] for at in sorted(ends) if encoding.words[at : at + 1] == ("(",))
    return frozenset(some[0] for some in found if some[1:] == (")",) and some[0].isupper() and some[0].isalpha())


def _acronym(encoding: Encoding, word: int, given: AbstractSet[str]) -> Mention | None:
    """Know an acronym of the tables, or one given in brackets, that the model has passed over: "The WHO sent kits"."""
    text = encoding.words[word]
    if not text.isupper() or not 2 <= len(text.replace(".", "")) <= _LONGEST_ACRONYM or _is_shouted(encoding, word):
        return None
    body = igo_named(text) or outlet_named(text)
    is_body = body is not None or text in given
    kind = "place" if country_named(text) is not None else "organisation" if is_body else ""
    return Mention(encoding.spans[word], word, word + 1, word, "name", kind, 1.0) if kind else None


_AFFAIRS = frozenset({"d'affaires", "d’affaires"})


def _charge(encoding: Encoding, syntax: Syntax, word: int) -> Mention | None:
    """Know a title of two foreign words that the model passes over: "Norland's [chargé d'affaires]"."""
    lower = encoding.lower
    if lower[word] not in {"chargé", "charge"} or lower[word + 1] not in _AFFAIRS:
        return None
    head = word if syntax.heads[word] != word + 1 else word + 1
    start, end = syntax.noun_phrase(head)
    start, end = min(start, word), max(end, word + 2)
    return Mention(encoding.span(start, end), start, end, head, "nominal", "person", 1.0)


def _is_shouted(encoding: Encoding, word: int) -> bool:
    """Tell whether the words around are in capitals too, as in some headlines."""
    start, end = encoding.lines[encoding.line_numbers[word]]
    others = [w for w in encoding.words[start:word] + encoding.words[word + 1 : end] if w.isalpha()]
    if others and all(w.isupper() for w in others):
        return True  # "WHO MEDIATES?"
    near = encoding.words[max(0, word - 3) : word] + encoding.words[word + 1 : word + 4]
    return sum(w.isupper() and len(w) > 1 for w in near) > 1 or not any(w.islower() for w in near)


def _phrase_of(encoding: Encoding, syntax: Syntax, name: Mention) -> Mention | None:
    end = name.end
    if encoding.lower[end : end + 2] == ("news", "agency"):
        end += 2
    elif encoding.lower[end : end + 1] == ("side",) or (
        name.type == "organisation" and encoding.lower[end : end + 1] == ("agency",)
    ):
        end += 1
    if name.form != "pronoun" and _is_unnamed_minister(encoding, name):
        return Mention(
            encoding.span(name.start - 1, end + 1), name.start - 1, end + 1, end, "nominal", "person", name.score
        )
    if name.form != "name" or end == name.end or encoding.line_starts[end - 1]:
        return None
    start = name.start - 1 if name.start and encoding.lower[name.start - 1] in {"the", "a"} else name.start
    kind = "place" if encoding.lower[end - 1] == "side" else "organisation"
    return Mention(encoding.span(start, end), start, end, end - 1, "nominal", kind, name.score)


def _is_unnamed_minister(encoding: Encoding, name: Mention) -> bool:
    """Tell whether a name is only the first word of an office, whose holder is not named: "the [Environment] Secretary"."""
    words, at = encoding.words, name.end
    is_office = words[at : at + 1] in {("Secretary",), ("Minister",)} and not encoding.line_starts[at]
    if name.end - name.start > 2 or not words[name.start][:1].isupper():
        return False
    if words[at + 1 : at + 2] == ("-",):
        return False  # "the Secretary-General"
    is_named = at + 1 < len(words) and words[at + 1][:1].isupper() and not encoding.line_starts[at + 1]
    return is_office and not is_named and name.start > 0 and encoding.lower[name.start - 1] == "the"


def _entity(id: str, portrait: Portrait, mentions: Sequence[Mention], chain: Sequence[int]) -> Entity:
    return Entity(
        id, portrait.type, portrait.name, portrait.aliases, portrait.roles, portrait.country, portrait.sector,
        portrait.anonymous, tuple(mentions[i] for i in chain),
    )  # fmt: skip


def with_mentions(entities: Sequence[Entity], found: Mapping[Mention, str]) -> list[Entity]:
    """Give mentions that belong to nobody to entities: the "I" of a quotation to its speaker.

    Args:
        entities: The entities.
        found: Id of the entity of each mention to add.

    Returns:
        The entities with their new mentions, in the same order.
    """
    added: dict[str, list[Mention]] = {}
    for mention, id in found.items():
        added.setdefault(id, []).append(mention)
    return [
        replace(entity, mentions=tuple(sorted({*entity.mentions, *added[entity.id]}, key=lambda m: (m.start, -m.end))))
        if entity.id in added
        else entity
        for entity in entities
    ]


class Directory:
    """Find the entity that a noun phrase stands for."""

    def __init__(self, entities: Sequence[Entity], syntax: Syntax) -> None:
        """Index the entities' mentions by their words."""
        self._syntax = syntax
        placed = sorted(((m, entity) for entity in entities for m in entity.mentions), key=lambda pair: pair[0].start)
        self._mentions = placed
        self._starts = [mention.start for mention, _ in placed]
        self._longest = max((mention.end - mention.start for mention, _ in placed), default=0)
        self._by_id = {entity.id: entity for entity in entities}
        self.entities = tuple(entities)
        # Of several mentions with one head the shortest, and of these the first.
        by_length = sorted(placed, key=lambda pair: pair[0].end - pair[0].start)
        self._by_head = {mention.head: entity for mention, entity in reversed(by_length)}
        letters = Counter(a for e in entities if e.type == "organisation" for a in set(e.aliases) if a.isupper())
        self.shared = frozenset(alias for alias, count in letters.items() if count > 1)  # by which two bodies go
        bodies = (entity for entity in entities if entity.type in {"place", "organisation"})
        self.countries = frozenset(entity.country for entity in bodies if entity.country is not None)

    def entity(self, id: str) -> Entity | None:
        """Return the entity with this id."""
        return self._by_id.get(id)

    def at_head(self, word: int) -> Entity | None:
        """Return the entity of the mention that a word heads."""
        return self._by_head.get(word)

    def persons_in(self, start_word: int, end_word: int) -> list[Entity]:
        """Return the single persons whose names or descriptions begin in a range of words, each once, in text order."""
        found = [
            entity
            for mention, entity in self._near(start_word, end_word)
            if entity.type == "person" and mention.form != "pronoun" and mention.start >= start_word
        ]
        return list({entity.id: entity for entity in found}.values())

    def mention_at(self, word: int) -> tuple[Mention, Entity] | None:
        """Return the longest mention that a word, or the article before it, begins, with its entity."""
        found = [pair for pair in self._near(word, word + 2) if pair[0].start in {word, word + 1}]
        if not found:
            return None
        exact = [pair for pair in found if pair[0].start == word]
        if not exact and self._syntax.upos[word] not in {"DET", "ADJ", "NUM", "PROPN", "NOUN"}:
            return None
        return max(exact or found, key=lambda pair: pair[0].end)

    def of_words(self, start_word: int, end_word: int) -> Entity | None:
        """Return the entity that a noun phrase stands for.

        Args:
            start_word: First word of the phrase.
            end_word: Word after its last.

        Returns:
            The entity of the mention with the phrase's own head; else that of the mention that covers most of the
            phrase, if it is not only the owner or a modifier of another noun in it.
        """
        near = self._near(start_word, end_word)
        head = self._syntax.noun_of(start_word, end_word)
        for mention, entity in near:
            if mention.head == head or (mention.form == "name" and mention.start <= head < mention.end):
                return entity
        covering = [
            (min(mention.end, end_word) - max(mention.start, start_word), -mention.start, entity)
            for mention, entity in near
            if not self._is_below(mention.head, head, start_word, end_word)
        ]
        return max(covering, key=lambda found: found[:2])[2] if covering else None

    def _near(self, start: int, end: int) -> list[tuple[Mention, Entity]]:
        low = bisect_left(self._starts, start - self._longest)
        high = bisect_left(self._starts, end)
        return [pair for pair in self._mentions[low:high] if pair[0].end > start]

    def _is_below(self, word: int, head: int, start: int, end: int) -> bool:
        """Tell whether a mention only owns or modifies the phrase's head: "Austin" in "Austin's tweet"."""
        syntax = self._syntax
        at = word
        while start <= at < end and at != head:
            if syntax.is_relation(at, "nmod", "compound", "amod", "acl", "nummod", "det", "conj"):
                return True
            if syntax.heads[at] == at:
                return False
            at = syntax.heads[at]
        return False


class Entities:
    """The layer that finds out who is who."""

    name = "entities"
    requires: tuple[type, ...] = (Encoding, Syntax, Part, Mention, Label)
    provides: tuple[type, ...] = (Entity,)

    def __call__(self, reading: Reading) -> Reading:
        """Find the report's entities."""
        labels = [label.span for label in reading.of(Label)]
        datelines = [part.span for part in reading.of(Part) if part.kind == "dateline"]
        encoding, syntax, mentions = reading.the(Encoding), reading.the(Syntax), reading.of(Mention)
        return reading.adding(Entity, find_entities(encoding, syntax, mentions, labels=labels, datelines=datelines))

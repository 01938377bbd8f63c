# SPDX-License-Identifier: Apache-2.0
"""Sentences, parts of speech and dependency trees, in Universal Dependencies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from readout.model import decode_tree, dot_products
from readout.reading.encoding import Encoding
from readout.reading.page.labels import Label
from readout.reading.page.parts import Part
from readout.reading.reading import Reading
from readout.reading.trees.closedclasses import parts_of_speech
from readout.reading.trees.treeslips import mend
from readout.text import Span

__all__ = ["MONTHS_AND_NAMES", "Sentence", "Syntax", "SyntaxTrees", "find_sentences", "parse"]

_DASHES = frozenset("- – — : ) ( --".split())
_OPENERS = frozenset(
    "a according after although an and as at because before but by despite during each even for from he her here his how if "
    "in instead it its many meanwhile moreover most nearly nevertheless on one our she since so some still such that the their "
    "then there these they this those though through under until we what when where while who with you your".split()
)
_SHORTEST_WORD, _SHORTEST_NAME = 3, 4  # letters of a word that is no abbreviation: "Maj." is one
_SHORTENED = frozenset("etc approx est dept supt cmdr insp brig assn univ capt".split())
_LONGEST = 300  # words of a sentence for the tree: text without any stop must not cost quadratic time


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a half-open range of words."""

    start: int
    end: int


@dataclass(frozen=True)
class Syntax:
    """The trees of a report, over all its words.

    Attributes:
        upos: Universal part of speech of each word.
        heads: Head of each word, as an index among all words; a root is its own head.
        relations: Relation of each word to its head, with subtypes ("nsubj:pass").
        sentences: The sentences, which follow each other and cover all words.
    """

    upos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    sentences: tuple[Sentence, ...]

    @cached_property
    def _children(self) -> list[list[int]]:
        children: list[list[int]] = [[] for _ in self.heads]
        for word, head in enumerate(self.heads):
            if head != word:
                children[head].append(word)
        return children

    @cached_property
    def _below(self) -> list[dict[str, list[int]]]:
        """The dependents of each word by their relations, with and without subtype."""
        below: list[dict[str, list[int]]] = [{} for _ in self.heads]
        for word, (head, own, bare) in enumerate(zip(self.heads, self.relations, self._bare_relations, strict=True)):
            if head != word:
                below[head].setdefault(own, []).append(word)
                if bare != own:
                    below[head].setdefault(bare, []).append(word)
        return below

    @cached_property
    def _bare_relations(self) -> list[str]:
        """Relation of each word without its subtype."""
        return [relation.partition(":")[0] for relation in self.relations]

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """Number of the sentence of each word."""
        return tuple(n for n, sentence in enumerate(self.sentences) for _ in range(sentence.start, sentence.end))

    @cached_property
    def _noun_phrases(self) -> dict[int, tuple[int, int]]:
        """The noun phrases that have been asked for, by their heads."""
        return {}

    def children(self, word: int, *relations: str) -> list[int]:
        """Return the dependents of a word in text order, of the named relations if any ("obl" means "obl:agent" too)."""
        if not relations:
            return self._children[word]
        below = self._below[word]
        if len(relations) == 1:
            return list(below.get(relations[0], ()))
        return sorted({child for relation in relations if relation in below for child in below[relation]})

    def is_relation(self, word: int, *relations: str) -> bool:
        """Tell whether the word's relation is one of these, subtypes included unless one is named."""
        return self.relations[word] in relations or self._bare_relations[word] in relations

    def subtree(self, word: int) -> list[int]:
        """Return the word and all below it, in text order."""
        found = [word]
        for at in found:
            found += self._children[at]
        return sorted(found)

    def ancestors(self, word: int) -> Iterator[int]:
        """Yield the heads above a word, nearest first."""
        while self.heads[word] != word:
            word = self.heads[word]
            yield word

    def noun_of(self, start: int, end: int) -> int:
        """Return the word of a range that the tree hangs the others on, a noun if there is one.

        Of nouns that stand side by side it is the last, whatever a slip of the tree makes of the first: "a ministry source".
        """
        outside = [w for w in range(start, end) if self.heads[w] == w or not start <= self.heads[w] < end]
        nouns = [w for w in outside if self.upos[w] in {"NOUN", "PROPN", "PRON", "NUM"}]
        found = (nouns or outside or [start])[0]
        while found + 1 in nouns and self.upos[found + 1] == "NOUN":
            found += 1
        return found

    def noun_phrase(self, head: int) -> tuple[int, int]:
        """Return the range of words of the noun phrase that a word heads.

        Relative and other clauses, appositions and conjuncts after the head are left out, as are
        case markers and punctuation at the edges: "the prime minister of Italy", not "of the prime minister of Italy, who".
        """
        if head not in self._noun_phrases:
            self._noun_phrases[head] = self._noun_phrase(head)
        return self._noun_phrases[head]

    def _noun_phrase(self, head: int) -> tuple[int, int]:
        inside = {head}
        for child in self._children[head]:
            if not self.is_relation(
                child, "case", "mark", "cc", "conj", "appos", "acl", "acl:relcl", "punct", "parataxis", "cop",
                "nsubj", "advmod", "advcl", "aux", "discourse", "dep", "list", "ccomp", "orphan", "dislocated", "obl",
            ):  # fmt: skip
                inside.update(self.subtree(child))
        before = head - 1
        if (
            before >= 0
            and self.upos[head] == "NOUN"
            and self.relations[before] == "compound"
            and self.heads[before] < before
        ):
            inside.update(self.subtree(before))  # a compound can only belong to the noun behind it: "a ministry source"
        start = end = head
        # A comma, or a possessive 's that hangs elsewhere by a slip of the tree, does not end the phrase.
        while start - 1 in inside or (start - 2 in inside and self.upos[start - 1] in {"PUNCT", "PART"}):
            start -= 1
        while end + 1 in inside or (end + 2 in inside and self.upos[end + 1] == "PUNCT"):
            end += 1
        # "according to a readout of the call": the tree may hang "according" on the call.
        while start < head and (self.upos[start] == "PUNCT" or self._begins_case(start, head)):
            start += 1
        while end > head and self.upos[end] == "PUNCT":
            end -= 1
        return start, end + 1

    def _begins_case(self, word: int, head: int) -> bool:
        """Tell whether a word is a preposition, or the rest of one, in front of a phrase."""
        if self.relations[word] == "fixed" and self.heads[word] == word - 1:
            return self.relations[word - 1] == "case"
        return self.relations[word] == "case" and self.heads[word] >= head


def find_sentences(encoding: Encoding, apart: Iterable[Span] = ()) -> list[tuple[int, int]]:
    """Find sentence bounds.

    They are where the head says so, at every line start, behind a dateline and its dash, behind the label of who speaks and
    its colon, and between a stop and a capitalised word that opens sentences.

    Args:
        encoding: The report's words.
        apart: The report's datelines and labels, which are no words of the sentence that they open.

    Returns:
        Half-open ranges of words that follow each other and cover all words.
    """
    if not encoding.words:
        return []
    begins = encoding.scores.of("sentence")[:, 0] > 0
    begins[1:] &= np.array([word != "," for word in encoding.words[:-1]], dtype=bool)  # no sentence ends with a comma
    begins[[w for w in np.flatnonzero(begins).tolist() if w and _runs_on(encoding, w)]] = False
    begins |= np.array(encoding.line_starts)
    begins[[w for w, before in enumerate(encoding.words[:-1], 1) if before == "." and _opens(encoding, w)]] = True
    begins[0] = True
    firsts = [span.start for span in encoding.spans]
    for span in apart:
        begins[_behind(encoding, bisect_left(firsts, span.end))] = True
    starts = np.flatnonzero(begins).tolist()
    bounds: list[tuple[int, int]] = []
    for start, end in zip(starts, [*starts[1:], len(begins)], strict=True):
        bounds += [(at, min(at + _LONGEST, end)) for at in range(start, end, _LONGEST)]
    return bounds


def _runs_on(encoding: Encoding, word: int) -> bool:
    """Tell whether a sentence goes on before a word: behind "But", and behind a small word without a stop, "said | Dan Hart".

    Not in front of a word that opens sentences, as in pages that have lost their lines: "… as they left The storm …".
    """
    before = encoding.words[word - 1]
    if before in _JOINTS:
        return True
    return (
        before.isalpha()
        and before.islower()
        and not (encoding.words[word].istitle() and encoding.lower[word] in _OPENERS)
    )


_YEAR = 4  # digits
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept "
    "oct nov dec".split()
)
_JOINTS = frozenset("But And Or Yet So Nor Plus Now Even".split())


def _opens(encoding: Encoding, word: int) -> bool:
    """Tell whether a capitalised word behind a stop opens a sentence: "… to Armenia. According to …", "… the weapons. Soldiers".

    The words keep the stop of an abbreviation that is known; others are short and capitalised.
    """
    if not encoding.words[word].istitle():
        return False
    if encoding.lower[word] in _OPENERS:
        return True
    before, spans = encoding.words[word - 2] if word > 1 else "", encoding.spans
    apart = spans[word].start > spans[word - 1].end and spans[word - 1].start == spans[max(word - 2, 0)].end
    shortest = _SHORTEST_NAME if before[:1].isupper() else _SHORTEST_WORD
    is_whole = (len(before) >= shortest and before.lower() not in _SHORTENED) or before in MONTHS_AND_NAMES
    dated = before.isdigit() and (
        len(before) == _YEAR or (word > 2 and encoding.lower[word - 3].rstrip(".") in _MONTHS)
    )
    return apart and (dated or before in _CLOSING or (before.isalpha() and is_whole))


_CLOSING = frozenset('”"’»)')  # "had “tabled its truth”. State television …"
# Names that are months too, cut short or not: as a month they keep the stop of an abbreviation in their word, so that a stop
# apart from them ends a sentence.
MONTHS_AND_NAMES = frozenset({"May", "Jan", "Jun", "Mar"})


def _behind(encoding: Encoding, at: int) -> int:
    """Return the first word behind a mark that stands at a word; the report's first where it ends with it."""
    words = encoding.words
    if at == len(words):
        return 0
    while at + 1 < len(words) and not any(c.isalnum() for c in words[at]) and words[at] in _DASHES:
        at += 1
    return at


def parse(encoding: Encoding, sentences: Sequence[tuple[int, int]]) -> Syntax:
    """Decode parts of speech and trees within the given sentences."""
    scores = encoding.scores
    labels = scores.heads.labels
    upos = parts_of_speech(scores.of("upos"), labels["upos"], encoding.lower)
    dependents, above = scores.of("arc_dependent"), scores.of("arc_head")
    heads = np.arange(len(upos))
    for start, end in sentences:
        heads[start:end] = start + decode_tree(dot_products(dependents[start:end], above[start:end]))
    table = scores.of("relation_of_dependent") + scores.of("relation_of_head")[heads]
    root = labels["relations"].index("root")
    is_root = heads == np.arange(len(upos))
    table[:, root] = np.where(is_root, np.inf, -np.inf)
    relations = [labels["relations"][i] for i in table.argmax(axis=1).tolist()]
    found = heads.tolist()
    mend(encoding.words, encoding.line_starts, upos, found, relations, sentences)
    return Syntax(tuple(upos), tuple(found), tuple(relations), tuple(Sentence(*s) for s in sentences))


class SyntaxTrees:
    """The layer that finds sentences and their trees."""

    name = "syntax trees"
    requires: tuple[type, ...] = (Encoding, Part, Label)
    provides: tuple[type, ...] = (Syntax,)

    def __call__(self, reading: Reading) -> Reading:
        """Parse the report."""
        encoding = reading.the(Encoding)
        apart = [part.span for part in reading.of(Part) if part.kind == "dateline"]
        apart += [label.span for label in reading.of(Label)]
        return reading.adding(Syntax, [parse(encoding, find_sentences(encoding, apart))])

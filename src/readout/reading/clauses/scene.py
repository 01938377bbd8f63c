# SPDX-License-Identifier: Apache-2.0
"""The words of a report seen through its trees, with who is who: what the rules for statements, events and contacts look at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Protocol

from readout.reading.attributions.attribution import WordRange
from readout.reading.coreference.entities import Directory, Entity
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax
from readout.resources import Cue, cue_verb
from readout.text import Span

__all__ = ["NAMING", "VERBAL", "Saying", "Scene", "asked_once"]

_BEHIND = frozenset({"for", "of", "to", "from", "with", "by", "at"})  # prepositions behind which nobody speaks
VERBAL = {"VERB", "AUX"}
NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART", "ADP"})  # word classes of a noun phrase
_IN_TITLE = frozenset({"NOUN", "PROPN", "ADJ"})


class Saying(Protocol):
    """What is known of a statement so far; ranges are of words."""

    @property
    def contents(self) -> Sequence[WordRange]:
        """What is said."""
        ...

    @property
    def cue(self) -> WordRange | None:
        """The words that say that it is said."""
        ...

    @property
    def source(self) -> WordRange | None:
        """The words for whoever says it."""
        ...

    @property
    def condition(self) -> Sequence[WordRange]:
        """The words on which a source stays unnamed."""
        ...

    @property
    def surroundings(self) -> WordRange | None:
        """The words that the saying may be told in, where its sentence tells others; None for the whole sentence."""
        ...


class _Words(dict[int, str]):
    """Words by their number; there is none at any other."""

    def __missing__(self, word: int) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that the steps look at: words, trees and who is who.

    Attributes:
        encoding: The words.
        syntax: Their trees.
        directory: Who they stand for.
        lower: Returns a word in lower case; nothing behind the last one or in front of the first.
        answers: What has been asked of a word, by the question and the word; `asked_once` fills it.
        cue_heads: The head words of the cues that have been asked for.
    """

    encoding: Encoding
    syntax: Syntax
    directory: Directory
    lower: Callable[[int], str] = field(init=False, repr=False, compare=False)
    answers: dict[tuple[object, int], list[int]] = field(init=False, repr=False, compare=False, default_factory=dict)
    cue_heads: dict[WordRange, int] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        # The rules ask for single words 14,000 times a report: that is one call into a dictionary.
        object.__setattr__(self, "lower", _Words(enumerate(self.encoding.lower)).__getitem__)

    def noun_at(self, word: int) -> str:
        """Return a noun in lower case, with what a hyphen parts from it in front: "e-mail"."""
        noun = self.lower(word)
        is_parted = self.lower(word - 1) == "-" and self.lower(word - 2) == "e"
        return f"e-{noun}" if is_parted else noun

    def span(self, words: WordRange) -> Span:
        """Return the characters of a range of words."""
        return self.encoding.span(*words)

    def head_of(self, words: WordRange) -> int:
        """Return the word of the range that the tree hangs the others on: the one whose head lies outside."""
        start, end = words
        outside = [w for w in range(start, end) if not start <= self.syntax.heads[w] < end or self.syntax.heads[w] == w]
        nouns = [w for w in outside if self.syntax.upos[w] not in {"PUNCT", "ADP", "DET", "SCONJ", "ADV"}]
        head = (nouns or outside or [start])[0]
        return self.syntax.noun_of(*words) if self.syntax.upos[head] in {"NOUN", "PROPN"} else head

    def is_title(self, words: Iterable[int]) -> bool:
        """Tell whether all of some words may stand in a title before a name: "Secretary of State"."""
        return all(self.syntax.upos[w] in _IN_TITLE or self.lower(w) == "of" for w in words)

    def sentence_start(self, word: int) -> int:
        """Return the first word of the sentence that a word stands in."""
        return self.syntax.sentences[self.syntax.sentence_of[word]].start

    def cue_head(self, draft: Saying) -> int | None:
        """Return the cue's head word: its last verb, else the head of the range."""
        if draft.cue is None:
            return None
        if draft.cue not in self.cue_heads:
            verbs = (word for word in reversed(range(*draft.cue)) if self.cue_at(word) is not None)
            verb = next(verbs, None)
            self.cue_heads[draft.cue] = self.head_of(draft.cue) if verb is None else verb
        return self.cue_heads[draft.cue]

    def cue_at(self, word: int) -> Cue | None:
        """Return the entry of a reporting verb standing at a word, if it is one there."""
        is_verb = 0 <= word < len(self.syntax.upos) and self.syntax.upos[word] in VERBAL
        return cue_verb(self.lower(word)) if is_verb else None

    def phrase(self, head: int) -> WordRange:
        """Return the noun phrase of a head word."""
        return self.syntax.noun_phrase(head)

    def entity_of(self, head: int) -> Entity | None:
        """Return who the noun phrase of a head word stands for."""
        return self.directory.of_words(*self.phrase(head))

    def is_called_otherwise(self, person: Entity, pronoun: int) -> bool:
        """Tell whether the report calls somebody "she" where a word is "he", or "he" where it is "she"."""
        opposite = {"he": {"she", "her"}, "she": {"he", "his", "him"}}.get(self.lower(pronoun), set())
        return any(m.form == "pronoun" and self.lower(m.head) in opposite for m in person.mentions)

    def case_of(self, word: int) -> str:
        """Return the preposition of a phrase in lower case, "" if it has none."""
        marks = self.syntax.children(word, "case")
        return self.lower(marks[0]) if marks else ""

    @property
    def lines(self) -> tuple[int, ...]:
        """The number of each word's line."""
        return self.encoding.line_numbers

    def speaker_in(self, source: WordRange) -> Entity | None:
        """Return who a source stands for: the person or body that it names, unless only as a modifier, else who its noun is.

        "North Korea’s state news agency, KCNA" is KCNA; "Biden’s administration" is the administration.
        """
        for word in range(*source):
            found = self.directory.at_head(word)
            if found is None or found.name is None or found.type not in {"person", "organisation"}:
                continue
            named = next((m for m in found.mentions if m.form == "name" and m.head == word), None)
            # "state broadcaster CCTV": an outlet's name stands last, whatever the tree makes of it.
            is_outlet = found.sector == "MED" and word == source[1] - 1 and not self.syntax.children(word, "case")
            if named is not None and self._owns_a_name(named.end, source):
                continue
            if named is not None and (is_outlet or not self._modifies(word, source)):
                return self._titled(max(word, named.end - 1), source) or found
        found = self.directory.of_words(*source)
        return None if found is not None and self._only_owns(found, source) else found

    def _owns_a_name(self, end: int, source: WordRange) -> bool:
        """Tell whether a name only says whose the person named behind it is, whatever the tree says: "the WHO's [Ada Lind]"."""
        owned = self.mention_at(end + 1) if self.lower(end) in {"'s", "’s"} and end + 1 < source[1] else None
        return owned is not None and owned[1].type == "person" and owned[1].name is not None

    def _only_owns(self, found: Entity, source: WordRange) -> bool:
        """Tell whether somebody in a source only owns a name behind: "[England]'s NICE"."""
        at = bisect_left(found.mentions, source[0], key=lambda m: m.start)
        inside = [m for m in found.mentions[at : at + 3] if m.end < source[1] - 1]
        is_owner = bool(inside) and self.lower(inside[0].end) in {"'s", "’s"} and inside[0].start == source[0]
        return is_owner and inside[0].end == source[1] - 2 and self.encoding.words[source[1] - 1][:1].isupper()

    def _titled(self, word: int, source: WordRange) -> Entity | None:
        """Return the person whose title begins with a body's name at a word: "State Department spokeswoman [Karen Mills]"."""
        for at in range(word + 2, source[1]):
            found = self.mention_at(at)
            if found is not None and found[0][0] == at and found[1].type == "person" and found[1].name is not None:
                return found[1] if self.is_title(range(word + 1, at)) else None
        return None

    def _modifies(self, word: int, source: WordRange) -> bool:
        """Tell whether a word only says more of a noun in the same range: owner, compound, phrase behind it."""
        if any(source[0] < c < word and self.lower(c) in _BEHIND for c in self.syntax.children(word, "case")):
            return True  # "a spokesman for Haas", wherever the tree hangs it
        while not self.syntax.is_relation(word, "nmod", "compound", "amod", "acl", "obl", "obj"):
            above = self.syntax.heads[word]
            if above == word or not source[0] <= above < source[1]:
                return False
            word = above
        above = self.syntax.heads[word]
        return source[0] <= above < source[1]

    def around(self, draft: Saying) -> list[int]:
        """Return the words beside content and condition, in the sentences of cue and source: where the saying is told."""
        anchor = draft.cue or draft.source
        if anchor is None:
            return []
        numbers = {self.syntax.sentence_of[r[0]] for r in (draft.cue, draft.source) if r}
        sentences = [self.syntax.sentences[n] for n in sorted(numbers)]
        left_out = {w for start, end in (*draft.contents, *draft.condition) for w in range(start, end)}
        first, last = draft.surroundings or (sentences[0].start, sentences[-1].end)
        return [w for s in sentences for w in range(max(s.start, first), min(s.end, last)) if w not in left_out]

    def mention_at(self, word: int) -> tuple[WordRange, Entity] | None:
        """Return the words and the entity of the mention that begins at a word."""
        if word >= len(self.encoding.words):
            return None
        found = self.directory.mention_at(word)
        return ((found[0].start, found[0].end), found[1]) if found else None

    def mention_before(self, word: int) -> tuple[WordRange, Entity] | None:
        """Return the words and the entity of the mention that ends right before a word."""
        head = self.directory.of_words(word - 1, word) if word else None
        if head is None:
            return None
        at = bisect_left(head.mentions, word, key=lambda m: m.start)
        ending = [m for m in head.mentions[max(0, at - 3) : at] if word <= m.end]
        return ((ending[0].start, ending[0].end), head) if ending else None

    def subject(self, verb: int) -> int | None:
        """Return the head word of a verb's subject: its own, or that of the verb it depends on as a clause without one.

        "Austin confirmed the call, saying …": the subject of "saying" is that of "confirmed".
        """
        for at in self._verbs_up(verb):
            found = self.syntax.children(at, "nsubj", "csubj")
            if found:
                # Of several, which only a slip of the tree gives, the last in front of the verb without a preposition.
                before = [w for w in found if w < at and not self.case_of(w)]
                return (before or found[:1])[-1]
            if self.syntax.is_relation(at, "acl"):
                return self.syntax.heads[at]
        return None

    def _verbs_up(self, verb: int) -> Iterator[int]:
        yield verb
        while self.syntax.is_relation(verb, "advcl", "conj", "xcomp", "parataxis") and self.syntax.heads[verb] != verb:
            verb = self.syntax.heads[verb]
            if self.syntax.upos[verb] not in VERBAL:
                return
            yield verb


def asked_once(question: Callable[[Scene, int], list[int]]) -> Callable[[Scene, int], list[int]]:
    """Let the answer to a question about a word of a scene, of which several rules ask, be found once."""

    @wraps(question)
    def answer(scene: Scene, word: int) -> list[int]:
        found = scene.answers.get((question, word))
        if found is None:
            found = scene.answers[question, word] = question(scene, word)
        return list(found)

    return answer

# SPDX-License-Identifier: Apache-2.0
"""What a clause says of its own predicate: tense, aspect, modality, negation, mood.

Each question is answered by the words of the clause alone, with those that decide; what stands above the clause is
the business of `readout.reading.clauses.status`. Conjuncts that share their auxiliaries ("will meet and sign") share the answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax
from readout.reading.trees.verbforms import SAME_IN_PRESENT, is_bare, is_participle, is_past

__all__ = ["Clause"]

Tense = Literal["past", "present", "perfect", "future", "none"]

_NEGATIONS = frozenset("not n't n’t never hardly scarcely nor neither nowhere dont wont cant didnt doesnt isnt".split())
_NO_SUBJECT = frozenset("nobody none nothing noone".split())
_NOT_NEGATED = frozenset("only just merely simply least all every always necessarily".split())
_FUTURE = frozenset("will shall 'll ’ll wo".split())
_WOULD = frozenset("would 'd ’d".split())
_MAY = frozenset("may might could can ca".split())
_MUST = frozenset("must should ought need".split())
_DOUBT = frozenset(
    "perhaps maybe possibly probably likely apparently allegedly supposedly presumably potentially".split()
)
_PAST_AUXILIARIES = frozenset("was were had did got".split())
_PRESENT_AUXILIARIES = frozenset("is are am 's ’s 're ’re 'm ’m has have 've ’ve do does be being been".split())
_HAVE = frozenset("has have had 've ’ve having".split())
_NEARLY = frozenset("nearly almost".split())
_SOON = frozenset("tomorrow tonight".split())
_ADJUNCTS = ("punct", "advmod", "cc", "discourse", "advcl", "vocative", "obl", "aux", "parataxis", "obl:tmod")
_NO_COMMANDS = frozenset("thank hope".split())  # "Thank you" does what it says
_BEFORE_COMMANDS = ("ADV", "PART", "INTJ", "CCONJ")
_POLITE = frozenset("do please let just".split())
_QUOTES = frozenset(['"', "“", "”", "‘", "'", "``", "''"])
_MANY = frozenset("police people men women children staff troops".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


@dataclass(frozen=True)
class Clause:
    """The clause of one predicate.

    Attributes:
        encoding: The words.
        syntax: Their trees.
        word: The predicate.
    """

    encoding: Encoding
    syntax: Syntax
    word: int

    def of(self, word: int) -> Clause:
        """Return the clause of another word of the same report."""
        return Clause(self.encoding, self.syntax, word)

    def lower(self, word: int) -> str:
        """Return a word in lower case."""
        return self.encoding.lower[word]

    @cached_property
    def _by_relation(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for child in self.syntax.children(self.word):
            found.setdefault(self.syntax.relations[child].partition(":")[0], []).append(child)
        return found

    def children(self, *relations: str) -> list[int]:
        """Return the dependents of the predicate of some relations, subtypes included, in text order."""
        found = self._by_relation
        if len(relations) == 1:
            return found.get(relations[0], [])
        return sorted(child for relation in relations for child in found.get(relation, ()))

    def after(self, word: int) -> str:
        """Return the word after another in lower case, "" at the end of the text."""
        return self.encoding.lower[word + 1] if word + 1 < len(self.encoding.words) else ""

    def is_relation(self, *relations: str) -> bool:
        """Tell whether the predicate's relation to its head is one of these."""
        return self.syntax.is_relation(self.word, *relations)

    def subject_in(self, forms: frozenset[str]) -> int | None:
        """Return the subject if it is one of these; a clause that is a subject itself has it right before the verb."""
        before = [self.word - 1] if self.word and self.is_relation("nsubj") else []
        subjects = [*self.children("nsubj"), *before]
        return next((word for word in subjects if self.lower(word) in forms), None)

    @cached_property
    def holder(self) -> int:
        """The verb whose auxiliaries hold here: an earlier conjunct's where this one has none and no subject."""
        at, syntax = self.word, self.syntax
        while syntax.is_relation(at, "conj") and not syntax.children(at, "aux", "cop", "nsubj", "mark"):
            is_joined = any(self.lower(child) in {"or", "nor"} for child in syntax.children(at, "cc"))
            if is_past(self.lower(at)) and not is_joined:
                break
            if syntax.upos[at] not in ("VERB", "AUX") or syntax.upos[syntax.heads[at]] not in ("VERB", "AUX"):
                break
            at = syntax.heads[at]
        return at

    @cached_property
    def auxiliaries(self) -> tuple[int, ...]:
        """The auxiliaries and the copula, in text order; of an earlier conjunct where they are shared."""
        found = self.syntax.children(self.holder, "aux", "cop")
        return tuple(word for word in found if self.lower(word) != "to")

    def negation(self) -> int | None:
        """Return the word that negates the clause: an adverb, or the subject or its "no"."""
        for word in self._negatable():
            low = self.lower(word)
            after = self.after(word)
            if (low in _NEGATIONS and after not in _NOT_NEGATED) or (low == "longer" and self.lower(word - 1) == "no"):
                return word
        for subject in self.children("nsubj"):
            if (found := self.negated_noun(subject)) is not None:
                return found
        return None

    def _negatable(self) -> list[int]:
        children = self.syntax.children
        found = self.children("advmod", "aux", "det", "cc")
        for auxiliary in self.auxiliaries:
            found = [*found, *children(auxiliary, "advmod")]
        if self.holder != self.word:
            found = [*found, *children(self.holder, "advmod")]
        return found

    def negated_noun(self, noun: int) -> int | None:
        """Return the word that says that there is no such thing: "no talks", "nobody", "neither side", "hardly anyone"."""
        if self.lower(noun) in _NO_SUBJECT:
            return noun
        if self.lower(noun) == "one" and noun and self.lower(noun - 1) == "no":
            return noun - 1
        for word in self.syntax.children(noun, "det", "advmod", "amod", "cc"):
            after = self.after(word)
            if self.lower(word) in {"no", "neither", "nor", "hardly", "scarcely", "zero"} and after != "doubt":
                return word
        return None

    def modal(self, kinds: frozenset[str]) -> int | None:
        """Return the auxiliary that is one of these forms."""
        return next((word for word in self.auxiliaries if self.lower(word) in kinds), None)

    def future(self) -> int | None:
        """Return "will" or its kin."""
        return self.modal(_FUTURE)

    def would(self) -> int | None:
        """Return "would"; "had" where it is written 'd is told apart by the participle after it."""
        found = self.modal(_WOULD)
        if found is not None and self.lower(found) != "would" and is_participle(self.lower(self.word)):
            return None
        return found

    def may(self) -> int | None:
        """Return an auxiliary of possibility: "may", "could", or "must have" of what is only inferred."""
        found = self.modal(_MAY)
        if found is None and (must := self.modal(frozenset({"must"}))) is not None and self.has_perfect():
            return must
        return found

    def must(self) -> int | None:
        """Return an auxiliary of duty."""
        return self.modal(_MUST)

    def has_perfect(self) -> bool:
        """Tell whether "have" is among the auxiliaries."""
        return any(self.lower(word) in _HAVE for word in self.auxiliaries)

    def doubt(self) -> int | None:
        """Return an adverb of doubt: "perhaps", "probably", "allegedly"."""
        return next((w for w in self.children("advmod") if self.lower(w) in _DOUBT), None)

    def marks(self) -> Iterator[int]:
        """Yield the words that bring the clause in: "if", "to", "without", "after", and adverbs such as "when"."""
        yield from self.children("mark", "case")
        yield from (w for w in self.children("advmod") if self.lower(w) in {"when", "once", "whenever"})

    def mark_in(self, forms: frozenset[str]) -> int | None:
        """Return the first mark that is one of these forms."""
        return next((word for word in self.marks() if self.lower(word) in forms), None)

    def is_infinitive(self) -> bool:
        """Tell whether "to" stands before the verb."""
        low = self.lower(self.word)
        is_verb_form = not low.endswith("ing") and (not is_past(low) or bool(self.children("aux")))
        return is_verb_form and self.mark_in(frozenset({"to"})) is not None

    def is_gerund(self) -> bool:
        """Tell whether the verb ends in -ing and has no auxiliary of its own."""
        return self.lower(self.word).endswith("ing") and not self.children("aux")

    @cached_property
    def tense(self) -> Tense:
        """The tense of the finite verb; "none" of a participle, an infinitive, a bare noun."""
        if self.future() is not None:
            return "future"
        auxiliaries = self.auxiliaries
        first = self.lower(auxiliaries[0]) if auxiliaries else ""
        if first in _PAST_AUXILIARIES:
            return "past"
        if first in _PRESENT_AUXILIARIES:
            is_perfect = first in _HAVE or (first in {"'s", "’s"} and any(self.lower(w) == "been" for w in auxiliaries))
            return "perfect" if is_perfect and self.lower(self.word) != first else "present"
        if auxiliaries or self.syntax.upos[self.word] not in ("VERB", "AUX"):
            return "none"
        return self._form_tense()

    def _form_tense(self) -> Tense:
        low = self.lower(self.word)
        if self.is_infinitive() or low.endswith("ing"):
            return "none"
        if low in SAME_IN_PRESENT:
            return "past"
        return "past" if is_participle(low) else "present"

    def is_progressive(self) -> bool:
        """Tell whether the verb is the -ing form after "be", or stands behind it: "is being held"."""
        if any(self.lower(w) == "being" for w in self.auxiliaries):
            return True
        return self.lower(self.word).endswith("ing") and bool(self.syntax.children(self.holder, "aux"))

    def is_state(self) -> bool:
        """Tell whether the predicate is a state by its form: an adjective or noun with a copula."""
        return bool(self.children("cop")) or self.syntax.upos[self.word] in ("ADJ", "ADV")

    def time_to_come(self) -> int | None:
        """Return the word that sets the clause in the future: "tomorrow", "next week", "on Friday" with a present tense."""
        for child in self.children("obl", "advmod", "nmod", "obj"):
            low = self.lower(child)
            if low in _SOON:
                return child
            if any(self.lower(w) == "next" for w in self.syntax.children(child, "amod")):
                return child
            if low in _DAYS and self.tense == "present":
                return child
        return None

    def question(self) -> int | None:
        """Return the question mark of a question that can be answered with yes or no."""
        sentence = self.syntax.sentences[self.syntax.sentence_of[self.word]]
        if not self._is_main():
            return None
        last = next(
            (w for w in range(sentence.end - 1, sentence.start - 1, -1) if self.encoding.words[w] not in "\"'”’)"), None
        )
        if last is None or self.encoding.words[last] != "?":
            return None
        words = self.encoding.lower[sentence.start : self.word]
        return None if {"who", "what", "why", "how", "when", "where", "which", "whose"} & set(words) else last

    def _is_main(self) -> bool:
        word = self.word
        while self.syntax.is_relation(word, "conj"):
            word = self.syntax.heads[word]
        return self.syntax.relations[word] == "root"

    def is_told(self) -> bool:
        """Tell whether the clause is what somebody said, planned or thought in the past: "would" is its future."""
        word, syntax = self.word, self.syntax
        while syntax.is_relation(word, "conj"):
            word = syntax.heads[word]
        if not syntax.is_relation(word, "ccomp", "acl", "parataxis") or syntax.relations[word] == "acl:relcl":
            return any(self.lower(child) == "said" for child in syntax.children(word, "parataxis"))
        return self.of(syntax.heads[word]).tense in ("past", "none", "perfect")

    def yet(self) -> int | None:
        """Return "yet" before an infinitive: "has yet to be ratified"."""
        if not self.is_infinitive():
            return None
        start = next(self.marks())
        return start - 1 if start and self.lower(start - 1) == "yet" else None

    def is_command(self) -> bool:
        """Tell whether the verb is a bare form without subject, and nothing but adjuncts before it; or a conjunct of one."""
        syntax, low = self.syntax, self.lower(self.word)
        if syntax.upos[self.word] != "VERB" or syntax.children(
            self.word, "nsubj", "mark", "expl", "csubj", "cop", "aux:pass"
        ):
            return False
        if any(self.lower(w) not in {"do", "n't", "n’t"} for w in self.auxiliaries) or not is_bare(low):
            return False
        if low in _NO_COMMANDS or (is_participle(low) and low not in SAME_IN_PRESENT):
            return False
        if syntax.relations[self.word] == "conj":
            return self.of(syntax.heads[self.word]).is_command()
        before = (child for child in syntax.children(self.word) if child < self.word)
        return all(syntax.is_relation(child, *_ADJUNCTS) for child in before) and self._opens_its_sentence()

    def _opens_its_sentence(self) -> bool:
        """Tell whether nothing but adverbs stands between the verb and a stop, a quotation mark after a stop, or the start."""
        at, start = self.word - 1, self.syntax.sentences[self.syntax.sentence_of[self.word]].start
        while (
            at >= start
            and (self.syntax.upos[at] in _BEFORE_COMMANDS or self.lower(at) in _POLITE)
            and self.lower(at) != "more"
        ):
            at -= 1
        while at >= start and self.encoding.words[at] in _QUOTES:
            at -= 1
        return at < start or self.syntax.upos[at] == "PUNCT"

    def almost(self) -> int | None:
        """Return "nearly" or "almost" right before the verb."""
        return next((w for w in self.children("advmod") if self.lower(w) in _NEARLY and w < self.word), None)

    def is_subjunctive(self) -> bool:
        """Tell whether the verb is bare after a subject that would ask for -s: "that he apologise", "that it be closed"."""
        auxiliaries = self.auxiliaries
        if auxiliaries:
            return self.lower(auxiliaries[0]) == "be"
        subjects, own = self.children("nsubj"), self.lower(self.word)
        if not subjects or self.syntax.upos[self.word] != "VERB" or own == "guilty" or not is_bare(own):
            return False
        low = self.lower(subjects[0])
        is_one = low in {"he", "she", "it"} or (self.syntax.upos[subjects[0]] == "NOUN" and not low.endswith("s"))
        return is_one and low not in _MANY and not self.syntax.children(subjects[0], "conj", "nummod")

    def is_headline(self) -> bool:
        """Tell whether the sentence ends its line without a stop, as headlines do."""
        sentence = self.syntax.sentences[self.syntax.sentence_of[self.word]]
        ends_line = sentence.end == len(self.encoding.words) or self.encoding.line_starts[sentence.end]
        starts_line = self.encoding.line_starts[sentence.start]
        return ends_line and starts_line and self.syntax.upos[sentence.end - 1] != "PUNCT"

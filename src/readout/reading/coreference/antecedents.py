# SPDX-License-Identifier: Apache-2.0
"""The antecedent that the learned ranking proposes and nothing contradicts, and when the ranking is believed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readout.reading.coreference.contradictions import Owner, may_be, speaks_of_others
from readout.reading.coreference.counts import are_several_before
from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.facts import is_plural_name

__all__ = ["Antecedents", "Ranked", "Thresholds"]

_TOLD_TO = 8  # mentions back to whom a verb tells it
_WILL = frozenset({"would", "will", "'d", "’d", "'ll", "’ll"})
# What nobody tells another that he would do.
_OWN_DEEDS = frozenset("resign step retire visit attend send support accept sign veto release".split())
_KNOWN = 0.3  # added where it is known that somebody is a "she"

Ranked = Sequence[Sequence[tuple[int, float]]]
"""For each mention its antecedents and their log odds, best first."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When the learned ranking is believed, in log odds against "new entity"; tuned on GUM.

    Attributes:
        personal: Least for he, she, I and you.
        neutral: Least for it and they.
        plural: Least for they and a name in the plural in their sentence.
        definite: Least for "the official", "his aide".
        bare: Least for a description without an article.
        indefinite: Least for "an official".
        others: Least for a plural without "the" of a noun that nobody before it was called by.
        back: Added for each sentence since a chain was last mentioned.
        quoted: Added where that mention is in a quotation that the pronoun is not in.
        forgotten: Added where it is too far back to be counted.
    """

    personal: float = -1.0
    neutral: float = -0.5
    plural: float = -1.5
    definite: float = -1.0
    bare: float = -1.0
    indefinite: float = 0.0
    others: float = 1.0
    back: float = -0.5
    quoted: float = -0.5
    forgotten: float = -1.5


class Antecedents:
    """The choice among the antecedents that the ranking proposes."""

    def __init__(self, discourse: Discourse, ranked: Ranked, least: Thresholds) -> None:
        """Take what to choose from.

        Args:
            discourse: The mentions of the report.
            ranked: What `rank_antecedents` says of them.
            least: When to believe it.
        """
        self.ranked, self.least = ranked, least
        self._discourse = discourse

    def choose(
        self,
        i: int,
        owner: Owner,
        least: float | None = None,
        *,
        singular_they: bool = False,
        only_deictic: bool = False,
    ) -> int | None:
        """Return the best antecedent that agrees and does not contradict what is known of its chain.

        Args:
            i: The mention that is to be understood.
            owner: Tells who owns a description.
            least: What its log odds must be at least; by default what its kind of mention needs.
            singular_they: Whether "they" may mean one person; one with a name only where no plural stands before it.
            only_deictic: Whether the antecedent must be "I", "we" or "you".
        """
        facts, chains = self._discourse.facts, self._discourse.chains
        least = self._least_for(i) if least is None else least
        several = singular_they and are_several_before(self._discourse, i)
        fitting = (
            (score, j)
            for j, score in self.ranked[i]
            if score >= (least if not self._are_many_here(i, j) else self.least.plural)
            and not (only_deictic and facts[j].person not in {1, 2})
            and not self._is_quoted_party(i, j)
            and not self._is_still_open(i, j)
            and (score >= self.least.others or not speaks_of_others(self._discourse, i, j))
            and may_be(self._discourse, i, j, owner=owner)
            and chains.agrees(i, j, singular_they=singular_they and not (several and chains.is_named(j)))
        )
        if facts[i].person != 3:
            return next((j for _, j in fitting), None)
        good = list(fitting)
        if not good:
            return None
        salience = self._salience(i)
        if not facts[i].gender and self._discourse.quotations[self._discourse.mentions[i].head] >= 0:
            good = [(score, j) for score, j in good if self._is_in_reach(i, j)]
        if not facts[i].gender:  # "it" and "they" mean what was spoken of just now
            good = [(score, j) for score, j in good if chains.of(j) in salience]
            good = [found for found in good if self._are_many_here(i, found[1])] or good
        if len(good) < 2:
            return good[0][1] if good else None
        known = {
            j: _KNOWN * ((bool(facts[i].gender) and chains.gender(j) == facts[i].gender) or self._is_saying(i, j))
            for _, j in good
        }
        return max(
            good, key=lambda found: found[0] + known[found[1]] + salience.get(chains.of(found[1]), self.least.forgotten)
        )[1]

    def _is_saying(self, i: int, j: int) -> bool:
        """Tell whether one says of himself what the other does: "[The envoy] told state television that [he] would go"."""
        syntax, said = self._discourse.syntax, self._discourse.syntax.heads[self._discourse.mentions[i].head]
        is_said = syntax.is_relation(self._discourse.mentions[i].head, "nsubj") and syntax.is_relation(said, "ccomp")
        is_doer = self._discourse.mentions[j].head in syntax.children(syntax.heads[said], "nsubj")
        is_doer = is_doer and self._discourse.facts[j].definiteness in {"definite", "owned"}
        is_doer = is_doer and self._discourse.mentions[j].form == "nominal"
        is_doer = is_doer and (self._is_promised(said) or not self._is_told_to_person(i, syntax.heads[said]))
        return bool(self._discourse.facts[i].gender) and is_said and is_doer

    def _is_promised(self, said: int) -> bool:
        """Tell whether somebody tells what he himself would do: "the premier told the king that he [would resign]"."""
        syntax, lower = self._discourse.syntax, self._discourse.encoding.lower
        is_asked = lower[syntax.heads[said]].startswith("ask")  # "asked the minister if he would resign"
        return (
            lower[said] in _OWN_DEEDS and not is_asked and any(lower[w] in _WILL for w in syntax.children(said, "aux"))
        )

    def _is_told_to_person(self, i: int, verb: int) -> bool:
        """Tell whether a verb tells it to one person whom a pronoun may mean as well: "the envoy told [Netanyahu] that he must"."""
        discourse, syntax = self._discourse, self._discourse.syntax
        told = set(syntax.children(verb, "obj", "iobj", "obl"))
        return any(
            discourse.mentions[j].head in told and discourse.facts[j].kind == "person" and discourse.chains.agrees(i, j)
            for j in range(max(0, i - _TOLD_TO), i)
        )

    def _are_many_here(self, i: int, j: int) -> bool:
        """Tell whether a name is a plural of the same sentence: "the [Houthis] hold no seat; their negotiator" is not Britain's."""
        discourse, sentence_of = self._discourse, self._discourse.syntax.sentence_of
        one, other = discourse.mentions[i], discourse.mentions[j]
        if not discourse.facts[i].person or discourse.facts[i].number != "many" or other.form != "name":
            return False
        return sentence_of[one.head] == sentence_of[other.head] and is_plural_name(discourse.encoding, other)

    def _is_quoted_party(self, i: int, j: int) -> bool:
        """Tell whether one is the "I" or "you" of a quotation that the other is no part of: who that is, its speaker tells."""
        discourse, mentions = self._discourse, self._discourse.mentions
        if discourse.facts[j].person not in {1, 2} or discourse.facts[i].person in {1, 2}:
            return False
        return discourse.quotations[mentions[j].head] not in {-1, discourse.quotations[mentions[i].head]}

    def _is_still_open(self, i: int, j: int) -> bool:
        """Tell whether one is an "it" or "he" of a quotation that the other is not in, of whom nothing is known yet."""
        discourse, head = self._discourse, self._discourse.mentions[j].head
        is_quoted = discourse.quotations[head] not in {-1, discourse.quotations[discourse.mentions[i].head]}
        is_open = discourse.facts[j].person == 3 and len(discourse.chains.members(j)) == 1
        return is_quoted and is_open and discourse.mentions[i].form == "nominal"

    def _is_in_reach(self, i: int, j: int) -> bool:
        """Tell whether "they" in a quotation may mean what is told in its paragraph, or in a quotation of the one before."""
        mentions, lines = self._discourse.mentions, self._discourse.encoding.line_numbers
        back = lines[mentions[i].head] - lines[mentions[j].head]
        return back == 0 or (back == 1 and self._discourse.quotations[mentions[j].head] >= 0)

    def _least_for(self, i: int) -> float:
        facts, least = self._discourse.facts[i], self.least
        if facts.person:
            return least.personal if facts.gender or facts.person in {1, 2} else least.neutral
        if facts.definiteness in {"definite", "owned"}:
            return least.definite
        return least.bare if facts.definiteness == "bare" else least.indefinite

    def _salience(self, i: int) -> dict[int, float]:
        """Tell how present each chain is before a pronoun: how far back its last mention is, and in whose words."""
        mentions, quotations = self._discourse.mentions, self._discourse.quotations
        found: dict[int, float] = {}
        for j, back in self._discourse.recent(i):
            inside = quotations[mentions[j].head] not in {-1, quotations[mentions[i].head]}
            score = self.least.back * back + self.least.quoted * inside
            chain = self._discourse.chains.of(j)
            found[chain] = max(score, found.get(chain, -9.0))
        return found

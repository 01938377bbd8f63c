# SPDX-License-Identifier: Apache-2.0
"""Pronouns put together with whom they mean: by the ranking, else by the subject behind, else by who is most prominent."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.coreference.amongthem import is_of_several, listed_before
from readout.reading.coreference.antecedents import Antecedents, Ranked, Thresholds
from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.facts import singular_of
from readout.reading.coreference.interviews import Interview
from readout.reading.coreference.quotedselves import subjects_told_of, tellers
from readout.reading.coreference.spokespeople import person_spoken_for
from readout.reading.coreference.succession import newcomer_meant
from readout.resources import cue_verb, kin_of_noun

__all__ = ["Pronouns"]

_FARTHEST = 60  # mentions
_PLURAL = frozenset("they their them themselves theirs".split())


_QUOTING = frozenset("quote quoted quotes cite cited cites paraphrased".split())
_SENTENCE = 20  # words from "both" to "they"
_WHOEVER = frozenset("both someone somebody anyone anybody everyone everybody nobody".split())


_AIDES = frozenset("aide spokesman spokeswoman spokesperson adviser advisor lawyer representative".split())
_CLAUSE = 8  # mentions from who says to what is said
# What somebody without a name says of himself: "a spokesman said he was not aware of it".
_OWN = frozenset(
    "know knew comment confirm aware authorised authorized permitted allowed unaware think thought".split()
)


_ASKING = frozenset({"ask", "asks", "asked", "asking"})
_ANSWERING = frozenset("said replied answered responded denied declined refused".split())
_QUESTIONS = frozenset({"why", "whether", "if", "how", "what", "when", "where"})
_FAMILY = frozenset({"family", "children", "parents"})


class Pronouns:
    """The linking of pronouns, in the text and as owners of descriptions ("his" of "his counterpart")."""

    def __init__(
        self, discourse: Discourse, ranked: Ranked, least: Thresholds, interview: Interview | None = None
    ) -> None:
        """Take what to link with; the arguments are those of `Antecedents`, and who asks where in an interview."""
        self._discourse, self._interview = discourse, interview
        self._heads = {mention.head for mention in discourse.mentions}
        self._tellers = tellers(discourse, only_whole=True)
        self._told_by: dict[int, list[int]] = {}
        for quotation, teller in self._tellers.items():
            self._told_by.setdefault(teller, []).append(quotation)
        self._told_of = subjects_told_of(discourse)
        self.antecedents = Antecedents(discourse, ranked, least)

    def link(self, i: int) -> None:
        """Put a pronoun together with its antecedent, if it has one that is sure enough."""
        if self.is_joined(i):
            return
        self._part_from_quoted(i)
        self._part_from_teller(i)
        is_deictic = self._discourse.facts[i].person in {1, 2}
        best = self._deictic(i) if is_deictic else self._third_person(i)
        if best is not None:
            self._discourse.chains.join(i, best)

    def _part_from_quoted(self, i: int) -> None:
        """Say that who tells a quotation is nobody whom it names: “[Blinken] asked for it,” [she] said."""
        discourse = self._discourse
        for quotation in self._told_by.get(i, ()):
            for j in range(max(0, i - _FARTHEST), min(len(discourse.mentions), i + _FARTHEST)):
                is_named = discourse.mentions[j].form == "name" and discourse.facts[j].kind == "person"
                if is_named and self._quotation(j) == quotation and not self._names_himself(j):
                    discourse.chains.bar(i, j)

    def _names_himself(self, j: int) -> bool:
        """Tell whether somebody says who he is: “My name is [Ana Lima],” “I am [Ana Lima],” “I, [Ana Lima], swear”."""
        syntax, head = self._discourse.syntax, self._discourse.mentions[j].head
        owners = (o for w in syntax.children(head, "nsubj") for o in syntax.children(w, "nmod:poss"))
        near = {*syntax.children(head, "nsubj"), *owners, syntax.heads[head]}
        return not syntax.children(head, "case") and any(self._lower(w) in {"i", "my"} for w in near)

    def _part_from_teller(self, i: int) -> None:
        """Say that who tells a quotation is no "he" in it, once it is known who that is: “[His] government fell,” [she] said."""
        teller = self._tellers.get(self._quotation(i))
        if teller is None or self._discourse.facts[i].person != 3:
            return
        if self._discourse.mentions[teller].form == "pronoun":
            self.link(teller)
        if self._discourse.mentions[teller].form != "pronoun" or self._discourse.chains.is_named(teller):
            self._discourse.chains.bar(i, teller)

    def owner(self, i: int) -> int | None:
        """Return the mention that owns a description, after linking it if it is a pronoun."""
        owner = self._discourse.owner(i)
        if owner is not None and self._discourse.mentions[owner].form == "pronoun":
            self.link(owner)
        return owner

    def is_joined(self, i: int) -> bool:
        """Tell whether a mention already has a named antecedent by the sentence itself or by its words."""
        discourse, owner = self._discourse, self.owner(i)
        if owner is not None and discourse.mentions[owner].form == "pronoun":
            discourse.chains.bar(i, owner)  # nobody is their own deputy
        return len(discourse.chains.members(i)) > 1 and (discourse.chains.is_named(i) or discourse.chains.of(i) < i)

    def _third_person(self, i: int) -> int | None:
        discourse, facts = self._discourse, self._discourse.facts[i]
        if facts.number == "many" and self._is_behind_whoever(i):
            return None
        topic = self._told_of.get(self._quotation(i))
        if topic is not None and self._is_subject(i) and discourse.chains.agrees(i, topic):
            return self._told_of.pop(self._quotation(i))
        best = listed_before(discourse, i)
        best = newcomer_meant(discourse, i) if best is None else best
        best = person_spoken_for(discourse, i) if best is None else best
        best = self._principal(i) if best is None else best
        best = self._quoted_again(i) if best is None else best
        best = self._asked(i) if best is None else best
        best = self._answering(i) if best is None else best
        best = self._served(i) if best is None else best
        best = self._with_his(i) if best is None else best
        best = self._goes_on(i) if best is None else best
        best = self.antecedents.choose(i, self.owner) if best is None else best
        if facts.gender and (best is None or not self._are_in_line(i, best)):
            alone = self._only_named(i)
            is_here = best is not None and self._is_in_sentence(i, best)
            alone = self._subject_before(i) if alone is None and not is_here else alone
            if alone is None and (best is None or not discourse.is_near(i, best)):
                alone = self._only_named_above(i)
            best = best if alone is None else alone
        if best is None and facts.noun in _PLURAL and not is_of_several(discourse, i):
            best = self.antecedents.choose(i, self.owner, self.antecedents.least.neutral, singular_they=True)
        if best is None and facts.gender:
            best = self._subject_after(i)
        if best is None and facts.gender:
            best = self._salient(i)
        return best

    def _is_behind_whoever(self, i: int) -> bool:
        """Tell whether "both" or "someone" stands before in the sentence, who "they" then are: "talks with [both] if they stop"."""
        syntax, head = self._discourse.syntax, self._discourse.mentions[i].head
        first = syntax.sentences[syntax.sentence_of[head]].start
        for j in range(i - 1, -1, -1):
            other = self._discourse.mentions[j]
            if other.head < first:
                break
            facts = self._discourse.facts[j]
            if other.form != "pronoun" and facts.number == "many" and facts.kind in {"person", "group"}:
                first = other.head + 1  # "nobody from the firm was hurt, and the workers said [they]"
                break
        near = [w for w in range(max(first, head - _SENTENCE), head) if w not in self._heads]
        return any(
            self._discourse.encoding.lower[w] in _WHOEVER
            and syntax.is_relation(w, "obl", "obj", "iobj", "nsubj", "nmod")
            for w in near
        )

    def _are_in_line(self, i: int, j: int) -> bool:
        lines, mentions = self._discourse.encoding.line_numbers, self._discourse.mentions
        return bool(lines[mentions[i].head] == lines[mentions[j].head])

    def _is_in_sentence(self, i: int, j: int) -> bool:
        """Tell whether somebody is mentioned in the sentence of a pronoun, before it."""
        chains, sentence_of, mentions = (
            self._discourse.chains,
            self._discourse.syntax.sentence_of,
            self._discourse.mentions,
        )
        here = sentence_of[mentions[i].head]
        near = (k for k in self._in_paragraph(i, 0) if sentence_of[mentions[k].head] == here)
        return any(chains.of(k) == chains.of(j) for k in near)

    def _only_named(self, i: int) -> int | None:
        """Find the only person that the paragraph names before a "he" or "she", outside of quotations: a subject that fits."""
        return None if self._quotation(i) >= 0 else self._only_subject(i, self._in_paragraph(i, 0))

    def _only_named_above(self, i: int) -> int | None:
        """Find the only person that the paragraph above names, where a paragraph begins with "he" and names nobody before it."""
        facts, mentions = self._discourse.facts, self._discourse.mentions
        before = [j for j in self._in_paragraph(i, 0) if not self._discourse.holds(i, j)]
        is_first = not any(facts[j].kind == "person" and mentions[j].form != "pronoun" for j in before)
        is_first = is_first and not self._has_doer(i)
        return self._only_subject(i, self._in_paragraph(i, 1)) if is_first and self._quotation(i) < 0 else None

    def _subject_before(self, i: int) -> int | None:
        """Find whom the sentence before tells of, for who speaks next in its paragraph: "[Lind] said no. “Never,” she added"."""
        discourse, mentions, syntax = self._discourse, self._discourse.mentions, self._discourse.syntax
        head = mentions[i].head
        if self._quotation(i) >= 0 or not self._is_subject(i) or cue_verb(self._lower(syntax.heads[head])) is None:
            return None
        j = self._main_subject_before(i)
        is_person = j is not None and mentions[j].type == "person"
        return j if j is not None and is_person and discourse.chains.agrees(i, j) else None

    def _quoted_again(self, i: int) -> int | None:
        """Find who spoke in the sentence before, of "him" quoted next: "Lind said no. TASS quoted [him] as saying"."""
        discourse, syntax, head = self._discourse, self._discourse.syntax, self._discourse.mentions[i].head
        is_quoted = self._lower(head - 1) in _QUOTING and discourse.encoding.lower[head + 1 : head + 2] == ("as",)
        if self._quotation(i) >= 0 or not is_quoted:
            return None
        j = self._main_subject_before(i)
        if j is None or discourse.facts[j].kind != "person" or not discourse.chains.agrees(i, j):
            return None
        return j if cue_verb(self._lower(syntax.heads[discourse.mentions[j].head])) is not None else None

    def _asked(self, i: int) -> int | None:
        """Find who is asked about himself: "The senator asked [Lind] why [he] had not resigned", not "whether he could go"."""
        discourse, syntax, lower = self._discourse, self._discourse.syntax, self._discourse.encoding.lower
        verb = syntax.heads[discourse.mentions[i].head]
        asking = syntax.heads[verb]
        if not discourse.facts[i].gender or not self._is_subject(i) or lower[asking] not in _ASKING:
            return None
        helpers = {lower[w] for w in syntax.children(verb, "aux")}
        between = set(lower[asking + 1 : discourse.mentions[i].head])
        if self._is_fronted(asking) and not between.isdisjoint(_QUESTIONS):
            doers = set(syntax.children(syntax.heads[asking], "nsubj"))
            behind = range(i + 1, min(i + _CLAUSE, len(discourse.mentions)))
            who = next((j for j in behind if discourse.mentions[j].head in doers), None)
            is_free = who is not None and discourse.chains.agrees(i, who) and not self._is_asked_about(i, asking)
            return who if is_free else None
        if between.isdisjoint(_QUESTIONS) or not helpers.isdisjoint({"could", "can", "may", "might"}):
            return None
        objects = [w for w in syntax.children(asking, "obj", "iobj") if w > asking]
        near = range(i - 1, max(-1, i - _CLAUSE), -1)
        askers = (j for j in near if discourse.mentions[j].head in syntax.children(asking, "nsubj"))
        is_reproach = "why" in between and not syntax.children(verb, "aux:pass")
        if not is_reproach and any(discourse.chains.agrees(i, j) for j in askers):
            return None  # "The suspect asked the judge when [he] would be freed"
        found = (j for j in near if discourse.mentions[j].head in objects and discourse.facts[j].kind == "person")
        return next((j for j in found if discourse.chains.agrees(i, j)), None)

    def _is_asked_about(self, i: int, asking: int) -> bool:
        """Tell whether somebody else is asked about who may be meant: "Asked about [the blogger] and why he was in jail"."""
        discourse = self._discourse
        if self._lower(asking + 1) != "about":
            return False
        near = (j for j in range(max(0, i - _CLAUSE), i) if discourse.mentions[j].head > asking)
        return any(discourse.facts[j].kind == "person" and discourse.chains.agrees(i, j) for j in near)

    def _answering(self, i: int) -> int | None:
        """Find who was asked in the sentence before, for who answers: "Rao asked [Lind] whether it was so. [She] said it was"."""
        discourse, syntax, head = self._discourse, self._discourse.syntax, self._discourse.mentions[i].head
        number = syntax.sentence_of[head] - 1
        if not discourse.facts[i].gender or not self._is_subject(i) or self._quotation(i) >= 0 or number < 0:
            return None
        sentence = syntax.sentences[number]
        asking = next((w for w in range(sentence.start, sentence.end) if syntax.heads[w] == w), sentence.start)
        is_passive = bool(syntax.children(asking, "nsubj:pass", "aux:pass"))
        if self._lower(asking) not in _ASKING or is_passive or self._lower(syntax.heads[head]) not in _ANSWERING:
            return None
        asked = syntax.children(asking, "obj", "iobj")
        if not asked or _QUESTIONS.isdisjoint(discourse.encoding.lower[asked[0] : sentence.end]):
            return None
        near = (j for j in self._in_paragraph(i, 0) if discourse.mentions[j].head == asked[0])
        return next((j for j in near if discourse.facts[j].kind == "person" and discourse.chains.agrees(i, j)), None)

    def _is_fronted(self, verb: int) -> bool:
        """Tell whether a sentence begins with what somebody was asked: "[Asked] by Lind why he had left, Berg said no"."""
        syntax = self._discourse.syntax
        first = syntax.sentences[syntax.sentence_of[verb]].start
        is_passive = self._lower(verb) == "asked" and not syntax.children(verb, "nsubj", "obj", "iobj")
        return is_passive and verb - first <= 1 and syntax.heads[verb] > verb

    def _with_his(self, i: int) -> int | None:
        """Find whose wife is named beside him: "would meet [Yoon] and [his] wife", but not "praised Lind and his generals"."""
        discourse, syntax = self._discourse, self._discourse.syntax
        head = discourse.mentions[i].head
        noun = syntax.heads[head]
        if not discourse.facts[i].gender or not syntax.is_relation(head, "nmod:poss"):
            return None
        if self._lower(head - 1) != "and" or not syntax.is_relation(noun, "conj"):
            return None
        if kin_of_noun(singular_of(self._lower(noun))) is None and self._lower(noun) not in _FAMILY:
            return None
        near = range(i - 1, max(-1, i - _CLAUSE), -1)
        ending = (j for j in near if discourse.mentions[j].end == head - 1 and discourse.mentions[j].form == "name")
        beside = next((j for j in ending if discourse.facts[j].kind == "person"), None)
        return beside if beside is not None and discourse.chains.agrees(i, beside) else None

    def _served(self, i: int) -> int | None:
        """Find "his" of who does something to "him": "said that [his] former boss had promised to reimburse [him]"."""
        discourse, syntax = self._discourse, self._discourse.syntax
        head = discourse.mentions[i].head
        if not discourse.facts[i].gender or not syntax.is_relation(head, "obj", "iobj"):
            return None
        verb = syntax.heads[head]
        while syntax.is_relation(verb, "xcomp") and not syntax.children(verb, "nsubj"):
            verb = syntax.heads[verb]
        owners = {w for s in syntax.children(verb, "nsubj") for w in syntax.children(s, "nmod:poss")}
        near = range(i - 1, max(-1, i - _CLAUSE), -1)
        found = (j for j in near if discourse.mentions[j].head in owners and discourse.mentions[j].form == "pronoun")
        return next((j for j in found if discourse.facts[j].gender == discourse.facts[i].gender), None)

    def _principal(self, i: int) -> int | None:
        """Find of whom an aide without a name speaks: "[Lind] left early. An aide denied that [he] had done so in protest"."""
        discourse, syntax, head = self._discourse, self._discourse.syntax, self._discourse.mentions[i].head
        verb = syntax.heads[head]
        if not discourse.facts[i].gender or not self._is_subject(i) or self._quotation(i) >= 0:
            return None
        said = syntax.heads[verb]
        if not syntax.is_relation(verb, "ccomp") or cue_verb(self._lower(said)) is None or self._lower(verb) in _OWN:
            return None
        while syntax.is_relation(said, "conj") and not syntax.children(said, "nsubj"):
            said = syntax.heads[said]
        aides = set(syntax.children(said, "nsubj"))
        is_aide = any(
            discourse.mentions[j].head in aides and discourse.facts[j].noun in _AIDES
            and discourse.facts[j].definiteness == "indefinite"
            and discourse.mentions[j].end == discourse.mentions[j].head + 1
            for j in range(i - 1, max(-1, i - _CLAUSE), -1)
        )  # fmt: skip
        j = self._main_subject_before(i) if is_aide else None
        is_person = j is not None and discourse.facts[j].kind == "person"
        return j if j is not None and is_person and discourse.chains.agrees(i, j) else None

    def _goes_on(self, i: int) -> int | None:
        """Find whom the sentence before tells of, for a "he" that begins the next: "[Lind] met Berg. [He] and Rau left"."""
        discourse, syntax, head = self._discourse, self._discourse.syntax, self._discourse.mentions[i].head
        is_first = syntax.sentences[syntax.sentence_of[head]].start == head
        if not discourse.facts[i].gender or not is_first or self._quotation(i) >= 0 or not self._is_subject(i):
            return None
        j = self._main_subject_before(i)
        is_person = j is not None and discourse.facts[j].kind == "person"
        return j if j is not None and is_person and discourse.chains.agrees(i, j) else None

    def _main_subject_before(self, i: int) -> int | None:
        """Find the name that is the subject of the sentence before, in the paragraph of a mention."""
        mentions, syntax = self._discourse.mentions, self._discourse.syntax
        before = syntax.sentence_of[mentions[i].head] - 1
        for j in self._in_paragraph(i, 0):
            at = mentions[j].head
            if syntax.sentence_of[at] < before:
                return None
            main = syntax.heads[at]
            is_main = self._is_subject(j) and syntax.heads[main] == main and syntax.sentence_of[at] == before
            if is_main and mentions[j].form == "name" and self._quotation(j) < 0:
                return j
        return None

    def _lower(self, word: int) -> str:
        return self._discourse.encoding.lower[word]

    def _has_doer(self, i: int) -> bool:
        """Tell whether a name is a subject before a mention in its paragraph, be it one that no mention is known for."""
        syntax, lines = self._discourse.syntax, self._discourse.encoding.line_numbers
        word = self._discourse.mentions[i].head - 1
        line = lines[word + 1]
        while word >= 0 and lines[word] == line:
            if syntax.upos[word] == "PROPN" and syntax.is_relation(word, "nsubj"):
                return True
            word -= 1
        return False

    def _in_paragraph(self, i: int, above: int) -> list[int]:
        """Return the mentions before one in its paragraph or so many above, the latest first."""
        lines, mentions = self._discourse.encoding.line_numbers, self._discourse.mentions
        line = lines[mentions[i].head] - above
        found = []
        for j in range(i - 1, max(-1, i - _FARTHEST), -1):
            here = lines[mentions[j].head]
            if here < line:
                break
            if here == line:
                found.append(j)
        return found

    def _only_subject(self, i: int, near: Sequence[int]) -> int | None:
        discourse = self._discourse
        named: dict[int, int] = {}
        for j in near:
            mention = discourse.mentions[j]
            is_other = discourse.is_clause_mate(i, j) or not discourse.chains.may_join(i, j)
            if mention.form == "name" and mention.type == "person" and self._quotation(j) < 0 and not is_other:
                named.setdefault(discourse.chains.of(j), j)
        best = next(iter(named.values())) if len(named) == 1 else None
        if best is None or not (self._is_told_of(best, near) or self._is_met_by_me(best)):
            return None
        return None if discourse.is_clause_mate(i, best) or not discourse.chains.agrees(i, best) else best

    def _is_told_of(self, i: int, near: Sequence[int]) -> bool:
        """Tell whether somebody is a subject by the name or by what is said to be the same: “[The premier], Lind, was tired”."""
        chains = self._discourse.chains
        return self._is_subject(i) or any(chains.of(j) == chains.of(i) and self._is_subject(j) for j in near)

    def _is_subject(self, i: int) -> bool:
        return self._discourse.syntax.is_relation(self._discourse.mentions[i].head, "nsubj")

    def _is_met_by_me(self, i: int) -> bool:
        """Tell whether "I" or "we" do something with whom a mention names, who alone can be "he" then: "I spoke with [Rubio]"."""
        syntax, head = self._discourse.syntax, self._discourse.mentions[i].head
        subjects = (
            syntax.children(syntax.heads[head], "nsubj") if syntax.is_relation(head, "obj", "iobj", "obl") else []
        )
        return any(self._discourse.encoding.lower[word] in {"i", "we"} for word in subjects)

    def _salient(self, i: int) -> int | None:
        """Find the most prominent of the last sentences: a subject before others, a near one before a far one."""
        discourse = self._discourse
        best: tuple[float, int] | None = None
        for j, back in discourse.recent(i):
            if j in discourse.left_out or discourse.facts[j].person in {1, 2}:
                continue
            if not discourse.facts[i].gender and self._quotation(i) >= 0 and not self._are_in_line(i, j):
                continue
            if discourse.holds(i, j) or discourse.is_clause_mate(i, j) or not discourse.chains.agrees(i, j):
                continue
            subject = discourse.syntax.is_relation(discourse.mentions[j].head, "nsubj")
            score = subject - 0.75 * back + 0.5 * discourse.chains.is_named(j)
            best = max(best, (score, j)) if best is not None else (score, j)
        return None if best is None else best[1]

    def _subject_after(self, i: int) -> int | None:
        """Find the subject of the main clause behind a pronoun's own: "Before she left, Ardern thanked"."""
        mentions, syntax = self._discourse.mentions, self._discourse.syntax
        for clause in syntax.ancestors(mentions[i].head):
            if not syntax.is_relation(clause, "advcl"):
                continue
            subjects = [w for w in syntax.children(syntax.heads[clause], "nsubj") if w > clause]
            found = [j for j in range(i + 1, min(i + 8, len(mentions))) if mentions[j].head in subjects]
            return next((j for j in found if self._discourse.chains.agrees(i, j)), None)
        return None

    def _deictic(self, i: int) -> int | None:
        """Find the like of "I" and "you", and nothing else: who speaks is for the statements to say.

        In a quotation they go back to none outside it; elsewhere, in a speech or an interview, the ranking tells.
        """
        if self._quotation(i) < 0:
            if self._role(i):
                return next(
                    (j for j, score in self.antecedents.ranked[i] if self._is_like_in_interview(i, j, score)), None
                )
            return self.antecedents.choose(i, self.owner, self.antecedents.least.personal, only_deictic=True)
        return next((j for j, _ in self.antecedents.ranked[i] if self._is_like_in_quotation(i, j)), None)

    def _role(self, i: int) -> str:
        if self._interview is None or self._quotation(i) >= 0 or self._discourse.facts[i].person not in {1, 2}:
            return ""
        line = int(self._discourse.encoding.line_numbers[self._discourse.mentions[i].head])
        return self._interview.role(line, self._discourse.facts[i].person)

    def _is_like_in_interview(self, i: int, j: int, score: float) -> bool:
        one, other = self._discourse.facts[i], self._discourse.facts[j]
        is_like = one.person == other.person and one.number == other.number
        is_like = is_like and (self._role(i) == "asked") == (self._role(j) == "asked")
        return is_like and score >= self.antecedents.least.personal

    def _is_like_in_quotation(self, i: int, j: int) -> bool:
        one, other = self._discourse.facts[i], self._discourse.facts[j]
        is_like = (one.person, one.number) == (other.person, other.number)
        return is_like and self._quotation(j) == self._quotation(i)

    def _quotation(self, i: int) -> int:
        return self._discourse.quotations[self._discourse.mentions[i].head]

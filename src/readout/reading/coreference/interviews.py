# SPDX-License-Identifier: Apache-2.0
"""Who "you" and "I" are in an interview that sets questions and answers apart by paragraphs alone, without labels.

"What drew you to the law? / My father was a judge.": who is asked answers. Where paragraphs do not alternate so, and in
quotations, nothing is said here.
"""

from __future__ import annotations

from dataclasses import dataclass

from readout.reading.coreference.discourse import Discourse

__all__ = ["Interview", "find_interview", "join_interviewee"]

_LEAST = 3  # questions
_LONGEST = 90  # words of a question
_TOLD = 25  # words of an answer, on the average: in a conversation they are shorter


@dataclass(frozen=True, slots=True)
class Interview:
    """The paragraphs of an interview.

    Attributes:
        asking: Numbers of the paragraphs that ask.
        start: Number of the first of them; those above introduce.
    """

    asking: frozenset[int]
    start: int

    def role(self, line: int, person: int) -> str:
        """Return who is meant by a pronoun of the first or second person in a paragraph, as seen by both sides."""
        if line < self.start:
            return ""
        return "asked" if (line in self.asking) == (person == 2) else "asking"


def find_interview(discourse: Discourse) -> Interview | None:
    """Find the questions of an interview: paragraphs that end with one, to which the next answers in the first person."""
    encoding, quotations = discourse.encoding, discourse.quotations
    lines = dict(enumerate(encoding.lines))
    asking = {
        number
        for number, (start, end) in lines.items()
        if encoding.words[end - 1] == "?" and quotations[end - 1] < 0 and end - start <= _LONGEST
    }
    if len(asking) < _LEAST:
        return None
    addressed = [line for line in asking if _says(discourse, lines[line], _YOU)]
    behind = [lines[line + 1] for line in asking if line + 1 not in asking and line + 1 in lines]
    answered = [words for words in behind if _says(discourse, words, _I)]
    told = [end - start for number, (start, end) in lines.items() if number > min(asking) and number not in asking]
    if len(addressed) < _LEAST - 1 or len(answered) < _LEAST - 1 or sum(told) < _TOLD * len(told) or min(asking) == 0:
        return None
    return Interview(frozenset(asking), min(asking))


def join_interviewee(discourse: Discourse, interview: Interview) -> None:
    """Put "you" of the questions and "I" of the answers together, and with whom the introduction names as the one asked."""
    lines, facts = discourse.encoding.line_numbers, discourse.facts
    meant = [
        i
        for i in _deictics(discourse)
        if facts[i].number != "many" and interview.role(lines[discourse.mentions[i].head], facts[i].person) == "asked"
    ]
    if not meant:
        return
    named = _introduced(discourse, interview)
    for i in meant if named is None else [named, *meant]:
        discourse.chains.join(meant[0], i)


def _says(discourse: Discourse, words: tuple[int, int], which: frozenset[str]) -> bool:
    """Tell whether a paragraph says one of some words outside of quotations."""
    return any(discourse.encoding.lower[w] in which and discourse.quotations[w] < 0 for w in range(*words))


def _deictics(discourse: Discourse) -> list[int]:
    facts, quotations = discourse.facts, discourse.quotations
    return [i for i, m in enumerate(discourse.mentions) if facts[i].person in {1, 2} and quotations[m.head] < 0]


def _introduced(discourse: Discourse, interview: Interview) -> int | None:
    """Return the one person named above the questions as who is interviewed, or speaks with the outlet."""
    lines, mentions = discourse.encoding.line_numbers, discourse.mentions
    found: dict[int, int] = {}
    for i, mention in enumerate(mentions):
        if lines[mention.head] >= interview.start:
            break
        if mention.form == "name" and discourse.facts[i].kind == "person" and _is_interviewed(discourse, i):
            found.setdefault(discourse.chains.of(i), i)
    return next(iter(found.values())) if len(found) == 1 else None


def _is_interviewed(discourse: Discourse, i: int) -> bool:
    """Tell whether a name is of whom somebody interviews or talks with: "interviews [Lind]", "an interview with [Lind]"."""
    syntax, lower, head = discourse.syntax, discourse.encoding.lower, discourse.mentions[i].head
    while syntax.is_relation(head, "appos", "flat") and syntax.heads[head] != head:
        head = syntax.heads[head]
    verb = lower[syntax.heads[head]]
    if verb in _INTERVIEWING:
        return syntax.is_relation(head, "obj", "nmod", "obl", "nsubj:pass")
    return verb in _TALKING and syntax.is_relation(head, "nsubj", "obl", "nmod")


_YOU = frozenset("you your yours yourself".split())
_I = frozenset("i me my mine myself we us our ours".split())
_INTERVIEWING = frozenset("interview interviews interviewed".split())
_TALKING = frozenset("speaks spoke talks talked tells told sat answers answered discusses discussed explains".split())

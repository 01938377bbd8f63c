# SPDX-License-Identifier: Apache-2.0
"""Who "we" is in a declaration that is given word for word: “We, [the G7 foreign ministers], met in The Hague. We urge …”.

It says so where "we" stands first, or names above whoever releases the statement.
"""

from __future__ import annotations

from readout.reading.coreference.discourse import Discourse

__all__ = ["join_declarers"]

_WE = frozenset("we us our ours ourselves".split())
_RELEASED = frozenset("released issued made published adopted delivered".split())
_FEWEST = 2  # sentences that "we" begins, where a statement is only said to be released by somebody


def join_declarers(discourse: Discourse) -> None:
    """Join each "we" outside of quotations with those whose declaration the report is, if it is one."""
    mentions, lower, quotations = discourse.mentions, discourse.encoding.lower, discourse.quotations
    pronouns = [i for i, m in enumerate(mentions) if m.form == "pronoun" and quotations[m.head] < 0]
    own = [i for i in pronouns if lower[mentions[i].head] in _WE]
    if not own or any(lower[mentions[i].head] == "i" for i in pronouns):
        return
    at_start = {mention.start: i for i, mention in reversed(list(enumerate(mentions))) if mention.form != "pronoun"}
    declared = next((j for i in own if (j := _named_behind(discourse, i, at_start)) is not None), None)
    firsts = sum(discourse.encoding.words[mentions[i].head] == "We" for i in own)
    if declared is None and firsts >= _FEWEST:
        declared = _releasing(discourse, own[0], at_start)
    if declared is not None:
        for i in own:
            discourse.chains.join(i, declared)


def _named_behind(discourse: Discourse, i: int, at_start: dict[int, int]) -> int | None:
    """Return whom "we" is said to be between commas: "We, [the Presidents of Togo and Benin], agree"."""
    words, at = discourse.encoding.words, discourse.mentions[i].end
    if words[at - 1] != "We" or words[at : at + 1] != (",",):
        return None
    j = at_start.get(at + 1)
    return (
        j if j is not None and discourse.facts[j].number != "one" and words[discourse.mentions[j].end :][:1] else None
    )


def _releasing(discourse: Discourse, first: int, at_start: dict[int, int]) -> int | None:
    """Return by whom a statement above the first "we" is released: "The following statement was released by [the Quad]"."""
    lower, end = discourse.encoding.lower, discourse.mentions[first].start
    for word in range(end - 1, 0, -1):
        if lower[word] == "by" and lower[word - 1] in _RELEASED and "statement" in lower[max(0, word - _REACH) : word]:
            j = at_start.get(word + 1)
            return j if j is not None and discourse.facts[j].kind != "person" else None
    return None


_REACH = 12  # words

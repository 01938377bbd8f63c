# SPDX-License-Identifier: Apache-2.0
"""Who may not be named: "two aides said on condition of anonymity because [they] were not authorized to speak" are the aides."""

from __future__ import annotations

from readout.reading.coreference.discourse import Discourse
from readout.resources import cue_verb

__all__ = ["join_unnamed"]

_BECAUSE = frozenset({"because", "since", "as", "for"})
_UNNAMED = frozenset("anonymity anonymously unnamed named identified quoted name names".split())
_FAR = 12  # mentions looked back over


def join_unnamed(discourse: Discourse) -> None:
    """Join a pronoun in the reason for which a speaker is not named with that speaker."""
    lower = discourse.encoding.lower
    for i, mention in enumerate(discourse.mentions):
        if (
            mention.form == "pronoun"
            and discourse.facts[i].person == 3
            and lower[mention.start - 1 : mention.start] != ()
        ):
            j = _speaker_before(discourse, i) if lower[mention.start - 1] in _BECAUSE else None
            if j is not None:
                discourse.chains.join(j, i)


def _speaker_before(discourse: Discourse, i: int) -> int | None:
    """Return the speaker whose being unnamed is told between its mention and a pronoun."""
    mentions, sentence_of, lower = discourse.mentions, discourse.syntax.sentence_of, discourse.encoding.lower
    for j in range(i - 1, max(-1, i - _FAR), -1):
        if sentence_of[mentions[j].head] != sentence_of[mentions[i].head]:
            return None
        if (
            mentions[j].form == "pronoun"
            or discourse.facts[j].kind not in {"person", "group"}
            or not _speaks(discourse, j)
        ):
            continue
        is_told = not _UNNAMED.isdisjoint(lower[mentions[j].head : mentions[i].start])
        return j if is_told and discourse.chains.agrees(i, j, singular_they=True) else None
    return None


def _speaks(discourse: Discourse, j: int) -> bool:
    """Tell whether a mention is a subject of saying, whom something is "according to", or who did what "who" tells."""
    syntax, lower, mention = discourse.syntax, discourse.encoding.lower, discourse.mentions[j]
    if lower[max(0, mention.start - 2) : mention.start] == ("according", "to"):
        return True
    is_subject = syntax.is_relation(mention.head, "nsubj") and cue_verb(lower[syntax.heads[mention.head]]) is not None
    return is_subject or "who" in lower[mention.end : mention.end + 2]

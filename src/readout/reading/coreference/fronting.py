# SPDX-License-Identifier: Apache-2.0
"""What somebody is, in front of the sentence that tells of him: "[An economist by training], Noboa won"."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.coreference.chains import Chains
from readout.reading.coreference.kinship import is_kin_of
from readout.reading.coreference.mentions import Mention
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax

__all__ = ["join_fronted"]

_REACH = 10  # mentions within the description
_ARTICLES = frozenset({"a", "an"})


def join_fronted(encoding: Encoding, syntax: Syntax, mentions: Sequence[Mention], i: int, chains: Chains) -> None:
    """Join a description that opens a sentence, with a comma behind it, with the person named there, who is the subject."""
    mention, words = mentions[i], encoding.words
    sentence = syntax.sentences[syntax.sentence_of[mention.head]]
    if mention.form != "nominal" or mention.type != "person" or mention.start != sentence.start:
        return
    if not is_kin_of(encoding, mention) and encoding.lower[mention.start] not in _ARTICLES:
        return
    if syntax.children(mention.head, "cc"):
        return
    for j in range(i + 1, min(i + _REACH, len(mentions))):
        named = mentions[j]
        if named.start >= sentence.end:
            return
        is_behind = words[named.start - 1] == "," and named.start > mention.head
        if named.form == "name" and named.type == "person" and is_behind:
            is_own = not syntax.is_relation(mention.head, "nsubj", "nsubj:pass")
            verb = _verb_behind(syntax, named.end)
            if words[verb + 1 : verb + 2] == (",",):  # "A senior official, Lind said, had left"
                return
            is_told = verb == syntax.heads[mention.head] or (is_own and verb == syntax.heads[named.head])
            if is_told and chains.agrees(i, j):
                chains.join(i, j)
            return


def _verb_behind(syntax: Syntax, at: int) -> int:
    """Return the main word of the sentence if it or a helper of it stands right behind a name; -1 if none does."""
    while at < len(syntax.upos) and syntax.upos[at] == "ADV":
        at += 1
    if at >= len(syntax.upos) or syntax.upos[at] not in {"VERB", "AUX"}:
        return -1
    main = at if syntax.upos[at] == "VERB" or syntax.heads[at] == at else syntax.heads[at]
    return main if syntax.heads[main] == main else -1

# SPDX-License-Identifier: Apache-2.0
"""Letters that two bodies of one report go by: the "DPP" of Tokyo and that of Taipei, each where it was last spelled out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from readout.reading.coreference.acronyms import bracketed
from readout.reading.coreference.mentions import Mention
from readout.reading.coreference.names import organisation_words
from readout.reading.encoding import Encoding

__all__ = ["bodies_of_shared_letters"]


def bodies_of_shared_letters(
    encoding: Encoding, mentions: Sequence[Mention], texts: Sequence[str]
) -> dict[int, int | None]:
    """Return, of letters that a report spells out as two bodies, the body that each mention of them means.

    It is the one spelled out last; None where none has been yet.
    """
    spelled: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for body, letters in bracketed(encoding, mentions):
        spelled[texts[letters]].append((letters, body))
    shared = {text for text, pairs in spelled.items() if _are_several(sorted({texts[body] for _, body in pairs}))}
    if not shared:
        return {}
    found: dict[int, int | None] = {}
    last: dict[str, int] = {}
    givers = dict(pair for text in shared for pair in spelled[text])
    for i, mention in enumerate(mentions):
        if mention.form == "name" and texts[i] in shared:
            if i in givers:
                last[texts[i]] = givers[i]
            found[i] = last.get(texts[i])
    return found


def _are_several(names: Sequence[str]) -> bool:
    """Tell whether names of bodies are not one in other words: "the Democratic Party", "the Democratic Party of Korea"."""
    words = [frozenset(organisation_words(name)) for name in names]
    return any(not (one <= other or other <= one) for at, one in enumerate(words) for other in words[at + 1 :])

# SPDX-License-Identifier: Apache-2.0
"""The two Koreas called by where they lie: "the North", "the South's president", in a report that names North or South Korea."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.coreference.identities import Identity
from readout.reading.coreference.mentions import Mention
from readout.reading.encoding import Encoding

__all__ = ["settle_koreas"]

_KEYS = {"North": "country:PRK", "South": "country:KOR"}


def settle_koreas(
    encoding: Encoding, mentions: Sequence[Mention], identities: Sequence[Identity | None]
) -> list[Identity | None]:
    """Take "the North" for the Korea that the report names; nothing is said of a Korea that it does not name.

    Args:
        encoding: The report's words.
        mentions: Its mentions.
        identities: What the tables know of each.
    """
    named = {one.key: one for one in identities if one is not None and one.key in _KEYS.values()}
    if _KEYS["North"] not in named:
        return list(identities)
    pairs = zip(mentions, identities, strict=True)
    return [named.get(_KEYS[encoding.words[m.start]]) if _is_half(encoding, m) else one for m, one in pairs]


def _is_half(encoding: Encoding, mention: Mention) -> bool:
    """Tell whether a mention is "the North" or "the South" alone, and not the first word of a longer name."""
    behind = encoding.words[mention.end : mention.end + 1]
    is_alone = mention.end == mention.start + 1 and encoding.words[mention.start] in _KEYS
    is_named = is_alone and encoding.lower[mention.start - 1 : mention.start] == ("the",)
    return is_named and not (behind and behind[0][:1].isupper())

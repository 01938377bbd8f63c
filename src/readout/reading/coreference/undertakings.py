# SPDX-License-Identifier: Apache-2.0
"""Names of what is done or agreed, which are of nobody: "Operation Barkhane", "the Mutual Defense Treaty"."""

from __future__ import annotations

from readout.reading.coreference.mentions import Mention
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax
from readout.resources import body_named, igo_named

__all__ = ["is_undertaking"]

_DEEDS = frozenset({"Operation", "Exercise"})
# What an agreement "calls for", "says" or "requires" is in its text.
_OF_BODIES = frozenset(
    "said told announced accused denied condemned welcomed rejected vowed win wins won lose loses lost fields fielded "
    "nominates nominated".split()
)
_AGREEMENTS = frozenset("Treaty Accord Accords Agreement Agreements Pact Protocol Declaration".split())


def is_undertaking(encoding: Encoding, syntax: Syntax, mention: Mention) -> bool:
    """Tell whether a name of several words is that of an operation or an agreement, and of no body of the tables."""
    words = encoding.words[mention.start : mention.end]
    if len(words) < 2 or not words[1][:1].isupper():
        return False
    text = mention.span.of(encoding.text)
    is_known = body_named(text) is not None or igo_named(text) is not None
    return (words[0] in _DEEDS or words[-1] in _AGREEMENTS) and not is_known and not _is_doer(encoding, syntax, mention)


def _is_doer(encoding: Encoding, syntax: Syntax, mention: Mention) -> bool:
    """Tell whether a name is the subject of what only a body does: "[The Historic Pact] won 20 seats", "[Operation Smile] said"."""
    verb = encoding.lower[syntax.heads[mention.head]]
    return syntax.is_relation(mention.head, "nsubj") and verb in _OF_BODIES

# SPDX-License-Identifier: Apache-2.0
"""Closed classes: a pronoun is one of some dozens of words, whatever the labels say.

Universal Dependencies has few words that are PRON, and English makes no new ones; a subject whose name or noun the model has never
seen ("[Trump] said", "[Prosecutors] had told the court") now and then looks like one to it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["parts_of_speech"]

# What is PRON in English treebanks (UD English-EWT, English-GUM), with the older and the clipped forms.
_PRONOUNS = frozenset(
    "i me my mine myself we us our ours ourselves ourself you your yours yourself yourselves y'all ya ye thou thee thy thine "
    "thyself he him his himself she her hers herself it its itself they them their theirs themselves themself em 'em "
    "s/he who whom whose whoever whomever whosoever which what whatever whatsoever that this these those there "
    "someone somebody something anyone anybody anything everyone everybody everything no-one noone nobody nothing none one oneself "
    "'s ’s u ur yo it's it’s".split()
)

# Nouns of documents that no verb is written like, though the labels have hardly seen them.
_NO_VERBS = frozenset("affidavit affidavits communique communiques communiqué communiqués dossier dossiers".split())


def parts_of_speech(scores: NDArray[np.float32], labels: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return the best universal part of speech of each word, PRON only for what can be a pronoun, VERB for what can be a verb.

    Args:
        scores: Of each word (rows) for each label (columns).
        labels: The labels, in the order of the columns.
        lower: The words in small letters.
    """
    scores = scores.copy()
    scores[[word not in _PRONOUNS for word in lower], labels.index("PRON")] = -np.inf
    scores[[word in _NO_VERBS for word in lower], labels.index("VERB")] = -np.inf
    return [labels[best] for best in scores.argmax(axis=1).tolist()]

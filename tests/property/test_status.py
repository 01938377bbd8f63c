# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from readout.reading.clauses.status import STATUSES, status_of
from tests.support.readings import encoding_of, syntax_of

WORDS = "if not to will would fired attack talks no without failed planned threat due yet too hold off . ? the".split()
PARTS = ("VERB", "NOUN", "AUX", "ADJ", "PART", "DET", "ADP", "PUNCT", "PROPN", "ADV")
RELATIONS = (
    "nsubj", "obj", "obl", "nmod", "conj", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "aux", "mark", "case", "advmod",
    "amod", "compound", "det", "parataxis", "cop", "csubj", "appos", "nsubj:pass",
)  # fmt: skip


@st.composite
def trees(draw: st.DrawFn) -> list[tuple[str, str, int, str]]:
    """Any tree: each word hangs from one before it in a shuffled order."""
    count = draw(st.integers(1, 12))
    order = draw(st.permutations(range(1, count + 1)))
    heads = {order[0]: 0} | {word: order[draw(st.integers(0, at))] for at, word in enumerate(order[1:])}
    return [
        (
            draw(st.sampled_from(WORDS)),
            draw(st.sampled_from(PARTS)),
            heads[word],
            draw(st.sampled_from(RELATIONS)) if heads[word] else "root",
        )
        for word in range(1, count + 1)
    ]


@settings(max_examples=300, deadline=None)
@given(trees())
def test_any_word_of_any_tree_has_a_status_with_words_as_cues(rows: list[tuple[str, str, int, str]]):
    encoding = encoding_of(" ".join(row[0] for row in rows))
    syntax = syntax_of("\n".join(" ".join(map(str, row)) for row in rows))
    for word in range(len(rows)):
        status = status_of(encoding, syntax, word)
        assert status.value in STATUSES
        assert list(status.cues) == sorted(set(status.cues))
        assert set(status.cues) <= set(encoding.spans)
        assert (status.happened == "happened") == (status.value in ("occurred", "ongoing"))
        assert status == status_of(encoding, syntax, word)

# SPDX-License-Identifier: Apache-2.0
"""Whatever the model makes of a sentence, its mended tree is still a tree: no word hangs below itself."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from readout.reading.trees.treeslips import mend

WORDS = (
    ", and the his for 's that to Secretary of State minister spokesman envoy Norland Berg Lind Monday met called said promised "
    "expelled diplomats four leaders General killed by in “ ” both commander - chief vice ex elect law semi ;"
).split()
UPOS = ["NOUN", "PROPN", "VERB", "AUX", "ADP", "PUNCT", "CCONJ", "DET", "PART", "NUM", "PRON", "SCONJ", "ADJ"]
RELATIONS = [
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "nmod:desc", "conj", "cc", "appos", "flat",
    "compound", "ccomp", "xcomp", "advcl", "parataxis", "case", "mark", "punct", "det", "acl:relcl", "nummod", "amod",
]  # fmt: skip


@st.composite
def sentences(draw: st.DrawFn) -> tuple[list[str], list[bool], list[str], list[int], list[str]]:
    """Draw words with parts of speech and a tree: each word but the root hangs on one that was hung before it."""
    count = draw(st.integers(1, 14))
    order = draw(st.permutations(range(count)))
    heads, relations = [0] * count, ["root"] * count
    heads[order[0]] = order[0]
    for at in range(1, count):
        heads[order[at]] = order[draw(st.integers(0, at - 1))]
        relations[order[at]] = draw(st.sampled_from(RELATIONS))
    words = draw(st.lists(st.sampled_from(WORDS), min_size=count, max_size=count))
    upos = draw(st.lists(st.sampled_from(UPOS), min_size=count, max_size=count))
    return words, [at == 0 for at in range(count)], upos, heads, relations


@given(sentences())
@settings(max_examples=1500, deadline=None)
def test_mended_tree_is_a_tree(sentence: tuple[list[str], list[bool], list[str], list[int], list[str]]) -> None:
    words, begins, upos, heads, relations = sentence
    mend(words, begins, upos, heads, relations)
    for word in range(len(words)):
        at, steps = word, 0
        while heads[at] != at:
            at, steps = heads[at], steps + 1
            assert steps <= len(words), (word, heads)


@given(sentences(), sentences())
@settings(max_examples=700, deadline=None)
def test_no_word_is_hung_on_one_of_another_sentence(
    one: tuple[list[str], list[bool], list[str], list[int], list[str]],
    other: tuple[list[str], list[bool], list[str], list[int], list[str]],
) -> None:
    size = len(one[0])
    words, begins, upos, relations = ([*one[i], *other[i]] for i in (0, 1, 2, 4))
    heads = [*one[3], *(head + size for head in other[3])]
    mend(words, begins, upos, heads, relations, [(0, size), (size, len(words))])
    assert all((head < size) == (word < size) for word, head in enumerate(heads))

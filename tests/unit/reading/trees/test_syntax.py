# SPDX-License-Identifier: Apache-2.0
"""Sentences and trees."""

from __future__ import annotations

import pytest

from readout.reading.trees.syntax import Syntax, find_sentences, parse
from tests.support.readings import encoding_of, syntax_of

MINISTER = """
Of      ADP   4 case
the     DET   4 det
prime   ADJ   4 amod
minister NOUN 10 obl
of      ADP   6 case
Italy   PROPN 4 nmod
,       PUNCT 9 punct
who     PRON  9 nsubj
left    VERB  4 acl:relcl
spoke   VERB  0 root
"""


@pytest.fixture
def syntax() -> Syntax:
    return syntax_of(MINISTER)


def test_noun_phrase_leaves_out_case_marks_and_clauses(syntax: Syntax):
    """ "the prime minister of Italy", not "of the prime minister of Italy, who left"."""
    assert syntax.noun_phrase(3) == (1, 6)


@pytest.mark.parametrize(
    ("table", "head", "expected"),
    [
        pytest.param("talks NOUN 0 root", 0, (0, 1), id="one word"),
        pytest.param(
            "the DET 4 det\n“ PUNCT 4 punct\npeace NOUN 4 compound\ntrain NOUN 0 root\n” PUNCT 4 punct",
            3, (0, 4), id="a mark in the middle stays, one at the end does not",
        ),
        pytest.param(
            "a DET 2 det\nman NOUN 0 root\nfrom ADP 4 case\nRome PROPN 2 nmod\n, PUNCT 4 punct",
            1, (0, 4), id="a comma that hangs on the last word is left out",
        ),
        pytest.param(
            "Lind PROPN 0 root\n, PUNCT 4 punct\nthe DET 4 det\nmayor NOUN 1 appos",
            0, (0, 1), id="an apposition is left out",
        ),
        pytest.param(
            "Lind PROPN 0 root\nand CCONJ 3 cc\nHaas PROPN 1 conj", 0, (0, 1), id="so is what is coordinated",
        ),
    ],
)  # fmt: skip
def test_noun_phrase_of(table: str, head: int, expected: tuple[int, int]):
    assert syntax_of(table).noun_phrase(head) == expected


def test_subtree_is_the_word_and_all_below_in_text_order(syntax: Syntax):
    assert syntax.subtree(3) == [0, 1, 2, 3, 4, 5, 6, 7, 8]


def test_ancestors_go_up_to_the_root(syntax: Syntax):
    assert list(syntax.ancestors(7)) == [8, 3, 9]


def test_children_are_those_of_the_relation_with_its_subtypes(syntax: Syntax):
    assert syntax.children(3, "acl") == [8]
    assert syntax.children(3, "acl:relcl", "case") == [0, 8]
    assert syntax.children(3, "nsubj") == []


def test_sentence_of_each_word():
    assert syntax_of("a NOUN 0 root\n\nb NOUN 0 root\nc NOUN 1 obj").sentence_of == (0, 1, 1)


# Decoding ------------------------------------------------------------------------------------------------------------


def test_sentences_begin_where_the_head_says_and_at_lines():
    encoding = encoding_of("We won. They lost.\nAll left.", sentences=["They"])
    assert find_sentences(encoding) == [(0, 3), (3, 6), (6, 9)]


def test_a_stop_before_a_capitalised_opener_ends_a_sentence_whatever_the_head_says():
    encoding = encoding_of("Her envoy left. According to his staff. He went home.")
    assert [encoding.words[start] for start, _ in find_sentences(encoding)] == ["Her", "According", "He"]


def test_a_stop_behind_a_whole_word_ends_a_sentence_whatever_the_head_says():
    encoding = encoding_of(
        "They laid down their weapons. Soldiers fled to Islamabad. Afghan forces fired. Supt. Rao met Maj. Lal."
    )
    found = [encoding.words[start] for start, _ in find_sentences(encoding)]
    assert found[:3] == ["They", "Soldiers", "Afghan"]
    assert "Rao" not in found
    assert "Lal" not in found


def test_a_stop_behind_a_closing_mark_ends_a_sentence_whatever_the_head_says():
    encoding = encoding_of("Lind said they had “told the truth”. State television showed it (twice). Rain fell.")
    assert [encoding.words[start] for start, _ in find_sentences(encoding)] == ["Lind", "State", "Rain"]


def test_no_sentence_begins_behind_a_small_word_or_but_whatever_the_head_says():
    encoding = encoding_of(
        "It failed. But Lind stayed, said Berg. The site Ekho left The storm came.",
        sentences=["But", "Lind", "Berg", "Ekho", "The storm"],
    )
    found = [" ".join(encoding.words[start : start + 2]) for start, _ in find_sentences(encoding)]
    assert found == ["It failed", "But Lind", "The site", "The storm"]


def test_an_abbreviation_before_a_name_ends_no_sentence():
    assert find_sentences(encoding_of("Gen. The and Lt. Will met Rev. Ashe of the U.S. and Boeing.")) == [(0, 14)]


def test_sentences_of_no_words_are_none():
    assert find_sentences(encoding_of("")) == []


def test_sentences_without_any_stop_are_cut():
    """A tree costs the square of its words, so text without stops is cut; every word is in one sentence."""
    bounds = find_sentences(encoding_of("word " * 700))
    assert bounds == [(0, 300), (300, 600), (600, 700)]


@pytest.mark.parametrize("text", ["No", "No\n\nNo", "…", "... ! ?"])
def test_trees_of_hardly_any_words(text: str):
    encoding = encoding_of(text)
    syntax = parse(encoding, find_sentences(encoding))
    assert len(syntax.heads) == len(syntax.upos) == len(syntax.relations) == len(encoding.words)
    assert sum(relation == "root" for relation in syntax.relations) == len(syntax.sentences)


def test_trees_of_nothing_are_empty():
    encoding = encoding_of("")
    assert parse(encoding, []) == Syntax((), (), (), ())


def test_trees_are_those_that_the_scores_say():
    expected = syntax_of(
        "We PRON 2 nsubj\nwon VERB 0 root\n. PUNCT 2 punct\n\nThey PRON 2 nsubj\nlost VERB 0 root\n. PUNCT 2 punct"
    )
    encoding = encoding_of("We won. They lost.", syntax=expected)
    assert parse(encoding, find_sentences(encoding)) == expected


def test_the_root_and_only_the_root_has_the_relation_of_one():
    """Even where the scores of the relations say otherwise."""
    wrong = syntax_of("We PRON 2 root\nwon VERB 0 nsubj")
    encoding = encoding_of("We won", syntax=wrong)
    relations = parse(encoding, find_sentences(encoding)).relations
    assert relations[1] == "root"
    assert relations[0] != "root"


def test_the_words_behind_a_dateline_are_a_sentence_of_their_own():
    encoding = encoding_of("QUITO, March 15 — Andrade met Quispe.")
    dateline = encoding.span(0, 4)
    assert find_sentences(encoding) == [(0, 9)]
    assert find_sentences(encoding, [dateline]) == [(0, 5), (5, 9)]

# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from benchmarks.quality.corpora import Corpora, Sentence
from benchmarks.quality.trees import TreeTally, genre_of, running_text
from readout.reading.trees.syntax import Sentence as Bounds
from readout.reading.trees.syntax import Syntax

SLEEPS = Sentence("d", True, ("She", "sleeps"), ("PRON", "VERB"), (2, 0), ("nsubj:pass", "root"))
GO = Sentence("d", False, ("Go", "!"), ("VERB", "PUNCT"), (0, 1), ("root", "punct"))
LATER = Sentence("d", True, ("Later",), ("ADV",), (0,), ("root",))

CONLLU = """# newdoc id = GUM_news_one
# newpar
# text = Don't go.
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\t_\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\t_\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
3.1\tgone\t_\t_\t_\t_\t_\t_\t_\t_
4\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_

# newdoc id = GUM_bio_two
# text = Yes
1\tYes\tyes\tINTJ\t_\t_\t0\troot\t_\t_
"""


def syntax(upos, heads, relations):
    return Syntax(tuple(upos.split()), tuple(heads), tuple(relations.split()), (Bounds(0, len(heads)),))


def test_running_text_has_a_line_for_each_paragraph():
    text, words = running_text([SLEEPS, GO, LATER])
    assert text == "She sleeps Go !\nLater"
    assert [word.of(text) for word in words] == ["She", "sleeps", "Go", "!", "Later"]


def test_tree_tally_counts_attachment_with_and_without_subtypes():
    tally = TreeTally()
    found = syntax("PRON VERB VERB PUNCT", [1, 1, 2, 3], "nsubj root root root")
    tally.add([SLEEPS, GO], found, [(0, 4)])
    row = tally.columns()
    assert (row["UPOS"], row["UAS"], row["LAS"], row["LAS with subtypes"]) == (1.0, 0.75, 0.75, 0.5)


def test_tree_tally_counts_a_wrong_relation_for_uas_alone():
    tally = TreeTally()
    tally.add([SLEEPS], syntax("NOUN VERB", [1, 1], "obj root"), [(0, 2)])
    row = tally.columns()
    assert (row["UPOS"], row["UAS"], row["LAS"]) == (0.5, 1.0, 0.5)


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        pytest.param([(0, 2), (2, 4)], 1.0, id="right"),
        pytest.param([(0, 4)], 0.0, id="joined"),
        pytest.param([(0, 2), (2, 3), (3, 4)], 0.4, id="one cut in two"),
    ],
)
def test_tree_tally_counts_whole_sentences(bounds, expected):
    tally = TreeTally()
    tally.add([SLEEPS, GO], syntax("PRON VERB VERB PUNCT", [1, 1, 2, 2], "nsubj root root punct"), bounds)
    assert tally.columns()["sentence F1"] == expected


def test_treebank_is_read_by_documents_without_ranges_and_empty_nodes(tmp_path):
    (tmp_path / "syntax").mkdir()
    (tmp_path / "syntax" / "gum-dev.conllu").write_text(CONLLU, encoding="utf-8")
    first, second = Corpora(tmp_path, "dev").documents("syntax/gum-dev.conllu")
    assert first == [
        Sentence(
            "GUM_news_one",
            True,
            ("Do", "n't", "go", "."),
            ("AUX", "PART", "VERB", "PUNCT"),
            (3, 3, 0, 3),
            ("aux", "advmod", "root", "punct"),
        )
    ]
    assert second[0].forms == ("Yes",)


@pytest.mark.parametrize(
    ("corpus", "document", "genre"),
    [("gum", "GUM_news_one", "news"), ("ewt", "weblog-a.b_c-d", "weblog")],
)
def test_genre_is_told_by_the_documents_name(corpus, document, genre):
    assert genre_of(corpus, document) == genre

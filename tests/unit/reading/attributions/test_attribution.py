# SPDX-License-Identifier: Apache-2.0
"""Spans of sources, cues and contents, and which belongs to which."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from readout.model import buckets
from readout.reading.attributions.attachment import gaps
from readout.reading.attributions.attribution import Attribution, find_attributions, link_spans, tag_attributions
from readout.reading.encoding import Encoding
from tests.support.readings import encoding_of, heads_for

SPOKEN = "“It is true,” he said, “and it will remain true.” Haas denied it."
ALL = [
    ("“It is true,”", "content"), ("he", "source"), ("said", "cue"), ("“and it will remain true.”", "content"),
    ("Haas", "source"), ("denied", "cue"), ("^it", "content"),
]  # fmt: skip
LINKS = {
    "“It is true,”": "said",
    "“and it will remain true.”": "said",
    "said": "he",
    "^it": "denied",
    "denied": "Haas",
}


def words(encoding: Encoding, attribution: Attribution) -> tuple[list[str], str | None, str | None]:
    def of(place: tuple[int, int] | None) -> str | None:
        return None if place is None else encoding.span(*place).of(encoding.text)

    return [str(of(content)) for content in attribution.contents], of(attribution.cue), of(attribution.source)


def test_tags_are_spans_in_text_order():
    encoding = encoding_of(SPOKEN, spans=ALL)
    assert [label for _, _, label in tag_attributions(encoding)] == [
        "content", "source", "cue", "content", "source", "cue", "content",
    ]  # fmt: skip


def test_tags_stay_within_their_segments():
    encoding = encoding_of(SPOKEN, spans=ALL)
    assert tag_attributions(encoding, [(0, 3)]) == [(0, 3, "content")]


def test_attributions_are_built_around_their_cues():
    """Two fragments with one cue are one attribution."""
    encoding = encoding_of(SPOKEN, spans=ALL, links=LINKS)
    assert [words(encoding, a) for a in find_attributions(encoding)] == [
        (["“It is true,”", "“and it will remain true.”"], "said", "he"),
        (["it"], "denied", "Haas"),
    ]


def test_scores_of_what_is_certain_are_near_one():
    encoding = encoding_of(SPOKEN, spans=ALL, links=LINKS)
    for attribution in find_attributions(encoding):
        assert min(attribution.content_score, attribution.cue_score, attribution.source_score) > 0.99


def test_a_cue_may_have_no_source():
    links = {key: value for key, value in LINKS.items() if key != "said"}
    encoding = encoding_of(SPOKEN, spans=ALL, links=links)
    assert words(encoding, find_attributions(encoding)[0])[1:] == ("said", None)


def test_a_content_without_any_cue_is_given_where_asked_for():
    encoding = encoding_of("“It is true.” Haas left.", spans=[("“It is true.”", "content")])
    (found,) = find_attributions(encoding, loose=True)
    assert (found.cue, found.source, found.cue_score, found.source_score) == (None, None, 0.0, 0.0)
    assert find_attributions(encoding) == []


def test_a_cue_without_content_is_given_where_asked_for():
    encoding = encoding_of("Haas said.", spans=[("Haas", "source"), ("said", "cue")], links={"said": "Haas"})
    (found,) = find_attributions(encoding, loose=True)
    assert words(encoding, found) == ([], "said", "Haas")
    assert find_attributions(encoding) == []


def test_the_likeliest_bounds_of_a_content_are_taken():
    """The one best sequence ends it at the last word, but all others, with one label or another there, a word before."""
    encoding = encoding_of("Haas said it a b c d.", spans=[("Haas", "source"), ("said", "cue")])
    scores = encoding.scores.of("attribution")
    label = encoding.scores.heads.labels["attribution"].index
    scores[2:7] = -20.0
    scores[2, label("B-content")] = scores[3, label("I-content")] = scores[4, label("I-content")] = 10.0
    scores[5, label("I-content")], scores[6, label("E-content")] = 10.0, 10.0
    scores[5, label("E-content")], scores[6, label("O")] = 10.5, 9.2
    assert (2, 7, "content") in tag_attributions(encoding)
    scores[6, label("S-cue")] = scores[6, label("S-source")] = 9.1
    assert (2, 6, "content") in tag_attributions(encoding)


def test_an_attribution_that_few_draws_hold_is_left_out():
    """The best labels are only just so: most draws have another source, or none."""
    encoding = encoding_of(SPOKEN, spans=ALL, links=LINKS)
    word = encoding.words.index("Haas")
    encoding.scores.of("attribution")[word] = 0.0
    encoding.scores.of("attribution")[word, encoding.scores.heads.labels["attribution"].index("S-source")] = 0.1
    assert [words(encoding, a)[2] for a in find_attributions(encoding)] == ["he"]
    every = find_attributions(encoding, least=0.0)
    assert [words(encoding, a)[2] for a in every] == ["he", "Haas"]
    assert every[0].share == 1.0
    assert every[1].share < 0.5


def test_fragments_in_another_paragraph_than_the_rest_are_their_own():
    text = "“One two,” he said.\n\n“Three four.”"
    spans = [("“One two,”", "content"), ("said", "cue"), ("he", "source"), ("“Three four.”", "content")]
    links = {"“One two,”": "said", "“Three four.”": "said", "said": "he"}
    encoding = encoding_of(text, spans=spans, links=links)
    assert [words(encoding, a) for a in find_attributions(encoding, loose=True)] == [
        (["“One two,”"], "said", "he"),
        (["“Three four.”"], None, None),
    ]


def test_no_words_have_no_attributions():
    assert find_attributions(encoding_of("")) == []
    assert find_attributions(encoding_of("Nobody spoke.")) == []


# Gaps ----------------------------------------------------------------------------------------------------------------


def gap(query: tuple[int, int], key: tuple[int, int]) -> int:
    """Count from the query's last word to the key's first, or back; 0 where they overlap."""
    if key[0] >= query[1]:
        return key[0] - query[1] + 1
    return -(query[0] - key[1] + 1) if query[0] >= key[1] else 0


def between(query: tuple[int, int], key: tuple[int, int], keys: list[tuple[int, int]]) -> int:
    """Count the keys that lie wholly between the two, at most 3."""
    low, high = min(query[1], key[1]), max(query[0], key[0])
    return min(3, sum(low <= start and end <= high for start, end in keys))


@pytest.mark.parametrize("seed", range(5))
def test_gaps_are_those_counted_one_by_one(seed: int):
    chance = np.random.default_rng(seed)
    edges = sorted({int(edge) for edge in chance.integers(0, 120, size=40)})
    keys = [(a, b) for a, b in itertools.pairwise(edges) if chance.random() < 0.7]
    queries = [(int(a), int(a + chance.integers(1, 30))) for a in chance.integers(0, 120, size=15)]
    distance, inside = gaps(queries, keys)
    assert distance.tolist() == [[int(buckets(np.array(gap(q, k)))) for k in keys] for q in queries]
    assert inside.tolist() == [[between(q, k, keys) for k in keys] for q in queries]


def test_links_reach_over_the_nearest_cues_only():
    """A cue that is further than the 12 before and after cannot be meant, however well it scores."""
    text = "“x” " + "said " * 100 + "claimed"
    encoding = encoding_of(text, spans=[("“x”", "content")], links={"“x”": "claimed"})
    said = [(i, i + 1, "cue") for i in range(3, 104)]
    encoding.scores.of("cue_of_content")[103, 103] = 20
    (near,) = link_spans(encoding, [(0, 3, "content"), *said[-10:]])
    (far,) = link_spans(encoding, [(0, 3, "content"), *said])
    assert near.cue == (103, 104)
    assert far.cue != (103, 104)


def test_links_over_a_hundred_thousand_cues_need_little_memory():
    """Two contents with all cues of a hostile text between them: each with each would be 40 GB."""
    count = 100_000
    heads = heads_for(1)
    encoding = encoding_of("one two")
    rows = np.zeros((count + 2, heads.width), np.float32)
    scores = type(encoding.scores)(rows, heads, ())
    forms = ("said",) * (count + 2)
    long = Encoding("", (), forms, (True,) + (False,) * (count + 1), scores)
    spans = [(0, 1, "content"), *((i, i + 1, "cue") for i in range(1, count + 1)), (count + 1, count + 2, "content")]
    first, last = link_spans(long, spans)
    assert first.cue is not None
    assert last.cue is not None
    assert first.cue[0] < 300
    assert last.cue[0] > count - 300

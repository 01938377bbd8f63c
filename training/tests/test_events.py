# SPDX-License-Identifier: Apache-2.0
"""What the event and status heads learn from, and their loss."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="training dependencies are not installed")

from training import losses  # noqa: E402
from training.corpora import factuality_docs, headline_docs, pair_docs, status_of_judgement  # noqa: E402

PLV = {
    "sentence": "Norland freed two pilots after Estmark praised Westria.",
    "source": [[0, 7]], "target": [[14, 20]], "root": "YIELD",
}  # fmt: skip


def written(path: Path, *records: dict[str, object]) -> Path:
    """Write records, a line each."""
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


@pytest.fixture
def pairs(tmp_path: Path):
    """The pairs of one sentence of PLV that CAMEO does not have."""
    empty = written(tmp_path / "empty.jsonl")
    (doc,) = pair_docs(written(tmp_path / "plv.jsonl", PLV), empty, empty)
    return doc.pairs


def test_older_name_stands_for_both_newer_types(pairs):
    """PLV's YIELD is CONCEDE or RETREAT: either is right."""
    assert pairs[0].types == ("CONCEDE", "RETREAT")
    assert pairs[0].weight == 1.0


def test_pairs_without_an_event_weigh_less(pairs):
    """Other names of the sentence, and the target as the one who acts, are taken for pairs without an event."""
    assert {pair.types for pair in pairs[1:]} == {("none",)}
    assert all(pair.weight < 1 for pair in pairs[1:])
    assert (pairs[0].target, pairs[0].source) in {(pair.source, pair.target) for pair in pairs[1:]}


def test_cameo_tells_the_pentacode_only(tmp_path: Path):
    """A sentence that PLV does not have may be of any type of its class."""
    sentence = "Norland shelled Estmark."
    ner = {"sentence": sentence, "source": [[0, 7]], "target": [[16, 23]], "relation": []}
    found = pair_docs(
        written(tmp_path / "plv.jsonl"), written(tmp_path / "ner.jsonl", ner),
        written(tmp_path / "class.jsonl", {"sentence": sentence, "penta": 4}),
    )  # fmt: skip
    (doc,) = found
    assert doc.pairs[0].types == ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
    assert doc.actors == ["S-source", "O", "S-target", "O"]


def test_sentence_with_a_class_alone_is_read_too(tmp_path: Path):
    """Where CAMEO marks no actors, the class is of the sentence as a whole."""
    (doc,) = pair_docs(
        written(tmp_path / "plv.jsonl"), written(tmp_path / "ner.jsonl"),
        written(tmp_path / "class.jsonl", {"sentence": "Talks began in Estmark.", "penta": 1}),
    )  # fmt: skip
    (pair,) = doc.pairs
    assert (pair.source, pair.target, pair.types) == (None, None, ("AGREE", "CONSULT", "SUPPORT"))


@pytest.mark.parametrize(("value", "label"), [(3.0, "happened"), (0.4, "unknown"), (-1.0, "did_not")])
def test_judgement_counts_from_one_step(value: float, label: str):
    """A mean judgement nearer to "not known" than one step is unknown."""
    assert status_of_judgement(value) == label


def test_only_judged_words_have_a_status(tmp_path: Path):
    """Words that nobody judged teach nothing."""
    record = {"text": "They hoped to win.", "targets": [{"start": 14, "end": 17, "factuality": -0.5}]}
    (doc,) = factuality_docs(written(tmp_path / "f.jsonl", record), corpus="f")
    assert doc.status == ["", "", "", "unknown", ""]


def test_headline_has_an_event_and_no_actors(tmp_path: Path):
    """The stories' headlines say what happened, not to whom."""
    (doc,) = headline_docs(written(tmp_path / "h.jsonl", {"title": "Teachers strike", "event": "PROTEST"}))
    assert (doc.pairs[0].source, doc.pairs[0].target, doc.pairs[0].types) == (None, None, ("PROTEST",))


def test_event_loss_sums_over_the_trigger():
    """P(type) is the sum over the words of P(trigger) times P(type | word)."""
    types = torch.tensor([[[0.0, 1.0], [2.0, 0.0]]])
    triggers = torch.tensor([[0.5, -0.5]])
    likely = (triggers.softmax(1)[0] * types.softmax(2)[0, :, 1]).sum()
    found = losses.events(losses.told(types, triggers), torch.tensor([[False, True]]), torch.tensor([0.3]))
    torch.testing.assert_close(found, -likely.log())


def test_padding_is_no_trigger():
    """A place without a word has no say."""
    types = torch.tensor([[[0.0, 1.0], [9.0, 0.0]]])
    alone = losses.events(losses.told(types[:, :1], torch.zeros(1, 1)), torch.tensor([[False, True]]), torch.ones(1))
    padded = losses.events(
        losses.told(types, torch.tensor([[0.0, -1e4]])), torch.tensor([[False, True]]), torch.ones(1)
    )
    torch.testing.assert_close(alone, padded)

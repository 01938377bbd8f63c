# SPDX-License-Identifier: Apache-2.0
"""The engine room, with an engine that gives back what it is given."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from readout.errors import ModelError
from readout.model import Heads, Model
from readout.model.pieces import Pieces
from tests.support.readings import heads_for

VOCABULARY = {piece: n for n, piece in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *"abcdefg", "##a", "##b", "."])}
PACKAGED = Path(__file__).parents[3] / "src" / "readout" / "model" / "news-en"


class Echo:
    """A session whose first score is the piece, the second the feature, the third the place in the window."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.lengths: list[int] = []

    def run(self, names: list[str], given: dict[str, Any]) -> list[np.ndarray]:
        ids, features, firsts = given["ids"], given["features"], given["firsts"]
        assert ids.shape == features.shape
        assert {array.dtype for array in given.values()} == {np.dtype(np.int32)}
        assert (ids[0], ids[-1]) == (VOCABULARY["[CLS]"], VOCABULARY["[SEP]"])
        self.lengths.append(len(ids))
        scores = np.zeros((len(firsts), self.width), np.float32)
        scores[:, 0], scores[:, 1], scores[:, 2] = ids[firsts], features[firsts], firsts
        return [scores, ids[:, None].astype(np.float16)]


@pytest.fixture
def echo() -> tuple[Model, Echo]:
    heads = heads_for(3)
    session = Echo(heads.width)
    return Model(session, heads, Pieces(VOCABULARY)), session


def test_scores_are_taken_at_the_first_piece_of_each_word(echo: tuple[Model, Echo]):
    words = ["a", "bab", "c", "."]
    scores = echo[0].score(words, [True, False, False, False])
    assert scores.rows[:, 0].tolist() == [VOCABULARY["a"], VOCABULARY["b"], VOCABULARY["c"], VOCABULARY["."]]
    assert scores.rows[:, 2].tolist() == [1, 2, 5, 6]


def test_scores_of_many_windows_come_back_in_text_order(echo: tuple[Model, Echo]):
    """Every word's row is its own, whichever window the word stood in."""
    chance = np.random.default_rng(1)
    words = [str(w) for w in chance.choice(["a", "bab", "ccc", "dabab", "."], size=3000)]
    starts = [i == 0 or w == "." for i, w in enumerate(words)]
    scores = echo[0].score(words, starts)
    assert scores.rows[:, 0].tolist() == [Pieces(VOCABULARY).of(w)[0] for w in words]
    assert all(length <= 128 for length in echo[1].lengths)
    assert len(echo[1].lengths) == len(scores.windows)
    assert [start for start, _ in scores.windows] == [0, *(end for _, end in scores.windows[:-1])]


def test_scores_of_no_words_have_no_rows(echo: tuple[Model, Echo]):
    scores = echo[0].score([], [])
    assert scores.rows.shape[0] == 0
    assert scores.windows == ()


def test_scores_of_a_head_are_its_columns(echo: tuple[Model, Echo]):
    scores = echo[0].score(["a", "b"], [True, False])
    assert scores.of("upos").shape == (2, len(scores.heads.labels["upos"]))


def test_name_of_a_model_has_its_hash(echo: tuple[Model, Echo]):
    assert echo[0].name == "made by hand+000000000000"


def test_other_layers_for_pairs_make_another_model(echo: tuple[Model, Echo]):
    names = {
        Model(echo[1], dataclasses.replace(echo[0].heads, pairs_sha256=hash), Pieces(VOCABULARY)).name
        for hash in (None, "1" * 64, "2" * 64)
    }
    assert len(names) == 3


# The folder ----------------------------------------------------------------------------------------------------------


def described(heads: Heads) -> dict[str, Any]:
    """Return what heads.json says of a layout."""
    return {
        "format": "readout-model/3",
        "name": heads.name,
        "model_sha256": hashlib.sha256(b"no model").hexdigest(),
        "pairs_sha256": None,
        "widths": {head: end - start for head, (start, end) in heads.columns.items()},
        "labels": {head: list(labels) for head, labels in heads.labels.items()},
        "transitions": {head: table.tolist() for head, table in heads.transitions.items()},
        "biases": {kind: values.tolist() for kind, values in heads.biases.items()},
        "scales": dict(heads.scales),
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a model's folder that is whole but for its model."""
    (tmp_path / "heads.json").write_text(json.dumps(described(heads_for(3))), encoding="utf-8")
    (tmp_path / "vocabulary.txt").write_text("\n".join(VOCABULARY) + "\n", encoding="utf-8")
    (tmp_path / "model.onnx").write_bytes(b"no model")
    return tmp_path


def test_heads_are_read_as_they_were_written(folder: Path):
    heads, expected = Heads.open(folder / "heads.json"), heads_for(3)
    assert heads.columns == expected.columns
    assert heads.labels == expected.labels
    assert (heads.transitions["names"] == expected.transitions["names"]).all()
    assert heads.width == expected.width


@pytest.mark.parametrize(
    ("written", "message"),
    [
        pytest.param("", "cannot read", id="empty"),
        pytest.param("[]", "of format 'list'", id="no object"),
        pytest.param('{"format": "readout-model/2"}', "of format 'readout-model/2'", id="another format"),
        pytest.param('{"format": "readout-model/3"}', "not whole", id="nothing else"),
    ],
)
def test_heads_refuse_what_is_no_layout(tmp_path: Path, written: str, message: str):
    path = tmp_path / "heads.json"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(ModelError, match=message):
        Heads.open(path)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"labels": {"upos": ["NOUN"]}}, "columns and 1 labels", id="labels do not fill the columns"),
        pytest.param({"transitions": {"names": [[0.0]]}}, "transitions of shape", id="transitions of other labels"),
        pytest.param({"widths": {"upos": 2}}, "not whole", id="a head without columns"),
        pytest.param({"widths": []}, "not whole", id="widths that are none"),
    ],
)
def test_heads_refuse_what_does_not_go_together(tmp_path: Path, change: dict[str, Any], message: str):
    path = tmp_path / "heads.json"
    path.write_text(json.dumps(described(heads_for(3)) | change), encoding="utf-8")
    with pytest.raises(ModelError, match=message):
        Heads.open(path)


@pytest.mark.parametrize("missing", ["heads.json", "vocabulary.txt", "model.onnx"])
def test_a_folder_that_lacks_a_file_is_refused(folder: Path, missing: str):
    (folder / missing).unlink()
    with pytest.raises(ModelError, match="Install readout-news again"):
        Model.open(folder)


def test_a_model_that_was_damaged_is_refused(folder: Path):
    (folder / "model.onnx").write_bytes(b"other bytes")
    with pytest.raises(ModelError, match="damaged or mixed"):
        Model.open(folder)


@pytest.mark.parametrize("written", ["", "[]", "[CLS]\n[SEP]\n", "\x00"])
def test_a_vocabulary_that_is_none_is_refused(folder: Path, written: str):
    (folder / "vocabulary.txt").write_text(written, encoding="utf-8")
    with pytest.raises(ModelError, match="cannot read the model"):
        Model.open(folder)


# The packaged one ----------------------------------------------------------------------------------------------------


def test_packaged_model_scores_words(model: Model):
    words = ["Kyiv", "said", "so", "."]
    scores = model.score(words, [True, False, False, False])
    assert scores.rows.shape == (4, model.heads.width)
    assert np.isfinite(scores.rows).all()


def test_packaged_model_gives_a_text_the_same_scores_twice(model: Model):
    words = ["“", "No", ",", "”", "he", "said", "."] * 60
    starts = [i % 7 == 0 for i in range(len(words))]
    assert (model.score(words, starts).rows == model.score(words, starts).rows).all()


def test_packaged_model_has_the_heads_that_the_layers_ask_for(model: Model):
    assert set(heads_for(1).columns) <= set(model.heads.columns)
    assert {kind: len(values) for kind, values in heads_for(1).biases.items()} == {
        kind: len(values) for kind, values in model.heads.biases.items()
    }
    assert [field.name for field in dataclasses.fields(model.heads)] == [
        field.name for field in dataclasses.fields(Heads)
    ]


def test_packaged_vocabulary_cuts_as_the_encoder_was_trained(model: Model):
    """Pieces of BERT's uncased vocabulary, as `tokenizers` gives them; other scripts are not kept."""
    written = (PACKAGED / "vocabulary.txt").read_text(encoding="utf-8").split("\n")
    pieces = Pieces.open(PACKAGED / "vocabulary.txt")
    assert [written[id] for id in pieces.of("Unaffable")] == ["una", "##ffa", "##ble"]
    assert [written[id] for id in pieces.of("[SEP]")] == ["[", "sep", "]"]
    assert [written[id] for id in (pieces.start, pieces.end, pieces.unknown)] == ["[CLS]", "[SEP]", "[UNK]"]
    assert pieces.of("北京") == (pieces.unknown, pieces.unknown)

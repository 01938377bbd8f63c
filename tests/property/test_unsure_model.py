# SPDX-License-Identifier: Apache-2.0
"""Whatever the model makes of a text, it is read: tags, trees and links that are wrong give a worse record, never none."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import yaml

from readout.model import Model
from readout.pipeline import read
from tests.support.corpus import FLOORS, Shaken
from tests.support.records import check_form


def texts_of(value: object) -> Iterator[str]:
    """Give every text under the key "text" of what a file of cases holds."""
    if isinstance(value, dict):
        if isinstance(text := value.get("text"), str):
            yield text
        for each in value.values():
            yield from texts_of(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts_of(each)


@pytest.mark.parametrize("by", [1.0, 2.5])
@pytest.mark.parametrize("file", ["contacts", "contact_reports", "events", "statements"])
def test_text_is_read_however_wrong_the_model_is(model: Model, file: str, by: float):
    """Case by case with noise of its own, the more of it the less is left of the sentence."""
    texts = list(texts_of(yaml.safe_load((FLOORS.parent / f"{file}.yaml").read_text(encoding="utf-8"))))
    for number, text in enumerate(texts):
        record = read(text, model=Shaken(model, number, by=by))  # type: ignore[arg-type]
        check_form(json.loads(record.to_json()))

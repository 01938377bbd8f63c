# SPDX-License-Identifier: Apache-2.0
"""Words as they are compared, and sketches of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.quality.desk import base_text, paragraphs_of, write
from readout.archive.sketching import sketch_of
from readout.archive.wording import quoted_words, wording_of


def keys(text: str) -> list[int]:
    return wording_of(text).keys.tolist()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the defence programme was organised in the centre", "The defense program was organized in the center"),
        ("twelve tonnes, 1,000 metres", "12 tons; 1000 meters"),
        ("Mr Smith said on Nov. 5 that five per cent", "Smith said on November 5 that 5 percent"),
        ("the U.S. and Russia’s", "the US and Russia's"),
    ],
)
def test_house_styles_are_one(one: str, other: str):
    assert keys(one) == keys(other)


@pytest.mark.parametrize(("one", "other"), [("five", "six"), ("1.5", "2.5"), ("Iran", "Iraq"), ("said", "says")])
def test_other_words_are_others(one: str, other: str):
    assert keys(one) != keys(other)


def test_the_story_is_told_from_what_stands_around_it():
    wording = wording_of(write(["suez-1", ["byline", "By A Desk"], ["credit", 0], ["footer", 2]]))
    body = wording.words[wording.body.start : wording.body.stop]
    assert " ".join(body[:5]) == "The giant container ship that"
    assert " ".join(body[-4:]) == "hundreds of millions of" or body[-1] == "dollars"


def test_lines_that_were_wrapped_are_one_story():
    text = base_text("suez-1").replace("\n\n", "\n")
    wrapped = "\n".join(line for paragraph in text.split("\n") for line in [paragraph[:70], paragraph[70:]] if line)
    assert len(wording_of(wrapped).body) > 180


def test_quotations_are_found_in_both_shapes():
    wording = wording_of("He said “never again” and 'not here', but it's Tom's \"last word\" now")
    quoted = [word for word, is_quoted in zip(wording.words, quoted_words(wording), strict=True) if is_quoted]
    assert quoted == ["never", "again", "not", "here", "last", "word"]


def test_sketches_are_the_same_everywhere():
    """Kept in archives that are opened on other machines, and by other versions of Python: change them only with a migration."""
    assert sketch_of(wording_of("The quick brown fox jumps over the lazy dog, twice.")) == SKETCH


SKETCH = [42153919062008, 35199687410601]


def test_sketches_do_not_hang_on_the_hash_seed(root: Path):
    program = (
        "from readout.archive.sketching import *; from readout.archive.wording import *; "
        "print(sketch_of(wording_of(open(0).read())))"
    )
    text = base_text("suez-1")
    found = [
        subprocess.run(
            [sys.executable, "-c", program], input=text, capture_output=True, text=True, check=True, timeout=120,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root / "src"), "PYTHONUTF8": "1"},
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert found[0] == found[1] == f"{sketch_of(wording_of(text))}\n"


@pytest.mark.parametrize("name", ["belarus-sanctions", "icj-order", "sri-lanka-protest"])
def test_any_paragraph_of_70_words_is_found_again(name: str):
    """The guarantee of winnowing: a window of 64 shingles of 5 words lies wholly within 68."""
    text = base_text(name)
    whole = set(sketch_of(wording_of(text)))
    story = [paragraph for paragraph in paragraphs_of(text) if len(paragraph.split()) > 20]
    passages = [" ".join(story[i : i + 3]) for i in range(len(story) - 2)]
    long = [passage for passage in passages if len(passage.split()) > 140]
    assert long
    assert all(whole & set(sketch_of(wording_of(passage))[1:]) for passage in long)


def test_a_sketch_of_750_words_is_some_33_numbers(examples: list[Path]):
    sizes = [len(sketch_of(wording_of(path.read_text(encoding="utf-8")))) for path in examples]
    assert 20 <= min(sizes) <= max(sizes) <= 45


def test_without_words_there_is_no_sketch():
    assert sketch_of(wording_of(" — \n ")) == []

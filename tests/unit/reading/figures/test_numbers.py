# SPDX-License-Identifier: Apache-2.0
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.reading.figures.numbers import number_at

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int) -> list[str]:
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            joint = ["and"] if rest and rest < 100 else []
            return [*in_words(number // size), name, *joint, *(in_words(rest) if rest else [])]
    if number < 20:
        return [ONES[number]]
    return [TENS[number // 10], *(["-", ONES[number % 10]] if number % 10 else [])]


@given(st.integers(0, 10**12 - 1))
def test_number_written_in_words_reads_back(number: int):
    words = in_words(number)
    found = number_at(words, 0)
    assert found is not None
    assert (found.value, found.end) == (number, len(words))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("half a million", 500_000), ("a dozen", 12), ("three dozen", 36), ("6.1 million", 6_100_000),
        ("tens of thousands", 10_000), ("two and a half billion", 2_500_000_000), ("4,200", 4200), ("250 m", 250_000_000),
        ("a quarter of a million", 250_000), ("three - quarters of a billion", 750_000_000), ("65.4 billion", 65_400_000_000),
        ("0.5", 0.5),
    ],
)  # fmt: skip
def test_mixed_and_vague_numbers(words: str, value: float):
    found = number_at(words.split(), 0)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize("words", ["a man", "10th", "9:30", "half of", "anyone", "020", "a quarter of a dozen"])
def test_what_is_no_number(words: str):
    assert number_at(words.split(), 0) is None
